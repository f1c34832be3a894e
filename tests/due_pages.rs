//! What is due when: the timeline, what is overdue and due soon, and what the list of all actions is
//! filtered by, from a plan as an author would write it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where what it looks for is missing"
)]

mod written;

use boardplan::dates::Date;
use boardplan::derive::view::View;
use boardplan::derive::view::action_parts::ActionCardView;
use boardplan::derive::view::actions::{ActionsView, ChoiceView, FilterFactsView};
use boardplan::derive::view::timeline::{TimelineEntryView, TimelineSectionView, TimelineView};
use boardplan::derive::view::views::Views;

use written::page;

const INDEX: &str = "---
board: {name: Example Board}
accessibility: {compliance: fully, prepared: 1 May 2026, reviewed: 1 May 2026}
---
";

const PLAN: &str = "---
title: Our plan
period: April 2026 to March 2029
---
";

/// Priority 2 serves nothing; an action of priority 1 serves priority 3.
const PRIORITIES: [(&str, &str); 3] = [
    ("plans/p/1-help/priority.md", "---\ntitle: Help\n---\n"),
    ("plans/p/2-heal/priority.md", "---\ntitle: Heal\n---\n"),
    (
        "plans/p/3-hear/priority.md",
        "---\ntitle: Hear\nstrategic: yes\n---\n",
    ),
];

const PEOPLE: [(&str, &str); 4] = [
    ("groups/board.md", "---\nname: Board\nkind: board\n---\n"),
    ("groups/training.md", "---\nname: Training Group\n---\n"),
    ("members/police.md", "---\nname: Police\n---\n"),
    (
        "roles.md",
        "---\nroles:\n  - {name: Detective, member: Police}\n---\n",
    ),
];

const ACTIONS: [(&str, &str); 8] = [
    (
        "plans/p/1-help/1.1-quarters.md",
        "---\ntitle: Quarters\nlead: Training Group\nsupport: Police\nstatus: On track\npriorities: [3]\ndue: [March 2026, 'Q3 2026', 'May – June 2027 for schools. October 2027 for colleges']\n---\n",
    ),
    (
        "plans/p/1-help/1.2-late.md",
        "---\ntitle: Late\nlead: Somebody New\nstatus: Off track\ndue: 12 July 2026\n---\n",
    ),
    (
        "plans/p/1-help/1.3-rows.md",
        "---\ntitle: Rows\nlead: Training Group\ndue: March 2027\ntasks:\n\
         \x20 - {task: Early and over, due: June 2026}\n\
         \x20 - {task: Early and done, due: May 2026, status: Complete}\n\
         \x20 - {task: Soon, due: 15 January 2027, lead: Detective}\n\
         \x20 - {task: Soon as well, due: 15 January 2027}\n\
         \x20 - {task: With its action, due: by March 2027}\n\
         \x20 - {task: No date of its own}\n---\n",
    ),
    (
        "plans/p/1-help/1.4-meetings.md",
        "---\ntitle: Meetings\nlead: Board\ndue: At each Board meeting\n---\n",
    ),
    (
        "plans/p/2-heal/2.1-ongoing.md",
        "---\ntitle: Goes on\nlead: Board\ndue: March 2026 and ongoing\n---\n",
    ),
    (
        "plans/p/2-heal/2.2-words.md",
        "---\ntitle: In words\nlead: Board\ndue: spring 2027\n---\n",
    ),
    (
        "plans/p/2-heal/2.3-undated.md",
        "---\ntitle: Undated\n---\n",
    ),
    (
        "plans/p/2-heal/2.4-done.md",
        "---\ntitle: Done\nlead: Board\nstatus: Complete\ndue: May 2026\n---\n",
    ),
];

fn plan(settings: &str) -> Views {
    let plan = PLAN.replacen("period:", &format!("{settings}period:"), 1);
    let mut files = vec![("index.md", INDEX), ("plans/p/plan.md", plan.as_str())];
    files.extend(PRIORITIES);
    files.extend(PEOPLE);
    files.extend(ACTIONS);
    written::views(&files, Date::constant(2026, 11, 21))
}

fn timeline(views: &Views) -> &TimelineView {
    match &page(views, "timeline.html").view {
        View::Timeline(view) => view,
        other => panic!("{}", other.template()),
    }
}

fn actions<'a>(views: &'a Views, path: &str) -> &'a ActionsView {
    match &page(views, path).view {
        View::Actions(view) => view,
        other => panic!("{}", other.template()),
    }
}

/// `Rows, Soon + Soon as well: 15 January 2027`.
fn line(entry: &TimelineEntryView) -> String {
    let mut line = entry.title.clone();
    if !entry.tasks.is_empty() {
        line.push_str(", ");
        line.push_str(&texts(&entry.tasks));
    }
    if let Some(due) = &entry.due {
        line.push_str(": ");
        line.push_str(&without_tags(due.words.as_str()));
    }
    line
}

