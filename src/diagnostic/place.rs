//! Places in the numbers that programs read.

use serde::Serialize;

use super::Place;
use crate::source::{LineColumn, Texts};

/// A file, and lines and columns from 1; columns in characters.
#[derive(Serialize)]
pub(super) struct Position {
    /// The path below the root, with forward slashes.
    pub file: String,
    pub line: usize,
    pub column: usize,
    pub end_line: usize,
    pub end_column: usize,
}

impl Position {
    /// Where a message stands. A problem of a file or folder as a whole has line 1.
    pub fn of(place: &Place, texts: &Texts<'_>) -> Self {
        const START: LineColumn = LineColumn { line: 1, column: 1 };
        let (file, start, end) = match place {
            Place::Path(path) => (path.clone(), START, START),
            Place::Theme { path, line, column } => {
                let at = LineColumn {
                    line: *line,
                    column: *column,
                };
                (path.clone(), at, at)
            }
            Place::Content(span) => {
                let lines = texts.lines(span.file);
                (
                    texts.path(span.file),
                    lines.position(span.start as usize),
                    lines.position(span.end as usize),
                )
            }
        };
        Self {
            file,
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    }
}
