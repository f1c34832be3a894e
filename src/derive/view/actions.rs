//! All actions of a plan, grouped by priority, lead, due date or status: four pages.

use serde::Serialize;

use crate::derive::html::Html;
use crate::derive::view::action_parts::ActionCardView;
use crate::derive::view::page::PageView;
use crate::derive::view::parts::{LinkView, StatusSummaryView};

/// All actions of a plan in one grouping.
#[derive(Clone, Debug, Serialize)]
pub struct ActionsView {
    /// What every page has.
    pub page: PageView,
    /// The plan.
    pub plan: LinkView,
    /// `priority`, `lead`, `due` or `status`.
    pub grouping: &'static str,
    /// The four groupings.
    pub groupings: Vec<GroupingView>,
    /// How many actions there are. In the groupings by lead and by date one can stand twice.
    pub total: usize,
    /// How they stand.
    pub progress: Option<StatusSummaryView>,
    /// The groups, in order; none is empty.
    pub groups: Vec<ActionGroupView>,
}

/// One of the ways to group actions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GroupingView {
    /// `priority`, `lead`, `due` or `status`.
    pub key: &'static str,
    /// The words: "By lead", in the plan's word.
    pub text: String,
    /// The page.
    pub href: String,
    /// Whether it is this page.
    pub current: bool,
}

/// The actions of one priority, lead, date or status.
#[derive(Clone, Debug, Serialize)]
pub struct ActionGroupView {
    /// The id of the heading.
    pub id: String,
    /// The heading.
    pub heading: String,
    /// The page of what the heading names, where it has one.
    pub href: Option<String>,
    /// What the heading means, where that needs words (a status).
    pub note: Option<Html>,
    /// The actions.
    pub actions: Vec<ActionCardView>,
}
