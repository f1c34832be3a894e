//! How often a group meets, in its own words: "quarterly", "six times a year", "every six weeks".

use jiff::Unit;
use jiff::civil::Date;

use crate::dates::token::{Cursor, Kind, tokens};

/// How often a group meets at least.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frequency {
    /// So many meetings in twelve months.
    TimesAYear(u32),
    /// One meeting in every so many months.
    EveryMonths(u32),
    /// One meeting in every so many weeks.
    EveryWeeks(u32),
}

impl Frequency {
    /// How many meetings this promises at least from one day to another, both included. What is left over of a month
    /// or of an interval promises nothing.
    #[must_use]
    pub fn meetings_between(self, from: Date, to: Date) -> u32 {
        let whole = |unit: Unit| -> u32 {
            let Ok(end) = to.tomorrow() else { return 0 };
            let Ok(span) = from.until((unit, end)) else {
                return 0;
            };
            let count = match unit {
                Unit::Month => span.get_months(),
                _ => span.get_days(),
            };
            u32::try_from(count).unwrap_or(0)
        };
        match self {
            Frequency::TimesAYear(times) => times.saturating_mul(whole(Unit::Month)) / 12,
            Frequency::EveryMonths(months) => whole(Unit::Month) / months.max(1),
            Frequency::EveryWeeks(weeks) => whole(Unit::Day) / 7 / weeks.max(1),
        }
    }
}

/// Reads how often a group meets; `None` where the words promise nothing certain.
///
/// Of two numbers ("every four to six weeks", "three or four times a year") the one with fewer meetings counts. Words
/// with two readings are no promise: "bi-monthly", "biannually". Nor is anything with an exception: "monthly except
/// August".
#[must_use]
pub fn read_frequency(text: &str) -> Option<Frequency> {
    let tokens = tokens(text);
    let mut cursor = Cursor::new(text, &tokens);
    take_opening(&mut cursor);
    let frequency = take_adverb(&mut cursor)
        .or_else(|| take_every(&mut cursor))
        .or_else(|| take_times(&mut cursor))?;
    is_only_a_remark(&mut cursor).then_some(frequency)
}

/// What may stand in front without changing the promise.
fn take_opening(cursor: &mut Cursor) {
    const OPENINGS: &[&[&str]] = &[
        &["the", "group"],
        &["the", "board"],
        &["yn"],
        &["meets"],
        &["meet"],
        &["meetings"],
        &["normally"],
        &["usually"],
        &["generally"],
        &["at", "least"],
        &["a", "minimum", "of"],
        &["minimum", "of"],
        &["no", "fewer", "than"],
        &["not", "less", "than"],
        &["no", "less", "than"],
    ];
    while OPENINGS.iter().any(|opening| cursor.take_words(opening)) {}
}

/// "quarterly", "half-yearly", "six-weekly".
fn take_adverb(cursor: &mut Cursor) -> Option<Frequency> {
    let saved = *cursor;
    let number = take_half_or_number(cursor);
    let unit = take_adverb_unit(cursor);
    let frequency = match (number, unit) {
        (None, Some(unit)) => unit.every(1),
        (Some(Count::Half), Some(Adverb::Year)) => Some(Frequency::EveryMonths(6)),
        (Some(Count::Half), Some(Adverb::Term)) => Some(Frequency::TimesAYear(6)),
        (Some(Count::Number(number)), Some(unit)) => unit.every(number),
        _ => None,
    };
    if frequency.is_none() {
        *cursor = saved;
    }
    frequency
}

enum Count {
    Half,
    Number(u32),
}

fn take_half_or_number(cursor: &mut Cursor) -> Option<Count> {
    let count = if cursor.take_word(&["half"]) {
        Count::Half
    } else {
        Count::Number(take_number(cursor)?)
    };
    cursor.take(Kind::Dash);
    Some(count)
}

#[derive(Clone, Copy)]
enum Adverb {
    Week,
    Fortnight,
    Month,
    Quarter,
    Term,
    Year,
}

impl Adverb {
    /// Once in every so many of these.
    fn every(self, count: u32) -> Option<Frequency> {
        match (self, count) {
            (_, 0) => None,
            (Adverb::Week, weeks) => Some(Frequency::EveryWeeks(weeks)),
            (Adverb::Fortnight, 1) => Some(Frequency::EveryWeeks(2)),
            (Adverb::Month, months) => Some(Frequency::EveryMonths(months)),
            (Adverb::Quarter, quarters) => Some(Frequency::EveryMonths(quarters.checked_mul(3)?)),
            // A school year has three terms.
            (Adverb::Term, 1) => Some(Frequency::TimesAYear(3)),
            (Adverb::Year, years) => Some(Frequency::EveryMonths(years.checked_mul(12)?)),
            (Adverb::Fortnight | Adverb::Term, _) => None,
        }
    }

