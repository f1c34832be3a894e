//! A table that a screen reader cannot announce: without a name, or without header cells
//! (WCAG 2.2, criterion 1.3.1).

use crate::audit::Finding;
use crate::audit::facts::PageFacts;
use crate::audit::site::Site;

pub(super) fn find(page: &PageFacts<'_>, _: &Site<'_>) -> Vec<Finding> {
    page.tables
        .iter()
        .flat_map(|table| {
            let unnamed = (!table.is_named).then(|| Finding {
                message: "A table has no caption".to_owned(),
                help: "Put <caption> first in the table.".to_owned(),
                offset: table.offset,
            });
            let headless = (!table.has_headers).then(|| Finding {
                message: "A table has no header cells".to_owned(),
                help: "Make the first cell of each column <th scope=\"col\">, and of each row <th scope=\"row\">.".to_owned(),
                offset: table.offset,
            });
            [unnamed, headless]
        })
        .flatten()
        .collect()
}
