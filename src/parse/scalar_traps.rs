//! Mistakes in front matter that nearly everyone makes once, found line by line.
//!
//! Each finding masks the value it stands in with letters of the same length, so that the rest of
//! the page is still read, places stay right, and one mistake gives one message.

mod hash;
mod hidden;
mod indent;
mod key;
mod list;
mod text;
mod value;

use std::borrow::Cow;
use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic, codes};
use crate::source::{FileId, Span};

use super::yaml::closing_quote;
use text::{
    Key, begins_field, indent_of, mask, open_brackets, spaced_key, spaces, split_dashes, split_key,
    wordy_key,
};

/// Front matter with its traps masked, and what was found.
pub struct Trapped {
    /// The same text, byte for byte as long as before.
    pub text: String,
    /// One message for each mistake.
    pub messages: Vec<Diagnostic>,
    /// The bytes of values that are not what their authors meant.
    pub lost: Vec<Range<usize>>,
}

/// Looks through front matter that begins at byte `start` of its file. `is_field` says which names are
/// fields of such a page.
#[must_use]
pub fn find(text: &str, file: FileId, start: usize, is_field: &dyn Fn(&str) -> bool) -> Trapped {
    let mut finder = Finder {
        is_field,
        output: String::with_capacity(text.len()),
        messages: Vec::new(),
        lost: Vec::new(),
        open_text: None,
        above: Above::Other,
        below: Below::Nothing,
        columns: Vec::new(),
        after_bullet: false,
        file,
        start,
    };
    let mut state = State::Fields;
    let text = finder.without_controls(text);
    let text = hidden::without_hidden(text);
    let text = finder.without_margin(text);
    let below = next_lines(&text);
    for (line, below) in lines(&text).zip(below) {
        finder.below = below;
        state = finder.line(line, state);
    }
    finder.unclosed(state);
    Trapped {
        text: finder.output,
        messages: finder.messages,
        lost: finder.lost,
    }
}

/// The lines with their ends: LF, CRLF or a lone CR.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let length = match rest.find(['\n', '\r']) {
            Some(at) if rest[at..].starts_with("\r\n") => at + 2,
            Some(at) => at + 1,
            None => rest.len(),
        };
        let (line, after) = rest.split_at(length);
        rest = after;
        (!line.is_empty()).then_some(line)
    })
}

/// What the next line is part of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Fields and list items.
    Fields,
    /// A text after `|` or `>`, whose lines are set in deeper than this.
    Block { indent: usize },
    /// A quoted value that began at a byte and goes on.
    Quoted { quote: char, from: usize },
    /// A value in brackets that began at a byte and goes on.
    Brackets { open: usize, from: usize },
}

/// What the line above holds, which says what the next one may be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Above {
    /// A field without a value.
    EmptyField,
    /// Text that is not set in, below a field without a value.
    Stray,
    /// An entry of a list, or a line that goes on with one.
    Entry,
    /// Anything else.
    Other,
}

/// The next line with text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Below {
    /// There is none.
    Nothing,
    /// It is set in by so much, and begins a field or an entry.
    Field { indent: usize },
    /// It is set in by so much, and holds other text.
    Text { indent: usize },
}

impl Below {
    /// Whether the line belongs to what begins at a column.
    fn is_set_in(self, column: usize) -> bool {
        match self {
            Below::Nothing => false,
            Below::Field { indent } | Below::Text { indent } => indent > column,
        }
    }
}

/// For each line the next one with text.
fn next_lines(text: &str) -> Vec<Below> {
    let mut below = Below::Nothing;
    let mut found = Vec::new();
    let lines: Vec<&str> = lines(text).collect();
    for line in lines.iter().rev() {
        found.push(below);
        let words = line.trim();
        let indent = indent_of(line);
        if begins_field(words) || words.starts_with('-') {
            below = Below::Field { indent };
        } else if !words.is_empty() {
            below = Below::Text { indent };
        }
    }
    found.reverse();
    found
}

/// A text without quotation marks.
#[derive(Clone, Copy)]
struct OpenText {
    /// The column of its field's name, or of its hyphen.
    column: usize,
    /// Whether it is a field's, and not just an entry of a list.
    has_name: bool,
}

struct Finder<'a> {
    /// Whether a name is a field of such a page.
    is_field: &'a dyn Fn(&str) -> bool,
    output: String,
    messages: Vec<Diagnostic>,
    lost: Vec<Range<usize>>,
    /// The text that the next line goes on with, if it is set in further.
    open_text: Option<OpenText>,
    /// What the line above holds.
    above: Above,
    /// What the next line with text holds.
    below: Below,
    /// The columns of the fields that the next one may stand below, from the left.
    columns: Vec<usize>,
    /// Whether the line above had a sign instead of a hyphen: of a whole list the first is reported.
    after_bullet: bool,
    file: FileId,
    start: usize,
}

