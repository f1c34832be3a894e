//! One id on two elements of a page: links and labels then find only the first
//! (HTML Standard, "The id attribute").

use crate::audit::Finding;
use crate::audit::facts::PageFacts;
use crate::audit::site::Site;

pub(super) fn find(page: &PageFacts<'_>, _: &Site<'_>) -> Vec<Finding> {
    // The ids are sorted, so equal ones are neighbours.
    page.ids
        .windows(2)
        .filter_map(|pair| match pair {
            [(first, _), (second, offset)] if first == second => Some((second, *offset)),
            _ => None,
        })
        .map(|(id, offset)| Finding {
            message: format!("Two elements have the id \u{201c}{id}\u{201d}"),
            help: "Give each element of a page an id of its own.".to_owned(),
            offset,
        })
        .collect()
}
