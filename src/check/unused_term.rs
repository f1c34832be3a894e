//! A term of the glossary is used somewhere (content format §9). One that is not is most often
//! spelt otherwise in the texts, and then explains nothing.

use std::collections::HashSet;

use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::terms::{Inflection, TermEntry, TermIndex};
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
    let terms = site.terms.iter();
    let (ids, entries): (Vec<Id<Term>>, Vec<TermEntry>) = terms
        .filter(|(_, term)| term.language == language)
        .map(|(id, term)| (id, TermEntry::from(term)))
        .unzip();
    let index = TermIndex::new(entries, Inflection::of(language));
    let mut found = HashSet::new();
    for page in pages.iter().filter(|page| page.page.language == language) {
        let prose = page.prose.iter().map(|prose| prose.body.plain_text());
        for text in prose.chain(page.plain.iter().map(|text| (*text).to_owned())) {
            let mentioned = index.mentions(&text).into_iter();
            found.extend(mentioned.filter_map(|id| ids.get(id.0).copied()));
        }
    }
    found
}
