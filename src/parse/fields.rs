//! Field tables, and the one reader that follows them.
//!
//! The fields of a kind of page are one table beside its record (`record/<kind>.rs`). From it follow
//! what is accepted, every message about an unknown, repeated, missing, empty or wrongly shaped
//! field, the field reference `content/README.md`, and `boardplan new`.

use std::collections::BTreeMap;

use crate::dates::{self, PartialDate, TimeRange};
use crate::diagnostic::{Code, Diagnostic, Severity, codes, nearest};
use crate::source::{FileId, Span, Spanned};

use super::markdown::{self, Body, Locate, RawLink, ReadOptions};
use super::unread::Unread;
use super::yaml::{Node, NodeValue};

/// What may be written into a field.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// A name, title or other short text; `*` and `_` are shown as typed.
    Plain,
    /// A text of a sentence or more, in Markdown.
    Markdown,
    /// `yes` or `no`, also `true`/`false` and `on`/`off`, in any case.
    YesNo,
    /// A whole number.
    Number,
    /// A day, a month or a year.
    Date,
    /// A time of day or a span of it: `2pm`, `14:00 to 16:00`.
    Time,
    /// One of these words, in any case.
    OneOf(&'static [&'static str]),
    /// Fields of its own.
    Map(&'static [Field]),
    /// Text, which then is the named field, or fields of its own.
    TextOr(&'static str, &'static [Field]),
    /// Any names, each with a value that is text, which then is the named field, or fields.
    Dictionary(&'static str, &'static [Field]),
}

/// One field: a row of the table of its kind.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// What the author types before the colon.
    pub name: &'static str,
    /// What may be written behind it.
    pub shape: Shape,
    /// Whether a list is welcome as well as one value.
    pub many: bool,
    /// Whether the page or entry needs it.
    pub required: bool,
    /// What it is for, in a sentence for authors.
    pub doc: &'static str,
}

impl Field {
    /// A field that takes one value.
    #[must_use]
    pub const fn one(name: &'static str, shape: Shape, doc: &'static str) -> Self {
        Self {
            name,
            shape,
            many: false,
            required: false,
            doc,
        }
    }

    /// A field that takes one value or a list.
    #[must_use]
    pub const fn many(name: &'static str, shape: Shape, doc: &'static str) -> Self {
        Self {
            many: true,
            ..Self::one(name, shape, doc)
        }
    }

    /// The same field, needed.
    #[must_use]
    pub const fn required(self) -> Self {
        Self {
            required: true,
            ..self
        }
    }
}

/// The fields of one kind of page.
#[derive(Clone, Copy, Debug)]
pub struct Schema {
    /// The kind as messages name it, with its article: `an action`.
    pub kind: &'static str,
    /// Its tables, in the order in which they are documented.
    pub tables: &'static [&'static [Field]],
    /// Whether a plan may add fields of its own; unknown ones are then left to the model.
    pub open: bool,
}

/// A text as its author wrote it, and as Markdown.
#[derive(Clone, Debug, PartialEq)]
pub struct RawProse {
    /// The words, for messages and comparison.
    pub text: Spanned<String>,
    /// The same as blocks.
    pub body: Body<RawLink>,
}

/// A value that fits the shape of its field.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Plain text.
    Text(Spanned<String>),
    /// Markdown.
    Prose(RawProse),
    /// Yes or no.
    YesNo(Spanned<bool>),
    /// A whole number.
    Number(Spanned<i64>),
    /// A date.
    Date(Spanned<PartialDate>),
    /// A time.
    Time(Spanned<TimeRange>),
    /// Fields.
    Record(Record),
}

/// The fields that an author filled in, each with its values in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// Where the record begins and ends.
    pub span: Option<Span>,
    values: BTreeMap<String, Vec<Value>>,
    /// Fields that the table does not have, where the kind allows a plan to add some.
    pub extra: Vec<(Spanned<String>, Vec<Spanned<String>>)>,
}

