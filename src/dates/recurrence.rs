//! Dates that come again: "second Tuesday", "last Thursday of the month", "fortnightly on Monday", "15th of the month".

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use crate::dates::token::{Cursor, Kind, tokens};
use crate::dates::words::{is_ordinal_ending, weekday, weekday_name};

/// A rule by which days come again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recurrence {
    /// A weekday of a month: the first to fifth, or -1 for the last.
    WeekdayOfMonth {
        /// Which one.
        nth: i8,
        /// The weekday.
        weekday: Weekday,
    },
    /// A day of a month, from 1 to 31.
    DayOfMonth(i8),
    /// A weekday, every so many weeks.
    EveryWeeks {
        /// 1 for every week.
        weeks: i8,
        /// The weekday.
        weekday: Weekday,
    },
}

/// One turn of a [`Recurrence`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occurrence {
    /// It falls on this day.
    On(Date),
    /// The month that begins on this day has no such day: no 31st, no fifth Tuesday.
    Missing(Date),
}

/// Why a rule is not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecurrenceProblem {
    /// It is no rule that is known.
    NotUnderstood,
    /// It can be read in two ways; both as they can be typed.
    TwoReadings(String, String),
}

impl Recurrence {
    /// Whether its days come by the month, so that a number of months can stand between them.
    #[must_use]
    pub fn is_by_month(self) -> bool {
        !matches!(self, Recurrence::EveryWeeks { .. })
    }

    /// Whether its author named a weekday, so that a weekend is meant where one comes.
    #[must_use]
    pub fn names_weekday(self) -> bool {
        !matches!(self, Recurrence::DayOfMonth(_))
    }

    /// Its days from one day to another, both included. By the month, only every `months`th month counts; the first is
    /// the one of `from`, or the next where the day of that month is over.
    #[must_use]
    pub fn between(self, from: Date, until: Date, months: u8) -> Vec<Occurrence> {
        match self {
            Recurrence::EveryWeeks { weeks, weekday } => {
                let first = from
                    .yesterday()
                    .and_then(|before| before.nth_weekday(1, weekday));
                let Ok(first) = first else { return Vec::new() };
                first
                    .series(i64::from(weeks.max(1)).weeks())
                    .take_while(|day| *day <= until)
                    .map(Occurrence::On)
                    .collect()
            }
            Recurrence::WeekdayOfMonth { .. } | Recurrence::DayOfMonth(_) => {
                let is_over =
                    |first: Date| matches!(self.in_month(first), Occurrence::On(day) if day < from);
                let Some(start) = from
                    .first_of_month()
                    .series(1.month())
                    .find(|first| !is_over(*first))
                else {
                    return Vec::new();
                };
                start
                    .series(i64::from(months.max(1)).months())
                    .take_while(|first| *first <= until)
                    .map(|first| self.in_month(first))
                    .filter(|occurrence| !matches!(occurrence, Occurrence::On(day) if *day > until))
                    .collect()
            }
        }
    }

    /// Its day in the month that begins on `first`.
    fn in_month(self, first: Date) -> Occurrence {
        let day = match self {
            Recurrence::WeekdayOfMonth { nth, weekday } => first.nth_weekday_of_month(nth, weekday),
            Recurrence::DayOfMonth(day) => Date::new(first.year(), first.month(), day),
            Recurrence::EveryWeeks { .. } => return Occurrence::Missing(first),
        };
        day.map_or(Occurrence::Missing(first), Occurrence::On)
    }
}

/// Reads a rule.
///
/// "Every second Wednesday" and "every other Wednesday" come every two weeks; "second Wednesday", with or without "of the
/// month", once in a month. "Every third Friday" can mean both.
///
/// # Errors
/// What is not understood, or has two readings.
pub fn read_recurrence(text: &str) -> Result<Recurrence, RecurrenceProblem> {
    let tokens = tokens(text);
    let mut cursor = Cursor::new(text, &tokens);
    let rule = take_rule(&mut cursor)?;
    cursor.take(Kind::Stop);
    if cursor.is_at_end() {
        Ok(rule)
    } else {
        Err(RecurrenceProblem::NotUnderstood)
    }
}

