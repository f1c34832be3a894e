//! The rules of a time zone, as far as the events of a calendar need them.

use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, ToSpan};

use crate::render::ics::lines::Lines;
use crate::render::ics::local;

/// Adds a `VTIMEZONE` (RFC 5545 §3.6.5) that is true from `first` to `last`, both local times.
///
/// Each change of the clock in that time is written out, with the one before it, rather than as
/// a rule that repeats: any zone of the world can be written so, whatever its history.
pub(super) fn push(
    lines: &mut Lines,
    name: &str,
    zone: &TimeZone,
    first: DateTime,
    last: DateTime,
) {
    lines.push("BEGIN", "VTIMEZONE");
    lines.push("TZID", name);
    let changes = changes(zone, first, last);
    for change in &changes {
        change.push(lines);
    }
    lines.push("END", "VTIMEZONE");
}

/// The clock from a moment on.
struct Change {
    /// Local time by the clock before the change.
    begins: DateTime,
    before: Offset,
    after: Offset,
    abbreviation: String,
    is_summer: bool,
}

impl Change {
    fn push(&self, lines: &mut Lines) {
        let kind = if self.is_summer {
            "DAYLIGHT"
        } else {
            "STANDARD"
        };
        lines.push("BEGIN", kind);
        lines.push("TZNAME", &self.abbreviation);
        lines.push("TZOFFSETFROM", &written(self.before));
        lines.push("TZOFFSETTO", &written(self.after));
        lines.push("DTSTART", &local(self.begins));
        lines.push("END", kind);
    }
}

fn changes(zone: &TimeZone, first: DateTime, last: DateTime) -> Vec<Change> {
    let moment = |time: DateTime| {
        zone.to_ambiguous_zoned(time)
            .compatible()
            .map_or(Timestamp::UNIX_EPOCH, |moment| moment.timestamp())
    };
    let (first, last) = (moment(first), moment(last));
    // `preceding` leaves out a change at the very moment, so it is asked from one second later.
    let after_first = first.checked_add(1.second()).unwrap_or(first);
    let start = zone
        .preceding(after_first)
        .next()
        .map(|transition| transition.timestamp())
        // Clocks of long ago differed by minutes and seconds, which some programs cannot read.
        .filter(|moment| *moment >= Timestamp::UNIX_EPOCH);
    let mut changes: Vec<Change> = match start {
        Some(start) => vec![change_at(zone, start)],
        // The zone has not changed for long: its clock holds since 1970.
        None => {
            let info = zone.to_offset_info(first);
            vec![Change {
                begins: jiff::civil::date(1970, 1, 1).at(0, 0, 0, 0),
                before: info.offset(),
                after: info.offset(),
                abbreviation: info.abbreviation().to_owned(),
                is_summer: info.dst().is_dst(),
            }]
        }
    };
    changes.extend(
        zone.following(first)
            .map(|transition| transition.timestamp())
            .take_while(|moment| *moment <= last)
            .map(|moment| change_at(zone, moment)),
    );
    changes
}

fn change_at(zone: &TimeZone, moment: Timestamp) -> Change {
    let just_before = moment.checked_sub(1.second()).unwrap_or(moment);
    let before = zone.to_offset(just_before);
    let info = zone.to_offset_info(moment);
    Change {
        begins: before.to_datetime(moment),
        before,
        after: info.offset(),
        abbreviation: info.abbreviation().to_owned(),
        is_summer: info.dst().is_dst(),
    }
}

