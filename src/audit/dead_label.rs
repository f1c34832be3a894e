//! A label, description or header that is named by an id which no element has
//! (WCAG 2.2, criteria 1.3.1 and 4.1.2).

use crate::audit::Finding;
use crate::audit::facts::PageFacts;
use crate::audit::site::Site;

pub(super) fn find(page: &PageFacts<'_>, _: &Site<'_>) -> Vec<Finding> {
    page.label_references
        .iter()
        .filter(|(id, _)| !page.has_id(id))
        .map(|(id, offset)| Finding {
            message: format!("An element names \u{201c}{id}\u{201d} as its label, description or target, and nothing on the page has that id"),
            help: "Give the element that is meant this id.".to_owned(),
            offset: *offset,
        })
        .collect()
}
