//! The names of months and weekdays that authors type, and the way messages write a date.

use jiff::civil::{Date, Weekday};

/// English names, by number of the month from 1.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Every spelling that is read as a month, in any case: English in full and short; Welsh in full and after the soft
/// mutation that "o", "i" and a day's number bring with them (`12 o Fawrth`).
const MONTH_SPELLINGS: [&[&str]; 12] = [
    &["January", "Jan", "Ionawr"],
    &["February", "Feb", "Febr", "Chwefror"],
    &["March", "Mar", "Mawrth", "Fawrth"],
    &["April", "Apr", "Ebrill"],
    &["May", "Mai", "Fai"],
    &["June", "Jun", "Mehefin", "Fehefin"],
    &["July", "Jul", "Gorffennaf", "Orffennaf"],
    &["August", "Aug", "Awst"],
    &["September", "Sept", "Sep", "Medi", "Fedi"],
    &["October", "Oct", "Hydref"],
    &["November", "Nov", "Tachwedd", "Dachwedd"],
    &["December", "Dec", "Rhagfyr", "Ragfyr"],
];

const WEEKDAY_SPELLINGS: [(Weekday, &[&str]); 7] = [
    (Weekday::Monday, &["Monday", "Mon", "Llun", "Lun"]),
    (
        Weekday::Tuesday,
        &["Tuesday", "Tues", "Tue", "Mawrth", "Fawrth"],
    ),
    (
        Weekday::Wednesday,
        &["Wednesday", "Weds", "Wed", "Mercher", "Fercher"],
    ),
    (
        Weekday::Thursday,
        &["Thursday", "Thurs", "Thur", "Thu", "Iau"],
    ),
    (Weekday::Friday, &["Friday", "Fri", "Gwener", "Wener"]),
    (Weekday::Saturday, &["Saturday", "Sat", "Sadwrn"]),
    (Weekday::Sunday, &["Sunday", "Sun", "Sul"]),
];

/// The endings of ordinal numbers, English (`12th`) and Welsh (`12fed`). They are not checked against the number:
/// `22th` has only one reading.
const ORDINAL_ENDINGS: &[&str] = &[
    "st", "nd", "rd", "th", "af", "il", "ydd", "ed", "fed", "eg", "ain",
];

/// The number of the month, from 1, that a word names.
pub(super) fn month(word: &str) -> Option<i8> {
    (1..)
        .zip(MONTH_SPELLINGS)
        .find(|(_, spellings)| is_any(word, spellings))
        .map(|(number, _)| number)
}

/// Every spelling of a month.
pub(super) fn all_months() -> impl Iterator<Item = &'static str> {
    MONTH_SPELLINGS.into_iter().flatten().copied()
}

/// The weekday that a word names. Welsh `Mawrth` is both Tuesday and March: the caller looks at what follows.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    WEEKDAY_SPELLINGS
        .into_iter()
        .find(|(_, spellings)| is_any(word, spellings))
        .map(|(weekday, _)| weekday)
}

pub(super) fn is_ordinal_ending(word: &str) -> bool {
    is_any(word, ORDINAL_ENDINGS)
}

/// Whether a word is one of these, in any case.
pub(super) fn is_any(word: &str, words: &[&str]) -> bool {
    words
        .iter()
        .any(|candidate| word.eq_ignore_ascii_case(candidate))
}

/// "July", for a message.
pub(super) fn month_name(month: i8) -> &'static str {
    usize::try_from(month)
        .ok()
        .and_then(|number| MONTHS.get(number.checked_sub(1)?))
        .copied()
        .unwrap_or("month")
}

/// "Tuesday", for a message.
pub(super) fn weekday_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// "12 July 2026", for a message.
pub(super) fn day_in_words(date: Date) -> String {
    format!(
        "{} {} {}",
        date.day(),
        month_name(date.month()),
        date.year()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_known_in_english_and_welsh_in_any_case() {
        for (word, number) in [
            ("SEPT", 9),
            ("sep", 9),
            ("Mai", 5),
            ("fawrth", 3),
            ("Ragfyr", 12),
            ("january", 1),
        ] {
            assert_eq!(month(word), Some(number), "{word}");
        }
        assert_eq!(month("Spring"), None);
    }

    #[test]
    fn every_month_and_weekday_is_known_by_the_name_that_messages_use() {
        for number in 1..=12 {
            assert_eq!(month(month_name(number)), Some(number));
        }
        for (day, _) in WEEKDAY_SPELLINGS {
            assert_eq!(weekday(weekday_name(day)), Some(day));
        }
    }
}
