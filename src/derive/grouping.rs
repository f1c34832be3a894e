//! All actions of a plan, grouped by priority, by lead, by due date or by status.

use std::collections::BTreeMap;

use crate::dates::{Certainty, Date, Timescale};
use crate::derive::ids::Ids;
use crate::derive::relations::{ActionId, Involvement, Manner, PlanId, Through, actions_of_plan};
use crate::derive::scope::{CardIn, ListedBy, Scope};
use crate::derive::view::action_parts::ActionCardView;
use crate::derive::view::actions::ActionGroupView;
use crate::model::{Entity, Lead, Owner};

/// By priority, in the plan's order.
#[must_use]
pub fn by_priority(scope: &Scope<'_>, plan: PlanId) -> Vec<ActionGroupView> {
    let mut ids = Ids::default();
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
                actions: cards(scope, &priority.actions, CardIn::Priority),
            }
        })
        .filter(|group| !group.actions.is_empty())
        .collect()
}

/// By who leads the action or one of its rows: groups, members and roles that are known, then other
/// words as their authors wrote them, then what nobody leads.
#[must_use]
pub fn by_lead(scope: &Scope<'_>, plan: PlanId) -> Vec<ActionGroupView> {
    let site = scope.site();
    let mut ids = Ids::default();
    let groups = site.groups.ids().map(Owner::Group);
    let members = site.members.ids().map(Owner::Member);
    let roles = site.roles.ids().map(Owner::Role);
    let mut lists: Vec<ActionGroupView> = groups
        .chain(members)
        .chain(roles)
        .filter_map(|owner| {
            let actions = led_by(scope, plan, owner);
            let entity = Entity::from(owner);
            let heading = scope.derivation.name(entity, scope.language());
            (!actions.is_empty()).then(|| ActionGroupView {
                id: ids.unique(&heading),
                href: Some(scope.href(entity)),
                heading,
                note: None,
                actions,
            })
        })
        .collect();
    let actions = actions_of_plan(site, plan);
    for (words, actions) in led_by_unknown(scope, &actions) {
        lists.push(plain_group(scope, ids.unique(&words), words, &actions));
    }
    let leaderless: Vec<ActionId> = actions
        .into_iter()
        .filter(|id| site.actions[*id].original.leads().next().is_none())
        .collect();
    if !leaderless.is_empty() {
        let heading = scope.text("actions.no_lead", &[]);
        lists.push(plain_group(
            scope,
            ids.unique("no-lead"),
            heading,
            &leaderless,
        ));
    }
    lists
}

/// By due date: overdue first, then each quarter in which a deadline falls that is still to come,
/// then what goes on, what is due in words only, what has no date, and what is finished. An action
/// with several deadlines stands in each of their quarters.
#[must_use]
pub fn by_due_date(scope: &Scope<'_>, plan: PlanId) -> Vec<ActionGroupView> {
    let site = scope.site();
    let mut slots: BTreeMap<Slot, Vec<ActionId>> = BTreeMap::new();
    for id in actions_of_plan(site, plan) {
        let standing = scope.standing(id);
        let of_action = if standing.finished {
            vec![Slot::Finished]
        } else if standing.late {
            vec![Slot::Overdue]
        } else {
            let dues = site.actions[id].original.dues();
            slots_of(dues.map(|due| &due.timescale), site.as_of)
        };
        for slot in of_action {
            slots.entry(slot).or_default().push(id);
        }
    }
    slots
        .into_iter()
        .map(|(slot, actions)| {
            let (id, heading) = slot.heading(scope);
            plain_group(scope, id, heading, &actions)
        })
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
            actions: cards(scope, &with(Some(index)), CardIn::AnyList),
        })
        .collect();
    let heading = scope.text("actions.no_status", &[]);
    groups.push(plain_group(
        scope,
        "no-status".to_owned(),
        heading,
        &with(None),
    ));
    groups.retain(|group| !group.actions.is_empty());
    groups
}

/// A part of the list by due date, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Slot {
    Overdue,
    /// A quarter of a calendar year, from 0.
    Quarter(i16, i8),
    Ongoing,
    InWords,
    Undated,
    Finished,
}

impl Slot {
    /// The id and the heading.
    fn heading(self, scope: &Scope<'_>) -> (String, String) {
        let (id, key) = match self {
            Self::Overdue => ("overdue", "actions.overdue"),
            Self::Ongoing => ("ongoing", "actions.ongoing"),
            Self::InWords => ("in-words", "actions.undated"),
            Self::Undated => ("no-date", "actions.no_date"),
            Self::Finished => ("finished", "actions.finished"),
            Self::Quarter(year, quarter) => {
                let first = quarter * 3 + 1;
                let strings = scope.derivation.strings;
                let month = |month| strings.month_name(scope.language(), month);
                let heading = scope.text(
                    "actions.quarter",
                    &[
                        ("from", &month(first)),
                        ("to", &month(first + 2)),
                        ("year", &year.to_string()),
                    ],
                );
                return (format!("{year}-q{}", quarter + 1), heading);
            }
        };
        (id.to_owned(), scope.text(key, &[]))
    }
}

