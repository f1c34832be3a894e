//! What is wrong with a plan as a whole, beyond what its files say one by one: one file per check.
//!
//! A check looks at the finished [`Site`] and changes nothing. To add one: a file here, a line in
//! [`CHECKS`], a code in `diagnostic/codes.rs`, and a page in `tests/checks/`, which is also what
//! `boardplan explain` prints.

pub mod explain;

mod diary;
mod health;
mod texts;
mod words;

mod brand_contrast;
mod clashing_meetings;
mod ended_plan;
mod gap_in_refs;
mod large_file;
mod meeting_outside_period;
mod missing_title;
mod no_date;
mod no_lead;
mod no_measure;
mod no_priorities;
mod no_progress;
mod nonexistent_hour;
mod outside_plan;
mod overdue;
mod past_review;
mod priority_without_actions;
mod ref_differs;
mod reporting_loop;
mod same_abbreviation;
mod same_meeting;
mod same_priority_ref;
mod same_ref;
mod statement_past_review;
mod strategic_with_actions;
mod timescale_order;
mod unclear_timescale;
mod unexplained_abbreviation;
mod unused_file;
mod unused_term;
mod weekend_meeting;

use rayon::prelude::*;

use crate::diagnostic::Diagnostics;
use crate::model::Site;

/// A rule: everything on a site that breaks it.
pub type Check = fn(&Site) -> Diagnostics;

/// What must have been read for a rule to be fair. A rule about what is *not there* says nothing
/// where it may be missing only because it could not be read: that has its own message.
#[derive(Clone, Copy, Debug)]
pub enum Needs {
    /// It looks only at what is there.
    Nothing,
    /// These fields of the page that its message stands in.
    Page(&'static [&'static str]),
    /// These fields of every page.
    Site(&'static [&'static str]),
    /// All that anybody wrote.
    Everything,
}

/// All checks.
pub const CHECKS: &[(Check, Needs)] = &[
    // References
    (same_ref::check, Needs::Nothing),
    (same_priority_ref::check, Needs::Nothing),
    (gap_in_refs::check, Needs::Site(&["ref"])),
    (ref_differs::check, Needs::Page(&["ref"])),
    // Time
    (unclear_timescale::check, Needs::Nothing),
    (timescale_order::check, Needs::Nothing),
    (outside_plan::check, Needs::Nothing),
    (ended_plan::check, Needs::Site(&["period", "state"])),
    (
        past_review::check,
        Needs::Page(&["reviewed", "next_review", "review_by", "updated"]),
    ),
    (
        statement_past_review::check,
        Needs::Page(&["accessibility", "prepared", "reviewed"]),
    ),
    // Meetings
    (weekend_meeting::check, Needs::Nothing),
    (meeting_outside_period::check, Needs::Nothing),
    (same_meeting::check, Needs::Nothing),
    (clashing_meetings::check, Needs::Nothing),
    (nonexistent_hour::check, Needs::Nothing),
    // The plan's health
    (missing_title::check, Needs::Page(&["title"])),
    (no_lead::check, Needs::Page(&["lead", "tasks"])),
    (no_date::check, Needs::Page(&["due", "tasks"])),
    (
        no_measure::check,
        Needs::Page(&["measures", "measure", "impact", "tasks"]),
    ),
    (
        overdue::check,
        Needs::Page(&["status", "due", "tasks", "progress"]),
    ),
    (
        no_progress::check,
        Needs::Page(&["progress", "date", "note", "status"]),
    ),
    (no_priorities::check, Needs::Everything),
    (priority_without_actions::check, Needs::Everything),
    (strategic_with_actions::check, Needs::Nothing),
    // Groups and words
    (reporting_loop::check, Needs::Nothing),
    (same_abbreviation::check, Needs::Nothing),
    (
        unexplained_abbreviation::check,
        Needs::Site(&[
            "terms",
            "term",
            "abbreviation",
            "aliases",
            "name",
            "short_name",
        ]),
    ),
    (unused_term::check, Needs::Everything),
    // The look, and files
    (brand_contrast::check, Needs::Nothing),
    (unused_file::check, Needs::Everything),
    (large_file::check, Needs::Nothing),
];

/// Everything that the checks find on a site, at its date [`Site::as_of`].
#[must_use]
pub fn check(site: &Site) -> Diagnostics {
    let found: Vec<Diagnostics> = CHECKS
        .par_iter()
        .map(|(check, needs)| fair(check(site), *needs, site))
        .collect();
    found.into_iter().flatten().collect()
}

/// The messages that stand although something could not be read.
fn fair(messages: Diagnostics, needs: Needs, site: &Site) -> Diagnostics {
    let lost_anywhere = |fields: &[&str]| site.lost.values().any(|lost| lost.holds_any(fields));
    match needs {
        Needs::Nothing => messages,
        Needs::Everything if site.lost.is_empty() => messages,
        Needs::Site(fields) if !lost_anywhere(fields) => messages,
        Needs::Everything | Needs::Site(_) => Diagnostics::new(),
        Needs::Page(fields) => messages.filter_map(|message| {
            let lost = message.file().and_then(|file| site.lost.get(&file));
            (!lost.is_some_and(|lost| lost.holds_any(fields))).then_some(message)
        }),
    }
}
