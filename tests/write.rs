//! Writing to a real folder: what is touched, what is not, and what a kill leaves behind.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test may read and write its own folder, and stops where that fails"
)]

mod folders;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use boardplan::output::{OutputPath, Outputs};
use boardplan::read::previous;
use boardplan::write::{Written, lock, write};

use folders::{empty_folder, files_below};

fn site(files: &[(&str, &str)]) -> Outputs {
    let mut outputs = Outputs::default();
    for (path, text) in files {
        outputs.insert(OutputPath::new(*path), *text);
    }
    outputs
}

fn publish(files: &[(&str, &str)], folder: &Path) -> io::Result<Written> {
    let locked = lock(folder)?;
    write(&site(files), &previous(folder)?, &locked)
}

fn written(created: usize, updated: usize, removed: usize, unchanged: usize) -> Written {
    Written {
        created,
        updated,
        removed,
        unchanged,
    }
}

/// The files that a visitor could ask for: all but the manifest.
fn published(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = files_below(folder);
    assert!(files.remove(".boardplan-manifest.json").is_some());
    files
}

fn texts(files: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
    let bytes = |(path, text): &(&str, &str)| ((*path).to_owned(), text.as_bytes().to_vec());
    files.iter().map(bytes).collect()
}

const SITE: [(&str, &str); 3] = [
    ("index.html", "home"),
    ("groups/training.html", "training"),
    ("groups/data/list.json", "[]"),
];

#[test]
fn a_second_build_of_the_same_site_writes_nothing() {
    let folder = empty_folder("write-twice");
    assert_eq!(publish(&SITE, &folder).unwrap(), written(3, 0, 0, 0));
    assert_eq!(published(&folder), texts(&SITE));
    let times = || -> Vec<_> {
        files_below(&folder)
            .keys()
            .map(|path| folder.join(path).metadata().unwrap().modified().unwrap())
            .collect()
    };
    let before = times();
    assert_eq!(publish(&SITE, &folder).unwrap(), written(0, 0, 0, 3));
    assert_eq!(times(), before);
}

#[test]
fn only_what_changed_is_written_and_what_is_gone_is_removed_with_its_empty_folders() {
    let folder = empty_folder("write-changes");
    publish(&SITE, &folder).unwrap();
    let next = [("index.html", "new home"), ("about.html", "about")];
    assert_eq!(publish(&next, &folder).unwrap(), written(1, 1, 2, 0));
    assert_eq!(published(&folder), texts(&next));
    assert!(!folder.join("groups").exists());
}

#[test]
fn a_file_that_somebody_edited_or_deleted_is_put_right() {
    let folder = empty_folder("write-restores");
    publish(&SITE, &folder).unwrap();
    fs::write(folder.join("index.html"), "homE").unwrap();
    fs::remove_dir_all(folder.join("groups/data")).unwrap();
    assert_eq!(publish(&SITE, &folder).unwrap(), written(1, 1, 0, 1));
    assert_eq!(published(&folder), texts(&SITE));
}

#[test]
fn a_folder_of_somebody_else_is_refused_and_left_as_it_was() {
    let folder = empty_folder("write-foreign");
    fs::create_dir_all(folder.join("thesis")).unwrap();
    fs::write(folder.join("thesis/chapter-1.docx"), "years of work").unwrap();
    let error = publish(&SITE, &folder).unwrap_err();
    assert!(
        error.to_string().contains("thesis/chapter-1.docx"),
        "{error}"
    );
    assert_eq!(
        files_below(&folder),
        texts(&[("thesis/chapter-1.docx", "years of work")])
    );
}

#[test]
fn files_of_somebody_else_in_our_folder_stay() {
    let folder = empty_folder("write-guests");
    fs::write(folder.join(".gitignore"), "*").unwrap();
    publish(&SITE, &folder).unwrap();
    fs::write(folder.join("groups/notes.txt"), "mine").unwrap();
    assert_eq!(publish(&SITE[..1], &folder).unwrap(), written(0, 0, 2, 1));
    assert_eq!(
        published(&folder),
        texts(&[
            (".gitignore", "*"),
            ("groups/notes.txt", "mine"),
            ("index.html", "home")
        ])
    );
    let error = publish(&[("groups/notes.txt", "ours")], &folder).unwrap_err();
    assert!(error.to_string().contains("groups/notes.txt"), "{error}");
    assert_eq!(fs::read(folder.join("groups/notes.txt")).unwrap(), b"mine");
}

