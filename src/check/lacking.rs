//! Which facts a plan gives at all, and where one of them is missing.

use crate::model::vocabulary::{Column, ColumnKey};
use crate::model::{Action, Facts, Given, Row, Site};
use crate::source::Span;

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
        for (priority, action) in site.own_actions(plan) {
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
