//! The facts at the top of a page, as a tree with places. The only door to the YAML parser.
//!
//! Text stays text: `1.10`, `No` and `2026-07-12` come out as they were typed. Anchors, aliases
//! and tags are refused. Mistakes that people make in every file are found line by line first
//! ([`super::scalar_traps`]); what they touch is masked, so that one mistake is one message and
//! the rest of the page is still read.

mod words;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError};

use crate::diagnostic::{Diagnostic, Severity, codes};
use crate::source::{FileId, Span, Spanned};

use super::scalar_traps;
use words::in_plain_words;

/// The deepest nesting that front matter may have, in levels.
pub const MOST_LEVELS: usize = 20;

/// One value of the front matter and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Where it stands; for an empty value, the field's name.
    pub span: Span,
    /// What it is.
    pub value: NodeValue,
}

/// What a value can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NodeValue {
    /// Text.
    Text {
        /// The text as it is understood.
        text: String,
        /// Where its bytes stand.
        bytes: TextBytes,
    },
    /// A list.
    List(Vec<Node>),
    /// Fields and their values, each field once.
    Map(Vec<(Spanned<String>, Node)>),
    /// Something that is not what its author meant; its message has been given.
    Lost,
}

/// Where the bytes of a text stand in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextBytes {
    /// Byte `k` of the text is byte `span.start + k` of the file.
    Exact,
    /// The byte of the file for each byte of the text, and for its end: a text over several lines.
    Spread(Vec<usize>),
    /// It is not known, because something is written otherwise than it is understood.
    Unknown,
}

impl Node {
    /// Whether an author would say that nothing stands there.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match &self.value {
            NodeValue::Text { text, .. } => text.trim().is_empty(),
            NodeValue::List(items) => items.is_empty(),
            NodeValue::Map(fields) => fields.is_empty(),
            NodeValue::Lost => false,
        }
    }
}

/// Reads the text between the two `---` lines, which begins at byte `start` of its file. `is_field` says
/// which names are fields of such a page.
///
/// Returns `None` where nothing of it could be understood; the messages say why.
#[must_use]
pub fn read(
    text: &str,
    file: FileId,
    start: usize,
    is_field: &dyn Fn(&str) -> bool,
) -> (Option<Node>, Vec<Diagnostic>) {
    let trapped = scalar_traps::find(text, file, start, is_field);
    let mut reader = Reader {
        parser: Parser::new_from_str(&trapped.text),
        place: Place::new(&trapped.text, text, file, start),
        messages: trapped.messages,
        lost: trapped.lost,
        had_traps: false,
    };
    // A warning may stand beside an error; only an error stands in for one.
    reader.had_traps = reader
        .messages
        .iter()
        .any(|message| message.severity == Severity::Error);
    let node = reader.document();
    (node, reader.messages)
}

/// From the parser's character counts to bytes of the file.
struct Place<'a> {
    /// What the parser reads.
    text: &'a str,
    /// What the author wrote: as many bytes, but a masked letter may be several characters.
    written: &'a str,
    /// The byte offset of each character, and of the end. Empty for ASCII, where they are equal.
    bytes: Vec<usize>,
    file: FileId,
    start: usize,
}

impl<'a> Place<'a> {
    fn new(text: &'a str, written: &'a str, file: FileId, start: usize) -> Self {
        let bytes = if text.is_ascii() {
            Vec::new()
        } else {
            text.char_indices()
                .map(|(byte, _)| byte)
                .chain([text.len()])
                .collect()
        };
        Self {
            text,
            written,
            bytes,
            file,
            start,
        }
    }

    fn byte(&self, character: usize) -> usize {
        if self.bytes.is_empty() {
            return character.min(self.text.len());
        }
        self.bytes
            .get(character)
            .copied()
            .unwrap_or(self.text.len())
    }

    /// A place in whole characters of what the author wrote.
    fn span(&self, range: std::ops::Range<usize>) -> Span {
        let first = self.written.floor_char_boundary(range.start);
        let end = self.written.ceil_char_boundary(range.end);
        Span::new(self.file, self.start + first, self.start + end)
    }
}

struct Reader<'a> {
    parser: Parser<'a, saphyr_parser::StrInput<'a>>,
    place: Place<'a>,
    messages: Vec<Diagnostic>,
    lost: Vec<std::ops::Range<usize>>,
    had_traps: bool,
}

/// The reading cannot go on; the message has been given.
struct Stop;

