//! The files of the content as messages speak of them.

use std::cell::OnceCell;

use super::{FileId, Found, LineIndex, Sources, Span, decode, shown};

/// Paths, lines and columns of files. Each file is gone through once, at its first question.
pub struct Texts<'s> {
    sources: &'s Sources,
    files: Vec<OnceCell<Text<'s>>>,
    /// Of a file that is none.
    nothing: Text<'static>,
}

struct Text<'s> {
    lines: LineIndex<'s>,
    is_utf8: bool,
}

impl<'s> Texts<'s> {
    /// The files of a site.
    #[must_use]
    pub fn new(sources: &'s Sources) -> Self {
        Self {
            sources,
            files: sources.content.iter().map(|_| OnceCell::new()).collect(),
            nothing: Text {
                lines: LineIndex::new(""),
                is_utf8: true,
            },
        }
    }

    /// The path of a file as messages name it: below the root, with forward slashes.
    #[must_use]
    pub fn path(&self, file: FileId) -> String {
        self.sources.entry(file).map_or_else(
            || "content".to_owned(),
            |entry| format!("content/{}", entry.path),
        )
    }

    /// The lines of a file: each byte that is not UTF-8 is a question mark, and a file that was not
    /// read is empty.
    #[must_use]
    pub fn lines(&self, file: FileId) -> &LineIndex<'s> {
        &self.text(file).lines
    }

    /// The lines of a file, if they look as its author knows them.
    #[must_use]
    pub fn readable_lines(&self, file: FileId) -> Option<&LineIndex<'s>> {
        let text = self.text(file);
        text.is_utf8.then_some(&text.lines)
    }

    /// The line at which a place begins, from 1.
    #[must_use]
    pub fn line_of(&self, place: Span) -> usize {
        self.lines(place.file).line_at(place.start as usize)
    }

    fn text(&self, file: FileId) -> &Text<'s> {
        let Some(cell) = self.files.get(file.index()) else {
            return &self.nothing;
        };
        cell.get_or_init(|| match self.sources.entry(file).map(|e| &e.found) {
            Some(Found::File(bytes)) => Text {
                lines: LineIndex::new(shown(bytes)),
                is_utf8: decode(bytes).is_some(),
            },
            _ => Text {
                lines: LineIndex::new(""),
                is_utf8: true,
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Entry;

    #[test]
    fn files_are_named_and_read_whatever_they_hold() {
        let file = |path: &str, found| Entry {
            path: path.to_owned(),
            found,
        };
        let sources = Sources {
            content: vec![
                file("a.md", Found::File(b"one\ntwo".to_vec())),
                file("b.md", Found::File(b"caf\xE9\n".to_vec())),
                file("c.md", Found::Unreadable("no".to_owned())),
            ],
            themes: Vec::new(),
        };
        let texts = Texts::new(&sources);
        let file = FileId::new;
        assert_eq!(texts.path(file(1)), "content/b.md");
        assert_eq!(texts.path(FileId::NONE), "content");
        assert_eq!(texts.line_of(Span::new(file(0), 4, 5)), 2);
        assert_eq!(texts.lines(file(1)).line(1), "caf?");
        assert!(texts.readable_lines(file(0)).is_some());
        assert!(texts.readable_lines(file(1)).is_none());
        assert_eq!(texts.lines(file(2)).line(1), "");
        assert_eq!(texts.line_of(Span::whole(FileId::NONE)), 1);
    }
}