impl Record {
    /// Whether the author gave this field a value.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.values.contains_key(name)
    }

    /// Whether a yes-or-no field says yes.
    #[must_use]
    pub fn flag(&self, name: &str) -> bool {
        self.values.get(name).is_some_and(
            |values| matches!(values.as_slice(), [Value::YesNo(yes_no), ..] if yes_no.value),
        )
    }

    /// The value of a plain text field.
    pub fn text(&mut self, name: &str) -> Option<Spanned<String>> {
        self.texts(name).into_iter().next()
    }

    /// The values of a plain text field.
    pub fn texts(&mut self, name: &str) -> Vec<Spanned<String>> {
        self.take(name, |value| match value {
            Value::Text(text) => Some(text),
            _ => None,
        })
    }

    /// The value of a Markdown field.
    pub fn prose(&mut self, name: &str) -> Option<RawProse> {
        self.proses(name).into_iter().next()
    }

    /// The values of a Markdown field.
    pub fn proses(&mut self, name: &str) -> Vec<RawProse> {
        self.take(name, |value| match value {
            Value::Prose(prose) => Some(prose),
            _ => None,
        })
    }

    /// The value of a yes-or-no field.
    pub fn yes_no(&mut self, name: &str) -> Option<Spanned<bool>> {
        self.first(name, |value| match value {
            Value::YesNo(yes_no) => Some(yes_no),
            _ => None,
        })
    }

    /// The value of a number field.
    pub fn number(&mut self, name: &str) -> Option<Spanned<i64>> {
        self.first(name, |value| match value {
            Value::Number(number) => Some(number),
            _ => None,
        })
    }

    /// The value of a date field.
    pub fn date(&mut self, name: &str) -> Option<Spanned<PartialDate>> {
        self.first(name, |value| match value {
            Value::Date(date) => Some(date),
            _ => None,
        })
    }

    /// The value of a time field.
    pub fn time(&mut self, name: &str) -> Option<Spanned<TimeRange>> {
        self.first(name, |value| match value {
            Value::Time(time) => Some(time),
            _ => None,
        })
    }

    /// The fields below a field.
    pub fn record(&mut self, name: &str) -> Option<Record> {
        self.records(name).into_iter().next()
    }

    /// The entries of a field that holds entries.
    pub fn records(&mut self, name: &str) -> Vec<Record> {
        self.take(name, |value| match value {
            Value::Record(record) => Some(record),
            _ => None,
        })
    }

    /// The entries of a dictionary: each name with its place, and its fields.
    pub fn dictionary(&mut self, name: &str) -> Vec<(Spanned<String>, Record)> {
        self.records(name)
            .into_iter()
            .filter_map(|mut entry| {
                let key = entry.text(DICTIONARY_KEY)?;
                Some((key, entry))
            })
            .collect()
    }

    /// What this record leaves out, taken from another: a translation shares with its original
    /// all that it does not say itself.
    #[must_use]
    pub fn filled_from(mut self, original: &Record) -> Self {
        for (name, values) in &original.values {
            match (
                self.values.get_mut(name).map(Vec::as_mut_slice),
                values.as_slice(),
            ) {
                (None, _) => {
                    self.values.insert(name.clone(), values.clone());
                }
                (Some([Value::Record(own)]), [Value::Record(shared)]) => {
                    *own = std::mem::take(own).filled_from(shared);
                }
                (Some(_), _) => {}
            }
        }
        for (name, values) in &original.extra {
            if !self
                .extra
                .iter()
                .any(|(known, _)| known.value == name.value)
            {
                self.extra.push((name.clone(), values.clone()));
            }
        }
        self
    }

    fn take<T>(&mut self, name: &str, pick: impl FnMut(Value) -> Option<T>) -> Vec<T> {
        self.values
            .remove(name)
            .unwrap_or_default()
            .into_iter()
            .filter_map(pick)
            .collect()
    }

    fn first<T>(&mut self, name: &str, pick: impl FnMut(Value) -> Option<T>) -> Option<T> {
        self.take(name, pick).into_iter().next()
    }
}

/// The name under which an entry of a dictionary keeps its own name; no author can type it.
const DICTIONARY_KEY: &str = "";

/// Reads the front matter of one page by the tables of its kind.
///
/// `required` is false for a translation: what it leaves out it shares with its original. Besides the
/// record and the messages it says which fields could not be read.
#[must_use]
pub fn decode(
    node: Option<&Node>,
    schema: &Schema,
    file: FileId,
    required: bool,
) -> (Record, Vec<Diagnostic>, Unread) {
    let mut decoder = Decoder {
        messages: Vec::new(),
        unread: Unread::default(),
        required,
    };
    let fields: Vec<&Field> = schema.tables.iter().copied().flatten().collect();
    let record = match node {
        Some(node) => {
            let context = Context {
                words: schema.kind,
                open: schema.open,
                first_line: Span::whole(file),
            };
            decoder.map(node, &fields, &context)
        }
        None => Record::default(),
    };
    (record, decoder.messages, decoder.unread)
}

