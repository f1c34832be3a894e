//! `robots.txt`: everything may be read, and where the list of pages is (RFC 9309).

use crate::output::OutputPath;
use crate::render::{Input, Made};

/// The rules, where the site has an address.
pub(super) fn make(input: &Input<'_>) -> Made {
    Made::files(input.views.sitemap.iter().map(|sitemap| {
        let text = format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", sitemap.url);
        (OutputPath::new("robots.txt"), text.into_bytes())
    }))
}
