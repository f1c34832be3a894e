//! Where everything is published, and how one page leads to another.

mod address;

use std::collections::BTreeSet;

use crate::derive::relations::MeetingRef;
use crate::model::{
    Document, Entity, Group, Id, Listing, Localised, Overview, PageFacts, Plan, Site, Term,
};
use crate::output::OutputPath;
use crate::strings::Strings;

pub use address::{absolute, relative};

/// The address of the accessibility statement; `pages/accessibility.md` shares it.
pub const STATEMENT: &str = "accessibility.html";

/// A page of the site, or an entry of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Destination {
    /// What content can link to. `Listing::Actions` are the actions by priority.
    Entity(Entity),
    /// A plan on one page.
    WholePlan(Id<Localised<Plan>>),
    /// The measures of a plan by code, each with its actions.
    Measures(Id<Localised<Plan>>),
    /// The actions of the current plan in another grouping, or some of them.
    ActionsBy(Grouping),
    /// What is due when in the current plan.
    Timeline,
    /// The meetings of one group.
    CalendarOf(Id<Localised<Group>>),
    /// The search.
    Search,
    /// Everything on the site, from A to Z.
    AToZ,
    /// How the plan does, for the board's own people.
    Health,
    /// The page for an address that does not exist.
    NotFound,
}

/// How the actions of a plan are grouped or chosen on pages of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grouping {
    /// By who leads.
    Lead,
    /// By due date.
    DueDate,
    /// By status.
    Status,
    /// By the agency that takes part.
    Member,
    /// Only what is overdue.
    Overdue,
    /// Only what is due soon.
    Soon,
}

impl Grouping {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Lead,
        Self::DueDate,
        Self::Status,
        Self::Member,
        Self::Overdue,
        Self::Soon,
    ];
}

impl From<Entity> for Destination {
    fn from(entity: Entity) -> Self {
        Self::Entity(entity)
    }
}

impl From<Grouping> for Destination {
    fn from(grouping: Grouping) -> Self {
        Self::ActionsBy(grouping)
    }
}

impl From<Overview> for Destination {
    fn from(overview: Overview) -> Self {
        match overview {
            Overview::Search => Self::Search,
            Overview::AToZ => Self::AToZ,
            Overview::Timeline => Self::Timeline,
        }
    }
}

impl From<Listing> for Destination {
    fn from(listing: Listing) -> Self {
        Self::Entity(Entity::Listing(listing))
    }
}

/// Where something is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The page.
    pub address: OutputPath,
    /// The id of the entry on it.
    pub anchor: Option<String>,
    /// The language of the page.
    pub language: String,
}

/// Every page that an author wrote, in the order of the site.
#[must_use]
pub fn authored(site: &Site) -> Vec<Entity> {
    let mut pages = vec![Entity::Home];
    pages.extend(site.plans.ids().map(Entity::Plan));
    pages.extend(site.priorities.ids().map(Entity::Priority));
    pages.extend(site.actions.ids().map(Entity::Action));
    pages.extend(site.groups.ids().map(Entity::Group));
    pages.extend(site.members.ids().map(Entity::Member));
    pages.extend(site.roles_page.iter().map(|_| Entity::Roles));
    pages.extend(site.strategies_page.iter().map(|_| Entity::Strategies));
    pages.extend(site.glossary_page.iter().map(|_| Entity::Glossary));
    pages.extend(site.cycles.ids().map(Entity::Cycle));
    pages.extend(site.documents.ids().map(Entity::Document));
    pages
}

/// Where everything is published.
pub struct Routes<'a> {
    site: &'a Site,
    statement_text: Option<Id<Localised<Document>>>,
    meeting_groups: BTreeSet<Id<Localised<Group>>>,
    calendar_languages: Vec<&'a str>,
}

impl<'a> Routes<'a> {
    /// The routes of a site whose theme speaks these words.
    #[must_use]
    pub fn new(site: &'a Site, strings: &Strings) -> Self {
        let statement_text = site
            .documents
            .iter()
            .find(|(_, document)| document.original.page.address.as_str() == STATEMENT)
            .map(|(id, _)| id);
        let meeting_groups = site
            .cycles
            .values()
            .flat_map(|cycle| &cycle.original.series)
            .filter(|series| !series.meetings.is_empty())
            .filter_map(|series| series.group)
            .collect();
        Self {
            site,
            statement_text,
            meeting_groups,
            calendar_languages: calendar_languages(site, strings),
        }
    }

    /// The board's own text of the accessibility statement (`pages/accessibility.md`).
    #[must_use]
    pub fn statement_text(&self) -> Option<Id<Localised<Document>>> {
        self.statement_text
    }

