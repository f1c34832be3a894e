//! The values of the fields that a plan adds of its own.

use crate::dates;
use crate::diagnostic::{Diagnostic, codes};
use crate::model::{FieldKind, FieldValue, Given, OwnField, Plan};
use crate::parse::record::action::{Level, field_names};
use crate::parse::{meant_field, not_yes_or_no, read_yes_no};
use crate::source::Spanned;

use super::resolver::Resolver;
use super::row_words::{Above, RowWord, above_nothing};

impl Resolver {
    /// The plan's own fields, in its order; what is no field of the plan is reported.
    pub(super) fn own_values(
        &mut self,
        extra: Vec<(Spanned<String>, Vec<Spanned<String>>)>,
        plan: Option<&Plan>,
        above: Above<'_>,
    ) -> Vec<Given<FieldValue>> {
        let fields = plan.map_or(&[][..], |plan| plan.fields.as_slice());
        let mut values = vec![Given::Nothing; fields.len()];
        for (name, texts) in extra {
            let Some(index) = fields.iter().position(|field| field.id == name.value) else {
                self.unknown_own_field(&name, fields, above);
                continue;
            };
            values[index] = self.own_value(&fields[index], index, texts, above);
        }
        values
    }

    fn unknown_own_field(&mut self, name: &Spanned<String>, fields: &[OwnField], above: Above<'_>) {
        if self.refused_fields.contains(&name.value) {
            return;
        }
        let (level, words) = match above {
            Above::NotARow => (Level::Action, "an action"),
            Above::Nothing | Above::Row(_) => (Level::Row, "a row of tasks"),
        };
        let known: Vec<&str> = field_names(level)
            .into_iter()
            .chain(fields.iter().map(|field| field.id.as_str()))
            .collect();
        let help = match meant_field(&name.value, known.iter().copied()) {
            Some(near) => format!("Did you mean \u{201c}{near}\u{201d}?"),
            None => format!(
                "It can have: {}. A plan can add its own under \u{201c}fields\u{201d} in plan.md.",
                known.join(", ")
            ),
        };
        self.report_unknown(Diagnostic::new(
            &codes::UNKNOWN_FIELD,
            name.span,
            format!("\u{201c}{}\u{201d} is not a field of {words}", name.value),
            help,
        ));
    }

    fn own_value(
        &mut self,
        field: &OwnField,
        index: usize,
        texts: Vec<Spanned<String>>,
        above: Above<'_>,
    ) -> Given<FieldValue> {
        let Some(first) = texts.first().cloned() else {
            return Given::Nothing;
        };
        if texts.len() > 1 && field.kind != FieldKind::List {
            self.report(Diagnostic::new(
                &codes::WRONG_SHAPE,
                first.span,
                format!("\u{201c}{}\u{201d} takes one value", field.id),
                "Keep one of them, or make it a list: \u{201c}type: list\u{201d} under \u{201c}fields\u{201d} in plan.md.",
            ));
            return Given::Nothing;
        }
        match self.row_word(&texts, above) {
            Some(RowWord::None) => return Given::None,
            Some(RowWord::AsAbove(row)) => {
                return row.fields.get(index).cloned().unwrap_or_default();
            }
            Some(RowWord::AboveNothing(span)) => {
                self.report(above_nothing(span, true));
                return Given::Value(FieldValue::Text(first.value));
            }
            Some(RowWord::Crowded) | None => {}
        }
        let value = match field.kind {
            FieldKind::Text => Some(FieldValue::Text(first.value)),
            FieldKind::List => Some(FieldValue::List(
                texts.into_iter().map(|text| text.value).collect(),
            )),
            FieldKind::Date => match dates::read_date(&first.value) {
                Ok(date) => Some(FieldValue::Date(date)),
                Err(problem) => {
                    self.report(Diagnostic::new(
                        &codes::BAD_DATE,
                        first.span,
                        problem.message(),
                        problem.help(),
                    ));
                    None
                }
            },
            FieldKind::YesNo => {
                let answer = read_yes_no(&first.value);
                if answer.is_none() {
                    self.report(not_yes_or_no(&field.id, &first.value, first.span));
                }
                answer.map(FieldValue::YesNo)
            }
        };
        value.map_or(Given::Nothing, Given::Value)
    }
}
