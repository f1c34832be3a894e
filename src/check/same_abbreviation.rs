//! One abbreviation stands for one term in each language (content format §9): otherwise a text that
//! uses it has two meanings.

use std::collections::HashMap;

use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::{Site, Term};

/// Each abbreviation that an earlier term has too. Two entries of one name are another message.
pub fn check(site: &Site) -> Diagnostics {
    let mut first: HashMap<(&str, &str), &Term> = HashMap::new();
    let mut messages = Diagnostics::new();
    for term in site.terms.values() {
        let Some(abbreviation) = &term.abbreviation else {
            continue;
        };
        let earlier = *first
            .entry((&term.language, abbreviation.as_str()))
            .or_insert(term);
        let Some(other) = &earlier.abbreviation else {
            continue;
        };
        if other.span == abbreviation.span || earlier.term.eq_ignore_ascii_case(&term.term) {
            continue;
        }
        messages.push(
            Diagnostic::new(
                &codes::SAME_ABBREVIATION,
                abbreviation.span,
                format!(
                    "{} is already the abbreviation of \u{201c}{}\u{201d}",
                    abbreviation.value, earlier.term
                ),
                "Keep it for one of the two terms, and write the other out.",
            )
            .with_secondary(other.span, "used here first"),
        );
    }
    messages
}
