//! A group.

use serde::Serialize;

use crate::derive::html::Html;
use crate::derive::ids::Ids;
use crate::derive::kinds::group_kind_text;
use crate::derive::meetings::{in_list, is_past};
use crate::derive::page::PageParts;
use crate::derive::relations::{MeetingRef, PriorityId};
use crate::derive::routes::Destination;
use crate::derive::scope::{CardIn, Scope};
use crate::derive::view::action_parts::{InvolvementView, LeadView};
use crate::derive::view::calendar::MeetingView;
use crate::derive::view::page::PageView;
use crate::derive::view::parts::{DateView, LinkView, NameView};
use crate::derive::view::subscription::SubscriptionView;
use crate::model::{Entity, Group, Id, Listing, Localised, Owner, Seat};

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
    /// How to have its meetings in one's own calendar.
    pub subscription: Option<SubscriptionView>,
}

/// A member of a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GroupMemberView {
    /// Its part in the group or its post.
    pub role: Option<String>,
    /// The member; `None` where only a post is named.
    pub member: Option<NameView>,
}

impl GroupView {
    /// The page of a group.
    #[must_use]
    pub fn new(scope: &Scope<'_>, id: Id<Localised<Group>>) -> Self {
        let site = scope.site();
        let group = site.groups[id].in_language(scope.language());
        let relations = &scope.derivation.relations;
        let of_owner = relations.owner(Owner::Group(id));
        let (past, coming): (Vec<MeetingRef>, Vec<MeetingRef>) = relations
            .meetings(id)
            .iter()
            .partition(|meeting| is_past(site, **meeting, site.as_of));
        // Terms are linked where they come first on the page, so its parts are made in that order.
        let page = scope.page(PageParts {
            facts: Some(&group.page),
            parents: vec![Entity::Listing(Listing::Groups)],
            ..PageParts::new("group", group.name.clone())
        });
        let body = scope.body(&group.page.body);
        let chair = scope.leads(&group.chair);
        let mut involvement = scope.involvement(Owner::Group(id));
        involvement.extend(due_at_meetings(scope, id));
        let mut ids = Ids::default();
        ids.leave(group.page.body.body.anchors());
        let mut list = |meetings: Vec<MeetingRef>| -> Vec<MeetingView> {
            meetings
                .into_iter()
                .map(|meeting| in_list(scope, meeting, &mut ids))
                .collect()
        };
        let meetings = list(coming);
        let past_meetings = list(past.into_iter().rev().collect());
        Self {
            page,
            short_name: group.short_name.as_ref().map(|name| name.value.clone()),
            aliases: group
                .aliases
                .iter()
                .map(|name| name.value.clone())
                .collect(),
            kind: group
                .kind
                .as_deref()
                .map(|kind| group_kind_text(scope, "groups.kind", kind)),
            outside: group.outside,
            body,
            chair,
            reports_to: group
                .reports_to
                .iter()
                .map(|group| scope.own_name(Entity::Group(*group)))
                .collect(),
            reported_by: scope.group_links(relations.reported_by(id)),
            members: group
                .members
                .iter()
                .flat_map(|seat| member_views(scope, seat))
                .collect(),
            shared_with: group
                .shared_with
                .iter()
                .map(|(words, owner)| scope.name(&words.value, owner.map(Entity::from)))
                .collect(),
            established: group.established.map(|date| scope.date(date)),
            ended: group.ended.map(|date| scope.date(date)),
            frequency: group.frequency.as_deref().map(Html::from_text),
            part_of: scope.group_links(&of_owner.part_of),
            sits_on: {
                let mut groups = of_owner.chairs.clone();
                let seats = of_owner.sits_on.iter().map(|seat| seat.group);
                groups.extend(seats.filter(|group| !of_owner.chairs.contains(group)));
                scope.group_links(&groups)
            },
            owns: scope.priority_links(&of_owner.owns),
            sponsors: scope.priority_links(&of_owner.sponsors),
            involvement,
            meetings,
            past_meetings,
            calendar: scope.routes().meets(id).then(|| {
                let words = scope.text("meetings.calendar_of", &[("group", &group.name)]);
                scope.link_as(Destination::CalendarOf(id), words)
            }),
            subscription: scope.subscription(Some(id)),
        }
    }
}

impl Scope<'_> {
    /// Links to groups.
    #[must_use]
    pub fn group_links(&self, groups: &[Id<Localised<Group>>]) -> Vec<LinkView> {
        let groups = groups.iter();
        groups
            .map(|group| self.link(Entity::Group(*group)))
            .collect()
    }

    /// Links to priorities.
    #[must_use]
    pub fn priority_links(&self, priorities: &[PriorityId]) -> Vec<LinkView> {
        let priorities = priorities.iter();
        priorities
            .map(|priority| self.link(Entity::Priority(*priority)))
            .collect()
    }
}

/// Who sits on a seat: the author's words, or each of those that "all members" stands for.
fn member_views(scope: &Scope<'_>, seat: &Seat) -> Vec<GroupMemberView> {
    let view = |member| GroupMemberView {
        role: seat.role.clone(),
        member,
    };
    match (&seat.member, seat.owners.as_slice()) {
        (None, _) => vec![view(None)],
        (Some(words), []) => vec![view(Some(scope.name(words, None)))],
        (Some(words), [owner]) => {
            vec![view(Some(scope.name(words, Some(Entity::from(*owner)))))]
        }
        (Some(_), owners) => owners
            .iter()
            .map(|owner| view(Some(scope.own_name(Entity::from(*owner)))))
            .collect(),
    }
}

/// The actions that are due "at each meeting" of a group.
fn due_at_meetings(scope: &Scope<'_>, id: Id<Localised<Group>>) -> Option<InvolvementView> {
    let actions = scope.derivation.relations.due_at_meetings(id);
    (!actions.is_empty()).then(|| InvolvementView {
        key: "meetings".to_owned(),
        heading: scope.text("involvement.meetings", &[]),
        actions: actions
            .iter()
            .map(|action| scope.action_card(*action, CardIn::AnyList))
            .collect(),
    })
}
