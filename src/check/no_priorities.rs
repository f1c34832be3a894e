//! A plan has priorities (content format §1): folders with a `priority.md`.

use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::Site;

/// Each plan without priorities.
pub fn check(site: &Site) -> Diagnostics {
    site.plans
        .values()
        .map(|plan| &plan.original)
        .filter(|plan| plan.priorities.is_empty())
        .map(|plan| {
            Diagnostic::new(
                &codes::NO_PRIORITIES,
                plan.page.whole(),
                "This plan has no priorities yet",
                format!(
                    "Make a folder for each: content/plans/{}/1-early-help/ with a file priority.md that says its \u{201c}title\u{201d}.",
                    plan.folder
                ),
            )
        })
        .collect()
}
