//! `boardplan new meetings`: dates by a rule, in the file of their cycle, in real folders.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test may read and write its own folder, and stops where that fails"
)]

mod folders;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use folders::{empty_folder, files_below};

fn run(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_boardplan"))
        .current_dir(folder)
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (
        output.status.code().unwrap(),
        text(output.stdout),
        text(output.stderr),
    )
}

/// A folder with the starter board in it, and no meetings.
fn board(name: &str) -> PathBuf {
    let folder = empty_folder(name);
    assert_eq!(run(&folder, &["init", "--board", "Test Board"]).0, 0);
    fs::remove_dir_all(folder.join("content/meetings")).unwrap();
    folder
}

fn quarterly<'a>(more: &[&'a str]) -> Vec<&'a str> {
    let mut arguments = vec![
        "new",
        "meetings",
        "--group",
        "Board",
        "--every",
        "second Tuesday",
        "--months",
        "3",
        "--from",
        "2027-04",
        "--time",
        "14:00 to 16:00",
    ];
    arguments.extend(more);
    arguments
}

#[test]
fn the_dates_of_a_year_make_a_file_that_builds() {
    let folder = board("new-meetings-file");
    let (code, said, complaints) = run(&folder, &quarterly(&["--place", "Room 1: Town hall"]));
    assert_eq!((code, complaints.as_str()), (0, ""));
    assert!(said.contains("Added 4 meetings of Test Board"), "{said}");
    assert!(said.contains("  Tuesday 13 April 2027\n"), "{said}");
    let text = fs::read_to_string(folder.join("content/meetings/2027-28.md")).unwrap();
    assert!(text.contains("    place: 'Room 1: Town hall'\n"), "{text}");
    let (code, said, complaints) = run(&folder, &["build", "--as-of", "2027-04-01"]);
    assert_eq!((code, complaints.as_str()), (0, ""), "{said}");
    let feed = fs::read_to_string(folder.join("public/calendar.ics")).unwrap();
    assert!(feed.contains("T140000\r\nDTEND"), "{feed}");
}

#[test]
fn a_second_group_is_added_to_the_file_and_nothing_else_changes() {
    let folder = board("new-meetings-add");
    assert_eq!(run(&folder, &quarterly(&[])).0, 0);
    let before = files_below(&folder);
    let executive = [
        "new",
        "meetings",
        "--group",
        "Executive",
        "--every",
        "first Monday",
        "--from",
        "2027-04",
        "--count",
        "3",
    ];
    let (code, said, _) = run(&folder, &executive);
    assert_eq!(code, 0, "{said}");
    assert!(
        said.contains(
            "  Monday 3 May 2027: a bank holiday in England and Wales (Early May bank holiday)\n"
        ),
        "{said}"
    );
    let after = files_below(&folder);
    let changed: Vec<&String> = after
        .iter()
        .filter(|(path, bytes)| before.get(*path) != Some(*bytes))
        .map(|(path, _)| path)
        .collect();
    assert_eq!(changed, ["content/meetings/2027-28.md"]);
    let old = String::from_utf8(before[changed[0]].clone()).unwrap();
    let new = String::from_utf8(after[changed[0]].clone()).unwrap();
    let kept = old.strip_suffix("---\n").unwrap();
    assert_eq!(
        new,
        format!(
            "{kept}  - group: Executive\n    dates:\n      - Monday 5 April 2027\n      - Monday 7 June 2027\n      - Monday 5 July 2027\n---\n"
        )
    );
    let (code, said, _) = run(&folder, &["check", "--as-of", "2027-04-01"]);
    assert_eq!(code, 0, "{said}");
}

#[test]
fn asked_twice_it_writes_nothing_the_second_time() {
    let folder = board("new-meetings-twice");
    assert_eq!(run(&folder, &quarterly(&[])).0, 0);
    let before = files_below(&folder);
    let (code, _, complaints) = run(&folder, &quarterly(&[]));
    assert_eq!(code, 2);
    assert!(
        complaints.contains("this group has a meeting on this day already"),
        "{complaints}"
    );
    assert_eq!(files_below(&folder), before);
}

#[test]
fn what_is_not_understood_is_told_with_what_to_type() {
    let folder = board("new-meetings-wrong");
    let table: [(&[&str], &str); 6] = [
        (
            &["--group", "Executve Group", "--every", "Mondays"],
            "Did you mean --group \"Executive Group\"?",
        ),
        (
            &["--group", "Board", "--every", "often"],
            "\"second Tuesday\"",
        ),
        (
            &["--group", "Board", "--every", "every third Friday"],
            "third Friday of the month",
        ),
        (
            &["--group", "Board", "--every", "Mondays", "--months", "2"],
            "Leave --months out",
        ),
        (
            &["--group", "Board", "--every", "Mondays", "--time", "2 to 4"],
            "is not a time",
        ),
        (
            &[
                "--group",
                "Board",
                "--every",
                "Mondays",
                "--from",
                "04/05/2027",
            ],
            "more than one way",
        ),
    ];
    let before = files_below(&folder);
    for (more, expected) in table {
        let mut arguments = vec!["new", "meetings"];
        arguments.extend(more);
        let (code, said, complaints) = run(&folder, &arguments);
        assert_eq!(code, 2, "{more:?} {said}");
        let complaints = complaints.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(complaints.contains(expected), "{more:?} {complaints}");
    }
    assert_eq!(files_below(&folder), before);
}
