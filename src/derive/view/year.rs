//! A year of meetings as boards know it: a row for each group, a column for each month.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::dates::{Date, PartialDate, Period};
use crate::derive::meetings::{group_name, group_of, series_of, sort_key};
use crate::derive::meetings::{state_key, state_shown, state_text};
use crate::derive::relations::{GroupId, MeetingRef};
use crate::derive::scope::Scope;
use crate::derive::view::parts::{LinkView, NameView};
use crate::model::{Cycle, Entity, Id, Localised, State, When};

/// The meetings of a cycle as tables of twelve months.
#[derive(Clone, Debug, Serialize)]
pub struct YearView {
    /// The page of the cycle.
    pub cycle: LinkView,
    /// One table for each twelve months in which there is a meeting: most often one.
    pub tables: Vec<YearTableView>,
    /// What the marks mean: each state that stands in a table, in words.
    pub legend: Vec<YearStateView>,
}

/// Twelve months, or what is left of a cycle.
#[derive(Clone, Debug, Serialize)]
pub struct YearTableView {
    /// What the table is: "Meetings by group and month, April 2026 to March 2027".
    pub caption: String,
    /// The heading of the first column: what the plan calls a group.
    pub group: String,
    /// The months, one column each.
    pub months: Vec<YearMonthView>,
    /// Whether a column follows for meetings whose date is in none of the cycle's months, or not known.
    pub other: bool,
    /// A row for each group, in the author's order.
    pub rows: Vec<YearRowView>,
}

/// The heading of a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct YearMonthView {
    /// In full: "September 2026".
    pub text: String,
    /// In short: "Sept".
    pub short: String,
    /// The year: "2026".
    pub year: String,
    /// Whether it is this month.
    pub current: bool,
}

/// The meetings of one group.
#[derive(Clone, Debug, Serialize)]
pub struct YearRowView {
    /// The group.
    pub group: NameView,
    /// One cell for each column, each with its meetings by time.
    pub cells: Vec<Vec<YearDayView>>,
}

/// A meeting in the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct YearDayView {
    /// Its entry on the page of the cycle.
    pub href: String,
    /// The day for machines, where it is known.
    pub iso: Option<String>,
    /// The day in short: "Tue 16". Where it is not known or in none of the months, in words.
    pub text: String,
    /// `planned`, `confirmed`, `moved`, `cancelled` or `to-be-confirmed`.
    pub state: &'static str,
    /// The state in words, with the day it was moved from; `None` for `planned`.
    pub state_text: Option<String>,
}

/// An entry of the legend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct YearStateView {
    /// As in [`YearDayView`].
    pub state: &'static str,
    /// In words.
    pub text: String,
}

/// The columns of a table.
const MONTHS: usize = 12;

impl YearView {
    /// The tables of a cycle; `None` where it has no meeting, or its months could not be read.
    #[must_use]
    pub fn new(scope: &Scope<'_>, id: Id<Localised<Cycle>>) -> Option<Self> {
        let site = scope.site();
        let period = &site.cycles[id].original.period.as_ref()?.value;
        let months = Months::of(period);
        let mut meetings = meetings_of(scope, id);
        meetings.sort_by_key(|meeting| sort_key(meeting.of(site)));
        let mut by_table: BTreeMap<usize, Vec<(MeetingRef, Column)>> = BTreeMap::new();
        let mut others = Vec::new();
        for meeting in meetings {
            match months.index(meeting.of(site).when) {
                Some(month) => by_table
                    .entry(month / MONTHS)
                    .or_default()
                    .push((meeting, Column::Month(month % MONTHS))),
                None => others.push((meeting, Column::Other)),
            }
        }
        // What is in none of the months stands beside the last of them.
        if !others.is_empty() {
            let last = by_table.keys().next_back().copied().unwrap_or_default();
            by_table.entry(last).or_default().extend(others);
        }
        let tables: Vec<YearTableView> = by_table
            .into_iter()
            .map(|(table, meetings)| months.table(scope, table, meetings))
            .collect();
        (!tables.is_empty()).then(|| Self {
            cycle: scope.link(Entity::Cycle(id)),
            legend: legend(scope, &tables),
            tables,
        })
    }
}

