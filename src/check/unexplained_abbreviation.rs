//! An abbreviation is explained: in the glossary, as the short name of something that has a page, or
//! in brackets on the same page (content format §9; WCAG 2.2, criterion 3.1.4).
//!
//! It is two or more capitals, with digits, `&` and a plural `s`, that is not a reference or the
//! code of an indicator. Each is reported once in a language, at its first use.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::{Localised, Prose, Site};
use crate::parse::capitals::{is_ordinary, is_shouting, shouted};
use crate::parse::markdown::abbreviations::abbreviations;
use crate::parse::markdown::addresses::is_in_address;
use crate::parse::markdown::{Block, Where, plain_text};
use crate::source::Span;

use super::expansions::{expansions, is_in_brackets};
use crate::model::texts::{PageTexts, are_names_whole, pages};

/// Abbreviations that everybody knows better than what they stand for.
const COMMON: [&str; 9] = ["UK", "EU", "US", "USA", "PDF", "TV", "ID", "OK", "CCTV"];

/// The first use of each abbreviation that nothing explains.
pub fn check(site: &Site) -> Diagnostics {
    let mut known: HashMap<&str, Known> = HashMap::new();
    let mut reported: HashSet<(String, String)> = HashSet::new();
    let mut messages = Diagnostics::new();
    let pages = pages(site);
    if !are_names_whole(&pages) {
        return messages;
    }
    for page in pages {
        let language = page.page.language.as_str();
        let known = known
            .entry(language)
            .or_insert_with(|| Known::new(site, language));
        for (span, word) in unexplained(&page, known) {
            if reported.insert((language.to_owned(), word.clone())) {
                messages.push(message(span, &word));
            }
        }
    }
    messages
}

fn message(span: Span, word: &str) -> Diagnostic {
    Diagnostic::new(
        &codes::UNEXPLAINED_ABBREVIATION,
        span,
        format!("Nothing explains what {word} stands for"),
        format!(
            "Write it out here, with the abbreviation in brackets: \u{201c}\u{2026} ({word})\u{201d}. Or add it to glossary.md, or as \u{201c}short_name\u{201d} of the group, member or strategy that it is."
        ),
    )
}

/// The abbreviations on a page that neither the site nor the page explains, in their order.
fn unexplained(page: &PageTexts<'_>, known: &Known) -> Vec<(Span, String)> {
    let mut texts: Vec<String> = page
        .prose
        .iter()
        .map(|prose| prose.body.plain_text())
        .collect();
    texts.extend(page.plain.iter().map(|text| (*text).to_owned()));
    let mut expanded: HashMap<String, bool> = HashMap::new();
    let mut found = Vec::new();
    for prose in &page.prose {
        let shouting = shouting_headings(prose);
        prose.body.visit_text(|run, place| {
            if place == Where::Code || is_shouted(&run.text) {
                return;
            }
            let shouted = shouted(&run.text);
            for (range, word) in abbreviations(&run.text) {
                let is_shouted = shouted.iter().any(|words| words.contains(&range.start));
                if is_shouted || is_no_abbreviation(&run.text, &range) {
                    continue;
                }
                let is_expanded = || texts.iter().any(|text| is_expanded_in(text, word));
                if !known.explains(&run.text, range.clone(), word)
                    && !*expanded.entry(word.to_owned()).or_insert_with(is_expanded)
                {
                    let place = run.place(range);
                    let place = place.filter(|place| !stands_in(&shouting, *place));
                    found.extend(place.map(|span| (span, word.to_owned())));
                }
            }
        });
    }
    found
}

/// Headings all in capitals, which have their own message, in their order.
fn shouting_headings(prose: &Prose) -> Vec<Span> {
    let mut found = Vec::new();
    prose.body.visit_blocks(&mut |block| {
        if let Block::Heading(heading) = block
            && is_shouting(&plain_text(&heading.content))
        {
            found.push(heading.span);
        }
    });
    found.sort();
    found
}

/// Whether a place is inside one of several, which are in their order.
fn stands_in(spans: &[Span], place: Span) -> bool {
    let after = spans.partition_point(|span| span.start <= place.start);
    let before = after.checked_sub(1).and_then(|index| spans.get(index));
    before.is_some_and(|span| place.end <= span.end)
}

