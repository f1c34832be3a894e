//! One date, as precise as its author wrote it.

use jiff::civil::Date;

use crate::dates::Years;
use crate::dates::period::Period;
use crate::dates::problem::DateProblem;
use crate::dates::token::{Cursor, Kind, tokens};
use crate::dates::words::{day_in_words, month_name};
use crate::dates::written::{What, Written, day_exists, day_of, take_written};

/// A date as precise as its author wrote it. Months count from 1; years go from 1000 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartialDate {
    /// A year alone.
    Year(i16),
    /// A month of a year.
    Month {
        /// The year.
        year: i16,
        /// The month, 1 to 12.
        month: i8,
    },
    /// A day.
    Day(Date),
}

impl PartialDate {
    /// The first day that the date covers.
    pub fn first_day(self, years: Years) -> Date {
        match (self, years) {
            (Self::Year(year), Years::Financial) => first_of(year, 4),
            (Self::Year(year), Years::Calendar) => first_of(year, 1),
            (Self::Month { year, month }, _) => first_of(year, month),
            (Self::Day(date), _) => date,
        }
    }

    /// The last day that the date covers. The financial year 9999 ends with the last day that can be written.
    pub fn last_day(self, years: Years) -> Date {
        match (self, years) {
            (Self::Year(9999), _) => Date::MAX,
            (Self::Year(year), Years::Financial) => {
                first_of(year.saturating_add(1), 3).last_of_month()
            }
            (Self::Year(year), Years::Calendar) => first_of(year, 12).last_of_month(),
            (Self::Month { year, month }, _) => first_of(year, month).last_of_month(),
            (Self::Day(date), _) => date,
        }
    }

    /// `2026`, `2026-07` or `2026-07-12`: a valid year, month or date string for the `datetime` attribute of HTML's
    /// `time` element (HTML Standard, "The time element").
    pub fn iso(self) -> String {
        match self {
            Self::Year(year) => format!("{year:04}"),
            Self::Month { year, month } => format!("{year:04}-{month:02}"),
            Self::Day(date) => format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day()),
        }
    }

    /// The day, where the author named one.
    pub fn day(self) -> Option<Date> {
        match self {
            Self::Day(date) => Some(date),
            Self::Year(_) | Self::Month { .. } => None,
        }
    }
}

/// The first day of a month. A value made by hand with a month that is none is held inside the calendar.
fn first_of(year: i16, month: i8) -> Date {
    Date::new(year, month.clamp(1, 12), 1).unwrap_or(Date::MAX)
}

/// Reads a date: `2026-07-12`, `12 July 2026`, `12th Jul 2026`, a weekday in front, `July 2026`, `2026-07`, `2026`; month
/// and weekday names in English or Welsh.
///
/// Figures with the day first are read where they have one reading (`25/12/2026`), because that is what their author
/// expects; `07/12/2026` and short years are refused.
///
/// # Errors
/// What is not a date, does not exist, lacks its year, has two readings or the wrong weekday.
pub fn read_date(text: &str) -> Result<PartialDate, DateProblem> {
    read_whole(text)?.partial(text)
}

/// Reads a date in a meetings file, where the year may be left out if the period holds that day (or month) once.
///
/// A date with a year is read as it stands, inside the period or not.
///
/// # Errors
/// As [`read_date`]; without a year, `NotInPeriod` and `TwiceInPeriod`.
pub fn read_date_within(text: &str, period: &Period) -> Result<PartialDate, DateProblem> {
    let written = read_whole(text)?;
    let What::Calendar {
        weekday,
        day,
        month,
        year: None,
    } = written.what
    else {
        return written.partial(text);
    };
    let words = text.trim();
    let candidates = match day {
        Some(day) => days_in(period, day, month, words)?,
        None => months_in(period, month),
    };
    match candidates[..] {
        [] => Err(DateProblem::NotInPeriod {
            text: words.to_owned(),
            period: period.text.clone(),
        }),
        [PartialDate::Day(date)] => day_of(words, weekday, date.day(), date.month(), date.year()),
        [date] => Ok(date),
        _ => Err(DateProblem::TwiceInPeriod {
            text: words.to_owned(),
            period: period.text.clone(),
            readings: candidates.into_iter().map(in_words).collect(),
        }),
    }
}

