//! The posts that lead work.

use serde::Serialize;

use crate::derive::html::Html;
use crate::derive::view::action_parts::InvolvementView;
use crate::derive::view::page::PageView;
use crate::derive::view::parts::{LinkView, NameView};

/// All posts.
#[derive(Clone, Debug, Serialize)]
pub struct RolesView {
    /// What every page has.
    pub page: PageView,
    /// The author's introduction.
    pub body: Option<Html>,
    /// The posts, in the author's order.
    pub roles: Vec<RoleView>,
}

/// A post.
#[derive(Clone, Debug, Serialize)]
pub struct RoleView {
    /// The id of the entry: links lead to it.
    pub id: String,
    /// The post.
    pub name: String,
    /// Other names it is known by.
    pub aliases: Vec<String>,
    /// The agency or group it belongs to.
    pub member: Option<NameView>,
    /// Who holds it.
    pub holder: Option<String>,
    /// Groups that it chairs.
    pub chairs: Vec<LinkView>,
    /// Groups that it sits on.
    pub groups: Vec<LinkView>,
    /// Priorities that it owns.
    pub owns: Vec<LinkView>,
    /// Priorities that it sponsors.
    pub sponsors: Vec<LinkView>,
    /// What it does in actions, by the way it takes part.
    pub involvement: Vec<InvolvementView>,
}
