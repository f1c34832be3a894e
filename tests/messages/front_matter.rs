//! Slips of the hand in the facts at the top of a page: each is found once, at its line, and causes no
//! second message. What only looks unusual is read without a word.

use super::{Message, base};

/// Where the pages of this test stand.
const PATH: &str = "plans/2026-2029/1-early-help/1.1-one-front-door.md";

/// The page that is spoilt, line by line.
const PAGE: [&str; 11] = [
    "---",
    "title: Families know whom to ask",
    "lead: Training Sub-Group",
    "due: March 2027",
    "status: Not started",
    "measures: Families who say so",
    "tasks:",
    "  - Publish one number.",
    "  - Print it on a card.",
    "---",
    "The number is the same by day and by night.",
];

/// The page with a line replaced, checked in the clean plan.
fn with_line(number: usize, line: &str) -> Vec<Message> {
    let mut lines = PAGE.to_vec();
    lines[number - 1] = line;
    check(&(lines.join("\n") + "\n"))
}

fn check(text: &str) -> Vec<Message> {
    base().with(PATH, text).check()
}

/// One slip: what it is, the line it stands in, what stands there, the code, and where it is found.
type Slip = (&'static str, usize, &'static str, &'static str, usize);

fn each_is_one_message(slips: &[Slip]) {
    let mut problems = Vec::new();
    for (what, number, line, code, at) in slips {
        let found = with_line(*number, line);
        let place = format!("content/{PATH}:{at}");
        match found.as_slice() {
            [one] if one.code == *code && one.place == place => {}
            _ => {
                let found: Vec<String> = found.iter().map(ToString::to_string).collect();
                problems.push(format!(
                    "{what} ({line:?}) is not one {code} at {at}:\n{}",
                    found.join("\n")
                ));
            }
        }
    }
    assert!(
        problems.is_empty(),
        "{} of {}:\n\n{}",
        problems.len(),
        slips.len(),
        problems.join("\n\n")
    );
}

#[test]
#[rustfmt::skip] // One slip, one line.
fn signs_that_mean_something_else() {
    each_is_one_message(&[
        ("a colon in a title", 2, "title: Front door: whom to ask", "bad-front-matter", 2),
        ("a colon after one word", 8, "  - Publish: one number.", "bad-front-matter", 8),
        ("a colon in a task", 8, "  - Publish this: one number.", "bad-front-matter", 8),
        ("a colon in a date", 4, "due: Phase one: March 2027", "bad-front-matter", 4),
        ("a colon at the end", 2, "title: Whom to ask:", "bad-front-matter", 2),
        ("an at sign", 2, "title: @home with families", "bad-front-matter", 2),
        ("an ampersand", 2, "title: & whom to ask", "bad-front-matter", 2),
        ("an asterisk", 2, "title: **Whom** to ask", "bad-front-matter", 2),
        ("an exclamation mark", 2, "title: !Ask", "bad-front-matter", 2),
        ("a per cent sign", 2, "title: % of families", "bad-front-matter", 2),
        ("a backtick", 2, "title: `Ask`", "bad-front-matter", 2),
        ("an asterisk in a task", 8, "  - *Publish* one number.", "bad-front-matter", 8),
        ("an at sign in a lead", 3, "lead: @training", "bad-front-matter", 3),
        ("a greater-than sign", 2, "title: > 5 families", "bad-front-matter", 2),
        ("a square bracket", 2, "title: [New] whom to ask", "bad-front-matter", 2),
        ("a curly bracket", 2, "title: {New} whom to ask", "bad-front-matter", 2),
        ("a bracket that stays open", 3, "lead: [Training Sub-Group", "bad-front-matter", 3),
        ("a number sign in a lead", 3, "lead: Training Sub-Group #2", "cut-value", 3),
        ("a number sign in a title", 2, "title: Plan #2", "cut-value", 2),
        ("a number sign at the start", 2, "title: #1 whom to ask", "cut-value", 2),
        ("a number sign in a date", 4, "due: March 2027 #draft", "cut-value", 4),
        ("a number sign in a task", 8, "  - Publish one number #1", "cut-value", 8),
    ]);
}

#[test]
#[rustfmt::skip] // One slip, one line.
fn quotation_marks() {
    each_is_one_message(&[
        ("a double one that stays open", 2, "title: \"Whom to ask", "bad-front-matter", 2),
        ("a single one that stays open", 2, "title: 'Whom to ask", "bad-front-matter", 2),
        ("one that stays open in a task", 8, "  - \"Publish one number.", "bad-front-matter", 8),
        ("one that closes too early", 2, "title: \"Whom\" to ask", "bad-front-matter", 2),
        ("a single one inside", 2, "title: 'The family's choice'", "bad-front-matter", 2),
        ("a backslash in double ones", 2, "title: \"Families \\and schools\"", "bad-front-matter", 2),
        ("curly ones around a title", 2, "title: “Whom to ask”", "curly-quotes", 2),
        ("curly ones around a lead", 3, "lead: “Training Sub-Group”", "curly-quotes", 3),
        ("curly ones around a date", 4, "due: “March 2027”", "curly-quotes", 4),
        ("curly ones around a status", 5, "status: ‘Not started’", "curly-quotes", 5),
    ]);
}

#[test]
#[rustfmt::skip] // One slip, one line.
fn spaces_tabs_and_lines() {
    each_is_one_message(&[
        ("a tab before a task", 8, "\t- Publish one number.", "bad-front-matter", 8),
        ("a tab before a field", 3, "\tlead: Training Sub-Group", "bad-front-matter", 3),
        ("a no-break space before a task", 8, "\u{a0}\u{a0}- Publish one number.", "bad-front-matter", 8),
        ("a space before a field", 4, " due: March 2027", "bad-front-matter", 4),
        ("a task set in too far", 9, "   - Print it on a card.", "bad-front-matter", 9),
        ("a task set in too little", 9, " - Print it on a card.", "bad-front-matter", 9),
        ("no space after the colon", 3, "lead:Training Sub-Group", "bad-front-matter", 3),
        ("no space after the hyphen", 8, "  -Publish one number.", "bad-front-matter", 8),
        ("no colon", 3, "lead Training Sub-Group", "bad-front-matter", 3),
        ("an equals sign for the colon", 3, "lead = Training Sub-Group", "bad-front-matter", 3),
        ("a bullet for the hyphen", 8, "  • Publish one number.", "bad-front-matter", 8),
        ("a dash for the hyphen", 8, "  – Publish one number.", "bad-front-matter", 8),
        ("an asterisk for the hyphen", 8, "  * Publish one number.", "bad-front-matter", 8),
        ("a line of text", 4, "due: March 2027\nPlease note", "bad-front-matter", 5),
        ("four hyphens at the end", 10, "----", "bad-front-matter", 1),
        ("no line at the end", 10, "", "bad-front-matter", 1),
        ("a pasted list", 8, "  • Publish one number.\n  • Say where it is.", "bad-front-matter", 8),
        ("a list behind a value", 8, "  - Publish one number.\n    - Say where it is.", "bad-front-matter", 9),
        ("a list behind a lead", 3, "lead: Training Sub-Group\n  - Training Sub-Group", "bad-front-matter", 4),
        ("two hyphens at the start", 1, "--", "missing-front-matter", 1),
        ("a word before the start", 1, "Plan", "missing-front-matter", 1),
    ]);
}

#[test]
#[rustfmt::skip] // One slip, one line.
fn fields_and_their_shapes() {
    each_is_one_message(&[
        ("a field twice", 5, "status: Not started\nlead: Training Sub-Group", "repeated-field", 6),
        ("a capital", 3, "Lead: Training Sub-Group", "unknown-field", 3),
        ("a slip of the finger", 3, "laed: Training Sub-Group", "unknown-field", 3),
        ("a space in a name", 5, "status: Not started\nidentified by: A review", "unknown-field", 6),
        ("another word", 5, "status: Not started\ncosts: 500", "unknown-field", 6),
        ("a list for a title", 2, "title:\n  - Whom to ask\n  - When to ask", "wrong-shape", 3),
        ("a list in a list", 3, "lead:\n  - - Training Sub-Group", "wrong-shape", 4),
        ("fields for a date", 4, "due:\n  from: March 2027\n  to: May 2027", "wrong-shape", 5),
        ("fields for a status", 5, "status:\n  name: Not started\n  colour: red", "wrong-shape", 6),
        ("an empty entry", 8, "  -", "wrong-shape", 8),
        ("a list for a yes or no", 5, "status: Not started\ndraft: [yes]", "wrong-shape", 6),
        ("no yes or no", 5, "status: Not started\ndraft: perhaps", "bad-value", 6),
        ("a lead without its words", 3, "lead:\n  who: Training Sub-Group", "missing-field", 4),
        ("a lead with an unknown part", 3, "lead:\n  lead: The chair\n  who: Training Sub-Group\n  as: head", "bad-value", 6),
        ("an anchor", 3, "lead: &lead Training Sub-Group", "bad-front-matter", 3),
        ("an unknown field of a row", 8, "  - task: Publish one number.\n    by: March 2027", "unknown-field", 9),
        ("a row without a task", 8, "  - due: March 2027", "missing-field", 8),
    ]);
}

#[test]
#[rustfmt::skip] // One slip, one line.
fn what_only_looks_unusual_is_no_message() {
    for (number, line) in [
        (2, "title: Yes"),
        (2, "title: 2026-07-12"),
        (2, "title: The family’s choice"),
        (2, "title: Families' choice"),
        (2, "title: \"Front door: whom to ask\""),
        (2, "title: 'The family''s choice'"),
        (2, "title: Ask at 10:30, not at 11:00#"),
        (2, "title: |\n  Front door: whom to ask"),
        (2, "title: >\n  Whom to ask\n  and when"),
        (3, "lead:\tTraining Sub-Group"),
        (3, "lead:\u{a0}Training Sub-Group"),
        (3, "lead: Training\u{a0}Sub-Group"),
        (3, "lead: [Training Sub-Group]"),
        (3, "lead:\n- Training Sub-Group"),
        (3, "# lead: nobody yet\nlead: Training Sub-Group"),
        (5, "status: NOT STARTED"),
        (8, "  - Publish one number\n    and print it."),
        (8, "  - Publish one number\n    – and print it."),
        (8, "  - \"Publish: one number\n    and print it\""),
        (8, "  - |\n    Publish: one number\n\n    - and print it"),
        (8, "  - task: Publish one number.\n    due: May 2027"),
        (9, "  - Print it on a card.   "),
    ] {
        let found = with_line(number, line);
        assert!(found.is_empty(), "{line:?}: {found:?}");
    }
    for ends in ["\r\n", "\r"] {
        let found = check(&(PAGE.join(ends) + ends));
        assert!(found.is_empty(), "{ends:?}: {found:?}");
    }
    let found = check(&("\u{feff}".to_owned() + &PAGE.join("\n")));
    assert!(found.is_empty(), "byte order mark: {found:?}");
}

#[test]
fn eight_mistakes_in_one_file_are_eight_messages_in_one_run() {
    let text = "---
title: Families: whom to ask
lead: Traning Sub-Group
due: Spring 2027
status: On trak
statsu: red
measures: Families who know <b>one</b> number
draft: perhaps
tasks:
  - Publish one number.
---

See [what the group does](../../../groups/traning.md).
";
    let found: Vec<(String, &str)> = check(text)
        .into_iter()
        .map(|message| (message.place, message.code))
        .collect();
    let expected = [
        (2, "bad-front-matter"),
        (3, "unresolved-name"),
        (4, "unclear-timescale"),
        (5, "unknown-name"),
        (6, "unknown-field"),
        (7, "raw-html"),
        (8, "bad-value"),
        (13, "dead-link"),
    ]
    .map(|(line, code)| (format!("content/{PATH}:{line}"), code));
    assert_eq!(found, expected);
}

#[test]
fn mistakes_in_several_files_are_all_reported_in_one_run() {
    let found: Vec<(String, &str)> = base()
        .with("pages/one.md", "---\ntitle: @one\n---\n")
        .with("pages/two.md", "No facts here.\n")
        .with(
            "pages/three.md",
            "---\ntitle: \"three\n---\n\nA <b>bold</b> word.\n",
        )
        .check()
        .into_iter()
        .map(|message| (message.place, message.code))
        .collect();
    let expected = [
        ("content/pages/one.md:2", "bad-front-matter"),
        ("content/pages/three.md:2", "bad-front-matter"),
        ("content/pages/three.md:5", "raw-html"),
        ("content/pages/two.md:1", "missing-front-matter"),
    ]
    .map(|(place, code)| (place.to_owned(), code));
    assert_eq!(found, expected);
}
