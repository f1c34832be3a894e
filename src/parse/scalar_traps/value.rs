//! Mistakes within one value of front matter.

use crate::diagnostic::codes;
use crate::parse::yaml::closing_quote;

use super::text::{
    closing_bracket, first_word, is_hash_word, mask, note_behind, open_brackets, quote, requote,
};
use super::{Above, Below, Finder, State};

impl Finder<'_> {
    /// Looks at one value; returns it, masked where it is wrong, and what comes next.
    pub(super) fn value(&mut self, value: &str, at: usize, indent: usize) -> (String, State) {
        let keep = |state| (value.to_owned(), state);
        let trimmed = value.trim_end();
        let Some(first) = trimmed.chars().next() else {
            return keep(State::Fields);
        };
        match first {
            '|' | '>' if begins_block(trimmed) && self.below.is_set_in(indent) => {
                keep(State::Block { indent })
            }
            '|' | '>' if is_block_sign(trimmed) => self.empty_block(value, first, at),
            '"' | '\'' => self.quoted(value, trimmed, first, at),
            '[' | '{' => self.bracketed(value, trimmed, at),
            '#' if is_hash_word(trimmed) => {
                self.cut(trimmed, at, 0, quote_whole(trimmed));
                (mask(value, 0), State::Fields)
            }
            '#' => keep(State::Fields),
            '@' | '`' | '%' | '*' | '&' | '!' | '|' | '>' => self.bad_start(value, first, at),
            '\u{201c}' | '\u{2018}' | '\u{201e}'
                if trimmed.ends_with(['\u{201d}', '\u{2019}', '\u{201c}']) =>
            {
                self.report(
                    &codes::CURLY_QUOTES,
                    at..at + trimmed.len(),
                    "These curly quotation marks are part of the text and will be shown".to_owned(),
                    "Delete them, or type straight ones (\") if the value needs quotation marks."
                        .to_owned(),
                );
                (value.to_owned(), State::Fields)
            }
            _ => self.plain(value, trimmed, at, indent),
        }
    }

    /// A hyphen right behind a field's colon, where no list can begin: the value as it is read on.
    pub(super) fn hyphen_value(&mut self, value: &str, at: usize) -> Option<String> {
        let words = value.trim_end();
        let (message, help) = if words == "-" {
            (
                "A hyphen alone is no value",
                "Delete the hyphen. In a row of tasks, type none in its place.".to_owned(),
            )
        } else if words.starts_with("- ") {
            (
                "A list begins on the line below its field",
                format!("Type {words} on a line of its own, set in by two spaces."),
            )
        } else {
            return None;
        };
        let place = at..at + words.len();
        self.lost.push(place.clone());
        self.report(&codes::BAD_FRONT_MATTER, place, message.to_owned(), help);
        Some(" ".repeat(value.len()))
    }

    /// A value that begins with a sign which means something else there.
    fn bad_start(&mut self, value: &str, first: char, at: usize) -> (String, State) {
        let words = value.trim_end();
        self.report(
            &codes::BAD_FRONT_MATTER,
            at..at + words.len(),
            format!("A value cannot begin with {first} unless it stands in quotation marks"),
            format!("Put double quotes around it: {}", quote(words)),
        );
        self.lost.push(at..at + words.len());
        (mask(value, 0), State::Fields)
    }

    /// A `|` or `>` that announces a text below which is not there, or not set in.
    fn empty_block(&mut self, value: &str, first: char, at: usize) -> (String, State) {
        let place = at..at + value.trim_end().len();
        self.lost.push(place.clone());
        // A line of text that is not set in has its own message, and is the place to act.
        if matches!(self.below, Below::Text { .. }) {
            self.above = Above::EmptyField;
        } else {
            self.report(
                &codes::BAD_FRONT_MATTER,
                place,
                format!("There is no text below the sign {first}, which announces one"),
                format!("Type the text on the lines below, set in by two spaces. If {first} is the value, put double quotes around it: \"{first}\""),
            );
        }
        (" ".repeat(value.len()), State::Fields)
    }

    /// A list in square brackets, or fields in braces, of one line or more.
    fn bracketed(&mut self, value: &str, trimmed: &str, at: usize) -> (String, State) {
        if trimmed.starts_with('{') && !trimmed.contains(':') {
            return self.bad_start(value, '{', at);
        }
        if self.hash_within(trimmed, at) {
            return (mask(value, 0), State::Fields);
        }
        let Some(end) = closing_bracket(trimmed) else {
            let open = open_brackets(trimmed, 0);
            return (value.to_owned(), State::Brackets { open, from: at });
        };
        let rest = trimmed[end..].trim_start();
        if is_hash_word(rest) {
            let help = format!(
                "If it belongs to the list, move it into the brackets, in double quotes: {}. If it is a note to yourself, type a space behind the #.",
                quote(rest)
            );
            self.cut(trimmed, at, end, help);
            return (mask(value, 0), State::Fields);
        }
        if rest.is_empty() || rest.starts_with('#') {
            return (value.to_owned(), State::Fields);
        }
        self.report(
            &codes::BAD_FRONT_MATTER,
            at..at + trimmed.len(),
            "There is more text behind the closing bracket".to_owned(),
            quote_whole(trimmed),
        );
        self.lost.push(at..at + trimmed.len());
        (mask(value, 0), State::Fields)
    }

    fn quoted(&mut self, value: &str, trimmed: &str, quote: char, at: usize) -> (String, State) {
        match closing_quote(trimmed, quote) {
            None => (value.to_owned(), State::Quoted { quote, from: at }),
            Some(end) => {
                let rest = trimmed[end..].trim_start();
                if is_hash_word(rest) {
                    let whole = format!("{} {rest}", &trimmed[1..end - 1]);
                    self.cut(trimmed, at, end, quote_whole(&whole));
                    return (mask(value, 0), State::Fields);
                }
                let is_closed = rest.is_empty() || rest.starts_with('#');
                if is_closed && quote == '"' && has_code(&trimmed[..end]) {
                    self.code(&trimmed[..end], at);
                    return (mask(value, 0), State::Fields);
                }
                if is_closed {
                    return (value.to_owned(), State::Fields);
                }
                self.lost.push(at..at + trimmed.len());
                self.report(
                    &codes::BAD_FRONT_MATTER,
                    at..at + trimmed.len(),
                    "The closing quotation mark stands in the middle of the value".to_owned(),
                    format!(
                        "Use the other kind of quotation mark around the whole value: {}",
                        requote(trimmed)
                    ),
                );
                (mask(value, 0), State::Fields)
            }
        }
    }

    fn plain(&mut self, value: &str, trimmed: &str, at: usize, indent: usize) -> (String, State) {
        let uncommented = note_behind(trimmed).map_or(trimmed, |note| &trimmed[..note]);
        if let Some(second) = second_field(uncommented)
            && (self.is_field)(first_word(&trimmed[second..]))
        {
            return self.two_fields(value, at, second, indent);
        }
        if uncommented.contains(": ") || uncommented.ends_with(':') {
            self.lost.push(at..at + trimmed.len());
            self.report(
                &codes::BAD_FRONT_MATTER,
                at..at + trimmed.len(),
                "There is a colon inside this value, which is read as the end of a field\u{2019}s name".to_owned(),
                quote_whole(trimmed),
            );
            return (mask(value, 0), State::Fields);
        }
        if uncommented.len() < trimmed.len() {
            self.cut(trimmed, at, uncommented.len(), quote_whole(trimmed));
        }
        (value.to_owned(), State::Fields)
    }

    /// A second field in the line of another. Both are read where a line of its own is what it needs.
    fn two_fields(
        &mut self,
        value: &str,
        at: usize,
        second: usize,
        indent: usize,
    ) -> (String, State) {
        let words = value.trim_end();
        let field = &words[second..];
        self.report(
            &codes::BAD_FRONT_MATTER,
            at + second..at + words.len(),
            format!(
                "\u{201c}{}\u{201d} is a field, but does not begin its line",
                first_word(field)
            ),
            format!("Begin a new line before it: {}", alone(field)),
        );
        if indent > 0 {
            self.lost.push(at..at + words.len());
            return (mask(value, 0), State::Fields);
        }
        let name = first_word(field).len() + 1;
        let gap = field[name..].len() - field[name..].trim_start().len();
        let begin = second + name + gap;
        let (rest, state) = self.value(&value[begin..], at + begin, indent);
        let line = format!("{}\n{}{rest}", &value[..second - 1], &value[second..begin]);
        (line, state)
    }

    /// A backslash in double quotation marks, which would change the letter behind it.
    fn code(&mut self, value: &str, at: usize) {
        self.report(
            &codes::BAD_FRONT_MATTER,
            at..at + value.len(),
            "A backslash between double quotation marks changes the letter behind it".to_owned(),
            format!(
                "Use single quotation marks: {}",
                requote(value.trim_matches('"'))
            ),
        );
        self.lost.push(at..at + value.len());
    }
}

