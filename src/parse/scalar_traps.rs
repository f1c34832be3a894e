//! Mistakes in front matter that nearly everyone makes once, found line by line.
//!
//! Each finding masks the value it stands in with letters of the same length, so that the rest of
//! the page is still read, places stay right, and one mistake gives one message.

use std::borrow::Cow;

use crate::diagnostic::{Code, Diagnostic, codes};
use crate::source::{FileId, Span};

use super::yaml::closing_quote;

/// Front matter with its traps masked, and what was found.
pub struct Trapped {
    /// The same text, byte for byte as long as before.
    pub text: String,
    /// One message for each mistake.
    pub messages: Vec<Diagnostic>,
    /// Where values stand that are not what their author meant, as bytes of the text, in order.
    pub lost: Vec<std::ops::Range<usize>>,
}

/// Looks through front matter that begins at byte `start` of its file.
#[must_use]
pub fn find(text: &str, file: FileId, start: usize) -> Trapped {
    let mut finder = Finder {
        output: String::with_capacity(text.len()),
        messages: Vec::new(),
        lost: Vec::new(),
        list_may_stand: false,
        file,
        start,
    };
    let mut state = State::Fields;
    let text = finder.without_controls(text);
    for line in text.split_inclusive('\n') {
        state = finder.line(line, state);
    }
    Trapped {
        text: finder.output,
        messages: finder.messages,
        lost: finder.lost,
    }
}

/// What the next line is part of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Fields and list items.
    Fields,
    /// A text after `|` or `>`, whose lines are set in deeper than this.
    Block { indent: usize },
    /// A quoted value that goes on.
    Quoted { quote: char },
    /// A value in brackets that goes on.
    Brackets { open: usize },
}

struct Finder {
    output: String,
    messages: Vec<Diagnostic>,
    lost: Vec<std::ops::Range<usize>>,
    /// Whether the next line may be an item of a list.
    list_may_stand: bool,
    file: FileId,
    start: usize,
}

