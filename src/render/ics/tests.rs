//! Whole events and calendars, byte for byte.

use jiff::civil::{Date, date};
use jiff::tz::TimeZone;

use super::calendar;
use crate::colour::Colour;
use crate::derive::view::feed::{CalendarFeed, EventFacts, EventState, EventTime};
use crate::output::OutputPath;

fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap()
}

fn event(when: EventTime) -> EventFacts {
    EventFacts {
        uid: "training-2026-07-14@board.example".to_owned(),
        sequence: 1,
        changed: date(2026, 4, 1),
        summary: "Training Group; second meeting".to_owned(),
        when,
        state: EventState::Confirmed,
        location: Some("Room 1,\nTown Hall".to_owned()),
        conference: Some("https://meet.example/training".to_owned()),
        description: None,
        url: Some("https://board.example/meetings/2026.html#m".to_owned()),
    }
}

fn feed(zone: TimeZone, events: Vec<EventFacts>) -> CalendarFeed {
    CalendarFeed {
        path: OutputPath::new("calendar/training.ics"),
        source: Some("https://board.example/calendar/training.ics".to_owned()),
        name: "Meetings, and more".to_owned(),
        zone,
        events,
    }
}

/// A meeting from one time of a day to another.
fn at(day: Date, start: (i8, i8), end: (i8, i8)) -> EventTime {
    EventTime::At {
        start: day.at(start.0, start.1, 0, 0),
        end: Some(day.at(end.0, end.1, 0, 0)),
    }
}

fn afternoon() -> EventTime {
    at(date(2026, 7, 14), (14, 0), (16, 0))
}

fn lines(text: &str) -> Vec<&str> {
    assert!(text.ends_with("\r\n"));
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
    text.split_terminator("\r\n").collect()
}

/// The lines of the first event, without its first and last.
fn event_lines(event: EventFacts, zone: TimeZone) -> Vec<String> {
    let text = calendar(&feed(zone, vec![event]), None);
    let lines = lines(&text).into_iter();
    lines
        .skip_while(|line| *line != "BEGIN:VEVENT")
        .skip(1)
        .take_while(|line| *line != "END:VEVENT")
        .map(str::to_owned)
        .collect()
}

/// The lines that say when.
fn times(when: EventTime, zone: TimeZone) -> Vec<String> {
    event_lines(event(when), zone)
        .into_iter()
        .filter(|line| line.starts_with("DTSTART") || line.starts_with("DTEND"))
        .collect()
}

#[test]
fn a_meeting_keeps_its_local_time_and_the_rules_of_its_zone() {
    let text = calendar(
        &feed(zone("Europe/London"), vec![event(afternoon())]),
        Colour::parse("#00703c"),
    );
    let expected = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//boardplan//boardplan//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "NAME:Meetings\\, and more",
        "X-WR-CALNAME:Meetings\\, and more",
        "COLOR:seagreen",
        "X-APPLE-CALENDAR-COLOR:#00703c",
        "SOURCE;VALUE=URI:https://board.example/calendar/training.ics",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "X-PUBLISHED-TTL:P1D",
        "BEGIN:VTIMEZONE",
        "TZID:Europe/London",
        "BEGIN:DAYLIGHT",
        "TZNAME:BST",
        "TZOFFSETFROM:+0000",
        "TZOFFSETTO:+0100",
        "DTSTART:20260329T010000",
        "END:DAYLIGHT",
        "END:VTIMEZONE",
        "BEGIN:VEVENT",
        "UID:training-2026-07-14@board.example",
        "DTSTAMP:20260401T000000Z",
        "LAST-MODIFIED:20260401T000000Z",
        "SEQUENCE:1",
        "DTSTART;TZID=Europe/London:20260714T140000",
        "DTEND;TZID=Europe/London:20260714T160000",
        "SUMMARY:Training Group\\; second meeting",
        "STATUS:CONFIRMED",
        "LOCATION:Room 1\\,\\nTown Hall",
        "CONFERENCE;VALUE=URI:https://meet.example/training",
        "URL:https://board.example/meetings/2026.html#m",
        "END:VEVENT",
        "END:VCALENDAR",
    ];
    assert_eq!(lines(&text), expected);
}

