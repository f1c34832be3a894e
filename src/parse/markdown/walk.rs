//! Going through a text: its links, headings, words.
//!
//! The functions call themselves for what is nested; [`super::MAX_DEPTH`] bounds the depth.

use super::ast::{
    Block, Body, Definition, Footnote, Heading, Inline, List, Paragraph, Table, TableCell,
};
use super::runs::{self, Run};
use crate::source::Span;

/// What kind of place a piece of text stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Where {
    /// In running text.
    Text,
    /// In a heading, in the headings of a table or in its caption.
    Heading,
    /// In a link.
    Link,
    /// In text shown as typed.
    Code,
    /// In a quotation.
    Quote,
}

/// A heading as lists of contents and anchors need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadingView<'a> {
    /// 2 to 6.
    pub level: u8,
    /// The id on the page.
    pub id: &'a str,
    /// The author's number, where the page is numbered.
    pub number: Option<&'a str>,
    /// Its words, without the number.
    pub text: String,
    /// The whole heading.
    pub span: Span,
}

impl<L> Default for Body<L> {
    /// A text without a word.
    fn default() -> Self {
        Self {
            blocks: Vec::new(),
            footnotes: Vec::new(),
        }
    }
}

impl<L> Body<L> {
    /// Whether there is nothing to show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty() && self.footnotes.is_empty()
    }

    /// The text of a body that is one plain paragraph, without a number or footnotes.
    #[must_use]
    pub fn as_inline(&self) -> Option<&[Inline<L>]> {
        match self.blocks.as_slice() {
            [Block::Paragraph(paragraph)]
                if paragraph.number.is_none() && self.footnotes.is_empty() =>
            {
                Some(&paragraph.content)
            }
            _ => None,
        }
    }

    /// The same text with every link changed.
    #[must_use]
    pub fn map_links<M>(self, change: &mut impl FnMut(L) -> M) -> Body<M> {
        let Body { blocks, footnotes } = self;
        Body {
            blocks: map_blocks(blocks, change),
            footnotes: footnotes
                .into_iter()
                .map(|footnote| {
                    let Footnote {
                        label,
                        marks,
                        blocks,
                        span,
                    } = footnote;
                    Footnote {
                        label,
                        marks,
                        blocks: map_blocks(blocks, change),
                        span,
                    }
                })
                .collect(),
        }
    }

    /// The words of the text alone: blocks are parted by a line end, footnotes come last.
    #[must_use]
    pub fn plain_text(&self) -> String {
        let mut text = String::new();
        plain_blocks(&self.blocks, &mut text);
        for footnote in &self.footnotes {
            plain_blocks(&footnote.blocks, &mut text);
        }
        text.truncate(text.trim_end().len());
        text
    }

    /// The headings in their order, those in quotations and lists included.
    #[must_use]
    pub fn headings(&self) -> Vec<HeadingView<'_>> {
        let mut headings = Vec::new();
        self.visit_blocks(&mut |block| {
            if let Block::Heading(heading) = block {
                headings.push(HeadingView {
                    level: heading.level,
                    id: &heading.id,
                    number: heading
                        .number
                        .as_ref()
                        .map(|number| number.written.as_str()),
                    text: plain_text(&heading.content),
                    span: heading.span,
                });
            }
        });
        headings
    }

    /// Every id that a link can lead to: of headings and of numbered paragraphs.
    #[must_use]
    pub fn anchors(&self) -> Vec<&str> {
        let mut anchors = Vec::new();
        self.visit_blocks(&mut |block| match block {
            Block::Heading(heading) => {
                anchors.push(heading.id.as_str());
                anchors.extend(
                    heading
                        .number
                        .iter()
                        .map(|number| number.id.as_str())
                        .filter(|id| *id != heading.id),
                );
            }
            Block::Paragraph(paragraph) => {
                anchors.extend(paragraph.number.iter().map(|number| number.id.as_str()));
            }
            _ => {}
        });
        anchors
    }

    /// Visits every block, outer ones before what they hold, footnotes last.
    pub fn visit_blocks<'a>(&'a self, visit: &mut impl FnMut(&'a Block<L>)) {
        visit_blocks(&self.blocks, visit);
        for footnote in &self.footnotes {
            visit_blocks(&footnote.blocks, visit);
        }
    }

    /// Visits every text in the author's order, footnotes last; text that belongs together comes
    /// as one [`Run`].
    pub fn visit_text(&self, mut visit: impl FnMut(&Run, Where)) {
        self.visit_inlines(&mut |inlines, place| {
            for run in runs::runs(inlines) {
                visit(&run, place);
            }
            for inline in inlines {
                if let Inline::Code { text, span } = inline {
                    visit(&Run::of(text, *span), Where::Code);
                }
            }
        });
        self.visit_blocks(&mut |block| {
            if let Block::Code { text, span, .. } = block {
                visit(&Run::of(text, *span), Where::Code);
            }
        });
    }

    /// Visits every sequence of inline parts, outer ones before those that they hold.
    pub fn visit_inlines<'a>(&'a self, visit: &mut impl FnMut(&'a [Inline<L>], Where)) {
        inlines_of_blocks(&self.blocks, Where::Text, visit);
        for footnote in &self.footnotes {
            inlines_of_blocks(&footnote.blocks, Where::Text, visit);
        }
    }
}

