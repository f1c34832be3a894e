//! A meeting is at a time that happens once. In the night when the clocks go forward an hour is
//! skipped, and when they go back one comes twice; a calendar cannot say which is meant.

use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::Site;

use super::diary::{Clocks, appointments, clock_change};

/// Each meeting that begins or ends in such an hour of the site's time zone.
pub fn check(site: &Site) -> Diagnostics {
    let zone = &site.settings.time_zone;
    appointments(site)
        .iter()
        .filter_map(|appointment| {
            let message = match clock_change(site, appointment)? {
                Clocks::Skip => format!(
                    "The clocks go forward on this day ({zone}), and the time of this meeting is in the hour that they skip"
                ),
                Clocks::Repeat => format!(
                    "The clocks go back on this day ({zone}), and the time of this meeting comes twice"
                ),
            };
            Some(Diagnostic::new(
                &codes::NONEXISTENT_HOUR,
                appointment.meeting.span,
                message,
                "Check the date and the time. If the board meets elsewhere, correct \u{201c}time_zone\u{201d} in index.md.",
            ))
        })
        .collect()
}
