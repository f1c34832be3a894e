//! What is due when: the work of a plan by its places in time, and the picture of it.

use std::collections::BTreeMap;

use crate::dates::Years;
use crate::derive::deadlines::{Quarter, Slot, Work, work_of};
use crate::derive::diagram::{Bar, Look, bars};
use crate::derive::grouping::slot_heading;
use crate::derive::html::Html;
use crate::derive::relations::{ActionId, PlanId, actions_of_plan};
use crate::derive::scope::{CardIn, Scope};
use crate::derive::view::timeline::{TimelineEntryView, TimelineSectionView};

/// The id that begins the ids of the picture. Ids made from words have no dot.
const PICTURE: &str = "part.timeline";

/// The sections of a timeline, in order; what is finished is in none of them.
#[must_use]
pub fn sections(scope: &Scope<'_>, plan: PlanId) -> Vec<TimelineSectionView> {
    let site = scope.site();
    let years = site.plans[plan].original.years;
    let mut slots: BTreeMap<Slot, Vec<(ActionId, Work<'_>)>> = BTreeMap::new();
    for id in actions_of_plan(site, plan) {
        for work in work_of(site, id) {
            if work.slot != Slot::Finished {
                slots.entry(work.slot).or_default().push((id, work));
            }
        }
    }
    slots
        .into_iter()
        .map(|(slot, mut works)| {
            // What has equal days, or none, keeps the plan's order.
            works.sort_by_key(|(_, work)| work.day());
            section(scope, years, slot, &works)
        })
        .collect()
}

/// How many actions of a plan are finished.
#[must_use]
pub fn finished(scope: &Scope<'_>, plan: PlanId) -> usize {
    actions_of_plan(scope.site(), plan)
        .into_iter()
        .filter(|id| scope.standing(*id).finished)
        .count()
}

/// How many entries each section has, as bars; nothing where there is no section.
#[must_use]
pub fn picture(scope: &Scope<'_>, sections: &[TimelineSectionView]) -> Option<Html> {
    if sections.is_empty() {
        return None;
    }
    let drawn: Vec<Bar> = sections
        .iter()
        .map(|section| Bar {
            label: match section.is_now {
                true => scope.text("timeline.now", &[("quarter", &section.heading)]),
                false => section.heading.clone(),
            },
            count: section.entries.len(),
            look: match section.key {
                "overdue" => Look::Marked,
                "quarter" => Look::Filled,
                _ => Look::Hollow,
            },
        })
        .collect();
    let description = drawn
        .iter()
        .map(|bar| {
            let count = bar.count.to_string();
            scope.text(
                "timeline.bar",
                &[("heading", &bar.label), ("count", &count)],
            )
        })
        .collect::<Vec<_>>()
        .join(" ");
    let title = scope.text("timeline.picture", &[]);
    Some(bars(&title, &description, &drawn, PICTURE))
}

fn section(
    scope: &Scope<'_>,
    years: Years,
    slot: Slot,
    works: &[(ActionId, Work<'_>)],
) -> TimelineSectionView {
    let (id, heading) = slot_heading(scope, slot);
    let quarter = match slot {
        Slot::Quarter(quarter) => Some(quarter),
        _ => None,
    };
    TimelineSectionView {
        id,
        heading,
        key: match slot {
            Slot::Overdue => "overdue",
            Slot::Quarter(_) => "quarter",
            Slot::Meetings => "meetings",
            Slot::Ongoing => "ongoing",
            Slot::InWords => "in-words",
            Slot::Undated | Slot::Finished => "no-date",
        },
        note: quarter.map(|quarter| {
            let (number, year) = quarter.in_years(years);
            let number = number.to_string();
            scope.text("timeline.quarter", &[("number", &number), ("year", &year)])
        }),
        is_now: quarter == Some(Quarter::of(scope.site().as_of)),
        entries: works
            .iter()
            .map(|(id, work)| entry(scope, *id, work))
            .collect(),
    }
}

/// Rows say who leads them and how they stand, where the date is theirs.
fn entry(scope: &Scope<'_>, id: ActionId, work: &Work<'_>) -> TimelineEntryView {
    let card = match work.rows.as_slice() {
        [] => scope.action_card(id, CardIn::AnyList),
        rows => scope.rows_card(id, rows),
    };
    let late = work.slot == Slot::Overdue;
    TimelineEntryView {
        label: card.label,
        title: card.title,
        href: card.href,
        language: card.language,
        tasks: card.tasks,
        due: work.due.map(|due| scope.due_at(due, work.deadline, late)),
        leads: card.leads,
        status: card.status,
    }
}
