//! Cycles of meetings.

use std::collections::HashSet;

use crate::dates::{self, DateProblem, PartialDate, Period, Years};
use crate::diagnostic::{Diagnostic, codes};
use crate::model::names::{Lookup, slug};
use crate::model::{
    Cycle, Entity, Group, Id, Localised, Meeting, Online, Owner, Paper, Series, State, When,
};
use crate::parse::record::meetings::{RawCycle, RawMeeting, RawMeetings, RawPaper};
use crate::source::Spanned;

use super::gather::{Entry, Written};
use super::leads::unresolved;
use super::resolver::{Here, Resolver, title_or, value};

/// What the meetings of one group share.
struct Usual {
    time: Option<dates::TimeRange>,
    place: Option<String>,
    online: Option<Online>,
    slug: String,
}

impl Resolver {
    /// Gives every cycle its id.
    pub(super) fn note_cycles(&mut self, cycles: &[Entry<RawCycle>]) {
        for (index, cycle) in cycles.iter().enumerate() {
            self.note_page(cycle.stem(), Entity::Cycle(Id::new(index)));
        }
    }

    /// A cycle in all its languages. `years` are those of the current plan: they say what a bare year means.
    pub(super) fn cycle(&mut self, entry: Entry<RawCycle>, years: Years) -> Localised<Cycle> {
        entry.localised(|written| self.cycle_page(written, years))
    }

    fn cycle_page(&mut self, written: Written<RawCycle>, years: Years) -> Cycle {
        let Written { mut page, raw } = written;
        let here = self.here(&page);
        let RawCycle {
            common,
            title,
            period,
            note,
            meetings,
        } = raw;
        let period = self.period(period, years);
        let mut ids = HashSet::new();
        Cycle {
            title: title_or(title, &page),
            page: self.page(&mut page, common, &here),
            note: self.optional_prose(note, &here),
            series: meetings
                .into_iter()
                .map(|series| {
                    let period = period.as_ref().map(|period| &period.value);
                    self.series(series, period, &here, &mut ids)
                })
                .collect(),
            period,
        }
    }

    fn series(
        &mut self,
        raw: RawMeetings,
        period: Option<&Period>,
        here: &Here,
        ids: &mut HashSet<String>,
    ) -> Series {
        let RawMeetings {
            group,
            time,
            place,
            online,
            note,
            dates,
        } = raw;
        let known = self.meeting_group(&group);
        let usual = Usual {
            time: value(time),
            place: value(place),
            online: online.map(|online| self.online(online)),
            slug: slug(&group.value, &mut HashSet::new()),
        };
        Series {
            group: known,
            note: self.optional_prose(note, here),
            meetings: dates
                .into_iter()
                .map(|date| self.meeting(date, &usual, period, here, ids))
                .collect(),
            words: group,
        }
    }

    /// The group that a name in a timescale or a meetings file means.
    pub(super) fn meeting_group(&mut self, name: &Spanned<String>) -> Option<Id<Localised<Group>>> {
        match self.groups.find(&name.value) {
            Lookup::One(Owner::Group(id)) => Some(id),
            Lookup::Several(found) => {
                self.report_ambiguous(name, found);
                None
            }
            Lookup::One(_) | Lookup::Nothing => {
                let message = self.not_a_group(name);
                self.report_unknown(message);
                None
            }
        }
    }

    fn not_a_group(&self, name: &Spanned<String>) -> Diagnostic {
        let is_group = |owner| matches!(owner, Owner::Group(_));
        let near = self.groups.nearest_where(&name.value, is_group);
        if self.kind_of_owner(&name.value).is_none() {
            return unresolved(name, near);
        }
        let help = match near {
            Some(near) => format!("Did you mean \u{201c}{near}\u{201d}?"),
            None => "Type the name of a group in content/groups.".to_owned(),
        };
        Diagnostic::new(
            &codes::UNRESOLVED_NAME,
            name.span,
            format!(
                "{}; it is shown as written, without a link",
                self.not_of_kind(&name.value, "group")
            ),
            help,
        )
    }

