//! Calls of components with arguments that they do not take, or without one that they need.
//!
//! The engine says so only when it renders the call, and a plan may never come that way.

use crate::diagnostic::{Diagnostics, nearest};
use crate::parse::theme::Theme;
use crate::workshop::check::{listed, problem_at};
use crate::workshop::examples::Showroom;

/// A message for each call that cannot work.
pub(super) fn wrong(theme: &Theme, showroom: &Showroom<'_>) -> Diagnostics {
    let templates = showroom.templates("");
    let mut problems = Diagnostics::new();
    for template in &theme.templates {
        for call in calls(&template.text) {
            // A component that is not there is found when the theme is loaded.
            let Some(taken) = templates.arguments(call.component) else {
                continue;
            };
            for (offset, argument) in &call.arguments {
                if taken.iter().any(|name| name == argument) {
                    continue;
                }
                let help = match nearest(argument, taken.iter().map(String::as_str)) {
                    Some(near) => format!("Did you mean \u{201c}{near}\u{201d}?"),
                    None => format!("It takes: {}", listed(&taken)),
                };
                let message = format!(
                    "The component \u{201c}{}\u{201d} takes no \u{201c}{argument}\u{201d}",
                    call.component
                );
                problems.push(problem_at(template, *offset, message, help));
            }
            let absent: Vec<String> = templates
                .required_arguments(call.component)
                .into_iter()
                .filter(|name| !call.arguments.iter().any(|(_, given)| given == name))
                .collect();
            if !absent.is_empty() {
                let message = format!(
                    "The component \u{201c}{}\u{201d} needs \u{201c}{}\u{201d} here",
                    call.component,
                    listed(&absent)
                );
                let help = format!("Add {}={{\u{2026}}} to the call", absent[0]);
                problems.push(problem_at(template, call.offset, message, help));
            }
        }
    }
    problems
}

/// A call as it is written: `{{ <notice notice={notice} /> }}` or `{% <fact label="x"> %}`.
struct Call<'a> {
    component: &'a str,
    offset: usize,
    /// The names of the arguments, each with its byte.
    arguments: Vec<(usize, &'a str)>,
}

fn calls(text: &str) -> Vec<Call<'_>> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('<') {
        let before = text[..at].trim_end_matches([' ', '\t', '\n', '-']);
        if !before.ends_with("{{") && !before.ends_with("{%") {
            continue;
        }
        let name = word(&text[at + 1..]);
        if !name.is_empty() {
            found.push(Call {
                component: name,
                offset: at,
                arguments: arguments(text, at + 1 + name.len()),
            });
        }
    }
    found
}

/// The names before `=`, from a byte to the end of the call; `{name}` is short for `name={name}`.
fn arguments(text: &str, from: usize) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut at = from;
    while let Some(next) = text[at..].chars().next() {
        match next {
            '>' => break,
            '{' => {
                let end = after_braces(text, at);
                let inside = text[at + 1..end].trim_end_matches('}').trim();
                found.push((at + 1, word(inside)));
                at = end;
            }
            c if c.is_alphabetic() || c == '_' => {
                let name = word(&text[at..]);
                found.push((at, name));
                at = after_value(text, at + name.len());
            }
            c => at += c.len_utf8(),
        }
    }
    found
}

/// The byte after `="…"` or `={…}`, if one of them begins here.
fn after_value(text: &str, at: usize) -> usize {
    let Some(value) = text[at..].strip_prefix('=') else {
        return at;
    };
    match value.chars().next() {
        Some('{') => after_braces(text, at + 1),
        Some(quote @ ('"' | '\'' | '`')) => after_quotes(text, at + 1, quote),
        _ => at + 1,
    }
}

fn after_quotes(text: &str, at: usize, quote: char) -> usize {
    text[at + 1..]
        .find(quote)
        .map_or(text.len(), |end| at + 1 + end + 1)
}

fn after_braces(text: &str, from: usize) -> usize {
    let mut depth = 0_usize;
    let mut at = from;
    while let Some(next) = text[at..].chars().next() {
        match next {
            '{' => depth += 1,
            '}' => depth -= 1,
            '"' | '\'' | '`' => {
                at = after_quotes(text, at, next);
                continue;
            }
            _ => {}
        }
        at += next.len_utf8();
        if depth == 0 {
            break;
        }
    }
    at
}

fn word(text: &str) -> &str {
    let end = text
        .find(|c: char| !c.is_alphanumeric() && c != '_')
        .unwrap_or(text.len());
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_are_found_in_both_forms_with_the_names_of_their_arguments() {
        let text = "<p>{{ <notice notice={ {\"a\": \"}\"} } {words} level=\"2 > 1\" /> }} {%- <fact label=\"x\"> -%}a < b{% </fact> %}{{ a < b }}";
        let found: Vec<_> = calls(text)
            .into_iter()
            .map(|call| {
                let names: Vec<&str> = call.arguments.iter().map(|(_, name)| *name).collect();
                (call.component, names)
            })
            .collect();
        assert_eq!(
            found,
            [
                ("notice", vec!["notice", "words", "level"]),
                ("fact", vec!["label"])
            ]
        );
    }
}
