//! The board's colour as a style sheet, with shades that can be read in light and in dark mode.

use std::collections::BTreeMap;

use crate::colour::{Colour, TEXT_CONTRAST, WHITE};
use crate::parse::theme::Setting;

/// The setting of a theme that says on which colour its text stands in light mode.
const GROUND: &str = "ground";

/// The same in dark mode.
const GROUND_DARK_MODE: &str = "ground_dark_mode";

/// What a dark page stands on, at its lightest, where the theme does not say.
const USUAL_DARK: Colour = Colour {
    red: 0x21,
    green: 0x26,
    blue: 0x2c,
};

/// Custom properties for a theme's style sheets, each shade the nearest to the board's colour
/// that can be read as text (contrast 4.5) on the theme's ground:
///
/// - `--brand`: the colour in light mode, and `--on-brand`: black or white, for text on it
/// - `--brand-dark-mode` and `--on-brand-dark-mode`: the same in dark mode
pub(super) fn style_sheet(colour: Colour, settings: &BTreeMap<String, Setting>) -> String {
    let light = colour.readable_on(ground(settings, GROUND, WHITE), TEXT_CONTRAST);
    let dark = colour.readable_on(
        ground(settings, GROUND_DARK_MODE, USUAL_DARK),
        TEXT_CONTRAST,
    );
    let properties = [
        ("--brand", light),
        ("--on-brand", light.text_on()),
        ("--brand-dark-mode", dark),
        ("--on-brand-dark-mode", dark.text_on()),
    ];
    let lines: String = properties
        .iter()
        .map(|(name, colour)| format!("  {name}: {colour};\n"))
        .collect();
    format!(":root {{\n{lines}}}\n")
}

fn ground(settings: &BTreeMap<String, Setting>, name: &str, usual: Colour) -> Colour {
    match settings.get(name) {
        Some(Setting::Colour(text)) => Colour::parse(text).unwrap_or(usual),
        _ => usual,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shade_passes_and_a_good_colour_is_kept() {
        for text in ["#1d4f91", "#ffcc00", "#ff6600", "#000000", "#ffffff"] {
            let css = style_sheet(Colour::parse(text).unwrap(), &BTreeMap::new());
            let shade = |name: &str| {
                let line = css.lines().find_map(|line| line.trim().strip_prefix(name));
                Colour::parse(line.unwrap().trim_matches([':', ' ', ';'])).unwrap()
            };
            for (name, ground) in [("brand", WHITE), ("brand-dark-mode", USUAL_DARK)] {
                let brand = shade(&format!("--{name}:"));
                assert!(brand.contrast(ground) >= TEXT_CONTRAST, "{text}: {css}");
                assert!(brand.contrast(shade(&format!("--on-{name}:"))) >= TEXT_CONTRAST);
            }
        }
        let navy = Colour::parse("#1d4f91").unwrap();
        assert!(style_sheet(navy, &BTreeMap::new()).contains("--brand: #1d4f91;"));
    }
}
