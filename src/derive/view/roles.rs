//! The posts that lead work.

use serde::Serialize;

use crate::derive::html::Html;
use crate::derive::page::PageParts;
use crate::derive::scope::Scope;
use crate::derive::view::action_parts::InvolvementView;
use crate::derive::view::page::PageView;
use crate::derive::view::parts::{LinkView, NameView};
use crate::model::{Entity, Id, ListPage, Owner, Role};

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

impl RolesView {
    /// All posts, on the author's page.
    #[must_use]
    pub fn new(scope: &Scope<'_>, page: &ListPage) -> Self {
        let title = scope.derivation.name(Entity::Roles, scope.language());
        Self {
            page: scope.page(PageParts {
                facts: Some(&page.page),
                ..PageParts::new("roles", title)
            }),
            body: scope.body(&page.page.body),
            roles: scope
                .site()
                .roles
                .iter()
                .map(|(id, role)| RoleView::new(scope, id, role))
                .collect(),
        }
    }
}

impl RoleView {
    fn new(scope: &Scope<'_>, id: Id<Role>, role: &Role) -> Self {
        let of_owner = scope.derivation.relations.owner(Owner::Role(id));
        let groups: Vec<_> = of_owner.sits_on.iter().map(|seat| seat.group).collect();
        Self {
            id: role.anchor.clone(),
            name: role.name_in(scope.language()).to_owned(),
            aliases: role.aliases.iter().map(|name| name.value.clone()).collect(),
            member: role
                .member
                .map(|member| scope.own_name(Entity::Member(member))),
            holder: role.holder_in(scope.language()).map(str::to_owned),
            chairs: scope.group_links(&of_owner.chairs),
            groups: scope.group_links(&groups),
            owns: scope.priority_links(&of_owner.owns),
            sponsors: scope.priority_links(&of_owner.sponsors),
            involvement: scope.involvement(Owner::Role(id)),
        }
    }
}
