//! Elements that have begun and not yet ended, and what came of those that have.

use std::collections::BTreeSet;
use std::ops::Range;

use super::ReadOptions;
use super::ast::{Alert, Alignment, Block, Definition, Inline, Paragraph, TableCell};
use super::footnotes::{self, Labels};
use super::links::RawLink;
use super::locate::Locate;
use super::paragraphs::{NumberForm, take_number};
use crate::diagnostic::Diagnostic;

/// What the events of a text say, before footnotes are numbered and ids given.
#[derive(Default)]
pub(super) struct ReadEvents {
    pub blocks: Vec<Block<RawLink>>,
    pub footnotes: Vec<footnotes::Written<RawLink>>,
    pub labels: Labels,
    pub messages: Vec<Diagnostic>,
    /// Where the tables stand.
    pub tables: Vec<Range<usize>>,
    /// The beginnings of the tables that took their marks.
    pub captioned: BTreeSet<usize>,
}

pub(super) type Inlines = Vec<Inline<RawLink>>;
pub(super) type Blocks = Vec<Block<RawLink>>;

/// An element that has begun and not yet ended.
pub(super) struct Frame {
    pub kind: Kind,
    pub range: Range<usize>,
    pub blocks: Blocks,
    /// Text that stands in the element itself, or not yet in a paragraph.
    pub inlines: Inlines,
    pub inlines_range: Option<Range<usize>>,
}

pub(super) enum Kind {
    Root,
    Quote(Option<Alert>),
    List {
        start: Option<u64>,
        tight: bool,
        /// Each with the byte at which its mark stands.
        items: Vec<(usize, Blocks)>,
    },
    Item,
    Footnote(String),
    Definitions(Vec<Definition<RawLink>>),
    Term,
    Meaning,
    Paragraph,
    Heading {
        level: u8,
        id: String,
    },
    Code {
        info: Option<String>,
        text: String,
    },
    Html(Vec<(String, Range<usize>)>),
    Table {
        alignments: Vec<Alignment>,
        head: Vec<TableCell<RawLink>>,
        rows: Vec<Vec<TableCell<RawLink>>>,
    },
    Row(Vec<TableCell<RawLink>>),
    Cell,
    Emphasis,
    Strong,
    Strikethrough,
    Link(RawLink),
    Image(RawLink),
}

impl Kind {
    /// Whether it counts against the depth that is published.
    pub fn is_nesting(&self) -> bool {
        matches!(
            self,
            Kind::Quote(_)
                | Kind::List { .. }
                | Kind::Definitions(_)
                | Kind::Emphasis
                | Kind::Strong
                | Kind::Strikethrough
                | Kind::Link(_)
                | Kind::Image(_)
        )
    }

    /// Whether text in it that has no paragraph gets one.
    pub fn holds_blocks(&self) -> bool {
        matches!(
            self,
            Kind::Root | Kind::Quote(_) | Kind::Item | Kind::Footnote(_) | Kind::Meaning
        )
    }
}

impl Frame {
    pub fn new(kind: Kind, range: Range<usize>) -> Self {
        Self {
            kind,
            range,
            blocks: Vec::new(),
            inlines: Vec::new(),
            inlines_range: None,
        }
    }

    /// Makes a paragraph of text that stands in a container without one, as in `- item`.
    pub fn flush(&mut self, locate: Locate, options: ReadOptions) {
        if !self.kind.holds_blocks() || self.inlines.is_empty() {
            return;
        }
        let mut content = std::mem::take(&mut self.inlines);
        let range = self.inlines_range.take().unwrap_or(self.range.clone());
        let number = options
            .numbered
            .then(|| take_number(&mut content, NumberForm::WithDot))
            .flatten();
        self.blocks.push(Block::Paragraph(Paragraph {
            content,
            number,
            span: locate.span(range),
        }));
    }
}
