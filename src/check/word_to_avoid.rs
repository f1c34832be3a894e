//! Plain words: what the theme's list advises against, with what to write instead.
//!
//! The list is in the theme's words of the page's language (`avoid` in `strings/en.yaml`), because
//! it is advice about a language. A word is passed over where it is not the author's own choice: in
//! the name of a group, member, role, strategy or term, or of anything else that is written with a
//! capital letter; in quotations, links, code, headings, captions and diagrams; on the glossary's
//! page, which explains such words; and in plans in the archive.

use std::collections::HashMap;
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::{Localised, Site};
use crate::parse::markdown::{Run, Where, Whole};
use crate::strings::Strings;

use super::sentences::sentences;
use super::texts::visit_own_prose;
use super::words::either;

/// Every word to avoid, where there is a plainer one.
pub fn check(site: &Site, strings: &Strings) -> Diagnostics {
    let glossaries: Vec<_> = site
        .glossary_page
        .iter()
        .flat_map(Localised::versions)
        .map(|page| page.page.file)
        .collect();
    let names = names(site);
    let mut lists: HashMap<String, Option<List<'_>>> = HashMap::new();
    let mut messages = Diagnostics::new();
    visit_own_prose(site, |page, whole, place| {
        if place != Where::Text || glossaries.contains(&page.file) {
            return;
        }
        let list = lists
            .entry(page.language.clone())
            .or_insert_with(|| List::new(strings, &page.language, &names));
        if let Some(list) = list {
            messages.extend(list.messages(whole));
        }
    });
    messages
}

/// What a word means in a name is not for the author of a text to choose.
fn names(site: &Site) -> Vec<&str> {
    let mut names = Vec::new();
    for group in site.groups.values().flat_map(Localised::versions) {
        names.push(group.name.as_str());
        names.extend(group.aliases.iter().map(|alias| alias.as_str()));
    }
    for member in site.members.values().flat_map(Localised::versions) {
        names.push(&member.name);
        names.extend(member.aliases.iter().map(|alias| alias.as_str()));
    }
    for role in site.roles.values() {
        names.push(&role.name);
        names.extend(role.aliases.iter().map(|alias| alias.as_str()));
    }
    for strategy in site.strategies.values() {
        names.push(&strategy.name);
        names.extend(strategy.aliases.iter().map(|alias| alias.as_str()));
    }
    for term in site.terms.values() {
        names.push(&term.term);
        names.extend(term.aliases.iter().map(|alias| alias.as_str()));
    }
    names.retain(|name| !name.trim().is_empty());
    names
}

/// The words to avoid in a language, ready to be looked for together with the names.
struct List<'s> {
    /// Names first, then words: a longer find wins over a shorter one, a name over a word.
    finder: AhoCorasick,
    names: usize,
    words: Vec<(&'s str, &'s [String])>,
}

impl<'s> List<'s> {
    /// `None` where the theme has no advice for a language.
    fn new(strings: &'s Strings, language: &str, names: &[&str]) -> Option<Self> {
        let words: Vec<(&str, &[String])> = strings.words_to_avoid(language).collect();
        if words.is_empty() {
            return None;
        }
        let all = names
            .iter()
            .copied()
            .chain(words.iter().map(|(word, _)| *word));
        let finder = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostLongest)
            .build(all)
            .ok()?;
        Some(Self {
            finder,
            names: names.len(),
            words,
        })
    }

    fn messages(&self, whole: &Whole) -> Vec<Diagnostic> {
        let Whole { run, asides } = whole;
        let text = run.text.as_str();
        let mut starts: Option<Vec<usize>> = None;
        let mut is_start = |at: usize| {
            let first_letter = |sentence: Range<usize>| {
                let letter = text[sentence.clone()].find(char::is_alphanumeric);
                sentence.start + letter.unwrap_or(0)
            };
            starts
                .get_or_insert_with(|| sentences(text).into_iter().map(first_letter).collect())
                .contains(&at)
        };
        self.finder
            .find_iter(text)
            .filter(|found| is_whole(text, found.range()))
            .filter_map(|found| {
                let index = found.pattern().as_usize().checked_sub(self.names)?;
                let (_, instead) = self.words.get(index)?;
                Some((found.range(), *instead))
            })
            .filter(|(range, _)| !asides.iter().any(|aside| aside.contains(&range.start)))
            .filter(|(range, _)| !is_quoted(text, range.start))
            .filter(|(range, _)| {
                !text[range.clone()].starts_with(char::is_uppercase) || is_start(range.start)
            })
            .filter_map(|(range, instead)| message(run, range, instead))
            .collect()
    }
}

