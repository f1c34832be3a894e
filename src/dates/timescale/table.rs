//! Every form of a timescale, what is certain in it, and why nothing is.

use crate::dates::{Certainty, Timescale, Years, read_timescale};

/// A timescale as one line: `words = from..to (remark)` for each due, then what it is as a whole.
fn line(timescale: &Timescale) -> String {
    let mut parts: Vec<String> = Vec::new();
    for due in &timescale.dues {
        let from = due.from.map(|from| format!("{from}..")).unwrap_or_default();
        let remark = due
            .remark
            .as_ref()
            .map(|remark| format!(" ({remark})"))
            .unwrap_or_default();
        parts.push(format!(
            "{} = {from}{}{remark}",
            timescale.words(due),
            due.to
        ));
    }
    if timescale.ongoing {
        parts.push("ongoing".to_owned());
    }
    match &timescale.certainty {
        Certainty::Understood => {}
        Certainty::Event(named) => parts.push(format!("event <{}>", named.name)),
        Certainty::Cycle(named) => parts.push(format!("cycle <{}>", named.name)),
        Certainty::Milestone(named) => parts.push(format!("milestone <{}>", named.name)),
        Certainty::NotUnderstood { reason } => parts.push(format!("? {}", reason.message())),
    }
    if let Some(remark) = &timescale.remark {
        parts.push(format!("({remark})"));
    }
    parts.join(" | ")
}

fn check(years: Years, table: &[(&str, &str)]) {
    for (text, expected) in table {
        let timescale = read_timescale(text, years);
        assert_eq!(line(&timescale), *expected, "{text}");
        assert_eq!(timescale.text, *text);
    }
}

#[test]
fn days_months_and_years() {
    let table = [
        ("12th July 2026", "12th July 2026 = 2026-07-12"),
        ("17th Jul 2026", "17th Jul 2026 = 2026-07-17"),
        ("13 th July 2026", "13 th July 2026 = 2026-07-13"),
        ("Tuesday 14 July 2026", "Tuesday 14 July 2026 = 2026-07-14"),
        ("2026-07-12", "2026-07-12 = 2026-07-12"),
        ("2026-07", "2026-07 = 2026-07-01..2026-07-31"),
        ("July 2026", "July 2026 = 2026-07-01..2026-07-31"),
        ("• “July 2026”", "July 2026 = 2026-07-01..2026-07-31"),
        ("31/03/2027", "31/03/2027 = 2027-03-31"),
        ("Sept 2026.", "Sept 2026 = 2026-09-01..2026-09-30"),
        ("March, 2027", "March, 2027 = 2027-03-01..2027-03-31"),
        ("2026", "2026 = 2026-04-01..2027-03-31"),
        ("2026/27", "2026/27 = 2026-04-01..2027-03-31"),
        ("2026-2029", "2026-2029 = 2026-04-01..2029-03-31"),
        ("Q1 2026", "Q1 2026 = 2026-04-01..2026-06-30"),
        ("Q3 2026", "Q3 2026 = 2026-10-01..2026-12-31"),
        ("Q4 2026/27", "Q4 2026/27 = 2027-01-01..2027-03-31"),
        ("Q1 2026/2027", "Q1 2026/2027 = 2026-04-01..2026-06-30"),
        ("Q4 2026-2027", "Q4 2026-2027 = 2027-01-01..2027-03-31"),
        (
            "by end of Q3 2026/2027",
            "by end of Q3 2026/2027 = 2026-12-31",
        ),
        (
            "2026/27 / 2028/29",
            "2026/27 = 2026-04-01..2027-03-31 | 2028/29 = 2028-04-01..2029-03-31",
        ),
        (
            "Quarter 2 of 2026",
            "Quarter 2 of 2026 = 2026-07-01..2026-09-30",
        ),
        (
            "Q1, Q3 2026/27",
            "Q1 = 2026-04-01..2026-06-30 | Q3 2026/27 = 2026-10-01..2026-12-31",
        ),
        (
            "Gorffennaf 2026",
            "Gorffennaf 2026 = 2026-07-01..2026-07-31",
        ),
    ];
    check(Years::Financial, &table);
    let by_calendar_years = [
        ("Q3 2026", "Q3 2026 = 2026-07-01..2026-09-30"),
        ("2026", "2026 = 2026-01-01..2026-12-31"),
        ("2026-29", "2026-29 = 2026-01-01..2029-12-31"),
        (
            "Q3 2026/27",
            "? “Q3 2026/27” can be read in more than one way: Q3 2026 or Q3 2027",
        ),
        (
            "Q3 2026/2027",
            "? “Q3 2026/2027” can be read in more than one way: Q3 2026 or Q3 2027",
        ),
    ];
    check(Years::Calendar, &by_calendar_years);
}

