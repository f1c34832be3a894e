//! A mistake gives a message with file, line, words and help, and leaves the site as it was.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test runs the program in folders of its own, and stops where that fails"
)]

mod folders;

use std::path::{Path, PathBuf};
use std::process::Command;

use folders::{empty_folder, files_below};
use serde_json::Value;

const INDEX: &str = "---\nboard:\n  name: Marlshire Safeguarding Board\naccessibility:\n  compliance: partially\n  prepared: 2026-10-01\n  reviewed: 2026-10-01\n---\nWelcome.\n";

/// A small site that was built once, to which one mistake is then added.
struct Site {
    root: PathBuf,
}

impl Site {
    fn new(name: &str) -> Self {
        let site = Self {
            root: empty_folder(&format!("bad-input-{name}")),
        };
        site.write("content/index.md", INDEX);
        site.write(
            "content/groups/training.md",
            "---\nname: Training Group\n---\nIt trains.\n",
        );
        site.write(
            "content/pages/about.md",
            "---\ntitle: About us\n---\nWho we are.\n",
        );
        let (code, messages) = site.build();
        assert_eq!((code, messages.len()), (0, 0), "{messages:?}");
        site
    }

    fn write(&self, path: &str, text: &str) {
        let file = self.root.join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, text).unwrap();
    }

    fn build(&self) -> (i32, Vec<Value>) {
        let result = Command::new(env!("CARGO_BIN_EXE_boardplan"))
            .args([
                "build",
                "--format",
                "json",
                "--as-of",
                "2026-11-21",
                "--root",
            ])
            .arg(&self.root)
            .output()
            .unwrap();
        let messages = serde_json::from_slice(&result.stdout).unwrap();
        (result.status.code().unwrap(), messages)
    }

    /// Builds again; there is one message, at this place, and the site is as it was.
    fn refuses(&self, code: &str, file: &str, line: u64) {
        let public = self.root.join("public");
        let before = files_below(&public);
        let (exit, messages) = self.build();
        assert_eq!(exit, 1, "{messages:?}");
        assert_eq!(messages.len(), 1, "{messages:?}");
        let message = &messages[0];
        assert_eq!(message["code"], code, "{message}");
        assert_eq!(message["severity"], "error");
        assert_eq!(message["file"], file, "{message}");
        assert_eq!(message["line"], line, "{message}");
        assert!(message["message"].as_str().unwrap().len() > 10, "{message}");
        assert!(message["help"].as_str().unwrap().len() > 10, "{message}");
        assert_eq!(files_below(&public), before, "the site is as it was");
    }
}

#[test]
fn facts_that_cannot_be_read() {
    let site = Site::new("yaml");
    site.write("content/pages/about.md", "---\ntitle: About: us\n---\n");
    site.refuses("bad-front-matter", "content/pages/about.md", 2);
}

#[test]
fn a_field_that_is_not_known() {
    let site = Site::new("field");
    site.write(
        "content/pages/about.md",
        "---\ntitle: About us\nsumary: Who\n---\n",
    );
    site.refuses("unknown-field", "content/pages/about.md", 3);
}

#[test]
fn a_name_that_must_be_known() {
    let site = Site::new("name");
    site.write(
        "content/groups/panel.md",
        "---\nname: Youth Panel\nreports_to: Trainning\n---\n",
    );
    site.refuses("unknown-name", "content/groups/panel.md", 3);
}

#[test]
fn a_date_that_does_not_exist() {
    let site = Site::new("date");
    site.write(
        "content/pages/about.md",
        "---\ntitle: About us\nupdated: 31 April 2026\n---\n",
    );
    site.refuses("bad-date", "content/pages/about.md", 3);
}

#[test]
fn a_link_that_leads_nowhere() {
    let site = Site::new("link");
    site.write(
        "content/pages/about.md",
        "---\ntitle: About us\n---\n\nSee [the plan](plan.md).\n",
    );
    site.refuses("dead-link", "content/pages/about.md", 5);
}

#[test]
fn two_files_at_one_address() {
    let site = Site::new("address");
    site.write(
        "content/pages/groups/training.md",
        "---\ntitle: Training\n---\n",
    );
    site.refuses("same-address", "content/pages/groups/training.md", 1);
}

#[test]
fn a_template_that_is_broken() {
    let site = Site::new("template");
    site.write(
        "content/index.md",
        &INDEX.replace("---\nboard", "---\ntheme: ours\nboard"),
    );
    site.write(
        "themes/ours/theme.yaml",
        "name: Ours\nextends: default\nversion: 1.0.0\n",
    );
    let (code, messages) = site.build();
    assert_eq!((code, messages.len()), (0, 0), "{messages:?}");
    site.write(
        "themes/ours/pages/document.html",
        "<h1>{{ page.title }}</h1>\n<p>{{ page.titel }}</p>\n",
    );
    site.refuses("broken-theme", "themes/ours/pages/document.html", 2);
}

#[test]
fn an_output_folder_that_cannot_be_written() {
    let site = Site::new("unwritable");
    let result = Command::new(env!("CARGO_BIN_EXE_boardplan"))
        .args(["build", "--as-of", "2026-11-21", "--root"])
        .arg(&site.root)
        .arg("--output")
        .arg(Path::new(&site.root).join("content/index.md/inside"))
        .output()
        .unwrap();
    assert_eq!(result.status.code(), Some(2));
    let said = String::from_utf8_lossy(&result.stderr).into_owned();
    assert!(said.contains("inside"), "{said}");
}
