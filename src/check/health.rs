//! How far actions have come, and which facts a plan gives at all.

use crate::dates::{Date, Years};
use crate::model::vocabulary::{Column, ColumnKey};
use crate::model::{Action, Facts, Given, Id, Localised, Plan, Priority, Row, Site, Status};
use crate::source::Span;

/// How far an action or a row has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It has no status, or the first of the list.
    NotBegun,
    /// Any other.
    UnderWay,
    /// Nothing more is to be done.
    Finished,
}

/// The plan that is meant today, where it is still worked on.
pub fn living_plan(site: &Site) -> Option<(Id<Localised<Plan>>, &Plan)> {
    let id = site.current_plan?;
    let plan = &site.plans[id].original;
    (!plan.archived).then_some((id, plan))
}

/// The actions of a plan that are its own work: those of strategic priorities are another message.
pub fn actions_of<'s>(
    site: &'s Site,
    plan: &'s Plan,
) -> impl Iterator<Item = (&'s Priority, &'s Action)> {
    plan.priorities
        .iter()
        .map(|id| &site.priorities[*id].original)
        .filter(|priority| !priority.strategic)
        .flat_map(move |priority| {
            priority
                .actions
                .iter()
                .map(move |id| (priority, &site.actions[*id].original))
        })
}

/// How far a whole action has come: what it says itself, else what all of its rows say.
pub fn stage(plan: &Plan, action: &Action) -> Stage {
    if let Some(status) = status_of(&action.facts) {
        return stage_of(plan, status);
    }
    let rows: Vec<Stage> = action
        .rows
        .iter()
        .map(|row| row_stage(plan, action, row))
        .collect();
    if rows.is_empty() || rows.iter().all(|stage| *stage == Stage::NotBegun) {
        Stage::NotBegun
    } else if rows.iter().all(|stage| *stage == Stage::Finished) {
        Stage::Finished
    } else {
        Stage::UnderWay
    }
}

/// How far a row has come: its own word, else that of its action.
pub fn row_stage(plan: &Plan, action: &Action, row: &Row) -> Stage {
    status_of(&row.facts)
        .or_else(|| status_of(&action.facts))
        .map_or(Stage::NotBegun, |status| stage_of(plan, status))
}

/// A status as given, else that of the newest progress note that names one.
fn status_of(facts: &Facts) -> Option<Id<Status>> {
    let noted = || facts.progress.items().iter().find_map(|note| note.status);
    facts.status.value().copied().or_else(noted)
}

fn stage_of(plan: &Plan, status: Id<Status>) -> Stage {
    if plan.statuses[status].finished {
        Stage::Finished
    } else if status.index() == 0 {
        Stage::NotBegun
    } else {
        Stage::UnderWay
    }
}

/// The statuses that end an action, in the plan's words.
pub fn finished_words(plan: &Plan) -> Vec<&str> {
    plan.statuses
        .values()
        .filter(|status| status.finished)
        .map(|status| status.name.as_str())
        .collect()
}

/// The last day of the newest dated progress note of an action or its rows.
pub fn last_note(action: &Action, years: Years) -> Option<Date> {
    action
        .all_facts()
        .flat_map(|facts| facts.progress.items())
        .filter_map(|note| note.date)
        .map(|date| date.last_day(years))
        .max()
}

/// Where an action, or a row of it, lacks what its plan gives for others.
pub enum Lack<'a> {
    /// The action as a whole.
    Action(&'a Action),
    /// A row, where other rows have it.
    Row(&'a Row),
}

impl Lack<'_> {
    /// Where a message about it stands, and how it names it.
    pub fn place_and_words(&self) -> (Span, &'static str) {
        match self {
            Lack::Action(action) => (action.page.whole(), "This action"),
            Lack::Row(row) => (row.span, "This row"),
        }
    }
}

/// Which fields count as one, and how to find them in facts.
pub struct Needed {
    /// The keys of the columns that show them.
    pub keys: &'static [&'static str],
    /// Whether facts say anything in them, `none` included.
    pub is_said: fn(&Facts) -> bool,
    /// Whether facts have a value in them.
    pub is_filled: fn(&Facts) -> bool,
}

/// Every place of a site where something is missing that its plan has a column for.
///
/// A column that nothing in a plan fills is not missed (content format §6), and neither is one
/// that the plan's own `columns` leave out.
pub fn lacking<'s>(site: &'s Site, needed: &Needed) -> Vec<Lack<'s>> {
    let mut found = Vec::new();
    for plan in site.plans.values().map(|plan| &plan.original) {
        let is_filled = plan
            .priorities
            .iter()
            .flat_map(|id| &site.priorities[*id].original.actions)
            .flat_map(|id| site.actions[*id].original.all_facts())
            .any(needed.is_filled);
        if !is_filled {
            continue;
        }
        for (priority, action) in actions_of(site, plan) {
            let columns = priority.columns.as_ref().or(plan.columns.as_ref());
            if columns.is_none_or(|columns| has_column(columns, needed.keys)) {
                found.extend(lacks(action, needed));
            }
        }
    }
    found
}

fn has_column(columns: &[Column], keys: &[&str]) -> bool {
    columns
        .iter()
        .any(|column| matches!(&column.key, ColumnKey::Usual(key) if keys.contains(key)))
}

fn lacks<'a>(action: &'a Action, needed: &Needed) -> Vec<Lack<'a>> {
    let is_unread = |field: &&str| action.page.unread.holds(field);
    if (needed.is_said)(&action.facts) || needed.keys.iter().chain(&["tasks"]).any(is_unread) {
        return Vec::new();
    }
    let without: Vec<&Row> = action
        .rows
        .iter()
        .filter(|row| !(needed.is_said)(&row.facts))
        .collect();
    if without.len() == action.rows.len() {
        vec![Lack::Action(action)]
    } else {
        without.into_iter().map(Lack::Row).collect()
    }
}

/// Whether a field was filled with something.
pub fn has_items<T>(given: &Given<Vec<T>>) -> bool {
    !given.items().is_empty()
}
