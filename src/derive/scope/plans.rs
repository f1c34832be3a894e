//! Plans in short, and the tables of a plan.

use crate::derive::html::Html;
use crate::derive::relations::PlanId;
use crate::derive::scope::Scope;
use crate::derive::view::plan::{
    BudgetView, OutcomeTableRowView, OutcomeTableView, PlanContentView, PlanSummaryView,
    ProgressTableRowView, ProgressTableView,
};
use crate::model::{BudgetLine, Entity, Id, Outcome, Plan, Prose};

impl Scope<'_> {
    /// A plan in short.
    #[must_use]
    pub fn plan_summary(&self, id: PlanId) -> PlanSummaryView {
        let plan = self.site().plans[id].in_language(self.language());
        PlanSummaryView {
            link: self.link(Entity::Plan(id)),
            period: period_text(plan),
            strapline: plan.strapline.clone(),
            vision: self.text_of(plan.vision.as_ref()),
            summary: self.text_of(plan.page.summary.as_ref()),
            state: self.plan_state(plan),
            state_text: self.plan_state_text(plan),
            progress: self.summary_of_plan(id),
        }
    }

    /// What the author wrote about a plan. `body` is its introduction, finished for its place on
    /// the page.
    #[must_use]
    pub fn plan_content(&self, id: PlanId, body: Option<Html>) -> PlanContentView {
        let plan = self.site().plans[id].in_language(self.language());
        let uses_statuses = self.summary_of_plan(id).is_some();
        PlanContentView {
            title: plan.title.clone(),
            period: period_text(plan),
            strapline: plan.strapline.clone(),
            vision: self.text_of(plan.vision.as_ref()),
            mission: self.text_of(plan.mission.as_ref()),
            values: self.texts(&plan.values),
            body,
            outcomes: self.outcome_links(id, &outcomes_of(plan)),
            statuses: if uses_statuses {
                self.statuses(id)
            } else {
                Vec::new()
            },
            budget: plan.budget.iter().map(|line| self.budget(line)).collect(),
        }
    }

    /// How the actions of each priority of a plan stand; `None` where no action has a status.
    #[must_use]
    pub fn progress_table(&self, id: PlanId) -> Option<ProgressTableView> {
        let summary = self.summary_of_plan(id)?;
        let rows: Vec<_> = self
            .priorities_of(id)
            .into_iter()
            .filter_map(|priority| {
                let actions = &self.site().priorities[priority].original.actions;
                let tally = self.tally(id, actions);
                (tally.total > 0).then(|| ProgressTableRowView {
                    priority: self.link(Entity::Priority(priority)),
                    counts: tally.counts,
                    without_status: tally.without_status,
                    total: tally.total,
                })
            })
            .collect();
        Some(ProgressTableView {
            caption: self.text("progress.table", &[]),
            statuses: summary
                .counts
                .into_iter()
                .map(|count| count.status)
                .collect(),
            rows,
            has_without_status: summary.without_status > 0,
        })
    }

    /// Which priority of a plan serves which outcome; `None` where there is one outcome or none, or
    /// no priority says what it serves.
    #[must_use]
    pub fn outcome_table(&self, id: PlanId) -> Option<OutcomeTableView> {
        let plan = self.site().plans[id].in_language(self.language());
        let outcomes = outcomes_of(plan);
        let rows: Vec<_> = self
            .priorities_of(id)
            .into_iter()
            .map(|priority| {
                let serves = &self.site().priorities[priority].original.outcomes;
                OutcomeTableRowView {
                    priority: self.link(Entity::Priority(priority)),
                    serves: outcomes
                        .iter()
                        .map(|outcome| serves.contains(outcome))
                        .collect(),
                }
            })
            .collect();
        let says_something = rows.iter().any(|row| row.serves.contains(&true));
        (outcomes.len() > 1 && says_something).then(|| OutcomeTableView {
            caption: self.text("outcomes.map", &[]),
            outcomes: self.outcome_links(id, &outcomes),
            rows,
        })
    }

    /// `draft`, `current`, `future`, `ended` or `archived`.
    #[must_use]
    pub fn plan_state(&self, plan: &Plan) -> &'static str {
        let today = self.site().as_of;
        let period = plan.period.as_ref().map(|period| &period.value);
        if plan.page.draft {
            "draft"
        } else if plan.archived {
            "archived"
        } else if plan.has_ended(today) {
            "ended"
        } else if period.is_some_and(|period| today < period.from) {
            "future"
        } else {
            "current"
        }
    }

    /// The state of a plan in words, where a reader should know it.
    #[must_use]
    pub fn plan_state_text(&self, plan: &Plan) -> Option<String> {
        match self.plan_state(plan) {
            "current" => None,
            state => Some(self.text(&format!("plan.state_{state}"), &[])),
        }
    }

    /// A text as blocks or a line; `None` where there is none.
    fn text_of(&self, prose: Option<&Prose>) -> Option<Html> {
        prose
            .filter(|prose| !prose.is_empty())
            .map(|prose| self.value(prose))
    }

    fn budget(&self, line: &BudgetLine) -> BudgetView {
        BudgetView {
            item: line.item.clone(),
            amount: line.amount.clone(),
            note: self.text_of(line.note.as_ref()),
        }
    }
}

/// The period of a plan in its author's words; empty only where it could not be read.
#[must_use]
pub fn period_text(plan: &Plan) -> String {
    plan.period
        .as_ref()
        .map(|period| period.value.text.clone())
        .unwrap_or_default()
}

/// All outcomes of a plan, in the author's order.
fn outcomes_of(plan: &Plan) -> Vec<Id<Outcome>> {
    plan.outcomes.ids().collect()
}
