//! How actions stand on a day: which status, how far they have come, what of them is late.
//!
//! Pages, messages, calendars and the report all ask here, so that none says what another denies.

use crate::dates::{Date, are_over};

use super::{Action, Due, Facts, Given, Id, Plan, Row, Status};

/// How an action or a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its status.
    pub status: Option<Id<Status>>,
    /// Whether nothing is left to do.
    pub finished: bool,
    /// Whether its last date is past and it is not finished.
    pub late: bool,
}

/// How far an action or a row has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It has no status, or the first of the list.
    NotBegun,
    /// Any other.
    UnderWay,
    /// Nothing more is to be done.
    Finished,
}

/// How an action of a plan stands on a day.
///
/// It is late when every deadline that still counts is past (see [`open_dues`]): what goes on, comes
/// round with meetings or was not understood is never late.
#[must_use]
pub fn standing(plan: &Plan, action: &Action, on: Date) -> Standing {
    let open = open_dues(plan, action, on);
    let timescales = open.iter().copied().flatten().map(|due| &due.timescale);
    Standing {
        status: action_status(plan, action, on),
        finished: stage(plan, action, on) == Stage::Finished,
        late: are_over(timescales, on),
    }
}

/// How a row of an action stands on a day, with the dates that it shares with the action.
///
/// What an action says of itself holds for all of it: once it is finished, so are its rows.
#[must_use]
pub fn row_standing(plan: &Plan, action: &Action, row: &Row, on: Date) -> Standing {
    let status = row_status(plan, action, row, on);
    let finished = stage(plan, action, on) == Stage::Finished || is_finished(plan, status);
    let dues = action.effective(row, |facts| &facts.due).items();
    Standing {
        status,
        finished,
        late: !finished && are_over(dues.iter().map(|due| &due.timescale), on),
    }
}

/// How far a whole action has come: what it says itself, else what all of its rows say.
#[must_use]
pub fn stage(plan: &Plan, action: &Action, on: Date) -> Stage {
    if let Given::Value(status) = said_status(plan, &action.facts, on) {
        return stage_of(plan, Some(status));
    }
    let mut rows = action
        .rows
        .iter()
        .map(|row| stage_of(plan, row_status(plan, action, row, on)));
    let Some(first) = rows.next() else {
        return Stage::NotBegun;
    };
    if rows.all(|stage| stage == first) {
        first
    } else {
        Stage::UnderWay
    }
}

/// The timescales of an action that still count on a day: first the one that it shares with its
/// rows, then those that unfinished rows say themselves. None where the action is finished.
#[must_use]
pub fn open_dues<'a>(plan: &Plan, action: &'a Action, on: Date) -> Vec<&'a [Due]> {
    let mut open = Vec::new();
    if shares_open_dues(plan, action, on) {
        open.push(action.facts.due.items());
    }
    let rows = action.rows.iter();
    open.extend(
        rows.filter(|row| !row.facts.due.is_nothing())
            .filter(|row| !row_standing(plan, action, row, on).finished)
            .map(|row| row.facts.due.items()),
    );
    open
}

/// Whether the action's own timescale still counts: it is not finished, and neither are all rows
/// that share it.
#[must_use]
pub fn shares_open_dues(plan: &Plan, action: &Action, on: Date) -> bool {
    if stage(plan, action, on) == Stage::Finished {
        return false;
    }
    let mut sharing = action
        .rows
        .iter()
        .filter(|row| row.facts.due.is_nothing())
        .peekable();
    sharing.peek().is_none()
        || sharing.any(|row| !is_finished(plan, row_status(plan, action, row, on)))
}

/// What an action or a row says itself: its status, else the one of its newest note up to that day.
/// Notes without a date count after all dated ones, in the author's order.
#[must_use]
pub fn said_status(plan: &Plan, facts: &Facts, on: Date) -> Given<Id<Status>> {
    if !facts.status.is_nothing() {
        return facts.status.clone();
    }
    let undated = || {
        let mut notes = facts.progress.items().iter();
        notes.find_map(|note| note.status.filter(|_| note.date.is_none()))
    };
    match noted(plan, facts, on).or_else(undated) {
        Some(status) => Given::Value(status),
        None => Given::Nothing,
    }
}

/// How an action stood at the end of a day, by its dated notes alone: the status of its newest note
/// up to that day, else the one that all its rows share. `None` where no note says it: a status
/// without a date is that of today.
#[must_use]
pub fn noted_status(plan: &Plan, action: &Action, on: Date) -> Option<Id<Status>> {
    let shared = || {
        let mut rows = action.rows.iter().map(|row| noted(plan, &row.facts, on));
        let first = rows.next()??;
        rows.all(|status| status == Some(first)).then_some(first)
    };
    noted(plan, &action.facts, on).or_else(shared)
}

/// The first day on which a dated note of an action or its rows says how it stood.
#[must_use]
pub fn first_noted(plan: &Plan, action: &Action) -> Option<Date> {
    action
        .all_facts()
        .flat_map(|facts| facts.progress.items())
        .filter(|note| note.status.is_some())
        .filter_map(|note| Some(note.date?.first_day(plan.years)))
        .min()
}

/// Whether a status says that nothing is left to do.
#[must_use]
pub fn is_finished(plan: &Plan, status: Option<Id<Status>>) -> bool {
    stage_of(plan, status) == Stage::Finished
}

/// The last day of the newest note of an action or its rows that is dated, and not after a day.
#[must_use]
pub fn last_note(plan: &Plan, action: &Action, on: Date) -> Option<Date> {
    action
        .all_facts()
        .flat_map(|facts| facts.progress.items())
        .filter_map(|note| note.date)
        .filter(|date| date.first_day(plan.years) <= on)
        .map(|date| date.last_day(plan.years))
        .max()
}

/// The status of the newest dated note up to a day.
fn noted(plan: &Plan, facts: &Facts, on: Date) -> Option<Id<Status>> {
    facts
        .progress
        .items()
        .iter()
        .filter_map(|note| Some((note.date?.first_day(plan.years), note.status?)))
        .filter(|(date, _)| *date <= on)
        // The first of those with one date: they stand with the newest first.
        .reduce(|newest, other| if other.0 > newest.0 { other } else { newest })
        .map(|(_, status)| status)
}

/// The status of an action: what it says itself, else the one that all its rows share.
fn action_status(plan: &Plan, action: &Action, on: Date) -> Option<Id<Status>> {
    let shared = || {
        let mut rows = action
            .rows
            .iter()
            .map(|row| row_status(plan, action, row, on));
        let first = rows.next()??;
        rows.all(|status| status == Some(first)).then_some(first)
    };
    let own = said_status(plan, &action.facts, on);
    own.value().copied().or_else(shared)
}

/// The status of a row: what it says itself, else what its action says.
fn row_status(plan: &Plan, action: &Action, row: &Row, on: Date) -> Option<Id<Status>> {
    let own = said_status(plan, &row.facts, on);
    let shared = said_status(plan, &action.facts, on);
    own.or(&shared).value().copied()
}

fn stage_of(plan: &Plan, status: Option<Id<Status>>) -> Stage {
    let status = status.and_then(|id| Some((id, plan.statuses.values().nth(id.index())?)));
    match status {
        Some((_, status)) if status.finished => Stage::Finished,
        Some((id, _)) if id.index() > 0 => Stage::UnderWay,
        _ => Stage::NotBegun,
    }
}
