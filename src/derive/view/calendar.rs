//! Meetings by date: of all groups, or of one.

use serde::Serialize;

use crate::dates::PartialDate;
use crate::derive::html::Html;
use crate::derive::ids::Ids;
use crate::derive::meetings::{all_meetings, group_of, in_list, is_next, is_past};
use crate::derive::page::PageParts;
use crate::derive::relations::MeetingRef;
use crate::derive::routes::Destination;
use crate::derive::scope::Scope;
use crate::derive::view::page::PageView;
use crate::derive::view::parts::{DateView, LinkView, NameView};
use crate::derive::view::subscription::SubscriptionView;
use crate::derive::view::year::YearView;
use crate::model::{Entity, Group, Id, Listing, Localised, When};

/// Meetings by date.
#[derive(Clone, Debug, Serialize)]
pub struct CalendarView {
    /// What every page has.
    pub page: PageView,
    /// The group whose meetings these are; `None` for all groups.
    pub group: Option<LinkView>,
    /// All groups, then each group that meets.
    pub filters: Vec<CalendarFilterView>,
    /// The next meeting that is not cancelled; it stands in `months` too.
    pub next: Option<MeetingView>,
    /// Coming meetings by month, cancelled ones included.
    pub months: Vec<MonthView>,
    /// Meetings without a certain day.
    pub to_be_confirmed: Vec<MeetingView>,
    /// Past meetings by month, newest first.
    pub past: Vec<MonthView>,
    /// The cycles of meetings, newest first: this year, last year.
    pub cycles: Vec<LinkView>,
    /// Groups and months of each cycle that is not over, as a table; empty on the page of one group.
    pub years: Vec<YearView>,
    /// How to have these meetings in one's own calendar.
    pub subscription: Option<SubscriptionView>,
    /// The address of all meetings as data for search engines; not on the page of one group.
    pub data: Option<String>,
}

/// A choice of group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CalendarFilterView {
    /// The words: the name of the group, or "All groups".
    pub text: String,
    /// The page.
    pub href: String,
    /// Whether it is this page.
    pub current: bool,
}

/// The meetings of one month.
#[derive(Clone, Debug, Serialize)]
pub struct MonthView {
    /// The id of the heading: `2026-08`.
    pub id: String,
    /// The heading: "August 2026".
    pub heading: String,
    /// The meetings, by time.
    pub meetings: Vec<MeetingView>,
}

/// A meeting.
#[derive(Clone, Debug, Serialize)]
pub struct MeetingView {
    /// The id of the entry, unique on its page.
    pub id: String,
    /// The group, as written, linked where it is known.
    pub group: NameView,
    /// The day, with its weekday in words: "Tuesday 8 September 2026". A month where no day is
    /// set; `None` where the author's words are no date.
    pub date: Option<DateView>,
    /// The author's words, where `date` is `None`.
    pub written: Option<String>,
    /// The time, in words: "2pm to 4pm".
    pub time: Option<TimeView>,
    /// Where.
    pub place: Option<Html>,
    /// How to join from elsewhere.
    pub online: Option<Html>,
    /// The language of place, remark and online words, where it is not that of the page.
    pub language: Option<String>,
    /// `planned`, `confirmed`, `moved`, `cancelled` or `to-be-confirmed`.
    pub state: &'static str,
    /// The state in words, where a reader should know it: all but `planned`.
    pub state_text: Option<String>,
    /// The day it was moved from.
    pub moved_from: Option<DateView>,
    /// A remark, such as the reason of a change.
    pub note: Option<Html>,
    /// The address of its own calendar file, where people can still come.
    pub calendar_file: Option<String>,
    /// Agenda, papers and minutes, in this order, each with type and size.
    pub papers: Vec<PaperView>,
}

/// A time of day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TimeView {
    /// For people: "2pm to 4pm".
    pub text: String,
    /// The beginning for machines: `14:00`.
    pub start: String,
    /// The end for machines, where it is known.
    pub end: Option<String>,
}

/// A paper of a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PaperView {
    /// `agenda`, `paper` or `minutes`.
    pub kind: &'static str,
    /// The link; its text says which meeting it belongs to.
    pub link: LinkView,
}

