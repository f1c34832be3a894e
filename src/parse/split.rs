//! A page in two: its facts between two `---` lines, and its body.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, codes};
use crate::source::{FileId, Span};

use super::text::is_hidden;

/// The two parts of a page, as bytes of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The front matter, without the fences.
    pub front: Range<usize>,
    /// Everything after the closing fence.
    pub body: Range<usize>,
}

/// Finds the two parts. `is_field` says which names are fields of such a page.
///
/// # Errors
///
/// A message where the opening or the closing line is missing, or where the facts go on below the
/// closing one; the page has no facts then.
pub fn split(
    text: &str,
    file: FileId,
    is_field: impl Fn(&str) -> bool,
) -> Result<Parts, Box<Diagnostic>> {
    let mut lines = lines(text);
    let first = lines.next().unwrap_or(0..0);
    if !is_fence(&text[first.clone()]) {
        return Err(Box::new(no_opening(text, file, first)));
    }
    let Some(closing) = lines.find(|line| is_fence(&text[line.clone()])) else {
        let fence = Span::new(file, 0, text[first].trim_end().len());
        return Err(Box::new(Diagnostic::new(
            &codes::BAD_FRONT_MATTER,
            fence,
            "The facts begin here with --- and never end",
            "Add a line with just --- between the last fact and the text of the page.",
        )));
    };
    let front = first.end..closing.start;
    if let Some(wrong) = wrong_fence(&text[front.clone()]) {
        let start = front.start + wrong.start;
        return Err(Box::new(Diagnostic::new(
            &codes::BAD_FRONT_MATTER,
            Span::new(file, start, front.start + wrong.end),
            "The facts end with a line of three hyphens and nothing else",
            "Type --- in place of this line.",
        )));
    }
    let parts = Parts {
        front,
        body: closing.end..text.len(),
    };
    match facts_in_body(text, &parts, is_field) {
        Some((place, help)) => Err(Box::new(Diagnostic::new(
            &codes::BAD_FRONT_MATTER,
            Span::new(file, place.start, place.end),
            "These lines look like facts, but stand below the second ---",
            help,
        ))),
        None => Ok(parts),
    }
}

/// A line that was meant to end the facts, where a rule further down ends them instead.
fn wrong_fence(front: &str) -> Option<Range<usize>> {
    let wrong = lines(front).find(|line| is_rule(&front[line.clone()]))?;
    let is_name = |name: &str| name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    let is_text = |line: Range<usize>| !belongs_to_facts(&front[line], is_name);
    lines(front)
        .filter(|line| line.start >= wrong.end)
        .any(is_text)
        .then(|| wrong.start..wrong.start + front[wrong].trim_end().len())
}

/// Whether a line holds nothing but dashes, asterisks or other signs that are drawn as a line.
fn is_rule(line: &str) -> bool {
    let line = line.trim_end();
    let is_long_dash = matches!(line, "\u{2013}" | "\u{2014}");
    let is_of_signs = line.len() > 1 && line.chars().all(|c| "-*_`~=\u{2013}\u{2014}".contains(c));
    is_long_dash || is_of_signs
}

/// The first of the facts with which a body begins, and what to do: fields down to another `---`, or
/// any field where there are no facts above.
fn facts_in_body(
    text: &str,
    parts: &Parts,
    is_field: impl Fn(&str) -> bool,
) -> Option<(Range<usize>, &'static str)> {
    let body = &text[parts.body.clone()];
    let first = lines(body).find(|line| !body[line.clone()].trim().is_empty())?;
    if !is_fact(&body[first.clone()], &is_field) {
        return None;
    }
    let has_facts = lines(&text[parts.front.clone()])
        .map(|line| text[parts.front.clone()][line].trim())
        .any(|line| !line.is_empty() && !line.starts_with('#'));
    let ends = lines(&body[first.start..])
        .map(|line| &body[first.start..][line])
        .find(|line| !belongs_to_facts(line, &is_field))
        .is_some_and(is_fence);
    let help = match (ends, has_facts) {
        (true, _) => "Delete the second ---.",
        (false, false) => "Move the second --- below them.",
        (false, true) => return None,
    };
    let start = parts.body.start + first.start;
    Some((start..start + body[first].trim_end().len(), help))
}

/// Whether a line begins with the name of a field and a colon.
fn is_fact(line: &str, is_field: impl Fn(&str) -> bool) -> bool {
    line.split_once(':').is_some_and(|(name, value)| {
        is_field(name) && (value.is_empty() || value.starts_with(char::is_whitespace))
    })
}

/// Whether a line may stand among facts: a field, what belongs to one, a note to oneself or nothing.
fn belongs_to_facts(line: &str, is_field: impl Fn(&str) -> bool) -> bool {
    line.trim().is_empty()
        || line.starts_with([' ', '\t', '#'])
        || line.starts_with("- ")
        || is_fact(line, is_field)
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
    let is_blank = |sign: char| sign.is_whitespace() || is_hidden(sign);
    line.trim_start_matches(is_hidden)
        .trim_end_matches(is_blank)
        == "---"
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
            "\u{200b}---\na: b\n\u{2060}---\u{200b}\nbody",
        ] {
            let parts = split(text, file, |name| name == "a").expect(text);
            assert_eq!(text[parts.front].trim(), "a: b");
            assert_eq!(&text[parts.body], "body");
        }
        assert_eq!(
            split("---\n---", file, |_| true).expect("empty").front,
            4..4
        );
    }

    #[test]
    fn what_is_missing_is_said() {
        let file = FileId::new(0);
        let says = |text: &str| {
            split(text, file, |name| name == "a")
                .expect_err(text)
                .message
        };
        assert!(says("---\na: b\n").contains("never end"));
        assert!(says("\n---\na: b\n---\n").contains("empty line"));
        assert!(says("--\na: b\n---\n").contains("three hyphens"));
        assert!(says("Hello").contains("does not begin"));
        assert!(says("").contains("does not begin"));
        assert!(says("---\na: b\n***\nText\n---\nText").contains("three hyphens"));
        assert!(says("---\n---\na: b\nText").contains("below the second"));
        assert!(says("---\na: b\n---\n\na: b\n  - c\n---\nText").contains("below the second"));
    }

    #[test]
    fn a_body_may_begin_with_a_colon_or_hold_a_rule() {
        let file = FileId::new(0);
        for text in [
            "---\na: b\n---\nNote: c\n---\nText",
            "---\na: b\n---\na: b\nText\n---\nText",
            "---\na: b\n---\na: b\n",
            "---\n# a\n---\nText\n---\n",
            "---\na: b\n-----\na: b\n---\nText",
        ] {
            let parts = split(text, file, |name| name == "a");
            assert!(parts.is_ok(), "{text}");
        }
    }
}
