//! Calendars that people subscribe to: facts only, no format.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use crate::output::OutputPath;

/// One calendar: of all meetings of the board, of one group, one meeting alone, or the dates by
/// which actions are due.
#[derive(Clone, Debug)]
pub struct CalendarFeed {
    /// Where it is published: `calendar/training.ics`.
    pub path: OutputPath,
    /// Its own absolute address, where `site_url` is set and people may subscribe to it.
    pub source: Option<String>,
    /// What a reader's calendar program calls it.
    pub name: String,
    /// The time zone of the site.
    pub zone: TimeZone,
    /// What takes place on a certain day, in the order of time.
    pub events: Vec<EventFacts>,
}

/// One meeting, or one date by which something is due.
#[derive(Clone, Debug)]
pub struct EventFacts {
    /// An id that is the same in every build, for ever, and unique in the world (RFC 5545 §3.8.4.7).
    pub uid: String,
    /// It rises with each change; a calendar program replaces a lower one (§3.8.7.4).
    pub sequence: u32,
    /// When the facts were last changed as far as the content says; never the time of the build.
    pub changed: Date,
    /// What it is: "Training Group meeting".
    pub summary: String,
    /// When it takes place.
    pub when: EventTime,
    /// How sure it is.
    pub state: EventState,
    /// Where, in plain text.
    pub location: Option<String>,
    /// The address at which people join from elsewhere.
    pub conference: Option<String>,
    /// More, in plain text.
    pub description: Option<String>,
    /// The absolute address of its page, where `site_url` is set.
    pub url: Option<String>,
}

/// When a meeting takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventTime {
    /// On a day; the hour is not known.
    Day(Date),
    /// At a local time of the feed's zone.
    At {
        /// The beginning.
        start: DateTime,
        /// The end, where it is known; not before the beginning.
        end: Option<DateTime>,
    },
}

/// How sure a meeting is (RFC 5545 §3.8.1.11).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventState {
    /// Planned or to be confirmed.
    Tentative,
    /// Confirmed.
    Confirmed,
    /// It does not take place.
    Cancelled,
}
