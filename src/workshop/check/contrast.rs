//! Pairs of colours that cannot be told apart (WCAG 2.2, 1.4.3 and 1.4.11), in light and in dark.

use std::collections::BTreeSet;

use crate::colour::{Colour, TEXT_CONTRAST};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, codes, nearest};
use crate::parse::theme::Theme;
use crate::workshop::check::properties::{Properties, Scheme};

/// The least contrast of shapes and of borders of controls (WCAG 2.2, 1.4.11).
const SHAPE_CONTRAST: f64 = 3.0;

/// A message for each declared pair that is too close, or whose colours are not known.
pub(super) fn too_low(theme: &Theme) -> Diagnostics {
    let properties = Properties::of(theme);
    let mut problems = Diagnostics::new();
    let mut unknown = BTreeSet::new();
    for pairs in &theme.contrast {
        let texts = pairs.text.iter().map(|name| (name, TEXT_CONTRAST));
        let shapes = pairs.shape.iter().map(|name| (name, SHAPE_CONTRAST));
        for (front, least) in texts.chain(shapes) {
            for ground in &pairs.on {
                for scheme in [Scheme::Light, Scheme::Dark] {
                    let found = (
                        properties.colour(front, scheme),
                        properties.colour(ground, scheme),
                    );
                    let (Some(one), Some(other)) = found else {
                        let lost = if found.0.is_none() { front } else { ground };
                        if unknown.insert(lost.clone()) {
                            problems.push(not_known(theme, &properties, lost));
                        }
                        continue;
                    };
                    problems.extend(measured(
                        theme,
                        (front, one),
                        (ground, other),
                        least,
                        scheme,
                    ));
                }
            }
        }
    }
    problems
}

type Named<'a> = (&'a str, (Colour, Option<Place>));

fn measured(
    theme: &Theme,
    (front, (colour, place)): Named<'_>,
    (ground, (under, _)): Named<'_>,
    least: f64,
    scheme: Scheme,
) -> Option<Diagnostic> {
    let contrast = colour.contrast(under);
    if contrast >= least {
        return None;
    }
    let mode = match scheme {
        Scheme::Light => "light",
        Scheme::Dark => "dark",
    };
    let better = colour.readable_on(under, least);
    Some(Diagnostic::new(
        &codes::BROKEN_THEME,
        place.unwrap_or_else(|| manifest(theme)),
        format!(
            "--{front} ({colour}) on --{ground} ({under}) has a contrast of {contrast:.1} : 1 in {mode} mode, and {least} : 1 is needed"
        ),
        format!("The nearest colour that can be read there is {better}"),
    ))
}

fn not_known(theme: &Theme, properties: &Properties, name: &str) -> Diagnostic {
    let help = match nearest(name, properties.names()) {
        Some(near) => format!("Did you mean \u{201c}{near}\u{201d}?"),
        None => format!(
            "Set it in `:root {{ --{name}: #\u{2026} }}`, or take it out of `contrast` in theme.yaml"
        ),
    };
    Diagnostic::new(
        &codes::BROKEN_THEME,
        manifest(theme),
        format!("`contrast` names --{name}, and the style sheets set no such colour"),
        help,
    )
}

/// The manifest of the theme itself: it is there that a pair is declared or a colour is lost.
fn manifest(theme: &Theme) -> Place {
    let origin = theme
        .layers
        .first()
        .map_or("", |layer| layer.origin.as_str());
    Place::Theme {
        path: format!("{origin}/theme.yaml"),
        line: 1,
        column: 1,
    }
}
