//! What is past its date is finished, or has a new date (content format §9). Readers see "overdue".

use crate::dates::are_over;
use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::standing::open_dues;
use crate::model::{Due, Plan, Site};

use super::words::either;

/// Each action or row of the current plan that is past its date and not finished.
pub fn check(site: &Site) -> Diagnostics {
    let Some(plan) = site.living_plan() else {
        return Diagnostics::new();
    };
    site.own_actions(plan)
        .filter(|(_, action)| !action.page.unread.holds("status"))
        .flat_map(|(_, action)| open_dues(plan, action, site.as_of))
        .filter(|dues| {
            are_over(dues.iter().map(|due| &due.timescale), site.as_of) && !is_before(plan, dues)
        })
        .filter_map(|dues| message(plan, dues))
        .collect()
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

/// The statuses that end an action, in the plan's words.
fn finished_words(plan: &Plan) -> Vec<&str> {
    plan.statuses
        .values()
        .filter(|status| status.finished)
        .map(|status| status.name.as_str())
        .collect()
}
