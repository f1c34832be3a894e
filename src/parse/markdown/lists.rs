//! The author's own list marks: `a.`, `a)`, `(a)`, `i.`, `(1)`.
//!
//! `CommonMark` knows bullets and numbers. A line that begins with another mark is taken for an
//! item where the order of the marks says so, and is handed to the parser as a number of the same
//! length.

use std::collections::{BTreeMap, HashMap};

use super::ast::{ListMarks, MarkStyle, Numbering};
use super::lines::{Line, is_list_item};

/// The mark of one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct OwnMark {
    length: usize,
    numbering: Numbering,
    style: MarkStyle,
    /// The number that the mark stands for, from 1.
    pub value: u64,
}

impl OwnMark {
    /// Writes a number of the same length over the mark: `(a)` becomes `01)`.
    ///
    /// Only the number 1 may follow a paragraph without an empty line, so every mark becomes 1.
    pub fn rewrite(self, bytes: &mut [u8]) {
        let Some((end, digits)) = bytes
            .get_mut(..self.length)
            .and_then(|mark| mark.split_last_mut())
        else {
            return;
        };
        digits.fill(b'0');
        if let Some(last) = digits.last_mut() {
            *last = b'1';
        }
        *end = if self.style == MarkStyle::Dot {
            b'.'
        } else {
            b')'
        };
    }

    /// The marks of a list that begins with this one.
    pub fn list_marks(self) -> ListMarks {
        ListMarks::Ordered {
            numbering: self.numbering,
            style: self.style,
            start: self.value,
        }
    }

    /// Whether an item with the other mark belongs to the same list.
    pub fn continues(self, other: OwnMark) -> bool {
        self.numbering == other.numbering && self.style == other.style
    }
}

/// The marks of a list that begins at a text as `CommonMark` knows it: `- `, `3. `, `3) `.
pub(super) fn common_marks(text: &str, start: Option<u64>) -> ListMarks {
    let Some(start) = start else {
        return ListMarks::Bullet;
    };
    let after = text.trim_start_matches(|c: char| c.is_ascii_digit());
    ListMarks::Ordered {
        numbering: Numbering::Decimal,
        style: if after.starts_with(')') {
            MarkStyle::Bracket
        } else {
            MarkStyle::Dot
        },
        start,
    }
}

/// A line that could be an item.
struct Candidate<'a> {
    place: usize,
    letters: &'a str,
    length: usize,
    key: Key,
    /// Whether a list may begin here even with nothing after it.
    opens_block: bool,
}

/// Items of one list share this.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Key {
    indent: usize,
    style: MarkStyle,
    script: Script,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Script {
    Lower,
    Upper,
    Digits,
}

/// The author's own marks, by the byte at which each stands.
///
/// A mark counts where it follows its predecessor (`b)` after `a)`), where it is a first mark at
/// the beginning of a block, or where its successor follows.
pub(super) fn own_marks(lines: &[Line<'_>]) -> BTreeMap<usize, OwnMark> {
    let candidates = candidates(lines);
    let next = next_of_same_list(&candidates);
    let mut last: HashMap<Key, (Numbering, u64)> = HashMap::new();
    let mut marks = BTreeMap::new();
    for (index, candidate) in candidates.iter().enumerate() {
        let readings = readings(candidate.letters, candidate.key.script);
        let following = readings.iter().find(|(numbering, value)| {
            last.get(&candidate.key) == Some(&(*numbering, value.wrapping_sub(1)))
        });
        let successor = next[index].and_then(|next| candidates.get(next));
        let beginning = readings.iter().find(|(numbering, value)| {
            let has_successor = successor.is_some_and(|next| {
                self::readings(next.letters, next.key.script).contains(&(*numbering, value + 1))
            });
            if *value == 1 {
                candidate.opens_block || has_successor
            } else {
                candidate.opens_block && has_successor
            }
        });
        if let Some((numbering, value)) = following.or(beginning) {
            last.insert(candidate.key, (*numbering, *value));
            marks.insert(
                candidate.place,
                OwnMark {
                    length: candidate.length,
                    numbering: *numbering,
                    style: candidate.key.style,
                    value: *value,
                },
            );
        }
    }
    marks
}

fn candidates<'a>(lines: &[Line<'a>]) -> Vec<Candidate<'a>> {
    let mut candidates = Vec::new();
    let mut opens_block = true;
    for line in lines {
        let candidate = if line.fenced {
            None
        } else {
            candidate(*line, opens_block)
        };
        opens_block = line.fenced
            || line.is_blank()
            || candidate.is_some()
            || is_list_item(line.content())
            || line.content().starts_with('#');
        candidates.extend(candidate);
    }
    candidates
}

