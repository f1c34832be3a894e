//! A priority with its work plan.

use serde::Serialize;

use crate::derive::html::Html;
use crate::derive::view::action_parts::{
    ActionCardView, LeadView, OutcomeLinkView, StrategyLinkView, TableView,
};
use crate::derive::view::page::PageView;
use crate::derive::view::parts::{LinkView, StatusSummaryView};

/// The page of a priority.
#[derive(Clone, Debug, Serialize)]
pub struct PriorityView {
    /// What every page has.
    pub page: PageView,
    /// The plan it belongs to.
    pub plan: LinkView,
    /// What the author wrote about it.
    pub priority: PriorityContentView,
    /// How its actions stand.
    pub progress: Option<StatusSummaryView>,
    /// Its work plan; `None` where it has no actions.
    pub table: Option<TableView>,
    /// For a strategic priority: the actions of other priorities that serve it.
    pub served_by: Vec<ActionCardView>,
}

/// What the author wrote about a priority.
#[derive(Clone, Debug, Serialize)]
pub struct PriorityContentView {
    /// The title.
    pub title: String,
    /// The reference.
    pub reference: Option<String>,
    /// Whether it cuts across the others.
    pub strategic: bool,
    /// A period of its own, in words.
    pub period: Option<String>,
    /// Statements of what will be different.
    pub outcome: Vec<Html>,
    /// Outcomes of the plan that it serves.
    pub outcomes: Vec<OutcomeLinkView>,
    /// Who owns it.
    pub owners: Vec<LeadView>,
    /// Who sponsors it.
    pub sponsors: Vec<LeadView>,
    /// Linked strategies.
    pub links: Vec<StrategyLinkView>,
    /// The introduction.
    pub body: Option<Html>,
}
