//! A picture without a text alternative (WCAG 2.2, criterion 1.1.1).

use crate::audit::Finding;
use crate::audit::facts::PageFacts;
use crate::audit::site::Site;

pub(super) fn find(page: &PageFacts<'_>, _: &Site<'_>) -> Vec<Finding> {
    page.pictures_without_alternative
        .iter()
        .map(|(source, offset)| Finding {
            message: format!("The picture \u{201c}{source}\u{201d} has no text alternative"),
            help: "Say in alt=\"…\" what it shows; alt=\"\" for one that only decorates."
                .to_owned(),
            offset: *offset,
        })
        .collect()
}
