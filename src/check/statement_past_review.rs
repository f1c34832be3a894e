//! An accessibility statement is kept under review (SI 2018/952, regulation 8); the government's
//! guidance asks for once a year.

use jiff::ToSpan;

use crate::dates::Years;
use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::Site;

/// Each statement whose last review is more than 12 months ago.
pub fn check(site: &Site) -> Diagnostics {
    site.home
        .versions()
        .filter_map(|home| home.accessibility.as_ref())
        .filter(|statement| {
            let last = statement.reviewed.last_day(Years::default());
            last.checked_add(12.months())
                .is_ok_and(|due| due < site.as_of)
        })
        .map(|statement| {
            Diagnostic::new(
                &codes::STATEMENT_PAST_REVIEW,
                statement.span,
                "The accessibility statement was last reviewed more than 12 months ago",
                "Test the site again, bring the statement up to date, and write that day as \u{201c}reviewed\u{201d}.",
            )
        })
        .collect()
}
