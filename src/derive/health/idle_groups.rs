//! Groups whose place in the plan is hard to see.

use jiff::ToSpan;

use crate::derive::health::{Asked, Finding, in_words};
use crate::derive::relations::{GroupId, Manner};
use crate::model::{Entity, Owner, PageFacts, State};

/// Groups of the board that lead no action and own no priority of the plan.
pub(super) fn lead_nothing(asked: &Asked<'_>) -> Vec<Finding> {
    working_groups(asked)
        .filter(|group| !work(asked, *group).leads)
        .map(|group| Finding {
            about: Entity::Group(group),
            place: page(asked, group).whole(),
            when: None,
            sentence: match work(asked, group).supports {
                0 => "This group leads no action and supports none.".to_owned(),
                1 => "This group leads no action; it supports 1.".to_owned(),
                supports => format!("This group leads no action; it supports {supports}."),
            },
        })
        .collect()
}

/// Groups that met in the past year or will meet, and have no part in the plan.
pub(super) fn meet_without_work(asked: &Asked<'_>) -> Vec<Finding> {
    let today = asked.site.as_of;
    let begin = today.saturating_sub(1.year());
    working_groups(asked)
        .filter(|group| {
            let work = work(asked, *group);
            !work.leads && work.supports == 0 && asked.relations.due_at_meetings(*group).is_empty()
        })
        .filter_map(|group| {
            let meetings = asked.relations.meetings(group).iter();
            let days: Vec<_> = meetings
                .map(|meeting| meeting.of(asked.site))
                .filter(|meeting| meeting.state != State::Cancelled)
                .filter_map(|meeting| meeting.when.day())
                .filter(|day| *day >= begin)
                .collect();
            let next = days.iter().find(|day| **day >= today);
            let sentence = match (next, days.last()) {
                (Some(next), _) => format!(
                    "This group meets next on {}, but leads and supports nothing in the plan.",
                    in_words(*next)
                ),
                (None, Some(last)) => format!(
                    "This group last met on {}, but leads and supports nothing in the plan.",
                    in_words(*last)
                ),
                (None, None) => return None,
            };
            Some(Finding {
                about: Entity::Group(group),
                place: page(asked, group).whole(),
                when: None,
                sentence,
            })
        })
        .collect()
}

/// Groups of which work can be expected: the board steers, a collective is only a name for several,
/// an outside body has work of its own.
fn working_groups<'a>(asked: &'a Asked<'_>) -> impl Iterator<Item = GroupId> + use<'a> {
    let site = asked.site;
    let has_plan = site.living_plan().is_some();
    site.groups
        .iter()
        .filter(move |(_, group)| {
            let group = &group.original;
            let ended = group
                .ended
                .is_some_and(|ended| ended.first_day(crate::dates::Years::Calendar) <= site.as_of);
            let is_other = ["board", "collective", "outside"]
                .iter()
                .any(|kind| group.is(kind));
            has_plan && !group.from_index && !group.outside && !is_other && !ended
        })
        .map(|(id, _)| id)
}

/// What a group does in the plan that is worked on.
struct Work {
    leads: bool,
    supports: usize,
}

fn work(asked: &Asked<'_>, group: GroupId) -> Work {
    let site = asked.site;
    let relations = asked.relations.owner(Owner::Group(group));
    let here = || {
        let actions = relations.actions.iter();
        actions.filter(|involvement| {
            site.current_plan == Some(site.actions[involvement.action].original.plan)
        })
    };
    let mut owned = relations.owns.iter().chain(&relations.sponsors);
    Work {
        leads: here().any(|involvement| involvement.manner != Manner::Supports)
            || owned.any(|id| site.current_plan == Some(site.priorities[*id].original.plan)),
        supports: here()
            .filter(|involvement| involvement.manner == Manner::Supports)
            .count(),
    }
}

fn page<'a>(asked: &'a Asked<'_>, group: GroupId) -> &'a PageFacts {
    &asked.site.groups[group].original.page
}