/// The words of a line of text alone: the alternative of a picture, the text of a link, a line
/// end as a space.
#[must_use]
pub fn plain_text<L>(inlines: &[Inline<L>]) -> String {
    let mut text = String::new();
    plain_inlines(inlines, &mut text);
    text
}

fn plain_blocks<L>(blocks: &[Block<L>], text: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => {
                if let Some(number) = &paragraph.number {
                    text.push_str(&number.written);
                    text.push(' ');
                }
                plain_inlines(&paragraph.content, text);
            }
            Block::Heading(heading) => {
                if let Some(number) = &heading.number {
                    text.push_str(&number.written);
                    text.push(' ');
                }
                plain_inlines(&heading.content, text);
            }
            Block::List(list) => list.items.iter().for_each(|item| plain_blocks(item, text)),
            Block::Quote { blocks, .. } => plain_blocks(blocks, text),
            Block::Code { text: code, .. } => text.push_str(code.trim_end()),
            Block::Table(table) => plain_table(table, text),
            Block::Definitions(definitions) => {
                for definition in definitions {
                    for term in &definition.terms {
                        plain_inlines(term, text);
                        end_line(text);
                    }
                    for meaning in &definition.meanings {
                        plain_blocks(meaning, text);
                    }
                }
            }
            Block::Diagram(diagram) => {
                text.push_str(&diagram.title);
                end_line(text);
                plain_items(&diagram.items, text);
            }
            Block::Structure(_) | Block::Rule => {}
        }
        end_line(text);
    }
}

fn plain_table<L>(table: &Table<L>, text: &mut String) {
    if let Some(caption) = &table.caption {
        plain_inlines(caption, text);
        end_line(text);
    }
    for row in std::iter::once(&table.head).chain(&table.rows) {
        for (index, cell) in row.iter().enumerate() {
            if index > 0 {
                text.push('\t');
            }
            plain_inlines(&cell.content, text);
        }
        end_line(text);
    }
}

fn plain_items(items: &[super::DiagramItem], text: &mut String) {
    for item in items {
        text.push_str(&item.label);
        end_line(text);
        plain_items(&item.children, text);
    }
}

fn plain_inlines<L>(inlines: &[Inline<L>], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text { text, .. } | Inline::Code { text, .. } => out.push_str(text),
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Strikethrough(content)
            | Inline::Link { content, .. } => plain_inlines(content, out),
            Inline::Image { alt, .. } => out.push_str(alt),
            Inline::FootnoteMark { .. } | Inline::TaskMark { .. } => {}
            Inline::SoftBreak | Inline::HardBreak => out.push(' '),
        }
    }
}

fn end_line(text: &mut String) {
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
}

fn visit_blocks<'a, L>(blocks: &'a [Block<L>], visit: &mut impl FnMut(&'a Block<L>)) {
    for block in blocks {
        visit(block);
        match block {
            Block::List(list) => list.items.iter().for_each(|item| visit_blocks(item, visit)),
            Block::Quote { blocks, .. } => visit_blocks(blocks, visit),
            Block::Definitions(definitions) => {
                for meaning in definitions
                    .iter()
                    .flat_map(|definition| &definition.meanings)
                {
                    visit_blocks(meaning, visit);
                }
            }
            Block::Paragraph(_)
            | Block::Heading(_)
            | Block::Code { .. }
            | Block::Table(_)
            | Block::Diagram(_)
            | Block::Structure(_)
            | Block::Rule => {}
        }
    }
}

