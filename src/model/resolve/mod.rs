//! What was written → what it means: every name is looked up here, once.

mod actions;
mod board;
mod documents;
mod gather;
mod language;
mod leads;
mod library;
mod links;
mod meetings;
mod near_file;
mod own_fields;
mod paths;
mod plans;
mod resolver;
mod row_words;
mod settings;
mod vocabulary;

use crate::dates::{Date, Years};
use crate::diagnostic::Diagnostics;
use crate::parse::Parsed;

use super::{Arena, Localised, Plan, Site};
use gather::Gathered;
use resolver::Resolver;

/// What "today" is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsOf {
    /// A day.
    On(Date),
    /// The day that a moment falls on in the site's time zone.
    At(jiff::Timestamp),
}

/// Whether drafts are part of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drafts {
    /// They are left out, as in a published site.
    Hidden,
    /// They are shown, marked as drafts.
    Shown,
}

/// Finds out what was meant.
#[must_use]
pub fn resolve(parsed: Parsed, as_of: AsOf, drafts: Drafts) -> (Site, Diagnostics) {
    let gathered = gather::gather(parsed, drafts);
    let mut resolver = Resolver::new(&gathered);
    let Gathered {
        site,
        plans,
        priorities,
        actions,
        groups,
        members,
        cycles,
        documents,
        roles,
        strategies,
        glossary,
        assets,
        language,
        languages,
        ..
    } = gathered;

    let (mut settings, home, board) = resolver.site(site, language, languages);
    let as_of = match as_of {
        AsOf::On(day) => day,
        AsOf::At(moment) => resolver::today(moment, &settings.time_zone),
    };

    // Names before what refers to them: first all that has a name gets its id …
    resolver.note_board(&board);
    let may_name_board = !(plans.is_empty() && cycles.is_empty() && roles.is_none());
    let groups = resolver.with_board_group(groups, &board, may_name_board);
    resolver.note_groups(&groups, as_of);
    resolver.note_members(&members);
    resolver.note_roles(roles.as_ref());
    resolver.note_strategies(strategies.as_ref());
    resolver.note_terms(glossary.as_ref());
    resolver.note_cycles(&cycles);
    resolver.note_plans(&plans, &priorities, &actions, &documents);
    let plans = resolver.plan_heads(plans);
    let current_plan = resolver.current_plan(&plans, as_of, settings.current_plan.take());

    // … then everything is read with all names known.
    let home = resolver.home(home);
    let (roles, roles_page) = resolver.roles(roles);
    let (strategies, strategies_page) = resolver.strategies(strategies);
    let (terms, glossary_page) = resolver.glossary(glossary);
    let groups: Arena<_> = groups
        .into_iter()
        .map(|group| resolver.group(group))
        .collect();
    let members = members
        .into_iter()
        .map(|member| resolver.member(member))
        .collect();
    let plans: Arena<Localised<Plan>> = plans.into_iter().map(|plan| resolver.plan(plan)).collect();
    let years = current_plan.map_or(Years::default(), |id| plans[id].original.years);
    resolver.note_statuses(&plans);
    let priorities = priorities
        .into_iter()
        .map(|priority| resolver.priority(priority, &plans))
        .collect();
    let actions = actions
        .into_iter()
        .map(|action| resolver.action(action, &plans))
        .collect();
    let documents = documents
        .into_iter()
        .map(|document| resolver.document(document))
        .collect();
    let cycles = cycles
        .into_iter()
        .map(|cycle| resolver.cycle(cycle, years))
        .collect();

    let site = Site {
        as_of,
        settings: settings.into_settings(),
        home,
        plans,
        current_plan,
        priorities,
        actions,
        groups,
        members,
        roles,
        roles_page,
        strategies,
        strategies_page,
        terms,
        glossary_page,
        cycles,
        documents,
        assets,
    };
    (site, resolver.into_messages())
}
