//! `roles.md`: posts that lead work and are not groups or members.

use crate::parse::fields::{Field, Record, Schema, Shape};
use crate::source::{Span, Spanned};

use super::common::{self, RawCommon};

/// What `roles.md` may hold.
pub const SCHEMA: Schema = Schema {
    kind: "roles.md",
    tables: &[FIELDS, common::FIELDS],
    open: false,
};

const FIELDS: &[Field] = &[
    Field::one("title", Shape::Plain, "The title of the page."),
    Field::many("roles", Shape::Map(ROLE), "The posts."),
];

const ROLE: &[Field] = &[
    Field::one("name", Shape::Plain, "The post.").required(),
    Field::many("aliases", Shape::Plain, "Other names it is known by."),
    Field::one("member", Shape::Plain, "The member it belongs to."),
    Field::one("holder", Shape::Plain, "Who holds it; never needed."),
];

/// `roles.md` as written.
#[derive(Clone, Debug)]
pub struct RawRoles {
    /// Fields of every kind.
    pub common: RawCommon,
    /// The title of the page.
    pub title: Option<Spanned<String>>,
    /// The posts.
    pub roles: Vec<RawRole>,
}

/// A role as written.
#[derive(Clone, Debug)]
pub struct RawRole {
    /// Where it stands.
    pub span: Span,
    /// The post.
    pub name: Spanned<String>,
    /// Other names.
    pub aliases: Vec<Spanned<String>>,
    /// The member it belongs to.
    pub member: Option<Spanned<String>>,
    /// Who holds it.
    pub holder: Option<Spanned<String>>,
}

impl RawRoles {
    /// Takes all fields out of a record.
    #[must_use]
    pub fn take(mut record: Record) -> Self {
        let record = &mut record;
        Self {
            common: RawCommon::take(record),
            title: record.text("title"),
            roles: record
                .records("roles")
                .into_iter()
                .filter_map(|mut role| {
                    let name = role.text("name")?;
                    Some(RawRole {
                        span: name.span,
                        name,
                        aliases: role.texts("aliases"),
                        member: role.text("member"),
                        holder: role.text("holder"),
                    })
                })
                .collect(),
        }
    }
}