/// Where a second field begins in a text: a name and a colon behind a comma or the like and a space.
fn second_field(text: &str) -> Option<usize> {
    text.match_indices(": ").find_map(|(colon, _)| {
        let before = text[..colon].trim_end_matches(|c: char| c.is_ascii_lowercase() || c == '_');
        let separated = before.strip_suffix(' ').map(str::trim_end);
        let is_apart = separated.is_some_and(|text| text.ends_with([',', ';', '|']));
        (is_apart || before.ends_with('\t')).then_some(before.len())
    })
}

/// A field without another one behind it in its line.
fn alone(field: &str) -> &str {
    let end = second_field(field).unwrap_or(field.len());
    field[..end].trim_end_matches([',', ';', '|', ' ', '\t'])
}

fn quote_whole(value: &str) -> String {
    format!("Put double quotes around the whole value: {}", quote(value))
}

/// Whether `|` or `>` says that the text stands in the next lines: nothing follows but how its line
/// ends are kept (YAML 1.2.2, section 8.1.1).
fn begins_block(value: &str) -> bool {
    let header = value[1..].split(" #").next().unwrap_or_default().trim_end();
    header.len() <= 2
        && header
            .chars()
            .all(|c| c == '+' || c == '-' || c.is_ascii_digit())
}

/// Whether a value is nothing but `|` or `>`, without the number of spaces that its text is set in by.
fn is_block_sign(value: &str) -> bool {
    begins_block(value) && !value.contains(|c: char| c.is_ascii_digit())
}