impl<'a> Reader<'a> {
    fn document(&mut self) -> Option<Node> {
        loop {
            match self.next() {
                Ok((Event::StreamStart | Event::DocumentStart(_) | Event::Nothing, _)) => {}
                Ok((Event::StreamEnd | Event::DocumentEnd, _)) | Err(Stop) => return None,
                Ok((event, range)) => {
                    let node = self.node(event, range, 0).ok()?;
                    return self.is_all().then_some(node);
                }
            }
        }
    }

    /// Whether nothing follows the facts that were read; what follows would be lost.
    fn is_all(&mut self) -> bool {
        loop {
            match self.next() {
                Ok((Event::DocumentEnd | Event::Nothing, _)) => {}
                Ok((Event::StreamEnd, _)) => return true,
                Ok((_, range)) => {
                    self.refuse_rest(range.start);
                    return false;
                }
                Err(Stop) => return false,
            }
        }
    }

    fn refuse_rest(&mut self, from: usize) {
        if self.had_traps {
            return;
        }
        let rest = self.place.text.get(from..).unwrap_or_default();
        let line = rest.lines().next().unwrap_or_default().trim_end();
        self.messages.push(Diagnostic::new(
            &codes::BAD_FRONT_MATTER,
            self.place.span(from..from + line.len()),
            "This line is not in line with the lines around it",
            "Begin it exactly below the line that it belongs with, using spaces, two for each step.",
        ));
    }

    fn next(&mut self) -> Result<(Event<'a>, std::ops::Range<usize>), Stop> {
        match self.parser.next() {
            None => Err(Stop),
            Some(Ok((event, span))) => {
                let range = self.place.byte(span.start.index())..self.place.byte(span.end.index());
                Ok((event, range))
            }
            // The parser would give the same error for ever.
            Some(Err(error)) => {
                self.refuse(&error);
                Err(Stop)
            }
        }
    }

