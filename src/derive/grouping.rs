//! All actions of a plan, grouped: by priority, by status, by who leads, by agency, by time.

mod owners;
mod time;

use crate::derive::explorer::Filters;
use crate::derive::ids::Ids;
use crate::derive::relations::{ActionId, PlanId, actions_of_plan};
use crate::derive::scope::{CardIn, Scope, WITHOUT_STATUS};
use crate::derive::view::action_parts::ActionCardView;
use crate::derive::view::actions::ActionGroupView;
use crate::model::Entity;

pub use owners::{Led, TakesPart, by_lead, by_member, led, takes_part};
pub use time::{by_due_date, due_soon, overdue, slot_heading};

/// By priority, in the plan's order. This list can be filtered.
#[must_use]
pub fn by_priority(scope: &Scope<'_>, plan: PlanId) -> Vec<ActionGroupView> {
    let mut ids = Ids::default();
    let filters = Filters::of(scope, plan);
    let filtered = |id: &ActionId| ActionCardView {
        filter: filters.facts(*id),
        ..scope.action_card(*id, CardIn::Priority)
    };
    scope
        .priorities_of(plan)
        .into_iter()
        .map(|id| {
            let priority = &scope.site().priorities[id].original;
            ActionGroupView {
                id: ids.unique(&priority.folder),
                heading: scope
                    .derivation
                    .name(Entity::Priority(id), scope.language()),
                href: Some(scope.href(Entity::Priority(id))),
                note: None,
                actions: priority.actions.iter().map(filtered).collect(),
            }
        })
        .filter(|group| !group.actions.is_empty())
        .collect()
}

/// By status, in the plan's order, then those without one.
#[must_use]
pub fn by_status(scope: &Scope<'_>, plan: PlanId) -> Vec<ActionGroupView> {
    let actions = actions_of_plan(scope.site(), plan);
    let with = |index: Option<usize>| -> Vec<ActionId> {
        let has = |id: &ActionId| scope.standing(*id).status.map(|status| status.index()) == index;
        actions.iter().copied().filter(has).collect()
    };
    let mut groups: Vec<ActionGroupView> = scope
        .statuses(plan)
        .into_iter()
        .enumerate()
        .map(|(index, status)| ActionGroupView {
            id: status.slug,
            heading: status.name,
            href: None,
            note: status.meaning,
            actions: cards(scope, &with(Some(index))),
        })
        .collect();
    let heading = scope.text("actions.no_status", &[]);
    groups.push(plain_group(
        scope,
        WITHOUT_STATUS.to_owned(),
        heading,
        &with(None),
    ));
    groups.retain(|group| !group.actions.is_empty());
    groups
}

fn plain_group(
    scope: &Scope<'_>,
    id: String,
    heading: String,
    actions: &[ActionId],
) -> ActionGroupView {
    ActionGroupView {
        id,
        heading,
        href: None,
        note: None,
        actions: cards(scope, actions),
    }
}

fn cards(scope: &Scope<'_>, actions: &[ActionId]) -> Vec<ActionCardView> {
    actions
        .iter()
        .map(|id| scope.action_card(*id, CardIn::AnyList))
        .collect()
}
