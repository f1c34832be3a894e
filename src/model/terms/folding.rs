//! Texts as terms are looked for in them: what looks the same to a reader is the same.
//!
//! Accents may be typed as one character or as two (Unicode Standard Annex 15, forms NFC and NFD),
//! apostrophes straight or curly, hyphens and spaces as they are or not breaking.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization as _;

/// Whether capitals are told from small letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// They are.
    Kept,
    /// They are not.
    Ignored,
}

/// A folded text, and where its bytes come from.
pub struct Folded<'t> {
    /// The text. One of ASCII letters keeps its case, so that most texts need no copy.
    pub text: Cow<'t, str>,
    /// For each byte, and for the end, the byte of the text as it was; `None` where these are the
    /// same.
    origins: Option<Vec<usize>>,
}

impl<'t> Folded<'t> {
    /// Folds a text, capitals included: look in it without regard to the case of ASCII letters.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        if is_folded(text) {
            return Self {
                text: Cow::Borrowed(text),
                origins: None,
            };
        }
        let mut folded = String::with_capacity(text.len());
        let mut origins = Vec::with_capacity(text.len() + 1);
        pieces(text, Case::Ignored, |at, piece| {
            folded.push_str(piece);
            origins.resize(folded.len(), at);
        });
        origins.push(text.len());
        Self {
            text: Cow::Owned(folded),
            origins: Some(origins),
        }
    }

    /// The bytes of the text as it was that some bytes of the folded text come from.
    #[must_use]
    pub fn origin(&self, range: Range<usize>) -> Option<Range<usize>> {
        match &self.origins {
            None => Some(range),
            Some(origins) => Some(*origins.get(range.start)?..*origins.get(range.end)?),
        }
    }
}

/// A folded text alone.
#[must_use]
pub fn fold(text: &str, case: Case) -> Cow<'_, str> {
    if is_folded(text) && (case == Case::Kept || !text.contains(|c: char| c.is_ascii_uppercase())) {
        return Cow::Borrowed(text);
    }
    let mut folded = String::with_capacity(text.len());
    pieces(text, case, |_, piece| folded.push_str(piece));
    Cow::Owned(folded)
}

fn is_folded(text: &str) -> bool {
    text.is_ascii() && !text.contains(['\n', '\t']) && !text.contains(" & ")
}

/// Calls `add` for each character with its place and what it becomes.
fn pieces(text: &str, case: Case, mut add: impl FnMut(usize, &str)) {
    let mut buffer = [0; 4];
    for (at, character) in text.char_indices() {
        match character {
            '\u{2018}' | '\u{2019}' | '\u{2bc}' => add(at, "'"),
            '\u{2010}' | '\u{2011}' => add(at, "-"),
            '\u{a0}' | '\u{202f}' | '\n' | '\t' => add(at, " "),
            // A soft hyphen and spaces without width are not seen.
            '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{feff}' => {}
            // As in names: "Education & training" is "Education and training".
            '&' if text[..at].ends_with(char::is_whitespace)
                && text[at + 1..].starts_with(char::is_whitespace) =>
            {
                add(at, "and");
            }
            _ if character.is_ascii() => {
                let same = match case {
                    Case::Kept => character,
                    Case::Ignored => character.to_ascii_lowercase(),
                };
                add(at, same.encode_utf8(&mut buffer));
            }
            _ => {
                let small = character.to_lowercase();
                let decomposed: String = match case {
                    Case::Kept => std::iter::once(character).nfd().collect(),
                    Case::Ignored => small.nfd().collect(),
                };
                add(at, &decomposed);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_the_same_is_the_same() {
        let cases = [
            ("Children’s", "children's"),
            ("Multi\u{2011}Agency\u{a0}Hub", "multi-agency hub"),
            ("T\u{177} Diogel", "ty\u{302} diogel"),
            ("Ty\u{302} Diogel", "ty\u{302} diogel"),
            ("safe\u{ad}guarding", "safeguarding"),
            ("Help & care, A&E", "help and care, a&e"),
            ("a\nb", "a b"),
        ];
        for (text, expected) in cases {
            assert_eq!(fold(text, Case::Ignored), expected, "{text}");
        }
        assert_eq!(fold("ÉTÉ & A", Case::Kept), "E\u{301}TE\u{301} and A");
    }

    #[test]
    fn places_lead_back_to_the_text_as_it_was() {
        let text = "the Tŷ & children’s";
        let folded = Folded::new(text);
        for (part, expected) in [("ty\u{302}", "Tŷ"), ("and", "&"), ("n's", "n’s")] {
            let start = folded.text.find(part).unwrap();
            let origin = folded.origin(start..start + part.len()).unwrap();
            assert_eq!(&text[origin], expected);
        }
        assert_eq!(Folded::new("plain").origin(1..3), Some(1..3));
    }
}
