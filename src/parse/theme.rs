//! Themes: from the files of one or more layers to one look.
//!
//! A theme may stand on another (`extends: default` in its `theme.yaml`) and then holds only
//! what it changes: a file at the same path wins, a sentence at the same key wins, a setting of
//! the same name wins. Besides the scaffolding commands this is the only place that knows
//! `serde_yaml`.

mod yaml;

mod manifest;

mod layers;

mod settings;

mod words;

pub mod examples;

use std::collections::BTreeMap;

pub use crate::parse::theme::layers::unknown;
pub use crate::parse::theme::manifest::{ColourPairs, Manifest, Setting, SettingEntry};

use crate::diagnostic::Diagnostics;
use crate::parse::theme::layers::{origin_of, text_of};
use crate::source::{ThemeFile, ThemeLayer};
use crate::strings::Strings;

/// A look, complete: nothing more has to be read to make pages with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// The name of its folder.
    pub name: String,
    /// What its own `theme.yaml` says.
    pub manifest: Manifest,
    /// The settings of all layers, the nearest value of each.
    pub settings: BTreeMap<String, Setting>,
    /// Colours that stand on each other, of all layers.
    pub contrast: Vec<ColourPairs>,
    /// The layers it stands on, itself first, the one that extends nothing last.
    pub layers: Vec<Layer>,
    /// The words of all layers.
    pub strings: Strings,
    /// The templates of all layers; a child's does not replace its parent's, but is found first.
    pub templates: Vec<Template>,
    /// The guides of the components (`components/<name>/<name>.yaml`), sorted by path, each from
    /// the nearest layer; [`examples::read`] reads one.
    pub guides: Vec<GuideFile>,
    /// The style sheets of the components, sorted by path, each from the nearest layer.
    pub component_styles: Vec<ThemeAsset>,
    /// What stands in `assets/`, sorted by path, each from the nearest layer.
    pub assets: Vec<ThemeAsset>,
}

/// One folder of a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layer {
    /// The name of the folder: `default`.
    pub name: String,
    /// How it is named in messages: `themes/default`.
    pub origin: String,
}

/// A page, layout or component as its author wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// Layer and path: `default/pages/action.html`.
    pub name: String,
    /// How it is named in messages: `themes/default/pages/action.html`.
    pub origin: String,
    /// The text.
    pub text: String,
}

/// What the author of a component says about it, unread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuideFile {
    /// The name of the component's folder.
    pub component: String,
    /// How it is named in messages: `themes/default/components/notice/notice.yaml`.
    pub origin: String,
    /// The text.
    pub text: String,
}

/// A style sheet, script, picture or font of a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeAsset {
    /// The path below `assets/` (`icons/logo.svg`); of a component's style sheet, below the theme.
    pub path: String,
    /// How it is named in messages.
    pub origin: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Reads the theme `wanted` from all themes that were found.