#[test]
fn words_before_a_date() {
    let table = [
        ("End of July 2026", "End of July 2026 = 2026-07-31"),
        ("end July 2026", "end July 2026 = 2026-07-31"),
        ("by July 2026", "by July 2026 = 2026-07-31"),
        (
            "By the end of March 2027",
            "By the end of March 2027 = 2027-03-31",
        ),
        (
            "no later than 12 July 2026",
            "no later than 12 July 2026 = 2026-07-12",
        ),
        ("until March 2027", "until March 2027 = 2027-03-31"),
        (
            "erbyn diwedd Mawrth 2027",
            "erbyn diwedd Mawrth 2027 = 2027-03-31",
        ),
        (
            "To be completed by March 2027",
            "by March 2027 = 2027-03-31 | (To be completed)",
        ),
        (
            "from June 2026",
            "from June 2026 = 2026-06-01..2026-06-30 | ongoing",
        ),
        (
            "throughout 2026/27",
            "throughout 2026/27 = 2026-04-01..2027-03-31",
        ),
        (
            "Visits throughout 2026 / 27",
            "throughout 2026 / 27 = 2026-04-01..2027-03-31 | (Visits)",
        ),
        ("Due: June 2026", "Due: June 2026 = 2026-06-01..2026-06-30"),
        ("By: June 2026", "By: June 2026 = 2026-06-30"),
        (
            "Due date: June 2026",
            "Due date: June 2026 = 2026-06-01..2026-06-30",
        ),
        (
            "Deadline 30 June 2026",
            "Deadline 30 June 2026 = 2026-06-30",
        ),
        ("Deadline: June 2026", "Deadline: June 2026 = 2026-06-30"),
        (
            "Target date: June 2026",
            "Target date: June 2026 = 2026-06-30",
        ),
        ("Target June 2026", "Target June 2026 = 2026-06-30"),
        (
            "w/c 15 June 2026",
            "w/c 15 June 2026 = 2026-06-15..2026-06-21",
        ),
        (
            "Week commencing 15 June 2026",
            "Week commencing 15 June 2026 = 2026-06-15..2026-06-21",
        ),
        (
            "Week ending 19 June 2026",
            "Week ending 19 June 2026 = 2026-06-13..2026-06-19",
        ),
        (
            "w/c 15 June to w/c 29 June 2026",
            "w/c 15 June to w/c 29 June 2026 = 2026-06-15..2026-07-05",
        ),
        (
            "between April and June 2026",
            "between April and June 2026 = 2026-04-01..2026-06-30",
        ),
    ];
    check(Years::Financial, &table);
}

