//! The glossary of each language, ready to find its terms in texts.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::derive::prose::{TermEntry, TermIndex, TermIndexId};
use crate::model::{Id, Site, Term};

/// The terms of all languages.
#[derive(Debug)]
pub struct Terms(BTreeMap<String, LanguageTerms>);

/// The terms of one language.
#[derive(Debug)]
pub struct LanguageTerms {
    /// Finds them in a text.
    pub index: Arc<TermIndex>,
    ids: Vec<Id<Term>>,
}

impl Terms {
    /// The terms of a site.
    #[must_use]
    pub fn new(site: &Site) -> Self {
        let mut by_language: BTreeMap<&str, Vec<Id<Term>>> = BTreeMap::new();
        for (id, term) in site.terms.iter() {
            by_language.entry(&term.language).or_default().push(id);
        }
        let terms = |ids: Vec<Id<Term>>| LanguageTerms {
            index: Arc::new(TermIndex::new(
                ids.iter().map(|id| entry(&site.terms[*id])).collect(),
            )),
            ids,
        };
        Self(
            by_language
                .into_iter()
                .map(|(language, ids)| (language.to_owned(), terms(ids)))
                .collect(),
        )
    }

    /// The terms of a language, where it has a glossary.
    #[must_use]
    pub fn of(&self, language: &str) -> Option<&LanguageTerms> {
        self.0.get(language)
    }
}

impl LanguageTerms {
    /// The term that was found.
    #[must_use]
    pub fn term(&self, found: TermIndexId) -> Option<Id<Term>> {
        self.ids.get(found.0).copied()
    }
}

fn entry(term: &Term) -> TermEntry {
    TermEntry {
        anchor: term.anchor.clone(),
        term: term.term.clone(),
        abbreviation: term.abbreviation.as_ref().map(|text| text.value.clone()),
        aliases: term
            .aliases
            .iter()
            .map(|alias| alias.value.clone())
            .collect(),
    }
}