#[test]
fn a_day_without_an_hour_is_a_whole_day_that_keeps_nobody_busy() {
    let text = calendar(
        &feed(
            zone("Europe/London"),
            vec![event(EventTime::Day(date(2026, 12, 31)))],
        ),
        None,
    );
    assert!(text.contains(
        "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\nTRANSP:TRANSPARENT\r\n"
    ));
    assert!(!text.contains("VTIMEZONE"));
    assert!(!text.contains("COLOR"));
}

#[test]
fn a_cancelled_meeting_stays_and_says_so() {
    let cancelled = EventFacts {
        state: EventState::Cancelled,
        sequence: 3,
        ..event(afternoon())
    };
    let lines = event_lines(cancelled, zone("Europe/London"));
    assert!(lines.contains(&"STATUS:CANCELLED".to_owned()));
    assert!(lines.contains(&"SEQUENCE:3".to_owned()));
    assert!(lines.contains(&"DTSTART;TZID=Europe/London:20260714T140000".to_owned()));
}

#[test]
fn a_moved_meeting_has_its_old_id_a_higher_number_and_the_new_time() {
    let moved = EventFacts {
        sequence: 2,
        changed: date(2026, 6, 1),
        description: Some("Moved from 14 July".to_owned()),
        ..event(at(date(2026, 7, 21), (10, 30), (12, 0)))
    };
    let lines = event_lines(moved, zone("Europe/London"));
    assert_eq!(
        lines[..6],
        [
            "UID:training-2026-07-14@board.example",
            "DTSTAMP:20260601T000000Z",
            "LAST-MODIFIED:20260601T000000Z",
            "SEQUENCE:2",
            "DTSTART;TZID=Europe/London:20260721T103000",
            "DTEND;TZID=Europe/London:20260721T120000",
        ]
    );
}

#[test]
fn special_characters_are_escaped_and_line_ends_of_every_kind_are_one() {
    let odd = EventFacts {
        summary: "A, b; c\\d \"e\"\tf\u{7}".to_owned(),
        description: Some("one\r\ntwo\nthree\rfour".to_owned()),
        ..event(afternoon())
    };
    let lines = event_lines(odd, zone("Europe/London"));
    assert!(
        lines.contains(&"SUMMARY:A\\, b\\; c\\\\d \"e\"\tf".to_owned()),
        "{lines:?}"
    );
    assert!(lines.contains(&"DESCRIPTION:one\\ntwo\\nthree\\nfour".to_owned()));
}

#[test]
fn an_hour_that_the_clocks_skip_is_the_hour_after_it() {
    let london = || zone("Europe/London");
    let gap = date(2026, 3, 29);
    assert_eq!(
        times(at(gap, (1, 30), (3, 30)), london()),
        [
            "DTSTART;TZID=Europe/London:20260329T023000",
            "DTEND;TZID=Europe/London:20260329T033000",
        ]
    );
    // The end would come before the start, so that the meeting keeps its length.
    assert_eq!(
        times(at(gap, (1, 30), (2, 15)), london()),
        [
            "DTSTART;TZID=Europe/London:20260329T023000",
            "DTEND;TZID=Europe/London:20260329T031500",
        ]
    );
    assert_eq!(
        times(at(gap, (0, 30), (2, 30)), london()),
        [
            "DTSTART;TZID=Europe/London:20260329T003000",
            "DTEND;TZID=Europe/London:20260329T023000",
        ]
    );
}

#[test]
fn an_hour_that_comes_twice_is_its_first_and_written_without_doubt() {
    assert_eq!(
        times(
            at(date(2026, 10, 25), (1, 30), (3, 0)),
            zone("Europe/London")
        ),
        ["DTSTART:20261025T003000Z", "DTEND:20261025T030000Z"]
    );
}

#[test]
fn without_a_named_zone_times_are_universal() {
    assert_eq!(
        times(afternoon(), TimeZone::fixed(jiff::tz::offset(2))),
        ["DTSTART:20260714T120000Z", "DTEND:20260714T140000Z"]
    );
    assert_eq!(
        times(afternoon(), TimeZone::UTC),
        ["DTSTART:20260714T140000Z", "DTEND:20260714T160000Z"]
    );
}

#[test]
fn a_calendar_without_a_meeting_still_has_a_component() {
    let text = calendar(&feed(zone("Europe/London"), Vec::new()), None);
    let begins: Vec<&str> = lines(&text)
        .into_iter()
        .filter(|line| line.starts_with("BEGIN"))
        .collect();
    assert_eq!(
        begins,
        ["BEGIN:VCALENDAR", "BEGIN:VTIMEZONE", "BEGIN:STANDARD"]
    );
}
