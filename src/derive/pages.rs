//! Every page of the site, in a fixed order.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::derive::Derivation;
use crate::derive::routes::{Destination, Grouping, authored};
use crate::derive::scope::Scope;
use crate::derive::view::action::ActionView;
use crate::derive::view::actions::ActionsView;
use crate::derive::view::calendar::CalendarView;
use crate::derive::view::document::DocumentView;
use crate::derive::view::glossary::GlossaryView;
use crate::derive::view::group::GroupView;
use crate::derive::view::groups::GroupsView;
use crate::derive::view::health::HealthView;
use crate::derive::view::home::HomeView;
use crate::derive::view::meetings::MeetingsView;
use crate::derive::view::member::MemberView;
use crate::derive::view::members::MembersView;
use crate::derive::view::moved::MovedView;
use crate::derive::view::not_found::NotFoundView;
use crate::derive::view::outcomes::OutcomesView;
use crate::derive::view::plan::PlanView;
use crate::derive::view::plans::PlansView;
use crate::derive::view::priority::PriorityView;
use crate::derive::view::roles::RolesView;
use crate::derive::view::statement::StatementView;
use crate::derive::view::strategies::StrategiesView;
use crate::derive::view::whole_plan::WholePlanView;
use crate::derive::view::{Page, View};
use crate::model::{Accessibility, Entity, Listing, Site};
use crate::output::OutputPath;
use crate::source::FileId;

/// A page, and the pictures and documents that it uses.
pub struct Made {
    /// The page.
    pub page: Page,
    /// What it uses.
    pub files: BTreeSet<FileId>,
}

/// Makes every page of the site.
#[must_use]
pub fn pages(derivation: &Derivation<'_>) -> Vec<Made> {
    let orders = orders(derivation);
    let made: Vec<Option<Made>> = orders
        .par_iter()
        .map(|order| make(derivation, order))
        .collect();
    made.into_iter().flatten().collect()
}

/// A page to make.
struct Order<'a> {
    destination: Destination,
    language: &'a str,
    /// The old address, where the page only says where its content has gone.
    moved_from: Option<OutputPath>,
}

fn orders<'a>(derivation: &Derivation<'a>) -> Vec<Order<'a>> {
    let site = derivation.site;
    let routes = &derivation.routes;
    let mut destinations: Vec<Destination> = authored(site)
        .into_iter()
        // Its text stands in the statement.
        .filter(|entity| match entity {
            Entity::Document(id) => routes.statement_text() != Some(*id),
            _ => true,
        })
        .map(Destination::from)
        .collect();
    destinations.push(Entity::Statement.into());
    destinations.extend(site.plans.ids().map(Destination::WholePlan));
    destinations.extend(
        [
            Listing::Plans,
            Listing::Actions,
            Listing::Groups,
            Listing::Members,
            Listing::Outcomes,
            Listing::Calendar,
        ]
        .map(Destination::from),
    );
    destinations
        .extend([Grouping::Lead, Grouping::DueDate, Grouping::Status].map(Destination::from));
    destinations.extend(site.groups.ids().map(Destination::CalendarOf));
    destinations.extend(derivation.health.map(|_| Destination::Health));
    destinations.push(Destination::NotFound);
    let order = |destination, language| Order {
        destination,
        language,
        moved_from: None,
    };
    let pages = destinations
        .into_iter()
        .filter(|destination| routes.exists(*destination))
        .flat_map(|destination| {
            let languages = routes.languages(destination).into_iter();
            languages.map(move |language| order(destination, language))
        });
    pages.chain(moved(derivation)).collect()
}

/// The pages at old addresses.
fn moved<'a>(derivation: &Derivation<'a>) -> Vec<Order<'a>> {
    let mut orders = Vec::new();
    for entity in authored(derivation.site) {
        for language in derivation.routes.languages(entity) {
            let facts = derivation.routes.facts(entity, language);
            for old in facts.iter().flat_map(|facts| &facts.redirect_from) {
                orders.push(Order {
                    destination: entity.into(),
                    language,
                    moved_from: Some(old.value.clone()),
                });
            }
        }
    }
    orders
}

