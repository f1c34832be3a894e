//! What comes of an element when it ends.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::ast::{
    Alignment, Block, Definition, Heading, Inline, List, Paragraph, Table, TableCell,
};
use super::diagram::{Fenced, fenced_block};
use super::frame::{Blocks, Inlines, Kind};
use super::links::RawLink;
use super::lists::{self, OwnMark};
use super::paragraphs::{NumberForm, take_number};
use super::plain::plain_text;
use super::prepare::{Prepared, prepare};
use super::reader::Builder;
use super::{ReadOptions, raw_html, tables};
use crate::diagnostic::{Diagnostic, codes};

impl Builder<'_> {
    /// Items with other marks begin another list: `a)` after `1)`, which the parser puts together,
    /// and `7.` after `1.`, which it would count as `2.`.
    pub(super) fn end_list(
        &mut self,
        start: Option<u64>,
        tight: bool,
        items: Vec<(usize, Blocks)>,
    ) {
        let own = |place: &usize| self.prepared.list_marks.get(place).copied();
        let number = |place: usize| number_at(self.original.get(place..)?);
        // Who types 1. before every item leaves the counting to the program.
        let first = items.first().and_then(|(place, _)| number(*place));
        let is_counted = items.iter().any(|(place, _)| number(*place) != first);
        let mut lists: Vec<(Option<OwnMark>, usize, Vec<Blocks>)> = Vec::new();
        let mut last = None;
        for (place, item) in items {
            let mark = own(&place);
            let typed = number(place);
            let goes_on = !is_counted || typed == last.map(|last: u64| last.saturating_add(1));
            match lists.last_mut() {
                Some((first, _, items)) if same_list(*first, mark) && goes_on => items.push(item),
                _ => lists.push((mark, place, vec![item])),
            }
            last = typed;
        }
        for (index, (mark, place, items)) in lists.into_iter().enumerate() {
            let written = self.original.get(place..).unwrap_or_default();
            let marks = match mark {
                Some(mark) => mark.list_marks(),
                None if index == 0 => lists::common_marks(written, start),
                None => lists::common_marks(
                    written,
                    start.map(|start| number_at(written).unwrap_or(start)),
                ),
            };
            self.push_block(Block::List(List {
                marks,
                tight,
                items,
            }));
        }
    }

    pub(super) fn end_term(&mut self, term: Inlines) {
        if let Kind::Definitions(definitions) = &mut self.top().kind {
            match definitions.last_mut() {
                Some(last) if last.meanings.is_empty() => last.terms.push(term),
                _ => definitions.push(Definition {
                    terms: vec![term],
                    meanings: Vec::new(),
                }),
            }
        }
    }

    pub(super) fn end_meaning(&mut self, meaning: Blocks) {
        if let Kind::Definitions(definitions) = &mut self.top().kind
            && let Some(last) = definitions.last_mut()
        {
            last.meanings.push(meaning);
        }
    }

    pub(super) fn end_paragraph(&mut self, mut content: Inlines, range: Range<usize>) {
        self.html_open.clear();
        let number = self
            .options
            .numbered
            .then(|| take_number(&mut content, NumberForm::WithDot))
            .flatten();
        let span = self.span(trim(self.original, range));
        self.push_block(Block::Paragraph(Paragraph {
            content,
            number,
            span,
        }));
    }

    pub(super) fn end_heading(
        &mut self,
        level: u8,
        id: String,
        mut content: Inlines,
        range: Range<usize>,
    ) {
        self.html_open.clear();
        let whole = trim(self.original, range.clone());
        let span = self.span(whole.clone());
        if !self.options.is_body {
            let source = self.original.get(range).unwrap_or_default();
            let marks = source.len() - source.trim_start_matches('#').len();
            if marks > 0 {
                let typed = Inline::Text {
                    text: "#".repeat(marks) + " ",
                    span: self.span(whole.start..whole.start + marks),
                };
                content.insert(0, typed);
            }
            self.push_block(Block::Paragraph(Paragraph {
                content,
                number: None,
                span,
            }));
            return;
        }
        let number = self
            .options
            .numbered
            .then(|| take_number(&mut content, NumberForm::Any))
            .flatten();
        let has_picture = content
            .iter()
            .any(|inline| matches!(inline, Inline::Image { .. }));
        if plain_text(&content).trim().is_empty() && !has_picture {
            self.out.messages.push(Diagnostic::new(
                &codes::EMPTY_HEADING,
                span,
                "This heading has no words",
                "Type the words after ##, or take the line away.",
            ));
        }
        if !content.is_empty() || number.is_some() {
            self.push_block(Block::Heading(Heading {
                level,
                id,
                content,
                number,
                span,
            }));
        }
    }

    pub(super) fn end_code(&mut self, info: Option<String>, text: String, range: Range<usize>) {
        let whole = trim(self.original, range);
        let source = self.original.get(whole.clone()).unwrap_or_default();
        let span = self.span(whole.clone());
        let Some(info) = info else {
            self.push_block(Block::Code {
                language: None,
                text,
                span,
            });
            return;
        };
        let first_line = source.lines().next().unwrap_or_default().len();
        let opening = self.span(whole.start..whole.start + first_line);
        let (block, messages) = fenced_block(Fenced {
            info: &info,
            text,
            source,
            span,
            opening,
        });
        self.out.messages.extend(messages);
        self.push_block(block);
    }

    pub(super) fn end_html(&mut self, lines: &[(String, Range<usize>)], range: Range<usize>) {
        let html: String = lines.iter().map(|(line, _)| line.as_str()).collect();
        let mut content = Inlines::new();
        let mut reported = false;
        for piece in raw_html::pieces(&html) {
            let part = match piece {
                raw_html::Piece::Shown(part) => part,
                raw_html::Piece::Comment(part) => {
                    let place = self.span(raw_html::place_in_lines(lines, &part));
                    self.out.messages.push(raw_html::comment(place));
                    continue;
                }
                raw_html::Piece::OpenComment(part) => {
                    let first = raw_html::lines_of_part(lines, &part).into_iter().next();
                    let place = first.map_or(range.clone(), |(_, place)| place);
                    let place = self.span(place);
                    self.out.messages.push(raw_html::open_comment(place));
                    reported = true;
                    part
                }
            };
            for (text, place) in raw_html::lines_of_part(lines, &part) {
                if !content.is_empty() {
                    content.push(Inline::SoftBreak);
                }
                // What follows a comment on its line is the author's text.
                if !reported
                    && !text.contains('<')
                    && self.original.get(place.clone()) == Some(text)
                {
                    content.extend(self.line_of_text(place));
                    continue;
                }
                let span = self.span(place);
                if !reported {
                    self.out.messages.push(raw_html::shown(text, span));
                    reported = true;
                }
                content.push(Inline::Text {
                    text: text.to_owned(),
                    span,
                });
            }
        }
        if !content.is_empty() {
            let span = self.span(trim(self.original, range));
            self.push_block(Block::Paragraph(Paragraph {
                content,
                number: None,
                span,
            }));
        }
    }

    pub(super) fn end_row(&mut self, cells: Vec<TableCell<RawLink>>, range: Range<usize>) {
        let whole = trim(self.original, range);
        let written = tables::count_cells(self.original.get(whole.clone()).unwrap_or_default());
        let span = self.span(whole);
        let Kind::Table {
            alignments,
            head,
            rows,
        } = &mut self.top().kind
        else {
            return;
        };
        let columns = alignments.len();
        if head.is_empty() {
            *head = cells;
            return;
        }
        rows.push(cells);
        if written > columns {
            self.out.messages.push(Diagnostic::new(
                &codes::TABLE_ROW_TOO_LONG,
                span,
                format!("This row has {written} cells and the table has {columns} columns; the rest would be lost"),
                "Join two cells, or add a column to the first two lines of the table; a bar inside a cell is typed \\|.",
            ));
        }
    }

    pub(super) fn end_table(
        &mut self,
        alignments: Vec<Alignment>,
        head: Vec<TableCell<RawLink>>,
        rows: Vec<Vec<TableCell<RawLink>>>,
        range: Range<usize>,
    ) {
        let marks = self
            .prepared
            .table_marks
            .range(..=range.start)
            .next_back()
            .filter(|(start, _)| !self.original[**start..range.start].contains('\n'));
        let mut caption = None;
        let mut row_header = true;
        if let Some((start, marks)) = marks {
            self.out.captioned.insert(*start);
            // A table needs headings of one kind or the other.
            row_header = !marks.no_row_header || head.iter().all(TableCell::is_empty);
            caption = marks.caption.clone();
        }
        let caption = caption
            .filter(|words| !words.is_empty())
            .map(|words| self.line_of_text(words));
        let whole = trim(self.original, range.clone());
        self.out.tables.push(range);
        let span = self.span(whole);
        self.push_block(Block::Table(Table {
            caption,
            alignments,
            head,
            rows,
            row_header,
            span,
        }));
    }

    /// A line that the parser did not see as text, such as a caption, read as a text of its own.
    fn line_of_text(&mut self, words: Range<usize>) -> Inlines {
        let text = &self.original[words.clone()];
        let prepared = Prepared {
            list_marks: BTreeMap::new(),
            table_marks: BTreeMap::new(),
            ..prepare(text, &BTreeSet::new())
        };
        let locate = self.locate.from(words.start);
        let options = ReadOptions::default();
        let read = Builder::new(text, &prepared, locate, options).run();
        match read.blocks.as_slice() {
            [Block::Paragraph(paragraph)] => {
                let content = paragraph.content.clone();
                self.out.messages.extend(read.messages);
                content
            }
            // "1. Members" is a line of text here, not a list: it is taken as typed.
            _ => vec![Inline::Text {
                text: text.to_owned(),
                span: self.span(words),
            }],
        }
    }
}

fn same_list(first: Option<OwnMark>, mark: Option<OwnMark>) -> bool {
    match (first, mark) {
        (None, None) => true,
        (Some(first), Some(mark)) => first.continues(mark),
        _ => false,
    }
}

fn number_at(text: &str) -> Option<u64> {
    let digits = text.find(|c: char| !c.is_ascii_digit())?;
    text[..digits].parse().ok()
}

/// A range without the spaces and line ends at its end.
pub(super) fn trim(text: &str, range: Range<usize>) -> Range<usize> {
    let length = text
        .get(range.clone())
        .map_or(range.len(), |part| part.trim_end().len());
    range.start..range.start + length
}
