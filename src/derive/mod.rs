//! From what the plan means to what a visitor needs: one view for each page.

pub mod html;

pub mod purpose;

pub mod ids;

pub mod view;

pub mod prose;

pub mod diagram;

pub mod routes;

pub mod relations;

pub mod progress;

pub mod deadlines;

pub mod history;

pub mod measure_chart;

pub mod workplan;

pub mod plain;

pub mod words;

pub mod names;

pub mod menu;

pub mod terms;

pub mod structure;

pub mod scope;

pub mod grouping;

pub mod explorer;

pub mod timeline;

pub mod page;

pub mod health;

pub mod export;

pub mod meetings;

pub mod kinds;

pub mod contact;

pub mod alphabet;

pub mod uses;

pub mod findable;

pub mod search;

pub mod feeds;

pub mod sitemap;

pub mod pages;

pub mod places;

use std::collections::{BTreeMap, BTreeSet};

use crate::colour::Colour;
use crate::derive::health::Health;
use crate::derive::menu::Menu;
use crate::derive::pages::Made;
use crate::derive::places::Places;
use crate::derive::purpose::Purpose;
use crate::derive::relations::Relations;
use crate::derive::routes::{Place, Routes};
use crate::derive::terms::Terms;
use crate::derive::view::Page;
use crate::derive::view::site::SiteView;
use crate::derive::view::views::Views;
use crate::model::{Entity, Site};
use crate::output::OutputPath;
use crate::parse::Asset;
use crate::source::FileId;
use crate::strings::Strings;

/// Works out everything that a site shows.
///
/// `health` is for the page that only the board's own people see; without it there is none.
///
/// It never fails and never asks what day it is: [`Site::as_of`] says so.
#[must_use]
pub fn derive(site: &Site, strings: &Strings, purpose: Purpose, health: Option<&Health>) -> Views {
    let derivation = Derivation::new(site, strings, purpose, health);
    let search = derivation.search_indexes();
    let mut made = pages::pages(&derivation);
    made.extend(
        search
            .iter()
            .map(|index| pages::search_page(&derivation, index)),
    );
    let files = derivation.used_files(&made);
    let pages: Vec<Page> = made.into_iter().map(|made| made.page).collect();
    Views {
        purpose,
        sites: derivation.site_views(),
        files,
        feeds: derivation.feeds(),
        meetings_data: derivation.meetings_data(),
        glossary_data: derivation.glossary_data(),
        export: derivation.export(),
        search,
        sitemap: sitemap::sitemap(site.settings.site_url.as_deref(), &pages),
        brand: derivation.brand(),
        places: match purpose {
            Purpose::Public | Purpose::Draft => Places::default(),
            Purpose::Review => derivation.places(),
        },
        pages,
    }
}

/// Works out some pages of a site and what they use, and nothing else: for those who wait for
/// these pages while the rest is made.
#[must_use]
pub fn derive_pages(
    site: &Site,
    strings: &Strings,
    purpose: Purpose,
    wanted: &BTreeSet<String>,
) -> Views {
    // How the plan does takes its time, and nobody waits for it: its page comes with the rest.
    let derivation = Derivation::new(site, strings, purpose, None);
    let made = pages::pages_at(&derivation, wanted);
    Views {
        purpose,
        sites: derivation.site_views(),
        files: derivation.used_files(&made),
        feeds: Vec::new(),
        meetings_data: None,
        glossary_data: Vec::new(),
        export: None,
        search: Vec::new(),
        sitemap: None,
        brand: derivation.brand(),
        places: Places::default(),
        pages: made.into_iter().map(|made| made.page).collect(),
    }
}

