//! One cycle of meetings, usually a year.

use serde::Serialize;

use crate::derive::html::Html;
use crate::derive::view::calendar::MeetingView;
use crate::derive::view::page::PageView;
use crate::derive::view::parts::{LinkView, NameView};

/// One cycle of meetings.
#[derive(Clone, Debug, Serialize)]
pub struct MeetingsView {
    /// What every page has.
    pub page: PageView,
    /// The period, in words.
    pub period: String,
    /// A remark about the cycle.
    pub note: Option<Html>,
    /// The author's text.
    pub body: Option<Html>,
    /// One entry for each group, in the author's order.
    pub groups: Vec<CycleGroupView>,
    /// All meetings by date.
    pub calendar: Option<LinkView>,
    /// The other cycles, newest first.
    pub cycles: Vec<LinkView>,
}

/// The meetings of one group in a cycle.
#[derive(Clone, Debug, Serialize)]
pub struct CycleGroupView {
    /// The id of the heading.
    pub id: String,
    /// The group, as written, linked where it is known.
    pub group: NameView,
    /// The usual time, in words.
    pub time: Option<String>,
    /// The usual place.
    pub place: Option<Html>,
    /// How to join from elsewhere.
    pub online: Option<Html>,
    /// A remark.
    pub note: Option<Html>,
    /// The meetings, by date, then those to be confirmed. What they share with the group (time,
    /// place, online) is not repeated in them.
    pub meetings: Vec<MeetingView>,
}