#[test]
fn ranges() {
    let a_year = |text: &str| format!("{text} = 2026-04-01..2027-03-31");
    for text in [
        "April 2026-March 2027",
        "April 2026 - March 2027",
        "April 2026- March 2027",
        "April 2026 -March 2027",
        "April 2026 – March 2027",
        "April 2026 — March 2027",
        "April 2026\u{a0}to\u{a0}March 2027",
        "2026-04 to 2027-03",
        "1 April 2026 to 31 March 2027",
        "2026 to 2027",
    ] {
        check(Years::Financial, &[(text, &a_year(text))]);
    }
    let table = [
        (
            "April-June 2026",
            "April-June 2026 = 2026-04-01..2026-06-30",
        ),
        (
            "12–14 July 2026",
            "12–14 July 2026 = 2026-07-12..2026-07-14",
        ),
        (
            "April 2026 – June 2026 (as required)",
            "April 2026 – June 2026 = 2026-04-01..2026-06-30 (as required)",
        ),
        ("Q1 – Q2 2026", "Q1 – Q2 2026 = 2026-04-01..2026-09-30"),
        ("Nov – Jan 2027", "? “Nov – Jan 2027” ends before it starts"),
    ];
    check(Years::Financial, &table);
}

#[test]
fn several_dates_in_one_value() {
    let table = [
        (
            "Mar, Jun 2026",
            "Mar = 2026-03-01..2026-03-31 | Jun 2026 = 2026-06-01..2026-06-30",
        ),
        (
            "Sept, Dec 2026, Mar 2027, June 2027",
            "Sept = 2026-09-01..2026-09-30 | Dec 2026 = 2026-12-01..2026-12-31 | Mar 2027 = 2027-03-01..2027-03-31 | June 2027 = 2027-06-01..2027-06-30",
        ),
        (
            "Sept, 2026 / Mar 2027",
            "Sept, 2026 = 2026-09-01..2026-09-30 | Mar 2027 = 2027-03-01..2027-03-31",
        ),
        (
            "Sept 2026/March 2027",
            "Sept 2026 = 2026-09-01..2026-09-30 | March 2027 = 2027-03-01..2027-03-31",
        ),
        (
            "12 and 19 July 2026",
            "12 = 2026-07-12 | 19 July 2026 = 2026-07-19",
        ),
        (
            "12 July & 3 August 2026",
            "12 July = 2026-07-12 | 3 August 2026 = 2026-08-03",
        ),
        (
            "may and june 2026",
            "may = 2026-05-01..2026-05-31 | june 2026 = 2026-06-01..2026-06-30",
        ),
        (
            "Mar 2026 (draft) June 2026 (final)",
            "Mar 2026 = 2026-03-01..2026-03-31 (draft) | June 2026 = 2026-06-01..2026-06-30 (final)",
        ),
        (
            "May – June 2026 for schools. October 2026 for colleges",
            "May – June 2026 = 2026-05-01..2026-06-30 (for schools) | October 2026 = 2026-10-01..2026-10-31 (for colleges)",
        ),
        ("Mar 2026, June", "? “June” has no year"),
    ];
    check(Years::Financial, &table);
}

