//! How actions stand: which status, finished or late, and the counts of many.

use crate::dates::{Date, are_over};
use crate::model::{Action, Id, Plan, Row, Status};
use crate::strings::Strings;

/// How one action stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its status.
    pub status: Option<Id<Status>>,
    /// Whether nothing is left to do.
    pub finished: bool,
    /// Whether its last date is past and it is not finished.
    pub late: bool,
}

/// How an action of a plan stands on a day.
///
/// It is late when every deadline of the action and of its unfinished rows is past: what goes on,
/// comes round with meetings or was not understood is never called late.
#[must_use]
pub fn standing(plan: &Plan, action: &Action, on: Date) -> Standing {
    let status = action_status(plan, action, on);
    let is_finished = |status| is_finished(plan, status);
    let rows_finished = !action.rows.is_empty()
        && action
            .rows
            .iter()
            .all(|row| is_finished(row_status(action, row)));
    let finished = is_finished(status) || (status.is_none() && rows_finished);
    let unfinished_rows = action
        .rows
        .iter()
        .filter(|row| !is_finished(row.facts.status.value().copied()));
    let timescales = action
        .facts
        .due
        .items()
        .iter()
        .chain(unfinished_rows.flat_map(|row| row.facts.due.items()))
        .map(|due| &due.timescale);
    Standing {
        status,
        finished,
        late: !finished && are_over(timescales, on),
    }
}

/// The status of an action: its own; else that of its newest dated note; else the one that all its
/// rows share.
#[must_use]
pub fn action_status(plan: &Plan, action: &Action, on: Date) -> Option<Id<Status>> {
    let own = action.facts.status.value().copied();
    let noted = || {
        let notes = action.facts.progress.items().iter();
        notes
            .filter_map(|note| Some((note.date?.first_day(plan.years), note.status?)))
            .filter(|(date, _)| *date <= on)
            .max_by_key(|(date, _)| *date)
            .map(|(_, status)| status)
    };
    let shared = || {
        let mut statuses = action.rows.iter().map(|row| row_status(action, row));
        let first = statuses.next()??;
        statuses
            .all(|status| status == Some(first))
            .then_some(first)
    };
    own.or_else(noted).or_else(shared)
}

/// The status of a row: its own, else the action's.
#[must_use]
pub fn row_status(action: &Action, row: &Row) -> Option<Id<Status>> {
    let status = action.effective(row, |facts| &facts.status);
    status.value().copied()
}

/// Whether a status says that nothing is left to do.
#[must_use]
pub fn is_finished(plan: &Plan, status: Option<Id<Status>>) -> bool {
    status
        .and_then(|status| plan.statuses.values().nth(status.index()))
        .is_some_and(|status| status.finished)
}

/// How many actions stand how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// All.
    pub total: usize,
    /// How many are finished.
    pub finished: usize,
    /// How many are late.
    pub late: usize,
    /// How many have no status.
    pub without_status: usize,
    /// How many have each status, in the plan's order.
    pub counts: Vec<usize>,
}

impl Tally {
    /// Counts actions of a plan with so many statuses.
    #[must_use]
    pub fn of(statuses: usize, standings: impl Iterator<Item = Standing>) -> Self {
        let mut tally = Self {
            total: 0,
            finished: 0,
            late: 0,
            without_status: 0,
            counts: vec![0; statuses],
        };
        for standing in standings {
            tally.total += 1;
            tally.finished += usize::from(standing.finished);
            tally.late += usize::from(standing.late);
            let count = standing
                .status
                .and_then(|status| tally.counts.get_mut(status.index()));
            *count.unwrap_or(&mut tally.without_status) += 1;
        }
        tally
    }

    /// Whether any action has a status: else there is nothing to show.
    #[must_use]
    pub fn says_something(&self) -> bool {
        self.total > self.without_status
    }

    /// The counts in words: "3 of 12 actions are finished. 2 are overdue."
    #[must_use]
    pub fn sentence(&self, strings: &Strings, language: &str) -> String {
        let finished = self.finished.to_string();
        let mut sentence = match self.finished {
            0 => strings.text(language, "progress.none_finished", &[]),
            all if all == self.total && all > 1 => {
                strings.text(language, "progress.all_finished", &[])
            }
            _ => strings.counted(
                language,
                "progress.finished",
                self.total,
                &[("finished", &finished)],
            ),
        };
        if self.late > 0 {
            sentence.push(' ');
            sentence.push_str(&strings.counted(language, "progress.late", self.late, &[]));
        }
        sentence
    }

    /// Where the bar of each status starts and how wide it is, in thousandths of all actions. They
    /// touch each other; together they are 1000, less those without a status.
    #[must_use]
    pub fn bars(&self) -> Vec<(usize, usize)> {
        let total = self.total.max(1);
        // Rounding where bars meet, not their widths, keeps their sum right.
        let place = |before: usize| (before * 1000 + total / 2) / total;
        let mut before = 0;
        self.counts
            .iter()
            .map(|count| {
                let start = place(before);
                before += count;
                (start, place(before) - start)
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strings::tests::strings;

    fn standing(status: Option<usize>, finished: bool, late: bool) -> Standing {
        Standing {
            status: status.map(Id::new),
            finished,
            late,
        }
    }

    #[test]
    fn actions_are_counted_by_status() {
        let tally = Tally::of(
            3,
            [
                standing(Some(2), true, false),
                standing(Some(0), false, true),
                standing(None, false, true),
            ]
            .into_iter(),
        );
        assert_eq!(tally.counts, [1, 0, 1]);
        assert_eq!(
            (
                tally.total,
                tally.finished,
                tally.late,
                tally.without_status
            ),
            (3, 1, 2, 1)
        );
        assert!(tally.says_something());
    }

    #[test]
    fn bars_touch_and_fill_the_whole() {
        let tally = |counts: &[usize], without_status: usize| Tally {
            total: counts.iter().sum::<usize>() + without_status,
            finished: 0,
            late: 0,
            without_status,
            counts: counts.to_vec(),
        };
        assert_eq!(
            tally(&[1, 1, 1], 0).bars(),
            [(0, 333), (333, 334), (667, 333)]
        );
        assert_eq!(tally(&[0, 1], 1).bars(), [(0, 0), (0, 500)]);
        assert_eq!(tally(&[0], 0).bars(), [(0, 0)]);
    }

    #[test]
    fn the_counts_are_said_in_words() {
        let strings = strings(
            "en",
            &[
                ("en", "progress.none_finished", "None yet."),
                ("en", "progress.all_finished", "All done."),
                ("en", "progress.finished", "{finished} of {count} are done."),
                ("en", "progress.late", "{count} are late."),
                ("en", "progress.late#one", "{count} is late."),
            ],
        );
        let say = |total, finished, late| {
            let tally = Tally {
                total,
                finished,
                late,
                without_status: 0,
                counts: Vec::new(),
            };
            tally.sentence(&strings, "en")
        };
        assert_eq!(say(12, 0, 0), "None yet.");
        assert_eq!(say(12, 3, 1), "3 of 12 are done. 1 is late.");
        assert_eq!(say(12, 12, 0), "All done.");
        assert_eq!(say(1, 1, 0), "1 of 1 are done.");
    }
}
