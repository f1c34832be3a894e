//! When work is to be done: what is overdue, what falls in which quarter, and what has no day.

use jiff::ToSpan;

use crate::dates::{self, Certainty, Date, Timescale, Years, are_over};
use crate::derive::relations::ActionId;
use crate::model::standing::{row_standing, shares_open_dues, standing};
use crate::model::{self, Site};

/// How many days ahead "soon" is: about a quarter, from one meeting of a board to the next.
pub const SOON: i64 = 90;

/// The last day that is soon, seen from a day.
#[must_use]
pub fn last_day_soon(on: Date) -> Date {
    on.saturating_add(SOON.days())
}

/// Where work stands in time; the order is that of lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// Its last day is past.
    Overdue,
    /// Its last day falls in a quarter that is not over.
    Quarter(Quarter),
    /// It comes round with the meetings of a group.
    Meetings,
    /// It goes on.
    Ongoing,
    /// Its author's words name no day that is certain.
    InWords,
    /// Nobody said when.
    Undated,
    /// Nothing is left to do.
    Finished,
}

/// Three months: January to March, and so on. Financial quarters begin with the same months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quarter {
    /// The calendar year.
    pub year: i16,
    /// The first month, from 1.
    pub first_month: i8,
}

impl Quarter {
    /// The quarter in which a day falls.
    #[must_use]
    pub fn of(day: Date) -> Self {
        Self {
            year: day.year(),
            first_month: (day.month() - 1) / 3 * 3 + 1,
        }
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> Date {
        // The months of a calendar year are all there are.
        Date::new(self.year, self.first_month + 2, 1).map_or(Date::MAX, Date::last_of_month)
    }

    /// The quarter after it.
    #[must_use]
    pub fn next(self) -> Self {
        Self::of(self.last_day().saturating_add(1.day()))
    }

    /// Its number, and its year as a plan counts its years: 3 of `2026/27`, or 4 of `2026`.
    #[must_use]
    pub fn in_years(self, years: Years) -> (i8, String) {
        let number = self.first_month / 3 + 1;
        match years {
            Years::Calendar => (number, self.year.to_string()),
            Years::Financial => {
                let (number, start) = if number == 1 {
                    (4, self.year - 1)
                } else {
                    (number - 1, self.year)
                };
                (
                    number,
                    format!("{start}/{:02}", (start + 1).rem_euclid(100)),
                )
            }
        }
    }
}

/// A timescale, or one deadline of it, at its place in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At<'a> {
    /// The place.
    pub slot: Slot,
    /// Which of the timescales, from 0.
    pub timescale: usize,
    /// The deadline, where the place has one.
    pub deadline: Option<&'a dates::Due>,
}

/// Where the timescales of one action or row that is not finished stand on a day; empty where there
/// is no timescale.
///
/// Either all of it is overdue, by its last deadline ([`are_over`]); or each deadline that is still
/// to come has a place, and so has what goes on, comes round with meetings or is not understood.
#[must_use]
pub fn places<'a>(timescales: &[&'a Timescale], on: Date) -> Vec<At<'a>> {
    if are_over(timescales.iter().copied(), on) {
        return last_of(timescales).into_iter().collect();
    }
    let mut places = Vec::new();
    for (index, timescale) in timescales.iter().enumerate() {
        let mut add = |slot, deadline| {
            places.push(At {
                slot,
                timescale: index,
                deadline,
            });
        };
        match timescale.certainty {
            Certainty::Milestone(_) => {}
            Certainty::NotUnderstood { .. } => add(Slot::InWords, None),
            Certainty::Event(_) => {
                if timescale.last_deadline().is_none_or(|last| last >= on) {
                    add(Slot::Meetings, None);
                }
                continue;
            }
            Certainty::Understood | Certainty::Cycle(_) => {
                for due in timescale.dues.iter().filter(|due| due.to >= on) {
                    add(Slot::Quarter(Quarter::of(due.to)), Some(due));
                }
            }
        }
        if timescale.ongoing {
            add(Slot::Ongoing, None);
        }
    }
    if places.is_empty() && !timescales.is_empty() {
        places.push(At {
            slot: Slot::InWords,
            timescale: 0,
            deadline: None,
        });
    }
    places
}

/// The last deadline of all, as overdue.
fn last_of<'a>(timescales: &[&'a Timescale]) -> Option<At<'a>> {
    timescales
        .iter()
        .enumerate()
        .flat_map(|(index, timescale)| timescale.deadlines().iter().map(move |due| (index, due)))
        .max_by_key(|(_, due)| due.to)
        .map(|(timescale, due)| At {
            slot: Slot::Overdue,
            timescale,
            deadline: Some(due),
        })
}

/// An action, or some of its rows, at a place in time.
#[derive(Clone, Debug)]
pub struct Work<'a> {
    /// The place.
    pub slot: Slot,
    /// What its author wrote, where anything was.
    pub due: Option<&'a model::Due>,
    /// The deadline, where the place has one.
    pub deadline: Option<&'a dates::Due>,
    /// The rows that are meant, where the date is theirs and not the action's.
    pub rows: Vec<usize>,
}

impl Work<'_> {
    /// The last day, where it is certain.
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        self.deadline.map(|due| due.to)
    }

    fn words(&self) -> Option<&str> {
        self.due.map(|due| due.timescale.text.as_str())
    }
}