impl Finder<'_> {
    /// The text without signs that no keyboard types and no screen shows; each is reported.
    fn without_controls<'t>(&mut self, text: &'t str) -> Cow<'t, str> {
        let is_control = |sign: char| sign.is_control() && !matches!(sign, '\n' | '\r' | '\t');
        if !text.contains(is_control) {
            return Cow::Borrowed(text);
        }
        for (at, sign) in text.match_indices(is_control) {
            self.report(
                &codes::BAD_FRONT_MATTER,
                at..at + sign.len(),
                "There is a character here that cannot be shown".to_owned(),
                "Delete this place and type it again; it probably came with a paste.".to_owned(),
            );
        }
        let mut clean = String::with_capacity(text.len());
        for character in text.chars() {
            if is_control(character) {
                clean.push_str(&" ".repeat(character.len_utf8()));
            } else {
                clean.push(character);
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
            State::Quoted { .. } | State::Brackets { .. } if begins_field(content) => {
                self.unclosed(state);
            }
            State::Quoted { quote, .. } => {
                self.output.push_str(line);
                let ends = closing_quote(&format!("{quote}{content}"), quote).is_some();
                return if ends { State::Fields } else { state };
            }
            State::Brackets { open, from } => {
                let read = self.brackets_go_on(content);
                self.output.push_str(&read);
                self.output.push_str(&line[content.len()..]);
                return in_brackets(open_brackets(content, open), from);
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
            let read = self.note(content, begin);
            self.output.push_str(&read);
            self.output.push_str(&line[content.len()..]);
            return State::Fields;
        }
        let mut fixed = String::with_capacity(line.len());
        fixed.push_str(&self.indentation(blank, begin));
        let listed = self.list_sign(trimmed, begin + blank.len());
        let trimmed = listed.as_deref().unwrap_or(trimmed);
        let (dashes, rest) = split_dashes(trimmed);
        fixed.push_str(dashes);
        let column = blank.len() + dashes.len();
        let at = begin + column;
        if !dashes.is_empty()
            && self
                .open_text
                .is_some_and(|above| blank.len() > above.column)
        {
            self.swallowed(begin, content);
        }
        if dashes.is_empty()
            && !blank.contains(['\t', '\u{a0}'])
            && let Some(above) = self.open_text.filter(|above| column > above.column)
            && (begins_field(rest) || spaced_key(rest).is_some())
        {
            let read = self.set_in(begin, content, above);
            self.output.push_str(&read);
            self.output.push_str(&line[content.len()..]);
            return State::Fields;
        }
        let (key, value) = match split_key(rest) {
            (Key::Missing, _) if column == 0 => match wordy_key(rest) {
                Some(length) => (Key::Named { length }, rest[length..].trim_start()),
                None => (Key::Forgotten, rest),
            },
            other => other,
        };
        let state = match key {
            Key::Missing => {
                let (masked, next) = self.unnamed(content, dashes, rest, at);
                fixed.push_str(&masked);
                next
            }
            Key::Forgotten => {
                fixed.push_str(&self.no_colon(rest, at));
                State::Fields
            }
            Key::Joined(name) => {
                self.above = Above::Other;
                fixed.push_str(&self.joined(name, value, at));
                self.open_text = Some(OpenText {
                    column,
                    has_name: true,
                });
                State::Fields
            }
            Key::Named { length } => {
                let (masked, next) = self.named(rest, length, at, column);
                fixed.push_str(&masked);
                next
            }
        };
        if blank.contains(['\t', '\u{a0}']) {
            // How far the line was meant to be set in is not known.
            self.open_text = None;
        }
        fixed.push_str(&line[content.len()..]);
        self.output.push_str(&fixed);
        state
    }

    /// A line without a field's name: an entry of a list, or a part of the text above. `at` is the byte
    /// where its words begin.
    fn unnamed(&mut self, content: &str, dashes: &str, words: &str, at: usize) -> (String, State) {
        if !dashes.is_empty() {
            self.above = Above::Entry;
            let column = at - self.output.len();
            self.open_text = is_plain(words).then(|| OpenText {
                column: column.saturating_sub(2),
                has_name: false,
            });
        } else if self.above != Above::Entry {
            self.above = Above::Other;
        }
        self.value(words, at, indent_of(content))
    }

    /// A line with a field, whose name and colon are `length` bytes long and begin at byte `at`.
    fn named(&mut self, field: &str, length: usize, at: usize, column: usize) -> (String, State) {
        let (name, rest) = field.split_at(length);
        let value = rest.trim_start_matches([' ', '\t', '\u{a0}']);
        let gap = &rest[..rest.len() - value.len()];
        let place = at + length + gap.len();
        self.above = if is_empty(value) {
            Above::EmptyField
        } else {
            Above::Other
        };
        let is_in_line = self.stands_below_a_field(column);
        self.open_text = (is_in_line && is_plain(value)).then_some(OpenText {
            column,
            has_name: true,
        });
        let (masked, next) = match self.hyphen_value(value, place) {
            Some(masked) => {
                self.open_text = None;
                (masked, State::Fields)
            }
            None => self.value(value, place, column),
        };
        let name = name.replace('\u{a0}', "  ");
        (format!("{name}{}{masked}", spaces(gap)), next)
    }

    /// A value that is opened with a quotation mark or a bracket and never closed. Where it is one
    /// line, the rest of the page can still be read.
    fn unclosed(&mut self, state: State) {
        let (from, mark, what) = match state {
            State::Quoted { quote, from } => (from, quote, "quotation mark"),
            State::Brackets { from, .. } if self.output[from..].starts_with('{') => {
                (from, '}', "bracket")
            }
            State::Brackets { from, .. } => (from, ']', "bracket"),
            State::Fields | State::Block { .. } => return,
        };
        let rest = &self.output[from..];
        let first = rest
            .split(['\n', '\r'])
            .next()
            .unwrap_or(rest)
            .trim_end()
            .to_owned();
        let is_one_line = rest.trim_end().len() == first.len();
        let end = from + first.len();
        self.report(
            &codes::BAD_FRONT_MATTER,
            from..end,
            format!("A {what} is opened here and not closed"),
            format!("Put one at the end of the value: {first}{mark}"),
        );
        self.lost.push(from..end);
        if is_one_line {
            self.output.replace_range(from..end, &mask(&first, 0));
        }
    }

    fn report(&mut self, code: &'static Code, range: Range<usize>, message: String, help: String) {
        let span = Span::new(self.file, self.start + range.start, self.start + range.end);
        self.messages
            .push(Diagnostic::new(code, span, message, help));
    }
}

