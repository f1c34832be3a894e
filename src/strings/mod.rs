//! The words that a theme says, in every language it speaks.
//!
//! A theme keeps them in `strings/<language>.yaml`; here they are values: a language, a dotted
//! key (`groups.no_meetings`) and a sentence, or one sentence for each plural form. What a
//! *board* calls things ("Priority area") is not here but in the model's vocabulary.

mod dates;
mod message;
mod plural;

use std::collections::BTreeMap;

pub use message::Message;
pub use plural::Category;

use crate::strings::plural::primary;

/// The language in which every key of the default theme stands.
const LAST_RESORT: &str = "en";

/// What stands at a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    /// One sentence, whatever the number.
    Plain(Message),
    /// A sentence for each plural form that the language needs. `other` is always among them.
    Plural {
        /// The form that is used where no closer one is given.
        other: Message,
        /// The closer forms.
        forms: BTreeMap<Category, Message>,
    },
}

impl Text {
    /// The sentence for a number; without a number, or without a closer form, `other`.
    #[must_use]
    pub fn form(&self, language: &str, count: Option<usize>) -> &Message {
        match self {
            Text::Plain(message) => message,
            Text::Plural { other, forms } => count
                .and_then(|count| forms.get(&Category::of(language, count)))
                .unwrap_or(other),
        }
    }
}

/// The words of a theme: languages, then dotted keys, then sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strings {
    site_language: String,
    languages: BTreeMap<String, BTreeMap<String, Text>>,
    avoided: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}

impl Strings {
    /// No word yet, for a site whose own language is `site_language`.
    #[must_use]
    pub fn new(site_language: &str) -> Self {
        Self {
            site_language: site_language.to_owned(),
            languages: BTreeMap::new(),
            avoided: BTreeMap::new(),
        }
    }

    /// Puts a text at a key of a language, in place of what stood there. A child theme is laid
    /// over its parent by adding the parent's words first.
    pub fn insert(&mut self, language: &str, key: &str, text: Text) {
        self.languages
            .entry(language.to_owned())
            .or_default()
            .insert(key.to_owned(), text);
    }

    /// Advises authors against a word or phrase of a language, in place of what was advised before:
    /// `instead` holds what they might write, or nothing where they should leave it out. A word
    /// that is to be written as itself is allowed.
    pub fn advise(&mut self, language: &str, word: &str, instead: Vec<String>) {
        self.avoided
            .entry(language.to_owned())
            .or_default()
            .insert(word.to_owned(), instead);
    }

    /// The words that authors should not use in a language (or in it without its region), each
    /// with what to write instead. Advice about one language is none about another.
    pub fn words_to_avoid(&self, language: &str) -> impl Iterator<Item = (&str, &[String])> {
        [language, primary(language)]
            .into_iter()
            .find_map(|language| self.avoided.get(language))
            .into_iter()
            .flatten()
            .map(|(word, instead)| (word.as_str(), instead.as_slice()))
            .filter(|(word, instead)| !matches!(instead, [only] if only == word))
    }

    /// The sentence at a key, filled in.
    ///
    /// It is looked for in the language, in the language without its region, in the site's own
    /// language and in English. Where it stands in none of them, the key itself is shown in
    /// brackets, so that someone sees it.
    #[must_use]
    pub fn text(&self, language: &str, key: &str, arguments: &[(&str, &str)]) -> String {
        match self.find(language, key, None) {
            Some(message) => message.fill(arguments),
            None => unknown(key),
        }
    }

    /// As [`Strings::text`], in the plural form of `count`, which fills the place `{count}`.
    #[must_use]
    pub fn counted(
        &self,
        language: &str,
        key: &str,
        count: usize,
        arguments: &[(&str, &str)],
    ) -> String {
        let number = count.to_string();
        match self.find(language, key, Some(count)) {
            Some(message) => {
                let mut all = arguments.to_vec();
                all.push(("count", &number));
                message.fill(&all)
            }
            None => unknown(key),
        }
    }

    /// The sentence that [`Strings::text`] or [`Strings::counted`] would fill in, or `None` where
    /// the key stands in no language that may be used.
    #[must_use]
    pub fn find(&self, language: &str, key: &str, count: Option<usize>) -> Option<&Message> {
        // The form is chosen by the language in which the sentence was found, not by the page's.
        self.candidates(language)
            .find_map(|language| Some((language, self.languages.get(language)?.get(key)?)))
            .map(|(language, text)| text.form(language, count))
    }

