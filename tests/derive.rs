//! What visitors need is derived from every plan without a hitch, and relations go both ways.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test reads the plans from the disk, and stops where it cannot"
)]

use std::path::Path;

use boardplan::dates::Date;
use boardplan::derive::relations::{Manner, Relations, Through};
use boardplan::derive::routes::{Destination, Grouping};
use boardplan::derive::scope::Scope;
use boardplan::derive::view::action::ActionView;
use boardplan::derive::view::actions::ActionsView;
use boardplan::derive::view::home::HomeView;
use boardplan::derive::view::outcomes::OutcomesView;
use boardplan::derive::view::plan::PlanView;
use boardplan::derive::view::plans::PlansView;
use boardplan::derive::view::priority::PriorityView;
use boardplan::derive::view::whole_plan::WholePlanView;
use boardplan::derive::Derivation;
use boardplan::model::{AsOf, Drafts, Entity, Listing, Owner, Site, resolve};
use boardplan::parse::{self, theme};
use boardplan::read;
use boardplan::source::{Entry, Found, Sources};
use boardplan::strings::Strings;
use serde::Serialize;

fn today() -> AsOf {
    AsOf::On(Date::constant(2026, 11, 20))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn site_of(sources: &Sources) -> Site {
    let (parsed, _) = parse::parse(sources);
    resolve(parsed, today(), Drafts::Hidden).0
}

fn words(site: &Site) -> Strings {
    let sources = read::read(root()).unwrap();
    let (theme, _) = theme::read(&sources.themes, "default", &site.settings.language);
    theme.unwrap().strings
}

/// The views of all pages about plans, as templates get them.
fn views(site: &Site, strings: &Strings) -> Vec<String> {
    let derivation = Derivation::new(site, strings);
    let mut views = Vec::new();
    let each_language = |page: Destination, make: &mut dyn FnMut(&Scope<'_>) -> String| {
        let languages = derivation.routes.languages(page);
        let made: Vec<String> = languages
            .into_iter()
            .map(|language| make(&Scope::new(&derivation, page, language)))
            .collect();
        made
    };
    let mut add = |page: Destination, make: &mut dyn FnMut(&Scope<'_>) -> String| {
        views.extend(each_language(page, make));
    };
    add(Entity::Home.into(), &mut |scope| json(&HomeView::new(scope)));
    add(Listing::Plans.into(), &mut |scope| json(&PlansView::new(scope)));
    for id in site.plans.ids() {
        add(Entity::Plan(id).into(), &mut |scope| json(&PlanView::new(scope, id)));
        add(Destination::WholePlan(id), &mut |scope| {
            json(&WholePlanView::new(scope, id))
        });
    }
    for id in site.priorities.ids() {
        add(Entity::Priority(id).into(), &mut |scope| {
            json(&PriorityView::new(scope, id))
        });
    }
    for id in site.actions.ids() {
        add(Entity::Action(id).into(), &mut |scope| {
            json(&ActionView::new(scope, id))
        });
    }
    if let Some(plan) = site.current_plan {
        add(Listing::Outcomes.into(), &mut |scope| {
            json(&OutcomesView::new(scope, plan))
        });
        for page in [
            Listing::Actions.into(),
            Grouping::Lead.into(),
            Grouping::DueDate.into(),
            Grouping::Status.into(),
        ] {
            add(page, &mut |scope| json(&ActionsView::new(scope, plan)));
        }
    }
    views
}

fn json(view: &impl Serialize) -> String {
    serde_json::to_string_pretty(view).unwrap()
}

#[test]
fn every_page_of_the_sample_and_of_each_shape_is_derived_in_words() {
    let mut roots = vec![root().to_owned()];
    let shapes = std::fs::read_dir(root().join("tests/plans")).unwrap();
    roots.extend(
        shapes
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_dir()),
    );
    assert!(roots.len() > 5);
    for root in roots {
        let site = site_of(&read::read(&root).unwrap());
        let strings = words(&site);
        let keys: Vec<String> = strings.keys().map(str::to_owned).collect();
        let sections: std::collections::BTreeSet<&str> = keys
            .iter()
            .map(|key| key.split('.').next().unwrap())
            .collect();
        for view in views(&site, &strings) {
            // A key without words is shown in brackets.
            for section in &sections {
                let unknown = format!("[{section}.");
                let place = view.find(&unknown);
                let near = place.map(|at| view[at..].chars().take(60).collect::<String>());
                assert_eq!(near, None, "{}", root.display());
            }
        }
        let derivation = Derivation::new(&site, &strings);
        for plan in derivation.export().map(|export| export.plans).unwrap_or_default() {
            for row in &plan.rows {
                assert_eq!(row.len(), plan.columns.len(), "{}", plan.title);
            }
        }
    }
}

