//! The program as a person at a keyboard, or another program, meets it.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test may read and write its own folder, and stops where that fails"
)]

mod folders;

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use folders::{empty_folder, files_below};

fn boardplan(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_boardplan"));
    command
        .current_dir(folder)
        .args(arguments)
        .env_remove("SOURCE_DATE_EPOCH")
        .env_remove("CLICOLOR_FORCE")
        .stdin(Stdio::null());
    command
}

fn run(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    answer(&boardplan(folder, arguments).output().unwrap())
}

fn answer(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (
        output.status.code().unwrap(),
        text(&output.stdout),
        text(&output.stderr),
    )
}

/// A folder with the starter board in it.
fn board(name: &str) -> std::path::PathBuf {
    let folder = empty_folder(name);
    let (code, said, complaints) = run(&folder, &["init", "--board", "Test Board"]);
    assert_eq!((code, complaints.as_str()), (0, ""), "{said}");
    folder
}

#[test]
fn a_new_board_builds_without_a_message_and_a_second_build_writes_nothing() {
    let folder = board("cli-starter");
    let (code, said, complaints) = run(&folder, &["build"]);
    assert_eq!((code, complaints.as_str()), (0, ""), "{said}");
    assert!(said.contains("Your site is ready"), "{said}");
    assert!(said.contains("no errors and no warnings"), "{said}");
    assert!(folder.join("public/index.html").is_file());
    assert!(!folder.join("public/.boardplan-lock").exists());
    let before = files_below(&folder);
    let (code, said, _) = run(&folder, &["build"]);
    assert_eq!(code, 0);
    assert!(said.contains("Nothing had changed"), "{said}");
    assert_eq!(files_below(&folder), before);
}

#[test]
fn an_error_in_the_content_leaves_the_site_as_it_was() {
    let folder = board("cli-error");
    assert_eq!(run(&folder, &["build"]).0, 0);
    let site = files_below(&folder.join("public"));
    fs::write(folder.join("content/pages/broken.md"), "No facts here").unwrap();
    let (code, said, complaints) = run(&folder, &["build"]);
    assert_eq!((code, complaints.as_str()), (1, ""));
    assert!(said.contains("content/pages/broken.md"), "{said}");
    assert!(
        said.ends_with("Nothing was written; your site is as it was.\n"),
        "{said}"
    );
    assert_eq!(files_below(&folder.join("public")), site);
    assert!(!said.contains('\u{1b}'), "colours in a pipe: {said}");
}

#[test]
fn check_writes_nothing_and_ends_with_the_count() {
    let folder = board("cli-check");
    let before = files_below(&folder);
    let (code, said, _) = run(&folder, &["check"]);
    assert_eq!(code, 0, "{said}");
    assert_eq!(
        said,
        "Messages: no errors and no warnings. The site can be built.\n"
    );
    fs::write(folder.join("content/pages/broken.md"), "No facts here").unwrap();
    let (code, said, _) = run(&folder, &["check"]);
    assert_eq!(code, 1);
    assert!(
        said.contains("Messages: 1 error and no warnings."),
        "{said}"
    );
    fs::remove_file(folder.join("content/pages/broken.md")).unwrap();
    assert_eq!(files_below(&folder), before);
}

#[test]
fn the_machine_form_is_one_array_and_nothing_else() {
    let folder = board("cli-json");
    for command in ["check", "build"] {
        let (code, said, _) = run(&folder, &[command, "--format", "json"]);
        assert_eq!(code, 0);
        assert_eq!(said.trim(), "[]");
    }
    fs::write(folder.join("content/pages/broken.md"), "No facts here").unwrap();
    for command in ["check", "build"] {
        let (code, said, complaints) =
            run(&folder, &[command, "--format", "json", "--timings=json"]);
        assert_eq!(code, 1);
        let messages: serde_json::Value = serde_json::from_str(&said).unwrap();
        assert_eq!(messages[0]["file"], "content/pages/broken.md");
        assert_eq!(messages[0]["severity"], "error");
        let timings: serde_json::Value = serde_json::from_str(&complaints).unwrap();
        assert_eq!(timings["stages"][0]["stage"], "read");
    }
}

