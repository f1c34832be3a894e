//! How far lines are set in, which says what belongs to what.

use std::borrow::Cow;

use crate::diagnostic::codes;

use super::text::{begins_field, first_word, indent_of, spaces};
use super::{Finder, OpenText, lines};

impl Finder<'_> {
    /// The text with its first fields masked where they are set in further than the fields below them,
    /// which would then belong to nothing.
    pub(super) fn without_margin<'t>(&mut self, text: Cow<'t, str>) -> Cow<'t, str> {
        let Some(margin) = margin_of_first_field(&text) else {
            return text;
        };
        let mut masked = String::with_capacity(text.len());
        for line in lines(&text).take_while(|line| !begins_field(line.trim_end())) {
            let words = line.trim();
            let at = masked.len() + line.len() - line.trim_start().len();
            let is_field = indent_of(line) == margin && begins_field(words);
            if is_field && self.lost.is_empty() {
                self.report(
                    &codes::BAD_FRONT_MATTER,
                    at..at + words.len(),
                    "This line is set in further than the fields below it".to_owned(),
                    "Delete the spaces at its start.".to_owned(),
                );
            }
            self.lost.push(at..at + words.len());
            masked.push_str(&if is_field {
                field_without_margin(line)
            } else {
                unreadable(line)
            });
        }
        masked.push_str(&text[masked.len()..]);
        Cow::Owned(masked)
    }

    /// A list item that is set in further than the text above, and would become a part of it.
    pub(super) fn swallowed(&mut self, begin: usize, content: &str) {
        let at = begin + content.len() - content.trim_start().len();
        let end = begin + content.trim_end().len();
        self.report(
            &codes::BAD_FRONT_MATTER,
            at..end,
            "This line is set in further than the line above, and is read as a part of it"
                .to_owned(),
            "Begin it exactly below the hyphen or the field that it belongs with.".to_owned(),
        );
        self.lost.push(at..end);
    }

    /// Whether a field at a column is in line with those above: the first of its fields, or exactly
    /// below one of them.
    pub(super) fn stands_below_a_field(&mut self, column: usize) -> bool {
        let before = self.columns.len();
        self.columns.retain(|above| *above <= column);
        let is_closing = self.columns.len() < before;
        let is_below = self.columns.last() == Some(&column);
        if !is_below {
            self.columns.push(column);
        }
        is_below || !is_closing
    }

    /// A field that is set in further than the text above, and would become a part of it: the line as
    /// it is read on.
    pub(super) fn set_in(&mut self, begin: usize, content: &str, above: OpenText) -> String {
        let indent = content.len() - content.trim_start().len();
        let words = content.trim();
        let place = begin + indent..begin + indent + words.len();
        let help = if above.has_name {
            "If it is a field, begin it exactly below the field above. If it belongs to the text above, put double quotes around the whole text."
        } else {
            "An entry with fields of its own begins with a field as well, such as \u{201c}- task: …\u{201d}, and its other fields stand exactly below that one."
        };
        self.report(
            &codes::BAD_FRONT_MATTER,
            place.clone(),
            "This line is set in further than the line above, and is read as a part of it"
                .to_owned(),
            help.to_owned(),
        );
        self.lost.push(place);
        if !above.has_name {
            return " ".repeat(indent) + &"x".repeat(content.len() - indent);
        }
        let field = format!("{}{}: ", " ".repeat(above.column), first_word(words));
        let rest = content.len() - field.len();
        field + &"x".repeat(rest)
    }

    /// The spaces with which a line begins; those of another kind are reported.
    pub(super) fn indentation(&mut self, blank: &str, begin: usize) -> String {
        if blank.contains('\t') {
            let tab = begin + blank.find('\t').unwrap_or(0);
            self.report(
                &codes::BAD_FRONT_MATTER,
                tab..tab + 1,
                "This line is set in with the Tab key".to_owned(),
                "Delete it and press the space bar twice for each step.".to_owned(),
            );
        } else if blank.contains('\u{a0}') {
            let at = begin + blank.find('\u{a0}').unwrap_or(0);
            self.report(
                &codes::BAD_FRONT_MATTER,
                at..at + '\u{a0}'.len_utf8(),
                "This line is set in with spaces of another kind, as Word and web pages use them"
                    .to_owned(),
                "Delete the spaces at the start of the line and type them again.".to_owned(),
            );
        }
        spaces(blank)
    }
}

/// How far the first field is set in, where others below it are not.
fn margin_of_first_field(text: &str) -> Option<usize> {
    let is_text = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    let first = lines(text).find(is_text)?;
    let margin = indent_of(first);
    let is_set_in = margin > 0 && begins_field(first.trim());
    let has_others = lines(text).any(|line| begins_field(line.trim_end()));
    (is_set_in && has_others).then_some(margin)
}

/// The line of a field at the start of its line, its value as letters, of equal length.
fn field_without_margin(line: &str) -> String {
    let content = line.trim_end();
    let name = first_word(content.trim_start());
    let value = content.len().saturating_sub(name.len() + 2);
    format!("{name}: {}{}", "x".repeat(value), &line[content.len()..])
}

/// The line with all its words as letters.
fn unreadable(line: &str) -> String {
    let letter = |byte: u8| match byte {
        b' ' | b'\n' | b'\r' => char::from(byte),
        _ => 'x',
    };
    line.bytes().map(letter).collect()
}
