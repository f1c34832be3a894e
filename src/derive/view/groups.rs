//! All groups and the structure of the board.

use serde::Serialize;

use crate::derive::html::Html;
use crate::derive::view::page::PageView;
use crate::derive::view::parts::LinkView;

/// All groups.
#[derive(Clone, Debug, Serialize)]
pub struct GroupsView {
    /// What every page has.
    pub page: PageView,
    /// The structure, drawn, with the same facts as a list; `None` where no group reports to another.
    pub structure: Option<Html>,
    /// The groups by kind.
    pub sections: Vec<GroupSectionView>,
}

/// The groups of one kind.
#[derive(Clone, Debug, Serialize)]
pub struct GroupSectionView {
    /// The id of the heading.
    pub id: String,
    /// The kind, in words.
    pub heading: String,
    /// The groups.
    pub groups: Vec<GroupCardView>,
}

/// A group, or a partner agency, in a list.
#[derive(Clone, Debug, Serialize)]
pub struct GroupCardView {
    /// The name, linked.
    pub link: LinkView,
    /// The short name.
    pub short_name: Option<String>,
    /// What it does: the author's summary, else its first sentence.
    pub summary: Option<Html>,
    /// Whom it reports to.
    pub reports_to: Vec<LinkView>,
    /// How many actions it leads, tasks included.
    pub leads: usize,
    /// Whether it has ended.
    pub ended: bool,
}
