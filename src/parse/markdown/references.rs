//! Addresses of links on lines of their own: `[label]: https://…`.

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::RefDefs;

use crate::diagnostic::{Diagnostic, codes};
use crate::source::Span;

/// The labels, each with its line, that are not among those which links use.
pub(super) fn unused(definitions: &RefDefs<'_>, used: &[String]) -> Vec<(String, Range<usize>)> {
    let used: HashSet<usize> = used
        .iter()
        .filter_map(|label| Some(definitions.get(label)?.span.start))
        .collect();
    definitions
        .iter()
        .filter(|(_, definition)| !used.contains(&definition.span.start))
        .map(|(label, definition)| (label.to_owned(), definition.span.clone()))
        .collect()
}

/// The message about a line that no link uses: it is not shown, and may be text (`[Chair]: Smith`).
pub(super) fn unused_message(label: &str, span: Span) -> Diagnostic {
    Diagnostic::new(
        &codes::DEAD_LINK,
        span,
        "This line is read as the address of a link, and no link uses it; it would be lost",
        format!(
            "If it is text, type a backslash before it: \\[{label}]. If not, use it: [words][{label}]."
        ),
    )
}

/// The message about a link whose label has no address.
pub(super) fn missing_message(label: &str, span: Span) -> Diagnostic {
    Diagnostic::new(
        &codes::DEAD_LINK,
        span,
        format!("There is no address for [{label}]"),
        format!("Add it on a line of its own: [{label}]: https://\u{2026}."),
    )
}
