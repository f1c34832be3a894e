//! A priority has actions, unless it is strategic (content format §9). An empty one is most often a
//! folder whose files stand elsewhere.

use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::Site;

/// Each priority without actions that does not say that it is strategic.
pub fn check(site: &Site) -> Diagnostics {
    site.priorities
        .values()
        .map(|priority| &priority.original)
        .filter(|priority| {
            !priority.strategic
                && priority.actions.is_empty()
                && !priority.page.unread.holds("strategic")
        })
        .map(|priority| {
            Diagnostic::new(
                &codes::PRIORITY_WITHOUT_ACTIONS,
                priority.page.whole(),
                "This priority has no actions",
                "Put the file of each action into this folder. If the priority cuts across the others and has none of its own, add \u{201c}strategic: yes\u{201d}.",
            )
        })
        .collect()
}
