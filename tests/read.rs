//! Reading a real folder: everything is found, in one order, and nothing is followed or understood.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test may read and write its own folder, and stops where that fails"
)]

mod folders;

use std::fs;
use std::io;

use boardplan::read::{read, snapshot};
use boardplan::source::{Entry, Found};

use folders::empty_folder;

fn file(path: &str, bytes: &[u8]) -> Entry {
    Entry {
        path: path.to_owned(),
        found: Found::File(bytes.to_vec()),
    }
}

#[test]
fn content_is_sorted_and_hidden_files_are_left_out() {
    let root = empty_folder("read-sorted");
    for (path, text) in [
        ("content/index.md", "home"),
        ("content/groups/b.md", "b"),
        ("content/groups/a.md", "\u{feff}a"),
        ("content/groups.md", "g"),
        ("content/.git/config", "hidden"),
        ("content/empty/.gitkeep", ""),
    ] {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let sources = read(&root).unwrap();
    let empty = Entry {
        path: "empty".to_owned(),
        found: Found::EmptyFolder,
    };
    assert_eq!(
        sources.content,
        [
            empty,
            file("groups.md", b"g"),
            file("groups/a.md", "\u{feff}a".as_bytes()),
            file("groups/b.md", b"b"),
            file("index.md", b"home"),
        ]
    );
}

#[test]
fn a_theme_folder_of_ones_own_stands_in_for_the_built_in_one() {
    let root = empty_folder("read-themes");
    fs::create_dir_all(root.join("content")).unwrap();
    let names = || -> Vec<(String, String)> {
        let themes = read(&root).unwrap().themes;
        themes
            .into_iter()
            .map(|theme| (theme.name, theme.origin))
            .collect()
    };
    let pair = |name: &str, origin: &str| (name.to_owned(), origin.to_owned());
    let report = pair("report", "built-in theme report");
    assert_eq!(
        names(),
        [pair("default", "built-in theme default"), report.clone()]
    );
    fs::create_dir_all(root.join("themes/ours/pages")).unwrap();
    fs::write(root.join("themes/README.md"), "not a theme").unwrap();
    fs::write(root.join("themes/ours/pages/home.html"), "<p>").unwrap();
    assert_eq!(
        names(),
        [
            pair("default", "built-in theme default"),
            pair("ours", "themes/ours"),
            report.clone()
        ]
    );
    fs::create_dir_all(root.join("themes/default")).unwrap();
    assert_eq!(
        names(),
        [
            pair("default", "themes/default"),
            pair("ours", "themes/ours"),
            report
        ]
    );
    assert_eq!(
        read(&root).unwrap().themes[1].files[0].path,
        "pages/home.html"
    );
}

#[test]
fn a_missing_content_folder_is_said_in_words() {
    let root = empty_folder("read-missing");
    let error = read(&root).unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::NotFound);
    assert!(error.to_string().contains("There is no folder"), "{error}");
}

#[test]
fn a_change_of_any_file_changes_the_snapshot() {
    let root = empty_folder("read-snapshot");
    fs::create_dir_all(root.join("content/groups")).unwrap();
    fs::write(root.join("content/index.md"), "home").unwrap();
    let mut last = snapshot(&root);
    assert_eq!(snapshot(&root), last);
    let mut changed = |what: &str| {
        let now = snapshot(&root);
        assert_ne!(now, last, "{what}");
        last = now;
    };
    fs::write(root.join("content/index.md"), "home!").unwrap();
    changed("a longer file");
    fs::write(root.join("content/groups/a.md"), "").unwrap();
    changed("a new file");
    fs::rename(
        root.join("content/groups/a.md"),
        root.join("content/groups/b.md"),
    )
    .unwrap();
    changed("a new name");
    fs::remove_dir_all(root.join("content/groups")).unwrap();
    changed("a folder gone");
    fs::create_dir_all(root.join("themes/ours")).unwrap();
    changed("a new theme");
}

#[cfg(unix)]
#[test]
fn links_pipes_and_bad_names_are_reported_and_not_opened() {
    use std::os::unix::ffi::OsStrExt as _;
    let root = empty_folder("read-odd");
    let content = root.join("content");
    fs::create_dir_all(&content).unwrap();
    fs::write(root.join("secret.md"), "secret").unwrap();
    std::os::unix::fs::symlink(root.join("secret.md"), content.join("a-link.md")).unwrap();
    std::os::unix::fs::symlink("nowhere", content.join("b-link.md")).unwrap();
    std::os::unix::fs::symlink(&root, content.join("c-folder")).unwrap();
    let socket = std::os::unix::net::UnixListener::bind(content.join("d-socket")).unwrap();
    fs::write(content.join(std::ffi::OsStr::from_bytes(b"e-\xff.md")), "x").unwrap();
    let found: Vec<_> = read(&root).unwrap().content;
    drop(socket);
    assert_eq!(found[0].found, Found::Link { dangling: false });
    assert_eq!(found[1].found, Found::Link { dangling: true });
    assert_eq!(found[2].found, Found::Link { dangling: false });
    assert!(matches!(found[3].found, Found::Unreadable(_)));
    assert_eq!(found[4].found, Found::BadName);
    assert_eq!(found.len(), 5);
}
