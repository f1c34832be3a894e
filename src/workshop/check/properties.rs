//! The colours of a theme's style sheets: custom properties of `:root`, in light and in dark.

use std::collections::BTreeMap;

use crate::colour::Colour;
use crate::css::{PieceKind, pieces};
use crate::diagnostic::Place;
use crate::parse::theme::Theme;

/// How deep a property may refer to others, so that a circle ends.
const DEEPEST: usize = 16;

/// How a page is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scheme {
    Light,
    Dark,
}

/// Custom properties by name, without `--`, each with the place of its last value.
#[derive(Debug, Default)]
pub(super) struct Properties {
    light: BTreeMap<String, (String, Option<Place>)>,
    dark: BTreeMap<String, (String, Option<Place>)>,
}

impl Properties {
    /// Those of all style sheets of a theme, in the order in which a browser reads them.
    pub fn of(theme: &Theme) -> Self {
        let mut properties = Self::default();
        let base = theme.assets.iter().filter(|asset| asset.path == "base.css");
        for asset in base.chain(&theme.component_styles) {
            properties.read(&String::from_utf8_lossy(&asset.bytes), &asset.origin);
        }
        properties
    }

    /// A colour, and where it is set.
    pub fn colour(&self, name: &str, scheme: Scheme) -> Option<(Colour, Option<Place>)> {
        let (value, place) = self.value(name, scheme)?;
        Some((self.resolved(value, scheme, 0)?, place.clone()))
    }

    /// The names, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.light.keys().map(String::as_str)
    }

    fn value(&self, name: &str, scheme: Scheme) -> Option<&(String, Option<Place>)> {
        let dark = match scheme {
            Scheme::Dark => self.dark.get(name),
            Scheme::Light => None,
        };
        dark.or_else(|| self.light.get(name))
    }

    fn resolved(&self, value: &str, scheme: Scheme, depth: usize) -> Option<Colour> {
        if depth > DEEPEST {
            return None;
        }
        let Some(inside) = value
            .strip_prefix("var(")
            .and_then(|rest| rest.strip_suffix(')'))
        else {
            return value
                .starts_with('#')
                .then(|| Colour::parse(value))
                .flatten();
        };
        let (name, fallback) = match inside.split_once(',') {
            Some((name, fallback)) => (name, Some(fallback.trim())),
            None => (inside, None),
        };
        match self.value(name.trim().trim_start_matches("--"), scheme) {
            Some((value, _)) => self.resolved(value, scheme, depth + 1),
            None => self.resolved(fallback?, scheme, depth + 1),
        }
    }

    /// Reads the declarations in `:root`, at the top of a style sheet or for the dark.
    fn read(&mut self, text: &str, origin: &str) {
        let mut around: Vec<String> = Vec::new();
        let mut part = Part::default();
        for piece in pieces(text) {
            match (&piece.kind, piece.text) {
                (PieceKind::Comment, _) => {}
                (_, "{") => around.push(std::mem::take(&mut part).text.trim().to_owned()),
                (_, sign @ (";" | "}")) => {
                    let part = std::mem::take(&mut part);
                    self.declare(&part.text, &text[..part.start], &around, origin);
                    if sign == "}" {
                        around.pop();
                    }
                }
                (PieceKind::Space, space) if !part.text.is_empty() => part.text.push_str(space),
                (PieceKind::Space, _) => {}
                (_, token) => {
                    if part.text.is_empty() {
                        part.start = piece.start;
                    }
                    part.text.push_str(token);
                }
            }
        }
    }

    /// A declaration `part`, and all that stands before it.
    fn declare(&mut self, part: &str, before: &str, around: &[String], origin: &str) {
        let Some((name, value)) = part.split_once(':') else {
            return;
        };
        let Some(name) = name.trim().strip_prefix("--") else {
            return;
        };
        let properties = match around {
            [selector] if selector == ":root" => &mut self.light,
            [rule, selector] if selector == ":root" && is_dark(rule) => &mut self.dark,
            _ => return,
        };
        let place = Place::Theme {
            path: origin.to_owned(),
            line: before.matches('\n').count() + 1,
            column: before
                .rsplit('\n')
                .next()
                .map_or(0, |line| line.chars().count())
                + 1,
        };
        properties.insert(name.to_owned(), (value.trim().to_owned(), Some(place)));
    }
}

/// A selector, the beginning of a rule, or a declaration, without its comments.
#[derive(Default)]
struct Part {
    text: String,
    /// The byte of the style sheet at which it begins.
    start: usize,
}

fn is_dark(rule: &str) -> bool {
    let words: String = rule.split_whitespace().collect();
    words == "@media(prefers-color-scheme:dark)"
        || words == "@mediascreenand(prefers-color-scheme:dark)"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_followed_through_other_properties_in_light_and_dark() {
        let mut properties = Properties::default();
        properties.read(
            "/* :root{--a:#000} */\n:root { --a: var(--brand, #123456); --b: var(--a);\n --c: var(--c); --size: 1rem }\n.x { --a: #999 }\n@media (prefers-color-scheme: dark) { :root { --a: #fff } }\n@media print { :root { --a: #888 } }",
            "base.css",
        );
        let colour = |name, scheme| {
            properties
                .colour(name, scheme)
                .map(|(colour, _)| colour.to_string())
        };
        assert_eq!(colour("b", Scheme::Light).as_deref(), Some("#123456"));
        assert_eq!(colour("b", Scheme::Dark).as_deref(), Some("#ffffff"));
        assert_eq!(colour("c", Scheme::Light), None);
        assert_eq!(colour("size", Scheme::Light), None);
        let (_, place) = properties.colour("a", Scheme::Light).unwrap();
        assert_eq!(
            place,
            Some(Place::Theme {
                path: "base.css".to_owned(),
                line: 2,
                column: 9
            })
        );
    }
}
