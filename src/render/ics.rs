//! Calendars that people subscribe to: iCalendar, RFC 5545.

mod lines;
mod timezone;

use jiff::Zoned;
use jiff::civil::{Date, DateTime};
use jiff::tz::{AmbiguousOffset, TimeZone};

use crate::colour::Colour;
use crate::derive::view::feed::{CalendarFeed, EventFacts, EventState, EventTime};
use crate::render::ics::lines::{Lines, escape};
use crate::render::{Input, Made};

/// One file for each calendar.
pub(super) fn make(input: &Input<'_>) -> Made {
    let colour = input.views.brand;
    Made::files(
        input
            .views
            .feeds
            .iter()
            .map(|feed| (feed.path.clone(), calendar(feed, colour).into_bytes())),
    )
}

/// How often a subscribed calendar should be asked for again: once a day is enough for meetings.
const REFRESH: &str = "P1D";

fn calendar(feed: &CalendarFeed, colour: Option<Colour>) -> String {
    let mut lines = Lines::default();
    lines.push("BEGIN", "VCALENDAR");
    lines.push("VERSION", "2.0");
    lines.push("PRODID", "-//boardplan//boardplan//EN");
    lines.push("CALSCALE", "GREGORIAN");
    lines.push("METHOD", "PUBLISH");
    // Each in the words of RFC 7986, then as older programs know it.
    lines.push("NAME", &escape(&feed.name));
    lines.push("X-WR-CALNAME", &escape(&feed.name));
    if let Some(colour) = colour {
        lines.push("COLOR", colour.nearest_name());
        lines.push("X-APPLE-CALENDAR-COLOR", &colour.to_string());
    }
    if let Some(source) = &feed.source {
        lines.push("SOURCE;VALUE=URI", source);
        lines.push("REFRESH-INTERVAL;VALUE=DURATION", REFRESH);
        lines.push("X-PUBLISHED-TTL", REFRESH);
    }
    if let (Some(id), Some((first, last))) = (zone_id(&feed.zone), span_of(feed)) {
        timezone::push(&mut lines, id, &feed.zone, first, last);
    }
    for event in &feed.events {
        push_event(&mut lines, event, &feed.zone);
    }
    lines.push("END", "VCALENDAR");
    lines.into_text()
}

/// The name by which local times refer to the rules of their zone. A zone without one is written
/// as UTC.
fn zone_id(zone: &TimeZone) -> Option<&str> {
    zone.iana_name().filter(|name| *name != "UTC")
}

fn push_event(lines: &mut Lines, event: &EventFacts, zone: &TimeZone) {
    let EventFacts {
        uid,
        sequence,
        changed,
        summary,
        when,
        state,
        location,
        conference,
        description,
        url,
    } = event;
    let changed = format!("{}T000000Z", day(*changed));
    lines.push("BEGIN", "VEVENT");
    lines.push("UID", &escape(uid));
    lines.push("DTSTAMP", &changed);
    lines.push("LAST-MODIFIED", &changed);
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
        EventTime::At { start, end } => push_times(lines, *start, *end, zone),
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
    if let Some(conference) = conference {
        lines.push("CONFERENCE;VALUE=URI", conference);
    }
    if let Some(description) = description {
        lines.push("DESCRIPTION", &escape(description));
    }
    if let Some(url) = url {
        lines.push("URL", url);
    }
    lines.push("END", "VEVENT");
}

/// Adds the start and the end of an event so that every program understands the same moments.
fn push_times(lines: &mut Lines, start: DateTime, end: Option<DateTime>, zone: &TimeZone) {
    let (first, last) = match moments(start, end, zone) {
        Some(moments) => moments,
        // A time that no clock can show. It stays as it was written, of no zone.
        None => {
            lines.push("DTSTART", &local(start));
            return;
        }
    };
    // An hour that comes twice has two moments by local time; by universal time it has one.
    let is_twofold = |time: DateTime| {
        let offset = zone.to_ambiguous_timestamp(time).offset();
        matches!(offset, AmbiguousOffset::Fold { .. })
    };
    let id = zone_id(zone).filter(|_| !is_twofold(start) && !end.is_some_and(is_twofold));
    for (name, moment) in [("DTSTART", Some(first)), ("DTEND", last)] {
        let Some(moment) = moment else { continue };
        match id {
            Some(id) => lines.push(&format!("{name};TZID={id}"), &local(moment.datetime())),
            None => {
                let universal = moment.with_time_zone(TimeZone::UTC).datetime();
                lines.push(name, &format!("{}Z", local(universal)));
            }
        }
    }
}

/// The moments at which an event begins and ends. An hour that the clocks skip is counted by the
/// clock before the change (§3.3.5), which is the hour after it by the new clock; of an hour that
/// comes twice the first is meant. An end that would then not be later is moved with the start.
fn moments(
    start: DateTime,
    end: Option<DateTime>,
    zone: &TimeZone,
) -> Option<(Zoned, Option<Zoned>)> {
    let at = |time: DateTime| zone.to_ambiguous_zoned(time).compatible().ok();
    let first = at(start)?;
    let last = end.and_then(|end| {
        at(end)
            .filter(|last| *last > first)
            .or_else(|| first.checked_add(end.duration_since(start)).ok())
    });
    Some((first, last))
}

/// The first and last local time that the events name. Where none names an hour, no zone is
/// needed; where there is no event, its rules stand for the one component that a calendar must
/// have (§3.6).
fn span_of(feed: &CalendarFeed) -> Option<(DateTime, DateTime)> {
    let times = || {
        feed.events.iter().flat_map(|event| match event.when {
            EventTime::Day(_) => [None, None],
            EventTime::At { start, end } => [Some(start), end],
        })
    };
    if feed.events.is_empty() {
        let any = Date::constant(2026, 1, 1).to_datetime(jiff::civil::Time::midnight());
        return Some((any, any));
    }
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
mod tests;
