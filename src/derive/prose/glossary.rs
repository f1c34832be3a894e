//! Terms of the glossary in running text.
//!
//! All forms of all terms of a language are in one automaton ([`TermIndex`]), so the work grows
//! with the text and not with the number of terms. A [`TermLinker`] goes through one page and
//! remembers what it has linked there.

use std::collections::{BTreeSet, HashSet};
use std::ops::Range;
use std::sync::Arc;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};

use crate::parse::markdown::abbreviations::abbreviations;
use crate::parse::markdown::{Body, Where};
use crate::source::Span;

/// A term as the index needs it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TermEntry {
    /// The id of its entry on the page of the glossary.
    pub anchor: String,
    /// The term, which is also the expansion of the abbreviation.
    pub term: String,
    /// Its abbreviation.
    pub abbreviation: Option<String>,
    /// Other forms.
    pub aliases: Vec<String>,
}

/// Which term: its place in the list that [`TermIndex::new`] was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TermIndexId(pub usize);

/// Where a term stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermUse {
    /// Which term.
    pub id: TermIndexId,
    /// The bytes of the text, a plural ending included.
    pub range: Range<usize>,
    /// Whether an abbreviation stands there.
    pub abbreviated: bool,
}

/// All forms of all terms of a language.
#[derive(Debug)]
pub struct TermIndex {
    entries: Vec<TermEntry>,
    forms: Vec<Form>,
    automaton: Option<AhoCorasick>,
}

#[derive(Debug)]
struct Form {
    id: TermIndexId,
    text: String,
    /// Whether it matches only in its own case.
    abbreviated: bool,
}

impl TermIndex {
    /// Builds the index. Of two terms with one form the earlier gets it.
    #[must_use]
    pub fn new(entries: Vec<TermEntry>) -> Self {
        let forms: Vec<Form> = entries
            .iter()
            .enumerate()
            .flat_map(|(index, entry)| forms(TermIndexId(index), entry))
            .filter(|form| form.text.chars().any(char::is_alphanumeric))
            .collect();
        // The forms are plain words of a glossary: they are far from the limits of the automaton.
        let automaton = AhoCorasickBuilder::new()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::Standard)
            .build(forms.iter().map(|form| &form.text))
            .ok();
        Self {
            entries,
            forms,
            automaton,
        }
    }

    /// The terms in a text, from left to right: the longest where several begin at one place or
    /// overlap from it.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<TermUse> {
        let Some(automaton) = &self.automaton else {
            return Vec::new();
        };
        let mut found: Vec<(TermUse, usize)> = automaton
            .find_overlapping_iter(text)
            .filter_map(|found| {
                let index = found.pattern().as_usize();
                let form = self.forms.get(index)?;
                let range = whole_word(text, found.start()..found.end(), form)?;
                let found = TermUse {
                    id: form.id,
                    range,
                    abbreviated: form.abbreviated,
                };
                Some((found, index))
            })
            .collect();
        found.sort_by_key(|(found, index)| {
            (
                found.range.start,
                std::cmp::Reverse(found.range.end),
                *index,
            )
        });
        let mut end = 0;
        found
            .into_iter()
            .map(|(found, _)| found)
            .filter(|found| {
                let is_next = found.range.start >= end;
                if is_next {
                    end = found.range.end;
                }
                is_next
            })
            .collect()
    }

    /// Every use of a term in a text, headings and links included, code left out.
    #[must_use]
    pub fn uses<L>(&self, body: &Body<L>) -> Vec<(TermIndexId, Span)> {
        let mut uses = Vec::new();
        body.visit_text(|run, place| {
            if place == Where::Code {
                return;
            }
            for found in self.find(&run.text) {
                uses.extend(run.place(found.range).map(|span| (found.id, span)));
            }
        });
        uses
    }

    fn entry(&self, id: TermIndexId) -> Option<&TermEntry> {
        self.entries.get(id.0)
    }

    /// The term that has a form, in any case.
    fn named(&self, name: &str) -> Option<TermIndexId> {
        let name = name.trim().to_lowercase();
        self.forms
            .iter()
            .find(|form| form.text.to_lowercase() == name)
            .map(|form| form.id)
    }
}