impl CalendarView {
    /// The meetings of all groups, or of one.
    #[must_use]
    pub fn new(scope: &Scope<'_>, group: Option<Id<Localised<Group>>>) -> Self {
        let site = scope.site();
        let meetings: Vec<MeetingRef> = all_meetings(site)
            .into_iter()
            .filter(|meeting| group.is_none() || group_of(site, *meeting) == group)
            .collect();
        let (past, coming): (Vec<MeetingRef>, Vec<MeetingRef>) = meetings
            .into_iter()
            .partition(|meeting| is_past(site, *meeting, site.as_of));
        let (dated, undated): (Vec<MeetingRef>, Vec<MeetingRef>) = coming
            .into_iter()
            .partition(|meeting| meeting.of(site).when.day().is_some());
        let mut ids = Ids::default();
        // Ids of the theme's own headings.
        for taken in ["main", "past", "to-be-confirmed"] {
            ids.unique(taken);
        }
        let next = dated
            .iter()
            .position(|meeting| is_next(site, *meeting, site.as_of));
        let shown: Vec<MeetingView> = dated
            .iter()
            .map(|meeting| in_list(scope, *meeting, &mut ids))
            .collect();
        let next = next.and_then(|index| shown.get(index).cloned());
        let coming = dated.into_iter().zip(shown).collect();
        let to_be_confirmed = undated
            .into_iter()
            .map(|meeting| in_list(scope, meeting, &mut ids))
            .collect();
        // A meeting without any date stays with its cycle once that is over.
        let past = past
            .into_iter()
            .rev()
            .filter(|meeting| meeting.of(site).when != When::Unclear)
            .map(|meeting| (meeting, in_list(scope, meeting, &mut ids)))
            .collect();
        Self {
            page: page(scope, group),
            group: group.map(|group| scope.link(Entity::Group(group))),
            filters: filters(scope, group),
            next,
            months: by_month(scope, coming, ""),
            to_be_confirmed,
            past: by_month(scope, past, "past-"),
            cycles: site
                .cycles
                .ids()
                .map(|cycle| scope.short_link(Entity::Cycle(cycle)))
                .collect(),
            years: match group {
                None => years(scope),
                Some(_) => Vec::new(),
            },
            subscription: scope.subscription(group),
            data: group.is_none().then(|| scope.meetings_data()).flatten(),
        }
    }
}

impl Scope<'_> {
    fn meetings_data(&self) -> Option<String> {
        let has_day = |meeting: &MeetingRef| meeting.of(self.site()).when.day().is_some();
        all_meetings(self.site())
            .iter()
            .find(|meeting| has_day(meeting))?;
        Some(
            self.link_at(self.routes().meetings_data(), String::new())
                .href,
        )
    }
}

/// The cycles that are not over: earlier ones stay at their own addresses.
fn years(scope: &Scope<'_>) -> Vec<YearView> {
    let site = scope.site();
    let coming = site.cycles.iter().filter(|(_, cycle)| {
        let period = cycle.original.period.as_ref();
        period.is_some_and(|period| period.value.to >= site.as_of)
    });
    coming
        .filter_map(|(id, _)| YearView::new(scope, id))
        .collect()
}

fn page(scope: &Scope<'_>, group: Option<Id<Localised<Group>>>) -> PageView {
    let listing = Entity::Listing(Listing::Calendar);
    scope.page(PageParts {
        parents: group.map(|_| listing).into_iter().collect(),
        ..PageParts::new("calendar", scope.title())
    })
}

fn filters(scope: &Scope<'_>, current: Option<Id<Localised<Group>>>) -> Vec<CalendarFilterView> {
    let all = CalendarFilterView {
        text: scope.text("meetings.all_groups", &[]),
        href: scope.href(Listing::Calendar),
        current: current.is_none(),
    };
    let meet = scope.site().groups.ids();
    let groups = meet
        .filter(|group| scope.routes().meets(*group))
        .map(|group| CalendarFilterView {
            text: scope
                .derivation
                .name(Entity::Group(group), scope.language()),
            href: scope.href(Destination::CalendarOf(group)),
            current: current == Some(group),
        });
    std::iter::once(all).chain(groups).collect()
}

/// Meetings in their order, with a heading for each month.
fn by_month(
    scope: &Scope<'_>,
    meetings: Vec<(MeetingRef, MeetingView)>,
    id_prefix: &str,
) -> Vec<MonthView> {
    let mut months: Vec<MonthView> = Vec::new();
    for (meeting, view) in meetings {
        let month = match meeting.of(scope.site()).when {
            When::Day(day) => PartialDate::Month {
                year: day.year(),
                month: day.month(),
            },
            When::Month { year, month } => PartialDate::Month { year, month },
            When::Unclear => continue,
        };
        let id = format!("{id_prefix}{}", month.iso());
        match months.last_mut() {
            Some(last) if last.id == id => last.meetings.push(view),
            _ => months.push(MonthView {
                id,
                heading: scope.date(month).text,
                meetings: vec![view],
            }),
        }
    }
    months
}
