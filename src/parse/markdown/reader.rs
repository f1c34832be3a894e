//! From the events of the parser to blocks; the only door to `pulldown_cmark`.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{
    Alignment as ParsedAlignment, BlockQuoteKind, BrokenLink, CodeBlockKind, Event, HeadingLevel,
    LinkType, Options, Parser, Tag, TagEnd,
};

use super::ast::{
    Alert, Alignment, Block, Body, Definition, Heading, Inline, List, Paragraph, Table, TableCell,
};
use super::diagram::{Fenced, fenced_block};
use super::footnotes::{self, Labels};
use super::lines::lines;
use super::links::{self, RawDest, RawLink};
use super::lists::{self, OwnMark};
use super::locate::Locate;
use super::paragraphs::{NumberForm, take_number};
use super::prepare::{Prepared, prepare};
use super::walk::plain_text;
use super::{MAX_DEPTH, ReadOptions, headings, proofread, raw_html, tables};
use crate::diagnostic::{Diagnostic, codes};
use crate::source::Span;

/// See [`super::read`].
pub(super) fn read(
    text: &str,
    locate: Locate,
    options: ReadOptions,
) -> (Body<RawLink>, Vec<Diagnostic>) {
    let mut not_tables = BTreeSet::new();
    // A line can look like the first of a table and be none, for example in indented code. Then
    // the caption above it was taken for nothing: it is given back and the text read once more.
    let read = loop {
        let prepared = prepare(text, &not_tables);
        let read = Builder::new(text, &prepared, locate, options).run();
        let found: Vec<usize> = prepared
            .table_marks
            .keys()
            .copied()
            .filter(|start| !read.captioned.contains(start) && !not_tables.contains(start))
            .collect();
        if found.is_empty() {
            break read;
        }
        not_tables.extend(found);
    };
    let ReadEvents {
        blocks,
        footnotes,
        mut labels,
        mut messages,
        tables,
        ..
    } = read;
    messages.extend(uneven_heads(text, &tables, locate));
    let (mut body, missing) = footnotes::number(blocks, footnotes, &mut labels);
    messages.extend(headings::give_ids(&mut body));
    messages.extend(proofread::proofread(&body));
    messages.extend(missing);
    messages.sort_by(|a, b| a.primary.cmp(&b.primary));
    (body, messages)
}

/// A row of dashes with another number of cells than the headings above it makes no table.
fn uneven_heads(text: &str, tables: &[Range<usize>], locate: Locate) -> Vec<Diagnostic> {
    let lines = lines(text);
    lines
        .windows(2)
        .filter_map(|pair| match pair {
            [head, dashes] if tables::is_delimiter_row(*dashes) && head.text.contains('|') => {
                Some((head, dashes))
            }
            _ => None,
        })
        .filter_map(|(head, dashes)| {
            let next = tables.partition_point(|table| table.end <= dashes.start);
            let in_table = tables
                .get(next)
                .is_some_and(|table| table.start < dashes.start + dashes.text.len());
            let above = tables::count_cells(head.content());
            let below = tables::count_cells(dashes.content());
            let start = head.start + head.indent();
            (!in_table && above != below && !head.fenced).then(|| {
                Diagnostic::new(
                    &codes::TABLE_ROW_TOO_LONG,
                    locate.span(start..head.start + head.text.len()),
                    format!("this line has {above} cells and the line of dashes below it has {below}, so they make no table"),
                    "type as many groups of dashes as there are headings: | --- | --- |",
                )
            })
        })
        .collect()
}

/// What the events of a text say, before footnotes are numbered and ids given.
struct ReadEvents {
    blocks: Vec<Block<RawLink>>,
    footnotes: Vec<footnotes::Written<RawLink>>,
    labels: Labels,
    messages: Vec<Diagnostic>,
    /// Where the tables stand.
    tables: Vec<Range<usize>>,
    /// The beginnings of the tables that took their marks.
    captioned: BTreeSet<usize>,
}

type Inlines = Vec<Inline<RawLink>>;
type Blocks = Vec<Block<RawLink>>;

/// An element that has begun and not yet ended.
struct Frame {
    kind: Kind,
    range: Range<usize>,
    blocks: Blocks,
    /// Text that stands in the element itself, or not yet in a paragraph.
    inlines: Inlines,
    inlines_range: Option<Range<usize>>,
}