    /// Whether a group has meetings, and so a page and a calendar of them.
    #[must_use]
    pub fn meets(&self, group: Id<Localised<Group>>) -> bool {
        self.meeting_groups.contains(&group)
    }

    /// Whether there is such a page.
    #[must_use]
    pub fn exists(&self, destination: impl Into<Destination>) -> bool {
        let site = self.site;
        let current = site.current_plan.map(|id| &site.plans[id].original);
        match destination.into() {
            Destination::Entity(entity) => match entity {
                Entity::Home
                | Entity::Plan(_)
                | Entity::Priority(_)
                | Entity::Action(_)
                | Entity::Group(_)
                | Entity::Member(_)
                | Entity::Cycle(_)
                | Entity::Document(_) => true,
                Entity::Role(_) | Entity::Roles => site.roles_page.is_some(),
                Entity::Strategy(_) | Entity::Strategies => site.strategies_page.is_some(),
                Entity::Term(_) | Entity::Glossary => site.glossary_page.is_some(),
                Entity::Statement => {
                    site.home.original.accessibility.is_some() || self.statement_text.is_some()
                }
                Entity::Listing(listing) => match listing {
                    Listing::Plans => site.plans.len() > 1,
                    Listing::Actions => self.has_actions(),
                    // A board that was made from `index.md` is no group of its own to list.
                    Listing::Groups => {
                        let mut groups = site.groups.values();
                        groups.any(|group| !group.original.from_index)
                    }
                    Listing::Members => !site.members.is_empty(),
                    Listing::Outcomes => current.is_some_and(|plan| !plan.outcomes.is_empty()),
                    Listing::Calendar => !site.cycles.is_empty(),
                },
            },
            Destination::WholePlan(_)
            | Destination::Search
            | Destination::AToZ
            | Destination::Health
            | Destination::NotFound => true,
            Destination::Measures(plan) => has_codes(site, plan),
            Destination::ActionsBy(Grouping::Member) => {
                self.has_actions() && !site.members.is_empty()
            }
            Destination::ActionsBy(_) | Destination::Timeline => self.has_actions(),
            Destination::CalendarOf(group) => self.meets(group),
        }
    }

    /// Where something is published: in a language if it was translated, else in the language of
    /// the site. What has no page (see [`Routes::exists`]) leads to the first page.
    #[must_use]
    pub fn place(&self, destination: impl Into<Destination>, language: &str) -> Place {
        let destination = destination.into();
        match destination {
            Destination::Entity(entity) => self.place_of(entity, language),
            Destination::WholePlan(id) => self.beside_plan(id, "whole-plan.html", language),
            Destination::Measures(id) => self.beside_plan(id, "measures.html", language),
            Destination::ActionsBy(grouping) => self.own(match grouping {
                Grouping::Lead => "actions/by-lead.html",
                Grouping::DueDate => "actions/by-due-date.html",
                Grouping::Status => "actions/by-status.html",
                Grouping::Member => "actions/by-member.html",
                Grouping::Overdue => "actions/overdue.html",
                Grouping::Soon => "actions/due-soon.html",
            }),
            Destination::Timeline => self.own("timeline.html"),
            Destination::CalendarOf(group) => {
                let address = format!("calendar/{}.html", self.file_name(group));
                self.calendar_place(&address, language)
            }
            Destination::Search => self.own_in(language, "search.html"),
            Destination::AToZ => self.own_in(language, "a-z.html"),
            // No content can have it: names that start with `_` are not published.
            Destination::Health => self.own("_boardplan/health.html"),
            Destination::NotFound => self.own("404.html"),
        }
    }

