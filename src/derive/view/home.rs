//! The first page of the site.

use serde::Serialize;

use crate::derive::html::Html;
use crate::derive::view::calendar::MeetingView;
use crate::derive::view::page::PageView;
use crate::derive::view::parts::{LinkGroupView, LinkView};
use crate::derive::view::plan::{PlanSummaryView, PriorityCardView};

/// The first page of the site.
#[derive(Clone, Debug, Serialize)]
pub struct HomeView {
    /// What every page has.
    pub page: PageView,
    /// The welcome text.
    pub body: Option<Html>,
    /// The current plan.
    pub plan: Option<PlanSummaryView>,
    /// Its priorities, strategic ones first.
    pub priorities: Vec<PriorityCardView>,
    /// The next three meetings of all groups.
    pub meetings: Vec<MeetingView>,
    /// All meetings.
    pub calendar: Option<LinkView>,
    /// The other parts of the site: ways in by group, member, document.
    pub sections: Vec<LinkGroupView>,
}