struct Decoder {
    messages: Vec<Diagnostic>,
    unread: Unread,
    required: bool,
}

/// What messages about a map of fields say of it.
struct Context {
    words: &'static str,
    open: bool,
    first_line: Span,
}

impl Decoder {
    fn report(
        &mut self,
        code: &'static Code,
        span: Span,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.messages
            .push(Diagnostic::new(code, span, message, help));
    }

    fn map(&mut self, node: &Node, fields: &[&Field], context: &Context) -> Record {
        let mut record = Record {
            span: Some(node.span),
            ..Record::default()
        };
        let NodeValue::Map(given) = &node.value else {
            if node.value == NodeValue::Lost {
                self.unread = Unread::Everything;
            } else if !node.is_empty() {
                self.wrong_map(node, fields, context);
            } else if self.required {
                self.missing(&record, fields, context, &[]);
            }
            return record;
        };
        let mut refused: Vec<&str> = Vec::new();
        for (key, value) in given {
            let Some(field) = fields.iter().find(|field| field.name == key.value) else {
                let candidate = self.unknown(key, value, fields, context, &mut record);
                refused.extend(candidate);
                candidate.into_iter().for_each(|name| self.unread.add(name));
                continue;
            };
            let before = self.messages.len();
            let values = self.field(field, key, value);
            let is_wrong = |message: &Diagnostic| message.severity == Severity::Error;
            if self.messages[before..].iter().any(is_wrong) {
                self.unread.add(field.name);
            }
            if values.is_empty() {
                refused.push(field.name);
            } else {
                record.values.insert(field.name.to_owned(), values);
            }
        }
        if self.required {
            self.missing(&record, fields, context, &refused);
        }
        record
    }

