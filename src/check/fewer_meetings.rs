//! A cycle holds as many meetings of a group as the group's `frequency` promises. Fewer is most often
//! a date that was forgotten.
//!
//! A cancelled meeting and one whose day is not known yet count: the author has told of them.

use std::collections::BTreeMap;

use crate::dates::{Date, Period, Years, read_frequency};
use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::{Cycle, Group, Id, Localised, Site};
use crate::source::Span;

/// Each group that meets less often in a cycle than it says.
pub fn check(site: &Site) -> Diagnostics {
    let cycles = site.cycles.values().map(|cycle| &cycle.original);
    cycles
        .flat_map(|cycle| {
            listed(cycle)
                .into_iter()
                .map(move |of_group| (cycle, of_group))
        })
        .filter_map(|(cycle, (group, listed))| {
            let period = &cycle.period.as_ref()?.value;
            too_few(&site.groups[group].original, period, listed)
        })
        .collect()
}

/// The meetings of a group in a cycle.
#[derive(Clone, Copy)]
struct Listed {
    /// The last place where the group stands.
    place: Span,
    count: usize,
}

fn listed(cycle: &Cycle) -> BTreeMap<Id<Localised<Group>>, Listed> {
    let mut found: BTreeMap<Id<Localised<Group>>, Listed> = BTreeMap::new();
    for series in &cycle.series {
        let Some(group) = series.group else { continue };
        let before = found.get(&group).map_or(0, |listed| listed.count);
        let listed = Listed {
            place: series.words.span,
            count: before + series.meetings.len(),
        };
        found.insert(group, listed);
    }
    found
}

fn too_few(group: &Group, period: &Period, listed: Listed) -> Option<Diagnostic> {
    let words = group.frequency.as_deref()?;
    let (from, to) = active(group, period);
    let promised = read_frequency(words)?.meetings_between(from, to);
    if listed.count >= usize::try_from(promised).ok()? {
        return None;
    }
    let stand = match listed.count {
        1 => "1 meeting stands".to_owned(),
        count => format!("{count} meetings stand"),
    };
    Some(Diagnostic::new(
        &codes::FEWER_MEETINGS,
        listed.place,
        format!(
            "{} meets \u{201c}{}\u{201d} (content/{}): at least {promised} in this period, but {stand} here",
            group.name,
            words.trim(),
            group.page.path
        ),
        "Add the dates that are missing; the month is enough where the day is not known. If the group meets less often now, correct \u{201c}frequency\u{201d} in its file.",
    ))
}

/// The part of a period in which the group existed.
fn active(group: &Group, period: &Period) -> (Date, Date) {
    // Of a year or month alone only the days after and before it are certain.
    let years = Years::Calendar;
    let from = group.established.map(|date| date.last_day(years));
    let to = group.ended.map(|date| date.first_day(years));
    (
        from.map_or(period.from, |day| day.max(period.from)),
        to.map_or(period.to, |day| day.min(period.to)),
    )
}
