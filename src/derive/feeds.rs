//! Calendars that people subscribe to: one of all meetings, one of each group's.

use jiff::tz::TimeZone;

use crate::dates::{Date, Years};
use crate::derive::Derivation;
use crate::derive::ids::slug;
use crate::derive::meetings::{all_meetings, group_of, series_of};
use crate::derive::plain;
use crate::derive::relations::MeetingRef;
use crate::derive::routes::{self, Place};
use crate::derive::view::feed::{CalendarFeed, EventFacts, EventState, EventTime};
use crate::model::{Entity, Link, Meeting, Online, State};
use crate::output::OutputPath;

impl Derivation<'_> {
    /// All calendars, in the language of the site; none where there is no meeting.
    #[must_use]
    pub fn feeds(&self) -> Vec<CalendarFeed> {
        if self.site.cycles.is_empty() {
            return Vec::new();
        }
        let meetings = all_meetings(self.site);
        let language = self.site.settings.language.as_str();
        let of_groups = self
            .site
            .groups
            .ids()
            .filter(|group| self.routes.meets(*group))
            .map(|group| {
                let name = self.name(Entity::Group(group), language);
                let title = self
                    .strings
                    .text(language, "meetings.title_of", &[("group", &name)]);
                let own = meetings
                    .iter()
                    .filter(|meeting| group_of(self.site, **meeting) == Some(group));
                self.feed(self.routes.feed_of(group), title, own)
            });
        let title = self.strings.text(language, "meetings.title", &[]);
        let title = format!("{}: {title}", self.site_title(language));
        std::iter::once(self.feed(self.routes.feed(), title, meetings.iter()))
            .chain(of_groups)
            .collect()
    }

    fn feed<'m>(
        &self,
        path: OutputPath,
        name: String,
        meetings: impl Iterator<Item = &'m MeetingRef>,
    ) -> CalendarFeed {
        CalendarFeed {
            path,
            name,
            // A zone that does not exist is an error of its own.
            zone: TimeZone::get(&self.site.settings.time_zone).unwrap_or(TimeZone::UTC),
            events: meetings
                .filter_map(|meeting| self.event(*meeting))
                .collect(),
        }
    }

    /// A meeting; `None` where its day is not certain.
    fn event(&self, id: MeetingRef) -> Option<EventFacts> {
        let language = self.site.settings.language.as_str();
        let meeting = id.of(self.site);
        let day = meeting.when.day()?;
        let group = match group_of(self.site, id) {
            Some(group) => self.name(Entity::Group(group), language),
            None => series_of(self.site, id).words.value.clone(),
        };
        Some(EventFacts {
            uid: self.uid(id),
            sequence: sequence(meeting),
            changed: self.changed(id, day),
            summary: self
                .strings
                .text(language, "meetings.event", &[("group", &group)]),
            when: match meeting.time {
                None => EventTime::Day(day),
                Some(time) => EventTime::At {
                    start: day.to_datetime(time.start),
                    end: time.end.map(|end| day.to_datetime(end)),
                },
            },
            state: match meeting.state {
                State::Planned | State::ToBeConfirmed => EventState::Tentative,
                State::Confirmed | State::Moved => EventState::Confirmed,
                State::Cancelled => EventState::Cancelled,
            },
            location: location(meeting),
            description: self.event_description(meeting),
            url: self.event_url(id),
        })
    }

    /// The id of the meeting, its cycle and the host of the site: none of them changes when a
    /// meeting is moved (RFC 7986, 5.3, has no better source of uniqueness).
    fn uid(&self, id: MeetingRef) -> String {
        let cycle = self.site.cycles[id.cycle].original.page.address.as_str();
        let cycle = slug(cycle.trim_end_matches(".html"));
        let host = self
            .site
            .settings
            .site_url
            .as_deref()
            .and_then(host_of)
            .map_or_else(|| slug(&self.site.home.original.board.name), str::to_owned);
        format!("{}.{cycle}@{host}", id.of(self.site).id)
    }

    /// The last day that the content names: when the file was updated, else when its period began.
    fn changed(&self, id: MeetingRef, day: Date) -> Date {
        let cycle = &self.site.cycles[id.cycle].original;
        let updated = cycle.page.updated.map(|date| date.first_day(Years::Calendar));
        let began = cycle.period.as_ref().map(|period| period.value.from);
        updated.or(began).unwrap_or(day)
    }

    fn event_description(&self, meeting: &Meeting) -> Option<String> {
        let language = self.site.settings.language.as_str();
        let text = |key| self.strings.text(language, key, &[]);
        let moved = meeting
            .moved_from
            .as_ref()
            .map(|(words, _)| format!("{} {words}", text("meetings.moved_from")));
        let note = meeting
            .note
            .as_ref()
            .map(|note| plain::text(note, &|link: &Link| link.written.clone()));
        let online = meeting
            .online
            .as_ref()
            .map(|online| format!("{} {}", text("meetings.online"), online_text(online)));
        let lines: Vec<String> = [moved, note, online].into_iter().flatten().collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }

    fn event_url(&self, id: MeetingRef) -> Option<String> {
        let site_url = self.site.settings.site_url.as_deref()?;
        let language = &self.site.settings.language;
        let page = self.routes.place(Entity::Cycle(id.cycle), language);
        Some(routes::absolute(
            site_url,
            &Place {
                anchor: Some(id.of(self.site).id.clone()),
                ..page
            },
        ))
    }
}

/// How far a meeting has come from its first plan: a calendar program lets the higher number win
/// (RFC 5545, 3.8.7.4), and meetings are confirmed, then moved, then cancelled.
fn sequence(meeting: &Meeting) -> u32 {
    match meeting.state {
        State::Cancelled => 3,
        State::Moved => 2,
        _ if meeting.moved_from.is_some() => 2,
        State::Confirmed => 1,
        State::Planned | State::ToBeConfirmed => 0,
    }
}

fn location(meeting: &Meeting) -> Option<String> {
    match (&meeting.place, &meeting.online) {
        (Some(place), _) => Some(place.clone()),
        (None, Some(online)) => Some(online_text(online)),
        (None, None) => None,
    }
}

fn online_text(online: &Online) -> String {
    match online {
        Online::Address(address) => address.href.clone(),
        Online::Words(words) => words.clone(),
    }
}

/// `plan.board.example` of `https://plan.board.example/x/`.
fn host_of(site_url: &str) -> Option<&str> {
    let rest = site_url.split_once("://")?.1;
    let host = rest.split(['/', ':']).next()?;
    (!host.is_empty()).then_some(host)
}

#[cfg(test)]
mod tests {
    use super::host_of;

    #[test]
    fn the_host_is_the_name_alone() {
        assert_eq!(host_of("https://plan.a.example/x/"), Some("plan.a.example"));
        assert_eq!(host_of("http://localhost:8000/"), Some("localhost"));
        assert_eq!(host_of("plan.a.example"), None);
    }
}