    /// A field that the table does not have. Returns the field that was probably meant, whose
    /// absence is then no second message.
    fn unknown<'f>(
        &mut self,
        key: &Spanned<String>,
        value: &Node,
        fields: &[&'f Field],
        context: &Context,
        record: &mut Record,
    ) -> Option<&'f str> {
        let names = fields.iter().map(|field| field.name);
        let same = fields
            .iter()
            .find(|field| field.name.eq_ignore_ascii_case(&key.value))
            .map(|field| field.name);
        let meant = same.or_else(|| nearest(&key.value, names.clone()));
        if value.value == NodeValue::Lost {
            return meant;
        }
        if context.open && same.is_none() {
            record.extra.push((key.clone(), plain_texts(value)));
            return None;
        }
        let help = match meant {
            Some(name) if same.is_some() => {
                format!("Field names are written in lower case: {name}:")
            }
            Some(name) => format!("Did you mean \u{201c}{name}\u{201d}?"),
            None => format!(
                "{} can have: {}.",
                capitalised(context.words),
                names.collect::<Vec<_>>().join(", ")
            ),
        };
        self.report(
            &codes::UNKNOWN_FIELD,
            key.span,
            format!(
                "\u{201c}{}\u{201d} is not a field of {}",
                key.value, context.words
            ),
            help,
        );
        meant
    }

    fn missing(&mut self, record: &Record, fields: &[&Field], context: &Context, refused: &[&str]) {
        for field in fields {
            if field.required && !record.has(field.name) && !refused.contains(&field.name) {
                // Others may refer to a name that is missing; a title is shown and no more.
                if field.name != "title" {
                    self.unread.add(field.name);
                }
                self.report(
                    &codes::MISSING_FIELD,
                    context.first_line,
                    format!(
                        "{} needs the field \u{201c}{}\u{201d}",
                        capitalised(context.words),
                        field.name
                    ),
                    format!(
                        "Add a line \u{201c}{}: …\u{201d}: {}",
                        field.name, field.doc
                    ),
                );
            }
        }
    }

    fn wrong_map(&mut self, node: &Node, fields: &[&Field], context: &Context) {
        let example = fields
            .iter()
            .find(|field| field.required)
            .or(fields.first())
            .map_or("title", |field| field.name);
        self.report(
            &codes::WRONG_SHAPE,
            node.span,
            format!(
                "{} is written as fields, each on its own line",
                capitalised(context.words)
            ),
            format!("Write a name, a colon and a value on each line, such as \u{201c}{example}: …\u{201d}."),
        );
    }

    fn field(&mut self, field: &Field, key: &Spanned<String>, node: &Node) -> Vec<Value> {
        if node.is_empty() {
            if field.required && self.required {
                self.report(
                    &codes::EMPTY_FIELD,
                    key.span,
                    format!("The field \u{201c}{}\u{201d} has no value", field.name),
                    format!("Write one behind the colon: {}", field.doc),
                );
            }
            return Vec::new();
        }
        if node.value == NodeValue::Lost {
            self.unread.add(field.name);
            return Vec::new();
        }
        if let Shape::Dictionary(main, fields) = field.shape {
            return self.dictionary(field, node, main, fields);
        }
        match &node.value {
            NodeValue::List(items) if field.many => items
                .iter()
                .filter_map(|item| {
                    if item.is_empty() {
                        self.empty_item(field, item);
                        return None;
                    }
                    self.value(field, item)
                })
                .collect(),
            _ => self.value(field, node).into_iter().collect(),
        }
    }

    fn empty_item(&mut self, field: &Field, item: &Node) {
        self.report(
            &codes::WRONG_SHAPE,
            item.span,
            format!("An entry of \u{201c}{}\u{201d} is empty", field.name),
            "Write a value behind the dash, or delete the line.",
        );
    }

    fn value(&mut self, field: &Field, node: &Node) -> Option<Value> {
        if node.value == NodeValue::Lost {
            self.unread.add(field.name);
            return None;
        }
        match field.shape {
            Shape::Map(fields) => match &node.value {
                NodeValue::Map(_) => {
                    let record = self.entry(field, node, fields);
                    Some(Value::Record(record))
                }
                _ => {
                    self.wrong_entry(field, node, fields);
                    None
                }
            },
            Shape::TextOr(main, fields) => {
                self.text_or(field, node, main, fields).map(Value::Record)
            }
            _ => {
                let NodeValue::Text { text, exact } = &node.value else {
                    self.wrong_text(field, node);
                    return None;
                };
                self.scalar(field, text.trim(), node.span, *exact && text.trim() == text)
            }
        }
    }

    fn entry(&mut self, field: &Field, node: &Node, fields: &'static [Field]) -> Record {
        let context = Context {
            words: entry_words(field.name),
            open: field.name == "tasks",
            first_line: first_line(node),
        };
        let fields: Vec<&Field> = fields.iter().collect();
        self.map(node, &fields, &context)
    }

    fn text_or(
        &mut self,
        field: &Field,
        node: &Node,
        main: &'static str,
        fields: &'static [Field],
    ) -> Option<Record> {
        let main_field = fields.iter().find(|field| field.name == main)?;
        let several = matches!(node.value, NodeValue::List(_)) && main_field.many;
        if let NodeValue::Map(given) = &node.value {
            if let Some(text) = text_with_colon(given, fields) {
                self.unquoted_colon(field, node, &text);
                return None;
            }
            return Some(self.entry(field, node, fields));
        }
        if matches!(node.value, NodeValue::List(_)) && !several {
            self.wrong_text(field, node);
            return None;
        }
        let key = Spanned::new(main.to_owned(), node.span);
        let values = self.field(main_field, &key, node);
        if values.is_empty() {
            return None;
        }
        let mut record = Record {
            span: Some(node.span),
            ..Record::default()
        };
        record.values.insert(main.to_owned(), values);
        Some(record)
    }

    fn dictionary(
        &mut self,
        field: &Field,
        node: &Node,
        main: &'static str,
        fields: &'static [Field],
    ) -> Vec<Value> {
        let NodeValue::Map(entries) = &node.value else {
            self.wrong_entry(field, node, fields);
            return Vec::new();
        };
        entries
            .iter()
            .filter_map(|(key, value)| {
                // An empty text is a value here: a column without a visible heading.
                let mut record = if value.is_empty() {
                    let empty = Value::Text(Spanned::new(String::new(), key.span));
                    let mut record = Record::default();
                    record.values.insert(main.to_owned(), vec![empty]);
                    record
                } else {
                    self.text_or(field, value, main, fields)?
                };
                record.span = Some(key.span);
                record
                    .values
                    .insert(DICTIONARY_KEY.to_owned(), vec![Value::Text(key.clone())]);
                Some(Value::Record(record))
            })
            .collect()
    }

    fn scalar(&mut self, field: &Field, text: &str, span: Span, exact: bool) -> Option<Value> {
        match field.shape {
            Shape::Plain => Some(Value::Text(Spanned::new(text.to_owned(), span))),
            Shape::Markdown => {
                let locate = if exact {
                    Locate::Exact {
                        file: span.file,
                        start: span.start as usize,
                    }
                } else {
                    Locate::Whole(span)
                };
                let options = ReadOptions {
                    numbered: false,
                    is_body: false,
                };
                let (body, messages) = markdown::read(text, locate, options);
                self.messages.extend(messages);
                let text = Spanned::new(text.to_owned(), span);
                Some(Value::Prose(RawProse { text, body }))
            }
            Shape::YesNo => self.yes_no(field, text, span),
            Shape::Number => self.number(field, text, span),
            Shape::Date => match dates::read_date(text) {
                Ok(date) => Some(Value::Date(Spanned::new(date, span))),
                Err(problem) => {
                    self.report(&codes::BAD_DATE, span, problem.message(), problem.help());
                    None
                }
            },
            Shape::Time => match dates::read_time(text) {
                Ok(time) => Some(Value::Time(Spanned::new(time, span))),
                Err(problem) => {
                    self.report(&codes::BAD_DATE, span, problem.message(), problem.help());
                    None
                }
            },
            Shape::OneOf(words) => self.one_of(field, words, text, span),
            Shape::Map(_) | Shape::TextOr(..) | Shape::Dictionary(..) => None,
        }
    }

    fn yes_no(&mut self, field: &Field, text: &str, span: Span) -> Option<Value> {
        let value = match text.to_lowercase().as_str() {
            "true" | "yes" | "on" => true,
            "false" | "no" | "off" => false,
            _ => {
                self.report(
                    &codes::BAD_VALUE,
                    span,
                    format!(
                        "\u{201c}{}\u{201d} takes yes or no, not \u{201c}{text}\u{201d}",
                        field.name
                    ),
                    format!(
                        "Type \u{201c}{0}: yes\u{201d} or \u{201c}{0}: no\u{201d}.",
                        field.name
                    ),
                );
                return None;
            }
        };
        Some(Value::YesNo(Spanned::new(value, span)))
    }

    fn number(&mut self, field: &Field, text: &str, span: Span) -> Option<Value> {
        match text.parse() {
            Ok(number) => Some(Value::Number(Spanned::new(number, span))),
            Err(_) => {
                self.report(
                    &codes::BAD_VALUE,
                    span,
                    format!(
                        "\u{201c}{}\u{201d} takes a whole number, not \u{201c}{text}\u{201d}",
                        field.name
                    ),
                    "Type digits only, for example 10.",
                );
                None
            }
        }
    }

    fn one_of(
        &mut self,
        field: &Field,
        words: &'static [&'static str],
        text: &str,
        span: Span,
    ) -> Option<Value> {
        if let Some(word) = words.iter().find(|word| word.eq_ignore_ascii_case(text)) {
            return Some(Value::Text(Spanned::new((*word).to_owned(), span)));
        }
        let choices = format!("It takes one of: {}.", words.join(", "));
        let help = match nearest(text, words.iter().copied()) {
            Some(word) => format!("Did you mean \u{201c}{word}\u{201d}? {choices}"),
            None => choices,
        };
        self.report(
            &codes::BAD_VALUE,
            span,
            format!(
                "\u{201c}{text}\u{201d} is not a value of \u{201c}{}\u{201d}",
                field.name
            ),
            help,
        );
        None
    }

    /// A text with a colon behind its first word, which looks like a field.
    fn unquoted_colon(&mut self, field: &Field, node: &Node, text: &str) {
        self.unread.add(field.name);
        self.report(
            &codes::BAD_FRONT_MATTER,
            node.span,
            "There is a colon inside this value, which is read as the end of a field\u{2019}s name",
            format!(
                "Put double quotes around the whole value: \"{}\"",
                text.replace('"', "\\\"")
            ),
        );
    }

    fn wrong_text(&mut self, field: &Field, node: &Node) {
        if let NodeValue::Map(given) = &node.value
            && let Some(text) = text_with_colon(given, &[])
            && text.starts_with(|c: char| !c.is_lowercase())
        {
            self.unquoted_colon(field, node, &text);
            return;
        }
        let (found, help) = match &node.value {
            NodeValue::List(_) if !field.many => (
                "a list",
                format!("Keep one value: \u{201c}{}: …\u{201d}.", field.name),
            ),
            NodeValue::List(_) => (
                "a list inside a list",
                "Write each entry once, behind one dash.".to_owned(),
            ),
            _ => (
                "fields of its own",
                format!(
                    "Write the text behind \u{201c}{}:\u{201d}. If the text holds a colon, put double quotes around it.",
                    field.name
                ),
            ),
        };
        self.report(
            &codes::WRONG_SHAPE,
            node.span,
            format!(
                "\u{201c}{}\u{201d} takes text here, not {found}",
                field.name
            ),
            help,
        );
    }

    fn wrong_entry(&mut self, field: &Field, node: &Node, fields: &[Field]) {
        let names: Vec<&str> = fields.iter().map(|field| field.name).collect();
        let found = match node.value {
            NodeValue::Text { .. } => "text",
            NodeValue::List(_) => "a list",
            NodeValue::Map(_) | NodeValue::Lost => "fields",
        };
        self.report(
            &codes::WRONG_SHAPE,
            node.span,
            format!(
                "\u{201c}{}\u{201d} takes fields of its own here, not {found}",
                field.name
            ),
            format!(
                "Write them on the lines below, set in by two spaces: {}.",
                names.join(", ")
            ),
        );
    }
}

