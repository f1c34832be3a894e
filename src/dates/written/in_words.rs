//! Dates with the month in a word: `Tuesday 14 July 2026`, `12 o Fawrth`, `Sept.`

use jiff::civil::Weekday;

use crate::dates::problem::DateProblem;
use crate::dates::token::{Cursor, Kind};
use crate::dates::words::{is_ordinal_ending, month, month_name, weekday};
use crate::dates::written::What;

/// A date with its month in a word: `Tuesday, 14th of July 2026`, `July 2026`, `July 14, 2026`, `14 July`, `July`.
pub(super) fn take_calendar(cursor: &mut Cursor) -> Result<Option<What>, DateProblem> {
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
pub(super) fn take_day(cursor: &mut Cursor) -> Option<i8> {
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
