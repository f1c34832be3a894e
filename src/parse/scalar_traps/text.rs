//! What the words of one line of front matter look like.

use crate::parse::markdown::NameKind;
use crate::parse::yaml::closing_quote;

/// How a line names its field.
pub(super) enum Key<'a> {
    /// `title: x` or `title:`, the length with the colon.
    Named { length: usize },
    /// `title:x`
    Joined(&'a str),
    /// No field.
    Missing,
    /// No field where one should stand.
    Forgotten,
}

pub(super) fn split_key(text: &str) -> (Key<'_>, &str) {
    if let Some(length) = quoted_key(text).or_else(|| spaced_key(text)) {
        let value = text[length..].trim_start_matches([' ', '\t', '\u{a0}']);
        return (Key::Named { length }, value);
    }
    let length = text
        .find(|character: char| !(character.is_ascii_alphanumeric() || "_-".contains(character)))
        .unwrap_or(text.len());
    let rest = &text[length..];
    let Some(value) = rest.strip_prefix(':') else {
        return (Key::Missing, text);
    };
    if length == 0 {
        return (Key::Missing, text);
    }
    match value.chars().next() {
        None | Some(' ' | '\t' | '\u{a0}') => (
            Key::Named { length: length + 1 },
            value.trim_start_matches([' ', '\t', '\u{a0}']),
        ),
        // Not a field but a web address, a time or a ref such as 10:30 or page:governance.
        Some(_) if !is_field_like(&text[..length]) || value.starts_with("//") => {
            (Key::Missing, text)
        }
        Some(_) => (Key::Joined(&text[..length]), value),
    }
}

/// The length of a name in straight quotation marks with its colon, as some programs write all names.
fn quoted_key(text: &str) -> Option<usize> {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let end = closing_quote(text, quote)?;
    let name = text.get(1..end - 1)?;
    let is_name = !name.is_empty() && first_word(name) == name;
    let value = text[end..].strip_prefix(':')?;
    (is_name && (value.is_empty() || value.starts_with(' '))).then_some(end + 1)
}

/// The length of a name with a colon that stands apart from it, as in `term : Social care`.
pub(super) fn spaced_key(text: &str) -> Option<usize> {
    let name = first_word(text);
    let rest = text[name.len()..].trim_start_matches([' ', '\u{a0}']);
    let value = rest.strip_prefix(':')?;
    let is_apart = text.len() - value.len() > name.len() + 1;
    let ends = value.is_empty() || value.starts_with(' ');
    (!name.is_empty() && is_apart && ends).then(|| text.len() - value.len())
}

/// A lower-case word that could be a field; `page:…`, `action:…` are links, not fields.
pub(super) fn is_field_like(name: &str) -> bool {
    let is_link =
        NameKind::ALL.iter().any(|kind| kind.word() == name) || matches!(name, "mailto" | "tel");
    name.len() > 1 && name.chars().all(|c| c.is_ascii_lowercase() || c == '_') && !is_link
}

/// `- ` as often as it stands at the start.
pub(super) fn split_dashes(text: &str) -> (&str, &str) {
    let mut rest = text;
    while let Some(after) = rest.strip_prefix("- ") {
        rest = after.trim_start_matches(' ');
    }
    text.split_at(text.len() - rest.len())
}

pub(super) fn indent_of(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// Tabs and no-break spaces as ordinary spaces of the same number of bytes.
pub(super) fn spaces(blank: &str) -> String {
    " ".repeat(blank.len())
}

/// The value as letters: text that can mean nothing else, from byte `from` on.
pub(super) fn mask(value: &str, from: usize) -> String {
    "x".repeat(value.len().saturating_sub(from))
}

/// How many brackets are open after a line, of which `open` were before; those in quotes do not count.
pub(super) fn open_brackets(text: &str, open: usize) -> usize {
    brackets(text, open).last().map_or(open, |(_, open)| open)
}

/// Where the bracket with which a text begins is closed: the byte behind it.
pub(super) fn closing_bracket(text: &str) -> Option<usize> {
    brackets(text, 0)
        .find(|(_, open)| *open == 0)
        .map(|(end, _)| end)
}

/// Each bracket of a line: the byte behind it, and how many are open there, of which `open` were
/// before. Those in quotes do not count.
fn brackets(text: &str, mut open: usize) -> impl Iterator<Item = (usize, usize)> + '_ {
    outside_quotes(text).filter_map(move |(at, character)| {
        match character {
            '[' | '{' => open += 1,
            ']' | '}' => open = open.saturating_sub(1),
            _ => return None,
        }
        Some((at + character.len_utf8(), open))
    })
}