/// What all pages share while they are derived.
pub struct Derivation<'a> {
    /// What the content means.
    pub site: &'a Site,
    /// The words of the theme.
    pub strings: &'a Strings,
    /// For whom the site is made.
    pub purpose: Purpose,
    /// How the plan does, where there is a page of it.
    pub health: Option<&'a Health>,
    /// Where everything is published.
    pub routes: Routes<'a>,
    /// The glossary of each language.
    pub terms: Terms,
    /// Relations in the other direction.
    pub relations: Relations,
    menus: BTreeMap<String, Menu>,
    assets: BTreeMap<FileId, &'a Asset>,
    pages_by_file: BTreeMap<FileId, Place>,
}

impl<'a> Derivation<'a> {
    /// What all pages share.
    #[must_use]
    pub fn new(
        site: &'a Site,
        strings: &'a Strings,
        purpose: Purpose,
        health: Option<&'a Health>,
    ) -> Self {
        let routes = Routes::new(site, strings);
        let menus = routes
            .all_languages()
            .into_iter()
            .map(|language| (language.to_owned(), Menu::new(site, &routes, language)))
            .collect();
        Self {
            site,
            strings,
            purpose,
            health,
            menus,
            pages_by_file: pages_by_file(site, &routes),
            routes,
            terms: Terms::new(site),
            relations: Relations::new(site),
            assets: site
                .assets
                .iter()
                .map(|asset| (asset.file, asset))
                .collect(),
        }
    }

    /// A picture or document beside the pages.
    #[must_use]
    pub fn asset(&self, file: FileId) -> Option<&'a Asset> {
        self.assets.get(&file).copied()
    }

    /// The page that is made from a file.
    #[must_use]
    pub fn page_of(&self, file: FileId) -> Option<&Place> {
        self.pages_by_file.get(&file)
    }

    /// Where a picture or document is published: an address mirrors the path, and `pages/` is
    /// left out of it.
    #[must_use]
    pub fn address_of(&self, asset: &Asset) -> OutputPath {
        OutputPath::new(asset.path.strip_prefix("pages/").unwrap_or(&asset.path))
    }

    /// The main menu of a language.
    #[must_use]
    pub fn menu(&self, language: &str) -> &Menu {
        static NO_MENU: Menu = Menu::empty();
        self.menus.get(language).unwrap_or(&NO_MENU)
    }

    /// The board's colour, where it chose one.
    #[must_use]
    pub fn brand(&self) -> Option<Colour> {
        self.site.settings.brand_colour()
    }

    fn site_views(&self) -> Vec<SiteView> {
        let languages = self.routes.all_languages().into_iter();
        languages
            .map(|language| SiteView::new(self, language))
            .collect()
    }

    /// Pictures and documents that pages use, and the board's logo: where each is published.
    fn used_files(&self, made: &[Made]) -> Vec<(OutputPath, FileId)> {
        let logos = self
            .site
            .home
            .versions()
            .filter_map(|home| home.board.logo.as_ref())
            .map(|(file, _)| *file);
        let used: BTreeSet<FileId> = made
            .iter()
            .flat_map(|made| made.files.iter().copied())
            .chain(logos)
            .collect();
        used.into_iter()
            .filter_map(|file| Some((self.address_of(self.asset(file)?), file)))
            .collect()
    }

    /// The name of a language in itself; its code where the theme does not speak it.
    #[must_use]
    pub fn language_name(&self, language: &str) -> String {
        if self.strings.speaks(language) {
            self.strings.text(language, "language", &[])
        } else {
            language.to_owned()
        }
    }
}

fn pages_by_file(site: &Site, routes: &Routes<'_>) -> BTreeMap<FileId, Place> {
    let mut pages = BTreeMap::new();
    // A board without a file of its own has no text that could hold a link.
    let has_file = |entity: &Entity| match entity {
        Entity::Group(id) => !site.groups[*id].original.from_index,
        _ => true,
    };
    for entity in routes::authored(site).into_iter().filter(has_file) {
        for language in routes.languages(entity) {
            if let Some(facts) = routes.facts(entity, language) {
                pages.insert(facts.file, routes.place(entity, language));
            }
        }
    }
    pages
}
