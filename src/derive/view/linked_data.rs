//! Meetings and terms for search engines: facts only, no format.

use crate::output::OutputPath;

/// All meetings with a certain day.
#[derive(Clone, Debug)]
pub struct MeetingsData {
    /// Where they are published: `data/meetings.jsonld`.
    pub path: OutputPath,
    /// The language of the texts (BCP 47).
    pub language: String,
    /// The meetings, in the order of time.
    pub meetings: Vec<MeetingFacts>,
}

/// One meeting. Times are dates, or local times with their distance from UTC (ISO 8601).
#[derive(Clone, Debug)]
pub struct MeetingFacts {
    /// What it is: "Training Group: meeting".
    pub name: String,
    /// When it begins.
    pub start: String,
    /// When it ends, where that is known.
    pub end: Option<String>,
    /// Whether it takes place as planned.
    pub progress: Progress,
    /// The day it was moved from.
    pub previous_start: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// Whether people can join from elsewhere.
    pub online: bool,
    /// The address at which they do.
    pub online_address: Option<String>,
    /// The group that meets.
    pub organizer: String,
    /// The absolute address of the group's page, where `site_url` is set.
    pub organizer_url: Option<String>,
    /// The absolute address of the meeting, where `site_url` is set.
    pub url: Option<String>,
}

/// Whether a meeting takes place as planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// It does.
    Planned,
    /// On another day.
    Moved,
    /// It does not take place.
    Cancelled,
}

/// The glossary of one language.
#[derive(Clone, Debug)]
pub struct GlossaryData {
    /// Where it is published: `data/glossary.jsonld`.
    pub path: OutputPath,
    /// The language (BCP 47).
    pub language: String,
    /// The title of the glossary.
    pub name: String,
    /// Its absolute address, where `site_url` is set.
    pub url: Option<String>,
    /// The terms, in the author's order.
    pub terms: Vec<TermFacts>,
}

/// One term.
#[derive(Clone, Debug)]
pub struct TermFacts {
    /// The term.
    pub name: String,
    /// Its abbreviation.
    pub abbreviation: Option<String>,
    /// Other words for it.
    pub aliases: Vec<String>,
    /// What it means, in plain text.
    pub meaning: Option<String>,
    /// The absolute address of its entry, where `site_url` is set.
    pub url: Option<String>,
}
