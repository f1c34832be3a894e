//! What is wrong with a plan as a whole, beyond what its files say one by one: one file per check.
//!
//! A check looks at the finished [`Site`] and changes nothing. To add one: a file here, a line in
//! [`CHECKS`], a code in `diagnostic/codes.rs`, and a page in `tests/checks/`, which is also what
//! `boardplan explain` prints.

pub mod explain;
pub mod expansions;
pub mod overdue;

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

use crate::diagnostic::{Code, Diagnostics, codes};
use crate::model::Site;
use crate::strings::Strings;

/// A rule: the codes of its messages, and what finds everything on a site that breaks it.
pub struct Check(&'static [&'static Code], fn(&Site) -> Diagnostics);

/// All checks.
pub const CHECKS: &[Check] = &[
    // References
    Check(&[&codes::SAME_REF], same_ref::check),
    Check(&[&codes::SAME_PRIORITY_REF], same_priority_ref::check),
    Check(&[&codes::GAP_IN_REFS], gap_in_refs::check),
    Check(&[&codes::REF_DIFFERS], ref_differs::check),
    Check(&[&codes::SAME_ADDRESS], old_address::check),
    // Time
    Check(&[&codes::UNCLEAR_TIMESCALE], unclear_timescale::check),
    Check(&[&codes::TIMESCALE_ORDER], timescale_order::check),
    Check(&[&codes::OUTSIDE_PLAN], outside_plan::check),
    Check(&[&codes::ENDED_PLAN], ended_plan::check),
    Check(&[&codes::PAST_REVIEW], past_review::check),
    Check(
        &[&codes::STATEMENT_PAST_REVIEW],
        statement_past_review::check,
    ),
    // Meetings
    Check(&[&codes::WEEKEND_MEETING], weekend_meeting::check),
    Check(&[&codes::BANK_HOLIDAY_MEETING], bank_holiday_meeting::check),
    Check(
        &[&codes::MEETING_OUTSIDE_PERIOD],
        meeting_outside_period::check,
    ),
    Check(&[&codes::SAME_MEETING], same_meeting::check),
    Check(&[&codes::CLASHING_MEETINGS], clashing_meetings::check),
    Check(&[&codes::NONEXISTENT_HOUR], nonexistent_hour::check),
    Check(&[&codes::FEWER_MEETINGS], fewer_meetings::check),
    // The plan's health
    Check(&[&codes::MISSING_TITLE], missing_title::check),
    Check(&[&codes::NO_LEAD], no_lead::check),
    Check(&[&codes::NO_DATE], no_date::check),
    Check(&[&codes::NO_MEASURE], no_measure::check),
    Check(&[&codes::OVERDUE], overdue::check),
    Check(&[&codes::NO_PROGRESS], no_progress::check),
    Check(&[&codes::NO_PRIORITIES], no_priorities::check),
    Check(
        &[&codes::PRIORITY_WITHOUT_ACTIONS],
        priority_without_actions::check,
    ),
    Check(
        &[&codes::STRATEGIC_WITH_ACTIONS],
        strategic_with_actions::check,
    ),
    // Groups and words
    Check(&[&codes::REPORTING_LOOP], reporting_loop::check),
    Check(&[&codes::SAME_ABBREVIATION], same_abbreviation::check),
    Check(
        &[&codes::UNEXPLAINED_ABBREVIATION],
        unexplained_abbreviation::check,
    ),
    Check(&[&codes::UNUSED_TERM], unused_term::check),
    Check(&[&codes::LONG_SENTENCE], long_sentence::check),
    // The look, and files
    Check(
        &[&codes::BRAND_CONTRAST_LOW, &codes::BRAND_CONTRAST_TOO_LOW],
        brand_contrast::check,
    ),
    Check(&[&codes::UNUSED_FILE], unused_file::check),
    Check(&[&codes::LARGE_FILE], large_file::check),
];

/// Everything that the checks find on a site, at its date [`Site::as_of`]. Which words to avoid is
/// said by the theme, with its own words.
#[must_use]
pub fn check(site: &Site, strings: &Strings) -> Diagnostics {
    check_for(site, strings, |_| true)
}

/// As [`check`], with those checks only of which some code is wanted.
#[must_use]
pub fn check_for(
    site: &Site,
    strings: &Strings,
    is_wanted: impl Fn(&Code) -> bool + Sync,
) -> Diagnostics {
    let (found, words): (Vec<Diagnostics>, Diagnostics) = rayon::join(
        || {
            CHECKS
                .par_iter()
                // One by one: a few take longer than all others, and they stand together.
                .with_max_len(1)
                .filter(|Check(codes, _)| codes.iter().any(|code| is_wanted(code)))
                .map(|Check(codes, find)| {
                    let found = find(site);
                    debug_assert!(found.iter().all(|found| codes.contains(&found.code)));
                    found
                })
                .collect()
        },
        || {
            if is_wanted(&codes::WORD_TO_AVOID) {
                word_to_avoid::check(site, strings)
            } else {
                Diagnostics::new()
            }
        },
    );
    found.into_iter().flatten().chain(words).collect()
}
