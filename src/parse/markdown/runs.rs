//! Text that belongs together, though escapes and line ends cut it into pieces.

use std::ops::Range;

use super::ast::Inline;
use crate::source::Span;

/// Neighbouring pieces of text as one string, with the places of the pieces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The text; a line end within it is a space.
    pub text: String,
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    start: usize,
    span: Span,
}

impl Run {
    /// A run of one piece.
    #[must_use]
    pub fn of(text: &str, span: Span) -> Self {
        Self {
            text: text.to_owned(),
            pieces: vec![Piece { start: 0, span }],
        }
    }

    /// Where some bytes of the text stand in the file; the whole piece where it is not known
    /// more closely.
    #[must_use]
    pub fn place(&self, range: Range<usize>) -> Option<Span> {
        let first = self.piece_at(range.start)?;
        let last = self.piece_at(range.end.saturating_sub(1).max(range.start))?;
        let start = self
            .exact(first, range.start)
            .unwrap_or(self.pieces.get(first)?.span.start);
        let end = self
            .exact(last, range.end)
            .unwrap_or(self.pieces.get(last)?.span.end);
        let file = self.pieces.get(first)?.span.file;
        Some(Span::new(file, start as usize, end as usize))
    }

    fn push(&mut self, text: &str, span: Span) {
        self.pieces.push(Piece {
            start: self.text.len(),
            span,
        });
        self.text.push_str(text);
    }

    /// A break belongs to no piece of the file: it gets the empty end of the last.
    fn push_break(&mut self, sign: &str) {
        if let Some(last) = self.pieces.last() {
            let end = last.span.end as usize;
            self.push(sign, Span::new(last.span.file, end, end));
        }
    }

    fn piece_at(&self, offset: usize) -> Option<usize> {
        self.pieces
            .partition_point(|piece| piece.start <= offset)
            .checked_sub(1)
    }

    /// The byte of the file, where the piece has the same length there as here.
    fn exact(&self, index: usize, offset: usize) -> Option<u32> {
        let piece = self.pieces.get(index)?;
        let end = self
            .pieces
            .get(index + 1)
            .map_or(self.text.len(), |next| next.start);
        let same_length = end - piece.start == piece.span.range().len();
        let inside = u32::try_from(offset.checked_sub(piece.start)?).ok()?;
        same_length.then(|| (piece.span.start + inside).min(piece.span.end))
    }
}

/// A sequence of inline parts as one text, with all that is nested in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    /// The text; a line end that the author wants is a line end, any other is a space.
    pub run: Run,
    /// The bytes of it that stand in links or are shown as typed.
    pub asides: Vec<Range<usize>>,
}

impl Whole {
    /// The whole text of a sequence; pictures and marks of footnotes have none.
    #[must_use]
    pub fn of<L>(inlines: &[Inline<L>]) -> Self {
        let mut whole = Self {
            run: Run {
                text: String::new(),
                pieces: Vec::new(),
            },
            asides: Vec::new(),
        };
        whole.push_all(inlines);
        whole
    }

    fn push_all<L>(&mut self, inlines: &[Inline<L>]) {
        for inline in inlines {
            match inline {
                Inline::Text { text, span } => self.run.push(text, *span),
                Inline::Code { text, span } => self.push_aside(|whole| whole.run.push(text, *span)),
                Inline::Emphasis(content)
                | Inline::Strong(content)
                | Inline::Strikethrough(content) => self.push_all(content),
                Inline::Link { content, .. } => self.push_aside(|whole| whole.push_all(content)),
                Inline::SoftBreak => self.run.push_break(" "),
                Inline::HardBreak => self.run.push_break("\n"),
                Inline::Image { .. } | Inline::FootnoteMark { .. } | Inline::TaskMark { .. } => {}
            }
        }
    }

    fn push_aside(&mut self, push: impl FnOnce(&mut Self)) {
        let start = self.run.text.len();
        push(self);
        self.asides.push(start..self.run.text.len());
    }
}

/// The runs of a sequence of inline parts; what is nested in them is left out.
pub fn runs<L>(inlines: &[Inline<L>]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut rest = inlines;
    while !rest.is_empty() {
        let length = match run_at(rest) {
            Some((run, length)) => {
                runs.push(run);
                length
            }
            None => 1,
        };
        rest = &rest[length..];
    }
    runs
}

/// The run with which a sequence begins, and how many parts it takes up.
pub fn run_at<L>(inlines: &[Inline<L>]) -> Option<(Run, usize)> {
    let mut run = Run {
        text: String::new(),
        pieces: Vec::new(),
    };
    let mut length = 0;
    for inline in inlines {
        match inline {
            Inline::Text { text, span } => run.push(text, *span),
            Inline::SoftBreak if length > 0 => run.push_break(" "),
            _ => break,
        }
        length += 1;
    }
    (length > 0).then_some((run, length))
}
