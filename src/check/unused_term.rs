//! A term of the glossary is used somewhere (content format §9). One that is not is most often
//! spelt otherwise in the texts, and then explains nothing.

use std::collections::{HashMap, HashSet};

use aho_corasick::AhoCorasick;

use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::{Entity, Id, Site, Target, Term};

use crate::model::texts::{PageTexts, are_whole, pages};

/// Each term that no text of its language uses.
pub fn check(site: &Site) -> Diagnostics {
    let pages = pages(site);
    if !are_whole(&pages) {
        return Diagnostics::new();
    }
    let languages: HashSet<&str> = site
        .terms
        .values()
        .map(|term| term.language.as_str())
        .collect();
    let mut used = linked(site, &pages);
    for language in languages {
        used.extend(used_in(site, &pages, language));
    }
    site.terms
        .iter()
        .filter(|(id, _)| !used.contains(id))
        .map(|(_, term)| {
            Diagnostic::new(
                &codes::UNUSED_TERM,
                term.span,
                format!("\u{201c}{}\u{201d} is explained here, but no text uses it", term.term),
                "Check its spelling, add the form that the texts use under \u{201c}aliases\u{201d}, or delete it.",
            )
        })
        .collect()
}

/// Terms that a link, or another term's `see`, leads to.
fn linked(site: &Site, pages: &[PageTexts<'_>]) -> HashSet<Id<Term>> {
    let mut found = HashSet::new();
    for page in pages {
        page.visit_links(&mut |link| {
            if let Target::Entity(Entity::Term(term), _) = link.target {
                found.insert(term);
            }
        });
    }
    for term in site.terms.values() {
        if let Some((_, Some(Entity::Term(other)))) = term.see {
            found.insert(other);
        }
    }
    found
}

fn used_in(site: &Site, pages: &[PageTexts<'_>], language: &str) -> HashSet<Id<Term>> {
    let mut words: HashMap<String, Vec<Id<Term>>> = HashMap::new();
    let mut abbreviations: HashMap<String, Vec<Id<Term>>> = HashMap::new();
    for (id, term) in site
        .terms
        .iter()
        .filter(|(_, term)| term.language == language)
    {
        let forms =
            std::iter::once(&term.term).chain(term.aliases.iter().map(|alias| &alias.value));
        for form in forms {
            words.entry(form.to_lowercase()).or_default().push(id);
        }
        if let Some(abbreviation) = &term.abbreviation {
            abbreviations
                .entry(abbreviation.value.clone())
                .or_default()
                .push(id);
        }
    }
    let (Some(words), Some(abbreviations)) = (Forms::new(words), Forms::new(abbreviations)) else {
        return HashSet::new();
    };
    let mut found = HashSet::new();
    let own = pages.iter().filter(|page| page.page.language == language);
    for page in own {
        let prose = page.prose.iter().map(|prose| prose.body.plain_text());
        for text in prose.chain(page.plain.iter().map(|text| (*text).to_owned())) {
            let text = text.replace('\n', " ");
            abbreviations.find(&text, &mut found);
            words.find(&text.to_lowercase(), &mut found);
        }
    }
    found
}

/// The forms of terms, to be found in one go through a text.
struct Forms {
    automaton: AhoCorasick,
    terms: Vec<Vec<Id<Term>>>,
}

impl Forms {
    /// `None` only where there are more forms than the automaton can hold.
    fn new(forms: HashMap<String, Vec<Id<Term>>>) -> Option<Self> {
        let (patterns, terms): (Vec<String>, Vec<Vec<Id<Term>>>) = forms.into_iter().unzip();
        let automaton = AhoCorasick::new(&patterns).ok()?;
        Some(Self { automaton, terms })
    }

    fn find(&self, text: &str, found: &mut HashSet<Id<Term>>) {
        for hit in self.automaton.find_overlapping_iter(text) {
            let before = text[..hit.start()].chars().next_back();
            let whole = !before.is_some_and(char::is_alphanumeric) && ends(&text[hit.end()..]);
            if let (true, Some(terms)) = (whole, self.terms.get(hit.pattern().as_usize())) {
                found.extend(terms);
            }
        }
    }
}

/// Whether a word ends here, or is only made plural.
fn ends(rest: &str) -> bool {
    ["", "s", "es"].iter().any(|ending| {
        rest.strip_prefix(ending)
            .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_end_a_word_and_other_letters_do_not() {
        assert!(ends("") && ends("s.") && ends("es, ") && ends("’s"));
        assert!(!ends("ing") && !ends("ship"));
    }
}
