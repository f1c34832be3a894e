//! Meetings on every page that shows them, from a board's files to what a visitor is given.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where what it looks for is missing"
)]

use std::path::Path;

use boardplan::dates::Date;
use boardplan::model::AsOf;
use boardplan::output::Outputs;
use boardplan::pipeline::{Options, Purpose, build};
use boardplan::read;
use boardplan::source::{Entry, Found, Sources};

const INDEX: &str = "---
board: {name: Example Board}
site_url: https://board.example/plan
languages: [cy]
accessibility: {compliance: fully, prepared: 1 May 2026, reviewed: 1 May 2026}
---
";

const LAST_YEAR: &str = "---
title: Meetings 2025 to 2026
period: April 2025 to March 2026
meetings:
  - group: Training Group
    dates:
      - {date: 10 March 2026, minutes: minutes.pdf}
---
";

const THIS_YEAR: &str = "---
title: Meetings 2026 to 2027
period: April 2026 to March 2027
meetings:
  - group: Training Group
    time: 2pm to 4pm
    dates:
      - {date: 1 June 2026, agenda: agenda.pdf, papers: [figures.xlsx], minutes: {title: What was said, to: minutes.pdf}}
      - {date: 2 November 2026, state: cancelled, note: The hall was flooded}
      - {date: 7 December 2026, moved_from: 30 November 2026, note: The chair was away}
      - {date: 18 January 2027, state: confirmed}
      - February 2027
  - group: Quality Group
    dates: [9 November 2026, 16 November 2026, 10 December 2026, 3 May 2027]
---
Papers are also in [the archive](archive.zip).
";

const PLAN: [(&str, &str); 3] = [
    (
        "plans/2026/plan.md",
        "---\ntitle: Plan\nperiod: April 2026 to March 2027\n---\n",
    ),
    ("plans/2026/1-learn/priority.md", "---\ntitle: Learn\n---\n"),
    (
        "plans/2026/1-learn/1.1-report.md",
        "---\ntitle: Report on courses\nlead: Training Group\ndue: At each Training Group meeting\n---\n",
    ),
];

/// The files of a board on 2 November 2026, with more of them or others.
fn board(more: &[(&str, &str)]) -> Outputs {
    let mut files = vec![
        ("index.md", INDEX),
        (
            "groups/training.md",
            "---\nname: Training Group\nfrequency: Every three months\n---\n",
        ),
        ("groups/quality.md", "---\nname: Quality Group\n---\n"),
        ("groups/advisers.md", "---\nname: Young Advisers\n---\n"),
        ("meetings/2025.md", LAST_YEAR),
        ("meetings/2026.md", THIS_YEAR),
    ];
    files.extend(PLAN);
    for (path, text) in more {
        files.retain(|(known, _)| known != path);
        files.push((path, text));
    }
    let documents = [
        ("meetings/agenda.pdf", 120_000),
        ("meetings/figures.xlsx", 1_400_000),
        ("meetings/minutes.pdf", 999),
        ("meetings/archive.zip", 20_001),
    ];
    let texts = files
        .iter()
        .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
    let documents = documents.map(|(path, size)| (path.to_owned(), vec![b'x'; size]));
    let mut content: Vec<Entry> = texts
        .chain(documents)
        .map(|(path, bytes)| Entry {
            path,
            found: Found::File(bytes),
        })
        .collect();
    content.sort_by(|one, other| one.path.cmp(&other.path));
    let sources = Sources {
        content,
        themes: read::read(Path::new(env!("CARGO_MANIFEST_DIR")))
            .unwrap()
            .themes,
    };
    let options = Options {
        as_of: AsOf::On(Date::constant(2026, 11, 2)),
        drafts: false,
        strict: false,
        purpose: Purpose::Public,
    };
    let built = build(&sources, &options, &mut |_| ());
    let problems = built.diagnostics;
    built.outputs.unwrap_or_else(|| panic!("{problems:?}"))
}