///
/// `site_language` is where words are looked for that a page's own language lacks. There is a
/// theme only where nothing is wrong with it; every problem of all its layers is reported.
#[must_use]
pub fn read(
    themes: &[ThemeLayer],
    wanted: &str,
    site_language: &str,
) -> (Option<Theme>, Diagnostics) {
    let mut problems = Diagnostics::new();
    let chain = layers::chain(themes, wanted, &mut problems);
    let mut strings = Strings::new(site_language);
    let mut settings: BTreeMap<String, Setting> = BTreeMap::new();
    let mut templates = Vec::new();
    let mut guides = BTreeMap::new();
    let mut styles = BTreeMap::new();
    let mut assets = BTreeMap::new();

    // From the root to the child, so that the child's word is the last.
    for (layer, manifest) in chain.iter().rev() {
        settings::merge(&mut settings, layer, manifest, &mut problems);
        for file in &layer.files {
            match part_of(&file.path) {
                Part::Words(language) => {
                    if let Some(text) = text_of(layer, file, &mut problems) {
                        let words = words::read(text, &origin_of(layer, file), &mut problems);
                        for (key, value) in words.texts {
                            strings.insert(language, &key, value);
                        }
                        for (word, instead) in words.avoid {
                            strings.advise(language, &word, instead);
                        }
                    }
                }
                Part::Template => {
                    if let Some(text) = text_of(layer, file, &mut problems) {
                        templates.push(Template {
                            name: format!("{}/{}", layer.name, file.path),
                            origin: origin_of(layer, file),
                            text: text.to_owned(),
                        });
                    }
                }
                Part::Guide(component) => {
                    if let Some(text) = text_of(layer, file, &mut problems) {
                        let guide = GuideFile {
                            component: component.to_owned(),
                            origin: origin_of(layer, file),
                            text: text.to_owned(),
                        };
                        guides.insert(file.path.clone(), guide);
                    }
                }
                Part::ComponentStyle => {
                    styles.insert(file.path.clone(), asset(layer, file, &file.path));
                }
                Part::Asset(path) => {
                    assets.insert(path.to_owned(), asset(layer, file, path));
                }
                Part::Other => {}
            }
        }
    }

    let theme = match chain.first() {
        Some((layer, manifest)) if !problems.has_errors() => Some(Theme {
            name: layer.name.clone(),
            manifest: manifest.clone(),
            settings,
            contrast: chain
                .iter()
                .flat_map(|(_, manifest)| manifest.contrast.clone())
                .collect(),
            layers: chain
                .iter()
                .map(|(layer, _)| Layer {
                    name: layer.name.clone(),
                    origin: layer.origin.clone(),
                })
                .collect(),
            strings,
            templates,
            guides: guides.into_values().collect(),
            component_styles: styles.into_values().collect(),
            assets: assets.into_values().collect(),
        }),
        _ => None,
    };
    (theme, problems)
}

