//! Groups do not report to each other in a circle (content format §9): the structure could not be
//! drawn, and nobody would be at its top.

use std::collections::HashSet;

use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::{Group, Id, Localised, Site};
use crate::source::Span;

use super::words::file_of;

type GroupId = Id<Localised<Group>>;

/// One message for each circle, at the group whose file comes last.
pub fn check(site: &Site) -> Diagnostics {
    let mut seen: HashSet<GroupId> = HashSet::new();
    let mut messages = Diagnostics::new();
    for start in site.groups.ids() {
        let Some(circle) = circle_from(site, start) else {
            continue;
        };
        if circle.iter().any(|group| seen.contains(group)) {
            continue;
        }
        seen.extend(&circle);
        messages.extend(message(site, &circle));
    }
    messages
}

/// The shortest way from a group back to itself, without the group at its end.
fn circle_from(site: &Site, start: GroupId) -> Option<Vec<GroupId>> {
    let mut visited: HashSet<GroupId> = HashSet::new();
    let mut ways = std::collections::VecDeque::from([vec![start]]);
    while let Some(way) = ways.pop_front() {
        for next in &site.groups[*way.last()?].original.reports_to {
            if *next == start {
                return Some(way);
            }
            if visited.insert(*next) {
                let mut longer = way.clone();
                longer.push(*next);
                ways.push_back(longer);
            }
        }
    }
    None
}

fn message(site: &Site, circle: &[GroupId]) -> Option<Diagnostic> {
    let groups: Vec<&Group> = circle.iter().map(|id| &site.groups[*id].original).collect();
    let (at, last) = groups
        .iter()
        .enumerate()
        .max_by_key(|(_, group)| &group.page.path)?;
    // The circle as it is met from the file where the message stands.
    let names: Vec<&str> = groups
        .iter()
        .cycle()
        .skip(at)
        .take(groups.len() + 1)
        .map(|group| group.name.as_str())
        .collect();
    let message = match names.as_slice() {
        [one, _] => format!("{one} reports to itself"),
        _ => format!(
            "The groups report to each other in a circle: {}",
            names.join(", to ")
        ),
    };
    let mut diagnostic = Diagnostic::new(
        &codes::REPORTING_LOOP,
        place(last),
        message,
        "Correct \u{201c}reports_to\u{201d} of one of them, so that one group stands at the top.",
    );
    for other in groups
        .iter()
        .filter(|other| other.page.file != last.page.file)
    {
        diagnostic = diagnostic.with_secondary(
            place(other),
            format!("part of the circle: {}", file_of(&other.page)),
        );
    }
    Some(diagnostic)
}

/// Where a group says what it reports to.
fn place(group: &Group) -> Span {
    group.reports_to_at.unwrap_or_else(|| group.page.whole())
}
