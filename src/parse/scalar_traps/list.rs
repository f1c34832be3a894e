//! Signs that people type or paste in place of the hyphen and the space of a list.

use crate::diagnostic::codes;

use super::key::decorated_name;
use super::text::{Key, is_field_like, mask, spaces, split_key};
use super::{Above, Finder};

impl Finder<'_> {
    /// A line with another sign in place of the hyphen and space of a list: the line as it should be.
    pub(super) fn list_sign(&mut self, trimmed: &str, at: usize) -> Option<String> {
        let after_bullet = std::mem::take(&mut self.after_bullet);
        // A line that goes on with the text above may begin with a dash.
        let column = at - self.output.len();
        let goes_on = self
            .open_text
            .is_some_and(|above| column > above.column + 1);
        let may_be_list = matches!(self.above, Above::EmptyField | Above::Entry);
        let sign = bullet(trimmed).or_else(|| loose_mark(trimmed).filter(|_| may_be_list));
        let is_field = column == 0
            && !may_be_list
            && decorated_name(trimmed).is_some_and(|(name, _)| (self.is_field)(name));
        let Some(sign) = sign.filter(|_| !goes_on && !is_field) else {
            return self.hyphen_without_space(trimmed, at);
        };
        let rest = &trimmed[sign.len()..];
        let words = rest.trim_start();
        if !after_bullet {
            let message = match sign {
                "-" => "There is a space of another kind behind the hyphen, as Word and web pages use it".to_owned(),
                _ => format!("A line of a list begins with a hyphen, not with \u{201c}{sign}\u{201d}"),
            };
            self.report(
                &codes::BAD_FRONT_MATTER,
                at..at + trimmed.trim_end().len(),
                message,
                format!("Type a hyphen and a space: - {}", words.trim_end()),
            );
        }
        self.after_bullet = true;
        let blank = spaces(&rest[..rest.len() - words.len()]);
        Some(format!("-{}{blank}{words}", " ".repeat(sign.len() - 1)))
    }

    /// A hyphen with its word right behind it: the line with a space in place of a letter.
    fn hyphen_without_space(&mut self, trimmed: &str, at: usize) -> Option<String> {
        let rest = trimmed.strip_prefix('-')?;
        let is_word = |c: &char| c.is_alphabetic() || "\"'\u{201c}\u{2018}[(".contains(*c);
        rest.chars().next().filter(is_word)?;
        let end = at + trimmed.trim_end().len();
        self.report(
            &codes::BAD_FRONT_MATTER,
            at..end,
            "There is no space after the hyphen".to_owned(),
            format!("Type a space after it: - {}", rest.trim()),
        );
        self.lost.push(at..end);
        // What is lost of a field's name is guessed.
        Some(match split_key(rest) {
            (Key::Named { length }, _) if is_field_like(&rest[..length - 1]) => {
                format!("- {}", &rest[1..])
            }
            _ => format!("- {}", mask(rest, 1)),
        })
    }
}

/// Signs that lists of other programs begin with; the last is that of Word's font for symbols.
pub(super) const BULLETS: &str = "\u{2022}\u{b7}\u{25aa}\u{25ab}\u{25e6}\u{25cf}\u{25cb}\u{25a0}\u{25a1}\u{25ba}\u{2023}\u{2043}\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2212}\u{f0b7}";

/// The sign in place of a list's hyphen, wherever the line stands: a space must follow. A hyphen is
/// one where the space is not an ordinary one.
fn bullet(text: &str) -> Option<&str> {
    let sign = text.chars().next()?;
    let (first, rest) = text.split_at(sign.len_utf8());
    let next = rest.chars().next()?;
    let is_bullet = BULLETS.contains(sign) || "*+".contains(sign);
    let is_hyphen = sign == '-' && !next.is_ascii();
    (next.is_whitespace() && (is_bullet || is_hyphen)).then_some(first)
}

/// What is a list's sign only where a list may stand, and otherwise a part of the text: a bullet
/// without a space, two hyphens, a number, a letter.
fn loose_mark(text: &str) -> Option<&str> {
    let sign = text.chars().next()?;
    let (first, rest) = text.split_at(sign.len_utf8());
    if BULLETS.contains(sign) {
        // A dash before a digit may be a minus.
        return rest.starts_with(char::is_alphabetic).then_some(first);
    }
    if text.starts_with("-- ") {
        return Some("--");
    }
    // Word's hollow bullet, pasted as text.
    if text.starts_with("o\t") {
        return Some("o");
    }
    let inner = text.strip_prefix('(').unwrap_or(text);
    let length = inner.find(|c: char| !c.is_ascii_alphanumeric())?;
    let name = &inner[..length];
    let is_number = name.len() <= 2 && name.chars().all(|c| c.is_ascii_digit());
    let is_letter = name.len() == 1 && name.chars().all(|c| c.is_ascii_lowercase());
    let after = inner[length..].strip_prefix(['.', ')'])?;
    let ends = after.starts_with(char::is_whitespace);
    (!name.is_empty() && (is_number || is_letter) && ends)
        .then(|| &text[..text.len() - after.len()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_lists_are_told_from_words() {
        for (text, sign) in [
            ("\u{2022} x", "\u{2022}"),
            ("\u{2212} x", "\u{2212}"),
            ("-\u{a0}x", "-"),
            ("+\tx", "+"),
        ] {
            assert_eq!(bullet(text), Some(sign), "{text}");
        }
        for text in ["*x*", "- x", "-", "\u{2013}x", ""] {
            assert_eq!(bullet(text), None, "{text}");
        }
        for (text, sign) in [
            ("1. x", "1."),
            ("12) x", "12)"),
            ("(a) x", "(a)"),
            ("-- x", "--"),
            ("o\tx", "o"),
            ("\u{2022}x", "\u{2022}"),
        ] {
            assert_eq!(loose_mark(text), Some(sign), "{text}");
        }
        for text in [
            "1.1 x",
            "2026. x",
            "A. Smith",
            "10.30",
            "\u{2013}20 %",
            ") x",
            ".",
        ] {
            assert_eq!(loose_mark(text), None, "{text}");
        }
    }
}
