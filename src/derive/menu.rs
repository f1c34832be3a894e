//! The main menu: the parts of the site that exist, and the pages that its author put there.

use std::collections::{BTreeMap, BTreeSet};

use crate::derive::routes::{Destination, Routes};
use crate::model::{Document, Entity, Listing, Localised, MenuEntry, Site, Target};
use crate::output::OutputPath;

/// At most this many documents stand in a menu that the program makes: a menu is on every page.
const MOST_DOCUMENTS: usize = 12;

/// The main menu in one language.
#[derive(Clone, Debug, Default)]
pub struct Menu {
    /// The entries, in order.
    pub entries: Vec<Entry>,
    keys: BTreeMap<OutputPath, String>,
}

/// An entry of the menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What pages name to say that they belong here: the address of its page.
    pub key: String,
    /// Its words.
    pub words: Words,
    /// Where it leads; `Nowhere` for a heading that only holds entries.
    pub target: Target,
    /// Entries below it.
    pub items: Vec<Entry>,
}

/// The words of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Words {
    /// The author's, and their language where it is not that of the menu.
    Given(String, Option<String>),
    /// The name of the page that it leads to.
    OfTarget,
    /// The theme's, by their key.
    Key(&'static str),
}

impl Menu {
    /// A menu without an entry.
    #[must_use]
    pub const fn empty() -> Self {
        Self {
            entries: Vec::new(),
            keys: BTreeMap::new(),
        }
    }

    /// The menu of a language.
    ///
    /// Every part of the site has an entry, so that no part is ever out of reach. What the author
    /// put into `navigation` comes after them; a part that stands there is not repeated.
    #[must_use]
    pub fn new(site: &Site, routes: &Routes<'_>, language: &str) -> Self {
        let navigation = &site.home.in_language(language).navigation;
        let mut named = BTreeSet::new();
        collect_targets(navigation, &mut named);
        let mut entries: Vec<Entry> = parts(site)
            .into_iter()
            .filter(|entity| routes.exists(*entity) && !named.contains(entity))
            .map(|entity| own_entry(site, routes, entity))
            .collect();
        if navigation.is_empty() {
            entries.extend(documents(site, routes));
        } else {
            let author = Author {
                site,
                routes,
                language,
                words_in: (language != site.settings.language
                    && *navigation == site.home.original.navigation)
                    .then_some(site.settings.language.as_str()),
            };
            let own = navigation.iter().enumerate();
            entries.extend(own.map(|(index, entry)| author.entry(entry, index)));
        }
        if routes.exists(Entity::Glossary) && !named.contains(&Entity::Glossary) {
            entries.push(own_entry(site, routes, Entity::Glossary));
        }
        let mut keys = BTreeMap::new();
        for entry in &entries {
            add_keys(site, routes, entry, &entry.key, &mut keys);
        }
        Self { entries, keys }
    }

    /// The key of the entry at the top that leads to a page, itself or by one of those below it.
    #[must_use]
    pub fn key_of(&self, routes: &Routes<'_>, page: Destination, site: &Site) -> Option<&str> {
        let place = routes.place(page, &site.settings.language);
        self.keys.get(&place.address).map(String::as_str)
    }
}

/// The parts of a site, in the order of the menu.
fn parts(site: &Site) -> Vec<Entity> {
    let plan = site.current_plan.map(Entity::Plan);
    plan.into_iter()
        .chain(
            [
                Listing::Actions,
                Listing::Groups,
                Listing::Members,
                Listing::Calendar,
            ]
            .map(Entity::Listing),
        )
        .collect()
}

fn own_entry(site: &Site, routes: &Routes<'_>, entity: Entity) -> Entry {
    // The current plan stands for all of them.
    let is_plan = matches!(entity, Entity::Plan(_));
    let items = if is_plan && site.plans.len() > 1 {
        [entity, Entity::Listing(Listing::Plans)]
            .map(|entity| entry(site, routes, entity, Words::OfTarget))
            .into()
    } else {
        Vec::new()
    };
    let words = match entity {
        Entity::Plan(_) => Words::Key("plan"),
        _ => Words::OfTarget,
    };
    let target = if items.is_empty() {
        Target::Entity(entity, None)
    } else {
        Target::Nowhere
    };
    Entry {
        items,
        target,
        ..entry(site, routes, entity, words)
    }
}

fn entry(site: &Site, routes: &Routes<'_>, entity: Entity, words: Words) -> Entry {
    Entry {
        key: routes
            .place(entity, &site.settings.language)
            .address
            .to_string(),
        words,
        target: Target::Entity(entity, None),
        items: Vec::new(),
    }
}

/// The documents of `pages/` itself, below one heading. Those of folders are reached from them.
fn documents(site: &Site, routes: &Routes<'_>) -> Option<Entry> {
    let is_in_menu = |document: &Localised<Document>| {
        let address = document.original.page.address.as_str();
        document.original.plan.is_none() && !address.contains('/')
    };
    let items: Vec<Entry> = site
        .documents
        .iter()
        .filter(|(id, document)| is_in_menu(document) && routes.statement_text() != Some(*id))
        .map(|(id, _)| entry(site, routes, Entity::Document(id), Words::OfTarget))
        .take(MOST_DOCUMENTS)
        .collect();
    (!items.is_empty()).then(|| Entry {
        key: "documents".to_owned(),
        words: Words::Key("navigation.documents"),
        target: Target::Nowhere,
        items,
    })
}

/// Whose entries a menu takes over.
struct Author<'a> {
    site: &'a Site,
    routes: &'a Routes<'a>,
    /// The language of the menu.
    language: &'a str,
    /// The language of the author's words, where a translation shares those of the original.
    words_in: Option<&'a str>,
}

impl Author<'_> {
    fn entry(&self, own: &MenuEntry, index: usize) -> Entry {
        let target = own.target.clone().unwrap_or(Target::Nowhere);
        let key = match &target {
            Target::Entity(entity, _) => self
                .routes
                .place(*entity, &self.site.settings.language)
                .address
                .to_string(),
            _ => format!("menu-{}", index + 1),
        };
        let below = own.items.iter().enumerate();
        Entry {
            key,
            words: self.words(own, &target),
            target,
            items: below.map(|(index, item)| self.entry(item, index)).collect(),
        }
    }

    /// The name of a translated page is better than words in another language.
    fn words(&self, own: &MenuEntry, target: &Target) -> Words {
        let is_translated = match target {
            Target::Entity(entity, _) => {
                self.routes.place(*entity, self.language).language == self.language
            }
            _ => false,
        };
        match (&own.title, self.words_in) {
            (None, _) => Words::OfTarget,
            (Some(_), Some(_)) if is_translated => Words::OfTarget,
            (Some(title), language) => Words::Given(title.clone(), language.map(str::to_owned)),
        }
    }
}

fn collect_targets(entries: &[MenuEntry], targets: &mut BTreeSet<Entity>) {
    for entry in entries {
        if let Some(Target::Entity(entity, _)) = entry.target {
            targets.insert(entity);
        }
        collect_targets(&entry.items, targets);
    }
}

fn add_keys(
    site: &Site,
    routes: &Routes<'_>,
    entry: &Entry,
    top: &str,
    keys: &mut BTreeMap<OutputPath, String>,
) {
    if let Target::Entity(entity, _) = entry.target {
        let place = routes.place(entity, &site.settings.language);
        keys.entry(place.address).or_insert_with(|| top.to_owned());
    }
    for item in &entry.items {
        add_keys(site, routes, item, top, keys);
    }
}