/// All meetings of a cycle, in the author's order.
fn meetings_of(scope: &Scope<'_>, cycle: Id<Localised<Cycle>>) -> Vec<MeetingRef> {
    let of_cycle = &scope.site().cycles[cycle].original;
    let series = of_cycle.series.iter().enumerate();
    series
        .flat_map(|(series, of_group)| {
            (0..of_group.meetings.len()).map(move |meeting| MeetingRef {
                cycle,
                series,
                meeting,
            })
        })
        .collect()
}

/// Where a meeting stands in its table.
#[derive(Clone, Copy)]
enum Column {
    Month(usize),
    Other,
}

/// The months of a cycle, counted from its first.
struct Months {
    year: i16,
    month: i8,
    count: usize,
}

impl Months {
    fn of(period: &Period) -> Self {
        let first = Self {
            year: period.from.year(),
            month: period.from.month(),
            count: usize::MAX,
        };
        let last = first.index(When::Day(period.to));
        Self {
            count: last.map_or(1, |last| last + 1),
            ..first
        }
    }

    /// Which month of the cycle it is in; `None` where in none.
    fn index(&self, when: When) -> Option<usize> {
        let (year, month) = match when {
            When::Day(day) => (day.year(), day.month()),
            When::Month { year, month } => (year, month),
            When::Unclear => return None,
        };
        let years = i32::from(year) - i32::from(self.year);
        let months = i32::from(month) - i32::from(self.month);
        let index = usize::try_from(years * 12 + months).ok()?;
        (index < self.count).then_some(index)
    }

    /// The month with an index: its year, and its number from 1.
    fn at(&self, index: usize) -> Option<(i16, i8)> {
        let months = usize::try_from(self.month - 1).ok()? + index;
        let year = self.year.checked_add(i16::try_from(months / 12).ok()?)?;
        Some((year, i8::try_from(months % 12).ok()? + 1))
    }

    fn table(
        &self,
        scope: &Scope<'_>,
        table: usize,
        meetings: Vec<(MeetingRef, Column)>,
    ) -> YearTableView {
        let first = table * MONTHS;
        let last = (first + MONTHS).min(self.count);
        let months: Vec<YearMonthView> = (first..last)
            .filter_map(|index| self.at(index))
            .map(|(year, month)| month_view(scope, year, month))
            .collect();
        let other = meetings
            .iter()
            .any(|(_, column)| matches!(column, Column::Other));
        let caption = match (months.first(), months.last()) {
            (Some(from), Some(to)) if from != to => scope.text(
                "meetings.year_table",
                &[("from", &from.text), ("to", &to.text)],
            ),
            _ => scope.text("meetings.year", &[]),
        };
        YearTableView {
            caption,
            group: scope
                .derivation
                .words(None, None, scope.language())
                .group
                .one,
            rows: rows(scope, meetings, months.len()),
            months,
            other,
        }
    }
}

fn month_view(scope: &Scope<'_>, year: i16, month: i8) -> YearMonthView {
    let today = scope.site().as_of;
    YearMonthView {
        text: scope.date(PartialDate::Month { year, month }).text,
        short: scope
            .derivation
            .strings
            .short_month(scope.language(), month),
        year: year.to_string(),
        current: (today.year(), today.month()) == (year, month),
    }
}

/// Who meets: a group, else the words of the author.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Who<'a> {
    Group(GroupId),
    Words(&'a str),
}

