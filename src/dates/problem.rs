//! What can be wrong with a date, a period or a time, in words for its author.

use jiff::civil::{Date, Weekday};

use crate::dates::words::{day_in_words, month_name, weekday_name};

/// Why a text is not one date, period or time. `text` is what the author wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(
    missing_docs,
    reason = "`message` says in plain words what each variant means"
)]
pub enum DateProblem {
    NotADate {
        text: String,
    },
    NotAPeriod {
        text: String,
    },
    NotATime {
        text: String,
    },
    /// A day that its month does not have. Without a `year`, no year asked for has it.
    DoesNotExist {
        text: String,
        month: i8,
        year: Option<i16>,
        days: i8,
    },
    /// A date in figures whose month is not 1 to 12.
    NoSuchMonth {
        text: String,
        month: u32,
    },
    /// A time beyond 24 hours or 60 minutes.
    NoSuchTime {
        text: String,
    },
    /// `readings`: two or more texts that say each possible meaning and can be typed instead.
    TwoReadings {
        text: String,
        readings: Vec<String>,
    },
    WrongWeekday {
        text: String,
        written: Weekday,
        date: Date,
    },
    NoYear {
        text: String,
    },
    /// A date without a year, in a file whose period does not hold it.
    NotInPeriod {
        text: String,
        period: String,
    },
    /// A date without a year, in a file whose period holds it more than once. `readings` name the years.
    TwiceInPeriod {
        text: String,
        period: String,
        readings: Vec<String>,
    },
    EndBeforeStart {
        text: String,
    },
}

impl DateProblem {
    /// What is wrong, as a clause without a full stop.
    pub fn message(&self) -> String {
        match self {
            Self::NotADate { text } => not_a(text, "date"),
            Self::NotAPeriod { text } => not_a(text, "period"),
            Self::NotATime { text } => not_a(text, "time"),
            Self::DoesNotExist {
                text,
                month,
                year,
                days,
            } => {
                let month_and_year = match year {
                    // Only February changes with the year.
                    Some(year) if *month == 2 => format!("February {year}"),
                    _ => month_name(*month).to_owned(),
                };
                let is_leap_day = *month == 2 && year.is_none() && *days == 28;
                let scope = if is_leap_day {
                    " in the years of this file"
                } else {
                    ""
                };
                format!(
                    "{} does not exist: {month_and_year} has {days} days{scope}",
                    quoted(text)
                )
            }
            Self::NoSuchMonth { text, month } => {
                format!("{} does not exist: there is no month {month}", quoted(text))
            }
            Self::NoSuchTime { text } => {
                format!(
                    "{} does not exist: hours go from 0 to 23 (1 to 12 with am or pm), minutes from 00 to 59",
                    quoted(text)
                )
            }
            Self::TwoReadings { text, readings } => {
                format!(
                    "{} can be read in more than one way: {}",
                    quoted(text),
                    readings.join(" or ")
                )
            }
            Self::WrongWeekday {
                text,
                written,
                date,
            } => format!(
                "{} is not certain: {} is a {}, not a {}",
                quoted(text),
                day_in_words(*date),
                weekday_name(date.weekday()),
                weekday_name(*written),
            ),
            Self::NoYear { text } => format!("{} has no year", quoted(text)),
            Self::NotInPeriod { text, period } => {
                format!(
                    "{} has no year, and is not in the period {}",
                    quoted(text),
                    quoted(period)
                )
            }
            Self::TwiceInPeriod { text, period, .. } => {
                format!(
                    "{} has no year, and is in the period {} more than once",
                    quoted(text),
                    quoted(period)
                )
            }
            Self::EndBeforeStart { text } => format!("{} ends before it starts", quoted(text)),
        }
    }

    /// What to type instead, as one or two sentences.
    pub fn help(&self) -> String {
        match self {
            Self::NotADate { .. } => {
                "Type a day such as \u{201c}12 July 2026\u{201d}, or a month such as \u{201c}July 2026\u{201d}.".to_owned()
            }
            Self::NotAPeriod { .. } => {
                "Type the first and the last year, such as \u{201c}2026-2029\u{201d}, or months, such as \u{201c}April 2026 to March 2029\u{201d}."
                    .to_owned()
            }
            Self::NotATime { .. } => "Type a time such as \u{201c}2pm\u{201d}, \u{201c}2.30pm\u{201d}, \u{201c}14:00\u{201d} or \u{201c}14:00 to 16:00\u{201d}.".to_owned(),
            Self::DoesNotExist { month, year, days, .. } => {
                let year = year.map(|year| format!(" {year}")).unwrap_or_default();
                format!("Type the day you mean, for example \u{201c}{days} {}{year}\u{201d}.", month_name(*month))
            }
            Self::NoSuchMonth { .. } => "Write the month as a word, for example \u{201c}12 July 2026\u{201d}.".to_owned(),
            Self::NoSuchTime { .. } => "Type the time you mean, for example \u{201c}14:00\u{201d} or \u{201c}2pm\u{201d}.".to_owned(),
            Self::TwoReadings { readings, .. } | Self::TwiceInPeriod { readings, .. } => {
                let readings: Vec<String> = readings.iter().map(|reading| format!("\u{201c}{reading}\u{201d}")).collect();
                format!("Type the one you mean: {}.", readings.join(" or "))
            }
            Self::WrongWeekday { written, date, .. } => {
                let same_day = format!("\u{201c}{} {}\u{201d}", weekday_name(date.weekday()), day_in_words(*date));
                let same_weekday: Vec<String> = [-1, 1]
                    .into_iter()
                    .filter_map(|direction| date.nth_weekday(direction, *written).ok())
                    .map(|other| format!("\u{201c}{} {}\u{201d}", weekday_name(*written), day_in_words(other)))
                    .collect();
                format!("Type {same_day} if the date is right, or correct the date, for example {}.", same_weekday.join(" or "))
            }
            Self::NoYear { text } => format!("Add the year at the end, such as \u{201c}{} 2026\u{201d}.", shortened(text)),
            Self::NotInPeriod { .. } => {
                "Add the year at the end if the date is right; if not, correct the date or the period.".to_owned()
            }
            Self::EndBeforeStart { .. } => {
                "Type the earlier one first. Where the end is in another year, type the year of both.".to_owned()
            }
        }
    }
}

fn not_a(text: &str, what: &str) -> String {
    match text.trim() {
        "" => format!("There is no {what} here"),
        text => format!("{} is not a {what}", quoted(text)),
    }
}

/// The author's text in quotes, on one line.
pub(super) fn quoted(text: &str) -> String {
    format!("\u{201c}{}\u{201d}", shortened(text))
}

/// A text for a message: its spaces and line ends as single spaces, and cut where it is long.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 80;
    // Enough of the start that a value of a megabyte is not copied whole for a message.
    let start: String = text.trim().chars().take(4 * LONGEST).collect();
    let words = start.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= LONGEST {
        return words;
    }
    let cut: String = words.chars().take(LONGEST).collect();
    format!("{}…", cut.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut_at_a_character() {
        let message = DateProblem::NotADate {
            text: "é".repeat(500),
        }
        .message();
        assert_eq!(
            message,
            format!("\u{201c}{}…\u{201d} is not a date", "é".repeat(80))
        );
    }

    #[test]
    fn nothing_is_named_as_nothing() {
        assert_eq!(
            DateProblem::NotATime {
                text: " ".to_owned()
            }
            .message(),
            "There is no time here"
        );
    }
}
