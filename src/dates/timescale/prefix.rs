//! The words that can stand before a date: `by`, `end of`, `from`, `Deadline:`, `week ending`.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::dates::token::{Cursor, Kind};

/// What the words before a date make of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Prefix {
    Bare,
    /// `by`, `end of`, `until`, `deadline`: only the end is named.
    By,
    /// `in`, `on`, `due`.
    In,
    /// `throughout`, `during`.
    Throughout,
    /// `from`: without a second date it has no end.
    From,
    /// `between … and …`.
    Between,
    /// `week commencing`, `w/c`: the seven days that begin with the day.
    WeekFrom,
    /// `week ending`, `w/e`: the seven days that end with the day.
    WeekTo,
}

impl Prefix {
    /// Whether it makes a week of a day.
    pub fn is_week(self) -> bool {
        matches!(self, Self::WeekFrom | Self::WeekTo)
    }

    /// The first day of what it makes of a date.
    pub fn first_day(self, date: Date) -> Date {
        match self {
            Self::WeekTo => date.saturating_sub(6.days()),
            _ => date,
        }
    }

    /// The last day of what it makes of a date.
    pub fn last_day(self, date: Date) -> Date {
        match self {
            Self::WeekFrom => date.saturating_add(6.days()),
            _ => date,
        }
    }
}

/// Takes the words that can stand before a date, each with a colon or without. Their number is bounded, so that a long
/// row of them costs no more.
pub(super) fn take_prefix(cursor: &mut Cursor) -> Prefix {
    const MOST_WORDS: usize = 5;
    let mut prefix = Prefix::Bare;
    for _ in 0..MOST_WORDS {
        if let Some(week) = take_week(cursor) {
            prefix = week;
        } else if take_by(cursor) {
            prefix = Prefix::By;
        } else if cursor.take_word(&["throughout", "during"])
            || cursor.take_words(&["drwy", "gydol"])
            || cursor.take_words(&["trwy", "gydol"])
            || cursor.take_words(&["yn", "ystod"])
        {
            prefix = Prefix::Throughout;
        } else if cursor.take_word(&["from", "starting", "commencing", "o"]) {
            prefix = Prefix::From;
        } else if cursor.take_word(&["between", "rhwng"]) {
            prefix = Prefix::Between;
        } else if cursor.take_words(&["due", "date"])
            || cursor.take_word(&["in", "on", "due", "yn", "ym"])
        {
            if prefix == Prefix::Bare {
                prefix = Prefix::In;
            }
        } else if prefix == Prefix::Bare || !cursor.take_word(&["the", "of"]) {
            break;
        }
        cursor.take(Kind::Colon);
    }
    prefix
}

fn take_by(cursor: &mut Cursor) -> bool {
    // "Target" alone can as well be what is to be reached: only "target date" names a day wherever it stands.
    let is_first = cursor.is_at_start();
    cursor.take_word(&[
        "by", "until", "till", "to", "end", "deadline", "erbyn", "diwedd", "tan",
    ]) || cursor.take_words(&["no", "later", "than"])
        || cursor.take_words(&["up", "to"])
        || cursor.take_words(&["hyd", "at"])
        || cursor.take_words(&["target", "date"])
        || (is_first && cursor.take_word(&["target"]))
}

fn take_week(cursor: &mut Cursor) -> Option<Prefix> {
    let saved = *cursor;
    if cursor.take_word(&["week"]) {
        if cursor.take_word(&["commencing", "beginning", "starting"]) {
            return Some(Prefix::WeekFrom);
        }
        if cursor.take_word(&["ending"]) {
            return Some(Prefix::WeekTo);
        }
    } else if cursor.take_word(&["w"]) && cursor.take(Kind::Slash) {
        if cursor.take_word(&["c", "b"]) {
            return Some(Prefix::WeekFrom);
        }
        if cursor.take_word(&["e"]) {
            return Some(Prefix::WeekTo);
        }
    }
    *cursor = saved;
    None
}