fn texts(tasks: &[boardplan::derive::html::Html]) -> String {
    let texts: Vec<String> = tasks
        .iter()
        .map(|task| without_tags(task.as_str()))
        .collect();
    texts.join(" + ")
}

fn without_tags(html: &str) -> String {
    html.split('<')
        .map(|part| part.split_once('>').map_or(part, |(_, text)| text))
        .collect()
}

fn lines(section: &TimelineSectionView) -> (&str, Vec<String>) {
    (&section.id, section.entries.iter().map(line).collect())
}

#[test]
fn the_timeline_holds_every_date_once_and_says_whose_it_is() {
    let views = plan("");
    let timeline = timeline(&views);
    let found: Vec<(&str, Vec<String>)> = timeline.sections.iter().map(lines).collect();
    let expected = [
        (
            "overdue",
            vec!["Rows, Early and over: June 2026", "Late: 12 July 2026"],
        ),
        ("2026-q4", vec!["Quarters: Q3 2026"]),
        (
            "2027-q1",
            vec![
                "Rows, Soon + Soon as well: 15 January 2027",
                "Rows: March 2027",
            ],
        ),
        ("2027-q2", vec!["Quarters: May – June 2027 (for schools)"]),
        ("2027-q4", vec!["Quarters: October 2027 (for colleges)"]),
        ("meetings", vec!["Meetings: At each Board meeting"]),
        ("ongoing", vec!["Goes on: March 2026 and ongoing"]),
        ("in-words", vec!["In words: spring 2027"]),
        ("no-date", vec!["Undated"]),
    ];
    let expected: Vec<(&str, Vec<String>)> = expected
        .into_iter()
        .map(|(id, lines)| (id, lines.into_iter().map(str::to_owned).collect()))
        .collect();
    assert_eq!(found, expected);
    assert_eq!(timeline.finished, 1);
    assert_eq!(timeline.columns, ["due", "what", "lead", "status"]);
    // The date is that of two rows, so the entry says who leads these.
    let soon = &timeline.sections[2].entries[0];
    let leads: Vec<&str> = soon
        .leads
        .iter()
        .map(|lead| lead.parts[0].text.as_str())
        .collect();
    assert_eq!(leads, ["Detective", "Training Group"]);
}

#[test]
fn quarters_are_named_in_the_years_of_the_plan() {
    let notes = |views: &Views| -> Vec<(String, String, bool)> {
        let sections = timeline(views).sections.iter();
        sections
            .filter_map(|section| {
                let heading = section.heading.clone();
                Some((heading, section.note.clone()?, section.is_now))
            })
            .take(2)
            .collect()
    };
    let said = |heading: &str, note: &str, is_now| (heading.to_owned(), note.to_owned(), is_now);
    assert_eq!(
        notes(&plan("")),
        [
            said("October to December 2026", "Quarter 3 of 2026/27", true),
            said("January to March 2027", "Quarter 4 of 2026/27", false),
        ]
    );
    // There, the third quarter of 2026 is July to September, and past.
    assert_eq!(
        notes(&plan("years: calendar\n")),
        [
            said("January to March 2027", "Quarter 1 of 2027", false),
            said("April to June 2027", "Quarter 2 of 2027", false),
        ]
    );
}

#[test]
fn the_picture_says_what_the_tables_say() {
    let views = plan("");
    let timeline = timeline(&views);
    let picture = timeline.picture.as_ref().unwrap().as_str();
    for section in &timeline.sections {
        let now = if section.is_now { " (now)" } else { "" };
        let said = format!("{}{now}: {}.", section.heading, section.entries.len());
        assert!(picture.contains(&said), "{said}: {picture}");
    }
}

#[test]
fn a_translated_site_has_its_timeline_in_its_language() {
    let index = INDEX.replacen("board:", "language: cy\nboard:", 1);
    let files = [
        ("index.md", index.as_str()),
        ("plans/p/plan.md", PLAN),
        PRIORITIES[0],
        ACTIONS[1],
    ];
    let views = written::views(&files, Date::constant(2026, 7, 1));
    let timeline = timeline(&views);
    assert_eq!(timeline.page.title, "Llinell amser");
    assert_eq!(timeline.sections[0].heading, "Gorffennaf i Medi 2026");
}

fn listed(actions: &[ActionCardView]) -> Vec<String> {
    let listed = actions.iter().map(|action| {
        let tasks = texts(&action.tasks);
        if tasks.is_empty() {
            action.title.clone()
        } else {
            format!("{}: {tasks}", action.title)
        }
    });
    listed.collect()
}