fn forms(id: TermIndexId, entry: &TermEntry) -> Vec<Form> {
    let mut forms = Vec::new();
    let abbreviation = entry.abbreviation.iter().map(|text| (text, true));
    let others = std::iter::once(&entry.term)
        .chain(&entry.aliases)
        .map(|text| (text, is_abbreviation(text)));
    for (text, abbreviated) in abbreviation.chain(others) {
        let text = text.trim();
        let mut spellings: BTreeSet<String> = BTreeSet::from([text.to_owned()]);
        if !abbreviated {
            spellings.extend(plural_in_ies(text));
            if !text.is_ascii() {
                // The automaton knows the two cases of ASCII letters only.
                let spelled: Vec<String> = spellings.iter().flat_map(|text| cases(text)).collect();
                spellings.extend(spelled);
            }
        }
        forms.extend(spellings.into_iter().map(|text| Form {
            id,
            text,
            abbreviated,
        }));
    }
    forms
}

/// `policies` for `policy`.
fn plural_in_ies(text: &str) -> Option<String> {
    let stem = text.strip_suffix('y')?;
    let after_vowel = stem.ends_with(['a', 'e', 'i', 'o', 'u']);
    (!after_vowel && !stem.is_empty()).then(|| format!("{stem}ies"))
}

fn cases(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let mut characters = lower.chars();
    let first: String = characters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    vec![first + characters.as_str(), text.to_uppercase(), lower]
}

fn is_abbreviation(text: &str) -> bool {
    abbreviations(text).any(|(range, _)| range == (0..text.len()))
}

/// The range of a match with its plural ending, where it is a whole word and in the right case.
fn whole_word(text: &str, range: Range<usize>, form: &Form) -> Option<Range<usize>> {
    let before = text.get(..range.start)?.chars().next_back();
    if before.is_some_and(char::is_alphanumeric) {
        return None;
    }
    if form.abbreviated && text.get(range.clone()) != Some(form.text.as_str()) {
        return None;
    }
    let after = text.get(range.end..)?;
    let ends_word = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    // Either case for a term; a capital after an abbreviation would be another one.
    let endings: &[&str] = if form.abbreviated {
        &["", "s", "es"]
    } else {
        &["", "s", "es", "S", "ES"]
    };
    endings
        .iter()
        .find(|ending| after.strip_prefix(**ending).is_some_and(ends_word))
        .map(|ending| range.start..range.end + ending.len())
}

/// Links terms on one page, each at its first use.
#[derive(Clone, Debug)]
pub struct TermLinker {
    index: Arc<TermIndex>,
    /// The address of the glossary, relative to the page.
    glossary: String,
    terms_done: HashSet<TermIndexId>,
    abbreviations_done: HashSet<TermIndexId>,
}

/// A piece of text with what is known about it.
pub(super) enum Segment<'t> {
    Text(&'t str),
    Term {
        shown: &'t str,
        href: String,
    },
    Abbreviation {
        shown: &'t str,
        href: String,
        /// What it means, where the author does not say it right there.
        expansion: Option<String>,
    },
}

impl TermLinker {
    /// A linker for one page, whose `no_glossary` names terms to leave alone.
    #[must_use]
    pub fn new<'n>(
        index: Arc<TermIndex>,
        glossary: impl Into<String>,
        no_glossary: impl IntoIterator<Item = &'n str>,
    ) -> Self {
        let skipped: HashSet<TermIndexId> = no_glossary
            .into_iter()
            .filter_map(|name| index.named(name))
            .collect();
        Self {
            index,
            glossary: glossary.into(),
            terms_done: skipped.clone(),
            abbreviations_done: skipped,
        }
    }

    /// Cuts a text where terms stand that this page has not linked yet.
    pub(super) fn segments<'t>(&mut self, text: &'t str) -> Vec<Segment<'t>> {
        let index = Arc::clone(&self.index);
        let mut segments = Vec::new();
        let mut from = 0;
        for found in index.find(text) {
            let Some(entry) = index.entry(found.id) else {
                continue;
            };
            let done = if found.abbreviated {
                &self.abbreviations_done
            } else {
                &self.terms_done
            };
            if done.contains(&found.id) {
                continue;
            }
            if from < found.range.start {
                segments.push(Segment::Text(&text[from..found.range.start]));
            }
            from = found.range.end;
            let shown = &text[found.range.clone()];
            let href = format!("{}#{}", self.glossary, entry.anchor);
            self.terms_done.insert(found.id);
            if found.abbreviated {
                self.abbreviations_done.insert(found.id);
                let is_explained =
                    entry.term == shown || explained_at(text, &found.range, &entry.term);
                segments.push(Segment::Abbreviation {
                    shown,
                    href,
                    expansion: (!is_explained).then(|| entry.term.clone()),
                });
            } else {
                // "Child sexual exploitation (CSE)": the abbreviation is explained.
                if let Some(abbreviation) = &entry.abbreviation
                    && in_brackets_after(&text[found.range.end..]) == Some(abbreviation)
                {
                    self.abbreviations_done.insert(found.id);
                }
                segments.push(Segment::Term { shown, href });
            }
        }
        if from < text.len() {
            segments.push(Segment::Text(&text[from..]));
        }
        segments
    }
}

