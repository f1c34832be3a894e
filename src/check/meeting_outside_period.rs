//! A meeting is within the period of its file (content format §9). One outside it is most often a
//! mistyped year.

use crate::dates::{PartialDate, Years};
use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::{Cycle, Localised, Meeting, Site, When};

/// Each meeting outside the period of its file.
pub fn check(site: &Site) -> Diagnostics {
    let mut messages = Diagnostics::new();
    for cycle in site.cycles.values().flat_map(Localised::versions) {
        let Some(period) = &cycle.period else {
            continue;
        };
        let meetings = cycle.series.iter().flat_map(|series| &series.meetings);
        for meeting in meetings.filter(|meeting| is_outside(cycle, meeting)) {
            messages.push(Diagnostic::new(
                &codes::MEETING_OUTSIDE_PERIOD,
                meeting.span,
                format!(
                    "\u{201c}{}\u{201d} is outside the period of this file, {}",
                    meeting.written, period.value.text
                ),
                "Check the year, or the \u{201c}period\u{201d} at the top of the file.",
            ));
        }
    }
    messages
}

/// Whether no day that a meeting can be on is within the period of its file.
pub fn is_outside(cycle: &Cycle, meeting: &Meeting) -> bool {
    let date = match meeting.when {
        When::Day(day) => PartialDate::Day(day),
        When::Month { year, month } => PartialDate::Month { year, month },
        When::Unclear => return false,
    };
    let years = Years::default();
    cycle.period.as_ref().is_some_and(|period| {
        date.last_day(years) < period.value.from || date.first_day(years) > period.value.to
    })
}
