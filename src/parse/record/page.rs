//! A page: any other document, below `pages/` or beside `plan.md`.

use crate::dates::PartialDate;
use crate::parse::fields::{Field, Record, Schema, Shape};
use crate::source::Spanned;

use super::common::{self, RawCommon, RawDocumentControl};

/// What a page may hold.
pub const SCHEMA: Schema = Schema {
    kind: "a page",
    tables: &[FIELDS, common::DOCUMENT_CONTROL, common::FIELDS],
    open: false,
};

const FIELDS: &[Field] = &[
    Field::one("title", Shape::Plain, "The title of the page.").required(),
    Field::one("ref", Shape::Plain, "Its section number."),
    Field::one(
        "contents",
        Shape::YesNo,
        "yes: a list of its headings stands at the top.",
    ),
    Field::one(
        "numbered",
        Shape::YesNo,
        "yes: headings and paragraphs that begin with a number are set with it.",
    ),
    Field::one("sign_off", Shape::Map(SIGN_OFF), "Who signs it."),
    Field::one("review_by", Shape::Date, "By when it must be reviewed."),
];

const SIGN_OFF: &[Field] = &[
    Field::one("name", Shape::Plain, "Who signs.").required(),
    Field::one("role", Shape::Plain, "In which role."),
    Field::one("image", Shape::Plain, "A picture of the signature."),
    Field::one("image_alt", Shape::Plain, "The picture in words."),
];

/// A page as written.
#[derive(Clone, Debug)]
pub struct RawDocument {
    /// Fields of every kind.
    pub common: RawCommon,
    /// Versions and reviews.
    pub control: RawDocumentControl,
    /// The title.
    pub title: Option<Spanned<String>>,
    /// Its section number.
    pub reference: Option<Spanned<String>>,
    /// Whether it has a list of its headings.
    pub contents: bool,
    /// Who signs it.
    pub sign_off: Option<RawSignOff>,
    /// By when it must be reviewed.
    pub review_by: Option<Spanned<PartialDate>>,
}

/// A signature as written.
#[derive(Clone, Debug)]
pub struct RawSignOff {
    /// Who signs.
    pub name: Spanned<String>,
    /// In which role.
    pub role: Option<Spanned<String>>,
    /// A picture.
    pub image: Option<Spanned<String>>,
    /// The picture in words.
    pub image_alt: Option<Spanned<String>>,
}

impl RawDocument {
    /// Takes all fields out of a record.
    #[must_use]
    pub fn take(mut record: Record) -> Self {
        let record = &mut record;
        Self {
            common: RawCommon::take(record),
            control: RawDocumentControl::take(record),
            title: record.text("title"),
            reference: record.text("ref"),
            contents: record.yes_no("contents").is_some_and(|yes| yes.value),
            sign_off: record.record("sign_off").and_then(|mut sign_off| {
                Some(RawSignOff {
                    name: sign_off.text("name")?,
                    role: sign_off.text("role"),
                    image: sign_off.text("image"),
                    image_alt: sign_off.text("image_alt"),
                })
            }),
            review_by: record.date("review_by"),
        }
    }
}
