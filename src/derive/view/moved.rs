//! The page at an old address (`redirect_from`).

use serde::Serialize;

use crate::derive::page::PageParts;
use crate::derive::routes;
use crate::derive::scope::Scope;
use crate::derive::view::page::PageView;
use crate::derive::view::parts::LinkView;
use crate::model::Entity;

/// The page at an old address: it leads to the new one at once, and has a link that does the same.
#[derive(Clone, Debug, Serialize)]
pub struct MovedView {
    /// What every page has; `canonical` is the new address.
    pub page: PageView,
    /// The new place.
    pub target: LinkView,
}

impl MovedView {
    /// The page at an old address. `scope` is that of the new page, moved to the old address.
    #[must_use]
    pub fn new(scope: &Scope<'_>, target: Entity) -> Self {
        let place = scope.routes().place(target, scope.language());
        let site_url = scope.site().settings.site_url.as_deref();
        let title = scope.text("moved.title", &[]);
        let site = scope.derivation.site_title(scope.language());
        let page = scope.page(PageParts::new("moved", title.clone()));
        Self {
            page: PageView {
                head_title: scope.text("page.title", &[("page", &title), ("site", &site)]),
                canonical: site_url.map(|site_url| routes::absolute(site_url, &place)),
                indexed: false,
                alternates: Vec::new(),
                breadcrumbs: Vec::new(),
                navigation: None,
                ..page
            },
            target: scope.link(target),
        }
    }
}
