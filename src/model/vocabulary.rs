//! The words that a board wants on screen. They are data here, never identifiers.

use std::collections::BTreeMap;

/// The things that have a word, and the columns of a work plan: the keys of `words` and `columns`.
pub const KEYS: [&str; 19] = [
    "plan",
    "priority",
    "action",
    "task",
    "ref",
    "outcome",
    "scope",
    "identified_by",
    "lead",
    "support",
    "due",
    "status",
    "links",
    "impact",
    "measures",
    "progress",
    "meeting",
    "group",
    "member",
];

/// The columns of a table in their usual order.
pub const USUAL_COLUMNS: [&str; 14] = [
    "ref",
    "action",
    "scope",
    "identified_by",
    "task",
    "lead",
    "support",
    "due",
    "status",
    "links",
    "outcome",
    "impact",
    "measures",
    "progress",
];

/// A word for one thing and for several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// For one. Empty: a column without a visible heading.
    pub one: Option<String>,
    /// For several.
    pub many: Option<String>,
}

/// The words of a plan or priority, by key; the theme has those that are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(pub BTreeMap<String, Word>);

impl Words {
    /// The word for a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Word> {
        self.0.get(key)
    }

    /// These words, and those of another for the rest.
    #[must_use]
    pub fn or(&self, other: &Words) -> Words {
        let mut words = other.clone();
        words.0.extend(self.0.clone());
        words
    }
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Which one.
    pub key: ColumnKey,
    /// The words at its head, where the author gave them.
    pub label: Option<String>,
}

/// What a column shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnKey {
    /// One of [`USUAL_COLUMNS`].
    Usual(&'static str),
    /// A field of the plan's own: an index into [`super::Plan::fields`].
    Own(usize),
}
