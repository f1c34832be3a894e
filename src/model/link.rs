//! Where links lead, once names and paths are resolved.

use crate::model::{
    Action, Cycle, Document, Group, Id, Localised, Member, Owner, Plan, Priority, Role, Strategy,
    Term,
};
use crate::parse::markdown::Body;
use crate::source::{FileId, Span};

/// A page, or an entry of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Entity {
    /// The first page.
    Home,
    /// A plan.
    Plan(Id<Localised<Plan>>),
    /// A priority.
    Priority(Id<Localised<Priority>>),
    /// An action.
    Action(Id<Localised<Action>>),
    /// A group.
    Group(Id<Localised<Group>>),
    /// A member.
    Member(Id<Localised<Member>>),
    /// A role: an entry of the roles page.
    Role(Id<Role>),
    /// A strategy: an entry of the strategies page.
    Strategy(Id<Strategy>),
    /// A term: an entry of the glossary of its language.
    Term(Id<Term>),
    /// A cycle of meetings.
    Cycle(Id<Localised<Cycle>>),
    /// Any other document.
    Document(Id<Localised<Document>>),
    /// The roles page.
    Roles,
    /// The strategies page.
    Strategies,
    /// The glossary.
    Glossary,
    /// The accessibility statement.
    Statement,
    /// A page that the program makes itself.
    Listing(Listing),
}

impl From<Owner> for Entity {
    fn from(owner: Owner) -> Self {
        match owner {
            Owner::Group(id) => Entity::Group(id),
            Owner::Member(id) => Entity::Member(id),
            Owner::Role(id) => Entity::Role(id),
        }
    }
}

/// A page that the program makes itself, for menus and links.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Listing {
    /// All plans.
    Plans,
    /// All actions.
    Actions,
    /// All groups.
    Groups,
    /// All members.
    Members,
    /// All outcomes.
    Outcomes,
    /// The calendar.
    Calendar,
}

/// A page that the program makes of the whole site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overview {
    /// The search.
    Search,
    /// The A to Z.
    AToZ,
    /// The timeline of the current plan.
    Timeline,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// To a page or an entry, and perhaps to a place on it.
    Entity(Entity, Option<String>),
    /// To one version of a page that has several, and perhaps to a place on it: the author named
    /// its file.
    Version {
        /// The page.
        entity: Entity,
        /// The language of the version.
        language: String,
        /// The place on it.
        anchor: Option<String>,
    },
    /// To a page that the program makes of the whole site.
    Overview(Overview),
    /// To a picture or document beside the pages, and perhaps to a part of it, as `page=4` of a PDF.
    Asset(FileId, Option<String>),
    /// To a place on the same page.
    Anchor(String),
    /// To an address outside the site, with its scheme.
    External(String),
    /// Nowhere: a message says so, and the words are shown.
    Nowhere,
}

/// A link in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where it leads.
    pub target: Target,
    /// What the author wrote as its destination.
    pub written: String,
    /// The whole link.
    pub span: Span,
}

/// A text in Markdown whose links are resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prose {
    /// The words as written; empty for the body of a page.
    pub text: String,
    /// The text as blocks.
    pub body: Body<Link>,
    /// Where it stands.
    pub span: Span,
}

impl Prose {
    /// Whether there is nothing to show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.body.is_empty()
    }
}
