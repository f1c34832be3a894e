//! An action: what is to be done, by whom, by when, and how it is going.

use crate::dates::PartialDate;
use crate::parse::fields::{Field, RawProse, Record, Schema, Shape};
use crate::source::{Span, Spanned};

use super::common::{self, LEAD, LINK, MEASURE, PROGRESS, RawCommon, RawLead, RawStrategyLink};

/// What an action may hold; a plan may add fields of its own.
pub const SCHEMA: Schema = Schema {
    kind: "an action",
    tables: &[FIELDS, common::FIELDS],
    open: true,
};

const FIELDS: &[Field] = &[
    Field::one("title", Shape::Markdown, "The aim, in one plain paragraph."),
    Field::one(
        "ref",
        Shape::Plain,
        "Its reference, where the file's name does not begin with it.",
    ),
    Field::one(
        "scope",
        Shape::Plain,
        "Where it holds, if not everywhere: North area only.",
    ),
    Field::many("lead", LEAD, "The groups, members and roles that lead it."),
    Field::many("support", LEAD, "Who supports."),
    Field::many(
        "due",
        Shape::Plain,
        "By when, in your own words: March 2027.",
    ),
    Field::one(
        "status",
        Shape::Plain,
        "How it is going: one of the plan's statuses.",
    ),
    Field::many("identified_by", Shape::Plain, "How the need was found."),
    Field::many(
        "outcomes",
        Shape::Plain,
        "References of the plan's outcomes that it serves.",
    ),
    Field::many(
        "priorities",
        Shape::Plain,
        "Strategic priorities that it serves too.",
    ),
    Field::many(
        "links",
        LINK,
        "Strategies, plans, laws and reviews that it goes with.",
    ),
    Field::many("impact", Shape::Markdown, "What will be different."),
    Field::many("measures", MEASURE, "How it will be measured."),
    Field::many(
        "tasks",
        Shape::TextOr("task", ROW_FIELDS),
        "The steps: texts, or rows with leads and dates of their own.",
    ),
    Field::many("progress", PROGRESS, "What has been done so far."),
];

/// What a row of tasks may hold.
pub const ROW_FIELDS: &[Field] = &[
    Field::many(
        "task",
        Shape::Markdown,
        "One task, or a list of tasks that share the row.",
    )
    .required(),
    Field::many(
        "lead",
        LEAD,
        "Who leads this row, where it is not as in the action.",
    ),
    Field::many("support", LEAD, "Who supports this row."),
    Field::many("due", Shape::Plain, "By when."),
    Field::one("status", Shape::Plain, "How it is going."),
    Field::many("identified_by", Shape::Plain, "How the need was found."),
    Field::one("scope", Shape::Plain, "Where it holds."),
    Field::many(
        "outcomes",
        Shape::Plain,
        "References of the plan's outcomes.",
    ),
    Field::many("links", LINK, "What it goes with."),
    Field::many("impact", Shape::Markdown, "What will be different."),
    Field::many("measures", MEASURE, "How it will be measured."),
    Field::many("progress", PROGRESS, "What has been done so far."),
];

/// An action as written.
#[derive(Clone, Debug)]
pub struct RawAction {
    /// Fields of every kind.
    pub common: RawCommon,
    /// The aim.
    pub title: Option<RawProse>,
    /// The reference.
    pub reference: Option<Spanned<String>>,
    /// Strategic priorities that it serves too.
    pub priorities: Vec<Spanned<String>>,
    /// What it shares with its rows.
    pub facts: RawFacts,
    /// Its rows.
    pub tasks: Vec<RawRow>,
}

/// A row as written.
#[derive(Clone, Debug)]
pub struct RawRow {
    /// Where it stands.
    pub span: Span,
    /// Its tasks.
    pub tasks: Vec<RawProse>,
    /// What it says of itself.
    pub facts: RawFacts,
}

