//! An action.

use serde::Serialize;

use crate::derive::html::Html;
use crate::derive::view::action_parts::{RowView, ValuesView};
use crate::derive::view::page::PageView;
use crate::derive::view::parts::LinkView;

/// The page of an action. Its aim is `page.title`, with "Action 1.3" as `page.caption`.
#[derive(Clone, Debug, Serialize)]
pub struct ActionView {
    /// What every page has.
    pub page: PageView,
    /// The reference.
    pub reference: Option<String>,
    /// The plan it belongs to.
    pub plan: LinkView,
    /// The priority it belongs to: "Priority 1: Early help".
    pub priority: LinkView,
    /// Strategic priorities that it serves too.
    pub priorities: Vec<LinkView>,
    /// The rest of the aim.
    pub body: Option<Html>,
    /// What the action says for all its rows.
    pub values: ValuesView,
    /// Its rows, in order. A row shows what is its own: not what is in `shared`.
    pub rows: Vec<RowView>,
    /// Whether it is past its last date and not finished.
    pub late: bool,
}
