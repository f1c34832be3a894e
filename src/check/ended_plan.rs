//! The plan that the site shows as current is not over (content format §6, `current_plan`).

use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::Site;

/// The current plan, where its period has ended.
pub fn check(site: &Site) -> Diagnostics {
    let message = site.living_plan().and_then(|plan| {
        let period = plan.period.as_ref()?;
        plan.has_ended(site.as_of).then(|| {
            Diagnostic::new(
                &codes::ENDED_PLAN,
                period.span,
                format!(
                    "The current plan was for {}, and that is over; the site says so",
                    period.value.text
                ),
                "Put the next plan into a folder of its own below content/plans/. If there is none yet, set \u{201c}state: archived\u{201d} here, or correct \u{201c}period\u{201d}.",
            )
        })
    });
    message.into_iter().collect()
}
