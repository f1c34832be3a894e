//! The page at an old address (`redirect_from`).

use serde::Serialize;

use crate::derive::view::page::PageView;
use crate::derive::view::parts::LinkView;

/// The page at an old address: it leads to the new one at once, and has a link that does the same.
#[derive(Clone, Debug, Serialize)]
pub struct MovedView {
    /// What every page has; `canonical` is the new address.
    pub page: PageView,
    /// The new place.
    pub target: LinkView,
}
