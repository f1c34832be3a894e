//! What the list of all actions can be filtered by, and what each action says to that.
//!
//! Scripts compare ids only, which stand on the page beside the words that people read.

use std::collections::BTreeMap;

use crate::derive::deadlines::{Slot, Work, work_of};
use crate::derive::grouping::{led, takes_part};
use crate::derive::ids::Ids;
use crate::derive::relations::{ActionId, PlanId, actions_of_plan};
use crate::derive::scope::Scope;
use crate::derive::view::actions::{ChoiceView, ExplorerView, FilterFactsView};
use crate::model::Entity;

/// Between the ids of a list, which have no space themselves.
const SEPARATOR: &str = " ";

/// What the actions of a plan can be filtered by. A choice that no action answers to is left out.
pub struct Filters {
    statuses: Vec<ChoiceView>,
    priorities: Vec<ChoiceView>,
    leads: Vec<ChoiceView>,
    members: Vec<ChoiceView>,
    facts: BTreeMap<ActionId, Facts>,
}

/// What one action says: ids of choices.
#[derive(Default)]
struct Facts {
    statuses: Vec<String>,
    priorities: Vec<String>,
    leads: Vec<String>,
    members: Vec<String>,
    due: Option<String>,
}

impl Filters {
    /// The filters for the actions of a plan.
    #[must_use]
    pub fn of(scope: &Scope<'_>, plan: PlanId) -> Self {
        let mut facts: BTreeMap<ActionId, Facts> = BTreeMap::new();
        let mut choose = |field: Field, value: String, text: String, actions: &[ActionId]| {
            for id in actions {
                field(facts.entry(*id).or_default()).push(value.clone());
            }
            (!actions.is_empty()).then_some(ChoiceView { value, text })
        };
        let statuses = by_status(scope, plan)
            .into_iter()
            .filter_map(|(id, name, actions)| {
                choose(|facts| &mut facts.statuses, id, name, &actions)
            })
            .collect();
        let priorities = by_priority(scope, plan)
            .into_iter()
            .filter_map(|(id, name, actions)| {
                choose(|facts| &mut facts.priorities, id, name, &actions)
            })
            .collect();
        let leads = led(scope, plan)
            .into_iter()
            .filter_map(|led| choose(|facts| &mut facts.leads, led.id, led.name, &led.actions))
            .collect();
        let members = takes_part(scope, plan)
            .into_iter()
            .filter_map(|part| {
                choose(
                    |facts| &mut facts.members,
                    part.id,
                    part.name,
                    &part.actions,
                )
            })
            .collect();
        for id in actions_of_plan(scope.site(), plan) {
            let works = work_of(scope.site(), id);
            let first = works.iter().filter_map(Work::day).min();
            facts.entry(id).or_default().due = first.map(|day| day.to_string());
        }
        Self {
            statuses,
            priorities,
            leads,
            members,
            facts,
        }
    }

    /// What an action says to the filters.
    #[must_use]
    pub fn facts(&self, id: ActionId) -> Option<FilterFactsView> {
        let Facts {
            statuses,
            priorities,
            leads,
            members,
            due,
        } = self.facts.get(&id)?;
        Some(FilterFactsView {
            status: statuses.join(SEPARATOR),
            priority: priorities.join(SEPARATOR),
            lead: leads.join(SEPARATOR),
            member: members.join(SEPARATOR),
            due: due.clone(),
        })
    }

    /// The filters as a page shows them.
    #[must_use]
    pub fn into_view(self, scope: &Scope<'_>) -> ExplorerView {
        let Self {
            statuses,
            priorities,
            leads,
            members,
            facts,
        } = self;
        ExplorerView {
            has_dates: facts.values().any(|facts| facts.due.is_some()),
            statuses,
            priorities,
            leads,
            members,
            table: scope
                .link_at(scope.routes().table_for_script(), String::new())
                .href,
        }
    }
}

/// One of the lists of [`Facts`].
type Field = fn(&mut Facts) -> &mut Vec<String>;

/// An id, its words, and the actions that answer to it.
type Answer = (String, String, Vec<ActionId>);

/// By status in the plan's order; then what is overdue, whatever its status, and what has none.
fn by_status(scope: &Scope<'_>, plan: PlanId) -> Vec<Answer> {
    let actions = actions_of_plan(scope.site(), plan);
    let mut ids = Ids::default();
    let with = |index: Option<usize>| {
        let has = |id: &ActionId| scope.standing(*id).status.map(|status| status.index()) == index;
        actions.iter().copied().filter(has).collect()
    };
    let is_overdue = |id: &ActionId| {
        let works = work_of(scope.site(), *id);
        works.iter().any(|work| work.slot == Slot::Overdue)
    };
    let mut answers: Vec<Answer> = scope
        .statuses(plan)
        .into_iter()
        .enumerate()
        .map(|(index, status)| (ids.unique(&status.slug), status.name, with(Some(index))))
        .collect();
    answers.push((
        ids.unique("overdue"),
        scope.text("status.late", &[]),
        actions.iter().copied().filter(is_overdue).collect(),
    ));
    let without = with(None);
    // Where no action has a status there is nothing to choose by.
    if without.len() < actions.len() {
        let name = scope.text("actions.no_status", &[]);
        answers.push((ids.unique("no-status"), name, without));
    }
    answers
}

/// By priority: its own actions, and those of others that serve it.
fn by_priority(scope: &Scope<'_>, plan: PlanId) -> Vec<Answer> {
    let site = scope.site();
    let mut ids = Ids::default();
    scope
        .priorities_of(plan)
        .into_iter()
        .map(|id| {
            let priority = &site.priorities[id].original;
            let mut actions = priority.actions.clone();
            for action in scope.derivation.relations.served_by(id) {
                let is_of_plan = site.actions[*action].original.plan == plan;
                if is_of_plan && !actions.contains(action) {
                    actions.push(*action);
                }
            }
            let name = scope
                .derivation
                .name(Entity::Priority(id), scope.language());
            (ids.unique(&priority.folder), name, actions)
        })
        .collect()
}
