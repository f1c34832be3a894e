//! Meetings in the order of time, and each as a page shows it.

use crate::dates::{Date, PartialDate, Time, TimeRange, Years};
use crate::derive::html::Html;
use crate::derive::ids::Ids;
use crate::derive::relations::MeetingRef;
use crate::derive::scope::Scope;
use crate::derive::view::calendar::{MeetingView, PaperView, TimeView};
use crate::derive::view::parts::{DateView, LinkView, NameView};
use crate::model::{
    Entity, Group, Id, Localised, Meeting, Online, Paper, Prose, Series, Site, State, When,
};
use crate::strings::Strings;

/// All meetings of the site by date, months before their days, those without a date last.
#[must_use]
pub fn all_meetings(site: &Site) -> Vec<MeetingRef> {
    let mut meetings: Vec<MeetingRef> = site
        .cycles
        .iter()
        .flat_map(|(cycle, of_cycle)| {
            let series = of_cycle.original.series.iter().enumerate();
            series.flat_map(move |(series, of_group)| {
                (0..of_group.meetings.len()).map(move |meeting| MeetingRef {
                    cycle,
                    series,
                    meeting,
                })
            })
        })
        .collect();
    meetings.sort_by_key(|meeting| sort_key(meeting.of(site)));
    meetings
}

/// What puts a meeting into its place in time.
#[must_use]
pub fn sort_key(meeting: &Meeting) -> impl Ord + use<> {
    let start = meeting.time.map(|time| time.start);
    match meeting.when {
        When::Day(day) => (0, Some((day.year(), day.month(), day.day())), start),
        When::Month { year, month } => (0, Some((year, month, 0)), start),
        When::Unclear => (1, None, start),
    }
}

/// Whether a meeting is over on a day. One without a date is over with its cycle.
#[must_use]
pub fn is_past(site: &Site, meeting: MeetingRef, on: Date) -> bool {
    match meeting.of(site).when {
        When::Day(day) => day < on,
        When::Month { year, month } => {
            let month = PartialDate::Month { year, month };
            month.last_day(Years::Calendar) < on
        }
        When::Unclear => {
            let cycle = &site.cycles[meeting.cycle].original;
            cycle
                .period
                .as_ref()
                .is_some_and(|period| period.value.to < on)
        }
    }
}

/// Whether people can still come: it has a day, is not over and not cancelled.
#[must_use]
pub fn is_next(site: &Site, meeting: MeetingRef, on: Date) -> bool {
    let state = meeting.of(site).state;
    let day = meeting.of(site).when.day();
    state != State::Cancelled && day.is_some_and(|day| day >= on)
}

/// The next meetings of all groups, for the first page.
#[must_use]
pub fn next_meetings(scope: &Scope<'_>, most: usize) -> Vec<MeetingView> {
    let site = scope.site();
    let mut ids = Ids::default();
    all_meetings(site)
        .into_iter()
        .filter(|meeting| is_next(site, *meeting, site.as_of))
        .take(most)
        .map(|meeting| in_list(scope, meeting, &mut ids))
        .collect()
}

/// A meeting in a list of all groups or of one: the group by its own name.
#[must_use]
pub fn in_list(scope: &Scope<'_>, meeting: MeetingRef, ids: &mut Ids) -> MeetingView {
    let group = group_name(scope, meeting);
    let of_series = meeting.in_language(scope.site(), scope.language());
    let calendar_file = is_next(scope.site(), meeting, scope.site().as_of).then(|| {
        let file = scope.routes().feed_of_meeting(meeting, scope.language());
        scope.link_at(file, String::new()).href
    });
    MeetingView {
        calendar_file,
        ..view(
            scope,
            group,
            of_series,
            ids.unique(&meeting.of(scope.site()).id),
        )
    }
}

/// A meeting as a page shows it.
#[must_use]
pub fn view(scope: &Scope<'_>, group: NameView, meeting: &Meeting, id: String) -> MeetingView {
    let Meeting {
        span: _,
        id: _,
        when,
        written,
        time,
        place,
        online,
        state,
        moved_from,
        note,
        agenda,
        papers,
        minutes,
    } = meeting;
    let state = state_shown(*when, *state);
    let language = words_language(scope, meeting);
    let name = PaperName {
        group: &group.text,
        date: match when {
            When::Day(day) => scope.date(PartialDate::Day(*day)).text,
            When::Month { year, month } => {
                let month = PartialDate::Month {
                    year: *year,
                    month: *month,
                };
                scope.date(month).text
            }
            When::Unclear => written.clone(),
        },
        language: language.clone(),
    };
    let agenda = agenda.iter().map(|paper| ("agenda", paper));
    let papers = papers.iter().map(|paper| ("paper", paper));
    let minutes = minutes.iter().map(|paper| ("minutes", paper));
    MeetingView {
        id,
        date: when_view(scope, *when, *time),
        written: matches!(when, When::Unclear).then(|| written.clone()),
        time: time.map(|time| time_view(scope, time)),
        place: place.as_deref().map(Html::from_text),
        online: online.as_ref().map(online_html),
        state: state_key(state),
        state_text: state_text(scope, state),
        moved_from: moved_from.as_ref().and_then(|(_, date)| {
            let date = (*date)?;
            Some(match date.day() {
                Some(day) => weekday_view(scope, day),
                None => scope.date(date),
            })
        }),
        note: note_html(scope, moved_from.as_ref(), note.as_ref()),
        calendar_file: None,
        papers: agenda
            .chain(papers)
            .chain(minutes)
            .filter_map(|(kind, paper)| paper_view(scope, kind, paper, &name))
            .collect(),
        group,
        language,
    }
}

