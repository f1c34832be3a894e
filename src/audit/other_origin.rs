//! Something that the page fetches from another web server. The site promises to ask nobody
//! else, so that no visitor is seen by a third party and no banner is needed. What stands in the
//! address itself (`data:`) is refused by the site's content security policy.

use crate::audit::Finding;
use crate::audit::facts::{PageFacts, Role};
use crate::audit::site::{Site, Target};

pub(super) fn find(page: &PageFacts<'_>, site: &Site<'_>) -> Vec<Finding> {
    page.addresses
        .iter()
        .filter(|address| address.role == Role::Fetched)
        .filter_map(|address| {
            let message = match site.target(&address.text, page) {
                Target::OtherOrigin => format!(
                    "The page fetches \u{201c}{}\u{201d} from another web server",
                    address.text
                ),
                Target::Scheme(scheme) if scheme == "data" || scheme == "blob" => format!(
                    "The page fetches an address that begins with {scheme}:, and browsers are told not to"
                ),
                _ => return None,
            };
            Some(Finding {
                message,
                help: "Keep a copy in the assets/ of the theme, or beside the content.".to_owned(),
                offset: address.offset,
            })
        })
        .collect()
}
