//! Why a timescale was not understood, in words for its author.

use crate::dates::problem::{DateProblem, quoted};

/// The reason why no date is certain in a timescale. `text` is the whole value.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(
    missing_docs,
    reason = "`message` says in plain words what each variant means"
)]
pub enum TimescaleProblem {
    Empty,
    /// `TBC`, `to be agreed`.
    ToBeConfirmed {
        text: String,
    },
    /// `summer 2027`, `early March 2027`: `word` has no certain days.
    Vague {
        text: String,
        word: String,
    },
    /// `Quarterly`: how often, without a date.
    Repeats {
        text: String,
    },
    /// Two dates with nothing between: a range, or two deadlines.
    RunTogether {
        first: String,
        second: String,
    },
    /// A date is there, but `words` beside it can change what it means.
    Unclear {
        text: String,
        words: String,
    },
    /// `Marhc 2027`: `word` stands where a month would, and is nearly one.
    MisspeltMonth {
        word: String,
        month: &'static str,
    },
    NoDate {
        text: String,
    },
    /// One of its dates does not exist or has two readings.
    Date(DateProblem),
}

impl From<DateProblem> for TimescaleProblem {
    fn from(problem: DateProblem) -> Self {
        Self::Date(problem)
    }
}

impl TimescaleProblem {
    /// What is wrong, as a clause without a full stop.
    pub fn message(&self) -> String {
        match self {
            Self::Empty => "There is no timescale here".to_owned(),
            Self::ToBeConfirmed { text } => format!("{} gives no date yet", quoted(text)),
            Self::Vague { text, word } => format!(
                "{} is not certain: {} has no fixed days",
                quoted(text),
                quoted(word)
            ),
            Self::Repeats { text } => format!("{} says how often, but not by when", quoted(text)),
            Self::RunTogether { first, second } => format!(
                "{} and {} stand together: this is either a range or two dates",
                quoted(first),
                quoted(second)
            ),
            Self::Unclear { text, words } => {
                format!(
                    "{} is only understood in part: {} could change the date",
                    quoted(text),
                    quoted(words)
                )
            }
            Self::MisspeltMonth { word, .. } => format!("{} is not a month", quoted(word)),
            Self::NoDate { text } => format!("{} names no date", quoted(text)),
            Self::Date(problem) => problem.message(),
        }
    }

    /// What to type instead, as one or two sentences.
    pub fn help(&self) -> String {
        match self {
            Self::Empty => "Type when it is due, such as \u{201c}July 2026\u{201d}, or leave the line out.".to_owned(),
            Self::ToBeConfirmed { .. } => {
                "It is shown as written. Type a month or a day as soon as it is known.".to_owned()
            }
            Self::Vague { .. } => {
                "It is shown as written. Type the months you mean, such as \u{201c}June to August 2027\u{201d}.".to_owned()
            }
            Self::Repeats { .. } => {
                "It is shown as written. Type the months, such as \u{201c}June, September, December 2026\u{201d}, or add \u{201c}ongoing\u{201d} after a date, such as \u{201c}June 2026 and ongoing\u{201d}.".to_owned()
            }
            Self::RunTogether { first, second } => format!(
                "Type {} or {}.",
                quoted(&format!("{first} to {second}")),
                quoted(&format!("{first}, {second}"))
            ),
            Self::Unclear { .. } => {
                "It is shown as written. Put the date first and a remark in brackets after it, such as \u{201c}July 2026 (first draft)\u{201d}; give each further date a line of its own.".to_owned()
            }
            Self::MisspeltMonth { month, .. } => format!("Did you mean {}?", quoted(month)),
            Self::NoDate { .. } => {
                "It is shown as written. Type a month, such as \u{201c}July 2026\u{201d}, a day, such as \u{201c}12 July 2026\u{201d}, or \u{201c}ongoing\u{201d}."
                    .to_owned()
            }
            Self::Date(problem) => problem.help(),
        }
    }
}
