//! One value by its shape: text, Markdown, yes or no, a number, a date, a time, one of a few words.

use std::borrow::Cow;

use crate::dates;
use crate::diagnostic::{Diagnostic, codes, nearest};
use crate::parse::capitals::{is_shouting, sentence_case};
use crate::parse::markdown::{self, Locate, ReadOptions};
use crate::source::{Span, Spanned};

use crate::parse::text::is_hidden;
use crate::parse::yaml::TextBytes;

use super::decode::Decoder;
use super::record::{RawProse, Value};
use super::{Field, Shape};

impl Decoder {
    /// Reads one value. `bytes` says where the bytes of the text stand.
    pub(super) fn scalar(
        &mut self,
        field: &Field,
        written: &str,
        span: Span,
        bytes: &TextBytes,
    ) -> Option<Value> {
        let shown;
        let text = match field.shape {
            Shape::Markdown => written.trim(),
            Shape::Plain => {
                shown = without_hidden(written);
                shown.trim()
            }
            _ => {
                shown = without_hidden(written);
                without_curly_quotes(shown.trim())
            }
        };
        match field.shape {
            Shape::Plain => {
                if field.name == "title" && is_shouting(text) {
                    self.report(
                        &codes::CAPITALS,
                        span,
                        "This title is all in capitals, which is hard to read",
                        format!("Type \u{201c}title: {}\u{201d}.", sentence_case(text)),
                    );
                }
                Some(Value::Text(Spanned::new(text.to_owned(), span)))
            }
            Shape::Markdown => {
                let whole = match bytes {
                    TextBytes::Exact => Locate::Exact {
                        file: span.file,
                        start: span.start as usize,
                    },
                    TextBytes::Spread(bytes) => Locate::Spread {
                        file: span.file,
                        bytes,
                    },
                    TextBytes::Unknown => Locate::Whole(span),
                };
                let locate = whole.from(written.len() - written.trim_start().len());
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
                    let code = match problem {
                        dates::DateProblem::EndBeforeStart { .. } => &codes::END_BEFORE_START,
                        _ => &codes::BAD_DATE,
                    };
                    self.report(code, span, problem.message(), problem.help());
                    None
                }
            },
            Shape::OneOf(words) => self.one_of(field, words, text, span),
            Shape::Map(_) | Shape::TextOr(..) | Shape::Dictionary(..) => None,
        }
    }

    fn yes_no(&mut self, field: &Field, text: &str, span: Span) -> Option<Value> {
        let value = read_yes_no(text);
        if value.is_none() {
            self.messages.push(not_yes_or_no(field.name, text, span));
        }
        Some(Value::YesNo(Spanned::new(value?, span)))
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
        // Where "off" is a word, the other ways to say no are as good.
        let is_no = ["no", "false"]
            .iter()
            .any(|no| no.eq_ignore_ascii_case(text));
        let said = if is_no { "off" } else { text };
        if let Some(word) = words.iter().find(|word| word.eq_ignore_ascii_case(said)) {
            return Some(Value::Text(Spanned::new((*word).to_owned(), span)));
        }
        // Nobody writes "level": it stands behind the code of a message, below "checks".
        let name = match field.name {
            "level" => "checks",
            name => name,
        };
        let choices = format!("It takes one of: {}.", words.join(", "));
        let help = match nearest(text, words.iter().copied()) {
            Some(word) => format!("Did you mean \u{201c}{word}\u{201d}? {choices}"),
            None => choices,
        };
        self.report(
            &codes::BAD_VALUE,
            span,
            format!("\u{201c}{text}\u{201d} is not a value of \u{201c}{name}\u{201d}"),
            help,
        );
        None
    }
}

/// What a text says to a question, in any case; `None` where it is neither yes nor no.
#[must_use]
pub fn read_yes_no(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "true" | "yes" | "on" => Some(true),
        "false" | "no" | "off" => Some(false),
        _ => None,
    }
}

/// The message about a field that takes yes or no and says something else.
#[must_use]
pub fn not_yes_or_no(field: &str, text: &str, span: Span) -> Diagnostic {
    Diagnostic::new(
        &codes::BAD_VALUE,
        span,
        format!("\u{201c}{field}\u{201d} takes yes or no, not \u{201c}{text}\u{201d}"),
        format!("Type \u{201c}{field}: yes\u{201d} or \u{201c}{field}: no\u{201d}."),
    )
}

/// The text without signs that nobody sees: a name or an address with one in it is no other name.
fn without_hidden(text: &str) -> Cow<'_, str> {
    if text.contains(is_hidden) {
        Cow::Owned(text.replace(is_hidden, ""))
    } else {
        Cow::Borrowed(text)
    }
}

/// A date, number or word of a list without curly quotes around it, about which there is a warning.
fn without_curly_quotes(text: &str) -> &str {
    const QUOTES: [char; 5] = ['\u{201c}', '\u{201d}', '\u{201e}', '\u{2018}', '\u{2019}'];
    text.trim_matches(QUOTES)
}
