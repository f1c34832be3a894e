//! From what the plan means to what a visitor needs: one view for each page.

pub mod html;

pub mod ids;

pub mod view;

pub mod prose;

pub mod diagram;

pub mod routes;

pub mod relations;

pub mod progress;

pub mod workplan;

pub mod plain;

pub mod words;

pub mod names;

pub mod menu;

pub mod terms;

pub mod structure;

pub mod scope;

pub mod grouping;

pub mod page;

pub mod meetings;

use std::collections::BTreeMap;

use crate::colour::Colour;
use crate::derive::menu::Menu;
use crate::derive::relations::Relations;
use crate::derive::routes::Routes;
use crate::derive::terms::Terms;
use crate::model::Site;
use crate::output::OutputPath;
use crate::parse::Asset;
use crate::source::FileId;
use crate::strings::Strings;

/// What all pages share while they are derived.
pub struct Derivation<'a> {
    /// What the content means.
    pub site: &'a Site,
    /// The words of the theme.
    pub strings: &'a Strings,
    /// Where everything is published.
    pub routes: Routes<'a>,
    /// The glossary of each language.
    pub terms: Terms,
    /// Relations in the other direction.
    pub relations: Relations,
    menus: BTreeMap<String, Menu>,
    assets: BTreeMap<FileId, &'a Asset>,
}

impl<'a> Derivation<'a> {
    /// What all pages share.
    #[must_use]
    pub fn new(site: &'a Site, strings: &'a Strings) -> Self {
        let routes = Routes::new(site);
        let menus = routes
            .all_languages()
            .into_iter()
            .map(|language| (language.to_owned(), Menu::new(site, &routes, language)))
            .collect();
        Self {
            site,
            strings,
            routes,
            menus,
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
        Colour::parse(&self.site.settings.brand.as_ref()?.value)
    }

    /// The name of a language in itself; its code where the theme does not speak it.
    #[must_use]
    pub fn language_name(&self, language: &str) -> String {
        let primary = language.split('-').next().unwrap_or(language);
        let speaks = |code: &str| self.strings.languages().any(|known| known == code);
        if speaks(language) || speaks(primary) {
            self.strings.text(language, "language", &[])
        } else {
            language.to_owned()
        }
    }
}

/// stand-in
pub fn derive(site: &Site, strings: &Strings) -> view::views::Views {
    let _ = Derivation::new(site, strings);
    view::views::Views {
        sites: vec![],
        pages: vec![],
        files: vec![],
        feeds: vec![],
        export: None,
        sitemap: None,
        brand: None,
    }
}
