//! What is said about the text while it is read.

use std::ops::Range;

use pulldown_cmark::HeadingLevel;

use super::elements::trim;
use super::reader::Builder;
use super::{MAX_DEPTH, raw_html};
use crate::diagnostic::{Diagnostic, codes};

impl Builder<'_> {
    pub(super) fn heading_messages(
        &mut self,
        level: HeadingLevel,
        attributes: bool,
        range: &Range<usize>,
    ) {
        let span = self.span(trim(self.original, range.clone()));
        let line = self.original.get(range.clone()).unwrap_or_default();
        let words = line.lines().next().unwrap_or_default();
        let words = words.trim_matches(['#', ' ']);
        if !self.options.is_body {
            self.out.messages.push(Diagnostic::new(
                &codes::HEADING_LEVEL,
                span,
                "A heading cannot stand here; it is shown as typed",
                format!("Type the words alone: {words}."),
            ));
        } else if level == HeadingLevel::H1 && !words.is_empty() {
            self.out.messages.push(Diagnostic::new(
                &codes::HEADING_LEVEL,
                span,
                "A heading with one # is the title of a page, which it has already; this one is shown as ##",
                format!("Type ## {words}."),
            ));
        }
        if attributes || names_several_ids(words) {
            self.out.messages.push(Diagnostic::new(
                &codes::RAW_HTML,
                span,
                "Only one id may stand in curly brackets after a heading; the rest is left out",
                "Type {#remit} or nothing.",
            ));
        }
    }

    /// The words in quotation marks after an address: browsers show them to those who hover only.
    pub(super) fn note_title(&mut self, title: &str, range: &Range<usize>) {
        if title.trim().is_empty() {
            return;
        }
        self.out.messages.push(Diagnostic::new(
            &codes::HIDDEN_COMMENT,
            self.span(range.clone()),
            format!("The words \u{201c}{title}\u{201d} after the address are left out of the page"),
            "Type them in the text, and leave only the address between the round brackets.",
        ));
    }

    pub(super) fn too_deep(&mut self, range: &Range<usize>) {
        if self.too_deep_reported {
            return;
        }
        self.too_deep_reported = true;
        let mark = self.original.get(range.start..).unwrap_or_default();
        let end = range.start + mark.chars().next().map_or(0, char::len_utf8);
        let message = Diagnostic::new(
            &codes::TOO_LARGE,
            self.span(range.start..end),
            format!(
                "Lists, quotations and emphasis are nested more than {MAX_DEPTH} deep here; the deeper ones are shown as text"
            ),
            "Write this part with fewer levels.",
        );
        self.out.messages.push(message);
    }

    /// A comment that does not end in its paragraph is text to the parser.
    pub(super) fn note_open_comment(&mut self, range: &Range<usize>) {
        let Some((before, after)) = self.original.split_at_checked(range.start) else {
            return;
        };
        if after.starts_with("<!--") && !before.ends_with('\\') {
            let line = after.lines().next().unwrap_or_default().trim_end();
            let span = self.span(range.start..range.start + line.len());
            self.out.messages.push(raw_html::open_comment(span));
        }
    }
}

/// Whether a heading ends with two ids: `Budget {#money #costs}`.
fn names_several_ids(words: &str) -> bool {
    let inside = words
        .trim_end()
        .strip_suffix('}')
        .and_then(|words| words.rsplit_once('{'));
    inside.is_some_and(|(_, inside)| {
        let ids = inside.split_whitespace().filter(|id| id.starts_with('#'));
        ids.count() > 1
    })
}
