//! What templates receive: finished values, one struct for each kind of page.
//!
//! These are the only types of the program that are serialised for templates. Every date and
//! every word that depends on data is finished text in the language of the page; every link of a
//! page is already relative to it. What the theme itself says comes from its `strings/`.

pub mod action_parts;
pub mod page;
pub mod parts;
pub mod site;
pub mod subscription;
pub mod year;

pub mod a_z;
pub mod action;
pub mod actions;
pub mod calendar;
pub mod document;
pub mod glossary;
pub mod group;
pub mod groups;
pub mod health;
pub mod history;
pub mod home;
pub mod measures;
pub mod meetings;
pub mod member;
pub mod members;
pub mod moved;
pub mod not_found;
pub mod outcomes;
pub mod plan;
pub mod plans;
pub mod priority;
pub mod roles;
pub mod search;
pub mod statement;
pub mod strategies;
pub mod timeline;
pub mod whole_plan;

pub mod export;
pub mod feed;
pub mod linked_data;
pub mod search_index;
pub mod sitemap;

pub mod views;

use serde::Serialize;

use crate::derive::view::a_z::AToZView;
use crate::derive::view::action::ActionView;
use crate::derive::view::actions::ActionsView;
use crate::derive::view::calendar::CalendarView;
use crate::derive::view::document::DocumentView;
use crate::derive::view::glossary::GlossaryView;
use crate::derive::view::group::GroupView;
use crate::derive::view::groups::GroupsView;
use crate::derive::view::health::HealthView;
use crate::derive::view::home::HomeView;
use crate::derive::view::measures::MeasuresView;
use crate::derive::view::meetings::MeetingsView;
use crate::derive::view::member::MemberView;
use crate::derive::view::members::MembersView;
use crate::derive::view::moved::MovedView;
use crate::derive::view::not_found::NotFoundView;
use crate::derive::view::outcomes::OutcomesView;
use crate::derive::view::page::PageView;
use crate::derive::view::plan::PlanView;
use crate::derive::view::plans::PlansView;
use crate::derive::view::priority::PriorityView;
use crate::derive::view::roles::RolesView;
use crate::derive::view::search::SearchView;
use crate::derive::view::statement::StatementView;
use crate::derive::view::strategies::StrategiesView;
use crate::derive::view::timeline::TimelineView;
use crate::derive::view::whole_plan::WholePlanView;
use crate::output::OutputPath;

/// One page of the site, ready to be rendered.
#[derive(Clone, Debug)]
pub struct Page {
    /// Where the page is written: `groups/training.html`.
    pub path: OutputPath,
    /// The language of the page, as in `languages`: `en`.
    pub language: String,
    /// What it shows.
    pub view: View,
}

/// What a page shows, by kind.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum View {
    /// The first page of the site.
    Home(Box<HomeView>),
    /// A plan: vision, outcomes, progress, priorities.
    Plan(Box<PlanView>),
    /// A plan from the first word to the last, to print.
    WholePlan(Box<WholePlanView>),
    /// All plans, current and archived.
    Plans(Box<PlansView>),
    /// A priority with its work plan.
    Priority(Box<PriorityView>),
    /// An action.
    Action(Box<ActionView>),
    /// All actions of a plan in one grouping, or those that are overdue or due soon.
    Actions(Box<ActionsView>),
    /// What is due when.
    Timeline(Box<TimelineView>),
    /// All groups and the structure of the board.
    Groups(Box<GroupsView>),
    /// A group.
    Group(Box<GroupView>),
    /// All partner agencies.
    Members(Box<MembersView>),
    /// A partner agency.
    Member(Box<MemberView>),
    /// The posts that lead work.
    Roles(Box<RolesView>),
    /// The strategies, laws and reviews that actions link to.
    Strategies(Box<StrategiesView>),
    /// The outcomes of a plan.
    Outcomes(Box<OutcomesView>),
    /// The measures of a plan that have codes.
    Measures(Box<MeasuresView>),
    /// Terms and abbreviations.
    Glossary(Box<GlossaryView>),
    /// Meetings by date, of all groups or of one.
    Calendar(Box<CalendarView>),
    /// One cycle of meetings.
    Meetings(Box<MeetingsView>),
    /// Any other document.
    Document(Box<DocumentView>),
    /// The accessibility statement.
    Statement(Box<StatementView>),
    /// The search.
    Search(Box<SearchView>),
    /// Everything on the site, from A to Z.
    AToZ(Box<AToZView>),
    /// How the plan does, for the board's own people.
    Health(Box<HealthView>),
    /// The page for an address that does not exist.
    NotFound(Box<NotFoundView>),
    /// The page at an old address.
    Moved(Box<MovedView>),
}

impl View {
    /// The template that renders the view, by its path in a theme.
    #[must_use]
    pub fn template(&self) -> &'static str {
        match self {
            Self::Home(_) => "pages/home.html",
            Self::Plan(_) => "pages/plan.html",
            Self::WholePlan(_) => "pages/whole-plan.html",
            Self::Plans(_) => "pages/plans.html",
            Self::Priority(_) => "pages/priority.html",
            Self::Action(_) => "pages/action.html",
            Self::Actions(_) => "pages/actions.html",
            Self::Timeline(_) => "pages/timeline.html",
            Self::Groups(_) => "pages/groups.html",
            Self::Group(_) => "pages/group.html",
            Self::Members(_) => "pages/members.html",
            Self::Member(_) => "pages/member.html",
            Self::Roles(_) => "pages/roles.html",
            Self::Strategies(_) => "pages/strategies.html",
            Self::Outcomes(_) => "pages/outcomes.html",
            Self::Measures(_) => "pages/measures.html",
            Self::Glossary(_) => "pages/glossary.html",
            Self::Calendar(_) => "pages/calendar.html",
            Self::Meetings(_) => "pages/meetings.html",
            Self::Document(_) => "pages/document.html",
            Self::Statement(_) => "pages/statement.html",
            Self::Search(_) => "pages/search.html",
            Self::AToZ(_) => "pages/a-z.html",
            Self::Health(_) => "pages/health.html",
            Self::NotFound(_) => "pages/not-found.html",
            Self::Moved(_) => "pages/moved.html",
        }
    }

    /// Whether a theme may do without the page: one that stands alone and was written before there
    /// was a search need not know it.
    #[must_use]
    pub fn is_optional(&self) -> bool {
        matches!(self, Self::Search(_) | Self::AToZ(_))
    }

    /// What every page has.
    #[must_use]
    pub fn page(&self) -> &PageView {
        match self {
            Self::Home(view) => &view.page,
            Self::Plan(view) => &view.page,
            Self::WholePlan(view) => &view.page,
            Self::Plans(view) => &view.page,
            Self::Priority(view) => &view.page,
            Self::Action(view) => &view.page,
            Self::Actions(view) => &view.page,
            Self::Timeline(view) => &view.page,
            Self::Groups(view) => &view.page,
            Self::Group(view) => &view.page,
            Self::Members(view) => &view.page,
            Self::Member(view) => &view.page,
            Self::Roles(view) => &view.page,
            Self::Strategies(view) => &view.page,
            Self::Outcomes(view) => &view.page,
            Self::Measures(view) => &view.page,
            Self::Glossary(view) => &view.page,
            Self::Calendar(view) => &view.page,
            Self::Meetings(view) => &view.page,
            Self::Document(view) => &view.page,
            Self::Statement(view) => &view.page,
            Self::Search(view) => &view.page,
            Self::AToZ(view) => &view.page,
            Self::Health(view) => &view.page,
            Self::NotFound(view) => &view.page,
            Self::Moved(view) => &view.page,
        }
    }
}
