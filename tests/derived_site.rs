//! What a visitor meets on the pages of the board, from content as an author would write it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where what it looks for is missing"
)]

mod written;

use boardplan::dates::Date;
use boardplan::derive;
use boardplan::derive::view::View;
use boardplan::derive::view::calendar::{CalendarView, MeetingView, MonthView};
use boardplan::derive::view::glossary::GlossaryView;
use boardplan::derive::view::group::GroupView;
use boardplan::derive::view::views::Views;

use written::page;

const INDEX: &str = "---
board: {name: Example Board}
site_url: https://board.example/plan
languages: [cy]
accessibility: {compliance: fully, prepared: 1 May 2026, reviewed: 1 May 2026}
---
";

const MEETINGS: &str = "---
title: Meetings
period: April 2026 to March 2027
meetings:
  - group: Training Group
    time: 2pm to 4pm
    place: Town Hall
    dates:
      - 1 June 2026
      - {date: 2 November 2026, state: cancelled}
      - {date: 9 November 2026, note: The chair asks for a CSE report}
      - {date: 7 December 2026, place: Library}
      - February 2027
---
";

fn views(files: &[(&str, &str)]) -> Views {
    written::views(files, Date::constant(2026, 11, 2))
}

fn board(more: &[(&str, &str)]) -> Views {
    let mut files = vec![
        ("index.md", INDEX),
        (
            "groups/training.md",
            "---\nname: Training Group\n---\nWe train people.\n",
        ),
        ("meetings/2026.md", MEETINGS),
    ];
    files.extend(more);
    views(&files)
}

fn calendar(views: &Views) -> &CalendarView {
    match &page(views, "calendar.html").view {
        View::Calendar(view) => view,
        other => panic!("{}", other.template()),
    }
}

fn group<'a>(views: &'a Views, path: &str) -> &'a GroupView {
    match &page(views, path).view {
        View::Group(view) => view,
        other => panic!("{}", other.template()),
    }
}

fn dates<'a>(meetings: impl IntoIterator<Item = &'a MeetingView>) -> Vec<&'a str> {
    let dates = meetings.into_iter().map(|meeting| meeting.date.as_ref());
    dates.map(|date| date.unwrap().iso.as_str()).collect()
}

fn in_months(months: &[MonthView]) -> Vec<&str> {
    dates(months.iter().flat_map(|month| &month.meetings))
}

#[test]
fn the_next_meeting_is_not_a_cancelled_one_and_nothing_is_lost() {
    let views = board(&[]);
    let calendar = calendar(&views);
    assert_eq!(dates(&calendar.next), ["2026-11-09T14:00"]);
    assert_eq!(
        in_months(&calendar.months),
        ["2026-11-02T14:00", "2026-11-09T14:00", "2026-12-07T14:00"]
    );
    assert_eq!(dates(&calendar.to_be_confirmed), ["2027-02"]);
    assert_eq!(in_months(&calendar.past), ["2026-06-01T14:00"]);
    assert_eq!(calendar.months[0].heading, "November 2026");
    let group = group(&views, "groups/training.html");
    assert_eq!(group.meetings.len(), 4);
    assert_eq!(dates(&group.past_meetings), ["2026-06-01T14:00"]);
}

#[test]
fn a_bare_year_of_meetings_is_a_year_of_the_current_plan() {
    let views = views(&[
        ("index.md", INDEX),
        ("groups/training.md", "---\nname: Training Group\n---\n"),
        (
            "plans/2026/plan.md",
            "---\ntitle: Plan\nperiod: 2026-2027\nyears: calendar\n---\n",
        ),
        (
            "meetings/2026.md",
            "---\ntitle: Meetings\nperiod: 2026\nmeetings:\n  - {group: Training Group, dates: [20 January, 15 September]}\n---\n",
        ),
    ]);
    assert_eq!(
        in_months(&calendar(&views).past),
        ["2026-09-15", "2026-01-20"]
    );
}

#[test]
fn a_board_without_groups_is_known_by_its_name() {
    let views = views(&[
        ("index.md", INDEX),
        (
            "meetings/2026.md",
            &MEETINGS.replace("Training Group", "Example Board"),
        ),
    ]);
    assert_eq!(group(&views, "groups/board.html").meetings.len(), 4);
}

#[test]
fn all_groups_are_those_of_the_board_today() {
    let views = board(&[
        (
            "groups/all.md",
            "---\nname: All sub-groups\nkind: collective\nmembers: all groups\n---\n",
        ),
        (
            "groups/region.md",
            "---\nname: Regional Panel\nkind: outside\n---\n",
        ),
        (
            "groups/old.md",
            "---\nname: Old Panel\nended: May 2024\n---\n",
        ),
    ]);
    let is_part = |path| !group(&views, path).part_of.is_empty();
    assert!(is_part("groups/training.html"));
    assert!(!is_part("groups/region.html"));
    assert!(!is_part("groups/old.html"));
}

