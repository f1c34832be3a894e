//! Words that have a meaning of their own in a row: `none` and `as above` (content format §7).

use crate::diagnostic::{Diagnostic, codes};
use crate::model::{Facts, Given};
use crate::parse::RawProse;
use crate::parse::record::action::{RawMeasure, RawProgress};
use crate::parse::record::common::{RawLead, RawStrategyLink};
use crate::source::{Span, Spanned};

use super::resolver::Resolver;

/// What a row can see: whether it is a row at all, and the row above it.
#[derive(Clone, Copy)]
pub(super) enum Above<'a> {
    /// This is the action itself, where `none` and `as above` are ordinary words.
    NotARow,
    /// The first row.
    Nothing,
    /// Another row.
    Row(&'a Facts),
}

/// What a word makes of a field of a row.
pub(super) enum RowWord<'a> {
    /// There is no value.
    None,
    /// The value is that of the row above.
    AsAbove(&'a Facts),
    /// There is no row above to the words at this place: they are shown as written.
    AboveNothing(Span),
    /// Something stands beside the word: all of it is shown as written.
    Crowded,
}

/// A value of a field in which such a word can stand.
pub(super) trait RowValue {
    /// Where the word would stand.
    fn text(&self) -> &Spanned<String>;

    /// Whether the author gave no more than this text.
    fn is_alone(&self) -> bool {
        true
    }
}

impl RowValue for Spanned<String> {
    fn text(&self) -> &Spanned<String> {
        self
    }
}

impl RowValue for RawProse {
    fn text(&self) -> &Spanned<String> {
        &self.text
    }
}

impl RowValue for RawLead {
    fn text(&self) -> &Spanned<String> {
        &self.lead
    }

    fn is_alone(&self) -> bool {
        self.who.is_empty() && self.role.is_none() && self.note.is_none()
    }
}

impl RowValue for RawStrategyLink {
    fn text(&self) -> &Spanned<String> {
        &self.to
    }

    fn is_alone(&self) -> bool {
        self.item.is_none() && self.note.is_none() && self.text.is_none()
    }
}

impl RowValue for RawMeasure {
    fn text(&self) -> &Spanned<String> {
        &self.measure.text
    }

    fn is_alone(&self) -> bool {
        let Self {
            measure: _,
            code,
            unit,
            baseline,
            target,
            direction,
            values,
        } = self;
        let texts = [code, unit, baseline, target, direction];
        texts.into_iter().all(Option::is_none) && values.is_empty()
    }
}

impl RowValue for RawProgress {
    fn text(&self) -> &Spanned<String> {
        &self.note.text
    }

    fn is_alone(&self) -> bool {
        self.date.is_none() && self.status.is_none()
    }
}

/// A word as it was written.
#[derive(Clone, Copy)]
enum Word {
    None,
    AsAbove,
}

impl Resolver {
    /// A field of a row or action that takes several values.
    pub(super) fn several<R: RowValue, T: Clone>(
        &mut self,
        raw: Vec<R>,
        above: Above<'_>,
        field: impl Fn(&Facts) -> &Given<Vec<T>>,
        read: impl FnOnce(&mut Self, Vec<R>) -> Vec<T>,
    ) -> Given<Vec<T>> {
        if raw.is_empty() {
            return Given::Nothing;
        }
        match self.row_word(&raw, above) {
            Some(RowWord::None) => Given::None,
            Some(RowWord::AsAbove(row)) => field(row).clone(),
            // What it could mean is no second message.
            Some(RowWord::AboveNothing(span)) => {
                let values = self.quietly(|this| read(this, raw));
                self.report(above_nothing(span, !values.is_empty()));
                given(Some(values).filter(|values| !values.is_empty()))
            }
            Some(RowWord::Crowded) => {
                let values = self.quietly(|this| read(this, raw));
                given(Some(values).filter(|values| !values.is_empty()))
            }
            None => Given::Value(read(self, raw)),
        }
    }

    /// A field of a row or action that takes one value.
    pub(super) fn single<T: Clone>(
        &mut self,
        raw: Option<Spanned<String>>,
        above: Above<'_>,
        field: impl Fn(&Facts) -> &Given<T>,
        read: impl FnOnce(&mut Self, Spanned<String>) -> Option<T>,
    ) -> Given<T> {
        let Some(raw) = raw else {
            return Given::Nothing;
        };
        match self.row_word(std::slice::from_ref(&raw), above) {
            Some(RowWord::None) => Given::None,
            Some(RowWord::AsAbove(row)) => field(row).clone(),
            Some(RowWord::AboveNothing(span)) => {
                let value = self.quietly(|this| read(this, raw));
                self.report(above_nothing(span, value.is_some()));
                given(value)
            }
            Some(RowWord::Crowded) | None => given(read(self, raw)),
        }
    }

    /// What a word makes of the values of a field, where one is such a word in a row; a message where something stands
    /// beside it.
    pub(super) fn row_word<'a, R: RowValue>(
        &mut self,
        values: &[R],
        above: Above<'a>,
    ) -> Option<RowWord<'a>> {
        let row = match above {
            Above::NotARow => return None,
            Above::Nothing => None,
            Above::Row(row) => Some(row),
        };
        let (word, value) = values
            .iter()
            .find_map(|value| Some((word(value.text())?, value)))?;
        let span = value.text().span;
        if values.len() > 1 || !value.is_alone() {
            self.report(crowded(word, span));
            return Some(RowWord::Crowded);
        }
        Some(match (word, row) {
            (Word::None, _) => RowWord::None,
            (Word::AsAbove, Some(row)) => RowWord::AsAbove(row),
            (Word::AsAbove, None) => RowWord::AboveNothing(span),
        })
    }
}

fn word(text: &Spanned<String>) -> Option<Word> {
    match text.value.trim().to_lowercase().as_str() {
        "none" => Some(Word::None),
        "as above" => Some(Word::AsAbove),
        _ => None,
    }
}

fn given<T>(value: Option<T>) -> Given<T> {
    value.map_or(Given::Nothing, Given::Value)
}

/// That there is no row above. A status and an outcome can only be one of the plan's, so there the words are not shown.
pub(super) fn above_nothing(span: Span, is_shown: bool) -> Diagnostic {
    let what_happens = if is_shown {
        "is shown as written"
    } else {
        "is left out"
    };
    Diagnostic::new(
        &codes::ABOVE_NOTHING,
        span,
        format!("There is no row above this one; \u{201c}as above\u{201d} {what_happens}"),
        "Type the value itself, or delete the line: a row shares what the action says.",
    )
}

fn crowded(word: Word, span: Span) -> Diagnostic {
    let (message, help) = match word {
        Word::None => (
            "\u{201c}none\u{201d} says that there is none, but something stands beside it",
            "Delete \u{201c}none\u{201d}, or what stands beside it.",
        ),
        Word::AsAbove => (
            "\u{201c}as above\u{201d} stands for all that the row above says, so nothing can stand beside it",
            "Type the value itself in place of \u{201c}as above\u{201d}, or delete what stands beside it.",
        ),
    };
    Diagnostic::new(&codes::BAD_VALUE, span, message, help)
}
