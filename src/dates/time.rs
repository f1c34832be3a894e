//! The time of a meeting.

use jiff::civil::Time;

use crate::dates::problem::DateProblem;
use crate::dates::token::{Cursor, Kind, tokens};

/// A time of day, or the start and end of a meeting on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeRange {
    /// When it begins.
    pub start: Time,
    /// After `start`.
    pub end: Option<Time>,
}

/// Reads a time: `14:00`, `2pm`, `2.30 p.m.`, `noon`, `14:00 to 16:00`, `2 to 4pm`, with any dash.
///
/// An hour of one digit without am or pm (`2:30`) is read only where the other time leaves one reading. Figures without
/// minutes need am or pm somewhere: `14` is not a time.
///
/// # Errors
/// What is not a time, does not exist, has two readings, or ends before it starts.
pub fn read_time(text: &str) -> Result<TimeRange, DateProblem> {
    let text = text.trim();
    let not_a_time = || DateProblem::NotATime {
        text: text.to_owned(),
    };
    let tokens = tokens(text);
    let mut cursor = Cursor::new(text, &tokens);
    let first = take_clock(&mut cursor).ok_or_else(not_a_time)?;
    let last = if cursor.take(Kind::Dash) || cursor.take_word(&["to", "until", "till", "i", "tan"])
    {
        Some(take_clock(&mut cursor).ok_or_else(not_a_time)?)
    } else {
        None
    };
    cursor.take(Kind::Stop);
    if !cursor.is_at_end() {
        return Err(not_a_time());
    }
    match last {
        Some(last) => range(text, first, last),
        None => single(text, first),
    }
}

/// A time as it was written.
#[derive(Clone, Copy)]
struct Clock {
    hour: u32,
    hour_digits: usize,
    minute: Option<u32>,
    half: Option<Half>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Am,
    Pm,
}

impl Clock {
    /// The times that the figures can mean: one, or two where the half of the day is open.
    fn readings(self, text: &str) -> Result<Vec<Time>, DateProblem> {
        let halves: &[Option<Half>] = match self.half {
            Some(_) => &[self.half],
            None if self.is_open() => &[Some(Half::Am), Some(Half::Pm)],
            None => &[None],
        };
        let times: Option<Vec<Time>> = halves.iter().map(|half| self.at(*half)).collect();
        times.ok_or_else(|| DateProblem::NoSuchTime {
            text: text.to_owned(),
        })
    }

    /// Whether the half of the day is not said: `2`, `2:30` and `11`, but not `02:30`, `10:30` or `14`.
    fn is_open(self) -> bool {
        let has_one_reading = self.minute.is_some() && self.hour_digits == 2;
        self.half.is_none() && (1..=12).contains(&self.hour) && !has_one_reading
    }

    /// `02:30` is the night, whatever the end says.
    fn has_leading_zero(self) -> bool {
        self.hour < 10 && self.hour_digits == 2
    }

    fn at(self, half: Option<Half>) -> Option<Time> {
        if half.is_some() && !(1..=12).contains(&self.hour) {
            return None;
        }
        let hour = match half {
            Some(Half::Am) => self.hour % 12,
            Some(Half::Pm) => self.hour % 12 + 12,
            None => self.hour,
        };
        Time::new(
            i8::try_from(hour).ok()?,
            i8::try_from(self.minute.unwrap_or(0)).ok()?,
            0,
            0,
        )
        .ok()
    }
}

fn take_clock(cursor: &mut Cursor) -> Option<Clock> {
    const NOON: &[&str] = &["noon", "midday"];
    if cursor.take_word(NOON) || cursor.take_words(&["hanner", "dydd"]) {
        return Some(Clock {
            hour: 12,
            hour_digits: 2,
            minute: None,
            half: Some(Half::Pm),
        });
    }
    let hour_digits = match cursor.peek() {
        Some(Kind::Number { digits, .. }) => digits,
        _ => return None,
    };
    let hour = cursor.take_number(1..=2)?;
    let after_hour = *cursor;
    let has_mark = cursor.is_tight()
        && (cursor.take(Kind::Colon) || cursor.take(Kind::Stop))
        && cursor.is_tight();
    let minute = if has_mark {
        cursor.take_number(2..=2)
    } else {
        None
    };
    if minute.is_none() {
        *cursor = after_hour;
    }
    let half = take_half(cursor);
    if half.is_none() && hour == 12 && minute.unwrap_or(0) == 0 && cursor.take_word(NOON) {
        return Some(Clock {
            hour,
            hour_digits,
            minute,
            half: Some(Half::Pm),
        });
    }
    Some(Clock {
        hour,
        hour_digits,
        minute,
        half,
    })
}

