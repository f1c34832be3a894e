//! Timescales: when something is due, in the author's words, and the days that are certain in them.

#[cfg(test)]
mod any_text;
mod entry;
mod event;
mod lead;
mod misspelt;
#[cfg(test)]
mod on_a_day;
mod ongoing;
mod prefix;
mod problem;
#[cfg(test)]
mod table;

use std::ops::Range;

use jiff::civil::Date;

use crate::dates::Years;
use crate::dates::period::Period;
use crate::dates::token::{Cursor, tokens};

pub use problem::TimescaleProblem;

use entry::{Reading, dues, find_entry, has_date, read_entries, says_something};
use event::find_event;
use lead::{has_happened, meaning, why_no_date};
use misspelt::misspelt_month;
use ongoing::take_ongoing;

/// When something is due: the author's words, always kept, and the ranges that are certain in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timescale {
    /// The whole value as it was written.
    pub text: String,
    /// In the author's order. Empty where no date is certain.
    pub dues: Vec<Due>,
    /// It goes on without an end: `ongoing`, `from June 2026`, `onwards`.
    pub ongoing: bool,
    /// How much of it is certain.
    pub certainty: Certainty,
    /// Words that belong to the whole and not to one date: why or how long it is ongoing, what comes before a deadline.
    pub remark: Option<String>,
}

/// One deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The first day of the range; `None` for a day and for `by …` and `end of …`, which name only an end.
    pub from: Option<Date>,
    /// The last day on which it is still in time.
    pub to: Date,
    /// The first day that the deadline itself can mean: 1 March for `June 2026 – March 2027`, whose `to` is 31 March.
    pub earliest: Date,
    /// The bytes of the timescale's text that say it.
    pub words: Range<usize>,
    /// What stands in brackets or after the date: `subject to funding`, `for schools`.
    pub remark: Option<String>,
}

/// A name in a timescale and the bytes of the text where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The name as written.
    pub name: String,
    /// The bytes of the timescale's text that say it.
    pub at: Range<usize>,
}

/// How much of a timescale is certain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// Its dues say all of it.
    Understood,
    /// It comes round with the meetings of a group, whose name is as written: `At each Board meeting`.
    Event(Named),
    /// It follows a named cycle in the year of its one due: `As per audit cycle for 2026/27`.
    Cycle(Named),
    /// Something that happens or happened at a date and is not itself a deadline: `Strategy developed in 2024`. Whether
    /// it surely is past, [`Timescale::problem_in`] tells.
    Milestone(Named),
    /// Shown as written, and reported. There are no dues.
    NotUnderstood {
        /// Why.
        reason: TimescaleProblem,
    },
}

/// Reads a timescale. It never fails: what is not understood, or has two readings, says so in its `certainty`.
///
/// `years` says what a bare year and a quarter mean. `by July 2026` is in time until the end of July.
pub fn read_timescale(text: &str, years: Years) -> Timescale {
    read(text, years).unwrap_or_else(|reason| Timescale {
        text: text.to_owned(),
        dues: Vec::new(),
        ongoing: false,
        certainty: Certainty::NotUnderstood { reason },
        remark: None,
    })
}

impl Timescale {
    /// The words that say one deadline.
    pub fn words(&self, due: &Due) -> &str {
        self.text.get(due.words.clone()).unwrap_or(&self.text)
    }

    /// Why it was not understood.
    pub fn problem(&self) -> Option<&TimescaleProblem> {
        match &self.certainty {
            Certainty::NotUnderstood { reason } => Some(reason),
            _ => None,
        }
    }

    /// Why it is not understood in a plan of this period, seen from a day.
    ///
    /// Words and a date are a milestone only where it surely is past: before the plan, or by its words. Any other may be
    /// a deadline that nobody would hear of again.
    pub fn problem_in(&self, period: Option<&Period>, on: Date) -> Option<TimescaleProblem> {
        let Certainty::Milestone(named) = &self.certainty else {
            return self.problem().cloned();
        };
        let last = last_day(&self.dues)?;
        let is_before = period.is_some_and(|period| last < period.from);
        let is_past = last < on && (is_before || has_happened(&named.name));
        (!is_past).then(|| TimescaleProblem::Unclear {
            text: self.text.clone(),
            words: named.name.clone(),
        })
    }

    /// The group at whose meetings it falls, as written.
    pub fn group(&self) -> Option<&Named> {
        match &self.certainty {
            Certainty::Event(group) => Some(group),
            _ => None,
        }
    }

    /// What is to be met. A milestone has dates, and none of them is a deadline.
    pub fn deadlines(&self) -> &[Due] {
        match self.certainty {
            Certainty::Milestone(_) => &[],
            _ => &self.dues,
        }
    }

    /// Whether the last deadline is over on a day. What is ongoing is never over.
    pub fn is_overdue(&self, on: Date) -> bool {
        !self.ongoing && self.last_deadline().is_some_and(|last| last < on)
    }

    /// The deadline that comes next: the earliest that is still in time on a day.
    pub fn next_due(&self, on: Date) -> Option<&Due> {
        self.deadlines()
            .iter()
            .filter(|due| due.to >= on)
            .min_by_key(|due| due.to)
    }

