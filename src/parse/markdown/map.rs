//! The same text with other links: how the model puts what it resolved in place of what was written.

use super::ast::{
    Block, Body, Definition, Footnote, Heading, Inline, List, Paragraph, Table, TableCell,
};

impl<L> Body<L> {
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
