//! References of a priority follow each other without a gap (content format §9). A missing number
//! is often a file that was forgotten, or a reference that was mistyped.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::{Action, Site};

use super::ref_differs::number_of;
use super::words::comparable;

/// The first action after each gap.
pub fn check(site: &Site) -> Diagnostics {
    let mut messages = Diagnostics::new();
    for priority in site.priorities.values() {
        let priority = &priority.original;
        let mut rows: BTreeMap<&str, Row> = BTreeMap::new();
        for id in &priority.actions {
            let action = &site.actions[*id].original;
            let (reference, number) = (action.reference.as_deref(), number_of(&action.page));
            // Where a reference differs from the file name, that has its own message: neither shows a gap, both fill one.
            let is_certain = number.is_none_or(|number| {
                reference.is_none_or(|reference| comparable(reference) == comparable(number))
            });
            for (before, number) in [reference, number].into_iter().flatten().filter_map(split) {
                let holder = if is_certain {
                    Holder::Action(action)
                } else {
                    Holder::Uncertain
                };
                hold(&mut rows, before, number, holder);
            }
        }
        for (before, number) in priority.drafts.iter().filter_map(|draft| split(draft)) {
            hold(&mut rows, before, number, Holder::Draft);
        }
        for (before, row) in &rows {
            messages.extend(gaps(before, row));
        }
    }
    messages
}

/// The numbers that follow each other, and what has them.
type Row<'a> = BTreeMap<u64, Holder<'a>>;

/// What has a number.
#[derive(Clone, Copy)]
enum Holder<'a> {
    /// An action whose reference and file name agree.
    Action(&'a Action),
    /// An action that is not shown yet.
    Draft,
    /// An action that may have it, by its reference or by its file name.
    Uncertain,
}

fn hold<'a>(
    rows: &mut BTreeMap<&'a str, Row<'a>>,
    before: &'a str,
    number: u64,
    holder: Holder<'a>,
) {
    let known = rows
        .entry(before)
        .or_default()
        .entry(number)
        .or_insert(holder);
    if matches!(known, Holder::Uncertain) {
        *known = holder;
    }
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

fn gaps<'a>(before: &'a str, row: &'a Row<'a>) -> impl Iterator<Item = Diagnostic> + 'a {
    let after = row.iter().skip(1);
    row.iter().zip(after).filter_map(move |((last, earlier), (next, holder))| {
        let action = match (earlier, holder) {
            (Holder::Action(_) | Holder::Draft, Holder::Action(action)) => action,
            _ => return None,
        };
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
