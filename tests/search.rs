//! What the search knows and what stands in the A to Z, from content as an author would write it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where what it looks for is missing"
)]

use std::path::Path;

use boardplan::dates::Date;
use boardplan::derive;
use boardplan::derive::purpose::Purpose;
use boardplan::derive::view::View;
use boardplan::derive::view::a_z::AToZView;
use boardplan::derive::view::search_index::SearchIndex;
use boardplan::derive::view::views::Views;
use boardplan::model::{AsOf, Drafts, resolve};
use boardplan::parse::{parse, theme};
use boardplan::pipeline::{Options, build};
use boardplan::read;
use boardplan::source::{Entry, Found, Sources};

const AS_OF: AsOf = AsOf::On(Date::constant(2026, 11, 2));

const CONTENT: [(&str, &str); 12] = [
    (
        "index.md",
        "---
board: {name: Example Board, short_name: EB}
site_url: https://board.example/
languages: [cy]
accessibility: {compliance: fully, prepared: 1 May 2026, reviewed: 1 May 2026}
---
We keep children safe.
",
    ),
    (
        "index.cy.md",
        "---\nboard: {name: Bwrdd Enghreifftiol}\n---\n",
    ),
    (
        "plans/2026/plan.md",
        "---\ntitle: Our plan\nperiod: 2026 to 2029\n---\n",
    ),
    (
        "plans/2026/1-help/priority.md",
        "---\ntitle: Help early\n---\n",
    ),
    (
        "plans/2026/1-help/1.1-door.md",
        "---\ntitle: One front door\nlead: Training Group\ntasks: [Write a rota]\n---\n| Day | Who |\n| - | - |\n| Monday | Zara |\n",
    ),
    (
        "plans/2026/1-help/1.2-secret.md",
        "---\ntitle: A secret action\ndraft: yes\n---\n",
    ),
    (
        "plans/2023/plan.md",
        "---\ntitle: Old plan\nperiod: 2023 to 2025\nstate: archived\n---\n",
    ),
    (
        "plans/2024-draft/plan.md",
        "---\ntitle: Hidden plan\nperiod: 2030 to 2031\ndraft: yes\n---\n",
    ),
    (
        "plans/2024-draft/1-hidden/priority.md",
        "---\ntitle: Hidden priority\n---\n",
    ),
    (
        "groups/training.md",
        "---\nname: Training Group\nshort_name: TG\n---\nWe train people.\n",
    ),
    (
        "groups/training.cy.md",
        "---\nname: Chwaer Grŵp\n---\nRydym yn hyfforddi.\n",
    ),
    (
        "glossary.md",
        "---\nterms:\n  - {term: Children in care, abbreviation: CIC, aliases: [child in care], meaning: Looked after by the council.}\n---\n",
    ),
];

fn sources() -> Sources {
    let mut content: Vec<Entry> = CONTENT
        .iter()
        .map(|(path, text)| Entry {
            path: (*path).to_owned(),
            found: Found::File(text.as_bytes().to_vec()),
        })
        .collect();
    content.sort_by(|one, other| one.path.cmp(&other.path));
    Sources {
        content,
        themes: read::read(Path::new(env!("CARGO_MANIFEST_DIR")))
            .unwrap()
            .themes,
    }
}

fn views(drafts: Drafts) -> Views {
    let sources = sources();
    let site = resolve(parse(&sources).0, AS_OF, drafts).0;
    let theme = theme::read(&sources.themes, "default", "en").0.unwrap();
    derive::derive(&site, &theme.strings, Purpose::Public, None)
}

fn index<'a>(views: &'a Views, language: &str) -> &'a SearchIndex {
    let mut indexes = views.search.iter();
    indexes.find(|index| index.language == language).unwrap()
}

fn a_z<'a>(views: &'a Views, path: &str) -> &'a AToZView {
    let mut pages = views.pages.iter();
    match &pages.find(|page| page.path.as_str() == path).unwrap().view {
        View::AToZ(view) => view,
        other => panic!("{}", other.template()),
    }
}

/// The words of a table, written out.
fn words(written: &str) -> Vec<String> {
    let mut last = String::new();
    let mut words = Vec::new();
    for word in written.split(' ').filter(|word| !word.is_empty()) {
        let shared = word.chars().next().unwrap().to_digit(36).unwrap() as usize;
        last = last
            .chars()
            .take(shared)
            .chain(word.chars().skip(1))
            .collect();
        words.push(last.clone());
    }
    words
}

#[test]
fn every_text_of_an_author_is_found_tables_too() {
    let views = views(Drafts::Hidden);
    let index = index(&views, "en");
    let text = words(&index.text.words);
    for word in ["rota", "monday", "zara", "train", "council"] {
        assert!(text.iter().any(|known| known == word), "{word}: {text:?}");
    }
    let names = words(&index.names.words);
    for word in ["1.1", "door", "tg", "cic", "eb", "action"] {
        assert!(names.iter().any(|known| known == word), "{word}: {names:?}");
    }
    // What is in a name is not told again.
    assert!(!text.iter().any(|word| word == "door"), "{text:?}");
}