#[test]
fn a_cycle_says_once_what_its_meetings_share() {
    let views = board(&[]);
    let View::Meetings(cycle) = &page(&views, "meetings/2026.html").view else {
        panic!("no cycle");
    };
    let series = &cycle.groups[0];
    assert_eq!(series.time.as_deref(), Some("2pm to 4pm"));
    assert_eq!(series.place.as_ref().unwrap().as_str(), "Town Hall");
    let places: Vec<Option<&str>> = series
        .meetings
        .iter()
        .map(|meeting| meeting.place.as_ref().map(|place| place.as_str()))
        .collect();
    assert_eq!(places.iter().flatten().collect::<Vec<_>>(), [&"Library"]);
    assert!(series.meetings.iter().all(|meeting| meeting.time.is_none()));
}

#[test]
fn a_meeting_that_moves_keeps_its_id_and_counts_up() {
    let before = board(&[]);
    let moved = MEETINGS.replace(
        "{date: 7 December 2026, place: Library}",
        "{date: 14 December 2026, moved_from: 7 December 2026, state: moved}",
    );
    let after = views(&[
        ("index.md", INDEX),
        ("groups/training.md", "---\nname: Training Group\n---\n"),
        ("meetings/2026.md", &moved),
    ]);
    let event = |views: &Views, day: Date| {
        let events = views.feeds[0].events.iter();
        let mut at = events.filter(|event| match event.when {
            derive::view::feed::EventTime::At { start, .. } => start.date() == day,
            derive::view::feed::EventTime::Day(date) => date == day,
        });
        at.next().unwrap().clone()
    };
    let before = event(&before, Date::constant(2026, 12, 7));
    let after = event(&after, Date::constant(2026, 12, 14));
    assert_eq!(before.uid, after.uid);
    assert!(before.uid.ends_with("@board.example"));
    assert!(before.sequence < after.sequence);
    assert_eq!(
        before.url.as_deref(),
        Some("https://board.example/plan/meetings/2026.html#training-group-2026-12-07")
    );
}

#[test]
fn a_translation_leads_to_pages_in_the_language_of_the_site_and_says_so() {
    let views = board(&[
        (
            "index.cy.md",
            "---\nboard: {name: Bwrdd Enghreifftiol}\n---\n",
        ),
        (
            "groups/training.cy.md",
            "---\nname: Grŵp Hyfforddi\n---\nRydyn ni'n hyfforddi.\n",
        ),
    ]);
    let welsh: Vec<&str> = views
        .pages
        .iter()
        .filter(|page| page.language == "cy")
        .map(|page| page.path.as_str())
        .collect();
    // Meetings are names and days, and lists of everything are made, so these pages need no twin.
    assert_eq!(
        welsh,
        [
            "cy/index.html",
            "cy/groups/training.html",
            "cy/calendar.html",
            "cy/calendar/training.html",
            "cy/a-z.html",
            "cy/search.html"
        ]
    );
    let view = &group(&views, "cy/groups/training.html").page;
    let crumbs: Vec<(&str, Option<&str>)> = view
        .breadcrumbs
        .iter()
        .map(|link| (link.href.as_str(), link.language.as_deref()))
        .collect();
    assert_eq!(
        crumbs,
        [
            ("../index.html", None),
            ("../../groups/index.html", Some("en"))
        ]
    );
    let others: Vec<(&str, &str)> = view
        .alternates
        .iter()
        .map(|other| (other.language.as_str(), other.href.as_str()))
        .collect();
    assert_eq!(
        others,
        [
            ("en", "../../groups/training.html"),
            ("cy", "training.html")
        ]
    );
    let menu = &views
        .sites
        .iter()
        .find(|site| site.language == "cy")
        .unwrap()
        .navigation;
    let languages: Vec<(Option<&str>, Option<&str>)> = menu
        .iter()
        .map(|entry| (entry.href.as_deref(), entry.language.as_deref()))
        .collect();
    assert_eq!(
        languages,
        [
            (Some("groups/index.html"), Some("en")),
            (Some("cy/calendar.html"), None)
        ]
    );
}

#[test]
fn a_file_is_published_because_a_page_uses_it() {
    let views = board(&[
        ("pages/map.png", "…"),
        ("pages/draft.pdf", "…"),
        (
            "pages/about.md",
            "---\ntitle: About\n---\n![A map of the area](map.png)\n",
        ),
    ]);
    let files: Vec<&str> = views.files.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(files, ["map.png"]);
}

