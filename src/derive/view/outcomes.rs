//! The outcomes of a plan, each with the priorities and actions that serve it.

use serde::Serialize;

use crate::derive::page::PageParts;
use crate::derive::relations::PlanId;
use crate::derive::scope::{CardIn, Scope, outcome_ids};
use crate::derive::view::action_parts::ActionCardView;
use crate::derive::view::page::PageView;
use crate::derive::view::parts::LinkView;
use crate::derive::view::plan::OutcomeTableView;
use crate::model::{Entity, Id, Listing, Outcome};

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

impl OutcomesView {
    /// The page of the outcomes of a plan.
    #[must_use]
    pub fn new(scope: &Scope<'_>, id: PlanId) -> Self {
        let plan = scope.site().plans[id].in_language(scope.language());
        let title = scope
            .derivation
            .name(Entity::Listing(Listing::Outcomes), scope.language());
        Self {
            plan: scope.link(Entity::Plan(id)),
            table: scope.outcome_table(id),
            outcomes: plan
                .outcomes
                .iter()
                .zip(outcome_ids(plan))
                .map(|((outcome, said), place)| OutcomeView::new(scope, id, (outcome, said), place))
                .collect(),
            page: scope.page(PageParts {
                plan: Some(id),
                parents: vec![Entity::Plan(id)],
                ..PageParts::new("outcomes", title)
            }),
        }
    }
}

impl OutcomeView {
    fn new(
        scope: &Scope<'_>,
        plan: PlanId,
        (id, outcome): (Id<Outcome>, &Outcome),
        place: String,
    ) -> Self {
        let word = scope.word(plan, None, "outcome").one;
        let served = scope.derivation.relations.outcome(plan, id);
        Self {
            id: place,
            label: match &outcome.reference {
                Some(reference) => scope.text(
                    "outcomes.label",
                    &[("word", &word), ("ref", &reference.value)],
                ),
                None => word,
            },
            title: outcome.title.value.clone(),
            priorities: served
                .priorities
                .iter()
                .map(|priority| scope.link(Entity::Priority(*priority)))
                .collect(),
            actions: served
                .actions
                .iter()
                .map(|action| scope.action_card(*action, CardIn::AnyList))
                .collect(),
        }
    }
}
