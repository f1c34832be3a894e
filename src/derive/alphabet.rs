//! Alphabetical order by the alphabet of a language, so that Welsh `Ch` comes after `C`.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::strings::Strings;

/// The alphabet where the theme names none.
const LATIN_ALPHABET: &str = "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z";

/// The letters of a language in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alphabet {
    letters: Vec<(String, String)>,
}

impl Alphabet {
    /// An alphabet from its letters, with spaces between them: `A B C Ch D Dd`.
    #[must_use]
    pub fn new(letters: &str) -> Self {
        Self {
            letters: letters
                .split_whitespace()
                .map(|letter| (letter.to_owned(), folded(letter)))
                .collect(),
        }
    }

    /// The alphabet of a language, as the theme knows it.
    #[must_use]
    pub fn of(strings: &Strings, language: &str) -> Self {
        match strings.find(language, "glossary.alphabet", None) {
            Some(letters) => Self::new(&letters.fill(&[])),
            None => Self::new(LATIN_ALPHABET),
        }
    }

    /// The letters, as they are shown.
    pub fn letters(&self) -> impl Iterator<Item = &str> {
        self.letters.iter().map(|(shown, _)| shown.as_str())
    }

    /// The letter that a word begins with; `None` for a digit or a letter of another alphabet.
    #[must_use]
    pub fn letter_of(&self, word: &str) -> Option<&str> {
        let word = folded(word);
        let start = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        let (index, _) = self.first(start)?;
        self.letters.get(index).map(|(shown, _)| shown.as_str())
    }

    /// What puts a word into its place: marks and case do not count, what is no letter comes first.
    #[must_use]
    pub fn sort_key(&self, word: &str) -> Vec<(usize, char)> {
        let word = folded(word);
        let mut rest = word.as_str();
        let mut key = Vec::new();
        while let Some(character) = rest.chars().next() {
            match self.first(rest) {
                Some((index, length)) => {
                    key.push((index + 1, '\0'));
                    rest = &rest[length..];
                }
                None => {
                    if character.is_alphabetic() {
                        key.push((self.letters.len() + 1, character));
                    } else if character.is_numeric() {
                        key.push((0, character));
                    } else if character.is_whitespace() || character == '-' {
                        key.push((0, ' '));
                    }
                    rest = &rest[character.len_utf8()..];
                }
            }
        }
        key
    }

    /// The longest letter that a folded word begins with, and its length.
    fn first(&self, word: &str) -> Option<(usize, usize)> {
        self.letters
            .iter()
            .enumerate()
            .filter(|(_, (_, letter))| word.starts_with(letter.as_str()))
            .map(|(index, (_, letter))| (index, letter.len()))
            .max_by_key(|(_, length)| *length)
    }
}

/// A word in lower case and without marks: `Tŷ` is `ty`.
#[must_use]
pub fn folded(word: &str) -> String {
    word.nfd()
        .filter(|character| !is_combining_mark(*character))
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_in_the_order_of_their_language() {
        let welsh = Alphabet::new("A B C Ch D Dd E F Ff G");
        let mut words = [
            "Ddoe", "Diwedd", "Chwaer", "Cân", "Cyd", "2 gi", "Ŵ", "afal",
        ];
        words.sort_by_key(|word| welsh.sort_key(word));
        assert_eq!(
            words,
            [
                "2 gi", "afal", "Cân", "Cyd", "Chwaer", "Diwedd", "Ddoe", "Ŵ"
            ]
        );
        assert_eq!(welsh.letter_of("chwaer"), Some("Ch"));
        assert_eq!(welsh.letter_of("“Éire”"), Some("E"));
        assert_eq!(welsh.letter_of("2 gi"), None);
    }

    #[test]
    fn a_shorter_word_comes_before_a_longer_one() {
        let english = Alphabet::new("A B C D E");
        let mut words = ["bead work", "beads", "bead"];
        words.sort_by_key(|word| english.sort_key(word));
        assert_eq!(words, ["bead", "bead work", "beads"]);
    }
}
