//! Where a link leads: by name, or to elsewhere.

use crate::diagnostic::{Diagnostic, codes, nearest};
use crate::model::names::{Lookup, folded};
use crate::model::{Action, Entity, Id, Link, Listing, Localised, Overview, Target};
use crate::parse::is_picture;
use crate::parse::markdown::{NameKind, RawDest, RawLink};
use crate::source::Span;

use super::paths::link_to_draft;
use super::resolver::{ActionName, Here, Resolver};

impl Resolver {
    /// A link with its target; a message where it leads nowhere.
    pub(super) fn link(&mut self, raw: RawLink, here: &Here) -> Link {
        let RawLink {
            written,
            dest,
            span,
            is_image,
        } = raw;
        let target = if is_image {
            self.picture(dest, &written, span, here)
        } else {
            self.destination(dest, span, here)
        };
        Link {
            target,
            written,
            span,
        }
    }

    fn destination(&mut self, dest: RawDest, span: Span, here: &Here) -> Target {
        match dest {
            RawDest::Name { kind, name, anchor } => self.by_name(kind, &name, anchor, span, here),
            RawDest::Path { path, anchor } => self.by_path(&path, anchor, span, here),
            RawDest::Anchor(anchor) => {
                self.check_anchor(&here.stem, &anchor, span);
                Target::Anchor(anchor)
            }
            RawDest::External(address) => Target::External(address),
            RawDest::Mail(address) => Target::External(format!("mailto:{address}")),
            RawDest::Telephone(number) => Target::External(format!("tel:{number}")),
            RawDest::Refused(_) => Target::Nowhere,
        }
    }

    /// The file of a picture; a message where it is something else.
    fn picture(&mut self, dest: RawDest, written: &str, span: Span, here: &Here) -> Target {
        let page = "is a page; a picture belongs here";
        let (what, target) = match dest {
            RawDest::Path { path, .. } => match self.by_path(&path, None, span, here) {
                // It is used, though not as it should be.
                Target::Asset(file, _) if !is_picture(&path) => {
                    ("is not a picture", Target::Asset(file, None))
                }
                Target::Entity(..) | Target::Version { .. } => (page, Target::Nowhere),
                target => return target,
            },
            RawDest::Name { .. } | RawDest::Anchor(_) => (page, Target::Nowhere),
            RawDest::External(_) => (
                "is on another site, which would learn who reads this page",
                Target::Nowhere,
            ),
            RawDest::Mail(_) | RawDest::Telephone(_) => ("is not a picture", Target::Nowhere),
            RawDest::Refused(_) => return Target::Nowhere,
        };
        self.report(Diagnostic::new(
            &codes::DEAD_LINK,
            span,
            format!("\u{201c}{written}\u{201d} {what}"),
            "Put the picture beside this page and type its file name: ![what it shows](map.png). For a link, leave out the exclamation mark.",
        ));
        target
    }