    fn node(
        &mut self,
        event: Event<'a>,
        range: std::ops::Range<usize>,
        depth: usize,
    ) -> Result<Node, Stop> {
        if depth > MOST_LEVELS {
            self.messages.push(Diagnostic::new(
                &codes::TOO_LARGE,
                self.place.span(range),
                format!("The facts are nested more than {MOST_LEVELS} levels deep"),
                "Put this text into the body of the page instead.",
            ));
            return Err(Stop);
        }
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                if anchor != 0 || tag.is_some() {
                    self.refuse_mark(range.clone());
                }
                Ok(self.scalar(text.into_owned(), style, range))
            }
            Event::SequenceStart(..) => self.list(range, depth),
            Event::MappingStart(..) => self.map(range, depth),
            Event::Alias(_) => {
                self.refuse_mark(range.clone());
                Ok(self.scalar(String::new(), ScalarStyle::Plain, range))
            }
            _ => Err(Stop),
        }
    }

    fn scalar(&self, text: String, style: ScalarStyle, range: std::ops::Range<usize>) -> Node {
        let range = self.trimmed(style, range);
        let is_lost = self.is_lost(&range);
        let whole = self.place.span(range.clone());
        let inner = match style {
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
                range.start + 1..range.end.saturating_sub(1).max(range.start + 1)
            }
            ScalarStyle::Plain | ScalarStyle::Literal | ScalarStyle::Folded => range,
        };
        let source = self.place.text.get(inner.clone()).unwrap_or_default();
        let (span, bytes) = if source == text {
            (self.place.span(inner), TextBytes::Exact)
        } else {
            let start = self.place.start + inner.start;
            let bytes = spread(&text, source, start);
            (whole, bytes.map_or(TextBytes::Unknown, TextBytes::Spread))
        };
        let value = if is_lost {
            NodeValue::Lost
        } else {
            NodeValue::Text { text, bytes }
        };
        Node { span, value }
    }

    fn is_lost(&self, range: &std::ops::Range<usize>) -> bool {
        let next = self.lost.partition_point(|lost| lost.end <= range.start);
        self.lost
            .get(next)
            .is_some_and(|lost| lost.start < range.end)
    }

    /// Whether a field without a value has lost it on its own line.
    fn has_lost_value(&self, key: Span) -> bool {
        let start = key.range().start.saturating_sub(self.place.start);
        let line = self.place.text.get(start..).unwrap_or_default();
        let end = line.find(['\n', '\r']).unwrap_or(line.len());
        self.is_lost(&(start..start + end))
    }

    /// The parser's end of a quoted or block value may lie behind a comment or empty lines.
    fn trimmed(&self, style: ScalarStyle, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
        let source = self.place.text.get(range.clone()).unwrap_or_default();
        let length = match style {
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
                let quote = if style == ScalarStyle::SingleQuoted {
                    '\''
                } else {
                    '"'
                };
                closing_quote(source, quote).unwrap_or(source.trim_end().len())
            }
            ScalarStyle::Plain | ScalarStyle::Literal | ScalarStyle::Folded => {
                source.trim_end().len()
            }
        };
        range.start..range.start + length
    }

    fn list(&mut self, range: std::ops::Range<usize>, depth: usize) -> Result<Node, Stop> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, end) => {
                    let span = self.closed(&range, items.last().map(|node: &Node| node.span), &end);
                    return Ok(Node {
                        span,
                        value: NodeValue::List(items),
                    });
                }
                (event, place) => {
                    let mut item = self.node(event, place, depth + 1)?;
                    if item.is_empty() && item.span.start == item.span.end {
                        item.span = self.dash_before(item.span);
                    }
                    items.push(item);
                }
            }
        }
    }

    fn map(&mut self, range: std::ops::Range<usize>, depth: usize) -> Result<Node, Stop> {
        let mut fields: Vec<(Spanned<String>, Node)> = Vec::new();
        loop {
            let (event, place) = self.next()?;
            let key = match event {
                Event::MappingEnd => {
                    let last = fields.last().map(|(_, node)| node.span);
                    return Ok(Node {
                        span: self.closed(&range, last, &place),
                        value: NodeValue::Map(fields),
                    });
                }
                Event::Scalar(text, style, ..) => {
                    let place = self.trimmed(style, place);
                    Spanned::new(text.into_owned(), self.place.span(place))
                }
                other => {
                    let node = self.node(other, place, depth + 1)?;
                    self.messages.push(Diagnostic::new(
                        &codes::BAD_FRONT_MATTER,
                        node.span,
                        "A field needs a name before its colon",
                        "Write a field as its name, a colon, a space and its value: \u{201c}title: Early help\u{201d}.",
                    ));
                    let (event, place) = self.next()?;
                    self.node(event, place, depth + 1)?;
                    continue;
                }
            };
            let (event, place) = self.next()?;
            let mut value = self.node(event, place, depth + 1)?;
            if matches!(&value.value, NodeValue::Text { text, .. } if text.is_empty()) {
                value.span = key.span;
                if self.has_lost_value(key.span) {
                    value.value = NodeValue::Lost;
                }
            }
            match fields.iter().find(|(known, _)| known.value == key.value) {
                Some((first, _)) => {
                    let message = Diagnostic::new(
                        &codes::REPEATED_FIELD,
                        key.span,
                        format!("The field \u{201c}{}\u{201d} stands here a second time", key.value),
                        "Keep one of the two. If both values are meant, write one field with a list.",
                    )
                    .with_secondary(first.span, "first used here");
                    self.messages.push(message);
                }
                None => fields.push((key, value)),
            }
        }
    }

    fn closed(
        &self,
        start: &std::ops::Range<usize>,
        last: Option<Span>,
        end: &std::ops::Range<usize>,
    ) -> Span {
        let flow = self.place.text[start.start..].starts_with(['[', '{']);
        let until = match last {
            Some(last) if !flow => last.end as usize - self.place.start,
            _ => end.end,
        };
        self.place.span(start.start..until)
    }

    /// The `-` of a list item without a value: the parser places the value behind it.
    fn dash_before(&self, span: Span) -> Span {
        let until = (span.start as usize).saturating_sub(self.place.start);
        let before = self.place.text.get(..until).unwrap_or_default();
        match before.rfind('-') {
            Some(dash) => self.place.span(dash..dash + 1),
            None => span,
        }
    }

    fn refuse_mark(&mut self, range: std::ops::Range<usize>) {
        self.messages.push(Diagnostic::new(
            &codes::BAD_FRONT_MATTER,
            self.place.span(range),
            "A value cannot begin with &, * or ! here",
            "Put double quotes around the whole value.",
        ));
    }

    fn refuse(&mut self, error: &ScanError) {
        // A trap that was found on the way is the cause; a second message would only confuse.
        if self.had_traps {
            return;
        }
        let at = self.place.byte(error.marker().index());
        let (message, help) = in_plain_words(error.info());
        let line_end = self.place.text[at..]
            .find(['\n', '\r'])
            .map_or(self.place.text.len(), |length| at + length);
        // At the very end of the facts the last line with text is the place to look at.
        let at = if self.place.text[at..].trim().is_empty() {
            let text = self.place.text[..at].trim_end();
            text.rfind('\n').map_or(0, |newline| newline + 1)
        } else {
            at
        };
        let end = line_end.max(at).min(self.place.text.len());
        let end = at + self.place.text[at..end].trim_end().len();
        self.messages.push(Diagnostic::new(
            &codes::BAD_FRONT_MATTER,
            self.place.span(at..end),
            message,
            help,
        ));
    }
}

