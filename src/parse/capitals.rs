//! Words all in capitals: told from abbreviations, and set as a sentence.

use std::ops::Range;

/// A word with more capitals than this is no abbreviation.
const LONGEST_ABBREVIATION: usize = 6;

/// Words that nobody takes for an abbreviation, in capitals or not: English, then Welsh. Those that
/// are abbreviations as well ("IT", "WHO", "US") are left out.
const ORDINARY: [&str; 44] = [
    "ALL", "ALWAYS", "AND", "ANY", "ARE", "BE", "BUT", "BY", "EVERY", "FOR", "FROM", "HAS", "HAVE",
    "HOW", "IN", "MUST", "NEED", "NEVER", "NEW", "NO", "NOT", "NOW", "OF", "ON", "ONLY", "OUR",
    "PLEASE", "SHOULD", "THAT", "THE", "THEY", "THIS", "TO", "WE", "WHAT", "WILL", "WITH", "YES",
    "YOU", "YOUR", "EICH", "NID", "PEIDIWCH", "YN",
];

/// Whether a word is an ordinary one, which may stand in capitals for weight.
pub fn is_ordinary(word: &str) -> bool {
    ORDINARY.contains(&word)
}

/// Whether a text is all in capitals and more than an abbreviation: several words, or a long one.
pub fn is_shouting(text: &str) -> bool {
    if text.chars().any(char::is_lowercase) {
        return false;
    }
    let lengths: Vec<usize> = text
        .split(|c: char| !c.is_alphanumeric())
        .map(|word| word.chars().filter(|c| c.is_uppercase()).count())
        .filter(|length| *length > 1)
        .collect();
    let longest = lengths.iter().max().copied().unwrap_or(0);
    let all: usize = lengths.iter().sum();
    longest > LONGEST_ABBREVIATION || lengths.len() > 1 && all > LONGEST_ABBREVIATION
}

/// Where words in capitals follow each other within a text: at least three with a long one among
/// them, or four with an ordinary one. Commas and brackets part them, as in a list of abbreviations.
pub fn shouted(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut stretch = Stretch::default();
    for word in text.split_whitespace() {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        if word.starts_with('(') || word.chars().any(char::is_lowercase) {
            found.extend(stretch.end());
        }
        if !word.chars().any(char::is_lowercase) {
            stretch.add(word, start..start + word.len(), letters);
        }
        if word.ends_with([',', ';', ')', '/']) {
            found.extend(stretch.end());
        }
    }
    found.extend(stretch.end());
    found
}

/// Words in capitals, so far.
#[derive(Default)]
struct Stretch {
    range: Range<usize>,
    words: usize,
    longest: usize,
    has_ordinary: bool,
}

impl Stretch {
    /// Numbers and single letters neither begin nor end a stretch.
    fn add(&mut self, word: &str, range: Range<usize>, letters: usize) {
        if letters > 1 {
            let start = if self.words == 0 {
                range.start
            } else {
                self.range.start
            };
            self.range = start..range.end;
            self.words += 1;
            self.longest = self.longest.max(letters);
            self.has_ordinary |= is_ordinary(word.trim_matches(|c: char| !c.is_alphabetic()));
        }
    }

    fn end(&mut self) -> Option<Range<usize>> {
        let Stretch {
            range,
            words,
            longest,
            has_ordinary,
        } = std::mem::take(self);
        let is_long = longest > LONGEST_ABBREVIATION;
        (words > 3 && (is_long || has_ordinary) || words == 3 && is_long).then_some(range)
    }
}

/// A text as a sentence has it: one capital, at its first letter. Words without a vowel keep theirs:
/// they are abbreviations. Of others only the author knows.
pub fn sentence_case(text: &str) -> String {
    let mut sentence = String::with_capacity(text.len());
    let mut has_begun = false;
    for word in text.split_inclusive(char::is_whitespace) {
        if is_unspeakable(word) {
            sentence.push_str(word);
            has_begun = true;
            continue;
        }
        for character in word.chars() {
            if has_begun {
                sentence.extend(character.to_lowercase());
            } else {
                sentence.push(character);
                has_begun = character.is_alphabetic();
            }
        }
    }
    sentence
}

/// Whether a word has letters, and none that a syllable needs in English or Welsh.
fn is_unspeakable(word: &str) -> bool {
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    let is_vowel = |c: char| !c.is_ascii() || "AEIOUWYaeiouwy".contains(c);
    letters().count() > 1 && !letters().any(is_vowel)
}

/// A text with a capital letter at its start.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    match characters.next() {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shouting_is_told_from_abbreviations() {
        for text in ["REMIT AND MEMBERS", "GOVERNANCE", "2. OUR REMIT"] {
            assert!(is_shouting(text), "{text}");
        }
        for text in ["MAPPA", "CSE", "Remit", "", "2026", "PME 1", "A B C"] {
            assert!(!is_shouting(text), "{text}");
        }
        for (text, sentence) in [
            ("REMIT AND ROLE", "Remit and role"),
            ("1. OUR GOVERNANCE", "1. Our governance"),
            ("THE NHS AND WE", "The NHS and we"),
            ("NHS STAFF", "NHS staff"),
        ] {
            assert_eq!(sentence_case(text), sentence);
        }
    }

    #[test]
    fn shouting_within_a_text_has_its_place() {
        for (text, expected) in [
            (
                "Please note: ALL STAFF MUST ATTEND it.",
                "ALL STAFF MUST ATTEND",
            ),
            ("THE SAFEGUARDING LEADS", "THE SAFEGUARDING LEADS"),
            ("so IN 2026 EVERYBODY COMES too", "IN 2026 EVERYBODY COMES"),
        ] {
            let found = shouted(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(&text[found[0].clone()], expected);
        }
        for text in [
            "NHS, MASH, LADO, NSPCC and CAMHS",
            "the NHS MASH SAR",
            "the NHS MASH SAR CSE LADO",
            "(CSE) MASH LADO 1 2 3 4",
            "",
        ] {
            assert_eq!(shouted(text).len(), 0, "{text}");
        }
    }
}
