//! Offices are shut on a bank holiday, and most members cannot come. The nation follows from the
//! board ([`crate::model::Site::nation`]); where it is none, nothing is said.

use crate::dates::bank_holiday_on;
use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::Site;

use super::diary::{appointments, clock_change};
use super::meeting_outside_period::is_outside;

/// Each meeting on a bank holiday, where no other message of the same day says more.
pub fn check(site: &Site) -> Diagnostics {
    let Some(nation) = site.nation() else {
        return Diagnostics::new();
    };
    appointments(site)
        .into_iter()
        .filter(|appointment| {
            !is_outside(appointment.cycle, appointment.meeting)
                && clock_change(site, appointment).is_none()
        })
        .filter_map(|appointment| {
            let holiday = bank_holiday_on(nation, appointment.day)?;
            let instead = if holiday.is_substitute {
                ", kept on this day"
            } else {
                ""
            };
            Some(Diagnostic::new(
                &codes::BANK_HOLIDAY_MEETING,
                appointment.meeting.span,
                format!(
                    "\u{201c}{}\u{201d} is a bank holiday in {}: {}{instead}",
                    appointment.meeting.written,
                    nation.name(),
                    holiday.name
                ),
                "Check the date. If the board does meet on bank holidays, type \u{201c}bank-holiday-meeting: off\u{201d} under \u{201c}checks\u{201d} in index.md.",
            ))
        })
        .collect()
}
