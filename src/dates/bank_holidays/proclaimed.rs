//! Bank holidays that were moved or added once, by royal proclamation under section 1(2) and (3) of the Banking and
//! Financial Dealings Act 1971. To add one: a line in [`ONCE`], with its source.

use jiff::civil::Date;

use crate::dates::bank_holidays::{EARLY_MAY, Nation, SPRING};

/// What a proclamation changed.
#[derive(Clone, Copy)]
pub(super) enum Proclaimed {
    /// A day that is a holiday in this year only.
    Extra { name: &'static str, day: Date },
    /// A usual holiday, by its name, that is on another day in this year.
    Moved { name: &'static str, to: Date },
}

/// What was proclaimed for a nation and a year.
pub(super) fn proclaimed(nation: Nation, year: i16) -> impl Iterator<Item = Proclaimed> {
    ONCE.iter()
        .filter(move |(only, change)| {
            only.is_none_or(|only| only == nation) && change.day().year() == year
        })
        .map(|(_, change)| *change)
}

impl Proclaimed {
    fn day(&self) -> Date {
        match self {
            Proclaimed::Extra { day, .. } => *day,
            Proclaimed::Moved { to, .. } => *to,
        }
    }
}

/// The nation, where it is only one; and the change. All stand or stood in the Government's own list of the year
/// (<https://www.gov.uk/bank-holidays>); the comments say when each was made known.
const ONCE: &[(Option<Nation>, Proclaimed)] = &[
    // Announced by the Prime Minister on 23 November 2010: the wedding of Prince William.
    (None, extra("Royal wedding", 2011, 4, 29)),
    // Announced by the Government on 5 January 2010: the Diamond Jubilee, two days together.
    (None, moved(SPRING, 2012, 6, 4)),
    (None, extra("Diamond Jubilee", 2012, 6, 5)),
    // Announced by the Government on 7 June 2019: 75 years of VE Day.
    (None, moved(EARLY_MAY, 2020, 5, 8)),
    // Announced by the Government on 12 November 2020: the Platinum Jubilee, two days together.
    (None, moved(SPRING, 2022, 6, 2)),
    (None, extra("Platinum Jubilee", 2022, 6, 3)),
    // Approved by the King at the Accession Council of 10 September 2022: the State Funeral of Queen Elizabeth II.
    (
        None,
        extra("State Funeral of Queen Elizabeth II", 2022, 9, 19),
    ),
    // Announced by the Government on 6 November 2022: the coronation of King Charles III.
    (None, extra("Coronation of King Charles III", 2023, 5, 8)),
    // Announced by the Scottish Government on 5 February 2026, for Scotland alone: the football World Cup.
    (
        Some(Nation::Scotland),
        extra("World Cup bank holiday", 2026, 6, 15),
    ),
];

const fn extra(name: &'static str, year: i16, month: i8, day: i8) -> Proclaimed {
    Proclaimed::Extra {
        name,
        day: Date::constant(year, month, day),
    }
}

const fn moved(name: &'static str, year: i16, month: i8, day: i8) -> Proclaimed {
    Proclaimed::Moved {
        name,
        to: Date::constant(year, month, day),
    }
}
