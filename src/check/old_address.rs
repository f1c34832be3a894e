//! An old address leads to one page, and to no page that is there (content format §1, §6): what
//! stands at an address must not be replaced by a way to another page.

use std::collections::HashMap;

use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::{PageFacts, Site, texts};
use crate::parse::is_own_address;
use crate::source::Span;

use super::words::file_of;

/// Each old address at which something else is published.
pub fn check(site: &Site) -> Diagnostics {
    let pages: Vec<&PageFacts> = texts::pages(site).iter().map(|texts| texts.page).collect();
    let published: HashMap<String, &PageFacts> = pages
        .iter()
        .map(|page| (page.address.as_str().to_lowercase(), *page))
        .collect();
    let mut old: HashMap<String, Span> = HashMap::new();
    let mut messages = Diagnostics::new();
    for address in pages.iter().flat_map(|page| &page.redirect_from) {
        let key = address.value.as_str().to_lowercase();
        let taken_by = match published.get(&key) {
            Some(page) => Some(file_of(page)),
            None if is_own_address(&address.value, &site.settings.languages) => {
                Some("a page that boardplan makes itself".to_owned())
            }
            None => None,
        };
        if let Some(taken_by) = taken_by {
            messages.push(Diagnostic::new(
                &codes::SAME_ADDRESS,
                address.span,
                format!("The old address {} is that of {taken_by}", address.value),
                "Delete this line: what is there now would be replaced.",
            ));
        } else if let Some(first) = old.get(&key) {
            messages.push(
                Diagnostic::new(
                    &codes::SAME_ADDRESS,
                    address.span,
                    format!("The old address {} would lead to two pages", address.value),
                    "Keep it in the file of one of them.",
                )
                .with_secondary(*first, "the other one"),
            );
        } else {
            old.insert(key, address.span);
        }
    }
    messages
}