#[test]
fn what_the_machine_cannot_do_is_said_in_words() {
    let folder = empty_folder("cli-machine");
    let fails = |arguments: &[&str], words: &str| {
        let (code, said, complaints) = run(&folder, arguments);
        assert_eq!((code, said.as_str()), (2, ""), "{complaints}");
        assert!(complaints.contains(words), "{complaints}");
    };
    fails(&["build"], "There is no folder");
    fails(&["check", "--root", "nowhere"], "boardplan init");
    fails(&["explain", "unknown-feild"], "Did you mean unknown-field?");
    fails(&["build", "--as-of", "12/07/2026"], "2026-07-12");
    fails(&["biuld"], "build");
    assert_eq!(run(&folder, &["init"]).0, 0);
    fails(&["init"], "already holds files");
    fs::write(folder.join("file"), "").unwrap();
    fails(&["check", "--root", "file"], "file is a file");
    fails(&["init", "file"], "file is a file");
    fails(
        &["build", "--output", "file"],
        "could not be written to file",
    );
    fails(
        &["build", "--output", "content/site"],
        "lies inside content/",
    );
    fails(
        &["build", "--output", "gone/../content/site"],
        "lies inside content/",
    );
    fails(&["build", "--output", "."], "boardplan did not make");
    fails(&["theme", "new", "Default"], "There is a theme default");
    let output = boardplan(&folder, &["build"])
        .env("SOURCE_DATE_EPOCH", "soon")
        .output();
    let (code, _, complaints) = answer(&output.unwrap());
    assert_eq!(code, 2);
    assert!(complaints.contains("SOURCE_DATE_EPOCH"), "{complaints}");
}

#[test]
fn the_date_comes_from_the_option_else_from_the_environment() {
    let folder = board("cli-date");
    let said = |arguments: &[&str]| {
        let output = boardplan(&folder, arguments)
            .env("SOURCE_DATE_EPOCH", "1783857600")
            .output();
        answer(&output.unwrap()).1
    };
    assert!(said(&["build"]).contains("as on 12 July 2026"));
    assert!(said(&["build", "--as-of", "1 May 2027"]).contains("as on 1 May 2027"));
}

#[test]
fn new_files_go_where_they_belong_and_never_over_another() {
    let folder = board("cli-new");
    let (code, said, _) = run(&folder, &["new", "group", "Quality & Audit Group"]);
    assert_eq!(code, 0, "{said}");
    let file = folder.join("content/groups/quality-audit-group.md");
    assert!(
        fs::read_to_string(&file)
            .unwrap()
            .contains("name: Quality & Audit Group\n")
    );
    fs::write(&file, "mine").unwrap();
    let (code, _, complaints) = run(&folder, &["new", "group", "Quality & Audit Group"]);
    assert_eq!(code, 2);
    assert!(complaints.contains("already there"), "{complaints}");
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");

    // There is one plan with one priority, so nothing has to be said about where.
    let (code, said, _) = run(&folder, &["new", "action", "Listen", "--ref", "1.3"]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("1-early-help/1.3-listen.md"), "{said}");
    assert_eq!(run(&folder, &["new", "plan", "The next plan"]).0, 0);
    let (code, _, complaints) = run(&folder, &["new", "priority", "Voice"]);
    assert_eq!(code, 2);
    assert!(complaints.contains("plans/the-next-plan"), "{complaints}");
    let chosen = [
        "new",
        "priority",
        "Voice",
        "--in",
        "content/plans/the-next-plan",
    ];
    assert_eq!(run(&folder, &chosen).0, 0);
    assert!(
        folder
            .join("content/plans/the-next-plan/voice/priority.md")
            .is_file()
    );
}

#[test]
fn a_new_file_that_could_not_be_published_is_not_added() {
    let folder = board("cli-unfit");
    let before = files_below(&folder);
    for (arguments, words) in [
        (
            ["action", "Listen", "--in", "plans/2026-2029"],
            "is not the folder of a priority",
        ),
        (
            ["action", "Listen", "--in", "plans/2026-2092/1-early-help"],
            "Say which with --in: plans/2026-2029/1-early-help",
        ),
        (
            ["group", "Listeners", "--in", "pages"],
            "This belongs in content/groups",
        ),
        (
            ["page", "Listening", "--in", "Content/pages"],
            "There is no place for content/Content/pages/listening.md",
        ),
        (
            ["page", "Search", "--in", "pages"],
            "boardplan makes itself",
        ),
        (["page", "Readme", "--in", "pages"], "passes over files"),
        (["page", "Con", "--in", "pages"], "content/pages/con.md"),
    ] {
        let (code, _, complaints) = run(&folder, &[&["new"], &arguments[..]].concat());
        assert_eq!(code, 2, "{arguments:?}");
        assert!(complaints.contains(words), "{complaints}");
    }
    assert_eq!(files_below(&folder), before);
    let (code, said, _) = run(
        &folder,
        &["new", "action", "Listen", "--in", "1-early-help"],
    );
    assert_eq!(code, 0);
    assert!(
        said.contains("content/plans/2026-2029/1-early-help/listen.md"),
        "{said}"
    );
}