fn small_site() -> Site {
    let files = [
        (
            "groups/all.md",
            "---\nname: All sub-groups\nkind: collective\nmembers: [Training Group]\n---\n",
        ),
        (
            "groups/training.md",
            "---\nname: Training Group\nchair: Head of Training\nreports_to: Example Board\n---\n",
        ),
        (
            "index.md",
            "---\nboard:\n  name: Example Board\naccessibility:\n  compliance: fully\n  prepared: 1 May 2026\n  reviewed: 1 May 2026\n---\n",
        ),
        ("members/police.md", "---\nname: Police\n---\n"),
        (
            "plans/2026/1-help/1.1-door.md",
            "---\ntitle: Open one door\nlead: Training Group\ntasks:\n  - task: Find a door\n  - task: Open it\n    lead: Head of Training\n---\n",
        ),
        (
            "plans/2026/1-help/1.2-way.md",
            "---\ntitle: Show the way\nlead: All sub-groups\nsupport: Chair of Training Group\n---\n",
        ),
        (
            "plans/2026/1-help/priority.md",
            "---\ntitle: Help\nowner: Police\n---\n",
        ),
        ("plans/2026/plan.md", "---\ntitle: Plan\nperiod: 2026\n---\n"),
        (
            "roles.md",
            "---\nroles:\n  - name: Head of Training\n    member: Police\n---\n",
        ),
    ];
    site_of(&Sources {
        content: files
            .into_iter()
            .map(|(path, text)| Entry {
                path: path.to_owned(),
                found: Found::File(text.as_bytes().to_vec()),
            })
            .collect(),
        themes: Vec::new(),
    })
}

#[test]
fn what_is_said_of_an_action_is_known_of_its_owners() {
    let site = small_site();
    let relations = Relations::new(&site);
    let group = |name: &str| {
        let mut groups = site.groups.iter();
        groups.find(|(_, group)| group.original.name == name).unwrap().0
    };
    let training = group("Training Group");
    let does = |owner| -> Vec<(usize, Manner, Through, Vec<usize>)> {
        let place = |id| relations.place(id).unwrap();
        relations
            .owner(owner)
            .actions
            .iter()
            .map(|one| (place(one.action), one.manner, one.through, one.rows.clone()))
            .collect()
    };
    assert_eq!(
        does(Owner::Group(training)),
        [
            (0, Manner::Leads, Through::Itself, vec![]),
            (1, Manner::All, Through::Collective(group("All sub-groups")), vec![]),
            (1, Manner::Supports, Through::Itself, vec![]),
        ]
    );
    let role = site.roles.ids().next().unwrap();
    let police = site.members.ids().next().unwrap();
    assert_eq!(
        does(Owner::Role(role)),
        [(0, Manner::Leads, Through::Itself, vec![1])]
    );
    assert_eq!(
        does(Owner::Member(police)),
        [(0, Manner::Leads, Through::Role(role), vec![1])]
    );
    assert_eq!(relations.owner(Owner::Member(police)).owns.len(), 1);
    assert_eq!(relations.owner(Owner::Role(role)).chairs, [training]);
    assert_eq!(
        relations.owner(Owner::Group(training)).part_of,
        [group("All sub-groups")]
    );
    assert_eq!(relations.reported_by(group("Example Board")), [training]);
    let first = relations.actions()[0];
    let second = relations.actions()[1];
    assert_eq!(relations.neighbours(&site, first), [None, Some(second)]);
}
