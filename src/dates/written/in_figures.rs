//! Dates in figures: `2026-07-12`, `2026/27`, `25/12/2026`, `Q3 2026`.

use std::ops::RangeInclusive;

use jiff::civil::Date;

use crate::dates::problem::DateProblem;
use crate::dates::token::{Cursor, Kind};
use crate::dates::words::{day_in_words, month_name};
use crate::dates::written::{What, day_exists, take_mark};

/// `2026-07-12`, `2026/07/12`, `2026-07`, `2026/27`, `2026-29`, `2026-2029`, `2026`.
pub(super) fn take_from_year(cursor: &mut Cursor) -> Result<Option<What>, DateProblem> {
    let start = cursor.next_start();
    let Some(year) = cursor.take_year() else {
        return Ok(None);
    };
    let after_year = *cursor;
    for mark in [Kind::Dash, Kind::Slash] {
        if let (Some(month), Some(day)) = (
            take_tight(cursor, mark, 1..=2),
            take_tight(cursor, mark, 1..=2),
        ) {
            let text = cursor.text(start..cursor.taken_end());
            return in_figures(text, year, month, day).map(Some);
        }
        *cursor = after_year;
    }
    let is_month = |number: u32| (1..=12).contains(&number);
    if let Some(number) = take_tight(cursor, Kind::Dash, 2..=2) {
        let text = cursor.text(start..cursor.taken_end());
        return match (
            later_year(year, number),
            i8::try_from(number).ok().filter(|_| is_month(number)),
        ) {
            (Some(to), Some(month)) => Err(DateProblem::TwoReadings {
                text: text.to_owned(),
                readings: vec![
                    format!("{year} to {to}"),
                    format!("{} {year}", month_name(month)),
                ],
            }),
            (Some(to), None) => Ok(Some(What::Years { from: year, to })),
            (None, Some(month)) => Ok(Some(What::Calendar {
                weekday: None,
                day: None,
                month,
                year: Some(year),
            })),
            (None, None) => Err(DateProblem::EndBeforeStart {
                text: text.to_owned(),
            }),
        };
    }
    if take_mark(cursor, &[Kind::Dash, Kind::Slash])
        && let Some(to) = take_later_year(cursor, year)
    {
        return Ok(Some(What::Years { from: year, to }));
    }
    *cursor = after_year;
    Ok(Some(What::Year(year)))
}

/// The second year of a span, in full or as its last two digits: `2029` or `29`.
fn take_later_year(cursor: &mut Cursor, from: i16) -> Option<i16> {
    if let Some(year) = cursor.take_year() {
        return Some(year);
    }
    later_year(from, cursor.take_number(2..=2)?)
}

/// The year that the last two digits of a span name: `29` after 2026, or `00` after 1999.
fn later_year(from: i16, digits: u32) -> Option<i16> {
    let digits = i16::try_from(digits).ok()?;
    let in_century = from - from % 100 + digits;
    if in_century > from {
        return Some(in_century);
    }
    (from % 100 == 99 && digits == 0)
        .then_some(from + 1)
        .filter(|year| *year <= 9999)
}

/// `25/12/2026`, `25.12.2026`, `25-12-2026`. Refused where day and month could be exchanged, and with a short year.
pub(super) fn take_figures(cursor: &mut Cursor) -> Result<Option<What>, DateProblem> {
    let start = cursor.next_start();
    let saved = *cursor;
    for mark in [Kind::Slash, Kind::Stop, Kind::Dash] {
        *cursor = saved;
        let (Some(first), Some(second)) =
            (cursor.take_number(1..=2), take_tight(cursor, mark, 1..=2))
        else {
            continue;
        };
        if !(cursor.is_tight() && cursor.take(mark) && cursor.is_tight()) {
            continue;
        }
        if let Some(year) = cursor.take_year() {
            let text = cursor.text(start..cursor.taken_end());
            let day_first = in_figures(text, year, second, first);
            let month_first = in_figures(text, year, first, second);
            return match (day_first, month_first) {
                (Ok(_), Ok(_)) if first != second => {
                    Err(two_orders(text, i32::from(year), first, second))
                }
                (Ok(what), _) | (Err(_), Ok(what)) => Ok(Some(what)),
                (Err(problem), Err(_)) => Err(problem),
            };
        }
        if let Some(short) = cursor.take_number(2..=2) {
            let text = cursor.text(start..cursor.taken_end());
            return Err(two_orders(
                text,
                2000 + i32::try_from(short).unwrap_or_default(),
                first,
                second,
            ));
        }
    }
    *cursor = saved;
    Ok(None)
}

/// The problem of a date whose order of day, month and century is open, with the readings that exist.
fn two_orders(text: &str, year: i32, first: u32, second: u32) -> DateProblem {
    let reading = |day: u32, month: u32, year: i32| {
        let date = Date::new(
            i16::try_from(year).ok()?,
            i8::try_from(month).ok()?,
            i8::try_from(day).ok()?,
        )
        .ok()?;
        Some(day_in_words(date))
    };
    let mut readings: Vec<String> = [reading(first, second, year), reading(second, first, year)]
        .into_iter()
        .flatten()
        .collect();
    readings.dedup();
    if readings.len() == 1 {
        // A short year that is left with one order: the century is what is open.
        readings.extend(
            reading(first, second, year - 100).or_else(|| reading(second, first, year - 100)),
        );
    }
    if readings.is_empty() {
        return DateProblem::NotADate {
            text: text.to_owned(),
        };
    }
    DateProblem::TwoReadings {
        text: text.to_owned(),
        readings,
    }
}

fn in_figures(text: &str, year: i16, month: u32, day: u32) -> Result<What, DateProblem> {
    let number = |value: u32| i8::try_from(value).unwrap_or(i8::MAX);
    if !(1..=12).contains(&month) {
        return Err(DateProblem::NoSuchMonth {
            text: text.to_owned(),
            month,
        });
    }
    day_exists(text, number(day), number(month), Some(year))?;
    Ok(What::Calendar {
        weekday: None,
        day: Some(number(day)),
        month: number(month),
        year: Some(year),
    })
}

/// `Q3 2026`, `Quarter 3 of 2026/27`, `Q3 2026/2027`, `Q3`.
pub(super) fn take_quarter(cursor: &mut Cursor) -> Option<What> {
    if !cursor.take_word(&["q", "quarter", "chwarter"]) {
        return None;
    }
    let number = cursor
        .take_number(1..=1)
        .and_then(|number| i8::try_from(number).ok())?;
    if !(1..=4).contains(&number) {
        return None;
    }
    let after_number = *cursor;
    if !cursor.take(Kind::Comma) {
        cursor.take_word(&["of", "o"]);
    }
    let Some(year) = cursor.take_year() else {
        *cursor = after_number;
        return Some(What::Quarter {
            number,
            year: None,
            split: false,
        });
    };
    let after_year = *cursor;
    let next = if take_mark(cursor, &[Kind::Dash, Kind::Slash]) {
        take_later_year(cursor, year)
    } else {
        None
    };
    let split = next == year.checked_add(1);
    if !split {
        *cursor = after_year;
    }
    Some(What::Quarter {
        number,
        year: Some(year),
        split,
    })
}

/// A mark and a number that follow with no space between.
fn take_tight(cursor: &mut Cursor, mark: Kind, digits: RangeInclusive<usize>) -> Option<u32> {
    let saved = *cursor;
    if cursor.is_tight()
        && cursor.take(mark)
        && cursor.is_tight()
        && let Some(number) = cursor.take_number(digits)
    {
        return Some(number);
    }
    *cursor = saved;
    None
}
