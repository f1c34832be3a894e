//! What the search of the site knows: every thing that can be looked up, and the words by which it
//! is found. How they are ranked is the script's part (`themes/default/assets/search-engine.js`).

mod table;
mod tokens;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rayon::prelude::*;

use crate::derive::Derivation;
use crate::derive::findable::Findable;
use crate::derive::plain;
use crate::derive::routes::{self, Destination};
use crate::derive::search::table::table;
use crate::derive::search::tokens::tokens;
use crate::derive::view::search_index::{SearchIndex, SearchPages, WordForms};
use crate::model::texts::{self, PageTexts};
use crate::model::{Entity, Link, Prose};
use crate::parse::markdown::Where;
use crate::source::FileId;

/// How much of a page stands below its title in the results, in characters.
const LONGEST_ABOUT: usize = 160;

/// A name that is longer, in characters, is cut in the results. All its words are found.
const LONGEST_NAME: usize = 120;

/// The words by which something is found, folded; each stands in the best of the three only.
#[derive(Default)]
struct Words {
    names: BTreeSet<String>,
    headings: BTreeSet<String>,
    text: BTreeSet<String>,
}

impl Derivation<'_> {
    /// The index of each language of the site.
    #[must_use]
    pub fn search_indexes(&self) -> Vec<SearchIndex> {
        let texts: BTreeMap<FileId, PageTexts<'_>> = texts::pages(self.site)
            .into_iter()
            .map(|texts| (texts.page.file, texts))
            .collect();
        let languages = self.routes.all_languages().into_iter();
        languages
            .map(|language| self.search_index(language, &texts))
            .collect()
    }

    fn search_index(&self, language: &str, texts: &BTreeMap<FileId, PageTexts<'_>>) -> SearchIndex {
        let found = self.findable(language);
        let forms = self.word_forms(language);
        let looked_into: Vec<(Words, String)> = found
            .par_iter()
            .map(|found| {
                let texts = Texts::of(self, found, texts);
                (words(found, &texts, &forms.small_words), texts.about())
            })
            .collect();
        let (words, abouts): (Vec<Words>, Vec<String>) = looked_into.into_iter().unzip();
        SearchIndex::new(
            language,
            forms,
            self.search_pages(language, &found, abouts),
            [
                table(words.iter().map(|words| &words.names)),
                table(words.iter().map(|words| &words.headings)),
                table(words.iter().map(|words| &words.text)),
            ],
        )
    }

    fn search_pages(&self, language: &str, found: &[Findable], abouts: Vec<String>) -> SearchPages {
        let places: HashMap<Destination, usize> = found
            .iter()
            .enumerate()
            .map(|(index, found)| (found.of, index))
            .collect();
        let search = self.routes.place(Destination::Search, language).address;
        let mut pages = SearchPages::default();
        for (index, (found, about)) in found.iter().zip(abouts).enumerate() {
            pages.add_kind(&found.kind);
            pages
                .names
                .push(plain::first_words(&found.name, LONGEST_NAME));
            pages
                .addresses
                .push(routes::relative(search.as_str(), &found.place));
            pages.abouts.push(about);
            // 0 is nothing, so that most numbers are short.
            let parent = found.parent.and_then(|parent| places.get(&parent));
            pages.parents.push(parent.map_or(0, |parent| parent + 1));
            if let Some(reference) = &found.reference {
                pages.references.insert(index, reference.clone());
            }
            let names = found.other_names.iter().chain(&found.foreign_names);
            let names: Vec<String> = names.cloned().collect();
            if !names.is_empty() {
                pages.other_names.insert(index, names);
            }
            if found.place.language != language {
                let own = found.place.language.clone();
                pages.languages.entry(own).or_default().push(index);
            }
            if found.is_archived {
                pages.archived.push(index);
            }
        }
        pages
    }

    fn word_forms(&self, language: &str) -> WordForms {
        let list = |key: &str| -> Vec<String> {
            let found = self.strings.find(language, key, None);
            let words = found.map(|words| words.fill(&[])).unwrap_or_default();
            words.split_whitespace().map(str::to_owned).collect()
        };
        WordForms {
            small_words: list("search.small_words"),
            endings: list("search.endings")
                .iter()
                .filter_map(|pair| pair.split_once('>'))
                .map(|(ending, instead)| (ending.to_owned(), instead.to_owned()))
                .collect(),
            beginnings: list("search.beginnings")
                .iter()
                .map(|family| family.split('=').map(str::to_owned).collect())
                .collect(),
        }
    }
}

