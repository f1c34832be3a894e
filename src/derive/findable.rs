//! Everything that a reader may look up by its name: pages, priorities, actions, groups, members,
//! posts, strategies, terms, and the pages that show the actions of a plan in another way. The
//! search and the A to Z stand on the same list.

use std::collections::HashSet;

use crate::derive::Derivation;
use crate::derive::routes::{Destination, Grouping, Place, authored};
use crate::derive::words::word;
use crate::model::{Entity, Id, Listing, Localised, Plan};
use crate::source::Spanned;

/// Something that can be looked up.
#[derive(Clone, Debug)]
pub struct Findable {
    /// What it is.
    pub of: Destination,
    /// Where it is published, and the language of its names.
    pub place: Place,
    /// Its name in full: "Action 1.3: One front door", "Training Group".
    pub name: String,
    /// Its name without word and reference: "One front door".
    pub title: String,
    /// Its reference: "1.3".
    pub reference: Option<String>,
    /// Its short name, its abbreviation and its other names.
    pub other_names: Vec<String>,
    /// Its names in another language, where readers know both: that of the site, if it was translated
    /// from there; that of the reader, if it has no page in it and the theme has a name for it.
    pub foreign_names: Vec<String>,
    /// What kind of thing it is, in a word for readers.
    pub kind: String,
    /// What it belongs to; always something that can be looked up too.
    pub parent: Option<Destination>,
    /// Whether it belongs to a plan that is kept for the record only.
    pub is_archived: bool,
}

