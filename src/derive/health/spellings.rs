//! Owners that are written in other ways than by one of their names.

use std::collections::BTreeMap;

use crate::derive::health::subject::is_archived;
use crate::derive::health::{Asked, Finding};
use crate::model::{Entity, Group, Lead, Localised, Member, Owner, Site};
use crate::source::Span;

/// Each group, member or role that is written otherwise, with all the ways that occur.
pub(super) fn ask(asked: &Asked<'_>) -> Vec<Finding> {
    let site = asked.site;
    let mut odd: BTreeMap<Owner, Vec<Spelling>> = BTreeMap::new();
    for (owner, words, place) in uses(site) {
        let words = without_article(words);
        if names(site, owner).any(|name| without_article(name) == words) {
            continue;
        }
        let spellings = odd.entry(owner).or_default();
        match spellings.iter_mut().find(|known| known.words == words) {
            Some(known) => known.count += 1,
            None => spellings.push(Spelling {
                words: words.to_owned(),
                place,
                count: 1,
            }),
        }
    }
    odd.into_iter()
        .filter_map(|(owner, spellings)| {
            let place = spellings.first()?.place;
            let ways: Vec<String> = spellings.iter().map(Spelling::say).collect();
            let name = names(site, owner).next().unwrap_or_default();
            Some(Finding {
                about: owner.into(),
                place,
                when: None,
                sentence: format!("\u{201c}{name}\u{201d} is also written {}.", joined(&ways)),
            })
        })
        .collect()
}

struct Spelling {
    words: String,
    place: Span,
    count: usize,
}

impl Spelling {
    fn say(&self) -> String {
        match self.count {
            1 => format!("\u{201c}{}\u{201d}", self.words),
            count => format!("\u{201c}{}\u{201d} ({count} times)", self.words),
        }
    }
}

fn joined(ways: &[String]) -> String {
    match ways {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// `the` before a name does not matter.
fn without_article(words: &str) -> &str {
    let words = words.trim();
    match words.split_at_checked(4) {
        Some((the, rest)) if the.eq_ignore_ascii_case("the ") => rest.trim_start(),
        _ => words,
    }
}

/// All names of an owner in all languages, the full one first.
fn names(site: &Site, owner: Owner) -> impl Iterator<Item = &str> {
    let mut names: Vec<&str> = Vec::new();
    match owner {
        Owner::Group(id) => {
            for Group {
                name,
                short_name,
                aliases,
                ..
            } in site.groups[id].versions()
            {
                names.push(name);
                names.extend(short_name.iter().chain(aliases).map(|name| name.as_str()));
            }
        }
        Owner::Member(id) => {
            for Member {
                name,
                short_name,
                aliases,
                ..
            } in site.members[id].versions()
            {
                names.push(name);
                names.extend(short_name.iter().chain(aliases).map(|name| name.as_str()));
            }
        }
        Owner::Role(id) => {
            let role = &site.roles[id];
            names.push(&role.name);
            names.extend(role.aliases.iter().map(|name| name.as_str()));
            names.extend(role.translations.values().map(|role| role.name.as_str()));
        }
    }
    names.into_iter()
}

/// Every place where an owner is named, in the order of the files: who, the words, where.
fn uses(site: &Site) -> Vec<(Owner, &str, Span)> {
    let mut leads: Vec<&Lead> = Vec::new();
    for (id, plan) in site.plans.iter() {
        if !is_archived(site, Entity::Plan(id)) {
            leads.extend(&plan.original.control.owner);
        }
    }
    for (id, priority) in site.priorities.iter() {
        if !is_archived(site, Entity::Priority(id)) {
            leads.extend(&priority.original.owner);
            leads.extend(&priority.original.sponsor);
        }
    }
    for (id, action) in site.actions.iter() {
        if !is_archived(site, Entity::Action(id)) {
            leads.extend(action.original.leads());
            leads.extend(action.original.supporters());
        }
    }
    for (id, document) in site.documents.iter() {
        if !is_archived(site, Entity::Document(id)) {
            leads.extend(&document.original.control.owner);
        }
    }
    for group in site.groups.values() {
        leads.extend(&group.original.chair);
    }
    let mut uses: Vec<(Owner, &str, Span)> = leads
        .into_iter()
        .flat_map(|lead| {
            lead.parts.iter().filter_map(|part| {
                let words = lead.words.get(part.words.clone()?)?;
                Some((part.owner, words, lead.span))
            })
        })
        .collect();
    uses.extend(series(site));
    uses.sort_by_key(|(_, _, place)| *place);
    // `as above` repeats a lead with its place.
    uses.dedup();
    uses
}

fn series(site: &Site) -> impl Iterator<Item = (Owner, &str, Span)> {
    site.cycles
        .values()
        .map(|cycle: &Localised<_>| &cycle.original)
        .flat_map(|cycle| &cycle.series)
        .filter_map(|series| {
            let group = Owner::Group(series.group?);
            Some((group, series.words.as_str(), series.words.span))
        })
}
