//! What could not be read of a page. It has its message; what merely follows from it is no mistake
//! of its own: "one mistake, one message" (content format §9).

use std::collections::BTreeSet;

/// The facts of a page that its author gave and that could not be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lost {
    everything: bool,
    fields: BTreeSet<&'static str>,
}

impl Lost {
    /// Nothing of the page could be read.
    #[must_use]
    pub fn everything() -> Self {
        Self {
            everything: true,
            fields: BTreeSet::new(),
        }
    }

    /// Notes that a field, of the page or of an entry in it, has a value that could not be read.
    pub fn note(&mut self, field: &'static str) {
        self.fields.insert(field);
    }

    /// Whether all is there.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        !self.everything && self.fields.is_empty()
    }

    /// Whether nothing could be read.
    #[must_use]
    pub fn is_everything(&self) -> bool {
        self.everything
    }

    /// Whether one of these fields may be missing only because it could not be read.
    #[must_use]
    pub fn holds_any(&self, fields: &[&str]) -> bool {
        self.everything || fields.iter().any(|field| self.fields.contains(field))
    }
}
