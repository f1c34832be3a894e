//! All actions of a plan, grouped by priority, lead, due date or status: four pages.

use serde::Serialize;

use crate::derive::grouping;
use crate::derive::html::Html;
use crate::derive::page::PageParts;
use crate::derive::relations::{PlanId, actions_of_plan};
use crate::derive::routes::{Destination, Grouping};
use crate::derive::scope::Scope;
use crate::derive::view::action_parts::ActionCardView;
use crate::derive::view::page::PageView;
use crate::derive::view::parts::{LinkView, StatusSummaryView};
use crate::model::{Entity, Listing};

/// All actions of a plan in one grouping.
#[derive(Clone, Debug, Serialize)]
pub struct ActionsView {
    /// What every page has.
    pub page: PageView,
    /// The plan.
    pub plan: LinkView,
    /// `priority`, `lead`, `due` or `status`.
    pub grouping: &'static str,
    /// The four groupings.
    pub groupings: Vec<GroupingView>,
    /// How many actions there are. In the groupings by lead and by date one can stand twice.
    pub total: usize,
    /// How they stand.
    pub progress: Option<StatusSummaryView>,
    /// The calendar file of the dates by which the actions are due, for the current plan.
    pub feed: Option<LinkView>,
    /// The groups, in order; none is empty.
    pub groups: Vec<ActionGroupView>,
}

/// One of the ways to group actions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GroupingView {
    /// `priority`, `lead`, `due` or `status`.
    pub key: &'static str,
    /// The words: "By lead", in the plan's word.
    pub text: String,
    /// The page.
    pub href: String,
    /// Whether it is this page.
    pub current: bool,
}

/// The actions of one priority, lead, date or status.
#[derive(Clone, Debug, Serialize)]
pub struct ActionGroupView {
    /// The id of the heading.
    pub id: String,
    /// The heading.
    pub heading: String,
    /// The page of what the heading names, where it has one.
    pub href: Option<String>,
    /// What the heading means, where that needs words (a status).
    pub note: Option<Html>,
    /// The actions.
    pub actions: Vec<ActionCardView>,
}

/// One of the four ways to group actions.
struct Way {
    key: &'static str,
    page: Destination,
    /// The key of the title of the page.
    title: &'static str,
    /// The key of the plan's word for it.
    word: &'static str,
    groups: fn(&Scope<'_>, PlanId) -> Vec<ActionGroupView>,
}

const GROUPINGS: [Way; 4] = [
    Way {
        key: "priority",
        page: Destination::Entity(Entity::Listing(Listing::Actions)),
        title: "actions.title_by_priority",
        word: "priority",
        groups: grouping::by_priority,
    },
    Way {
        key: "lead",
        page: Destination::ActionsBy(Grouping::Lead),
        title: "actions.title_by_lead",
        word: "lead",
        groups: grouping::by_lead,
    },
    Way {
        key: "due",
        page: Destination::ActionsBy(Grouping::DueDate),
        title: "actions.title_by_due",
        word: "due",
        groups: grouping::by_due_date,
    },
    Way {
        key: "status",
        page: Destination::ActionsBy(Grouping::Status),
        title: "actions.title_by_status",
        word: "status",
        groups: grouping::by_status,
    },
];

impl ActionsView {
    /// The page of all actions of a plan, in the grouping that the page is about.
    #[must_use]
    pub fn new(scope: &Scope<'_>, id: PlanId) -> Self {
        let here = GROUPINGS
            .iter()
            .find(|grouping| grouping.page == scope.destination)
            .unwrap_or(&GROUPINGS[0]);
        let title = scope.text(here.title, &[]);
        Self {
            plan: scope.link(Entity::Plan(id)),
            grouping: here.key,
            groupings: GROUPINGS
                .iter()
                .map(|grouping| GroupingView {
                    key: grouping.key,
                    text: scope.word(id, None, grouping.word).one,
                    href: scope.href(grouping.page),
                    current: grouping.key == here.key,
                })
                .collect(),
            total: actions_of_plan(scope.site(), id).len(),
            progress: scope.summary_of_plan(id),
            feed: scope.derivation.has_due_feed(id).then(|| {
                let words = scope.text("actions.due_feed", &[]);
                scope.link_at(scope.routes().feed_of_due_dates(), words)
            }),
            groups: (here.groups)(scope, id),
            page: scope.page(PageParts {
                plan: Some(id),
                parents: vec![Entity::Plan(id)],
                ..PageParts::new("actions", title)
            }),
        }
    }
}