/// Whether a term stands beside its abbreviation, one of the two in brackets.
fn explained_at(text: &str, abbreviation: &Range<usize>, term: &str) -> bool {
    let same = |words: &str| words.trim().to_lowercase() == term.to_lowercase();
    if in_brackets_after(&text[abbreviation.end..]).is_some_and(same) {
        return true;
    }
    let before = text[..abbreviation.start].strip_suffix('(');
    before.is_some_and(|before| {
        before
            .trim_end()
            .to_lowercase()
            .ends_with(&term.to_lowercase())
    })
}

fn in_brackets_after(text: &str) -> Option<&str> {
    let inside = text.trim_start_matches([' ', '\u{a0}']).strip_prefix('(')?;
    inside.split_once(')').map(|(words, _)| words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index() -> TermIndex {
        let entry =
            |anchor: &str, term: &str, abbreviation: Option<&str>, aliases: &[&str]| TermEntry {
                anchor: anchor.to_owned(),
                term: term.to_owned(),
                abbreviation: abbreviation.map(str::to_owned),
                aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
            };
        TermIndex::new(vec![
            entry("cse", "Child sexual exploitation", Some("CSE"), &[]),
            entry("child", "child", None, &["young person"]),
            entry("policy", "policy", None, &[]),
            entry("tŷ", "tŷ diogel", None, &[]),
            entry("it", "Information technology", Some("IT"), &[]),
        ])
    }

    fn found(text: &str) -> Vec<String> {
        index()
            .find(text)
            .into_iter()
            .map(|found| text[found.range].to_owned())
            .collect()
    }

    #[test]
    fn terms_are_found_as_whole_words_longest_first() {
        let cases: [(&str, &[&str]); 10] = [
            (
                "child sexual exploitation of a child",
                &["child sexual exploitation", "child"],
            ),
            ("Children, childs, Child's", &["childs", "Child"]),
            ("CSEs and CSE’s, cse, CSEX", &["CSEs", "CSE"]),
            ("child sexual health", &["child"]),
            ("Policies and a policy", &["Policies", "policy"]),
            ("Tŷ Diogel, TŶ DIOGEL", &["Tŷ Diogel", "TŶ DIOGEL"]),
            ("tŷ diogel", &["tŷ diogel"]),
            ("it is IT", &["IT"]),
            ("Young persons", &["Young persons"]),
            ("", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    fn linked(linker: &mut TermLinker, text: &str) -> String {
        linker
            .segments(text)
            .into_iter()
            .map(|segment| match segment {
                Segment::Text(text) => text.to_owned(),
                Segment::Term { shown, href } => format!("[{shown}]({href})"),
                Segment::Abbreviation {
                    shown, expansion, ..
                } => {
                    format!(
                        "[{shown}]{}",
                        expansion.map_or(String::new(), |words| format!("<{words}>"))
                    )
                }
            })
            .collect()
    }

    #[test]
    fn only_the_first_use_on_a_page_is_linked() {
        let index = Arc::new(index());
        let linker = || TermLinker::new(Arc::clone(&index), "g.html", ["POLICY"]);
        let cases = [
            ("CSE and CSE", "[CSE]<Child sexual exploitation> and CSE"),
            (
                "CSE (child sexual exploitation)",
                "[CSE] (child sexual exploitation)",
            ),
            (
                "child sexual exploitation (CSE), CSE",
                "[child sexual exploitation](g.html#cse) (CSE), CSE",
            ),
            (
                "Child sexual exploitation. CSE",
                "[Child sexual exploitation](g.html#cse). [CSE]<Child sexual exploitation>",
            ),
            (
                "a policy for a child, each child",
                "a policy for a [child](g.html#child), each child",
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(linked(&mut linker(), text), expected);
        }
        let mut page = linker();
        assert_eq!(linked(&mut page, "child"), "[child](g.html#child)");
        assert_eq!(linked(&mut page, "child"), "child");
    }
}