/// The text that an author meant where one unknown field stands alone: `Training: three sessions`.
fn text_with_colon(given: &[(Spanned<String>, Node)], fields: &[Field]) -> Option<String> {
    let [(key, node)] = given else {
        return None;
    };
    let NodeValue::Text { text, .. } = &node.value else {
        return None;
    };
    let is_name = key
        .value
        .chars()
        .all(|c| c.is_ascii_lowercase() || c == '_');
    let is_field = nearest(&key.value, fields.iter().map(|field| field.name)).is_some();
    (!text.is_empty() && !(is_name && is_field)).then(|| format!("{}: {text}", key.value))
}

/// The first line of an entry: its first field, not the whole of it.
fn first_line(node: &Node) -> Span {
    match &node.value {
        NodeValue::Map(fields) => fields.first().map_or(node.span, |(key, _)| key.span),
        NodeValue::Text { .. } | NodeValue::List(_) | NodeValue::Lost => node.span,
    }
}

/// The values of a field that only the plan knows: text, or a list of texts.
fn plain_texts(node: &Node) -> Vec<Spanned<String>> {
    match &node.value {
        NodeValue::Text { text, .. } => vec![Spanned::new(text.trim().to_owned(), node.span)],
        NodeValue::List(items) => items.iter().flat_map(plain_texts).collect(),
        NodeValue::Map(_) | NodeValue::Lost => Vec::new(),
    }
}

