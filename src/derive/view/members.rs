//! All partner agencies.

use serde::Serialize;

use crate::derive::ids::Ids;
use crate::derive::kinds::by_kind;
use crate::derive::page::PageParts;
use crate::derive::scope::Scope;
use crate::derive::view::groups::{GroupCardView, GroupSectionView};
use crate::derive::view::page::PageView;
use crate::model::{Entity, Listing};
use crate::parse::capitals::capitalised;

/// All partner agencies.
#[derive(Clone, Debug, Serialize)]
pub struct MembersView {
    /// What every page has.
    pub page: PageView,
    /// The agencies by kind; one section where no kind is given.
    pub sections: Vec<GroupSectionView>,
}

impl MembersView {
    /// All partner agencies by kind, in the author's words.
    #[must_use]
    pub fn new(scope: &Scope<'_>) -> Self {
        let title = scope
            .derivation
            .name(Entity::Listing(Listing::Members), scope.language());
        let members = scope.site().members.iter();
        let sections = by_kind(&[], members, |(_, member)| member.original.kind.clone());
        let is_alone = sections.len() == 1;
        let mut ids = Ids::default();
        Self {
            page: scope.page(PageParts::new("members", title)),
            sections: sections
                .into_iter()
                .map(|(kind, members)| {
                    let heading = match kind {
                        Some(kind) => capitalised(kind.trim()),
                        None if is_alone => scope.text("members.all", &[]),
                        None => scope.text("members.others", &[]),
                    };
                    GroupSectionView {
                        id: ids.unique(&heading),
                        heading,
                        groups: members
                            .into_iter()
                            .map(|(id, _)| GroupCardView::of_member(scope, id))
                            .collect(),
                    }
                })
                .collect(),
        }
    }
}
