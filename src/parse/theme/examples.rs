//! `components/<name>/<name>.yaml`: what a component takes, and how it looks with values.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::diagnostic::Diagnostics;
use crate::parse::theme::yaml;

/// What a component is for, what it takes, and examples.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ComponentGuide {
    /// What it is for, in a sentence or two.
    pub about: String,
    /// What it takes, by name.
    #[serde(default)]
    pub arguments: BTreeMap<String, ArgumentGuide>,
    /// How it looks with values.
    #[serde(default)]
    pub examples: Vec<ComponentExample>,
}

/// One argument of a component, for people.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArgumentGuide {
    /// What kind of value it is, in words.
    #[serde(rename = "type")]
    pub kind: String,
    /// Whether it must be given.
    #[serde(default)]
    pub required: bool,
    /// What it is without a value.
    pub default: Option<serde_json::Value>,
    /// What it does.
    pub about: Option<String>,
}

/// One example.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ComponentExample {
    /// What it shows.
    pub name: String,
    /// Which component of the file it is of, where that has another name than the file.
    pub component: Option<String>,
    /// Whether it is for tests only: odd values, very long words.
    #[serde(default)]
    pub hidden: bool,
    /// HTML that the component needs around it, with `…` for the component.
    pub wrap: Option<String>,
    /// What the page gives to components inside this one that ask for it (`@page`).
    pub page: Option<serde_json::Value>,
    /// The arguments by name; `body` is what stands inside the component, as HTML.
    #[serde(default)]
    pub arguments: BTreeMap<String, serde_json::Value>,
}

/// Reads the guide of a component; `origin` is how the file is named in messages.
#[must_use]
pub fn read(text: &str, origin: &str) -> (Option<ComponentGuide>, Diagnostics) {
    let mut problems = Diagnostics::new();
    let guide = yaml::read(text, origin, &mut problems);
    (guide, problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guide_holds_values_as_a_template_needs_them() {
        let text = "about: A tag.\narguments:\n  tag: { type: TagView, required: true }\nexamples:\n  - name: Red\n    hidden: true\n    arguments: { tag: { colour: red, level: 3, late: true, list: [a] } }\n";
        let (guide, problems) = read(text, "tag.yaml");
        assert_eq!(problems, Diagnostics::new());
        let example = guide.unwrap().examples.remove(0);
        assert!(example.hidden);
        assert_eq!(
            example.arguments["tag"],
            serde_json::json!({"colour": "red", "level": 3, "late": true, "list": ["a"]})
        );
    }
}