/// What both an action and a row may say.
#[derive(Clone, Debug)]
pub struct RawFacts {
    /// Where it holds.
    pub scope: Option<Spanned<String>>,
    /// Who leads.
    pub lead: Vec<RawLead>,
    /// Who supports.
    pub support: Vec<RawLead>,
    /// By when.
    pub due: Vec<Spanned<String>>,
    /// How it is going.
    pub status: Option<Spanned<String>>,
    /// How the need was found.
    pub identified_by: Vec<Spanned<String>>,
    /// The plan's outcomes it serves.
    pub outcomes: Vec<Spanned<String>>,
    /// What it goes with.
    pub links: Vec<RawStrategyLink>,
    /// What will be different.
    pub impact: Vec<RawProse>,
    /// How it will be measured.
    pub measures: Vec<RawMeasure>,
    /// What has been done.
    pub progress: Vec<RawProgress>,
    /// Fields that only the plan knows.
    pub extra: Vec<(Spanned<String>, Vec<Spanned<String>>)>,
}

/// A measure as written.
#[derive(Clone, Debug)]
pub struct RawMeasure {
    /// What is measured.
    pub measure: RawProse,
    /// The code of the indicator.
    pub code: Option<Spanned<String>>,
    /// The unit.
    pub unit: Option<Spanned<String>>,
    /// The value at the start.
    pub baseline: Option<Spanned<String>>,
    /// The value to reach.
    pub target: Option<Spanned<String>>,
    /// `up` or `down`.
    pub direction: Option<Spanned<String>>,
    /// Measured values.
    pub values: Vec<(Spanned<PartialDate>, Spanned<String>)>,
}

/// A progress note as written.
#[derive(Clone, Debug)]
pub struct RawProgress {
    /// What has been done.
    pub note: RawProse,
    /// When.
    pub date: Option<Spanned<PartialDate>>,
    /// The status from then on.
    pub status: Option<Spanned<String>>,
}

impl RawAction {
    /// Takes all fields out of a record of the file that `whole` stands for.
    #[must_use]
    pub fn take(mut record: Record, whole: Span) -> Self {
        let record = &mut record;
        Self {
            common: RawCommon::take(record),
            title: record.prose("title"),
            reference: record.text("ref"),
            priorities: record.texts("priorities"),
            tasks: record
                .records("tasks")
                .into_iter()
                .map(|mut row| RawRow {
                    span: row.span.unwrap_or(whole),
                    tasks: row.proses("task"),
                    facts: RawFacts::take(&mut row),
                })
                .collect(),
            facts: RawFacts::take(record),
        }
    }
}

impl RawFacts {
    fn take(record: &mut Record) -> Self {
        Self {
            scope: record.text("scope"),
            lead: RawLead::take(record, "lead"),
            support: RawLead::take(record, "support"),
            due: record.texts("due"),
            status: record.text("status"),
            identified_by: record.texts("identified_by"),
            outcomes: record.texts("outcomes"),
            links: RawStrategyLink::take(record, "links"),
            impact: record.proses("impact"),
            measures: record
                .records("measures")
                .into_iter()
                .filter_map(RawMeasure::take)
                .collect(),
            progress: record
                .records("progress")
                .into_iter()
                .filter_map(|mut entry| {
                    Some(RawProgress {
                        note: entry.prose("note")?,
                        date: entry.date("date"),
                        status: entry.text("status"),
                    })
                })
                .collect(),
            extra: std::mem::take(&mut record.extra),
        }
    }
}

impl RawMeasure {
    fn take(mut entry: Record) -> Option<Self> {
        Some(Self {
            measure: entry.prose("measure")?,
            code: entry.text("code"),
            unit: entry.text("unit"),
            baseline: entry.text("baseline"),
            target: entry.text("target"),
            direction: entry.text("direction"),
            values: entry
                .records("values")
                .into_iter()
                .filter_map(|mut value| Some((value.date("date")?, value.text("value")?)))
                .collect(),
        })
    }
}

/// Where a field stands: in the action itself, or in one of its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// In the action.
    Action,
    /// In a row.
    Row,
}

/// The fields that an author may have meant.
#[must_use]
pub fn field_names(level: Level) -> Vec<&'static str> {
    let (own, common): (&[Field], &[Field]) = match level {
        Level::Action => (FIELDS, common::FIELDS),
        Level::Row => (ROW_FIELDS, &[]),
    };
    own.iter().chain(common).map(|field| field.name).collect()
}
