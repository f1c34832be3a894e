//! Meetings by date: of all groups, or of one.

use serde::Serialize;

use crate::derive::html::Html;
use crate::derive::view::page::PageView;
use crate::derive::view::parts::{DateView, LinkView, NameView};

/// Meetings by date.
#[derive(Clone, Debug, Serialize)]
pub struct CalendarView {
    /// What every page has.
    pub page: PageView,
    /// The group whose meetings these are; `None` for all groups.
    pub group: Option<LinkView>,
    /// All groups, then each group that meets.
    pub filters: Vec<CalendarFilterView>,
    /// The next meeting that is not cancelled; it stands in `months` too.
    pub next: Option<MeetingView>,
    /// Coming meetings by month, cancelled ones included.
    pub months: Vec<MonthView>,
    /// Meetings without a certain day.
    pub to_be_confirmed: Vec<MeetingView>,
    /// Past meetings by month, newest first.
    pub past: Vec<MonthView>,
    /// The cycles of meetings, newest first: this year, last year.
    pub cycles: Vec<LinkView>,
    /// The calendar file of these meetings.
    pub feed: Option<LinkView>,
}

/// A choice of group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CalendarFilterView {
    /// The words: the name of the group, or "All groups".
    pub text: String,
    /// The page.
    pub href: String,
    /// Whether it is this page.
    pub current: bool,
}

/// The meetings of one month.
#[derive(Clone, Debug, Serialize)]
pub struct MonthView {
    /// The id of the heading: `2026-08`.
    pub id: String,
    /// The heading: "August 2026".
    pub heading: String,
    /// The meetings, by time.
    pub meetings: Vec<MeetingView>,
}

/// A meeting.
#[derive(Clone, Debug, Serialize)]
pub struct MeetingView {
    /// The id of the entry, unique on its page.
    pub id: String,
    /// The group, as written, linked where it is known.
    pub group: NameView,
    /// The day, with its weekday in words: "Tuesday 8 September 2026". A month where no day is
    /// set; `None` where the author's words are no date.
    pub date: Option<DateView>,
    /// The author's words, where `date` is `None`.
    pub written: Option<String>,
    /// The time, in words: "2pm to 4pm".
    pub time: Option<TimeView>,
    /// Where.
    pub place: Option<Html>,
    /// How to join from elsewhere.
    pub online: Option<Html>,
    /// `planned`, `confirmed`, `moved`, `cancelled` or `to-be-confirmed`.
    pub state: &'static str,
    /// The state in words, where a reader should know it: all but `planned`.
    pub state_text: Option<String>,
    /// The day it was moved from.
    pub moved_from: Option<DateView>,
    /// A remark, such as the reason of a change.
    pub note: Option<Html>,
    /// Agenda, papers and minutes, in this order, each with type and size.
    pub papers: Vec<PaperView>,
}

/// A time of day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TimeView {
    /// For people: "2pm to 4pm".
    pub text: String,
    /// The beginning for machines: `14:00`.
    pub start: String,
    /// The end for machines, where it is known.
    pub end: Option<String>,
}

/// A paper of a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PaperView {
    /// `agenda`, `paper` or `minutes`.
    pub kind: &'static str,
    /// The link; its text says which meeting it belongs to.
    pub link: LinkView,
}
