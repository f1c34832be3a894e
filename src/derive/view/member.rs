//! A partner agency.

use serde::Serialize;

use crate::derive::html::Html;
use crate::derive::view::action_parts::InvolvementView;
use crate::derive::view::page::PageView;
use crate::derive::view::parts::{LinkView, NameView};

/// The page of a partner agency. Its name is `page.title`.
#[derive(Clone, Debug, Serialize)]
pub struct MemberView {
    /// What every page has.
    pub page: PageView,
    /// The short name.
    pub short_name: Option<String>,
    /// Other names it is known by.
    pub aliases: Vec<String>,
    /// The kind, in words.
    pub kind: Option<String>,
    /// Its website.
    pub website: Option<LinkView>,
    /// How to reach it.
    pub contact: Option<Html>,
    /// What it does.
    pub body: Option<Html>,
    /// Groups that it sits on, with its part in them.
    pub groups: Vec<MembershipView>,
    /// Groups that it chairs.
    pub chairs: Vec<LinkView>,
    /// Collectives that it is part of: "All partners".
    pub part_of: Vec<LinkView>,
    /// Posts of its own that lead work.
    pub roles: Vec<NameView>,
    /// Priorities that it owns.
    pub owns: Vec<LinkView>,
    /// Priorities that it sponsors.
    pub sponsors: Vec<LinkView>,
    /// What it does in actions, by the way it takes part.
    pub involvement: Vec<InvolvementView>,
}

/// The part of a member in a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MembershipView {
    /// The group.
    pub group: LinkView,
    /// Its part in it.
    pub role: Option<String>,
}
