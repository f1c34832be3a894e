//! Fields that every kind of page takes, and parts that several kinds share.

use crate::dates::PartialDate;
use crate::parse::fields::{Field, RawProse, Record, Shape};
use crate::source::{Span, Spanned};

/// Fields of every kind of page.
pub const FIELDS: &[Field] = &[
    Field::one(
        "summary",
        Shape::Markdown,
        "A sentence or two for lists and search.",
    ),
    Field::one(
        "updated",
        Shape::Date,
        "When the page last changed in a way that readers should know.",
    ),
    Field::one(
        "draft",
        Shape::YesNo,
        "yes keeps the page out of the published site.",
    ),
    Field::one(
        "order",
        Shape::Plain,
        "Where it stands among its neighbours; compared with their references.",
    ),
    Field::many(
        "redirect_from",
        Shape::Plain,
        "Old addresses that lead here, such as old/plan.html.",
    ),
    Field::one("short_title", Shape::Plain, "A shorter title for menus."),
    Field::many(
        "no_glossary",
        Shape::Plain,
        "Terms and short names that are not linked on this page.",
    ),
];

/// Document control, of a plan or a page.
pub const DOCUMENT_CONTROL: &[Field] = &[
    Field::one(
        "version",
        Shape::Plain,
        "The version, in your own numbering.",
    ),
    Field::one("version_date", Shape::Date, "The date of this version."),
    Field::one("approved_by", Shape::Plain, "Who approved it."),
    Field::one("approved_on", Shape::Date, "When it was approved."),
    Field::one("ratified_by", Shape::Plain, "Who ratified it."),
    Field::one("ratified_on", Shape::Date, "When it was ratified."),
    Field::one("reviewed", Shape::Date, "When it was last reviewed."),
    Field::one("next_review", Shape::Date, "When it will be reviewed next."),
    Field::one(
        "review_cycle",
        Shape::Plain,
        "How often it is reviewed, in words.",
    ),
    Field::one(
        "owner",
        Shape::Plain,
        "The group, member or role that keeps it up to date.",
    ),
];

/// A period: text, or its two ends.
pub const PERIOD: Shape = Shape::TextOr("text", PERIOD_FIELDS);

const PERIOD_FIELDS: &[Field] = &[
    Field::one("from", Shape::Plain, "The first day, month or year."),
    Field::one(
        "to",
        Shape::Plain,
        "The last day, month or year; a month means its last day.",
    ),
    Field::one("text", Shape::Plain, "The words shown."),
];

/// A lead: a name, or the long form.
pub const LEAD: Shape = Shape::TextOr("lead", LEAD_FIELDS);

const LEAD_FIELDS: &[Field] = &[
    Field::one("lead", Shape::Plain, "The words as they are printed.").required(),
    Field::many(
        "who",
        Shape::Plain,
        "The groups, members and roles that are meant.",
    ),
    Field::one(
        "as",
        Shape::OneOf(&["chair", "members", "representative", "all"]),
        "In which part they are meant: chair, members, representative or all.",
    ),
    Field::one("note", Shape::Markdown, "A remark, shown behind the words."),
];

/// A link to a strategy: a name, or the long form.
pub const LINK: Shape = Shape::TextOr("to", LINK_FIELDS);

const LINK_FIELDS: &[Field] = &[
    Field::one("to", Shape::Plain, "The name of an entry in strategies.md.").required(),
    Field::one(
        "item",
        Shape::Plain,
        "Which part of it: \u{201c}Recommendation 39\u{201d}.",
    ),
    Field::one("note", Shape::Markdown, "A remark."),
    Field::one("text", Shape::Plain, "The words shown instead of the name."),
];

/// A progress note: text, or the long form.
pub const PROGRESS: Shape = Shape::TextOr("note", PROGRESS_FIELDS);

const PROGRESS_FIELDS: &[Field] = &[
    Field::one("note", Shape::Markdown, "What has been done.").required(),
    Field::one("date", Shape::Date, "When."),
    Field::one("status", Shape::Plain, "The status from then on."),
];

