//! The report for a spreadsheet: one row for each entry.

use crate::derive::health::{Answer, Entry, Health};
use crate::render::csv::table;

/// The headings of the columns.
const COLUMNS: [&str; 9] = [
    "Question",
    "Ref",
    "Title",
    "Led by",
    "When",
    "Last day",
    "File",
    "Line",
    "What to know",
];

/// The whole table.
pub fn report(health: &Health) -> String {
    let headings = COLUMNS.map(str::to_owned).to_vec();
    let entries = health
        .answers
        .iter()
        .flat_map(|answer| answer.entries.iter().map(move |entry| row(answer, entry)));
    table(std::iter::once(headings).chain(entries))
}

fn row(answer: &Answer, entry: &Entry) -> Vec<String> {
    let Entry {
        about: _,
        reference,
        title,
        leads,
        when,
        day,
        file,
        line,
        sentence,
    } = entry;
    vec![
        answer.title.to_owned(),
        reference.clone().unwrap_or_default(),
        title.clone(),
        leads.join("; "),
        when.clone().unwrap_or_default(),
        day.map(|day| day.to_string()).unwrap_or_default(),
        file.clone(),
        line.to_string(),
        sentence.clone(),
    ]
}