    /// All languages of the site: its own first.
    #[must_use]
    pub fn all_languages(&self) -> Vec<&'a str> {
        all_languages(self.site)
    }

    /// The languages in which meetings are published, as pages and as calendar files: that of the
    /// site first, then each other that has a page of its own and that the theme speaks. What a
    /// calendar says is mostly names, days and the theme's words, so it need not be translated by
    /// an author; but in a language without words it would say the same as the first.
    #[must_use]
    pub fn calendar_languages(&self) -> &[&'a str] {
        &self.calendar_languages
    }

    /// The languages in which a page exists: that of the site first.
    #[must_use]
    pub fn languages(&self, destination: impl Into<Destination>) -> Vec<&'a str> {
        let destination = destination.into();
        let mut languages = self.all_languages();
        languages.retain(|language| self.place(destination, language).language == *language);
        languages
    }

    /// The page that an author wrote for something, in a language if it was translated; none for
    /// what has no file of its own.
    #[must_use]
    pub fn facts(&self, entity: Entity, language: &str) -> Option<&'a PageFacts> {
        let site = self.site;
        Some(match entity {
            Entity::Home => &site.home.in_language(language).page,
            Entity::Plan(id) => &site.plans[id].in_language(language).page,
            Entity::Priority(id) => &site.priorities[id].in_language(language).page,
            Entity::Action(id) => &site.actions[id].in_language(language).page,
            Entity::Group(id) => &site.groups[id].in_language(language).page,
            Entity::Member(id) => &site.members[id].in_language(language).page,
            Entity::Cycle(id) => &site.cycles[id].in_language(language).page,
            Entity::Document(id) => &site.documents[id].in_language(language).page,
            Entity::Role(_) | Entity::Roles => {
                &site.roles_page.as_ref()?.in_language(language).page
            }
            Entity::Strategy(_) | Entity::Strategies => {
                &site.strategies_page.as_ref()?.in_language(language).page
            }
            Entity::Term(id) => self.glossary_of(id)?,
            Entity::Glossary => &site.glossary_page.as_ref()?.in_language(language).page,
            Entity::Statement => {
                &site.documents[self.statement_text?]
                    .in_language(language)
                    .page
            }
            Entity::Listing(_) => return None,
        })
    }

    /// The calendar file of all meetings, in a language if meetings are published in it.
    #[must_use]
    pub fn feed(&self, language: &str) -> OutputPath {
        self.calendar_place("calendar.ics", language).address
    }

    /// The calendar file of a group's meetings.
    #[must_use]
    pub fn feed_of(&self, group: Id<Localised<Group>>, language: &str) -> OutputPath {
        let address = format!("calendar/{}.ics", self.file_name(group));
        self.calendar_place(&address, language).address
    }

    /// The calendar file of one meeting: in a folder named like its cycle, by its own id.
    #[must_use]
    pub fn feed_of_meeting(&self, meeting: MeetingRef, language: &str) -> OutputPath {
        let cycle = &self.site.cycles[meeting.cycle].original.page.address;
        let cycle = cycle.as_str().trim_end_matches(".html");
        let cycle = cycle.strip_prefix("meetings/").unwrap_or(cycle);
        let id = &meeting.of(self.site).id;
        let address = format!("calendar/{cycle}/{id}.ics");
        self.calendar_place(&address, language).address
    }

    /// The entry of a meeting on the page of its cycle: its address for good.
    #[must_use]
    pub fn entry_of(&self, meeting: MeetingRef, language: &str) -> Place {
        let page = self.place(Entity::Cycle(meeting.cycle), language);
        let entry = meeting.entry_in(self.site, &page.language);
        Place {
            anchor: entry.map(|entry| entry.id.clone()),
            ..page
        }
    }

    /// The calendar file of the dates by which actions are due.
    #[must_use]
    pub fn feed_of_due_dates(&self) -> OutputPath {
        OutputPath::new("actions.ics")
    }

    /// The actions of a plan as a table for spreadsheets.
    #[must_use]
    pub fn table_of(&self, plan: Id<Localised<Plan>>) -> OutputPath {
        if self.site.current_plan == Some(plan) {
            return OutputPath::new("data/actions.csv");
        }
        let folder = &self.site.plans[plan].original.folder;
        OutputPath::new(format!("data/actions-{folder}.csv"))
    }

    /// The table of the current plan for the script of the page of all actions.
    #[must_use]
    pub fn table_for_script(&self) -> OutputPath {
        OutputPath::new("data/actions.js")
    }

    /// All meetings as data for search engines.
    #[must_use]
    pub fn meetings_data(&self) -> OutputPath {
        OutputPath::new("data/meetings.jsonld")
    }

    /// The glossary of a language as data for search engines: `cy/data/glossary.jsonld`.
    #[must_use]
    pub fn glossary_data(&self, language: &str) -> OutputPath {
        let path = "data/glossary.jsonld";
        if language == self.site.settings.language {
            OutputPath::new(path)
        } else {
            OutputPath::new(format!("{language}/{path}"))
        }
    }

    fn place_of(&self, entity: Entity, language: &str) -> Place {
        let site = self.site;
        if let Entity::Listing(listing) = entity {
            return match listing {
                _ if !self.exists(listing) => self.place_of(Entity::Home, language),
                Listing::Plans => self.own("plans/index.html"),
                Listing::Actions => self.own("actions.html"),
                Listing::Groups => self.own("groups/index.html"),
                Listing::Members => self.own("members/index.html"),
                Listing::Outcomes => self.own("outcomes.html"),
                Listing::Calendar => self.calendar_place("calendar.html", language),
            };
        }
        let Some(page) = self.facts(entity, language) else {
            return match entity {
                Entity::Statement => self.own(STATEMENT),
                _ => self.place_of(Entity::Home, language),
            };
        };
        let anchor = match entity {
            Entity::Role(id) => Some(&site.roles[id].anchor),
            Entity::Strategy(id) => Some(&site.strategies[id].anchor),
            Entity::Term(id) => Some(&site.terms[id].anchor),
            _ => None,
        };
        Place {
            address: page.address.clone(),
            anchor: anchor.cloned(),
            language: page.language.clone(),
        }
    }

    /// A term stands in the glossary of its own language only.
    fn glossary_of(&self, term: Id<Term>) -> Option<&'a PageFacts> {
        let language = &self.site.terms[term].language;
        Some(&self.site.glossary_page.as_ref()?.in_language(language).page)
    }

    /// A page that the program makes in the folder of a plan, in each of the plan's languages.
    fn beside_plan(&self, plan: Id<Localised<Plan>>, name: &str, language: &str) -> Place {
        let page = &self.site.plans[plan].in_language(language).page;
        let folder = page.address.as_str().trim_end_matches("index.html");
        Place {
            address: OutputPath::new(format!("{folder}{name}")),
            anchor: None,
            language: page.language.clone(),
        }
    }

    fn has_actions(&self) -> bool {
        self.site.current_plan.is_some_and(|current| {
            let mut actions = self.site.actions.values();
            actions.any(|action| action.original.plan == current)
        })
    }

    /// A page that the program makes itself: it exists in the language of the site only.
    fn own(&self, address: &str) -> Place {
        Place {
            address: OutputPath::new(address),
            anchor: None,
            language: self.site.settings.language.clone(),
        }
    }

    /// A page that the program makes itself in each language of the site.
    fn own_in(&self, language: &str, address: &str) -> Place {
        let others = &self.site.settings.languages;
        if language != self.site.settings.language && others.iter().any(|other| other == language) {
            return Place {
                address: OutputPath::new(format!("{language}/{address}")),
                anchor: None,
                language: language.to_owned(),
            };
        }
        self.own(address)
    }

    /// What the program makes of meetings: in each of [`Routes::calendar_languages`], others than that
    /// of the site in a folder of their own.
    fn calendar_place(&self, address: &str, language: &str) -> Place {
        let own = self.site.settings.language.as_str();
        let mut languages = self.calendar_languages.iter();
        match languages.find(|known| **known == language && language != own) {
            Some(language) => Place {
                address: OutputPath::new(format!("{language}/{address}")),
                anchor: None,
                language: (*language).to_owned(),
            },
            None => self.own(address),
        }
    }

    /// `training` for `groups/training.html`.
    fn file_name(&self, group: Id<Localised<Group>>) -> &'a str {
        let address = self.site.groups[group].original.page.address.as_str();
        let name = address.strip_prefix("groups/").unwrap_or(address);
        name.strip_suffix(".html").unwrap_or(name)
    }
}

