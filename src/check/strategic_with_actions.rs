//! A strategic priority cuts across the others and has no actions of its own (content format §6).

use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::Site;

/// Each strategic priority with actions.
pub fn check(site: &Site) -> Diagnostics {
    site.priorities
        .values()
        .map(|priority| &priority.original)
        .filter(|priority| priority.strategic && !priority.actions.is_empty())
        .map(|priority| {
            Diagnostic::new(
                &codes::STRATEGIC_WITH_ACTIONS,
                priority.page.whole(),
                "This priority is strategic, but there are actions in its folder",
                "Take \u{201c}strategic\u{201d} out, or move the actions to the priorities that do the work and name this one there under \u{201c}priorities\u{201d}.",
            )
        })
        .collect()
}
