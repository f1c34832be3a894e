//! By when, on a page: the author's words with their dates and meetings marked.

use std::ops::Range;

use crate::dates::{self, Certainty, Date, PartialDate, are_over};
use crate::derive::html::Html;
use crate::derive::relations::GroupId;
use crate::derive::routes::Destination;
use crate::derive::scope::Scope;
use crate::derive::view::action_parts::DueView;
use crate::derive::view::parts::LinkView;
use crate::model::{Due, Entity};

/// What stands behind some words of a timescale.
enum Mark {
    Date(PartialDate),
    MeetingsOf(GroupId),
}

impl Scope<'_> {
    /// Several timescales of one action or row. The last of them is late where all are past and the
    /// thing is not finished.
    #[must_use]
    pub fn dues(&self, dues: &[Due], finished: bool) -> Vec<DueView> {
        let over = !finished && are_over(dues.iter().map(|due| &due.timescale), self.site().as_of);
        let last = dues
            .iter()
            .filter_map(|due| due.timescale.last_deadline())
            .max();
        dues.iter()
            .map(|due| {
                let is_last = last.is_some() && due.timescale.last_deadline() == last;
                self.due(due, over && is_last, finished)
            })
            .collect()
    }

    fn due(&self, due: &Due, late: bool, finished: bool) -> DueView {
        let timescale = &due.timescale;
        let mut marks: Vec<(Range<usize>, Mark)> = timescale
            .dues
            .iter()
            .filter_map(|one| Some((one.words.clone(), Mark::Date(deadline(one)?))))
            .collect();
        if let (Some(group), Certainty::Event(named)) = (due.meetings_of, &timescale.certainty) {
            marks.push((named.at.clone(), Mark::MeetingsOf(group)));
        }
        DueView {
            words: self.marked(&timescale.text, marks),
            dates: timescale
                .dues
                .iter()
                .filter_map(|one| Some(self.date(deadline(one)?)))
                .collect(),
            ongoing: timescale.ongoing,
            late,
            next_meeting: due
                .meetings_of
                .filter(|_| !finished)
                .and_then(|group| self.next_meeting_until(group, timescale.last_deadline())),
        }
    }

    /// A text in which some words are marked. Marks that overlap an earlier one are left out.
    fn marked(&self, text: &str, mut marks: Vec<(Range<usize>, Mark)>) -> Html {
        marks.sort_by_key(|(words, _)| (words.start, words.end));
        let mut html = Html::new();
        let mut end = 0;
        for (words, mark) in marks {
            let (Some(before), Some(marked)) =
                (text.get(end..words.start), text.get(words.clone()))
            else {
                continue;
            };
            html.text(before);
            match mark {
                Mark::Date(date) => html.element("time", &[("datetime", &date.iso())], marked),
                Mark::MeetingsOf(group) => {
                    let href = self.href(self.meetings_of(group));
                    html.element("a", &[("href", &href)], marked);
                }
            }
            end = words.end;
        }
        html.text(text.get(end..).unwrap_or_default());
        html
    }

    /// The page with the meetings of a group, else the group's own.
    fn meetings_of(&self, group: GroupId) -> Destination {
        if self.routes().meets(group) {
            Destination::CalendarOf(group)
        } else {
            Entity::Group(group).into()
        }
    }

    /// The next meeting of a group, not after the day that ends a timescale.
    fn next_meeting_until(&self, group: GroupId, end: Option<Date>) -> Option<LinkView> {
        let next = self.derivation.relations.next_meeting(self.site(), group)?;
        let day = next.of(self.site()).when.day()?;
        if end.is_some_and(|end| end < day) {
            return None;
        }
        let way = self.way_to_meeting(next);
        let group = self.derivation.name(Entity::Group(group), self.language());
        let date = self.date(PartialDate::Day(day)).text;
        Some(LinkView {
            text: self.text("meetings.next_of", &[("group", &group), ("date", &date)]),
            href: way.href,
            language: way.language,
            note: None,
        })
    }
}

/// The deadline as a day, a month or a calendar year; `None` where it is none of them (a quarter, a
/// financial year), for which HTML has no machine form.
fn deadline(due: &dates::Due) -> Option<PartialDate> {
    let (from, to) = (due.earliest, due.to);
    if from == to {
        return Some(PartialDate::Day(to));
    }
    let ends_whole = from.day() == 1 && to == to.last_of_month();
    if !ends_whole || from.year() != to.year() {
        return None;
    }
    match (from.month(), to.month()) {
        (first, last) if first == last => Some(PartialDate::Month {
            year: to.year(),
            month: last,
        }),
        (1, 12) => Some(PartialDate::Year(to.year())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dates::{Years, read_timescale};

    fn deadlines(text: &str, years: Years) -> Vec<Option<String>> {
        let timescale = read_timescale(text, years);
        timescale
            .dues
            .iter()
            .map(|due| Some(deadline(due)?.iso()))
            .collect()
    }

    #[test]
    fn a_deadline_is_as_precise_as_its_author_was() {
        let financial = |text| deadlines(text, Years::Financial);
        assert_eq!(financial("12 July 2026"), [Some("2026-07-12".to_owned())]);
        assert_eq!(financial("by March 2027"), [Some("2027-03".to_owned())]);
        assert_eq!(
            financial("April 2026 – March 2027"),
            [Some("2027-03".to_owned())]
        );
        assert_eq!(financial("Q3 2026"), [None]);
        assert_eq!(
            deadlines("by 2027", Years::Calendar),
            [Some("2027".to_owned())]
        );
        assert_eq!(deadlines("by 2027", Years::Financial), [None]);
    }
}