/// The byte of the file for each byte of a text over several lines, and for its end. The lines are
/// the same but for the spaces between and before them.
fn spread(text: &str, source: &str, start: usize) -> Option<Vec<usize>> {
    let mut bytes = Vec::with_capacity(text.len() + 1);
    let mut at = 0;
    for character in text.chars() {
        let is_space = character.is_whitespace();
        while let Some(next) = source.get(at..)?.chars().next()
            && next != character
            && !is_space
        {
            if !next.is_whitespace() {
                return None;
            }
            at += next.len_utf8();
        }
        let length = character.len_utf8();
        bytes.extend((0..length).map(|byte| start + at + byte));
        if source.get(at..)?.starts_with(character) {
            at += length;
        } else if !is_space {
            return None;
        }
    }
    bytes.push(start + at);
    Some(bytes)
}

/// The byte after the closing quote of a quoted value that begins the text.
pub(super) fn closing_quote(text: &str, quote: char) -> Option<usize> {
    let mut characters = text.char_indices().skip(1).peekable();
    while let Some((at, character)) = characters.next() {
        if character == '\\' && quote == '"' {
            characters.next();
        } else if character == quote {
            if quote == '\'' && characters.peek().is_some_and(|(_, next)| *next == '\'') {
                characters.next();
            } else {
                return Some(at + 1);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(text: &str) -> (Option<Node>, Vec<Diagnostic>) {
        read(text, FileId::new(0), 0, &|_| false)
    }

    fn field<'a>(node: &'a Node, name: &str) -> &'a Node {
        let NodeValue::Map(fields) = &node.value else {
            panic!("not a map")
        };
        &fields
            .iter()
            .find(|(key, _)| key.value == name)
            .expect(name)
            .1
    }

    fn shown<'a>(text: &'a str, node: &Node) -> &'a str {
        &text[node.span.range()]
    }

    #[test]
    fn places_are_right_whatever_stands_around_a_value() {
        let text = "title: Café “help” # a\nlead: \"PME\"  # note\nempty:\ntasks:\n  - one\n  - due: é\n    who: [a, b]\nlong: |\n  x\n  y\n\nlast: 'it''s'\n";
        let (node, _) = tree(text);
        let node = node.expect("a tree");
        assert_eq!(shown(text, field(&node, "lead")), "PME");
        assert_eq!(shown(text, field(&node, "empty")), "empty");
        assert_eq!(shown(text, field(&node, "long")), "x\n  y");
        assert_eq!(shown(text, field(&node, "last")), "'it''s'");
        let NodeValue::List(tasks) = &field(&node, "tasks").value else {
            panic!()
        };
        assert_eq!(shown(text, &tasks[0]), "one");
        assert_eq!(shown(text, field(&tasks[1], "due")), "é");
        assert_eq!(shown(text, field(&tasks[1], "who")), "[a, b]");
    }

    #[test]
    fn a_repeated_field_is_one_message_that_names_the_first() {
        let (node, messages) = tree("a: 1\nb: 2\na: 3\n");
        assert!(node.is_some());
        assert_eq!(messages.len(), 1);
        assert_eq!(messages[0].code.name, "repeated-field");
        assert_eq!(messages[0].secondary.len(), 1);
    }

    #[test]
    fn bombs_and_depth_end_in_a_message() {
        let (_, messages) = tree("a: &x [1]\nb: *x\n");
        assert!(messages.iter().all(|m| m.code.name == "bad-front-matter"));
        assert!(!messages.is_empty());
        let deep = (0..10_000).map(|_| "- ").collect::<String>();
        let (_, messages) = tree(&format!("a:\n  {deep}x\n"));
        assert_eq!(messages.len(), 1);
        let (_, messages) = tree(&format!("a: {}\n", "[".repeat(10_000)));
        assert_eq!(messages.len(), 1);
    }
}
