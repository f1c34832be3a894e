//! HTML in a text: shown as typed and reported; comments are left out and reported.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, codes};
use crate::source::Span;

/// A piece of HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Shown as text.
    Shown(Range<usize>),
    /// Left out.
    Comment(Range<usize>),
    /// A comment that is never closed. It is shown: leaving it out would lose the rest of the page.
    OpenComment(Range<usize>),
}

/// Cuts HTML into comments and the rest.
pub(super) fn pieces(html: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut from = 0;
    while let Some(start) = html[from..].find("<!--").map(|found| from + found) {
        let Some(end) = html[start + 4..]
            .find("-->")
            .map(|found| start + 4 + found + 3)
        else {
            if from < start {
                pieces.push(Piece::Shown(from..start));
            }
            pieces.push(Piece::OpenComment(start..html.len()));
            return pieces;
        };
        if from < start {
            pieces.push(Piece::Shown(from..start));
        }
        pieces.push(Piece::Comment(start..end));
        from = end;
    }
    if from < html.len() {
        pieces.push(Piece::Shown(from..html.len()));
    }
    pieces
}

/// The message about a comment.
pub(super) fn comment(span: Span) -> Diagnostic {
    Diagnostic::new(
        &codes::HIDDEN_COMMENT,
        span,
        "This comment is left out of the page",
        "If it is only for colleagues, keep it out of the file: anyone who can read the file can read it.",
    )
}

/// The message about a comment without an end: what follows it would be lost, or what is in it
/// published.
pub(super) fn open_comment(span: Span) -> Diagnostic {
    Diagnostic::new(
        &codes::UNCLOSED_COMMENT,
        span,
        "This comment is never closed",
        "Type --> at its end, before the next empty line.",
    )
}

/// The message about HTML that is shown as text, where it needs one.
pub(super) fn shown(html: &str, span: Span) -> Diagnostic {
    let tag = tag_name(html);
    let help = match tag.as_str() {
        "b" | "strong" => "For bold type **words**.".to_owned(),
        "i" | "em" => "For italics type *words*.".to_owned(),
        "u" => "Text is not underlined here: readers would take it for a link; for weight type **words**.".to_owned(),
        "br" => "For a new line end the line above with a backslash: \\.".to_owned(),
        "p" | "div" | "span" => "Leave the tag out; an empty line begins a new paragraph.".to_owned(),
        "ul" | "ol" | "li" => "Type each item on a line of its own after - or 1.".to_owned(),
        "a" => "For a link type [words](address).".to_owned(),
        "img" => "For a picture type ![words for those who cannot see it](file name).".to_owned(),
        "sup" => "For a footnote type [^1] here, and [^1]: its text on a line of its own.".to_owned(),
        "table" | "tr" | "td" | "th" => "For a table type a row on each line with | between the cells.".to_owned(),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "For a heading type ## before the words.".to_owned(),
        "" => "If these signs belong to the text, type a backslash before them: \\<".to_owned(),
        tag => format!("If <{tag}\u{2026}> belongs to the text, type \\<{tag}"),
    };
    message(span, help)
}

/// The message about `<br>` in a cell of a table, which has one line.
pub(super) fn line_in_cell(span: Span) -> Diagnostic {
    message(
        span,
        "A cell holds one line: type a semicolon here, or make a row of what follows.".to_owned(),
    )
}

fn message(span: Span, help: String) -> Diagnostic {
    Diagnostic::new(
        &codes::RAW_HTML,
        span,
        "HTML is not used here; it is shown as text",
        help,
    )
}

/// The name of the tag with which a piece of HTML begins, in lower case, without the slash.
pub(super) fn tag_name(html: &str) -> String {
    html.trim_start()
        .trim_start_matches(['<', '/'])
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

/// Where a part of joined lines stands in the text.
pub(super) fn place_in_lines(
    lines: &[(String, Range<usize>)],
    part: &Range<usize>,
) -> Range<usize> {
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
pub(super) fn lines_of_part<'a>(
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_cut_out() {
        assert_eq!(
            pieces("<p>a<!-- b -->c"),
            [
                Piece::Shown(0..4),
                Piece::Comment(4..14),
                Piece::Shown(14..15)
            ]
        );
        assert_eq!(
            pieces("a<!-- b"),
            [Piece::Shown(0..1), Piece::OpenComment(1..7)]
        );
        assert_eq!(pieces("<!-- a\n-->"), [Piece::Comment(0..10)]);
    }
}
