//! Calendars that people subscribe to: of all meetings, of each group's, of each meeting alone, and of
//! the dates by which actions are due.

mod due;
mod glossary_data;
mod linked_data;
mod meeting;

use jiff::tz::TimeZone;

use crate::dates::{Date, PartialDate, Years};
use crate::derive::Derivation;
use crate::derive::ids::slug;
use crate::derive::meetings::{all_meetings, group_of};
use crate::derive::relations::MeetingRef;
use crate::derive::routes::Destination;
use crate::derive::routes::{self, Place};
use crate::derive::view::feed::{CalendarFeed, EventFacts};
use crate::output::OutputPath;

impl Derivation<'_> {
    /// All calendars: meetings in every language in which they are published, the dates by which
    /// actions are due in that of the site.
    ///
    /// A meeting has one UID in all languages, since it is one event: who adds it in Welsh after
    /// adding it in English still has it once. The files of one language differ in nothing but
    /// words.
    #[must_use]
    pub fn feeds(&self) -> Vec<CalendarFeed> {
        // Where there is no file of meetings there is no calendar of them.
        let languages = self.routes.calendar_languages().iter();
        languages
            .filter(|_| !self.site.cycles.is_empty())
            .flat_map(|language| self.meeting_feeds(language))
            .chain(self.due_feed())
            .collect()
    }

    /// One of all meetings, one for each group that meets, one for each meeting with a day.
    fn meeting_feeds(&self, language: &str) -> Vec<CalendarFeed> {
        let meetings = all_meetings(self.site);
        let text =
            |key: &str, arguments: &[(&str, &str)]| self.strings.text(language, key, arguments);
        let of_groups = self
            .site
            .groups
            .ids()
            .filter(|group| self.routes.meets(*group))
            .map(|group| {
                let title = self.title(Destination::CalendarOf(group), language);
                let own = meetings
                    .iter()
                    .filter(|meeting| group_of(self.site, **meeting) == Some(group));
                let path = self.routes.feed_of(group, language);
                self.subscribed(path, title, self.events(own, language))
            });
        let of_meetings = meetings.iter().filter_map(|meeting| {
            let event = self.event(*meeting, language)?;
            Some(CalendarFeed {
                path: self.routes.feed_of_meeting(*meeting, language),
                // A meeting is added once, as it is; nobody subscribes to it.
                source: None,
                name: event.summary.clone(),
                zone: self.zone(),
                events: vec![event],
            })
        });
        let title = text("meetings.title", &[]);
        let title = format!("{}: {title}", self.site_title(language));
        let path = self.routes.feed(language);
        let all = self.subscribed(path, title, self.events(meetings.iter(), language));
        std::iter::once(all)
            .chain(of_groups)
            .chain(of_meetings)
            .collect()
    }

    fn events<'m>(
        &self,
        meetings: impl Iterator<Item = &'m MeetingRef>,
        language: &str,
    ) -> Vec<EventFacts> {
        meetings
            .filter_map(|meeting| self.event(*meeting, language))
            .collect()
    }

    /// A calendar that a program asks for again and again.
    fn subscribed(&self, path: OutputPath, name: String, events: Vec<EventFacts>) -> CalendarFeed {
        CalendarFeed {
            source: self.absolute_file(&path),
            path,
            name,
            zone: self.zone(),
            events,
        }
    }

    /// The absolute address of a file, where `site_url` is set.
    #[must_use]
    pub fn absolute_file(&self, path: &OutputPath) -> Option<String> {
        self.absolute(&Place {
            address: path.clone(),
            anchor: None,
            language: self.language().to_owned(),
        })
    }

    fn zone(&self) -> TimeZone {
        // A zone that does not exist is an error of its own.
        TimeZone::get(&self.site.settings.time_zone).unwrap_or(TimeZone::UTC)
    }

    fn language(&self) -> &str {
        &self.site.settings.language
    }

    fn words_with(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.strings.text(self.language(), key, arguments)
    }

    /// The absolute address of a place, where `site_url` is set.
    fn absolute(&self, place: &Place) -> Option<String> {
        let site_url = self.site.settings.site_url.as_deref()?;
        Some(routes::absolute(site_url, place))
    }

    /// What makes an id unique in the world: the host of the site, else the board's name (RFC 7986,
    /// 5.3, would have random numbers; but an id must be the same in every build).
    fn host(&self) -> String {
        self.site
            .settings
            .site_url
            .as_deref()
            .and_then(host_of)
            .map_or_else(|| slug(&self.site.home.original.board.name), str::to_owned)
    }
}

/// The number of a change: a calendar program lets the higher one win (RFC 5545, 3.8.7.4). It counts
/// the days to the `updated` of the file, where there is one, and in each day the steps from planned
/// to cancelled. So a meeting that is moved twice, or takes place after all, wins too.
fn sequence(updated: Option<PartialDate>, step: u32) -> u32 {
    const STEPS: u32 = 4;
    let days = updated
        .map(|date| date.first_day(Years::Calendar))
        .and_then(|day| Date::constant(2000, 1, 1).until(day).ok())
        .and_then(|span| u32::try_from(span.get_days()).ok())
        .unwrap_or(0);
    days.saturating_mul(STEPS)
        .saturating_add(step.min(STEPS - 1))
}

/// `plan.board.example` of `https://plan.board.example/x/`.
fn host_of(site_url: &str) -> Option<&str> {
    let rest = site_url.split_once("://")?.1;
    let host = rest.split(['/', ':']).next()?;
    (!host.is_empty()).then_some(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_change_has_a_higher_number_whatever_it_is() {
        let on = |day: &str| Some(PartialDate::Day(day.parse().unwrap()));
        let cancelled = sequence(on("2026-07-12"), 3);
        assert!(sequence(on("2026-07-13"), 0) > cancelled);
        assert!(sequence(on("2026-07-12"), 2) < cancelled);
        assert_eq!(sequence(None, 2), 2);
    }

    #[test]
    fn the_host_is_the_name_alone() {
        assert_eq!(host_of("https://plan.a.example/x/"), Some("plan.a.example"));
        assert_eq!(host_of("http://localhost:8000/"), Some("localhost"));
        assert_eq!(host_of("plan.a.example"), None);
    }
}
