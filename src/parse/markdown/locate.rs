//! How a place in a Markdown text becomes a place in its file.

use std::ops::Range;

use crate::source::{FileId, Span};

/// Where a Markdown text stands in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Locate<'a> {
    /// Byte `k` of the text is byte `start + k` of the file.
    Exact {
        /// The file.
        file: FileId,
        /// The byte of the file at which the text begins.
        start: usize,
    },
    /// A text over several lines, whose bytes are spread over the file.
    Spread {
        /// The file.
        file: FileId,
        /// The byte of the file for each byte of the text, and for its end.
        bytes: &'a [usize],
    },
    /// Only the place of the whole is known.
    Whole(Span),
}

impl<'a> Locate<'a> {
    /// The place in the file of some bytes of the text.
    #[must_use]
    pub fn span(self, range: Range<usize>) -> Span {
        match self {
            Locate::Exact { file, start } => {
                Span::new(file, start + range.start, start + range.end)
            }
            Locate::Spread { file, bytes } => {
                let byte = |at: usize| bytes.get(at).or(bytes.last()).copied().unwrap_or(0);
                Span::new(file, byte(range.start), byte(range.end))
            }
            Locate::Whole(span) => span,
        }
    }

    /// Where the part of the text that begins at a byte stands.
    #[must_use]
    pub fn from(self, at: usize) -> Self {
        match self {
            Locate::Exact { file, start } => Locate::Exact {
                file,
                start: start + at,
            },
            Locate::Spread { file, bytes } => Locate::Spread {
                file,
                bytes: bytes.get(at..).unwrap_or_default(),
            },
            Locate::Whole(span) => Locate::Whole(span),
        }
    }
}
