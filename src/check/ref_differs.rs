//! A reference is the number with which its file or folder name begins, where both are there
//! (content format §9). Otherwise links by name and the order of files mislead their authors.

use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::{PageFacts, Site};
use crate::parse::kind::{markdown_stem, reference_in};

use super::words::comparable;

/// Each priority, action and document whose reference differs.
pub fn check(site: &Site) -> Diagnostics {
    let priorities = site.priorities.values().filter_map(|priority| {
        let priority = &priority.original;
        differs("folder", &priority.folder, priority.reference.as_deref(), &priority.page)
    });
    let actions = site.actions.values().filter_map(|action| {
        let action = &action.original;
        in_file_name(action.reference.as_deref(), &action.page)
    });
    let documents = site.documents.values().filter_map(|document| {
        let document = &document.original;
        in_file_name(document.reference.as_deref(), &document.page)
    });
    priorities.chain(actions).chain(documents).collect()
}

fn in_file_name(reference: Option<&str>, page: &PageFacts) -> Option<Diagnostic> {
    let name = page.path.rsplit('/').next().and_then(markdown_stem)?;
    differs("file", name, reference, page)
}

fn differs(
    what: &str,
    name: &str,
    reference: Option<&str>,
    page: &PageFacts,
) -> Option<Diagnostic> {
    let (reference, number) = (reference?, reference_in(name)?);
    if comparable(reference) == comparable(number) {
        return None;
    }
    Some(Diagnostic::new(
        &codes::REF_DIFFERS,
        page.whole(),
        format!("The reference is {reference}, but the name of the {what} begins with {number}"),
        format!(
            "Type \u{201c}ref: {number}\u{201d}, or begin the name of the {what} with {reference} and write its old address under \u{201c}redirect_from\u{201d}."
        ),
    ))
}