/// What a file of a theme is for, by its path.
enum Part<'a> {
    /// The words of a language.
    Words(&'a str),
    Template,
    /// The name of a component.
    Guide(&'a str),
    ComponentStyle,
    /// A path below `assets/`.
    Asset(&'a str),
    /// The manifest, notes.
    Other,
}

fn part_of(path: &str) -> Part<'_> {
    if let Some(below) = path.strip_prefix("assets/") {
        return Part::Asset(below);
    }
    if let Some(language) = path
        .strip_prefix("strings/")
        .and_then(|name| name.strip_suffix(".yaml"))
    {
        return Part::Words(language);
    }
    let component = path.strip_prefix("components/");
    if let Some((component, _)) = component
        .filter(|path| path.ends_with(".yaml"))
        .and_then(|path| path.split_once('/'))
    {
        return Part::Guide(component);
    }
    match path.rsplit_once('.') {
        Some((_, "html")) => Part::Template,
        Some((_, "css")) if component.is_some() => Part::ComponentStyle,
        _ => Part::Other,
    }
}

fn asset(layer: &ThemeLayer, file: &ThemeFile, path: &str) -> ThemeAsset {
    ThemeAsset {
        path: path.to_owned(),
        origin: origin_of(layer, file),
        bytes: file.bytes.clone(),
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use crate::diagnostic::{Diagnostics, Place};
    use crate::parse::theme::{Setting, read};
    use crate::source::{ThemeFile, ThemeLayer};

    /// A theme for tests: paths and texts.
    pub(crate) fn layer(name: &str, files: &[(&str, &str)]) -> ThemeLayer {
        ThemeLayer {
            name: name.to_owned(),
            origin: format!("themes/{name}"),
            files: files
                .iter()
                .map(|(path, text)| ThemeFile {
                    path: (*path).to_owned(),
                    bytes: text.as_bytes().to_vec(),
                })
                .collect(),
        }
    }

    fn default() -> ThemeLayer {
        layer(
            "default",
            &[
                ("assets/base.css", "body{}"),
                ("assets/icons/a.svg", "<svg/>"),
                ("components/card/card.css", ".card{}"),
                ("components/card/card.html", "x"),
                ("pages/home.html", "home"),
                ("strings/en.yaml", "skip: Skip to content\nback: Back\n"),
                (
                    "theme.yaml",
                    "name: Default\nsettings:\n  rounded: {type: yes-no, default: yes}\n",
                ),
            ],
        )
    }

    fn messages(themes: &[ThemeLayer], wanted: &str) -> Vec<(Place, String, String)> {
        let (theme, problems) = read(themes, wanted, "en");
        assert!(theme.is_none());
        problems
            .into_iter()
            .map(|problem| (problem.primary, problem.message, problem.help))
            .collect()
    }

    #[test]
    fn a_child_holds_only_what_it_changes() {
        let child = layer(
            "sea",
            &[
                ("assets/base.css", "body{color:blue}"),
                ("pages/home.html", "sea"),
                ("strings/cy.yaml", "skip: Neidio i'r cynnwys\n"),
                ("strings/en.yaml", "back: Go back\n"),
                (
                    "theme.yaml",
                    "name: Sea\nextends: default\nsettings:\n  rounded: no\n",
                ),
            ],
        );
        let (theme, problems) = read(&[default(), child], "sea", "en");
        assert_eq!(problems, Diagnostics::new());
        let theme = theme.unwrap();
        let names: Vec<_> = theme.templates.iter().map(|t| t.name.as_str()).collect();
        assert_eq!(
            names,
            [
                "default/components/card/card.html",
                "default/pages/home.html",
                "sea/pages/home.html"
            ]
        );
        assert_eq!(theme.layers[0].name, "sea");
        assert_eq!(theme.layers[1].name, "default");
        assert_eq!(theme.settings["rounded"], Setting::YesNo(false));
        assert_eq!(theme.strings.text("en", "back", &[]), "Go back");
        assert_eq!(theme.strings.text("en", "skip", &[]), "Skip to content");
        assert_eq!(theme.strings.text("cy", "skip", &[]), "Neidio i'r cynnwys");
        let assets: Vec<_> = theme
            .assets
            .iter()
            .map(|a| (a.path.as_str(), a.bytes.as_slice()))
            .collect();
        assert_eq!(
            assets,
            [
                ("base.css", b"body{color:blue}".as_slice()),
                ("icons/a.svg", b"<svg/>")
            ]
        );
        assert_eq!(theme.component_styles[0].path, "components/card/card.css");
    }

    #[test]
    fn an_unknown_theme_or_parent_is_named_with_its_nearest() {
        let child = layer("sea", &[("theme.yaml", "name: Sea\nextends: defualt\n")]);
        let found = messages(&[default(), child], "sea");
        assert_eq!(
            found,
            [(
                Place::Theme {
                    path: "themes/sea/theme.yaml".to_owned(),
                    line: 2,
                    column: 1
                },
                "There is no theme called “defualt”".to_owned(),
                "Did you mean “default”?".to_owned(),
            )]
        );
        assert_eq!(
            messages(&[default()], "zebra")[0].2,
            "The themes here are: default."
        );
    }

    #[test]
    fn a_circle_is_reported_and_ends() {
        let a = layer("a", &[("theme.yaml", "name: A\nextends: b\n")]);
        let b = layer("b", &[("theme.yaml", "name: B\nextends: a\n")]);
        let found = messages(&[a, b], "a");
        assert_eq!(found.len(), 1);
        assert!(
            found[0].1.contains("a extends b extends a again"),
            "{}",
            found[0].1
        );
    }

    #[test]
    fn every_problem_of_a_theme_is_reported_with_its_line() {
        let broken = layer(
            "sea",
            &[
                ("pages/home.html", "\u{e9}"),
                ("strings/en.yaml", "a: Fine\nb: {other: '{x'}\n"),
                (
                    "theme.yaml",
                    "name: Sea\nextends: default\nsettings:\n  rounded: 3\n  roundet: no\n",
                ),
            ],
        );
        let places: Vec<Place> = messages(&[default(), broken], "sea")
            .into_iter()
            .map(|(place, ..)| place)
            .collect();
        let at = |path: &str, line, column| Place::Theme {
            path: path.to_owned(),
            line,
            column,
        };
        assert_eq!(
            places,
            [
                at("themes/sea/theme.yaml", 4, 3),
                at("themes/sea/theme.yaml", 5, 3),
                at("themes/sea/strings/en.yaml", 2, 12)
            ]
        );
    }

    #[test]
    fn a_folder_without_a_manifest_is_no_theme() {
        let found = messages(&[default(), layer("sea", &[])], "sea");
        assert_eq!(found[0].0, Place::Path("themes/sea/theme.yaml".to_owned()));
    }
}
