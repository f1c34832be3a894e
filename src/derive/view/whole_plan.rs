//! A plan from the first word to the last on one page, made to print.

use serde::Serialize;

use crate::derive::view::action_parts::TableView;
use crate::derive::view::document::DocumentContentView;
use crate::derive::view::page::PageView;
use crate::derive::view::parts::{FactView, HeadingView, StatusSummaryView};
use crate::derive::view::plan::{OutcomeTableView, PlanContentView};
use crate::derive::view::priority::PriorityContentView;

/// A whole plan.
#[derive(Clone, Debug, Serialize)]
pub struct WholePlanView {
    /// What every page has.
    pub page: PageView,
    /// What stands on the page: documents and priorities, with their ids.
    pub contents: Vec<HeadingView>,
    /// What the author wrote about the plan.
    pub plan: PlanContentView,
    /// Other pages of the plan, in order. Headings in them begin at `h3`, ids are unique on the page.
    pub documents: Vec<WholeDocumentView>,
    /// Which priority serves which outcome.
    pub outcome_table: Option<OutcomeTableView>,
    /// How its actions stand.
    pub progress: Option<StatusSummaryView>,
    /// The priorities, strategic ones first.
    pub priorities: Vec<WholePriorityView>,
}

/// A document of the plan, as a part of the whole.
#[derive(Clone, Debug, Serialize)]
pub struct WholeDocumentView {
    /// The id of its heading.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// What stands in it.
    pub document: DocumentContentView,
    /// Its own document control: only what the author gave.
    pub document_control: Vec<FactView>,
}

/// A priority, as a part of the whole.
#[derive(Clone, Debug, Serialize)]
pub struct WholePriorityView {
    /// The id of its heading.
    pub id: String,
    /// Its heading: "Priority 1: Early help".
    pub heading: String,
    /// What the author wrote about it.
    pub priority: PriorityContentView,
    /// Its work plan, with the whole text of each action.
    pub table: Option<TableView>,
}
