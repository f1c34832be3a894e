//! From the bytes of a page to its text, or to a message that names the encoding it looks like.

use std::borrow::Cow;

use crate::diagnostic::{Diagnostic, codes};
use crate::source::{FileId, Found, Span, decode};

/// The most text that one page may hold, in bytes (1 MB).
pub const MOST_BYTES: usize = 1_000_000;

/// The text of a page.
///
/// # Errors
///
/// A message where the file cannot be opened, is too large, or is not UTF-8 text.
pub fn text(found: &Found, file: FileId) -> Result<&str, Box<Diagnostic>> {
    let whole = Span::whole(file);
    let problem = |code, message: String, help: &str| {
        Err(Box::new(Diagnostic::new(code, whole, message, help)))
    };
    match found {
        Found::File(bytes) if bytes.len() > MOST_BYTES => too_large(bytes.len() as u64, whole),
        Found::File(bytes) => match decode(bytes) {
            Some(text) if !text.contains('\0') => Ok(text),
            _ => Err(Box::new(not_text(bytes, file))),
        },
        Found::TooLarge(size) => too_large(*size, whole),
        Found::Unreadable(reason) => problem(
            &codes::UNREADABLE_FILE,
            format!("This file cannot be opened: {reason}"),
            "Close it in other programs, check that you may read it, and try again.",
        ),
        Found::Link { .. } => problem(
            &codes::LINK_LEAVES_CONTENT,
            "This is a link to a file elsewhere, and links are not followed".to_owned(),
            "Put a copy of the file itself here.",
        ),
        Found::BadName => problem(
            &codes::BAD_FILE_NAME,
            "The name of this file cannot be read".to_owned(),
            "Rename it with plain letters, digits and hyphens.",
        ),
        Found::EmptyFolder => Ok(""),
    }
}

/// The same text with every lone CR as LF, byte for byte as long: old Macs end lines with it.
#[must_use]
pub fn with_known_line_ends(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let is_lone = |at: usize| bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n');
    if !(0..bytes.len()).any(is_lone) {
        return Cow::Borrowed(text);
    }
    let mut changed = String::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        changed.push(if is_lone(at) { '\n' } else { character });
    }
    Cow::Owned(changed)
}

/// Whether a sign takes no room on the screen and is no part of any word: a zero-width space, a word
/// joiner, a byte order mark within a text, a soft hyphen, a mark of the direction of writing.
#[must_use]
pub fn is_hidden(sign: char) -> bool {
    matches!(
        sign,
        '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{200e}' | '\u{200f}' | '\u{202a}'
            ..='\u{202e}' | '\u{2066}'..='\u{2069}'
    )
}

fn too_large(size: u64, whole: Span) -> Result<&'static str, Box<Diagnostic>> {
    Err(Box::new(Diagnostic::new(
        &codes::TOO_LARGE,
        whole,
        format!(
            "This page holds {}.{} MB of text; a page may hold 1 MB",
            size.div_ceil(100_000) / 10,
            size.div_ceil(100_000) % 10
        ),
        "Split it into several pages.",
    )))
}

fn not_text(bytes: &[u8], file: FileId) -> Diagnostic {
    let (looks_like, at) = encoding(bytes);
    let line = bytes[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
    let place = match at {
        0 => Span::whole(file),
        at => Span::new(file, at, at + 1),
    };
    Diagnostic::new(
        &codes::BAD_ENCODING,
        place,
        format!("This file is not UTF-8 text; it looks like {looks_like} (line {line})"),
        "Open it in your editor and save it again with the encoding UTF-8. In Windows Notepad: File, Save as, Encoding: UTF-8.",
    )
}

/// What the bytes look like, and the first byte that shows it.
fn encoding(bytes: &[u8]) -> (&'static str, usize) {
    let valid = match std::str::from_utf8(bytes) {
        Ok(_) => bytes.iter().position(|byte| *byte == 0).unwrap_or(0),
        Err(error) => error.valid_up_to(),
    };
    let zeros = bytes.iter().take(1000).filter(|byte| **byte == 0).count();
    if bytes.starts_with(b"PK\x03\x04") {
        ("a Word document or a ZIP archive, renamed", 0)
    } else if bytes.starts_with(b"%PDF") {
        ("a PDF, renamed", 0)
    } else if bytes.starts_with(&[0xFF, 0xFE])
        || bytes.starts_with(&[0xFE, 0xFF])
        || zeros * 4 > bytes.len().min(1000)
    {
        ("UTF-16, which Windows also calls Unicode", 0)
    } else if zeros > 0 {
        ("no text at all", valid)
    } else {
        ("Windows-1252, which Windows also calls ANSI", valid)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(bytes: &[u8]) -> String {
        text(&Found::File(bytes.to_vec()), FileId::new(0))
            .expect_err("not text")
            .message
    }

    #[test]
    fn encodings_are_called_by_their_names() {
        assert!(message(b"\xFF\xFE-\0-\0").contains("UTF-16"));
        assert!(message(b"-\0-\0-\0\n\0").contains("UTF-16"));
        assert!(
            message(b"title: a\ntext: caf\xE9")
                .contains("Windows-1252, which Windows also calls ANSI (line 2)")
        );
        assert!(message(b"PK\x03\x04\xff").contains("Word"));
        assert_eq!(
            text(&Found::File(b"\xEF\xBB\xBFx".to_vec()), FileId::new(0)).ok(),
            Some("x")
        );
    }
}
