//! What has begun and is not finished has a progress note of the last six months (content format
//! §9): since the last note, else since the plan began.

use jiff::ToSpan;

use crate::dates::{Date, Years};
use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::standing::{Stage, last_note, stage};
use crate::model::{Action, Plan, Site};

/// Each action of the current plan that is under way without a note for six months.
pub fn check(site: &Site) -> Diagnostics {
    let Some(plan) = site.living_plan() else {
        return Diagnostics::new();
    };
    site.own_actions(plan)
        .filter(|(_, action)| {
            let is_unread = |field| action.page.unread.holds(field);
            stage(plan, action, site.as_of) == Stage::UnderWay
                && !is_unread("status")
                && !is_unread("progress")
        })
        .filter_map(|(_, action)| message(plan, action, site.as_of))
        .collect()
}

fn message(plan: &Plan, action: &Action, today: Date) -> Option<Diagnostic> {
    let note = last_note(plan, action, today);
    let since = note.or_else(|| Some(plan.period.as_ref()?.value.from))?;
    let limit = since.checked_add(6.months()).ok()?;
    if today <= limit {
        return None;
    }
    if has_note_after(action, today) {
        return Some(Diagnostic::new(
            &codes::NO_PROGRESS,
            action.page.whole(),
            "A progress note is dated after today, and there is none of the last six months",
            "Check the year of the note. If it is right, add a note of what has been done so far, with its date.",
        ));
    }
    let words = if note.is_some() {
        "The last progress note is more than six months old"
    } else {
        "There is no progress note with a date, and the plan began more than six months ago"
    };
    Some(Diagnostic::new(
        &codes::NO_PROGRESS,
        action.page.whole(),
        words,
        "Add a note below \u{201c}progress\u{201d}, with its date: \u{201c}- date: 1 June 2026\u{201d} and \u{201c}note: …\u{201d}.",
    ))
}

fn has_note_after(action: &Action, today: Date) -> bool {
    action
        .all_facts()
        .flat_map(|facts| facts.progress.items())
        .filter_map(|note| note.date)
        .any(|date| date.first_day(Years::Calendar) > today)
}