#[test]
fn a_draft_is_never_found_even_where_it_is_shown() {
    let views = views(Drafts::Shown);
    assert!(
        views
            .pages
            .iter()
            .any(|page| page.path.as_str().contains("1.2-secret"))
    );
    let names = index(&views, "en").pages.names.join("\n");
    let listed = format!("{:?}", a_z(&views, "a-z.html"));
    for word in ["secret", "Hidden"] {
        assert!(!names.contains(word), "{names}");
        assert!(!listed.contains(word), "{listed}");
    }
}

#[test]
fn a_page_that_was_not_translated_is_found_in_its_own_language() {
    let views = views(Drafts::Hidden);
    let pages = &index(&views, "cy").pages;
    let at = |name: &str| pages.names.iter().position(|known| known == name).unwrap();
    let group = at("Chwaer Grŵp");
    assert_eq!(pages.addresses[group], "groups/training.html");
    assert_eq!(pages.other_names[&group], ["TG", "Training Group"]);
    let plan = at("Our plan");
    assert_eq!(pages.addresses[plan], "../plans/2026/index.html");
    assert!(pages.languages["en"].contains(&plan));
    assert!(!pages.languages["en"].contains(&group));
    let whole = at("Old plan: The whole plan");
    assert_eq!(pages.archived, [at("Old plan"), whole]);
}

#[test]
fn an_index_has_another_name_when_it_holds_something_else() {
    let views = views(Drafts::Hidden);
    let (english, welsh) = (&index(&views, "en").path, &index(&views, "cy").path);
    assert!(english.as_str().starts_with("data/search-en."), "{english}");
    assert!(welsh.as_str().starts_with("data/search-cy."), "{welsh}");
    let mut changed = index(&views, "en").clone();
    changed.pages.abouts[0].push('!');
    assert_ne!(
        SearchIndex::new(
            "en",
            Default::default(),
            changed.pages,
            [changed.names, changed.headings, changed.text]
        )
        .path,
        *english
    );
}

#[test]
fn the_list_has_the_letters_of_its_language_and_every_name() {
    let views = views(Drafts::Hidden);
    let english = a_z(&views, "a-z.html");
    let part = |letter: &str| {
        let mut parts = english.parts.iter();
        parts.find(|part| part.letter == letter).unwrap()
    };
    let links = |letter: &str| -> Vec<(&str, Option<&str>)> {
        let entries = part(letter).entries.iter();
        entries
            .map(|link| (link.text.as_str(), link.note.as_deref()))
            .collect()
    };
    assert_eq!(
        links("C"),
        [
            ("child in care", Some("Children in care")),
            ("Children in care", Some("Word or abbreviation")),
            ("CIC", Some("Children in care")),
        ]
    );
    assert_eq!(links("O")[1], ("One front door", Some("Action 1.1")));
    let letter = |letter: &str| {
        let mut letters = english.letters.iter();
        letters
            .find(|known| known.letter == letter)
            .unwrap()
            .id
            .clone()
    };
    assert_eq!(letter("C").as_deref(), Some("c"));
    assert_eq!(letter("X"), None);
    let welsh = a_z(&views, "cy/a-z.html");
    let letters: Vec<&str> = welsh
        .parts
        .iter()
        .map(|part| part.letter.as_str())
        .collect();
    let ch = letters.iter().position(|letter| *letter == "Ch").unwrap();
    assert_eq!(letters[ch - 1], "C");
    let sister = &welsh.parts[ch].entries;
    assert!(sister.iter().any(|link| link.text == "Chwaer Grŵp"));
}

#[test]
fn a_theme_that_has_no_search_makes_a_site_without_one() {
    let mut sources = sources();
    for layer in &mut sources.themes {
        layer
            .files
            .retain(|file| !["pages/search.html", "pages/a-z.html"].contains(&file.path.as_str()));
        for file in &mut layer.files {
            if file.path == "layouts/base.html" {
                let text = String::from_utf8(file.bytes.clone()).unwrap();
                let kept: Vec<&str> = text
                    .lines()
                    .filter(|line| !line.contains("site.search") && !line.contains("site.a_z"))
                    .collect();
                file.bytes = kept.join("\n").into_bytes();
            }
        }
    }
    let options = Options {
        as_of: AS_OF,
        drafts: false,
        strict: false,
        purpose: Purpose::Public,
    };
    let built = build(&sources, &options, &mut |_| {});
    let outputs = built
        .outputs
        .unwrap_or_else(|| panic!("{:?}", built.diagnostics));
    assert!(outputs.get("index.html").is_some());
    let mut paths = outputs.iter().map(|(path, _)| path.as_str());
    assert_eq!(paths.find(|path| path.starts_with("data/search")), None);
    assert!(outputs.get("search.html").is_none());
    assert!(outputs.get("a-z.html").is_none());
}
