//! Everything that a reader may look up by its name: pages, priorities, actions, groups, members,
//! posts, strategies, terms. The search and the A to Z stand on the same list.

use std::collections::HashSet;

use crate::derive::Derivation;
use crate::derive::routes::{Place, authored};
use crate::derive::words::word;
use crate::model::{Entity, Id, Listing, Localised, Plan};
use crate::source::Spanned;

/// Something that can be looked up.
#[derive(Clone, Debug)]
pub struct Findable {
    /// What it is.
    pub entity: Entity,
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
    /// Its names in the language of the site, where it was translated from there: readers know both.
    pub original_names: Vec<String>,
    /// What kind of thing it is, in a word for readers.
    pub kind: String,
    /// What it belongs to; always something that can be looked up too.
    pub parent: Option<Entity>,
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
            .filter(|entity| self.routes.exists(*entity) && !self.is_draft(*entity))
            .map(|entity| self.find(entity, language))
            .collect();
        let listed: HashSet<Entity> = found.iter().map(|found| found.entity).collect();
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

    fn find(&self, entity: Entity, language: &str) -> Findable {
        let place = self.routes.place(entity, language);
        let own = place.language.as_str();
        Findable {
            entity,
            name: self.name(entity, own),
            title: match entity {
                Entity::Action(id) => self.action_title(id, own),
                Entity::Priority(id) => self.site.priorities[id].in_language(own).title.clone(),
                _ => self.name(entity, own),
            },
            reference: self.reference(entity, own),
            other_names: self.other_names(entity, own),
            original_names: self.original_names(entity, own),
            kind: self.kind(entity, language),
            parent: self.parent(entity),
            is_archived: self
                .plan_of(entity)
                .is_some_and(|plan| self.is_archived(plan)),
            place,
        }
    }

    fn reference(&self, entity: Entity, language: &str) -> Option<String> {
        let site = self.site;
        match entity {
            Entity::Priority(id) => site.priorities[id].in_language(language).reference.clone(),
            Entity::Action(id) => site.actions[id].in_language(language).reference.clone(),
            Entity::Document(id) => site.documents[id].in_language(language).reference.clone(),
            _ => None,
        }
    }

    fn other_names(&self, entity: Entity, language: &str) -> Vec<String> {
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
        let mut names: Vec<String> = names.map(|name| name.value.clone()).collect();
        // A list that its author named otherwise is still looked for by what it is.
        let usual = match entity {
            Entity::Glossary => Some("glossary.title"),
            Entity::Roles => Some("roles.title"),
            Entity::Strategies => Some("strategies.title"),
            _ => None,
        };
        let usual = usual.map(|key| self.strings.text(language, key, &[]));
        names.extend(usual.filter(|usual| *usual != self.name(entity, language)));
        names
    }

    fn original_names(&self, entity: Entity, language: &str) -> Vec<String> {
        let original = &self.site.settings.language;
        let name = self.name(entity, original);
        if language == original || name == self.name(entity, language) {
            return Vec::new();
        }
        let mut names = vec![name];
        names.extend(self.other_names(entity, original));
        // A translation shares the names that it does not give itself.
        let shared = self.other_names(entity, language);
        names.retain(|name| !shared.contains(name));
        names
    }

    /// The board calls things by its own words where it has any.
    fn kind(&self, entity: Entity, language: &str) -> String {
        let site = self.site;
        let own = |key| {
            let plan = self.plan_of(entity).or(site.current_plan);
            let priority = match entity {
                Entity::Priority(id) => Some(id),
                Entity::Action(id) => Some(site.actions[id].in_language(language).priority),
                _ => None,
            };
            let words = plan.and_then(|plan| self.own_words(plan, priority, language));
            word(self.strings, language, words.as_ref(), key).one
        };
        let theme = |key| self.strings.text(language, key, &[]);
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

    fn parent(&self, entity: Entity) -> Option<Entity> {
        let site = self.site;
        match entity {
            Entity::Priority(id) => Some(Entity::Plan(site.priorities[id].original.plan)),
            Entity::Action(id) => Some(Entity::Priority(site.actions[id].original.priority)),
            Entity::Document(id) => site.documents[id].original.plan.map(Entity::Plan),
            Entity::Group(_) => Some(Entity::Listing(Listing::Groups)),
            Entity::Member(_) => Some(Entity::Listing(Listing::Members)),
            Entity::Cycle(_) => Some(Entity::Listing(Listing::Calendar)),
            Entity::Role(_) => Some(Entity::Roles),
            Entity::Strategy(_) => Some(Entity::Strategies),
            Entity::Term(_) => Some(Entity::Glossary),
            Entity::Home
            | Entity::Plan(_)
            | Entity::Roles
            | Entity::Strategies
            | Entity::Glossary
            | Entity::Statement
            | Entity::Listing(_) => None,
        }
    }

    fn plan_of(&self, entity: Entity) -> Option<Id<Localised<Plan>>> {
        let site = self.site;
        match entity {
            Entity::Plan(id) => Some(id),
            Entity::Priority(id) => Some(site.priorities[id].original.plan),
            Entity::Action(id) => Some(site.actions[id].original.plan),
            Entity::Document(id) => site.documents[id].original.plan,
            _ => None,
        }
    }

    /// The current plan is never one for the record, even after its end.
    fn is_archived(&self, id: Id<Localised<Plan>>) -> bool {
        let plan = &self.site.plans[id].original;
        self.site.current_plan != Some(id) && (plan.archived || plan.has_ended(self.site.as_of))
    }

    /// Whether it, or what it belongs to, is a draft.
    fn is_draft(&self, entity: Entity) -> bool {
        let language = &self.site.settings.language;
        let own = self.routes.facts(entity, language);
        own.is_some_and(|facts| facts.draft)
            || self
                .parent(entity)
                .is_some_and(|parent| self.is_draft(parent))
    }
}