/// Where an action that is neither finished nor late stands in the list by due date.
fn slots_of<'a>(timescales: impl Iterator<Item = &'a Timescale>, on: Date) -> Vec<Slot> {
    let mut slots = Vec::new();
    let mut has_any = false;
    let mut add = |slot| {
        if !slots.contains(&slot) {
            slots.push(slot);
        }
    };
    for timescale in timescales {
        has_any = true;
        if !matches!(timescale.certainty, Certainty::Milestone(_)) {
            for due in timescale.dues.iter().filter(|due| due.to >= on) {
                add(Slot::Quarter(due.to.year(), (due.to.month() - 1) / 3));
            }
        }
        // What comes round with meetings goes on, too.
        let comes_round =
            matches!(timescale.certainty, Certainty::Event(_)) && timescale.dues.is_empty();
        if timescale.ongoing || comes_round {
            add(Slot::Ongoing);
        }
    }
    match (slots.is_empty(), has_any) {
        (false, _) => {
            slots.sort();
            slots
        }
        (true, true) => vec![Slot::InWords],
        (true, false) => vec![Slot::Undated],
    }
}

/// What one owner leads by its own name. Where it is meant in several parts the whole action is
/// listed, once.
fn led_by(scope: &Scope<'_>, plan: PlanId, owner: Owner) -> Vec<ActionCardView> {
    let site = scope.site();
    let mut by_action: Vec<(ActionId, Vec<&Involvement>)> = Vec::new();
    let involvements = &scope.derivation.relations.owner(owner).actions;
    for involvement in involvements.iter().filter(|involvement| {
        involvement.manner != Manner::Supports
            && involvement.through == Through::Itself
            && site.actions[involvement.action].original.plan == plan
    }) {
        match by_action
            .iter_mut()
            .find(|(id, _)| *id == involvement.action)
        {
            Some((_, of_action)) => of_action.push(involvement),
            None => by_action.push((involvement.action, vec![involvement])),
        }
    }
    // Manners come one after another there; here the plan's order counts.
    by_action.sort_by_key(|(id, _)| scope.derivation.relations.place(*id));
    by_action
        .into_iter()
        .map(|(id, of_action)| match of_action.as_slice() {
            [only] => scope.involvement_card(only, ListedBy::Owner),
            _ => scope.action_card(id, CardIn::AnyList),
        })
        .collect()
}

/// Leads that nobody is known by, as written, with their actions; in the order of the words.
fn led_by_unknown(scope: &Scope<'_>, actions: &[ActionId]) -> Vec<(String, Vec<ActionId>)> {
    let mut by_words: BTreeMap<String, (String, Vec<ActionId>)> = BTreeMap::new();
    let is_unknown = |lead: &&Lead| lead.parts.is_empty();
    for id in actions {
        let action = scope.site().actions[*id].in_language(scope.language());
        for lead in action.leads().filter(is_unknown) {
            let (_, actions) = by_words
                .entry(lead.words.to_lowercase())
                .or_insert_with(|| (lead.words.clone(), Vec::new()));
            if actions.last() != Some(id) {
                actions.push(*id);
            }
        }
    }
    by_words.into_values().collect()
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
        actions: cards(scope, actions, CardIn::AnyList),
    }
}

fn cards(scope: &Scope<'_>, actions: &[ActionId], list: CardIn) -> Vec<ActionCardView> {
    actions
        .iter()
        .map(|id| scope.action_card(*id, list))
        .collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::dates::{Years, read_timescale};

    fn slots(timescales: &[&str]) -> Vec<Slot> {
        let read: Vec<Timescale> = timescales
            .iter()
            .map(|text| read_timescale(text, Years::Financial))
            .collect();
        slots_of(read.iter(), date(2026, 8, 1))
    }

    #[test]
    fn an_action_stands_in_each_quarter_that_is_still_to_come() {
        assert_eq!(
            slots(&["March 2026, September 2026"]),
            [Slot::Quarter(2026, 2)]
        );
        assert_eq!(
            slots(&["March 2027", "December 2026"]),
            [Slot::Quarter(2026, 3), Slot::Quarter(2027, 0)]
        );
        assert_eq!(
            slots(&["March 2027 and ongoing"]),
            [Slot::Quarter(2027, 0), Slot::Ongoing]
        );
    }

    #[test]
    fn what_has_no_date_says_why() {
        assert_eq!(slots(&["At each Board meeting"]), [Slot::Ongoing]);
        assert_eq!(slots(&["when the law is in force"]), [Slot::InWords]);
        assert_eq!(slots(&[]), [Slot::Undated]);
    }
}
