//! The one reader that follows the tables.

use crate::diagnostic::{Code, Diagnostic, Severity, codes};
use crate::parse::capitals::capitalised;
use crate::parse::unread::Unread;
use crate::parse::yaml::{Node, NodeValue};
use crate::source::{FileId, Span, Spanned};

use super::meant::{meant_field, needed_field};
use super::record::{DICTIONARY_KEY, Record, Value};
use super::words::{entry_words, shape_of};
use super::{Field, Schema, Shape};

/// Reads the front matter of one page by the tables of its kind.
///
/// `required` is false for a translation: what it leaves out it shares with its original. Besides the
/// record and the messages it says which fields could not be read.
#[must_use]
pub fn decode(
    node: &Node,
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
    let record = decoder.map(node, &fields, &Context::of_page(schema, file));
    (record, decoder.messages, decoder.unread)
}

/// What a page lacks that has no facts at all, and that nothing of it could then be read. `note` is
/// what stands between its `---` lines behind a `#`, and was probably meant as its name.
#[must_use]
pub fn decode_nothing(
    note: Option<&str>,
    schema: &Schema,
    file: FileId,
) -> (Vec<Diagnostic>, Unread) {
    let mut decoder = Decoder {
        messages: Vec::new(),
        unread: Unread::default(),
        required: true,
    };
    let fields: Vec<&Field> = schema.tables.iter().copied().flatten().collect();
    let context = Context::of_page(schema, file);
    decoder.missing(&Record::default(), &fields, &context, &[]);
    let needed = fields.iter().filter(|field| field.required);
    for (field, message) in needed.zip(&mut decoder.messages) {
        if let (Some(note), "title" | "name") = (note, field.name) {
            message.help = format!("Type it without the #: {}: {note}", field.name);
        }
    }
    let unread = if decoder.messages.is_empty() {
        Unread::Nothing
    } else {
        Unread::Everything
    };
    (decoder.messages, unread)
}

pub(super) struct Decoder {
    pub(super) messages: Vec<Diagnostic>,
    unread: Unread,
    required: bool,
}

/// What messages about a map of fields say of it.
struct Context {
    words: &'static str,
    open: bool,
    first_line: Span,
}

impl Context {
    fn of_page(schema: &Schema, file: FileId) -> Self {
        Self {
            words: schema.kind,
            open: schema.open,
            first_line: Span::whole(file),
        }
    }
}

impl Decoder {
    pub(super) fn report(
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
                let needed = needed_field(&key.value, fields.iter().copied(), given);
                if context.open && needed.is_none() && is_own_field(key, value, fields) {
                    record.extra.push((key.clone(), plain_texts(value)));
                    continue;
                }
                let meant = self.unknown(key, value, fields, context, needed);
                refused.extend(meant);
                self.unread.add(meant.unwrap_or(&key.value));
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
    /// absence is then no second message; `needed` is known to be meant.
    fn unknown<'f>(
        &mut self,
        key: &Spanned<String>,
        value: &Node,
        fields: &[&'f Field],
        context: &Context,
        needed: Option<&'f str>,
    ) -> Option<&'f str> {
        let names = fields.iter().map(|field| field.name);
        let same = in_another_case(key, fields);
        let meant = same
            .or(needed)
            .or_else(|| meant_field(&key.value, names.clone()));
        if value.value == NodeValue::Lost {
            return meant;
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
            // An empty "draft" says neither that the page may be seen nor that it may not.
            if field.required && self.required || field.name == "draft" {
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
                let NodeValue::Text { text, bytes } = &node.value else {
                    self.wrong_text(field, node);
                    return None;
                };
                self.scalar(field, text, node.span, bytes)
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
        let record = self.map(node, &fields, &context);
        // Without a field that it needs, an entry is no part of what was read; a note of progress counts
        // by its date.
        let is_lost = |inner: &&Field| {
            let is_dated = field.name == "progress" && inner.name == "date";
            !record.has(inner.name) && (inner.required || is_dated && has_field(node, inner.name))
        };
        if fields.iter().any(is_lost) {
            self.unread.add(field.name);
        }
        record
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
            self.wrong_dictionary(field, node);
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

    fn wrong_dictionary(&mut self, field: &Field, node: &Node) {
        let example = match field.name {
            "checks" => "overdue: off",
            _ => "priority: Theme",
        };
        self.report(
            &codes::WRONG_SHAPE,
            node.span,
            format!(
                "\u{201c}{}\u{201d} takes names with a value each, not {}",
                field.name,
                shape_of(node)
            ),
            format!(
                "Write each on a line of its own below, set in by two spaces, such as: {example}"
            ),
        );
    }

    fn wrong_entry(&mut self, field: &Field, node: &Node, fields: &[Field]) {
        let names: Vec<&str> = fields.iter().map(|field| field.name).collect();
        let found = shape_of(node);
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
    let is_field = meant_field(&key.value, fields.iter().map(|field| field.name)).is_some()
        || needed_field(&key.value, fields.iter(), given).is_some();
    let is_meant_as_field = is_name && is_field;
    (!text.is_empty() && !is_meant_as_field).then(|| format!("{}: {text}", key.value))
}

/// The field whose name is written in another case.
fn in_another_case<'f>(key: &Spanned<String>, fields: &[&'f Field]) -> Option<&'f str> {
    fields
        .iter()
        .map(|field| field.name)
        .find(|name| name.eq_ignore_ascii_case(&key.value))
}

/// Whether a field that no table has may be one of the plan's own.
fn is_own_field(key: &Spanned<String>, value: &Node, fields: &[&Field]) -> bool {
    value.value != NodeValue::Lost && in_another_case(key, fields).is_none()
}

fn has_field(node: &Node, name: &str) -> bool {
    matches!(&node.value, NodeValue::Map(given) if given.iter().any(|(key, _)| key.value == name))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::record::site::SCHEMA;
    use crate::parse::yaml;

    #[test]
    fn checks_are_spoken_of_as_they_are_written() {
        let file = FileId::new(0);
        for (text, words) in [
            ("checks: off", "overdue: off"),
            ("checks: [overdue]", "overdue: off"),
            (
                "checks: {overdue: perhaps}",
                "a value of \u{201c}checks\u{201d}",
            ),
        ] {
            let (node, _) = yaml::read(text, file, 0, &|_| true);
            let (_, messages, _) = decode(&node.expect(text), &SCHEMA, file, false);
            let said: Vec<String> = messages
                .iter()
                .map(|message| format!("{} {}", message.message, message.help))
                .collect();
            assert!(
                matches!(&said[..], [only] if only.contains(words)),
                "{said:?}"
            );
        }
    }
}
