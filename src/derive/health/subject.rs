//! What a finding is about: its name, who leads it, by when.

use std::collections::BTreeMap;

use crate::dates::Date;
use crate::derive::plain;
use crate::model::{
    Action, DocumentControl, Due, Entity, Facts, Given, Lead, Localised, PageFacts, Prose, Row,
    Site,
};
use crate::source::{FileId, Span};

/// Which page is made from which file.
pub(super) struct Subjects {
    by_file: BTreeMap<FileId, Entity>,
}

impl Subjects {
    /// The pages of a site in all languages.
    pub fn new(site: &Site) -> Self {
        let mut subjects = Self {
            by_file: BTreeMap::new(),
        };
        subjects.add(Entity::Home, site.home.versions().map(|home| &home.page));
        for (id, plan) in site.plans.iter() {
            subjects.add(Entity::Plan(id), plan.versions().map(|plan| &plan.page));
        }
        for (id, priority) in site.priorities.iter() {
            let pages = priority.versions().map(|priority| &priority.page);
            subjects.add(Entity::Priority(id), pages);
        }
        for (id, action) in site.actions.iter() {
            let pages = action.versions().map(|action| &action.page);
            subjects.add(Entity::Action(id), pages);
        }
        for (id, group) in site.groups.iter() {
            let own = group.versions().filter(|group| !group.from_index);
            subjects.add(Entity::Group(id), own.map(|group| &group.page));
        }
        for (id, member) in site.members.iter() {
            let pages = member.versions().map(|member| &member.page);
            subjects.add(Entity::Member(id), pages);
        }
        for (id, cycle) in site.cycles.iter() {
            subjects.add(Entity::Cycle(id), cycle.versions().map(|cycle| &cycle.page));
        }
        for (id, document) in site.documents.iter() {
            let pages = document.versions().map(|document| &document.page);
            subjects.add(Entity::Document(id), pages);
        }
        for (entity, list) in [
            (Entity::Roles, &site.roles_page),
            (Entity::Strategies, &site.strategies_page),
            (Entity::Glossary, &site.glossary_page),
        ] {
            let pages = list.iter().flat_map(Localised::versions);
            subjects.add(entity, pages.map(|list| &list.page));
        }
        subjects
    }

    fn add<'s>(&mut self, entity: Entity, pages: impl Iterator<Item = &'s PageFacts>) {
        self.by_file.extend(pages.map(|page| (page.file, entity)));
    }

    /// The page that is made from a place in the content; of a glossary the term.
    pub fn at(&self, site: &Site, place: Span) -> Option<Entity> {
        let page = *self.by_file.get(&place.file)?;
        if page != Entity::Glossary {
            return Some(page);
        }
        // The last term that begins before it.
        let term = site
            .terms
            .iter()
            .filter(|(_, term)| term.span.file == place.file && term.span.start <= place.start)
            .max_by_key(|(_, term)| term.span.start);
        Some(term.map_or(page, |(id, _)| Entity::Term(id)))
    }
}

/// Whether a page is kept for the record only.
pub(super) fn is_archived(site: &Site, about: Entity) -> bool {
    let plan = match about {
        Entity::Plan(id) => Some(id),
        Entity::Priority(id) => Some(site.priorities[id].original.plan),
        Entity::Action(id) => Some(site.actions[id].original.plan),
        Entity::Document(id) => site.documents[id].original.plan,
        _ => None,
    };
    plan.is_some_and(|plan| site.plans[plan].original.archived)
}

