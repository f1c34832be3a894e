//! The structure of the board: which group reports to which, drawn and as a list.

use crate::derive::diagram::{self, Node};
use crate::derive::html::Html;
use crate::derive::scope::Scope;
use crate::model::{Entity, Group, Id, Localised, Site};

/// The structure of the board; `None` where no group reports to another. `id` begins every id in it.
#[must_use]
pub fn structure(scope: &Scope<'_>, id: &str) -> Option<Html> {
    let roots: Vec<Node> = tops(scope.site())
        .map(|group| node(scope, group, &mut Vec::new()))
        .collect();
    if roots.is_empty() {
        return None;
    }
    let title = scope.text("groups.structure", &[]);
    Some(diagram::structure(&title, &roots, id))
}

/// The groups that others report to and that report to none. Groups that have ended are left out.
fn tops(site: &Site) -> impl Iterator<Item = Id<Localised<Group>>> {
    let is_top = move |id: &Id<Localised<Group>>| {
        let reports = parents(site, *id).next().is_some();
        !reports && children(site, *id).next().is_some()
    };
    site.groups.ids().filter(is_top)
}

/// A group stands below each group that it reports to. `above` keeps a circle, which is an error
/// of its own, from going on for ever.
fn node(
    scope: &Scope<'_>,
    group: Id<Localised<Group>>,
    above: &mut Vec<Id<Localised<Group>>>,
) -> Node {
    above.push(group);
    let below: Vec<_> = children(scope.site(), group)
        .filter(|child| !above.contains(child))
        .collect();
    let children = below
        .into_iter()
        .map(|child| node(scope, child, above))
        .collect();
    above.pop();
    let entity = Entity::Group(group);
    Node {
        label: scope.derivation.name(entity, scope.language()),
        href: Some(scope.href(entity)),
        children,
    }
}

fn parents(site: &Site, group: Id<Localised<Group>>) -> impl Iterator<Item = Id<Localised<Group>>> {
    let group = &site.groups[group].original;
    let reports_to = group.reports_to.iter().copied();
    reports_to.filter(move |parent| is_there(site, *parent))
}

fn children(
    site: &Site,
    group: Id<Localised<Group>>,
) -> impl Iterator<Item = Id<Localised<Group>>> {
    site.groups
        .iter()
        .filter(move |(_, child)| child.original.reports_to.contains(&group))
        .map(|(id, _)| id)
        .filter(move |child| is_there(site, *child) && is_there(site, group))
}

fn is_there(site: &Site, group: Id<Localised<Group>>) -> bool {
    site.groups[group].original.ended.is_none()
}
