//! `index.md`: the board and the site.

use crate::dates::PartialDate;
use crate::parse::fields::{Field, RawProse, Record, Schema, Shape};
use crate::source::Spanned;

use super::common::{self, RawCommon};

/// What `index.md` may hold.
pub const SCHEMA: Schema = Schema {
    kind: "index.md",
    tables: &[FIELDS, common::FIELDS],
    open: false,
};

const FIELDS: &[Field] = &[
    Field::one(
        "title",
        Shape::Plain,
        "The name of the site, where it is not the board's.",
    ),
    Field::one("board", Shape::Map(BOARD), "The board whose plan this is.").required(),
    Field::one(
        "site_url",
        Shape::Plain,
        "Where the site will be published: https://plan.example.org/.",
    ),
    Field::one(
        "language",
        Shape::Plain,
        "The language of the site, as a code: en.",
    ),
    Field::many(
        "languages",
        Shape::Plain,
        "Other languages of the site, as codes: cy.",
    ),
    Field::one(
        "theme",
        Shape::Plain,
        "The look: the name of a folder below themes.",
    ),
    Field::one("colours", Shape::Map(COLOURS), "The board's colours."),
    Field::one(
        "time_zone",
        Shape::Plain,
        "Where meetings take place, as an IANA name: Europe/London.",
    ),
    Field::one(
        "current_plan",
        Shape::Plain,
        "The folder of the current plan, where the date alone does not say.",
    ),
    Field::one(
        "contact",
        Shape::Map(CONTACT),
        "How to reach the board's team.",
    ),
    Field::one(
        "alternative_formats",
        Shape::Markdown,
        "How to ask for the plan in another format.",
    ),
    Field::one(
        "report_concern",
        Shape::Map(REPORT_CONCERN),
        "What to do when worried about somebody, shown on every page.",
    ),
    Field::one(
        "quick_exit",
        Shape::Plain,
        "A harmless web address that the Leave this site link goes to.",
    ),
    Field::one(
        "licence",
        Shape::Plain,
        "OGL-3.0, another SPDX id, or words.",
    ),
    Field::one(
        "footer",
        Shape::Markdown,
        "A text at the foot of every page.",
    ),
    Field::many(
        "navigation",
        NAVIGATION,
        "The menu: pages by name, or entries of your own.",
    ),
    Field::one(
        "accessibility",
        Shape::Map(ACCESSIBILITY),
        "What the accessibility statement must say by law.",
    )
    .required(),
    Field::one(
        "checks",
        Shape::Dictionary("level", CHECK_FIELDS),
        "Messages to turn off, or to make errors: code, colon, off, warning or error.",
    ),
];

const BOARD: &[Field] = &[
    Field::one("name", Shape::Plain, "The board's full name.").required(),
    Field::one("short_name", Shape::Plain, "What it is called for short."),
    Field::many("aliases", Shape::Plain, "Other names it is known by."),
    Field::one("area", Shape::Plain, "The area it serves."),
    Field::one(
        "type",
        Shape::Plain,
        "What kind of board it is: safeguarding children partnership, safeguarding adults board, community safety partnership, or any words.",
    ),
    Field::one("website", Shape::Plain, "The board's own website."),
    Field::one("established", Shape::Date, "When it was set up."),
    Field::one("logo", Shape::Map(LOGO), "Its logo."),
];

const LOGO: &[Field] = &[
    Field::one("image", Shape::Plain, "The picture file, beside index.md.").required(),
    Field::one("alt", Shape::Plain, "The logo in words.").required(),
];

const COLOURS: &[Field] = &[Field::one(
    "brand",
    Shape::Plain,
    "The board's colour as six digits: \"#1d5c63\".",
)];

const CONTACT: &[Field] = &[
    Field::one("team", Shape::Plain, "Who answers."),
    Field::one("email", Shape::Plain, "An e-mail address."),
    Field::one("phone", Shape::Plain, "A telephone number."),
    Field::one("address", Shape::Plain, "A postal address."),
    Field::one(
        "response_days",
        Shape::Number,
        "In how many working days you answer.",
    ),
];

const REPORT_CONCERN: &[Field] = &[
    Field::one("title", Shape::Plain, "The words of the link.").required(),
    Field::one("text", Shape::Markdown, "What to do."),
    Field::one("phone", Shape::Plain, "The number to ring."),
    Field::one("url", Shape::Plain, "Where to report."),
];

