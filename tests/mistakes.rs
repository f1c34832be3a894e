//! Single mistakes in a plan that uses every kind of page: each is found with its code, its file and its
//! line, and causes no second message.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may read this project, and stops where that fails"
)]

mod support;

use std::collections::BTreeMap;

use boardplan::diagnostic::codes;
use rayon::prelude::*;
use support::base;

/// The files of the plan, besides those of the clean plan below all tests.
const FILES: [(&str, &str); 14] = [
    ("index.md", "---
board:
  name: Anytown Safeguarding Children Partnership
  short_name: ASCP
  website: www.anytown.example
  established: 2019
languages: cy
time_zone: Europe/London
current_plan: 2026-2029
site_url: https://plan.anytown.example
colours:
  brand: \"#1d5c63\"
contact:
  email: partnership@anytown.example
  response_days: 5
report_concern:
  title: Worried about a child?
  url: www.anytown.example/report
quick_exit: www.weather.example
navigation: [about, governance]
accessibility:
  compliance: partially
  prepared: 4 May 2026
  reviewed: 4 May 2026
  enforcement: GB
checks:
  capitals: off
---

Read [about the partnership](page:about).
"),
    ("plans/2026-2029/plan.md", "---
title: Business plan
period: April 2026 to March 2029
outcomes:
  - ref: A
    title: Families find help early
  - ref: B
    title: Children are heard
statuses:
  - name: Not started
  - name: Under way
    colour: amber
  - name: Done
    colour: green
    finished: yes
words:
  action: {one: Step, many: Steps}
columns: [ref, action, task, lead, due, status, measures, risk]
fields:
  - id: risk
    label: Risk
years: financial
next_review: April 2027
budget:
  - item: Training
    amount: £4,000
---

What the partnership wants to change.
"),
    ("plans/2026-2029/1-early-help/priority.md", "---
title: Early help
outcomes: A
owner: Training Sub-Group
links: Early Help Strategy
---

Families find help before things get worse.
"),
    ("plans/2026-2029/1-early-help/1.1-one-front-door.md", "---
title: Families know whom to ask
lead: [Training Sub-Group, Business Manager]
support: Anytown Police
due: March 2027
status: Under way
outcomes: [A, B]
links:
  - to: Early Help Strategy
    item: Chapter 2
priorities: The voice of children
risk: Low
measures:
  - measure: Families who know the number
    unit: families
    direction: up
    values:
      - date: May 2026
        value: 40
tasks:
  - task: Publish one telephone number.
    due: December 2026
  - task: Print it on a card.
    lead: none
progress:
  - date: 5 June 2026
    note: The number is agreed.
---

It replaces [the second action](action:1.2), and [the group](group:Training) trains those who answer.
"),
    ("plans/2026-2029/2-voice/priority.md", "---
title: The voice of children
strategic: yes
---

Everything the partnership does begins with what children say.
"),
    ("plans/2026-2029/1-early-help/1.2-lead-worker.md", "---
title: Every family has one worker who knows them
lead: Chair of the Training Sub-Group
due: At each Training Sub-Group meeting
status: Not started
measures: Families with a named worker
tasks:
  - Agree how a worker is chosen.
---
"),
    ("groups/training.md", "---
name: Training Sub-Group
kind: standing
reports_to: ASCP
chair: Business Manager
members:
  - role: Head of training
    member: Anytown Police
  - Anytown Council
---

Plans the training of everybody who works with families.

## Remit

What the group may decide.
"),
    ("members/council.md", "---\nname: Anytown Council\nwebsite: www.council.example\n---\n"),
    ("members/police.md", "---\nname: Anytown Police\n---\n"),
    ("roles.md", "---
roles:
  - name: Business Manager
    member: Anytown Council
---
"),
    ("strategies.md", "---
strategies:
  - name: Early Help Strategy
    kind: strategy
    period: 2025-2028
    url: www.council.example/early-help
---
"),
    ("glossary.md", "---
terms:
  - term: Lead worker
    meaning: The person whom a family asks first.
  - term: Child protection conference
    abbreviation: CPC
    see: Training Sub-Group
---
"),
    ("meetings/2026-27.md", "---
title: Meetings 2026/27
period: April 2026 to March 2027
meetings:
  - group: Training Sub-Group
    time: 14:00 to 16:00
    online: https://meet.anytown.example/training
    dates:
      - Tuesday 14 July 2026
      - 13 October
      - date: 12 January 2027
        time: 2pm
        state: moved
        moved_from: 5 January 2027
        note: The hall was taken.
        agenda: agenda.pdf
---
"),
    ("pages/governance.md", "---
title: How we are governed
ref: 3
contents: yes
numbered: yes
version: 2.1
approved_by: The partnership
approved_on: 12 May 2026
next_review: May 2027
owner: Business Manager
sign_off:
  name: The chair
---

## 3 Who decides

3.1 The partnership decides. See [the remit](../groups/training.md#remit).[^law]

Table: Who sits where

| Group | Seats |
|---|---|
| Training | 12 |

Every lead worker may speak at a CPC.

[^law]: Working Together.
"),
];

/// One mistake: what it is; the file, the words that are replaced there and by what; the code; the
/// file and the line where it is found.
type Mistake = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    usize,
);

const INDEX: &str = "index.md";
const PLAN: &str = "plans/2026-2029/plan.md";
const PRIORITY: &str = "plans/2026-2029/1-early-help/priority.md";
const ACTION: &str = "plans/2026-2029/1-early-help/1.1-one-front-door.md";
const SECOND: &str = "plans/2026-2029/1-early-help/1.2-lead-worker.md";
const GROUP: &str = "groups/training.md";
const MEETINGS: &str = "meetings/2026-27.md";
const PAGE: &str = "pages/governance.md";

#[rustfmt::skip] // One mistake, one line.
const MISTAKES: &[Mistake] = &[
    // The site
    ("no board", INDEX, "board:\n  name: Anytown Safeguarding Children Partnership\n  short_name: ASCP\n  website: www.anytown.example\n  established: 2019\n", "", "missing-field", 1),
    ("a board without a name", INDEX, "  name: Anytown Safeguarding Children Partnership\n", "", "missing-field", 3),
    ("no statement", INDEX, "accessibility:\n  compliance: partially\n  prepared: 4 May 2026\n  reviewed: 4 May 2026\n  enforcement: GB\n", "", "missing-field", 1),
    ("a statement without a review", INDEX, "  reviewed: 4 May 2026\n", "", "missing-field", 22),
    ("an unknown compliance", INDEX, "compliance: partially", "compliance: mostly", "bad-value", 22),
    ("an unknown regulator", INDEX, "enforcement: GB", "enforcement: EU", "bad-value", 25),
    ("an unknown time zone", INDEX, "Europe/London", "Europe/Londn", "unknown-name", 8),
    ("an unknown language", INDEX, "languages: cy", "languages: Welsh", "unknown-name", 7),
    ("an unknown plan", INDEX, "current_plan: 2026-2029", "current_plan: 2026-2028", "unknown-name", 9),
    ("an unknown theme", INDEX, "time_zone:", "theme: defualt\ntime_zone:", "unknown-name", 8),
    ("an unknown code", INDEX, "capitals: off", "captials: off", "unknown-name", 27),
    ("an unknown level", INDEX, "capitals: off", "capitals: never", "bad-value", 27),
    ("an error turned off", INDEX, "capitals: off", "dead-link: off", "bad-value", 27),
    ("a broken colour", INDEX, "#1d5c63", "#1d5c6", "bad-value", 12),
    ("a colour without quotes", INDEX, "\"#1d5c63\"", "#1d5c63", "cut-value", 12),
    ("no number of days", INDEX, "response_days: 5", "response_days: five", "bad-value", 15),
    ("no web address", INDEX, "www.weather.example", "the weather", "bad-value", 19),
    ("no address of the site", INDEX, "https://plan.anytown.example", "our plan", "bad-value", 10),
    ("a page that the menu does not know", INDEX, "[about, governance]", "[about, govrnance]", "dead-link", 20),
    ("an unknown field of the board", INDEX, "  established: 2019", "  founded: 2019", "unknown-field", 6),
    ("a year that is none", INDEX, "established: 2019", "established: last year", "bad-date", 6),
    // The plan
    ("no period", PLAN, "period: April 2026 to March 2029\n", "", "missing-field", 1),
    ("a period that is none", PLAN, "April 2026 to March 2029", "three years", "bad-date", 3),
    ("an outcome without a title", PLAN, "    title: Children are heard\n", "", "missing-field", 7),
    ("one reference for two outcomes", PLAN, "ref: B", "ref: A", "same-ref", 7),
    ("two statuses of one name", PLAN, "name: Under way", "name: not started", "same-name", 11),
    ("an unknown colour of a status", PLAN, "colour: amber", "colour: orange", "bad-value", 12),
    ("an unknown word", PLAN, "  action: {one", "  acton: {one", "unknown-field", 17),
    ("an unknown column", PLAN, "measures, risk]", "measurs, risk]", "bad-value", 18),
    ("a column twice", PLAN, "measures, risk]", "measures, lead, risk]", "bad-value", 18),
    ("a field of a known name", PLAN, "    label: Risk\n", "    label: Risk\n  - id: lead\n    label: Lead\n", "bad-value", 22),
    ("an unknown kind of years", PLAN, "years: financial", "years: school", "bad-value", 22),
    ("an unknown state", PLAN, "years: financial", "state: finished", "bad-value", 22),
    ("a budget line without an amount", PLAN, "    amount: £4,000\n", "", "missing-field", 25),
    ("a review that is past", PLAN, "April 2027", "June 2026", "past-review", 23),
    // A priority and its actions
    ("an unknown outcome of a priority", PRIORITY, "outcomes: A", "outcomes: C", "unknown-name", 3),
    ("an unknown owner", PRIORITY, "owner: Training Sub-Group", "owner: Finance Sub-Group", "unresolved-name", 4),
    ("an unknown strategy", PRIORITY, "Early Help Strategy", "Late Help Strategy", "unresolved-name", 5),
    ("an unknown lead in a list", ACTION, "Business Manager]", "Business Manger]", "unresolved-name", 3),
    ("an unknown supporter", ACTION, "Anytown Police", "Anytown Polcie", "unresolved-name", 4),
    ("an unknown outcome", ACTION, "[A, B]", "[A, D]", "unknown-name", 7),
    ("an unknown status", ACTION, "status: Under way", "status: Nearly done", "unknown-name", 6),
    ("an unknown strategic priority", ACTION, "The voice of children", "The voice of parents", "unknown-name", 11),
    ("a link without its strategy", ACTION, "  - to: Early Help Strategy\n    item: Chapter 2", "  - item: Chapter 2", "missing-field", 9),
    ("an unknown direction", ACTION, "direction: up", "direction: more", "bad-value", 16),
    ("a value without its date", ACTION, "      - date: May 2026\n        value: 40", "      - value: 40", "missing-field", 18),
    ("a value with two readings of its date", ACTION, "date: May 2026", "date: 07/06/2026", "bad-date", 18),
    ("a note with a wrong date", ACTION, "5 June 2026", "31 June 2026", "bad-date", 26),
    ("an unclear date of a row", ACTION, "December 2026", "winter 2026", "unclear-timescale", 22),
    ("a date of a row outside the plan", ACTION, "December 2026", "December 2031", "outside-plan", 22),
    ("a row that is overdue", ACTION, "December 2026", "May 2026", "overdue", 22),
    ("as above in the first row", ACTION, "    due: December 2026", "    lead: as above", "above-nothing", 22),
    ("an unknown field of a row", ACTION, "    due: December 2026", "    deu: December 2026", "unknown-field", 22),
    ("a link to an unknown action", ACTION, "action:1.2", "action:1.9", "dead-link", 30),
    ("a link to an unknown group", ACTION, "group:Training", "group:Finance", "dead-link", 30),
    ("an unknown kind of link", ACTION, "group:Training", "grop:Training", "dead-link", 30),
    ("an unknown group in a lead with a part", SECOND, "Chair of the Training", "Chair of the Finance", "unresolved-name", 3),
    // Groups, members, lists
    ("a group without a name", GROUP, "name: Training Sub-Group\n", "", "missing-field", 1),
    ("an unknown group above", GROUP, "reports_to: ASCP", "reports_to: ASPC", "unknown-name", 4),
    ("an unknown chair", GROUP, "chair: Business Manager", "chair: Chief Officer", "unresolved-name", 5),
    ("a group that reports to itself", GROUP, "reports_to: ASCP", "reports_to: Training", "reporting-loop", 4),
    ("no date of a group", GROUP, "kind: standing", "established: early on", "bad-date", 3),
    ("an unknown member of a role", "roles.md", "Anytown Council", "Anytown Counsel", "unknown-name", 4),
    ("an unknown kind of strategy", "strategies.md", "kind: strategy", "kind: scheme", "bad-value", 4),
    ("a strategy that ends before it begins", "strategies.md", "2025-2028", "2028-2025", "end-before-start", 5),
    ("a term that is not explained", "glossary.md", "    meaning: The person whom a family asks first.\n", "", "missing-field", 3),
    ("a term that sees nothing", "glossary.md", "see: Training Sub-Group", "see: Conference rules", "unresolved-name", 7),
    ("a member with the name of a group", "members/police.md", "name: Anytown Police", "name: Anytown Police\naliases: ASCP", "same-short-name", 3),
    // Meetings
    ("meetings of an unknown group", MEETINGS, "group: Training Sub-Group", "group: Finance Sub-Group", "unresolved-name", 5),
    ("a meeting at no time", MEETINGS, "14:00 to 16:00", "after lunch", "bad-date", 6),
    ("a meeting at a time that is none", MEETINGS, "14:00 to 16:00", "14:00 to 25:00", "bad-date", 6),
    ("a meeting that ends before it begins", MEETINGS, "14:00 to 16:00", "16:00 to 14:00", "end-before-start", 6),
    ("a wrong weekday", MEETINGS, "Tuesday 14 July", "Monday 14 July", "bad-date", 9),
    ("a day that does not exist", MEETINGS, "13 October", "32 October", "bad-date", 10),
    ("a day outside the period", MEETINGS, "13 October", "13 October 2029", "meeting-outside-period", 10),
    ("a meeting at a weekend", MEETINGS, "13 October", "11 October", "weekend-meeting", 10),
    ("a meeting twice", MEETINGS, "13 October", "14 July", "same-meeting", 10),
    ("a year for a day", MEETINGS, "13 October", "2026", "bad-date", 10),
    ("an unknown state of a meeting", MEETINGS, "state: moved", "state: postponed", "bad-value", 13),
    ("an agenda that is not there", MEETINGS, "agenda: agenda.pdf", "minutes: agenda.docx", "dead-link", 16),
    ("meetings without dates", MEETINGS, "    dates:\n      - Tuesday 14 July 2026\n      - 13 October\n      - date: 12 January 2027\n        time: 2pm\n        state: moved\n        moved_from: 5 January 2027\n        note: The hall was taken.\n        agenda: agenda.pdf\n", "", "missing-field", 5),
    // A page
    ("a dead anchor", PAGE, "#remit", "#remits", "dead-link", 17),
    ("a file in other capitals", PAGE, "groups/training.md", "groups/Training.md", "dead-link", 17),
    ("a way out of the content", PAGE, "../groups/training.md", "../../secret.md", "dead-link", 17),
    ("an unknown owner of a page", PAGE, "owner: Business Manager", "owner: Nobody Yet", "unresolved-name", 10),
    ("a signature without a name", PAGE, "  name: The chair", "  role: The chair", "missing-field", 12),
    ("a footnote without a mark", PAGE, ".[^law]", ".", "missing-footnote", 27),
    ("a table without its caption", PAGE, "Table: Who sits where\n", "", "table-without-caption", 20),
    ("a row that is too long", PAGE, "| Training | 12 |", "| Training | 12 | 3 |", "table-row-too-long", 23),
    ("a heading of the first level", PAGE, "## 3 Who decides", "# 3 Who decides", "heading-level", 15),
    ("an abbreviation in a table", PAGE, "| Training | 12 |", "| MARAC | 12 |", "unexplained-abbreviation", 23),
];

#[test]
fn each_mistake_is_one_message_at_its_line() {
    let clean = plan(&files());
    let unspoilt = clean.check();
    assert!(unspoilt.is_empty(), "the plan itself: {unspoilt:?}");
    let problems: Vec<String> = MISTAKES.par_iter().filter_map(problem).collect();
    assert!(
        problems.is_empty(),
        "{} of {}:\n\n{}",
        problems.len(),
        MISTAKES.len(),
        problems.join("\n\n")
    );
}

fn problem(mistake: &Mistake) -> Option<String> {
    let (what, path, old, new, code, line) = *mistake;
    let mut files = files();
    let text = files.get_mut(path).expect("a file of the plan");
    assert!(text.contains(old), "{what}: {path} does not hold {old:?}");
    *text = text.replacen(old, new, 1);
    let found = plan(&files).check();
    let severity = codes::find(code).map(|code| code.severity);
    let is_right = found.len() == 1
        && found[0].code == code
        && Some(found[0].severity) == severity
        && found[0].place == format!("content/{path}:{line}");
    (!is_right).then(|| {
        let found: Vec<String> = found.iter().map(ToString::to_string).collect();
        format!(
            "{what} is not one {code} at {path}:{line}:\n{}",
            found.join("\n")
        )
    })
}

fn files() -> BTreeMap<&'static str, String> {
    FILES
        .iter()
        .map(|(path, text)| (*path, (*text).to_owned()))
        .collect()
}

fn plan(files: &BTreeMap<&'static str, String>) -> support::Plan {
    files
        .iter()
        .fold(base(), |plan, (path, text)| plan.with(path, text))
        .with("meetings/agenda.pdf", "%PDF")
}
