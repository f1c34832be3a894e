//! Going through a text: its headings, anchors, words.
//!
//! The functions call themselves for what is nested; [`super::MAX_DEPTH`] bounds the depth.

use super::ast::{Block, Body, DiagramItem, Inline};
use super::plain::plain_text;
use super::runs::{self, Run};
use crate::source::Span;

/// What kind of place a piece of text stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Where {
    /// In running text.
    Text,
    /// In a heading, in the headings or caption of a table, in a diagram.
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
        self.visit_blocks(&mut |block| match block {
            Block::Code { text, span, .. } => visit(&Run::of(text, *span), Where::Code),
            Block::Diagram(diagram) => {
                visit(&Run::of(&diagram.title, diagram.span), Where::Heading);
                visit_items(&diagram.items, &mut |label| {
                    visit(&Run::of(label, diagram.span), Where::Heading);
                });
            }
            _ => {}
        });
    }

    /// Visits every sequence of inline parts, outer ones before those that they hold.
    pub fn visit_inlines<'a>(&'a self, visit: &mut impl FnMut(&'a [Inline<L>], Where)) {
        self.visit_contents(&mut |inlines, place| nested(inlines, place, visit));
    }

    /// Visits every sequence of inline parts that is the content of a block or cell, without those
    /// nested in it.
    pub fn visit_contents<'a>(&'a self, visit: &mut impl FnMut(&'a [Inline<L>], Where)) {
        contents_of_blocks(&self.blocks, Where::Text, visit);
        for footnote in &self.footnotes {
            contents_of_blocks(&footnote.blocks, Where::Text, visit);
        }
    }
}

fn visit_items(items: &[DiagramItem], visit: &mut impl FnMut(&str)) {
    for item in items {
        visit(&item.label);
        visit_items(&item.children, visit);
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

fn contents_of_blocks<'a, L>(
    blocks: &'a [Block<L>],
    place: Where,
    visit: &mut impl FnMut(&'a [Inline<L>], Where),
) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => visit(&paragraph.content, place),
            Block::Heading(heading) => visit(&heading.content, Where::Heading),
            Block::List(list) => {
                for item in &list.items {
                    contents_of_blocks(item, place, visit);
                }
            }
            Block::Quote { alert, blocks } => {
                let place = if alert.is_some() { place } else { Where::Quote };
                contents_of_blocks(blocks, place, visit);
            }
            Block::Table(table) => {
                if let Some(caption) = &table.caption {
                    visit(caption, Where::Heading);
                }
                for cell in &table.head {
                    visit(&cell.content, Where::Heading);
                }
                for cell in table.rows.iter().flatten() {
                    visit(&cell.content, place);
                }
            }
            Block::Definitions(definitions) => {
                for definition in definitions {
                    for term in &definition.terms {
                        visit(term, place);
                    }
                    for meaning in &definition.meanings {
                        contents_of_blocks(meaning, place, visit);
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
