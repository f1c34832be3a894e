//! YAML of a theme, and its problems in plain words.

use serde::de::DeserializeOwned;

use crate::diagnostic::{Diagnostic, Diagnostics, Place, codes, nearest};

/// Marks a problem that this crate has put into its own words while reading.
const OWN_WORDS: &str = "theme: ";

/// Reads one YAML file of a theme. An empty file counts as one without entries.
pub(super) fn read<T: DeserializeOwned>(
    text: &str,
    origin: &str,
    problems: &mut Diagnostics,
) -> Option<T> {
    let is_blank = text
        .lines()
        .all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'));
    let result = serde_yaml::from_str(if is_blank { "{}" } else { text });
    match result {
        Ok(value) => Some(value),
        Err(error) => {
            let (line, column) = error
                .location()
                .map_or((1, 1), |place| (place.line(), place.column()));
            let (message, help) = explain(&error.to_string());
            let place = Place::Theme {
                path: origin.to_owned(),
                line,
                column,
            };
            problems.push(Diagnostic::new(&codes::BROKEN_THEME, place, message, help));
            None
        }
    }
}

/// A problem in our own words, found while reading. It stands where the value stands.
pub(super) fn problem<E: serde::de::Error>(words: impl std::fmt::Display) -> E {
    E::custom(format!("{OWN_WORDS}{words}"))
}

/// The line on which a key is given first, in the usual form with one key a line; else line 1.
pub(super) fn place_of_key(text: &str, origin: &str, key: &str) -> Place {
    let found = text.lines().zip(1..).find_map(|(line, number)| {
        let trimmed = line.trim_start();
        let after = trimmed.strip_prefix(key)?;
        after
            .trim_start()
            .starts_with(':')
            .then_some((number, line.len() - trimmed.len() + 1))
    });
    let (line, column) = found.unwrap_or((1, 1));
    Place::Theme {
        path: origin.to_owned(),
        line,
        column,
    }
}

/// What is wrong and what to do, from the reader's English.
fn explain(error: &str) -> (String, String) {
    // The reader appends " at line 2 column 3" and puts the path of the value in front.
    let error = error
        .rsplit_once(" at line ")
        .map_or(error, |(words, _)| words);
    if let Some((_, words)) = error.split_once(OWN_WORDS) {
        return (
            format!("The theme cannot be used: {words}"),
            "Change this value".to_owned(),
        );
    }
    if let Some((_, rest)) = error.split_once("unknown field `") {
        let mut names = rest.split('`').step_by(2);
        let name = names.next().unwrap_or_default();
        let known: Vec<&str> = rest.split('`').skip(2).step_by(2).collect();
        let help = match nearest(name, known.iter().copied()) {
            Some(near) => format!("Did you mean \u{201c}{near}\u{201d}?"),
            None => format!("What may stand here: {}", known.join(", ")),
        };
        return (format!("A theme has no field \u{201c}{name}\u{201d}"), help);
    }
    if let Some((_, rest)) = error.split_once("missing field `") {
        let name = rest.split('`').next().unwrap_or_default();
        return (
            format!("The field \u{201c}{name}\u{201d} is missing"),
            format!("Add a line `{name}: …`"),
        );
    }
    if error.contains("duplicate") {
        return (
            "A field stands twice".to_owned(),
            "Keep one of the two".to_owned(),
        );
    }
    if error.contains("invalid type") {
        return (
            "A value of the wrong kind stands here".to_owned(),
            "Look at the same field in the default theme; put quotes around text".to_owned(),
        );
    }
    (
        "This file of the theme cannot be read".to_owned(),
        "Look at this line and the one above: the spaces at the start, and quotes around text that holds a colon, or begins with a sign such as { or @".to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_comments_is_empty_and_a_broken_one_names_its_line() {
        let mut problems = Diagnostics::new();
        let empty: Option<std::collections::BTreeMap<String, String>> =
            read("# nothing yet\n", "strings/cy.yaml", &mut problems);
        assert_eq!(empty, Some([].into()));
        assert!(problems.is_empty());
        let broken: Option<std::collections::BTreeMap<String, String>> =
            read("a: b\nc: d: e\n", "strings/cy.yaml", &mut problems);
        assert_eq!(broken, None);
        let problem = problems.iter().next().unwrap();
        assert!(
            matches!(&problem.primary, Place::Theme { line: 2, .. }),
            "{:?}",
            problem.primary
        );
        assert_eq!(problem.message, "This file of the theme cannot be read");
    }

    #[test]
    fn an_unknown_field_is_named_with_its_nearest() {
        let (message, help) =
            explain("unknown field `extend`, expected one of `name`, `extends` at line 1 column 1");
        assert_eq!(message, "A theme has no field “extend”");
        assert_eq!(help, "Did you mean “extends”?");
    }
}