/// `+0100`, with seconds where a clock of old had them (§3.3.14).
fn written(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let (hours, minutes, rest) = (
        seconds.abs() / 3600,
        seconds.abs() / 60 % 60,
        seconds.abs() % 60,
    );
    if rest == 0 {
        format!("{sign}{hours:02}{minutes:02}")
    } else {
        format!("{sign}{hours:02}{minutes:02}{rest:02}")
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn zone_text(name: &str, first: DateTime, last: DateTime) -> Vec<String> {
        let mut lines = Lines::default();
        push(&mut lines, name, &TimeZone::get(name).unwrap(), first, last);
        lines
            .into_text()
            .split_terminator("\r\n")
            .map(str::to_owned)
            .collect()
    }

    #[test]
    fn london_has_summer_time_from_march_to_october() {
        let lines = zone_text(
            "Europe/London",
            date(2026, 7, 14).at(14, 0, 0, 0),
            date(2026, 12, 1).at(14, 0, 0, 0),
        );
        assert_eq!(
            lines,
            [
                "BEGIN:VTIMEZONE",
                "TZID:Europe/London",
                "BEGIN:DAYLIGHT",
                "TZNAME:BST",
                "TZOFFSETFROM:+0000",
                "TZOFFSETTO:+0100",
                "DTSTART:20260329T010000",
                "END:DAYLIGHT",
                "BEGIN:STANDARD",
                "TZNAME:GMT",
                "TZOFFSETFROM:+0100",
                "TZOFFSETTO:+0000",
                "DTSTART:20261025T020000",
                "END:STANDARD",
                "END:VTIMEZONE",
            ]
        );
    }

    #[test]
    fn a_zone_that_keeps_its_clock_has_one_entry() {
        let day = date(2026, 7, 14).at(14, 0, 0, 0);
        for (name, offset) in [("Asia/Kolkata", "+0530"), ("America/Phoenix", "-0700")] {
            let lines = zone_text(name, day, day);
            assert_eq!(
                lines
                    .iter()
                    .filter(|line| *line == "BEGIN:STANDARD")
                    .count(),
                1
            );
            assert!(lines.contains(&format!("TZOFFSETTO:{offset}")), "{lines:?}");
        }
    }

    #[test]
    fn the_very_moment_of_a_change_belongs_to_the_new_clock() {
        let change = date(2026, 3, 29).at(2, 0, 0, 0);
        let lines = zone_text("Europe/London", change, change);
        assert_eq!(
            lines
                .iter()
                .filter(|line| line.starts_with("DTSTART"))
                .count(),
            1
        );
        assert!(lines.contains(&"TZNAME:BST".to_owned()), "{lines:?}");
    }

    /// The parts of each entry: kind, name, offsets, beginning.
    fn entries(name: &str, first: DateTime, last: DateTime) -> Vec<String> {
        let lines = zone_text(name, first, last);
        let inner = &lines[2..lines.len() - 1];
        inner
            .chunks(6)
            .map(|entry| {
                let value = |line: &str| line.split_once(':').unwrap().1.to_owned();
                entry[..5]
                    .iter()
                    .map(|line| value(line))
                    .collect::<Vec<_>>()
                    .join(" ")
            })
            .collect()
    }

    #[test]
    fn zones_of_every_kind_are_written_out() {
        let year = |year| {
            (
                date(year, 1, 15).at(10, 0, 0, 0),
                date(year, 12, 15).at(10, 0, 0, 0),
            )
        };
        let (first, last) = year(2026);
        let table: [(&str, &[&str]); 5] = [
            (
                "Europe/London",
                &[
                    "STANDARD GMT +0100 +0000 20251026T020000",
                    "DAYLIGHT BST +0000 +0100 20260329T010000",
                    "STANDARD GMT +0100 +0000 20261025T020000",
                ],
            ),
            // By law Ireland has its standard time in summer and an hour less in winter (Standard Time Act 1971);
            // programs ask for the offsets alone, and people for the usual words.
            (
                "Europe/Dublin",
                &[
                    "STANDARD GMT +0100 +0000 20251026T020000",
                    "DAYLIGHT IST +0000 +0100 20260329T010000",
                    "STANDARD GMT +0100 +0000 20261025T020000",
                ],
            ),
            (
                "Atlantic/Reykjavik",
                &["STANDARD GMT +0000 +0000 19700101T000000"],
            ),
            (
                "Asia/Kolkata",
                &["STANDARD IST +0530 +0530 19700101T000000"],
            ),
            (
                "Australia/Sydney",
                &[
                    "DAYLIGHT AEDT +1000 +1100 20251005T020000",
                    "STANDARD AEST +1100 +1000 20260405T030000",
                    "DAYLIGHT AEDT +1000 +1100 20261004T020000",
                ],
            ),
        ];
        for (name, expected) in table {
            assert_eq!(entries(name, first, last), expected, "{name}");
        }
    }
}
