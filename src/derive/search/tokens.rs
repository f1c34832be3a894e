//! The words of a text, as the search compares them. `words()` in
//! `themes/default/assets/search-engine.js` does the same with what a reader types.

use crate::derive::alphabet::folded;

/// The words of a text in lower case and without marks. A dot stays inside a reference: `1.10`;
/// an apostrophe does not part a word: `children's` is `childrens`.
#[must_use]
pub(super) fn tokens(text: &str) -> Vec<String> {
    let folded = folded(text);
    let mut tokens = Vec::new();
    let mut token = String::new();
    let mut characters = folded.chars().peekable();
    while let Some(character) = characters.next() {
        let is_dot_in_reference = character == '.'
            && !token.is_empty()
            && characters.peek().is_some_and(|next| next.is_numeric());
        if character.is_alphanumeric() || is_dot_in_reference {
            token.push(character);
        } else if !"'\u{2019}".contains(character) && !token.is_empty() {
            tokens.push(std::mem::take(&mut token));
        }
    }
    if !token.is_empty() {
        tokens.push(token);
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::tokens;

    #[test]
    fn words_are_folded_and_references_stay_whole() {
        assert_eq!(
            tokens("Children’s Tŷ-hafan & 1.10. At 2.30pm, e.g. Gŵyl"),
            [
                "childrens",
                "ty",
                "hafan",
                "1.10",
                "at",
                "2.30pm",
                "e",
                "g",
                "gwyl"
            ]
        );
        assert_eq!(tokens("…"), Vec::<String>::new());
    }
}
