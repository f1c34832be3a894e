//! The dates by which actions are due, as a calendar of whole days.
//!
//! A date to be met is a task and not a meeting, for which iCalendar has `VTODO`. But the calendars
//! that people use (Outlook, Google) leave it out of a calendar they subscribe to, so each is a whole
//! day that keeps nobody busy.

use crate::dates::{Certainty, Date, Years};
use crate::derive::Derivation;
use crate::derive::feeds::sequence;
use crate::derive::ids::slug;
use crate::derive::relations::{ActionId, PlanId};
use crate::derive::view::feed::{CalendarFeed, EventFacts, EventState, EventTime};
use crate::model::standing::{row_standing, shares_open_dues};
use crate::model::{Due, Entity};

impl Derivation<'_> {
    /// The dates of the current plan's actions that are not finished; `None` where there is none.
    pub(super) fn due_feed(&self) -> Option<CalendarFeed> {
        let plan = self.site.current_plan?;
        let mut events: Vec<EventFacts> = self
            .site
            .actions
            .iter()
            .filter(|(_, action)| action.original.plan == plan)
            .flat_map(|(id, _)| self.due_events(id))
            .collect();
        if events.is_empty() {
            return None;
        }
        events.sort_by_key(|event| match event.when {
            EventTime::Day(day) => day,
            EventTime::At { start, .. } => start.date(),
        });
        let title = self.words_with("actions.due_dates", &[]);
        let title = format!("{}: {title}", self.site_title(self.language()));
        Some(self.subscribed(self.routes.feed_of_due_dates(), title, events))
    }

    /// Whether [`Derivation::due_feed`] has something in it for a plan.
    #[must_use]
    pub fn has_due_feed(&self, plan: PlanId) -> bool {
        let mut actions = self.site.actions.iter();
        self.site.current_plan == Some(plan)
            && actions
                .any(|(id, action)| action.original.plan == plan && !self.due_events(id).is_empty())
    }

    fn due_events(&self, id: ActionId) -> Vec<EventFacts> {
        let action = &self.site.actions[id].original;
        let plan = &self.site.plans[action.plan].original;
        let on = self.site.as_of;
        let own = shares_open_dues(plan, action, on).then(|| dates(action.facts.due.items(), ""));
        let of_rows = action
            .rows
            .iter()
            .enumerate()
            .filter(|(_, row)| !row_standing(plan, action, row, on).finished)
            .flat_map(|(index, row)| dates(row.facts.due.items(), &format!("row-{}-", index + 1)));
        let mut events: Vec<EventFacts> = Vec::new();
        for date in own.into_iter().flatten().chain(of_rows) {
            // Rows that share a date with their action are one entry of a calendar.
            let is_there = |event: &EventFacts| event.when == EventTime::Day(date.day);
            if !events.iter().any(is_there) {
                events.push(self.due_event(id, &date));
            }
        }
        events
    }

    fn due_event(&self, id: ActionId, date: &DueDate) -> EventFacts {
        let action = &self.site.actions[id].original;
        let plan = &self.site.plans[action.plan].original;
        let label = self.action_label(id, self.language());
        let title = self.action_title(id, self.language());
        let url = self.absolute(&self.routes.place(Entity::Action(id), self.language()));
        let address = slug(action.page.address.as_str().trim_end_matches(".html"));
        let updated = action.page.updated;
        EventFacts {
            // The place of the date in the action, so that it stays when the date is moved.
            uid: format!("{}.{address}@{}", date.id, self.host()),
            sequence: sequence(updated, 0),
            changed: updated
                .map(|date| date.first_day(Years::Calendar))
                .or_else(|| Some(plan.period.as_ref()?.value.from))
                .unwrap_or(date.day),
            summary: self.words_with(
                "actions.due_event",
                &[("action", &label), ("title", &title)],
            ),
            when: EventTime::Day(date.day),
            state: EventState::Confirmed,
            location: None,
            conference: None,
            description: Some(
                [Some(date.words.clone()), url.clone()]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join("\n"),
            ),
            url,
        }
    }
}

/// A date to be met.
struct DueDate {
    /// The last day on which it is still in time.
    day: Date,
    /// Which of the action's dates it is: `due-1`, `row-2-due-1`.
    id: String,
    /// The author's words.
    words: String,
}

/// The dates that are certain. A cycle, an event or a milestone is no date to be met.
fn dates<'a>(dues: &'a [Due], before: &str) -> impl Iterator<Item = DueDate> + use<'a> {
    let before = before.to_owned();
    dues.iter()
        .filter(|due| due.timescale.certainty == Certainty::Understood)
        .flat_map(|due| &due.timescale.dues)
        .zip(dues_words(dues))
        .enumerate()
        .map(move |(index, (due, words))| DueDate {
            day: due.to,
            id: format!("{before}due-{}", index + 1),
            words,
        })
}

/// The words of each date of [`dates`], in the same order.
fn dues_words(dues: &[Due]) -> impl Iterator<Item = String> + use<'_> {
    dues.iter()
        .filter(|due| due.timescale.certainty == Certainty::Understood)
        .flat_map(|due| {
            due.timescale
                .dues
                .iter()
                .map(|_| due.timescale.text.clone())
        })
}
