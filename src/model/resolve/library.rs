//! Roles, strategies and terms, and the pages that list them.

use std::collections::{BTreeMap, HashSet};

use crate::dates::Years;
use crate::diagnostic::{Diagnostic, codes};
use crate::model::names::{Lookup, Names, slug};
use crate::model::{
    Arena, Entity, Id, ListPage, Localised, Owner, Role, RoleWords, Strategy, StrategyLink,
    StrategyWords, Term,
};
use crate::parse::markdown::LAYOUT_IDS;
use crate::parse::record::common::RawStrategyLink;
use crate::parse::record::glossary::{RawGlossary, RawTerm};
use crate::parse::record::roles::{RawRole, RawRoles};
use crate::parse::record::strategies::{RawStrategies, RawStrategy};
use crate::source::Spanned;

use super::board::Seen;
use super::gather::{Entry, Written};
use super::resolver::{Here, Resolver, value};

impl Resolver {
    /// Adds the ids of entries to the anchors of their page, where those of its text are known.
    fn add_anchors(&mut self, stem: &str, ids: Vec<String>) {
        if let Some(anchors) = self.anchors.get_mut(stem) {
            anchors.extend(ids);
        }
    }

    /// Gives every role its id and its names.
    pub(super) fn note_roles(&mut self, roles: Option<&Entry<RawRoles>>) {
        let Some(entry) = roles else { return };
        self.note_page(entry.stem(), Entity::Roles);
        let mut seen = Seen::default();
        for (index, role) in entry.original.raw.roles.iter().enumerate() {
            let id = Id::new(index);
            let aliases: Vec<&str> = role
                .aliases
                .iter()
                .map(|alias| alias.value.as_str())
                .collect();
            self.owners.add(
                Owner::Role(id),
                &role.name.value,
                None,
                aliases.iter().copied(),
            );
            self.roles.add(id, &role.name.value, None, aliases);
            self.report_same(&mut seen, Some(&role.name), None, &role.aliases, "roles");
        }
        // A translated list names the same roles in the same order.
        for twin in entry.twins.values() {
            for (index, role) in twin.raw.roles.iter().enumerate() {
                if index < entry.original.raw.roles.len() {
                    let id = Id::new(index);
                    self.owners.add(Owner::Role(id), &role.name.value, None, []);
                    self.roles.add(id, &role.name.value, None, []);
                }
            }
        }
        let names = entry
            .original
            .raw
            .roles
            .iter()
            .map(|role| role.name.value.as_str());
        let slugs = slugs(names, taken_ids(entry.versions()));
        self.add_anchors(entry.stem(), slugs);
    }

    /// The roles and their page.
    pub(super) fn roles(
        &mut self,
        entry: Option<Entry<RawRoles>>,
    ) -> (Arena<Role>, Option<Localised<ListPage>>) {
        let Some(entry) = entry else {
            return (Arena::default(), None);
        };
        let mut taken = taken_ids(entry.versions());
        let roles = entry
            .original
            .raw
            .roles
            .clone()
            .into_iter()
            .enumerate()
            .map(|(index, role)| {
                let translations = entry
                    .twins
                    .iter()
                    .filter_map(|(language, twin)| {
                        let words = twin.raw.roles.get(index)?;
                        let words = RoleWords {
                            name: words.name.value.clone(),
                            holder: value(words.holder.clone()),
                        };
                        Some((language.clone(), words))
                    })
                    .collect();
                self.role(role, translations, &mut taken)
            })
            .collect();
        let page = self.list_page(entry, |raw| (raw.common, raw.title));
        (roles, Some(page))
    }

