//! Sentences that a language of the site does not have. They are borrowed from another language,
//! which a reader of this one may not know; so this is a warning.

use crate::diagnostic::{Diagnostic, Place, Severity, codes};
use crate::parse::theme::Theme;
use crate::workshop::check::listed;

/// How many keys a message names.
const SHOWN: usize = 12;

/// A message for each language of the site that lacks words.
pub(super) fn missing(theme: &Theme, languages: &[String]) -> Vec<Diagnostic> {
    let Some(layer) = theme.layers.first() else {
        return Vec::new();
    };
    languages
        .iter()
        .filter_map(|language| {
            let keys = theme.strings.missing(language);
            if keys.is_empty() {
                return None;
            }
            let shown = listed(keys.iter().take(SHOWN));
            let more = match keys.len().saturating_sub(SHOWN) {
                0 => String::new(),
                more => format!(", and {more} more"),
            };
            let mut problem = Diagnostic::new(
                &codes::BROKEN_THEME,
                Place::Theme {
                    path: format!("{}/strings/{language}.yaml", layer.origin),
                    line: 1,
                    column: 1,
                },
                format!("The theme does not say this in the language \u{201c}{language}\u{201d}: {shown}{more}"),
                "Add these keys to the file, in that language; until then they are borrowed from another",
            );
            problem.severity = Severity::Warning;
            Some(problem)
        })
        .collect()
}
