//! Guides that say something else than their component does, and examples that do not work.

use crate::diagnostic::{Diagnostic, Diagnostics, Place, codes};
use crate::parse::theme::examples::{ComponentExample, ComponentGuide};
use crate::parse::theme::{GuideFile, Theme};
use crate::workshop::check::listed;
use crate::workshop::examples::{Showroom, rendered};

/// What stands between the two tags of a component that has a body; no argument by name.
const BODY: &str = "body";

/// A message for each guide that is wrong, and for each component without one.
pub(super) fn wrong(theme: &Theme, showroom: &Showroom<'_>) -> Diagnostics {
    let templates = showroom.templates("");
    let mut problems = Diagnostics::new();
    for (file, guide) in &showroom.guides {
        let Some(taken) = templates.arguments(&file.component) else {
            let message = format!("There is no component \u{201c}{}\u{201d}", file.component);
            let help = "A guide stands beside its component and has the same name";
            problems.push(problem(file, "about", message, help.to_owned()));
            continue;
        };
        let told: Vec<&String> = guide
            .arguments
            .keys()
            .filter(|name| *name != BODY)
            .collect();
        let unknown = told.iter().find(|name| !taken.contains(name));
        let untold = taken.iter().find(|name| !told.contains(name));
        if let Some(name) = unknown {
            let message = format!(
                "The component \u{201c}{}\u{201d} takes no \u{201c}{name}\u{201d}",
                file.component
            );
            problems.push(problem(
                file,
                name,
                message,
                format!("It takes: {}", listed(&taken)),
            ));
        } else if let Some(name) = untold {
            let message = format!("The argument \u{201c}{name}\u{201d} is not explained");
            let help =
                format!("Add it below `arguments`: {name}: {{ type: \u{2026}, about: \u{2026} }}");
            problems.push(problem(file, "arguments", message, help));
        }
        for example in &guide.examples {
            let wrong: Vec<Diagnostic> = wrong_values(file, guide, example).collect();
            if !wrong.is_empty() {
                problems.extend(wrong);
            } else if let Err(broken) = rendered(&templates, &file.component, example) {
                problems.extend(broken.into_iter().map(|problem| {
                    let place = place_of(file, &example.name);
                    problem.with_secondary(place, "seen in this example")
                }));
            }
        }
    }
    problems.extend(without_guide(theme));
    problems
}

/// Values of an example that are not of the type that the guide names.
fn wrong_values<'a>(
    file: &'a GuideFile,
    guide: &'a ComponentGuide,
    example: &'a ComponentExample,
) -> impl Iterator<Item = Diagnostic> + 'a {
    example
        .arguments
        .iter()
        // An example of another component of the same file has arguments of its own.
        .filter(|_| example.component.is_none())
        .filter_map(move |(name, value)| {
            let kind = &guide.arguments.get(name)?.kind;
            let (words, fits) = expected(kind, value)?;
            (!fits).then(|| {
                let message = format!(
                    "In the example \u{201c}{}\u{201d}, \u{201c}{name}\u{201d} is not {words}, as its type says",
                    example.name
                );
                let help = format!("Give {words}, or change the type of \u{201c}{name}\u{201d}");
                let mut problem = problem(file, name, message, help);
                problem.primary = place_in_examples(file, &example.name, name);
                problem
            })
        })
}

/// What a value of a type is, in words, and whether this value is one. Types of views are maps;
/// a name that says nothing about the form of a value is not judged.
fn expected(kind: &str, value: &serde_json::Value) -> Option<(&'static str, bool)> {
    Some(match kind {
        "string" | "text" | "Html" => ("a text", value.is_string()),
        "integer" => ("a whole number", value.is_i64() || value.is_u64()),
        "yes or no" => ("yes or no", value.is_boolean()),
        kind if kind.starts_with("list of ") => ("a list", value.is_array()),
        kind if kind.ends_with("View") && !kind.contains(' ') => {
            ("a group of names and values", value.is_object())
        }
        _ => return None,
    })
}

fn without_guide(theme: &Theme) -> impl Iterator<Item = Diagnostic> + '_ {
    theme.templates.iter().filter_map(|template| {
        let (_, path) = template.name.split_once('/')?;
        let (component, _) = path.strip_prefix("components/")?.split_once('/')?;
        let has_guide = theme.guides.iter().any(|guide| guide.component == component);
        (!has_guide).then(|| {
            Diagnostic::new(
                &codes::BROKEN_THEME,
                Place::Theme {
                    path: template.origin.clone(),
                    line: 1,
                    column: 1,
                },
                format!("The component \u{201c}{component}\u{201d} has no guide"),
                format!("Write components/{component}/{component}.yaml: what it is about, what it takes, and an example"),
            )
        })
    })
}

fn problem(file: &GuideFile, key: &str, message: String, help: String) -> Diagnostic {
    Diagnostic::new(&codes::BROKEN_THEME, place_of(file, key), message, help)
}

/// The first line that names something.
fn place_of(file: &GuideFile, name: &str) -> Place {
    place_after(file, 0, name)
}

/// The line that names an argument, in the example of that name.
fn place_in_examples(file: &GuideFile, example: &str, argument: &str) -> Place {
    let examples = line_with(file, 0, "examples:").unwrap_or(0);
    let example = line_with(file, examples, example).unwrap_or(examples);
    place_after(file, example, argument)
}

fn place_after(file: &GuideFile, from: usize, name: &str) -> Place {
    Place::Theme {
        path: file.origin.clone(),
        line: line_with(file, from, name).unwrap_or(from) + 1,
        column: 1,
    }
}

/// The line, from 0, that holds a word; the first at `from` or after it.
fn line_with(file: &GuideFile, from: usize, word: &str) -> Option<usize> {
    let position = file
        .text
        .lines()
        .skip(from)
        .position(|line| line.contains(word))?;
    Some(from + position)
}
