//! References of a priority follow each other without a gap (content format §9). A missing number
//! is often a file that was forgotten, or a reference that was mistyped.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::{Action, Site};

use super::ref_differs::number_of;

/// The first action after each gap.
pub fn check(site: &Site) -> Diagnostics {
    let mut messages = Diagnostics::new();
    for priority in site.priorities.values() {
        let mut rows: BTreeMap<&str, BTreeMap<u64, &Action>> = BTreeMap::new();
        for id in &priority.original.actions {
            let action = &site.actions[*id].original;
            // Where a reference differs from the file name, that has its own message.
            let both = [action.reference.as_deref(), number_of(&action.page)];
            for (before, number) in both.into_iter().flatten().filter_map(split) {
                rows.entry(before)
                    .or_default()
                    .entry(number)
                    .or_insert(action);
            }
        }
        for (before, row) in &rows {
            messages.extend(gaps(before, row));
        }
    }
    messages
}

/// A reference as what stands before its last number, and that number: `1.10` → `1.`, 10. A letter
/// behind it (`2b`) does not count.
fn split(reference: &str) -> Option<(&str, u64)> {
    let reference = reference.trim().trim_end_matches('.');
    let reference = match reference.char_indices().next_back() {
        Some((at, letter)) if letter.is_alphabetic() => &reference[..at],
        _ => reference,
    };
    let before = reference.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = reference[before.len()..].parse().ok()?;
    Some((before, number))
}

fn gaps<'a>(
    before: &'a str,
    row: &'a BTreeMap<u64, &'a Action>,
) -> impl Iterator<Item = Diagnostic> + 'a {
    let after = row.iter().skip(1);
    row.keys().zip(after).filter_map(move |(last, (next, action))| {
        let missing = match next - last {
            1 => return None,
            2 => format!("{before}{} is missing", last + 1),
            _ => format!("{before}{} to {before}{} are missing", last + 1, next - 1),
        };
        Some(Diagnostic::new(
            &codes::GAP_IN_REFS,
            action.reference_at,
            format!("{missing} between {before}{last} and {before}{next}"),
            "Check whether a file is missing or a reference is mistyped. If the gap is meant, type \u{201c}gap-in-refs: off\u{201d} under \u{201c}checks\u{201d} in index.md.",
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_split_at_its_last_number() {
        assert_eq!(split("1.10"), Some(("1.", 10)));
        assert_eq!(split("PSC 4"), Some(("PSC ", 4)));
        assert_eq!(split("2b."), Some(("", 2)));
        assert_eq!(split("A"), None);
        assert_eq!(split(""), None);
        assert_eq!(split("99999999999999999999999"), None);
    }
}