    fn by_name(
        &mut self,
        kind: NameKind,
        name: &str,
        anchor: Option<String>,
        span: Span,
        here: &Here,
    ) -> Target {
        let found = match kind {
            NameKind::Action => match self.find_action(name, here) {
                Lookup::One(id) => Lookup::One(Entity::Action(id)),
                Lookup::Several(found) => Lookup::Several(
                    found
                        .into_iter()
                        .map(|(id, name)| (Entity::Action(id), name))
                        .collect(),
                ),
                Lookup::Nothing => Lookup::Nothing,
            },
            NameKind::Group | NameKind::Member => entity(self.groups.find(name), Entity::from),
            NameKind::Role => entity(self.roles.find(name), Entity::Role),
            NameKind::Strategy => entity(self.strategies.find(name), Entity::Strategy),
            NameKind::Term => match self.terms.get(&self.language) {
                Some(terms) => entity(terms.find(name), Entity::Term),
                None => Lookup::Nothing,
            },
            NameKind::Plan => entity(self.plans.find(name), Entity::Plan),
            NameKind::Priority => self.find_priority_entity(name, here),
            NameKind::Page => self.find_page(name, here),
        };
        match found {
            Lookup::One(Entity::Term(_) | Entity::Role(_) | Entity::Strategy(_))
                if anchor.is_some() =>
            {
                let message = format!(
                    "A link to a {} leads to its entry; nothing can follow the name",
                    kind.word()
                );
                self.nothing_follows(message, kind, name, span)
            }
            Lookup::One(entity) => {
                if let Some(anchor) = &anchor
                    && let Some(stem) = self.stems.get(&entity).cloned()
                {
                    self.check_anchor(&stem, anchor, span);
                }
                Target::Entity(entity, anchor)
            }
            Lookup::Several(found) => {
                let names: Vec<String> = found.into_iter().map(|(_, name)| name).collect();
                // Pages may share a title; entries of one name have their message where they stand.
                if kind != NameKind::Page && self.is_shared_name(name, &names) {
                    return Target::Nowhere;
                }
                self.report(Diagnostic::new(
                    &codes::DEAD_LINK,
                    span,
                    format!("\u{201c}{name}\u{201d} could mean {}", names.join(" or ")),
                    "Name it in full, or link to its file.",
                ));
                Target::Nowhere
            }
            Lookup::Nothing if kind == NameKind::Page => match self.overview(name) {
                Some(overview) if anchor.is_none() => Target::Overview(overview),
                Some(_) => {
                    let message =
                        "A link leads to the top of this page; nothing can follow its name";
                    self.nothing_follows(message.to_owned(), kind, name, span)
                }
                None => self.dead_name(kind, name, span),
            },
            Lookup::Nothing => self.dead_name(kind, name, span),
        }
    }

    /// Reports a `#` where there is no place to lead to.
    fn nothing_follows(
        &mut self,
        message: String,
        kind: NameKind,
        name: &str,
        span: Span,
    ) -> Target {
        let help = format!("Type {}:{name}.", kind.word());
        self.report(Diagnostic::new(&codes::DEAD_LINK, span, message, help));
        Target::Nowhere
    }

    /// A page that the program makes of the whole site, where it makes one.
    pub(super) fn overview(&self, name: &str) -> Option<Overview> {
        let is_current = |action: &ActionName| Some(action.plan) == self.current_plan;
        match name.to_lowercase().as_str() {
            "search" => Some(Overview::Search),
            "a-z" => Some(Overview::AToZ),
            "timeline" => self
                .actions
                .iter()
                .any(is_current)
                .then_some(Overview::Timeline),
            _ => None,
        }
    }

    /// Reports a name that nothing has.
    fn dead_name(&mut self, kind: NameKind, name: &str, span: Span) -> Target {
        let word = kind.word();
        if self.is_hidden_name(name) {
            let what = format!("The {word} \u{201c}{name}\u{201d}");
            self.report(link_to_draft(&what, span));
            return Target::Nowhere;
        }
        let near = match kind {
            NameKind::Group | NameKind::Member => self.groups.nearest(name).map(str::to_owned),
            NameKind::Role => self.roles.nearest(name).map(str::to_owned),
            NameKind::Strategy => self.strategies.nearest(name).map(str::to_owned),
            NameKind::Term => self
                .terms
                .get(&self.language)
                .and_then(|terms| terms.nearest(name))
                .map(str::to_owned),
            NameKind::Plan => self.plans.nearest(name).map(str::to_owned),
            NameKind::Page => self.documents.nearest(name).map(str::to_owned),
            NameKind::Priority => nearest(
                name,
                self.priorities
                    .iter()
                    .map(|priority| priority.title.as_str()),
            )
            .map(str::to_owned),
            NameKind::Action => {
                nearest(name, self.actions.iter().map(|action| action.file.as_str()))
                    .map(str::to_owned)
            }
        };
        let help = match near {
            Some(near) => format!("Did you mean \u{201c}{near}\u{201d}?"),
            None => format!("Correct the name, or write the {word} first."),
        };
        let message = Diagnostic::new(
            &codes::DEAD_LINK,
            span,
            format!("There is no {word} called \u{201c}{name}\u{201d}"),
            help,
        );
        match kind {
            NameKind::Action | NameKind::Priority | NameKind::Page | NameKind::Plan => {
                self.report_unknown_page(message);
            }
            _ => self.report_unknown(message),
        }
        Target::Nowhere
    }

