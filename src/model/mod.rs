//! What was written → what it means. Names are resolved once to ids; afterwards all is inert.

mod board;
mod document;
mod id;
mod lead;
mod library;
mod link;
mod meeting;
pub mod names;
mod nation;
mod page;
mod plan;
mod resolve;
mod settings;
pub mod texts;
pub mod standing;
pub mod terms;
pub mod vocabulary;

pub use board::{Group, Member, Role, RoleWords, Seat};
pub use document::{Document, SignOff};
pub use id::{Arena, Id};
pub use lead::{Lead, LeadPart, Owner, Part};
pub use library::{ListPage, Strategy, StrategyLink, StrategyWords, Term, WebAddress};
pub use link::{Entity, Link, Listing, Overview, Prose, Target};
pub use meeting::{Cycle, Meeting, Online, Paper, Series, State, When};
pub use page::{Localised, PageFacts};
pub use plan::{
    Action, BudgetLine, DocumentControl, Due, Facts, FieldKind, FieldValue, Given, Measure,
    Outcome, OwnField, Plan, Priority, Progress, Row, Status, owners,
};
pub use resolve::{AsOf, Drafts, resolve};
pub use settings::{
    Accessibility, Board, Compliance, Contact, Enforcement, Home, MenuEntry, ReportConcern,
    Settings,
};

use crate::dates::Date;
use crate::parse::Asset;

/// Everything that a board publishes, as it is meant.
#[derive(Clone, Debug)]
pub struct Site {
    /// The day at which overdue, stale and upcoming are worked out.
    pub as_of: Date,
    /// What `index.md` settles.
    pub settings: Settings,
    /// The first page and the board.
    pub home: Localised<Home>,
    /// The plans: current, then others by period, newest first.
    pub plans: Arena<Localised<Plan>>,
    /// The plan that is meant where none is named.
    pub current_plan: Option<Id<Localised<Plan>>>,
    /// The priorities of all plans, in their order.
    pub priorities: Arena<Localised<Priority>>,
    /// The actions of all plans, in their order.
    pub actions: Arena<Localised<Action>>,
    /// The groups, the board first, then by order and name.
    pub groups: Arena<Localised<Group>>,
    /// The members, by order and name.
    pub members: Arena<Localised<Member>>,
    /// The roles, in the author's order.
    pub roles: Arena<Role>,
    /// The page of the roles.
    pub roles_page: Option<Localised<ListPage>>,
    /// The strategies, in the author's order.
    pub strategies: Arena<Strategy>,
    /// The page of the strategies.
    pub strategies_page: Option<Localised<ListPage>>,
    /// The terms of all languages, in the author's order.
    pub terms: Arena<Term>,
    /// The page of the glossary.
    pub glossary_page: Option<Localised<ListPage>>,
    /// The cycles of meetings, newest first.
    pub cycles: Arena<Localised<Cycle>>,
    /// All other documents, by path.
    pub documents: Arena<Localised<Document>>,
    /// Pictures and documents beside the pages, used or not.
    pub assets: Vec<Asset>,
}

impl Site {
    /// The plan that is meant today, where it is still worked on.
    #[must_use]
    pub fn living_plan(&self) -> Option<&Plan> {
        let plan = &self.plans[self.current_plan?].original;
        (!plan.archived).then_some(plan)
    }

    /// The actions of a plan that are its own work: those of strategic priorities, which should
    /// have none, are another message.
    pub fn own_actions<'s>(
        &'s self,
        plan: &'s Plan,
    ) -> impl Iterator<Item = (&'s Priority, &'s Action)> {
        plan.priorities
            .iter()
            .map(|id| &self.priorities[*id].original)
            .filter(|priority| !priority.strategic)
            .flat_map(move |priority| {
                let actions = priority.actions.iter();
                actions.map(move |id| (priority, &self.actions[*id].original))
            })
    }
}
