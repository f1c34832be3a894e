//! The words before the first date of a timescale: what they make of it, or why it is not certain.

use std::ops::Range;

use crate::dates::timescale::entry::{Reading, says_something};
use crate::dates::timescale::prefix::Prefix;
use crate::dates::timescale::{Certainty, Named, TimescaleProblem};
use crate::dates::token::{Cursor, tokens};
use crate::dates::words::is_any;
use crate::dates::written::What;

/// Words for a part of a year or month that has no fixed days.
const VAGUE: &[&str] = &[
    "spring",
    "summer",
    "autumn",
    "winter",
    "early",
    "mid",
    "middle",
    "late",
    "start",
    "beginning",
    "half",
    "term",
    "easter",
    "christmas",
    "around",
    "about",
    "approximately",
    "approx",
    "circa",
    "gwanwyn",
    "haf",
    "gaeaf",
    "dechrau",
    "canol",
];

const REPEATS: &[&str] = &[
    "daily",
    "weekly",
    "fortnightly",
    "monthly",
    "bimonthly",
    "quarterly",
    "termly",
    "biannually",
    "annually",
    "yearly",
    "regularly",
    "wythnosol",
    "misol",
    "chwarterol",
    "blynyddol",
];

/// Words before a date that can turn its meaning round.
const TURNING: &[&str] = &[
    "after",
    "before",
    "following",
    "since",
    "not",
    "unless",
    "except",
    "if",
    "when",
    "once",
    "or",
    "later",
    "earlier",
    "earliest",
    "within",
    "ar",
    "cyn",
    "wedi",
    "oni",
];

/// Words at the end of what stands before a date that say it has happened: `Strategy developed in 2024`.
const HAPPENED: &[&str] = &[
    "adopted",
    "began",
    "begun",
    "commenced",
    "completed",
    "created",
    "delivered",
    "developed",
    "done",
    "ended",
    "established",
    "finished",
    "held",
    "introduced",
    "issued",
    "launched",
    "opened",
    "produced",
    "published",
    "started",
    "written",
];

/// The same in Welsh, where the verb comes first.
const HAPPENED_WELSH: &[&str] = &[
    "cwblhawyd",
    "cyhoeddwyd",
    "cynhaliwyd",
    "datblygwyd",
    "dechreuwyd",
    "lansiwyd",
    "sefydlwyd",
];

/// What a timescale with words before its first date is, and the words that are a remark on the whole of it.
///
/// # Errors
/// Words that make the date vague, repeat it, or can turn its meaning round.
pub(super) fn meaning(
    text: &str,
    lead: Range<usize>,
    reading: &Reading,
) -> Result<(Certainty, Option<String>), TimescaleProblem> {
    let words = text.get(lead.clone()).unwrap_or_default();
    let Some(named) = trimmed(words) else {
        return Ok((Certainty::Understood, None));
    };
    let [first, rest @ ..] = reading.entries.as_slice() else {
        return Ok((Certainty::Understood, None));
    };
    let is_year = matches!(first.first.what, What::Year(_) | What::Years { .. });
    if is_year
        && rest.is_empty()
        && let Some(cycle) = cycle(words)
    {
        return Ok((Certainty::Cycle(cycle), None));
    }
    if let Some(problem) = why_not_certain(text, words) {
        return Err(problem);
    }
    if has_word(words, TURNING).is_some() {
        return Err(TimescaleProblem::Unclear {
            text: text.to_owned(),
            words: named.name,
        });
    }
    let is_lone_number = !named.name.chars().any(char::is_alphabetic);
    if first.prefix == Prefix::Bare && is_lone_number {
        return Err(TimescaleProblem::Unclear {
            text: text.to_owned(),
            words: named.name,
        });
    }
    let is_plain = matches!(first.prefix, Prefix::Bare | Prefix::In) && first.last.is_none();
    if !is_plain {
        return Ok((Certainty::Understood, Some(named.name)));
    }
    if !rest.is_empty() || (is_year && first.prefix == Prefix::Bare) {
        return Err(TimescaleProblem::Unclear {
            text: text.to_owned(),
            words: named.name,
        });
    }
    Ok((Certainty::Milestone(named), None))
}

/// Whether the words before a date say that it has happened.
pub(super) fn has_happened(words: &str) -> bool {
    let last = words.split_whitespace().next_back().unwrap_or_default();
    is_any(last, HAPPENED) || has_word(words, HAPPENED_WELSH).is_some()
}

/// Whether a word has a meaning of its own before a date.
pub(super) fn is_known_word(word: &str) -> bool {
    [VAGUE, REPEATS, TURNING]
        .iter()
        .any(|words| is_any(word, words))
}

/// Why a text has no date in it.
pub(super) fn why_no_date(text: &str) -> TimescaleProblem {
    why_not_certain(text, text).unwrap_or_else(|| TimescaleProblem::NoDate {
        text: text.to_owned(),
    })
}

fn why_not_certain(text: &str, words: &str) -> Option<TimescaleProblem> {
    let text = text.to_owned();
    if has_word(words, &["tbc", "tba", "tbd", "gadarnhau"]).is_some() || is_to_be_confirmed(words) {
        return Some(TimescaleProblem::ToBeConfirmed { text });
    }
    if let Some(word) = has_word(words, VAGUE) {
        return Some(TimescaleProblem::Vague {
            text,
            word: word.to_owned(),
        });
    }
    has_word(words, REPEATS).map(|_| TimescaleProblem::Repeats { text })
}

/// The first of these words that stands in a text.
fn has_word<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    tokens(text)
        .into_iter()
        .filter_map(|token| text.get(token.start..token.end))
        .find(|word| is_any(word, words))
}

/// `to be confirmed`, `date to be agreed`; but not `to be completed`, which says what and not when.
fn is_to_be_confirmed(text: &str) -> bool {
    let tokens = tokens(text);
    let mut cursor = Cursor::new(text, &tokens);
    while !cursor.is_at_end() {
        if cursor.take_words(&["to", "be"])
            && cursor.take_word(&[
                "confirmed",
                "agreed",
                "announced",
                "arranged",
                "decided",
                "determined",
                "set",
            ])
        {
            return true;
        }
        cursor.skip();
    }
    false
}

/// The name in `As per audit cycle for`: what a year stands after.
fn cycle(lead: &str) -> Option<Named> {
    let tokens = tokens(lead);
    let mut cursor = Cursor::new(lead, &tokens);
    let is_cycle = cursor.take_words(&["as", "per"])
        || cursor.take_words(&["in", "line", "with"])
        || cursor.take_words(&["according", "to"])
        || cursor.take_words(&["yn", "unol"]);
    if !is_cycle {
        return None;
    }
    cursor.take_word(&["the", "â", "y", "yr"]);
    let start = cursor.next_start();
    let mut end = start;
    while !cursor.is_at_end() {
        let is_joint = cursor.take_word(&["for", "of", "ar"]);
        if is_joint && cursor.is_at_end() {
            break;
        }
        if !is_joint {
            cursor.skip();
        }
        end = cursor.taken_end();
    }
    let name = cursor.text(start..end);
    (!name.is_empty()).then(|| Named {
        name: name.to_owned(),
        at: start..end,
    })
}

/// The words without the marks around them, if there is a word.
fn trimmed(words: &str) -> Option<Named> {
    let is_edge = |character: char| character.is_whitespace() || ",.:;-–—(".contains(character);
    let without_end = words.trim_end_matches(is_edge);
    let name = without_end.trim_start_matches(is_edge);
    let start = without_end.len() - name.len();
    says_something(name).then(|| Named {
        name: name.to_owned(),
        at: start..without_end.len(),
    })
}