/// Changes every block, outer ones before what they hold.
pub(super) fn visit_blocks_mut<L>(blocks: &mut [Block<L>], visit: &mut impl FnMut(&mut Block<L>)) {
    for block in blocks {
        visit(block);
        match block {
            Block::List(list) => {
                for item in &mut list.items {
                    visit_blocks_mut(item, visit);
                }
            }
            Block::Quote { blocks, .. } => visit_blocks_mut(blocks, visit),
            Block::Definitions(definitions) => {
                for definition in definitions {
                    for meaning in &mut definition.meanings {
                        visit_blocks_mut(meaning, visit);
                    }
                }
            }
            Block::Paragraph(_)
            | Block::Heading(_)
            | Block::Code { .. }
            | Block::Table(_)
            | Block::Diagram(_)
            | Block::Structure(_)
            | Block::Rule => {}
        }
    }
}

/// Changes every sequence of inline parts that stands in a block, without those nested in it.
pub(super) fn visit_contents_mut<L>(
    blocks: &mut [Block<L>],
    visit: &mut impl FnMut(&mut Vec<Inline<L>>),
) {
    visit_blocks_mut(blocks, &mut |block| match block {
        Block::Paragraph(paragraph) => visit(&mut paragraph.content),
        Block::Heading(heading) => visit(&mut heading.content),
        Block::Table(table) => {
            if let Some(caption) = &mut table.caption {
                visit(caption);
            }
            for cell in std::iter::once(&mut table.head)
                .chain(&mut table.rows)
                .flatten()
            {
                visit(&mut cell.content);
            }
        }
        Block::Definitions(definitions) => {
            for term in definitions
                .iter_mut()
                .flat_map(|definition| &mut definition.terms)
            {
                visit(term);
            }
        }
        Block::List(_)
        | Block::Quote { .. }
        | Block::Code { .. }
        | Block::Diagram(_)
        | Block::Structure(_)
        | Block::Rule => {}
    });
}

/// Changes a sequence of inline parts and every sequence nested in it.
pub(super) fn visit_sequences_mut<L>(
    inlines: &mut Vec<Inline<L>>,
    visit: &mut impl FnMut(&mut Vec<Inline<L>>),
) {
    visit(inlines);
    for inline in inlines {
        if let Some(content) = content_mut(inline) {
            visit_sequences_mut(content, visit);
        }
    }
}

/// Changes every inline part in the order of the text.
pub(super) fn visit_each_mut<L>(inlines: &mut [Inline<L>], visit: &mut impl FnMut(&mut Inline<L>)) {
    for inline in inlines {
        visit(inline);
        if let Some(content) = content_mut(inline) {
            visit_each_mut(content, visit);
        }
    }
}

fn content_mut<L>(inline: &mut Inline<L>) -> Option<&mut Vec<Inline<L>>> {
    match inline {
        Inline::Emphasis(content)
        | Inline::Strong(content)
        | Inline::Strikethrough(content)
        | Inline::Link { content, .. } => Some(content),
        Inline::Text { .. }
        | Inline::Code { .. }
        | Inline::Image { .. }
        | Inline::FootnoteMark { .. }
        | Inline::TaskMark { .. }
        | Inline::SoftBreak
        | Inline::HardBreak => None,
    }
}

fn inlines_of_blocks<'a, L>(
    blocks: &'a [Block<L>],
    place: Where,
    visit: &mut impl FnMut(&'a [Inline<L>], Where),
) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => nested(&paragraph.content, place, visit),
            Block::Heading(heading) => nested(&heading.content, Where::Heading, visit),
            Block::List(list) => {
                for item in &list.items {
                    inlines_of_blocks(item, place, visit);
                }
            }
            Block::Quote { alert, blocks } => {
                let place = if alert.is_some() { place } else { Where::Quote };
                inlines_of_blocks(blocks, place, visit);
            }
            Block::Table(table) => {
                if let Some(caption) = &table.caption {
                    nested(caption, Where::Heading, visit);
                }
                for cell in &table.head {
                    nested(&cell.content, Where::Heading, visit);
                }
                for cell in table.rows.iter().flatten() {
                    nested(&cell.content, place, visit);
                }
            }
            Block::Definitions(definitions) => {
                for definition in definitions {
                    for term in &definition.terms {
                        nested(term, place, visit);
                    }
                    for meaning in &definition.meanings {
                        inlines_of_blocks(meaning, place, visit);
                    }
                }
            }
            Block::Code { .. } | Block::Diagram(_) | Block::Structure(_) | Block::Rule => {}
        }
    }
}