    /// The last day of the first deadline, to sort by.
    pub fn first_deadline(&self) -> Option<Date> {
        self.deadlines().iter().map(|due| due.to).min()
    }

    /// The last day of the last deadline.
    pub fn last_deadline(&self) -> Option<Date> {
        last_day(self.deadlines())
    }

    /// The deadlines that surely are outside a period.
    pub fn outside(&self, period: &Period) -> impl Iterator<Item = &Due> {
        self.deadlines()
            .iter()
            .filter(|due| due.earliest > period.to || due.to < period.from)
    }
}

fn last_day(dues: &[Due]) -> Option<Date> {
    dues.iter().map(|due| due.to).max()
}

/// Whether the last of several deadlines is past: none is still to come, goes on, or is unclear.
pub fn are_over<'a>(timescales: impl Iterator<Item = &'a Timescale>, on: Date) -> bool {
    let mut last = None;
    for timescale in timescales {
        match timescale.certainty {
            Certainty::Milestone(_) => continue,
            Certainty::Event(_) if timescale.dues.is_empty() => return false,
            Certainty::NotUnderstood { .. } => return false,
            Certainty::Understood | Certainty::Cycle(_) | Certainty::Event(_) => {}
        }
        if timescale.ongoing {
            return false;
        }
        last = last.max(timescale.last_deadline());
    }
    last.is_some_and(|last| last < on)
}

/// A deadline that is earlier than the one before it in a list of timescales.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutOfOrder<'t> {
    /// Which value of the list `due` stands in, from 0.
    pub value: usize,
    /// The deadline that is too early.
    pub due: &'t Due,
    /// The due before it, and its value.
    pub after: (usize, &'t Due),
}

/// The first deadline of a list that is earlier than the one before it.
///
/// Dates for different people (`for schools`) and milestones have no order.
pub fn out_of_order(values: &[Timescale]) -> Option<OutOfOrder<'_>> {
    let has_audience = |due: &Due| {
        due.remark
            .as_deref()
            .is_some_and(|remark| remark.starts_with("for ") || remark.starts_with("For "))
    };
    let mut before: Option<(usize, &Due)> = None;
    for (value, timescale) in values.iter().enumerate() {
        if matches!(timescale.certainty, Certainty::Milestone(_)) {
            continue;
        }
        for due in timescale.dues.iter().filter(|due| !has_audience(due)) {
            match before {
                Some(after) if due.to < after.1.to => {
                    return Some(OutOfOrder { value, due, after });
                }
                _ => before = Some((value, due)),
            }
        }
    }
    None
}

fn read(text: &str, years: Years) -> Result<Timescale, TimescaleProblem> {
    let tokens = tokens(text);
    let mut cursor = Cursor::new(text, &tokens);
    if cursor.is_at_end() {
        return Err(TimescaleProblem::Empty);
    }
    if let Some(problem) = misspelt_month(text) {
        return Err(problem);
    }
    let mut beyond = cursor;
    if let Some((lead, group)) = find_event(&mut beyond)
        && !has_date(text.get(lead.clone()).unwrap_or_default())?
    {
        return read_event(text, years, beyond, lead, group);
    }
    if take_ongoing(&mut cursor.clone()) {
        let reading = read_entries(&mut cursor)?;
        return understood(text, years, reading, Certainty::Understood);
    }
    let Some(lead) = find_entry(&mut cursor)? else {
        return Err(why_no_date(text));
    };
    let reading = read_entries(&mut cursor)?;
    let (certainty, lead_remark) = meaning(text, lead, &reading)?;
    let timescale = understood(text, years, reading, certainty)?;
    Ok(Timescale {
        remark: lead_remark.or(timescale.remark),
        ..timescale
    })
}

/// What follows `At each Board meeting`: nothing, a remark, or an end such as `until March 2027`.
fn read_event(
    text: &str,
    years: Years,
    mut cursor: Cursor,
    lead: Range<usize>,
    group: Named,
) -> Result<Timescale, TimescaleProblem> {
    let after = text
        .get(cursor.taken_end()..)
        .unwrap_or_default()
        .trim()
        .to_owned();
    let reading = read_entries(&mut cursor)?;
    if reading.begins_with_bare_date() {
        return Err(TimescaleProblem::Unclear {
            text: text.to_owned(),
            words: after,
        });
    }
    let timescale = understood(text, years, reading, Certainty::Event(group))?;
    let lead = text
        .get(lead)
        .map(str::trim)
        .filter(|lead| says_something(lead))
        .map(str::to_owned);
    Ok(Timescale {
        remark: lead.or(timescale.remark),
        ..timescale
    })
}

fn understood(
    text: &str,
    years: Years,
    reading: Reading,
    certainty: Certainty,
) -> Result<Timescale, TimescaleProblem> {
    let ongoing = reading.ongoing;
    let remark = reading
        .remark
        .clone()
        .and_then(|range| text.get(range))
        .map(str::to_owned);
    Ok(Timescale {
        text: text.to_owned(),
        dues: dues(text, reading, years)?,
        ongoing,
        certainty,
        remark,
    })
}
