//! The rules of the house (`src/README.md`), read from the source itself. A failure says what to do.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test may read this project, and stops where that fails"
)]

use std::fs;
use std::path::Path;

/// Where each outside crate may be named: one door, so that it can be replaced in one place.
const DOORS: &[(&str, &[&str])] = &[
    ("annotate_snippets", &["src/diagnostic/people.rs"]),
    ("anstream", &["src/cli/"]),
    ("clap", &["src/cli/"]),
    ("cssparser", &["src/css.rs"]),
    ("exif", &["src/parse/picture.rs"]),
    ("flate2", &["src/write/archive.rs"]),
    ("getrandom", &["src/serve/editor.rs"]),
    ("html5gum", &["src/audit/facts.rs", "src/parse/picture.rs"]),
    ("imagesize", &["src/parse/picture.rs"]),
    (
        "include_dir",
        &["src/read/builtin.rs", "src/check/explain.rs"],
    ),
    ("notify", &["src/serve/watch.rs"]),
    ("percent_encoding", &["src/address.rs"]),
    ("pulldown_cmark", &["src/parse/markdown"]),
    ("rawzip", &["src/write/archive.rs"]),
    ("rustix", &["src/cli/timing.rs"]),
    ("saphyr_parser", &["src/parse/yaml"]),
    ("serde_yaml", &["src/parse/theme", "src/scaffold/"]),
    ("strsim", &["src/diagnostic/nearest.rs"]),
    ("tera", &["src/render/"]),
    ("terminal_size", &["src/cli/terminal.rs"]),
    ("tiny_http", &["src/serve/http.rs"]),
    ("walkdir", &["src/read/"]),
];

/// Crates that any room may use: they are languages of their own, and do nothing behind our back.
const ANYWHERE: &[&str] = &[
    "aho_corasick",
    "blake3",
    "jiff",
    "rayon",
    "serde",
    "serde_json",
    "unicode_normalization",
];

/// The rooms that touch the outside world, and may therefore lift clippy's ban on doing so.
const OPEN_ROOMS: &[&str] = &["src/read/", "src/write/", "src/cli/", "src/serve/"];

/// The most lines that a file may have.
const MOST_LINES: usize = 600;

#[test]
fn a_module_imports_only_what_stands_above_it_in_lib_rs() {
    let order = module_order(&read("src/lib.rs"));
    report(
        sources("src")
            .iter()
            .flat_map(|(path, text)| wrong_imports(path, text, &order)),
    );
}

#[test]
fn each_outside_crate_has_one_door() {
    report(
        sources("src")
            .iter()
            .flat_map(|(path, text)| side_doors(path, text)),
    );
}

#[test]
fn every_dependency_has_a_place() {
    report(homeless_dependencies(&read("Cargo.toml")));
}

#[test]
fn only_the_rooms_at_the_edge_touch_the_outside_world() {
    report(
        sources("src")
            .iter()
            .flat_map(|(path, text)| lifted_bans(path, text)),
    );
}

#[test]
fn files_are_of_moderate_size() {
    let files = [sources("src"), sources("tests")].concat();
    report(files.iter().flat_map(|(path, text)| too_long(path, text)));
}

#[test]
fn names_are_imported_one_by_one() {
    report(
        sources("src")
            .iter()
            .flat_map(|(path, text)| star_imports(path, text)),
    );
}

// The rules, each as a function of text, so that the tests below can break them.

/// The modules of the library in the order of their `mod` lines.
fn module_order(lib: &str) -> Vec<String> {
    code_lines(lib)
        .filter_map(|(_, line)| {
            let line = line.trim().trim_start_matches("pub ");
            let name = line.strip_prefix("mod ")?.strip_suffix(';')?;
            Some(name.to_owned())
        })
        .collect()
}

fn wrong_imports(path: &str, text: &str, order: &[String]) -> Vec<String> {
    let room = room_of(path);
    if matches!(room, "lib" | "main") {
        return Vec::new();
    }
    let place = |name: &str| order.iter().position(|module| module == name);
    let Some(here) = place(room) else {
        return vec![format!(
            "{path}: add `mod {room};` to src/lib.rs, at the place where data meets it"
        )];
    };
    crate_names(text)
        .into_iter()
        .filter_map(|(line, name)| {
            let there = place(&name)?;
            (there > here).then(|| {
                format!(
                    "{path}:{line}: `{room}` must not know `crate::{name}`, which stands below it \
                     in src/lib.rs. Move what both need into a module above them, or hand it over \
                     as an argument"
                )
            })
        })
        .collect()
}

