//! Messages to the author, as a designed product: what is wrong, where, and what to type instead.
//!
//! A mistake in content is never a Rust `Err` and never a panic. Each stage returns its value and
//! the [`Diagnostics`] it found; [`crate::pipeline`] keeps all of them.

pub mod codes;
mod limit;
mod nearest;
mod people;
mod place;
mod json;
mod github;
mod sarif;

pub use codes::{Code, Severity};
pub use github::to_github;
pub use json::to_json;
pub use nearest::nearest;
pub use people::{Look, to_text};
pub use sarif::to_sarif;

use crate::source::{FileId, Span};

/// Where a message stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// In a file below `content/`.
    Content(Span),
    /// A path below the root that does not exist, or a folder: `content/plans/2026/plan.md`.
    Path(String),
    /// In a file of a theme, by its path below the root: line and column from 1.
    Theme {
        /// `themes/default/pages/action.html`.
        path: String,
        /// The line, from 1.
        line: usize,
        /// The column, from 1, in characters.
        column: usize,
    },
}

impl From<Span> for Place {
    fn from(span: Span) -> Self {
        Place::Content(span)
    }
}

/// One message to the author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which kind of problem this is.
    pub code: &'static Code,
    /// How serious it is here; `checks` in `index.md` and `--strict` may change it.
    pub severity: Severity,
    /// What is wrong, in one sentence of plain English without a final full stop.
    pub message: String,
    /// Where the author must act.
    pub primary: Place,
    /// A few words beside the mark under the source line; may be empty.
    pub label: String,
    /// Other places that matter, each with its own words ("first used here").
    pub secondary: Vec<(Place, String)>,
    /// What to type or do instead.
    pub help: String,
}

impl Diagnostic {
    /// A message with the usual severity of its code.
    #[must_use]
    pub fn new(
        code: &'static Code,
        primary: impl Into<Place>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self {
            code,
            severity: code.severity,
            message: message.into(),
            primary: primary.into(),
            label: String::new(),
            secondary: Vec::new(),
            help: help.into(),
        }
    }

    /// The same message with words beside the mark.
    #[must_use]
    pub fn with_label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// The same message with another place that matters.
    #[must_use]
    pub fn with_secondary(mut self, place: impl Into<Place>, words: impl Into<String>) -> Self {
        self.secondary.push((place.into(), words.into()));
        self
    }

    /// The content file it stands in, where it stands in one.
    #[must_use]
    pub fn file(&self) -> Option<FileId> {
        match &self.primary {
            Place::Content(span) => Some(span.file),
            Place::Path(_) | Place::Theme { .. } => None,
        }
    }
}

/// All messages of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// No message yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one message.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Takes over all messages of another list.
    pub fn extend(&mut self, other: impl IntoIterator<Item = Diagnostic>) {
        self.0.extend(other);
    }

    /// The messages in their present order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Diagnostic> {
        self.0.iter()
    }

    /// How many messages there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no message.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many messages have a severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.iter()
            .filter(|diagnostic| diagnostic.severity == severity)
            .count()
    }

    /// Whether the site must not be written.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// The same messages by file and place, each once: a twin that shares a value with its
    /// original shares its messages too.
    #[must_use]
    pub fn sorted(mut self) -> Self {
        self.0.sort_by(|a, b| {
            (&a.primary, a.code.name, &a.message).cmp(&(&b.primary, b.code.name, &b.message))
        });
        self.0.dedup_by(|a, b| {
            a.primary == b.primary && a.code.name == b.code.name && a.message == b.message
        });
        self
    }

    /// The same messages, each changed or dropped.
    #[must_use]
    pub fn filter_map(self, change: impl FnMut(Diagnostic) -> Option<Diagnostic>) -> Self {
        Self(self.0.into_iter().filter_map(change).collect())
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(messages: I) -> Self {
        Self(messages.into_iter().collect())
    }
}
