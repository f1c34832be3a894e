//! A date as it was written: what its words say, before what they leave out is known.

mod in_figures;
mod in_words;
mod meaning;

use std::ops::Range;

use jiff::civil::Weekday;

use crate::dates::problem::DateProblem;
use crate::dates::token::{Cursor, Kind};

pub(super) use meaning::{day_exists, day_of};

use in_figures::{take_figures, take_from_year, take_quarter};
use in_words::{take_calendar, take_day};

/// One date and the bytes of the text that say it.
#[derive(Clone, Debug)]
pub(super) struct Written {
    pub what: What,
    pub words: Range<usize>,
}

#[derive(Clone, Debug)]
pub(super) enum What {
    /// A day or a month; the year may stand with a later date of the same value.
    Calendar {
        weekday: Option<Weekday>,
        day: Option<i8>,
        month: i8,
        year: Option<i16>,
    },
    /// The day of a month that a later date names: the `12` of `12 and 19 July 2026`.
    DayOnly(i8),
    /// `2026`.
    Year(i16),
    /// `2026/27`, `2026-29`, `2026-2029`.
    Years { from: i16, to: i16 },
    /// `Q3 2026`; `split` where the year was written `2026/27`.
    Quarter {
        number: i8,
        year: Option<i16>,
        split: bool,
    },
}

/// Takes a date in any form, or nothing. A problem is a text that is surely meant as a date and is not one date.
pub(super) fn take_written(cursor: &mut Cursor) -> Result<Option<Written>, DateProblem> {
    let saved = *cursor;
    let start = cursor.next_start();
    let found = match take_from_year(cursor)? {
        Some(what) => Some(what),
        None => match take_figures(cursor)? {
            Some(what) => Some(what),
            None => match take_quarter(cursor) {
                Some(what) => Some(what),
                None => take_calendar(cursor)?,
            },
        },
    };
    if found.is_none() {
        *cursor = saved;
    }
    Ok(found.map(|what| Written {
        what,
        words: start..cursor.taken_end(),
    }))
}

/// Takes the day of a month that is named later: a number that `,`, `&`, `and`, `/`, `to` or a dash joins to another.
pub(super) fn take_day_only(cursor: &mut Cursor) -> Option<Written> {
    let saved = *cursor;
    let start = cursor.next_start();
    if let Some(day) = take_day(cursor) {
        let words = start..cursor.taken_end();
        let mut ahead = *cursor;
        let joined = take_mark(
            &mut ahead,
            &[Kind::Comma, Kind::Ampersand, Kind::Slash, Kind::Dash],
        ) || ahead.take_word(&["and", "to", "a", "ac", "i"]);
        if joined && take_day(&mut ahead).is_some() {
            return Some(Written {
                what: What::DayOnly(day),
                words,
            });
        }
    }
    *cursor = saved;
    None
}

/// Takes the dash or the word that makes one range of two dates.
pub(super) fn take_range_mark(cursor: &mut Cursor) -> bool {
    cursor.take(Kind::Dash)
        || cursor.take_words(&["through", "to"])
        || cursor.take_words(&["up", "to"])
        || cursor.take_words(&["hyd", "at"])
        || cursor.take_word(&["to", "until", "till", "through", "i", "hyd", "tan"])
}

/// Gives a date without a year or month those of the next date in the same value. Whether they fit is found later.
pub(super) fn fill_from(earlier: &mut Written, later: &Written) {
    match (&mut earlier.what, &later.what) {
        (
            What::Calendar {
                year: year @ None, ..
            },
            What::Calendar {
                year: later_year, ..
            },
        ) => *year = *later_year,
        (
            What::Quarter {
                year: year @ None,
                split,
                ..
            },
            What::Quarter {
                year: later_year,
                split: later_split,
                ..
            },
        ) => {
            *year = *later_year;
            *split = *later_split;
        }
        (
            What::DayOnly(day),
            What::Calendar {
                day: Some(_),
                month,
                year,
                ..
            },
        ) => {
            earlier.what = What::Calendar {
                weekday: None,
                day: Some(*day),
                month: *month,
                year: *year,
            };
        }
        _ => {}
    }
}

/// Takes one of these marks.
fn take_mark(cursor: &mut Cursor, marks: &[Kind]) -> bool {
    marks.iter().any(|mark| cursor.take(*mark))
}