impl Finder {
    /// The text without signs that no keyboard types and no screen shows.
    fn without_controls<'t>(&mut self, text: &'t str) -> Cow<'t, str> {
        let is_control =
            |character: char| character.is_control() && !matches!(character, '\n' | '\r' | '\t');
        for (at, sign) in text.match_indices(is_control) {
            self.report(
                &codes::BAD_FRONT_MATTER,
                at..at + sign.len(),
                "There is a character here that cannot be shown".to_owned(),
                "Delete this place and type it again; it probably came with a paste.".to_owned(),
            );
        }
        if self.messages.is_empty() {
            return Cow::Borrowed(text);
        }
        let mut clean = String::with_capacity(text.len());
        for character in text.chars() {
            match character.len_utf8() {
                length if is_control(character) => clean.push_str(&" ".repeat(length)),
                _ => clean.push(character),
            }
        }
        Cow::Owned(clean)
    }

    fn line(&mut self, line: &str, state: State) -> State {
        let content = line.trim_end_matches(['\n', '\r']);
        match state {
            State::Block { indent } => {
                let inside = content.trim().is_empty() || indent_of(content) > indent;
                if inside {
                    self.output.push_str(line);
                    return state;
                }
            }
            State::Quoted { quote } => {
                self.output.push_str(line);
                let ends = closing_quote(&format!("{quote}{content}"), quote).is_some();
                return if ends { State::Fields } else { state };
            }
            State::Brackets { open } => {
                self.output.push_str(line);
                return brackets(content, open);
            }
            State::Fields => {}
        }
        self.fields(line, content)
    }

    fn fields(&mut self, line: &str, content: &str) -> State {
        let begin = self.output.len();
        let trimmed = content.trim_start_matches([' ', '\t', '\u{a0}']);
        let blank = &content[..content.len() - trimmed.len()];
        if trimmed.is_empty() || trimmed.starts_with('#') {
            self.output.push_str(line);
            return State::Fields;
        }
        let mut fixed = String::with_capacity(line.len());
        fixed.push_str(&self.indentation(blank, begin));
        let (dashes, rest) = split_dashes(trimmed);
        fixed.push_str(dashes);
        let at = begin + blank.len() + dashes.len();
        let (key, value) = split_key(rest);
        let mut state = State::Fields;
        match key {
            Key::Missing if blank.is_empty() && dashes.is_empty() && !closes_brackets(rest) => {
                self.report(
                    &codes::BAD_FRONT_MATTER,
                    at..at + rest.trim_end().len(),
                    "This line is no field".to_owned(),
                    "Write a field as its name, a colon, a space and its value. Set a line that goes on from the one above in by two spaces.".to_owned(),
                );
                fixed.push_str(&self.without_colon(rest, at));
            }
            Key::Missing if is_joined_dash(rest) && self.list_may_stand => {
                let words = rest[1..].trim_end();
                self.report(
                    &codes::BAD_FRONT_MATTER,
                    at..at + 1 + words.len(),
                    "There is no space after the hyphen".to_owned(),
                    format!("Type a space after the hyphen: - {words}"),
                );
                self.lost.push(at + 2..at + rest.len());
                fixed.push_str("- ");
                fixed.push_str(&mask(rest, 2));
            }
            Key::Missing => {
                let (masked, next) = self.value(rest, at, indent_of(content));
                fixed.push_str(&masked);
                state = next;
            }
            Key::Joined(name) => {
                let words = value.trim_end();
                self.report(
                    &codes::BAD_FRONT_MATTER,
                    at..at + name.len() + 1 + words.len(),
                    "There is no space after the colon".to_owned(),
                    format!("Type a space after the colon: {name}: {words}"),
                );
                self.lost.push(at + name.len() + 1..at + rest.len());
                fixed.push_str(name);
                fixed.push_str(": ");
                fixed.push_str(&mask(value, value.chars().next().map_or(0, char::len_utf8)));
                let missing = line_length(&fixed, content);
                fixed.push_str(&"x".repeat(missing));
            }
            Key::Named { length } => {
                let gap = rest[length..].len() - value.len();
                fixed.push_str(&rest[..length]);
                fixed.push_str(&spaces(&rest[length..length + gap]));
                let offset = at + length + gap;
                let (masked, next) = self.value(value, offset, indent_of(content) + dashes.len());
                fixed.push_str(&masked);
                state = next;
            }
        }
        fixed.push_str(&line[content.len()..]);
        self.output.push_str(&fixed);
        self.list_may_stand = !dashes.is_empty() || is_joined_dash(rest) || content.trim_end().ends_with(':');
        state
    }

    fn indentation(&mut self, blank: &str, begin: usize) -> String {
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

    /// Looks at one value; returns it, masked where it is wrong, and what comes next.
    fn value(&mut self, value: &str, at: usize, indent: usize) -> (String, State) {
        let keep = |state| (value.to_owned(), state);
        let trimmed = value.trim_end();
        let Some(first) = trimmed.chars().next() else {
            return keep(State::Fields);
        };
        match first {
            '|' | '>' => keep(State::Block { indent }),
            '"' | '\'' => self.quoted(value, trimmed, first, at),
            '[' | '{' => keep(brackets(trimmed, 0)),
            '#' if trimmed.chars().nth(1).is_some_and(|next| !next.is_whitespace() && next != '#') => {
                self.report(
                    &codes::CUT_VALUE,
                    at..at + trimmed.len(),
                    format!("Everything from the # sign on is left out: \u{201c}{trimmed}\u{201d}"),
                    format!("Put double quotes around it: {}", quote(trimmed)),
                );
                keep(State::Fields)
            }
            '#' => keep(State::Fields),
            '@' | '`' | '%' | '*' | '&' | '!' => {
                self.report(
                    &codes::BAD_FRONT_MATTER,
                    at..at + trimmed.len(),
                    format!(
                        "A value cannot begin with {first} unless it stands in quotation marks"
                    ),
                    format!("Put double quotes around it: {}", quote(trimmed)),
                );
                self.masked(value, at)
            }
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
            _ => self.plain(value, trimmed, at),
        }
    }

    fn quoted(&mut self, value: &str, trimmed: &str, quote: char, at: usize) -> (String, State) {
        match closing_quote(trimmed, quote) {
            None => (value.to_owned(), State::Quoted { quote }),
            Some(end) => {
                let rest = trimmed[end..].trim_start();
                if rest.is_empty() || rest.starts_with('#') {
                    return (value.to_owned(), State::Fields);
                }
                self.report(
                    &codes::BAD_FRONT_MATTER,
                    at..at + trimmed.len(),
                    "The closing quotation mark stands in the middle of the value".to_owned(),
                    format!(
                        "Use the other kind of quotation mark around the whole value: {}",
                        requote(trimmed)
                    ),
                );
                self.masked(value, at)
            }
        }
    }

    fn plain(&mut self, value: &str, trimmed: &str, at: usize) -> (String, State) {
        let uncommented = trimmed
            .find(" #")
            .map_or(trimmed, |comment| &trimmed[..comment]);
        if uncommented.contains(": ") || uncommented.ends_with(':') {
            self.report(
                &codes::BAD_FRONT_MATTER,
                at..at + trimmed.len(),
                "There is a colon inside this value, which is read as the end of a field\u{2019}s name".to_owned(),
                format!("Put double quotes around the whole value: {}", quote(trimmed)),
            );
            return self.masked(value, at);
        }
        if uncommented.len() < trimmed.len() {
            let cut = trimmed[uncommented.len()..].trim_start();
            self.lost.push(at..at + uncommented.len());
            self.report(
                &codes::CUT_VALUE,
                at + trimmed.len() - cut.len()..at + trimmed.len(),
                format!("Everything from the # sign on is left out: \u{201c}{cut}\u{201d}"),
                format!(
                    "Put double quotes around the whole value: {}",
                    quote(trimmed)
                ),
            );
        }
        (value.to_owned(), State::Fields)
    }

    /// A line that should be a field: its first word as the field, the rest as a lost value. Where
    /// the first word can be no field, the line is left out.
    fn without_colon(&mut self, rest: &str, at: usize) -> String {
        let name = rest.split(' ').next().unwrap_or_default();
        if is_field_like(name) && rest.len() > name.len() + 2 {
            self.lost.push(at + name.len() + 2..at + rest.len());
            format!("{name}: {}", mask(rest, name.len() + 2))
        } else {
            format!("#{}", mask(rest, 1))
        }
    }

    /// A value that cannot be understood, as letters, and what comes next.
    fn masked(&mut self, value: &str, at: usize) -> (String, State) {
        self.lost.push(at..at + value.len());
        (mask(value, 0), State::Fields)
    }

    fn report(
        &mut self,
        code: &'static Code,
        range: std::ops::Range<usize>,
        message: String,
        help: String,
    ) {
        let span = Span::new(self.file, self.start + range.start, self.start + range.end);
        self.messages
            .push(Diagnostic::new(code, span, message, help));
    }
}

