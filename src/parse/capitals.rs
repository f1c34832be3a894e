//! Words all in capitals: told from abbreviations, and set as a sentence.

use std::ops::Range;

/// A word with more capitals than this is no abbreviation.
const LONGEST_ABBREVIATION: usize = 6;

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
/// them, or four. Commas and brackets part them, as in a list of abbreviations.
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
            stretch.add(start..start + word.len(), letters);
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
}

impl Stretch {
    /// Numbers and single letters neither begin nor end a stretch.
    fn add(&mut self, word: Range<usize>, letters: usize) {
        if letters > 1 {
            let start = if self.words == 0 {
                word.start
            } else {
                self.range.start
            };
            self.range = start..word.end;
            self.words += 1;
            self.longest = self.longest.max(letters);
        }
    }

    fn end(&mut self) -> Option<Range<usize>> {
        let Stretch {
            range,
            words,
            longest,
        } = std::mem::take(self);
        (words > 3 || words == 3 && longest > LONGEST_ABBREVIATION).then_some(range)
    }
}

/// A text as a sentence has it: one capital, at its start.
pub fn sentence_case(text: &str) -> String {
    let mut characters = text.chars();
    let first: String = characters.next().into_iter().collect();
    first + &characters.as_str().to_lowercase()
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
        assert_eq!(sentence_case("REMIT AND ROLE"), "Remit and role");
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
            "(CSE) MASH LADO 1 2 3 4",
            "",
        ] {
            assert_eq!(shouted(text).len(), 0, "{text}");
        }
    }
}
