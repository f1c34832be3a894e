//! What the search of one language knows: facts only. `render/search.rs` writes them as a script,
//! `themes/default/assets/search-engine.js` reads them.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::output::OutputPath;

/// What the search of one language knows.
#[derive(Clone, Debug, Serialize)]
pub struct SearchIndex {
    /// Where it is published. The name holds a hash of all that follows, so that a browser that
    /// keeps the file for long never searches an old one.
    #[serde(skip)]
    pub path: OutputPath,
    /// The language of the pages that use it.
    pub language: String,
    /// Words that say too little to look for: "a", "the".
    pub small_words: Vec<String>,
    /// Endings that make another form of a word, each with what stands in its place otherwise:
    /// `("ies", "y")`.
    pub endings: Vec<(String, String)>,
    /// Beginnings that stand for each other, as Welsh words change theirs: `["p", "b", "mh", "ph"]`.
    pub beginnings: Vec<Vec<String>>,
    /// What can be found.
    pub pages: SearchPages,
    /// The words of names and references.
    pub names: WordTable,
    /// The words of headings that are in no name of their page.
    pub headings: WordTable,
    /// All other words.
    pub text: WordTable,
}

/// What can be found, in the order of the site. A page has the same index in every list; what few
/// pages have is told by index.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SearchPages {
    /// Kinds of things, in words for readers.
    pub kinds: Vec<String>,
    /// The kind of each page: an index into `kinds`.
    pub kind: Vec<usize>,
    /// The name in full.
    pub names: Vec<String>,
    /// The address, relative to the search page.
    pub addresses: Vec<String>,
    /// What the page is about, in a few words; may be empty.
    pub abouts: Vec<String>,
    /// What it belongs to: an index plus 1; 0 for nothing.
    pub parents: Vec<usize>,
    /// References: "1.10".
    pub references: BTreeMap<usize, String>,
    /// Short names, abbreviations and other names.
    pub other_names: BTreeMap<usize, Vec<String>>,
    /// Pages in another language than that of the search, by language.
    pub languages: BTreeMap<String, Vec<usize>>,
    /// Pages of plans that are kept for the record only.
    pub archived: Vec<usize>,
}

/// Which words lead to which pages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct WordTable {
    /// The words in their order, with spaces between them; each without the beginning that it
    /// shares with the word before it, whose length stands in front as one digit to the base of 36.
    pub words: String,
    /// For each word the pages, with spaces between words: how many pages were passed over since
    /// the one before. The last digit of a number is to the base of 36, in small letters; digits
    /// before it are to the base of 26, in capitals.
    pub pages: String,
}

/// What the theme knows of the words of a language.
#[derive(Clone, Debug, Default)]
pub struct WordForms {
    /// See [`SearchIndex::small_words`].
    pub small_words: Vec<String>,
    /// See [`SearchIndex::endings`].
    pub endings: Vec<(String, String)>,
    /// See [`SearchIndex::beginnings`].
    pub beginnings: Vec<Vec<String>>,
}

impl SearchIndex {
    /// An index, named by what it holds. `tables` are those of names, headings and text.
    #[must_use]
    pub fn new(
        language: &str,
        forms: WordForms,
        pages: SearchPages,
        tables: [WordTable; 3],
    ) -> Self {
        let [names, headings, text] = tables;
        let WordForms {
            small_words,
            endings,
            beginnings,
        } = forms;
        let mut index = Self {
            path: OutputPath::new(""),
            language: language.to_owned(),
            small_words,
            endings,
            beginnings,
            pages,
            names,
            headings,
            text,
        };
        let hash = blake3::hash(index.json().as_bytes()).to_hex();
        let hash = &hash.as_str()[..10];
        index.path = OutputPath::new(format!("data/search-{language}.{hash}.js"));
        index
    }

    /// The index as JSON, on one line.
    #[must_use]
    pub fn json(&self) -> String {
        // Only a map with keys that are no text could fail.
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl SearchPages {
    /// Says of what kind the next page is.
    pub fn add_kind(&mut self, kind: &str) {
        let known = self.kinds.iter().position(|known| known == kind);
        let index = known.unwrap_or_else(|| {
            self.kinds.push(kind.to_owned());
            self.kinds.len() - 1
        });
        self.kind.push(index);
    }
}
