//! An address that leads nowhere: no such file, no such id on the page.

use crate::audit::Finding;
use crate::audit::facts::{Address, PageFacts};
use crate::audit::site::{Site, Target};

/// The page for addresses that do not exist is shown at any depth of folders, so its own
/// addresses may be counted from the root of the web server.
const NOT_FOUND: &str = "404.html";

pub(super) fn find(page: &PageFacts<'_>, site: &Site<'_>) -> Vec<Finding> {
    page.addresses
        .iter()
        .filter_map(|address| problem(address, page, site))
        .collect()
}

fn problem(address: &Address, page: &PageFacts<'_>, site: &Site<'_>) -> Option<Finding> {
    let text = &address.text;
    let (message, help) = match site.target(text, page) {
        Target::File { path, id } => return missing(&path, id.as_deref(), address.offset, site),
        Target::OtherOrigin | Target::Scheme(_) => return None,
        Target::FromRoot if page.path.as_str() == NOT_FOUND => return None,
        Target::FromRoot => (
            format!(
                "The address \u{201c}{text}\u{201d} begins with /, so it breaks where the site is not at the top of its web server"
            ),
            "Make it relative to the page: templates put page.root in front.",
        ),
        Target::OutOfSite => (
            format!("The address \u{201c}{text}\u{201d} leads out of the site"),
            "Take one ../ out of it.",
        ),
        Target::Empty => (
            "A link has no address".to_owned(),
            "Give it an address, or leave the link out.",
        ),
    };
    Some(Finding {
        message,
        help: help.to_owned(),
        offset: address.offset,
    })
}

fn missing(path: &str, id: Option<&str>, offset: usize, site: &Site<'_>) -> Option<Finding> {
    if !site.has_file(path) {
        let help = if path.is_empty() || path.ends_with('/') {
            "Write the file name out, such as index.html, so that the site works from a folder too."
        } else {
            "Publish the file, or change the link."
        };
        return Some(Finding {
            message: format!(
                "A link leads to \u{201c}{path}\u{201d}, and there is no such file in the site"
            ),
            help: help.to_owned(),
            offset,
        });
    }
    // An id in a picture or a PDF cannot be looked up here; `#` and `#top` are the top of any
    // page (HTML Standard, "Navigating to a fragment").
    let id = id.filter(|id| !id.is_empty() && !id.eq_ignore_ascii_case("top"))?;
    let target = site.page(path)?;
    (!target.has_id(id)).then(|| Finding {
        message: format!(
            "A link leads to \u{201c}#{id}\u{201d} of {path}, and nothing there has that id"
        ),
        help: "Give the heading or element that id, or change the link.".to_owned(),
        offset,
    })
}