impl Derivation<'_> {
    /// Everything that can be looked up on the pages of a language, in the order of the site: what
    /// was not translated is listed in its own language. Drafts are left out, even where they are
    /// shown: a list must not grow by what is not published.
    #[must_use]
    pub fn findable(&self, language: &str) -> Vec<Findable> {
        let mut found: Vec<Findable> = self
            .entities(language)
            .into_iter()
            .map(Destination::Entity)
            .chain(self.ways())
            .filter(|of| self.routes.exists(*of) && !self.is_draft(*of))
            .map(|of| self.find(of, language))
            .collect();
        let listed: HashSet<Destination> = found.iter().map(|found| found.of).collect();
        for found in &mut found {
            found.parent = found.parent.filter(|parent| listed.contains(parent));
        }
        found
    }

    fn entities(&self, language: &str) -> Vec<Entity> {
        let site = self.site;
        let listings = [
            Listing::Plans,
            Listing::Actions,
            Listing::Groups,
            Listing::Members,
            Listing::Outcomes,
            Listing::Calendar,
        ];
        // A glossary is written anew in each language; one that has none borrows the site's.
        let own = site.terms.values().any(|term| term.language == language);
        let language = if own {
            language
        } else {
            &site.settings.language
        };
        let terms = site.terms.iter();
        let mut entities = authored(site);
        entities.retain(|entity| match entity {
            // Its text stands in the statement.
            Entity::Document(id) => self.routes.statement_text() != Some(*id),
            _ => true,
        });
        entities.push(Entity::Statement);
        entities.extend(listings.map(Entity::Listing));
        entities.extend(site.roles.ids().map(Entity::Role));
        entities.extend(site.strategies.ids().map(Entity::Strategy));
        entities.extend(
            terms
                .filter(|(_, term)| term.language == language)
                .map(|(id, _)| Entity::Term(id)),
        );
        entities
    }

    /// The pages that show what stands elsewhere in another way.
    fn ways(&self) -> Vec<Destination> {
        let plans = || self.site.plans.ids();
        let mut ways = vec![Destination::Timeline];
        ways.extend(Grouping::ALL.map(Destination::ActionsBy));
        ways.extend(plans().map(Destination::Measures));
        ways.extend(plans().map(Destination::WholePlan));
        ways
    }

    fn find(&self, of: Destination, language: &str) -> Findable {
        let place = self.routes.place(of, language);
        let own = place.language.as_str();
        let is_archived = self.plan_of(of).is_some_and(|plan| self.is_archived(plan));
        let title = match of {
            Destination::Entity(Entity::Action(id)) => self.action_title(id, own),
            Destination::Entity(Entity::Priority(id)) => {
                self.site.priorities[id].in_language(own).title.clone()
            }
            _ => self.title(of, own),
        };
        Findable {
            of,
            name: match of {
                // Each plan has such a page, and the current one is what readers mean.
                Destination::Measures(id) | Destination::WholePlan(id)
                    if self.site.current_plan != Some(id) =>
                {
                    format!("{}: {title}", self.name(Entity::Plan(id), own))
                }
                _ => self.title(of, own),
            },
            title,
            reference: self.reference(of, own),
            other_names: self.other_names(of, own),
            foreign_names: self.foreign_names(of, own, language),
            kind: self.kind(of, language),
            parent: self.parent(of),
            is_archived,
            place,
        }
    }

    fn reference(&self, of: Destination, language: &str) -> Option<String> {
        let site = self.site;
        let Destination::Entity(entity) = of else {
            return None;
        };
        match entity {
            Entity::Priority(id) => site.priorities[id].in_language(language).reference.clone(),
            Entity::Action(id) => site.actions[id].in_language(language).reference.clone(),
            Entity::Document(id) => site.documents[id].in_language(language).reference.clone(),
            _ => None,
        }
    }

    fn other_names(&self, of: Destination, language: &str) -> Vec<String> {
        let mut names = match of {
            Destination::Entity(entity) => self.authored_names(entity, language),
            _ => Vec::new(),
        };
        names.extend(self.usual_names(of, language));
        let name = self.title(of, language);
        names.retain(|usual| *usual != name);
        names
    }

    /// The short name, abbreviation and aliases that an author gave.
    fn authored_names(&self, entity: Entity, language: &str) -> Vec<String> {
        let site = self.site;
        let board = &site.home.in_language(language).board;
        let (short, aliases): (&Option<Spanned<String>>, &[Spanned<String>]) = match entity {
            Entity::Home => (&board.short_name, &board.aliases),
            Entity::Group(id) => {
                let group = site.groups[id].in_language(language);
                (&group.short_name, &group.aliases)
            }
            Entity::Member(id) => {
                let member = site.members[id].in_language(language);
                (&member.short_name, &member.aliases)
            }
            Entity::Role(id) => (&None, &site.roles[id].aliases),
            Entity::Strategy(id) => {
                let strategy = &site.strategies[id];
                (&strategy.short_name, &strategy.aliases)
            }
            Entity::Term(id) => {
                let term = &site.terms[id];
                (&term.abbreviation, &term.aliases)
            }
            _ => (&None, &[]),
        };
        let names = short.iter().chain(aliases);
        names.map(|name| name.value.clone()).collect()
    }

    /// What people who know many boards call a page: a list that its author named otherwise is
    /// still looked for by what it is, and the timeline by "deadlines".
    fn usual_names(&self, of: Destination, language: &str) -> Vec<String> {
        let text = |key: &str| self.strings.text(language, key, &[]);
        let also = match of {
            Destination::Entity(Entity::Glossary) => return vec![text("glossary.title")],
            Destination::Entity(Entity::Roles) => return vec![text("roles.title")],
            Destination::Entity(Entity::Strategies) => return vec![text("strategies.title")],
            Destination::Entity(Entity::Listing(Listing::Calendar)) => "calendar",
            Destination::Timeline => "timeline",
            Destination::Measures(id) if self.site.current_plan == Some(id) => "measures",
            Destination::ActionsBy(Grouping::Overdue) => "overdue",
            Destination::ActionsBy(Grouping::Soon) => "soon",
            Destination::ActionsBy(Grouping::Member) => "by_member",
            _ => return Vec::new(),
        };
        let names = self
            .strings
            .find(language, &format!("search.also.{also}"), None);
        let names = names.map(|names| names.fill(&[])).unwrap_or_default();
        let names = names.split(", ").filter(|name| !name.is_empty());
        names.map(str::to_owned).collect()
    }

    fn foreign_names(&self, of: Destination, own: &str, language: &str) -> Vec<String> {
        let other = match of {
            // Its author did not translate it.
            Destination::Entity(entity) if own != language && self.is_written(entity) => {
                return Vec::new();
            }
            _ if own != language => language,
            _ => &self.site.settings.language,
        };
        let name = self.title(of, other);
        if other == own || name == self.title(of, own) {
            return Vec::new();
        }
        let mut names = vec![name];
        names.extend(self.other_names(of, other));
        // A translation shares the names that it does not give itself.
        let shared = self.other_names(of, own);
        names.retain(|name| !shared.contains(name));
        names
    }

    /// Whether its name is its author's, not the theme's.
    fn is_written(&self, entity: Entity) -> bool {
        !matches!(entity, Entity::Statement | Entity::Listing(_))
    }

    /// The board calls things by its own words where it has any.
    fn kind(&self, of: Destination, language: &str) -> String {
        let site = self.site;
        let theme = |key| self.strings.text(language, key, &[]);
        let Destination::Entity(entity) = of else {
            return theme("search.kinds.page");
        };
        let own = |key| {
            let plan = self.plan_of(of).or(site.current_plan);
            let priority = match entity {
                Entity::Priority(id) => Some(id),
                Entity::Action(id) => Some(site.actions[id].in_language(language).priority),
                _ => None,
            };
            let words = plan.and_then(|plan| self.own_words(plan, priority, language));
            word(self.strings, language, words.as_ref(), key).one
        };
        match entity {
            Entity::Plan(_) => own("plan"),
            Entity::Priority(_) => own("priority"),
            Entity::Action(_) => own("action"),
            Entity::Group(_) => own("group"),
            Entity::Member(_) => own("member"),
            Entity::Role(_) => theme("search.kinds.role"),
            Entity::Strategy(_) => theme("search.kinds.strategy"),
            Entity::Term(_) => theme("search.kinds.term"),
            Entity::Cycle(_) => theme("search.kinds.meetings"),
            Entity::Home
            | Entity::Document(_)
            | Entity::Roles
            | Entity::Strategies
            | Entity::Glossary
            | Entity::Statement
            | Entity::Listing(_) => theme("search.kinds.page"),
        }
    }

    fn parent(&self, of: Destination) -> Option<Destination> {
        let site = self.site;
        let parent = match of {
            Destination::Entity(entity) => match entity {
                Entity::Priority(id) => Entity::Plan(site.priorities[id].original.plan),
                Entity::Action(id) => Entity::Priority(site.actions[id].original.priority),
                Entity::Document(id) => Entity::Plan(site.documents[id].original.plan?),
                Entity::Group(_) => Entity::Listing(Listing::Groups),
                Entity::Member(_) => Entity::Listing(Listing::Members),
                Entity::Cycle(_) => Entity::Listing(Listing::Calendar),
                Entity::Role(_) => Entity::Roles,
                Entity::Strategy(_) => Entity::Strategies,
                Entity::Term(_) => Entity::Glossary,
                Entity::Home
                | Entity::Plan(_)
                | Entity::Roles
                | Entity::Strategies
                | Entity::Glossary
                | Entity::Statement
                | Entity::Listing(_) => return None,
            },
            _ => Entity::Plan(self.plan_of(of)?),
        };
        Some(Destination::Entity(parent))
    }

    fn plan_of(&self, of: Destination) -> Option<Id<Localised<Plan>>> {
        let site = self.site;
        match of {
            Destination::Entity(entity) => match entity {
                Entity::Plan(id) => Some(id),
                Entity::Priority(id) => Some(site.priorities[id].original.plan),
                Entity::Action(id) => Some(site.actions[id].original.plan),
                Entity::Document(id) => site.documents[id].original.plan,
                _ => None,
            },
            Destination::WholePlan(id) | Destination::Measures(id) => Some(id),
            Destination::ActionsBy(_) | Destination::Timeline => site.current_plan,
            Destination::CalendarOf(_)
            | Destination::Search
            | Destination::AToZ
            | Destination::Health
            | Destination::NotFound => None,
        }
    }

    /// The current plan is never one for the record, even after its end.
    fn is_archived(&self, id: Id<Localised<Plan>>) -> bool {
        let plan = &self.site.plans[id].original;
        self.site.current_plan != Some(id) && (plan.archived || plan.has_ended(self.site.as_of))
    }

    /// Whether it, or what it belongs to, is a draft.
    fn is_draft(&self, of: Destination) -> bool {
        let language = &self.site.settings.language;
        let own = match of {
            Destination::Entity(entity) => self.routes.facts(entity, language),
            _ => None,
        };
        own.is_some_and(|facts| facts.draft)
            || self.parent(of).is_some_and(|parent| self.is_draft(parent))
    }
}
