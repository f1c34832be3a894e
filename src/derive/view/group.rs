//! A group.

use serde::Serialize;

use crate::derive::html::Html;
use crate::derive::view::action_parts::{InvolvementView, LeadView};
use crate::derive::view::calendar::MeetingView;
use crate::derive::view::page::PageView;
use crate::derive::view::parts::{DateView, LinkView, NameView};

/// The page of a group. Its name is `page.title`.
#[derive(Clone, Debug, Serialize)]
pub struct GroupView {
    /// What every page has.
    pub page: PageView,
    /// The short name.
    pub short_name: Option<String>,
    /// Other names it is known by.
    pub aliases: Vec<String>,
    /// The kind, in words.
    pub kind: Option<String>,
    /// Whether it is no part of the board.
    pub outside: bool,
    /// The remit.
    pub body: Option<Html>,
    /// Who chairs it.
    pub chair: Vec<LeadView>,
    /// Whom it reports to.
    pub reports_to: Vec<NameView>,
    /// The groups that report to it.
    pub reported_by: Vec<LinkView>,
    /// Its members.
    pub members: Vec<GroupMemberView>,
    /// The boards or areas it is shared with.
    pub shared_with: Vec<NameView>,
    /// Since when it exists.
    pub established: Option<DateView>,
    /// When it ended.
    pub ended: Option<DateView>,
    /// How often it meets.
    pub frequency: Option<Html>,
    /// Collectives that it is part of: "All sub-groups".
    pub part_of: Vec<LinkView>,
    /// Groups that it sits on or chairs.
    pub sits_on: Vec<LinkView>,
    /// Priorities that it owns.
    pub owns: Vec<LinkView>,
    /// Priorities that it sponsors.
    pub sponsors: Vec<LinkView>,
    /// What it does in actions, by the way it takes part.
    pub involvement: Vec<InvolvementView>,
    /// Its coming meetings.
    pub meetings: Vec<MeetingView>,
    /// Its meetings that are past, newest first.
    pub past_meetings: Vec<MeetingView>,
    /// All its meetings.
    pub calendar: Option<LinkView>,
}

/// A member of a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GroupMemberView {
    /// Its part in the group or its post.
    pub role: Option<String>,
    /// The member; `None` where only a post is named.
    pub member: Option<NameView>,
}
