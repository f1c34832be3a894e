//! Messages as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format), which code hosts
//! and editors show beside the line.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::place::Position;
use super::{Code, Diagnostic, Diagnostics, Place};
use crate::address::encode_path;
use crate::source::{Sources, Texts};

/// All messages as one SARIF log with one run, with a final line end. `root` is the way from the
/// root of the repository to the board, such as `my-board/`, or empty.
#[must_use]
pub fn to_sarif(diagnostics: &Diagnostics, sources: &Sources, root: &str) -> String {
    let places = Places {
        texts: Texts::new(sources),
        root,
    };
    let codes: BTreeMap<&str, &Code> = diagnostics
        .iter()
        .map(|diagnostic| (diagnostic.code.name, diagnostic.code))
        .collect();
    let rules: Vec<Value> = codes.values().map(|code| rule(code)).collect();
    let results: Vec<Value> = diagnostics
        .iter()
        .map(|diagnostic| {
            let index = codes.keys().position(|name| *name == diagnostic.code.name);
            result(diagnostic, index, &places)
        })
        .collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "boardplan",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            // Columns count characters (SARIF 2.1.0, 3.14.17), not UTF-16 units.
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn rule(code: &Code) -> Value {
    json!({
        "id": code.name,
        "shortDescription": { "text": code.title },
        "defaultConfiguration": { "level": code.severity.word() },
        "help": { "text": format!("To read more, run: boardplan explain {}", code.name) },
    })
}

fn result(diagnostic: &Diagnostic, rule: Option<usize>, places: &Places<'_>) -> Value {
    let related: Vec<Value> = diagnostic
        .secondary
        .iter()
        .map(|(place, words)| {
            let mut location = places.location(place);
            location["message"] = json!({ "text": words });
            location
        })
        .collect();
    json!({
        "ruleId": diagnostic.code.name,
        "ruleIndex": rule,
        "level": diagnostic.severity.word(),
        "message": { "text": format!("{}. {}", diagnostic.message, diagnostic.help) },
        "locations": [places.location(&diagnostic.primary)],
        "relatedLocations": related,
    })
}

/// Where messages stand, as a code host names places.
struct Places<'s> {
    texts: Texts<'s>,
    root: &'s str,
}

impl Places<'_> {
    fn location(&self, place: &Place) -> Value {
        let Position {
            file,
            line,
            column,
            end_line,
            end_column,
        } = Position::of(place, &self.texts);
        json!({ "physicalLocation": {
            "artifactLocation": { "uri": encode_path(&format!("{}{file}", self.root)) },
            "region": {
                "startLine": line,
                "startColumn": column,
                "endLine": end_line,
                "endColumn": end_column,
            },
        } })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::codes;
    use crate::source::{Entry, FileId, Found, Span};

    fn log() -> Value {
        let sources = Sources {
            content: vec![Entry {
                path: "a b.md".to_owned(),
                found: Found::File("é: x\ny\n".as_bytes().to_vec()),
            }],
            themes: Vec::new(),
        };
        let file = FileId::new(0);
        let messages = [
            Diagnostic::new(
                &codes::BAD_VALUE,
                Span::new(file, 4, 5),
                "No date",
                "Type it.",
            )
            .with_secondary(Span::new(file, 6, 7), "first used here"),
            Diagnostic::new(
                &codes::OVERDUE,
                Place::Path("content/x".to_owned()),
                "Late",
                "Do it.",
            ),
        ];
        let text = to_sarif(&Diagnostics::from_iter(messages), &sources, "my board/");
        serde_json::from_str(&text).expect("JSON")
    }

    #[test]
    fn a_place_is_a_region_of_a_uri() {
        let log = log();
        let result = &log["runs"][0]["results"][0];
        assert_eq!(
            result["locations"][0]["physicalLocation"],
            json!({
                "artifactLocation": { "uri": "my%20board/content/a%20b.md" },
                "region": { "startLine": 1, "startColumn": 4, "endLine": 1, "endColumn": 5 },
            })
        );
        assert_eq!(
            result["relatedLocations"][0]["message"]["text"],
            "first used here"
        );
    }

    /// What the schema of SARIF 2.1.0 requires of the parts that are used here.
    #[test]
    fn the_log_has_the_shape_that_the_standard_asks_for() {
        let log = log();
        assert_eq!(log["version"], "2.1.0");
        for run in log["runs"].as_array().expect("runs") {
            let driver = &run["tool"]["driver"];
            assert!(driver["name"].is_string());
            assert_eq!(run["columnKind"], "unicodeCodePoints");
            let rules = driver["rules"].as_array().expect("rules");
            for rule in rules {
                assert!(rule["id"].is_string() && rule["shortDescription"]["text"].is_string());
            }
            for result in run["results"].as_array().expect("results") {
                assert!(result["message"]["text"].is_string());
                assert!(
                    ["none", "note", "warning", "error"]
                        .iter()
                        .any(|level| result["level"] == *level)
                );
                let index = usize::try_from(result["ruleIndex"].as_u64().expect("an index"))
                    .expect("small");
                assert_eq!(rules[index]["id"], result["ruleId"]);
                for location in result["locations"].as_array().expect("locations") {
                    let region = &location["physicalLocation"]["region"];
                    for key in ["startLine", "startColumn", "endLine", "endColumn"] {
                        assert!(region[key].as_u64().expect(key) >= 1);
                    }
                }
            }
        }
    }
}
