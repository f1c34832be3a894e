//! Two versions of a page in one file, with the choice left open.
//!
//! `git merge` and some programs that synchronise folders leave both in the file, between lines of
//! seven signs; published, they would contradict each other.

use std::borrow::Cow;

use crate::diagnostic::{Diagnostic, codes};
use crate::source::{FileId, Span};

/// The text with the first version of each conflict alone, byte for byte as long, and a message for
/// each.
#[must_use]
pub fn first_versions(text: Cow<'_, str>, file: FileId) -> (Cow<'_, str>, Vec<Diagnostic>) {
    if !text.contains(BEGIN) {
        return (text, Vec::new());
    }
    let mut kept = String::with_capacity(text.len());
    let mut messages = Vec::new();
    let mut part = Part::Agreed;
    // Where the other marks are missing once, they are missing below as well: one look is enough.
    let mut may_begin = true;
    for line in text.split_inclusive('\n') {
        let after = &text[kept.len() + line.len()..];
        let is_mark = match part {
            Part::Agreed if may_begin && line.starts_with(BEGIN) => {
                may_begin = has_all_marks(after);
                if may_begin {
                    let words = line.trim_end().len();
                    let span = Span::new(file, kept.len(), kept.len() + words);
                    messages.push(message(span));
                    part = Part::First;
                }
                may_begin
            }
            Part::First if line.starts_with(MIDDLE) || line.starts_with(ORIGINAL) => {
                part = Part::Second;
                true
            }
            Part::Second if line.starts_with(END) => {
                part = Part::Agreed;
                true
            }
            Part::Agreed | Part::First | Part::Second => false,
        };
        if is_mark || part == Part::Second {
            kept.extend(
                line.bytes()
                    .map(|byte| if byte == b'\n' { '\n' } else { ' ' }),
            );
        } else {
            kept.push_str(line);
        }
    }
    (Cow::Owned(kept), messages)
}

const BEGIN: &str = "<<<<<<< ";
/// What both versions were made from, which some programs put between them.
const ORIGINAL: &str = "||||||| ";
const MIDDLE: &str = "=======";
const END: &str = ">>>>>>> ";

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Agreed,
    First,
    Second,
}

fn has_all_marks(after: &str) -> bool {
    let mut lines = after.lines();
    lines.any(|line| line.starts_with(MIDDLE)) && lines.any(|line| line.starts_with(END))
}

fn message(span: Span) -> Diagnostic {
    Diagnostic::new(
        &codes::TWO_VERSIONS,
        span,
        "Two people changed this place, and both versions stand here: one above the line =======, one below it",
        "Keep the words that are right, and delete the others with the three lines <<<<<<<, ======= and >>>>>>>.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_version_is_kept_and_places_stay() {
        let text = "a: 1\n<<<<<<< mine\nb: 2\n||||||| old\nb: 0\n=======\nb: \u{e9}\n>>>>>>> yours\nc: 4\n";
        let (kept, messages) = first_versions(Cow::Borrowed(text), FileId::new(0));
        assert_eq!(kept.len(), text.len());
        let lines: Vec<&str> = kept
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .collect();
        assert_eq!(lines, ["a: 1", "b: 2", "c: 4"]);
        assert_eq!(kept.find("c: 4"), text.find("c: 4"));
        assert_eq!(messages.len(), 1);
    }

    #[test]
    fn a_line_of_signs_alone_is_no_conflict() {
        let text = "Title\n=======\n<<<<<<< look here\n";
        let (kept, messages) = first_versions(Cow::Borrowed(text), FileId::new(0));
        assert_eq!((kept.as_ref(), messages.len()), (text, 0));
    }
}
