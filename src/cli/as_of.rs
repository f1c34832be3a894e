//! The date at which overdue, upcoming and stale are worked out.
#![allow(
    clippy::disallowed_methods,
    reason = "`cli/` is the room that knows what time it is"
)]

use jiff::Timestamp;
use jiff::civil::Date;

use super::failure::Failure;
use crate::dates::{DateProblem, read_date};
use crate::pipeline::AsOf;

/// The variable that makes builds repeatable (<https://reproducible-builds.org/specs/source-date-epoch/>).
const SOURCE_DATE_EPOCH: &str = "SOURCE_DATE_EPOCH";

/// The asked date, else the one of `SOURCE_DATE_EPOCH`, else now.
pub fn as_of(asked: Option<Date>) -> Result<AsOf, Failure> {
    if let Some(date) = asked {
        return Ok(AsOf::On(date));
    }
    match std::env::var_os(SOURCE_DATE_EPOCH).filter(|value| !value.is_empty()) {
        None => Ok(AsOf::At(Timestamp::now())),
        Some(value) => value
            .to_str()
            .and_then(|text| text.trim().parse().ok())
            .and_then(|seconds| Timestamp::from_second(seconds).ok())
            .map(AsOf::At)
            .ok_or_else(|| {
                Failure::new(
                    format!("{SOURCE_DATE_EPOCH} is not a number of seconds since 1970"),
                    "Take it out of the environment, or say --as-of 2026-07-12.",
                )
            }),
    }
}

/// Today on this computer, for files that `init` and `new` write.
pub fn today() -> Date {
    jiff::Zoned::now().date()
}

/// Reads a day of an argument, in every form in which a page can say it: `2026-07-12`, `12 July 2026`.
pub fn parse(text: &str) -> Result<Date, String> {
    const EXAMPLE: &str = "write a day, like this: 2026-07-12";
    match read_date(text) {
        Ok(date) => date.day().ok_or_else(|| EXAMPLE.to_owned()),
        Err(DateProblem::NotADate { .. }) => Err(EXAMPLE.to_owned()),
        Err(problem) => Err(format!("{}; {EXAMPLE}", problem.message())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_pages_write_them_and_never_guessed() {
        let date = jiff::civil::date(2026, 7, 12);
        for right in [
            "2026-07-12",
            " 12 July 2026 ",
            "12 Jul 2026",
            "12th July 2026",
            "Sunday 12 July 2026",
        ] {
            assert_eq!(parse(right), Ok(date), "{right}");
        }
        for wrong in [
            "12/07/2026",
            "12 July 26",
            "2026-07-12T10:00",
            "Monday 12 July 2026",
            "2026-02-30",
            "2026-07",
            "tomorrow",
            "",
        ] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }
}
