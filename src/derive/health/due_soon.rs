//! What is due in the next 90 days and not finished.

use crate::derive::health::{Asked, Finding, in_words};
use crate::derive::relations::actions_of_plan;
use crate::model::Entity;
use crate::model::standing::open_dues;

/// Each deadline that is certain and near, the nearest first.
pub(super) fn ask(asked: &Asked<'_>) -> Vec<Finding> {
    let site = asked.site;
    let (Some(plan), Some(id)) = (site.living_plan(), site.current_plan) else {
        return Vec::new();
    };
    let mut found: Vec<_> = Vec::new();
    for id in actions_of_plan(site, id) {
        let action = &site.actions[id].original;
        for due in open_dues(plan, action, site.as_of).into_iter().flatten() {
            let near = due.timescale.deadlines().iter().map(|one| one.to);
            let near = near.filter(|day| (site.as_of..=asked.soon()).contains(day));
            found.extend(near.map(|day| (day, id, due)));
        }
    }
    found.sort_by_key(|(day, ..)| *day);
    found
        .into_iter()
        .map(|(day, id, due)| Finding {
            about: Entity::Action(id),
            place: due.span,
            when: Some((due.timescale.text.clone(), Some(day))),
            sentence: match (day - site.as_of).get_days() {
                0 => "This is due today.".to_owned(),
                1 => "This is due tomorrow.".to_owned(),
                days => format!("This is due by {}, in {days} days.", in_words(day)),
            },
        })
        .collect()
}