fn file(site: &Outputs, path: &str) -> String {
    let found = site.get(path).unwrap_or_else(|| panic!("no {path}"));
    String::from_utf8(found.bytes.clone()).unwrap()
}

/// What stands between two texts, the nearest end after the first start.
fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let from = text
        .find(start)
        .unwrap_or_else(|| panic!("no {start} in {text}"));
    let rest = &text[from..];
    &rest[..rest.find(end).unwrap_or(rest.len())]
}

/// The text without its elements, spaces put together.
fn words(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for character in html.chars() {
        match character {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            other if !inside => text.push(other),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn papers_agendas_minutes_and_other_files_say_their_type_and_size_wherever_they_are_linked() {
    let site = board(&[]);
    for page in [
        "calendar.html",
        "calendar/training.html",
        "groups/training.html",
        "meetings/2026.html",
    ] {
        let page = words(&file(&site, page));
        for expected in [
            "Agenda, Training Group, 1 June 2026 (PDF, 120 KB)",
            "Paper, Training Group, 1 June 2026 (XLSX, 1.4 MB)",
            "What was said (PDF, 1 KB)",
        ] {
            assert!(page.contains(expected), "{expected} is not in {page}");
        }
    }
    let page = words(&file(&site, "meetings/2026.html"));
    assert!(page.contains("the archive (ZIP, 21 KB)"), "{page}");
}

#[test]
fn changes_are_said_with_their_reason_wherever_a_meeting_stands() {
    let site = board(&[]);
    for page in [
        "index.html",
        "calendar.html",
        "groups/training.html",
        "meetings/2026.html",
    ] {
        let text = file(&site, page);
        let moved = words(between(
            &text,
            "<article class=\"meeting meeting-moved",
            "</article>",
        ));
        assert!(
            moved.contains("Moved Moved from Monday 30 November 2026"),
            "{page}: {moved}"
        );
        assert!(moved.contains("The chair was away"), "{page}: {moved}");
        if page == "index.html" {
            continue;
        }
        let cancelled = between(
            &text,
            "<article class=\"meeting meeting-cancelled",
            "</article>",
        );
        let cancelled = words(cancelled);
        assert!(
            cancelled.contains("Cancelled The hall was flooded"),
            "{page}: {cancelled}"
        );
        let confirmed = between(
            &text,
            "<article class=\"meeting meeting-confirmed",
            "</article>",
        );
        assert!(words(confirmed).contains("Confirmed"));
        let open = between(
            &text,
            "<article class=\"meeting meeting-to-be-confirmed",
            "</article>",
        );
        assert!(words(open).contains("February 2027"), "{page}");
    }
}

#[test]
fn the_calendar_lists_first_what_is_next_then_the_rest_by_month_and_folds_the_past_away() {
    let page = file(&board(&[]), "calendar.html");
    let order: Vec<usize> = [
        "Next meeting</h2>",
        "id=\"2026-11\"",
        "id=\"2026-12\"",
        "id=\"2027-01\"",
        "id=\"part.to-be-confirmed\"",
        "id=\"part.year-1\"",
        "id=\"part.subscribe\"",
        "id=\"part.past\"",
    ]
    .iter()
    .map(|part| page.find(part).unwrap_or_else(|| panic!("no {part}")))
    .collect();
    assert!(order.is_sorted(), "{order:?}");
    // The meeting of today that was cancelled is not the next one.
    let next = words(between(&page, "Next meeting</h2>", "</section>"));
    assert!(next.contains("Monday 9 November 2026"), "{next}");
    let past = between(&page, "id=\"part.past\"", "</section>");
    assert!(past.contains("<details><summary>June 2026"), "{past}");
    assert!(past.contains("<details><summary>March 2026"), "{past}");
}

#[test]
fn each_group_that_meets_has_its_meetings_on_a_page_of_its_own() {
    let site = board(&[]);
    let all = file(&site, "calendar.html");
    let filters = between(&all, "<nav class=\"groupings\"", "</nav>");
    assert!(filters.contains("href=\"calendar/training.html\""));
    assert!(filters.contains("href=\"calendar/quality.html\""));
    assert!(!filters.contains("advisers"), "{filters}");
    let own = file(&site, "calendar/quality.html");
    assert!(own.contains("Monday 9 November 2026"));
    assert!(!own.contains("18 January 2027"));
    assert!(site.get("calendar/advisers.html").is_none());
}

#[test]
fn a_year_that_is_over_stays_at_its_address_and_is_found_from_the_calendar() {
    let site = board(&[]);
    let before = file(&site, "meetings/2025.html");
    assert!(before.contains("id=\"training-group-2026-03-10\""));
    assert!(before.contains("href=\"2026.html\""));
    for page in ["calendar.html", "calendar/training.html"] {
        assert!(file(&site, page).contains("meetings/2025.html\""), "{page}");
    }
    // Its table stands on its own page, and no longer on the calendar.
    assert!(before.contains("Meetings by group and month, April 2025 to March 2026"));
    assert!(!file(&site, "calendar.html").contains("April 2025 to March 2026"));
    // A meeting that is past keeps its entry, its file of papers and its file for calendars.
    assert!(
        site.get("calendar/2025/training-group-2026-03-10.ics")
            .is_some()
    );
    assert!(file(&site, "meetings/2026.html").contains("href=\"2025.html\""));
}

/// The cells of a row of the year: what they say, with the address of each day.
fn cells(page: &str, group: &str) -> Vec<String> {
    let table = between(page, "<table class=\"year-table\">", "</table>");
    let body = between(table, "<tbody>", "</tbody>");
    let row = body.split("<tr>").find(|row| row.contains(group)).unwrap();
    let cells = row.split("<td>").skip(1);
    cells
        .map(|cell| {
            let days = cell.split("<div class=\"year-day").skip(1);
            let days = days.map(|day| {
                let href = between(day, "href=\"", "\">").trim_start_matches("href=\"");
                let said = words(&day[day.find('>').unwrap() + 1..]);
                format!("{said} [{href}]")
            });
            days.collect::<Vec<_>>().join("; ")
        })
        .collect()
}

#[test]
fn the_year_has_a_row_for_each_group_a_column_for_each_month_and_loses_no_meeting() {
    let site = board(&[]);
    let page = file(&site, "calendar.html");
    let head = words(between(&page, "<thead>", "</thead>"));
    assert!(
        head.starts_with("Group April 2026 Apr 2026 May 2026 May 2026"),
        "{head}"
    );
    assert!(head.contains("November 2026 Nov 2026 This month"), "{head}");
    assert!(head.ends_with("March 2027 Mar 2027 Other dates"), "{head}");
    let entry = |id: &str| format!("[meetings/2026.html#{id}]");
    assert_eq!(
        cells(&page, "Training Group"),
        [
            String::new(),
            String::new(),
            format!("Mon 1 {}", entry("training-group-2026-06-01")),
            String::new(),
            String::new(),
            String::new(),
            String::new(),
            format!("Mon 2 Cancelled {}", entry("training-group-2026-11-02")),
            format!(
                "Mon 7 Moved from 30 November 2026 {}",
                entry("training-group-2026-11-30")
            ),
            format!("Mon 18 Confirmed {}", entry("training-group-2027-01-18")),
            format!(
                "day not set To be confirmed {}",
                entry("training-group-2027-02")
            ),
            String::new(),
            String::new(),
        ]
    );
    let quality = cells(&page, "Quality Group");
    assert_eq!(
        quality[7],
        format!(
            "Mon 9 {}; Mon 16 {}",
            entry("quality-group-2026-11-09"),
            entry("quality-group-2026-11-16")
        )
    );
    // What is in none of the months.
    assert!(quality[12].contains("3 May 2027"), "{}", quality[12]);
    // On the page of the cycle itself the entries are on the same page, and each is there.
    let cycle = file(&site, "meetings/2026.html");
    for cell in cells(&cycle, "Training Group")
        .iter()
        .filter(|cell| !cell.is_empty())
    {
        let id = between(cell, "[#", "]").trim_start_matches("[#");
        assert!(cycle.contains(&format!("id=\"{id}\"")), "{cell}");
    }
}

#[test]
fn a_cycle_of_three_years_has_a_table_for_each_in_which_there_is_a_meeting() {
    let long = THIS_YEAR.replace("April 2026 to March 2027", "January 2026 to March 2028");
    let site = board(&[("meetings/2026.md", &long)]);
    let page = file(&site, "meetings/2026.html");
    let captions: Vec<&str> = page
        .split("<caption>")
        .skip(1)
        .map(|rest| rest.split("</caption>").next().unwrap())
        .collect();
    assert_eq!(
        captions,
        [
            "Meetings by group and month, January 2026 to December 2026",
            "Meetings by group and month, January 2027 to December 2027",
        ]
    );
}

#[test]
fn a_day_that_is_in_none_of_the_months_of_its_year_stands_beside_them_as_written() {
    let short = THIS_YEAR
        .replace("April 2026 to March 2027", "April 2026 to December 2026")
        .replace("3 May 2027", "12 January");
    let site = board(&[("meetings/2026.md", &short)]);
    let quality = cells(&file(&site, "meetings/2026.html"), "Quality Group");
    assert_eq!(quality.len(), 10);
    assert_eq!(
        quality[9],
        "12 January To be confirmed [#quality-group-12-january]"
    );
}

#[test]
fn a_reader_learns_how_to_subscribe_to_all_meetings_and_to_those_of_a_group() {
    let site = board(&[]);
    for (page, feed) in [
        ("calendar.html", "calendar.ics"),
        ("calendar/training.html", "calendar/training.ics"),
        ("groups/training.html", "calendar/training.ics"),
        ("cy/calendar.html", "cy/calendar.ics"),
    ] {
        let site = match page.starts_with("cy/") {
            true => board(&[("index.cy.md", "---\nboard: {name: Bwrdd}\n---\n")]),
            false => site.clone(),
        };
        let html = file(&site, page);
        let section = between(&html, "id=\"part.subscribe\"", "</section>");
        assert!(
            section.contains(&format!("webcal://board.example/plan/{feed}\"")),
            "{section}"
        );
        assert!(
            section.contains(&format!(">https://board.example/plan/{feed}<")),
            "{section}"
        );
        for program in ["Outlook", "iPhone", "Google"] {
            assert!(section.contains(program), "{program} in {page}");
        }
        assert_eq!(section.matches("<ol").count(), 3);
        assert!(file(&site, feed).contains("BEGIN:VEVENT"));
    }
    let frequency = words(&file(&site, "groups/training.html"));
    assert!(frequency.contains("Every three months"), "{frequency}");
}

#[test]
fn without_the_address_of_the_site_a_reader_learns_how_to_find_that_of_the_calendar() {
    let index = INDEX.replace("site_url: https://board.example/plan\n", "");
    let site = board(&[("index.md", &index)]);
    let html = file(&site, "calendar.html");
    let section = between(&html, "id=\"part.subscribe\"", "</section>");
    assert!(!section.contains("webcal"));
    assert!(section.contains("Copy link"), "{section}");
    assert!(section.contains("href=\"calendar.ics\""));
}

#[test]
fn the_home_page_has_the_next_three_meetings_of_all_groups() {
    let page = file(&board(&[]), "index.html");
    let list = between(&page, "<ul class=\"meeting-list\">", "</section>");
    let days: Vec<&str> = list
        .split("datetime=\"")
        .skip(1)
        .map(|rest| &rest[..10])
        .filter(|day| *day != "2026-11-30")
        .collect();
    assert_eq!(days, ["2026-11-09", "2026-11-16", "2026-12-07"]);
}

#[test]
fn an_action_that_is_due_at_each_meeting_leads_to_them_and_shows_the_next() {
    let page = file(&board(&[]), "plans/2026/1-learn/1.1-report.html");
    let due = "At each <a href=\"../../../calendar/training.html\">Training Group</a> meeting";
    assert!(page.contains(due), "{page}");
    // The meeting of today is cancelled.
    let next = "href=\"../../../meetings/2026.html#training-group-2026-11-30\"";
    assert!(page.contains(next), "{page}");
    assert!(words(&page).contains("Training Group, 7 December 2026"));
}

#[test]
fn in_another_language_meetings_are_told_in_its_words_and_the_author_s_are_marked() {
    let twin = [
        ("index.cy.md", "---\nboard: {name: Bwrdd}\n---\n"),
        ("groups/training.cy.md", "---\nname: Grŵp Hyfforddi\n---\n"),
    ];
    let site = board(&twin);
    let page = file(&site, "cy/calendar.html");
    let moved = between(
        &page,
        "<article class=\"meeting meeting-moved",
        "</article>",
    );
    assert!(moved.contains("Grŵp Hyfforddi"), "{moved}");
    assert!(
        moved.contains("<div class=\"flow\" lang=\"en\">"),
        "{moved}"
    );
    assert!(words(moved).contains("Wedi’i symud"), "{moved}");
    assert!(words(&page).contains("Wedi’i ganslo"));
    assert!(words(&page).contains("Y mis hwn"));
    let feed = file(&site, "cy/calendar/training.ics").replace("\r\n ", "");
    assert!(
        feed.contains("SUMMARY:Wedi’i ganslo: cyfarfod Grŵp Hyfforddi\r\n"),
        "{feed}"
    );
    assert!(
        feed.contains("NAME:Cyfarfodydd Grŵp Hyfforddi\r\n"),
        "{feed}"
    );
    // One meeting is one event, whoever reads of it.
    let uids = |feed: &str| -> Vec<String> {
        let lines = feed.lines().filter(|line| line.starts_with("UID:"));
        lines.map(str::to_owned).collect()
    };
    let english = file(&site, "calendar/training.ics").replace("\r\n ", "");
    assert_eq!(uids(&feed), uids(&english));
    // A page that was translated leads to the calendar in its language.
    let group = file(&site, "cy/groups/training.html");
    assert!(group.contains("webcal://board.example/plan/cy/calendar/training.ics"));

    // With a twin of the meetings, its remarks stand in its language.
    let meetings = THIS_YEAR
        .replace("The chair was away", "Roedd y cadeirydd i ffwrdd")
        .replace("- group: Training Group", "- group: Grŵp Hyfforddi");
    let site = board(&[twin[0], twin[1], ("meetings/2026.cy.md", &meetings)]);
    let page = file(&site, "cy/calendar.html");
    let moved = between(
        &page,
        "<article class=\"meeting meeting-moved",
        "</article>",
    );
    assert!(moved.contains("Roedd y cadeirydd i ffwrdd"), "{moved}");
    assert!(!moved.contains("lang=\"en\""), "{moved}");
    // Its table leads to the ids of the translated page, which are made of the translated name.
    let cycle = file(&site, "cy/meetings/2026.html");
    for cell in cells(&page, "Hyfforddi")
        .iter()
        .filter(|cell| !cell.is_empty())
    {
        let id = between(cell, "#", "]").trim_start_matches('#');
        assert!(cycle.contains(&format!("id=\"{id}\"")), "{cell}");
    }
}

#[test]
fn a_language_that_the_theme_does_not_speak_has_no_calendar_of_its_own() {
    let index = INDEX.replace("languages: [cy]", "languages: [pl]");
    let site = board(&[
        ("index.md", &index),
        ("index.pl.md", "---\nboard: {name: Rada}\n---\n"),
    ]);
    assert!(site.get("pl/index.html").is_some());
    assert!(site.get("pl/calendar.html").is_none());
    assert!(site.get("pl/calendar.ics").is_none());
}