    fn role(
        &mut self,
        raw: RawRole,
        translations: BTreeMap<String, RoleWords>,
        taken: &mut HashSet<String>,
    ) -> Role {
        let RawRole {
            span,
            name,
            aliases,
            member,
            holder,
        } = raw;
        let member = member.and_then(|name| match self.groups.find(&name.value) {
            Lookup::One(Owner::Member(id)) => Some(id),
            Lookup::Several(found) => {
                self.report_ambiguous(&name, found);
                None
            }
            Lookup::One(_) | Lookup::Nothing => {
                let is_member = |owner| matches!(owner, Owner::Member(_));
                let help = match self.groups.nearest_where(&name.value, is_member) {
                    Some(near) => format!("Did you mean \u{201c}{near}\u{201d}?"),
                    None => "Type the name of a member in content/members.".to_owned(),
                };
                let message = self.not_of_kind(&name.value, "member");
                self.report_unknown(Diagnostic::new(
                    &codes::UNKNOWN_NAME,
                    name.span,
                    message,
                    help,
                ));
                None
            }
        });
        Role {
            span,
            anchor: slug(&name.value, taken),
            name: name.value,
            aliases,
            member,
            holder: value(holder),
            translations,
        }
    }

    /// Gives every strategy its id and its names.
    pub(super) fn note_strategies(&mut self, strategies: Option<&Entry<RawStrategies>>) {
        let Some(entry) = strategies else { return };
        self.note_page(entry.stem(), Entity::Strategies);
        let mut seen = Seen::default();
        let originals = &entry.original.raw.strategies;
        for (index, strategy) in originals.iter().enumerate() {
            self.strategies.add(
                Id::new(index),
                &strategy.name.value,
                strategy
                    .short_name
                    .as_ref()
                    .map(|short| short.value.as_str()),
                strategy.aliases.iter().map(|alias| alias.value.as_str()),
            );
            self.report_same(
                &mut seen,
                Some(&strategy.name),
                strategy.short_name.as_ref(),
                &strategy.aliases,
                "strategies",
            );
        }
        for twin in entry.twins.values() {
            for (index, strategy) in twin.raw.strategies.iter().enumerate() {
                if index < originals.len() {
                    self.strategies
                        .add(Id::new(index), &strategy.name.value, None, []);
                }
            }
        }
        let slugs = slugs(
            originals
                .iter()
                .map(|strategy| strategy.name.value.as_str()),
            taken_ids(entry.versions()),
        );
        self.add_anchors(entry.stem(), slugs);
    }

    /// The strategies and their page.
    pub(super) fn strategies(
        &mut self,
        entry: Option<Entry<RawStrategies>>,
    ) -> (Arena<Strategy>, Option<Localised<ListPage>>) {
        let Some(entry) = entry else {
            return (Arena::default(), None);
        };
        let here = self.here(&entry.original.page);
        let mut taken = taken_ids(entry.versions());
        let strategies = entry
            .original
            .raw
            .strategies
            .clone()
            .into_iter()
            .enumerate()
            .map(|(index, strategy)| {
                let translations = self.translated_strategies(&entry, index);
                self.strategy(strategy, translations, &here, &mut taken)
            })
            .collect();
        let page = self.list_page(entry, |raw| (raw.common, raw.title));
        (strategies, Some(page))
    }

    fn translated_strategies(
        &mut self,
        entry: &Entry<RawStrategies>,
        index: usize,
    ) -> BTreeMap<String, StrategyWords> {
        entry
            .twins
            .iter()
            .filter_map(|(language, twin)| {
                let raw = twin.raw.strategies.get(index)?;
                let here = self.here(&twin.page);
                let words = StrategyWords {
                    name: raw.name.value.clone(),
                    note: self.optional_prose(raw.note.clone(), &here),
                };
                Some((language.clone(), words))
            })
            .collect()
    }

    fn strategy(
        &mut self,
        raw: RawStrategy,
        translations: BTreeMap<String, StrategyWords>,
        here: &Here,
        taken: &mut HashSet<String>,
    ) -> Strategy {
        let RawStrategy {
            name,
            short_name,
            aliases,
            kind,
            owner,
            period,
            url,
            note,
        } = raw;
        Strategy {
            span: name.span,
            anchor: slug(&name.value, taken),
            name: name.value,
            short_name,
            aliases,
            kind: value(kind),
            owner: value(owner),
            period: self
                .period(period, Years::default())
                .map(|period| period.value),
            url: self.web(url),
            note: self.optional_prose(note, here),
            translations,
        }
    }

