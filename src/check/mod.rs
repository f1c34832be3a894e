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

/// A rule: the codes of its messages, and what finds everything that breaks it.
pub struct Check(&'static [&'static Code], Find);

/// What a check looks at.
enum Find {
    InSite(fn(&Site) -> Diagnostics),
    /// Which words are meant is said by the theme, with its own words.
    WithWords(fn(&Site, &Strings) -> Diagnostics),
}

use Find::{InSite, WithWords};

impl Check {
    fn is_of(&self, is_wanted: impl Fn(&Code) -> bool) -> bool {
        self.0.iter().any(|code| is_wanted(code))
    }

    fn run(&self, site: &Site, strings: &Strings) -> Diagnostics {
        let found = match self.1 {
            InSite(find) => find(site),
            WithWords(find) => find(site, strings),
        };
        debug_assert!(found.iter().all(|found| self.0.contains(&found.code)));
        found
    }
}

/// All checks.
pub const CHECKS: &[Check] = &[
    // References
    Check(&[&codes::SAME_REF], InSite(same_ref::check)),
    Check(
        &[&codes::SAME_PRIORITY_REF],
        InSite(same_priority_ref::check),
    ),
    Check(&[&codes::GAP_IN_REFS], InSite(gap_in_refs::check)),
    Check(&[&codes::REF_DIFFERS], InSite(ref_differs::check)),
    Check(&[&codes::SAME_ADDRESS], InSite(old_address::check)),
    // Time
    Check(
        &[&codes::UNCLEAR_TIMESCALE],
        InSite(unclear_timescale::check),
    ),
    Check(&[&codes::TIMESCALE_ORDER], InSite(timescale_order::check)),
    Check(&[&codes::OUTSIDE_PLAN], InSite(outside_plan::check)),
    Check(&[&codes::ENDED_PLAN], InSite(ended_plan::check)),
    Check(&[&codes::PAST_REVIEW], InSite(past_review::check)),
    Check(
        &[&codes::STATEMENT_PAST_REVIEW],
        InSite(statement_past_review::check),
    ),
    // Meetings
    Check(&[&codes::WEEKEND_MEETING], InSite(weekend_meeting::check)),
    Check(
        &[&codes::BANK_HOLIDAY_MEETING],
        InSite(bank_holiday_meeting::check),
    ),
    Check(
        &[&codes::MEETING_OUTSIDE_PERIOD],
        InSite(meeting_outside_period::check),
    ),
    Check(&[&codes::SAME_MEETING], InSite(same_meeting::check)),
    Check(
        &[&codes::CLASHING_MEETINGS],
        InSite(clashing_meetings::check),
    ),
    Check(&[&codes::NONEXISTENT_HOUR], InSite(nonexistent_hour::check)),
    Check(&[&codes::FEWER_MEETINGS], InSite(fewer_meetings::check)),
    // The plan's health
    Check(&[&codes::MISSING_TITLE], InSite(missing_title::check)),
    Check(&[&codes::NO_LEAD], InSite(no_lead::check)),
    Check(&[&codes::NO_DATE], InSite(no_date::check)),
    Check(&[&codes::NO_MEASURE], InSite(no_measure::check)),
    Check(&[&codes::OVERDUE], InSite(overdue::check)),
    Check(&[&codes::NO_PROGRESS], InSite(no_progress::check)),
    Check(&[&codes::NO_PRIORITIES], InSite(no_priorities::check)),
    Check(
        &[&codes::PRIORITY_WITHOUT_ACTIONS],
        InSite(priority_without_actions::check),
    ),
    Check(
        &[&codes::STRATEGIC_WITH_ACTIONS],
        InSite(strategic_with_actions::check),
    ),
    // Groups and words
    Check(&[&codes::REPORTING_LOOP], InSite(reporting_loop::check)),
    Check(
        &[&codes::SAME_ABBREVIATION],
        InSite(same_abbreviation::check),
    ),
    Check(
        &[&codes::UNEXPLAINED_ABBREVIATION],
        InSite(unexplained_abbreviation::check),
    ),
    Check(&[&codes::UNUSED_TERM], InSite(unused_term::check)),
    Check(&[&codes::LONG_SENTENCE], InSite(long_sentence::check)),
    Check(&[&codes::WORD_TO_AVOID], WithWords(word_to_avoid::check)),
    // The look, and files
    Check(
        &[&codes::BRAND_CONTRAST_LOW, &codes::BRAND_CONTRAST_TOO_LOW],
        InSite(brand_contrast::check),
    ),
    Check(&[&codes::UNUSED_FILE], InSite(unused_file::check)),
    Check(&[&codes::LARGE_FILE], InSite(large_file::check)),
];

/// Everything that the checks find on a site, at its date [`Site::as_of`].
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
    let found: Vec<Diagnostics> = CHECKS
        .par_iter()
        // One by one: a few take longer than all others, and they stand together.
        .with_max_len(1)
        .filter(|check| check.is_of(&is_wanted))
        .map(|check| check.run(site, strings))
        .collect();
    found.into_iter().flatten().collect()
}
