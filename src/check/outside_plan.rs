//! What a plan promises is due within its period (content format §9). A date outside it is most
//! often a mistyped year.

use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::{Localised, Site};

use super::words::part_of;

/// Each deadline that surely is outside the period of its plan.
pub fn check(site: &Site) -> Diagnostics {
    let mut messages = Diagnostics::new();
    for action in site.actions.values().flat_map(Localised::versions) {
        let Some(period) = &site.plans[action.plan].original.period else {
            continue;
        };
        for value in action.dues().filter(|due| !due.is_explained) {
            for due in value.timescale.outside(&period.value) {
                messages.push(Diagnostic::new(
                    &codes::OUTSIDE_PLAN,
                    part_of(value.span, &value.timescale.text, due.words.clone()),
                    format!(
                        "\u{201c}{}\u{201d} is outside the plan, which is for {}",
                        value.timescale.words(due),
                        period.value.text
                    ),
                    "Check the year, or the \u{201c}period\u{201d} in plan.md.",
                ));
            }
        }
    }
    messages
}
