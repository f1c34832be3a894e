//! What is past its date is finished, or has a new date (content format §9). Readers see "overdue".

use crate::dates::are_over;
use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::{Action, Due, Plan, Site};

use super::health::{Stage, actions_of, finished_words, living_plan, row_stage, stage};
use super::words::either;

/// Each action or row of the current plan that is past its date and not finished.
pub fn check(site: &Site) -> Diagnostics {
    let Some((_, plan)) = living_plan(site) else {
        return Diagnostics::new();
    };
    actions_of(site, plan)
        .flat_map(|(_, action)| unfinished(plan, action))
        .filter(|dues| {
            are_over(dues.iter().map(|due| &due.timescale), site.as_of) && !is_before(plan, dues)
        })
        .filter_map(|dues| message(plan, dues))
        .collect()
}

/// The timescales of an action that still count: its own, and those that its rows say themselves.
fn unfinished<'a>(plan: &Plan, action: &'a Action) -> Vec<&'a [Due]> {
    if action.page.unread.holds("status") {
        return Vec::new();
    }
    let is_open = |row| row_stage(plan, action, row) != Stage::Finished;
    let mut open = Vec::new();
    let mut shares = action
        .rows
        .iter()
        .filter(|row| row.facts.due.is_nothing())
        .peekable();
    let counts = if shares.peek().is_none() {
        stage(plan, action) != Stage::Finished
    } else {
        shares.any(is_open)
    };
    if counts {
        open.push(action.facts.due.items());
    }
    let own = action.rows.iter().filter(|row| is_open(row));
    open.extend(own.map(|row| row.facts.due.items()));
    open
}

/// What was due before the plan began has the message that it is outside the plan.
fn is_before(plan: &Plan, dues: &[Due]) -> bool {
    let begin = plan.period.as_ref().map(|period| period.value.from);
    let last = dues
        .iter()
        .filter_map(|due| due.timescale.last_deadline())
        .max();
    matches!((last, begin), (Some(last), Some(begin)) if last < begin)
}

fn message(plan: &Plan, dues: &[Due]) -> Option<Diagnostic> {
    let last = dues
        .iter()
        .max_by_key(|due| due.timescale.last_deadline())?;
    let done = match finished_words(plan).as_slice() {
        [] => String::new(),
        words => format!(
            "If it is done, set \u{201c}status\u{201d} to {}. ",
            either(words)
        ),
    };
    Some(Diagnostic::new(
        &codes::OVERDUE,
        last.span,
        format!(
            "\u{201c}{}\u{201d} has passed, and this is not finished",
            last.timescale.text
        ),
        format!("{done}If it is not, write a new date and say why in \u{201c}progress\u{201d}."),
    ))
}
