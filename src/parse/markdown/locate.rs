//! How a place in a Markdown text becomes a place in its file.

use std::ops::Range;

use crate::source::{FileId, Span};

/// Where a Markdown text stands in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Locate {
    /// Byte `k` of the text is byte `start + k` of the file.
    Exact {
        /// The file.
        file: FileId,
        /// The byte of the file at which the text begins.
        start: usize,
    },
    /// A folded or quoted value: only the place of the whole is known.
    Whole(Span),
}

impl Locate {
    /// The place in the file of some bytes of the text.
    #[must_use]
    pub fn span(self, range: Range<usize>) -> Span {
        match self {
            Locate::Exact { file, start } => {
                Span::new(file, start + range.start, start + range.end)
            }
            Locate::Whole(span) => span,
        }
    }
}