/// Whether a value is text without quotation marks, which the next lines may go on with.
fn is_plain(value: &str) -> bool {
    let first = value.chars().next();
    first.is_some_and(|first| !"|>\"'[{#@`%*&!".contains(first))
}

/// Whether nothing stands behind the colon of a field, or just a note to oneself.
fn is_empty(value: &str) -> bool {
    value.trim().is_empty() || value.starts_with('#')
}

fn in_brackets(open: usize, from: usize) -> State {
    if open == 0 {
        State::Fields
    } else {
        State::Brackets { open, from }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&'static str, String)> {
        let trapped = find(text, FileId::new(0), 0, &|name| name == "lead");
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
            ("brand: #1d5c63\n", "cut-value", "#1d5c63"),
            ("title:Plan\n", "bad-front-matter", "title:Plan"),
            ("a:\n\t- b\n", "bad-front-matter", "\t"),
            ("a:\n\u{a0}\u{a0}b: c\n", "bad-front-matter", "\u{a0}"),
            (
                "title: \u{201c}Plan\u{201d}\n",
                "curly-quotes",
                "\u{201c}Plan\u{201d}",
            ),
            ("title: \"A\" and B\n", "bad-front-matter", "\"A\" and B"),
            (
                "tasks:\n  - Do this: that\n",
                "bad-front-matter",
                "Do this: that",
            ),
        ];
        for (text, code, place) in table {
            assert_eq!(found(text), [(*code, (*place).to_owned())], "{text:?}");
        }
    }

    #[test]
    fn what_to_type_is_said_as_it_must_stand() {
        for (text, help) in [
            ("lead:: x\n", "lead: x"),
            ("\u{201c}lead\u{201d}: x\n", "Type lead: x"),
            ("title: a\nfor all who need it\n", "set it in by two spaces"),
            ("title: a\nlead x\n", "lead: x"),
            (
                "t:\n  - task: a, lead: x\n",
                "a new line before it: lead: x",
            ),
            ("title: \"S:\\Users\"\n", "'S:\\Users'"),
            ("title: \"a\" #b\n", "\"a #b\""),
            ("title: [a, b #c]\n", "this entry: \"b #c\""),
        ] {
            let found = find(text, FileId::new(0), 0, &|name| name == "lead");
            let helps: Vec<&str> = found.messages.iter().map(|m| m.help.as_str()).collect();
            assert!(
                matches!(helps[..], [only] if only.contains(help)),
                "{text:?}: {helps:?}"
            );
        }
    }

    #[test]
    fn ordinary_values_are_left_alone() {
        let text = "url: https://example.org/a#b\ntime: 10:00\nlink: \"a: b\" # note\nopen: # later\nblock: |\n  x: y: z #\n\n  @\nquoted: \"one\n  two: three #4\n  end\"\nlist: [a,\n  \"b: c\"]\nto: page:governance\n- https://x.org\n";
        assert_eq!(found(text), []);
    }
}
