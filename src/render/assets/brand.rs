//! The board's colour as a style sheet, with shades that can be read in light and in dark mode.

use std::collections::BTreeMap;

use crate::colour::{Colour, PART_CONTRAST, TEXT_CONTRAST, WHITE};
use crate::parse::theme::Setting;

/// The setting of a theme that says on which colour its pages stand in light mode.
const LIGHT_BACKGROUND: &str = "background";

/// The same in dark mode.
const DARK_BACKGROUND: &str = "background_dark";

/// What a dark page stands on where the theme does not say.
const USUAL_DARK: Colour = Colour {
    red: 0x14,
    green: 0x18,
    blue: 0x1c,
};

/// Custom properties for a theme's style sheets:
///
/// - `--brand`: the colour of surfaces such as the header; in light mode the board's own
/// - `--on-brand`: text on such a surface, black or white, contrast at least 4.5
/// - `--brand-text`: text and links in the colour, on the page; contrast at least 4.5
/// - `--brand-line`: borders and parts of pictures in the colour, on the page; at least 3
pub(super) fn style_sheet(colour: Colour, settings: &BTreeMap<String, Setting>) -> String {
    let light = background(settings, LIGHT_BACKGROUND).unwrap_or(WHITE);
    let dark = background(settings, DARK_BACKGROUND).unwrap_or(USUAL_DARK);
    format!(
        ":root {{\n{}}}\n\n@media (prefers-color-scheme: dark) {{\n  :root {{\n{}  }}\n}}\n",
        properties(colour, light, "  "),
        // A full colour glares on a dark page: the surface takes a third of the page.
        properties(colour.mixed(dark, 1.0 / 3.0), dark, "    "),
    )
}

fn properties(surface: Colour, page: Colour, indent: &str) -> String {
    let properties = [
        ("--brand", surface),
        ("--on-brand", surface.text_on()),
        ("--brand-text", surface.readable_on(page, TEXT_CONTRAST)),
        ("--brand-line", surface.readable_on(page, PART_CONTRAST)),
    ];
    properties
        .iter()
        .map(|(name, colour)| format!("{indent}{name}: {colour};\n"))
        .collect()
}

fn background(settings: &BTreeMap<String, Setting>, name: &str) -> Option<Colour> {
    match settings.get(name)? {
        Setting::Colour(text) => Colour::parse(text),
        Setting::YesNo(_) | Setting::Number(_) | Setting::Text(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shade_passes_in_both_modes() {
        for text in ["#1d4f91", "#ffcc00", "#ff6600", "#000000", "#ffffff"] {
            let colour = Colour::parse(text).unwrap();
            let css = style_sheet(colour, &BTreeMap::new());
            let values = |name: &str| -> Vec<Colour> {
                css.lines()
                    .filter_map(|line| line.trim().strip_prefix(name)?.strip_prefix(": "))
                    .map(|value| Colour::parse(value.trim_end_matches(';')).unwrap())
                    .collect()
            };
            for (mode, page) in [WHITE, USUAL_DARK].into_iter().enumerate() {
                let contrast = |a: &str, b| values(a)[mode].contrast(b);
                assert!(contrast("--on-brand", values("--brand")[mode]) >= TEXT_CONTRAST);
                assert!(contrast("--brand-text", page) >= TEXT_CONTRAST);
                assert!(contrast("--brand-line", page) >= PART_CONTRAST);
            }
            assert_eq!(values("--brand")[0], colour);
        }
    }
}
