//! The list of pages that search engines may visit.

use crate::derive::view::Page;
use crate::derive::view::sitemap::{Sitemap, SitemapEntry};

/// The list, where the address of the site is known.
#[must_use]
pub fn sitemap(site_url: Option<&str>, pages: &[Page]) -> Option<Sitemap> {
    let site_url = site_url?;
    let mut listed: Vec<&Page> = pages
        .iter()
        .filter(|page| page.view.page().indexed)
        .collect();
    listed.sort_by(|one, other| one.path.cmp(&other.path));
    Some(Sitemap {
        url: format!("{site_url}sitemap.xml"),
        entries: listed.into_iter().filter_map(entry).collect(),
    })
}

fn entry(page: &Page) -> Option<SitemapEntry> {
    let page = page.view.page();
    Some(SitemapEntry {
        url: page.canonical.clone()?,
        changed: page.updated.as_ref().map(|date| date.iso.clone()),
        alternates: page
            .alternates
            .iter()
            .filter_map(|other| Some((other.language.clone(), other.canonical.clone()?)))
            .collect(),
    })
}