/// `pm`, `p.m.`, `p.m`.
fn take_half(cursor: &mut Cursor) -> Option<Half> {
    for (half, whole, letter) in [(Half::Am, "am", "a"), (Half::Pm, "pm", "p")] {
        if cursor.take_word(&[whole]) {
            return Some(half);
        }
        let saved = *cursor;
        if cursor.take_word(&[letter]) && cursor.take(Kind::Stop) && cursor.take_word(&["m"]) {
            cursor.take(Kind::Stop);
            return Some(half);
        }
        *cursor = saved;
    }
    None
}

fn single(text: &str, clock: Clock) -> Result<TimeRange, DateProblem> {
    if clock.minute.is_none() && clock.half.is_none() {
        return Err(DateProblem::NotATime {
            text: text.to_owned(),
        });
    }
    match clock.readings(text)?[..] {
        [start] => Ok(TimeRange { start, end: None }),
        ref readings => Err(two_readings(
            text,
            readings.iter().map(|time| in_words(*time)).collect(),
        )),
    }
}

fn range(text: &str, first: Clock, last: Clock) -> Result<TimeRange, DateProblem> {
    let says_nothing = |clock: Clock| clock.minute.is_none() && clock.half.is_none();
    if says_nothing(first) && says_nothing(last) {
        return Err(DateProblem::NotATime {
            text: text.to_owned(),
        });
    }
    let mut starts = first.readings(text)?;
    let ends = last.readings(text)?;
    if let Some(half) = last.half
        && first.half.is_none()
        && !first.has_leading_zero()
        && let Some(shared) = first.at(Some(half))
        && ends.iter().all(|end| shared < *end)
    {
        // "2 to 4pm": one pm for both, as everybody says it.
        starts = vec![shared];
    }
    let pairs: Vec<(Time, Time)> = starts
        .iter()
        .flat_map(|start| ends.iter().map(move |end| (*start, *end)))
        .filter(|(start, end)| start < end)
        .collect();
    match pairs[..] {
        [] => Err(DateProblem::EndBeforeStart {
            text: text.to_owned(),
        }),
        [(start, end)] => Ok(TimeRange {
            start,
            end: Some(end),
        }),
        _ => {
            let readings = pairs
                .iter()
                .map(|(start, end)| format!("{} to {}", in_words(*start), in_words(*end)));
            Err(two_readings(text, readings.collect()))
        }
    }
}

fn two_readings(text: &str, readings: Vec<String>) -> DateProblem {
    DateProblem::TwoReadings {
        text: text.to_owned(),
        readings,
    }
}

fn in_words(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_writing_a_time_gives_its_value() {
        let table = [
            ("14:00", "14:00"),
            ("10.30", "10:30"),
            ("09:30", "09:30"),
            ("00:15", "00:15"),
            ("2pm", "14:00"),
            ("2.30 p.m.", "14:30"),
            ("2:30PM", "14:30"),
            ("12pm", "12:00"),
            ("12am", "00:00"),
            ("noon", "12:00"),
            ("12 noon", "12:00"),
            ("14:00 to 16:00", "14:00 16:00"),
            ("14:00–16:00", "14:00 16:00"),
            ("10.00 - 12.30", "10:00 12:30"),
            ("2 to 4pm", "14:00 16:00"),
            ("2-4pm", "14:00 16:00"),
            ("2.30 – 4 pm", "14:30 16:00"),
            ("11 to 1pm", "11:00 13:00"),
            ("10 to noon", "10:00 12:00"),
            ("noon to 2pm", "12:00 14:00"),
            ("9am to 5", "09:00 17:00"),
            ("9:30 to 16:00", "09:30 16:00"),
            ("02:30 to 4pm", "02:30 16:00"),
        ];
        for (text, expected) in table {
            let shown = read_time(text).map(|range| {
                let end = range
                    .end
                    .map(|end| format!(" {}", in_words(end)))
                    .unwrap_or_default();
                in_words(range.start) + &end
            });
            assert_eq!(shown, Ok(expected.to_owned()), "{text}");
        }
    }

    #[test]
    fn what_is_not_one_time_says_why() {
        let table = [
            ("", "There is no time here"),
            ("after lunch", "“after lunch” is not a time"),
            ("14", "“14” is not a time"),
            ("2 to 4", "“2 to 4” is not a time"),
            ("14:00:00", "“14:00:00” is not a time"),
            ("midnight", "“midnight” is not a time"),
            ("16:00 to 14:00", "“16:00 to 14:00” ends before it starts"),
            (
                "2:30",
                "“2:30” can be read in more than one way: 02:30 or 14:30",
            ),
            (
                "2:30 to 16:00",
                "“2:30 to 16:00” can be read in more than one way: 02:30 to 16:00 or 14:30 to 16:00",
            ),
        ];
        for (text, message) in table {
            let problem = read_time(text).expect_err(text);
            assert_eq!(problem.message(), message, "{text}");
            assert!(!problem.help().is_empty());
        }
        for text in ["25:00", "14:60", "13pm", "0pm", "99:99 to 4pm"] {
            assert!(
                matches!(read_time(text), Err(DateProblem::NoSuchTime { .. })),
                "{text}"
            );
        }
    }
}
