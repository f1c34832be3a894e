//! `plan.md`: a plan.

use crate::parse::fields::{Field, RawProse, Record, Schema, Shape};
use crate::source::Spanned;

use super::common::{
    self, COLUMNS, PERIOD, RawColumn, RawCommon, RawDocumentControl, RawPeriod, RawWord, WORDS,
};

/// What `plan.md` may hold.
pub const SCHEMA: Schema = Schema {
    kind: "a plan",
    tables: &[FIELDS, common::DOCUMENT_CONTROL, common::FIELDS],
    open: false,
};

const FIELDS: &[Field] = &[
    Field::one("title", Shape::Plain, "The title of the plan.").required(),
    Field::one(
        "period",
        PERIOD,
        "The years it is for: 2026-29, or April 2026 to March 2029.",
    )
    .required(),
    Field::one("strapline", Shape::Plain, "A few words under the title."),
    Field::one(
        "vision",
        Shape::Markdown,
        "What the board wants the place to be.",
    ),
    Field::one("mission", Shape::Markdown, "What the board is there to do."),
    Field::many("values", Shape::Markdown, "What the board holds dear."),
    Field::many(
        "outcomes",
        Shape::Map(OUTCOME),
        "What people will notice, each with a reference and a title.",
    ),
    Field::many(
        "statuses",
        Shape::Map(STATUS),
        "The words for how an action is going.",
    ),
    Field::one("words", WORDS, "The plan's own words for its things."),
    Field::many(
        "columns",
        COLUMNS,
        "The columns of the work plan, in order.",
    ),
    Field::many("fields", Shape::Map(OWN_FIELD), "Fields of the plan's own."),
    Field::one(
        "years",
        Shape::OneOf(&["financial", "calendar"]),
        "What a bare year means: financial (April to March) or calendar.",
    ),
    Field::one(
        "state",
        Shape::OneOf(&["draft", "current", "archived"]),
        "draft, current or archived.",
    ),
    Field::many("budget", Shape::Map(BUDGET), "What it costs, line by line."),
];

const OUTCOME: &[Field] = &[
    Field::one("ref", Shape::Plain, "Its reference, such as 1 or A."),
    Field::one("title", Shape::Plain, "The outcome in a sentence.").required(),
];

const STATUS: &[Field] = &[
    Field::one("name", Shape::Plain, "The word shown.").required(),
    Field::one(
        "colour",
        Shape::OneOf(&["green", "amber", "red", "blue", "grey"]),
        "Its colour, beside the word: green, amber, red, blue or grey.",
    ),
    Field::one("meaning", Shape::Markdown, "What it says."),
    Field::one(
        "finished",
        Shape::YesNo,
        "Whether nothing more is to be done.",
    ),
];

const OWN_FIELD: &[Field] = &[
    Field::one("id", Shape::Plain, "What authors type before the colon.").required(),
    Field::one("label", Shape::Plain, "The words shown.").required(),
    Field::one(
        "where",
        Shape::OneOf(&["action", "task"]),
        "Where it stands: action or task.",
    ),
    Field::one(
        "type",
        Shape::OneOf(&["text", "date", "list", "yes-no"]),
        "What it holds: text, date, list or yes-no.",
    ),
];

const BUDGET: &[Field] = &[
    Field::one("item", Shape::Plain, "What the money is for.").required(),
    Field::one("amount", Shape::Plain, "How much, as it is shown.").required(),
    Field::one("note", Shape::Markdown, "A remark."),
];

/// A plan as written.
#[derive(Clone, Debug)]
pub struct RawPlan {
    /// Fields of every kind.
    pub common: RawCommon,
    /// Versions and reviews.
    pub control: RawDocumentControl,
    /// The title.
    pub title: Option<Spanned<String>>,
    /// The period.
    pub period: Option<RawPeriod>,
    /// A few words under the title.
    pub strapline: Option<Spanned<String>>,
    /// The vision.
    pub vision: Option<RawProse>,
    /// The mission.
    pub mission: Option<RawProse>,
    /// The values.
    pub values: Vec<RawProse>,
    /// The outcomes: reference and title.
    pub outcomes: Vec<RawOutcome>,
    /// The statuses.
    pub statuses: Vec<RawStatus>,
    /// The plan's words.
    pub words: Vec<RawWord>,
    /// The columns.
    pub columns: Option<Vec<RawColumn>>,
    /// The plan's own fields.
    pub fields: Vec<RawOwnField>,
    /// What a bare year means.
    pub years: Option<Spanned<String>>,
    /// Draft, current or archived.
    pub state: Option<Spanned<String>>,
    /// The budget.
    pub budget: Vec<RawBudgetLine>,
}

/// An outcome as written.
#[derive(Clone, Debug)]
pub struct RawOutcome {
    /// Its reference.
    pub reference: Option<Spanned<String>>,
    /// Its title.
    pub title: Spanned<String>,
}

/// A status as written.
#[derive(Clone, Debug)]
pub struct RawStatus {
    /// The word.
    pub name: Spanned<String>,
    /// Its colour.
    pub colour: Option<Spanned<String>>,
    /// Its meaning.
    pub meaning: Option<RawProse>,
    /// Whether it is final.
    pub finished: Option<Spanned<bool>>,
}

/// A field of the plan's own, as written.
#[derive(Clone, Debug)]
pub struct RawOwnField {
    /// What authors type.
    pub id: Spanned<String>,
    /// What readers see.
    pub label: Spanned<String>,
    /// `action` or `task`.
    pub place: Option<Spanned<String>>,
    /// `text`, `date`, `list` or `yes-no`.
    pub kind: Option<Spanned<String>>,
}

/// A budget line as written.
#[derive(Clone, Debug)]
pub struct RawBudgetLine {
    /// What for.
    pub item: Spanned<String>,
    /// How much.
    pub amount: Spanned<String>,
    /// A remark.
    pub note: Option<RawProse>,
}

impl RawPlan {
    /// Takes all fields out of a record.
    #[must_use]
    pub fn take(mut record: Record) -> Self {
        let record = &mut record;
        Self {
            common: RawCommon::take(record),
            control: RawDocumentControl::take(record),
            title: record.text("title"),
            period: RawPeriod::take(record, "period"),
            strapline: record.text("strapline"),
            vision: record.prose("vision"),
            mission: record.prose("mission"),
            values: record.proses("values"),
            outcomes: each(record, "outcomes", |entry| {
                Some(RawOutcome {
                    reference: entry.text("ref"),
                    title: entry.text("title")?,
                })
            }),
            statuses: each(record, "statuses", |entry| {
                Some(RawStatus {
                    name: entry.text("name")?,
                    colour: entry.text("colour"),
                    meaning: entry.prose("meaning"),
                    finished: entry.yes_no("finished"),
                })
            }),
            words: RawWord::take(record),
            columns: RawColumn::take(record),
            fields: each(record, "fields", |entry| {
                Some(RawOwnField {
                    id: entry.text("id")?,
                    label: entry.text("label")?,
                    place: entry.text("where"),
                    kind: entry.text("type"),
                })
            }),
            years: record.text("years"),
            state: record.text("state"),
            budget: each(record, "budget", |entry| {
                Some(RawBudgetLine {
                    item: entry.text("item")?,
                    amount: entry.text("amount")?,
                    note: entry.prose("note"),
                })
            }),
        }
    }
}

/// The entries of a field, those left out that lack what they need (a message says so).
fn each<T>(record: &mut Record, name: &str, read: impl Fn(&mut Record) -> Option<T>) -> Vec<T> {
    record.records(name).iter_mut().filter_map(read).collect()
}