/// A time of day.
#[must_use]
pub fn time_view(scope: &Scope<'_>, time: TimeRange) -> TimeView {
    let clock = |time: Time| format!("{:02}:{:02}", time.hour(), time.minute());
    TimeView {
        text: scope.derivation.strings.time_range(scope.language(), time),
        start: clock(time.start),
        end: time.end.map(clock),
    }
}

/// Where a meeting is online.
#[must_use]
pub fn online_html(online: &Online) -> Html {
    match online {
        Online::Address(address) => {
            let mut html = Html::new();
            html.element("a", &[("href", &address.href)], &address.words);
            html
        }
        Online::Words(words) => Html::from_text(words),
    }
}

/// The series that a meeting belongs to, as its author wrote it first.
#[must_use]
pub fn series_of(site: &Site, meeting: MeetingRef) -> &Series {
    &site.cycles[meeting.cycle].original.series[meeting.series]
}

/// The group by its own name, else in the author's words.
#[must_use]
pub fn group_name(scope: &Scope<'_>, meeting: MeetingRef) -> NameView {
    let series = series_of(scope.site(), meeting);
    match series.group {
        Some(group) => scope.own_name(Entity::Group(group)),
        None => scope.name(&series.words.value, None),
    }
}

/// The group whose meeting it is, where it is known.
#[must_use]
pub fn group_of(site: &Site, meeting: MeetingRef) -> Option<Id<Localised<Group>>> {
    series_of(site, meeting).group
}

/// The name of a paper that has no title of its own.
struct PaperName<'a> {
    group: &'a str,
    date: String,
    /// The language of the titles that the author gave, where it is not that of the page.
    language: Option<String>,
}

fn paper_view(
    scope: &Scope<'_>,
    kind: &'static str,
    paper: &Paper,
    name: &PaperName<'_>,
) -> Option<PaperView> {
    let text = paper.title.clone().unwrap_or_else(|| {
        scope.text(
            &format!("meetings.{kind}"),
            &[("group", name.group), ("date", &name.date)],
        )
    });
    Some(PaperView {
        kind,
        link: LinkView {
            language: name.language.clone().filter(|_| paper.title.is_some()),
            ..scope.link_to(&paper.target, text)?
        },
    })
}

/// The day with its weekday and, for machines, the hour at which it begins.
fn when_view(scope: &Scope<'_>, when: When, time: Option<TimeRange>) -> Option<DateView> {
    match when {
        When::Day(day) => {
            let view = weekday_view(scope, day);
            Some(match time {
                Some(time) => DateView {
                    iso: format!("{}T{}", view.iso, time_view(scope, time).start),
                    ..view
                },
                None => view,
            })
        }
        When::Month { year, month } => Some(scope.date(PartialDate::Month { year, month })),
        When::Unclear => None,
    }
}

fn weekday_view(scope: &Scope<'_>, day: Date) -> DateView {
    DateView {
        iso: PartialDate::Day(day).iso(),
        text: scope.derivation.strings.weekday_day(scope.language(), day),
    }
}

/// The remark. A day of which nobody knows what it was is told there in the author's words.
fn note_html(
    scope: &Scope<'_>,
    moved_from: Option<&(String, Option<PartialDate>)>,
    note: Option<&Prose>,
) -> Option<Html> {
    let note = note
        .filter(|note| !note.is_empty())
        .map(|note| scope.value(note));
    let Some((words, None)) = moved_from else {
        return note;
    };
    let mut html = Html::new();
    let moved = scope.text("meetings.moved_from", &[]);
    html.element("p", &[], &format!("{moved} {words}"));
    if let Some(note) = &note {
        html.append(note);
    }
    Some(html)
}

/// The language of an author's words about a meeting, where it is not that of the page: a page of
/// the program's own may stand in a language into which the meetings were not translated.
fn words_language(scope: &Scope<'_>, meeting: &Meeting) -> Option<String> {
    let page = scope.derivation.page_of(meeting.span.file)?;
    (page.language != scope.language()).then(|| page.language.clone())
}

/// The state as a page says it: a month without a day is to be confirmed, whatever else was said.
#[must_use]
pub fn state_shown(when: When, state: State) -> State {
    match state {
        State::Planned if when.day().is_none() => State::ToBeConfirmed,
        other => other,
    }
}

/// A state in words, where a reader should know it: all but planned.
#[must_use]
pub fn state_text(scope: &Scope<'_>, state: State) -> Option<String> {
    let strings = scope.derivation.strings;
    (state != State::Planned).then(|| state_words(strings, scope.language(), state))
}

/// A state in words.
#[must_use]
pub fn state_words(strings: &Strings, language: &str, state: State) -> String {
    let key = state_key(state).replace('-', "_");
    strings.text(language, &format!("meetings.state.{key}"), &[])
}

/// The key of a state: `to-be-confirmed`.
#[must_use]
pub fn state_key(state: State) -> &'static str {
    match state {
        State::Planned => "planned",
        State::Confirmed => "confirmed",
        State::Moved => "moved",
        State::Cancelled => "cancelled",
        State::ToBeConfirmed => "to-be-confirmed",
    }
}
