//! A priority with its work plan.

use serde::Serialize;

use crate::derive::html::Html;
use crate::derive::page::PageParts;
use crate::derive::relations::PriorityId;
use crate::derive::scope::{CardIn, Scope, TableOn};
use crate::derive::view::action_parts::{
    ActionCardView, LeadView, OutcomeLinkView, StrategyLinkView, TableView,
};
use crate::derive::view::page::PageView;
use crate::derive::view::parts::{LinkView, StatusSummaryView};
use crate::model::Entity;

/// The page of a priority.
#[derive(Clone, Debug, Serialize)]
pub struct PriorityView {
    /// What every page has.
    pub page: PageView,
    /// The plan it belongs to.
    pub plan: LinkView,
    /// What the author wrote about it.
    pub priority: PriorityContentView,
    /// How its actions stand.
    pub progress: Option<StatusSummaryView>,
    /// Its work plan; `None` where it has no actions.
    pub table: Option<TableView>,
    /// For a strategic priority: the actions of other priorities that serve it.
    pub served_by: Vec<ActionCardView>,
}

/// What the author wrote about a priority.
#[derive(Clone, Debug, Serialize)]
pub struct PriorityContentView {
    /// The title.
    pub title: String,
    /// The reference.
    pub reference: Option<String>,
    /// Whether it cuts across the others.
    pub strategic: bool,
    /// A period of its own, in words.
    pub period: Option<String>,
    /// Statements of what will be different.
    pub outcome: Vec<Html>,
    /// Outcomes of the plan that it serves.
    pub outcomes: Vec<OutcomeLinkView>,
    /// Who owns it.
    pub owners: Vec<LeadView>,
    /// Who sponsors it.
    pub sponsors: Vec<LeadView>,
    /// Linked strategies.
    pub links: Vec<StrategyLinkView>,
    /// The introduction.
    pub body: Option<Html>,
}

impl PriorityView {
    /// The page of a priority.
    #[must_use]
    pub fn new(scope: &Scope<'_>, id: PriorityId) -> Self {
        let priority = scope.site().priorities[id].in_language(scope.language());
        let body = scope.body(&priority.page.body);
        let content = PriorityContentView::new(scope, id, body);
        let served_by = scope.derivation.relations.served_by(id);
        let [previous, next] = neighbours(&scope.priorities_of(priority.plan), id);
        Self {
            plan: scope.link(Entity::Plan(priority.plan)),
            priority: content,
            progress: scope.summary(priority.plan, scope.actions_under(id)),
            table: scope.table(id, TableOn::PriorityPage),
            served_by: served_by
                .iter()
                .map(|action| scope.action_card(*action, CardIn::AnyList))
                .collect(),
            page: scope.page(PageParts {
                caption: Some(scope.derivation.priority_label(id, scope.language())),
                facts: Some(&priority.page),
                plan: Some(priority.plan),
                priority: Some(id),
                parents: vec![Entity::Plan(priority.plan)],
                previous: previous.map(Entity::Priority),
                next: next.map(Entity::Priority),
                ..PageParts::new("priority", priority.title.clone())
            }),
        }
    }
}

impl PriorityContentView {
    /// What the author wrote about a priority. `body` is its introduction, finished for its place
    /// on the page.
    #[must_use]
    pub fn new(scope: &Scope<'_>, id: PriorityId, body: Option<Html>) -> Self {
        let priority = scope.site().priorities[id].in_language(scope.language());
        Self {
            title: priority.title.clone(),
            reference: priority.reference.clone(),
            strategic: priority.strategic,
            period: priority
                .period
                .as_ref()
                .map(|period| period.value.text.clone()),
            outcome: scope.texts(&priority.outcome),
            outcomes: scope.outcome_links(priority.plan, &priority.outcomes),
            owners: scope.leads(&priority.owner),
            sponsors: scope.leads(&priority.sponsor),
            links: scope.strategy_links(&priority.links),
            body,
        }
    }
}

/// What stands before and after one of a row.
fn neighbours<T: Copy + PartialEq>(row: &[T], one: T) -> [Option<T>; 2] {
    let Some(place) = row.iter().position(|other| *other == one) else {
        return [None, None];
    };
    [place.checked_sub(1), place.checked_add(1)]
        .map(|place| place.and_then(|place| row.get(place).copied()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_a_row_have_one_neighbour() {
        assert_eq!(neighbours(&[1, 2, 3], 1), [None, Some(2)]);
        assert_eq!(neighbours(&[1, 2, 3], 3), [Some(2), None]);
        assert_eq!(neighbours(&[1], 1), [None, None]);
        assert_eq!(neighbours(&[1], 2), [None, None]);
    }
}
