//! "Did you mean": the known name nearest to what was typed.

use strsim::{damerau_levenshtein, jaro_winkler};

/// The candidate nearest to `typed`, if one is near enough to be worth a question.
///
/// Near enough is a Damerau-Levenshtein distance of at most 1 + length/4, else a Jaro-Winkler
/// similarity of at least 0.85. Case does not count.
#[must_use]
pub fn nearest<'a>(typed: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = typed.trim().to_lowercase();
    if typed.is_empty() || typed.chars().count() > 200 {
        return None;
    }
    let allowed = 1 + typed.chars().count() / 4;
    candidates
        .into_iter()
        .filter(|candidate| candidate.len() <= 4 * typed.len() + 16)
        .filter_map(|candidate| {
            let known = candidate.to_lowercase();
            let distance = damerau_levenshtein(&typed, &known);
            let similarity = jaro_winkler(&typed, &known);
            let near = distance <= allowed.min(known.chars().count().saturating_sub(1))
                || similarity >= 0.85;
            near.then_some((distance, candidate))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_finds_the_word_and_another_word_does_not() {
        let fields = ["title", "lead", "due", "status", "identified_by"];
        assert_eq!(nearest("titel", fields), Some("title"));
        assert_eq!(nearest("Lead", fields), Some("lead"));
        assert_eq!(nearest("identified by", fields), Some("identified_by"));
        assert_eq!(nearest("colour", fields), None);
        assert_eq!(nearest("", fields), None);
    }
}