    /// A link to a strategy that must be known, or is reported.
    pub(super) fn strategy_links(
        &mut self,
        raw: Vec<RawStrategyLink>,
        here: &Here,
    ) -> Vec<StrategyLink> {
        raw.into_iter()
            .map(|link| {
                let RawStrategyLink {
                    to,
                    item,
                    note,
                    text,
                } = link;
                let strategy = self.known_strategy(&to);
                StrategyLink {
                    words: text.map_or(to.value, |text| text.value),
                    span: to.span,
                    strategy,
                    item: value(item),
                    note: self.optional_prose(note, here),
                }
            })
            .collect()
    }

    fn known_strategy(&mut self, name: &Spanned<String>) -> Option<Id<Strategy>> {
        match self.strategies.find(&name.value) {
            Lookup::One(id) => Some(id),
            Lookup::Several(found) => {
                self.report_ambiguous(name, found);
                None
            }
            Lookup::Nothing => {
                let help = match self.strategies.nearest(&name.value) {
                    Some(near) => format!(
                        "Did you mean \u{201c}{near}\u{201d}? If not, add an entry to content/strategies.md."
                    ),
                    None => {
                        "Add an entry to content/strategies.md, or correct the name.".to_owned()
                    }
                };
                self.report_unknown(Diagnostic::new(
                    &codes::UNRESOLVED_NAME,
                    name.span,
                    format!("No strategy is called \u{201c}{}\u{201d}; it is shown as written, without a link", name.value),
                    help,
                ));
                None
            }
        }
    }

    /// A link to a strategy where one is found; never reported.
    pub(super) fn sources(&mut self, raw: Vec<Spanned<String>>) -> Vec<StrategyLink> {
        raw.into_iter()
            .map(|name| StrategyLink {
                strategy: self.strategies.one(&name.value),
                words: name.value,
                span: name.span,
                item: None,
                note: None,
            })
            .collect()
    }

    /// Gives every term of every language its id and its names.
    pub(super) fn note_terms(&mut self, glossary: Option<&Entry<RawGlossary>>) {
        let Some(entry) = glossary else { return };
        self.note_page(entry.stem(), Entity::Glossary);
        let mut index = 0;
        for version in entry.versions() {
            let language = version
                .page
                .location
                .language
                .clone()
                .unwrap_or_else(|| self.language.clone());
            let mut names = Names::new(&[]);
            let mut seen = Seen::default();
            for term in &version.raw.terms {
                names.add(
                    Id::new(index),
                    &term.term.value,
                    term.abbreviation.as_ref().map(|short| short.value.as_str()),
                    term.aliases.iter().map(|alias| alias.value.as_str()),
                );
                index += 1;
                self.report_same(&mut seen, Some(&term.term), None, &term.aliases, "terms");
            }
            self.terms.insert(language, names);
            let slugs = slugs(
                version
                    .raw
                    .terms
                    .iter()
                    .map(|term| term.term.value.as_str()),
                taken_ids([version]),
            );
            self.add_anchors(entry.stem(), slugs);
        }
    }

    /// The terms of all languages, and their page.
    pub(super) fn glossary(
        &mut self,
        entry: Option<Entry<RawGlossary>>,
    ) -> (Arena<Term>, Option<Localised<ListPage>>) {
        let Some(entry) = entry else {
            return (Arena::default(), None);
        };
        let mut terms = Arena::default();
        for version in entry.versions() {
            let here = self.here(&version.page);
            let language = version
                .page
                .location
                .language
                .clone()
                .unwrap_or_else(|| self.language.clone());
            let mut taken = taken_ids([version]);
            for raw in version.raw.terms.clone() {
                let id = Id::new(terms.len());
                let term = self.term(raw, id, &language, &here, &mut taken);
                terms.push(term);
            }
        }
        let page = self.list_page(entry, |raw| (raw.common, raw.title));
        (terms, Some(page))
    }