/// A menu entry: the name of a page, or a title with an address or further entries.
const NAVIGATION: Shape = Shape::TextOr("to", NAVIGATION_FIELDS);

static NAVIGATION_FIELDS: &[Field] = &[
    Field::one("title", Shape::Plain, "The words of the entry."),
    Field::one("to", Shape::Plain, "A page by its name, or a web address."),
    Field::many(
        "items",
        Shape::TextOr("to", NAVIGATION_ITEMS),
        "Entries below it.",
    ),
];

const NAVIGATION_ITEMS: &[Field] = &[
    Field::one("title", Shape::Plain, "The words of the entry."),
    Field::one("to", Shape::Plain, "A page by its name, or a web address.").required(),
];

const ACCESSIBILITY: &[Field] = &[
    Field::one(
        "compliance",
        Shape::OneOf(&["fully", "partially", "not"]),
        "Whether the site meets WCAG 2.2 AA: fully, partially or not.",
    )
    .required(),
    Field::one("prepared", Shape::Date, "When the statement was prepared.").required(),
    Field::one("reviewed", Shape::Date, "When it was last reviewed.").required(),
    Field::one("tested_by", Shape::Plain, "Who tested the site."),
    Field::one("tested_on", Shape::Date, "When."),
    Field::many(
        "known_issues",
        Shape::Markdown,
        "What is not accessible, why, and what to do instead.",
    ),
    Field::one(
        "enforcement",
        Shape::OneOf(&["GB", "NI"]),
        "Who enforces the law: GB (England, Scotland, Wales) or NI (Northern Ireland).",
    ),
];

const CHECK_FIELDS: &[Field] = &[Field::one(
    "level",
    Shape::OneOf(&["off", "warning", "error"]),
    "off, warning or error.",
)];

/// `index.md` as written.
#[derive(Clone, Debug)]
pub struct RawSite {
    /// Fields of every kind.
    pub common: RawCommon,
    /// The name of the site.
    pub title: Option<Spanned<String>>,
    /// The board.
    pub board: Option<RawBoard>,
    /// Where the site is published.
    pub site_url: Option<Spanned<String>>,
    /// Its language.
    pub language: Option<Spanned<String>>,
    /// Its other languages.
    pub languages: Vec<Spanned<String>>,
    /// The theme.
    pub theme: Option<Spanned<String>>,
    /// The brand colour.
    pub brand: Option<Spanned<String>>,
    /// The time zone.
    pub time_zone: Option<Spanned<String>>,
    /// The folder of the current plan.
    pub current_plan: Option<Spanned<String>>,
    /// How to reach the team.
    pub contact: Option<RawContact>,
    /// How to ask for other formats.
    pub alternative_formats: Option<RawProse>,
    /// What to do when worried.
    pub report_concern: Option<RawReportConcern>,
    /// Where the quick exit leads.
    pub quick_exit: Option<Spanned<String>>,
    /// The licence.
    pub licence: Option<Spanned<String>>,
    /// The text at the foot.
    pub footer: Option<RawProse>,
    /// The menu, where the author made one.
    pub navigation: Vec<RawMenuEntry>,
    /// The statement.
    pub accessibility: Option<RawAccessibility>,
    /// Levels of messages.
    pub checks: Vec<(Spanned<String>, Spanned<String>)>,
}

/// The board as written.
#[derive(Clone, Debug)]
pub struct RawBoard {
    /// Its full name.
    pub name: Option<Spanned<String>>,
    /// Its short name.
    pub short_name: Option<Spanned<String>>,
    /// Other names.
    pub aliases: Vec<Spanned<String>>,
    /// Its area.
    pub area: Option<Spanned<String>>,
    /// Its kind, in words.
    pub kind: Option<Spanned<String>>,
    /// Its website.
    pub website: Option<Spanned<String>>,
    /// When it was set up.
    pub established: Option<Spanned<PartialDate>>,
    /// Its logo: picture and words.
    pub logo: Option<(Spanned<String>, Spanned<String>)>,
}

/// A contact as written.
#[derive(Clone, Debug)]
pub struct RawContact {
    /// Who answers.
    pub team: Option<Spanned<String>>,
    /// E-mail.
    pub email: Option<Spanned<String>>,
    /// Telephone.
    pub phone: Option<Spanned<String>>,
    /// Post.
    pub address: Option<Spanned<String>>,
    /// Working days.
    pub response_days: Option<Spanned<i64>>,
}