enum Kind {
    Root,
    Quote(Option<Alert>),
    List {
        start: Option<u64>,
        tight: bool,
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
    /// Whether text in it that has no paragraph gets one.
    fn holds_blocks(&self) -> bool {
        matches!(
            self,
            Kind::Root | Kind::Quote(_) | Kind::Item | Kind::Footnote(_) | Kind::Meaning
        )
    }
}

struct Builder<'a> {
    original: &'a str,
    prepared: &'a Prepared,
    locate: Locate,
    options: ReadOptions,
    /// The outermost element is always there.
    root: Frame,
    stack: Vec<Frame>,
    /// For each begun element, whether it has a frame: those nested too deeply have none.
    open: Vec<bool>,
    depth: usize,
    /// Tags of HTML that have begun in this paragraph.
    html_open: Vec<String>,
    out: ReadEvents,
}

impl<'a> Builder<'a> {
    fn new(
        original: &'a str,
        prepared: &'a Prepared,
        locate: Locate,
        options: ReadOptions,
    ) -> Self {
        Self {
            original,
            prepared,
            locate,
            options,
            root: frame(Kind::Root, 0..original.len()),
            stack: Vec::new(),
            open: Vec::new(),
            depth: 0,
            html_open: Vec::new(),
            out: ReadEvents {
                blocks: Vec::new(),
                footnotes: Vec::new(),
                labels: Labels::default(),
                messages: Vec::new(),
                tables: Vec::new(),
                captioned: BTreeSet::new(),
            },
        }
    }

