//! Strategies and terms: what actions and texts refer to. Also the pages that list them.

use std::collections::BTreeMap;

use crate::dates::Period;
use crate::source::{Span, Spanned};

use super::{Entity, Id, PageFacts, Prose};

/// The page of a list: glossary, strategies or roles.
#[derive(Clone, Debug)]
pub struct ListPage {
    /// What every page has.
    pub page: PageFacts,
    /// Its title, where the author gave one.
    pub title: Option<String>,
}

/// A plan, strategy, law, review or recommendation.
#[derive(Clone, Debug)]
pub struct Strategy {
    /// Where it stands.
    pub span: Span,
    /// Its id on the strategies page.
    pub anchor: String,
    /// Its full name.
    pub name: String,
    /// Its short name.
    pub short_name: Option<Spanned<String>>,
    /// Other names.
    pub aliases: Vec<Spanned<String>>,
    /// Its kind.
    pub kind: Option<String>,
    /// Whose it is.
    pub owner: Option<String>,
    /// Its years.
    pub period: Option<Period>,
    /// Where to read it, with its scheme, and the words shown.
    pub url: Option<WebAddress>,
    /// A remark.
    pub note: Option<Prose>,
    /// The same in other languages, by code.
    pub translations: BTreeMap<String, StrategyWords>,
}

/// What a translation says of a strategy.
#[derive(Clone, Debug)]
pub struct StrategyWords {
    /// Its full name.
    pub name: String,
    /// A remark.
    pub note: Option<Prose>,
}

impl Strategy {
    /// Its name in a language if it was translated, else as it was first written.
    #[must_use]
    pub fn name_in(&self, language: &str) -> &str {
        self.translations
            .get(language)
            .map_or(&self.name, |words| &words.name)
    }

    /// The remark, in a language if it was translated.
    #[must_use]
    pub fn note_in(&self, language: &str) -> Option<&Prose> {
        self.translations
            .get(language)
            .and_then(|words| words.note.as_ref())
            .or(self.note.as_ref())
    }
}

/// A link to a strategy: the author's words, and the entry where it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StrategyLink {
    /// The words shown.
    pub words: String,
    /// Where they stand.
    pub span: Span,
    /// The entry.
    pub strategy: Option<Id<Strategy>>,
    /// Which part of it.
    pub item: Option<String>,
    /// A remark.
    pub note: Option<Prose>,
}

/// A term of the glossary of one language.
#[derive(Clone, Debug)]
pub struct Term {
    /// Where it stands.
    pub span: Span,
    /// The language of its glossary.
    pub language: String,
    /// Its id in the glossary.
    pub anchor: String,
    /// The term in full.
    pub term: String,
    /// Its abbreviation.
    pub abbreviation: Option<Spanned<String>>,
    /// Other forms.
    pub aliases: Vec<Spanned<String>>,
    /// What it means.
    pub meaning: Option<Prose>,
    /// What explains it: the author's words, and the entry.
    pub see: Option<(Spanned<String>, Option<Entity>)>,
    /// The heading of its list.
    pub part: Option<String>,
}

/// A web address: where it leads, and the words an author wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebAddress {
    /// With its scheme: `https://example.org`.
    pub href: String,
    /// As written.
    pub words: String,
}
