//! How timescales stand on a day and in a plan, what runs backwards in them, and what in them is no month.

use jiff::civil::date;

use crate::dates::{
    Certainty, Timescale, Years, are_over, out_of_order, read_period, read_timescale,
};

fn read(text: &str) -> Timescale {
    read_timescale(text, Years::Financial)
}

#[test]
fn the_last_deadline_decides_what_is_overdue_and_ongoing_work_never_is() {
    let day = date(2026, 8, 1);
    assert!(read("by July 2026").is_overdue(day));
    assert!(!read("by July 2026").is_overdue(date(2026, 7, 31)));
    assert!(!read("July 2026, March 2027").is_overdue(day));
    assert!(!read("July 2026 and ongoing").is_overdue(day));
    assert!(!read("Strategy developed in 2019").is_overdue(day));
    assert!(!read("TBC").is_overdue(day));
    assert_eq!(read("Staff conference June 2026").last_deadline(), None);
    let two = read("July 2026, March 2027");
    assert_eq!(
        two.next_due(day).map(|due| two.words(due)),
        Some("March 2027")
    );
    assert_eq!(
        (two.first_deadline(), two.last_deadline()),
        (Some(date(2026, 7, 31)), Some(date(2027, 3, 31)))
    );
}

#[test]
fn a_date_earlier_than_the_one_before_it_is_found() {
    let values = [
        read("Sept 2026"),
        read("Dec 2026, Mar 2026"),
        read("June 2027"),
    ];
    let found =
        out_of_order(&values).map(|found| (found.value, values[found.value].words(found.due)));
    assert_eq!(found, Some((1, "Mar 2026")));
    assert_eq!(
        out_of_order(&[read("June 2026 for schools. May 2026 for colleges")]),
        None
    );
    assert_eq!(
        out_of_order(&[
            read("June 2026"),
            read("June 2026"),
            read("Strategy launch 2 May 2020")
        ]),
        None
    );
}

#[test]
fn deadlines_outside_a_plan_are_found() -> Result<(), crate::dates::DateProblem> {
    let period = read_period("1 April 2026 to 20 March 2029", Years::Financial)?;
    for (text, outside) in [
        ("March 2026", 1),
        ("April 2026", 0),
        ("January 2026 – June 2026", 0),
        ("March 2029", 0),
        ("21 March 2029", 1),
        ("June 2028 – April 2029", 1),
        ("Launch June 2030", 0),
        ("Strategy developed in 2019", 0),
        ("TBC", 0),
    ] {
        assert_eq!(read(text).outside(&period).count(), outside, "{text}");
    }
    Ok(())
}

#[test]
fn names_stand_where_their_bytes_say() {
    for text in [
        "At each Bŵrdd meeting",
        "  As per “audit” cycle for 2026/27",
        "Cynllun – lansio Mehefin 2026",
    ] {
        let timescale = read(text);
        let (Certainty::Event(named) | Certainty::Cycle(named) | Certainty::Milestone(named)) =
            &timescale.certainty
        else {
            assert_eq!(
                timescale.certainty,
                Certainty::Understood,
                "{text} should have a name"
            );
            continue;
        };
        assert_eq!(
            text.get(named.at.clone()),
            Some(named.name.as_str()),
            "{text}"
        );
    }
}

fn over(timescales: &[&str]) -> bool {
    let read: Vec<Timescale> = timescales
        .iter()
        .map(|text| read_timescale(text, Years::Financial))
        .collect();
    are_over(read.iter(), date(2026, 8, 1))
}

#[test]
fn only_what_is_certainly_past_is_over() {
    assert!(over(&["March 2026"]));
    assert!(over(&["March 2026", "June 2026"]));
    assert!(!over(&["March 2026", "September 2026"]));
    assert!(!over(&["March 2026", "ongoing"]));
    assert!(!over(&["March 2026", "At each Board meeting"]));
    assert!(!over(&["March 2026", "when the new law is in force"]));
    assert!(!over(&["August 2026"]));
    assert!(!over(&[]));
}

#[test]
fn words_and_a_date_are_a_milestone_only_where_it_surely_is_past()
-> Result<(), crate::dates::DateProblem> {
    let period = read_period("April 2026 to March 2029", Years::Financial)?;
    for (text, is_milestone) in [
        ("Strategy developed in 2024", true),
        ("Staff conference June 2025", true),
        ("Strategy launched June 2026", true),
        ("Lansiwyd y cynllun Mehefin 2026", true),
        ("Final report June 2026", false),
        ("Strategy launched June 2027", false),
        ("Launch in June 2027", false),
    ] {
        let problem = read(text).problem_in(Some(&period), date(2026, 8, 1));
        assert_eq!(problem.is_none(), is_milestone, "{text}");
    }
    Ok(())
}

#[test]
fn a_misspelt_month_is_no_remark() {
    for (text, word, month) in [
        ("Marhc 2027", "Marhc", "March"),
        ("12 Febuary 2027", "Febuary", "February"),
        ("Setp 2026 - March 2027", "Setp", "Sept"),
        ("Setp - Dec 2026", "Setp", "Sept"),
        ("March 2026 - Jnue 2027", "Jnue", "June"),
        ("by Ocotber 2026", "Ocotber", "October"),
        ("Mawrht 2027", "Mawrht", "Mawrth"),
    ] {
        let timescale = read(text);
        let problem = timescale
            .problem()
            .map(|problem| (problem.message(), problem.help()));
        let expected = (
            format!("\u{201c}{word}\u{201d} is not a month"),
            format!("Did you mean \u{201c}{month}\u{201d}?"),
        );
        assert_eq!(problem, Some(expected), "{text}");
    }
    for text in [
        "Visits throughout 2026 / 27",
        "Autumn 2026",
        "After 2026",
        "Care Act 2014",
        "March 2027 (match 2026)",
    ] {
        let message = read(text).problem().map(|problem| problem.message());
        assert!(
            !message.is_some_and(|message| message.ends_with("is not a month")),
            "{text}"
        );
    }
}
