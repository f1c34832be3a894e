//! How a plan does, in all its forms: to read, for programs, for a spreadsheet, and as a page that
//! no public site has.
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
use serde_json::Value;

const TODAY: &str = "2026-11-21";

/// A board that is well looked after.
const GOOD: &[(&str, &str)] = &[
    (
        "index.md",
        "---\nboard:\n  name: Example Board\naccessibility:\n  compliance: fully\n  prepared: 1 May 2026\n  reviewed: 1 May 2026\n---\n",
    ),
    (
        "groups/training.md",
        "---\nname: Training Group\nshort_name: TG\nreports_to: Example Board\nchair: Police\n---\n",
    ),
    ("members/police.md", "---\nname: Police\n---\n"),
    (
        "glossary.md",
        "---\nterms:\n  - term: Early help\n    meaning: Help that comes before a crisis.\n---\n",
    ),
    (
        "plans/2026/plan.md",
        "---\ntitle: Our plan\nperiod: 2026 to 2029\noutcomes:\n  - ref: A\n    title: Families are heard\nreviewed: 1 June 2026\n---\n",
    ),
    (
        "plans/2026/1-help/priority.md",
        "---\ntitle: Help\noutcomes: A\nsummary: We offer early help.\n---\n",
    ),
    (
        "plans/2026/1-help/1.1-door.md",
        "---\ntitle: Open one door\nlead: Training Group\ndue: March 2028\nstatus: On track\nmeasures: Days to a first answer\nprogress:\n  - date: 1 October 2026\n    note: A door was found.\n---\n",
    ),
    (
        "meetings/2026-27.md",
        "---\ntitle: Meetings\nperiod: 2026-27\nmeetings:\n  - group: Training Group\n    dates:\n      - date: 2 November 2026\n        minutes: https://example.org/minutes\n---\n",
    ),
];

/// What makes every question find something in it.
const FAULTS: &[(&str, &str)] = &[
    // No outcome; and below it what is late, soon, stale, without lead, without measure.
    ("plans/2026/2-safe/priority.md", "---\ntitle: Safe\n---\n"),
    (
        "plans/2026/2-safe/2.1-late.md",
        "---\ntitle: \"=Late, and with signs\"\nlead: The TRAINING group\ndue: May 2026\nstatus: Some delay\n---\nWe ask the LSP, and the training governors (TG).\n",
    ),
    (
        "plans/2026/2-safe/2.2-soon.md",
        "---\ntitle: Soon\ndue: January 2027\nmeasures: Calls\n---\n",
    ),
    // A group that meets, and does nothing else; its last meeting has no papers.
    (
        "groups/idle.md",
        "---\nname: Idle Group\nreports_to: Example Board\n---\n",
    ),
    (
        "meetings/2025-26.md",
        "---\ntitle: Older meetings\nperiod: 2025-26\nmeetings:\n  - group: Idle Group\n    dates:\n      - 3 February 2026\n      - date: 4 March 2026\n        agenda: https://example.org/agenda\n---\n",
    ),
    (
        "glossary.md",
        "---\nterms:\n  - term: Early help\n    meaning: Help that comes before a crisis.\n  - term: Thin ice\n    meaning: Nobody says this.\n---\n",
    ),
    (
        "pages/privacy.md",
        "---\ntitle: Privacy\nreviewed: 1 May 2024\n---\nAs the law says.\n",
    ),
];

