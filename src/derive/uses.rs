//! Where the terms of a glossary are used.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::derive::Derivation;
use crate::derive::routes::authored;
use crate::model::{Entity, Facts, Id, Lead, PageFacts, Prose, StrategyLink, Term};

/// A page that uses a term, and how often.
pub type Use = (Entity, usize);

/// Where each term of a language is used: the pages of that language, in the order of the site.
/// A page counts with what its author wrote on it, not with what it repeats from others.
#[must_use]
pub fn uses(derivation: &Derivation<'_>, language: &str) -> BTreeMap<Id<Term>, Vec<Use>> {
    let Some(terms) = derivation.terms.of(language) else {
        return BTreeMap::new();
    };
    let mut pages = authored(derivation.site);
    pages.retain(|page| *page != Entity::Glossary);
    let found: Vec<BTreeMap<Id<Term>, usize>> = pages
        .par_iter()
        .map(|page| {
            let mut counts = BTreeMap::new();
            for text in texts(derivation, *page, language) {
                for (found, _) in terms.index.uses(&text.body) {
                    if let Some(term) = terms.term(found) {
                        *counts.entry(term).or_insert(0) += 1;
                    }
                }
            }
            counts
        })
        .collect();
    let mut uses: BTreeMap<Id<Term>, Vec<Use>> = BTreeMap::new();
    for (page, counts) in pages.into_iter().zip(found) {
        for (term, count) in counts {
            uses.entry(term).or_default().push((page, count));
        }
    }
    uses
}

/// All texts of a page that stand on it in a language; none where it is not translated.
fn texts<'a>(derivation: &Derivation<'a>, page: Entity, language: &str) -> Vec<&'a Prose> {
    let Some(facts) = derivation
        .routes
        .facts(page, language)
        .filter(|facts| facts.language == language)
    else {
        return Vec::new();
    };
    let site = derivation.site;
    let mut texts: Vec<&Prose> = Vec::new();
    match page {
        Entity::Plan(id) => {
            let plan = site.plans[id].in_language(language);
            texts.extend(plan.vision.iter().chain(&plan.mission).chain(&plan.values));
            texts.extend(
                plan.statuses
                    .values()
                    .filter_map(|status| status.meaning.as_ref()),
            );
            texts.extend(plan.budget.iter().filter_map(|line| line.note.as_ref()));
        }
        Entity::Priority(id) => {
            let priority = site.priorities[id].in_language(language);
            texts.extend(&priority.outcome);
            texts.extend(notes_of_links(&priority.links));
            texts.extend(notes_of_leads(&priority.owner));
            texts.extend(notes_of_leads(&priority.sponsor));
        }
        Entity::Action(id) => {
            let action = site.actions[id].in_language(language);
            texts.extend(&action.title);
            for facts in action.all_facts() {
                add_facts(facts, &mut texts);
            }
            texts.extend(action.rows.iter().flat_map(|row| &row.tasks));
        }
        Entity::Group(id) => {
            let group = site.groups[id].in_language(language);
            texts.extend(notes_of_leads(&group.chair));
        }
        Entity::Strategies => {
            let strategies = site.strategies.values();
            texts.extend(strategies.filter_map(|strategy| strategy.note.as_ref()));
        }
        Entity::Cycle(id) => {
            let cycle = site.cycles[id].in_language(language);
            texts.extend(&cycle.note);
            for series in &cycle.series {
                texts.extend(&series.note);
                texts.extend(
                    series
                        .meetings
                        .iter()
                        .filter_map(|meeting| meeting.note.as_ref()),
                );
            }
        }
        Entity::Home
        | Entity::Member(_)
        | Entity::Role(_)
        | Entity::Strategy(_)
        | Entity::Term(_)
        | Entity::Document(_)
        | Entity::Roles
        | Entity::Glossary
        | Entity::Statement
        | Entity::Listing(_) => {}
    }
    let PageFacts { summary, body, .. } = facts;
    texts.extend(summary);
    texts.push(body);
    texts
}

fn add_facts<'a>(facts: &'a Facts, texts: &mut Vec<&'a Prose>) {
    let Facts {
        scope: _,
        lead,
        support,
        due: _,
        status: _,
        identified_by,
        outcomes: _,
        links,
        impact,
        measures,
        progress,
        fields: _,
    } = facts;
    texts.extend(notes_of_leads(lead.items()));
    texts.extend(notes_of_leads(support.items()));
    texts.extend(notes_of_links(identified_by.items()));
    texts.extend(notes_of_links(links.items()));
    texts.extend(impact.items());
    texts.extend(measures.items().iter().map(|measure| &measure.measure));
    texts.extend(progress.items().iter().map(|progress| &progress.note));
}

fn notes_of_leads(leads: &[Lead]) -> impl Iterator<Item = &Prose> {
    leads.iter().filter_map(|lead| lead.note.as_ref())
}

fn notes_of_links(links: &[StrategyLink]) -> impl Iterator<Item = &Prose> {
    links.iter().filter_map(|link| link.note.as_ref())
}
