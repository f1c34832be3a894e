//! The numbers that authors give to paragraphs and headings.

use super::ast::{Inline, NumberedRef};

/// Which numbers count.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum NumberForm {
    /// `3` or `3.2`: of a heading.
    Any,
    /// `3.2`: of a paragraph, where `3.` begins a list.
    WithDot,
}

/// Takes the number with which a text begins out of it.
pub(super) fn take_number<L>(content: &mut [Inline<L>], form: NumberForm) -> Option<NumberedRef> {
    let Some(Inline::Text { text, span }) = content.first_mut() else {
        return None;
    };
    let length = number_length(text, form)?;
    let written = text[..length].to_owned();
    let rest = text[length..].trim_start();
    let begin = text.len() - rest.len();
    if text.len() == span.range().len() {
        *span = span.part(begin..text.len());
    }
    *text = rest.to_owned();
    Some(NumberedRef {
        written,
        // Given with the ids of all headings, when those that authors typed are known.
        id: String::new(),
    })
}

fn number_length(text: &str, form: NumberForm) -> Option<usize> {
    let length = text
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(text.len());
    let (number, after) = text.split_at(length);
    let parts: Vec<&str> = number
        .strip_suffix('.')
        .unwrap_or(number)
        .split('.')
        .collect();
    let is_number = parts.iter().all(|part| (1..=4).contains(&part.len()));
    let has_dot = parts.len() > 1;
    let ends = after.is_empty() || after.starts_with(char::is_whitespace);
    (is_number && ends && (has_dot || form == NumberForm::Any)).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_from_other_digits() {
        let cases = [
            ("3.2 The Board", NumberForm::WithDot, Some(3)),
            ("3.2. The Board", NumberForm::WithDot, Some(4)),
            ("3.10.1\u{a0}The Board", NumberForm::WithDot, Some(6)),
            ("3 Duties", NumberForm::Any, Some(1)),
            ("3 Duties", NumberForm::WithDot, None),
            ("3.2% of cases", NumberForm::WithDot, None),
            ("3.2", NumberForm::WithDot, Some(3)),
            ("3..2 x", NumberForm::WithDot, None),
            (". x", NumberForm::Any, None),
            ("", NumberForm::Any, None),
        ];
        for (text, form, length) in cases {
            assert_eq!(number_length(text, form), length, "{text}");
        }
    }
}
