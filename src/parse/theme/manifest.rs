//! `theme.yaml`: what a theme is called, what it stands on, and its settings.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};

use crate::colour::Colour;
use crate::diagnostic::Diagnostics;
use crate::parse::fields::read_yes_no;
use crate::parse::theme::yaml;

/// The version of the template language, in its first number, that this program speaks.
const TERA: &str = "2";

/// What a `theme.yaml` says.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The name for people.
    pub name: String,
    /// The theme that this one changes; none for one that stands on its own.
    pub extends: Option<String>,
    /// The version of the theme, as its author counts.
    pub version: Option<Version>,
    /// What the theme is like, in a sentence.
    pub description: Option<String>,
    /// The version of the template language that its templates are written for.
    pub tera: Option<TeraVersion>,
    /// Values that its templates and style sheets use, by name.
    #[serde(default)]
    pub settings: BTreeMap<String, SettingEntry>,
    /// Colours of its style sheets that stand on each other, to be measured.
    #[serde(default)]
    pub contrast: Vec<ColourPairs>,
}

/// Colours that stand on each other, by the names of their custom properties without `--`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColourPairs {
    /// Colours of words: 4.5 : 1 (WCAG 2.2, 1.4.3).
    #[serde(default)]
    pub text: Vec<String>,
    /// Colours of shapes, and of borders of controls: 3 : 1 (WCAG 2.2, 1.4.11).
    #[serde(default)]
    pub shape: Vec<String>,
    /// The grounds on which each of them stands.
    pub on: Vec<String>,
}

/// A version as written: `1.10` is not the number 1.1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version(pub String);

/// A version of the template language that this program speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeraVersion(pub String);

/// A setting in one layer.
#[derive(Clone, Debug, PartialEq)]
pub enum SettingEntry {
    /// `brand: {type: colour, default: "#1d5a66", help: …}`: a new setting.
    Declared(Setting),
    /// `brand: "#1d5a66"`: another value for a setting of the theme below.
    Given(Setting),
}

/// A value that a theme's templates may use.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Setting {
    /// `yes`/`true` or `no`/`false`.
    YesNo(bool),
    /// A whole number.
    Number(i64),
    /// A colour: `#` and six hexadecimal digits.
    Colour(String),
    /// Any other text.
    Text(String),
}

impl Setting {
    /// Its kind, for messages: "a colour".
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Setting::YesNo(_) => "yes or no",
            Setting::Number(_) => "a whole number",
            Setting::Colour(_) => "a colour such as \"#1d4f91\"",
            Setting::Text(_) => "a text",
        }
    }

    /// The kind that a text shows; `#1d4f91` is a colour.
    fn of(text: &str) -> Self {
        if let Some(answer) = read_yes_no(text) {
            return Setting::YesNo(answer);
        }
        match Colour::parse(text) {
            Some(colour) if text.starts_with('#') => Setting::Colour(colour.to_string()),
            _ => Setting::Text(text.to_owned()),
        }
    }

    /// This value as one of a declared type, if it is one. Any value can be a text.
    fn typed(self, kind: SettingType) -> Option<Self> {
        match (kind, self) {
            (SettingType::Colour, value @ Setting::Colour(_))
            | (SettingType::Number, value @ Setting::Number(_))
            | (SettingType::YesNo, value @ Setting::YesNo(_))
            | (SettingType::Text, value @ Setting::Text(_)) => Some(value),
            (SettingType::Text, Setting::Colour(text)) => Some(Setting::Text(text)),
            (SettingType::Text, Setting::Number(number)) => Some(Setting::Text(number.to_string())),
            _ => None,
        }
    }
}

/// Reads a `theme.yaml`; `origin` is how the file is named in messages.
pub(super) fn read(text: &str, origin: &str, problems: &mut Diagnostics) -> Option<Manifest> {
    yaml::read(text, origin, problems)
}

/// The long form of a setting.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Declaration {
    #[serde(rename = "type")]
    kind: SettingType,
    default: Setting,
    /// For the people who read the file.
    #[serde(rename = "help")]
    _help: Option<String>,
}

