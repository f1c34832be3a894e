//! An author's text as words, numbers and marks, and a cursor that walks over them.

use std::ops::{Range, RangeInclusive};

use crate::dates::words::is_any;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    /// A run of the digits 0 to 9. A value too large for 32 bits is held at the largest; `digits` tells.
    Number {
        value: u32,
        digits: usize,
    },
    Dash,
    Slash,
    Comma,
    Stop,
    Colon,
    Semicolon,
    /// `&` or `+`.
    Ampersand,
    Open,
    Close,
    Other,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub kind: Kind,
    /// Bytes of the text.
    pub start: usize,
    pub end: usize,
}

/// Splits a text. Spaces of every kind are dropped, and so are the invisible marks that word processors leave.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    for (start, character) in text.char_indices() {
        if is_space(character) {
            continue;
        }
        let end = start + character.len_utf8();
        let kind = kind_of(character);
        if let Some(last) = tokens.last_mut()
            && last.end == start
            && let Some(joined) = join(last.kind, kind)
        {
            last.kind = joined;
            last.end = end;
        } else {
            tokens.push(Token { kind, start, end });
        }
    }
    tokens
}

fn is_space(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

fn kind_of(character: char) -> Kind {
    match character {
        '0'..='9' => Kind::Number {
            value: u32::from(character) - u32::from('0'),
            digits: 1,
        },
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' => {
            Kind::Dash
        }
        '/' | '\u{2044}' => Kind::Slash,
        ',' => Kind::Comma,
        '.' => Kind::Stop,
        ':' => Kind::Colon,
        ';' => Kind::Semicolon,
        '&' | '+' => Kind::Ampersand,
        '(' | '[' => Kind::Open,
        ')' | ']' => Kind::Close,
        letter if letter.is_alphabetic() => Kind::Word,
        _ => Kind::Other,
    }
}

/// What two neighbours make together: letters a word, digits a number, `--` one dash.
fn join(left: Kind, right: Kind) -> Option<Kind> {
    match (left, right) {
        (Kind::Word, Kind::Word) => Some(Kind::Word),
        (Kind::Dash, Kind::Dash) => Some(Kind::Dash),
        (Kind::Number { value, digits }, Kind::Number { value: next, .. }) => Some(Kind::Number {
            value: value.saturating_mul(10).saturating_add(next),
            digits: digits + 1,
        }),
        _ => None,
    }
}

/// A place between two tokens. Copying it is how a form that did not fit is taken back.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'t> {
    text: &'t str,
    tokens: &'t [Token],
    at: usize,
}

impl<'t> Cursor<'t> {
    pub fn new(text: &'t str, tokens: &'t [Token]) -> Self {
        Cursor {
            text,
            tokens,
            at: 0,
        }
    }

    pub fn is_at_end(&self) -> bool {
        self.at >= self.tokens.len()
    }

    pub fn is_at_start(&self) -> bool {
        self.at == 0
    }

    pub fn peek(&self) -> Option<Kind> {
        self.tokens.get(self.at).map(|token| token.kind)
    }

    pub fn skip(&mut self) {
        if !self.is_at_end() {
            self.at += 1;
        }
    }

    /// The first byte of the next token; at the end, the length of the text.
    pub fn next_start(&self) -> usize {
        self.tokens
            .get(self.at)
            .map_or(self.text.len(), |token| token.start)
    }

    /// The byte after the last token that was taken.
    pub fn taken_end(&self) -> usize {
        self.at
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last))
            .map_or(0, |token| token.end)
    }

    /// Whether no space stands between the last token taken and the next.
    pub fn is_tight(&self) -> bool {
        self.taken_end() == self.next_start()
    }

    pub fn text(&self, range: Range<usize>) -> &'t str {
        self.text.get(range).unwrap_or_default()
    }

    pub fn whole_text(&self) -> &'t str {
        self.text
    }

    /// The next token, if it is a word.
    pub fn word(&self) -> Option<&'t str> {
        let token = self
            .tokens
            .get(self.at)
            .filter(|token| token.kind == Kind::Word)?;
        Some(self.text(token.start..token.end))
    }

    pub fn is_at_word(&self, words: &[&str]) -> bool {
        self.word().is_some_and(|word| is_any(word, words))
    }

    /// Takes the next token if it is one of these words, in any case.
    pub fn take_word(&mut self, words: &[&str]) -> bool {
        let found = self.is_at_word(words);
        if found {
            self.at += 1;
        }
        found
    }

    /// Takes these words in this order, or nothing.
    pub fn take_words(&mut self, words: &[&str]) -> bool {
        let saved = *self;
        let found = words.iter().all(|word| self.take_word(&[word]));
        if !found {
            *self = saved;
        }
        found
    }

    pub fn take(&mut self, kind: Kind) -> bool {
        let found = self.peek() == Some(kind);
        if found {
            self.at += 1;
        }
        found
    }

    /// Takes a number written with so many digits.
    pub fn take_number(&mut self, allowed: RangeInclusive<usize>) -> Option<u32> {
        match self.peek() {
            Some(Kind::Number { value, digits }) if allowed.contains(&digits) => {
                self.at += 1;
                Some(value)
            }
            _ => None,
        }
    }

    /// Takes a year: four digits, from 1000 to 9999.
    pub fn take_year(&mut self) -> Option<i16> {
        let saved = *self;
        let year = self
            .take_number(4..=4)
            .and_then(|value| i16::try_from(value).ok())
            .filter(|year| *year >= 1000);
        if year.is_none() {
            *self = saved;
        }
        year
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_numbers_and_marks_are_split_and_keep_their_places() {
        let text = "12th\u{a0}Gorff \u{2013} 2026";
        let seen: Vec<&str> = tokens(text)
            .iter()
            .map(|token| &text[token.start..token.end])
            .collect();
        assert_eq!(seen, ["12", "th", "Gorff", "\u{2013}", "2026"]);
    }

    #[test]
    fn a_very_long_number_does_not_overflow() {
        let text = "9".repeat(1000);
        assert!(matches!(
            tokens(&text)[..],
            [Token {
                kind: Kind::Number {
                    value: u32::MAX,
                    digits: 1000
                },
                ..
            }]
        ));
    }
}
