//! `sitemap.xml`: the pages that search engines may list (the protocol of sitemaps.org), with the
//! same page in other languages.

use crate::derive::html::Html;
use crate::derive::view::sitemap::{Sitemap, SitemapEntry};
use crate::output::OutputPath;
use crate::render::{Input, Made};

/// The list, where the site has an address.
pub(super) fn make(input: &Input<'_>) -> Made {
    Made::files(
        input
            .views
            .sitemap
            .iter()
            .map(|sitemap| (OutputPath::new("sitemap.xml"), xml(sitemap).into_bytes())),
    )
}

fn xml(sitemap: &Sitemap) -> String {
    let entries: String = sitemap.entries.iter().map(entry).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n{entries}</urlset>\n"
    )
}

fn entry(entry: &SitemapEntry) -> String {
    let changed = entry.changed.as_deref().map_or_else(String::new, |date| {
        format!("    <lastmod>{}</lastmod>\n", Html::from_text(date))
    });
    let alternates: String = entry
        .alternates
        .iter()
        .map(|(language, url)| {
            format!(
                "    <xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>\n",
                Html::from_text(language),
                Html::from_text(url)
            )
        })
        .collect();
    format!(
        "  <url>\n    <loc>{}</loc>\n{changed}{alternates}  </url>\n",
        Html::from_text(&entry.url)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_names_its_other_languages() {
        let text = entry(&SitemapEntry {
            url: "https://a.example/x.html?a&b".to_owned(),
            changed: Some("2026-08-06".to_owned()),
            alternates: vec![("cy".to_owned(), "https://a.example/cy/x.html".to_owned())],
        });
        assert_eq!(
            text,
            "  <url>\n    <loc>https://a.example/x.html?a&amp;b</loc>\n    <lastmod>2026-08-06</lastmod>\n    <xhtml:link rel=\"alternate\" hreflang=\"cy\" href=\"https://a.example/cy/x.html\"/>\n  </url>\n"
        );
    }
}
