//! `theme.yaml`: what a theme is called, what it stands on, and its settings.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserializer, Visitor};
use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostics;
use crate::parse::theme::yaml;

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
    /// Values that its templates use, each with its default, by name.
    #[serde(default)]
    pub settings: BTreeMap<String, Setting>,
}

/// A version as written; `1.10` stays `1.10` only in quotes, as everywhere in YAML.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Version(pub String);

/// A value that a theme's templates may use. A child theme may give another of the same kind.
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

    fn of(text: &str) -> Self {
        match text.to_ascii_lowercase().as_str() {
            "yes" | "true" | "on" => Setting::YesNo(true),
            "no" | "false" | "off" => Setting::YesNo(false),
            _ if is_colour(text) => Setting::Colour(text.to_ascii_lowercase()),
            _ => Setting::Text(text.to_owned()),
        }
    }
}

/// Reads a `theme.yaml`; `origin` is how the file is named in messages.
pub(super) fn read(text: &str, origin: &str, problems: &mut Diagnostics) -> Option<Manifest> {
    yaml::read(text, origin, problems)
}

fn is_colour(text: &str) -> bool {
    text.strip_prefix('#')
        .is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(VersionVisitor)
    }
}

struct VersionVisitor;

impl Visitor<'_> for VersionVisitor {
    type Value = Version;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a version")
    }

    // Asked for text, the reader hands over what was written, so `1.10` is not made a number.
    fn visit_str<E>(self, text: &str) -> Result<Version, E> {
        Ok(Version(text.to_owned()))
    }
}

impl<'de> Deserialize<'de> for Setting {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(SettingVisitor)
    }
}

struct SettingVisitor;

impl Visitor<'_> for SettingVisitor {
    type Value = Setting;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text, a whole number, a colour, or yes or no")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Setting, E> {
        Ok(Setting::YesNo(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Setting, E> {
        Ok(Setting::Number(value))
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Setting, E> {
        i64::try_from(value)
            .map(Setting::Number)
            .map_err(|_| yaml::problem("this number is too large"))
    }

    fn visit_str<E>(self, text: &str) -> Result<Setting, E> {
        Ok(Setting::of(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_have_the_kind_that_their_value_shows() {
        let mut problems = Diagnostics::new();
        let text =
            "name: Sea\nversion: 1.10\nsettings:\n  a: yes\n  b: 3\n  c: '#1D4F91'\n  d: wide\n";
        let manifest = read(text, "theme.yaml", &mut problems).unwrap();
        assert!(problems.is_empty());
        assert_eq!(manifest.version, Some(Version("1.10".to_owned())));
        let expected = [
            ("a", Setting::YesNo(true)),
            ("b", Setting::Number(3)),
            ("c", Setting::Colour("#1d4f91".to_owned())),
            ("d", Setting::Text("wide".to_owned())),
        ];
        assert_eq!(
            manifest.settings,
            expected
                .map(|(name, value)| (name.to_owned(), value))
                .into()
        );
    }

    #[test]
    fn a_misspelt_field_is_reported() {
        let mut problems = Diagnostics::new();
        assert_eq!(
            read("name: Sea\nextend: x\n", "theme.yaml", &mut problems),
            None
        );
        let problem = problems.iter().next().unwrap();
        assert_eq!(problem.help, "Did you mean “extends”?");
    }
}