/// Whether a value in double quotation marks holds a backslash that is not typed for `"`, `\\`, a
/// line end or a character by its number, as all do in `"C:\new plans"`.
fn has_code(value: &str) -> bool {
    let mut rest = value;
    while let Some(at) = rest.find('\\') {
        let code = &rest[at + 1..];
        let is_meant = match code.chars().next() {
            Some('"' | '\\' | '/') => true,
            Some('n') => !is_path(value),
            Some('x') => is_number(code, 2),
            Some('u') => is_number(code, 4),
            Some('U') => is_number(code, 8),
            _ => false,
        };
        if !is_meant {
            return true;
        }
        // The sign behind the backslash is one of ASCII.
        rest = &code[1..];
    }
    false
}

/// Whether a letter is followed by so many digits of a character's number.
fn is_number(code: &str, digits: usize) -> bool {
    code.get(1..=digits)
        .is_some_and(|number| number.chars().all(|c| c.is_ascii_hexdigit()))
}

/// Whether a text names a place on a disk, such as `C:\new plans`.
fn is_path(text: &str) -> bool {
    text.match_indices(":\\").any(|(at, _)| {
        let mut before = text[..at].chars().rev();
        let is_letter = |c: char| c.is_alphabetic();
        before.next().is_some_and(is_letter) && !before.next().is_some_and(is_letter)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backslashes_of_paths_are_told_from_codes() {
        for text in [
            r#""S:\new plans""#,
            r#""One\nTwo""#,
            r#""\u00e9 \x41 \" \\""#,
            r#""S:\\new""#,
        ] {
            assert_eq!(has_code(text), text.contains("S:\\n"), "{text}");
        }
        for text in [r#""S:\Users""#, r#""\t""#, r#""\u00""#, r#""a\é""#, r#""\"#] {
            assert!(has_code(text), "{text}");
        }
    }
}
