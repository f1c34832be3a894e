//! The actions of each plan as a table for spreadsheets: CSV as in RFC 4180.

use crate::derive::view::export::{ExportCell, PlanExport};
use crate::render::{Input, Made};

/// Says to spreadsheet programs that the text is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Between several values of one cell.
const SEPARATOR: &str = "; ";

/// One table for each plan.
pub(super) fn make(input: &Input<'_>) -> Made {
    let plans = input.views.export.iter().flat_map(|export| &export.plans);
    Made::files(plans.map(|plan| (plan.csv.clone(), of_plan(plan).into_bytes())))
}

/// Rows of texts as CSV (RFC 4180) that spreadsheet programs open as it was meant.
#[must_use]
pub fn table(rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut csv = BYTE_ORDER_MARK.to_owned();
    for row in rows {
        push_line(&mut csv, row.into_iter());
    }
    csv
}

fn of_plan(plan: &PlanExport) -> String {
    let headings = plan.columns.iter().map(|column| column.heading.clone());
    let rows = plan.rows.iter().map(|row| row.iter().map(text).collect());
    table(std::iter::once(headings.collect()).chain(rows))
}

fn text(cell: &ExportCell) -> String {
    match cell {
        ExportCell::Nothing => String::new(),
        ExportCell::One(text) => text.clone(),
        ExportCell::Many(texts) => texts.join(SEPARATOR),
    }
}

fn push_line(csv: &mut String, cells: impl Iterator<Item = String>) {
    let line: Vec<String> = cells.map(|cell| quoted(&guarded(&cell))).collect();
    csv.push_str(&line.join(","));
    csv.push_str("\r\n");
}

/// A cell that a spreadsheet would take for a formula, and so might run, gets an apostrophe in
/// front: programs then show it as text (OWASP, "CSV Injection").
fn guarded(cell: &str) -> String {
    match cell.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r') => format!("'{cell}"),
        _ => cell.to_owned(),
    }
}

fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', '\r', '\n', ';']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::derive::view::export::ExportColumn;
    use crate::output::OutputPath;

    #[test]
    fn a_table_opens_as_it_was_meant() {
        let column = |key: &str, heading: &str| ExportColumn {
            key: key.to_owned(),
            heading: heading.to_owned(),
        };
        let one = |text: &str| ExportCell::One(text.to_owned());
        let plan = PlanExport {
            csv: OutputPath::new("data/actions.csv"),
            title: "Plan".to_owned(),
            period: "2026".to_owned(),
            page: OutputPath::new("plans/2026/index.html"),
            columns: vec![
                column("ref", "No."),
                column("lead", "By whom, and who helps"),
            ],
            rows: vec![
                vec![
                    one("1.10"),
                    ExportCell::Many(vec!["PME".to_owned(), "\"QA\"".to_owned()]),
                ],
                vec![one("=1+1"), ExportCell::Nothing],
                vec![one("-\n- a"), one("Bär")],
            ],
        };
        assert_eq!(
            of_plan(&plan),
            "\u{feff}No.,\"By whom, and who helps\"\r\n1.10,\"PME; \"\"QA\"\"\"\r\n'=1+1,\r\n\"'-\n- a\",Bär\r\n"
        );
    }
}
