//! Where everything on the site was written, for those who write it. Never published.

use std::collections::BTreeMap;

use crate::derive::Derivation;
use crate::derive::routes::{self, Destination};
use crate::derive::scope::outcome_ids;
use crate::model::{Entity, Listing};
use crate::source::Span;

/// Where everything on the site was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// The file that a page is made from, as a whole, by the page's address. The program's own
    /// pages are not among them.
    pub pages: BTreeMap<String, Span>,
    /// Parts of pages, by address and id: `glossary.html#multi-agency`.
    pub parts: BTreeMap<String, Span>,
    /// Meetings, by the id that they have on every page that lists them.
    pub meetings: BTreeMap<String, Span>,
}

impl Derivation<'_> {
    /// Where everything on the site was written.
    #[must_use]
    pub fn places(&self) -> Places {
        let mut places = Places::default();
        for entity in routes::authored(self.site) {
            for language in self.routes.languages(entity) {
                self.add_page(&mut places, entity, language);
            }
        }
        for language in self.routes.all_languages() {
            self.add_entries(&mut places, language);
        }
        let series = self.site.cycles.values();
        let series = series.flat_map(|cycle| cycle.versions().flat_map(|cycle| &cycle.series));
        for meeting in series.flat_map(|series| &series.meetings) {
            // A translation that repeats a meeting does not take it away from its original.
            places
                .meetings
                .entry(meeting.id.clone())
                .or_insert(meeting.span);
        }
        places
    }

    fn add_page(&self, places: &mut Places, entity: Entity, language: &str) {
        let Some(facts) = self.routes.facts(entity, language) else {
            return;
        };
        let address = facts.address.as_str();
        places.pages.insert(address.to_owned(), facts.whole());
        match entity {
            Entity::Action(id) => {
                let rows = &self.site.actions[id].in_language(language).rows;
                for (index, row) in rows.iter().enumerate() {
                    let part = format!("{address}#row.{}", index + 1);
                    places.parts.insert(part, row.span);
                }
            }
            Entity::Plan(id) if self.site.current_plan == Some(id) => {
                let plan = self.site.plans[id].in_language(language);
                let page = self.routes.place(Listing::Outcomes, language).address;
                for (outcome, part) in plan.outcomes.values().zip(outcome_ids(plan)) {
                    let part = format!("{page}#{part}");
                    places.parts.insert(part, outcome.title.span);
                }
            }
            _ => {}
        }
    }

    fn add_entries(&self, places: &mut Places, language: &str) {
        let site = self.site;
        let roles = site
            .roles
            .iter()
            .map(|(id, role)| (Entity::Role(id), role.span));
        let strategies = site.strategies.iter();
        let strategies = strategies.map(|(id, strategy)| (Entity::Strategy(id), strategy.span));
        let terms = site
            .terms
            .iter()
            .map(|(id, term)| (Entity::Term(id), term.span));
        let entries: Vec<(Entity, Span)> = roles.chain(strategies).chain(terms).collect();
        for (entity, span) in entries {
            if !self.routes.exists(entity) {
                continue;
            }
            let place = self.routes.place(Destination::Entity(entity), language);
            if let Some(anchor) = place.anchor {
                let part = format!("{}#{anchor}", place.address);
                places.parts.insert(part, span);
            }
        }
    }
}
