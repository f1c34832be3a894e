//! A page in two: its facts between two `---` lines, and its body.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, codes};
use crate::source::{FileId, Span};

/// The two parts of a page, as bytes of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The front matter, without the fences.
    pub front: Range<usize>,
    /// Everything after the closing fence.
    pub body: Range<usize>,
}

/// Finds the two parts.
///
/// # Errors
///
/// A message where the opening or the closing line is missing; the page has no facts then.
pub fn split(text: &str, file: FileId) -> Result<Parts, Box<Diagnostic>> {
    let mut lines = lines(text);
    let first = lines.next().unwrap_or(0..0);
    if !is_fence(&text[first.clone()]) {
        return Err(Box::new(no_opening(text, file, first)));
    }
    for line in lines {
        if is_fence(&text[line.clone()]) {
            return Ok(Parts {
                front: first.end..line.start,
                body: line.end..text.len(),
            });
        }
    }
    let fence = Span::new(file, 0, text[first].trim_end().len());
    Err(Box::new(Diagnostic::new(
        &codes::BAD_FRONT_MATTER,
        fence,
        "The facts begin here with --- and never end",
        "Add a line with just --- between the last fact and the text of the page.",
    )))
}

fn no_opening(text: &str, file: FileId, first: Range<usize>) -> Diagnostic {
    let line = text[first.clone()].trim_end();
    let (message, help) = if line.is_empty() && text.trim_start().starts_with("---") {
        (
            "There is an empty line above the first ---",
            "Delete the empty lines, so that --- is the very first line.",
        )
    } else if line.trim_start().starts_with("--") || line.starts_with(['\u{2013}', '\u{2014}']) {
        (
            "The first line must be three hyphens and nothing else",
            "Type --- as the first line.",
        )
    } else {
        (
            "The page does not begin with its facts",
            "Start the page with a line ---, then its fields such as \u{201c}title: …\u{201d}, then another line ---.",
        )
    };
    let start = first.start;
    Diagnostic::new(
        &codes::MISSING_FRONT_MATTER,
        Span::new(file, start, start + line.len()),
        message,
        help,
    )
}

fn is_fence(line: &str) -> bool {
    line.trim_end() == "---"
}

/// The lines with their ends: LF, CRLF or a lone CR.
fn lines(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let length = match rest.find(['\n', '\r']) {
            Some(at) if rest[at..].starts_with("\r\n") => at + 2,
            Some(at) => at + 1,
            None => rest.len(),
        };
        let line = start..start + length;
        start += length;
        Some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_split_at_its_fences_whatever_the_line_ends() {
        let file = FileId::new(0);
        for text in [
            "---\na: b\n---\nbody",
            "---\r\na: b\r\n---\r\nbody",
            "---\ra: b\r---\rbody",
            "--- \na: b\n---  \nbody",
        ] {
            let parts = split(text, file).expect(text);
            assert_eq!(text[parts.front].trim(), "a: b");
            assert_eq!(&text[parts.body], "body");
        }
        assert_eq!(split("---\n---", file).expect("empty").front, 4..4);
    }

    #[test]
    fn what_is_missing_is_said() {
        let file = FileId::new(0);
        let says = |text: &str| split(text, file).expect_err(text).message;
        assert!(says("---\na: b\n").contains("never end"));
        assert!(says("\n---\na: b\n---\n").contains("empty line"));
        assert!(says("--\na: b\n---\n").contains("three hyphens"));
        assert!(says("Hello").contains("does not begin"));
        assert!(says("").contains("does not begin"));
    }
}
