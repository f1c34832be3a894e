//! The timeline: what is due when.

use serde::Serialize;

use crate::dates::PartialDate;
use crate::derive::html::Html;
use crate::derive::page::PageParts;
use crate::derive::relations::PlanId;
use crate::derive::routes::{Destination, Grouping};
use crate::derive::scope::Scope;
use crate::derive::timeline;
use crate::derive::view::action_parts::{DueView, LeadView};
use crate::derive::view::actions::{GroupingView, choices, feed};
use crate::derive::view::page::PageView;
use crate::derive::view::parts::{DateView, LinkView, StatusView};
use crate::model::Entity;

/// What is due when in a plan.
#[derive(Clone, Debug, Serialize)]
pub struct TimelineView {
    /// What every page has.
    pub page: PageView,
    /// The plan.
    pub plan: LinkView,
    /// The day from which the page looks.
    pub as_of: DateView,
    /// The pages with some of the actions, and this one.
    pub choices: Vec<GroupingView>,
    /// How much is due when: the number of entries of each section, as inline SVG. The sections say
    /// the same in full.
    pub picture: Option<Html>,
    /// What is overdue, each quarter in which something is due, what comes round with meetings, what
    /// goes on, what is due in words only, what has no date; none is empty.
    pub sections: Vec<TimelineSectionView>,
    /// The columns that something fills, of `due`, `what`, `lead` and `status`.
    pub columns: Vec<&'static str>,
    /// How many actions are finished; they are in no section.
    pub finished: usize,
    /// The list of the finished actions, where there are any.
    pub finished_href: Option<String>,
    /// The calendar file of the dates by which actions are due.
    pub feed: Option<LinkView>,
}

/// A part of a timeline.
#[derive(Clone, Debug, Serialize)]
pub struct TimelineSectionView {
    /// The id of the heading.
    pub id: String,
    /// The heading: "October to December 2026".
    pub heading: String,
    /// `overdue`, `quarter`, `meetings`, `ongoing`, `in-words` or `no-date`.
    pub key: &'static str,
    /// Of a quarter, its number in the years of the plan: "Quarter 3 of 2026/27".
    pub note: Option<String>,
    /// Whether it is the quarter in which the page looks.
    pub is_now: bool,
    /// What is due, soonest first.
    pub entries: Vec<TimelineEntryView>,
}

/// An action, or some of its tasks, at a place in time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TimelineEntryView {
    /// The word and the reference of the action: "Action 1.3".
    pub label: String,
    /// The title of the action.
    pub title: String,
    /// Its page.
    pub href: String,
    /// The language of that page, where it is not the language of this one.
    pub language: Option<String>,
    /// The tasks, where the date is theirs and not that of the action.
    pub tasks: Vec<Html>,
    /// By when; `None` where nobody said.
    pub due: Option<DueView>,
    /// Who leads.
    pub leads: Vec<LeadView>,
    /// How it stands.
    pub status: Option<StatusView>,
}

impl TimelineView {
    /// The timeline of a plan.
    #[must_use]
    pub fn new(scope: &Scope<'_>, id: PlanId) -> Self {
        let sections = timeline::sections(scope, id);
        let finished = timeline::finished(scope, id);
        let by_due = Destination::ActionsBy(Grouping::DueDate);
        Self {
            plan: scope.link(Entity::Plan(id)),
            as_of: scope.date(PartialDate::Day(scope.site().as_of)),
            choices: choices(scope),
            picture: timeline::picture(scope, &sections),
            columns: columns(&sections),
            sections,
            finished_href: (finished > 0).then(|| format!("{}#finished", scope.href(by_due))),
            finished,
            feed: feed(scope, id),
            page: scope.page(PageParts {
                plan: Some(id),
                parents: vec![Entity::Plan(id)],
                ..PageParts::new("timeline", scope.title())
            }),
        }
    }
}

fn columns(sections: &[TimelineSectionView]) -> Vec<&'static str> {
    let has = |is_filled: fn(&TimelineEntryView) -> bool| {
        let mut entries = sections.iter().flat_map(|section| &section.entries);
        entries.any(is_filled)
    };
    [
        ("due", has(|entry| entry.due.is_some())),
        ("what", true),
        ("lead", has(|entry| !entry.leads.is_empty())),
        ("status", has(|entry| entry.status.is_some())),
    ]
    .into_iter()
    .filter(|(_, is_filled)| *is_filled)
    .map(|(key, _)| key)
    .collect()
}