/// A row for each group, in the order in which the author names them.
fn rows(scope: &Scope<'_>, meetings: Vec<(MeetingRef, Column)>, months: usize) -> Vec<YearRowView> {
    let site = scope.site();
    let has_other = meetings
        .iter()
        .any(|(_, column)| matches!(column, Column::Other));
    let mut by_group: BTreeMap<Who<'_>, (usize, YearRowView)> = BTreeMap::new();
    for (meeting, column) in meetings {
        let who = match group_of(site, meeting) {
            Some(group) => Who::Group(group),
            None => Who::Words(&series_of(site, meeting).words.value),
        };
        let (first_series, row) = by_group.entry(who).or_insert_with(|| {
            let row = YearRowView {
                group: group_name(scope, meeting),
                cells: vec![Vec::new(); months + usize::from(has_other)],
            };
            (meeting.series, row)
        });
        *first_series = meeting.series.min(*first_series);
        let cell = match column {
            Column::Month(month) => month,
            Column::Other => months,
        };
        if let Some(cell) = row.cells.get_mut(cell) {
            cell.push(day_view(scope, meeting, column));
        }
    }
    let mut rows: Vec<(usize, YearRowView)> = by_group.into_values().collect();
    rows.sort_by_key(|(first_series, _)| *first_series);
    rows.into_iter().map(|(_, row)| row).collect()
}

fn day_view(scope: &Scope<'_>, id: MeetingRef, column: Column) -> YearDayView {
    let meeting = id.of(scope.site());
    let state = state_shown(meeting.when, meeting.state);
    let in_full = |date: PartialDate| scope.date(date).text;
    let (iso, text) = match (meeting.when, column) {
        (When::Day(day), Column::Month(_)) => (Some(day), short_day(scope, day)),
        (When::Day(day), Column::Other) => (Some(day), in_full(PartialDate::Day(day))),
        (When::Month { .. }, Column::Month(_)) => (None, scope.text("meetings.day_open", &[])),
        (When::Month { year, month }, Column::Other) => {
            (None, in_full(PartialDate::Month { year, month }))
        }
        (When::Unclear, _) => (None, meeting.written.clone()),
    };
    YearDayView {
        href: scope.way_to_meeting(id).href,
        iso: iso.map(|day| PartialDate::Day(day).iso()),
        text,
        state: state_key(state),
        state_text: match &meeting.moved_from {
            Some((words, date)) if state == State::Moved => {
                let from = date.map_or_else(|| words.clone(), in_full);
                let moved = scope.text("meetings.moved_from", &[]);
                Some(format!("{moved} {from}"))
            }
            _ => state_text(scope, state),
        },
    }
}

fn short_day(scope: &Scope<'_>, day: Date) -> String {
    scope.derivation.strings.short_day(scope.language(), day)
}

/// The states that stand in the tables, in the order in which a meeting goes through them.
fn legend(scope: &Scope<'_>, tables: &[YearTableView]) -> Vec<YearStateView> {
    let days = || {
        tables
            .iter()
            .flat_map(|table| &table.rows)
            .flat_map(|row| row.cells.iter().flatten())
    };
    [
        State::Confirmed,
        State::Moved,
        State::Cancelled,
        State::ToBeConfirmed,
    ]
    .into_iter()
    .filter(|state| days().any(|day| day.state == state_key(*state)))
    .filter_map(|state| {
        Some(YearStateView {
            state: state_key(state),
            text: state_text(scope, state)?,
        })
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> When {
        When::Day(text.parse().unwrap())
    }

    #[test]
    fn months_are_counted_from_the_first_of_the_cycle() {
        let months = Months {
            year: 2026,
            month: 4,
            count: 12,
        };
        assert_eq!(months.index(day("2026-04-01")), Some(0));
        assert_eq!(months.index(day("2027-03-31")), Some(11));
        assert_eq!(months.index(day("2026-03-31")), None);
        assert_eq!(months.index(day("2027-04-01")), None);
        assert_eq!(months.index(When::Unclear), None);
        let january = When::Month {
            year: 2027,
            month: 1,
        };
        assert_eq!(months.index(january), Some(9));
        assert_eq!(months.at(0), Some((2026, 4)));
        assert_eq!(months.at(8), Some((2026, 12)));
        assert_eq!(months.at(9), Some((2027, 1)));
    }
}
