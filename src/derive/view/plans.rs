//! All plans of the board.

use serde::Serialize;

use crate::derive::view::page::PageView;
use crate::derive::view::plan::PlanSummaryView;

/// All plans: the current one first, then the newest.
#[derive(Clone, Debug, Serialize)]
pub struct PlansView {
    /// What every page has.
    pub page: PageView,
    /// The plans.
    pub plans: Vec<PlanSummaryView>,
}