    fn term(
        &mut self,
        raw: RawTerm,
        own: Id<Term>,
        language: &str,
        here: &Here,
        taken: &mut HashSet<String>,
    ) -> Term {
        let RawTerm {
            term,
            abbreviation,
            aliases,
            meaning,
            see,
            part,
        } = raw;
        if abbreviation.is_none() && meaning.is_none() && see.is_none() {
            self.report_unknown(Diagnostic::new(
                &codes::MISSING_FIELD,
                term.span,
                format!("The term \u{201c}{}\u{201d} is not explained", term.value),
                "Add \u{201c}meaning\u{201d}, \u{201c}abbreviation\u{201d} or \u{201c}see\u{201d}.",
            ));
        }
        let see = see.map(|see| {
            let found = self.see(&see, own, language);
            (see, found)
        });
        Term {
            span: term.span,
            language: language.to_owned(),
            anchor: slug(&term.value, taken),
            term: term.value,
            abbreviation,
            aliases,
            meaning: self.optional_prose(meaning, here),
            see,
            part: value(part),
        }
    }

    /// What explains a term: a group, member, role, strategy or other term, in this order.
    fn see(&mut self, name: &Spanned<String>, own: Id<Term>, language: &str) -> Option<Entity> {
        if let Some((owner, _)) = self.owner(&name.value) {
            return Some(owner.into());
        }
        if let Some(strategy) = self.strategies.one(&name.value) {
            return Some(Entity::Strategy(strategy));
        }
        let terms = self.terms.get(language);
        match terms.and_then(|terms| terms.one(&name.value)) {
            Some(term) if term != own => return Some(Entity::Term(term)),
            Some(_) => {
                self.report(Diagnostic::new(
                    &codes::UNRESOLVED_NAME,
                    name.span,
                    format!("\u{201c}{}\u{201d} is this term itself, which cannot explain it", name.value),
                    "Type the name of a group, member, role, strategy or other term; or write under \u{201c}meaning\u{201d} what it means.",
                ));
                return None;
            }
            None => {}
        }
        let near = self
            .owners
            .nearest(&name.value)
            .or_else(|| terms.and_then(|terms| terms.nearest(&name.value)));
        let help = match near {
            Some(near) => format!("Did you mean \u{201c}{near}\u{201d}?"),
            None => "Type the name of a group, member, role, strategy or other term.".to_owned(),
        };
        self.report_unknown(Diagnostic::new(
            &codes::UNRESOLVED_NAME,
            name.span,
            format!(
                "Nothing is called \u{201c}{}\u{201d}; it is shown as written, without a link",
                name.value
            ),
            help,
        ));
        None
    }

    fn list_page<R>(
        &mut self,
        entry: Entry<R>,
        facts: impl Fn(
            R,
        ) -> (
            crate::parse::record::common::RawCommon,
            Option<Spanned<String>>,
        ),
    ) -> Localised<ListPage> {
        let page = |written: Written<R>| {
            let Written { mut page, raw } = written;
            let here = self.here(&page);
            let (common, title) = facts(raw);
            ListPage {
                page: self.page(&mut page, common, &here),
                title: value(title),
            }
        };
        entry.localised(page)
    }
}

/// The ids of entries on their page, as the entries get them.
fn slugs<'a>(names: impl Iterator<Item = &'a str>, mut taken: HashSet<String>) -> Vec<String> {
    names.map(|name| slug(name, &mut taken)).collect()
}

/// The ids that a page has before its entries get theirs: those of its layout and of its texts.
fn taken_ids<'a, R: 'a>(versions: impl IntoIterator<Item = &'a Written<R>>) -> HashSet<String> {
    let texts = versions
        .into_iter()
        .flat_map(|version| version.page.body.anchors());
    LAYOUT_IDS
        .into_iter()
        .chain(texts)
        .map(str::to_owned)
        .collect()
}
