//! The fields that an author filled in.

use std::collections::BTreeMap;

use crate::dates::{PartialDate, TimeRange};
use crate::parse::markdown::{Body, RawLink};
use crate::source::{Span, Spanned};

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
    pub(super) values: BTreeMap<String, Vec<Value>>,
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
pub(super) const DICTIONARY_KEY: &str = "";
