//! `themes/README.md` is a tutorial: its files and commands do what it says.

#![allow(
    clippy::disallowed_methods,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test writes files and runs the program, and stops where it cannot"
)]

mod folders;

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::folders::empty_folder;

/// What the tutorial promises: a logo, a colour and one block.
const MOST_FILES: usize = 3;
const MOST_LINES: usize = 15;

#[test]
fn the_theme_of_the_tutorial_works_and_is_short() {
    let readme = fs::read_to_string("themes/README.md").unwrap();
    let root = empty_folder("theme-tutorial");
    run(&root, "boardplan init .");

    let blocks = code_blocks(&readme);
    let files: Vec<(&str, &str)> = blocks
        .iter()
        .filter_map(|block| Some((path_of(block)?, *block)))
        .filter(|(path, _)| path.starts_with("themes/seaside/"))
        .collect();
    assert!((1..=MOST_FILES).contains(&files.len()), "{files:?}");
    let lines: usize = files.iter().map(|(_, text)| text.lines().count()).sum();
    assert!(lines <= MOST_LINES, "{lines} lines");
    for (path, text) in &files {
        let file = root.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    let commands: Vec<&str> = blocks
        .iter()
        .flat_map(|block| block.lines())
        .filter(|line| line.starts_with("boardplan ") && line.contains("seaside"))
        .collect();
    assert!(!commands.is_empty());
    for command in commands {
        run(&root, command);
    }

    let index = root.join("content/index.md");
    let text = fs::read_to_string(&index).unwrap();
    fs::write(&index, text.replacen("---\n", "---\ntheme: seaside\n", 1)).unwrap();
    run(&root, "boardplan build");
    let home = fs::read_to_string(root.join("public/index.html")).unwrap();
    assert!(home.contains("seaside-logo"), "{home}");
    let styles = fs::read_dir(root.join("public/assets"))
        .unwrap()
        .filter_map(|entry| fs::read_to_string(entry.unwrap().path()).ok())
        .any(|text| text.contains("#0b5c7a"));
    assert!(styles, "the colour is in no style sheet");
}

fn run(root: &Path, command: &str) {
    let output = Command::new(env!("CARGO_BIN_EXE_boardplan"))
        .args(command.split_whitespace().skip(1))
        .current_dir(root)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{command}: {said}{output:?}");
}

/// The insides of all blocks between ``` lines.
fn code_blocks(text: &str) -> Vec<&str> {
    text.split("\n```")
        .skip(1)
        .step_by(2)
        .filter_map(|block| block.split_once('\n'))
        .map(|(_, inside)| inside)
        .collect()
}

/// The path in the comment on the first line of a block.
fn path_of(block: &str) -> Option<&str> {
    let first = block.lines().next()?;
    let comment = first.trim_start_matches(['#', '/', '*', '{', ' ']);
    let path = comment.split_whitespace().next()?;
    (path != first && path.contains('/')).then_some(path)
}
