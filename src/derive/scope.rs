//! What is known while one page is derived: its language, its address, what it has used so far.

mod cards;
mod due;
mod links;
mod plans;
mod status;
mod text;
mod values;

pub use links::Way;
pub use values::outcome_ids;
pub(in crate::derive) use links::push_link;

use std::cell::RefCell;
use std::collections::BTreeSet;

use crate::dates::PartialDate;
use crate::derive::Derivation;
use crate::derive::html::Html;
use crate::derive::routes::{Destination, Place, Routes};
use crate::derive::view::parts::DateView;
use crate::model::Site;
use crate::source::FileId;

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
}

impl<'a> Scope<'a> {
    /// The scope of a page in a language.
    #[must_use]
    pub fn new(derivation: &'a Derivation<'a>, destination: Destination, language: &str) -> Self {
        Self {
            derivation,
            destination,
            place: derivation.routes.place(destination, language),
            files: RefCell::default(),
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

    /// The pictures and documents that the page has used.
    #[must_use]
    pub fn into_files(self) -> BTreeSet<FileId> {
        self.files.into_inner()
    }
}
