//! The manual page of each code: the same file in `tests/checks/` that its test runs.

use include_dir::{Dir, include_dir};

use crate::diagnostic::codes;

static PAGES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/tests/checks");

/// The manual page of a code, in Markdown; `None` where there is no such code.
#[must_use]
pub fn explain(code: &str) -> Option<&'static str> {
    codes::find(code)?;
    PAGES.get_file(format!("{code}.md"))?.contents_utf8()
}