/// The characters of a line within brackets that do not stand in quotes.
fn outside_quotes(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let mut quote = None;
    // A quotation mark opens a value only where one can begin; in "people's" it is a letter.
    let mut may_begin = true;
    text.char_indices().filter(move |(_, character)| {
        let was_inside = quote.is_some();
        match quote {
            None if may_begin && matches!(character, '"' | '\'') => quote = Some(*character),
            Some(mark) if mark == *character => quote = None,
            _ => {}
        }
        may_begin = "[{,:".contains(*character) || may_begin && *character == ' ';
        !was_inside && quote.is_none()
    })
}

/// Where a line within brackets goes on as a note to oneself: a `#` behind a space.
pub(super) fn hash_in_brackets(text: &str) -> Option<usize> {
    let begins_note = |at: usize| at == 0 || text[..at].ends_with([' ', '\t']);
    outside_quotes(text)
        .find(|(at, character)| *character == '#' && begins_note(*at))
        .map(|(at, _)| at)
}

/// Where a text without quotes goes on as a note to oneself: the space or tab before the `#`.
pub(super) fn note_behind(text: &str) -> Option<usize> {
    text.match_indices('#').find_map(|(at, _)| {
        at.checked_sub(1)
            .filter(|_| text[..at].ends_with([' ', '\t']))
    })
}

/// Whether a text begins with a `#` that belongs to its word, as in `#BeKind`. `# later`, `##` and
/// a field or entry that is left out for a while are notes to oneself.
pub(super) fn is_hash_word(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|word| {
        let is_word = word.starts_with(|c: char| !c.is_whitespace() && c != '#');
        is_word && !word.starts_with("- ") && !begins_field(word.trim_end())
    })
}

/// Whether a line begins a field of the page itself: `lead: …` at its very start.
pub(super) fn begins_field(line: &str) -> bool {
    let word = first_word(line);
    let after = &line[word.len()..];
    !word.is_empty() && (after == ":" || after.starts_with(": "))
}

/// The small letters and `_` with which a text begins.
pub(super) fn first_word(text: &str) -> &str {
    let end = text
        .find(|c: char| !(c.is_ascii_lowercase() || c == '_'))
        .unwrap_or(text.len());
    &text[..end]
}

/// The length of a name of several words with its colon, as in `identified by: A review`.
pub(super) fn wordy_key(text: &str) -> Option<usize> {
    let colon = text.find(':')?;
    let (name, after) = (&text[..colon], &text[colon + 1..]);
    let is_name = name.starts_with(|c: char| c.is_alphabetic())
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || " _-".contains(c));
    (is_name && (after.is_empty() || after.starts_with(' '))).then_some(colon + 1)
}

/// The value in double quotes, as it must be typed.
pub(super) fn quote(value: &str) -> String {
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}

/// A value with quotation marks inside, in single quotes.
pub(super) fn requote(value: &str) -> String {
    format!("'{}'", value.replace('\'', "''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_in_words_and_quotes_do_not_count() {
        assert_eq!(open_brackets("[Young people's group]", 0), 0);
        assert_eq!(
            open_brackets("{title: Children's views, ref: \"a]\"}", 0),
            0
        );
        assert_eq!(open_brackets("['it''s', \"[\",", 0), 1);
        assert_eq!(open_brackets("one]", 1), 0);
        assert_eq!(closing_bracket("[a, [b]] c"), Some(8));
        assert_eq!(closing_bracket("['a]', b"), None);
    }

    #[test]
    fn lines_are_known_by_how_they_begin() {
        assert!(begins_field("lead: x") && begins_field("lead:"));
        assert!(!begins_field("Lead: x") && !begins_field("lead:x") && !begins_field("- a: b"));
        assert_eq!(wordy_key("identified by: x"), Some(14));
        assert_eq!(wordy_key("see (all): x"), None);
    }
}