fn side_doors(path: &str, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (number, line) in code_lines(text) {
        for (name, doors) in DOORS {
            if names_crate(line, name) && !doors.iter().any(|door| path.starts_with(door)) {
                found.push(format!(
                    "{path}:{number}: `{name}` has its door in {}. Ask there for what you need, in \
                     a type of our own",
                    doors.join(" and ")
                ));
            }
        }
    }
    found
}

fn homeless_dependencies(manifest: &str) -> Vec<String> {
    let mut is_in_dependencies = false;
    let mut found = Vec::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            is_in_dependencies = line.ends_with("dependencies]") && !line.contains("dev-");
        } else if let (true, Some((name, _))) = (is_in_dependencies, line.split_once('=')) {
            let name = name.trim().replace('-', "_");
            let is_known =
                DOORS.iter().any(|(door, _)| *door == name) || ANYWHERE.contains(&name.as_str());
            if !is_known {
                found.push(format!(
                    "Cargo.toml: give `{name}` a door in DOORS of tests/tidy.rs, or put it into \
                     ANYWHERE and say in the commit why every room may use it"
                ));
            }
        }
    }
    found
}

fn lifted_bans(path: &str, text: &str) -> Vec<String> {
    if OPEN_ROOMS.iter().any(|room| path.starts_with(room)) {
        return Vec::new();
    }
    code_lines(without_tests(text))
        .filter(|(_, line)| line.contains("clippy::disallowed_"))
        .map(|(number, _)| {
            format!(
                "{path}:{number}: only {} may read, write, know the time or speak to the terminal. \
                 Take what you need as an argument",
                OPEN_ROOMS.join(", ")
            )
        })
        .collect()
}

fn too_long(path: &str, text: &str) -> Option<String> {
    let lines = text.lines().count();
    (lines > MOST_LINES).then(|| {
        format!(
            "{path}: {lines} lines. Find the second thing that this file does, and give it a file \
             of its own (at most {MOST_LINES} lines)"
        )
    })
}

fn star_imports(path: &str, text: &str) -> Vec<String> {
    code_lines(without_tests(text))
        .filter(|(_, line)| line.contains("use super::*"))
        .map(|(number, _)| {
            format!("{path}:{number}: name what you import; `use super::*` is for test modules")
        })
        .collect()
}

// How source is read: line by line, which is enough for code that rustfmt has laid out.

/// Lines with their numbers, without comments.
fn code_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line))
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// A file up to its test module, which stands at its bottom.
fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests").next().unwrap_or(text)
}

/// `parse` for `src/parse/yaml.rs` and for `src/parse.rs`.
fn room_of(path: &str) -> &str {
    let path = path.trim_start_matches("src/");
    let first = path.split('/').next().unwrap_or(path);
    first.trim_end_matches(".rs")
}

/// The modules named as `crate::name` or in `crate::{name, …}`, each with its line.
fn crate_names(text: &str) -> Vec<(usize, String)> {
    let code: Vec<(usize, &str)> = code_lines(text).collect();
    let mut found = Vec::new();
    for (index, (number, line)) in code.iter().enumerate() {
        for (at, matched) in line.match_indices("crate::") {
            if !begins_word(line, at) {
                continue;
            }
            let rest = &line[at + matched.len()..];
            if let Some(first) = rest.strip_prefix('{') {
                let more = code[index + 1..].iter().map(|(_, line)| *line);
                let list: String = std::iter::once(first).chain(more).collect();
                found.extend(
                    names_in_braces(&list)
                        .into_iter()
                        .map(|name| (*number, name)),
                );
            } else {
                found.push((*number, word(rest).to_owned()));
            }
        }
    }
    found
}

/// The first words of a list up to its closing brace: `a::{b, c}, d::e}` gives `a`, `d`.
fn names_in_braces(list: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut depth = 0;
    let mut is_start = true;
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => is_start = true,
            c if is_start && !c.is_whitespace() => {
                names.push(word(&list[at..]).to_owned());
                is_start = false;
            }
            _ => {}
        }
    }
    names
}

/// Whether a line of code names a crate: `name::` or `use name;`.
fn names_crate(line: &str, name: &str) -> bool {
    line.match_indices(name).any(|(at, _)| {
        let after = &line[at + name.len()..];
        let is_import = line[..at].trim_end().ends_with("use") && word(after).is_empty();
        begins_word(line, at) && (after.starts_with("::") || is_import)
    })
}

