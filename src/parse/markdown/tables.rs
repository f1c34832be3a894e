//! What belongs to a table and stands outside it: its caption, and `{.no-row-header}`.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::lines::{Line, lines};
use super::locate::Locate;
use crate::diagnostic::{Diagnostic, codes};

/// The lines that say something about one table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct TableMarks {
    /// The words of the caption.
    pub caption: Option<Range<usize>>,
    /// Whether the table has no row headers.
    pub no_row_header: bool,
    lines: Vec<Range<usize>>,
}

impl TableMarks {
    /// The lines that the table takes for itself.
    pub fn ranges(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        self.lines.iter().cloned()
    }
}

const NO_ROW_HEADER: &str = "{.no-row-header}";
const CAPTION: &str = "table:";

/// A table by the indexes of its lines: head first, one past the last row.
struct Extent {
    head: usize,
    end: usize,
}

/// The marks of each table, by the byte at which the first line of the table begins.
///
/// A line between two tables belongs to the nearer one. Where both are as near, it is the caption
/// of the table below, unless that one has its caption under it.
pub(super) fn marks(
    lines: &[Line<'_>],
    not_tables: &BTreeSet<usize>,
) -> BTreeMap<usize, TableMarks> {
    let tables = extents(lines, not_tables);
    let mut found: Vec<TableMarks> = tables.iter().map(|_| TableMarks::default()).collect();
    for (index, line) in lines.iter().enumerate() {
        let Some(mark) = mark(*line) else { continue };
        let above = tables
            .partition_point(|table| table.end <= index)
            .checked_sub(1)
            .and_then(|table| Some((table, blank_lines(lines, tables[table].end..index)?)));
        let below = Some(tables.partition_point(|table| table.head <= index))
            .filter(|table| *table < tables.len())
            .and_then(|table| Some((table, blank_lines(lines, index + 1..tables[table].head)?)));
        let is_free = |table: usize| match mark {
            Mark::Caption { .. } => found[table].caption.is_none(),
            Mark::NoRowHeader => !found[table].no_row_header,
        };
        let above = above.filter(|(table, _)| is_free(*table));
        let below = below.filter(|(table, _)| is_free(*table));
        let table = match (above, below) {
            (Some((table, _)), None) | (None, Some((table, _))) => table,
            (None, None) => continue,
            (Some((above, blank_above)), Some((below, blank_below))) => {
                let nearer_above = blank_above < blank_below;
                let captioned_below =
                    blank_above == blank_below && captioned_under(lines, &tables[below]);
                if nearer_above || captioned_below {
                    above
                } else {
                    below
                }
            }
        };
        let marks = &mut found[table];
        marks
            .lines
            .push(line.start + line.indent()..line.start + line.text.len());
        match mark {
            Mark::NoRowHeader => marks.no_row_header = true,
            Mark::Caption {
                words,
                no_row_header,
            } => {
                marks.caption = Some(words);
                marks.no_row_header |= no_row_header;
            }
        }
    }
    tables
        .iter()
        .zip(found)
        .map(|(table, marks)| (lines[table.head].start, marks))
        .filter(|(_, marks)| !marks.lines.is_empty())
        .collect()
}

enum Mark {
    Caption {
        words: Range<usize>,
        no_row_header: bool,
    },
    NoRowHeader,
}

fn mark(line: Line<'_>) -> Option<Mark> {
    if line.fenced {
        return None;
    }
    let content = line.content();
    if content.trim_end() == NO_ROW_HEADER {
        return Some(Mark::NoRowHeader);
    }
    let start = content.get(..CAPTION.len())?;
    if !start.eq_ignore_ascii_case(CAPTION) {
        return None;
    }
    let words = content[CAPTION.len()..].trim();
    let (words, no_row_header) = match words.strip_suffix(NO_ROW_HEADER) {
        Some(words) => (words.trim_end(), true),
        None => (words, false),
    };
    let after = &content[CAPTION.len()..];
    let spaces = after.len() - after.trim_start().len();
    let begin = line.start + line.indent() + CAPTION.len() + spaces;
    Some(Mark::Caption {
        words: begin..begin + words.len(),
        no_row_header,
    })
}

/// How many lines a range has, where all of them are empty or marks.
fn blank_lines(lines: &[Line<'_>], range: Range<usize>) -> Option<usize> {
    /// More empty lines than this part a caption from its table.
    const MOST: usize = 4;
    let between = lines.get(range).filter(|between| between.len() <= MOST)?;
    let blank = between.iter().filter(|line| line.is_blank()).count();
    let all = between
        .iter()
        .all(|line| line.is_blank() || mark(*line).is_some());
    all.then_some(blank)
}

fn captioned_under(lines: &[Line<'_>], table: &Extent) -> bool {
    lines
        .get(table.end..)
        .unwrap_or_default()
        .iter()
        .find(|line| !line.is_blank())
        .is_some_and(|line| matches!(mark(*line), Some(Mark::Caption { .. })))
}

fn extents(lines: &[Line<'_>], not_tables: &BTreeSet<usize>) -> Vec<Extent> {
    let mut extents: Vec<Extent> = Vec::new();
    let mut index = 1;
    while index < lines.len() {
        let head = &lines[index - 1];
        let looks_like_table = is_delimiter_row(lines[index])
            && !head.fenced
            && head.text.contains('|')
            && mark(*head).is_none();
        if !looks_like_table {
            index += 1;
            continue;
        }
        let end = lines[index..]
            .iter()
            .position(|line| line.is_blank() || line.fenced || mark(*line).is_some())
            .map_or(lines.len(), |rows| index + rows);
        if !not_tables.contains(&head.start) {
            extents.push(Extent {
                head: index - 1,
                end,
            });
        }
        index = end + 1;
    }
    extents
}

/// Whether a line is the row of dashes below the headings of a table.
pub(super) fn is_delimiter_row(line: Line<'_>) -> bool {
    let content = line.content();
    !line.fenced
        && content.contains('|')
        && content.contains('-')
        && content
            .bytes()
            .all(|byte| matches!(byte, b'|' | b'-' | b':' | b' ' | b'\t'))
}

/// How many cells a row has as its author wrote it.
pub(super) fn count_cells(row: &str) -> usize {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let mut cells = 1;
    let mut escaped = false;
    let mut ends_with_bar = false;
    for byte in row.bytes() {
        ends_with_bar = byte == b'|' && !escaped;
        cells += usize::from(ends_with_bar);
        escaped = byte == b'\\' && !escaped;
    }
    if ends_with_bar { cells - 1 } else { cells }
}

/// A row of dashes with another number of cells than the headings above it makes no table.
pub(super) fn uneven_heads(
    text: &str,
    tables: &[Range<usize>],
    locate: Locate<'_>,
) -> Vec<Diagnostic> {
    let lines = lines(text);
    lines
        .windows(2)
        .filter_map(|pair| match pair {
            [head, dashes] if is_delimiter_row(*dashes) && head.text.contains('|') => {
                Some((head, dashes))
            }
            _ => None,
        })
        .filter_map(|(head, dashes)| {
            let next = tables.partition_point(|table| table.end <= dashes.start);
            let in_table = tables
                .get(next)
                .is_some_and(|table| table.start < dashes.start + dashes.text.len());
            let above = count_cells(head.content());
            let below = count_cells(dashes.content());
            let start = head.start + head.indent();
            (!in_table && above != below && !head.fenced).then(|| {
                Diagnostic::new(
                    &codes::TABLE_ROW_TOO_LONG,
                    locate.span(start..head.start + head.text.len()),
                    format!("This line has {above} cells and the line of dashes below it has {below}, so they make no table"),
                    "Type as many groups of dashes as there are headings: | --- | --- |.",
                )
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn captions(text: &str) -> Vec<(usize, Option<&str>, bool)> {
        marks(&lines(text), &BTreeSet::new())
            .into_iter()
            .map(|(start, marks)| {
                (
                    start,
                    marks.caption.map(|range| &text[range]),
                    marks.no_row_header,
                )
            })
            .collect()
    }

    #[test]
    fn a_caption_finds_its_table() {
        let table = "| a |\n|---|\n| b |\n";
        let cases = [
            (
                format!("Table: One\n{table}"),
                vec![(11, Some("One"), false)],
            ),
            (
                format!("Table: One\n\n{table}"),
                vec![(12, Some("One"), false)],
            ),
            (format!("{table}Table: One"), vec![(0, Some("One"), false)]),
            (
                format!("{table}\ntable: One\n"),
                vec![(0, Some("One"), false)],
            ),
            (
                format!("Table: One {{.no-row-header}}\n{table}"),
                vec![(28, Some("One"), true)],
            ),
            (
                format!("{{.no-row-header}}\n{table}"),
                vec![(17, None, true)],
            ),
            (
                format!("Table: A\n\n{table}\nTable: B\n\n{table}"),
                vec![(10, Some("A"), false), (39, Some("B"), false)],
            ),
            (
                format!("{table}\nTable: A\n\n{table}\nTable: B\n"),
                vec![(0, Some("A"), false), (29, Some("B"), false)],
            ),
            (
                format!("{table}Table: A\n\n{table}"),
                vec![(0, Some("A"), false)],
            ),
            (format!("Table: One\n\nText\n\n{table}"), vec![]),
            (format!("```\nTable: One\n{table}```"), vec![]),
        ];
        for (text, expected) in cases {
            assert_eq!(captions(&text), expected, "{text}");
        }
    }

    #[test]
    fn cells_are_counted_as_written() {
        for (row, cells) in [
            ("| a | b |", 2),
            ("a | b", 2),
            ("| a \\| b |", 1),
            ("| a | b", 2),
            ("||", 1),
            ("", 1),
        ] {
            assert_eq!(count_cells(row), cells, "{row}");
        }
    }
}