#[derive(Clone, Copy, Deserialize)]
enum SettingType {
    #[serde(rename = "colour")]
    Colour,
    #[serde(rename = "text")]
    Text,
    #[serde(rename = "number")]
    Number,
    #[serde(rename = "yes-no")]
    YesNo,
}

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor).map(Version)
    }
}

impl<'de> Deserialize<'de> for TeraVersion {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let version = deserializer.deserialize_str(TextVisitor)?;
        if version.split('.').next() == Some(TERA) {
            Ok(TeraVersion(version))
        } else {
            Err(yaml::problem(format!(
                "it is written for version {version} of the template language Tera, and this program speaks version {TERA}"
            )))
        }
    }
}

/// Asked for text, the reader hands over what was written, so `1.10` is not made a number.
struct TextVisitor;

impl Visitor<'_> for TextVisitor {
    type Value = String;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text")
    }

    fn visit_str<E>(self, text: &str) -> Result<String, E> {
        Ok(text.to_owned())
    }
}

impl<'de> Deserialize<'de> for Setting {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match SettingEntry::deserialize(deserializer)? {
            SettingEntry::Given(setting) => Ok(setting),
            SettingEntry::Declared(_) => Err(yaml::problem("one value is needed here")),
        }
    }
}

impl<'de> Deserialize<'de> for SettingEntry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(SettingVisitor)
    }
}

struct SettingVisitor;

impl<'de> Visitor<'de> for SettingVisitor {
    type Value = SettingEntry;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text, a whole number, a colour, or yes or no")
    }

    fn visit_bool<E>(self, value: bool) -> Result<SettingEntry, E> {
        Ok(SettingEntry::Given(Setting::YesNo(value)))
    }

    fn visit_i64<E>(self, value: i64) -> Result<SettingEntry, E> {
        Ok(SettingEntry::Given(Setting::Number(value)))
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<SettingEntry, E> {
        match i64::try_from(value) {
            Ok(value) => self.visit_i64(value),
            Err(_) => Err(yaml::problem("this number is too large")),
        }
    }

    fn visit_str<E>(self, text: &str) -> Result<SettingEntry, E> {
        Ok(SettingEntry::Given(Setting::of(text)))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<SettingEntry, A::Error> {
        let Declaration { kind, default, .. } =
            Declaration::deserialize(MapAccessDeserializer::new(map))?;
        default
            .typed(kind)
            .map(SettingEntry::Declared)
            .ok_or_else(|| yaml::problem("the default of this setting is not of its type"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(text: &str) -> (String, String) {
        let mut problems = Diagnostics::new();
        assert_eq!(read(text, "theme.yaml", &mut problems), None);
        let problem = problems.into_iter().next().unwrap();
        (problem.message, problem.help)
    }

    #[test]
    fn settings_are_declared_with_a_type_or_given_with_a_value() {
        let mut problems = Diagnostics::new();
        let text = "name: Sea\nversion: 1.10\ntera: 2\nsettings:\n  a: yes\n  b: 3\n  c: '#1D4F91'\n  d: {type: text, default: 12, help: How wide}\n";
        let manifest = read(text, "theme.yaml", &mut problems).unwrap();
        assert_eq!(problems, Diagnostics::new());
        assert_eq!(manifest.version, Some(Version("1.10".to_owned())));
        let expected = [
            ("a", SettingEntry::Given(Setting::YesNo(true))),
            ("b", SettingEntry::Given(Setting::Number(3))),
            (
                "c",
                SettingEntry::Given(Setting::Colour("#1d4f91".to_owned())),
            ),
            ("d", SettingEntry::Declared(Setting::Text("12".to_owned()))),
        ];
        assert_eq!(
            manifest.settings,
            expected
                .map(|(name, value)| (name.to_owned(), value))
                .into()
        );
    }

    #[test]
    fn what_cannot_be_used_is_reported() {
        assert_eq!(
            problem("name: Sea\nextend: x\n").1,
            "Did you mean “extends”?"
        );
        let (message, _) = problem("name: Sea\ntera: 1.20\n");
        assert!(message.contains("version 1.20"), "{message}");
        let (message, _) = problem("name: Sea\nsettings:\n  a: {type: colour, default: 3}\n");
        assert!(message.contains("not of its type"), "{message}");
    }
}
