//! `strategies.md`: plans, strategies, laws, reviews and recommendations that actions link to.

use crate::parse::fields::{Field, RawProse, Record, Schema, Shape};
use crate::source::Spanned;

use super::common::{self, PERIOD, RawCommon, RawPeriod};

/// What `strategies.md` may hold.
pub const SCHEMA: Schema = Schema {
    kind: "strategies.md",
    tables: &[FIELDS, common::FIELDS],
    open: false,
};

const FIELDS: &[Field] = &[
    Field::one("title", Shape::Plain, "The title of the page."),
    Field::many("strategies", Shape::Map(STRATEGY), "The entries."),
];

const STRATEGY: &[Field] = &[
    Field::one("name", Shape::Plain, "Its full name.").required(),
    Field::one("short_name", Shape::Plain, "What it is called for short."),
    Field::many("aliases", Shape::Plain, "Other names it is known by."),
    Field::one(
        "kind",
        Shape::OneOf(&[
            "plan",
            "strategy",
            "law",
            "guidance",
            "review",
            "inspection",
            "agreement",
        ]),
        "plan, strategy, law, guidance, review, inspection or agreement.",
    ),
    Field::one("owner", Shape::Plain, "Whose it is."),
    Field::one("period", PERIOD, "The years it is for."),
    Field::one("url", Shape::Plain, "Where to read it."),
    Field::one("note", Shape::Markdown, "A remark."),
];

/// `strategies.md` as written.
#[derive(Clone, Debug)]
pub struct RawStrategies {
    /// Fields of every kind.
    pub common: RawCommon,
    /// The title of the page.
    pub title: Option<Spanned<String>>,
    /// The entries.
    pub strategies: Vec<RawStrategy>,
}

/// A strategy as written.
#[derive(Clone, Debug)]
pub struct RawStrategy {
    /// Its full name.
    pub name: Spanned<String>,
    /// Its short name.
    pub short_name: Option<Spanned<String>>,
    /// Other names.
    pub aliases: Vec<Spanned<String>>,
    /// Its kind.
    pub kind: Option<Spanned<String>>,
    /// Whose it is.
    pub owner: Option<Spanned<String>>,
    /// Its years.
    pub period: Option<RawPeriod>,
    /// Where to read it.
    pub url: Option<Spanned<String>>,
    /// A remark.
    pub note: Option<RawProse>,
}

impl RawStrategies {
    /// Takes all fields out of a record.
    #[must_use]
    pub fn take(mut record: Record) -> Self {
        let record = &mut record;
        Self {
            common: RawCommon::take(record),
            title: record.text("title"),
            strategies: record
                .records("strategies")
                .into_iter()
                .filter_map(|mut entry| {
                    Some(RawStrategy {
                        name: entry.text("name")?,
                        short_name: entry.text("short_name"),
                        aliases: entry.texts("aliases"),
                        kind: entry.text("kind"),
                        owner: entry.text("owner"),
                        period: RawPeriod::take(&mut entry, "period"),
                        url: entry.text("url"),
                        note: entry.prose("note"),
                    })
                })
                .collect(),
        }
    }
}
