//! The dates of a timescale, one after another, each with what stands before and after it.

use std::ops::Range;

use crate::dates::Years;
use crate::dates::period::range;
use crate::dates::problem::DateProblem;
use crate::dates::timescale::ongoing::{begins_ongoing, take_beyond, take_ongoing};
use crate::dates::timescale::prefix::{Prefix, take_prefix};
use crate::dates::timescale::{Due, TimescaleProblem};
use crate::dates::token::{Cursor, Kind, tokens};
use crate::dates::written::{
    What, Written, fill_from, take_day_only, take_range_mark, take_written,
};

/// One date or range, before what it leaves out is known.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub prefix: Prefix,
    pub first: Written,
    pub last: Option<Written>,
    last_prefix: Prefix,
    words: Range<usize>,
    remark: Option<Range<usize>>,
}

/// All dates of a timescale.
#[derive(Debug, Default)]
pub(super) struct Reading {
    pub entries: Vec<Entry>,
    pub ongoing: bool,
    /// What stands after `ongoing`, or where there is no date to belong to.
    pub remark: Option<Range<usize>>,
}

impl Reading {
    pub fn begins_with_bare_date(&self) -> bool {
        self.entries
            .first()
            .is_some_and(|entry| entry.prefix == Prefix::Bare)
    }
}

/// Moves to the first date. Gives the bytes before it, or nothing where there is no date.
pub(super) fn find_entry(cursor: &mut Cursor) -> Result<Option<Range<usize>>, DateProblem> {
    while !cursor.is_at_end() {
        if take_entry(&mut cursor.clone())?.is_some() {
            return Ok(Some(0..cursor.next_start()));
        }
        cursor.skip();
    }
    Ok(None)
}

/// Whether there is a date in a text.
pub(super) fn has_date(text: &str) -> Result<bool, DateProblem> {
    let tokens = tokens(text);
    Ok(find_entry(&mut Cursor::new(text, &tokens))?.is_some())
}

/// Takes dates, what joins them, `ongoing` and remarks, to the end of the text.
pub(super) fn read_entries(cursor: &mut Cursor) -> Result<Reading, TimescaleProblem> {
    let mut reading = Reading::default();
    let mut is_separated = true;
    while !cursor.is_at_end() {
        let before = *cursor;
        let is_beyond = take_beyond(cursor);
        let is_after_slash = cursor.peek() == Some(Kind::Slash);
        is_separated |= take_separators(cursor) != Separator::Nothing;
        if is_beyond || take_ongoing(cursor) {
            read_after_ongoing(cursor, &mut reading)?;
            is_separated = true;
            continue;
        }
        if cursor.is_at_end() {
            break;
        }
        let entry = take_entry(cursor)?;
        // A lone number after a date ("Q1 26/27") is no further date.
        if let Some(entry) =
            entry.filter(|entry| is_separated || !matches!(entry.first.what, What::DayOnly(_)))
        {
            if let Some(last) = reading.entries.last()
                && !is_separated
            {
                return Err(TimescaleProblem::RunTogether {
                    first: cursor.text(last.words.clone()).to_owned(),
                    second: cursor.text(entry.words.clone()).to_owned(),
                });
            }
            if is_after_slash
                && reading
                    .entries
                    .last()
                    .is_some_and(|last| shares_year(last, &entry))
            {
                return Err(unclear(cursor, before.next_start()));
            }
            reading.ongoing |= entry.prefix == Prefix::From && entry.last.is_none();
            reading.entries.push(entry);
            is_separated = false;
            continue;
        }
        *cursor = before;
        // A bracket is as good as a comma between two dates.
        is_separated = true;
        let is_ongoing = begins_ongoing(cursor);
        let remark = take_remark(cursor)?;
        if is_ongoing && has_date(cursor.text(remark.clone()))? {
            return Err(unclear(cursor, remark.start));
        }
        reading.ongoing |= is_ongoing;
        let whole = &mut reading.remark;
        let place = reading
            .entries
            .last_mut()
            .map_or(whole, |entry| &mut entry.remark);
        *place = Some(
            place
                .take()
                .map_or(remark.clone(), |earlier| earlier.start..remark.end),
        );
    }
    Ok(reading)
}

