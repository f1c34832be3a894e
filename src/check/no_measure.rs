//! Each action says how anybody will know that it worked (content format §9). `impact`, in words,
//! and `measures` count as one: a plan with one such column uses either.

use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::Site;

use super::lacking::{Needed, has_items, lacking};

const MEASURE: Needed = Needed {
    keys: &["impact", "measures"],
    is_said: |facts| !facts.impact.is_nothing() || !facts.measures.is_nothing(),
    is_filled: |facts| has_items(&facts.impact) || has_items(&facts.measures),
};

/// Each action or row without a measure, in plans that have measures.
pub fn check(site: &Site) -> Diagnostics {
    lacking(site, &MEASURE)
        .into_iter()
        .map(|lack| {
            let (place, what) = lack.place_and_words();
            Diagnostic::new(
                &codes::NO_MEASURE,
                place,
                format!("{what} does not say how success will be seen"),
                "Add what will be different (\u{201c}impact: Families wait less\u{201d}) or what will be counted (\u{201c}measures: Days from referral to visit\u{201d}).",
            )
        })
        .collect()
}