    fn is_hidden_name(&self, name: &str) -> bool {
        let wanted = name.trim_start_matches('/');
        self.hidden_names.contains(&folded(name))
            || self.hidden.iter().any(|stem| {
                let file = stem.rsplit('/').next().unwrap_or_default();
                file == wanted
                    || folded(file) == folded(wanted)
                    || stem.strip_prefix("pages/") == Some(wanted)
                    || crate::parse::kind::reference_in(file) == Some(wanted)
            })
    }

    /// A page by its file name, its path below `pages/`, or its title; also the program's own pages.
    pub(super) fn find_page(&self, name: &str, here: &Here) -> Lookup<Entity> {
        let name = name.trim().trim_end_matches(".md");
        let beside = format!("{}/{name}", here.folder);
        for stem in [format!("pages/{name}"), beside, name.to_owned()] {
            if let Some(entity) = self.pages.get(&stem) {
                return Lookup::One(*entity);
            }
        }
        match self.documents.find(name) {
            Lookup::One(id) => Lookup::One(Entity::Document(id)),
            Lookup::Several(found) => Lookup::Several(
                found
                    .into_iter()
                    .map(|(id, name)| (Entity::Document(id), name))
                    .collect(),
            ),
            Lookup::Nothing => match own_page(name) {
                Some(entity) => Lookup::One(entity),
                None => self
                    .plans
                    .one(name)
                    .map_or(Lookup::Nothing, |id| Lookup::One(Entity::Plan(id))),
            },
        }
    }

    fn find_priority_entity(&self, name: &str, here: &Here) -> Lookup<Entity> {
        match self.find_priority(name, here) {
            Some(id) => Lookup::One(Entity::Priority(id)),
            None => Lookup::Nothing,
        }
    }

    /// A priority by reference, folder or title: in the same plan, then in the current one.
    pub(super) fn find_priority(
        &self,
        name: &str,
        here: &Here,
    ) -> Option<Id<Localised<crate::model::Priority>>> {
        let (plan, name) = match name.rsplit_once('/') {
            Some((plan, name)) => (self.plan_folders.get(plan).copied(), name),
            None => (None, name),
        };
        let scopes = match plan {
            Some(plan) => vec![plan],
            None => here.plan.into_iter().chain(self.current_plan).collect(),
        };
        scopes.into_iter().find_map(|plan| {
            self.priorities
                .iter()
                .filter(|priority| priority.plan == plan)
                .find(|priority| priority.is_called(name))
                .map(|priority| priority.id)
        })
    }

    /// An action by reference, file name, or both with its priority and plan in front: first in
    /// the same priority, then in the same plan, then in the current one.
    pub(super) fn find_action(&self, name: &str, here: &Here) -> Lookup<Id<Localised<Action>>> {
        let parts: Vec<&str> = name.trim().split('/').map(str::trim).collect();
        let (plan, priority, key) = match parts.as_slice() {
            [key] => (None, None, *key),
            [priority, key] => (None, Some(*priority), *key),
            [plan, priority, key] => (Some(*plan), Some(*priority), *key),
            _ => return Lookup::Nothing,
        };
        let called: Vec<&ActionName> = self
            .action_keys
            .get(key)
            .into_iter()
            .flatten()
            .map(|index| &self.actions[*index])
            .filter(|action| {
                priority.is_none_or(|wanted| {
                    self.priorities
                        .iter()
                        .any(|known| known.id == action.priority && known.is_called(wanted))
                })
            })
            .collect();
        let in_scope = |scope: &dyn Fn(&ActionName) -> bool| -> Vec<&ActionName> {
            called
                .iter()
                .copied()
                .filter(|action| scope(action))
                .collect()
        };
        let found = if let Some(plan) = plan {
            let plan = self
                .plan_folders
                .get(plan)
                .copied()
                .or_else(|| self.plans.one(plan));
            in_scope(&|action| Some(action.plan) == plan)
        } else {
            let mut found = Vec::new();
            if priority.is_none() && here.priority.is_some() {
                found = in_scope(&|action| Some(action.priority) == here.priority);
            }
            for plan in [here.plan, self.current_plan] {
                if found.is_empty() && plan.is_some() {
                    found = in_scope(&|action| Some(action.plan) == plan);
                }
            }
            found
        };
        match found.as_slice() {
            [] => Lookup::Nothing,
            [one] => Lookup::One(one.id),
            several => Lookup::Several(
                several
                    .iter()
                    .map(|action| (action.id, action.in_full(&self.priorities)))
                    .collect(),
            ),
        }
    }