/// Every place that an action has in time, by what still counts of its dates
/// ([`crate::model::standing::open_dues`]): its own, and those of rows that are not finished. It is
/// never empty.
///
/// A row that says the same day as its action, or the same words where no day is certain, is not
/// repeated; rows that agree stand together.
#[must_use]
pub fn work_of(site: &Site, id: ActionId) -> Vec<Work<'_>> {
    let action = &site.actions[id].original;
    let plan = &site.plans[action.plan].original;
    let alone = |slot| Work {
        slot,
        due: None,
        deadline: None,
        rows: Vec::new(),
    };
    if standing(plan, action, site.as_of).finished {
        return vec![alone(Slot::Finished)];
    }
    let mut all = if shares_open_dues(plan, action, site.as_of) {
        placed(action.facts.due.items(), site.as_of)
    } else {
        Vec::new()
    };
    for (index, row) in action.rows.iter().enumerate() {
        if row_standing(plan, action, row, site.as_of).finished {
            continue;
        }
        for work in placed(row.facts.due.items(), site.as_of) {
            add_row(&mut all, work, index);
        }
    }
    if all.is_empty() {
        all.push(alone(Slot::Undated));
    }
    all
}

fn placed(dues: &[model::Due], on: Date) -> Vec<Work<'_>> {
    let timescales: Vec<&Timescale> = dues.iter().map(|due| &due.timescale).collect();
    places(&timescales, on)
        .into_iter()
        .map(|at| Work {
            slot: at.slot,
            due: dues.get(at.timescale),
            deadline: at.deadline,
            rows: Vec::new(),
        })
        .collect()
}

fn add_row<'a>(all: &mut Vec<Work<'a>>, work: Work<'a>, row: usize) {
    let same = all.iter_mut().find(|other| {
        let is_same_time = match (other.day(), work.day()) {
            (Some(one), Some(other)) => one == other,
            (None, None) => other.words() == work.words(),
            _ => false,
        };
        other.slot == work.slot && is_same_time
    });
    match same {
        // The action says it for all its rows.
        Some(other) if other.rows.is_empty() => {}
        Some(other) => other.rows.push(row),
        None => all.push(Work {
            rows: vec![row],
            ..work
        }),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::dates::read_timescale;

    fn slots(texts: &[&str]) -> Vec<(Slot, usize)> {
        let read: Vec<Timescale> = texts
            .iter()
            .map(|text| read_timescale(text, Years::Financial))
            .collect();
        let read: Vec<&Timescale> = read.iter().collect();
        places(&read, date(2026, 8, 1))
            .into_iter()
            .map(|at| (at.slot, at.timescale))
            .collect()
    }

    fn quarter(year: i16, first_month: i8) -> Slot {
        Slot::Quarter(Quarter { year, first_month })
    }

    #[test]
    fn each_deadline_that_is_still_to_come_has_its_quarter() {
        assert_eq!(
            slots(&["March 2026, September 2026"]),
            [(quarter(2026, 7), 0)]
        );
        assert_eq!(
            slots(&["March 2027", "December 2026"]),
            [(quarter(2027, 1), 0), (quarter(2026, 10), 1)]
        );
        assert_eq!(
            slots(&["May – June 2026 for schools. October 2026 for colleges"]),
            [(quarter(2026, 10), 0)]
        );
        // By their last day, be they ever so wide.
        assert_eq!(slots(&["2026/27"]), [(quarter(2027, 1), 0)]);
        assert_eq!(slots(&["Q3 2026"]), [(quarter(2026, 10), 0)]);
        assert_eq!(
            slots(&["As per audit cycle for 2026/27"]),
            [(quarter(2027, 1), 0)]
        );
    }

    #[test]
    fn what_is_past_is_overdue_once_and_by_its_last_deadline() {
        assert_eq!(slots(&["March 2026", "12 July 2026"]), [(Slot::Overdue, 1)]);
        // The last day itself is in time.
        assert_eq!(slots(&["1 August 2026"]), [(quarter(2026, 7), 0)]);
        assert_eq!(slots(&["by July 2026"]), [(Slot::Overdue, 0)]);
    }

    #[test]
    fn what_has_no_day_says_why() {
        assert_eq!(slots(&["Ongoing"]), [(Slot::Ongoing, 0)]);
        assert_eq!(slots(&["March 2026 and ongoing"]), [(Slot::Ongoing, 0)]);
        assert_eq!(
            slots(&["March 2027 and ongoing"]),
            [(quarter(2027, 1), 0), (Slot::Ongoing, 0)]
        );
        assert_eq!(slots(&["At each Board meeting"]), [(Slot::Meetings, 0)]);
        assert_eq!(
            slots(&["At each Board meeting until March 2027"]),
            [(Slot::Meetings, 0)]
        );
        assert_eq!(
            slots(&["At each Board meeting until March 2026"]),
            [(Slot::Overdue, 0)]
        );
        assert_eq!(slots(&["spring 2026"]), [(Slot::InWords, 0)]);
        assert_eq!(slots(&["March 2026", "spring 2026"]), [(Slot::InWords, 1)]);
        assert_eq!(slots(&["Strategy developed in 2024"]), [(Slot::InWords, 0)]);
        assert_eq!(slots(&[]), []);
    }

    #[test]
    fn soon_ends_after_ninety_days() {
        assert_eq!(last_day_soon(date(2026, 11, 21)), date(2027, 2, 19));
        assert_eq!(last_day_soon(Date::MAX), Date::MAX);
    }

    #[test]
    fn a_quarter_has_its_number_in_the_years_of_the_plan() {
        let name = |day, years| Quarter::of(day).in_years(years);
        let march = date(2027, 3, 31);
        let april = date(2027, 4, 1);
        let december = date(1999, 12, 31);
        assert_eq!(name(march, Years::Financial), (4, "2026/27".to_owned()));
        assert_eq!(name(april, Years::Financial), (1, "2027/28".to_owned()));
        assert_eq!(name(december, Years::Financial), (3, "1999/00".to_owned()));
        assert_eq!(name(march, Years::Calendar), (1, "2027".to_owned()));
        assert_eq!(name(december, Years::Calendar), (4, "1999".to_owned()));
    }
}
