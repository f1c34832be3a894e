//! Sentences of a text, their words, and where a long one is best cut in two.
//!
//! A sentence ends where a reader would end it: not after "e.g.", in "1.10" or "2.30 p.m.", after
//! an initial, or after the number of a list. English and Welsh abbreviations are known.

use std::ops::Range;

/// Abbreviations that end with a full stop and never end a sentence.
const ABBREVIATIONS: [&str; 33] = [
    "approx", "ayyb", "cf", "cllr", "co", "dept", "det", "dr", "e.e", "e.g", "eg", "est", "esp",
    "h.y", "hon", "i.e", "ie", "incl", "insp", "mr", "mrs", "ms", "prof", "rev", "sgt", "sr", "st",
    "supt", "temp", "u.k", "viz", "vs", "y.h",
];

/// Abbreviations that may stand at the end of a sentence: a capital after them begins another.
const ENDINGS: [&str; 9] = ["a.m", "al", "b.c", "etc", "inc", "ltd", "n.b", "p.m", "plc"];

/// Abbreviations that stand before a number.
const BEFORE_NUMBERS: [&str; 21] = [
    "app", "art", "c", "ch", "cl", "fig", "no", "nos", "p", "para", "paras", "pp", "pt", "reg",
    "regs", "rhif", "s", "sch", "sec", "ss", "vol",
];

/// Quotation marks and brackets that close after the sign that ends a sentence.
const CLOSING: [char; 8] = ['"', '\'', ')', ']', '\u{201d}', '\u{2019}', '\u{bb}', '*'];

/// The sentences of a text, as its bytes. A line end always ends one.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let words: Vec<Range<usize>> = pieces(text).collect();
    let mut found = Vec::new();
    let mut start = None;
    for (index, word) in words.iter().enumerate() {
        let is_first = start.is_none();
        let from = *start.get_or_insert(word.start);
        let next = words.get(index + 1);
        let ends = next.is_none_or(|next| {
            text[word.end..next.start].contains('\n')
                || ends_sentence(&text[word.clone()], is_first, &text[next.clone()])
        });
        if ends {
            found.push(from..word.end);
            start = None;
        }
    }
    found
}

/// The words of a sentence: what stands between spaces and has a letter or a digit.
pub fn words(sentence: &str) -> Vec<Range<usize>> {
    pieces(sentence)
        .filter(|word| sentence[word.clone()].chars().any(char::is_alphanumeric))
        .collect()
}

fn pieces(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.split_whitespace().map(|piece| {
        let start = piece.as_ptr() as usize - text.as_ptr() as usize;
        start..start + piece.len()
    })
}

fn ends_sentence(word: &str, is_first: bool, next: &str) -> bool {
    let bare = word.trim_end_matches(CLOSING);
    if bare.ends_with(['!', '?']) {
        return true;
    }
    let next = next.trim_start_matches(|c: char| !c.is_alphanumeric());
    let is_new = !next.starts_with(char::is_lowercase);
    if bare.ends_with('\u{2026}') {
        return is_new;
    }
    let Some(stem) = bare.strip_suffix('.') else {
        return false;
    };
    let stem = stem.trim_start_matches(|c: char| !c.is_alphanumeric());
    let lower = stem.to_lowercase();
    let is = |list: &[&str]| list.contains(&lower.as_str());
    if is(&BEFORE_NUMBERS) && next.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    if is(&ENDINGS) {
        return is_new;
    }
    !(is(&ABBREVIATIONS) || is_initial(stem) || is_first && is_mark(stem))
}

/// A single letter: of a name, or before an item of a list.
fn is_initial(stem: &str) -> bool {
    let mut characters = stem.chars();
    characters.next().is_some_and(char::is_alphabetic) && characters.next().is_none()
}

/// A number that counts something: `3.` or `3.2.` at the start.
fn is_mark(stem: &str) -> bool {
    stem.chars().all(|c| c.is_ascii_digit() || c == '.')
}

/// How many of the words of a sentence should stand before the cut, where it is long.
///
/// It is best cut at a semicolon, colon or dash, else where a comma and a joining word stand
/// together, else at either alone; and near the middle.
pub fn best_cut(sentence: &str, words: &[Range<usize>]) -> Option<usize> {
    const LEAST: usize = 5;
    let last = words.len().checked_sub(LEAST)?;
    (LEAST..=last)
        .filter_map(|before| {
            let cost = cost(sentence, words.get(before - 1)?, words.get(before)?)?;
            Some((cost + before.abs_diff(words.len() - before), before))
        })
        .min()
        .map(|(_, before)| before)
}

