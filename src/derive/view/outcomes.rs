//! The outcomes of a plan, each with the priorities and actions that serve it.

use serde::Serialize;

use crate::derive::view::action_parts::ActionCardView;
use crate::derive::view::page::PageView;
use crate::derive::view::parts::LinkView;
use crate::derive::view::plan::OutcomeTableView;

/// All outcomes of a plan.
#[derive(Clone, Debug, Serialize)]
pub struct OutcomesView {
    /// What every page has.
    pub page: PageView,
    /// The plan.
    pub plan: LinkView,
    /// Which priority serves which outcome; `None` where there is one outcome only.
    pub table: Option<OutcomeTableView>,
    /// The outcomes, in the author's order.
    pub outcomes: Vec<OutcomeView>,
}

/// An outcome.
#[derive(Clone, Debug, Serialize)]
pub struct OutcomeView {
    /// The id of the entry: links lead to it.
    pub id: String,
    /// The word and the reference: "Outcome 2"; the word alone where there is no reference.
    pub label: String,
    /// The title.
    pub title: String,
    /// Priorities that serve it.
    pub priorities: Vec<LinkView>,
    /// Actions that name it themselves.
    pub actions: Vec<ActionCardView>,
}
