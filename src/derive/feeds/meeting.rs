//! One meeting as an event of a calendar.

use crate::dates::{Date, Years};
use crate::derive::Derivation;
use crate::derive::feeds::sequence;
use crate::derive::ids::slug;
use crate::derive::meetings::{group_of, series_of, state_words};
use crate::derive::plain;
use crate::derive::relations::MeetingRef;
use crate::derive::view::feed::{EventFacts, EventState, EventTime};
use crate::model::{Entity, Link, Meeting, Online, State};

impl Derivation<'_> {
    /// A meeting, in the words of a language; `None` where its day is not certain.
    pub(super) fn event(&self, id: MeetingRef, language: &str) -> Option<EventFacts> {
        let meeting = id.in_language(self.site, language);
        let day = meeting.when.day()?;
        let url = self.event_url(id, language);
        let updated = self.site.cycles[id.cycle].original.page.updated;
        Some(EventFacts {
            uid: self.uid(id),
            sequence: sequence(updated, step(meeting)),
            changed: self.changed(id, day),
            summary: self.event_summary(id, language),
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
            conference: match &meeting.online {
                Some(Online::Address(address)) => Some(address.href.clone()),
                Some(Online::Words(_)) | None => None,
            },
            description: self.event_description(meeting, language, url.as_deref()),
            url,
        })
    }

    /// What it is: "Training Group meeting". A cancelled one says so in its first word, since many
    /// programs show the events of a subscribed calendar without their `STATUS`.
    fn event_summary(&self, id: MeetingRef, language: &str) -> String {
        let key = match id.of(self.site).state {
            State::Cancelled => "meetings.event_cancelled",
            _ => "meetings.event",
        };
        let group = self.meeting_name(id, language);
        self.strings.text(language, key, &[("group", &group)])
    }

    /// The name of the group that meets.
    pub(super) fn meeting_name(&self, id: MeetingRef, language: &str) -> String {
        match group_of(self.site, id) {
            Some(group) => self.name(Entity::Group(group), language),
            None => series_of(self.site, id).words.value.clone(),
        }
    }

    /// The id of the meeting, its cycle and the host of the site: none of them changes when a
    /// meeting is moved (RFC 5545, 3.8.4.7: persistent and globally unique).
    fn uid(&self, id: MeetingRef) -> String {
        let cycle = self.site.cycles[id.cycle].original.page.address.as_str();
        let cycle = slug(cycle.trim_end_matches(".html"));
        format!("{}.{cycle}@{}", id.of(self.site).id, self.host())
    }

    /// The last day that the content names: when the file was updated, else when its period began.
    fn changed(&self, id: MeetingRef, day: Date) -> Date {
        let cycle = &self.site.cycles[id.cycle].original;
        let updated = cycle
            .page
            .updated
            .map(|date| date.first_day(Years::Calendar));
        let began = cycle.period.as_ref().map(|period| period.value.from);
        updated.or(began).unwrap_or(day)
    }

    fn event_description(
        &self,
        meeting: &Meeting,
        language: &str,
        url: Option<&str>,
    ) -> Option<String> {
        let text = |key: &str| self.strings.text(language, key, &[]);
        let state = matches!(meeting.state, State::Cancelled | State::ToBeConfirmed)
            .then(|| state_words(self.strings, language, meeting.state));
        let moved = meeting.moved_from.as_ref().map(|(words, date)| {
            let day = date.map(|date| self.strings.date(language, date));
            let day = day.as_ref().unwrap_or(words);
            format!("{} {day}", text("meetings.moved_from"))
        });
        let note = meeting
            .note
            .as_ref()
            .map(|note| plain::text(note, &|link: &Link| link.written.clone()));
        let online = meeting
            .online
            .as_ref()
            .map(|online| format!("{} {}", text("meetings.online"), online_text(online)));
        // Many programs show the description and hide the property URL.
        let url = url.map(str::to_owned);
        let lines: Vec<String> = [state, moved, note, online, url]
            .into_iter()
            .flatten()
            .collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }

    /// The absolute address of the meeting on the page of its cycle, where `site_url` is set.
    pub(super) fn event_url(&self, id: MeetingRef, language: &str) -> Option<String> {
        self.absolute(&self.routes.entry_of(id, language))
    }
}

/// How far a meeting has come from its first plan: meetings are confirmed, then moved, then cancelled.
fn step(meeting: &Meeting) -> u32 {
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
