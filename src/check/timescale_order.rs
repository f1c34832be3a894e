//! Dates of one timescale follow each other (content format §9). One that runs backwards is most
//! often a mistyped year.

use crate::dates::{Due as Deadline, Period, Timescale, out_of_order};
use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::{Due, Localised, Site};

use super::words::part_of;

/// The first date of each timescale that is earlier than the one before it.
pub fn check(site: &Site) -> Diagnostics {
    let mut messages = Diagnostics::new();
    for action in site.actions.values().flat_map(Localised::versions) {
        let plan = &site.plans[action.plan].original;
        let period = plan.period.as_ref().map(|period| &period.value);
        messages.extend(
            action
                .all_facts()
                .filter_map(|facts| message(facts.due.items(), period)),
        );
    }
    messages
}

fn message(dues: &[Due], period: Option<&Period>) -> Option<Diagnostic> {
    if dues.iter().any(|due| due.is_explained) {
        return None;
    }
    let values: Vec<Timescale> = dues.iter().map(|due| due.timescale.clone()).collect();
    let found = out_of_order(&values)?;
    let (earlier_value, earlier_due) = found.after;
    let value = dues.get(found.value)?;
    let before = values.get(earlier_value)?;
    // A date outside the plan has its own message, and its year is what is wrong.
    let is_outside = |timescale: &Timescale, due: &Deadline| {
        period.is_some_and(|period| timescale.outside(period).any(|other| other == due))
    };
    if is_outside(&value.timescale, found.due) || is_outside(before, earlier_due) {
        return None;
    }
    Some(Diagnostic::new(
        &codes::TIMESCALE_ORDER,
        part_of(value.span, &value.timescale.text, found.due.words.clone()),
        format!(
            "\u{201c}{}\u{201d} is earlier than \u{201c}{}\u{201d}, which stands before it",
            value.timescale.words(found.due),
            before.words(earlier_due)
        ),
        "Check the year. If the dates are right, write the earlier one first.",
    ))
}
