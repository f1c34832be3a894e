//! Dates and times in words, from keys that every theme language fills in.
//!
//! The style is that of GOV.UK: "6 August 2026", "2pm to 4pm", "2:30pm", "midday".

use crate::dates::{Date, PartialDate, Time, TimeRange};
use crate::strings::Strings;

impl Strings {
    /// A date as precise as it was written: "6 August 2026" (`dates.day`), "August 2026"
    /// (`dates.month`) or "2026".
    #[must_use]
    pub fn date(&self, language: &str, date: PartialDate) -> String {
        match date {
            PartialDate::Year(year) => year.to_string(),
            PartialDate::Month { year, month } => self.month(language, year, month),
            PartialDate::Day(date) => self.dated(language, "dates.day", date),
        }
    }

    /// A day with its weekday: "Thursday 6 August 2026" (`dates.weekday_day`).
    #[must_use]
    pub fn weekday_day(&self, language: &str, date: Date) -> String {
        self.dated(language, "dates.weekday_day", date)
    }

    /// A month of a year: "August 2026" (`dates.month`). `month` is 1 to 12.
    #[must_use]
    pub fn month(&self, language: &str, year: i16, month: i8) -> String {
        self.text(
            language,
            "dates.month",
            &[
                ("month", &self.month_name(language, month)),
                ("year", &year.to_string()),
            ],
        )
    }

    /// The name of a month, 1 to 12: "August" (`dates.months.8`).
    #[must_use]
    pub fn month_name(&self, language: &str, month: i8) -> String {
        self.text(language, &format!("dates.months.{month}"), &[])
    }

    /// A day of a known month, in short, for narrow columns: "Tue 16" (`dates.short_day`).
    #[must_use]
    pub fn short_day(&self, language: &str, date: Date) -> String {
        let weekday = date.weekday().to_monday_one_offset();
        let key = format!("dates.short_weekdays.{weekday}");
        self.text(
            language,
            "dates.short_day",
            &[
                ("weekday", &self.text(language, &key, &[])),
                ("day", &date.day().to_string()),
            ],
        )
    }

    /// The name of a month, 1 to 12, in short, for narrow columns: "Aug" (`dates.short_months.8`).
    #[must_use]
    pub fn short_month(&self, language: &str, month: i8) -> String {
        self.text(language, &format!("dates.short_months.{month}"), &[])
    }

    /// A time of day: "2pm", "2:30pm", "midday", "midnight" (`dates.time.…`). Seconds are left out.
    ///
    /// On the hour the keys are `am` and `pm` with `{hour}`, else `am_minutes` and `pm_minutes`
    /// with `{hour}`, `{minutes}` (two digits) and `{hour24}` for languages that count to 24.
    #[must_use]
    pub fn time(&self, language: &str, time: Time) -> String {
        let hour12 = match time.hour() % 12 {
            0 => 12,
            hour => hour,
        };
        let key = match (time.hour(), time.minute()) {
            (0, 0) => "dates.time.midnight",
            (12, 0) => "dates.time.midday",
            (0..12, 0) => "dates.time.am",
            (_, 0) => "dates.time.pm",
            (0..12, _) => "dates.time.am_minutes",
            _ => "dates.time.pm_minutes",
        };
        self.text(
            language,
            key,
            &[
                ("hour", &hour12.to_string()),
                ("hour24", &time.hour().to_string()),
                ("minutes", &format!("{:02}", time.minute())),
            ],
        )
    }

    /// From one time to another: "2pm to 4pm" (`dates.time.range`); without an end, the start.
    #[must_use]
    pub fn time_range(&self, language: &str, range: TimeRange) -> String {
        let start = self.time(language, range.start);
        match range.end {
            None => start,
            Some(end) => self.text(
                language,
                "dates.time.range",
                &[("start", &start), ("end", &self.time(language, end))],
            ),
        }
    }

    fn dated(&self, language: &str, key: &str, date: Date) -> String {
        let weekday = date.weekday().to_monday_one_offset();
        self.text(
            language,
            key,
            &[
                (
                    "weekday",
                    &self.text(language, &format!("dates.weekdays.{weekday}"), &[]),
                ),
                ("day", &date.day().to_string()),
                ("month", &self.month_name(language, date.month())),
                ("year", &date.year().to_string()),
            ],
        )
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use crate::dates::{PartialDate, TimeRange};
    use crate::strings::Strings;
    use crate::strings::tests::strings;

    fn english() -> Strings {
        strings(
            "en",
            &[
                ("en", "dates.months.8", "August"),
                ("en", "dates.weekdays.4", "Thursday"),
                ("en", "dates.day", "{day} {month} {year}"),
                ("en", "dates.month", "{month} {year}"),
                ("en", "dates.weekday_day", "{weekday} {day} {month} {year}"),
                ("en", "dates.time.am", "{hour}am"),
                ("en", "dates.time.pm", "{hour}pm"),
                ("en", "dates.time.am_minutes", "{hour}:{minutes}am"),
                ("en", "dates.time.pm_minutes", "{hour}:{minutes}pm"),
                ("en", "dates.time.midday", "midday"),
                ("en", "dates.time.midnight", "midnight"),
                ("en", "dates.time.range", "{start} to {end}"),
            ],
        )
    }

    #[test]
    fn dates_are_written_out_without_commas_or_endings() {
        let day = date(2026, 8, 6);
        let written = |date| english().date("en", date);
        assert_eq!(written(PartialDate::Day(day)), "6 August 2026");
        assert_eq!(
            written(PartialDate::Month {
                year: 2026,
                month: 8
            }),
            "August 2026"
        );
        assert_eq!(written(PartialDate::Year(2026)), "2026");
        assert_eq!(english().weekday_day("en", day), "Thursday 6 August 2026");
    }

    #[test]
    fn times_are_written_as_people_say_them() {
        let say = |hour, minute| english().time("en", time(hour, minute, 0, 0));
        assert_eq!(say(0, 0), "midnight");
        assert_eq!(say(0, 5), "12:05am");
        assert_eq!(say(9, 0), "9am");
        assert_eq!(say(12, 0), "midday");
        assert_eq!(say(12, 30), "12:30pm");
        assert_eq!(say(14, 0), "2pm");
        let range = |end| {
            let start = time(14, 0, 0, 0);
            english().time_range("en", TimeRange { start, end })
        };
        assert_eq!(range(Some(time(16, 0, 0, 0))), "2pm to 4pm");
        assert_eq!(range(None), "2pm");
    }
}
