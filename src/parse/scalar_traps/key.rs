//! The names with which fields begin.

use crate::diagnostic::codes;

use super::list::BULLETS;
use super::text::{first_word, mask};
use super::{Above, Finder};

/// What people type in place of a colon. U+FF1A, the colon of Chinese and Japanese keyboards, looks much
/// like ours.
const NO_COLONS: [char; 8] = [' ', '=', '-', ';', '.', '\u{2013}', '\u{2014}', '\u{ff1a}'];

impl Finder<'_> {
    /// A line at the start of which a field should stand: masked, and known by its first word.
    pub(super) fn no_colon(&mut self, rest: &str, at: usize) -> String {
        if let Some((name, value)) = decorated_name(rest.trim_end())
            && (self.is_field)(name)
        {
            return self.decorated(name, value, rest, at);
        }
        let words = rest.trim_end();
        let name = first_word(words);
        let after = &words[name.len()..];
        let value = after.trim_start_matches(NO_COLONS);
        let has_sign = after.trim_start().starts_with(['=', '\u{ff1a}']);
        let is_known = (self.is_field)(name) && after.starts_with([' ', ';', '.']);
        let is_field = !name.is_empty() && (has_sign || is_known);
        if !is_field && self.is_below_empty_field() {
            return self.below_empty_field(rest, at);
        }
        let help = if is_field && !value.is_empty() {
            format!("Type a colon and a space after the name of the field: {name}: {value}")
        } else if self.open_text.is_some() {
            "If it goes on with the text above, set it in by two spaces. If it is a field, type a colon and a space after its name.".to_owned()
        } else {
            "Write a field as its name, a colon, a space and its value. Text belongs below the second line ---.".to_owned()
        };
        self.above = Above::Other;
        self.report(
            &codes::BAD_FRONT_MATTER,
            at..at + words.len(),
            "There is no colon in this line, so it is no field".to_owned(),
            help,
        );
        self.lost.push(at..at + words.len());
        if is_field {
            self.open_text = None;
        }
        let room = rest.len().checked_sub(name.len() + 2);
        match room.filter(|_| is_field) {
            Some(room) => format!("{name}: {}", "x".repeat(room)),
            None => " ".repeat(rest.len()),
        }
    }

    fn is_below_empty_field(&self) -> bool {
        let is_field = matches!(self.above, Above::EmptyField | Above::Stray);
        is_field && self.columns.last() == Some(&0)
    }

    /// A line of text at the margin, below a field that has no value yet: masked as its value. Of
    /// several such lines the first is reported.
    fn below_empty_field(&mut self, rest: &str, at: usize) -> String {
        let words = rest.trim_end();
        if self.above == Above::EmptyField {
            self.report(
                &codes::BAD_FRONT_MATTER,
                at..at + words.len(),
                "This line is not set in, so it does not belong to the field above".to_owned(),
                format!("Set the lines of a text in by two spaces. Begin each line of a list with a hyphen and a space: - {words}"),
            );
        }
        self.above = Above::Stray;
        self.lost.push(at..at + words.len());
        let letters = mask(rest, 2);
        format!("{}{letters}", " ".repeat(rest.len() - letters.len()))
    }

    /// A field with signs around its name, as in `**title:** Early help`.
    fn decorated(&mut self, name: &str, value: &str, rest: &str, at: usize) -> String {
        let words = rest.trim_end();
        self.report(
            &codes::BAD_FRONT_MATTER,
            at..at + words.len(),
            "The name of a field stands without signs around it".to_owned(),
            format!("Type {name}: {value}"),
        );
        self.lost.push(at..at + words.len());
        self.open_text = None;
        self.above = Above::Other;
        let room = rest.len().saturating_sub(name.len() + 2);
        format!("{name}: {}", "x".repeat(room))
    }

    pub(super) fn joined(&mut self, name: &str, value: &str, at: usize) -> String {
        let words = value.trim_end();
        let end = at + name.len() + 1 + words.len();
        self.report(
            &codes::BAD_FRONT_MATTER,
            at..end,
            "There is no space after the colon".to_owned(),
            format!(
                "Type a space after the colon: {name}: {}",
                words.trim_start_matches([':', ' '])
            ),
        );
        self.lost.push(at..end);
        format!("{name}: {}", mask(value, 1))
    }
}

/// A name with quotation marks, asterisks, a bullet and the like around it or its colon, and its value.
pub(super) fn decorated_name(line: &str) -> Option<(&str, &str)> {
    const SIGNS: &str = "*_`~>+\"'\u{201c}\u{201d}\u{2018}\u{2019}\u{2020}\u{2021}";
    let is_before = |c: char| SIGNS.contains(c) || BULLETS.contains(c) || c == ' ';
    let inner = line.trim_start_matches(is_before);
    let name = first_word(inner).trim_end_matches('_');
    let rest = &inner[name.len()..];
    let tail = rest
        .find(char::is_whitespace)
        .map_or(rest, |end| &rest[..end]);
    let is_decorated = tail.contains(':') && tail.chars().all(|c| c == ':' || SIGNS.contains(c));
    let mut value = rest[tail.len()..].trim();
    if tail == ":" {
        // The signs in front of the name stand behind the value: **title: Early help**
        value = value.trim_end_matches(|c| SIGNS.contains(c));
    }
    is_decorated.then_some((name, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_with_signs_around_them() {
        for line in [
            "**title:** x",
            "**title**: x",
            "**title: x**",
            "\u{201c}title\u{201d}: x",
            "title\u{2020}: x",
            "_title_: x",
            "\u{2022} title: x",
            "> title: x",
        ] {
            assert_eq!(decorated_name(line), Some(("title", "x")), "{line}");
        }
        assert_eq!(decorated_name("title x"), None);
        assert_eq!(decorated_name("\u{3000}title: x"), None);
        assert_eq!(decorated_name("title(s): x"), None);
    }
}