/// How a line names its field.
enum Key<'a> {
    /// `title: x` or `title:`, the length with the colon.
    Named { length: usize },
    /// `title:x`
    Joined(&'a str),
    /// No field.
    Missing,
}

fn split_key(text: &str) -> (Key<'_>, &str) {
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

/// A lower-case word that could be a field; `page:…`, `action:…` are links, not fields.
fn is_field_like(name: &str) -> bool {
    const LINKS: [&str; 9] = [
        "action", "group", "member", "term", "page", "plan", "strategy", "role", "mailto",
    ];
    name.len() > 1
        && name.chars().all(|c| c.is_ascii_lowercase() || c == '_')
        && !LINKS.contains(&name)
}

/// `- ` as often as it stands at the start.
fn split_dashes(text: &str) -> (&str, &str) {
    let mut rest = text;
    while let Some(after) = rest.strip_prefix("- ") {
        rest = after.trim_start_matches(' ');
    }
    text.split_at(text.len() - rest.len())
}

/// `-word`, a list item without the space behind its hyphen.
fn is_joined_dash(text: &str) -> bool {
    text.strip_prefix('-')
        .is_some_and(|rest| rest.starts_with(char::is_alphabetic))
}

/// Whether a line only ends a value in brackets.
fn closes_brackets(line: &str) -> bool {
    line.starts_with([']', '}', '[', '{'])
}

fn indent_of(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// Tabs and no-break spaces as ordinary spaces of the same number of bytes.
fn spaces(blank: &str) -> String {
    " ".repeat(blank.len())
}

fn line_length(fixed: &str, content: &str) -> usize {
    content.len().saturating_sub(fixed.len())
}

/// The value as letters: text that can mean nothing else, from byte `from` on.
fn mask(value: &str, from: usize) -> String {
    "x".repeat(value.len().saturating_sub(from))
}

/// Counts brackets outside quotes; the state after this line.
fn brackets(text: &str, open: usize) -> State {
    let mut open = open;
    let mut quote = None;
    for character in text.chars() {
        match (quote, character) {
            (None, '[' | '{') => open += 1,
            (None, ']' | '}') => open = open.saturating_sub(1),
            (None, '"' | '\'') => quote = Some(character),
            (Some(mark), _) if mark == character => quote = None,
            _ => {}
        }
    }
    if open == 0 {
        State::Fields
    } else {
        State::Brackets { open }
    }
}

/// The value in double quotes, as it must be typed.
fn quote(value: &str) -> String {
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}

/// A value with quotation marks inside, in single quotes.
fn requote(value: &str) -> String {
    format!("'{}'", value.replace('\'', "''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&'static str, String)> {
        let trapped = find(text, FileId::new(0), 0);
        assert_eq!(
            trapped.text.len(),
            text.len(),
            "{text:?} {:?}",
            trapped.text
        );
        trapped
            .messages
            .iter()
            .map(|message| {
                let crate::diagnostic::Place::Content(span) = message.primary else {
                    panic!()
                };
                (message.code.name, text[span.range()].to_owned())
            })
            .collect()
    }

    #[test]
    fn each_trap_is_found_at_its_place() {
        let table: &[(&str, &str, &str)] = &[
            (
                "title: Priority: one\n",
                "bad-front-matter",
                "Priority: one",
            ),
            ("title: **Bold**\n", "bad-front-matter", "**Bold**"),
            ("title: @home\n", "bad-front-matter", "@home"),
            ("title: 50%\nlead: %x\n", "bad-front-matter", "%x"),
            ("lead: Chair #2\n", "cut-value", "#2"),
            ("title:Plan\n", "bad-front-matter", "title:Plan"),
            ("a:\n\t- b\n", "bad-front-matter", "\t"),
            ("a:\n\u{a0}\u{a0}b: c\n", "bad-front-matter", "\u{a0}"),
            (
                "title: \u{201c}Plan\u{201d}\n",
                "curly-quotes",
                "\u{201c}Plan\u{201d}",
            ),
            ("title: \"A\" and B\n", "bad-front-matter", "\"A\" and B"),
            ("tasks:\n  - Do this: that\n", "bad-front-matter", ""),
        ];
        for (text, code, place) in table {
            let found = found(text);
            if place.is_empty() {
                continue;
            }
            assert_eq!(found, [(*code, (*place).to_owned())], "{text:?}");
        }
    }

    #[test]
    fn ordinary_values_are_left_alone() {
        let text = "url: https://example.org/a#b\ntime: 10:00\nlink: \"a: b\" # note\nblock: |\n  x: y: z #\n\n  @\nquoted: \"one\n  two: three #4\n  end\"\nlist: [a,\n  \"b: c\"]\nto: page:governance\n- https://x.org\n";
        assert_eq!(found(text), []);
    }
}
