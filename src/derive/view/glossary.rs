//! Terms and abbreviations.

use serde::Serialize;

use std::collections::BTreeMap;

use crate::derive::alphabet::Alphabet;
use crate::derive::html::Html;
use crate::derive::ids::Ids;
use crate::derive::page::PageParts;
use crate::derive::scope::Scope;
use crate::derive::uses::{Use, uses};
use crate::derive::view::page::PageView;
use crate::derive::view::parts::LinkView;
use crate::model::{Entity, Id, ListPage, Term};

/// The heading of a part, and its terms.
type Part<'a> = (Option<String>, Vec<(Id<Term>, &'a Term)>);

/// The pages that are named for a term. A glossary must not grow with the plan times its terms.
const MOST_PAGES: usize = 40;

/// The glossary.
#[derive(Clone, Debug, Serialize)]
pub struct GlossaryView {
    /// What every page has.
    pub page: PageView,
    /// The author's introduction.
    pub body: Option<Html>,
    /// The alphabet of the language, each letter with the first entry it leads to.
    pub letters: Vec<LetterView>,
    /// The parts, in the author's order; one without heading where there are no parts.
    pub parts: Vec<GlossaryPartView>,
    /// The address of the terms as data for search engines.
    pub data: Option<String>,
}

/// A letter of the alphabet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LetterView {
    /// The letter.
    pub letter: String,
    /// The id of the first entry that begins with it; `None` where there is none.
    pub id: Option<String>,
}

/// A part of the glossary.
#[derive(Clone, Debug, Serialize)]
pub struct GlossaryPartView {
    /// The id of the heading.
    pub id: String,
    /// The heading.
    pub heading: Option<String>,
    /// The entries, in alphabetical order.
    pub terms: Vec<TermView>,
}

/// An entry.
#[derive(Clone, Debug, Serialize)]
pub struct TermView {
    /// The id of the entry: links lead to it.
    pub id: String,
    /// The term.
    pub term: String,
    /// The abbreviation.
    pub abbreviation: Option<String>,
    /// Other words for it.
    pub aliases: Vec<String>,
    /// What it means.
    pub meaning: Option<Html>,
    /// The group, member, role, strategy or term to see.
    pub see: Option<LinkView>,
    /// The text of what to see.
    pub see_text: Option<Html>,
    /// The pages that use it, at most [`MOST_PAGES`] of them; the note of a link says how often.
    pub used_on: Vec<LinkView>,
    /// How many pages use it.
    pub used_on_count: usize,
    /// How many of them are not named.
    pub more_pages: usize,
}

impl GlossaryView {
    /// The glossary of the page's language.
    #[must_use]
    pub fn new(scope: &Scope<'_>, page: &ListPage) -> Self {
        let language = scope.language();
        let alphabet = Alphabet::of(scope.derivation.strings, language);
        let uses = uses(scope.derivation, language);
        let terms = scope.site().terms.iter();
        let own = terms.filter(|(_, term)| term.language == language);
        let mut ids = Ids::default();
        ids.leave(page.page.body.body.anchors());
        let mut parts: Vec<Part<'_>> = Vec::new();
        for (id, term) in own {
            ids.unique(&term.anchor);
            match parts.iter_mut().find(|(part, _)| *part == term.part) {
                Some((_, terms)) => terms.push((id, term)),
                None => parts.push((term.part.clone(), vec![(id, term)])),
            }
        }
        // What belongs to no part needs no heading where it stands first.
        parts.sort_by_key(|(part, _)| part.is_some());
        for (_, terms) in &mut parts {
            terms.sort_by_cached_key(|(_, term)| alphabet.sort_key(&term.term));
        }
        Self {
            letters: letters(&alphabet, parts.iter().flat_map(|(_, terms)| terms)),
            page: scope.page(PageParts {
                facts: Some(&page.page),
                ..PageParts::new(
                    "glossary",
                    scope.derivation.name(Entity::Glossary, language),
                )
            }),
            data: (!parts.is_empty()).then(|| scope.glossary_data()),
            body: scope.body(&page.page.body),
            parts: parts
                .into_iter()
                .map(|(heading, terms)| GlossaryPartView {
                    id: ids.unique(heading.as_deref().unwrap_or("terms")),
                    heading,
                    terms: terms
                        .into_iter()
                        .map(|(id, term)| TermView::new(scope, id, term, &uses))
                        .collect(),
                })
                .collect(),
        }
    }
}

impl TermView {
    fn new(
        scope: &Scope<'_>,
        id: Id<Term>,
        term: &Term,
        uses: &BTreeMap<Id<Term>, Vec<Use>>,
    ) -> Self {
        let see = term.see.as_ref();
        let entity = see.and_then(|(_, entity)| *entity);
        let used_on = uses.get(&id).map(Vec::as_slice).unwrap_or_default();
        Self {
            id: term.anchor.clone(),
            term: term.term.clone(),
            abbreviation: term.abbreviation.as_ref().map(|text| text.value.clone()),
            aliases: term
                .aliases
                .iter()
                .map(|alias| alias.value.clone())
                .collect(),
            meaning: term.meaning.as_ref().map(|meaning| scope.value(meaning)),
            see: see
                .zip(entity)
                .map(|((words, _), entity)| scope.link_as(entity, words.value.clone()))
                .or_else(|| scope.link_of_namesake(term).filter(|_| see.is_none())),
            see_text: match (see, entity) {
                // What is not known is shown in the author's words.
                (Some((words, _)), None) => Some(Html::from_text(&words.value)),
                (_, entity) => entity.and_then(|entity| scope.about(entity)),
            },
            used_on: used_on
                .iter()
                .take(MOST_PAGES)
                .map(|(page, count)| used_on_page(scope, *page, *count))
                .collect(),
            used_on_count: used_on.len(),
            more_pages: used_on.len().saturating_sub(MOST_PAGES),
        }
    }
}

impl Scope<'_> {
    /// A term may have the name of a group, member, role or strategy. Texts link to the term, so its
    /// entry leads on.
    fn link_of_namesake(&self, term: &Term) -> Option<LinkView> {
        let terms = self.derivation.terms.of(self.language())?;
        let abbreviation = term.abbreviation.as_ref().map(|text| text.value.as_str());
        let forms = abbreviation.into_iter().chain([term.term.as_str()]);
        let entity = forms.filter_map(|form| terms.named(form)).next()?;
        Some(self.link(entity))
    }

    fn glossary_data(&self) -> String {
        let address = self.routes().glossary_data(self.language());
        self.link_at(address, String::new()).href
    }
}

fn used_on_page(scope: &Scope<'_>, page: Entity, count: usize) -> LinkView {
    let times = (count > 1).then(|| scope.counted("glossary.times", count, &[]));
    LinkView {
        note: times,
        ..match page {
            // Their short names are abbreviations.
            Entity::Group(_) | Entity::Member(_) => scope.link(page),
            _ => scope.short_link(page),
        }
    }
}

fn letters<'a>(
    alphabet: &Alphabet,
    terms: impl Iterator<Item = &'a (Id<Term>, &'a Term)>,
) -> Vec<LetterView> {
    let mut first: BTreeMap<&str, &str> = BTreeMap::new();
    for (_, term) in terms {
        if let Some(letter) = alphabet.letter_of(&term.term) {
            first.entry(letter).or_insert(&term.anchor);
        }
    }
    alphabet
        .letters()
        .map(|letter| LetterView {
            letter: letter.to_owned(),
            id: first.get(letter).map(|anchor| (*anchor).to_owned()),
        })
        .collect()
}
