//! Meetings for which nothing to read is published.

use jiff::ToSpan;

use crate::derive::health::{Asked, Finding, in_words};
use crate::derive::meetings::all_meetings;
use crate::model::{Entity, Meeting, State};

/// How many days before a meeting its agenda is missed.
const NEAR: i64 = 30;

/// Meetings of the past year without agenda, papers and minutes, and a group's next meeting that is
/// near and has none yet. Not asked of groups of which no meeting ever had any: they keep their
/// papers elsewhere.
pub(super) fn ask(asked: &Asked<'_>) -> Vec<Finding> {
    let site = asked.site;
    let today = site.as_of;
    let publishes = |group| {
        let mut meetings = asked.relations.meetings(group).iter();
        meetings.any(|meeting| has_papers(meeting.of(site)))
    };
    let near = today.saturating_add(NEAR.days());
    let begin = today.saturating_sub(1.year());
    all_meetings(site)
        .into_iter()
        .filter_map(|reference| {
            let meeting = reference.of(site);
            let series = &site.cycles[reference.cycle].original.series[reference.series];
            let day = meeting.when.day()?;
            let group = series.group.filter(|group| publishes(*group))?;
            let is_next =
                day <= near && asked.relations.next_meeting(site, group) == Some(reference);
            let is_past = (begin..today).contains(&day);
            if meeting.state == State::Cancelled || has_papers(meeting) || !(is_past || is_next) {
                return None;
            }
            let words = in_words(day);
            let name = &site.groups[group].original.name;
            Some(Finding {
                about: Entity::Group(group),
                place: meeting.span,
                sentence: if is_past {
                    format!("{name} met on {words}; no agenda, papers or minutes are here.")
                } else {
                    format!("{name} meets on {words}; there is no agenda yet.")
                },
                when: Some((meeting.written.clone(), Some(day))),
            })
        })
        .collect()
}

fn has_papers(meeting: &Meeting) -> bool {
    meeting.agenda.is_some() || meeting.minutes.is_some() || !meeting.papers.is_empty()
}
