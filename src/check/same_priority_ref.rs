//! Priorities of one plan have references of their own (content format §9). Readers name them by it.

use std::collections::HashMap;

use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::{Priority, Site};

use super::words::{comparable, file_of};

/// Each priority whose reference an earlier one of its plan has too.
pub fn check(site: &Site) -> Diagnostics {
    let mut messages = Diagnostics::new();
    for plan in site.plans.values() {
        let mut first: HashMap<String, &Priority> = HashMap::new();
        for id in &plan.original.priorities {
            let priority = &site.priorities[*id].original;
            let Some(reference) = &priority.reference else {
                continue;
            };
            match first.get(&comparable(reference)) {
                Some(earlier) => messages.push(message(reference, priority, earlier)),
                None => {
                    first.insert(comparable(reference), priority);
                }
            }
        }
    }
    messages
}

fn message(reference: &str, priority: &Priority, earlier: &Priority) -> Diagnostic {
    Diagnostic::new(
        &codes::SAME_PRIORITY_REF,
        priority.reference_at,
        format!(
            "The reference {reference} is also that of {}",
            file_of(&earlier.page)
        ),
        "Give one of the two priorities another reference: write it as \u{201c}ref\u{201d}, or begin the folder name with it.",
    )
    .with_secondary(earlier.reference_at, "used here first")
}
