//! How many actions stand how, in numbers and in words.

use crate::model::standing::Standing;
use crate::strings::Strings;

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
    use crate::model::Id;
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
