//! The site as its links see it.

use std::collections::HashMap;

use crate::address::decode;
use crate::audit::facts::PageFacts;
use crate::output::Outputs;

/// The page whose address says where the site is.
const HOME: &str = "index.html";

/// All files and pages of a site, by path.
pub(super) struct Site<'a> {
    outputs: &'a Outputs,
    pages: HashMap<&'a str, &'a PageFacts<'a>>,
    /// The absolute address of the root of the site, with a final `/`, where its home page has
    /// an absolute address.
    root: Option<&'a str>,
}

impl<'a> Site<'a> {
    pub(super) fn new(outputs: &'a Outputs, pages: &'a [PageFacts<'a>]) -> Self {
        let pages: HashMap<&str, &PageFacts<'_>> = pages
            .iter()
            .map(|page| (page.path.as_str(), page))
            .collect();
        let root = pages
            .get(HOME)
            .and_then(|home| home.canonical.as_deref())
            .map(|address| address.strip_suffix(HOME).unwrap_or(address))
            .filter(|root| root.ends_with('/'));
        Self {
            outputs,
            pages,
            root,
        }
    }

    /// Whether a file stands at a path.
    pub(super) fn has_file(&self, path: &str) -> bool {
        self.outputs.get(path).is_some()
    }

    /// The page at a path.
    pub(super) fn page(&self, path: &str) -> Option<&PageFacts<'a>> {
        self.pages.get(path).copied()
    }

    /// Where an address on a page leads. An absolute address of the site itself leads to a file.
    pub(super) fn target(&self, address: &str, page: &PageFacts<'_>) -> Target {
        match self.root.and_then(|root| address.trim().strip_prefix(root)) {
            // A web server shows the home page of a folder.
            Some(below) if below.is_empty() || below.ends_with('/') => {
                Target::of(&format!("{below}{HOME}"), HOME)
            }
            Some(below) => Target::of(below, HOME),
            None => Target::of(address, page.path.as_str()),
        }
    }
}

/// Where an address leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// To a file of the site: its path, and the id in it where one is named. The path of a
    /// folder ends with `/`.
    File { path: String, id: Option<String> },
    /// Above the root of the site.
    OutOfSite,
    /// To a place counted from the root of the web server: `/index.html`.
    FromRoot,
    /// To another origin: `https://…`, `//…`.
    OtherOrigin,
    /// Into a program: `mailto:`, `tel:`, `data:` and so on. The scheme, in small letters.
    Scheme(String),
    /// Nowhere: the address is empty.
    Empty,
}

impl Target {
    /// Where an address on a page leads (the relevant part of the URL Standard, for the relative
    /// addresses that a site of files has).
    fn of(address: &str, page: &str) -> Self {
        let address = address.trim_matches(|c: char| c.is_ascii_whitespace());
        if address.is_empty() {
            return Target::Empty;
        }
        if address.starts_with("//") {
            return Target::OtherOrigin;
        }
        if address.starts_with('/') {
            return Target::FromRoot;
        }
        if let Some(scheme) = scheme(address) {
            return match scheme.as_str() {
                "http" | "https" | "ftp" | "ws" | "wss" => Target::OtherOrigin,
                _ => Target::Scheme(scheme),
            };
        }
        let (address, id) = match address.split_once('#') {
            Some((address, id)) => (address, Some(decode(id))),
            None => (address, None),
        };
        let path = address.split('?').next().unwrap_or_default();
        if path.is_empty() {
            return Target::File {
                path: page.to_owned(),
                id,
            };
        }
        match joined(page, &decode(path)) {
            Some(path) => Target::File { path, id },
            None => Target::OutOfSite,
        }
    }
}

/// What stands before the first colon, if that is a scheme (RFC 3986 §3.1).
fn scheme(address: &str) -> Option<String> {
    let (scheme, _) = address.split_once(':')?;
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    is_scheme.then(|| scheme.to_ascii_lowercase())
}

/// A relative path, seen from the folder of a page; `None` where it leads above the root.
fn joined(page: &str, path: &str) -> Option<String> {
    let mut segments: Vec<&str> = page.split('/').collect();
    segments.pop();
    for segment in path.split('/') {
        match segment {
            "." => {}
            ".." => {
                segments.pop()?;
            }
            segment => segments.push(segment),
        }
    }
    // `.` and `..` name a folder, as a final slash does.
    if matches!(path.rsplit('/').next(), Some("." | "..")) {
        segments.push("");
    }
    Some(segments.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(address: &str) -> Target {
        Target::of(address, "groups/training.html")
    }

    fn file(path: &str, id: Option<&str>) -> Target {
        Target::File {
            path: path.to_owned(),
            id: id.map(str::to_owned),
        }
    }

    #[test]
    fn addresses_lead_where_a_browser_goes() {
        assert_eq!(target("a.html"), file("groups/a.html", None));
        assert_eq!(target("./a.html?x=1#y"), file("groups/a.html", Some("y")));
        assert_eq!(target("../a%20b/c.pdf"), file("a b/c.pdf", None));
        assert_eq!(target("#%C5%B5"), file("groups/training.html", Some("ŵ")));
        assert_eq!(target("?a"), file("groups/training.html", None));
        assert_eq!(target("sub/"), file("groups/sub/", None));
        assert_eq!(target(".."), file("", None));
        assert_eq!(target("sub/."), file("groups/sub/", None));
        assert_eq!(target("../"), file("", None));
        assert_eq!(target("100%"), file("groups/100%", None));
        assert_eq!(target("../../a.html"), Target::OutOfSite);
        assert_eq!(target("/a.html"), Target::FromRoot);
        assert_eq!(target("//a.example/x"), Target::OtherOrigin);
        assert_eq!(target("HTTPS://a.example"), Target::OtherOrigin);
        assert_eq!(
            target("mailto:a@b.example"),
            Target::Scheme("mailto".to_owned())
        );
        assert_eq!(target("1:2.html"), file("groups/1:2.html", None));
        assert_eq!(target(" "), Target::Empty);
    }
}
