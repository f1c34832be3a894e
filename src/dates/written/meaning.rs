//! The days that a written date means.

use jiff::civil::{Date, Weekday};

use crate::dates::Years;
use crate::dates::date::PartialDate;
use crate::dates::problem::DateProblem;
use crate::dates::written::{What, Written};

impl Written {
    /// The date, where the words say one day, month or year. `text` is the value that `words` are bytes of.
    pub fn partial(&self, text: &str) -> Result<PartialDate, DateProblem> {
        let text = text.get(self.words.clone()).unwrap_or_default();
        match self.what {
            What::Year(year) => Ok(PartialDate::Year(year)),
            What::Calendar {
                day: None,
                month,
                year: Some(year),
                ..
            } => Ok(PartialDate::Month { year, month }),
            What::Calendar {
                weekday,
                day: Some(day),
                month,
                year: Some(year),
            } => day_of(text, weekday, day, month, year),
            What::Calendar {
                day,
                month,
                year: None,
                ..
            } => {
                if let Some(day) = day {
                    day_exists(text, day, month, None)?;
                }
                Err(DateProblem::NoYear {
                    text: text.to_owned(),
                })
            }
            What::Quarter { year: None, .. } => Err(DateProblem::NoYear {
                text: text.to_owned(),
            }),
            What::DayOnly(_) | What::Years { .. } | What::Quarter { .. } => {
                Err(DateProblem::NotADate {
                    text: text.to_owned(),
                })
            }
        }
    }

    /// The first and the last day that the words cover.
    pub fn extent(&self, text: &str, years: Years) -> Result<(Date, Date), DateProblem> {
        match self.what {
            What::Years { from, to } => {
                let (first, last) = (
                    PartialDate::Year(from).first_day(years),
                    last_day_of_span(to, years),
                );
                let text = text.get(self.words.clone()).unwrap_or_default();
                if last < first {
                    Err(DateProblem::EndBeforeStart {
                        text: text.to_owned(),
                    })
                } else {
                    Ok((first, last))
                }
            }
            What::Quarter {
                number,
                year: Some(year),
                split,
            } => {
                let words = text.get(self.words.clone()).unwrap_or_default();
                if split && years == Years::Calendar {
                    let readings = vec![
                        format!("Q{number} {year}"),
                        format!("Q{number} {}", year + 1),
                    ];
                    return Err(DateProblem::TwoReadings {
                        text: words.to_owned(),
                        readings,
                    });
                }
                quarter(number, year, years).ok_or_else(|| DateProblem::NotADate {
                    text: words.to_owned(),
                })
            }
            _ => self
                .partial(text)
                .map(|date| (date.first_day(years), date.last_day(years))),
        }
    }

    /// The last day that the words cover as the end of a range: `2029` at the end of a plan is its last March.
    pub fn end_of_range(&self, text: &str, years: Years) -> Result<Date, DateProblem> {
        match self.what {
            What::Year(year) => Ok(last_day_of_span(year, years)),
            _ => self.extent(text, years).map(|(_, last)| last),
        }
    }
}

/// Whether a month has this day. Without a year, 29 February is taken to exist.
pub(in crate::dates) fn day_exists(
    text: &str,
    day: i8,
    month: i8,
    year: Option<i16>,
) -> Result<(), DateProblem> {
    const A_LEAP_YEAR: i16 = 2000;
    let days = Date::new(year.unwrap_or(A_LEAP_YEAR), month, 1).map_or(31, Date::days_in_month);
    if (1..=days).contains(&day) {
        return Ok(());
    }
    Err(DateProblem::DoesNotExist {
        text: text.to_owned(),
        month,
        year,
        days,
    })
}

/// A whole date, if it exists and its weekday is right.
pub(in crate::dates) fn day_of(
    text: &str,
    weekday: Option<Weekday>,
    day: i8,
    month: i8,
    year: i16,
) -> Result<PartialDate, DateProblem> {
    day_exists(text, day, month, Some(year))?;
    let date = Date::new(year, month, day).map_err(|_| DateProblem::NotADate {
        text: text.to_owned(),
    })?;
    match weekday {
        Some(written) if written != date.weekday() => Err(DateProblem::WrongWeekday {
            text: text.to_owned(),
            written,
            date,
        }),
        _ => Ok(PartialDate::Day(date)),
    }
}

/// The last day of a span of years that is written with `to` as its last number: 2026-29 ends in March 2029.
fn last_day_of_span(to: i16, years: Years) -> Date {
    match years {
        Years::Financial => PartialDate::Month { year: to, month: 3 }.last_day(years),
        Years::Calendar => PartialDate::Year(to).last_day(years),
    }
}

fn quarter(number: i8, year: i16, years: Years) -> Option<(Date, Date)> {
    let (year, first_month) = match (years, number) {
        (Years::Calendar, _) => (year, 3 * number - 2),
        (Years::Financial, 4) => (year.checked_add(1)?, 1),
        (Years::Financial, _) => (year, 3 * number + 1),
    };
    let first = Date::new(year, first_month, 1).ok()?;
    let last = Date::new(year, first_month + 2, 1).ok()?.last_of_month();
    Some((first, last))
}
