//! Which layers a theme stands on: itself, the theme it extends, and so on.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, codes, nearest};
use crate::parse::theme::manifest::{self, Manifest};
use crate::parse::theme::yaml;
use crate::source::{ThemeFile, ThemeLayer, decode};

/// The file that makes a folder a theme.
const MANIFEST: &str = "theme.yaml";

/// The layers from the wanted theme to the one that extends nothing.
pub(super) fn chain<'a>(
    themes: &'a [ThemeLayer],
    wanted: &str,
    problems: &mut Diagnostics,
) -> Vec<(&'a ThemeLayer, Manifest)> {
    let mut chain: Vec<(&ThemeLayer, Manifest)> = Vec::new();
    let mut next = Some((wanted.to_owned(), Place::Path(format!("themes/{wanted}"))));
    while let Some((name, asked_at)) = next.take() {
        let Some(layer) = themes.iter().find(|layer| layer.name == name) else {
            problems.push(unknown(themes, &name, &codes::BROKEN_THEME, asked_at));
            break;
        };
        if chain.iter().any(|(known, _)| known.name == name) {
            let path: Vec<&str> = chain.iter().map(|(known, _)| known.name.as_str()).collect();
            problems.push(Diagnostic::new(
                &codes::BROKEN_THEME,
                asked_at,
                format!(
                    "The themes extend each other in a circle: {} extends {name} again",
                    path.join(" extends ")
                ),
                "Take one `extends` line out, so that one theme stands on its own.",
            ));
            break;
        }
        let Some(manifest) = read_manifest(layer, problems) else {
            break;
        };
        if let Some(parent) = &manifest.extends {
            next = Some((parent.clone(), manifest_place(layer, "extends")));
        }
        chain.push((layer, manifest));
    }
    chain
}

/// The message about a name that no theme has.
#[must_use]
pub fn unknown(
    themes: &[ThemeLayer],
    name: &str,
    code: &'static Code,
    place: impl Into<Place>,
) -> Diagnostic {
    let names = || themes.iter().map(|layer| layer.name.as_str());
    let help = match nearest(name, names()) {
        Some(near) => format!("Did you mean \u{201c}{near}\u{201d}?"),
        None => format!(
            "The themes here are: {}.",
            names().collect::<Vec<_>>().join(", ")
        ),
    };
    Diagnostic::new(
        code,
        place,
        format!("There is no theme called \u{201c}{name}\u{201d}"),
        help,
    )
}

fn read_manifest(layer: &ThemeLayer, problems: &mut Diagnostics) -> Option<Manifest> {
    let Some(file) = layer.files.iter().find(|file| file.path == MANIFEST) else {
        problems.push(Diagnostic::new(
            &codes::BROKEN_THEME,
            Place::Path(format!("{}/{MANIFEST}", layer.origin)),
            format!("The theme \u{201c}{}\u{201d} has no {MANIFEST}", layer.name),
            format!(
                "Make a file {MANIFEST} with the lines `name: {}` and `extends: default`.",
                layer.name
            ),
        ));
        return None;
    };
    let text = text_of(layer, file, problems)?;
    manifest::read(text, &origin_of(layer, file), problems)
}

/// Where a key of a layer's manifest stands; line 1 where it cannot be found.
pub(super) fn manifest_place(layer: &ThemeLayer, key: &str) -> Place {
    let text = layer
        .files
        .iter()
        .find(|file| file.path == MANIFEST)
        .and_then(|file| decode(&file.bytes))
        .unwrap_or_default();
    yaml::place_of_key(text, &format!("{}/{MANIFEST}", layer.origin), key)
}

/// The text of a file; one that is not UTF-8 is reported.
pub(super) fn text_of<'a>(
    layer: &ThemeLayer,
    file: &'a ThemeFile,
    problems: &mut Diagnostics,
) -> Option<&'a str> {
    let text = decode(&file.bytes);
    if text.is_none() {
        problems.push(Diagnostic::new(
            &codes::BROKEN_THEME,
            Place::Theme {
                path: origin_of(layer, file),
                line: 1,
                column: 1,
            },
            "This file of the theme is not UTF-8 text",
            "Open it in an editor and save it with the encoding UTF-8",
        ));
    }
    text
}

/// How a file of a layer is named in messages: `themes/default/theme.yaml`.
pub(super) fn origin_of(layer: &ThemeLayer, file: &ThemeFile) -> String {
    format!("{}/{}", layer.origin, file.path)
}
