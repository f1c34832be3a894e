//! Meetings as data for search engines.

use jiff::civil::DateTime;

use crate::dates::{Date, Time};
use crate::derive::Derivation;
use crate::derive::meetings::{all_meetings, group_of};
use crate::derive::relations::MeetingRef;
use crate::derive::view::linked_data::{MeetingFacts, MeetingsData, Progress};
use crate::model::{Entity, Online, State};

impl Derivation<'_> {
    /// All meetings with a day, in the language of the site; `None` where there is none.
    #[must_use]
    pub fn meetings_data(&self) -> Option<MeetingsData> {
        let meetings: Vec<MeetingFacts> = all_meetings(self.site)
            .into_iter()
            .filter_map(|meeting| self.meeting_facts(meeting))
            .collect();
        (!meetings.is_empty()).then(|| MeetingsData {
            path: self.routes.meetings_data(),
            language: self.language().to_owned(),
            meetings,
        })
    }

    fn meeting_facts(&self, id: MeetingRef) -> Option<MeetingFacts> {
        let meeting = id.of(self.site);
        let day = meeting.when.day()?;
        let group = self.meeting_name(id, self.language());
        let at = |day: Date, time: Option<Time>| match time {
            Some(time) => self.moment(day.to_datetime(time)),
            None => day.to_string(),
        };
        let start = meeting.time.map(|time| time.start);
        let moved_from = meeting
            .moved_from
            .as_ref()
            .and_then(|(_, date)| (*date)?.day());
        Some(MeetingFacts {
            name: self.words_with("meetings.event", &[("group", &group)]),
            start: at(day, start),
            end: meeting
                .time
                .and_then(|time| time.end)
                .map(|end| at(day, Some(end))),
            progress: match meeting.state {
                State::Cancelled => Progress::Cancelled,
                State::Moved => Progress::Moved,
                _ if meeting.moved_from.is_some() => Progress::Moved,
                State::Planned | State::Confirmed | State::ToBeConfirmed => Progress::Planned,
            },
            // Only the day is known for certain: the time may have been another.
            previous_start: moved_from.map(|day| day.to_string()),
            place: meeting.place.clone(),
            online: meeting.online.is_some(),
            online_address: match &meeting.online {
                Some(Online::Address(address)) => Some(address.href.clone()),
                Some(Online::Words(_)) | None => None,
            },
            organizer: group,
            organizer_url: group_of(self.site, id).and_then(|group| {
                self.absolute(&self.routes.place(Entity::Group(group), self.language()))
            }),
            url: self.event_url(id, self.language()),
        })
    }

    /// A local time with its distance from UTC: `2026-07-14T14:00:00+01:00` (ISO 8601).
    fn moment(&self, time: DateTime) -> String {
        match self.zone().to_ambiguous_zoned(time).compatible() {
            Ok(moment) => moment.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
            Err(_) => time.to_string(),
        }
    }
}
