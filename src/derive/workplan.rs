//! The work plan of a priority as a table: which columns, and over which rows a shared cell reaches.

use std::collections::BTreeMap;

use crate::derive::relations::ActionId;
use crate::derive::view::action_parts::{ColumnView, RowView};
use crate::model::vocabulary::{Column, ColumnKey, USUAL_COLUMNS, Word};
use crate::model::{Action, Facts, FieldValue, Given, Plan, Priority, Site};

/// Cells that belong to the action as a whole, whatever its rows say.
const OF_THE_ACTION: [&str; 3] = ["ref", "action", "priority"];

/// The columns that an author chose, else the usual ones and then the plan's own fields; without
/// those that nothing in the plan fills.
#[must_use]
pub fn columns(
    site: &Site,
    plan: &Plan,
    priority: &Priority,
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

/// A column with its heading: its label, else `word`, the name of what it holds. An empty label, or
/// an empty word of the author's, makes a heading that only assistive technology reads.
#[must_use]
pub fn column_view(key: &str, label: Option<&str>, own: Option<&Word>, word: String) -> ColumnView {
    let is_blank = |text: &str| text.trim().is_empty();
    let shown = label.filter(|label| !is_blank(label));
    let hidden_word = own.and_then(|own| own.one.as_deref()).is_some_and(is_blank);
    ColumnView {
        key: key.to_owned(),
        heading: shown.map_or(word, str::to_owned),
        hidden: match label {
            Some(label) => is_blank(label),
            None => hidden_word,
        },
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
pub fn usual_columns(plan: &Plan) -> Vec<Column> {
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
pub fn is_filled(action: &Action, key: &ColumnKey) -> bool {
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
            "status" => any(&|facts| {
                let notes = facts.progress.items();
                facts.status.value().is_some() || notes.iter().any(|note| note.status.is_some())
            }),
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
    fn a_label_heads_a_column_and_an_empty_one_hides_its_heading() {
        let hidden = Word {
            one: Some(String::new()),
            many: None,
        };
        let head = |label, own| {
            let view = column_view("ref", label, own, "Reference".to_owned());
            (view.heading, view.hidden)
        };
        let is = |heading: &str, hidden| (heading.to_owned(), hidden);
        assert_eq!(head(None, None), is("Reference", false));
        assert_eq!(head(None, Some(&hidden)), is("Reference", true));
        assert_eq!(head(Some("No"), Some(&hidden)), is("No", false));
        assert_eq!(head(Some(""), None), is("Reference", true));
    }

    #[test]
    fn neighbours_that_share_have_one_cell() {
        assert_eq!(runs(&[true, true, true]), [3, 0, 0]);
        assert_eq!(runs(&[true, false, true, true]), [1, 1, 2, 0]);
        assert_eq!(runs(&[false, false]), [1, 1]);
        assert_eq!(runs(&[true]), [1]);
        assert_eq!(runs(&[]), Vec::<usize>::new());
    }
}
