//! Somebody leads each action (content format §9): readers must be able to see who answers for it.

use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::Site;

use super::lacking::{Needed, has_items, lacking};

const LEAD: Needed = Needed {
    keys: &["lead"],
    is_said: |facts| !facts.lead.is_nothing(),
    is_filled: |facts| has_items(&facts.lead),
};

/// Each action or row without a lead, in plans that name leads.
pub fn check(site: &Site) -> Diagnostics {
    lacking(site, &LEAD)
        .into_iter()
        .map(|lack| {
            let (place, what) = lack.place_and_words();
            Diagnostic::new(
                &codes::NO_LEAD,
                place,
                format!("{what} has no lead"),
                "Add a line with the group, member or role that leads it: \u{201c}lead: Training Sub-Group\u{201d}.",
            )
        })
        .collect()
}
