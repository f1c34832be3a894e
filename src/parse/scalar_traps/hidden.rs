//! Signs that take no room on the screen, before the names of fields.

use std::borrow::Cow;

use crate::parse::text::is_hidden;

use super::lines;
use super::text::{first_word, split_dashes};

/// The text with no hidden signs around the hyphens and names with which lines begin. They come with a
/// paste and mean nothing there; spaces of the same number of bytes stand behind the colon or hyphen
/// instead, so that the places of values stay right.
pub(super) fn without_hidden(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return text;
    }
    // The YAML parser stops at a byte order mark within a text; a word joiner has as many bytes.
    let text = text.replace('\u{feff}', "\u{2060}");
    Cow::Owned(lines(&text).map(line_without_hidden).collect())
}

fn line_without_hidden(line: &str) -> String {
    let indent = line.len() - line.trim_start_matches(' ').len();
    let (blank, rest) = line.split_at(indent);
    let visible = rest.trim_start_matches(is_hidden);
    let (dashes, rest_behind) = split_dashes(visible);
    let before = " ".repeat(rest.len() - visible.len());
    match field_without_hidden(rest_behind) {
        Some(field) if dashes.is_empty() => {
            // Only a name may move; the spaces go behind its colon.
            let (name, value) = field.split_at(field.find(':').map_or(0, |colon| colon + 1));
            format!("{blank}{name}{before}{value}")
        }
        Some(field) => format!("{blank}{dashes}{before}{field}"),
        None if dashes.is_empty() => line.to_owned(),
        None => format!("{blank}{dashes}{before}{rest_behind}"),
    }
}

/// A field whose name has hidden signs before or behind it, with spaces behind its colon instead.
fn field_without_hidden(text: &str) -> Option<String> {
    let inner = text.trim_start_matches(is_hidden);
    let name = first_word(inner);
    let value = inner[name.len()..]
        .trim_start_matches(is_hidden)
        .strip_prefix(':')
        .filter(|value| value.is_empty() || value.starts_with(char::is_whitespace))?;
    let hidden = text.len() - name.len() - 1 - value.len();
    (!name.is_empty()).then(|| format!("{name}:{}{value}", " ".repeat(hidden)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_signs_before_names_are_passed_over() {
        for (text, clean) in [
            ("\u{200b}title: x\n", "title:    x\n"),
            ("title\u{200b}: x\n", "title:    x\n"),
            ("  - \u{2060}task: x", "  - task:    x"),
            ("  \u{feff}- x", "  -    x"),
            ("note: a\u{200b}b", "note: a\u{200b}b"),
            ("lead: a\u{feff}b", "lead: a\u{2060}b"),
            ("\u{200b}text", "\u{200b}text"),
        ] {
            assert_eq!(without_hidden(Cow::Borrowed(text)), clean, "{text:?}");
        }
    }
}
