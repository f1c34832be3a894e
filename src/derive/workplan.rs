//! The work plan of a priority as a table: which columns, and over which rows a shared cell reaches.

use std::collections::BTreeMap;

use crate::derive::relations::ActionId;
use crate::derive::view::action_parts::{ColumnView, RowView};
use crate::model::vocabulary::{Column, ColumnKey, USUAL_COLUMNS};
use crate::model::{Action, Facts, FieldValue, Given, Plan, Priority, Site};

/// Cells that belong to the action as a whole, whatever its rows say.
const OF_THE_ACTION: [&str; 3] = ["ref", "action", "priority"];

/// The columns that an author chose, else the usual ones and then the plan's own fields; without
/// those that nothing in the plan fills.
#[must_use]
pub fn columns<'a>(
    site: &Site,
    plan: &'a Plan,
    priority: &'a Priority,
    actions_of_plan: &[ActionId],
) -> Vec<Column> {
    let chosen = priority.columns.as_ref().or(plan.columns.as_ref());
    let mut columns = match chosen {
        Some(columns) => columns.clone(),
        None => usual_columns(plan),
    };
    columns.retain(|column| {
        actions_of_plan
            .iter()
            .any(|action| is_filled(&site.actions[*action].original, &column.key))
    });
    columns
}

/// A column with its heading: its label, else the word for what it holds. An empty label or word is
/// a heading that only assistive technology reads.
#[must_use]
pub fn column_view(column: &Column, plan: &Plan, word: impl Fn(&str) -> ColumnWord) -> ColumnView {
    let (key, word) = match column.key {
        ColumnKey::Usual(key) => (key.to_owned(), word(key)),
        ColumnKey::Own(index) => match plan.fields.get(index) {
            Some(field) => (field.id.clone(), ColumnWord::shown(&field.label)),
            None => (String::new(), ColumnWord::shown("")),
        },
    };
    match column.label.as_deref().map(str::trim) {
        Some("") => ColumnView {
            key,
            heading: word.text,
            hidden: true,
        },
        Some(label) => ColumnView {
            key,
            heading: label.to_owned(),
            hidden: false,
        },
        None => ColumnView {
            key,
            heading: word.text,
            hidden: word.hidden,
        },
    }
}

/// The word for what a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnWord {
    /// The word; never empty.
    pub text: String,
    /// Whether the author wants no visible heading.
    pub hidden: bool,
}

impl ColumnWord {
    fn shown(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            hidden: false,
        }
    }
}

/// Over how many rows the cells of each row reach, by key of column: a value that rows share with
/// their action is one cell over neighbouring rows. 0 is a row that the cell above reaches.
#[must_use]
pub fn spans(columns: &[ColumnView], rows: &[RowView]) -> Vec<BTreeMap<String, usize>> {
    let mut spans = vec![BTreeMap::new(); rows.len()];
    for column in columns {
        let of_action = OF_THE_ACTION.contains(&column.key.as_str());
        let shared: Vec<bool> = rows
            .iter()
            .map(|row| of_action || row.shared.contains(&column.key))
            .collect();
        for (row, span) in spans.iter_mut().zip(runs(&shared)) {
            row.insert(column.key.clone(), span);
        }
    }
    spans
}

/// The usual columns; the plan's own fields stand before what will be different.
fn usual_columns(plan: &Plan) -> Vec<Column> {
    let (before, after): (Vec<&str>, Vec<&str>) = USUAL_COLUMNS
        .iter()
        .partition(|key| !["impact", "measures", "progress"].contains(*key));
    let usual = |keys: Vec<&'static str>| keys.into_iter().map(ColumnKey::Usual);
    usual(before)
        .chain((0..plan.fields.len()).map(ColumnKey::Own))
        .chain(usual(after))
        .map(|key| Column { key, label: None })
        .collect()
}

/// Whether an action, or one of its rows, has something to show in a column.
fn is_filled(action: &Action, key: &ColumnKey) -> bool {
    let any = |fills: &dyn Fn(&Facts) -> bool| action.all_facts().any(fills);
    match key {
        ColumnKey::Usual(key) => match *key {
            "action" => true,
            "ref" => action.reference.is_some(),
            "priority" => !action.priorities.is_empty(),
            "task" => action.task_count() > 0,
            "scope" => any(&|facts| facts.scope.value().is_some()),
            "identified_by" => any(&|facts| !facts.identified_by.items().is_empty()),
            "lead" => any(&|facts| !facts.lead.items().is_empty()),
            "support" => any(&|facts| !facts.support.items().is_empty()),
            "due" => any(&|facts| !facts.due.items().is_empty()),
            "status" => any(&|facts| facts.status.value().is_some()),
            "links" => any(&|facts| !facts.links.items().is_empty()),
            "outcome" => any(&|facts| !facts.outcomes.items().is_empty()),
            "impact" => any(&|facts| !facts.impact.items().is_empty()),
            "measures" => any(&|facts| !facts.measures.items().is_empty()),
            "progress" => any(&|facts| !facts.progress.items().is_empty()),
            // The other words name things that are no part of an action.
            _ => false,
        },
        ColumnKey::Own(index) => any(&|facts| facts.fields.get(*index).is_some_and(has_content)),
    }
}

/// Whether a field of the plan's own shows anything: a no is not shown.
fn has_content(value: &Given<FieldValue>) -> bool {
    match value.value() {
        Some(FieldValue::Text(text)) => !text.trim().is_empty(),
        Some(FieldValue::List(texts)) => !texts.is_empty(),
        Some(FieldValue::YesNo(yes)) => *yes,
        Some(FieldValue::Date(_)) => true,
        None => false,
    }
}

/// The length of each run of neighbours that share, at its first; 0 at its others; 1 for one that
/// does not share.
fn runs(shared: &[bool]) -> Vec<usize> {
    let mut spans = vec![1; shared.len()];
    let mut first = 0;
    for index in 1..shared.len() {
        if shared[first] && shared[index] {
            spans[first] += 1;
            spans[index] = 0;
        } else {
            first = index;
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_that_share_have_one_cell() {
        assert_eq!(runs(&[true, true, true]), [3, 0, 0]);
        assert_eq!(runs(&[true, false, true, true]), [1, 1, 2, 0]);
        assert_eq!(runs(&[false, false]), [1, 1]);
        assert_eq!(runs(&[true]), [1]);
        assert_eq!(runs(&[]), Vec::<usize>::new());
    }
}
