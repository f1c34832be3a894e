//! Pages that a theme has no template for.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Place, codes};
use crate::parse::theme::Theme;
use crate::source::ThemeLayer;
use crate::workshop::check::listed;

/// The theme that has a template for every kind of page.
const WHOLE: &str = "default";

/// One message with all kinds of pages that cannot be made, or none.
pub(super) fn missing(theme: &Theme, themes: &[ThemeLayer]) -> Option<Diagnostic> {
    let whole = themes.iter().find(|layer| layer.name == WHOLE)?;
    let own: BTreeSet<&str> = theme
        .templates
        .iter()
        .filter_map(|template| template.name.split_once('/'))
        .map(|(_, path)| path)
        .collect();
    let absent: Vec<&str> = whole
        .files
        .iter()
        .map(|file| file.path.as_str())
        .filter(|path| path.starts_with("pages/") && !own.contains(path))
        .collect();
    if absent.is_empty() {
        return None;
    }
    let origin = theme.layers.first()?.origin.as_str();
    Some(Diagnostic::new(
        &codes::BROKEN_THEME,
        Place::Theme {
            path: format!("{origin}/theme.yaml"),
            line: 1,
            column: 1,
        },
        format!(
            "The theme has no template for these pages: {}",
            listed(&absent)
        ),
        "Write them, or add the line `extends: default` to theme.yaml, so that the default theme makes them",
    ))
}