/// What to do when worried, as written.
#[derive(Clone, Debug)]
pub struct RawReportConcern {
    /// The words of the link.
    pub title: Option<Spanned<String>>,
    /// What to do.
    pub text: Option<RawProse>,
    /// The number to ring.
    pub phone: Option<Spanned<String>>,
    /// Where to report.
    pub url: Option<Spanned<String>>,
}

/// A menu entry as written.
#[derive(Clone, Debug)]
pub struct RawMenuEntry {
    /// Its words.
    pub title: Option<Spanned<String>>,
    /// Where it leads.
    pub to: Option<Spanned<String>>,
    /// Entries below it.
    pub items: Vec<RawMenuEntry>,
}

/// The facts of the accessibility statement as written.
#[derive(Clone, Debug)]
pub struct RawAccessibility {
    /// `fully`, `partially` or `not`.
    pub compliance: Option<Spanned<String>>,
    /// When it was prepared.
    pub prepared: Option<Spanned<PartialDate>>,
    /// When it was reviewed.
    pub reviewed: Option<Spanned<PartialDate>>,
    /// Who tested.
    pub tested_by: Option<Spanned<String>>,
    /// When.
    pub tested_on: Option<Spanned<PartialDate>>,
    /// What is not accessible.
    pub known_issues: Vec<RawProse>,
    /// `GB` or `NI`.
    pub enforcement: Option<Spanned<String>>,
}

impl RawSite {
    /// Takes all fields out of a record.
    #[must_use]
    pub fn take(mut record: Record) -> Self {
        let record = &mut record;
        Self {
            common: RawCommon::take(record),
            title: record.text("title"),
            board: record.record("board").map(RawBoard::take),
            site_url: record.text("site_url"),
            language: record.text("language"),
            languages: record.texts("languages"),
            theme: record.text("theme"),
            brand: record
                .record("colours")
                .and_then(|mut colours| colours.text("brand")),
            time_zone: record.text("time_zone"),
            current_plan: record.text("current_plan"),
            contact: RawContact::take(record),
            alternative_formats: record.prose("alternative_formats"),
            report_concern: record
                .record("report_concern")
                .map(|mut concern| RawReportConcern {
                    title: concern.text("title"),
                    text: concern.prose("text"),
                    phone: concern.text("phone"),
                    url: concern.text("url"),
                }),
            quick_exit: record.text("quick_exit"),
            licence: record.text("licence"),
            footer: record.prose("footer"),
            navigation: RawMenuEntry::take(record, "navigation"),
            accessibility: record.record("accessibility").map(RawAccessibility::take),
            checks: record
                .dictionary("checks")
                .into_iter()
                .filter_map(|(code, mut entry)| Some((code, entry.text("level")?)))
                .collect(),
        }
    }
}

impl RawBoard {
    fn take(mut board: Record) -> Self {
        Self {
            name: board.text("name"),
            short_name: board.text("short_name"),
            aliases: board.texts("aliases"),
            area: board.text("area"),
            kind: board.text("type"),
            website: board.text("website"),
            established: board.date("established"),
            logo: board
                .record("logo")
                .and_then(|mut logo| Some((logo.text("image")?, logo.text("alt")?))),
        }
    }
}

impl RawContact {
    /// Takes `contact` out of a record that has it.
    pub fn take(record: &mut Record) -> Option<Self> {
        let mut contact = record.record("contact")?;
        Some(Self {
            team: contact.text("team"),
            email: contact.text("email"),
            phone: contact.text("phone"),
            address: contact.text("address"),
            response_days: contact.number("response_days"),
        })
    }
}

impl RawMenuEntry {
    fn take(record: &mut Record, name: &str) -> Vec<Self> {
        record
            .records(name)
            .into_iter()
            .map(|mut entry| Self {
                title: entry.text("title"),
                to: entry.text("to"),
                items: Self::take(&mut entry, "items"),
            })
            .collect()
    }
}

impl RawAccessibility {
    fn take(mut statement: Record) -> Self {
        Self {
            compliance: statement.text("compliance"),
            prepared: statement.date("prepared"),
            reviewed: statement.date("reviewed"),
            tested_by: statement.text("tested_by"),
            tested_on: statement.date("tested_on"),
            known_issues: statement.proses("known_issues"),
            enforcement: statement.text("enforcement"),
        }
    }
}

/// The fields of a contact, for members too.
pub(super) const CONTACT_FIELDS: &[Field] = CONTACT;
