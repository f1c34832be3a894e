//! How the actions of a plan stood at the end of each quarter, as far as their dated notes say.

use jiff::ToSpan;

use crate::dates::Date;
use crate::derive::deadlines::Quarter;
use crate::derive::progress::Tally;
use crate::model::standing::{Standing, first_noted, is_finished, noted_status, standing};
use crate::model::{Action, Plan};

/// The most quarters that are looked at, the last ones: three years, as long as most plans.
const MOST_QUARTERS: usize = 12;

/// How the actions stood at the end of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The day.
    pub day: Date,
    /// How many stood how; without a status is what no note had spoken of by then.
    pub tally: Tally,
}

/// How actions of a plan stood at the end of each quarter of its period, and how they stand on the
/// day from which the site looks, which is last. Empty where that is no picture: dated notes speak
/// of no quarter that is over, or of less than half of the actions at the end of the last one.
///
/// Quarters before the first note that gives a status are left out, and so are those after the
/// plan. A status without a date counts on the last day only: nobody said since when it holds.
#[must_use]
pub fn history(plan: &Plan, actions: &[&Action], on: Date) -> Vec<Moment> {
    let noted_from = actions
        .iter()
        .filter_map(|action| first_noted(plan, action));
    let Some(noted_from) = noted_from.min() else {
        return Vec::new();
    };
    let period = plan.period.as_ref().map(|period| &period.value);
    let from = period.map_or(noted_from, |period| noted_from.max(period.from));
    let until = period.map_or(on, |period| on.min(after(period.to)));
    let mut moments: Vec<Moment> = quarter_ends(from, until)
        .into_iter()
        .map(|day| Moment {
            day,
            tally: noted_tally(plan, actions, day),
        })
        .skip_while(|moment| !moment.tally.says_something())
        .collect();
    if !moments
        .last()
        .is_some_and(|last| is_half_known(&last.tally))
    {
        return Vec::new();
    }
    moments.drain(..moments.len().saturating_sub(MOST_QUARTERS));
    let now = Moment {
        day: on,
        tally: Tally::of(
            plan.statuses.len(),
            actions.iter().map(|action| standing(plan, action, on)),
        ),
    };
    // A plan that is over stands as it stood at its end, if nobody says otherwise.
    let is_over = period.is_some_and(|period| period.to < on);
    let is_news = moments.last().map(|last| &last.tally.counts) != Some(&now.tally.counts);
    if is_news || !is_over {
        moments.push(now);
    }
    if moments.len() < 2 {
        moments.clear();
    }
    moments
}

/// The last days of all quarters from the one in which a day falls, each before another day.
fn quarter_ends(from: Date, before: Date) -> Vec<Date> {
    let mut ends = Vec::new();
    let mut quarter = Quarter::of(from);
    while quarter.last_day() < before {
        ends.push(quarter.last_day());
        quarter = quarter.next();
    }
    ends
}

fn noted_tally(plan: &Plan, actions: &[&Action], day: Date) -> Tally {
    let standings = actions.iter().map(|action| {
        let status = noted_status(plan, action, day);
        Standing {
            status,
            finished: is_finished(plan, status),
            // Which dates counted on that day is not known any more.
            late: false,
        }
    });
    Tally::of(plan.statuses.len(), standings)
}

fn is_half_known(tally: &Tally) -> bool {
    tally.says_something() && 2 * tally.without_status <= tally.total
}

fn after(day: Date) -> Date {
    day.saturating_add(1.day())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_quarter_ends_on_its_last_day_and_not_before_it_is_over() {
        let ends = |from, before| quarter_ends(from, before);
        assert_eq!(
            ends(date(2026, 4, 1), date(2026, 11, 21)),
            [date(2026, 6, 30), date(2026, 9, 30)]
        );
        assert_eq!(ends(date(2026, 4, 1), date(2026, 6, 30)), []);
        assert_eq!(
            ends(date(2026, 6, 30), date(2026, 7, 1)),
            [date(2026, 6, 30)]
        );
        assert_eq!(
            ends(date(2026, 12, 31), date(2027, 4, 1)),
            [date(2026, 12, 31), date(2027, 3, 31)]
        );
        assert_eq!(ends(date(2027, 1, 1), date(2026, 1, 1)), []);
        assert_eq!(ends(Date::MAX, Date::MAX), []);
    }

    #[test]
    fn half_of_the_actions_are_enough() {
        let tally = |counts: &[usize], without_status| Tally {
            total: counts.iter().sum::<usize>() + without_status,
            finished: 0,
            late: 0,
            without_status,
            counts: counts.to_vec(),
        };
        assert!(is_half_known(&tally(&[1, 0], 1)));
        assert!(!is_half_known(&tally(&[1, 0], 2)));
        assert!(!is_half_known(&tally(&[0], 0)));
    }
}