#[test]
fn what_a_killed_build_left_is_cleared_away() {
    let folder = empty_folder("write-killed");
    publish(&SITE, &folder).unwrap();
    let clean = files_below(&folder);
    fs::write(folder.join(".boardplan-0011223344556677.tmp"), "hal").unwrap();
    fs::write(folder.join("groups/.boardplan-8899aabbccddeeff.tmp"), "").unwrap();
    fs::write(folder.join(".boardplan-lock"), "").unwrap();
    assert_eq!(publish(&SITE, &folder).unwrap(), written(0, 0, 0, 3));
    assert_eq!(files_below(&folder), clean);

    let first = empty_folder("write-killed-first");
    fs::write(first.join(".boardplan-0011223344556677.tmp"), "{").unwrap();
    publish(&SITE, &first).unwrap();
    assert_eq!(files_below(&first), clean);
}

#[test]
fn files_on_record_that_a_killed_build_never_wrote_do_no_harm() {
    let folder = empty_folder("write-half");
    publish(&SITE, &folder).unwrap();
    // As after a kill between the first manifest and the files.
    fs::remove_file(folder.join("groups/training.html")).unwrap();
    fs::remove_file(folder.join("groups/data/list.json")).unwrap();
    assert_eq!(publish(&SITE[..1], &folder).unwrap(), written(0, 0, 0, 1));
    assert_eq!(published(&folder), texts(&SITE[..1]));
    assert!(!folder.join("groups").exists());
}

#[test]
fn a_page_may_become_a_folder_and_a_folder_a_page() {
    let folder = empty_folder("write-turn");
    publish(&[("a", "1"), ("b/c", "2")], &folder).unwrap();
    let turned = [("a/b", "3"), ("b", "4")];
    assert_eq!(publish(&turned, &folder).unwrap(), written(2, 0, 2, 0));
    assert_eq!(published(&folder), texts(&turned));
}

#[test]
fn a_damaged_record_stops_the_build() {
    let folder = empty_folder("write-damaged");
    publish(&SITE, &folder).unwrap();
    for damage in [
        "",
        "{",
        r#"{"made_by":"boardplan","files":{"../x":{"length":0,"hash":""}}}"#,
    ] {
        fs::write(folder.join(".boardplan-manifest.json"), damage).unwrap();
        let error = publish(&SITE, &folder).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::InvalidData);
    }
}

#[test]
fn two_builds_of_one_folder_are_kept_apart() {
    let folder = empty_folder("write-lock");
    let held = lock(&folder).unwrap();
    let error = publish(&SITE, &folder).unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::WouldBlock);
    drop(held);
    assert!(files_below(&folder).is_empty());
    publish(&SITE, &folder).unwrap();
}

#[test]
fn names_that_windows_cannot_hold_are_refused_before_anything_is_written() {
    let folder = empty_folder("write-names");
    for name in ["con.html", "a:b.html", "end."] {
        assert!(publish(&[("ok.html", ""), (name, "")], &folder).is_err());
    }
    assert!(publish(&[("One.html", ""), ("one.html", "")], &folder).is_err());
    assert!(files_below(&folder).is_empty());
}

#[cfg(unix)]
#[test]
fn a_link_is_never_written_through() {
    let folder = empty_folder("write-link");
    let elsewhere = empty_folder("write-link-elsewhere");
    fs::write(elsewhere.join("training.html"), "theirs").unwrap();
    publish(&SITE[..1], &folder).unwrap();
    std::os::unix::fs::symlink(&elsewhere, folder.join("groups")).unwrap();
    assert!(publish(&SITE, &folder).is_err());
    assert_eq!(
        files_below(&elsewhere),
        texts(&[("training.html", "theirs")])
    );
}
