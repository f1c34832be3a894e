//! The machine form of messages (`docs: content format §10`): one JSON array.

use serde::Serialize;

use super::Diagnostics;
use super::place::Position;
use crate::source::{Sources, Texts};

/// All messages as one JSON array, with a final line end.
#[must_use]
pub fn to_json(diagnostics: &Diagnostics, sources: &Sources) -> String {
    let texts = Texts::new(sources);
    let entries: Vec<Entry<'_>> = diagnostics
        .iter()
        .map(|diagnostic| Entry {
            code: diagnostic.code.name,
            severity: diagnostic.severity.word(),
            message: &diagnostic.message,
            help: &diagnostic.help,
            position: Position::of(&diagnostic.primary, &texts),
            related: diagnostic
                .secondary
                .iter()
                .map(|(place, message)| {
                    let Position {
                        file, line, column, ..
                    } = Position::of(place, &texts);
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
struct Related<'a> {
    file: String,
    line: usize,
    column: usize,
    message: &'a str,
}