#[test]
fn an_old_address_leads_to_the_new_one() {
    let views = board(&[(
        "pages/law/rules.md",
        "---\ntitle: Our rules\nredirect_from: old/rules.html\n---\n",
    )]);
    let View::Moved(moved) = &page(&views, "old/rules.html").view else {
        panic!("not moved");
    };
    assert_eq!(moved.target.href, "../law/rules.html");
    assert_eq!(
        moved.page.canonical.as_deref(),
        Some("https://board.example/plan/law/rules.html")
    );
    let listed = &views.sitemap.as_ref().unwrap().entries;
    assert!(listed.iter().all(|entry| !entry.url.contains("old/")));
}

#[test]
fn links_of_the_page_not_found_work_at_any_depth() {
    let views = board(&[]);
    let View::NotFound(view) = &page(&views, "404.html").view else {
        panic!("no such page");
    };
    let prefix = "https://board.example/plan/";
    assert_eq!(view.page.root, prefix);
    assert!(view.ways.len() > 2);
    assert!(view.ways.iter().all(|way| way.href.starts_with(prefix)));
}

#[test]
fn the_glossary_knows_its_letters_and_where_its_terms_are_used() {
    let views = board(&[(
        "glossary.md",
        "---\nterms:\n  - {term: Child sexual exploitation, abbreviation: CSE}\n  - {term: Able, meaning: Can.}\n---\n",
    )]);
    let View::Glossary(glossary) = &page(&views, "glossary.html").view else {
        panic!("no glossary");
    };
    let glossary: &GlossaryView = glossary;
    let letters: Vec<&str> = glossary
        .letters
        .iter()
        .filter(|letter| letter.id.is_some())
        .map(|letter| letter.letter.as_str())
        .collect();
    assert_eq!(letters, ["A", "C"]);
    assert_eq!(glossary.letters.len(), 26);
    let terms = &glossary.parts[0].terms;
    assert_eq!(terms[0].used_on_count, 0);
    let used: Vec<&str> = terms[1]
        .used_on
        .iter()
        .map(|link| link.href.as_str())
        .collect();
    assert_eq!(used, ["meetings/2026.html"]);
    let next = calendar(&views).next.as_ref().unwrap();
    assert!(
        next.note
            .as_ref()
            .unwrap()
            .as_str()
            .contains("(Child sexual exploitation)")
    );
}

#[test]
fn a_link_to_a_heading_finds_it_from_every_page_that_repeats_the_text() {
    let views = board(&[(
        "groups/quality.md",
        "---\nname: Quality Group\nsummary: Reads figures, see [its remit](#remit).\n---\n## Remit {#remit}\nMore.\n",
    )]);
    let summary = group(&views, "groups/quality.html").page.summary.as_ref();
    let summary = summary.unwrap().as_str();
    assert!(summary.contains("href=\"#remit\""), "{summary}");
    let View::Groups(groups) = &page(&views, "groups/index.html").view else {
        panic!("no groups");
    };
    let mut cards = groups.sections.iter().flat_map(|section| &section.groups);
    let card = cards
        .find(|card| card.link.text == "Quality Group")
        .unwrap();
    let summary = card.summary.as_ref().unwrap().as_str();
    assert!(summary.contains("href=\"quality.html#remit\""), "{summary}");
}

#[test]
fn entries_of_a_list_have_their_names_in_each_language() {
    let views = board(&[
        ("roles.md", "---\nroles:\n  - name: Business Manager\n---\n"),
        (
            "roles.cy.md",
            "---\nroles:\n  - name: Rheolwr Busnes\n---\n",
        ),
        (
            "strategies.md",
            "---\nstrategies:\n  - name: Early Help Strategy\n    note: For families.\n---\n",
        ),
        (
            "strategies.cy.md",
            "---\nstrategies:\n  - name: Strategaeth Cymorth Cynnar\n    note: I deuluoedd.\n---\n",
        ),
    ]);
    let shown = |path: &str| -> String {
        let page = views.pages.iter().find(|page| page.path.as_str() == path);
        serde_json::to_string(&page.unwrap().view).unwrap()
    };
    assert!(shown("roles.html").contains("Business Manager"));
    assert!(shown("cy/roles.html").contains("Rheolwr Busnes"));
    assert!(shown("strategies.html").contains("For families."));
    assert!(shown("cy/strategies.html").contains("Strategaeth Cymorth Cynnar"));
    assert!(shown("cy/strategies.html").contains("I deuluoedd."));
}
