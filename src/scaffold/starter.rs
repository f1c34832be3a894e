//! The starter board: small, complete, without a message, and meant to be changed.

use jiff::civil::{Date, Weekday, date};

use super::text::{self, financial_year, value};
use crate::output::{OutputPath, Outputs};

/// The files of a small board, as paths below the root, for a plan of the three financial years
/// that begin with the one of `today`.
#[must_use]
pub fn starter(board: &str, today: Date) -> Outputs {
    let year = financial_year(today);
    let plan = format!("content/plans/{year}-{}", year + 3);
    let board = value(board);
    let mut files = Outputs::default();
    let mut add = |path: String, text: String| {
        files.insert(OutputPath::new(path), text);
    };
    add("content/index.md".to_owned(), index(&board, today));
    add(format!("{plan}/plan.md"), plan_page(year));
    add(
        format!("{plan}/1-early-help/priority.md"),
        PRIORITY.to_owned(),
    );
    add(
        format!("{plan}/1-early-help/1.1-one-front-door.md"),
        first_action(year),
    );
    add(
        format!("{plan}/1-early-help/1.2-train-together.md"),
        second_action(year),
    );
    add("content/groups/executive.md".to_owned(), executive(&board));
    add("content/groups/training.md".to_owned(), TRAINING.to_owned());
    add("content/members/council.md".to_owned(), COUNCIL.to_owned());
    add("content/members/police.md".to_owned(), POLICE.to_owned());
    add(
        format!("content/meetings/{year}-{}.md", year + 1),
        meetings(&board, year),
    );
    add("content/pages/about.md".to_owned(), ABOUT.to_owned());
    add("content/glossary.md".to_owned(), GLOSSARY.to_owned());
    files
}

fn index(board: &str, today: Date) -> String {
    let today = text::date(today);
    format!(
        "\
---
# Settings of the whole site. A line that begins with # is only an explanation.
board:
  name: {board}
language: en
contact:
  team: The board's office
  email: office@example.org
report_concern:
  title: Report a concern
  text: Call 999 if somebody is in danger now.
# By law a public website says how accessible it is. Keep this true.
accessibility:
  compliance: partially
  prepared: {today}
  reviewed: {today}
  known_issues: This site has not yet been tested by people who use a screen reader.
---

Welcome. On this site you find our plan, who does what, and when we meet.

Change this text in the file `content/index.md`.
"
    )
}

fn plan_page(year: i16) -> String {
    format!(
        "\
---
title: Business plan {year} to {end}
period: {year}-{end}
vision: Everybody in our area is safe, and is heard.
outcomes:
  - ref: \"1\"
    title: Families get help before things go wrong
---

This plan says what we will do together in the next three years.
",
        end = year + 3
    )
}

const PRIORITY: &str = "\
---
title: Early help
outcome: Families get the right help early, and tell their story once.
outcomes: \"1\"
---

We want early help to be easy to find, and good when it is found.
";

fn first_action(year: i16) -> String {
    format!(
        "\
---
title: Open one front door for all requests for help
lead: Executive Group
due: March {end}
status: Not started
impact: Families no longer have to ask twice.
measures: Number of families who were sent from one service to another
tasks:
  - Agree what every request must hold
  - Train the people who answer
---
",
        end = year + 1
    )
}

fn second_action(year: i16) -> String {
    format!(
        "\
---
title: Train together
lead: Training Group
due: March {end}
status: Not started
measures: Number of people trained, by agency
---

One course for the staff of all agencies, written with families.
",
        end = year + 2
    )
}

fn executive(board: &str) -> String {
    format!(
        "\
---
name: Executive Group
kind: executive
reports_to: {board}
members:
  - Council
  - Police
---

Sees to it that the plan is carried out.
"
    )
}

const TRAINING: &str = "\
---
name: Training Group
kind: standing
reports_to: Executive Group
members:
  - Council
  - Police
---

Plans what our staff learn together.
";

const COUNCIL: &str = "\
---
name: Council
---

Provides social care, schools and housing.
";

const POLICE: &str = "\
---
name: Police
---

Protects people from harm, and investigates crime.
";

fn meetings(board: &str, year: i16) -> String {
    let days: String = [(year, 6), (year, 9), (year, 12), (year + 1, 3)]
        .into_iter()
        .filter_map(|(year, month)| {
            date(year, month, 1)
                .nth_weekday_of_month(2, Weekday::Tuesday)
                .ok()
        })
        .map(|day| format!("      - {}\n", text::date(day)))
        .collect();
    format!(
        "\
---
title: Meetings {year} to {end}
period: April {year} to March {end}
meetings:
  - group: {board}
    time: 14:00 to 16:00
    place: Town hall
    dates:
{days}---
",
        end = year + 1
    )
}

const ABOUT: &str = "\
---
title: About us
---

We bring together the agencies that keep people safe. The [](group:Executive Group) sees to it that
our plan is carried out.
";

const GLOSSARY: &str = "\
---
terms:
  - term: Early help
    meaning: Support for a family as soon as a problem begins, before it grows.
---
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plan_and_its_meetings_follow_the_financial_year() {
        let files = starter("Our Board", date(2027, 3, 31));
        assert!(files.get("content/plans/2026-2029/plan.md").is_some());
        let meetings = files.get("content/meetings/2026-2027.md").unwrap();
        let text = String::from_utf8(meetings.bytes.clone()).unwrap();
        assert!(text.contains("- 9 June 2026\n"), "{text}");
        assert!(text.contains("- 9 March 2027\n"), "{text}");
    }
}
