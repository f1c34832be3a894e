//! A member: a partner agency.

use crate::parse::fields::{Field, Record, Schema, Shape};
use crate::source::Spanned;

use super::common::{self, RawCommon};
use super::site::{CONTACT_FIELDS, RawContact};

/// What a member may hold.
pub const SCHEMA: Schema = Schema {
    kind: "a member",
    tables: &[FIELDS, common::FIELDS],
    open: false,
};

const FIELDS: &[Field] = &[
    Field::one("name", Shape::Plain, "Its full name.").required(),
    Field::one("short_name", Shape::Plain, "What it is called for short."),
    Field::many("aliases", Shape::Plain, "Other names it is known by."),
    Field::one(
        "kind",
        Shape::Plain,
        "What kind of body it is: council, police, health, school.",
    ),
    Field::one("website", Shape::Plain, "Its website."),
    Field::one(
        "contact",
        Shape::TextOr("team", CONTACT_FIELDS),
        "How to reach it: words, or fields as in index.md.",
    ),
];

/// A member as written.
#[derive(Clone, Debug)]
pub struct RawMember {
    /// Fields of every kind.
    pub common: RawCommon,
    /// Its full name.
    pub name: Option<Spanned<String>>,
    /// Its short name.
    pub short_name: Option<Spanned<String>>,
    /// Other names.
    pub aliases: Vec<Spanned<String>>,
    /// What kind of body it is.
    pub kind: Option<Spanned<String>>,
    /// Its website.
    pub website: Option<Spanned<String>>,
    /// How to reach it.
    pub contact: Option<RawContact>,
}

impl RawMember {
    /// Takes all fields out of a record.
    #[must_use]
    pub fn take(mut record: Record) -> Self {
        let record = &mut record;
        Self {
            common: RawCommon::take(record),
            name: record.text("name"),
            short_name: record.text("short_name"),
            aliases: record.texts("aliases"),
            kind: record.text("kind"),
            website: record.text("website"),
            contact: RawContact::take(record),
        }
    }
}
