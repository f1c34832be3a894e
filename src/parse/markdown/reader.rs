//! From the events of the parser to blocks; the only door to `pulldown_cmark`.

use std::ops::Range;

use pulldown_cmark::{
    Alignment as ParsedAlignment, BlockQuoteKind, BrokenLink, CodeBlockKind, Event, LinkType,
    Options, Parser, Tag,
};

use super::ast::{Alert, Alignment, Block, Inline, TableCell};
use super::elements::trim;
use super::footnotes;
use super::frame::{Frame, Kind, ReadEvents};
use super::links::{self, RawDest, RawLink};
use super::locate::Locate;
use super::plain::plain_text;
use super::prepare::Prepared;
use super::{MAX_DEPTH, ReadOptions, raw_html, references};
use crate::diagnostic::Diagnostic;
use crate::source::Span;

/// Goes through the events of one text.
pub(super) struct Builder<'a> {
    pub original: &'a str,
    pub prepared: &'a Prepared,
    pub locate: Locate<'a>,
    pub options: ReadOptions,
    /// The outermost element is always there.
    root: Frame,
    stack: Vec<Frame>,
    /// For each begun element, whether it has a frame: those nested too deeply have none.
    open: Vec<bool>,
    depth: usize,
    pub too_deep_reported: bool,
    /// Tags of HTML that have begun in this paragraph.
    pub html_open: Vec<String>,
    pub out: ReadEvents,
}

impl<'a> Builder<'a> {
    pub fn new(
        original: &'a str,
        prepared: &'a Prepared,
        locate: Locate<'a>,
        options: ReadOptions,
    ) -> Self {
        Self {
            original,
            prepared,
            locate,
            options,
            root: Frame::new(Kind::Root, 0..original.len()),
            stack: Vec::new(),
            open: Vec::new(),
            depth: 0,
            too_deep_reported: false,
            html_open: Vec::new(),
            out: ReadEvents::default(),
        }
    }

    pub fn run(mut self) -> ReadEvents {
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
        let mut events = parser.into_offset_iter();
        let mut used = Vec::new();
        for (event, range) in events.by_ref() {
            if let Event::Start(Tag::Link { id, .. } | Tag::Image { id, .. }) = &event {
                used.push(id.to_string());
            }
            self.event(event, range);
        }
        let unused = references::unused(events.reference_definitions(), &used);
        drop(events);
        let missing = unknown
            .into_iter()
            .map(|(range, label)| references::missing_message(&label, self.span(range)));
        let unused = unused.into_iter().map(|(label, range)| {
            references::unused_message(&label, self.span(trim(self.original, range)))
        });
        let messages: Vec<Diagnostic> = missing.chain(unused).collect();
        self.out.messages.extend(messages);
        self.root.flush(self.locate, self.options);
        self.out.blocks = std::mem::take(&mut self.root.blocks);
        self.out
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(_) => self.end(),
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
        self.depth += usize::from(kind.is_nesting());
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
        self.stack.push(Frame::new(kind, range));
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
                title,
                ..
            } => {
                self.note_title(&title, range);
                Kind::Link(self.link(&dest_url, link_type, range))
            }
            Tag::Image {
                link_type,
                dest_url,
                title,
                ..
            } => {
                self.note_title(&title, range);
                Kind::Image(RawLink {
                    is_image: true,
                    ..self.link(&dest_url, link_type, range)
                })
            }
            // Not enabled.
            Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) => return None,
        };
        if kind.is_nesting() && self.depth >= MAX_DEPTH {
            self.too_deep(range);
            return None;
        }
        Some(kind)
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

    fn end(&mut self) {
        if self.open.pop() != Some(true) {
            self.flush_top();
            return;
        }
        let Some(mut frame) = self.stack.pop() else {
            return;
        };
        self.depth -= usize::from(frame.kind.is_nesting());
        if frame.kind.holds_blocks() {
            frame.flush(self.locate, self.options);
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
                let written = self.original.get(range.clone()).unwrap_or_default();
                let mark = range.start + written.len() - written.trim_start().len();
                if let Kind::List { items, .. } = &mut self.top().kind {
                    items.push((mark, blocks));
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
                let is_in_cell = self
                    .stack
                    .iter()
                    .any(|frame| matches!(frame.kind, Kind::Cell));
                let message = if is_in_cell && name == "br" {
                    raw_html::line_in_cell(span)
                } else {
                    raw_html::shown(&html, span)
                };
                self.out.messages.push(message);
                if self.html_open.len() < MAX_DEPTH {
                    self.html_open.push(name);
                }
            }
        }
        self.push_inline(Inline::Text { text: html, span }, range);
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        let text = self.written(text, &range);
        if let Kind::Code { text: code, .. } = &mut self.top().kind {
            code.push_str(&text);
            return;
        }
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
        self.note_open_comment(&range);
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

    pub fn span(&self, range: Range<usize>) -> Span {
        self.locate.span(range)
    }

    pub fn top(&mut self) -> &mut Frame {
        self.stack.last_mut().unwrap_or(&mut self.root)
    }

    pub fn push_block(&mut self, block: Block<RawLink>) {
        self.flush_top();
        self.top().blocks.push(block);
    }

    fn flush_top(&mut self) {
        let (locate, options) = (self.locate, self.options);
        self.top().flush(locate, options);
    }

    pub fn push_inline(&mut self, inline: Inline<RawLink>, range: Range<usize>) {
        let top = self.top();
        let start = top
            .inlines_range
            .as_ref()
            .map_or(range.start, |before| before.start);
        top.inlines_range = Some(start..range.end);
        top.inlines.push(inline);
    }
}

/// After a picture: it carries no meaning.
const DECORATIVE: &str = "{.decorative}";

const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_DEFINITION_LIST)
    .union(Options::ENABLE_GFM);

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
