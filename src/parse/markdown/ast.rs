//! A text in Markdown as a tree, generic over what its links are.

use crate::source::Span;

/// A text in Markdown, as blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body<L> {
    /// The blocks in the author's order.
    pub blocks: Vec<Block<L>>,
    /// The footnotes in the order of their first marks; those without a mark come last.
    pub footnotes: Vec<Footnote<L>>,
}

/// A part of a text that stands on lines of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block<L> {
    /// A paragraph.
    Paragraph(Paragraph<L>),
    /// A heading.
    Heading(Heading<L>),
    /// A list.
    List(List<L>),
    /// A quotation, or an alert.
    Quote {
        /// The kind of alert, where it is one (`> [!NOTE]`); an alert is not a quotation.
        alert: Option<Alert>,
        /// What is quoted.
        blocks: Vec<Block<L>>,
    },
    /// Text that is shown exactly as typed.
    Code {
        /// The first word after the opening fence.
        language: Option<String>,
        /// The text, with its line ends.
        text: String,
        /// The whole block.
        span: Span,
    },
    /// A table.
    Table(Table<L>),
    /// A list of terms and what they mean.
    Definitions(Vec<Definition<L>>),
    /// A list that is drawn.
    Diagram(Diagram),
    /// The place of the board's structure.
    Structure(Span),
    /// A line between two parts.
    Rule,
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph<L> {
    /// Its text.
    pub content: Vec<Inline<L>>,
    /// The number that the author gave it, where the page is numbered.
    pub number: Option<NumberedRef>,
    /// The whole paragraph.
    pub span: Span,
}

/// A number that an author gave to a heading or paragraph; it is never renumbered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberedRef {
    /// As written: `3.2` or `3.2.`.
    pub written: String,
    /// The id on the page: `p3-2`, with `-2` and so on where a number stands twice.
    pub id: String,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading<L> {
    /// 2 to 6: the title of the page is level 1.
    pub level: u8,
    /// The id on the page, unique in this body.
    pub id: String,
    /// Its text, without the number.
    pub content: Vec<Inline<L>>,
    /// The number that the author gave it, where the page is numbered.
    pub number: Option<NumberedRef>,
    /// The whole heading.
    pub span: Span,
}

/// A list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List<L> {
    /// What stands before the items.
    pub marks: ListMarks,
    /// Whether its items are single lines, set without space between them.
    pub tight: bool,
    /// The items.
    pub items: Vec<Vec<Block<L>>>,
}

/// What stands before the items of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListMarks {
    /// A bullet.
    Bullet,
    /// Numbers or letters, as the author wrote them.
    Ordered {
        /// Digits, letters or Roman numerals.
        numbering: Numbering,
        /// What stands around them.
        style: MarkStyle,
        /// The number of the first item.
        start: u64,
    },
}

/// How the items of an ordered list are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Numbering {
    /// 1, 2, 3
    Decimal,
    /// a, b, c
    LowerLetters,
    /// A, B, C
    UpperLetters,
    /// i, ii, iii
    LowerRoman,
    /// I, II, III
    UpperRoman,
}

/// What stands around the mark of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MarkStyle {
    /// `a.`
    Dot,
    /// `a)`
    Bracket,
    /// `(a)`
    Brackets,
}

/// A kind of alert, as in `> [!NOTE]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alert {
    /// Worth knowing.
    Note,
    /// A piece of advice.
    Tip,
    /// Must be known.
    Important,
    /// Needs care.
    Warning,
    /// Can do harm.
    Caution,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table<L> {
    /// Its caption.
    pub caption: Option<Vec<Inline<L>>>,
    /// How each column is set; as many as there are columns.
    pub alignments: Vec<Alignment>,
    /// The headings of the columns; as many as there are columns.
    pub head: Vec<TableCell<L>>,
    /// The rows; each has as many cells as there are columns.
    pub rows: Vec<Vec<TableCell<L>>>,
    /// Whether the first cell of a row is its heading.
    pub row_header: bool,
    /// The whole table, without its caption.
    pub span: Span,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableCell<L> {
    /// Its text.
    pub content: Vec<Inline<L>>,
    /// The cell between its bars.
    pub span: Span,
}

/// How a column is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alignment {
    /// As usual in the page's language.
    Start,
    /// In the middle.
    Centre,
    /// At the end of the line, as numbers are.
    End,
}

/// Terms and what they mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition<L> {
    /// The terms that share the meanings.
    pub terms: Vec<Vec<Inline<L>>>,
    /// The meanings.
    pub meanings: Vec<Vec<Block<L>>>,
}

/// A list that is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagram {
    /// How it is drawn.
    pub kind: DiagramKind,
    /// What it shows; empty only where the author's title is missing, which is an error.
    pub title: String,
    /// The list.
    pub items: Vec<DiagramItem>,
    /// The whole block.
    pub span: Span,
}

/// How a list is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiagramKind {
    /// Steps that come round again.
    Cycle,
    /// Steps that follow each other.
    Flow,
    /// What belongs below what.
    Tree,
}

/// An item of a diagram.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiagramItem {
    /// Its words, plain text.
    pub label: String,
    /// What stands below it.
    pub children: Vec<DiagramItem>,
}

/// A footnote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Footnote<L> {
    /// What the author wrote between `[^` and `]`.
    pub label: String,
    /// How many marks lead to it; 0 where the author forgot the mark.
    pub marks: usize,
    /// Its text.
    pub blocks: Vec<Block<L>>,
    /// The whole footnote.
    pub span: Span,
}

/// A part of a line of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline<L> {
    /// Text. Neighbouring pieces belong together: read them as a [`super::Run`].
    Text {
        /// The text.
        text: String,
        /// Where it stands.
        span: Span,
    },
    /// Text that is shown exactly as typed.
    Code {
        /// The text.
        text: String,
        /// Where it stands, with its backticks.
        span: Span,
    },
    /// Text with stress.
    Emphasis(Vec<Inline<L>>),
    /// Text with weight.
    Strong(Vec<Inline<L>>),
    /// Text that no longer holds.
    Strikethrough(Vec<Inline<L>>),
    /// A link.
    Link {
        /// Where it leads.
        link: L,
        /// Its words; empty where the author left them out.
        content: Vec<Inline<L>>,
        /// The whole link.
        span: Span,
    },
    /// A picture.
    Image {
        /// The file.
        link: L,
        /// Its words for those who cannot see it.
        alt: String,
        /// Whether the author says that it carries no meaning.
        decorative: bool,
        /// The whole picture.
        span: Span,
    },
    /// A mark that leads to a footnote.
    FootnoteMark {
        /// The footnote: an index into [`Body::footnotes`].
        footnote: usize,
        /// Which of the marks of this footnote this is, from 1.
        mark: usize,
        /// Where it stands.
        span: Span,
    },
    /// The box of a task list.
    TaskMark {
        /// Whether it is ticked.
        done: bool,
    },
    /// A line end that is only a space to the reader.
    SoftBreak,
    /// A line end that the author wants.
    HardBreak,
}
