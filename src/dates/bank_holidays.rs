//! The bank holidays of the United Kingdom's nations, by rule, with the exceptions that were proclaimed.
//!
//! The rules are schedule 1 to the Banking and Financial Dealings Act 1971 (c. 80), as amended by the St Andrew's Day
//! Bank Holiday (Scotland) Act 2007 (asp 2), and the days that a proclamation under section 1 of the 1971 Act names in
//! every year: New Year's Day and early May outside Scotland, spring and Boxing Day in Scotland, 12 July in Northern
//! Ireland. Good Friday and Christmas Day outside Scotland are holidays by common law.
//!
//! A later year may get an exception that nobody knows yet: what stands here is the rule for it.

mod easter;
mod proclaimed;

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use crate::dates::bank_holidays::easter::easter_sunday;
use crate::dates::bank_holidays::proclaimed::{Proclaimed, proclaimed};

/// Where the same bank holidays are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nation {
    /// England and Wales.
    EnglandAndWales,
    /// Scotland.
    Scotland,
    /// Northern Ireland.
    NorthernIreland,
}

impl Nation {
    /// All of them.
    pub const ALL: [Nation; 3] = [
        Nation::EnglandAndWales,
        Nation::Scotland,
        Nation::NorthernIreland,
    ];

    /// Its name in English, as messages say it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Nation::EnglandAndWales => "England and Wales",
            Nation::Scotland => "Scotland",
            Nation::NorthernIreland => "Northern Ireland",
        }
    }
}

/// A day on which banks and most offices are shut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BankHoliday {
    /// The day: never a Saturday or Sunday.
    pub day: Date,
    /// What it is called in English: "Spring bank holiday".
    pub name: &'static str,
    /// Whether the holiday itself falls at a weekend, and this weekday is kept instead.
    pub is_substitute: bool,
}

/// The first year for which the rules of all nations are known here. The St Andrew's Day Act 2007 is the youngest.
pub const FIRST_YEAR: i16 = 2008;

