//! The glossary as data for search engines.

use crate::derive::Derivation;
use crate::derive::plain;
use crate::derive::view::linked_data::{GlossaryData, TermFacts};
use crate::model::{Entity, Id, Link, Target, Term};

impl Derivation<'_> {
    /// The glossary of each language that has terms.
    #[must_use]
    pub fn glossary_data(&self) -> Vec<GlossaryData> {
        if !self.routes.exists(Entity::Glossary) {
            return Vec::new();
        }
        self.routes
            .languages(Entity::Glossary)
            .into_iter()
            .filter_map(|language| {
                let terms: Vec<TermFacts> = self
                    .site
                    .terms
                    .iter()
                    .filter(|(_, term)| term.language == language)
                    .map(|(id, term)| self.term_facts(id, term))
                    .collect();
                (!terms.is_empty()).then(|| GlossaryData {
                    path: self.routes.glossary_data(language),
                    language: language.to_owned(),
                    name: self.name(Entity::Glossary, language),
                    url: self.absolute(&self.routes.place(Entity::Glossary, language)),
                    terms,
                })
            })
            .collect()
    }

    fn term_facts(&self, id: Id<Term>, term: &Term) -> TermFacts {
        let words = |link: &Link| match &link.target {
            Target::Entity(entity, _) => self.name(*entity, &term.language),
            _ => link.written.clone(),
        };
        TermFacts {
            name: term.term.clone(),
            abbreviation: term.abbreviation.as_ref().map(|text| text.value.clone()),
            aliases: term
                .aliases
                .iter()
                .map(|alias| alias.value.clone())
                .collect(),
            meaning: term
                .meaning
                .as_ref()
                .map(|meaning| plain::text(meaning, &words))
                .filter(|meaning| !meaning.is_empty()),
            url: self.absolute(&self.routes.place(Entity::Term(id), &term.language)),
        }
    }
}