fn begins_word(line: &str, at: usize) -> bool {
    !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
}

fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_');
    &text[..end.unwrap_or(text.len())]
}

fn report(problems: impl IntoIterator<Item = String>) {
    let problems: Vec<String> = problems.into_iter().collect();
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// Every Rust file below a folder of this project, by its path, sorted.
fn sources(folder: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(&folder)).unwrap() {
            let entry = entry.unwrap();
            let path = format!("{folder}/{}", entry.file_name().to_str().unwrap());
            if entry.file_type().unwrap().is_dir() {
                if entry.file_name() != "node_modules" {
                    folders.push(path);
                }
            } else if path.ends_with(".rs") {
                let text = read(&path);
                found.push((path, text));
            }
        }
    }
    found.sort();
    found
}

mod a_broken_rule_is_noticed {
    use super::{
        crate_names, homeless_dependencies, lifted_bans, module_order, side_doors, star_imports,
        too_long, wrong_imports,
    };

    const LIB: &str = "// Vocabularies\npub mod source;\n// Stages\npub mod parse;\nmod model;\n";

    #[test]
    fn an_import_from_below() {
        let order = module_order(LIB);
        assert_eq!(order, ["source", "parse", "model"]);
        let wrong = |path, text| wrong_imports(path, text, &order).len();
        assert_eq!(wrong("src/parse/yaml.rs", "use crate::model::Site;\n"), 1);
        assert_eq!(
            wrong("src/parse/yaml.rs", "let x = crate::model::site();\n"),
            1
        );
        assert_eq!(
            wrong(
                "src/source.rs",
                "use crate::{\n    model::Site,\n    parse,\n};\n"
            ),
            2
        );
        assert_eq!(wrong("src/model/id.rs", "use crate::parse::RawPage;\n"), 0);
        assert_eq!(wrong("src/parse/yaml.rs", "/// See [`crate::model`].\n"), 0);
        assert_eq!(wrong("src/stray.rs", ""), 1);
    }

    #[test]
    fn names_in_every_form_of_import() {
        let text =
            "use crate::{a::{b, c}, d::e,\n    f};\npub(crate) use crate::g;\nmy_crate::h();\n";
        let names: Vec<String> = crate_names(text)
            .into_iter()
            .map(|(_, name)| name)
            .collect();
        assert_eq!(names, ["a", "d", "f", "g"]);
    }

    #[test]
    fn a_crate_through_a_side_door() {
        assert_eq!(
            side_doors("src/derive/prose.rs", "use pulldown_cmark::Parser;\n").len(),
            1
        );
        assert_eq!(
            side_doors("src/model/mod.rs", "let x = tera::Tera::new();\n").len(),
            1
        );
        assert_eq!(side_doors("src/model/mod.rs", "use tera;\n").len(), 1);
        assert!(
            side_doors("src/parse/markdown/mod.rs", "use pulldown_cmark::Parser;\n").is_empty()
        );
        assert!(side_doors("src/model/mod.rs", "let tera = criteria::get();\n").is_empty());
        assert!(side_doors("src/model/mod.rs", "// tera::Tera\n").is_empty());
    }

    #[test]
    fn a_dependency_without_a_place() {
        let manifest = "[package]\nname = \"x\"\n[dependencies]\nclap = \"4\"\nleft-pad = \"1\"\n\
                        [dev-dependencies]\ninsta = \"1\"\n";
        assert_eq!(homeless_dependencies(manifest).len(), 1);
    }

    #[test]
    fn a_ban_that_is_lifted_inside() {
        let text = "#[allow(clippy::disallowed_methods, reason = \"\")]\n";
        assert_eq!(lifted_bans("src/derive/mod.rs", text).len(), 1);
        assert!(lifted_bans("src/read/mod.rs", text).is_empty());
        let in_tests = format!("#[cfg(test)]\nmod tests {{\n{text}}}\n");
        assert!(lifted_bans("src/derive/mod.rs", &in_tests).is_empty());
    }

    #[test]
    fn a_file_that_grew() {
        assert!(too_long("src/x.rs", &"x\n".repeat(601)).is_some());
        assert!(too_long("src/x.rs", &"x\n".repeat(600)).is_none());
    }

    #[test]
    fn a_star_import_outside_tests() {
        assert_eq!(star_imports("src/x.rs", "use super::*;\n").len(), 1);
        let in_tests = "fn f() {}\n#[cfg(test)]\nmod tests {\n    use super::*;\n}\n";
        assert!(star_imports("src/x.rs", in_tests).is_empty());
    }
}