/// What stands on a page, or in an entry of one, in its author's words.
#[derive(Default)]
struct Texts<'a> {
    summary: Option<&'a Prose>,
    prose: Vec<&'a Prose>,
    plain: Vec<&'a str>,
}

impl<'a> Texts<'a> {
    fn of(
        derivation: &Derivation<'a>,
        found: &Findable,
        texts: &'a BTreeMap<FileId, PageTexts<'a>>,
    ) -> Self {
        let site = derivation.site;
        let language = &found.place.language;
        let mut own = Self::default();
        // Any other page repeats what stands elsewhere.
        let Destination::Entity(entity) = found.of else {
            return own;
        };
        let facts = derivation.routes.facts(entity, language);
        match entity {
            Entity::Role(id) => own.plain.extend(site.roles[id].holder_in(language)),
            Entity::Strategy(id) => {
                let strategy = &site.strategies[id];
                own.summary = strategy.note_in(language);
                own.plain.extend(strategy.owner.as_deref());
            }
            Entity::Term(id) => own.summary = site.terms[id].meaning.as_ref(),
            // These pages repeat what stands elsewhere, so only their own introduction counts.
            Entity::Home | Entity::Roles | Entity::Strategies | Entity::Glossary => {
                let facts = facts.into_iter();
                for facts in facts {
                    own.summary = facts.summary.as_ref();
                    own.prose.push(&facts.body);
                }
            }
            Entity::Statement => {
                let statement = site.home.in_language(language).accessibility.as_ref();
                let statement = statement.or(site.home.original.accessibility.as_ref());
                own.prose
                    .extend(statement.iter().flat_map(|facts| &facts.known_issues));
                own.prose.extend(facts.map(|facts| &facts.body));
            }
            Entity::Listing(_) => {}
            Entity::Plan(_)
            | Entity::Priority(_)
            | Entity::Action(_)
            | Entity::Group(_)
            | Entity::Member(_)
            | Entity::Cycle(_)
            | Entity::Document(_) => {
                // A board that was made from `index.md` has no text of its own.
                let page = facts.and_then(|facts| texts.get(&facts.file));
                if let (Some(facts), Some(page)) = (facts, page) {
                    own.summary = facts.summary.as_ref();
                    own.prose.push(&facts.body);
                    own.prose.extend(
                        page.prose
                            .iter()
                            .copied()
                            .filter(|prose| !std::ptr::eq(*prose, &raw const facts.body)),
                    );
                    own.plain.extend(&page.plain);
                }
            }
        }
        own
    }

    /// What it is about, in a few words: the summary, else the first text.
    fn about(&self) -> String {
        let written = |link: &Link| link.written.clone();
        let mut texts = self.summary.iter().chain(&self.prose);
        let first = texts.find_map(|text| {
            plain::first_paragraph(text, &written).filter(|text| !text.is_empty())
        });
        plain::first_words(&first.unwrap_or_default(), LONGEST_ABOUT)
    }
}

fn words(found: &Findable, texts: &Texts<'_>, small_words: &[String]) -> Words {
    let is_small = |word: &String| small_words.contains(word);
    let names = std::iter::once(&found.name)
        .chain(&found.reference)
        .chain(&found.other_names)
        .chain(&found.foreign_names);
    let mut words = Words {
        // A name may be made of small words only: "Who we are".
        names: names.flat_map(|name| tokens(name)).collect(),
        ..Words::default()
    };
    let title = tokens(&found.title);
    words.names.extend(title);
    for prose in texts.summary.iter().chain(&texts.prose) {
        prose.body.visit_text(|run, place| match place {
            Where::Heading => words.headings.extend(tokens(&run.text)),
            Where::Text | Where::Link | Where::Code | Where::Quote => {
                words.text.extend(tokens(&run.text));
            }
        });
    }
    for plain in &texts.plain {
        words.text.extend(tokens(plain));
    }
    let Words {
        names,
        headings,
        text,
    } = &mut words;
    headings.retain(|word| !is_small(word) && !names.contains(word));
    text.retain(|word| !is_small(word) && !names.contains(word) && !headings.contains(word));
    // A letter alone finds nothing in a text.
    text.retain(|word| word.chars().nth(1).is_some());
    words
}
