//! The board and the site.

use crate::colour::Colour;
use crate::dates::PartialDate;
use crate::diagnostic::{Code, Severity};
use crate::source::{FileId, Span, Spanned};

use super::{PageFacts, Prose, Target, WebAddress};

/// What `index.md` settles for the whole site.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The default language (BCP 47).
    pub language: String,
    /// The languages of translations.
    pub languages: Vec<String>,
    /// The address of the site, ending in `/`.
    pub site_url: Option<String>,
    /// The name of the theme.
    pub theme: Spanned<String>,
    /// The board's colour, as `#rrggbb`.
    pub brand: Option<Spanned<String>>,
    /// The time zone, an IANA name.
    pub time_zone: String,
    /// Codes whose severity the author changed; `None` turns a code off.
    pub checks: Vec<(&'static Code, Option<Severity>)>,
}

impl Settings {
    /// The board's colour, where it chose one that can be read.
    #[must_use]
    pub fn brand_colour(&self) -> Option<Colour> {
        Colour::parse(&self.brand.as_ref()?.value)
    }
}

/// The first page, and what it says of the board, in one language.
#[derive(Clone, Debug)]
pub struct Home {
    /// What every page has.
    pub page: PageFacts,
    /// The name of the site, where it is not the board's.
    pub title: Option<String>,
    /// The board.
    pub board: Board,
    /// How to reach the board's team.
    pub contact: Option<Contact>,
    /// How to ask for other formats.
    pub alternative_formats: Option<Prose>,
    /// What to do when worried about somebody.
    pub report_concern: Option<ReportConcern>,
    /// Where the quick exit leads.
    pub quick_exit: Option<WebAddress>,
    /// The licence: an identifier, or words.
    pub licence: Option<String>,
    /// A text at the foot of every page.
    pub footer: Option<Prose>,
    /// The menu, where the author made one.
    pub navigation: Vec<MenuEntry>,
    /// The accessibility statement.
    pub accessibility: Option<Accessibility>,
}

/// The board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Board {
    /// Its full name.
    pub name: String,
    /// Its short name.
    pub short_name: Option<Spanned<String>>,
    /// Other names.
    pub aliases: Vec<Spanned<String>>,
    /// Its area.
    pub area: Option<String>,
    /// What kind of board it is, in words.
    pub kind: Option<String>,
    /// Its website.
    pub website: Option<WebAddress>,
    /// When it was set up.
    pub established: Option<PartialDate>,
    /// Its logo, and the logo in words.
    pub logo: Option<(FileId, String)>,
}

/// How to reach somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Who answers.
    pub team: Option<String>,
    /// An e-mail address.
    pub email: Option<String>,
    /// A telephone number.
    pub phone: Option<String>,
    /// A postal address, as written.
    pub address: Option<String>,
    /// Working days until an answer.
    pub response_days: Option<i64>,
}

/// What to do when worried about somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportConcern {
    /// The words of the link.
    pub title: String,
    /// What to do.
    pub text: Option<Prose>,
    /// The number to ring.
    pub phone: Option<String>,
    /// Where to report: a web address or a page.
    pub url: Option<WebAddress>,
}

/// An entry of the menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MenuEntry {
    /// Its words, where the author gave them.
    pub title: Option<String>,
    /// Where it leads.
    pub target: Option<Target>,
    /// Entries below it.
    pub items: Vec<MenuEntry>,
}

/// The facts of the accessibility statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accessibility {
    /// How far the site meets WCAG 2.2 AA.
    pub compliance: Compliance,
    /// When the statement was prepared.
    pub prepared: PartialDate,
    /// When it was last reviewed.
    pub reviewed: PartialDate,
    /// Where that stands.
    pub span: Span,
    /// Who tested.
    pub tested_by: Option<String>,
    /// When.
    pub tested_on: Option<PartialDate>,
    /// What is not accessible.
    pub known_issues: Vec<Prose>,
    /// Who enforces the law.
    pub enforcement: Enforcement,
}

/// How far the site meets WCAG 2.2 AA (the words of the UK model statement).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compliance {
    /// Fully compliant.
    Fully,
    /// Partially compliant.
    Partially,
    /// Not compliant.
    Not,
}

/// Who enforces the accessibility regulations (SI 2018/952).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enforcement {
    /// The Equality and Human Rights Commission, with the EASS for advice.
    GreatBritain,
    /// The Equality Commission for Northern Ireland.
    NorthernIreland,
}
