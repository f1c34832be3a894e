//! The page for an address that does not exist.

use serde::Serialize;

use crate::derive::view::page::PageView;
use crate::derive::view::parts::LinkView;

/// The page for an address that does not exist. A server may show it at any depth, so that
/// `page.root` is absolute where `site_url` is set.
#[derive(Clone, Debug, Serialize)]
pub struct NotFoundView {
    /// What every page has.
    pub page: PageView,
    /// Ways on: home, plan, groups, meetings.
    pub ways: Vec<LinkView>,
}