    /// The keys that another language has and this one lacks, sorted.
    #[must_use]
    pub fn missing(&self, language: &str) -> Vec<&str> {
        let own = self.languages.get(language);
        self.keys()
            .filter(|key| own.is_none_or(|own| !own.contains_key(*key)))
            .collect()
    }

    /// Every key of every language, sorted, each once.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        let keys: std::collections::BTreeSet<&str> = self
            .languages
            .values()
            .flat_map(|texts| texts.keys().map(String::as_str))
            .collect();
        keys.into_iter()
    }

    /// Whether the theme has words of a language, or of the language without its region.
    #[must_use]
    pub fn speaks(&self, language: &str) -> bool {
        [language, primary(language)]
            .iter()
            .any(|code| self.languages.contains_key(*code))
    }

    /// The languages that the theme speaks at all, sorted.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.languages.keys().map(String::as_str)
    }

    fn candidates<'a>(&'a self, language: &'a str) -> impl Iterator<Item = &'a str> {
        [
            language,
            primary(language),
            &self.site_language,
            primary(&self.site_language),
            LAST_RESORT,
        ]
        .into_iter()
    }
}

/// How a key looks for which there are no words.
fn unknown(key: &str) -> String {
    format!("[{key}]")
}

#[cfg(test)]
pub(crate) mod tests {
    use crate::strings::{Category, Message, Strings, Text};

    /// Words for tests: `(language, key, text)`; a key that ends in `#one` is a plural form.
    pub(crate) fn strings(site_language: &str, texts: &[(&str, &str, &str)]) -> Strings {
        let mut strings = Strings::new(site_language);
        for (language, key, text) in texts {
            let message = Message::parse(text).unwrap();
            let (key, form) = key.split_once('#').unwrap_or((key, "other"));
            let category = Category::named(form).unwrap();
            let languages = strings.languages.entry((*language).to_owned()).or_default();
            let text = match (languages.remove(key), category) {
                (Some(Text::Plural { other, mut forms }), category) => {
                    forms.insert(category, message);
                    Text::Plural { other, forms }
                }
                (Some(Text::Plain(other)), category) => Text::Plural {
                    other,
                    forms: [(category, message)].into(),
                },
                (None, _) => Text::Plain(message),
            };
            strings.insert(language, key, text);
        }
        strings
    }

    #[test]
    fn words_fall_back_to_the_site_and_then_to_english_and_then_to_the_key() {
        let strings = strings(
            "cy",
            &[
                ("en", "only.english", "Hello {name}"),
                ("cy", "both", "Helo"),
                ("en", "both", "Hello"),
                ("fr", "both", "Bonjour"),
            ],
        );
        assert_eq!(strings.text("fr", "both", &[]), "Bonjour");
        assert_eq!(strings.text("fr-CA", "both", &[]), "Bonjour");
        assert_eq!(strings.text("de", "both", &[]), "Helo");
        assert_eq!(
            strings.text("fr", "only.english", &[("name", "Ann")]),
            "Hello Ann"
        );
        assert_eq!(strings.text("fr", "nowhere", &[]), "[nowhere]");
        assert_eq!(strings.missing("fr"), ["only.english"]);
        assert_eq!(strings.missing("de"), ["both", "only.english"]);
        assert!(strings.missing("en").is_empty());
    }

    #[test]
    fn a_number_takes_the_form_of_the_language_in_which_the_words_were_found() {
        let strings = strings(
            "en",
            &[
                ("en", "actions", "{count} actions"),
                ("en", "actions#one", "{count} action"),
                ("cy", "groups", "{count} grŵp"),
                ("cy", "groups#two", "dau grŵp"),
            ],
        );
        assert_eq!(strings.counted("en", "actions", 1, &[]), "1 action");
        assert_eq!(strings.counted("en", "actions", 0, &[]), "0 actions");
        assert_eq!(strings.counted("cy", "groups", 2, &[]), "dau grŵp");
        assert_eq!(strings.counted("cy", "groups", 3, &[]), "3 grŵp");
        assert_eq!(strings.counted("cy", "actions", 2, &[]), "2 actions");
        assert_eq!(strings.text("en", "actions", &[]), "{count} actions");
    }
}
