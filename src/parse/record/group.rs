//! A group: the board, an executive, a sub-group, a panel, an outside body.

use crate::dates::PartialDate;
use crate::parse::fields::{Field, Record, Schema, Shape};
use crate::source::Spanned;

use super::common::{self, LEAD, RawCommon, RawLead};

/// What a group may hold.
pub const SCHEMA: Schema = Schema {
    kind: "a group",
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
        "board, executive, management, standing, task, panel, joint, young people, wider area, team, collective, outside, or any words.",
    ),
    Field::many("reports_to", Shape::Plain, "The groups it reports to."),
    Field::many("chair", LEAD, "Who chairs it: a role, a member or a group."),
    Field::many(
        "members",
        Shape::TextOr("member", MEMBER_FIELDS),
        "Who sits on it.",
    ),
    Field::many(
        "shared_with",
        Shape::Plain,
        "Boards or groups that it is shared with.",
    ),
    Field::one("established", Shape::Date, "When it was set up."),
    Field::one("ended", Shape::Date, "When it ended."),
    Field::one("frequency", Shape::Plain, "How often it meets, in words."),
    Field::one(
        "part_of_board",
        Shape::YesNo,
        "no: it stands outside the board.",
    ),
];

const MEMBER_FIELDS: &[Field] = &[
    Field::one("role", Shape::Plain, "The post."),
    Field::one("member", Shape::Plain, "The partner, group or role."),
];

/// A group as written.
#[derive(Clone, Debug)]
pub struct RawGroup {
    /// Fields of every kind.
    pub common: RawCommon,
    /// Its full name.
    pub name: Option<Spanned<String>>,
    /// Its short name.
    pub short_name: Option<Spanned<String>>,
    /// Other names.
    pub aliases: Vec<Spanned<String>>,
    /// What kind of group it is.
    pub kind: Option<Spanned<String>>,
    /// The groups it reports to.
    pub reports_to: Vec<Spanned<String>>,
    /// Who chairs it.
    pub chair: Vec<RawLead>,
    /// Who sits on it.
    pub members: Vec<RawSeat>,
    /// Boards or groups that it is shared with.
    pub shared_with: Vec<Spanned<String>>,
    /// When it was set up.
    pub established: Option<Spanned<PartialDate>>,
    /// When it ended.
    pub ended: Option<Spanned<PartialDate>>,
    /// How often it meets.
    pub frequency: Option<Spanned<String>>,
    /// Whether it stands inside the board.
    pub part_of_board: Option<Spanned<bool>>,
}

/// A seat as written.
#[derive(Clone, Debug)]
pub struct RawSeat {
    /// The post.
    pub role: Option<Spanned<String>>,
    /// The partner, group or role.
    pub member: Option<Spanned<String>>,
}

impl RawGroup {
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
            reports_to: record.texts("reports_to"),
            chair: RawLead::take(record, "chair"),
            members: record
                .records("members")
                .into_iter()
                .map(|mut entry| RawSeat {
                    role: entry.text("role"),
                    member: entry.text("member"),
                })
                .collect(),
            shared_with: record.texts("shared_with"),
            established: record.date("established"),
            ended: record.date("ended"),
            frequency: record.text("frequency"),
            part_of_board: record.yes_no("part_of_board"),
        }
    }
}
