//! All plans of the board.

use serde::Serialize;

use crate::derive::page::PageParts;
use crate::derive::scope::Scope;
use crate::derive::view::page::PageView;
use crate::derive::view::plan::PlanSummaryView;
use crate::model::{Entity, Listing};

/// All plans: the current one first, then the newest.
#[derive(Clone, Debug, Serialize)]
pub struct PlansView {
    /// What every page has.
    pub page: PageView,
    /// The plans.
    pub plans: Vec<PlanSummaryView>,
}

impl PlansView {
    /// The page of all plans.
    #[must_use]
    pub fn new(scope: &Scope<'_>) -> Self {
        let plans = scope.derivation.relations.plans();
        let title = scope
            .derivation
            .name(Entity::Listing(Listing::Plans), scope.language());
        Self {
            plans: plans.iter().map(|plan| scope.plan_summary(*plan)).collect(),
            page: scope.page(PageParts::new("plans", title)),
        }
    }
}
