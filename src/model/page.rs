//! What every page has, and pages in several languages.

use std::collections::BTreeMap;

use crate::dates::PartialDate;
use crate::output::OutputPath;
use crate::parse::Unread;
use crate::source::{FileId, Span, Spanned};

use super::Prose;

/// What every page has.
#[derive(Clone, Debug)]
pub struct PageFacts {
    /// The file it is made from; for a board without a file, `index.md`.
    pub file: FileId,
    /// The path of the file below `content/`.
    pub path: String,
    /// Where it is published.
    pub address: OutputPath,
    /// The language it is written in.
    pub language: String,
    /// A sentence or two for lists and search.
    pub summary: Option<Prose>,
    /// When it last changed.
    pub updated: Option<PartialDate>,
    /// Whether it is a draft (only ever true where drafts are asked for).
    pub draft: bool,
    /// Old addresses that lead here.
    pub redirect_from: Vec<Spanned<OutputPath>>,
    /// A title for menus.
    pub short_title: Option<String>,
    /// Terms that are not linked here.
    pub no_glossary: Vec<String>,
    /// Its text.
    pub body: Prose,
    /// What of its facts could not be read. Where that is anything, there is an error, and no page.
    pub unread: Unread,
}

impl PageFacts {
    /// The page as a whole, for messages about what it lacks.
    #[must_use]
    pub fn whole(&self) -> Span {
        Span::whole(self.file)
    }
}

/// A thing as its author wrote it first, and its translations.
#[derive(Clone, Debug)]
pub struct Localised<T> {
    /// In the language of the site.
    pub original: T,
    /// In other languages, by code.
    pub twins: BTreeMap<String, T>,
}

impl<T> Localised<T> {
    /// A thing without translations.
    #[must_use]
    pub fn alone(original: T) -> Self {
        Self {
            original,
            twins: BTreeMap::new(),
        }
    }

    /// In a language if it was translated, else as it was first written.
    #[must_use]
    pub fn in_language(&self, language: &str) -> &T {
        self.twins.get(language).unwrap_or(&self.original)
    }

    /// The original, then the translations.
    pub fn versions(&self) -> impl Iterator<Item = &T> {
        std::iter::once(&self.original).chain(self.twins.values())
    }
}