/// `ongoing until March 2027` has an end; `ongoing from June 2026` has none; all else is a remark.
fn read_after_ongoing(cursor: &mut Cursor, reading: &mut Reading) -> Result<(), TimescaleProblem> {
    reading.ongoing = true;
    let saved = *cursor;
    take_separators(cursor);
    if let Some(entry) = take_entry(cursor)?
        && entry.prefix != Prefix::Bare
    {
        reading.ongoing = entry.prefix != Prefix::By;
        reading.entries.push(entry);
        return Ok(());
    }
    *cursor = saved;
    take_separators(cursor);
    if !cursor.is_at_end() {
        let remark = take_remark(cursor)?;
        if !cursor.is_at_end() {
            return Err(unclear(cursor, remark.start));
        }
        reading.remark = Some(remark);
    }
    Ok(())
}

/// Whether a year after a slash may as well be the second half of the year before it: `March 2027/2028`.
fn shares_year(before: &Entry, after: &Entry) -> bool {
    let before = before.last.as_ref().unwrap_or(&before.first);
    match after.first.what {
        What::Year(_) => is_part_of_year(before) || is_year(before),
        What::Years { .. } => is_part_of_year(before),
        _ => false,
    }
}

/// Takes one date or range with the words that belong to it, or nothing.
fn take_entry(cursor: &mut Cursor) -> Result<Option<Entry>, DateProblem> {
    let saved = *cursor;
    let start = cursor.next_start();
    let prefix = take_prefix(cursor);
    let Some(first) = take_one(cursor)? else {
        *cursor = saved;
        return Ok(None);
    };
    let after_first = *cursor;
    let is_after_dash = cursor.peek() == Some(Kind::Dash);
    let is_range = match prefix {
        Prefix::Between => cursor.take(Kind::Ampersand) || cursor.take_word(&["and", "a", "ac"]),
        _ => take_range_mark(cursor),
    };
    let mut last = None;
    let mut last_prefix = Prefix::Bare;
    if is_range {
        last_prefix = take_prefix(cursor);
        // "March 2027-2028" may be March of one financial year, or go on from March to a year.
        let is_one_year =
            |last: &Written| is_after_dash && is_part_of_year(&first) && is_year(last);
        last = take_one(cursor)?.filter(|last| !is_one_year(last));
        if last.is_none() {
            *cursor = after_first;
        }
    }
    let has_week_of_no_day = (prefix.is_week() && !is_day(&first))
        || (last_prefix.is_week() && last.as_ref().is_some_and(|last| !is_day(last)));
    if has_week_of_no_day {
        return Err(DateProblem::NotADate {
            text: cursor.text(start..cursor.taken_end()).to_owned(),
        });
    }
    if last.is_none() && is_ordinary_word(&first, cursor) {
        *cursor = saved;
        return Ok(None);
    }
    Ok(Some(Entry {
        prefix,
        first,
        last,
        last_prefix,
        words: start..cursor.taken_end(),
        remark: None,
    }))
}

fn is_day(written: &Written) -> bool {
    matches!(
        written.what,
        What::Calendar { day: Some(_), .. } | What::DayOnly(_)
    )
}

fn is_part_of_year(written: &Written) -> bool {
    matches!(
        written.what,
        What::Calendar {
            day: None,
            year: Some(_),
            ..
        } | What::Quarter { year: Some(_), .. }
    )
}

fn is_year(written: &Written) -> bool {
    matches!(written.what, What::Year(_) | What::Years { .. })
}

fn take_one(cursor: &mut Cursor) -> Result<Option<Written>, DateProblem> {
    Ok(take_written(cursor)?.or_else(|| take_day_only(cursor)))
}

/// Whether a date is no more than the verb of "may change" or "march on".
fn is_ordinary_word(written: &Written, after: &Cursor) -> bool {
    let is_lone_month = matches!(
        written.what,
        What::Calendar {
            day: None,
            year: None,
            ..
        }
    );
    is_lone_month
        && matches!(after.text(written.words.clone()), "may" | "march")
        && after.word().is_some()
        && !after.is_at_word(&["and", "to", "then", "for", "until", "or"])
}

/// What stands between two dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Separator {
    Nothing,
    /// `and`, `&`, `then`: inside a remark it can as well join two words of the remark.
    Joint,
    /// `,`, `/`, `;`, `.`
    Mark,
}

fn take_separators(cursor: &mut Cursor) -> Separator {
    let mut found = Separator::Nothing;
    loop {
        if matches!(
            cursor.peek(),
            Some(Kind::Comma | Kind::Slash | Kind::Semicolon | Kind::Stop)
        ) {
            found = Separator::Mark;
        } else if cursor.peek() == Some(Kind::Ampersand)
            || cursor.is_at_word(&["and", "then", "plus", "a", "ac"])
        {
            if found == Separator::Nothing {
                found = Separator::Joint;
            }
        } else {
            return found;
        }
        cursor.skip();
    }
}

