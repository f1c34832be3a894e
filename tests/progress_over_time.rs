//! How the actions of a plan stood at the end of each quarter, from progress notes as an author
//! would write them.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where what it looks for is missing"
)]

mod written;

use boardplan::dates::Date;
use boardplan::derive::view::View;
use boardplan::derive::view::history::HistoryView;

use written::page;

const INDEX: &str = "---
board: {name: Example Board}
accessibility: {compliance: fully, prepared: 1 May 2026, reviewed: 1 May 2026}
---
";

const PERIOD: &str = "April 2026 to March 2027";

/// How a plan with these actions (what stands below their titles) stood, seen from a day: a line
/// `2026-06-30: 2 On track, 1 not reported` for each moment.
fn moments(period: &str, actions: &[&str], day: Date) -> Vec<String> {
    let plan = format!("---\ntitle: Our plan\nperiod: {period}\n---\n");
    let actions: Vec<(String, String)> = actions
        .iter()
        .enumerate()
        .map(|(index, fields)| {
            (
                format!("plans/p/1-help/1.{}-action.md", index + 1),
                format!("---\ntitle: An action\n{fields}---\n"),
            )
        })
        .collect();
    let mut files = vec![
        ("index.md", INDEX),
        ("plans/p/plan.md", plan.as_str()),
        ("plans/p/1-help/priority.md", "---\ntitle: Help\n---\n"),
    ];
    files.extend(
        actions
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str())),
    );
    let views = written::views(&files, day);
    match &page(&views, "plans/p/index.html").view {
        View::Plan(view) => view.history.as_ref().map(in_words).unwrap_or_default(),
        other => panic!("{}", other.template()),
    }
}

fn in_words(history: &HistoryView) -> Vec<String> {
    let moments = history.moments.iter().map(|moment| {
        let mut parts: Vec<String> = moment
            .counts
            .iter()
            .filter(|part| part.count > 0)
            .map(|part| format!("{} {}", part.count, part.status.name))
            .collect();
        if moment.not_reported > 0 {
            parts.push(format!("{} not reported", moment.not_reported));
        }
        let now = if moment.is_now { " now" } else { "" };
        format!("{}{now}: {}", moment.day.iso, parts.join(", "))
    });
    moments.collect()
}

const AUTUMN: Date = Date::constant(2026, 11, 21);

#[test]
fn each_quarter_has_the_newest_note_up_to_its_end() {
    let actions = [
        "status: Complete\nprogress:\n\
         - {date: 1 October 2026, note: Done, status: Complete}\n\
         - {date: 30 June 2026, note: Late, status: Some delay}\n\
         - {date: 2 May 2026, note: Fine, status: On track}\n",
        "progress:\n- {date: July 2026, note: Begun, status: On track}\n",
    ];
    assert_eq!(
        moments(PERIOD, &actions, AUTUMN),
        [
            "2026-06-30: 1 Some delay, 1 not reported",
            "2026-09-30: 1 On track, 1 Some delay",
            "2026-11-21 now: 1 On track, 1 Complete",
        ]
    );
}

#[test]
fn a_status_without_a_date_counts_on_the_day_itself_only() {
    let actions = [
        "progress:\n- {date: 2 May 2026, note: Fine, status: On track}\n",
        "status: Complete\n",
        "progress:\n- {note: Some time ago, status: Off track}\n- {date: 3 May 2026, note: Fine}\n",
        "progress:\n- {date: 2 May 2026, note: Fine, status: On track}\n",
    ];
    assert_eq!(
        moments(PERIOD, &actions, Date::constant(2026, 9, 1)),
        [
            "2026-06-30: 2 On track, 2 not reported",
            "2026-09-01 now: 2 On track, 1 Off track, 1 Complete",
        ]
    );
}

#[test]
fn notes_before_the_period_say_how_it_began() {
    let early = "progress:\n- {date: January 2026, note: Prepared, status: Not started}\n";
    assert_eq!(
        moments(PERIOD, &[early], Date::constant(2026, 7, 1)),
        ["2026-06-30: 1 Not started", "2026-07-01 now: 1 Not started",]
    );
    // Before the period there is nothing to look back at.
    let before = Date::constant(2026, 4, 2);
    assert_eq!(moments(PERIOD, &[early], before), [""; 0]);
}

#[test]
fn a_plan_that_is_over_ends_with_its_last_quarter() {
    let done = "progress:\n- {date: 3 March 2027, note: Done, status: Complete}\n\
                - {date: 3 November 2026, note: Begun, status: On track}\n";
    let later = Date::constant(2028, 5, 1);
    assert_eq!(
        moments(PERIOD, &[done], later),
        ["2026-12-31: 1 On track", "2027-03-31: 1 Complete",]
    );
    // Unless it was changed afterwards.
    let changed = format!("status: Cancelled\n{done}");
    let moments = moments(PERIOD, &[&changed], later);
    assert_eq!(moments.last().unwrap(), "2028-05-01 now: 1 Cancelled");
    assert_eq!(moments.len(), 3);
}

#[test]
fn rows_that_agree_speak_for_their_action() {
    let agree = "tasks:\n\
         - {task: One, progress: [{date: 3 June 2026, note: Fine, status: On track}]}\n\
         - {task: Two, progress: [{date: 4 June 2026, note: Fine, status: On track}]}\n";
    let differ = "tasks:\n\
         - {task: One, progress: [{date: 3 June 2026, note: Fine, status: On track}]}\n\
         - {task: Two, progress: [{date: 4 June 2026, note: Done, status: Complete}]}\n";
    assert_eq!(
        moments(PERIOD, &[agree, differ], Date::constant(2026, 7, 9)),
        [
            "2026-06-30: 1 On track, 1 not reported",
            "2026-07-09 now: 1 On track, 1 not reported",
        ]
    );
}

#[test]
fn too_little_is_no_picture() {
    let noted = "progress:\n- {date: 2 May 2026, note: Fine, status: On track}\n";
    let silent = "status: On track\n";
    let none = [""; 0];
    // No note; notes without a date or a status; one note among three actions; only this quarter.
    assert_eq!(moments(PERIOD, &[silent, silent], AUTUMN), none);
    assert_eq!(
        moments(PERIOD, &["progress: [Begun, Done]\n"], AUTUMN),
        none
    );
    assert_eq!(moments(PERIOD, &[noted, silent, silent], AUTUMN), none);
    let this_quarter = "progress:\n- {date: 9 October 2026, note: Fine, status: On track}\n";
    assert_eq!(moments(PERIOD, &[this_quarter], AUTUMN), none);
    // One note of two actions is half, and enough.
    assert_eq!(moments(PERIOD, &[noted, silent], AUTUMN).len(), 3);
}

#[test]
fn a_long_plan_shows_its_last_three_years() {
    let noted = "progress:\n- {date: 2 May 2018, note: Fine, status: On track}\n";
    let moments = moments("2018 to 2027", &[noted], AUTUMN);
    assert_eq!(moments.len(), 13);
    assert_eq!(moments[0], "2023-12-31: 1 On track");
}
