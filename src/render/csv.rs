//! The actions of each plan as a table for spreadsheets: CSV as in RFC 4180.
//!
//! The table of the current plan is published a second time as a script: a page that is opened from
//! a disk can load scripts and no other file, and there a visitor takes the rows of what is shown.
//! These are the lines of the table byte by byte, so that one guard against formulas serves both.

use serde_json::{Value, json};

use crate::address::encode_path;
use crate::derive::view::export::{ExportCell, ExportRow, PlanExport};
use crate::output::OutputPath;
use crate::render::{Input, Made};

/// Says to spreadsheet programs that the text is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Between several values of one cell.
const SEPARATOR: &str = "; ";

/// One table for each plan.
pub(super) fn make(input: &Input<'_>) -> Made {
    let plans = input.views.export.iter().flat_map(|export| &export.plans);
    Made::files(plans.flat_map(files))
}

fn files(plan: &PlanExport) -> Vec<(OutputPath, Vec<u8>)> {
    let mut files = vec![(plan.csv.clone(), of_plan(plan).into_bytes())];
    if let Some(path) = &plan.script {
        files.push((path.clone(), script(plan).into_bytes()));
    }
    files
}

/// Rows of texts as CSV (RFC 4180) that spreadsheet programs open as it was meant.
#[must_use]
pub fn table(rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut csv = BYTE_ORDER_MARK.to_owned();
    for row in rows {
        csv.push_str(&line(row.into_iter()));
    }
    csv
}

fn of_plan(plan: &PlanExport) -> String {
    let rows = plan.rows.iter().map(cells);
    table(std::iter::once(headings(plan)).chain(rows))
}

/// The lines of the table with the page that each belongs to, as it stands in links of pages at the
/// root of the site: `{"head": "…", "rows": [["plans/…/1.1.html", "…"], …]}`. JSON is a subset of
/// what scripts are written in (ECMA-262, since its edition of 2019).
fn script(plan: &PlanExport) -> String {
    let rows: Vec<Value> = plan
        .rows
        .iter()
        .map(|row| json!([encode_path(row.page.as_str()), line(cells(row).into_iter())]))
        .collect();
    let head = table(std::iter::once(headings(plan)));
    let data = json!({ "head": head, "rows": rows });
    format!("var boardplanActions = {data};\n")
}

fn headings(plan: &PlanExport) -> Vec<String> {
    let columns = plan.columns.iter();
    columns.map(|column| column.heading.clone()).collect()
}

fn cells(row: &ExportRow) -> Vec<String> {
    row.cells.iter().map(text).collect()
}

fn text(cell: &ExportCell) -> String {
    match cell {
        ExportCell::Nothing => String::new(),
        ExportCell::One(text) => text.clone(),
        ExportCell::Many(texts) => texts.join(SEPARATOR),
    }
}

fn line(cells: impl Iterator<Item = String>) -> String {
    let cells: Vec<String> = cells.map(|cell| quoted(&guarded(&cell))).collect();
    format!("{}\r\n", cells.join(","))
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
        let row = |page: &str, cells: [ExportCell; 2]| ExportRow {
            page: OutputPath::new(page),
            cells: cells.into(),
        };
        let plan = PlanExport {
            csv: OutputPath::new("data/actions.csv"),
            script: Some(OutputPath::new("data/actions.js")),
            title: "Plan".to_owned(),
            period: "2026".to_owned(),
            page: OutputPath::new("plans/2026/index.html"),
            columns: vec![
                column("ref", "No."),
                column("lead", "By whom, and who helps"),
            ],
            rows: vec![
                row(
                    "plans/2026/é.html",
                    [
                        one("1.10"),
                        ExportCell::Many(vec!["PME".to_owned(), "\"QA\"".to_owned()]),
                    ],
                ),
                row("plans/2026/2.html", [one("=1+1"), ExportCell::Nothing]),
                row("plans/2026/2.html", [one("-\n- a"), one("Bär")]),
            ],
        };
        assert_eq!(
            of_plan(&plan),
            "\u{feff}No.,\"By whom, and who helps\"\r\n1.10,\"PME; \"\"QA\"\"\"\r\n'=1+1,\r\n\"'-\n- a\",Bär\r\n"
        );
        let files = files(&plan);
        let [(_, csv), (_, script)] = files.as_slice() else {
            panic!("{}", files.len());
        };
        let script = String::from_utf8(script.clone()).unwrap();
        let data = script.strip_prefix("var boardplanActions = ").unwrap();
        let data: Value = serde_json::from_str(data.trim_end_matches(";\n")).unwrap();
        let rows = data["rows"].as_array().unwrap();
        let lines = rows.iter().map(|row| row[1].as_str().unwrap());
        let again: String = std::iter::once(data["head"].as_str().unwrap())
            .chain(lines)
            .collect();
        assert_eq!(again.into_bytes(), *csv);
        assert_eq!(rows[0][0], "plans/2026/%C3%A9.html");
    }
}