/// Whether a word in capitals is something else than an abbreviation where it stands.
fn is_no_abbreviation(text: &str, range: &Range<usize>) -> bool {
    let word = &text[range.clone()];
    is_ordinary(word)
        || is_in_address(text, range.start)
        || is_in_tag(text, range)
        || is_of_day(text, range)
        || is_postcode(word, &text[range.end..])
}

/// `<BR>`, and `[!NOTE]` that stands where it says nothing: both have their own message.
fn is_in_tag(text: &str, range: &Range<usize>) -> bool {
    /// A longer tag is none that people type.
    const LONGEST: usize = 200;
    let (before, after) = (&text[..range.start], &text[range.end..]);
    if before.ends_with("[!") && after.starts_with(']') {
        return true;
    }
    let is_sign = |c: &char| matches!(c, '<' | '>');
    let mut back = before.chars().rev().take(LONGEST);
    let mut next = None;
    let opens = loop {
        match back.next() {
            Some('<') => break next.is_none_or(|c: char| c.is_alphabetic() || c == '/'),
            Some('>') | None => break false,
            other => next = other,
        }
    };
    opens && after.chars().take(LONGEST).find(is_sign) == Some('>')
}

/// `2 PM`
fn is_of_day(text: &str, range: &Range<usize>) -> bool {
    let hour = text[..range.start].trim_end();
    matches!(&text[range.clone()], "AM" | "PM") && hour.ends_with(|c: char| c.is_ascii_digit())
}

/// The first half of a postcode, with the second half after it: `FN1 2AA`, `EC1A 1BB`.
fn is_postcode(word: &str, after: &str) -> bool {
    let area = word.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let is_first = (1..=2).contains(&(word.len() - area.len()))
        && area.len() <= 2
        && area.starts_with(|c: char| c.is_ascii_digit());
    let second: Vec<char> = after.trim_start().chars().take(4).collect();
    let is_second = match second.as_slice() {
        [digit, one, two, rest @ ..] => {
            digit.is_ascii_digit()
                && one.is_ascii_uppercase()
                && two.is_ascii_uppercase()
                && !rest.iter().any(|c| c.is_alphanumeric())
        }
        _ => false,
    };
    is_first && is_second
}

/// What explains abbreviations on every page of a language.
struct Known {
    /// Abbreviations that are explained wherever they stand.
    words: HashSet<String>,
    /// Names that hold an abbreviation, which is explained as part of them.
    names: HashMap<String, Vec<String>>,
}

impl Known {
    fn new(site: &Site, language: &str) -> Self {
        let mut known = Self {
            words: COMMON.iter().map(|word| (*word).to_owned()).collect(),
            names: HashMap::new(),
        };
        known.references(site);
        known.entries(site);
        let has_glossary = site.terms.values().any(|term| term.language == language);
        let language = if has_glossary {
            language
        } else {
            &site.settings.language
        };
        for term in site.terms.values().filter(|term| term.language == language) {
            known.name(&term.term);
            known.short(
                term.abbreviation
                    .iter()
                    .chain(&term.aliases)
                    .map(|form| form.as_str()),
            );
        }
        known
    }

    /// References and codes of indicators are no abbreviations.
    fn references(&mut self, site: &Site) {
        let priorities = site
            .priorities
            .values()
            .filter_map(|item| item.original.reference.as_deref());
        let documents = site
            .documents
            .values()
            .filter_map(|item| item.original.reference.as_deref());
        self.short(priorities.chain(documents));
        for plan in site.plans.values() {
            let outcomes = plan.original.outcomes.values();
            self.short(outcomes.filter_map(|outcome| Some(outcome.reference.as_ref()?.as_str())));
        }
        for action in site.actions.values().map(|action| &action.original) {
            self.short(action.reference.as_deref().into_iter());
            let measures = action.all_facts().flat_map(|facts| facts.measures.items());
            self.short(measures.filter_map(|measure| measure.code.as_deref()));
        }
    }

    /// The board, groups, members, roles and strategies have a page or an entry that names them.
    fn entries(&mut self, site: &Site) {
        for home in site.home.versions() {
            self.name(&home.board.name);
            self.short(forms(home.board.short_name.as_ref(), &home.board.aliases));
        }
        for group in site.groups.values().flat_map(Localised::versions) {
            self.name(&group.name);
            self.short(forms(group.short_name.as_ref(), &group.aliases));
        }
        for member in site.members.values().flat_map(Localised::versions) {
            self.name(&member.name);
            self.short(forms(member.short_name.as_ref(), &member.aliases));
        }
        for role in site.roles.values() {
            self.name(&role.name);
            self.short(forms(None, &role.aliases));
        }
        for strategy in site.strategies.values() {
            self.name(&strategy.name);
            self.short(forms(strategy.short_name.as_ref(), &strategy.aliases));
        }
    }

