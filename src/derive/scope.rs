//! What is known while one page is derived: its language, its address, what it has used so far.

mod cards;
mod due;
mod links;
mod plans;
mod status;
mod table;
mod text;
mod values;

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::dates::PartialDate;
use crate::derive::Derivation;
use crate::derive::html::Html;
use crate::derive::prose::TermLinker;
use crate::derive::routes::{Destination, Place, Routes};
use crate::derive::view::parts::DateView;
use crate::model::{Entity, Site};
use crate::source::FileId;

pub use cards::{CardIn, ListedBy};
pub use links::{Way, push_link};
pub use plans::period_text;
pub use status::WITHOUT_STATUS;
pub use table::TableOn;
pub use values::{Shown, outcome_ids};

/// What is known while one page is derived. Each page has a scope of its own.
pub struct Scope<'a> {
    /// What all pages share.
    pub derivation: &'a Derivation<'a>,
    /// The page.
    pub destination: Destination,
    /// Where it is published, and in which language it is written.
    pub place: Place,
    /// Pictures and documents that the page has used so far: these are published.
    files: RefCell<BTreeSet<FileId>>,
    /// Links terms and short names; `None` while what is made must not have such links.
    terms: RefCell<Option<TermLinker>>,
    /// How many ids were asked for.
    ids: Cell<usize>,
}

impl<'a> Scope<'a> {
    /// The scope of a page in a language.
    #[must_use]
    pub fn new(derivation: &'a Derivation<'a>, destination: Destination, language: &str) -> Self {
        let place = derivation.routes.place(destination, language);
        Self {
            derivation,
            destination,
            terms: RefCell::new(term_linker(derivation, destination, &place)),
            place,
            files: RefCell::default(),
            ids: Cell::default(),
        }
    }

    /// What the content means.
    #[must_use]
    pub fn site(&self) -> &'a Site {
        self.derivation.site
    }

    /// Where everything is published.
    #[must_use]
    pub fn routes(&self) -> &'a Routes<'a> {
        &self.derivation.routes
    }

    /// The language of the page.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.place.language
    }

    /// The name of the page.
    #[must_use]
    pub fn title(&self) -> String {
        self.derivation.title(self.destination, self.language())
    }

    /// A sentence of the theme, in the language of the page.
    #[must_use]
    pub fn text(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.derivation
            .strings
            .text(self.language(), key, arguments)
    }

    /// A sentence of the theme in the plural form of a number.
    #[must_use]
    pub fn counted(&self, key: &str, count: usize, arguments: &[(&str, &str)]) -> String {
        self.derivation
            .strings
            .counted(self.language(), key, count, arguments)
    }

    /// A date, for people and machines.
    #[must_use]
    pub fn date(&self, date: PartialDate) -> DateView {
        DateView {
            iso: date.iso(),
            text: self.derivation.strings.date(self.language(), date),
        }
    }

    /// A date as a `time` element.
    #[must_use]
    pub fn date_html(&self, date: PartialDate) -> Html {
        let date = self.date(date);
        let mut html = Html::new();
        html.element("time", &[("datetime", &date.iso)], &date.text);
        html
    }

    /// An id for something that the program puts into a text: no two are equal on the page.
    fn next_id(&self, name: &str) -> String {
        let number = self.ids.get() + 1;
        self.ids.set(number);
        // Ids of authors have no dot inside.
        format!("{name}.{number}")
    }

    /// The pictures and documents that the page has used.
    #[must_use]
    pub fn into_files(self) -> BTreeSet<FileId> {
        self.files.into_inner()
    }
}

fn term_linker(
    derivation: &Derivation<'_>,
    destination: Destination,
    place: &Place,
) -> Option<TermLinker> {
    let terms = derivation.terms.of(&place.language)?;
    let page = match destination {
        Destination::Entity(entity) => Some(entity),
        Destination::WholePlan(plan) | Destination::Measures(plan) => Some(Entity::Plan(plan)),
        Destination::ActionsBy(_)
        | Destination::Timeline
        | Destination::CalendarOf(_)
        | Destination::Search
        | Destination::AToZ
        | Destination::Health
        | Destination::NotFound => None,
    };
    let explained = page.map(|page| terms.explained_on(page));
    let facts = page.and_then(|page| derivation.routes.facts(page, &place.language));
    let skipped = facts.map(|facts| facts.no_glossary.as_slice());
    Some(TermLinker::new(
        Arc::clone(&terms.index),
        explained.unwrap_or_default().iter().copied(),
        skipped.unwrap_or_default().iter().map(String::as_str),
    ))
}
