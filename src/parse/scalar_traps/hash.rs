//! Text behind a `#`, which YAML leaves out as a note to oneself.

use crate::diagnostic::codes;

use super::text::{closing_bracket, hash_in_brackets, is_hash_word, mask, quote};
use super::{Above, Finder};

impl Finder<'_> {
    /// A line that is empty or begins with `#`. One such as `#BeKind` is meant to be read: as a part of
    /// the text above it, or as an entry of a list.
    pub(super) fn note(&mut self, content: &str, begin: usize) -> String {
        let words = content.trim();
        let indent = content.len() - content.trim_start().len();
        if indent == 0 || !is_hash_word(words) {
            return content.to_owned();
        }
        let at = begin + indent;
        let goes_on = self.open_text.is_some_and(|above| indent > above.column);
        let help = match self.above {
            _ if goes_on => {
                "Put a double quotation mark before the first word of the whole text, and another behind its last."
                    .to_owned()
            }
            Above::Entry => format!("Type a hyphen, a space and double quotes: - {}", quote(words)),
            Above::EmptyField | Above::Stray | Above::Other => format!(
                "Put double quotes around it: {}. In a list, type a hyphen and a space before it.",
                quote(words)
            ),
        };
        self.cut(words, at, 0, help);
        if goes_on {
            format!("{}{}", &content[..indent], mask(&content[indent..], 0))
        } else {
            content.to_owned()
        }
    }

    /// A further line of a value in brackets.
    pub(super) fn brackets_go_on(&mut self, content: &str) -> String {
        let begin = self.output.len();
        match hash_in_brackets(content).filter(|hash| is_hash_word(&content[*hash..])) {
            Some(hash) => {
                self.cut_in_brackets(content, begin, hash);
                // The brackets stay what they are; the words are letters.
                let word = content[hash..].find([',', ']', '}']);
                let end = word.map_or(content.len(), |length| hash + length);
                format!(
                    "{}{}{}",
                    &content[..hash],
                    mask(&content[hash..end], 0),
                    &content[end..]
                )
            }
            None => content.to_owned(),
        }
    }

    /// A `#` within brackets, behind which all is left out, the closing bracket included.
    pub(super) fn hash_within(&mut self, value: &str, at: usize) -> bool {
        let Some(hash) = hash_in_brackets(value) else {
            return false;
        };
        let hides_bracket = closing_bracket(value).is_some_and(|end| hash < end);
        let is_cut =
            hides_bracket || closing_bracket(value).is_none() && is_hash_word(&value[hash..]);
        if is_cut {
            self.cut_in_brackets(value, at, hash);
        }
        is_cut
    }

    fn cut_in_brackets(&mut self, value: &str, at: usize, hash: usize) {
        let before = &value[..hash];
        let from = before
            .rfind(['[', '{', ',', ':'])
            .map_or(0, |sign| sign + 1);
        let until = value[hash..]
            .find([',', ']', '}'])
            .map_or(value.len(), |length| hash + length);
        let entry = value[from..until].trim();
        let help = format!("Put double quotes around this entry: {}", quote(entry));
        self.cut(value.trim_end(), at, hash, help);
    }

    /// A value of which everything from a byte on is a note to oneself, and left out.
    pub(super) fn cut(&mut self, trimmed: &str, at: usize, from: usize, help: String) {
        let cut = trimmed[from..].trim_start();
        self.report(
            &codes::CUT_VALUE,
            at + trimmed.len() - cut.len()..at + trimmed.len(),
            format!("Everything from the # sign on is left out: \u{201c}{cut}\u{201d}"),
            help,
        );
        self.lost.push(at..at + trimmed.len());
    }
}
