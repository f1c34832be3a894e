//! Markdown: from an author's text to blocks and runs of text, each with its place.
//!
//! [`read`] takes a body or a value of front matter. It never fails: what cannot be published as
//! written becomes a message, and the text itself is kept. Raw HTML is text. The result is generic
//! over its links: [`RawLink`] as written here, resolved once by the model through
//! [`Body::map_links`].
//!
//! Before the text is parsed, `prepare` rewrites it byte for byte at equal length, so that what
//! authors write and `CommonMark` does not know (own list marks, spaces in link destinations,
//! table captions) is understood while every place stays true.

pub mod abbreviations;
pub mod addresses;
mod ast;
mod diagram;
mod elements;
mod footnotes;
mod frame;
mod headings;
mod lines;
mod links;
mod lists;
mod locate;
mod map;
mod paragraphs;
mod plain;
mod prepare;
mod proofread;
mod raw_html;
mod reader;
mod references;
mod remarks;
mod runs;
mod tables;
mod walk;

pub use ast::{
    Alert, Alignment, Block, Body, Definition, Diagram, DiagramItem, DiagramKind, Footnote,
    Heading, Inline, List, ListMarks, MarkStyle, NumberedRef, Numbering, Paragraph, Table,
    TableCell,
};
pub use headings::LAYOUT_IDS;
pub use links::{NameKind, RawDest, RawLink};
pub use locate::Locate;
pub use plain::plain_text;
pub use runs::{Run, Whole, run_at, runs};
pub use walk::{HeadingView, Where};

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostic;
use frame::ReadEvents;
use reader::Builder;

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
pub fn read(
    text: &str,
    locate: Locate<'_>,
    options: ReadOptions,
) -> (Body<RawLink>, Vec<Diagnostic>) {
    let ReadEvents {
        blocks,
        footnotes,
        mut labels,
        mut messages,
        tables,
        captioned: _,
    } = read_events(text, locate, options);
    messages.extend(tables::uneven_heads(text, &tables, locate));
    let (mut body, missing) = footnotes::number(blocks, footnotes, &mut labels, options.is_body);
    messages.extend(missing);
    messages.extend(headings::give_ids(&mut body));
    messages.extend(proofread::proofread(&body));
    messages.sort_by(|a, b| a.primary.cmp(&b.primary));
    (body, messages)
}

/// A line can look like the first of a table and be none, for example in indented code. Then the
/// caption above it was taken for nothing: it is given back, and the text read once more.
fn read_events(text: &str, locate: Locate<'_>, options: ReadOptions) -> ReadEvents {
    let mut not_tables = BTreeSet::new();
    loop {
        let prepared = prepare::prepare(text, &not_tables);
        let read = Builder::new(text, &prepared, locate, options).run();
        let wrong: Vec<usize> = prepared
            .table_marks
            .keys()
            .copied()
            .filter(|start| !read.captioned.contains(start) && !not_tables.contains(start))
            .collect();
        if wrong.is_empty() {
            return read;
        }
        not_tables.extend(wrong);
    }
}

#[cfg(test)]
mod promises;
#[cfg(test)]
mod tests;