fn message(run: &Run, range: Range<usize>, instead: &[String]) -> Option<Diagnostic> {
    let word = &run.text[range.clone()];
    let quoted: Vec<String> = instead
        .iter()
        .map(|word| format!("\u{201c}{word}\u{201d}"))
        .collect();
    let (message, help) = if quoted.is_empty() {
        (
            format!("\u{201c}{word}\u{201d} says nothing"),
            "Leave it out.".to_owned(),
        )
    } else {
        (
            format!("There is a plainer word than \u{201c}{word}\u{201d}"),
            format!("Write {}, or say it in another way.", either(&quoted)),
        )
    };
    Some(Diagnostic::new(
        &codes::WORD_TO_AVOID,
        run.place(range)?,
        message,
        help,
    ))
}

/// Whether nothing of a longer word, a web address or a file name stands at either side.
fn is_whole(text: &str, range: Range<usize>) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || "-_/@&\u{2010}\u{2011}".contains(c);
    let mut after = text[range.end..].chars();
    let next = after.next();
    let runs_on = match next {
        Some('.' | '\'' | '\u{2019}') => after.next().is_some_and(char::is_alphanumeric),
        Some(c) => is_part(c),
        None => false,
    };
    let before = text[..range.start].chars().next_back();
    !runs_on && !before.is_some_and(|c| is_part(c) || c == '.')
}

/// Whether double quotation marks are open at a place.
fn is_quoted(text: &str, at: usize) -> bool {
    let before = &text[..at];
    let opened = before.rfind('\u{201c}');
    let is_open = |opened: usize| !before[opened..].contains('\u{201d}');
    opened.is_some_and(is_open) || before.matches('"').count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::markdown::Inline;
    use crate::source::{FileId, Span};

    fn found(text: &str) -> Vec<String> {
        let mut strings = Strings::new("en");
        for (word, instead) in [("utilise", "use"), ("in order to", "to"), ("basically", "")] {
            let instead = (!instead.is_empty()).then(|| instead.to_owned());
            strings.advise("en", word, instead.into_iter().collect());
        }
        let list = List::new(&strings, "en-GB", &["Utilise Centre"]).unwrap();
        let span = Span::new(FileId::new(0), 0, text.len());
        let whole = Whole::of::<()>(&[Inline::Text {
            text: text.to_owned(),
            span,
        }]);
        list.messages(&whole)
            .into_iter()
            .map(|message| message.help)
            .collect()
    }

    #[test]
    fn whole_words_are_found_and_names_and_quotations_are_not() {
        for text in [
            "We utilise it",
            "Utilise it.",
            "It is ours. Utilise it, then.",
            "(utilise)",
            "\u{201c}It is.\u{201d} We utilise it",
        ] {
            let expected = ["Write \u{201c}use\u{201d}, or say it in another way."];
            assert_eq!(found(text), expected, "{text}");
        }
        for text in [
            "We reutilise and over-utilise it",
            "the Utilise Programme",
            "Utilise Centre and the utilise centre",
            "They said \u{201c}we utilise it\u{201d}",
            "They said \"we utilise it\"",
            "See www.utilise.org or utilise.org, utilise@example.org",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
        assert_eq!(found("It is basically so, in order to utilise it").len(), 3);
        assert_eq!(found("Basically so"), ["Leave it out."]);
    }
}
