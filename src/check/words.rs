//! Words and places that several messages need.

use std::ops::Range;

use crate::model::PageFacts;
use crate::source::Span;

/// How messages name the file of a page: `content/groups/training.md`.
pub fn file_of(page: &PageFacts) -> String {
    format!("content/{}", page.path)
}

/// The place of some bytes of a value; the whole value where its bytes are not those of the file.
pub fn part_of(span: Span, text: &str, bytes: Range<usize>) -> Span {
    if span.range().len() == text.len() {
        span.part(bytes)
    } else {
        span
    }
}

/// `a`, `a or b`, `a, b or c`.
pub fn either<S: AsRef<str>>(choices: &[S]) -> String {
    match choices {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} or {}", first.join(", "), last.as_ref())
        }
    }
}

/// A reference as it is compared: without spaces around it, a dot at its end, or a difference of case.
pub fn comparable(reference: &str) -> String {
    reference.trim().trim_end_matches('.').to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_are_joined_as_people_write_them() {
        assert_eq!(either::<&str>(&[]), "");
        assert_eq!(either(&["a"]), "a");
        assert_eq!(either(&["a", "b"]), "a or b");
        assert_eq!(either(&["a", "b", "c"]), "a, b or c");
    }
}