    fn short<'a>(&mut self, texts: impl Iterator<Item = &'a str>) {
        for text in texts {
            self.words
                .extend(abbreviations(text).map(|(_, word)| word.to_owned()));
        }
    }

    /// A full name explains an abbreviation in brackets, or one that is all of it; another only as
    /// a part of the name.
    fn name(&mut self, name: &str) {
        for (range, word) in abbreviations(name) {
            if word == name || is_in_brackets(name, range) {
                self.words.insert(word.to_owned());
            } else {
                self.names
                    .entry(word.to_owned())
                    .or_default()
                    .push(name.to_owned());
            }
        }
    }

    fn explains(&self, text: &str, range: Range<usize>, word: &str) -> bool {
        let names = || self.names.get(word).into_iter().flatten();
        self.words.contains(word)
            || is_roman(word)
            || names().any(|name| {
                text.match_indices(name.as_str())
                    .any(|(at, _)| at <= range.start && range.end <= at + name.len())
            })
    }
}

fn forms<'a>(
    short_name: Option<&'a crate::source::Spanned<String>>,
    aliases: &'a [crate::source::Spanned<String>],
) -> impl Iterator<Item = &'a str> {
    short_name
        .into_iter()
        .chain(aliases)
        .map(|form| form.as_str())
}

/// A number in Roman figures, as in "Part II": nothing is abbreviated.
fn is_roman(word: &str) -> bool {
    word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

/// Words all in capitals are a way of shouting, which is another message; a single word is not.
fn is_shouted(text: &str) -> bool {
    let has_small = text.chars().any(char::is_lowercase);
    let words = text
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphabetic));
    !has_small && words.count() > 2
}

/// Whether a text writes an abbreviation out. Two words or more must stand on the other side of the
/// brackets.
fn is_expanded_in(text: &str, word: &str) -> bool {
    expansions(text).any(|expansion| {
        expansion.abbreviation == word && expansion.words.split_whitespace().count() >= 2
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expansion_stands_on_either_side_of_brackets() {
        assert!(is_expanded_in("Child sexual exploitation (CSE) is", "CSE"));
        assert!(is_expanded_in("multi-agency hubs (MASHs)", "MASH"));
        assert!(is_expanded_in("CSE (child sexual exploitation)", "CSE"));
        for inside in [
            "“MASH”",
            "known as MASH",
            "the “MASH”",
            "MASH; see below",
            "'MASH'",
        ] {
            let text = format!("The Multi-Agency Safeguarding Hub ({inside}) meets");
            assert!(is_expanded_in(&text, "MASH"), "{text}");
        }
        assert!(!is_expanded_in(
            "The care home (see the MASH) meets",
            "MASH"
        ));
        assert!(!is_expanded_in("The CSE group meets", "CSE"));
        assert!(!is_expanded_in("CSE (draft)", "CSE"));
        assert!(!is_expanded_in("See below. (CSE)", "CSE"));
    }

    #[test]
    fn words_in_capitals_may_be_something_else() {
        for (text, word) in [
            ("Do NOT call", "NOT"),
            ("at 2 PM", "PM"),
            ("FN1 2AA", "FN1"),
            ("in EC1A 1BB.", "EC1A"),
            ("see MASH.pdf", "MASH"),
            ("a <BR> b", "BR"),
            ("[!NOTE] a", "NOTE"),
        ] {
            let start = text.find(word).unwrap();
            assert!(
                is_no_abbreviation(text, &(start..start + word.len())),
                "{text}"
            );
        }
        for (text, word) in [
            ("the PM said", "PM"),
            ("form FN1 is", "FN1"),
            ("FN1 2AAB", "FN1"),
            ("1 < MASH and 3 > 2", "MASH"),
        ] {
            let start = text.find(word).unwrap();
            assert!(
                !is_no_abbreviation(text, &(start..start + word.len())),
                "{text}"
            );
        }
    }

    #[test]
    fn headings_in_capitals_and_figures_are_left_alone() {
        assert!(is_shouted("THE WORK OF THE BOARD"));
        assert!(!is_shouted("MASH"));
        assert!(!is_shouted("The MASH"));
        assert!(is_roman("VII") && !is_roman("MIX"));
    }
}
