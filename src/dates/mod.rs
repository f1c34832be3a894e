//! Dates, periods, times and timescales: from an author's text to a value.
//!
//! A vocabulary: pure functions of the text, no disk and no clock. What has two readings is never guessed; it is a
//! [`DateProblem`], or a [`Timescale`] that is shown as written and says why it was not understood.

mod bank_holidays;
mod date;
mod frequency;
mod period;
mod problem;
mod recurrence;
mod time;
mod timescale;
mod token;
mod words;
mod written;

pub use jiff::civil::{Date, Time};

pub use bank_holidays::{BankHoliday, FIRST_YEAR, Nation, bank_holiday_on, bank_holidays};
pub use date::{PartialDate, read_date, read_date_within};
pub use frequency::{Frequency, read_frequency};
pub use period::{Period, period_between, read_period};
pub use problem::DateProblem;
pub use recurrence::{Occurrence, Recurrence, RecurrenceProblem, read_recurrence};
pub use time::{TimeRange, read_time};
pub use timescale::{
    Certainty, Due, Named, OutOfOrder, Timescale, TimescaleProblem, are_over, out_of_order,
    read_timescale,
};

/// What a bare year means: the twelve months that begin with its April, or with its January.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Years {
    /// `2026` is April 2026 to March 2027, as in the accounts of councils, police and health.
    #[default]
    Financial,
    /// `2026` is January to December 2026.
    Calendar,
}
