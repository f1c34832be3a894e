//! Meetings.

use crate::dates::{Date, PartialDate, Period, TimeRange};
use crate::source::{Span, Spanned};

use super::{Group, Id, Localised, PageFacts, Prose, Target, WebAddress};

/// A cycle of meetings, usually a year.
#[derive(Clone, Debug)]
pub struct Cycle {
    /// What every page has.
    pub page: PageFacts,
    /// Its title.
    pub title: String,
    /// The months it covers; `None` only where they could not be read.
    pub period: Option<Spanned<Period>>,
    /// A remark.
    pub note: Option<Prose>,
    /// The groups and their dates, in the author's order.
    pub series: Vec<Series>,
}

/// The meetings of one group in a cycle.
#[derive(Clone, Debug)]
pub struct Series {
    /// The group in the author's words.
    pub words: Spanned<String>,
    /// The group, where it is known.
    pub group: Option<Id<Localised<Group>>>,
    /// A remark.
    pub note: Option<Prose>,
    /// The meetings, in the author's order.
    pub meetings: Vec<Meeting>,
}

/// One meeting.
#[derive(Clone, Debug)]
pub struct Meeting {
    /// Where it stands.
    pub span: Span,
    /// Its id on a page, unique in its cycle: `board-2026-07-12`. It stays when the meeting moves.
    pub id: String,
    /// When.
    pub when: When,
    /// The date as written.
    pub written: String,
    /// At what time: its own, else the usual one.
    pub time: Option<TimeRange>,
    /// Where: its own place, else the usual one.
    pub place: Option<String>,
    /// Where it is online.
    pub online: Option<Online>,
    /// Its state.
    pub state: State,
    /// The day it was first planned for: the words, and the date where it is one.
    pub moved_from: Option<(String, Option<PartialDate>)>,
    /// Why, or anything else.
    pub note: Option<Prose>,
    /// The agenda.
    pub agenda: Option<Paper>,
    /// Papers.
    pub papers: Vec<Paper>,
    /// The minutes.
    pub minutes: Option<Paper>,
}

/// When a meeting is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// On a day.
    Day(Date),
    /// In a month, the day to be confirmed.
    Month {
        /// The year.
        year: i16,
        /// The month, from 1.
        month: i8,
    },
    /// Not known: shown as written, under "to be confirmed", and left out of calendar files.
    Unclear,
}

impl When {
    /// The day, where it is one.
    #[must_use]
    pub fn day(self) -> Option<Date> {
        match self {
            When::Day(day) => Some(day),
            When::Month { .. } | When::Unclear => None,
        }
    }
}

/// The state of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Planned, as all are that say nothing else.
    Planned,
    /// Confirmed.
    Confirmed,
    /// Moved from another day.
    Moved,
    /// Cancelled.
    Cancelled,
    /// To be confirmed.
    ToBeConfirmed,
}

/// Where a meeting is online.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Online {
    /// At a web address.
    Address(WebAddress),
    /// In words.
    Words(String),
}

/// A paper of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// The words of the link, where the author gave them.
    pub title: Option<String>,
    /// Where it is.
    pub target: Target,
    /// The place as written.
    pub written: String,
}
