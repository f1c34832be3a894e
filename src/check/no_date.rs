//! Each action says by when (content format §9): without a date nobody can see whether it is late.

use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::Site;

use super::lacking::{Needed, has_items, lacking};

const DATE: Needed = Needed {
    keys: &["due"],
    is_said: |facts| !facts.due.is_nothing(),
    is_filled: |facts| has_items(&facts.due),
};

/// Each action or row without a timescale, in plans that have timescales.
pub fn check(site: &Site) -> Diagnostics {
    lacking(site, &DATE)
        .into_iter()
        .map(|lack| {
            let (place, what) = lack.place_and_words();
            Diagnostic::new(
                &codes::NO_DATE,
                place,
                format!("{what} does not say by when"),
                "Add a line such as \u{201c}due: March 2027\u{201d}, or \u{201c}due: ongoing\u{201d}.",
            )
        })
        .collect()
}
