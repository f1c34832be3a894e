//! The preview on a real port, with real edits.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test may read and write its own folder, and stops where that fails"
)]

mod folders;
mod preview;

use std::fs;
use std::net::{Ipv4Addr, TcpListener};

use folders::{empty_folder, files_below};
use preview::{Preview, line_with, page, program};

#[test]
fn pages_are_served_from_memory_and_follow_every_edit() {
    let mut preview = Preview::start("serve-edits", &["--port", "0"]);
    preview.says("The preview is up to date");
    let (status, home) = preview.get("/");
    assert_eq!(status, 200);
    for header in [
        "Content-Type: text/html; charset=utf-8\r\n",
        "Cache-Control: no-store\r\n",
        "X-Content-Type-Options: nosniff\r\n",
        "Content-Length: ",
    ] {
        assert!(home.contains(header), "{home}");
    }
    assert!(home.contains("/_boardplan/preview.js"), "{home}");
    assert_eq!(preview.get("/_boardplan/preview.js").0, 200);

    let (mut stream, mut edition) = preview.listen();
    let mut changes = |preview: &Preview, path: &str, text: &str| {
        preview.write(path, text);
        let next = line_with(&mut stream, "data: ");
        assert_ne!(next, edition);
        edition = next;
    };
    changes(&preview, "pages/new.md", &page("First words"));
    assert!(preview.get("/new.html").1.contains("First words"));
    changes(&preview, "pages/new.md", &page("Other words"));
    assert!(preview.get("/new.html").1.contains("Other words"));
    // A file in a folder that is made at the same moment.
    changes(&preview, "pages/deep/er/inside.md", &page("Far inside"));
    assert!(preview.get("/deep/er/inside.html").1.contains("Far inside"));

    // An editor that writes a new file and moves it over the old one.
    let content = preview.folder.join("content/pages");
    fs::write(content.join(".new.md.swp"), page("Swapped words")).unwrap();
    fs::rename(content.join(".new.md.swp"), content.join("new.md")).unwrap();
    line_with(&mut stream, "data: ");
    assert!(preview.get("/new.html").1.contains("Swapped words"));
    fs::remove_file(content.join("new.md")).unwrap();
    line_with(&mut stream, "data: ");
    assert_eq!(preview.get("/new.html").0, 404);
    assert!(!preview.folder.join("public").exists());
}

#[test]
fn a_mistake_is_shown_over_the_last_good_site_until_it_is_mended() {
    let mut preview = Preview::start("serve-mistake", &["--port", "0"]);
    preview.says("The preview is up to date");
    preview.write("pages/new.md", &page("Good words"));
    preview.says("The preview is up to date");
    preview.write("pages/new.md", "No facts, <b>only</b> words");
    preview.says("The preview shows the errors");
    let (status, html) = preview.get("/new.html");
    assert_eq!(status, 200);
    assert!(html.contains("Good words"), "{html}");
    assert!(html.contains("1 error must be mended"), "{html}");
    assert!(html.contains("content/pages/new.md, line 1"), "{html}");
    preview.write("pages/new.md", &page("Good words"));
    preview.says("The preview is up to date");
    let (_, html) = preview.get("/new.html");
    assert!(!html.contains("boardplan-problems"), "{html}");
}

#[test]
fn the_folder_may_go_away_and_come_back() {
    let mut preview = Preview::start("serve-away", &["--port", "0"]);
    preview.says("The preview is up to date");
    let content = preview.folder.join("content");
    let away = preview.folder.join("away");
    fs::rename(&content, &away).unwrap();
    preview.says("The plan cannot be read at the moment");
    assert!(
        preview
            .get("/")
            .1
            .contains("The plan cannot be read at the moment")
    );
    fs::rename(&away, &content).unwrap();
    preview.says("The preview is up to date");
    preview.write("pages/new.md", &page("Back again"));
    preview.says("The preview is up to date");
    assert!(preview.get("/new.html").1.contains("Back again"));
}

#[test]
fn without_events_changes_are_found_by_looking() {
    let mut preview = Preview::start("serve-poll", &["--port", "0", "--poll"]);
    preview.says("The preview is up to date");
    preview.write("pages/new.md", &page("Seen"));
    preview.says("The preview is up to date");
    assert!(preview.get("/new.html").1.contains("Seen"));
}

#[test]
fn a_port_that_is_taken_is_passed_over_and_said() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let preview = Preview::start("serve-port", &["--port", &port.to_string()]);
    assert_ne!(preview.address.port(), port);
    assert_eq!(preview.get("/").0, 200);
}

#[test]
fn what_cannot_be_served_is_said_in_words() {
    let folder = empty_folder("serve-nothing");
    let output = program(&folder, &["serve", "--port", "0"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let complaint = String::from_utf8(output.stderr).unwrap();
    assert!(complaint.contains("There is no folder"), "{complaint}");
    assert!(files_below(&folder).is_empty());
    assert!(
        program(&folder, &["init"])
            .output()
            .unwrap()
            .status
            .success()
    );
    // 203.0.113.0/24 is for documentation, so no computer has this address (RFC 5737).
    let output = program(&folder, &["serve", "--host", "203.0.113.7", "--port", "0"]);
    let output = { output }.output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let complaint = String::from_utf8(output.stderr).unwrap();
    assert!(
        complaint.contains("is not an address of this computer"),
        "{complaint}"
    );
    for (option, value, words) in [
        ("--host", "eth0", "write an address in numbers"),
        ("--port", "http", "write a number"),
        ("--port", "70000", "write a number"),
        ("--editor", "code", "does not say where the file goes"),
    ] {
        let output = program(&folder, &["serve", option, value])
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(2));
        let complaint = String::from_utf8(output.stderr).unwrap();
        assert!(complaint.contains(words), "{complaint}");
    }
}

#[test]
fn localhost_is_this_computer() {
    let preview = Preview::start("serve-localhost", &["--port", "0", "--host", "localhost"]);
    assert_eq!(preview.address.ip(), Ipv4Addr::LOCALHOST);
}
