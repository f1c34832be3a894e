//! The work plan of a priority as a table, on a page.

use crate::derive::ids::{Ids, slug};
use crate::derive::prose::Placement;
use crate::derive::relations::{ActionId, PriorityId, actions_of_plan};
use crate::derive::scope::{Scope, Shown};
use crate::derive::view::action_parts::{ColumnView, RowView, TableActionView, TableView};
use crate::derive::workplan::{column_view, columns, spans};
use crate::model::vocabulary::{Column, ColumnKey};
use crate::model::{Entity, Plan};

/// Where a work plan stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableOn {
    /// On the page of its priority: the rest of each aim is left to the pages of the actions.
    PriorityPage,
    /// On the page of the whole plan, with the whole text.
    WholePlanPage,
}

impl Scope<'_> {
    /// The work plan of a priority; `None` where it has no actions.
    #[must_use]
    pub fn table(&self, id: PriorityId, place: TableOn) -> Option<TableView> {
        let priority = self.site().priorities[id].in_language(self.language());
        if priority.actions.is_empty() {
            return None;
        }
        let plan = self.site().plans[priority.plan].in_language(self.language());
        let columns: Vec<ColumnView> = columns(
            self.site(),
            plan,
            priority,
            &actions_of_plan(self.site(), priority.plan),
        )
        .iter()
        .filter_map(|column| self.column(id, plan, column))
        .collect();
        // Ids of authors have no dot inside, so none of them clashes with these.
        let prefix = match place {
            TableOn::PriorityPage => "action".to_owned(),
            TableOn::WholePlanPage => slug(&priority.folder),
        };
        let mut ids = Ids::default();
        Some(TableView {
            id: format!("{prefix}.work-plan"),
            caption: self.priority_heading(id),
            actions: priority
                .actions
                .iter()
                .map(|action| {
                    let name = ids.unique(self.file_name(*action));
                    self.table_action(*action, format!("{prefix}.{name}"), &columns, place)
                })
                .collect(),
            columns,
        })
    }

    /// "Priority 1: Early help", in the plan's word; "Priority: Early help" without a reference.
    #[must_use]
    pub fn priority_heading(&self, id: PriorityId) -> String {
        let priority = self.site().priorities[id].in_language(self.language());
        let word = self.word(priority.plan, Some(id), "priority").one;
        match &priority.reference {
            Some(reference) => self.text(
                "priority.heading",
                &[
                    ("word", &word),
                    ("ref", reference),
                    ("title", &priority.title),
                ],
            ),
            None => self.text(
                "priority.heading_without_ref",
                &[("word", &word), ("title", &priority.title)],
            ),
        }
    }

    fn column(&self, priority: PriorityId, plan: &Plan, column: &Column) -> Option<ColumnView> {
        let label = column.label.as_deref();
        match column.key {
            ColumnKey::Usual(key) => {
                let of_plan = self.site().priorities[priority].original.plan;
                let own = self
                    .derivation
                    .own_words(of_plan, Some(priority), self.language());
                let word = self.word(of_plan, Some(priority), key).one;
                let own = own.as_ref().and_then(|words| words.get(key));
                Some(column_view(key, label, own, word))
            }
            ColumnKey::Own(index) => {
                let field = plan.fields.get(index)?;
                Some(column_view(&field.id, label, None, field.label.clone()))
            }
        }
    }

    fn table_action(
        &self,
        id: ActionId,
        element: String,
        columns: &[ColumnView],
        place: TableOn,
    ) -> TableActionView {
        let action = self.site().actions[id].in_language(self.language());
        let way = self.way(Entity::Action(id));
        let body = match place {
            TableOn::WholePlanPage if !action.page.body.is_empty() => {
                let id_prefix = format!("{element}.");
                let placement = Placement {
                    id_prefix: &id_prefix,
                    lowered_by: 2,
                };
                Some(self.prose_at(&action.page.body, placement))
            }
            TableOn::WholePlanPage | TableOn::PriorityPage => None,
        };
        let rows = if action.rows.is_empty() {
            vec![self.row_without_tasks(id, Shown::Columns(columns))]
        } else {
            self.rows(id, Shown::Columns(columns))
        };
        let spans = spans(columns, &rows);
        TableActionView {
            id: element,
            reference: action.reference.clone(),
            title: self.derivation.action_title(id, self.language()),
            href: way.href,
            language: way.language,
            body,
            priorities: action
                .priorities
                .iter()
                .map(|priority| self.link(Entity::Priority(*priority)))
                .collect(),
            late: self.standing(id).late,
            rows: rows
                .into_iter()
                .zip(spans)
                .map(|(row, spans)| RowView { spans, ..row })
                .collect(),
        }
    }

    /// `1.1-one-front-door`, the name of an action's file.
    fn file_name(&self, action: ActionId) -> &str {
        let address = self.site().actions[action].original.page.address.as_str();
        let name = address.rsplit_once('/').map_or(address, |(_, name)| name);
        name.strip_suffix(".html").unwrap_or(name)
    }
}
