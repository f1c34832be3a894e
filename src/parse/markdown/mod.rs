//! Markdown: from an author's text to blocks and runs of text, each with its place.
//!
//! [`read`] takes a body or a value of front matter. It never fails: what cannot be published as
//! written becomes a message, and the text itself is kept. Raw HTML is text. The result is generic
//! over its links: [`RawLink`] as written here, resolved once by the model through
//! [`Body::map_links`].
//!
//! Before the text is parsed, [`prepare`] rewrites it byte for byte at equal length, so that what
//! authors write and `CommonMark` does not know (own list marks, spaces in link destinations,
//! table captions) is understood while every place stays true.

pub mod abbreviations;
mod ast;
mod diagram;
mod footnotes;
mod headings;
mod lines;
mod links;
mod lists;
mod locate;
mod paragraphs;
mod prepare;
mod proofread;
mod raw_html;
mod reader;
mod runs;
mod tables;
mod walk;

pub use ast::{
    Alert, Alignment, Block, Body, Definition, Diagram, DiagramItem, DiagramKind, Footnote,
    Heading, Inline, List, ListMarks, MarkStyle, NumberedRef, Numbering, Paragraph, Table,
    TableCell,
};
pub use links::{NameKind, RawDest, RawLink};
pub use locate::Locate;
pub use runs::{Run, run_at, runs};
pub use walk::{HeadingView, Where, plain_text};

use crate::diagnostic::Diagnostic;

/// The deepest nesting of quotations, lists and emphasis that is published.
pub const MAX_DEPTH: usize = 20;

/// What a text may hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// Whether headings and paragraphs that begin with a number are set with it (`numbered: yes`).
    pub numbered: bool,
    /// Whether this is the body of a page, where headings are allowed, or a value.
    pub is_body: bool,
}

/// Reads a text in Markdown.
///
/// `locate` says where the text stands in its file. The messages are in the order of their places.
#[must_use]
pub fn read(text: &str, locate: Locate, options: ReadOptions) -> (Body<RawLink>, Vec<Diagnostic>) {
    reader::read(text, locate, options)
}

#[cfg(test)]
mod tests;