/// How messages name one entry of a field.
fn entry_words(field: &'static str) -> &'static str {
    match field {
        "board" => "the board",
        "contact" => "a contact",
        "accessibility" => "the accessibility statement",
        "report_concern" => "\u{201c}report_concern\u{201d}",
        "logo" => "a logo",
        "colours" => "\u{201c}colours\u{201d}",
        "navigation" | "items" => "a menu entry",
        "outcomes" => "an outcome",
        "statuses" => "a status",
        "budget" => "a budget line",
        "columns" => "a column",
        "fields" => "a field of the plan",
        "words" => "a word",
        "period" => "a period",
        "tasks" => "a row of tasks",
        "lead" | "support" => "a lead",
        "progress" => "a progress note",
        "measures" => "a measure",
        "values" => "a measured value",
        "links" => "a link",
        "members" => "a member of the group",
        "roles" => "a role",
        "strategies" => "a strategy",
        "terms" => "a term",
        "meetings" => "a group\u{2019}s meetings",
        "dates" => "a meeting",
        "agenda" | "papers" | "minutes" => "a paper",
        "sign_off" => "a sign-off",
        _ => "this entry",
    }
}

fn capitalised(words: &str) -> String {
    let mut characters = words.chars();
    match characters.next() {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => String::new(),
    }
}
