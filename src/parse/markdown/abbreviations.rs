//! Words that look like abbreviations.

use std::ops::Range;

/// The abbreviations in a text, with the bytes where each stands.
///
/// An abbreviation is a word of two or more capitals, in which digits and `&` may stand, with a
/// plural `s` after it or not; the `s` is not part of what is returned. Words joined by hyphens or
/// apostrophes are looked at one by one.
pub fn abbreviations(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    words(text).filter_map(move |range| {
        let word = &text[range.clone()];
        let word = word.trim_matches('&');
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let stem = match word.strip_suffix('s') {
            Some(stem) if stem.ends_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) => stem,
            _ => word,
        };
        is_abbreviation(stem).then(|| (start..start + stem.len(), stem))
    })
}

fn is_abbreviation(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let begins = word.starts_with(char::is_uppercase);
    let all = word
        .chars()
        .all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '&');
    capitals >= 2 && begins && all
}

/// The words of a text: letters and digits of any language, and `&` between them.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_part = |c: char| c.is_alphanumeric() || c == '&';
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text[from..].find(is_part)?;
        let end = text[start..]
            .find(|c| !is_part(c))
            .map_or(text.len(), |length| start + length);
        from = end;
        Some(start..end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_are_told_from_words() {
        let cases: [(&str, &[&str]); 9] = [
            ("The CSE group and SCRs", &["CSE", "SCR"]),
            ("Q&A, A&E; R & D", &["Q&A", "A&E"]),
            ("NHS’s LADO-led", &["NHS", "LADO"]),
            ("P1 G7 H2O 2026", &["H2O"]),
            ("A Board, I agree", &[]),
            ("PhD McDonald iPhone", &[]),
            ("ÉTÉ", &["ÉTÉ"]),
            ("CSEs' (MASH)", &["CSE", "MASH"]),
            ("", &[]),
        ];
        for (text, expected) in cases {
            let found: Vec<&str> = abbreviations(text).map(|(_, word)| word).collect();
            assert_eq!(found, expected, "{text}");
        }
        let (range, word) = abbreviations("a CSE").next().unwrap();
        assert_eq!((range, word), (2..5, "CSE"));
    }
}
