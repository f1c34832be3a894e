//! The machine form of messages (`docs: content format §10`): one JSON array.

use std::borrow::Cow;

use serde::Serialize;

use super::people::path_of;
use super::{Diagnostics, Place};
use crate::source::{Found, LineColumn, LineIndex, Sources, shown};

/// All messages as one JSON array, with a final line end.
#[must_use]
pub fn to_json(diagnostics: &Diagnostics, sources: &Sources) -> String {
    let entries: Vec<Entry<'_>> = diagnostics
        .iter()
        .map(|diagnostic| Entry {
            code: diagnostic.code.name,
            severity: diagnostic.severity.word(),
            message: &diagnostic.message,
            help: &diagnostic.help,
            position: position(&diagnostic.primary, sources),
            related: diagnostic
                .secondary
                .iter()
                .map(|(place, message)| {
                    let Position {
                        file, line, column, ..
                    } = position(place, sources);
                    Related {
                        file,
                        line,
                        column,
                        message,
                    }
                })
                .collect(),
        })
        .collect();
    // Text and numbers always serialise; an empty array is the honest fallback.
    serde_json::to_string_pretty(&entries).unwrap_or_else(|_| "[]".to_owned()) + "\n"
}

#[derive(Serialize)]
struct Entry<'a> {
    code: &'static str,
    severity: &'static str,
    message: &'a str,
    help: &'a str,
    #[serde(flatten)]
    position: Position,
    related: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Position {
    file: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
struct Related<'a> {
    file: String,
    line: usize,
    column: usize,
    message: &'a str,
}

fn position(place: &Place, sources: &Sources) -> Position {
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
            let text = match sources.entry(span.file).map(|entry| &entry.found) {
                Some(Found::File(bytes)) => shown(bytes),
                _ => Cow::Borrowed(""),
            };
            let index = LineIndex::new(&text);
            (
                path_of(span.file, sources),
                index.position(span.start as usize),
                index.position(span.end as usize),
            )
        }
    };
    Position {
        file,
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
    }
}

/// A problem of a file or folder as a whole has line 1.
const START: LineColumn = LineColumn { line: 1, column: 1 };