/// A measure: text, or the long form.
pub const MEASURE: Shape = Shape::TextOr("measure", MEASURE_FIELDS);

const MEASURE_FIELDS: &[Field] = &[
    Field::one("measure", Shape::Markdown, "What is measured.").required(),
    Field::one("code", Shape::Plain, "The code of the indicator."),
    Field::one(
        "unit",
        Shape::Plain,
        "The unit of its values: %, days, children.",
    ),
    Field::one("baseline", Shape::Plain, "The value at the start."),
    Field::one("target", Shape::Plain, "The value to reach."),
    Field::one(
        "direction",
        Shape::OneOf(&["up", "down"]),
        "Which way is better: up or down.",
    ),
    Field::many(
        "values",
        Shape::Map(VALUE_FIELDS),
        "Measured values, each with its date.",
    ),
];

const VALUE_FIELDS: &[Field] = &[
    Field::one("date", Shape::Date, "When it was measured.").required(),
    Field::one(
        "value",
        Shape::Plain,
        "The value; a small number may be hidden, as in <5.",
    )
    .required(),
];

/// Words for the things of a plan: text, or one and many.
pub const WORDS: Shape = Shape::Dictionary("one", WORD_FIELDS);

const WORD_FIELDS: &[Field] = &[
    Field::one("one", Shape::Plain, "The word for one."),
    Field::one("many", Shape::Plain, "The word for several."),
];

/// The columns of a table: keys, or keys with labels.
pub const COLUMNS: Shape = Shape::TextOr("key", COLUMN_FIELDS);

const COLUMN_FIELDS: &[Field] = &[
    Field::one("key", Shape::Plain, "Which column.").required(),
    Field::one("label", Shape::Plain, "The words at its head."),
];

/// What any page may say of itself.
#[derive(Clone, Debug)]
pub struct RawCommon {
    /// A sentence or two for lists and search.
    pub summary: Option<RawProse>,
    /// When the page last changed.
    pub updated: Option<Spanned<PartialDate>>,
    /// Whether it is kept out of the published site.
    pub draft: bool,
    /// Its place among its neighbours.
    pub order: Option<Spanned<String>>,
    /// Old addresses.
    pub redirect_from: Vec<Spanned<String>>,
    /// A title for menus.
    pub short_title: Option<Spanned<String>>,
    /// Terms that are not linked here.
    pub no_glossary: Vec<Spanned<String>>,
}

impl RawCommon {
    /// Takes the common fields out of a record.
    pub fn take(record: &mut Record) -> Self {
        Self {
            summary: record.prose("summary"),
            updated: record.date("updated"),
            draft: record.yes_no("draft").is_some_and(|draft| draft.value),
            order: record.text("order"),
            redirect_from: record.texts("redirect_from"),
            short_title: record.text("short_title"),
            no_glossary: record.texts("no_glossary"),
        }
    }
}

/// What a plan or page says of its versions and reviews.
#[derive(Clone, Debug)]
pub struct RawDocumentControl {
    /// The version.
    pub version: Option<Spanned<String>>,
    /// Its date.
    pub version_date: Option<Spanned<PartialDate>>,
    /// Who approved it.
    pub approved_by: Option<Spanned<String>>,
    /// When.
    pub approved_on: Option<Spanned<PartialDate>>,
    /// Who ratified it.
    pub ratified_by: Option<Spanned<String>>,
    /// When.
    pub ratified_on: Option<Spanned<PartialDate>>,
    /// When it was last reviewed.
    pub reviewed: Option<Spanned<PartialDate>>,
    /// When it will be reviewed next.
    pub next_review: Option<Spanned<PartialDate>>,
    /// How often, in words.
    pub review_cycle: Option<Spanned<String>>,
    /// Who keeps it.
    pub owner: Option<Spanned<String>>,
}