#[test]
fn remarks_and_open_ends() {
    let table = [
        (
            "March 2027 (subject to funding)",
            "March 2027 = 2027-03-01..2027-03-31 (subject to funding)",
        ),
        (
            "March 2027, subject to funding",
            "March 2027 = 2027-03-01..2027-03-31 (subject to funding)",
        ),
        (
            "March 2027 – first draft",
            "March 2027 = 2027-03-01..2027-03-31 (first draft)",
        ),
        (
            "March 2027 (for the 2026/27 report (draft))",
            "March 2027 = 2027-03-01..2027-03-31 (for the 2026/27 report (draft))",
        ),
        (
            "March 2027 for the 2026/27 report",
            "March 2027 = 2027-03-01..2027-03-31 (for the 2026/27 report)",
        ),
        (
            "March 2027, may change",
            "March 2027 = 2027-03-01..2027-03-31 (may change)",
        ),
        (
            "March 2027 (never closed",
            "March 2027 = 2027-03-01..2027-03-31 (never closed)",
        ),
        (
            "June 2026 and ongoing",
            "June 2026 = 2026-06-01..2026-06-30 | ongoing",
        ),
        (
            "June 2026 & ongoing",
            "June 2026 = 2026-06-01..2026-06-30 | ongoing",
        ),
        (
            "June 2026 onwards",
            "June 2026 = 2026-06-01..2026-06-30 | ongoing",
        ),
        (
            "June 2026 - on-going.",
            "June 2026 = 2026-06-01..2026-06-30 | ongoing",
        ),
        (
            "Mehefin 2026 ac yn barhaus",
            "Mehefin 2026 = 2026-06-01..2026-06-30 | ongoing",
        ),
        (
            "June 2026 and ongoing to embed learning",
            "June 2026 = 2026-06-01..2026-06-30 | ongoing | (to embed learning)",
        ),
        (
            "June 2026 for schools and ongoing",
            "June 2026 = 2026-06-01..2026-06-30 (for schools) | ongoing",
        ),
        (
            "June 2026 (ongoing)",
            "June 2026 = 2026-06-01..2026-06-30 (ongoing) | ongoing",
        ),
        (
            "June 2026 (and ongoing, with a review each year)",
            "June 2026 = 2026-06-01..2026-06-30 (and ongoing, with a review each year) | ongoing",
        ),
        (
            "June 2026 to ongoing",
            "June 2026 = 2026-06-01..2026-06-30 | ongoing",
        ),
        (
            "June 2026 and beyond",
            "June 2026 = 2026-06-01..2026-06-30 | ongoing",
        ),
        (
            "June 2026 beyond what the law asks",
            "June 2026 = 2026-06-01..2026-06-30 (beyond what the law asks)",
        ),
        (
            "June 2026 until further notice",
            "June 2026 = 2026-06-01..2026-06-30 | ongoing",
        ),
        ("ongoing", "ongoing"),
        (
            "Ongoing (reviewed each year)",
            "ongoing | (reviewed each year)",
        ),
        (
            "Ongoing from June 2026",
            "from June 2026 = 2026-06-01..2026-06-30 | ongoing",
        ),
        ("Ongoing until March 2027", "until March 2027 = 2027-03-31"),
    ];
    check(Years::Financial, &table);
}

#[test]
fn cycles_events_and_milestones() {
    let table = [
        (
            "As per audit cycle for 2026/27",
            "2026/27 = 2026-04-01..2027-03-31 | cycle <audit cycle>",
        ),
        (
            "As per the audit cycle for 2026 /27",
            "2026 /27 = 2026-04-01..2027-03-31 | cycle <audit cycle>",
        ),
        ("At each Board meeting", "event <Board>"),
        (
            "Reviewed at each Board meeting",
            "event <Board> | (Reviewed)",
        ),
        (
            "June 2026, then at each Board meeting",
            "June 2026 = 2026-06-01..2026-06-30 (then at each Board meeting)",
        ),
        (
            "At every meeting of the Training Sub-Group.",
            "event <Training Sub-Group>",
        ),
        (
            "Each Executive meeting (standing item)",
            "event <Executive> | (standing item)",
        ),
        (
            "At each Board meeting until March 2027",
            "until March 2027 = 2027-03-31 | event <Board>",
        ),
        ("Ym mhob cyfarfod o’r Bwrdd", "event <Bwrdd>"),
        (
            "Strategy developed in 2024",
            "in 2024 = 2024-04-01..2025-03-31 | milestone <Strategy developed>",
        ),
        (
            "Staff conference June 2026",
            "June 2026 = 2026-06-01..2026-06-30 | milestone <Staff conference>",
        ),
    ];
    check(Years::Financial, &table);
}

