//! What a board calls things, for sentences, headings and menus.

use crate::derive::view::parts::{WordView, WordsView};
use crate::model::vocabulary::Words;
use crate::parse::capitals::capitalised;
use crate::strings::Strings;

/// The words for a page: the author's where there are any, else the theme's.
#[must_use]
pub fn words(strings: &Strings, language: &str, own: Option<&Words>) -> WordsView {
    let word = |key| word(strings, language, own, key);
    WordsView {
        plan: word("plan"),
        priority: word("priority"),
        action: word("action"),
        task: word("task"),
        reference: word("ref"),
        outcome: word("outcome"),
        scope: word("scope"),
        identified_by: word("identified_by"),
        lead: word("lead"),
        support: word("support"),
        due: word("due"),
        status: word("status"),
        links: word("links"),
        impact: word("impact"),
        measures: word("measures"),
        progress: word("progress"),
        meeting: word("meeting"),
        group: word("group"),
        member: word("member"),
    }
}

/// The word for one key of the vocabulary, with the capital that headings, menus and the starts of
/// sentences have. An author's word without a form for many is used for
/// many too: a plural cannot be guessed. An empty word hides a heading; it is not a name.
#[must_use]
pub fn word(strings: &Strings, language: &str, own: Option<&Words>, key: &str) -> WordView {
    let own = own.and_then(|words| words.get(key));
    let given = |word: &Option<String>| {
        let word = word.as_deref()?.trim();
        (!word.is_empty()).then(|| capitalised(word))
    };
    let theme = |count| {
        let key = format!("words.{key}");
        strings.counted(language, &key, count, &[])
    };
    let one = own.and_then(|word| given(&word.one));
    let many = own
        .and_then(|word| given(&word.many))
        .or_else(|| one.clone());
    WordView {
        one: one.unwrap_or_else(|| theme(1)),
        // Any number that is "other" in every language whose plural forms CLDR knows.
        many: many.unwrap_or_else(
            || match strings.find(language, &format!("words.{key}"), None) {
                Some(message) => message.fill(&[]),
                None => theme(2),
            },
        ),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::model::vocabulary::Word;
    use crate::strings::{Category, Message, Text};

    fn strings() -> Strings {
        let message = |text| Message::parse(text).unwrap();
        let mut strings = Strings::new("en");
        strings.insert(
            "en",
            "words.action",
            Text::Plural {
                other: message("Actions"),
                forms: BTreeMap::from([(Category::One, message("Action"))]),
            },
        );
        strings
    }

    fn action(one: Option<&str>, many: Option<&str>) -> (String, String) {
        let word = Word {
            one: one.map(str::to_owned),
            many: many.map(str::to_owned),
        };
        let own = Words(BTreeMap::from([("action".to_owned(), word)]));
        let view = super::word(&strings(), "en", Some(&own), "action");
        (view.one, view.many)
    }

    #[test]
    fn the_authors_word_comes_before_the_themes() {
        let pair = |one: &str, many: &str| (one.to_owned(), many.to_owned());
        assert_eq!(action(None, None), pair("Action", "Actions"));
        assert_eq!(action(Some("Aim"), Some("Aims")), pair("Aim", "Aims"));
        assert_eq!(action(Some("Aim"), None), pair("Aim", "Aim"));
        assert_eq!(action(Some("aim"), Some("aims")), pair("Aim", "Aims"));
        assert_eq!(action(Some(""), None), pair("Action", "Actions"));
    }
}
