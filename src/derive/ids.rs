//! Ids of parts of a page: made from words, each once.

use std::collections::BTreeSet;

use crate::parse::markdown::LAYOUT_IDS;

/// The ids that a page has given out; those of its layout from the start.
#[derive(Clone, Debug)]
pub struct Ids(BTreeSet<String>);

impl Default for Ids {
    fn default() -> Self {
        Self(LAYOUT_IDS.map(str::to_owned).into())
    }
}

impl Ids {
    /// Leaves alone the ids that something else on the page has, such as the author's text.
    pub fn leave<'i>(&mut self, ids: impl IntoIterator<Item = &'i str>) {
        self.0.extend(ids.into_iter().map(str::to_owned));
    }

    /// An id made from words that no other part of the page has: `on-track`, `on-track-2`.
    pub fn unique(&mut self, words: &str) -> String {
        let first = slug(words);
        let id = std::iter::once(first.clone())
            .chain((2..).map(|number| format!("{first}-{number}")))
            .find(|id| !self.0.contains(id))
            .unwrap_or(first);
        self.0.insert(id.clone());
        id
    }
}

/// Words as an id: letters and digits of any language in lower case, a hyphen for all else.
#[must_use]
pub fn slug(words: &str) -> String {
    let mut id = String::with_capacity(words.len());
    for character in words.chars().flat_map(char::to_lowercase) {
        if character.is_alphanumeric() {
            id.push(character);
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    let id = id.trim_end_matches('-');
    // An id must not be empty (HTML Standard, "The id attribute").
    if id.is_empty() { "part" } else { id }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_ids_and_the_same_words_differ() {
        let mut ids = Ids::default();
        assert_eq!(ids.unique("On track"), "on-track");
        assert_eq!(ids.unique("On track!"), "on-track-2");
        assert_eq!(ids.unique("1.1-one-front-door"), "1-1-one-front-door");
        assert_eq!(ids.unique("Dŵr & gŵyl"), "dŵr-gŵyl");
        assert_eq!(ids.unique("–"), "part");
    }

    #[test]
    fn ids_of_the_layout_and_of_texts_are_left_alone() {
        let mut ids = Ids::default();
        ids.leave(["remit", "remit-2"]);
        assert_eq!(ids.unique("Main"), "main-2");
        assert_eq!(ids.unique("Remit"), "remit-3");
    }
}