#[test]
fn what_is_not_certain_is_not_guessed() {
    let table = [
        ("", "? There is no timescale here"),
        (" \u{a0}", "? There is no timescale here"),
        ("TBC", "? “TBC” gives no date yet"),
        (
            "Date to be agreed",
            "? “Date to be agreed” gives no date yet",
        ),
        (
            "summer 2027",
            "? “summer 2027” is not certain: “summer” has no fixed days",
        ),
        (
            "Spring 2026",
            "? “Spring 2026” is not certain: “Spring” has no fixed days",
        ),
        (
            "mid-June 2026",
            "? “mid-June 2026” is not certain: “mid” has no fixed days",
        ),
        ("Quarterly", "? “Quarterly” says how often, but not by when"),
        (
            "Monthly from June 2026",
            "? “Monthly from June 2026” says how often, but not by when",
        ),
        ("As required", "? “As required” names no date"),
        ("At each meeting", "? “At each meeting” names no date"),
        ("As per audit cycle", "? “As per audit cycle” names no date"),
        (
            "April 2026 March 2027",
            "? “April 2026” and “March 2027” stand together: this is either a range or two dates",
        ),
        (
            "July August 2026",
            "? “July” and “August 2026” stand together: this is either a range or two dates",
        ),
        (
            "June 2026 Sept 2026 Dec 2026 March 2027",
            "? “June 2026” and “Sept 2026” stand together: this is either a range or two dates",
        ),
        (
            "07/12/2026",
            "? “07/12/2026” can be read in more than one way: 7 December 2026 or 12 July 2026",
        ),
        (
            "April 26",
            "? “April 26” can be read in more than one way: 26 April or April 2026",
        ),
        (
            "31 April 2026",
            "? “31 April 2026” does not exist: April has 30 days",
        ),
        (
            "Mon 14 July 2026",
            "? “Mon 14 July 2026” is not certain: 14 July 2026 is a Tuesday, not a Monday",
        ),
        ("July", "? “July” has no year"),
        ("1 & 2 July", "? “2 July” has no year"),
        ("Mar-2027", "? “Mar” has no year"),
        ("March/2027", "? “March” has no year"),
        (
            "Q1 26/27",
            "? “Q1 26/27” is only understood in part: “26/27” could change the date",
        ),
        (
            "At each Board meeting, June 2026",
            "? “At each Board meeting, June 2026” is only understood in part: “, June 2026” could change the date",
        ),
        (
            "June 2026 or later",
            "? “June 2026 or later” is only understood in part: “or later” could change the date",
        ),
        (
            "June 2026/27",
            "? “June 2026/27” is only understood in part: “/27” could change the date",
        ),
        (
            "March 2027/2028",
            "? “March 2027/2028” is only understood in part: “/2028” could change the date",
        ),
        (
            "March 2027-2028",
            "? “March 2027-2028” is only understood in part: “-2028” could change the date",
        ),
        (
            "Q1 2026/2028",
            "? “Q1 2026/2028” is only understood in part: “/2028” could change the date",
        ),
        (
            "2026/2027/2028",
            "? “2026/2027/2028” is only understood in part: “/2028” could change the date",
        ),
        (
            "June 2026 (ongoing until March 2027)",
            "? “June 2026 (ongoing until March 2027)” is only understood in part: “ongoing until March 2027)” could change the date",
        ),
        (
            "0 March 2027",
            "? “0 March 2027” is only understood in part: “0” could change the date",
        ),
        (
            "Week commencing June 2026",
            "? “Week commencing June 2026” is not a date",
        ),
        (
            "After June 2026",
            "? “After June 2026” is only understood in part: “After” could change the date",
        ),
        (
            "June 2026 for the March 2027 conference",
            "? “June 2026 for the March 2027 conference” is only understood in part: “for the March 2027 conference” could change the date",
        ),
        (
            "Business plan 2026-29",
            "? “Business plan 2026-29” is only understood in part: “Business plan” could change the date",
        ),
    ];
    check(Years::Financial, &table);
    for (text, _) in table {
        let timescale = read_timescale(text, Years::Financial);
        assert!(timescale.dues.is_empty(), "{text}");
        assert!(
            timescale
                .problem()
                .is_some_and(|problem| problem.help().ends_with('.')),
            "{text}"
        );
    }
}
