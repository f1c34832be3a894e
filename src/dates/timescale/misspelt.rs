//! A word that stands where a month would: `Marhc 2027`.

use crate::dates::timescale::TimescaleProblem;
use crate::dates::timescale::lead::is_known_word;
use crate::dates::token::{Kind, Token, tokens};
use crate::dates::words::{all_months, month, weekday};
use crate::diagnostic::nearest;

/// The first word before a year, or alone before a mark at the start, that is nearly the name of a month.
///
/// What stands in brackets is a remark.
pub(super) fn misspelt_month(text: &str) -> Option<TimescaleProblem> {
    let tokens = tokens(text);
    let mut depth = 0_usize;
    for (index, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.saturating_sub(1),
            Kind::Word if depth == 0 && stands_for_month(index, &tokens) => {
                let word = text.get(token.start..token.end).unwrap_or_default();
                if let Some(month) = nearest_month(word) {
                    return Some(TimescaleProblem::MisspeltMonth {
                        word: word.to_owned(),
                        month,
                    });
                }
            }
            _ => {}
        }
    }
    None
}

fn stands_for_month(index: usize, tokens: &[Token]) -> bool {
    match tokens.get(index + 1).map(|token| token.kind) {
        Some(Kind::Number { digits: 4, .. }) => true,
        Some(Kind::Dash | Kind::Comma | Kind::Slash) => index == 0,
        _ => false,
    }
}

/// The month that a word nearly is. Short words are nearly too much.
fn nearest_month(word: &str) -> Option<&'static str> {
    const SHORTEST: usize = 4;
    let is_long = |word: &str| word.chars().count() >= SHORTEST;
    if !is_long(word) || month(word).is_some() || weekday(word).is_some() || is_known_word(word) {
        return None;
    }
    let same_start = |name: &&str| {
        let first = |word: &str| word.chars().next().map(|first| first.to_ascii_lowercase());
        first(name) == first(word)
    };
    nearest(
        word,
        all_months().filter(|name| is_long(name)).filter(same_start),
    )
}
