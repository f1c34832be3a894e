//! `priority.md`: a priority, the heading of a work plan.

use crate::parse::fields::{Field, RawProse, Record, Schema, Shape};
use crate::source::Spanned;

use super::common::{
    self, COLUMNS, LEAD, LINK, PERIOD, RawColumn, RawCommon, RawLead, RawPeriod, RawStrategyLink,
    RawWord, WORDS,
};

/// What `priority.md` may hold.
pub const SCHEMA: Schema = Schema {
    kind: "a priority",
    tables: &[FIELDS, common::FIELDS],
    open: false,
};

const FIELDS: &[Field] = &[
    Field::one("title", Shape::Plain, "The title of the priority.").required(),
    Field::one(
        "ref",
        Shape::Plain,
        "Its reference, where the folder's name does not begin with it.",
    ),
    Field::one(
        "period",
        PERIOD,
        "Its years, where they are not the plan's.",
    ),
    Field::many(
        "outcome",
        Shape::Markdown,
        "What it is to achieve, in words.",
    ),
    Field::many(
        "outcomes",
        Shape::Plain,
        "References of the plan's outcomes that it serves.",
    ),
    Field::many(
        "links",
        LINK,
        "Strategies, plans, laws and reviews that it goes with.",
    ),
    Field::many(
        "owner",
        LEAD,
        "The group, member or role that answers for it.",
    ),
    Field::many("sponsor", LEAD, "Who sponsors it."),
    Field::one(
        "strategic",
        Shape::YesNo,
        "yes: it cuts across the others and has no actions of its own.",
    ),
    Field::one(
        "words",
        WORDS,
        "Its own words for things, where they differ from the plan's.",
    ),
    Field::many(
        "columns",
        COLUMNS,
        "The columns of its table, where they differ from the plan's.",
    ),
];

/// A priority as written.
#[derive(Clone, Debug)]
pub struct RawPriority {
    /// Fields of every kind.
    pub common: RawCommon,
    /// The title.
    pub title: Option<Spanned<String>>,
    /// The reference.
    pub reference: Option<Spanned<String>>,
    /// Its own period.
    pub period: Option<RawPeriod>,
    /// What it is to achieve.
    pub outcome: Vec<RawProse>,
    /// The plan's outcomes it serves.
    pub outcomes: Vec<Spanned<String>>,
    /// What it goes with.
    pub links: Vec<RawStrategyLink>,
    /// Who answers for it.
    pub owner: Vec<RawLead>,
    /// Who sponsors it.
    pub sponsor: Vec<RawLead>,
    /// Whether it cuts across.
    pub strategic: bool,
    /// Its own words.
    pub words: Vec<RawWord>,
    /// Its own columns.
    pub columns: Option<Vec<RawColumn>>,
}

impl RawPriority {
    /// Takes all fields out of a record.
    #[must_use]
    pub fn take(mut record: Record) -> Self {
        let record = &mut record;
        Self {
            common: RawCommon::take(record),
            title: record.text("title"),
            reference: record.text("ref"),
            period: RawPeriod::take(record, "period"),
            outcome: record.proses("outcome"),
            outcomes: record.texts("outcomes"),
            links: RawStrategyLink::take(record, "links"),
            owner: RawLead::take(record, "owner"),
            sponsor: RawLead::take(record, "sponsor"),
            strategic: record.yes_no("strategic").is_some_and(|yes| yes.value),
            words: RawWord::take(record),
            columns: RawColumn::take(record),
        }
    }
}