/// The reference and the title or name.
pub(super) fn name(site: &Site, about: Entity, place: Span) -> (Option<String>, String) {
    let list = |list: &Option<Localised<crate::model::ListPage>>, usual: &str| {
        let title = list.as_ref().and_then(|list| list.original.title.clone());
        title.unwrap_or_else(|| usual.to_owned())
    };
    match about {
        Entity::Plan(id) => (None, site.plans[id].original.title.clone()),
        Entity::Priority(id) => {
            let priority = &site.priorities[id].original;
            (priority.reference.clone(), priority.title.clone())
        }
        Entity::Action(id) => {
            let action = &site.actions[id].original;
            (action.reference.clone(), action_title(action, place))
        }
        Entity::Group(id) => (None, site.groups[id].original.name.clone()),
        Entity::Member(id) => (None, site.members[id].original.name.clone()),
        Entity::Role(id) => (None, site.roles[id].name.clone()),
        Entity::Strategy(id) => (None, site.strategies[id].name.clone()),
        Entity::Term(id) => (None, site.terms[id].term.clone()),
        Entity::Cycle(id) => (None, site.cycles[id].original.title.clone()),
        Entity::Document(id) => (None, site.documents[id].original.title.clone()),
        Entity::Roles => (None, list(&site.roles_page, "Roles")),
        Entity::Strategies => (None, list(&site.strategies_page, "Strategies")),
        Entity::Glossary => (None, list(&site.glossary_page, "Glossary")),
        Entity::Statement => (None, "Accessibility statement".to_owned()),
        Entity::Home | Entity::Listing(_) => (None, "First page".to_owned()),
    }
}

/// The title; with the task where the finding is about a row of its own.
fn action_title(action: &Action, place: Span) -> String {
    let text = |prose: &Prose| plain::text(prose, &|link| link.written.clone());
    let title = action.title.as_ref().map(text).unwrap_or_default();
    let title = if title.is_empty() {
        "(no title)".to_owned()
    } else {
        title
    };
    match row_at(action, place).and_then(|row| row.tasks.first()) {
        Some(task) => {
            let task = plain::first_words(&text(task), 80);
            format!("{} \u{2013} {task}", title.trim_end_matches('.'))
        }
        None => title,
    }
}

/// Who leads, chairs or keeps it, in the author's words.
pub(super) fn leads(site: &Site, about: Entity, place: Span) -> Vec<String> {
    let words = |leads: &[Lead]| -> Vec<String> {
        let mut words: Vec<String> = Vec::new();
        for lead in leads {
            if !words.contains(&lead.words) {
                words.push(lead.words.clone());
            }
        }
        words
    };
    let keeper = |control: &DocumentControl| words(control.owner.as_slice());
    match about {
        Entity::Plan(id) => keeper(&site.plans[id].original.control),
        Entity::Priority(id) => words(&site.priorities[id].original.owner),
        Entity::Action(id) => {
            let action = &site.actions[id].original;
            match row_at(action, place) {
                Some(row) => words(action.effective(row, |facts| &facts.lead).items()),
                None => words(&action.leads().cloned().collect::<Vec<_>>()),
            }
        }
        Entity::Group(id) => words(&site.groups[id].original.chair),
        Entity::Document(id) => keeper(&site.documents[id].original.control),
        _ => Vec::new(),
    }
}

/// By when an action or one of its rows is due: the words, and the last day that is certain.
pub(super) fn when(site: &Site, about: Entity, place: Span) -> Option<(String, Option<Date>)> {
    let Entity::Action(id) = about else {
        return None;
    };
    let action = &site.actions[id].original;
    let dues: Vec<&Due> = match row_at(action, place) {
        Some(row) => dues(action.effective(row, |facts| &facts.due)).collect(),
        None if is_in_facts(&action.facts, place) => dues(&action.facts.due).collect(),
        None => action.dues().collect(),
    };
    let mut words: Vec<&str> = Vec::new();
    for due in &dues {
        if !words.contains(&due.timescale.text.as_str()) {
            words.push(&due.timescale.text);
        }
    }
    let last = dues
        .iter()
        .filter_map(|due| due.timescale.last_deadline())
        .max();
    (!words.is_empty()).then(|| (words.join("; "), last))
}

fn dues(given: &Given<Vec<Due>>) -> impl Iterator<Item = &Due> {
    given.items().iter()
}

/// The row that a place belongs to; none for the action as a whole.
fn row_at(action: &Action, place: Span) -> Option<&Row> {
    let is_in = |row: &&Row| {
        let own = row.span.file == place.file && row.span.start <= place.start;
        let ends_before = place.start < row.span.end || place == row.span;
        (own && ends_before) || is_in_facts(&row.facts, place)
    };
    action.rows.iter().find(is_in)
}

fn is_in_facts(facts: &Facts, place: Span) -> bool {
    facts.due.items().iter().any(|due| due.span == place)
}
