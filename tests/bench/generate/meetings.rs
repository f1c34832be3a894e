//! A year of meetings: twelve for each group, one a month, on working days, and no two at once.

use crate::File;
use crate::names::Names;
use crate::words;
use crate::yaml;

/// Working days of a month that are used. Every month of the year has more.
const DAYS_USED: usize = 18;
const FIRST_HOUR: usize = 8;

/// The months of the cycle, from April 2026 to March 2027, with their number of days.
const MONTHS: [(u32, u32, u32); 12] = [
    (2026, 4, 30),
    (2026, 5, 31),
    (2026, 6, 30),
    (2026, 7, 31),
    (2026, 8, 31),
    (2026, 9, 30),
    (2026, 10, 31),
    (2026, 11, 30),
    (2026, 12, 31),
    (2027, 1, 31),
    (2027, 2, 28),
    (2027, 3, 31),
];

/// Bank holidays in any part of the United Kingdom in those months that are not at a weekend.
const HOLIDAYS: [(u32, u32); 16] = [
    (4, 3),
    (4, 6),
    (5, 4),
    (5, 25),
    (6, 15),
    (7, 13),
    (8, 3),
    (8, 31),
    (11, 30),
    (12, 25),
    (12, 28),
    (1, 1),
    (1, 4),
    (3, 17),
    (3, 26),
    (3, 29),
];

/// The file of the cycle.
pub fn file(names: &Names) -> File {
    let mut text =
        "---\ntitle: Meetings in 2026 and 2027\nperiod: April 2026 – March 2027\nmeetings:\n"
            .to_owned();
    for (index, group) in names.groups.iter().enumerate() {
        let hour = FIRST_HOUR + index / DAYS_USED;
        text.push_str(&format!("  - group: {}\n", yaml::value(&group.name)));
        text.push_str(&format!("    time: {hour:02}:00 to {:02}:00\n", hour + 1));
        text.push_str(&format!(
            "    place: {} Town Hall\n",
            words::PLACES[index % words::PLACES.len()]
        ));
        text.push_str("    dates:\n");
        for date in dates(index) {
            text.push_str(&format!("      - {date}\n"));
        }
    }
    text.push_str("---\n");
    File {
        path: "meetings/2026-27.md".to_owned(),
        text,
    }
}

/// The days on which the group with that index meets.
fn dates(group: usize) -> Vec<String> {
    MONTHS
        .iter()
        .filter_map(|&(year, month, days)| {
            let mut working = (1..=days)
                .filter(|&day| weekday(year, month, day) < 5 && !HOLIDAYS.contains(&(month, day)));
            working
                .nth(group % DAYS_USED)
                .map(|day| format!("{year}-{month:02}-{day:02}"))
        })
        .collect()
}

/// 0 for Monday to 6 for Sunday, in the Gregorian calendar (the method of Tomohiko Sakamoto, 1992).
fn weekday(year: u32, month: u32, day: u32) -> u32 {
    const SHIFTS: [u32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let year = if month < 3 { year - 1 } else { year };
    (year + year / 4 - year / 100 + year / 400 + SHIFTS[month as usize - 1] + day + 6) % 7
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn weekdays_are_right() {
        assert_eq!(weekday(2026, 11, 21), 5);
        assert_eq!(weekday(2027, 1, 1), 4);
        assert_eq!(weekday(2027, 2, 28), 6);
    }

    #[test]
    fn every_group_meets_twelve_times_and_never_with_another() {
        let mut taken = HashSet::new();
        for group in 0..212 {
            let dates = dates(group);
            assert_eq!(dates.len(), 12);
            assert!(
                dates
                    .into_iter()
                    .all(|date| taken.insert((date, group / DAYS_USED)))
            );
        }
    }
}