/// The value as one written date and nothing else.
fn read_whole(text: &str) -> Result<Written, DateProblem> {
    let not_a_date = || DateProblem::NotADate {
        text: text.to_owned(),
    };
    let tokens = tokens(text);
    let mut cursor = Cursor::new(text, &tokens);
    let written = take_written(&mut cursor)?.ok_or_else(not_a_date)?;
    cursor.take(Kind::Stop);
    if cursor.is_at_end() {
        Ok(written)
    } else {
        Err(not_a_date())
    }
}

/// A message names at most this many years that a date could have.
const MOST_CANDIDATES: usize = 3;

fn days_in(
    period: &Period,
    day: i8,
    month: i8,
    text: &str,
) -> Result<Vec<PartialDate>, DateProblem> {
    day_exists(text, day, month, None)?;
    let years = period.from.year()..=period.to.year();
    let existing: Vec<Date> = years
        .filter_map(|year| Date::new(year, month, day).ok())
        .collect();
    if existing.is_empty() {
        // Only 29 February gets here: it exists, but in no year that the period touches.
        return Err(DateProblem::DoesNotExist {
            text: text.to_owned(),
            month,
            year: None,
            days: 28,
        });
    }
    Ok(existing
        .into_iter()
        .filter(|date| period.contains(*date))
        .take(MOST_CANDIDATES)
        .map(PartialDate::Day)
        .collect())
}

fn months_in(period: &Period, month: i8) -> Vec<PartialDate> {
    (period.from.year()..=period.to.year())
        .filter(|year| {
            let first = first_of(*year, month);
            first <= period.to && first.last_of_month() >= period.from
        })
        .take(MOST_CANDIDATES)
        .map(|year| PartialDate::Month { year, month })
        .collect()
}