    /// So many times in each of these.
    fn times(self, count: u32) -> Option<Frequency> {
        let in_a_year = match self {
            Adverb::Week => 52,
            Adverb::Fortnight => 26,
            Adverb::Month => 12,
            Adverb::Quarter => 4,
            Adverb::Term => 3,
            Adverb::Year => 1,
        };
        match count {
            0 => None,
            1 => self.every(1),
            count => Some(Frequency::TimesAYear(count.checked_mul(in_a_year)?)),
        }
    }
}

fn take_adverb_unit(cursor: &mut Cursor) -> Option<Adverb> {
    const ADVERBS: &[(Adverb, &[&str])] = &[
        (Adverb::Week, &["weekly", "wythnosol"]),
        (Adverb::Fortnight, &["fortnightly"]),
        (Adverb::Month, &["monthly", "misol"]),
        (Adverb::Quarter, &["quarterly", "chwarterol"]),
        (Adverb::Term, &["termly", "tymhorol"]),
        (Adverb::Year, &["yearly", "annually", "annual", "blynyddol"]),
    ];
    take_one_of(cursor, ADVERBS)
}

fn take_unit(cursor: &mut Cursor) -> Option<Adverb> {
    const UNITS: &[(Adverb, &[&str])] = &[
        (Adverb::Week, &["week", "weeks"]),
        (Adverb::Fortnight, &["fortnight"]),
        (Adverb::Month, &["month", "months"]),
        (Adverb::Quarter, &["quarter", "quarters"]),
        (Adverb::Term, &["term"]),
        (Adverb::Year, &["year", "years", "annum"]),
    ];
    take_one_of(cursor, UNITS)
}

fn take_one_of(cursor: &mut Cursor, words: &[(Adverb, &[&str])]) -> Option<Adverb> {
    words
        .iter()
        .find(|(_, spellings)| cursor.take_word(spellings))
        .map(|(unit, _)| *unit)
}

/// "every two months", "every other month", "each quarter", "every 6 to 8 weeks".
fn take_every(cursor: &mut Cursor) -> Option<Frequency> {
    let saved = *cursor;
    let mut read = || {
        if !cursor.take_word(&["every", "each"]) {
            return None;
        }
        let count = if cursor.take_word(&["other", "second"]) {
            2
        } else if cursor.take_word(&["third"]) {
            3
        } else {
            let (few, many) = take_one_or_two_numbers(cursor).unwrap_or((1, 1));
            few.max(many)
        };
        take_unit(cursor)?.every(count)
    };
    let frequency = read();
    if frequency.is_none() {
        *cursor = saved;
    }
    frequency
}

/// "twice a year", "4 times per year", "six meetings a year", "three or four times yearly".
fn take_times(cursor: &mut Cursor) -> Option<Frequency> {
    let count = if cursor.take_word(&["once"]) {
        1
    } else if cursor.take_word(&["twice"]) {
        2
    } else {
        let (few, many) = take_one_or_two_numbers(cursor)?;
        cursor.take_word(&["times", "meetings", "meeting", "x"]);
        few.min(many)
    };
    if let Some(unit) = take_adverb_unit(cursor) {
        return unit.times(count);
    }
    cursor.take_word(&["in"]);
    if !cursor.take_word(&["a", "an", "per", "each", "every", "the"]) {
        return None;
    }
    cursor.take_word(&["calendar", "financial"]);
    take_unit(cursor)?.times(count)
}

fn take_one_or_two_numbers(cursor: &mut Cursor) -> Option<(u32, u32)> {
    let first = take_number(cursor)?;
    let saved = *cursor;
    if (cursor.take_word(&["to", "or"]) || cursor.take(Kind::Dash))
        && let Some(second) = take_number(cursor)
    {
        return Some((first, second));
    }
    *cursor = saved;
    Some((first, first))
}

fn take_number(cursor: &mut Cursor) -> Option<u32> {
    const WORDS: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    if let Some(number) = (1..).zip(WORDS).find(|(_, word)| cursor.take_word(&[word])) {
        return Some(number.0);
    }
    cursor.take_number(1..=2)
}

/// Whether what follows only adds to the promise: nothing, or a remark without a word that takes from it.
fn is_only_a_remark(cursor: &mut Cursor) -> bool {
    const JOINTS: &[&str] = &["and", "plus", "with", "on", "at", "in", "or"];
    const LIMITS: &[&str] = &[
        "except",
        "excluding",
        "excepting",
        "apart",
        "but",
        "not",
        "no",
        "never",
        "until",
        "till",
        "then",
        "from",
        "during",
        "between",
        "while",
        "when",
        "if",
        "only",
        "maximum",
        "most",
        "weekly",
        "fortnightly",
        "monthly",
        "quarterly",
        "termly",
        "yearly",
        "annually",
    ];
    if cursor.is_at_end() {
        return true;
    }
    let is_joined = matches!(
        cursor.peek(),
        Some(Kind::Open | Kind::Comma | Kind::Semicolon | Kind::Stop | Kind::Colon | Kind::Dash)
    ) || cursor.is_at_word(JOINTS);
    if !is_joined {
        return false;
    }
    let is_alternative = cursor.is_at_word(&["or"]) && {
        let mut ahead = *cursor;
        !ahead.take_words(&["or", "more"])
    };
    while !cursor.is_at_end() {
        // "and when needed" adds meetings.
        let adds = cursor.take_words(&["when", "needed"])
            || cursor.take_words(&["when", "required"])
            || cursor.take_words(&["when", "necessary"]);
        if !adds && cursor.is_at_word(LIMITS) {
            return false;
        }
        if !adds {
            cursor.skip();
        }
    }
    !is_alternative
}