#[test]
fn a_build_with_drafts_says_that_it_is_not_for_the_public() {
    let folder = board("cli-drafts");
    let (_, said, _) = run(&folder, &["build"]);
    assert!(!said.contains("Do not publish"), "{said}");
    let (_, said, _) = run(&folder, &["build", "--drafts"]);
    assert!(
        said.contains("Do not publish it: it holds drafts"),
        "{said}"
    );
    let home = fs::read_to_string(folder.join("public/index.html")).unwrap();
    assert!(home.contains("noindex"), "{home}");
}

#[test]
fn a_report_for_a_spreadsheet_says_elsewhere_that_it_is_incomplete() {
    let folder = board("cli-report");
    let csv = ["report", "--format", "csv"];
    assert_eq!(run(&folder, &csv).2, "");
    fs::write(folder.join("content/pages/broken.md"), "No facts").unwrap();
    let (code, said, complaints) = run(&folder, &csv);
    assert_eq!(code, 1);
    assert!(
        complaints.contains("the files have 1 error"),
        "{complaints}"
    );
    assert!(!said.contains("Take care"), "{said}");
}

#[test]
fn code_hosts_are_told_where_a_file_stands_in_the_repository() {
    let parent = empty_folder("cli-hosts");
    assert_eq!(run(&parent, &["init", "my board"]).0, 0);
    fs::write(parent.join("my board/content/pages/broken.md"), "No facts").unwrap();
    let said = |format| {
        run(
            &parent,
            &["check", "--root", "./my board/", "--format", format],
        )
        .1
    };
    assert!(said("github").contains("file=my board/content/pages/broken.md"));
    assert!(said("sarif").contains("\"uri\": \"my%20board/content/pages/broken.md\""));
    assert!(said("json").contains("\"file\": \"content/pages/broken.md\""));
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let folder = board("cli-pipe");
    for arguments in [&["check"][..], &["explain"], &["--help"]] {
        let mut child = boardplan(&folder, arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let (code, _, complaints) = answer(&output);
        assert_eq!((code, complaints.as_str()), (0, ""), "{arguments:?}");
    }
}

#[test]
fn a_copy_for_comment_is_marked_on_every_page_and_holds_drafts() {
    let folder = board("cli-copy");
    let draft = "---\ntitle: A draft\ndraft: true\n---\n\nNot yet.\n";
    fs::create_dir_all(folder.join("content/pages")).unwrap();
    fs::write(folder.join("content/pages/draft.md"), draft).unwrap();
    let (code, _, said) = run(&folder, &["build", "--preview", "--output", "copy"]);
    assert_eq!(code, 0, "{said}");
    let files = files_below(&folder.join("copy"));
    assert!(files.contains_key("draft.html"));
    assert_eq!(files["robots.txt"], b"User-agent: *\nDisallow: /\n");
    for (path, bytes) in &files {
        assert!(!path.starts_with("_boardplan/"), "{path}");
        if path.ends_with(".html") {
            let html = String::from_utf8_lossy(bytes);
            assert!(html.contains("It is not published"), "{path}");
            assert!(html.contains("content=\"noindex\""), "{path}");
        }
    }
    let (code, _, said) = run(&folder, &["build", "--preview"]);
    assert_eq!(code, 0, "{said}");
    let archive = fs::read(folder.join("preview.zip")).unwrap();
    assert!(archive.starts_with(b"PK\x03\x04"));
    run(&folder, &["build", "--preview"]);
    assert_eq!(fs::read(folder.join("preview.zip")).unwrap(), archive);
    assert!(!folder.join("public").exists());
}
