//! What visitors need is derived from every plan without a hitch, and relations go both ways.

#![allow(
    clippy::disallowed_methods,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test reads the plans from the disk, and stops where it cannot"
)]

use std::collections::BTreeSet;
use std::path::Path;

use boardplan::dates::Date;
use boardplan::derive;
use boardplan::derive::purpose::Purpose;
use boardplan::derive::relations::{Manner, Relations, Through};
use boardplan::derive::view::View;
use boardplan::derive::view::action_parts::{RowView, TableView};
use boardplan::model::{AsOf, Drafts, Owner, Site, resolve};
use boardplan::parse::{self, theme};
use boardplan::read;
use boardplan::source::{Entry, Found, Sources};
use boardplan::strings::Strings;

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
        let views = derive::derive(&site, &strings, Purpose::Public, None);
        assert!(views.pages.len() > site.actions.len() + site.priorities.len());
        for page in &views.pages {
            let json = serde_json::to_string_pretty(&page.view).unwrap();
            assert_eq!(without_words(&json, &strings), None, "{}", page.path);
        }
        for plan in views.export.iter().flat_map(|export| &export.plans) {
            for row in &plan.rows {
                assert_eq!(row.len(), plan.columns.len(), "{}", plan.title);
            }
        }
    }
}

/// A key without words is shown in brackets: the first in a text.
fn without_words(text: &str, strings: &Strings) -> Option<String> {
    let sections: BTreeSet<&str> = strings
        .keys()
        .filter_map(|key| Some(key.split_once('.')?.0))
        .collect();
    sections.into_iter().find_map(|section| {
        let at = text.find(&format!("[{section}."))?;
        Some(text[at..].chars().take(60).collect())
    })
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
        (
            "plans/2026/plan.md",
            "---\ntitle: Plan\nperiod: 2026\n---\n",
        ),
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
        groups
            .find(|(_, group)| group.original.name == name)
            .unwrap()
            .0
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
            (
                1,
                Manner::All,
                Through::Collective(group("All sub-groups")),
                vec![]
            ),
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

#[test]
fn a_row_of_a_work_plan_shares_what_it_leaves_out_and_nothing_else() {
    let site = small_site();
    let strings = words(&site);
    let views = derive::derive(&site, &strings, Purpose::Public, None);
    let tables: Vec<&TableView> = views
        .pages
        .iter()
        .filter_map(|page| match &page.view {
            View::Priority(priority) => priority.table.as_ref(),
            _ => None,
        })
        .collect();
    let [table] = tables.as_slice() else {
        panic!("{} tables", tables.len());
    };
    let columns: Vec<&str> = table.columns.iter().map(|one| one.key.as_str()).collect();
    assert_eq!(columns, ["ref", "action", "task", "lead", "support"]);
    let [find, open] = table.actions[0].rows.as_slice() else {
        panic!("{} rows", table.actions[0].rows.len());
    };
    let words = |row: &RowView| row.values.leads[0].parts[0].text.clone();
    assert_eq!(words(find), "Training Group");
    assert_eq!(find.shared, ["lead"]);
    assert_eq!(words(open), "Head of Training");
    assert!(open.shared.is_empty());
    let spans = |row: &RowView| ["action", "task", "lead"].map(|key| row.spans[key]);
    assert_eq!((spans(find), spans(open)), ([2, 1, 1], [0, 1, 1]));
    let [only] = table.actions[1].rows.as_slice() else {
        panic!("{} rows", table.actions[1].rows.len());
    };
    assert!(only.tasks.is_empty());
    assert_eq!(only.spans["support"], 1);
}