impl RawDocumentControl {
    /// Takes the fields of document control out of a record.
    pub fn take(record: &mut Record) -> Self {
        Self {
            version: record.text("version"),
            version_date: record.date("version_date"),
            approved_by: record.text("approved_by"),
            approved_on: record.date("approved_on"),
            ratified_by: record.text("ratified_by"),
            ratified_on: record.date("ratified_on"),
            reviewed: record.date("reviewed"),
            next_review: record.date("next_review"),
            review_cycle: record.text("review_cycle"),
            owner: record.text("owner"),
        }
    }
}

/// A period as written.
#[derive(Clone, Debug)]
pub struct RawPeriod {
    /// The first end.
    pub from: Option<Spanned<String>>,
    /// The last end.
    pub to: Option<Spanned<String>>,
    /// The words.
    pub text: Option<Spanned<String>>,
    /// Where the whole of it stands.
    pub span: Span,
}

impl RawPeriod {
    /// Takes the period out of a record.
    pub fn take(record: &mut Record, name: &str) -> Option<Self> {
        let mut period = record.record(name)?;
        let (from, to, text) = (period.text("from"), period.text("to"), period.text("text"));
        let span = from
            .as_ref()
            .or(to.as_ref())
            .or(text.as_ref())
            .map(|part| part.span)?;
        Some(Self {
            from,
            to,
            text,
            span,
        })
    }
}

/// A lead as written.
#[derive(Clone, Debug)]
pub struct RawLead {
    /// The words as printed.
    pub lead: Spanned<String>,
    /// Who is meant, where the author said so.
    pub who: Vec<Spanned<String>>,
    /// In which part.
    pub role: Option<Spanned<String>>,
    /// A remark.
    pub note: Option<RawProse>,
}

impl RawLead {
    /// Takes all leads out of a field.
    pub fn take(record: &mut Record, name: &str) -> Vec<Self> {
        record
            .records(name)
            .into_iter()
            .filter_map(|mut entry| {
                Some(Self {
                    lead: entry.text("lead")?,
                    who: entry.texts("who"),
                    role: entry.text("as"),
                    note: entry.prose("note"),
                })
            })
            .collect()
    }
}

/// A link to a strategy as written.
#[derive(Clone, Debug)]
pub struct RawStrategyLink {
    /// The name.
    pub to: Spanned<String>,
    /// The part of it.
    pub item: Option<Spanned<String>>,
    /// A remark.
    pub note: Option<RawProse>,
    /// The words shown.
    pub text: Option<Spanned<String>>,
}

impl RawStrategyLink {
    /// Takes all links out of a field.
    pub fn take(record: &mut Record, name: &str) -> Vec<Self> {
        record
            .records(name)
            .into_iter()
            .filter_map(|mut entry| {
                Some(Self {
                    to: entry.text("to")?,
                    item: entry.text("item"),
                    note: entry.prose("note"),
                    text: entry.text("text"),
                })
            })
            .collect()
    }
}

/// A word as written: for one thing, and for several.
#[derive(Clone, Debug)]
pub struct RawWord {
    /// The key: `lead`.
    pub key: Spanned<String>,
    /// The word for one; empty for a column without a visible heading.
    pub one: Option<Spanned<String>>,
    /// The word for several.
    pub many: Option<Spanned<String>>,
}

impl RawWord {
    /// Takes all words out of a record.
    pub fn take(record: &mut Record) -> Vec<Self> {
        record
            .dictionary("words")
            .into_iter()
            .map(|(key, mut word)| Self {
                key,
                one: word.text("one"),
                many: word.text("many"),
            })
            .collect()
    }
}

/// A column as written.
#[derive(Clone, Debug)]
pub struct RawColumn {
    /// Which column.
    pub key: Spanned<String>,
    /// The words at its head.
    pub label: Option<Spanned<String>>,
}

impl RawColumn {
    /// Takes all columns out of a record; `None` where the author named none.
    pub fn take(record: &mut Record) -> Option<Vec<Self>> {
        record.has("columns").then(|| {
            record
                .records("columns")
                .into_iter()
                .filter_map(|mut column| {
                    Some(Self {
                        key: column.text("key")?,
                        label: column.text("label"),
                    })
                })
                .collect()
        })
    }
}