#[test]
fn what_is_overdue_and_what_is_due_soon_have_pages_that_name_the_tasks() {
    let views = plan("");
    let overdue = actions(&views, "actions/overdue.html");
    let groups: Vec<(&str, Vec<String>)> = overdue
        .groups
        .iter()
        .map(|group| (group.id.as_str(), listed(&group.actions)))
        .collect();
    assert_eq!(
        groups,
        [
            ("overdue", vec!["Late".to_owned()]),
            ("overdue-in-part", vec!["Rows: Early and over".to_owned()]),
        ]
    );
    assert_eq!(overdue.total, 2);
    let soon = actions(&views, "actions/due-soon.html");
    let groups: Vec<Vec<String>> = soon
        .groups
        .iter()
        .map(|group| listed(&group.actions))
        .collect();
    assert_eq!(groups, [["Quarters"], ["Rows: Soon + Soon as well"]]);
    assert_eq!(
        soon.days.as_deref(),
        Some("Due from 21 November 2026 to 19 February 2027 and not finished.")
    );
}

#[test]
fn the_list_by_agency_says_how_each_takes_part() {
    let views = plan("");
    let list = actions(&views, "actions/by-member.html");
    let [police] = list.groups.as_slice() else {
        panic!("{}", list.groups.len());
    };
    let manners: Vec<(&str, Option<&str>)> = police
        .actions
        .iter()
        .map(|action| (action.title.as_str(), action.manner.as_deref()))
        .collect();
    assert_eq!(
        manners,
        [
            ("Quarters", Some("supports")),
            ("Rows", Some("as Detective")),
        ]
    );
    assert_eq!(listed(&police.actions)[1], "Rows: Soon");
}

/// What an action says to one filter.
type Pick = fn(&FilterFactsView) -> &str;

fn values(choices: &[ChoiceView]) -> Vec<&str> {
    choices.iter().map(|choice| choice.value.as_str()).collect()
}

#[test]
fn every_choice_of_a_filter_is_said_by_an_action_and_the_other_way_round() {
    let views = plan("");
    let list = actions(&views, "actions.html");
    let explorer = list.explorer.as_ref().unwrap();
    assert_eq!(
        values(&explorer.statuses),
        ["on-track", "off-track", "complete", "overdue", "no-status"]
    );
    assert_eq!(values(&explorer.priorities), ["3-hear", "1-help", "2-heal"]);
    assert_eq!(
        values(&explorer.leads),
        [
            "board",
            "training-group",
            "detective",
            "somebody-new",
            "no-lead-named"
        ]
    );
    assert_eq!(values(&explorer.members), ["police"]);
    let facts: Vec<&FilterFactsView> = list
        .groups
        .iter()
        .flat_map(|group| &group.actions)
        .map(|action| action.filter.as_ref().unwrap())
        .collect();
    assert_eq!(
        *facts[0],
        FilterFactsView {
            status: "on-track".to_owned(),
            priority: "3-hear 1-help".to_owned(),
            lead: "training-group".to_owned(),
            member: "police".to_owned(),
            due: Some("2026-12-31".to_owned()),
        }
    );
    // Late, and led by words that nobody is known by.
    assert_eq!(facts[1].status, "off-track overdue");
    assert_eq!(facts[1].lead, "somebody-new");
    assert_eq!(facts[1].due.as_deref(), Some("2026-07-12"));
    // Finished: nothing of it is due any more.
    assert_eq!(facts[7].due, None);
    let said = |pick: Pick, value: &str| {
        let mut answers = facts.iter().map(|facts| pick(facts));
        answers.any(|ids| ids.split(' ').any(|id| id == value))
    };
    let lists: [(&[ChoiceView], Pick); 4] = [
        (&explorer.statuses, |facts| &facts.status),
        (&explorer.priorities, |facts| &facts.priority),
        (&explorer.leads, |facts| &facts.lead),
        (&explorer.members, |facts| &facts.member),
    ];
    for (choices, pick) in lists {
        for choice in choices {
            assert!(said(pick, &choice.value), "{choice:?}");
        }
    }
    assert!(actions(&views, "actions/by-lead.html").explorer.is_none());
}

#[test]
fn a_plan_without_dates_or_people_has_no_filter_for_them() {
    let files = [
        ("index.md", INDEX),
        ("plans/p/plan.md", PLAN),
        PRIORITIES[0],
        ("plans/p/1-help/1.1-plain.md", "---\ntitle: Plain\n---\n"),
    ];
    let views = written::views(&files, Date::constant(2026, 11, 21));
    let explorer = actions(&views, "actions.html").explorer.as_ref().unwrap();
    assert!(!explorer.has_dates);
    assert!(explorer.statuses.is_empty() && explorer.members.is_empty());
    let pages = || views.pages.iter().map(|page| page.path.as_str());
    assert!(!pages().any(|path| path == "actions/by-member.html"));
    let overdue = actions(&views, "actions/overdue.html");
    assert!(overdue.groups.is_empty());
    assert_eq!(overdue.nothing, "No action is overdue.");
    assert_eq!(timeline(&views).columns, ["what"]);
}