    pub(super) fn check_anchor(&mut self, stem: &str, anchor: &str, span: Span) {
        let Some(known) = self.anchors.get(stem) else {
            return;
        };
        if known.contains(anchor) || anchor.is_empty() {
            return;
        }
        let mut headings: Vec<&str> = known.iter().map(String::as_str).collect();
        headings.sort_unstable();
        let help = match nearest(anchor, headings) {
            Some(near) => format!("Did you mean #{near}?"),
            None => "Look up the heading: its words in small letters, joined by hyphens, are its address.".to_owned(),
        };
        self.report(Diagnostic::new(
            &codes::DEAD_LINK,
            span,
            format!("The page has no heading #{anchor}"),
            help,
        ));
    }
}

impl ActionName {
    /// What a link may call it, each once.
    pub(super) fn keys(&self) -> Vec<&str> {
        let file = self.file.as_str();
        let mut keys = vec![file];
        keys.extend(
            self.reference
                .as_deref()
                .filter(|reference| *reference != file),
        );
        let short = without_number(file);
        keys.extend((!short.is_empty() && !keys.contains(&short)).then_some(short));
        keys
    }

    fn in_full(&self, priorities: &[super::resolver::PriorityName]) -> String {
        let priority = priorities
            .iter()
            .find(|priority| priority.id == self.priority)
            .map_or("", |priority| priority.folder.as_str());
        format!("{priority}/{}", self.file)
    }
}

impl super::resolver::PriorityName {
    pub(super) fn is_called(&self, key: &str) -> bool {
        let key = folded(key);
        let is_reference = |reference: &String| folded(reference) == key;
        self.reference.as_ref().is_some_and(is_reference)
            || folded(&self.folder) == key
            || folded(without_number(&self.folder)) == key
            || folded(&self.title) == key
    }
}

fn entity<T: Copy>(found: Lookup<T>, make: impl Fn(T) -> Entity) -> Lookup<Entity> {
    match found {
        Lookup::One(id) => Lookup::One(make(id)),
        Lookup::Several(found) => Lookup::Several(
            found
                .into_iter()
                .map(|(id, name)| (make(id), name))
                .collect(),
        ),
        Lookup::Nothing => Lookup::Nothing,
    }
}

/// The program's own pages, by the name that authors see in their address.
fn own_page(name: &str) -> Option<Entity> {
    Some(match name.to_lowercase().as_str() {
        "index" | "home" => Entity::Home,
        "plans" => Entity::Listing(Listing::Plans),
        "actions" => Entity::Listing(Listing::Actions),
        "groups" => Entity::Listing(Listing::Groups),
        "members" => Entity::Listing(Listing::Members),
        "outcomes" => Entity::Listing(Listing::Outcomes),
        "calendar" | "meetings" => Entity::Listing(Listing::Calendar),
        "glossary" => Entity::Glossary,
        "strategies" => Entity::Strategies,
        "roles" => Entity::Roles,
        "accessibility" => Entity::Statement,
        _ => return None,
    })
}

/// `1.3-local-offer` without its number: `local-offer`.
fn without_number(name: &str) -> &str {
    match crate::parse::kind::reference_in(name) {
        Some(reference) => name[reference.len()..].trim_start_matches(['-', '_', ' ', '.']),
        None => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_their_number() {
        assert_eq!(without_number("1.3-local-offer"), "local-offer");
        assert_eq!(without_number("foreword"), "foreword");
    }
}
