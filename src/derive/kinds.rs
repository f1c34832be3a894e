//! Kinds of groups in words, and lists of anything by its kind.

use crate::derive::ids::slug;
use crate::derive::scope::Scope;
use crate::parse::capitals::capitalised;

/// The kinds of groups that the format knows, in the order in which pages list them.
pub const GROUP_KINDS: [&str; 12] = [
    "board",
    "executive",
    "management",
    "standing",
    "task",
    "panel",
    "joint",
    "young people",
    "wider area",
    "team",
    "collective",
    "outside",
];

/// The kind of a group in words. `key` is where the theme keeps its words for [`GROUP_KINDS`]; any
/// other kind is shown as its author wrote it, with a capital.
#[must_use]
pub fn group_kind_text(scope: &Scope<'_>, key: &str, kind: &str) -> String {
    let kind = kind.trim();
    let known = GROUP_KINDS
        .iter()
        .find(|known| known.eq_ignore_ascii_case(kind));
    match known {
        Some(known) => scope.text(&format!("{key}.{}", known.replace(' ', "_")), &[]),
        None => capitalised(kind),
    }
}

/// Things by their kind, those without one last: known kinds in the order of `known`, then others
/// as they come. Kinds that differ only in case are one.
#[must_use]
pub fn by_kind<T>(
    known: &[&str],
    things: impl Iterator<Item = T>,
    kind: impl Fn(&T) -> Option<String>,
) -> Vec<(Option<String>, Vec<T>)> {
    let mut sections: Vec<(Option<String>, Vec<T>)> = Vec::new();
    for thing in things {
        let kind = kind(&thing).filter(|kind| !kind.trim().is_empty());
        let same = |other: &Option<String>| other.as_deref().map(slug) == kind.as_deref().map(slug);
        match sections.iter_mut().find(|(other, _)| same(other)) {
            Some((_, section)) => section.push(thing),
            None => sections.push((kind, vec![thing])),
        }
    }
    sections.sort_by_key(|(kind, _)| match kind {
        Some(kind) => known
            .iter()
            .position(|known| known.eq_ignore_ascii_case(kind.trim()))
            .unwrap_or(known.len()),
        None => usize::MAX,
    });
    sections
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_kinds_come_in_their_order_and_no_kind_last() {
        let things = [
            None,
            Some("Team"),
            Some("circle"),
            Some("board"),
            Some("team"),
        ];
        let sections = by_kind(&GROUP_KINDS, things.into_iter(), |kind| {
            kind.map(str::to_owned)
        });
        let kinds: Vec<_> = sections.iter().map(|(kind, _)| kind.as_deref()).collect();
        assert_eq!(kinds, [Some("board"), Some("Team"), Some("circle"), None]);
        assert_eq!(sections[1].1, [Some("Team"), Some("team")]);
    }
}
