//! An action.

use serde::Serialize;

use crate::derive::html::Html;
use crate::derive::page::PageParts;
use crate::derive::relations::{ActionId, PriorityId};
use crate::derive::scope::{Scope, Shown};
use crate::derive::view::action_parts::{RowView, ValuesView};
use crate::derive::view::page::PageView;
use crate::derive::view::parts::LinkView;
use crate::model::Entity;

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

impl ActionView {
    /// The page of an action.
    #[must_use]
    pub fn new(scope: &Scope<'_>, id: ActionId) -> Self {
        let site = scope.site();
        let language = scope.language();
        let action = site.actions[id].in_language(language);
        let [previous, next] = scope.derivation.relations.neighbours(site, id);
        let body = scope.body(&action.page.body);
        // In the order of the page, so that terms are linked where they are met first.
        let rows = scope.rows(id, Shown::OwnOfRows);
        let values = scope.values_of_action(id);
        let link = |priority: &PriorityId| scope.link(Entity::Priority(*priority));
        Self {
            reference: action.reference.clone(),
            plan: scope.link(Entity::Plan(action.plan)),
            priority: link(&action.priority),
            priorities: action.priorities.iter().map(link).collect(),
            body,
            values,
            rows,
            late: scope.standing(id).late,
            page: scope.page(PageParts {
                caption: Some(scope.derivation.action_label(id, language)),
                facts: Some(&action.page),
                plan: Some(action.plan),
                priority: Some(action.priority),
                parents: vec![Entity::Plan(action.plan), Entity::Priority(action.priority)],
                previous: previous.map(Entity::Action),
                next: next.map(Entity::Action),
                ..PageParts::new("action", scope.derivation.action_title(id, language))
            }),
        }
    }
}
