//! The page for an address that does not exist.

use serde::Serialize;

use crate::derive::page::PageParts;
use crate::derive::scope::Scope;
use crate::derive::view::page::PageView;
use crate::derive::view::parts::LinkView;
use crate::model::{Entity, Listing};

/// The page for an address that does not exist. A server may show it at any depth, so that
/// `page.root` is absolute where `site_url` is set.
#[derive(Clone, Debug, Serialize)]
pub struct NotFoundView {
    /// What every page has.
    pub page: PageView,
    /// Ways on: home, plan, groups, meetings.
    pub ways: Vec<LinkView>,
}

impl NotFoundView {
    /// The page, with the ways on that exist.
    #[must_use]
    pub fn new(scope: &Scope<'_>) -> Self {
        let plan = scope.site().current_plan.map(Entity::Plan);
        let listings = [
            Listing::Actions,
            Listing::Groups,
            Listing::Members,
            Listing::Calendar,
        ];
        Self {
            page: scope.page(PageParts::new("not-found", scope.title())),
            ways: std::iter::once(Entity::Home)
                .chain(plan)
                .chain(listings.map(Entity::Listing))
                .chain([Entity::Glossary])
                .filter(|entity| scope.routes().exists(*entity))
                .map(|entity| scope.short_link(entity))
                .collect(),
        }
    }
}
