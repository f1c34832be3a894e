//! The words of a text without anything else.

use super::ast::{Block, Body, DiagramItem, Inline, Table, TableCell};

impl<L> Body<L> {
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
}

impl<L> TableCell<L> {
    /// Whether there are no words in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        plain_text(&self.content).trim().is_empty()
    }
}

impl<L> Table<L> {
    /// Whether no column has a heading.
    #[must_use]
    pub fn has_empty_head(&self) -> bool {
        self.head.iter().all(TableCell::is_empty)
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

fn plain_items(items: &[DiagramItem], text: &mut String) {
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
