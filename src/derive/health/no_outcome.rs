//! Actions that serve no outcome, in plans that have outcomes.

use crate::derive::health::{Asked, Finding};
use crate::derive::relations::ActionId;
use crate::model::{Entity, Priority, Site};

/// Each action that neither itself nor through its priority serves an outcome. Where that is so
/// for all actions of a priority, it is the priority that lacks it.
pub(super) fn ask(asked: &Asked<'_>) -> Vec<Finding> {
    let site = asked.site;
    let Some(plan) = site.living_plan() else {
        return Vec::new();
    };
    let priorities = || plan.priorities.iter().copied();
    let says = |priority: &Priority| !priority.outcome.is_empty() || !priority.outcomes.is_empty();
    let uses_outcomes =
        !plan.outcomes.is_empty() || priorities().any(|id| says(&site.priorities[id].original));
    if !uses_outcomes {
        return Vec::new();
    }
    let mut found = Vec::new();
    for id in priorities() {
        let priority = &site.priorities[id].original;
        if says(priority) {
            continue;
        }
        let lacking: Vec<ActionId> = priority
            .actions
            .iter()
            .copied()
            .filter(|action| !serves(site, *action))
            .collect();
        if lacking.len() == priority.actions.len() {
            found.push(Finding {
                about: Entity::Priority(id),
                place: priority.page.whole(),
                when: None,
                sentence:
                    "Neither this priority nor any of its actions names an outcome of the plan."
                        .to_owned(),
            });
        } else {
            found.extend(lacking.into_iter().map(|action| Finding {
                about: Entity::Action(action),
                place: site.actions[action].original.page.whole(),
                when: None,
                sentence:
                    "Neither this action nor its priority names an outcome of the plan.".to_owned(),
            }));
        }
    }
    found
}

/// Whether an action or one of its rows names an outcome, or a priority that it serves too does.
fn serves(site: &Site, id: ActionId) -> bool {
    let action = &site.actions[id].original;
    let mut facts = action.all_facts();
    let mut others = action
        .priorities
        .iter()
        .map(|id| &site.priorities[*id].original);
    facts.any(|facts| !facts.outcomes.items().is_empty())
        || others.any(|other| !other.outcome.is_empty() || !other.outcomes.is_empty())
}
