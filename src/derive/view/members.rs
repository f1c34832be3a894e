//! All partner agencies.

use serde::Serialize;

use crate::derive::view::groups::GroupSectionView;
use crate::derive::view::page::PageView;

/// All partner agencies.
#[derive(Clone, Debug, Serialize)]
pub struct MembersView {
    /// What every page has.
    pub page: PageView,
    /// The agencies by kind; one section where no kind is given.
    pub sections: Vec<GroupSectionView>,
}
