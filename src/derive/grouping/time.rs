//! By time: by due date, what is overdue, what is due soon.

use std::collections::{BTreeMap, BTreeSet};

use crate::dates::Date;
use crate::derive::deadlines::{Slot, Work, last_day_soon, work_of};
use crate::derive::grouping::plain_group;
use crate::derive::relations::{ActionId, PlanId, actions_of_plan};
use crate::derive::scope::{CardIn, Scope};
use crate::derive::view::actions::ActionGroupView;

/// By due date: overdue first, then each quarter in which a deadline falls that is still to come,
/// then what comes round with meetings, what goes on, what is due in words only, what has no date,
/// and what is finished. An action with several deadlines stands in each of their quarters.
#[must_use]
pub fn by_due_date(scope: &Scope<'_>, plan: PlanId) -> Vec<ActionGroupView> {
    let site = scope.site();
    let mut slots: BTreeMap<Slot, Vec<ActionId>> = BTreeMap::new();
    for id in actions_of_plan(site, plan) {
        let of_action: BTreeSet<Slot> = work_of(site, id)
            .into_iter()
            .map(|work| work.slot)
            .collect();
        for slot in of_action {
            slots.entry(slot).or_default().push(id);
        }
    }
    slots
        .into_iter()
        .map(|(slot, actions)| {
            let (id, heading) = slot_heading(scope, slot);
            plain_group(scope, id, heading, &actions)
        })
        .collect()
}

/// What is overdue, longest first: actions of which all that has a date is, as the counts of progress
/// say; then those of which a part is. Where it is some rows only, they are named.
#[must_use]
pub fn overdue(scope: &Scope<'_>, plan: PlanId) -> Vec<ActionGroupView> {
    let is_late = |id| scope.standing(id).late;
    let in_part = (
        "overdue-in-part".to_owned(),
        scope.text("actions.overdue_in_part", &[]),
    );
    let lists = [
        one_list(
            scope,
            plan,
            slot_heading(scope, Slot::Overdue),
            |id, work| work.slot == Slot::Overdue && is_late(id),
        ),
        one_list(scope, plan, in_part, |id, work| {
            work.slot == Slot::Overdue && !is_late(id)
        }),
    ];
    lists.into_iter().flatten().collect()
}

/// What is due from today to the [`last_day_soon`], soonest first. Where only rows of an action
/// are, they are named.
#[must_use]
pub fn due_soon(scope: &Scope<'_>, plan: PlanId) -> Vec<ActionGroupView> {
    let last = last_day_soon(scope.site().as_of);
    let mut lists: BTreeMap<Slot, BTreeSet<ActionId>> = BTreeMap::new();
    for id in actions_of_plan(scope.site(), plan) {
        for work in work_of(scope.site(), id) {
            if is_soon(&work, last) {
                lists.entry(work.slot).or_default().insert(id);
            }
        }
    }
    lists
        .into_keys()
        .flat_map(|slot| {
            one_list(scope, plan, slot_heading(scope, slot), |_, work| {
                work.slot == slot && is_soon(work, last)
            })
        })
        .collect()
}

/// The id of a place in time, and what it is called.
#[must_use]
pub fn slot_heading(scope: &Scope<'_>, slot: Slot) -> (String, String) {
    let (id, key) = match slot {
        Slot::Overdue => ("overdue", "actions.overdue"),
        Slot::Meetings => ("meetings", "actions.with_meetings"),
        Slot::Ongoing => ("ongoing", "actions.ongoing"),
        Slot::InWords => ("in-words", "actions.undated"),
        Slot::Undated => ("no-date", "actions.no_date"),
        Slot::Finished => ("finished", "actions.finished"),
        Slot::Quarter(quarter) => {
            let strings = scope.derivation.strings;
            let month = |month| strings.month_name(scope.language(), month);
            let heading = scope.text(
                "actions.quarter",
                &[
                    ("from", &month(quarter.first_month)),
                    ("to", &month(quarter.first_month + 2)),
                    ("year", &quarter.year.to_string()),
                ],
            );
            let number = quarter.first_month / 3 + 1;
            return (format!("{}-q{number}", quarter.year), heading);
        }
    };
    (id.to_owned(), scope.text(key, &[]))
}

fn is_soon(work: &Work<'_>, last: Date) -> bool {
    matches!(work.slot, Slot::Quarter(_)) && work.day().is_some_and(|day| day <= last)
}

/// The actions of which some work is meant, under a heading with its id, by their first day; no list
/// where there is none.
fn one_list(
    scope: &Scope<'_>,
    plan: PlanId,
    (id, heading): (String, String),
    is_meant: impl Fn(ActionId, &Work<'_>) -> bool,
) -> Option<ActionGroupView> {
    let mut meant: Vec<(Option<Date>, ActionId, Vec<usize>)> = Vec::new();
    for id in actions_of_plan(scope.site(), plan) {
        let mut works = work_of(scope.site(), id);
        works.retain(|work| is_meant(id, work));
        let Some(first) = works.iter().map(Work::day).min() else {
            continue;
        };
        let whole = works.iter().any(|work| work.rows.is_empty());
        let rows: BTreeSet<usize> = works.into_iter().flat_map(|work| work.rows).collect();
        let rows = if whole {
            Vec::new()
        } else {
            rows.into_iter().collect()
        };
        meant.push((first, id, rows));
    }
    // Equal days keep the plan's order.
    meant.sort_by_key(|(first, ..)| *first);
    (!meant.is_empty()).then(|| ActionGroupView {
        id,
        heading,
        href: None,
        note: None,
        actions: meant
            .into_iter()
            .map(|(_, id, rows)| match rows.as_slice() {
                [] => scope.action_card(id, CardIn::AnyList),
                rows => scope.rows_card(id, rows),
            })
            .collect(),
    })
}
