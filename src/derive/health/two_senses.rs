//! Terms that are explained twice, and abbreviations that stand for one thing here and for another
//! there: in the glossary, as short names, or written out in a text.

use std::collections::BTreeMap;

use crate::check::expansions::expansions;
use crate::check::texts::pages;
use crate::derive::health::{Asked, Finding, found_by_checks};
use crate::model::names::{Names, folded};
use crate::model::{Entity, Site};
use crate::parse::markdown::Where;
use crate::source::{Span, Spanned};

/// What the checks find in the glossary, then each further sense of an abbreviation.
pub(super) fn ask(asked: &Asked<'_>) -> Vec<Finding> {
    let mut found = found_by_checks::same_term(asked);
    let site = asked.site;
    let own = site.settings.language.as_str();
    let others = site.settings.languages.iter().map(String::as_str);
    for language in std::iter::once(own).chain(others.filter(|language| *language != own)) {
        let entries = entries(site, language);
        let mut senses = by_abbreviation(&entries);
        add_written_out(site, language, &entries, &mut senses);
        for (abbreviation, senses) in senses {
            found.extend(further(asked, &abbreviation, &senses));
        }
    }
    found
}

/// What has an abbreviation: a term, or a group, member or strategy by its short name.
struct Named {
    abbreviation: String,
    name: String,
    place: Span,
    is_term: bool,
}

fn entries(site: &Site, language: &str) -> Vec<Named> {
    let mut entries = Vec::new();
    let mut add = |short: Option<&Spanned<String>>, name: &str, is_term: bool| {
        entries.extend(short.map(|short| Named {
            abbreviation: short.value.trim().to_owned(),
            name: name.to_owned(),
            place: short.span,
            is_term,
        }));
    };
    for term in site.terms.values().filter(|term| term.language == language) {
        add(term.abbreviation.as_ref(), &term.term, true);
    }
    for group in site.groups.values() {
        let group = group.in_language(language);
        add(group.short_name.as_ref(), &group.name, false);
    }
    for member in site.members.values() {
        let member = member.in_language(language);
        add(member.short_name.as_ref(), &member.name, false);
    }
    for strategy in site.strategies.values() {
        let name = strategy.name_in(language);
        add(strategy.short_name.as_ref(), name, false);
    }
    entries
}

/// One sense of an abbreviation.
struct Sense {
    /// The words as compared.
    key: String,
    /// The words as written.
    words: String,
    place: Span,
    is_term: bool,
}

type Senses = BTreeMap<String, Vec<Sense>>;

fn by_abbreviation(entries: &[Named]) -> Senses {
    let mut senses = Senses::new();
    for entry in entries {
        let sense = Sense {
            key: comparable(&entry.name),
            words: entry.name.clone(),
            place: entry.place,
            is_term: entry.is_term,
        };
        add_new(senses.entry(entry.abbreviation.clone()).or_default(), sense);
    }
    senses
}

/// Adds what the texts of a language write out. A name in one of its usual spellings is no other
/// sense.
fn add_written_out(site: &Site, language: &str, entries: &[Named], senses: &mut Senses) {
    let mut names: BTreeMap<&str, Names<usize>> = BTreeMap::new();
    for (index, entry) in entries.iter().enumerate() {
        names
            .entry(&entry.abbreviation)
            .or_insert_with(|| Names::new(&[]))
            .add(index, &entry.name, None, []);
    }
    for page in pages(site) {
        if page.page.language != language {
            continue;
        }
        for prose in &page.prose {
            prose.body.visit_text(|run, place| {
                if place == Where::Code {
                    return;
                }
                for expansion in expansions(&run.text) {
                    let Some(words) = expansion.meaning() else {
                        continue;
                    };
                    let is_known = names
                        .get(expansion.abbreviation)
                        .is_some_and(|names| names.one(words).is_some());
                    if let (false, Some(place)) = (is_known, run.place(expansion.at.clone())) {
                        let sense = Sense {
                            key: comparable(words),
                            words: words.to_owned(),
                            place,
                            is_term: false,
                        };
                        let known = senses.entry(expansion.abbreviation.to_owned()).or_default();
                        add_new(known, sense);
                    }
                }
            });
        }
    }
}

fn add_new(senses: &mut Vec<Sense>, sense: Sense) {
    if !senses.iter().any(|known| known.key == sense.key) {
        senses.push(sense);
    }
}

/// Every sense but the first, where it is used first. Two terms of one glossary have a message of
/// their own.
fn further<'a>(
    asked: &'a Asked<'_>,
    abbreviation: &'a str,
    senses: &'a [Sense],
) -> impl Iterator<Item = Finding> + use<'a> {
    let first = senses.first();
    senses.iter().skip(1).filter_map(move |sense| {
        let first = first.filter(|first| !(first.is_term && sense.is_term))?;
        Some(Finding {
            about: asked.subjects.at(asked.site, sense.place)?,
            place: sense.place,
            when: None,
            sentence: format!(
                "{abbreviation} stands for \u{201c}{}\u{201d} here, and for \u{201c}{}\u{201d} in {}.",
                sense.words,
                first.words,
                where_it_is(asked, first.place)
            ),
        })
    })
}

/// "the glossary", "the page of the group Training Group".
fn where_it_is(asked: &Asked<'_>, place: Span) -> String {
    match asked.subjects.at(asked.site, place) {
        Some(Entity::Term(_) | Entity::Glossary) => "the glossary".to_owned(),
        Some(Entity::Strategies) => "the list of strategies".to_owned(),
        Some(about) => {
            let (reference, title) = super::subject::name(asked.site, about, place);
            match reference {
                Some(reference) => format!("\u{201c}{reference} {title}\u{201d}"),
                None => format!("\u{201c}{title}\u{201d}"),
            }
        }
        None => "another place".to_owned(),
    }
}

/// Words without what does not matter in them; a plural is no other sense.
fn comparable(words: &str) -> String {
    let folded = folded(words);
    let words: Vec<&str> = folded
        .split(' ')
        .map(|word| word.trim_end_matches('s'))
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::comparable;

    #[test]
    fn case_joining_marks_and_plurals_make_no_other_sense() {
        let one = comparable("Child Protection Conferences");
        assert_eq!(one, comparable("child-protection conference"));
        assert_ne!(one, comparable("child protection committee"));
    }
}
