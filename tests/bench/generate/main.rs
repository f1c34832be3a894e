//! `generate-plan --actions 1000 --out DIR`: writes an invented plan of a given size into `DIR/content/`.
//!
//! Benchmarks need plans of 100, 1,000 and 10,000 actions. The same size gives the same bytes on every machine, and the
//! plan is clean: `boardplan check --as-of 2026-11-21` has nothing to say about it.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "a tool of its own: it has no stages, so it writes its files and speaks itself"
)]

mod random;
mod size;

#[rustfmt::skip] // a list of words is easier to read in lines than in a column
mod words;

mod text;
mod yaml;

mod names;

mod plan;

mod action;
mod entries;
mod meetings;
mod pages;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::names::Names;
use crate::size::Size;

const USAGE: &str = "Usage: generate-plan --actions NUMBER [--terms NUMBER] --out FOLDER\n\n\
    There are 50 to 10000 actions, and 4 to 3000 terms; without --terms these follow from the actions.\n\
    FOLDER is made if it is missing, and must be empty.";

/// A file of the plan: its path below `content/`, with forward slashes, and its text.
struct File {
    path: String,
    text: String,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments
        .iter()
        .any(|argument| argument == "--help" || argument == "-h")
    {
        println!("{USAGE}");
        return ExitCode::SUCCESS;
    }
    let (size, folder) = match read_arguments(&arguments) {
        Ok(found) => found,
        Err(message) => {
            eprintln!("{message}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let files = generate(size);
    match write(&folder, &files) {
        Ok(()) => {
            println!(
                "Wrote {} files to {}.",
                files.len(),
                folder.join("content").display()
            );
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("Could not write to {}: {error}", folder.display());
            ExitCode::from(2)
        }
    }
}

/// All files of a plan of that size. Pure: the same size always gives the same files in the same order.
fn generate(size: Size) -> Vec<File> {
    let names = Names::invent(size);
    let mut files = plan::files(size, &names);
    files.extend((0..size.actions).map(|index| action::file(index, size, &names)));
    files.extend(entries::files(size, &names));
    files.push(meetings::file(&names));
    files.extend(pages::files(&names));
    files
}

fn read_arguments(arguments: &[String]) -> Result<(Size, PathBuf), String> {
    let mut actions = None;
    let mut terms = None;
    let mut folder = None;
    let mut rest = arguments.iter();
    while let Some(option) = rest.next() {
        let value = rest
            .next()
            .ok_or_else(|| format!("{option} needs a value after it."))?;
        match option.as_str() {
            "--actions" => actions = Some(whole_number(value)?),
            "--terms" => terms = Some(whole_number(value)?),
            "--out" => folder = Some(PathBuf::from(value)),
            _ => return Err(format!("There is no option {option}.")),
        }
    }
    let actions = actions.ok_or("Say how many actions the plan should have.")?;
    let folder = folder.ok_or("Say which folder to write to.")?;
    let size = Size::of(actions)?;
    let size = match terms {
        Some(terms) => size.with_terms(terms)?,
        None => size,
    };
    Ok((size, folder))
}

fn whole_number(value: &str) -> Result<usize, String> {
    value
        .parse()
        .map_err(|_| format!("{value} is not a whole number."))
}

fn write(folder: &Path, files: &[File]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    if fs::read_dir(folder)?.next().is_some() {
        return Err(io::Error::new(
            io::ErrorKind::DirectoryNotEmpty,
            "the folder is not empty; name a new one",
        ));
    }
    let content = folder.join("content");
    for file in files {
        let path = content.join(&file.path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, &file.text)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn the_same_size_gives_the_same_files() {
        let size = Size::of(100).expect("100 is allowed");
        let (one, two) = (generate(size), generate(size));
        assert!(
            one.iter()
                .zip(&two)
                .all(|(a, b)| a.path == b.path && a.text == b.text)
        );
        assert_eq!(one.len(), two.len());
    }

    #[test]
    fn no_path_is_used_twice_even_in_another_case() {
        let files = generate(Size::of(1000).expect("1,000 is allowed"));
        let paths: HashSet<String> = files.iter().map(|file| file.path.to_lowercase()).collect();
        assert_eq!(paths.len(), files.len());
    }

    #[test]
    fn a_folder_with_files_is_refused() {
        let error = write(Path::new("."), &[]).expect_err("tests run in the project's folder");
        assert_eq!(error.kind(), io::ErrorKind::DirectoryNotEmpty);
    }
}