#[cfg(test)]
mod tests {
    use super::Frequency::{EveryMonths, EveryWeeks, TimesAYear};
    use super::*;

    #[test]
    fn every_way_of_saying_how_often_gives_its_value() {
        let table = [
            ("Monthly", EveryMonths(1)),
            ("monthly.", EveryMonths(1)),
            ("weekly", EveryWeeks(1)),
            ("Fortnightly", EveryWeeks(2)),
            ("Quarterly", EveryMonths(3)),
            ("Meets quarterly", EveryMonths(3)),
            ("at least quarterly", EveryMonths(3)),
            (
                "Quarterly (March, June, September and December)",
                EveryMonths(3),
            ),
            ("Quarterly, and as needed", EveryMonths(3)),
            ("Quarterly and when required", EveryMonths(3)),
            ("Monthly on the second Tuesday", EveryMonths(1)),
            ("half-yearly", EveryMonths(6)),
            ("Six-monthly", EveryMonths(6)),
            ("two monthly", EveryMonths(2)),
            ("6 weekly", EveryWeeks(6)),
            ("annually", EveryMonths(12)),
            ("termly", TimesAYear(3)),
            ("half-termly", TimesAYear(6)),
            ("Every month", EveryMonths(1)),
            ("every two months", EveryMonths(2)),
            ("every other month", EveryMonths(2)),
            ("every second month", EveryMonths(2)),
            ("Every three months", EveryMonths(3)),
            ("each quarter", EveryMonths(3)),
            ("every six weeks", EveryWeeks(6)),
            ("every 6 to 8 weeks", EveryWeeks(8)),
            ("every 6–8 weeks", EveryWeeks(8)),
            ("six times a year", TimesAYear(6)),
            ("Six times a year or more", TimesAYear(6)),
            ("4 times per year", TimesAYear(4)),
            ("four meetings a year", TimesAYear(4)),
            ("four times in each financial year", TimesAYear(4)),
            ("three or four times a year", TimesAYear(3)),
            ("4 x per annum", TimesAYear(4)),
            ("twice a year", TimesAYear(2)),
            ("Twice yearly", TimesAYear(2)),
            ("once a year", EveryMonths(12)),
            ("once a term", TimesAYear(3)),
            ("one meeting each quarter", EveryMonths(3)),
            ("no fewer than four times a year", TimesAYear(4)),
            ("yn chwarterol", EveryMonths(3)),
            ("misol", EveryMonths(1)),
        ];
        for (text, expected) in table {
            assert_eq!(read_frequency(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_promises_nothing_certain_is_not_understood() {
        for text in [
            "",
            "as needed",
            "when required",
            "bi-monthly",
            "bimonthly",
            "biannually",
            "up to six times a year",
            "no more than four times a year",
            "monthly except August",
            "monthly (not August)",
            "monthly until March, then quarterly",
            "monthly or quarterly",
            "four",
            "four times",
            "zero times a year",
            "0 times a year",
            "regularly",
            "every August",
        ] {
            assert_eq!(read_frequency(text), None, "{text}");
        }
    }

    #[test]
    fn a_period_holds_as_many_meetings_as_it_has_room_for() {
        let day = Date::constant;
        let year = (day(2026, 4, 1), day(2027, 3, 31));
        let table = [
            (EveryMonths(1), year, 12),
            (EveryMonths(3), year, 4),
            (EveryMonths(5), year, 2),
            (EveryWeeks(6), year, 8),
            (TimesAYear(6), year, 6),
            (TimesAYear(6), (day(2026, 4, 1), day(2026, 9, 30)), 3),
            (TimesAYear(4), (day(2026, 4, 1), day(2026, 8, 31)), 1),
            (EveryMonths(24), year, 0),
            (EveryMonths(1), (day(2026, 4, 2), day(2026, 4, 30)), 0),
            (EveryMonths(1), (day(2027, 4, 1), day(2026, 4, 1)), 0),
        ];
        for (frequency, (from, to), expected) in table {
            assert_eq!(
                frequency.meetings_between(from, to),
                expected,
                "{frequency:?} from {from} to {to}"
            );
        }
    }
}
