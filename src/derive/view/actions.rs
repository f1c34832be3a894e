//! All actions of a plan in one grouping, and those that are overdue or due soon.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::dates::PartialDate;
use crate::derive::deadlines;
use crate::derive::explorer::Filters;
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

/// All actions of a plan in one grouping, or some of them.
#[derive(Clone, Debug, Serialize)]
pub struct ActionsView {
    /// What every page has.
    pub page: PageView,
    /// The plan.
    pub plan: LinkView,
    /// `priority`, `lead`, `due`, `status`, `member`, `overdue` or `soon`.
    pub grouping: &'static str,
    /// The pages with all actions in other groupings, and this one.
    pub groupings: Vec<GroupingView>,
    /// The pages with some of the actions: what is overdue, due soon, due when.
    pub choices: Vec<GroupingView>,
    /// Of which days the page speaks, where it holds some actions only: "From 1 May 2026 to …".
    pub days: Option<String>,
    /// How many actions the page lists. In some groupings one can stand twice.
    pub total: usize,
    /// How all actions of the plan stand, where the page lists all.
    pub progress: Option<StatusSummaryView>,
    /// By what the list can be filtered where scripts run: on the first of the pages only.
    pub explorer: Option<ExplorerView>,
    /// The table of all actions for spreadsheets.
    pub table: LinkView,
    /// The calendar file of the dates by which the actions are due, for the current plan.
    pub feed: Option<LinkView>,
    /// The groups, in order; none is empty.
    pub groups: Vec<ActionGroupView>,
    /// What the page says where there is no group.
    pub nothing: String,
}

/// One of the ways to group or choose actions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GroupingView {
    /// As [`ActionsView::grouping`], or `timeline`.
    pub key: &'static str,
    /// The words: "Lead", in the plan's word.
    pub text: String,
    /// The page.
    pub href: String,
    /// Whether it is this page.
    pub current: bool,
}

/// The actions of one priority, lead, date, status or agency.
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

/// By what a list of actions can be filtered. Every choice has an action that answers to it; a list
/// without a choice is empty.
#[derive(Clone, Debug, Serialize)]
pub struct ExplorerView {
    /// The statuses, and "overdue".
    pub statuses: Vec<ChoiceView>,
    /// The priorities.
    pub priorities: Vec<ChoiceView>,
    /// Who leads.
    pub leads: Vec<ChoiceView>,
    /// Which agencies take part.
    pub members: Vec<ChoiceView>,
    /// Whether any action has a day by which it is due.
    pub has_dates: bool,
    /// The script that holds the table of all actions, from which rows are taken.
    pub table: String,
}

/// One choice of a filter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChoiceView {
    /// The id, which stands in addresses too: `on-track`.
    pub value: String,
    /// The words.
    pub text: String,
}

/// What an action says to the filters of an [`ExplorerView`]: ids of choices with a space between.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FilterFactsView {
    /// Its status; and that it is overdue.
    pub status: String,
    /// Its priority, and others that it serves.
    pub priority: String,
    /// Who leads it or one of its rows.
    pub lead: String,
    /// The agencies that take part.
    pub member: String,
    /// The first day by which something of it is due that is not finished: `2026-08-31`.
    pub due: Option<String>,
}

