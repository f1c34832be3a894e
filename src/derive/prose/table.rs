//! Tables: a caption, headings of columns and rows, a region that scrolls where a phone is narrow.

use super::{Surroundings, Writer};
use crate::parse::markdown::{Alignment, Table, TableCell, Where, plain_text};

impl<S> Writer<'_, S> {
    /// WCAG 2.2, success criteria 1.3.1 (headings of cells) and 1.4.10 (reflow).
    pub(super) fn table<L>(&mut self, table: &Table<L>, place: Where)
    where
        S: Surroundings<L>,
    {
        self.tables += 1;
        let caption_id = self.id(&format!("table.{}", self.tables));
        let name = match (&table.caption, &self.heading) {
            (Some(_), _) => ("aria-labelledby", caption_id.clone()),
            (None, Some(heading)) => ("aria-labelledby", heading.clone()),
            (None, None) => ("aria-label", self.surroundings.word("prose.table")),
        };
        let name = (name.0, name.1.as_str());
        self.html.open(
            "div",
            &[
                ("class", "table-scroll"),
                ("role", "region"),
                name,
                ("tabindex", "0"),
            ],
        );
        match &table.caption {
            Some(caption) => {
                self.html.open("table", &[]);
                self.html.open("caption", &[("id", &caption_id)]);
                self.inlines(caption, Where::Heading);
                self.html.close("caption");
            }
            None => self.html.open("table", &[name]),
        }
        self.html.end_line();
        let classes: Vec<&str> = (0..table.alignments.len())
            .map(|column| class(table, column))
            .collect();
        if !table.has_empty_head() {
            self.html.open("thead", &[]);
            self.html.open("tr", &[]);
            for (cell, class) in table.head.iter().zip(&classes) {
                let kind = if cell.is_empty() {
                    CellKind::Data
                } else {
                    CellKind::Column
                };
                self.cell(cell, kind, class, Where::Heading);
            }
            self.html.close("tr");
            self.html.close("thead");
            self.html.end_line();
        }
        self.html.open("tbody", &[]);
        for row in &table.rows {
            self.html.end_line();
            self.html.open("tr", &[]);
            for (column, (cell, class)) in row.iter().zip(&classes).enumerate() {
                let names_row =
                    table.row_header && column == 0 && row.len() > 1 && !cell.is_empty();
                let kind = if names_row {
                    CellKind::Row
                } else {
                    CellKind::Data
                };
                self.cell(cell, kind, class, place);
            }
            self.html.close("tr");
        }
        self.html.end_line();
        self.html.close("tbody");
        self.html.close("table");
        self.html.close("div");
        self.html.end_line();
    }

    fn cell<L>(&mut self, cell: &TableCell<L>, kind: CellKind, class: &str, place: Where)
    where
        S: Surroundings<L>,
    {
        let (tag, scope) = match kind {
            CellKind::Column => ("th", Some("col")),
            CellKind::Row => ("th", Some("row")),
            CellKind::Data => ("td", None),
        };
        let scope = scope.map(|scope| ("scope", scope));
        let class = Some(("class", class)).filter(|(_, class)| !class.is_empty());
        let attributes: Vec<_> = scope.into_iter().chain(class).collect();
        self.html.open(tag, &attributes);
        self.inlines(&cell.content, place);
        self.html.close(tag);
    }
}

#[derive(Clone, Copy)]
enum CellKind {
    Column,
    Row,
    Data,
}

/// How a column is set: as its author said, and numbers at the end of the line in any case.
fn class<L>(table: &Table<L>, column: usize) -> &'static str {
    match table.alignments.get(column) {
        Some(Alignment::Centre) => return "centre",
        Some(Alignment::End) => return "end",
        Some(Alignment::Start) | None => {}
    }
    let mut cells = table
        .rows
        .iter()
        .filter_map(|row| row.get(column))
        .map(|cell| plain_text(&cell.content))
        .filter(|text| !text.trim().is_empty())
        .peekable();
    let is_first_heading = column == 0 && table.row_header;
    let numbers = cells.peek().is_some() && cells.all(|text| is_number(text.trim()));
    if numbers && !is_first_heading {
        "number"
    } else {
        ""
    }
}

/// Whether a text is a quantity: digits with signs around them, or a suppressed one (`<5`).
fn is_number(text: &str) -> bool {
    let signs = |c: char| {
        matches!(
            c,
            '.' | ',' | '%' | '£' | '€' | '$' | '+' | '-' | '\u{2212}' | '<' | '>' | ' '
        )
    };
    let digits = text.chars().filter(char::is_ascii_digit).count();
    digits > 0 && text.chars().all(|c| c.is_ascii_digit() || signs(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_are_told_from_words() {
        for text in ["12", "1,200.5", "£3,000", "<5", "12 %", "\u{2212}3"] {
            assert!(is_number(text), "{text}");
        }
        for text in ["", "Q1", "-", "April 2026", "12 months"] {
            assert!(!is_number(text), "{text}");
        }
    }
}
