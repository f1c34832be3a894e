//! Abbreviations that a text writes out: "Child Sexual Exploitation (CSE)", "CSE (child sexual
//! exploitation)".

use std::ops::Range;

use crate::parse::markdown::abbreviations::abbreviations;

/// An abbreviation with words on the other side of brackets, which may be what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expansion<'t> {
    /// The abbreviation.
    pub abbreviation: &'t str,
    /// The bytes of the text where it stands.
    pub at: Range<usize>,
    /// The words: all in its brackets, or all of the sentence in front of them.
    pub words: &'t str,
    /// Whether the words stand in front.
    pub in_front: bool,
}

/// All abbreviations of a text that may be written out.
pub fn expansions(text: &str) -> impl Iterator<Item = Expansion<'_>> {
    abbreviations(text).filter_map(move |(at, abbreviation)| {
        let in_front = is_in_brackets(text, at.clone());
        let words = if in_front {
            let open = open_bracket(&text[..at.start])?;
            let before = &text[..open];
            before
                .trim_end()
                .rsplit(['.', ';', ':', '(', ')', '\n'])
                .next()?
        } else {
            let after = text[at.end..].trim_start_matches('s').trim_start();
            after.strip_prefix('(')?.split_once(')')?.0
        };
        Some(Expansion {
            abbreviation,
            at,
            words,
            in_front,
        })
    })
}

/// Whether an abbreviation is what brackets give: all that stands in them, or all but quotation
/// marks, "known as" in front and a remark after `;`. A plural `s` does not matter.
#[must_use]
pub fn is_in_brackets(text: &str, range: Range<usize>) -> bool {
    /// What people type in front of an abbreviation when they introduce it.
    const INTRODUCTIONS: [&str; 9] = [
        "",
        "the",
        "or",
        "called",
        "called the",
        "known as",
        "known as the",
        "also known as",
        "also known as the",
    ];
    let is_quote = |c: char| matches!(c, '"' | '\'' | '\u{2018}'..='\u{201f}');
    let Some(open) = open_bracket(&text[..range.start]) else {
        return false;
    };
    let before = text[open + 1..range.start]
        .trim()
        .trim_end_matches(is_quote);
    let after = text[range.end..]
        .trim_start_matches('s')
        .trim_start_matches(is_quote);
    INTRODUCTIONS.contains(&before.trim_end().to_lowercase().as_str())
        && after.trim_start().starts_with([')', ';'])
}

/// The bracket that opens near the end of a text.
fn open_bracket(text: &str) -> Option<usize> {
    /// An introduction and a quotation mark are no longer.
    const FARTHEST: usize = 30;
    let mut characters = text.char_indices().rev().take(FARTHEST);
    characters.find(|(_, c)| *c == '(').map(|(at, _)| at)
}

impl<'t> Expansion<'t> {
    /// What the abbreviation surely stands for: those of the words whose first letters it is made
    /// of, without the words in front of them. Little words may be left out of it.
    #[must_use]
    pub fn meaning(&self) -> Option<&'t str> {
        let words = pieces(self.words);
        let mut left = words.iter().rev();
        let mut start = self.words.len();
        let letters = self.abbreviation.chars().filter(|c| c.is_alphanumeric());
        for letter in letters.rev() {
            start = loop {
                let (at, word) = left.next()?;
                let first = word.chars().next()?;
                if first.to_uppercase().eq(letter.to_uppercase()) {
                    break *at;
                }
                if !LITTLE.contains(&word.to_lowercase().as_str()) {
                    return None;
                }
            };
        }
        let is_all = left.next().is_none();
        (self.in_front || is_all).then(|| self.words[start..].trim())
    }
}

/// Words that most abbreviations leave out.
const LITTLE: [&str; 13] = [
    "a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with",
];

/// The words of a text with the bytes where they begin; those that hyphens join are several.
fn pieces(text: &str) -> Vec<(usize, &str)> {
    let is_between =
        |c: char| c.is_whitespace() || "-\u{2010}\u{2011}\u{2013}/&,'\u{2019}".contains(c);
    text.split(is_between)
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meanings(text: &str) -> Vec<(&str, Option<&str>)> {
        expansions(text)
            .map(|expansion| (expansion.abbreviation, expansion.meaning()))
            .collect()
    }

    #[test]
    fn the_first_letters_say_where_an_expansion_begins() {
        for (text, abbreviation, meaning) in [
            (
                "We tackle child sexual exploitation (CSE) together",
                "CSE",
                Some("child sexual exploitation"),
            ),
            (
                "Our multi-agency safeguarding hubs (MASHs)",
                "MASH",
                Some("multi-agency safeguarding hubs"),
            ),
            (
                "CAMHS (Child and Adolescent Mental Health Services)",
                "CAMHS",
                Some("Child and Adolescent Mental Health Services"),
            ),
            (
                "Accident & Emergency (A&E)",
                "A&E",
                Some("Accident & Emergency"),
            ),
            ("CSE (see the page on harm)", "CSE", None),
            ("The annual report (QA)", "QA", None),
            ("CSE (our child sexual exploitation work)", "CSE", None),
        ] {
            assert_eq!(meanings(text), [(abbreviation, meaning)], "{text}");
        }
        assert_eq!(meanings("The CSE group"), []);
    }
}
