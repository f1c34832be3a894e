//! A plan's own fields, words and columns.

use crate::diagnostic::{Code, Diagnostic, codes, nearest};
use crate::model::vocabulary::{self, Column, ColumnKey, Word, Words};
use crate::model::{FieldKind, OwnField};
use crate::parse::record::action::{Level, field_names};
use crate::parse::record::common::{RawColumn, RawWord};
use crate::parse::record::plan::RawOwnField;
use crate::source::Spanned;

use super::resolver::{Resolver, value};

impl Resolver {
    /// Fields of a plan's own.
    pub(super) fn own_fields(&mut self, raw: Vec<RawOwnField>) -> Vec<OwnField> {
        let taken: Vec<&str> = field_names(Level::Action)
            .into_iter()
            .chain(field_names(Level::Row))
            .collect();
        let mut fields: Vec<OwnField> = Vec::new();
        for RawOwnField {
            id,
            label,
            place,
            kind,
        } in raw
        {
            let is_name = !id.value.is_empty()
                && id
                    .value
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
            let problem = if !is_name {
                Some("An id is written in small letters, digits and _ only".to_owned())
            } else if taken.contains(&id.value.as_str())
                || vocabulary::KEYS.contains(&id.value.as_str())
            {
                Some(format!(
                    "\u{201c}{}\u{201d} is already a field of every action",
                    id.value
                ))
            } else if fields.iter().any(|field| field.id == id.value) {
                Some(format!(
                    "Two fields have the id \u{201c}{}\u{201d}",
                    id.value
                ))
            } else {
                None
            };
            if let Some(problem) = problem {
                self.refused_fields.insert(id.value.clone());
                self.report(Diagnostic::new(
                    &codes::BAD_VALUE,
                    id.span,
                    problem,
                    "Choose another id, for example risk_level.",
                ));
                continue;
            }
            fields.push(OwnField {
                id: id.value,
                label: label.value,
                of_task: place.is_some_and(|place| place.value == "task"),
                kind: match kind.as_ref().map(|kind| kind.value.as_str()) {
                    Some("date") => FieldKind::Date,
                    Some("list") => FieldKind::List,
                    Some("yes-no") => FieldKind::YesNo,
                    _ => FieldKind::Text,
                },
            });
        }
        fields
    }

    /// The words of a plan or priority.
    pub(super) fn words(&mut self, raw: Vec<RawWord>, fields: &[OwnField]) -> Words {
        let mut words = Words::default();
        for RawWord { key, one, many } in raw {
            let known = vocabulary::KEYS.contains(&key.value.as_str())
                || fields.iter().any(|field| field.id == key.value);
            if known {
                words.0.insert(
                    key.value,
                    Word {
                        one: value(one),
                        many: value(many),
                    },
                );
            } else {
                self.unknown_key(
                    &key,
                    &codes::UNKNOWN_FIELD,
                    "a word of a plan",
                    fields,
                    &vocabulary::KEYS,
                );
            }
        }
        words
    }

    /// The columns of a table.
    pub(super) fn columns(&mut self, raw: Vec<RawColumn>, fields: &[OwnField]) -> Vec<Column> {
        let mut columns: Vec<Column> = Vec::new();
        for RawColumn { key, label } in raw {
            let usual = vocabulary::USUAL_COLUMNS
                .iter()
                .find(|name| **name == key.value);
            let own = fields.iter().position(|field| field.id == key.value);
            let found = usual
                .map(|name| ColumnKey::Usual(name))
                .or(own.map(ColumnKey::Own));
            let Some(found) = found else {
                self.unknown_key(
                    &key,
                    &codes::BAD_VALUE,
                    "a column",
                    fields,
                    &vocabulary::USUAL_COLUMNS,
                );
                continue;
            };
            if columns.iter().any(|column| column.key == found) {
                self.report(Diagnostic::new(
                    &codes::BAD_VALUE,
                    key.span,
                    format!("The column \u{201c}{}\u{201d} stands twice", key.value),
                    "Delete one of them.",
                ));
                continue;
            }
            columns.push(Column {
                key: found,
                label: value(label),
            });
        }
        columns
    }

    fn unknown_key(
        &mut self,
        key: &Spanned<String>,
        code: &'static Code,
        what: &str,
        fields: &[OwnField],
        known: &[&'static str],
    ) {
        if self.refused_fields.contains(&key.value) {
            return;
        }
        let names: Vec<&str> = known
            .iter()
            .copied()
            .chain(fields.iter().map(|field| field.id.as_str()))
            .collect();
        let help = match nearest(&key.value, names.iter().copied()) {
            Some(near) => format!("Did you mean \u{201c}{near}\u{201d}?"),
            None => format!("It can be one of: {}.", names.join(", ")),
        };
        self.report(Diagnostic::new(
            code,
            key.span,
            format!("\u{201c}{}\u{201d} is not {what}", key.value),
            help,
        ));
    }
}