fn plan(name: &str, files: &[&[(&str, &str)]]) -> PathBuf {
    let root = empty_folder(name);
    for (path, text) in files.iter().copied().flatten() {
        let path = root.join("content").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    root
}

fn run(root: &Path, arguments: &[&str]) -> (i32, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_boardplan"))
        .current_dir(root)
        .args(arguments)
        .args(["--as-of", TODAY])
        .env_remove("SOURCE_DATE_EPOCH")
        .env_remove("CLICOLOR_FORCE")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let said = String::from_utf8(output.stdout).unwrap();
    (output.status.code().unwrap(), said)
}

fn json(root: &Path) -> (i32, Value) {
    let (code, said) = run(root, &["report", "--format", "json"]);
    (code, serde_json::from_str(&said).unwrap())
}

/// For each question its key, and for each entry the title, the file, the line and the sentence.
fn found(report: &Value) -> Vec<(String, Vec<String>)> {
    let questions = report["questions"].as_array().unwrap();
    let entry = |entry: &Value| {
        format!(
            "{} | {}:{} | {}",
            entry["title"].as_str().unwrap(),
            entry["file"].as_str().unwrap(),
            entry["line"],
            entry["sentence"].as_str().unwrap(),
        )
    };
    questions
        .iter()
        .map(|question| {
            let entries = question["entries"].as_array().unwrap();
            let key = question["key"].as_str().unwrap().to_owned();
            (key, entries.iter().map(entry).collect())
        })
        .collect()
}

#[test]
fn every_question_finds_what_is_there_at_its_file_and_line() {
    let root = plan("report-faults", &[GOOD, FAULTS]);
    let (code, report) = json(&root);
    assert_eq!(code, 0);
    assert_eq!(report["as_of"], TODAY);
    assert_eq!(report["plan"]["actions"], 3);
    assert_eq!(report["plan"]["late"], 1);
    let safe = "content/plans/2026/2-safe";
    let expected = [
        ("overdue", format!("=Late, and with signs | {safe}/2.1-late.md:4 | \u{201c}May 2026\u{201d} has passed, and this is not finished.")),
        ("due-soon", format!("Soon | {safe}/2.2-soon.md:3 | This is due by 31 January 2027, in 71 days.")),
        ("no-progress", format!("=Late, and with signs | {safe}/2.1-late.md:1 | There is no progress note with a date, and the plan began more than six months ago.")),
        ("no-lead", format!("Soon | {safe}/2.2-soon.md:1 | This action has no lead.")),
        ("no-measure", format!("=Late, and with signs | {safe}/2.1-late.md:1 | This action does not say how success will be seen.")),
        ("no-outcome", format!("Safe | {safe}/priority.md:1 | Neither this priority nor any of its actions names an outcome of the plan.")),
        ("leads-nothing", "Idle Group | content/groups/idle.md:1 | This group leads no action and supports none.".to_owned()),
        ("meets-without-work", "Idle Group | content/groups/idle.md:1 | This group last met on 4 March 2026, but leads and supports nothing in the plan.".to_owned()),
        ("several-spellings", format!("Training Group | {safe}/2.1-late.md:3 | \u{201c}Training Group\u{201d} is also written \u{201c}TRAINING group\u{201d}.")),
        ("no-papers", "Idle Group | content/meetings/2025-26.md:7 | Idle Group met on 3 February 2026; no agenda, papers or minutes are here.".to_owned()),
        ("past-review", "Privacy | content/pages/privacy.md:3 | The last review was more than 12 months ago.".to_owned()),
        ("unexplained-abbreviation", format!("=Late, and with signs | {safe}/2.1-late.md:7 | Nothing explains what LSP stands for.")),
        ("two-senses", format!("=Late, and with signs | {safe}/2.1-late.md:7 | TG stands for \u{201c}training governors\u{201d} here, and for \u{201c}Training Group\u{201d} in \u{201c}Training Group\u{201d}.")),
        ("unused-term", "Thin ice | content/glossary.md:5 | \u{201c}Thin ice\u{201d} is explained here, but no text uses it.".to_owned()),
    ];
    let expected: Vec<(String, Vec<String>)> = expected
        .into_iter()
        .map(|(key, entry)| (key.to_owned(), vec![entry]))
        .collect();
    assert_eq!(found(&report), expected);
    let late = &report["questions"][0]["entries"][0];
    assert_eq!(late["leads"][0], "The TRAINING group");
    assert_eq!(
        (&late["ref"], &late["when"]),
        (&"2.1".into(), &"May 2026".into())
    );
    assert_eq!(late["day"], "2026-05-31");
}

/// Rows of an action of which the first is done, and a note of progress from the future.
const ROWS: &[(&str, &str)] = &[(
    "plans/2026/1-help/1.2-rows.md",
    "---\ntitle: Ask families\nlead: Training Group\nstatus: On track\nmeasures: Answers\ntasks:\n  - {task: Write., due: June 2026, status: Complete}\n  - task: Send.\n    due: as above\n  - task: Count.\n    due: as above\nprogress:\n  - {date: 12 October 2027, note: All is sent.}\n---\n",
)];

#[test]
fn rows_that_take_a_late_date_from_above_are_named_and_a_note_from_the_future_is_told() {
    let root = plan("report-rows", &[GOOD, ROWS]);
    let (_, report) = json(&root);
    let entries = |key: &str| -> Vec<String> {
        let found = found(&report);
        found.into_iter().find(|(own, _)| own == key).unwrap().1
    };
    let file = "content/plans/2026/1-help/1.2-rows.md";
    assert_eq!(
        entries("overdue"),
        [("Send.", 9), ("Count.", 11)].map(|(task, line)| format!(
            "Ask families \u{2013} {task} | {file}:{line} | \u{201c}June 2026\u{201d} has passed, and this is not finished."
        ))
    );
    assert_eq!(
        entries("no-progress"),
        [format!(
            "Ask families | {file}:1 | A progress note is dated after today, and there is none of the last six months."
        )]
    );
}

#[test]
fn the_report_to_read_begins_with_a_summary_and_fits_a_terminal() {
    let root = plan("report-text", &[GOOD, FAULTS]);
    let (code, said) = run(&root, &["report"]);
    assert_eq!(code, 0);
    assert!(said.starts_with("Example Board: how the plan is doing on 21 November 2026\n"));
    assert!(
        said.contains("has 3 actions: 0 finished, 1 overdue as a whole."),
        "{said}"
    );
    let summary = said.find("  1  Without a lead").unwrap();
    let section = said.find("\nWithout a lead (1)\n").unwrap();
    assert!(summary < section);
    assert!(said.contains("Look in: content/plans/2026/2-safe/2.2-soon.md, line 1\n"));
    assert!(
        !said.contains('\u{1b}'),
        "no colours where there is no terminal"
    );
    for line in said.lines() {
        assert!(line.chars().count() <= 100, "{line}");
    }
}

#[test]
fn the_table_runs_no_formula_and_has_a_row_for_each_entry() {
    let root = plan("report-csv", &[GOOD, FAULTS]);
    let (code, said) = run(&root, &["report", "--format", "csv"]);
    assert_eq!(code, 0);
    let lines: Vec<&str> = said.trim_end().split("\r\n").collect();
    assert_eq!(
        lines[0],
        "\u{feff}Question,Ref,Title,Led by,When,Last day,File,Line,What to know"
    );
    assert_eq!(lines.len(), 15);
    assert_eq!(
        lines[1],
        "Overdue,2.1,\"'=Late, and with signs\",The TRAINING group,May 2026,2026-05-31,content/plans/2026/2-safe/2.1-late.md,4,\"\u{201c}May 2026\u{201d} has passed, and this is not finished.\""
    );
    assert!(said.ends_with("\r\n") && !said.ends_with("\r\n\n"));
}

#[test]
fn of_a_plan_in_good_order_nothing_is_found() {
    let root = plan("report-good", &[GOOD]);
    let (code, report) = json(&root);
    assert_eq!(code, 0);
    for (key, entries) in found(&report) {
        assert_eq!(entries, [""; 0], "{key}");
    }
    assert_eq!(
        (&report["errors"], &report["warnings"]),
        (&0.into(), &0.into())
    );
    let (_, said) = run(&root, &["report"]);
    assert!(
        said.contains("\nIn order\n\n  Nothing is overdue.\n"),
        "{said}"
    );
}

#[test]
fn an_error_in_a_file_hides_only_what_could_not_be_read() {
    let broken = [("pages/broken.md", "---\ntitle: [\n---\n")];
    let root = plan("report-errors", &[GOOD, FAULTS, &broken]);
    let (code, report) = json(&root);
    assert_eq!(code, 1, "as for `check`");
    assert_eq!(report["errors"], 1);
    assert!(
        found(&report)
            .iter()
            .any(|(key, entries)| key == "overdue" && entries.len() == 1)
    );
    let (code, said) = run(&root, &["report"]);
    assert_eq!(code, 1);
    assert!(said.contains("Take care: the files have 1 error"), "{said}");
}

#[test]
fn what_is_turned_off_as_a_message_still_stands_in_the_report() {
    let index = format!(
        "{}checks:\n  overdue: off\n---\n",
        GOOD[0].1.trim_end_matches("---\n")
    );
    let quiet = [("index.md", index.as_str())];
    let root = plan("report-quiet", &[GOOD, FAULTS, &quiet]);
    let (_, checked) = run(&root, &["check"]);
    assert!(!checked.contains("has passed"), "{checked}");
    assert_eq!(found(&json(&root).1)[0].1.len(), 1);
}

#[test]
fn only_a_build_for_review_has_the_private_page() {
    let root = plan("report-page", &[GOOD, FAULTS]);
    let (code, said) = run(&root, &["build"]);
    assert_eq!(code, 0, "{said}");
    for (path, bytes) in files_below(&root.join("public")) {
        assert!(!path.starts_with("_boardplan"), "{path}");
        assert!(
            !String::from_utf8_lossy(&bytes).contains("_boardplan"),
            "{path}"
        );
    }
    let (code, said) = run(&root, &["build", "--drafts"]);
    assert_eq!(code, 0, "{said}");
    let site = files_below(&root.join("public"));
    let page = String::from_utf8(site["_boardplan/health.html"].clone()).unwrap();
    assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(page.contains("<strong>Private:</strong>"));
    assert!(page.contains("href=\"../plans/2026/2-safe/2.2-soon.html\""));
    assert!(page.contains("content/plans/2026/2-safe/2.2-soon.md:1"));
    let home = String::from_utf8(site["index.html"].clone()).unwrap();
    assert!(home.contains("href=\"_boardplan/health.html\""));
    // A public build takes it away again.
    run(&root, &["build"]);
    assert!(!root.join("public/_boardplan/health.html").exists());
}

#[test]
fn pages_and_messages_agree_on_what_is_late_and_finished() {
    // A note of the future does not count; one without a date does; a finished action has no late rows.
    let files = [
        (
            "plans/2026/1-help/1.2-future.md",
            "---\ntitle: Future\nlead: Police\ndue: March 2026\nmeasures: Calls\nprogress:\n  - date: 1 January 2028\n    note: Later.\n    status: Complete\n  - date: 1 November 2026\n    note: Now.\n    status: Some delay\n---\n",
        ),
        (
            "plans/2026/1-help/1.3-undated.md",
            "---\ntitle: Undated\nlead: Police\ndue: March 2026\nmeasures: Calls\nprogress:\n  - note: Done.\n    status: Complete\n---\n",
        ),
        (
            "plans/2026/1-help/1.4-rows.md",
            "---\ntitle: Rows\nlead: Police\ndue: March 2026\nstatus: Complete\nmeasures: Calls\ntasks:\n  - task: Ask\n    status: On track\n  - task: Answer\n---\n",
        ),
    ];
    let root = plan("report-standing", &[GOOD, &files]);
    let (_, report) = json(&root);
    assert_eq!(report["plan"]["late"], 1);
    assert_eq!(report["plan"]["finished"], 2);
    let overdue = &found(&report)[0].1;
    assert_eq!(overdue.len(), 1, "{overdue:?}");
    assert!(overdue[0].starts_with("Future | "), "{overdue:?}");
    run(&root, &["build"]);
    let page =
        |name: &str| fs::read_to_string(root.join("public/plans/2026/1-help").join(name)).unwrap();
    let is_late = |name| page(name).contains("Overdue");
    assert!(is_late("1.2-future.html"));
    assert!(!is_late("1.3-undated.html"));
    assert!(!is_late("1.4-rows.html"));
}