fn nested<'a, L>(
    inlines: &'a [Inline<L>],
    place: Where,
    visit: &mut impl FnMut(&'a [Inline<L>], Where),
) {
    visit(inlines, place);
    for inline in inlines {
        match inline {
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Strikethrough(content) => nested(content, place, visit),
            Inline::Link { content, .. } => nested(content, Where::Link, visit),
            _ => {}
        }
    }
}

fn map_blocks<L, M>(blocks: Vec<Block<L>>, change: &mut impl FnMut(L) -> M) -> Vec<Block<M>> {
    blocks
        .into_iter()
        .map(|block| map_block(block, change))
        .collect()
}

fn map_block<L, M>(block: Block<L>, change: &mut impl FnMut(L) -> M) -> Block<M> {
    match block {
        Block::Paragraph(Paragraph {
            content,
            number,
            span,
        }) => Block::Paragraph(Paragraph {
            content: map_inlines(content, change),
            number,
            span,
        }),
        Block::Heading(Heading {
            level,
            id,
            content,
            number,
            span,
        }) => Block::Heading(Heading {
            level,
            id,
            content: map_inlines(content, change),
            number,
            span,
        }),
        Block::List(List {
            marks,
            tight,
            items,
        }) => Block::List(List {
            marks,
            tight,
            items: items
                .into_iter()
                .map(|item| map_blocks(item, change))
                .collect(),
        }),
        Block::Quote { alert, blocks } => Block::Quote {
            alert,
            blocks: map_blocks(blocks, change),
        },
        Block::Code {
            language,
            text,
            span,
        } => Block::Code {
            language,
            text,
            span,
        },
        Block::Table(table) => Block::Table(map_table(table, change)),
        Block::Definitions(definitions) => Block::Definitions(
            definitions
                .into_iter()
                .map(|Definition { terms, meanings }| Definition {
                    terms: terms
                        .into_iter()
                        .map(|term| map_inlines(term, change))
                        .collect(),
                    meanings: meanings
                        .into_iter()
                        .map(|meaning| map_blocks(meaning, change))
                        .collect(),
                })
                .collect(),
        ),
        Block::Diagram(diagram) => Block::Diagram(diagram),
        Block::Structure(span) => Block::Structure(span),
        Block::Rule => Block::Rule,
    }
}

fn map_table<L, M>(table: Table<L>, change: &mut impl FnMut(L) -> M) -> Table<M> {
    let Table {
        caption,
        alignments,
        head,
        rows,
        row_header,
        span,
    } = table;
    Table {
        caption: caption.map(|caption| map_inlines(caption, change)),
        alignments,
        head: map_cells(head, change),
        rows: rows.into_iter().map(|row| map_cells(row, change)).collect(),
        row_header,
        span,
    }
}

fn map_cells<L, M>(cells: Vec<TableCell<L>>, change: &mut impl FnMut(L) -> M) -> Vec<TableCell<M>> {
    cells
        .into_iter()
        .map(|TableCell { content, span }| TableCell {
            content: map_inlines(content, change),
            span,
        })
        .collect()
}

fn map_inlines<L, M>(inlines: Vec<Inline<L>>, change: &mut impl FnMut(L) -> M) -> Vec<Inline<M>> {
    inlines
        .into_iter()
        .map(|inline| match inline {
            Inline::Text { text, span } => Inline::Text { text, span },
            Inline::Code { text, span } => Inline::Code { text, span },
            Inline::Emphasis(content) => Inline::Emphasis(map_inlines(content, change)),
            Inline::Strong(content) => Inline::Strong(map_inlines(content, change)),
            Inline::Strikethrough(content) => Inline::Strikethrough(map_inlines(content, change)),
            Inline::Link {
                link,
                content,
                span,
            } => Inline::Link {
                link: change(link),
                content: map_inlines(content, change),
                span,
            },
            Inline::Image {
                link,
                alt,
                decorative,
                span,
            } => Inline::Image {
                link: change(link),
                alt,
                decorative,
                span,
            },
            Inline::FootnoteMark {
                footnote,
                mark,
                span,
            } => Inline::FootnoteMark {
                footnote,
                mark,
                span,
            },
            Inline::TaskMark { done } => Inline::TaskMark { done },
            Inline::SoftBreak => Inline::SoftBreak,
            Inline::HardBreak => Inline::HardBreak,
        })
        .collect()
}
