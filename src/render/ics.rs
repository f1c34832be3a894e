//! Calendars that people subscribe to: iCalendar, RFC 5545.

mod lines;
mod timezone;

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use crate::derive::view::feed::{CalendarFeed, EventFacts, EventState, EventTime};
use crate::render::ics::lines::{Lines, escape};
use crate::render::{Input, Made};

/// One file for each calendar.
pub(super) fn make(input: &Input<'_>) -> Made {
    Made::files(
        input
            .views
            .feeds
            .iter()
            .map(|feed| (feed.path.clone(), calendar(feed).into_bytes())),
    )
}

fn calendar(feed: &CalendarFeed) -> String {
    let zone = Zone::of(&feed.zone);
    let mut lines = Lines::default();
    lines.push("BEGIN", "VCALENDAR");
    lines.push("VERSION", "2.0");
    lines.push("PRODID", "-//boardplan//boardplan//EN");
    lines.push("CALSCALE", "GREGORIAN");
    lines.push("METHOD", "PUBLISH");
    // The name in the words of RFC 7986, and as older programs know it.
    lines.push("NAME", &escape(&feed.name));
    lines.push("X-WR-CALNAME", &escape(&feed.name));
    lines.push("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
    if let Zone::Named { name, zone } = &zone
        && let Some((first, last)) = span_of(&feed.events)
    {
        timezone::push(&mut lines, name, zone, first, last);
    }
    for event in &feed.events {
        push_event(&mut lines, event, &zone);
    }
    lines.push("END", "VCALENDAR");
    lines.into_text()
}

/// How local times are written.
enum Zone<'a> {
    /// With the name of a zone, whose rules stand in the file.
    Named { name: &'a str, zone: &'a TimeZone },
    /// As UTC, for a zone without a name.
    Universal { zone: &'a TimeZone },
}

impl<'a> Zone<'a> {
    fn of(zone: &'a TimeZone) -> Self {
        match zone.iana_name() {
            Some(name) if name != "UTC" => Zone::Named { name, zone },
            _ => Zone::Universal { zone },
        }
    }
}

fn push_event(lines: &mut Lines, event: &EventFacts, zone: &Zone<'_>) {
    let EventFacts {
        uid,
        sequence,
        changed,
        summary,
        when,
        state,
        location,
        description,
        url,
    } = event;
    lines.push("BEGIN", "VEVENT");
    lines.push("UID", &escape(uid));
    lines.push("DTSTAMP", &format!("{}T000000Z", day(*changed)));
    lines.push("SEQUENCE", &sequence.to_string());
    match when {
        EventTime::Day(date) => {
            lines.push("DTSTART;VALUE=DATE", &day(*date));
            // The end of an event is the first moment after it (§3.6.1).
            if let Ok(next) = date.tomorrow() {
                lines.push("DTEND;VALUE=DATE", &day(next));
            }
            // Nobody is busy all day for a meeting whose hour is not known.
            lines.push("TRANSP", "TRANSPARENT");
        }
        EventTime::At { start, end } => {
            push_time(lines, "DTSTART", *start, zone);
            if let Some(end) = end {
                push_time(lines, "DTEND", *end, zone);
            }
        }
    }
    lines.push("SUMMARY", &escape(summary));
    lines.push(
        "STATUS",
        match state {
            EventState::Tentative => "TENTATIVE",
            EventState::Confirmed => "CONFIRMED",
            EventState::Cancelled => "CANCELLED",
        },
    );
    if let Some(location) = location {
        lines.push("LOCATION", &escape(location));
    }
    if let Some(description) = description {
        lines.push("DESCRIPTION", &escape(description));
    }
    if let Some(url) = url {
        lines.push("URL", url);
    }
    lines.push("END", "VEVENT");
}

fn push_time(lines: &mut Lines, name: &str, time: DateTime, zone: &Zone<'_>) {
    match zone {
        Zone::Named { name: id, .. } => lines.push(&format!("{name};TZID={id}"), &local(time)),
        Zone::Universal { zone } => {
            let universal = zone
                .to_ambiguous_zoned(time)
                .compatible()
                .map_or(time, |moment| {
                    moment.with_time_zone(TimeZone::UTC).datetime()
                });
            lines.push(name, &format!("{}Z", local(universal)));
        }
    }
}

/// The first and last local time that the events name, where one names an hour.
fn span_of(events: &[EventFacts]) -> Option<(DateTime, DateTime)> {
    let times = || {
        events.iter().flat_map(|event| match event.when {
            EventTime::Day(_) => [None, None],
            EventTime::At { start, end } => [Some(start), end],
        })
    };
    Some((times().flatten().min()?, times().flatten().max()?))
}

/// `20260806` (§3.3.4).
fn day(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// `20260806T140000` (§3.3.5).
fn local(time: DateTime) -> String {
    format!(
        "{}T{:02}{:02}{:02}",
        day(time.date()),
        time.hour(),
        time.minute(),
        time.second()
    )
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::output::OutputPath;

    fn event(when: EventTime) -> EventFacts {
        EventFacts {
            uid: "training-2026-07-14@board.example".to_owned(),
            sequence: 1,
            changed: date(2026, 4, 1),
            summary: "Training Group; second meeting".to_owned(),
            when,
            state: EventState::Confirmed,
            location: Some("Room 1,\nTown Hall".to_owned()),
            description: None,
            url: Some("https://board.example/meetings/2026.html#m".to_owned()),
        }
    }

    fn feed(zone: TimeZone, events: Vec<EventFacts>) -> CalendarFeed {
        CalendarFeed {
            path: OutputPath::new("calendar/training.ics"),
            name: "Meetings".to_owned(),
            zone,
            events,
        }
    }

    fn afternoon() -> EventTime {
        EventTime::At {
            start: date(2026, 7, 14).at(14, 0, 0, 0),
            end: Some(date(2026, 7, 14).at(16, 0, 0, 0)),
        }
    }

    #[test]
    fn a_meeting_keeps_its_local_time_and_the_rules_of_its_zone() {
        let london = TimeZone::get("Europe/London").unwrap();
        let text = calendar(&feed(london, vec![event(afternoon())]));
        let expected = [
            "BEGIN:VEVENT",
            "UID:training-2026-07-14@board.example",
            "DTSTAMP:20260401T000000Z",
            "SEQUENCE:1",
            "DTSTART;TZID=Europe/London:20260714T140000",
            "DTEND;TZID=Europe/London:20260714T160000",
            "SUMMARY:Training Group\\; second meeting",
            "STATUS:CONFIRMED",
            "LOCATION:Room 1\\,\\nTown Hall",
            "URL:https://board.example/meetings/2026.html#m",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ];
        let tail = text.split_once("END:VTIMEZONE\r\n").unwrap().1;
        assert_eq!(tail.split("\r\n").collect::<Vec<_>>(), expected);
        assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
    }

    #[test]
    fn a_day_without_an_hour_is_a_whole_day_that_keeps_nobody_busy() {
        let london = TimeZone::get("Europe/London").unwrap();
        let text = calendar(&feed(
            london,
            vec![event(EventTime::Day(date(2026, 12, 31)))],
        ));
        assert!(text.contains(
            "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\nTRANSP:TRANSPARENT\r\n"
        ));
        assert!(!text.contains("VTIMEZONE"));
    }

    #[test]
    fn without_a_named_zone_times_are_universal() {
        let zone = TimeZone::fixed(jiff::tz::offset(2));
        let text = calendar(&feed(zone, vec![event(afternoon())]));
        assert!(text.contains("DTSTART:20260714T120000Z\r\nDTEND:20260714T140000Z\r\n"));
    }
}
