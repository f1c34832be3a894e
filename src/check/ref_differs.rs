//! A reference is the number with which its file or folder name begins, where both are there
//! (content format §9). Otherwise links by name and the order of files mislead their authors.

use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::{PageFacts, Site};
use crate::parse::kind::{markdown_stem, reference_in};
use crate::source::Span;

use super::words::comparable;

/// Each priority, action and document whose reference differs.
pub fn check(site: &Site) -> Diagnostics {
    let priorities = site.priorities.values().filter_map(|priority| {
        let priority = &priority.original;
        let number = reference_in(&priority.folder)?;
        differs(
            "folder",
            number,
            priority.reference.as_deref()?,
            priority.reference_at,
        )
    });
    let actions = site.actions.values().filter_map(|action| {
        let action = &action.original;
        let reference = action.reference.as_deref()?;
        let is_taken = site.priorities[action.priority]
            .original
            .actions
            .iter()
            .any(|id| {
                let other = &site.actions[*id].original;
                other.page.file != action.page.file && other.reference.as_deref() == Some(reference)
            });
        // That a reference is used twice says more.
        if is_taken {
            return None;
        }
        differs(
            "file",
            number_of(&action.page)?,
            reference,
            action.reference_at,
        )
    });
    let documents = site.documents.values().filter_map(|document| {
        let document = &document.original;
        let number = number_of(&document.page)?;
        differs(
            "file",
            number,
            document.reference.as_deref()?,
            document.reference_at,
        )
    });
    priorities.chain(actions).chain(documents).collect()
}

/// The number with which the name of a page's file begins.
pub fn number_of(page: &PageFacts) -> Option<&str> {
    let name = page.path.rsplit('/').next().and_then(markdown_stem)?;
    reference_in(name)
}

fn differs(what: &str, number: &str, reference: &str, place: Span) -> Option<Diagnostic> {
    if comparable(reference) == comparable(number) {
        return None;
    }
    Some(Diagnostic::new(
        &codes::REF_DIFFERS,
        place,
        format!("The reference is {reference}, but the name of the {what} begins with {number}"),
        format!(
            "Type \u{201c}ref: {number}\u{201d}, or begin the name of the {what} with {reference} and write its old address under \u{201c}redirect_from\u{201d}."
        ),
    ))
}
