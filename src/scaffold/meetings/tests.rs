//! Dates that are written into files, and what stands in the way.

use super::{End, LeftOut, MeetingsFile, NewMeetings, Refusal, new_meetings};
use crate::dates::read_recurrence;
use crate::source::{Entry as Source, Found, Sources};

const INDEX: &str = "---\nboard:\n  name: Anytown Board\naccessibility:\n  compliance: fully\n  prepared: 2026\n  reviewed: 2026\n---\n";
const GROUP: &str = "---\nname: Training Group\nshort_name: TG\n---\n";

fn sources(meetings: &[(&str, &str)]) -> Sources {
    let mut files = vec![("groups/training.md", GROUP), ("index.md", INDEX)];
    files.extend(meetings);
    files.sort_unstable();
    Sources {
        content: files
            .into_iter()
            .map(|(path, text)| Source {
                path: path.to_owned(),
                found: Found::File(text.as_bytes().to_vec()),
            })
            .collect(),
        themes: Vec::new(),
    }
}

fn wanted<'a>(group: &'a str, every: &str, from: &str) -> NewMeetings<'a> {
    NewMeetings {
        group,
        rule: read_recurrence(every).unwrap(),
        months: 1,
        from: from.parse().unwrap(),
        end: End::Cycle,
        time: Some("14:00 to 16:00"),
        place: None,
        nation: None,
    }
}

fn text(made: &MeetingsFile) -> &str {
    std::str::from_utf8(&made.bytes).unwrap()
}

#[test]
fn without_a_file_for_the_time_a_new_one_is_made() {
    let wanted = NewMeetings {
        months: 3,
        ..wanted("Board", "second Tuesday", "2027-04-01")
    };
    let made = new_meetings(&sources(&[]), &wanted).unwrap();
    assert_eq!(made.path.as_str(), "content/meetings/2027-28.md");
    assert!(!made.is_there);
    assert_eq!(made.group, "Anytown Board");
    assert_eq!(
        text(&made),
        "---\ntitle: Meetings from April 2027 to March 2028\nperiod: April 2027 to March 2028\nmeetings:\n  - group: Board\n    time: 14:00 to 16:00\n    dates:\n      - Tuesday 13 April 2027\n      - Tuesday 13 July 2027\n      - Tuesday 12 October 2027\n      - Tuesday 11 January 2028\n---\n"
    );
}

#[test]
fn bank_holidays_are_left_out_and_told() {
    let wanted = NewMeetings {
        end: End::On("2027-06-30".parse().unwrap()),
        ..wanted("TG", "first Monday", "2027-04-01")
    };
    let made = new_meetings(&sources(&[]), &wanted).unwrap();
    let left_out: Vec<String> = made
        .left_out
        .iter()
        .map(|(day, why)| format!("{day}: {why}"))
        .collect();
    assert_eq!(
        left_out,
        ["2027-05-03: a bank holiday in England and Wales (Early May bank holiday)"]
    );
    assert_eq!(made.dates.len(), 2);
    assert_eq!(made.path.as_str(), "content/meetings/2027.md");
    assert!(text(&made).contains("period: April 2027 to June 2027\n"));
}

#[test]
fn a_count_is_of_dates_that_are_kept() {
    let wanted = NewMeetings {
        end: End::After(3),
        ..wanted("TG", "first Monday", "2027-04-01")
    };
    let made = new_meetings(&sources(&[]), &wanted).unwrap();
    assert_eq!(made.dates.len(), 3);
    assert_eq!(made.left_out.len(), 1);
}

const CYCLE: &str = "---\r\ntitle: Meetings\r\nperiod: April 2027 to March 2028\r\nmeetings:\r\n- group: Training Group\r\n  dates: [13 April 2027]\r\n  note: |\r\n    Bring\r\n\r\n    papers.\r\n# the end\r\nupdated: 2027-01-01\r\n---\r\n\r\nCome.\r\n";

#[test]
fn a_file_that_is_there_gets_one_entry_and_stays_as_it_was_otherwise() {
    let sources = sources(&[("meetings/ours.md", CYCLE)]);
    let wanted = NewMeetings {
        months: 3,
        ..wanted("tg", "second Tuesday", "2027-04-01")
    };
    let made = new_meetings(&sources, &wanted).unwrap();
    assert!(made.is_there);
    assert_eq!(made.path.as_str(), "content/meetings/ours.md");
    let (before, after) = CYCLE.split_at(CYCLE.find("# the end").unwrap());
    let entry = "- group: tg\r\n  time: 14:00 to 16:00\r\n  dates:\r\n    - Tuesday 13 July 2027\r\n    - Tuesday 12 October 2027\r\n    - Tuesday 11 January 2028\r\n";
    assert_eq!(text(&made), format!("{before}{entry}{after}"));
    assert_eq!(made.left_out.len(), 1);
    assert_eq!(made.left_out[0].1, LeftOut::IsThere);
}

#[test]
fn dates_after_the_period_of_the_file_are_left_out_and_told_once() {
    let sources = sources(&[("meetings/ours.md", CYCLE)]);
    let wanted = NewMeetings {
        months: 3,
        end: End::After(8),
        ..wanted("tg", "second Tuesday", "2027-05-01")
    };
    let made = new_meetings(&sources, &wanted).unwrap();
    assert_eq!(made.dates.len(), 4);
    assert!(matches!(made.left_out[..], [(_, LeftOut::OutsideFile(_))]));
}

#[test]
fn what_cannot_be_done_is_refused_whole() {
    let flow = CYCLE.replace(
        "meetings:\r\n- group: Training Group\r\n  dates: [13 April 2027]\r\n  note: |\r\n    Bring\r\n\r\n    papers.\r\n",
        "meetings: [{group: Training Group, dates: [13 April 2027]}]\r\n",
    );
    let broken = CYCLE.replace("title:", "titel:");
    let refused = |files: &[(&str, &str)], wanted: &NewMeetings<'_>| {
        new_meetings(&sources(files), wanted).unwrap_err()
    };
    let tuesdays = wanted("tg", "second Tuesday", "2027-04-01");
    assert!(matches!(
        refused(&[("meetings/ours.md", &flow)], &tuesdays),
        Refusal::NoPlace { path, entry } if path == "meetings/ours.md" && entry.starts_with("- group: tg\n")
    ));
    assert_eq!(
        refused(&[("meetings/ours.md", &broken)], &tuesdays),
        Refusal::BrokenFile("meetings/ours.md".to_owned())
    );
    assert_eq!(
        refused(
            &[(
                "meetings/2027-28.md",
                &CYCLE.replace("2028", "2027").replace("April", "January")
            )],
            &NewMeetings {
                from: "2027-06-01".parse().unwrap(),
                end: End::On("2028-02-01".parse().unwrap()),
                ..wanted("tg", "15th", "2027-06-01")
            }
        ),
        Refusal::PathIsTaken("meetings/2027-28.md".to_owned())
    );
    assert_eq!(
        refused(&[], &wanted("Trainng Group", "Mondays", "2027-04-01")),
        Refusal::UnknownGroup(Some("Training Group".to_owned()))
    );
    let none = NewMeetings {
        end: End::On("2027-04-04".parse().unwrap()),
        ..wanted("tg", "Mondays", "2027-04-01")
    };
    assert_eq!(refused(&[], &none), Refusal::AllLeftOut(Vec::new()));
}
