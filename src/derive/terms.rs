//! What running text links to in each language: the terms of the glossary, and the short names of
//! groups, members, roles and strategies.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use crate::model::terms::{
    EntryKind, Inflection, TermEntry, TermIndex, TermIndexId, bracketed, is_abbreviation,
};
use crate::model::{Entity, Id, Site, Term};
use crate::source::Spanned;

/// What texts link to, in all languages.
#[derive(Debug)]
pub struct Terms(BTreeMap<String, LanguageTerms>);

/// What texts of one language link to.
#[derive(Debug)]
pub struct LanguageTerms {
    /// Finds it in a text.
    pub index: Arc<TermIndex>,
    entities: Vec<Entity>,
    explained_on: HashMap<Entity, Vec<TermIndexId>>,
}

impl Terms {
    /// The terms and names of a site.
    #[must_use]
    pub fn new(site: &Site) -> Self {
        let settings = &site.settings;
        let languages: BTreeSet<&String> = std::iter::once(&settings.language)
            .chain(&settings.languages)
            .collect();
        Self(
            languages
                .into_iter()
                .map(|language| (language.clone(), LanguageTerms::new(site, language)))
                .collect(),
        )
    }

    /// What texts of a language link to, where the site has that language.
    #[must_use]
    pub fn of(&self, language: &str) -> Option<&LanguageTerms> {
        self.0.get(language)
    }
}

impl LanguageTerms {
    fn new(site: &Site, language: &str) -> Self {
        let mut entries = terms(site, language);
        entries.extend(names(site, language));
        let (entities, entries): (Vec<Entity>, Vec<TermEntry>) = entries.into_iter().unzip();
        let mut explained_on: HashMap<Entity, Vec<TermIndexId>> = HashMap::new();
        for (index, entity) in entities.iter().enumerate() {
            for page in pages_of(site, *entity) {
                let explained = explained_on.entry(page).or_default();
                explained.push(TermIndexId(index));
            }
        }
        Self {
            index: Arc::new(TermIndex::new(entries, Inflection::of(language))),
            entities,
            explained_on,
        }
    }

    /// What was found.
    #[must_use]
    pub fn entity(&self, found: TermIndexId) -> Option<Entity> {
        self.entities.get(found.0).copied()
    }

    /// The term of the glossary that was found; `None` where it is a name.
    #[must_use]
    pub fn term(&self, found: TermIndexId) -> Option<Id<Term>> {
        match self.entity(found)? {
            Entity::Term(id) => Some(id),
            _ => None,
        }
    }

    /// The group, member, role or strategy that has a name in short; the site itself does not count.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<Entity> {
        let found = self.index.named(name).iter();
        found
            .filter_map(|id| self.entity(*id))
            .find(|entity| !matches!(entity, Entity::Term(_) | Entity::Home))
    }

    /// What a page explains itself, so that its texts have no link to it.
    #[must_use]
    pub fn explained_on(&self, page: Entity) -> &[TermIndexId] {
        self.explained_on.get(&page).map_or(&[], Vec::as_slice)
    }
}

/// The pages that explain something: its own, and for a term also that of the group, member, role
/// or strategy that its author says to see.
fn pages_of(site: &Site, entity: Entity) -> Vec<Entity> {
    match entity {
        Entity::Role(_) => vec![Entity::Roles],
        Entity::Strategy(_) => vec![Entity::Strategies],
        Entity::Term(id) => {
            let see = site.terms[id].see.as_ref();
            let other = see.and_then(|(_, entity)| *entity);
            std::iter::once(Entity::Glossary)
                .chain(other.filter(|other| !matches!(other, Entity::Term(_))))
                .collect()
        }
        _ => vec![entity],
    }
}

/// The terms of a glossary. A language without a glossary of its own has the abbreviations of the
/// site's, as its readers meet the same ones; words would be taken for other words.
fn terms(site: &Site, language: &str) -> Vec<(Entity, TermEntry)> {
    let of_language = |language: &str| -> Vec<(Id<Term>, &Term)> {
        let terms = site.terms.iter();
        terms
            .filter(|(_, term)| term.language == language)
            .collect()
    };
    let own = of_language(language);
    if !own.is_empty() {
        return own
            .into_iter()
            .map(|(id, term)| (Entity::Term(id), TermEntry::from(term)))
            .collect();
    }
    of_language(&site.settings.language)
        .into_iter()
        .filter_map(|(id, term)| {
            let abbreviation = term.abbreviation.as_ref()?.value.as_str();
            let name = Named::new(&term.term, Some(abbreviation), &term.aliases);
            Some((Entity::Term(id), name.entry(EntryKind::Name)?))
        })
        .collect()
}

/// Everything with a page or entry of its own that texts may name in short.
fn names(site: &Site, language: &str) -> Vec<(Entity, TermEntry)> {
    let mut named: Vec<(Entity, Named<'_>)> = Vec::new();
    for (id, group) in site.groups.iter() {
        // A board that was made from `index.md` is what the first page is about.
        if !group.original.from_index {
            let group = group.in_language(language);
            let short = group.short_name.as_ref().map(|name| name.value.as_str());
            let name = Named::new(&group.name, short, &group.aliases);
            named.push((Entity::Group(id), name));
        }
    }
    for (id, member) in site.members.iter() {
        let member = member.in_language(language);
        let short = member.short_name.as_ref().map(|name| name.value.as_str());
        let name = Named::new(&member.name, short, &member.aliases);
        named.push((Entity::Member(id), name));
    }
    for (id, role) in site.roles.iter() {
        let name = Named::new(role.name_in(language), None, &role.aliases);
        named.push((Entity::Role(id), name));
    }
    for (id, strategy) in site.strategies.iter() {
        let short = strategy.short_name.as_ref().map(|name| name.value.as_str());
        let name = Named::new(strategy.name_in(language), short, &strategy.aliases);
        named.push((Entity::Strategy(id), name));
    }
    let board = &site.home.in_language(language).board;
    let short = board.short_name.as_ref().map(|name| name.value.as_str());
    named.push((Entity::Home, Named::new(&board.name, short, &board.aliases)));
    named
        .into_iter()
        .filter_map(|(entity, name)| Some((entity, name.entry(EntryKind::Name)?)))
        .collect()
}

/// A name with its short forms.
struct Named<'a> {
    full: &'a str,
    short: Option<&'a str>,
    /// Other abbreviations of it.
    abbreviations: Vec<&'a str>,
}

impl<'a> Named<'a> {
    /// Aliases count where they are abbreviations: other words for a group may be words that
    /// anybody uses.
    fn new(name: &'a str, short: Option<&'a str>, aliases: &'a [Spanned<String>]) -> Self {
        let in_brackets = bracketed(name);
        let own = is_abbreviation(name).then_some(name);
        Self {
            full: in_brackets.map_or(name, |(words, _)| words),
            short,
            abbreviations: aliases
                .iter()
                .map(|alias| alias.value.as_str())
                .filter(|alias| is_abbreviation(alias))
                .chain(in_brackets.map(|(_, abbreviation)| abbreviation))
                .chain(own)
                .collect(),
        }
    }

    /// `None` where there is no short form.
    fn entry(self, kind: EntryKind) -> Option<TermEntry> {
        let has_short_form = self.short.is_some() || !self.abbreviations.is_empty();
        has_short_form.then(|| TermEntry {
            kind,
            term: self.full.to_owned(),
            abbreviation: self.short.map(str::to_owned),
            aliases: self.abbreviations.into_iter().map(str::to_owned).collect(),
        })
    }
}
