//! The period of a plan, a priority, a strategy or a file of meetings.

use jiff::civil::Date;

use crate::dates::Years;
use crate::dates::problem::DateProblem;
use crate::dates::token::{Cursor, Kind, tokens};
use crate::dates::written::{Written, fill_from, take_range_mark, take_written};

/// A span of days, both ends included; `from` is never after `to`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// The period in its author's words.
    pub text: String,
}

impl Period {
    /// Whether a day is one of its days.
    pub fn contains(&self, date: Date) -> bool {
        (self.from..=self.to).contains(&date)
    }
}

/// Reads a period: `2026-29`, `2026-2029`, `2026 to 2029`, `2026/27`, `April 2026 – March 2029`, whole days, one date.
///
/// A month at the end means its last day. Two years joined are, by financial years, the April of the first to the March
/// of the last; by calendar years, the January of the first to the December of the last. One date alone covers itself:
/// `2026` is one year, `April 2026` one month. What begins with `from` needs an end.
///
/// # Errors
/// What is not a period, a date in it that is none (see [`DateProblem`]), an end before the start, and the two readings
/// of `2009-12`.
pub fn read_period(text: &str, years: Years) -> Result<Period, DateProblem> {
    let not_a_period = || DateProblem::NotAPeriod {
        text: text.to_owned(),
    };
    let tokens = tokens(text);
    let mut cursor = Cursor::new(text, &tokens);
    let begins_with_from = cursor.take_word(&["from", "o"]);
    let first = take_written(&mut cursor)?.ok_or_else(not_a_period)?;
    let last = if take_range_mark(&mut cursor) {
        Some(take_written(&mut cursor)?.ok_or_else(not_a_period)?)
    } else if begins_with_from {
        return Err(not_a_period());
    } else {
        None
    };
    cursor.take(Kind::Stop);
    if !cursor.is_at_end() {
        return Err(not_a_period());
    }
    let (from, to) = match last {
        Some(last) => range(text, first, &last, years)?,
        None => first.extent(text, years)?,
    };
    Ok(Period {
        from,
        to,
        text: text.trim().to_owned(),
    })
}

/// Reads the form `{from, to, text}`. Without `text` the words shown are both dates with a dash between, which reads the
/// same in every language.
///
/// # Errors
/// As [`read_period`].
pub fn period_between(
    from: &str,
    to: &str,
    text: Option<&str>,
    years: Years,
) -> Result<Period, DateProblem> {
    let joined = format!("{} – {}", from.trim(), to.trim());
    let first = read_end(from)?;
    let last = read_end(to)?;
    let from = first.extent(from, years)?.0;
    let to = last.end_of_range(to, years)?;
    if to < from {
        return Err(DateProblem::EndBeforeStart { text: joined });
    }
    Ok(Period {
        from,
        to,
        text: text.map_or(joined, |text| text.trim().to_owned()),
    })
}

/// The first and last day of a range between two dates; the first may leave its year to the second.
pub(super) fn range(
    text: &str,
    mut first: Written,
    last: &Written,
    years: Years,
) -> Result<(Date, Date), DateProblem> {
    fill_from(&mut first, last);
    let from = first.extent(text, years)?.0;
    let to = last.end_of_range(text, years)?;
    if to < from {
        let words = text
            .get(first.words.start..last.words.end)
            .unwrap_or_default();
        return Err(DateProblem::EndBeforeStart {
            text: words.to_owned(),
        });
    }
    Ok((from, to))
}

/// One end of a period that is written as two values.
fn read_end(text: &str) -> Result<Written, DateProblem> {
    let tokens = tokens(text);
    let mut cursor = Cursor::new(text, &tokens);
    let written = take_written(&mut cursor)?.filter(|_| cursor.is_at_end());
    written.ok_or_else(|| DateProblem::NotADate {
        text: text.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(period: &Period) -> String {
        format!("{} {}", period.from, period.to)
    }

    #[test]
    fn every_way_of_writing_a_period_gives_its_days() -> Result<(), DateProblem> {
        let three_years = "2026-04-01 2029-03-31";
        let table = [
            ("2026-29", three_years),
            ("2026–29", three_years),
            ("2026-2029", three_years),
            ("2026 - 2029", three_years),
            ("2026 to 2029", three_years),
            ("2026/27", "2026-04-01 2027-03-31"),
            ("2026 /27", "2026-04-01 2027-03-31"),
            ("1999/00", "1999-04-01 2000-03-31"),
            ("April 2026 – March 2029", three_years),
            ("from April 2026 until March 2029", three_years),
            ("Ebrill 2026 i Fawrth 2029", three_years),
            ("2026-04 – 2029-03", three_years),
            ("1 April 2026 to 31 March 2029", three_years),
            ("2026-04-01 - 2029-03-31", three_years),
            ("April to June 2026", "2026-04-01 2026-06-30"),
            ("2026", "2026-04-01 2027-03-31"),
            ("April 2026", "2026-04-01 2026-04-30"),
        ];
        for (text, expected) in table {
            let period = read_period(text, Years::Financial)?;
            assert_eq!(days(&period), expected, "{text}");
            assert_eq!(period.text, text);
        }
        assert_eq!(
            days(&read_period("2026-29", Years::Calendar)?),
            "2026-01-01 2029-12-31"
        );
        assert_eq!(
            days(&period_between(
                "2026",
                "March 2029",
                None,
                Years::Financial
            )?),
            three_years
        );
        assert_eq!(
            period_between("2026", "2029", Some("Three years"), Years::Financial)?.text,
            "Three years"
        );
        assert_eq!(
            period_between("2026", "2029", None, Years::Financial)?.text,
            "2026 – 2029"
        );
        Ok(())
    }

    #[test]
    fn what_is_not_one_period_says_why() {
        let table = [
            ("three years", "“three years” is not a period"),
            ("2026-29 (draft)", "“2026-29 (draft)” is not a period"),
            ("26/27", "“26/27” is not a period"),
            ("from April 2026", "“from April 2026” is not a period"),
            ("2026 onwards", "“2026 onwards” is not a period"),
            ("2029-26", "“2029-26” ends before it starts"),
            ("2029 to 2026", "“2029 to 2026” ends before it starts"),
            ("2026-2026", "“2026-2026” ends before it starts"),
            (
                "2009-12",
                "“2009-12” can be read in more than one way: 2009 to 2012 or December 2009",
            ),
            (
                "1 April 2026 to 31 April 2027",
                "“31 April 2027” does not exist: April has 30 days",
            ),
            ("April to June", "“April” has no year"),
        ];
        for (text, message) in table {
            let problem = read_period(text, Years::Financial).expect_err(text);
            assert_eq!(problem.message(), message, "{text}");
        }
        let reversed = period_between("March 2029", "April 2026", None, Years::Financial)
            .map_err(|problem| problem.message());
        assert_eq!(
            reversed,
            Err("“March 2029 – April 2026” ends before it starts".to_owned())
        );
    }
}
