//! A plan: vision, outcomes, progress, priorities.

use serde::Serialize;

use crate::derive::html::Html;
use crate::derive::page::PageParts;
use crate::derive::relations::PlanId;
use crate::derive::routes::{Destination, Grouping};
use crate::derive::scope::Scope;
use crate::derive::view::action_parts::OutcomeLinkView;
use crate::derive::view::history::HistoryView;
use crate::derive::view::page::PageView;
use crate::derive::view::parts::{LinkView, StatusSummaryView, StatusView};
use crate::model::{Entity, Listing};

/// The page of a plan.
#[derive(Clone, Debug, Serialize)]
pub struct PlanView {
    /// What every page has.
    pub page: PageView,
    /// What the author wrote about the plan.
    pub plan: PlanContentView,
    /// Its priorities, strategic ones first.
    pub priorities: Vec<PriorityCardView>,
    /// How its actions stand; `None` where it has no actions or no action has a status.
    pub progress: Option<StatusSummaryView>,
    /// How the actions of each priority stand.
    pub progress_table: Option<ProgressTableView>,
    /// How they stood at the end of each quarter; `None` where their dated notes say too little.
    pub history: Option<HistoryView>,
    /// Which priority serves which outcome; `None` where there is one outcome or none.
    pub outcome_table: Option<OutcomeTableView>,
    /// Other pages of the plan (`foreword.md` and the like), in order.
    pub documents: Vec<LinkView>,
    /// The whole plan on one page, all actions in their groupings, the timeline, the outcomes.
    pub ways: Vec<LinkView>,
}

/// What the author wrote about a plan.
#[derive(Clone, Debug, Serialize)]
pub struct PlanContentView {
    /// The title.
    pub title: String,
    /// The period, in words: "April 2026 to March 2029".
    pub period: String,
    /// The strapline.
    pub strapline: Option<String>,
    /// The vision.
    pub vision: Option<Html>,
    /// The mission.
    pub mission: Option<Html>,
    /// The values.
    pub values: Vec<Html>,
    /// The introduction.
    pub body: Option<Html>,
    /// The outcomes.
    pub outcomes: Vec<OutcomeLinkView>,
    /// The statuses that the plan uses: the legend. Empty where no action has a status.
    pub statuses: Vec<StatusView>,
    /// The budget.
    pub budget: Vec<BudgetView>,
}

/// A plan in short.
#[derive(Clone, Debug, Serialize)]
pub struct PlanSummaryView {
    /// The title, linked.
    pub link: LinkView,
    /// The period, in words.
    pub period: String,
    /// The strapline.
    pub strapline: Option<String>,
    /// The vision.
    pub vision: Option<Html>,
    /// The author's summary.
    pub summary: Option<Html>,
    /// `draft`, `current`, `future`, `ended` or `archived`.
    pub state: &'static str,
    /// The state in words, where it is not `current`.
    pub state_text: Option<String>,
    /// How its actions stand.
    pub progress: Option<StatusSummaryView>,
}

/// One item of a budget.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BudgetView {
    /// What the money is for.
    pub item: String,
    /// How much, as written.
    pub amount: String,
    /// A remark.
    pub note: Option<Html>,
}

/// A priority in a list.
#[derive(Clone, Debug, Serialize)]
pub struct PriorityCardView {
    /// The word and the reference: "Priority 1"; the word alone where there is no reference.
    pub label: String,
    /// The title.
    pub title: String,
    /// The page of the priority.
    pub href: String,
    /// The language of that page, where it is not the language of this one.
    pub language: Option<String>,
    /// The author's summary.
    pub summary: Option<Html>,
    /// Whether it cuts across the others.
    pub strategic: bool,
    /// How many actions it has (of a strategic one: that serve it).
    pub actions: usize,
    /// How they stand.
    pub progress: Option<StatusSummaryView>,
}

/// How the actions of each priority stand: a row for each priority, a column for each status.
#[derive(Clone, Debug, Serialize)]
pub struct ProgressTableView {
    /// The heading.
    pub caption: String,
    /// The columns.
    pub statuses: Vec<StatusView>,
    /// The rows.
    pub rows: Vec<ProgressTableRowView>,
    /// Whether any action has no status, so that a column for it is needed.
    pub has_without_status: bool,
}

/// How the actions of one priority stand.
#[derive(Clone, Debug, Serialize)]
pub struct ProgressTableRowView {
    /// The priority.
    pub priority: LinkView,
    /// The numbers, in the order of the columns.
    pub counts: Vec<usize>,
    /// How many have no status.
    pub without_status: usize,
    /// All.
    pub total: usize,
}

/// Which priority serves which outcome.
#[derive(Clone, Debug, Serialize)]
pub struct OutcomeTableView {
    /// The heading.
    pub caption: String,
    /// The columns.
    pub outcomes: Vec<OutcomeLinkView>,
    /// The rows.
    pub rows: Vec<OutcomeTableRowView>,
}

/// Which outcomes one priority serves.
#[derive(Clone, Debug, Serialize)]
pub struct OutcomeTableRowView {
    /// The priority.
    pub priority: LinkView,
    /// For each column: whether the priority serves the outcome.
    pub serves: Vec<bool>,
}

impl PlanView {
    /// The page of a plan.
    #[must_use]
    pub fn new(scope: &Scope<'_>, id: PlanId) -> Self {
        let site = scope.site();
        let plan = site.plans[id].in_language(scope.language());
        let body = scope.body(&plan.page.body);
        let content = scope.plan_content(id, body);
        let priorities = scope.priorities_of(id);
        let parents = if site.plans.len() > 1 {
            vec![Entity::Listing(Listing::Plans)]
        } else {
            Vec::new()
        };
        Self {
            plan: content,
            outcome_table: scope.outcome_table(id),
            progress: scope.summary_of_plan(id),
            progress_table: scope.progress_table(id),
            history: HistoryView::new(scope, id),
            priorities: priorities
                .into_iter()
                .map(|priority| scope.priority_card(priority))
                .collect(),
            documents: plan
                .documents
                .iter()
                .map(|document| scope.link(Entity::Document(*document)))
                .collect(),
            ways: ways(scope, id),
            page: scope.page(PageParts {
                facts: Some(&plan.page),
                control: Some(&plan.control),
                plan: Some(id),
                parents,
                ..PageParts::new("plan", plan.title.clone())
            }),
        }
    }
}

/// The ways to read a plan. Lists of actions and outcomes exist for the current plan only.
pub(in crate::derive) fn ways(scope: &Scope<'_>, id: PlanId) -> Vec<LinkView> {
    let lists = [
        (Listing::Actions.into(), "plan.actions_by_priority"),
        (Grouping::Lead.into(), "plan.actions_by_lead"),
        (Grouping::DueDate.into(), "plan.actions_by_due"),
        (Grouping::Status.into(), "plan.actions_by_status"),
        (Grouping::Member.into(), "plan.actions_by_member"),
        (Destination::Timeline, "plan.timeline"),
        (Listing::Outcomes.into(), "plan.outcomes"),
    ];
    let measures = (Destination::Measures(id), "plan.measures");
    let is_current = scope.site().current_plan == Some(id);
    std::iter::once((Destination::WholePlan(id), "plan.whole"))
        .chain(lists.into_iter().filter(|_| is_current))
        .chain([measures])
        .filter(|(page, _)| scope.routes().exists(*page))
        .map(|(page, key)| scope.link_as(page, scope.text(key, &[])))
        .collect()
}
