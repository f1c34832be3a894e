//! The meetings of a site as one list.

use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, TimeZone};

use crate::dates::{Date, TimeRange};
use crate::model::{Cycle, Localised, Meeting, Series, Site, State};

/// A meeting on a day, and where it belongs.
#[derive(Clone, Copy)]
pub struct Appointment<'s> {
    /// The file of its cycle.
    pub cycle: &'s Cycle,
    /// The meetings of its group.
    pub series: &'s Series,
    /// The meeting.
    pub meeting: &'s Meeting,
    /// Its day.
    pub day: Date,
}

/// The meetings that will take place, or did, on a known day, in the order of their places.
pub fn appointments(site: &Site) -> Vec<Appointment<'_>> {
    let mut found: Vec<Appointment<'_>> = site
        .cycles
        .values()
        .flat_map(Localised::versions)
        .flat_map(|cycle| cycle.series.iter().map(move |series| (cycle, series)))
        .flat_map(|(cycle, series)| {
            series.meetings.iter().filter_map(move |meeting| {
                let day = meeting.when.day()?;
                Some(Appointment {
                    cycle,
                    series,
                    meeting,
                    day,
                })
            })
        })
        .filter(|appointment| appointment.meeting.state != State::Cancelled)
        .collect();
    found.sort_by_key(|appointment| appointment.meeting.span);
    // A translation shares the dates of its original.
    found.dedup_by_key(|appointment| appointment.meeting.span);
    found
}

impl Appointment<'_> {
    /// Whether two meetings on one day surely overlap. Of one without a time it is not known.
    pub fn overlaps(&self, other: &Appointment<'_>) -> bool {
        match (self.meeting.time, other.meeting.time) {
            (Some(one), Some(two)) if self.day == other.day => {
                one.start == two.start || holds(one, two) || holds(two, one)
            }
            _ => false,
        }
    }

    /// How a message names it: the group in the author's words, and the file.
    pub fn name(&self) -> String {
        format!(
            "{} (content/{})",
            self.series.words.value, self.cycle.page.path
        )
    }
}

/// Whether a meeting begins while another goes on. One without an end is only its start.
fn holds(one: TimeRange, other: TimeRange) -> bool {
    one.end
        .is_some_and(|end| one.start <= other.start && other.start < end)
}

/// What the clocks do at a time of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clocks {
    /// They go forward over it.
    Skip,
    /// They go back over it.
    Repeat,
}

/// What the clocks of a site do at the start or the end of a meeting, where it is anything.
pub fn clock_change(site: &Site, appointment: &Appointment<'_>) -> Option<Clocks> {
    let zone = TimeZone::get(&site.settings.time_zone).ok()?;
    let time = appointment.meeting.time?;
    [Some(time.start), time.end]
        .into_iter()
        .flatten()
        .find_map(|time| change_at(&zone, appointment.day.to_datetime(time)))
}

fn change_at(zone: &TimeZone, at: DateTime) -> Option<Clocks> {
    match zone.to_ambiguous_timestamp(at).offset() {
        AmbiguousOffset::Unambiguous { .. } => None,
        AmbiguousOffset::Gap { .. } => Some(Clocks::Skip),
        AmbiguousOffset::Fold { .. } => Some(Clocks::Repeat),
    }
}
