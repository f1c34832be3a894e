//! Groups that share members do not meet at one time (content format §9): the same people would
//! have to be in two places.

use std::collections::{BTreeMap, BTreeSet};

use crate::dates::Date;
use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::{Group, Owner, Site, owners};

use super::diary::{Appointment, appointments};

/// Each meeting that overlaps with an earlier one of a group that shares members with its own.
pub fn check(site: &Site) -> Diagnostics {
    let mut days: BTreeMap<Date, Vec<Appointment<'_>>> = BTreeMap::new();
    for appointment in appointments(site) {
        days.entry(appointment.day).or_default().push(appointment);
    }
    let mut messages = Diagnostics::new();
    for appointments in days.values() {
        for (index, later) in appointments.iter().enumerate() {
            for earlier in &appointments[..index] {
                messages.extend(clash(site, earlier, later));
            }
        }
    }
    messages
}

fn clash(site: &Site, earlier: &Appointment<'_>, later: &Appointment<'_>) -> Option<Diagnostic> {
    let (one, other) = (earlier.series.group?, later.series.group?);
    if one == other || !earlier.overlaps(later) {
        return None;
    }
    let one = people(&site.groups[one].original);
    let other = people(&site.groups[other].original);
    let shared = one.intersection(&other).next()?;
    Some(
        Diagnostic::new(
            &codes::CLASHING_MEETINGS,
            later.meeting.span,
            format!(
                "At this time {} meets too, and {} belongs to both",
                earlier.name(),
                name_of(site, *shared)
            ),
            "Move one of the two, or correct its date or time.",
        )
        .with_secondary(earlier.meeting.span, "the other meeting"),
    )
}

/// Who sits on a group or chairs it.
fn people(group: &Group) -> BTreeSet<Owner> {
    let seats = group
        .members
        .iter()
        .flat_map(|seat| seat.owners.iter().copied());
    let chairs = owners(group.chair.iter()).map(|(owner, _)| owner);
    seats.chain(chairs).collect()
}

fn name_of(site: &Site, owner: Owner) -> &str {
    match owner {
        Owner::Group(id) => &site.groups[id].original.name,
        Owner::Member(id) => &site.members[id].original.name,
        Owner::Role(id) => &site.roles[id].name,
    }
}
