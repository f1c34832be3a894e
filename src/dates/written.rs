//! A date as it was written: what its words say, before what they leave out is known.

use std::ops::{Range, RangeInclusive};

use jiff::civil::{Date, Weekday};

use crate::dates::Years;
use crate::dates::date::PartialDate;
use crate::dates::problem::DateProblem;
use crate::dates::token::{Cursor, Kind};
use crate::dates::words::{day_in_words, is_ordinal_ending, month, month_name, weekday};

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

/// `2026-07-12`, `2026/07/12`, `2026-07`, `2026/27`, `2026-29`, `2026-2029`, `2026`.
fn take_from_year(cursor: &mut Cursor) -> Result<Option<What>, DateProblem> {
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
    let short_year = |number: u32| later_year(year, number);
    if let Some(number) = take_tight(cursor, Kind::Dash, 2..=2) {
        let text = cursor.text(start..cursor.taken_end());
        return match (
            short_year(number),
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
    if take_mark(cursor, &[Kind::Dash, Kind::Slash]) {
        if let Some(to) = cursor.take_year() {
            return Ok(Some(What::Years { from: year, to }));
        }
        if let Some(to) = cursor.take_number(2..=2).and_then(short_year) {
            return Ok(Some(What::Years { from: year, to }));
        }
    }
    *cursor = after_year;
    Ok(Some(What::Year(year)))
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
fn take_figures(cursor: &mut Cursor) -> Result<Option<What>, DateProblem> {
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

/// `Q3 2026`, `Quarter 3 of 2026/27`, `Q3`.
fn take_quarter(cursor: &mut Cursor) -> Option<What> {
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
        cursor.take_number(2..=2)
    } else {
        None
    };
    let split = next.and_then(|digits| later_year(year, digits)) == Some(year + 1);
    if !split {
        *cursor = after_year;
    }
    Some(What::Quarter {
        number,
        year: Some(year),
        split,
    })
}

/// A date with its month in a word: `Tuesday, 14th of July 2026`, `July 2026`, `July 14, 2026`, `14 July`, `July`.
fn take_calendar(cursor: &mut Cursor) -> Result<Option<What>, DateProblem> {
    let start = cursor.next_start();
    let weekday = take_weekday(cursor);
    cursor.take_word(&["the"]);
    if let Some(day) = take_day(cursor) {
        cursor.take_word(&["of", "o"]);
        let Some(month) = take_month(cursor) else {
            return Ok(None);
        };
        let year = take_year_after(cursor, start, |year| {
            format!("{day} {} {year}", month_name(month))
        })?;
        return Ok(Some(What::Calendar {
            weekday,
            day: Some(day),
            month,
            year,
        }));
    }
    let Some(month) = take_month(cursor) else {
        return Ok(None);
    };
    if weekday.is_some() {
        return Ok(None);
    }
    if let Some(what) = take_month_first(cursor, month) {
        return Ok(Some(what));
    }
    let after_month = *cursor;
    if let Some(number) = cursor
        .take_number(1..=2)
        .and_then(|number| i8::try_from(number).ok())
        && (1..=31).contains(&number)
        && !continues_as_day(*cursor)
    {
        let text = cursor.text(start..cursor.taken_end()).to_owned();
        let readings = vec![
            format!("{number} {}", month_name(month)),
            format!("{} 20{number:02}", month_name(month)),
        ];
        return Err(DateProblem::TwoReadings { text, readings });
    }
    *cursor = after_month;
    let year = take_year_after(cursor, start, |year| {
        format!("{} {year}", month_name(month))
    })?;
    Ok(Some(What::Calendar {
        weekday: None,
        day: None,
        month,
        year,
    }))
}

/// `July 14, 2026` and `July 14th`: the month first. Without an ending or a year the number might be a year.
fn take_month_first(cursor: &mut Cursor, month: i8) -> Option<What> {
    let saved = *cursor;
    if let Some(number) = cursor
        .take_number(1..=2)
        .and_then(|number| i8::try_from(number).ok())
        && (1..=31).contains(&number)
    {
        let is_ordinal = cursor.word().is_some_and(is_ordinal_ending);
        if is_ordinal {
            cursor.skip();
        }
        let after_day = *cursor;
        cursor.take(Kind::Comma);
        let year = cursor.take_year();
        if year.is_none() {
            *cursor = after_day;
        }
        // "July 14 August 2026" is a month and then a day of another.
        if (is_ordinal || year.is_some()) && take_month(&mut cursor.clone()).is_none() {
            return Some(What::Calendar {
                weekday: None,
                day: Some(number),
                month,
                year,
            });
        }
    }
    *cursor = saved;
    None
}

/// Whether the number before the cursor is the day of the month after it.
fn continues_as_day(cursor: Cursor) -> bool {
    let mut ahead = cursor;
    if ahead.word().is_some_and(is_ordinal_ending) {
        ahead.skip();
    }
    ahead.take_word(&["of", "o"]);
    take_month(&mut ahead).is_some()
}

/// A weekday in front of a date. A weekday alone, or the month `Mawrth`, is left.
fn take_weekday(cursor: &mut Cursor) -> Option<Weekday> {
    let saved = *cursor;
    cursor.take_word(&["dydd", "ddydd", "nos"]);
    let found = cursor.word().and_then(weekday);
    if found.is_some() {
        cursor.skip();
        if !cursor.take(Kind::Stop) {
            cursor.take(Kind::Comma);
        }
        let mut ahead = *cursor;
        ahead.take_word(&["the"]);
        if take_day(&mut ahead).is_some() {
            ahead.take_word(&["of", "o"]);
            if take_month(&mut ahead).is_some() {
                return found;
            }
        }
    }
    *cursor = saved;
    None
}

/// `12`, `12th`, `12 th`.
fn take_day(cursor: &mut Cursor) -> Option<i8> {
    let saved = *cursor;
    let day = cursor
        .take_number(1..=2)
        .and_then(|day| i8::try_from(day).ok())
        .filter(|day| *day >= 1);
    if day.is_none() {
        *cursor = saved;
    } else if cursor.word().is_some_and(is_ordinal_ending) {
        cursor.skip();
    }
    day
}

/// `July`, and the full stop of `Sept.` where it cannot end a sentence.
fn take_month(cursor: &mut Cursor) -> Option<i8> {
    let found = cursor.word().and_then(month)?;
    cursor.skip();
    let mut ahead = *cursor;
    if ahead.is_tight()
        && ahead.take(Kind::Stop)
        && (ahead.is_at_end()
            || matches!(
                ahead.peek(),
                Some(Kind::Number { .. } | Kind::Comma | Kind::Dash | Kind::Slash)
            ))
    {
        *cursor = ahead;
    }
    Some(found)
}

/// The year after a month, if one is there. `in_full` writes the date with a year, for the readings of `12 July 26`.
fn take_year_after(
    cursor: &mut Cursor,
    start: usize,
    in_full: impl Fn(&str) -> String,
) -> Result<Option<i16>, DateProblem> {
    let saved = *cursor;
    cursor.take(Kind::Comma);
    if let Some(year) = cursor.take_year() {
        return Ok(Some(year));
    }
    *cursor = saved;
    // 'Other' is the apostrophe of '26.
    cursor.take(Kind::Other);
    if let Some(short) = cursor.take_number(2..=2)
        && !continues_as_day(*cursor)
    {
        let text = cursor.text(start..cursor.taken_end()).to_owned();
        let readings = vec![
            in_full(&format!("20{short:02}")),
            in_full(&format!("19{short:02}")),
        ];
        return Err(DateProblem::TwoReadings { text, readings });
    }
    *cursor = saved;
    Ok(None)
}

fn take_mark(cursor: &mut Cursor, marks: &[Kind]) -> bool {
    marks.iter().any(|mark| cursor.take(*mark))
}

/// A mark and a number that follow with no space between.
fn take_tight(cursor: &mut Cursor, mark: Kind, digits: RangeInclusive<usize>) -> Option<u32> {
    let saved = *cursor;
    if cursor.is_tight() && cursor.take(mark) && cursor.is_tight() {
        if let Some(number) = cursor.take_number(digits) {
            return Some(number);
        }
    }
    *cursor = saved;
    None
}

/// Whether a month has this day. Without a year, 29 February is taken to exist.
pub(super) fn day_exists(
    text: &str,
    day: i8,
    month: i8,
    year: Option<i16>,
) -> Result<(), DateProblem> {
    const A_LEAP_YEAR: i16 = 2000;
    let days = Date::new(year.unwrap_or(A_LEAP_YEAR), month, 1).map_or(31, Date::days_in_month);
    if (1..=days).contains(&day) {
        return Ok(());
    }
    Err(DateProblem::DoesNotExist {
        text: text.to_owned(),
        month,
        year,
        days,
    })
}

impl Written {
    /// The date, where the words say one day, month or year. `text` is the value that `words` are bytes of.
    pub fn partial(&self, text: &str) -> Result<PartialDate, DateProblem> {
        let text = text.get(self.words.clone()).unwrap_or_default();
        match self.what {
            What::Year(year) => Ok(PartialDate::Year(year)),
            What::Calendar {
                day: None,
                month,
                year: Some(year),
                ..
            } => Ok(PartialDate::Month { year, month }),
            What::Calendar {
                weekday,
                day: Some(day),
                month,
                year: Some(year),
            } => day_of(text, weekday, day, month, year),
            What::Calendar {
                day,
                month,
                year: None,
                ..
            } => {
                if let Some(day) = day {
                    day_exists(text, day, month, None)?;
                }
                Err(DateProblem::NoYear {
                    text: text.to_owned(),
                })
            }
            What::Quarter { year: None, .. } => Err(DateProblem::NoYear {
                text: text.to_owned(),
            }),
            What::DayOnly(_) | What::Years { .. } | What::Quarter { .. } => {
                Err(DateProblem::NotADate {
                    text: text.to_owned(),
                })
            }
        }
    }

    /// The first and the last day that the words cover.
    pub fn extent(&self, text: &str, years: Years) -> Result<(Date, Date), DateProblem> {
        match self.what {
            What::Years { from, to } => {
                let (first, last) = (
                    PartialDate::Year(from).first_day(years),
                    last_day_of_span(to, years),
                );
                let text = text.get(self.words.clone()).unwrap_or_default();
                if last < first {
                    Err(DateProblem::EndBeforeStart {
                        text: text.to_owned(),
                    })
                } else {
                    Ok((first, last))
                }
            }
            What::Quarter {
                number,
                year: Some(year),
                split,
            } => {
                let words = text.get(self.words.clone()).unwrap_or_default();
                if split && years == Years::Calendar {
                    let readings = vec![
                        format!("Q{number} {year}"),
                        format!("Q{number} {}", year + 1),
                    ];
                    return Err(DateProblem::TwoReadings {
                        text: words.to_owned(),
                        readings,
                    });
                }
                quarter(number, year, years).ok_or_else(|| DateProblem::NotADate {
                    text: words.to_owned(),
                })
            }
            _ => self
                .partial(text)
                .map(|date| (date.first_day(years), date.last_day(years))),
        }
    }

    /// The last day that the words cover as the end of a range: `2029` at the end of a plan is its last March.
    pub fn end_of_range(&self, text: &str, years: Years) -> Result<Date, DateProblem> {
        match self.what {
            What::Year(year) => Ok(last_day_of_span(year, years)),
            _ => self.extent(text, years).map(|(_, last)| last),
        }
    }
}

/// The last day of a span of years that is written with `to` as its last number: 2026-29 ends in March 2029.
fn last_day_of_span(to: i16, years: Years) -> Date {
    match years {
        Years::Financial => PartialDate::Month { year: to, month: 3 }.last_day(years),
        Years::Calendar => PartialDate::Year(to).last_day(years),
    }
}

fn quarter(number: i8, year: i16, years: Years) -> Option<(Date, Date)> {
    let (year, first_month) = match (years, number) {
        (Years::Calendar, _) => (year, 3 * number - 2),
        (Years::Financial, 4) => (year.checked_add(1)?, 1),
        (Years::Financial, _) => (year, 3 * number + 1),
    };
    let first = Date::new(year, first_month, 1).ok()?;
    let last = Date::new(year, first_month + 2, 1).ok()?.last_of_month();
    Some((first, last))
}

/// A whole date, if it exists and its weekday is right.
pub(super) fn day_of(
    text: &str,
    weekday: Option<Weekday>,
    day: i8,
    month: i8,
    year: i16,
) -> Result<PartialDate, DateProblem> {
    day_exists(text, day, month, Some(year))?;
    let date = Date::new(year, month, day).map_err(|_| DateProblem::NotADate {
        text: text.to_owned(),
    })?;
    match weekday {
        Some(written) if written != date.weekday() => Err(DateProblem::WrongWeekday {
            text: text.to_owned(),
            written,
            date,
        }),
        _ => Ok(PartialDate::Day(date)),
    }
}
