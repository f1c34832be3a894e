//! The list of pages that search engines may visit: facts only, no format.

/// The list of pages. It exists only where `site_url` is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sitemap {
    /// The absolute address of the list itself, for `robots.txt`.
    pub url: String,
    /// The pages, in the order of their paths.
    pub entries: Vec<SitemapEntry>,
}

/// One page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SitemapEntry {
    /// Its absolute address, percent-encoded.
    pub url: String,
    /// When it was last changed, as far as the content says: `2026-08-06`.
    pub changed: Option<String>,
    /// The same page in every language that has it, this one included: language and absolute
    /// address. Empty where it is alone.
    pub alternates: Vec<(String, String)>,
}