fn make(derivation: &Derivation<'_>, order: &Order<'_>) -> Option<Made> {
    let mut scope = Scope::new(derivation, order.destination, order.language);
    let view = match (&order.moved_from, order.destination) {
        (Some(old), Destination::Entity(target)) => {
            scope.place.address = old.clone();
            View::Moved(Box::new(MovedView::new(&scope, target)))
        }
        _ => view(&scope)?,
    };
    Some(Made {
        page: Page {
            path: scope.place.address.clone(),
            language: scope.language().to_owned(),
            view,
        },
        files: scope.into_files(),
    })
}

/// The view of a page; `None` for an entry of a list, which has no page of its own.
fn view(scope: &Scope<'_>) -> Option<View> {
    let site = scope.site();
    let language = scope.language();
    Some(match scope.destination {
        Destination::Entity(entity) => match entity {
            Entity::Home => View::Home(Box::new(HomeView::new(scope))),
            Entity::Plan(id) => View::Plan(Box::new(PlanView::new(scope, id))),
            Entity::Priority(id) => View::Priority(Box::new(PriorityView::new(scope, id))),
            Entity::Action(id) => View::Action(Box::new(ActionView::new(scope, id))),
            Entity::Group(id) => View::Group(Box::new(GroupView::new(scope, id))),
            Entity::Member(id) => View::Member(Box::new(MemberView::new(scope, id))),
            Entity::Cycle(id) => View::Meetings(Box::new(MeetingsView::new(scope, id))),
            Entity::Document(id) => View::Document(Box::new(DocumentView::new(scope, id))),
            Entity::Roles => {
                let page = site.roles_page.as_ref()?.in_language(language);
                View::Roles(Box::new(RolesView::new(scope, page)))
            }
            Entity::Strategies => {
                let page = site.strategies_page.as_ref()?.in_language(language);
                View::Strategies(Box::new(StrategiesView::new(scope, page)))
            }
            Entity::Glossary => {
                let page = site.glossary_page.as_ref()?.in_language(language);
                View::Glossary(Box::new(GlossaryView::new(scope, page)))
            }
            Entity::Statement => match statement(site, language) {
                Some(facts) => View::Statement(Box::new(StatementView::new(scope, facts))),
                // Without its facts, which is an error of its own, the author's text is a document.
                None => {
                    let id = scope.routes().statement_text()?;
                    View::Document(Box::new(DocumentView::new(scope, id)))
                }
            },
            Entity::Listing(Listing::Plans) => View::Plans(Box::new(PlansView::new(scope))),
            Entity::Listing(Listing::Actions) => actions(scope)?,
            Entity::Listing(Listing::Groups) => View::Groups(Box::new(GroupsView::new(scope))),
            Entity::Listing(Listing::Members) => View::Members(Box::new(MembersView::new(scope))),
            Entity::Listing(Listing::Outcomes) => {
                View::Outcomes(Box::new(OutcomesView::new(scope, site.current_plan?)))
            }
            Entity::Listing(Listing::Calendar) => {
                View::Calendar(Box::new(CalendarView::new(scope, None)))
            }
            Entity::Role(_) | Entity::Strategy(_) | Entity::Term(_) => return None,
        },
        Destination::WholePlan(id) => View::WholePlan(Box::new(WholePlanView::new(scope, id))),
        Destination::ActionsBy(_) => actions(scope)?,
        Destination::CalendarOf(group) => {
            View::Calendar(Box::new(CalendarView::new(scope, Some(group))))
        }
        Destination::Health => {
            View::Health(Box::new(HealthView::new(scope, scope.derivation.health?)))
        }
        Destination::NotFound => View::NotFound(Box::new(NotFoundView::new(scope))),
    })
}

fn actions(scope: &Scope<'_>) -> Option<View> {
    let plan = scope.site().current_plan?;
    Some(View::Actions(Box::new(ActionsView::new(scope, plan))))
}

/// The facts of the accessibility statement; a translation shares those of the original.
fn statement<'a>(site: &'a Site, language: &str) -> Option<&'a Accessibility> {
    let own = site.home.in_language(language).accessibility.as_ref();
    own.or(site.home.original.accessibility.as_ref())
}
