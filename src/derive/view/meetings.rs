//! One cycle of meetings, usually a year.

use serde::Serialize;

use crate::derive::html::Html;
use crate::derive::ids::Ids;
use crate::derive::meetings::{self, online_html, sort_key, time_view};
use crate::derive::page::PageParts;
use crate::derive::scope::Scope;
use crate::derive::view::calendar::MeetingView;
use crate::derive::view::page::PageView;
use crate::derive::view::parts::{LinkView, NameView};
use crate::derive::view::year::YearView;
use crate::model::{Cycle, Entity, Id, Listing, Localised, Meeting, Series};

/// One cycle of meetings.
#[derive(Clone, Debug, Serialize)]
pub struct MeetingsView {
    /// What every page has.
    pub page: PageView,
    /// The period, in words.
    pub period: String,
    /// A remark about the cycle.
    pub note: Option<Html>,
    /// The author's text.
    pub body: Option<Html>,
    /// One entry for each group, in the author's order.
    pub groups: Vec<CycleGroupView>,
    /// Groups and months as a table.
    pub year: Option<YearView>,
    /// All meetings by date.
    pub calendar: Option<LinkView>,
    /// The other cycles, newest first.
    pub cycles: Vec<LinkView>,
}

/// The meetings of one group in a cycle.
#[derive(Clone, Debug, Serialize)]
pub struct CycleGroupView {
    /// The id of the heading.
    pub id: String,
    /// The group, as written, linked where it is known.
    pub group: NameView,
    /// The usual time, in words.
    pub time: Option<String>,
    /// The usual place.
    pub place: Option<Html>,
    /// How to join from elsewhere.
    pub online: Option<Html>,
    /// A remark.
    pub note: Option<Html>,
    /// The meetings, by date, then those to be confirmed. What they share with the group (time,
    /// place, online) is not repeated in them.
    pub meetings: Vec<MeetingView>,
}

impl MeetingsView {
    /// One cycle of meetings. What the author wrote is shown as it is written, in its order.
    #[must_use]
    pub fn new(scope: &Scope<'_>, id: Id<Localised<Cycle>>) -> Self {
        let cycle = scope.site().cycles[id].in_language(scope.language());
        let mut ids = Ids::default();
        let page = scope.page(PageParts {
            facts: Some(&cycle.page),
            parents: vec![Entity::Listing(Listing::Calendar)],
            ..PageParts::new("meetings", cycle.title.clone())
        });
        // Meetings come first: other pages link to their ids.
        let meeting_ids: Vec<Vec<String>> = cycle
            .series
            .iter()
            .map(|series| {
                let meetings = series.meetings.iter();
                meetings.map(|meeting| ids.unique(&meeting.id)).collect()
            })
            .collect();
        ids.leave(cycle.page.body.body.anchors());
        Self {
            page,
            period: cycle
                .period
                .as_ref()
                .map_or_else(String::new, |period| period.value.text.clone()),
            note: cycle.note.as_ref().map(|note| scope.value(note)),
            body: scope.body(&cycle.page.body),
            groups: cycle
                .series
                .iter()
                .zip(meeting_ids)
                .map(|(series, meetings)| group_view(scope, series, meetings, &mut ids))
                .collect(),
            year: YearView::new(scope, id),
            calendar: Some(scope.link_as(Listing::Calendar, scope.text("meetings.calendar", &[]))),
            cycles: scope
                .site()
                .cycles
                .ids()
                .filter(|other| *other != id)
                .map(|other| scope.short_link(Entity::Cycle(other)))
                .collect(),
        }
    }
}

fn group_view(
    scope: &Scope<'_>,
    series: &Series,
    meeting_ids: Vec<String>,
    ids: &mut Ids,
) -> CycleGroupView {
    let group = scope.name(&series.words.value, series.group.map(Entity::Group));
    let time = usual(&series.meetings, |meeting| meeting.time.as_ref());
    let place = usual(&series.meetings, |meeting| meeting.place.as_ref());
    let online = usual(&series.meetings, |meeting| meeting.online.as_ref());
    let mut meetings: Vec<(&Meeting, String)> = series.meetings.iter().zip(meeting_ids).collect();
    meetings.sort_by_key(|(meeting, _)| sort_key(meeting));
    CycleGroupView {
        id: ids.unique(&series.words.value),
        time: time.map(|time| time_view(scope, *time).text),
        place: place.map(|place| Html::from_text(place)),
        online: online.map(online_html),
        note: series.note.as_ref().map(|note| scope.value(note)),
        meetings: meetings
            .into_iter()
            .map(|(meeting, id)| {
                let view = meetings::view(scope, group.clone(), meeting, id);
                let is_usual_time = meeting.time.as_ref() == time;
                let is_usual_place = meeting.place.as_ref() == place;
                let is_usual_online = meeting.online.as_ref() == online;
                MeetingView {
                    time: view.time.filter(|_| !is_usual_time),
                    place: view.place.filter(|_| !is_usual_place),
                    online: view.online.filter(|_| !is_usual_online),
                    ..view
                }
            })
            .collect(),
        group,
    }
}

/// What most meetings of a group have in common, so that it is said once: the value that stands
/// most often, the first of equals. None where a meeting has no value, since it would seem to
/// share the others'; and none that a single one of several meetings has.
fn usual<'a, T: PartialEq>(
    meetings: &'a [Meeting],
    value: impl Fn(&'a Meeting) -> Option<&'a T>,
) -> Option<&'a T> {
    let values: Vec<&T> = meetings.iter().map(value).collect::<Option<_>>()?;
    let times = |value: &T| values.iter().filter(|other| **other == value).count();
    let most = values.iter().map(|value| times(value)).max()?;
    let usual = values.iter().find(|value| times(value) == most)?;
    (most > 1 || values.len() == 1).then_some(*usual)
}