/// One of the ways to group or choose actions.
struct Way {
    key: &'static str,
    page: Destination,
    words: WayWords,
    groups: fn(&Scope<'_>, PlanId) -> Vec<ActionGroupView>,
}

/// What links to a way say.
enum WayWords {
    /// The plan's word, by its key: the page has all actions.
    Word(&'static str),
    /// A sentence of the theme, by its key: the page has some actions.
    Text(&'static str),
}

const WAYS: [Way; 7] = [
    Way {
        key: "priority",
        page: Destination::Entity(Entity::Listing(Listing::Actions)),
        words: WayWords::Word("priority"),
        groups: grouping::by_priority,
    },
    Way {
        key: "lead",
        page: Destination::ActionsBy(Grouping::Lead),
        words: WayWords::Word("lead"),
        groups: grouping::by_lead,
    },
    Way {
        key: "due",
        page: Destination::ActionsBy(Grouping::DueDate),
        words: WayWords::Word("due"),
        groups: grouping::by_due_date,
    },
    Way {
        key: "status",
        page: Destination::ActionsBy(Grouping::Status),
        words: WayWords::Word("status"),
        groups: grouping::by_status,
    },
    Way {
        key: "member",
        page: Destination::ActionsBy(Grouping::Member),
        words: WayWords::Word("member"),
        groups: grouping::by_member,
    },
    Way {
        key: "overdue",
        page: Destination::ActionsBy(Grouping::Overdue),
        words: WayWords::Text("actions.overdue"),
        groups: grouping::overdue,
    },
    Way {
        key: "soon",
        page: Destination::ActionsBy(Grouping::Soon),
        words: WayWords::Text("actions.soon"),
        groups: grouping::due_soon,
    },
];

impl ActionsView {
    /// The page of the actions of a plan, in the way that the page is about.
    #[must_use]
    pub fn new(scope: &Scope<'_>, id: PlanId) -> Self {
        let here = WAYS
            .iter()
            .find(|way| way.page == scope.destination)
            .unwrap_or(&WAYS[0]);
        let title = match scope.destination {
            Destination::Entity(_) => scope.text("actions.title_by_priority", &[]),
            _ => scope.title(),
        };
        let is_whole = matches!(here.words, WayWords::Word(_));
        let groups = (here.groups)(scope, id);
        Self {
            plan: scope.link(Entity::Plan(id)),
            grouping: here.key,
            groupings: groupings(scope, id),
            choices: choices(scope),
            days: days(scope, here),
            total: if is_whole {
                actions_of_plan(scope.site(), id).len()
            } else {
                // Each stands once under a heading; soon, a second deadline may bring it again.
                distinct(&groups)
            },
            progress: scope.summary_of_plan(id).filter(|_| is_whole),
            explorer: (here.key == "priority").then(|| Filters::of(scope, id).into_view(scope)),
            table: {
                let words = scope.text("actions.table", &[]);
                scope.link_at(scope.routes().table_of(id), words)
            },
            feed: feed(scope, id),
            groups,
            nothing: nothing(scope, here),
            page: scope.page(PageParts {
                plan: Some(id),
                parents: vec![Entity::Plan(id)],
                ..PageParts::new("actions", title)
            }),
        }
    }
}

/// The pages with some of the actions of the current plan, and its timeline.
#[must_use]
pub fn choices(scope: &Scope<'_>) -> Vec<GroupingView> {
    let days = deadlines::SOON.to_string();
    let mut choices = ways(scope, |words| match words {
        WayWords::Word(_) => None,
        WayWords::Text(key) => Some(scope.text(key, &[("days", &days)])),
    });
    let timeline = Destination::Timeline;
    choices.push(GroupingView {
        key: "timeline",
        text: scope.derivation.title(timeline, scope.language()),
        href: scope.href(timeline),
        current: scope.destination == timeline,
    });
    choices
}

/// The calendar file of the dates by which actions of a plan are due.
#[must_use]
pub fn feed(scope: &Scope<'_>, id: PlanId) -> Option<LinkView> {
    scope.derivation.has_due_feed(id).then(|| {
        let words = scope.text("actions.due_feed", &[]);
        scope.link_at(scope.routes().feed_of_due_dates(), words)
    })
}

/// The pages with all actions of a plan.
fn groupings(scope: &Scope<'_>, id: PlanId) -> Vec<GroupingView> {
    ways(scope, |words| match words {
        WayWords::Word(key) => Some(scope.word(id, None, key).one),
        WayWords::Text(_) => None,
    })
}

/// The ways that have words and a page.
fn ways(scope: &Scope<'_>, words: impl Fn(&WayWords) -> Option<String>) -> Vec<GroupingView> {
    WAYS.iter()
        .filter(|way| scope.routes().exists(way.page))
        .filter_map(|way| {
            Some(GroupingView {
                key: way.key,
                text: words(&way.words)?,
                href: scope.href(way.page),
                current: way.page == scope.destination,
            })
        })
        .collect()
}

/// Of which days a page with some of the actions speaks.
fn days(scope: &Scope<'_>, way: &Way) -> Option<String> {
    let on = scope.site().as_of;
    let day = |date| scope.date(PartialDate::Day(date)).text;
    match way.key {
        "overdue" => Some(scope.text("actions.on_day", &[("date", &day(on))])),
        "soon" => {
            let to = day(deadlines::last_day_soon(on));
            Some(scope.text("actions.from_to", &[("from", &day(on)), ("to", &to)]))
        }
        _ => None,
    }
}

fn nothing(scope: &Scope<'_>, way: &Way) -> String {
    let key = match way.key {
        "overdue" => "actions.nothing_overdue",
        "soon" => "actions.nothing_soon",
        "member" => "actions.nothing_by_member",
        _ => "actions.nothing",
    };
    scope.text(key, &[])
}

/// How many actions some groups hold, each counted once.
fn distinct(groups: &[ActionGroupView]) -> usize {
    let pages: BTreeSet<&str> = groups
        .iter()
        .flat_map(|group| &group.actions)
        .map(|action| action.href.as_str())
        .collect();
    pages.len()
}
