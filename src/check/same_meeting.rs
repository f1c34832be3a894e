//! A meeting stands once (content format §9). Twice, it would be two entries in every calendar.

use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::Site;

use super::diary::{Appointment, appointments};

/// Each meeting of a group on a day on which the same group already meets at that time.
pub fn check(site: &Site) -> Diagnostics {
    let appointments = appointments(site);
    let mut messages = Diagnostics::new();
    for (index, later) in appointments.iter().enumerate() {
        let earlier = appointments[..index]
            .iter()
            .find(|earlier| is_same(earlier, later));
        if let Some(earlier) = earlier {
            messages.push(
                Diagnostic::new(
                    &codes::SAME_MEETING,
                    later.meeting.span,
                    format!(
                        "\u{201c}{}\u{201d} stands twice for {}",
                        later.meeting.written,
                        earlier.name()
                    ),
                    "Delete one of the two, or correct its date. Two meetings on one day need different times.",
                )
                .with_secondary(earlier.meeting.span, "the first one"),
            );
        }
    }
    messages
}

/// Two meetings on one day are told apart by their times only.
fn is_same(one: &Appointment<'_>, other: &Appointment<'_>) -> bool {
    let same_group = match (one.series.group, other.series.group) {
        (Some(one), Some(other)) => one == other,
        (None, None) => one.series.words.value == other.series.words.value,
        _ => false,
    };
    let has_times = one.meeting.time.is_some() && other.meeting.time.is_some();
    same_group && one.day == other.day && (!has_times || one.overlaps(other))
}
