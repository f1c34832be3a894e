//! The settings of a theme, from all its layers.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Diagnostics, codes, nearest};
use crate::parse::theme::layers::manifest_place;
use crate::parse::theme::manifest::{Manifest, Setting, SettingEntry};
use crate::source::ThemeLayer;

/// Lays the settings of a layer over those of the layers below it.
///
/// A plain value needs a setting in the theme below, of the same kind: its templates and style
/// sheets would break on another.
pub(super) fn merge(
    settings: &mut BTreeMap<String, Setting>,
    layer: &ThemeLayer,
    manifest: &Manifest,
    problems: &mut Diagnostics,
) {
    for (name, entry) in &manifest.settings {
        match (entry, settings.get(name)) {
            (SettingEntry::Declared(setting), None) => {
                settings.insert(name.clone(), setting.clone());
            }
            (SettingEntry::Declared(setting) | SettingEntry::Given(setting), Some(below))
                if below.kind() == setting.kind() =>
            {
                settings.insert(name.clone(), setting.clone());
            }
            (SettingEntry::Declared(setting) | SettingEntry::Given(setting), Some(below)) => {
                problems.push(Diagnostic::new(
                    &codes::BROKEN_THEME,
                    manifest_place(layer, name),
                    format!(
                        "The setting \u{201c}{name}\u{201d} is {}, where the theme below has {}",
                        setting.kind(),
                        below.kind()
                    ),
                    format!("Give {} for \u{201c}{name}\u{201d}", below.kind()),
                ));
            }
            (SettingEntry::Given(_), None) => {
                problems.push(unknown_setting(settings, layer, name));
            }
        }
    }
}

fn unknown_setting(
    settings: &BTreeMap<String, Setting>,
    layer: &ThemeLayer,
    name: &str,
) -> Diagnostic {
    let help = match nearest(name, settings.keys().map(String::as_str)) {
        Some(near) => format!("Did you mean \u{201c}{near}\u{201d}?"),
        None => format!("For a new setting, type {name}: {{type: text, default: …}}"),
    };
    Diagnostic::new(
        &codes::BROKEN_THEME,
        manifest_place(layer, name),
        format!("The theme below has no setting \u{201c}{name}\u{201d}"),
        help,
    )
}