fn take_rule(cursor: &mut Cursor) -> Result<Recurrence, RecurrenceProblem> {
    if let Some(weeks) = take_weeks(cursor) {
        cursor.take(Kind::Comma);
        cursor.take_word(&["on"]);
        cursor.take_word(&["a"]);
        let weekday = take_weekday(cursor).ok_or(RecurrenceProblem::NotUnderstood)?;
        return Ok(Recurrence::EveryWeeks { weeks, weekday });
    }
    if cursor.take_word(&["monthly"]) {
        cursor.take(Kind::Comma);
    }
    cursor.take_word(&["on"]);
    let is_every = cursor.take_word(&["every", "each"]);
    cursor.take_word(&["the"]);
    if let Some(weekday) = take_weekday(cursor) {
        return Ok(Recurrence::EveryWeeks { weeks: 1, weekday });
    }
    let nth = take_ordinal(cursor).ok_or(RecurrenceProblem::NotUnderstood)?;
    match (take_weekday(cursor), nth) {
        (Some(weekday), Ordinal::Other) => Ok(Recurrence::EveryWeeks { weeks: 2, weekday }),
        (Some(weekday), Ordinal::Last) => {
            take_of_the_month(cursor);
            Ok(Recurrence::WeekdayOfMonth { nth: -1, weekday })
        }
        (Some(weekday), Ordinal::Number(nth @ 1..=5)) => {
            let of_month = take_of_the_month(cursor);
            match nth {
                2 if is_every && !of_month => Ok(Recurrence::EveryWeeks { weeks: 2, weekday }),
                3.. if is_every && !of_month => Err(two_readings(nth, weekday)),
                _ => Ok(Recurrence::WeekdayOfMonth { nth, weekday }),
            }
        }
        (None, Ordinal::Number(day @ 1..=31)) => {
            cursor.take_word(&["day"]);
            take_of_the_month(cursor);
            Ok(Recurrence::DayOfMonth(day))
        }
        _ => Err(RecurrenceProblem::NotUnderstood),
    }
}

/// "weekly", "fortnightly", "every three weeks": how many weeks.
fn take_weeks(cursor: &mut Cursor) -> Option<i8> {
    if cursor.take_word(&["weekly"]) {
        return Some(1);
    }
    if cursor.take_word(&["fortnightly"]) {
        return Some(2);
    }
    let saved = *cursor;
    if cursor.take_word(&["every"]) {
        if cursor.take_word(&["week"]) {
            return Some(1);
        }
        if cursor.take_word(&["fortnight"]) || cursor.take_words(&["other", "week"]) {
            return Some(2);
        }
        const NUMBERS: [&str; 7] = ["two", "three", "four", "five", "six", "seven", "eight"];
        let number = (2..)
            .zip(NUMBERS)
            .find(|(_, word)| cursor.take_word(&[word]))
            .map(|(number, _)| number)
            .or_else(|| i8::try_from(cursor.take_number(1..=2)?).ok());
        if let Some(number @ 1..) = number
            && cursor.take_word(&["weeks", "week"])
        {
            return Some(number);
        }
    }
    *cursor = saved;
    None
}

enum Ordinal {
    Number(i8),
    Last,
    Other,
}

fn take_ordinal(cursor: &mut Cursor) -> Option<Ordinal> {
    const WORDS: [&str; 5] = ["first", "second", "third", "fourth", "fifth"];
    if cursor.take_word(&["last"]) {
        return Some(Ordinal::Last);
    }
    if cursor.take_word(&["other"]) {
        return Some(Ordinal::Other);
    }
    let word = (1..).zip(WORDS).find(|(_, word)| cursor.take_word(&[word]));
    if let Some((number, _)) = word {
        return Some(Ordinal::Number(number));
    }
    let number = i8::try_from(cursor.take_number(1..=2)?).ok()?;
    let has_ending = cursor.is_tight() && cursor.word().is_some_and(is_ordinal_ending);
    if has_ending {
        cursor.skip();
    }
    has_ending.then_some(Ordinal::Number(number))
}

/// A weekday, also as "Mondays".
fn take_weekday(cursor: &mut Cursor) -> Option<Weekday> {
    let word = cursor.word()?;
    let named = weekday(word).or_else(|| weekday(word.strip_suffix(['s', 'S'])?))?;
    cursor.skip();
    Some(named)
}

/// "of the month", "in each month".
fn take_of_the_month(cursor: &mut Cursor) -> bool {
    let saved = *cursor;
    let found = cursor.take_word(&["of", "in"])
        && cursor.take_word(&["the", "each", "every", "a"])
        && cursor.take_word(&["month"]);
    if !found {
        *cursor = saved;
    }
    found
}

