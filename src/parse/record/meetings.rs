//! A meetings file: one cycle of meetings, usually a year.

use crate::dates::TimeRange;
use crate::parse::fields::{Field, RawProse, Record, Schema, Shape};
use crate::source::{Span, Spanned};

use super::common::{self, PERIOD, RawCommon, RawPeriod};

/// What a meetings file may hold.
pub const SCHEMA: Schema = Schema {
    kind: "a file of meetings",
    tables: &[FIELDS, common::FIELDS],
    open: false,
};

const FIELDS: &[Field] = &[
    Field::one("title", Shape::Plain, "The title of the page.").required(),
    Field::one(
        "period",
        PERIOD,
        "The months it covers: April 2026 to March 2027.",
    )
    .required(),
    Field::one("note", Shape::Markdown, "A remark above the list."),
    Field::many(
        "meetings",
        Shape::Map(MEETINGS),
        "The groups and their dates.",
    ),
];

const MEETINGS: &[Field] = &[
    Field::one("group", Shape::Plain, "The group that meets.").required(),
    Field::one("time", Shape::Time, "The usual time: 2pm to 4pm."),
    Field::one("place", Shape::Plain, "The usual place."),
    Field::one(
        "online",
        Shape::Plain,
        "The address of the online meeting, or words.",
    ),
    Field::one("note", Shape::Markdown, "A remark."),
    Field::many("dates", Shape::TextOr("date", DATE), "The dates.").required(),
];

const DATE: &[Field] = &[
    Field::one(
        "date",
        Shape::Plain,
        "The day; a month alone is to be confirmed.",
    )
    .required(),
    Field::one(
        "time",
        Shape::Time,
        "Its time, where it is not the usual one.",
    ),
    Field::one(
        "place",
        Shape::Plain,
        "Its place, where it is not the usual one.",
    ),
    Field::one(
        "state",
        Shape::OneOf(&[
            "planned",
            "confirmed",
            "moved",
            "cancelled",
            "to be confirmed",
        ]),
        "planned, confirmed, moved, cancelled or to be confirmed.",
    ),
    Field::one(
        "moved_from",
        Shape::Plain,
        "The day it was first planned for.",
    ),
    Field::one("note", Shape::Markdown, "Why, or anything else."),
    Field::one("agenda", PAPER, "The agenda: a file or web address."),
    Field::many("papers", PAPER, "Papers: files or web addresses."),
    Field::one("minutes", PAPER, "The minutes: a file or web address."),
];

const PAPER: Shape = Shape::TextOr("to", PAPER_FIELDS);

const PAPER_FIELDS: &[Field] = &[
    Field::one("title", Shape::Plain, "The words of the link."),
    Field::one(
        "to",
        Shape::Plain,
        "A file beside this one, or a web address.",
    )
    .required(),
];

/// A meetings file as written.
#[derive(Clone, Debug)]
pub struct RawCycle {
    /// Fields of every kind.
    pub common: RawCommon,
    /// The title.
    pub title: Option<Spanned<String>>,
    /// The months it covers.
    pub period: Option<RawPeriod>,
    /// A remark.
    pub note: Option<RawProse>,
    /// The groups and their dates.
    pub meetings: Vec<RawMeetings>,
}

/// The meetings of one group as written.
#[derive(Clone, Debug)]
pub struct RawMeetings {
    /// The group.
    pub group: Spanned<String>,
    /// The usual time.
    pub time: Option<Spanned<TimeRange>>,
    /// The usual place.
    pub place: Option<Spanned<String>>,
    /// Where it is online.
    pub online: Option<Spanned<String>>,
    /// A remark.
    pub note: Option<RawProse>,
    /// The dates.
    pub dates: Vec<RawMeeting>,
}

/// One meeting as written.
#[derive(Clone, Debug)]
pub struct RawMeeting {
    /// Where it stands.
    pub span: Span,
    /// The day.
    pub date: Spanned<String>,
    /// Its own time.
    pub time: Option<Spanned<TimeRange>>,
    /// Its own place.
    pub place: Option<Spanned<String>>,
    /// Its state.
    pub state: Option<Spanned<String>>,
    /// The day it was first planned for.
    pub moved_from: Option<Spanned<String>>,
    /// Why.
    pub note: Option<RawProse>,
    /// The agenda.
    pub agenda: Option<RawPaper>,
    /// Papers.
    pub papers: Vec<RawPaper>,
    /// The minutes.
    pub minutes: Option<RawPaper>,
}

/// A paper as written.
#[derive(Clone, Debug)]
pub struct RawPaper {
    /// The words of the link.
    pub title: Option<Spanned<String>>,
    /// Where it is.
    pub to: Spanned<String>,
}

impl RawCycle {
    /// Takes all fields out of a record.
    #[must_use]
    pub fn take(mut record: Record) -> Self {
        let record = &mut record;
        Self {
            common: RawCommon::take(record),
            title: record.text("title"),
            period: RawPeriod::take(record, "period"),
            note: record.prose("note"),
            meetings: record
                .records("meetings")
                .into_iter()
                .filter_map(|mut entry| {
                    Some(RawMeetings {
                        group: entry.text("group")?,
                        time: entry.time("time"),
                        place: entry.text("place"),
                        online: entry.text("online"),
                        note: entry.prose("note"),
                        dates: entry
                            .records("dates")
                            .into_iter()
                            .filter_map(RawMeeting::take)
                            .collect(),
                    })
                })
                .collect(),
        }
    }
}

impl RawMeeting {
    fn take(mut entry: Record) -> Option<Self> {
        let date = entry.text("date")?;
        Some(Self {
            span: date.span,
            date,
            time: entry.time("time"),
            place: entry.text("place"),
            state: entry.text("state"),
            moved_from: entry.text("moved_from"),
            note: entry.prose("note"),
            agenda: RawPaper::take(&mut entry, "agenda").into_iter().next(),
            papers: RawPaper::take(&mut entry, "papers"),
            minutes: RawPaper::take(&mut entry, "minutes").into_iter().next(),
        })
    }
}

impl RawPaper {
    fn take(record: &mut Record, name: &str) -> Vec<Self> {
        record
            .records(name)
            .into_iter()
            .filter_map(|mut paper| {
                Some(Self {
                    title: paper.text("title"),
                    to: paper.text("to")?,
                })
            })
            .collect()
    }
}
