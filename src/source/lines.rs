//! From byte offsets to the lines and columns that people count.

use std::borrow::Cow;

/// A place as an editor shows it: both from 1, columns counted in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineColumn {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters (Unicode scalar values).
    pub column: usize,
}

/// Where the lines of one text begin. A line ends with LF, CRLF or a lone CR.
#[derive(Clone, Debug)]
pub struct LineIndex<'a> {
    text: Cow<'a, str>,
    starts: Vec<usize>,
}

impl<'a> LineIndex<'a> {
    /// Reads through a text once.
    #[must_use]
    pub fn new(text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (index, byte) in bytes.iter().enumerate() {
            let ends_line = match byte {
                b'\n' => true,
                b'\r' => bytes.get(index + 1) != Some(&b'\n'),
                _ => false,
            };
            if ends_line {
                starts.push(index + 1);
            }
        }
        Self { text, starts }
    }

    /// The line and column of a byte offset; an offset past the end counts as the end.
    #[must_use]
    pub fn position(&self, offset: usize) -> LineColumn {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.line_at(offset);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        LineColumn {
            line,
            column: self.text[start..offset].chars().count() + 1,
        }
    }

    /// The line of a byte offset, from 1.
    #[must_use]
    pub fn line_at(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset)
    }

    /// The text as a whole.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of some lines, from the start of the first to the end of the last, without its
    /// line end; counted from 1.
    #[must_use]
    pub fn range(&self, first: usize, last: usize) -> std::ops::Range<usize> {
        let start = |line: usize| {
            let start = self.starts.get(line.saturating_sub(1));
            start.copied().unwrap_or(self.text.len())
        };
        start(first)..start(last) + self.line(last).len()
    }

    /// A line without its end, counted from 1; empty where there is no such line.
    #[must_use]
    pub fn line(&self, line: usize) -> &str {
        let Some(start) = line.checked_sub(1).and_then(|index| self.starts.get(index)) else {
            return "";
        };
        let end = self.starts.get(line).copied().unwrap_or(self.text.len());
        self.text[*start..end].trim_end_matches(['\n', '\r'])
    }

    /// How many lines there are; a text that ends with a line end has an empty last line.
    #[must_use]
    pub fn count(&self) -> usize {
        self.starts.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_end_in_every_way() {
        let index = LineIndex::new("é: x\r\nb\rc\nd");
        let at = |offset| {
            let place = index.position(offset);
            (place.line, place.column)
        };
        assert_eq!(at(0), (1, 1));
        assert_eq!(at(2), (1, 2));
        assert_eq!(at(7), (2, 1));
        assert_eq!(at(9), (3, 1));
        assert_eq!(at(11), (4, 1));
        assert_eq!(at(99), (4, 2));
        assert_eq!(index.line(1), "é: x");
        assert_eq!(index.line(9), "");
        assert_eq!(index.range(2, 3), 7..10);
        assert_eq!(index.range(4, 9), 11..12);
        assert_eq!(index.count(), 4);
    }
}