/// Takes a remark: what is in brackets, or words up to the next date that a mark sets off.
///
/// A number straight after the date, "or", and a further date inside the words can change what is due: unclear.
fn take_remark(cursor: &mut Cursor) -> Result<Range<usize>, TimescaleProblem> {
    if cursor.peek() == Some(Kind::Open) {
        return Ok(take_brackets(cursor));
    }
    let outer_start = cursor.next_start();
    while matches!(
        cursor.peek(),
        Some(Kind::Comma | Kind::Stop | Kind::Semicolon | Kind::Dash | Kind::Colon | Kind::Slash)
    ) {
        cursor.skip();
    }
    if matches!(cursor.peek(), Some(Kind::Number { .. })) || cursor.is_at_word(&["or", "neu"]) {
        return Err(unclear(cursor, outer_start));
    }
    let start = cursor.next_start();
    while !cursor.is_at_end() {
        let mut ahead = *cursor;
        let separator = take_separators(&mut ahead);
        if separator != Separator::Nothing {
            let is_end = ahead.is_at_end() || take_ongoing(&mut ahead.clone());
            if is_end || (separator == Separator::Mark && take_entry(&mut ahead.clone())?.is_some())
            {
                break;
            }
            *cursor = ahead;
            continue;
        }
        if cursor.peek() == Some(Kind::Open) {
            take_brackets(cursor);
            continue;
        }
        match take_written(&mut ahead)?.map(|written| written.what) {
            Some(What::Calendar { day: Some(_), .. } | What::Calendar { year: Some(_), .. }) => {
                return Err(unclear(cursor, outer_start));
            }
            Some(_) => *cursor = ahead,
            None => cursor.skip(),
        }
    }
    Ok(start..cursor.taken_end().max(start))
}

/// Takes a bracket and all in it, to its end or the end of the text. Gives the bytes inside.
fn take_brackets(cursor: &mut Cursor) -> Range<usize> {
    cursor.take(Kind::Open);
    let start = cursor.next_start();
    let mut end = start;
    let mut depth = 1_usize;
    while let Some(kind) = cursor.peek() {
        cursor.skip();
        match kind {
            Kind::Open => depth += 1,
            Kind::Close => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
        end = cursor.taken_end();
    }
    start..end
}

fn unclear(cursor: &Cursor, start: usize) -> TimescaleProblem {
    let text = cursor.whole_text();
    TimescaleProblem::Unclear {
        text: text.to_owned(),
        words: text.get(start..).unwrap_or_default().trim().to_owned(),
    }
}

/// Works out the days of each date. A month without a year takes the next year in the value.
pub(super) fn dues(
    text: &str,
    mut reading: Reading,
    years: Years,
) -> Result<Vec<Due>, DateProblem> {
    let mut later: Option<Written> = None;
    for entry in reading.entries.iter_mut().rev() {
        for written in entry.last.iter_mut().chain([&mut entry.first]) {
            if let Some(later) = &later {
                fill_from(written, later);
            }
            later = Some(written.clone());
        }
    }
    // The last first, so that of "1 & 2 July" the message names "2 July" as the one that has no year.
    let mut dues = Vec::with_capacity(reading.entries.len());
    for entry in reading.entries.into_iter().rev() {
        dues.push(due(text, entry, years)?);
    }
    dues.reverse();
    Ok(dues)
}

fn due(text: &str, entry: Entry, years: Years) -> Result<Due, DateProblem> {
    let Entry {
        prefix,
        first,
        last,
        last_prefix,
        words,
        remark,
    } = entry;
    let (from, to, earliest) = match last {
        Some(last) => {
            let earliest = last.extent(text, years)?.0;
            let (from, to) = range(text, first, &last, years)?;
            let from = prefix.first_day(from);
            let to = last_prefix.last_day(to);
            (from, to, earliest.min(to))
        }
        None => {
            let (from, to) = first.extent(text, years)?;
            let (from, to) = (prefix.first_day(from), prefix.last_day(to));
            (from, to, from)
        }
    };
    let is_point = from == to || prefix == Prefix::By;
    let remark = remark
        .and_then(|range| text.get(range))
        .filter(|remark| says_something(remark))
        .map(str::to_owned);
    Ok(Due {
        from: (!is_point).then_some(from),
        to,
        earliest,
        words,
        remark,
    })
}

/// Whether a text is more than marks.
pub(super) fn says_something(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}
