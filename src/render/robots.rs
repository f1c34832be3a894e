//! `robots.txt`: what programs may read, and where the list of pages is (RFC 9309).

use crate::derive::purpose::Purpose;
use crate::output::OutputPath;
use crate::render::{Input, Made};

/// Everything may be read, where the site has an address; nothing of a site that is not for the
/// public.
pub(super) fn make(input: &Input<'_>) -> Made {
    if input.views.purpose != Purpose::Public {
        let text = "User-agent: *\nDisallow: /\n";
        return Made::files([(OutputPath::new("robots.txt"), text.into())]);
    }
    Made::files(input.views.sitemap.iter().map(|sitemap| {
        let text = format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", sitemap.url);
        (OutputPath::new("robots.txt"), text.into_bytes())
    }))
}
