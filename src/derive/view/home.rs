//! The first page of the site.

use serde::Serialize;

use crate::derive::html::Html;
use crate::derive::meetings::next_meetings;
use crate::derive::page::PageParts;
use crate::derive::scope::Scope;
use crate::derive::view::calendar::MeetingView;
use crate::derive::view::page::PageView;
use crate::derive::view::parts::{LinkGroupView, LinkView};
use crate::derive::view::plan::{PlanSummaryView, PriorityCardView, ways};
use crate::model::{Document, Entity, Listing, Localised, Site};

/// The first page of the site.
#[derive(Clone, Debug, Serialize)]
pub struct HomeView {
    /// What every page has.
    pub page: PageView,
    /// The welcome text.
    pub body: Option<Html>,
    /// The current plan.
    pub plan: Option<PlanSummaryView>,
    /// Its priorities, strategic ones first.
    pub priorities: Vec<PriorityCardView>,
    /// The next three meetings of all groups.
    pub meetings: Vec<MeetingView>,
    /// All meetings.
    pub calendar: Option<LinkView>,
    /// The other parts of the site: ways in by group, member, document.
    pub sections: Vec<LinkGroupView>,
}

/// How many of the next meetings stand on the first page.
const NEXT_MEETINGS: usize = 3;

impl HomeView {
    /// The first page of the site.
    #[must_use]
    pub fn new(scope: &Scope<'_>) -> Self {
        let site = scope.site();
        let home = site.home.in_language(scope.language());
        let body = scope.body(&home.page.body);
        let calendar = Listing::Calendar;
        Self {
            body,
            plan: site.current_plan.map(|plan| scope.plan_summary(plan)),
            priorities: site
                .current_plan
                .map(|plan| scope.priorities_of(plan))
                .unwrap_or_default()
                .into_iter()
                .map(|priority| scope.priority_card(priority))
                .collect(),
            meetings: next_meetings(scope, NEXT_MEETINGS),
            calendar: scope.routes().exists(calendar).then(|| {
                let words = scope.text("meetings.calendar", &[]);
                scope.link_as(calendar, words)
            }),
            sections: sections(scope),
            page: scope.page(PageParts {
                facts: Some(&home.page),
                plan: site.current_plan,
                ..PageParts::new("home", scope.derivation.site_title(scope.language()))
            }),
        }
    }
}

/// The ways into the site that the page does not show already; a section without links is left out.
fn sections(scope: &Scope<'_>) -> Vec<LinkGroupView> {
    let site = scope.site();
    let mut plan = match site.current_plan {
        Some(plan) => ways(scope, plan),
        None => Vec::new(),
    };
    if site.plans.len() > 1 {
        plan.push(scope.link(Entity::Listing(Listing::Plans)));
    }
    plan.extend(existing(scope, &[Entity::Strategies]));
    let documents = site
        .documents
        .iter()
        .filter(|(id, document)| {
            let is_statement = scope.routes().statement_text() == Some(*id);
            document.original.plan.is_none() && !is_statement && is_at_the_top(site, document)
        })
        .map(|(id, _)| scope.link(Entity::Document(id)))
        .chain(existing(scope, &[Entity::Glossary]))
        .collect();
    [
        ("navigation.plan", plan),
        ("navigation.about", people(scope)),
        ("navigation.documents", documents),
    ]
    .into_iter()
    .filter(|(_, links)| !links.is_empty())
    .map(|(heading, links)| LinkGroupView {
        heading: Some(scope.text(heading, &[])),
        links,
    })
    .collect()
}

/// Whether no other document introduces the folder of a document, so that it must be found here.
fn is_at_the_top(site: &Site, document: &Localised<Document>) -> bool {
    let address = document.original.page.address.as_str();
    let Some((folder, name)) = address.rsplit_once('/') else {
        return true;
    };
    let introduction = format!("{folder}/index.html");
    let has_introduction = site
        .documents
        .values()
        .any(|other| other.original.page.address.as_str() == introduction);
    name == "index.html" || !has_introduction
}

/// Who does the work: the groups that lead most visibly (those that answer to nobody), then the
/// lists of all groups, members and roles.
fn people(scope: &Scope<'_>) -> Vec<LinkView> {
    let site = scope.site();
    let at_the_top = site.groups.iter().filter(|(id, group)| {
        let group = &group.original;
        let answers_to_nobody = group.reports_to.is_empty() && !group.outside;
        let relations = &scope.derivation.relations;
        let leads_groups = !relations.reported_by(*id).is_empty();
        answers_to_nobody && leads_groups && group.ended.is_none()
    });
    at_the_top
        .map(|(id, _)| scope.link(Entity::Group(id)))
        .chain(existing(
            scope,
            &[
                Entity::Listing(Listing::Groups),
                Entity::Listing(Listing::Members),
                Entity::Roles,
            ],
        ))
        .collect()
}

fn existing(scope: &Scope<'_>, pages: &[Entity]) -> Vec<LinkView> {
    pages
        .iter()
        .filter(|page| scope.routes().exists(**page))
        .map(|page| scope.link(*page))
        .collect()
}