fn candidate(line: Line<'_>, opens_block: bool) -> Option<Candidate<'_>> {
    let content = line.content();
    let (inside, in_brackets) = match content.strip_prefix('(') {
        Some(inside) => (inside, true),
        None => (content, false),
    };
    let end = inside.find(|c: char| !c.is_ascii_alphanumeric())?;
    let letters = &inside[..end];
    let (style, after) = match (in_brackets, inside.as_bytes().get(end)?) {
        (true, b')') => (MarkStyle::Brackets, &inside[end + 1..]),
        (false, b')') => (MarkStyle::Bracket, &inside[end + 1..]),
        (false, b'.') => (MarkStyle::Dot, &inside[end + 1..]),
        _ => return None,
    };
    let script = script(letters)?;
    // A capital and a dot is an initial; a number without brackets is a list already.
    let is_own = match script {
        Script::Lower => true,
        Script::Upper => style != MarkStyle::Dot,
        Script::Digits => style == MarkStyle::Brackets && letters.len() <= 2,
    };
    let parted = after.starts_with([' ', '\t']) && !after.trim().is_empty();
    (is_own && parted && letters.len() <= 8).then(|| Candidate {
        place: line.start + line.indent(),
        letters,
        length: content.len() - after.len(),
        key: Key {
            indent: line.indent(),
            style,
            script,
        },
        opens_block,
    })
}

fn script(letters: &str) -> Option<Script> {
    let all =
        |test: fn(&u8) -> bool| !letters.is_empty() && letters.bytes().all(|byte| test(&byte));
    if all(u8::is_ascii_lowercase) {
        Some(Script::Lower)
    } else if all(u8::is_ascii_uppercase) {
        Some(Script::Upper)
    } else if all(u8::is_ascii_digit) {
        Some(Script::Digits)
    } else {
        None
    }
}

fn next_of_same_list(candidates: &[Candidate<'_>]) -> Vec<Option<usize>> {
    let mut next = vec![None; candidates.len()];
    let mut seen: HashMap<Key, usize> = HashMap::new();
    for (index, candidate) in candidates.iter().enumerate().rev() {
        next[index] = seen.insert(candidate.key, index);
    }
    next
}

/// What a mark can mean, the likelier first: `i` is Roman before it is a letter.
fn readings(letters: &str, script: Script) -> Vec<(Numbering, u64)> {
    let (letter_numbering, roman_numbering) = match script {
        Script::Lower => (Numbering::LowerLetters, Numbering::LowerRoman),
        Script::Upper => (Numbering::UpperLetters, Numbering::UpperRoman),
        Script::Digits => {
            let value = letters.parse().ok().filter(|value| *value > 0);
            return value
                .map(|value| (Numbering::Decimal, value))
                .into_iter()
                .collect();
        }
    };
    let lower = letters.to_ascii_lowercase();
    let letter = match lower.as_bytes() {
        [letter] => Some((letter_numbering, u64::from(letter - b'a') + 1)),
        _ => None,
    };
    let roman = roman(&lower).map(|value| (roman_numbering, value));
    let mut readings: Vec<_> = roman.into_iter().chain(letter).collect();
    if lower != "i" {
        readings.reverse();
    }
    readings
}

/// The value of a Roman numeral from 1 to 39, as lists have them.
fn roman(letters: &str) -> Option<u64> {
    const TENS: [&str; 4] = ["", "x", "xx", "xxx"];
    const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let tens = letters.bytes().take_while(|byte| *byte == b'x').count();
    // "ix" begins with its one: the tens are what stands before it.
    let ones = letters.strip_prefix(TENS.get(tens)?)?;
    let ones = ONES.iter().position(|numeral| *numeral == ones)?;
    u64::try_from(tens * 10 + ones)
        .ok()
        .filter(|value| *value > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::markdown::lines::lines;

    type Mark = (Numbering, MarkStyle, u64);

    fn marks(text: &str) -> Vec<Mark> {
        own_marks(&lines(text))
            .into_values()
            .map(|mark| (mark.numbering, mark.style, mark.value))
            .collect()
    }

    #[test]
    fn marks_are_known_by_their_order() {
        use MarkStyle::{Bracket, Brackets, Dot};
        use Numbering::{Decimal, LowerLetters, LowerRoman, UpperLetters};
        let cases: [(&str, &[Mark]); 12] = [
            (
                "a) x\nb) y",
                &[(LowerLetters, Bracket, 1), (LowerLetters, Bracket, 2)],
            ),
            (
                "(a) x\n\n(b) y",
                &[(LowerLetters, Brackets, 1), (LowerLetters, Brackets, 2)],
            ),
            (
                "text\ni. x\nii. y",
                &[(LowerRoman, Dot, 1), (LowerRoman, Dot, 2)],
            ),
            (
                "h. x\ni. y",
                &[(LowerLetters, Dot, 8), (LowerLetters, Dot, 9)],
            ),
            (
                "c) x\nd) y",
                &[(LowerLetters, Bracket, 3), (LowerLetters, Bracket, 4)],
            ),
            (
                "A) x\nB) y",
                &[(UpperLetters, Bracket, 1), (UpperLetters, Bracket, 2)],
            ),
            (
                "(1) x\n(2) y",
                &[(Decimal, Brackets, 1), (Decimal, Brackets, 2)],
            ),
            ("as said in\n(a) the Act", &[]),
            ("A. Smith\nB. Jones", &[]),
            ("c. 2010 it began", &[]),
            ("(c) the Board", &[]),
            ("```\na) x\nb) y\n```", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(marks(text), expected, "{text}");
        }
    }

    #[test]
    fn roman_numerals_are_read_and_words_are_not() {
        for (letters, value) in [("i", 1), ("iv", 4), ("ix", 9), ("x", 10), ("xxxix", 39)] {
            assert_eq!(roman(letters), Some(value), "{letters}");
        }
        for letters in ["", "iiii", "xl", "mix", "civil", "vx"] {
            assert_eq!(roman(letters), None, "{letters}");
        }
    }
}
