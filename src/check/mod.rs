//! What is wrong with a plan as a whole, beyond what its files say one by one: one file per check.
//!
//! A check looks at the finished [`Site`] and changes nothing. To add one: a file here, a line in
//! [`CHECKS`], a code in `diagnostic/codes.rs`, and a page in `tests/checks/`, which is also what
//! `boardplan explain` prints.

pub mod explain;
pub mod expansions;
pub mod texts;

mod diary;
mod lacking;
mod sentences;
mod words;

mod bank_holiday_meeting;
mod brand_contrast;
mod clashing_meetings;
mod ended_plan;
mod fewer_meetings;
mod gap_in_refs;
mod large_file;
mod long_sentence;
mod meeting_outside_period;
mod missing_title;
mod no_date;
mod no_lead;
mod no_measure;
mod no_priorities;
mod no_progress;
mod nonexistent_hour;
mod old_address;
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
mod word_to_avoid;

use rayon::prelude::*;

use crate::diagnostic::Diagnostics;
use crate::model::Site;
use crate::strings::Strings;

/// A rule: everything on a site that breaks it.
pub type Check = fn(&Site) -> Diagnostics;

/// All checks.
pub const CHECKS: &[Check] = &[
    // References
    same_ref::check,
    same_priority_ref::check,
    gap_in_refs::check,
    ref_differs::check,
    old_address::check,
    // Time
    unclear_timescale::check,
    timescale_order::check,
    outside_plan::check,
    ended_plan::check,
    past_review::check,
    statement_past_review::check,
    // Meetings
    weekend_meeting::check,
    bank_holiday_meeting::check,
    meeting_outside_period::check,
    same_meeting::check,
    clashing_meetings::check,
    nonexistent_hour::check,
    fewer_meetings::check,
    // The plan's health
    missing_title::check,
    no_lead::check,
    no_date::check,
    no_measure::check,
    overdue::check,
    no_progress::check,
    no_priorities::check,
    priority_without_actions::check,
    strategic_with_actions::check,
    // Groups and words
    reporting_loop::check,
    same_abbreviation::check,
    unexplained_abbreviation::check,
    unused_term::check,
    long_sentence::check,
    // The look, and files
    brand_contrast::check,
    unused_file::check,
    large_file::check,
];

/// Everything that the checks find on a site, at its date [`Site::as_of`]. Which words to avoid is
/// said by the theme, with its own words.
#[must_use]
pub fn check(site: &Site, strings: &Strings) -> Diagnostics {
    let (found, words): (Vec<Diagnostics>, Diagnostics) = rayon::join(
        || CHECKS.par_iter().map(|check| check(site)).collect(),
        || word_to_avoid::check(site, strings),
    );
    found.into_iter().flatten().chain(words).collect()
}
