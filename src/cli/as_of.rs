//! The date at which overdue, upcoming and stale are worked out.
#![allow(
    clippy::disallowed_methods,
    reason = "`cli/` is the room that knows what time it is"
)]

use jiff::Timestamp;
use jiff::civil::Date;

use super::failure::Failure;
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

/// Reads a date of an argument: `2026-07-12` or `12 July 2026`.
pub fn parse(text: &str) -> Result<Date, String> {
    let text = text.trim();
    text.parse()
        .or_else(|_| Date::strptime("%d %B %Y", text))
        .map_err(|_| "write a date that exists, like this: 2026-07-12".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_two_forms_and_never_guessed() {
        let date = jiff::civil::date(2026, 7, 12);
        assert_eq!(parse("2026-07-12"), Ok(date));
        assert_eq!(parse(" 12 July 2026 "), Ok(date));
        for wrong in ["12/07/2026", "2026-02-30", "2026-07", "tomorrow", ""] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }
}