fn in_words(date: PartialDate) -> String {
    match date {
        PartialDate::Year(year) => year.to_string(),
        PartialDate::Month { year, month } => format!("{} {year}", month_name(month)),
        PartialDate::Day(date) => day_in_words(date),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dates::read_period;

    #[test]
    fn every_way_of_writing_a_date_gives_its_value() {
        let table = [
            ("2026-07-12", "2026-07-12"),
            ("2026–07–12", "2026-07-12"),
            ("2026/07/12", "2026-07-12"),
            ("12 July 2026", "2026-07-12"),
            ("12th Jul 2026", "2026-07-12"),
            ("13 th July 2026", "2026-07-13"),
            ("  12\u{a0}JULY,\u{a0}2026. ", "2026-07-12"),
            ("the 12th of July 2026", "2026-07-12"),
            ("Tuesday 14 July 2026", "2026-07-14"),
            ("Tues. 14 July 2026", "2026-07-14"),
            ("Tuesday, the 14th of July, 2026", "2026-07-14"),
            ("July 14, 2026", "2026-07-14"),
            ("Sept. 2026", "2026-09"),
            ("July 2026", "2026-07"),
            ("2026-07", "2026-07"),
            ("2026", "2026"),
            ("29 February 2028", "2028-02-29"),
            ("25/12/2026", "2026-12-25"),
            ("07.07.2026", "2026-07-07"),
            ("12 o Fawrth 2026", "2026-03-12"),
            ("Mawrth 2026", "2026-03"),
            ("Dydd Mawrth 14 Gorffennaf 2026", "2026-07-14"),
            ("Mawrth 14eg Gorffennaf 2026", "2026-07-14"),
            ("Nos Fercher, 12fed Awst 2026", "2026-08-12"),
        ];
        for (text, iso) in table {
            assert_eq!(
                read_date(text).map(PartialDate::iso),
                Ok(iso.to_owned()),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_not_one_date_says_why_and_what_to_type() {
        let table = [
            ("soon", "“soon” is not a date", "Type a day such as"),
            ("", "There is no date here", "Type a day such as"),
            ("0999", "“0999” is not a date", "Type a day such as"),
            (
                "12 July 2026 at 2pm",
                "“12 July 2026 at 2pm” is not a date",
                "Type a day such as",
            ),
            ("2026/27", "“2026/27” is not a date", "Type a day such as"),
            (
                "31 April 2026",
                "“31 April 2026” does not exist: April has 30 days",
                "for example “30 April 2026”.",
            ),
            (
                "2026-02-29",
                "“2026-02-29” does not exist: February 2026 has 28 days",
                "“28 February 2026”",
            ),
            (
                "0 May 2026",
                "“0 May 2026” is not a date",
                "Type a day such as",
            ),
            (
                "31 June",
                "“31 June” does not exist: June has 30 days",
                "“30 June”",
            ),
            (
                "2026-13-01",
                "“2026-13-01” does not exist: there is no month 13",
                "month as a word",
            ),
            ("12 July", "“12 July” has no year", "“12 July 2026”"),
            (
                "07/12/2026",
                "“07/12/2026” can be read in more than one way: 7 December 2026 or 12 July 2026",
                "Type the one you mean: “7 December 2026” or “12 July 2026”.",
            ),
            (
                "25/12/26",
                "“25/12/26” can be read in more than one way: 25 December 2026 or 25 December 1926",
                "Type",
            ),
            (
                "12 July 26",
                "“12 July 26” can be read in more than one way: 12 July 2026 or 12 July 1926",
                "Type",
            ),
            (
                "12 July ’26",
                "“12 July ’26” can be read in more than one way: 12 July 2026 or 12 July 1926",
                "Type",
            ),
            (
                "April 26",
                "“April 26” can be read in more than one way: 26 April or April 2026",
                "Type",
            ),
            (
                "Monday 14 July 2026",
                "“Monday 14 July 2026” is not certain: 14 July 2026 is a Tuesday, not a Monday",
                "Type “Tuesday 14 July 2026” if the date is right, or correct the date, for example “Monday 13 July 2026” or “Monday 20 July 2026”.",
            ),
        ];
        for (text, message, help) in table {
            let problem = read_date(text).expect_err(text);
            assert_eq!(problem.message(), message, "{text}");
            assert!(problem.help().contains(help), "{text}: {}", problem.help());
        }
    }

    #[test]
    fn a_year_or_month_covers_its_days() {
        let extent = |date: PartialDate, years| {
            (
                date.first_day(years).to_string(),
                date.last_day(years).to_string(),
            )
        };
        let year = PartialDate::Year(2026);
        assert_eq!(
            extent(year, Years::Financial),
            ("2026-04-01".to_owned(), "2027-03-31".to_owned())
        );
        assert_eq!(
            extent(year, Years::Calendar),
            ("2026-01-01".to_owned(), "2026-12-31".to_owned())
        );
        assert_eq!(
            PartialDate::Year(9999).last_day(Years::Financial),
            Date::MAX
        );
        let month = PartialDate::Month {
            year: 2028,
            month: 2,
        };
        assert_eq!(
            extent(month, Years::Financial),
            ("2028-02-01".to_owned(), "2028-02-29".to_owned())
        );
    }

    #[test]
    fn in_a_meetings_file_the_period_gives_the_year() -> Result<(), DateProblem> {
        let period = read_period("2026/27", Years::Financial)?;
        let table = [
            ("12 May", "2026-05-12"),
            ("Tuesday 12 January", "2027-01-12"),
            ("February", "2027-02"),
            ("12 May 2031", "2031-05-12"),
        ];
        for (text, iso) in table {
            assert_eq!(read_date_within(text, &period)?.iso(), iso, "{text}");
        }
        let long = read_period("1 May 2026 to 20 May 2027", Years::Financial)?;
        let problem = |text| read_date_within(text, &long).expect_err(text);
        assert_eq!(
            problem("12 May").help(),
            "Type the one you mean: “12 May 2026” or “12 May 2027”.",
        );
        assert_eq!(read_date_within("21 May", &long)?.iso(), "2026-05-21");
        let short = read_period("April to June 2026", Years::Financial)?;
        assert_eq!(
            read_date_within("12 July", &short)
                .expect_err("outside")
                .message(),
            "“12 July” has no year, and is not in the period “April to June 2026”",
        );
        assert!(matches!(
            problem("29 February"),
            DateProblem::DoesNotExist { .. }
        ));
        assert!(matches!(
            problem("Monday 21 May"),
            DateProblem::WrongWeekday { .. }
        ));
        Ok(())
    }
}
