//! The search.

use serde::Serialize;

use crate::derive::page::PageParts;
use crate::derive::routes::Destination;
use crate::derive::scope::Scope;
use crate::derive::view::page::PageView;
use crate::derive::view::search_index::SearchIndex;

/// The search. Its results are made in the browser; without script it leads to the A to Z.
#[derive(Clone, Debug, Serialize)]
pub struct SearchView {
    /// What every page has.
    pub page: PageView,
    /// The address of what the search knows, relative to the page.
    pub index: String,
    /// The address of the A to Z, relative to the page.
    pub a_z: String,
}

impl SearchView {
    /// The search in the page's language.
    #[must_use]
    pub fn new(scope: &Scope<'_>, index: &SearchIndex) -> Self {
        Self {
            page: PageView {
                // What stands on it depends on what was looked for.
                indexed: false,
                ..scope.page(PageParts::new("search", scope.title()))
            },
            index: scope.link_at(index.path.clone(), String::new()).href,
            a_z: scope.href(Destination::AToZ),
        }
    }
}