fn two_readings(nth: i8, weekday: Weekday) -> RecurrenceProblem {
    let day = weekday_name(weekday);
    let (number, ordinal) = match nth {
        3 => ("three", "third"),
        4 => ("four", "fourth"),
        _ => ("five", "fifth"),
    };
    RecurrenceProblem::TwoReadings(
        format!("every {number} weeks on {day}"),
        format!("{ordinal} {day} of the month"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nth(nth: i8, weekday: Weekday) -> Recurrence {
        Recurrence::WeekdayOfMonth { nth, weekday }
    }

    fn weeks(weeks: i8, weekday: Weekday) -> Recurrence {
        Recurrence::EveryWeeks { weeks, weekday }
    }

    #[test]
    fn every_way_of_writing_a_rule_gives_its_value() {
        use Weekday::{Friday, Monday, Thursday, Tuesday, Wednesday};
        let table = [
            ("second Tuesday", nth(2, Tuesday)),
            ("2nd Tues of the month", nth(2, Tuesday)),
            ("the second Tuesday of each month", nth(2, Tuesday)),
            ("every second Tuesday of the month", nth(2, Tuesday)),
            ("every first Friday", nth(1, Friday)),
            ("monthly, on the third Friday", nth(3, Friday)),
            ("last Thursday of the month", nth(-1, Thursday)),
            ("Last Thursday.", nth(-1, Thursday)),
            ("fifth Monday", nth(5, Monday)),
            ("every second Wednesday", weeks(2, Wednesday)),
            ("every other Wednesday", weeks(2, Wednesday)),
            ("fortnightly on Wednesdays", weeks(2, Wednesday)),
            ("weekly on Monday", weeks(1, Monday)),
            ("every Monday", weeks(1, Monday)),
            ("Mondays", weeks(1, Monday)),
            ("every three weeks on Friday", weeks(3, Friday)),
            ("every 6 weeks on a Friday", weeks(6, Friday)),
            ("15th of the month", Recurrence::DayOfMonth(15)),
            ("the 1st", Recurrence::DayOfMonth(1)),
            ("31st day of every month", Recurrence::DayOfMonth(31)),
        ];
        for (text, expected) in table {
            assert_eq!(read_recurrence(text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_rule_or_two_is_refused() {
        for text in [
            "",
            "often",
            "monthly",
            "15",
            "sixth Monday",
            "32nd",
            "0th",
            "every",
            "every 0 weeks on Monday",
            "second Tuesday and Thursday",
            "weekly",
        ] {
            assert_eq!(
                read_recurrence(text),
                Err(RecurrenceProblem::NotUnderstood),
                "{text}"
            );
        }
        assert_eq!(
            read_recurrence("every third Friday"),
            Err(RecurrenceProblem::TwoReadings(
                "every three weeks on Friday".to_owned(),
                "third Friday of the month".to_owned()
            ))
        );
    }

    fn days(text: &str, from: &str, until: &str, months: u8) -> Vec<String> {
        read_recurrence(text)
            .unwrap()
            .between(from.parse().unwrap(), until.parse().unwrap(), months)
            .into_iter()
            .map(|occurrence| match occurrence {
                Occurrence::On(day) => day.to_string(),
                Occurrence::Missing(first) => format!("none in {first}"),
            })
            .collect()
    }

    #[test]
    fn days_come_by_the_month_from_the_first_that_is_not_over() {
        assert_eq!(
            days("second Tuesday", "2027-04-01", "2028-03-31", 3),
            ["2027-04-13", "2027-07-13", "2027-10-12", "2028-01-11"]
        );
        assert_eq!(
            days("second Tuesday", "2027-04-14", "2027-09-30", 3),
            ["2027-05-11", "2027-08-10"]
        );
        assert_eq!(
            days("last Thursday", "2027-01-01", "2027-03-24", 1),
            ["2027-01-28", "2027-02-25"]
        );
    }

    #[test]
    fn a_month_without_such_a_day_is_told() {
        assert_eq!(
            days("31st", "2027-03-01", "2027-05-31", 1),
            ["2027-03-31", "none in 2027-04-01", "2027-05-31"]
        );
        assert_eq!(
            days("fifth Monday", "2027-03-01", "2027-04-30", 1),
            ["2027-03-29", "none in 2027-04-01"]
        );
    }

    #[test]
    fn days_come_by_the_week_from_the_first_such_weekday() {
        assert_eq!(
            days("every second Wednesday", "2027-04-07", "2027-05-05", 1),
            ["2027-04-07", "2027-04-21", "2027-05-05"]
        );
        assert_eq!(
            days("Mondays", "2027-04-06", "2027-04-12", 1),
            ["2027-04-12"]
        );
        assert!(days("Mondays", "2027-04-06", "2027-04-11", 1).is_empty());
    }
}