/// The bank holidays of a year, in order; none for a year before [`FIRST_YEAR`].
#[must_use]
pub fn bank_holidays(nation: Nation, year: i16) -> Vec<BankHoliday> {
    if year < FIRST_YEAR {
        return Vec::new();
    }
    let mut usual: Vec<(&'static str, Date)> = movable(nation, year);
    usual.extend(fixed(nation, year));
    for exception in proclaimed(nation, year) {
        match exception {
            Proclaimed::Extra { name, day } => usual.push((name, day)),
            Proclaimed::Moved { name, to } => usual
                .iter_mut()
                .filter(|(known, _)| *known == name)
                .for_each(|(_, day)| *day = to),
        }
    }
    usual.sort_by_key(|(_, day)| *day);
    with_substitutes(&usual)
}

/// The bank holiday that a day is.
#[must_use]
pub fn bank_holiday_on(nation: Nation, day: Date) -> Option<BankHoliday> {
    bank_holidays(nation, day.year())
        .into_iter()
        .find(|holiday| holiday.day == day)
}

const EARLY_MAY: &str = "Early May bank holiday";
const SPRING: &str = "Spring bank holiday";
const SUMMER: &str = "Summer bank holiday";

/// The holidays that follow Easter, or a weekday of a month.
fn movable(nation: Nation, year: i16) -> Vec<(&'static str, Date)> {
    let easter = easter_sunday(year);
    let after_easter = |days: i32| easter.and_then(|sunday| sunday.checked_add(days.days()).ok());
    let monday = |month: i8, nth: i8| {
        Date::new(year, month, 1)
            .and_then(|first| first.nth_weekday_of_month(nth, Weekday::Monday))
            .ok()
    };
    let summer = match nation {
        Nation::Scotland => monday(8, 1),
        Nation::EnglandAndWales | Nation::NorthernIreland => monday(8, -1),
    };
    let easter_monday = match nation {
        Nation::Scotland => None,
        Nation::EnglandAndWales | Nation::NorthernIreland => after_easter(1),
    };
    [
        ("Good Friday", after_easter(-2)),
        ("Easter Monday", easter_monday),
        (EARLY_MAY, monday(5, 1)),
        (SPRING, monday(5, -1)),
        (SUMMER, summer),
    ]
    .into_iter()
    .filter_map(|(name, day)| Some((name, day?)))
    .collect()
}

/// The holidays that have a date of their own, which may fall at a weekend.
fn fixed(nation: Nation, year: i16) -> impl Iterator<Item = (&'static str, Date)> {
    const EVERYWHERE: &[(&str, i8, i8)] = &[
        ("New Year\u{2019}s Day", 1, 1),
        ("Christmas Day", 12, 25),
        ("Boxing Day", 12, 26),
    ];
    const SCOTLAND: &[(&str, i8, i8)] = &[("2 January", 1, 2), ("St Andrew\u{2019}s Day", 11, 30)];
    const NORTHERN_IRELAND: &[(&str, i8, i8)] = &[
        ("St Patrick\u{2019}s Day", 3, 17),
        ("Battle of the Boyne (Orangemen\u{2019}s Day)", 7, 12),
    ];
    let own = match nation {
        Nation::EnglandAndWales => &[],
        Nation::Scotland => SCOTLAND,
        Nation::NorthernIreland => NORTHERN_IRELAND,
    };
    EVERYWHERE
        .iter()
        .chain(own)
        .filter_map(move |(name, month, day)| Some((*name, Date::new(year, *month, *day).ok()?)))
}

/// Each holiday at a weekend gives way to the first weekday after it that is no holiday itself: Boxing Day on a Monday
/// stays, and Christmas Day on the Sunday before it is kept on the Tuesday, as schedule 1 says.
fn with_substitutes(usual: &[(&'static str, Date)]) -> Vec<BankHoliday> {
    let mut holidays: Vec<BankHoliday> = usual
        .iter()
        .filter(|(_, day)| !is_weekend(*day))
        .map(|(name, day)| BankHoliday {
            day: *day,
            name,
            is_substitute: false,
        })
        .collect();
    for (name, at_weekend) in usual.iter().filter(|(_, day)| is_weekend(*day)) {
        let is_taken = |day: Date| holidays.iter().any(|holiday| holiday.day == day);
        let free = at_weekend
            .series(1.day())
            .find(|day| !is_weekend(*day) && !is_taken(*day));
        holidays.extend(free.map(|day| BankHoliday {
            day,
            name,
            is_substitute: true,
        }));
    }
    holidays.sort_by_key(|holiday| holiday.day);
    holidays
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The days of a year as `01-01`, a substitute with a star.
    fn days(nation: Nation, year: i16) -> String {
        bank_holidays(nation, year)
            .iter()
            .map(|holiday| {
                let star = if holiday.is_substitute { "*" } else { "" };
                format!("{:02}-{:02}{star}", holiday.day.month(), holiday.day.day())
            })
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// As the government's own list gave or gives them (<https://www.gov.uk/bank-holidays>).
    #[test]
    fn the_known_years_of_each_nation_come_out_of_the_rules() {
        use Nation::{EnglandAndWales, NorthernIreland, Scotland};
        let table = [
            (
                EnglandAndWales,
                2011,
                "01-03* 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27*",
            ),
            (
                EnglandAndWales,
                2012,
                "01-02* 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26",
            ),
            (
                EnglandAndWales,
                2015,
                "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28*",
            ),
            (
                EnglandAndWales,
                2020,
                "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28*",
            ),
            (
                EnglandAndWales,
                2021,
                "01-01 04-02 04-05 05-03 05-31 08-30 12-27* 12-28*",
            ),
            (
                EnglandAndWales,
                2022,
                "01-03* 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27*",
            ),
            (
                EnglandAndWales,
                2023,
                "01-02* 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
            ),
            (
                EnglandAndWales,
                2026,
                "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28*",
            ),
            (
                EnglandAndWales,
                2027,
                "01-01 03-26 03-29 05-03 05-31 08-30 12-27* 12-28*",
            ),
            (
                EnglandAndWales,
                2028,
                "01-03* 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
            ),
            (
                Scotland,
                2012,
                "01-02 01-03* 04-06 05-07 06-04 06-05 08-06 11-30 12-25 12-26",
            ),
            (
                Scotland,
                2016,
                "01-01 01-04* 03-25 05-02 05-30 08-01 11-30 12-26 12-27*",
            ),
            (
                Scotland,
                2022,
                "01-03* 01-04* 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27*",
            ),
            (
                Scotland,
                2023,
                "01-02 01-03* 04-07 05-01 05-08 05-29 08-07 11-30 12-25 12-26",
            ),
            (
                Scotland,
                2024,
                "01-01 01-02 03-29 05-06 05-27 08-05 12-02* 12-25 12-26",
            ),
            (
                Scotland,
                2026,
                "01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28*",
            ),
            (
                NorthernIreland,
                2012,
                "01-02* 03-19* 04-06 04-09 05-07 06-04 06-05 07-12 08-27 12-25 12-26",
            ),
            (
                NorthernIreland,
                2022,
                "01-03* 03-17 04-15 04-18 05-02 06-02 06-03 07-12 08-29 09-19 12-26 12-27*",
            ),
            (
                NorthernIreland,
                2025,
                "01-01 03-17 04-18 04-21 05-05 05-26 07-14* 08-25 12-25 12-26",
            ),
            (
                NorthernIreland,
                2026,
                "01-01 03-17 04-03 04-06 05-04 05-25 07-13* 08-31 12-25 12-28*",
            ),
        ];
        for (nation, year, expected) in table {
            assert_eq!(days(nation, year), expected, "{} {year}", nation.name());
        }
    }

    #[test]
    fn a_day_is_a_holiday_in_one_nation_and_none_in_another() {
        let day = Date::constant(2026, 7, 13);
        let holiday = bank_holiday_on(Nation::NorthernIreland, day).unwrap();
        assert!(holiday.is_substitute);
        assert!(holiday.name.starts_with("Battle of the Boyne"));
        assert_eq!(bank_holiday_on(Nation::EnglandAndWales, day), None);
    }

    #[test]
    fn nothing_is_said_of_years_before_the_rules() {
        assert!(bank_holidays(Nation::Scotland, 2007).is_empty());
    }

    #[test]
    fn no_holiday_of_any_year_is_at_a_weekend_or_shares_its_day() {
        for nation in Nation::ALL {
            for year in FIRST_YEAR..2200 {
                let holidays = bank_holidays(nation, year);
                assert!(holidays.iter().all(|holiday| !is_weekend(holiday.day)));
                assert!(
                    holidays.windows(2).all(|pair| pair[0].day < pair[1].day),
                    "{} {year}",
                    nation.name()
                );
            }
        }
    }
}
