//! A site derived from content that a test writes itself, as an author would.

use std::path::Path;

use boardplan::dates::Date;
use boardplan::derive;
use boardplan::derive::purpose::Purpose;
use boardplan::derive::view::Page;
use boardplan::derive::view::views::Views;
use boardplan::model::{AsOf, Drafts, resolve};
use boardplan::parse::{parse, theme};
use boardplan::read;
use boardplan::source::{Entry, Found, Sources};

/// What is derived from files (their paths in `content/` and their texts) on a day, in the words of
/// the default theme.
pub fn views(files: &[(&str, &str)], day: Date) -> Views {
    let mut content: Vec<Entry> = files
        .iter()
        .map(|(path, text)| Entry {
            path: (*path).to_owned(),
            found: Found::File(text.as_bytes().to_vec()),
        })
        .collect();
    content.sort_by(|one, other| one.path.cmp(&other.path));
    let sources = Sources {
        content,
        themes: read::read(Path::new(env!("CARGO_MANIFEST_DIR")))
            .unwrap()
            .themes,
    };
    let site = resolve(parse(&sources).0, AsOf::On(day), Drafts::Hidden).0;
    let language = site.settings.language.as_str();
    let theme = theme::read(&sources.themes, "default", language).0.unwrap();
    derive::derive(&site, &theme.strings, Purpose::Public, None)
}

/// The page at an address.
pub fn page<'a>(views: &'a Views, path: &str) -> &'a Page {
    let mut pages = views.pages.iter();
    pages
        .find(|page| page.path.as_str() == path)
        .unwrap_or_else(|| panic!("there is no {path}"))
}