    fn run(mut self) -> ReadEvents {
        let mut unknown = Vec::new();
        let mut note_unknown = |link: BrokenLink<'_>| {
            if link.link_type == LinkType::Reference {
                unknown.push((link.span.clone(), link.reference.to_string()));
            }
            None
        };
        let parser = Parser::new_with_broken_link_callback(
            &self.prepared.text,
            OPTIONS,
            Some(&mut note_unknown),
        );
        for (event, range) in parser.into_offset_iter() {
            self.event(event, range);
        }
        let locate = self.locate;
        self.out
            .messages
            .extend(unknown.into_iter().map(|(range, reference)| {
                Diagnostic::new(
                    &codes::DEAD_LINK,
                    locate.span(range),
                    format!("there is no address for [{reference}]"),
                    format!("add it on a line of its own: [{reference}]: https://\u{2026}"),
                )
            }));
        flush(&mut self.root, self.locate, self.options);
        self.out.blocks = std::mem::take(&mut self.root.blocks);
        self.out
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text, range),
            Event::Code(code) => {
                let text = self.code_text(&code, &range);
                let span = self.span(range.clone());
                self.push_inline(Inline::Code { text, span }, range);
            }
            Event::Html(html) => {
                let html = self.written(&html, &range);
                if let Some(Frame {
                    kind: Kind::Html(lines),
                    ..
                }) = self.stack.last_mut()
                {
                    lines.push((html, range));
                }
            }
            Event::InlineHtml(html) => self.inline_html(&html, range),
            Event::FootnoteReference(label) => {
                let mark = Inline::FootnoteMark {
                    footnote: self.out.labels.index(&label),
                    mark: 0,
                    span: self.span(range.clone()),
                };
                self.push_inline(mark, range);
            }
            Event::SoftBreak => self.push_inline(Inline::SoftBreak, range),
            Event::HardBreak => self.push_inline(Inline::HardBreak, range),
            Event::Rule => self.push_block(Block::Rule),
            Event::TaskListMarker(done) => self.push_inline(Inline::TaskMark { done }, range),
            // Mathematics is not enabled.
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text, range),
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        let Some(kind) = self.kind(tag, &range) else {
            self.flush_top();
            self.open.push(false);
            return;
        };
        self.depth += usize::from(is_nesting(&kind));
        if matches!(kind, Kind::Paragraph)
            && let Some(list) = self.stack.len().checked_sub(2)
            && let Some(Frame {
                kind: Kind::List { tight, .. },
                ..
            }) = self.stack.get_mut(list)
        {
            *tight = false;
        }
        self.open.push(true);
        self.stack.push(frame(kind, range));
    }

    /// The element that a tag begins; `None` where what it holds goes to the element around it.
    fn kind(&mut self, tag: Tag<'_>, range: &Range<usize>) -> Option<Kind> {
        let kind = match tag {
            Tag::Paragraph => Kind::Paragraph,
            Tag::Heading {
                level,
                id,
                classes,
                attrs,
            } => {
                self.heading_messages(level, !classes.is_empty() || !attrs.is_empty(), range);
                Kind::Heading {
                    level: (level as u8).max(2),
                    id: id.map(|id| id.to_string()).unwrap_or_default(),
                }
            }
            Tag::BlockQuote(alert) => Kind::Quote(alert.map(self::alert)),
            Tag::CodeBlock(CodeBlockKind::Indented) => Kind::Code {
                info: None,
                text: String::new(),
            },
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => Kind::Code {
                info: Some(links::restore_spaces(&info)),
                text: String::new(),
            },
            Tag::HtmlBlock => Kind::Html(Vec::new()),
            Tag::List(start) => Kind::List {
                start,
                tight: true,
                items: Vec::new(),
            },
            Tag::Item => match self.top().kind {
                Kind::List { .. } => Kind::Item,
                _ => return None,
            },
            Tag::FootnoteDefinition(label) => Kind::Footnote(label.to_string()),
            Tag::DefinitionList => Kind::Definitions(Vec::new()),
            Tag::DefinitionListTitle => match self.top().kind {
                Kind::Definitions(_) => Kind::Term,
                _ => return None,
            },
            Tag::DefinitionListDefinition => match self.top().kind {
                Kind::Definitions(_) => Kind::Meaning,
                _ => return None,
            },
            Tag::Table(alignments) => Kind::Table {
                alignments: alignments.into_iter().map(alignment).collect(),
                head: Vec::new(),
                rows: Vec::new(),
            },
            Tag::TableHead | Tag::TableRow => Kind::Row(Vec::new()),
            Tag::TableCell => Kind::Cell,
            Tag::Emphasis => Kind::Emphasis,
            Tag::Strong => Kind::Strong,
            Tag::Strikethrough => Kind::Strikethrough,
            Tag::Link {
                link_type,
                dest_url,
                ..
            } => Kind::Link(self.link(&dest_url, link_type, range)),
            Tag::Image {
                link_type,
                dest_url,
                ..
            } => Kind::Image(RawLink {
                is_image: true,
                ..self.link(&dest_url, link_type, range)
            }),
            // Not enabled.
            Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) => return None,
        };
        if is_nesting(&kind) && self.depth >= MAX_DEPTH {
            self.too_deep(range);
            return None;
        }
        Some(kind)
    }

    fn heading_messages(&mut self, level: HeadingLevel, attributes: bool, range: &Range<usize>) {
        let span = self.span(trim(self.original, range.clone()));
        let line = self.original.get(range.clone()).unwrap_or_default();
        let words = line.lines().next().unwrap_or_default();
        let words = words.trim_matches(['#', ' ']);
        if !self.options.is_body {
            self.out.messages.push(Diagnostic::new(
                &codes::HEADING_LEVEL,
                span,
                "a heading cannot stand here; it is shown as typed",
                format!("type the words alone: {words}"),
            ));
        } else if words.is_empty() {
            self.out.messages.push(Diagnostic::new(
                &codes::EMPTY_HEADING,
                span,
                "this heading has no words",
                "type the words after ##, or take the line away",
            ));
        } else if level == HeadingLevel::H1 {
            self.out.messages.push(Diagnostic::new(
                &codes::HEADING_LEVEL,
                span,
                "a heading with one # is the title of a page, which it has already; this one is shown as ##",
                format!("type ## {words}"),
            ));
        }
        if attributes {
            self.out.messages.push(Diagnostic::new(
                &codes::RAW_HTML,
                span,
                "only an id may stand in curly brackets after a heading; the rest is left out",
                "type {#remit} or nothing",
            ));
        }
    }

    fn link(&mut self, dest: &str, link_type: LinkType, range: &Range<usize>) -> RawLink {
        let span = self.span(range.clone());
        let written = links::restore_spaces(dest);
        let (dest, message) = match link_type {
            LinkType::Email => (RawDest::Mail(written.clone()), None),
            _ => links::destination(&written, span),
        };
        self.out.messages.extend(message);
        RawLink {
            written,
            dest,
            span,
            is_image: false,
        }
    }

    fn too_deep(&mut self, range: &Range<usize>) {
        let is_first = !self
            .out
            .messages
            .iter()
            .any(|message| message.code == &codes::TOO_LARGE);
        if is_first {
            let end = range.start
                + self.prepared.text[range.start..]
                    .chars()
                    .next()
                    .map_or(0, char::len_utf8);
            let message = Diagnostic::new(
                &codes::TOO_LARGE,
                self.span(range.start..end),
                format!(
                    "lists, quotations and emphasis are nested more than {MAX_DEPTH} deep here; the deeper ones are shown as text"
                ),
                "write this part with fewer levels",
            );
            self.out.messages.push(message);
        }
    }

    fn end(&mut self, _tag: TagEnd) {
        if self.open.pop() != Some(true) {
            self.flush_top();
            return;
        }
        let Some(mut frame) = self.stack.pop() else {
            return;
        };
        self.depth -= usize::from(is_nesting(&frame.kind));
        if frame.kind.holds_blocks() {
            flush(&mut frame, self.locate, self.options);
        }
        let Frame {
            kind,
            range,
            blocks,
            inlines,
            ..
        } = frame;
        match kind {
            Kind::Root => {}
            Kind::Quote(alert) => self.push_block(Block::Quote { alert, blocks }),
            Kind::List {
                start,
                tight,
                items,
            } => self.end_list(start, tight, items),
            Kind::Item => {
                if let Kind::List { items, .. } = &mut self.top().kind {
                    items.push((range.start, blocks));
                }
            }
            Kind::Footnote(label) => {
                let span = self.span(trim(self.original, range));
                self.out.footnotes.push(footnotes::Written {
                    label,
                    blocks,
                    span,
                });
            }
            Kind::Definitions(definitions) => self.push_block(Block::Definitions(definitions)),
            Kind::Term => self.end_term(inlines),
            Kind::Meaning => self.end_meaning(blocks),
            Kind::Paragraph => self.end_paragraph(inlines, range),
            Kind::Heading { level, id } => self.end_heading(level, id, inlines, range),
            Kind::Code { info, text } => self.end_code(info, text, range),
            Kind::Html(lines) => self.end_html(&lines, range),
            Kind::Table {
                alignments,
                head,
                rows,
            } => self.end_table(alignments, head, rows, range),
            Kind::Row(cells) => self.end_row(cells, range),
            Kind::Cell => {
                let cell = TableCell {
                    content: inlines,
                    span: self.span(range),
                };
                if let Kind::Row(cells) = &mut self.top().kind {
                    cells.push(cell);
                }
            }
            Kind::Emphasis => self.push_inline(Inline::Emphasis(inlines), range),
            Kind::Strong => self.push_inline(Inline::Strong(inlines), range),
            Kind::Strikethrough => self.push_inline(Inline::Strikethrough(inlines), range),
            Kind::Link(link) => {
                let span = link.span;
                let link = Inline::Link {
                    link,
                    content: inlines,
                    span,
                };
                self.push_inline(link, range);
            }
            Kind::Image(link) => {
                let span = link.span;
                let picture = Inline::Image {
                    link,
                    alt: plain_text(&inlines).trim().to_owned(),
                    decorative: false,
                    span,
                };
                self.push_inline(picture, range);
            }
        }
    }

    /// Items with other marks begin another list: `a)` after `1)`, which the parser puts together.
    fn end_list(&mut self, start: Option<u64>, tight: bool, items: Vec<(usize, Blocks)>) {
        let own = |place: &usize| self.prepared.list_marks.get(place).copied();
        let mut lists: Vec<(Option<OwnMark>, usize, Vec<Blocks>)> = Vec::new();
        for (place, item) in items {
            let mark = own(&place);
            match lists.last_mut() {
                Some((first, _, items)) if same_list(*first, mark) => items.push(item),
                _ => lists.push((mark, place, vec![item])),
            }
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

    fn end_term(&mut self, term: Inlines) {
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

    fn end_meaning(&mut self, meaning: Blocks) {
        if let Kind::Definitions(definitions) = &mut self.top().kind
            && let Some(last) = definitions.last_mut()
        {
            last.meanings.push(meaning);
        }
    }

    fn end_paragraph(&mut self, mut content: Inlines, range: Range<usize>) {
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

    fn end_heading(&mut self, level: u8, id: String, mut content: Inlines, range: Range<usize>) {
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
        if !content.is_empty() {
            self.push_block(Block::Heading(Heading {
                level,
                id,
                content,
                number,
                span,
            }));
        }
    }

    fn end_code(&mut self, info: Option<String>, text: String, range: Range<usize>) {
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

    fn end_html(&mut self, lines: &[(String, Range<usize>)], range: Range<usize>) {
        let html: String = lines.iter().map(|(line, _)| line.as_str()).collect();
        let mut content = Inlines::new();
        let mut reported = false;
        for piece in raw_html::pieces(&html) {
            let (part, is_comment) = match piece {
                raw_html::Piece::Shown(part) => (part, false),
                raw_html::Piece::Comment(part) => (part, true),
            };
            if is_comment {
                let place = self.span(place_in_lines(lines, &part));
                self.out.messages.push(raw_html::comment(place));
                continue;
            }
            for (text, place) in lines_of_part(lines, &part) {
                if !content.is_empty() {
                    content.push(Inline::SoftBreak);
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

    fn inline_html(&mut self, html: &str, range: Range<usize>) {
        let html = self.written(html, &range);
        let span = self.span(range.clone());
        if html.starts_with("<!--") {
            self.out.messages.push(raw_html::comment(span));
            return;
        }
        let name = raw_html::tag_name(&html);
        let closes = html.starts_with("</");
        match self.html_open.iter().rposition(|open| *open == name) {
            Some(open) if closes => {
                self.html_open.truncate(open);
            }
            _ => {
                self.out.messages.push(raw_html::shown(&html, span));
                if self.html_open.len() < MAX_DEPTH {
                    self.html_open.push(name);
                }
            }
        }
        self.push_inline(Inline::Text { text: html, span }, range);
    }

    fn end_row(&mut self, cells: Vec<TableCell<RawLink>>, range: Range<usize>) {
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
                format!("this row has {written} cells and the table has {columns} columns; the rest would be lost"),
                "join two cells, or add a column to the first two lines of the table; a bar inside a cell is typed \\|",
            ));
        }
    }

    fn end_table(
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
            row_header = !marks.no_row_header;
            caption = marks.caption.clone();
        }
        let caption = caption
            .filter(|words| !words.is_empty())
            .map(|words| self.caption(words));
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

    /// A caption, read as a text of its own.
    fn caption(&mut self, words: Range<usize>) -> Inlines {
        let text = &self.original[words.clone()];
        let prepared = Prepared {
            list_marks: BTreeMap::new(),
            table_marks: BTreeMap::new(),
            ..prepare(text, &BTreeSet::new())
        };
        let locate = match self.locate {
            Locate::Exact { file, start } => Locate::Exact {
                file,
                start: start + words.start,
            },
            Locate::Whole(span) => Locate::Whole(span),
        };
        let options = ReadOptions::default();
        let read = Builder::new(text, &prepared, locate, options).run();
        match read.blocks.as_slice() {
            [Block::Paragraph(paragraph)] => {
                let content = paragraph.content.clone();
                self.out.messages.extend(read.messages);
                content
            }
            // "1. Members" is a caption, not a list: it is taken as typed.
            _ => vec![Inline::Text {
                text: text.to_owned(),
                span: self.span(words),
            }],
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        let text = self.written(text, &range);
        if let Kind::Code { text: code, .. } = &mut self.top().kind {
            code.push_str(&text);
            return;
        }
        const DECORATIVE: &str = "{.decorative}";
        if let Some(Inline::Image { decorative, .. }) = self.top().inlines.last_mut()
            && let Some(rest) = text.trim_start().strip_prefix(DECORATIVE)
        {
            *decorative = true;
            if !rest.is_empty() {
                let rest = rest.to_owned();
                let range = range.end - rest.len()..range.end;
                let span = self.span(range.clone());
                self.push_inline(Inline::Text { text: rest, span }, range);
            }
            return;
        }
        let span = self.span(range.clone());
        self.push_inline(Inline::Text { text, span }, range);
    }

    /// A piece of parsed text as its author wrote it.
    fn written(&self, text: &str, range: &Range<usize>) -> String {
        match self.original.get(range.clone()) {
            Some(original) if self.prepared.text.get(range.clone()) == Some(text) => {
                original.to_owned()
            }
            _ => links::restore_spaces(text),
        }
    }

    /// The text between two backticks as its author wrote it.
    fn code_text(&self, code: &str, range: &Range<usize>) -> String {
        let inside = self
            .prepared
            .text
            .get(range.clone())
            .and_then(|whole| whole.find(code))
            .map(|found| range.start + found..range.start + found + code.len())
            .and_then(|inside| self.original.get(inside));
        inside.map_or_else(|| links::restore_spaces(code), str::to_owned)
    }

    fn span(&self, range: Range<usize>) -> Span {
        self.locate.span(range)
    }

    fn top(&mut self) -> &mut Frame {
        self.stack.last_mut().unwrap_or(&mut self.root)
    }

    fn push_block(&mut self, block: Block<RawLink>) {
        self.flush_top();
        self.top().blocks.push(block);
    }

    fn flush_top(&mut self) {
        let (locate, options) = (self.locate, self.options);
        flush(self.top(), locate, options);
    }

    fn push_inline(&mut self, inline: Inline<RawLink>, range: Range<usize>) {
        let top = self.top();
        let start = top
            .inlines_range
            .as_ref()
            .map_or(range.start, |before| before.start);
        top.inlines_range = Some(start..range.end);
        top.inlines.push(inline);
    }
}

const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_DEFINITION_LIST)
    .union(Options::ENABLE_GFM);

fn frame(kind: Kind, range: Range<usize>) -> Frame {
    Frame {
        kind,
        range,
        blocks: Vec::new(),
        inlines: Vec::new(),
        inlines_range: None,
    }
}

/// Makes a paragraph of text that stands in a container without one, as in `- item`.
fn flush(frame: &mut Frame, locate: Locate, options: ReadOptions) {
    if !frame.kind.holds_blocks() || frame.inlines.is_empty() {
        return;
    }
    let mut content = std::mem::take(&mut frame.inlines);
    let range = frame.inlines_range.take().unwrap_or(frame.range.clone());
    let number = options
        .numbered
        .then(|| take_number(&mut content, NumberForm::WithDot))
        .flatten();
    frame.blocks.push(Block::Paragraph(Paragraph {
        content,
        number,
        span: locate.span(range),
    }));
}

fn is_nesting(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Quote(_)
            | Kind::List { .. }
            | Kind::Definitions(_)
            | Kind::Emphasis
            | Kind::Strong
            | Kind::Strikethrough
            | Kind::Link(_)
    )
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

fn alert(kind: BlockQuoteKind) -> Alert {
    match kind {
        BlockQuoteKind::Note => Alert::Note,
        BlockQuoteKind::Tip => Alert::Tip,
        BlockQuoteKind::Important => Alert::Important,
        BlockQuoteKind::Warning => Alert::Warning,
        BlockQuoteKind::Caution => Alert::Caution,
    }
}

fn alignment(alignment: ParsedAlignment) -> Alignment {
    match alignment {
        ParsedAlignment::None | ParsedAlignment::Left => Alignment::Start,
        ParsedAlignment::Center => Alignment::Centre,
        ParsedAlignment::Right => Alignment::End,
    }
}

/// A range without the spaces and line ends at its end.
fn trim(text: &str, range: Range<usize>) -> Range<usize> {
    let length = text
        .get(range.clone())
        .map_or(range.len(), |part| part.trim_end().len());
    range.start..range.start + length
}

/// Where a part of joined lines stands in the text.
fn place_in_lines(lines: &[(String, Range<usize>)], part: &Range<usize>) -> Range<usize> {
    let mut offset = 0;
    let mut place: Option<Range<usize>> = None;
    for (line, range) in lines {
        let begin = part.start.max(offset);
        let end = part.end.min(offset + line.len());
        if begin < end {
            let from = range.start + (begin - offset);
            let to = (range.start + (end - offset)).min(range.end);
            place = Some(place.map_or(from, |place| place.start)..to);
        }
        offset += line.len();
    }
    place.unwrap_or(0..0)
}

/// The lines of a part of joined lines that are not empty, each with its place.
fn lines_of_part<'a>(
    lines: &'a [(String, Range<usize>)],
    part: &Range<usize>,
) -> Vec<(&'a str, Range<usize>)> {
    let mut offset = 0;
    let mut found = Vec::new();
    for (line, range) in lines {
        let begin = part.start.max(offset);
        let end = part.end.min(offset + line.len());
        if begin < end {
            let text = &line[begin - offset..end - offset];
            let lead = text.len() - text.trim_start().len();
            let text = text.trim();
            if !text.is_empty() {
                let from = range.start + (begin - offset) + lead;
                found.push((text, from..from + text.len()));
            }
        }
        offset += line.len();
    }
    found
}
