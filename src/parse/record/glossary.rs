//! `glossary.md`: terms and abbreviations.

use crate::parse::fields::{Field, RawProse, Record, Schema, Shape};
use crate::source::Spanned;

use super::common::{self, RawCommon};

/// What `glossary.md` may hold.
pub const SCHEMA: Schema = Schema {
    kind: "glossary.md",
    tables: &[FIELDS, common::FIELDS],
    open: false,
};

const FIELDS: &[Field] = &[
    Field::one("title", Shape::Plain, "The title of the page."),
    Field::many("terms", Shape::Map(TERM), "The entries."),
];

const TERM: &[Field] = &[
    Field::one("term", Shape::Plain, "The term in full.").required(),
    Field::one("abbreviation", Shape::Plain, "Its abbreviation."),
    Field::many("aliases", Shape::Plain, "Other forms of it."),
    Field::one("meaning", Shape::Markdown, "What it means, in plain words."),
    Field::one(
        "see",
        Shape::Plain,
        "A group, member, role, strategy or other term that explains it.",
    ),
    Field::one(
        "part",
        Shape::Plain,
        "The heading of the list it stands in.",
    ),
];

/// `glossary.md` as written.
#[derive(Clone, Debug)]
pub struct RawGlossary {
    /// Fields of every kind.
    pub common: RawCommon,
    /// The title of the page.
    pub title: Option<Spanned<String>>,
    /// The entries.
    pub terms: Vec<RawTerm>,
}

/// A term as written.
#[derive(Clone, Debug)]
pub struct RawTerm {
    /// The term in full.
    pub term: Spanned<String>,
    /// Its abbreviation.
    pub abbreviation: Option<Spanned<String>>,
    /// Other forms.
    pub aliases: Vec<Spanned<String>>,
    /// What it means.
    pub meaning: Option<RawProse>,
    /// What explains it.
    pub see: Option<Spanned<String>>,
    /// The heading of its list.
    pub part: Option<Spanned<String>>,
}

impl RawGlossary {
    /// Takes all fields out of a record.
    #[must_use]
    pub fn take(mut record: Record) -> Self {
        let record = &mut record;
        Self {
            common: RawCommon::take(record),
            title: record.text("title"),
            terms: record
                .records("terms")
                .into_iter()
                .filter_map(|mut entry| {
                    Some(RawTerm {
                        term: entry.text("term")?,
                        abbreviation: entry.text("abbreviation"),
                        aliases: entry.texts("aliases"),
                        meaning: entry.prose("meaning"),
                        see: entry.text("see"),
                        part: entry.text("part"),
                    })
                })
                .collect(),
        }
    }
}
