//! A timescale says by when (content format §5). What is not certain is shown as written and never
//! guessed, so such an action is in no list of what is due.

use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::{Localised, Site};

/// Each timescale that is not understood.
pub fn check(site: &Site) -> Diagnostics {
    site.actions
        .values()
        .flat_map(Localised::versions)
        .flat_map(|action| action.dues())
        // In a first row these words are a message of their own.
        .filter(|due| !due.timescale.text.trim().eq_ignore_ascii_case("as above"))
        .filter_map(|due| {
            let problem = due.timescale.problem()?;
            Some(Diagnostic::new(
                &codes::UNCLEAR_TIMESCALE,
                due.span,
                problem.message(),
                problem.help(),
            ))
        })
        .collect()
}
