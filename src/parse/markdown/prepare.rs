//! The text as the parser gets it: what authors write and `CommonMark` does not know, rewritten
//! at equal length.
//!
//! Every byte keeps its place, so that places in the prepared text are places in the original.

use std::collections::{BTreeMap, BTreeSet};

use super::headings;
use super::lines::lines;
use super::links;
use super::lists::{self, OwnMark};
use super::tables::{self, TableMarks};

/// A text that is ready for the parser.
pub(super) struct Prepared {
    /// As long as the original.
    pub text: String,
    /// The marks of the author's own lists, by the byte at which each stands.
    pub list_marks: BTreeMap<usize, OwnMark>,
    /// Captions and the like, by the byte at which the first line of their table begins.
    pub table_marks: BTreeMap<usize, TableMarks>,
}

/// Rewrites a text. `not_tables` holds the beginnings of lines that look like the first of a table
/// and are not: what stands above and below them is left alone.
pub(super) fn prepare(original: &str, not_tables: &BTreeSet<usize>) -> Prepared {
    let lines = lines(original);
    let mut bytes = original.as_bytes().to_vec();
    links::join_spaces(original, &mut bytes);
    for bracket in headings::brackets_of_text(&lines) {
        bytes[bracket] = links::HIDDEN;
    }
    let list_marks = lists::own_marks(&lines);
    for (place, mark) in &list_marks {
        mark.rewrite(&mut bytes[*place..]);
    }
    let table_marks = tables::marks(&lines, not_tables);
    for range in table_marks.values().flat_map(TableMarks::ranges) {
        bytes[range].fill(b' ');
    }
    Prepared {
        // Only whole characters were replaced, so this never loses anything.
        text: String::from_utf8(bytes).unwrap_or_else(|_| original.to_owned()),
        list_marks,
        table_marks,
    }
}
