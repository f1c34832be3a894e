//! Boards meet on working days (content format §9). A Saturday or Sunday is most often a date that
//! was copied from another year.

use jiff::civil::Weekday;

use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::Site;

use super::diary::{appointments, clock_change};
use super::meeting_outside_period::is_outside;

/// Each meeting at a weekend, where no other message of the same day says more.
pub fn check(site: &Site) -> Diagnostics {
    appointments(site)
        .into_iter()
        .filter(|appointment| {
            !is_outside(appointment.cycle, appointment.meeting)
                && clock_change(site, appointment).is_none()
        })
        .filter_map(|appointment| {
            let day = match appointment.day.weekday() {
                Weekday::Saturday => "Saturday",
                Weekday::Sunday => "Sunday",
                _ => return None,
            };
            Some(Diagnostic::new(
                &codes::WEEKEND_MEETING,
                appointment.meeting.span,
                format!("\u{201c}{}\u{201d} is a {day}", appointment.meeting.written),
                "Check the date. If the board does meet at weekends, type \u{201c}weekend-meeting: off\u{201d} under \u{201c}checks\u{201d} in index.md.",
            ))
        })
        .collect()
}
