//! A timescale says by when (content format §5). What is not certain is shown as written and never
//! guessed, so such an action is in no list of what is due.

use crate::dates::{Date, Period};
use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::{Due, Localised, Site};

/// Each timescale that is not understood.
pub fn check(site: &Site) -> Diagnostics {
    let mut messages = Diagnostics::new();
    for action in site.actions.values().flat_map(Localised::versions) {
        let period = site.plans[action.plan].original.period.as_ref();
        let period = period.map(|period| &period.value);
        messages.extend(
            action
                .dues()
                .filter(|due| !due.is_explained)
                .filter_map(|due| message(due, period, site.as_of)),
        );
    }
    messages
}

fn message(due: &Due, period: Option<&Period>, on: Date) -> Option<Diagnostic> {
    let problem = due.timescale.problem_in(period, on)?;
    Some(Diagnostic::new(
        &codes::UNCLEAR_TIMESCALE,
        due.span,
        problem.message(),
        problem.help(),
    ))
}
