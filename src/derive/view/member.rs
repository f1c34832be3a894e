//! A partner agency.

use serde::Serialize;

use crate::derive::contact::contact_html;
use crate::derive::html::Html;
use crate::derive::page::PageParts;
use crate::derive::scope::Scope;
use crate::derive::view::action_parts::InvolvementView;
use crate::derive::view::page::PageView;
use crate::derive::view::parts::{LinkView, NameView};
use crate::model::{Entity, Id, Listing, Localised, Member, Owner};
use crate::parse::capitals::capitalised;

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

impl MemberView {
    /// The page of a partner agency.
    #[must_use]
    pub fn new(scope: &Scope<'_>, id: Id<Localised<Member>>) -> Self {
        let site = scope.site();
        let member = site.members[id].in_language(scope.language());
        let relations = &scope.derivation.relations;
        let of_owner = relations.owner(Owner::Member(id));
        Self {
            page: scope.page(PageParts {
                facts: Some(&member.page),
                parents: vec![Entity::Listing(Listing::Members)],
                ..PageParts::new("member", member.name.clone())
            }),
            short_name: member.short_name.as_ref().map(|name| name.value.clone()),
            aliases: member
                .aliases
                .iter()
                .map(|name| name.value.clone())
                .collect(),
            kind: member.kind.as_deref().map(|kind| capitalised(kind.trim())),
            website: member.website.as_deref().map(website),
            contact: member
                .contact
                .as_ref()
                .map(|contact| contact_html(scope, contact)),
            body: scope.body(&member.page.body),
            groups: of_owner
                .sits_on
                .iter()
                .map(|seating| MembershipView {
                    group: scope.link(Entity::Group(seating.group)),
                    role: site.groups[seating.group]
                        .original
                        .members
                        .get(seating.seat)
                        .and_then(|seat| seat.role.clone()),
                })
                .collect(),
            chairs: scope.group_links(&of_owner.chairs),
            part_of: scope.group_links(&of_owner.part_of),
            roles: relations
                .roles_of(id)
                .iter()
                .map(|role| scope.own_name(Entity::Role(*role)))
                .collect(),
            owns: scope.priority_links(&of_owner.owns),
            sponsors: scope.priority_links(&of_owner.sponsors),
            involvement: scope.involvement(Owner::Member(id)),
        }
    }
}

/// A website, shown without its scheme.
fn website(href: &str) -> LinkView {
    let words = href
        .strip_prefix("https://")
        .or_else(|| href.strip_prefix("http://"))
        .unwrap_or(href);
    LinkView {
        text: words.trim_end_matches('/').to_owned(),
        href: href.to_owned(),
        language: None,
        note: None,
    }
}
