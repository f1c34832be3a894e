//! All groups and the structure of the board.

use serde::Serialize;

use crate::derive::html::Html;
use crate::derive::ids::Ids;
use crate::derive::kinds::{GROUP_KINDS, by_kind, group_kind_text};
use crate::derive::page::PageParts;
use crate::derive::relations::Manner;
use crate::derive::scope::Scope;
use crate::derive::structure::structure;
use crate::derive::view::page::PageView;
use crate::derive::view::parts::LinkView;
use crate::model::{Entity, Group, Id, Listing, Localised, Member, Owner};

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

impl GroupsView {
    /// All groups by kind; those that have ended stand last in their section.
    #[must_use]
    pub fn new(scope: &Scope<'_>) -> Self {
        let site = scope.site();
        let title = scope
            .derivation
            .name(Entity::Listing(Listing::Groups), scope.language());
        let mut ids = Ids::default();
        let sections = by_kind(&GROUP_KINDS, site.groups.iter(), |(_, group)| {
            group.original.kind.clone()
        });
        Self {
            page: scope.page(PageParts::new("groups", title)),
            structure: structure(scope, "structure"),
            sections: sections
                .into_iter()
                .map(|(kind, mut groups)| {
                    groups.sort_by_key(|(_, group)| group.original.ended.is_some());
                    let heading = match kind {
                        Some(kind) => group_kind_text(scope, "groups.kinds", &kind),
                        None => scope.text("groups.other_kinds", &[]),
                    };
                    GroupSectionView {
                        id: ids.unique(&heading),
                        heading,
                        groups: groups
                            .into_iter()
                            .map(|(id, group)| GroupCardView::of_group(scope, id, group))
                            .collect(),
                    }
                })
                .collect(),
        }
    }
}

impl GroupCardView {
    fn of_group(scope: &Scope<'_>, id: Id<Localised<Group>>, group: &Localised<Group>) -> Self {
        let own = group.in_language(scope.language());
        let reports_to = group.original.reports_to.iter();
        Self {
            link: scope.link(Entity::Group(id)),
            short_name: own.short_name.as_ref().map(|name| name.value.clone()),
            summary: scope.about(Entity::Group(id)),
            reports_to: reports_to
                .map(|group| scope.link(Entity::Group(*group)))
                .collect(),
            leads: led_by(scope, Owner::Group(id)),
            ended: group.original.ended.is_some(),
        }
    }

    /// A partner agency in a list.
    #[must_use]
    pub fn of_member(scope: &Scope<'_>, id: Id<Localised<Member>>) -> Self {
        let member = scope.site().members[id].in_language(scope.language());
        Self {
            link: scope.link(Entity::Member(id)),
            short_name: member.short_name.as_ref().map(|name| name.value.clone()),
            summary: scope.about(Entity::Member(id)),
            reports_to: Vec::new(),
            leads: led_by(scope, Owner::Member(id)),
            ended: false,
        }
    }
}

/// How many actions somebody leads, tasks included: as many as its page lists below that heading.
fn led_by(scope: &Scope<'_>, owner: Owner) -> usize {
    let actions = &scope.derivation.relations.owner(owner).actions;
    actions
        .iter()
        .filter(|involvement| involvement.manner == Manner::Leads)
        .count()
}