/// How bad a cut between two words is; `None` where there cannot be one.
fn cost(sentence: &str, word: &Range<usize>, next: &Range<usize>) -> Option<usize> {
    /// Words with which a sentence of its own can begin, or which can be left out there.
    const CLAUSES: [&str; 17] = [
        "although", "because", "but", "gan", "if", "ond", "so", "then", "though", "unless",
        "until", "when", "where", "whereas", "which", "while", "who",
    ];
    const JOINING: [&str; 4] = ["a", "ac", "and", "or"];
    let before = sentence[word.clone()].trim_end_matches(CLOSING);
    let has_dash = sentence[word.end..next.start].contains(['\u{2013}', '\u{2014}', '-']);
    if before.ends_with([';', ':', '\u{2014}']) || has_dash {
        return Some(0);
    }
    let after = sentence[next.clone()].to_lowercase();
    let has_comma = before.ends_with(',');
    if CLAUSES.contains(&after.as_str()) {
        return Some(if has_comma { 2 } else { 5 });
    }
    // "a" joins in Welsh only; before it stands a comma or nothing is joined.
    let joins = JOINING.contains(&after.as_str()) && (has_comma || after != "a");
    match (has_comma, joins) {
        (true, true) => Some(4),
        (false, true) => Some(8),
        (true, false) => Some(12),
        (false, false) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text)
            .into_iter()
            .map(|range| &text[range])
            .collect()
    }

    #[test]
    fn full_stops_that_end_nothing_are_passed_over() {
        for whole in [
            "See e.g. the guide, i.e. page 3.",
            "Action 1.10 is due, as are 2.3 and 2.4.",
            "It is at 2.30 p.m. on Tuesday mornings",
            "It is from 9 a.m. to noon",
            "Write to Dr. J. Smith or Prof. A. B. Jones",
            "3. Publish the guide",
            "3.2. Publish the guide",
            "(a. Publish the guide)",
            "See section 47 (no. 3, paras. 4 to 6, p. 9)",
            "Schools, colleges etc. take part",
            "Visit www.example.org now",
            "An hour, 2.30pm",
        ] {
            assert_eq!(split(whole), [whole]);
        }
        assert_eq!(split("A, B, C, etc. The rest follows").len(), 2);
        assert_eq!(split("It ends at 4 p.m. Everybody goes").len(), 2);
    }

    #[test]
    fn sentences_end_with_their_signs_and_with_a_line() {
        assert_eq!(
            split("Who asks? \u{201c}We do.\u{201d} (All of us!) It is 2027. the end"),
            [
                "Who asks?",
                "\u{201c}We do.\u{201d}",
                "(All of us!)",
                "It is 2027.",
                "the end"
            ]
        );
        assert_eq!(split("Dept of\n1 High Street").len(), 2);
        assert_eq!(split("").len(), 0);
        assert_eq!(
            split("The answer is no. It was 3. Wait\u{2026} and see").len(),
            3
        );
    }

    #[test]
    fn words_have_letters_or_digits() {
        let text = "We \u{2013} all of us \u{2013} meet & agree on 1.10 (multi-agency).";
        assert_eq!(words(text).len(), 9);
    }

    #[test]
    fn a_long_sentence_is_cut_where_it_joins_near_the_middle() {
        for (text, end) in [
            (
                "one two three four five six seven, and eight nine ten eleven twelve",
                "seven,",
            ),
            (
                "one two three four five; six seven and eight nine ten eleven twelve",
                "five;",
            ),
            (
                "one two three four five and six seven because eight nine ten eleven twelve",
                "seven",
            ),
            (
                "one two three four five six \u{2013} seven eight nine ten eleven",
                "six",
            ),
        ] {
            let words = words(text);
            let cut = best_cut(text, &words).unwrap();
            assert_eq!(&text[words[cut - 1].clone()], end, "{text}");
        }
        let text = "one two three four five six seven eight nine ten";
        assert_eq!(best_cut(text, &words(text)), None);
    }
}
