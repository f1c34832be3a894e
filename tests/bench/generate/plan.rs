//! The board's settings, the plan and its priorities.

use crate::File;
use crate::names::{BOARD, Names};
use crate::random::{Purpose, Random};
use crate::size::Size;
use crate::text::{fill, slug};
use crate::words;
use crate::yaml;

const PLAN_FOLDER: &str = "plans/2026-2029";

const INDEX: &str = "\
board:
  area: Brackenford
  type: safeguarding children partnership
  website: https://www.brackenford.example/
site_url: https://plan.brackenford.example/
colours:
  brand: \"#1d4f5c\"
contact:
  team: Partnership team
  email: team@brackenford.example
  phone: 01632 960 000
  response_days: 5
alternative_formats: Ask the partnership team for large print, easy read or another language.
report_concern:
  title: Report a concern
  text: Ring us if you are worried about a child or an adult.
  phone: 01632 960 999
licence: OGL-3.0
accessibility:
  compliance: fully
  prepared: 2026-09-01
  reviewed: 2026-09-01
  tested_by: Partnership team
  tested_on: 2026-08-20
  enforcement: GB
";

const PLAN: &str = "\
title: Our plan for 2026 to 2029
period: April 2026 – March 2029
strapline: Safer together in every town
vision: Everybody in Brackenford is safe at home, at school and in the street, and knows whom to ask for help.
mission: We help services to act as one.
values:
  - We listen first.
  - We say what we do not know.
  - We learn in public.
outcomes:
  - {ref: 1, title: People are safe where they live}
  - {ref: 2, title: Help comes early}
  - {ref: 3, title: Services work as one}
  - {ref: 4, title: People are heard}
  - {ref: 5, title: Staff are skilled and supported}
  - {ref: 6, title: We learn and change}
statuses:
  - {name: Not started, colour: grey, meaning: Work has not begun.}
  - {name: On track, colour: green, meaning: It will be done in time.}
  - {name: Some delay, colour: amber, meaning: It may be late.}
  - {name: Off track, colour: red, meaning: It will be late unless something changes.}
  - {name: Complete, colour: blue, meaning: It is done., finished: yes}
  - {name: Cancelled, colour: grey, meaning: We decided not to do it., finished: yes}
budget:
  - {item: Partnership team, amount: £214000}
  - {item: Courses, amount: £38000}
version: 1.2
approved_by: Brackenford Safeguarding Partnership
approved_on: 2026-03-12
reviewed: September 2026
";

const FOREWORD: &str = "\
---
title: Foreword
order: 1
sign_off:
  name: Elowen Strand
  role: Independent Scrutineer
---
This plan was written with the people whom it is for.

It is long, because the work is. Each action stands on a page of its own, so that you can read only what concerns you.
";

/// `index.md`, the plan, its foreword, its strategic priority and its priorities.
pub fn files(size: Size, names: &Names) -> Vec<File> {
    let mut files = vec![
        file("index.md", format!("---\ntitle: {BOARD}\n{}---\n{}", INDEX.replacen("board:\n", &format!("board:\n  name: {BOARD}\n"), 1), welcome())),
        file(&format!("{PLAN_FOLDER}/plan.md"), format!("---\n{PLAN}---\n{}", introduction(size))),
        file(&format!("{PLAN_FOLDER}/foreword.md"), FOREWORD.to_owned()),
        file(
            &format!("{PLAN_FOLDER}/s1-listen-first/priority.md"),
            "---\ntitle: Listen first\nref: S1\nstrategic: yes\noutcomes: [4]\nowner: Executive Group\n---\nThis priority has no actions of its own. It runs through all the others.\n".to_owned(),
        ),
    ];
    files.extend((1..=size.priorities).map(|number| priority(number, names)));
    files
}

/// The folder of the priority with that number, from 1.
pub fn priority_folder(number: usize, names: &Names) -> String {
    format!(
        "{PLAN_FOLDER}/{number}-{}",
        slug(&names.priorities[number - 1], 40)
    )
}

fn priority(number: usize, names: &Names) -> File {
    let random = &mut Random::for_thing(Purpose::Plan, number);
    let title = &names.priorities[number - 1];
    let outcome = random.between(1, 6);
    let mut text = format!(
        "---\ntitle: {}\nref: {number}\noutcome: {}\noutcomes: [{outcome}, {}]\nowner: {}\nsponsor: {}\nlinks: {}\n---\n",
        yaml::value(title),
        yaml::value(&fill(random.word(&words::IMPACTS), names, random)),
        outcome % 6 + 1,
        yaml::value(&names.groups[number % names.groups.len()].name),
        yaml::value(random.pick::<String>(&names.roles)),
        yaml::value(&random.pick(&names.strategies).name),
    );
    let first = random.below(words::SENTENCES.len());
    for step in 0..6 {
        let template = words::SENTENCES[(first + step * 7) % words::SENTENCES.len()];
        text.push_str(&fill(template, names, random));
        text.push_str(if step == 2 { "\n\n" } else { "\n" });
    }
    text.push_str("\nWe work with:\n\n");
    let start = random.below(words::AUDIENCES.len());
    for step in 0..3 {
        text.push_str(&format!(
            "- {}\n",
            words::AUDIENCES[(start + step) % words::AUDIENCES.len()]
        ));
    }
    file(
        &format!("{}/priority.md", priority_folder(number, names)),
        text,
    )
}

fn welcome() -> String {
    "We bring together the services that keep people in Brackenford safe.\n\n\
     You can read [our plan for 2026 to 2029](plan:2026-2029), see [how we are run](page:governance), or find out when we meet.\n"
        .to_owned()
}

fn introduction(size: Size) -> String {
    format!(
        "This plan has {} priorities and {} actions. It runs for three years.\n\n\
         ## How to read it\n\n\
         Each priority has a page with its actions. Each action says who leads it, what they will do, and how we shall know that it worked.\n",
        size.priorities + 1,
        size.actions
    )
}

fn file(path: &str, text: String) -> File {
    File {
        path: path.to_owned(),
        text,
    }
}