    fn online(&mut self, raw: Spanned<String>) -> Online {
        let looks_like_address =
            raw.value.contains("://") || raw.value.contains('.') && !raw.value.contains(' ');
        if looks_like_address {
            let words = raw.value.clone();
            match self.web(Some(raw)) {
                Some(address) => Online::Address(address),
                None => Online::Words(words),
            }
        } else {
            Online::Words(raw.value)
        }
    }

    fn meeting(
        &mut self,
        raw: RawMeeting,
        usual: &Usual,
        period: Option<&Period>,
        here: &Here,
        ids: &mut HashSet<String>,
    ) -> Meeting {
        let RawMeeting {
            span,
            date,
            time,
            place,
            state,
            moved_from,
            note,
            agenda,
            papers,
            minutes,
        } = raw;
        let when = self.when(&date, period);
        let moved_from = moved_from.map(|from| {
            let read = self.meeting_date(&from, period);
            (from.value, read)
        });
        let state = state_of(state.as_ref(), when, moved_from.is_some());
        // A meeting keeps its id when it moves: the id holds the day it was first planned for.
        let first_day = moved_from
            .as_ref()
            .and_then(|(_, date)| *date)
            .map(PartialDate::iso)
            .unwrap_or_else(|| match when {
                When::Day(day) => day.to_string(),
                When::Month { year, month } => format!("{year:04}-{month:02}"),
                When::Unclear => date.value.clone(),
            });
        Meeting {
            span,
            id: slug(&format!("{} {first_day}", usual.slug), ids),
            when,
            written: date.value,
            time: value(time).or(usual.time),
            place: value(place).or_else(|| usual.place.clone()),
            online: usual.online.clone(),
            state,
            moved_from,
            note: self.optional_prose(note, here),
            agenda: agenda.map(|paper| self.paper(paper, here)),
            papers: papers
                .into_iter()
                .map(|paper| self.paper(paper, here))
                .collect(),
            minutes: minutes.map(|paper| self.paper(paper, here)),
        }
    }

    fn when(&mut self, date: &Spanned<String>, period: Option<&Period>) -> When {
        match self.meeting_date(date, period) {
            Some(PartialDate::Day(day)) => When::Day(day),
            Some(PartialDate::Month { year, month }) => When::Month { year, month },
            Some(PartialDate::Year(_)) => {
                self.report(Diagnostic::new(
                    &codes::BAD_DATE,
                    date.span,
                    format!("\u{201c}{}\u{201d} is a year; a meeting needs a day, or a month", date.value),
                    "Type the day, for example 14 July 2026, or the month if the day is not known yet.",
                ));
                When::Unclear
            }
            None => When::Unclear,
        }
    }

    fn meeting_date(
        &mut self,
        date: &Spanned<String>,
        period: Option<&Period>,
    ) -> Option<PartialDate> {
        let read = match period {
            Some(period) => dates::read_date_within(&date.value, period),
            None => dates::read_date(&date.value),
        };
        let problem = match read {
            Ok(read) => return Some(read),
            // Without the months of the file no year can be found; that has its own message.
            Err(DateProblem::NoYear { .. }) if period.is_none() => return None,
            Err(problem) => problem,
        };
        let code = match problem {
            DateProblem::NotInPeriod { .. } | DateProblem::TwiceInPeriod { .. } => {
                &codes::UNCLEAR_MEETING_DATE
            }
            _ => &codes::BAD_DATE,
        };
        self.report(Diagnostic::new(
            code,
            date.span,
            problem.message(),
            problem.help(),
        ));
        None
    }

    fn paper(&mut self, raw: RawPaper, here: &Here) -> Paper {
        let RawPaper { title, to } = raw;
        Paper {
            title: value(title),
            target: self.target(&to.value, to.span, here),
            written: to.value,
        }
    }
}

fn state_of(state: Option<&Spanned<String>>, when: When, moved: bool) -> State {
    match state.map(|state| state.value.as_str()) {
        Some("planned") => State::Planned,
        Some("confirmed") => State::Confirmed,
        Some("moved") => State::Moved,
        Some("cancelled") => State::Cancelled,
        Some("to be confirmed") => State::ToBeConfirmed,
        _ if moved => State::Moved,
        _ if when.day().is_none() => State::ToBeConfirmed,
        _ => State::Planned,
    }
}
