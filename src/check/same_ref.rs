//! A reference is used once in a priority (content format §9): `1.2` must lead to one action.

use std::collections::HashMap;

use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::{Action, Site};

use super::words::{comparable, file_of};

/// Each action whose reference an earlier one of its priority has too.
pub fn check(site: &Site) -> Diagnostics {
    let mut messages = Diagnostics::new();
    for priority in site.priorities.values() {
        let mut first: HashMap<String, &Action> = HashMap::new();
        for id in &priority.original.actions {
            let action = &site.actions[*id].original;
            let Some(reference) = &action.reference else {
                continue;
            };
            match first.get(&comparable(reference)) {
                Some(earlier) => messages.push(message(reference, action, earlier)),
                None => {
                    first.insert(comparable(reference), action);
                }
            }
        }
    }
    messages
}

fn message(reference: &str, action: &Action, earlier: &Action) -> Diagnostic {
    Diagnostic::new(
        &codes::SAME_REF,
        action.reference_at,
        format!(
            "The reference {reference} is also that of {}",
            file_of(&earlier.page)
        ),
        "Give one of the two actions another reference: write it as \u{201c}ref\u{201d}, or begin the file name with it.",
    )
    .with_secondary(earlier.reference_at, "used here first")
}