/// Whether any measure of a plan has a code.
fn has_codes(site: &Site, plan: Id<Localised<Plan>>) -> bool {
    let actions = site.actions.values().map(|action| &action.original);
    actions
        .filter(|action| action.plan == plan)
        .flat_map(|action| action.all_facts())
        .flat_map(|facts| facts.measures.items())
        .any(|measure| measure.code.is_some())
}

fn all_languages(site: &Site) -> Vec<&str> {
    let settings = &site.settings;
    let others = settings.languages.iter().map(String::as_str);
    std::iter::once(settings.language.as_str())
        .chain(others.filter(|language| *language != settings.language))
        .collect()
}

fn calendar_languages<'a>(site: &'a Site, strings: &Strings) -> Vec<&'a str> {
    let own = site.settings.language.as_str();
    let mut languages = all_languages(site);
    languages.retain(|language| {
        *language == own || strings.speaks(language) && has_a_page(site, language)
    });
    languages
}

/// Whether an author translated any page into a language.
fn has_a_page(site: &Site, language: &str) -> bool {
    site.home.twins.contains_key(language)
        || site
            .plans
            .values()
            .any(|page| page.twins.contains_key(language))
        || site
            .priorities
            .values()
            .any(|page| page.twins.contains_key(language))
        || site
            .actions
            .values()
            .any(|page| page.twins.contains_key(language))
        || site
            .groups
            .values()
            .any(|page| page.twins.contains_key(language))
        || site
            .members
            .values()
            .any(|page| page.twins.contains_key(language))
        || site
            .cycles
            .values()
            .any(|page| page.twins.contains_key(language))
        || site
            .documents
            .values()
            .any(|page| page.twins.contains_key(language))
}
