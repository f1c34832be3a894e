//! What a proof-reader would mark in a text: headings, links, pictures, tables.

use super::ast::{Block, Body, Heading, Inline, Table};
use super::links::{RawDest, RawLink};
use super::plain::plain_text;
use super::runs::{Run, runs};
use super::walk::Where;
use crate::diagnostic::{Diagnostic, codes};
use crate::parse::capitals::{is_shouting, sentence_case, shouted};
use crate::source::Span;

/// The messages about a text as a whole.
pub(super) fn proofread(body: &Body<RawLink>) -> Vec<Diagnostic> {
    let mut messages = Vec::new();
    let mut level = 1;
    body.visit_blocks(&mut |block| match block {
        Block::Heading(heading) => {
            messages.extend(skipped_level(heading, level));
            messages.extend(capitals(heading));
            level = heading.level;
        }
        Block::Table(table) => check_table(table, &mut messages),
        Block::Quote {
            alert: None,
            blocks,
        } => messages.extend(alert_in_line(blocks)),
        _ => {}
    });
    body.visit_inlines(&mut |inlines, place| {
        for inline in inlines {
            match inline {
                Inline::Link {
                    link,
                    content,
                    span,
                } => messages.extend(check_link(link, content, *span)),
                Inline::Image {
                    alt,
                    decorative,
                    span,
                    link,
                } => messages.extend(check_picture(link, alt, *decorative, *span)),
                _ => {}
            }
        }
        for run in runs(inlines) {
            if place != Where::Link {
                messages.extend(bare_addresses(&run));
            }
            // A quotation is somebody else's, and a heading has its message as a whole.
            if matches!(place, Where::Text | Where::Link) {
                messages.extend(words_in_capitals(&run));
            }
        }
    });
    messages
}

fn skipped_level(heading: &Heading<RawLink>, above: u8) -> Option<Diagnostic> {
    let right = above + 1;
    (heading.level > right).then(|| {
        let above = match above {
            1 => "the title of the page".to_owned(),
            level => format!("a heading with {}", "#".repeat(usize::from(level))),
        };
        Diagnostic::new(
            &codes::HEADING_LEVEL,
            heading.span,
            format!(
                "This heading with {} follows {above}: a level is skipped",
                "#".repeat(usize::from(heading.level))
            ),
            format!(
                "Type {} {}.",
                "#".repeat(usize::from(right)),
                plain_text(&heading.content)
            ),
        )
    })
}

fn capitals(heading: &Heading<RawLink>) -> Option<Diagnostic> {
    let text = plain_text(&heading.content);
    is_shouting(&text).then(|| {
        Diagnostic::new(
            &codes::CAPITALS,
            heading.span,
            "This heading is all in capitals, which is hard to read",
            format!(
                "Type {} {}, with capitals in names and abbreviations only.",
                "#".repeat(usize::from(heading.level)),
                sentence_case(&text)
            ),
        )
    })
}

fn words_in_capitals(run: &Run) -> Vec<Diagnostic> {
    let stretches = shouted(&run.text).into_iter();
    stretches
        .filter_map(|range| {
            Some(Diagnostic::new(
                &codes::CAPITALS,
                run.place(range.clone())?,
                "These words are all in capitals, which is hard to read",
                format!(
                    "Type \u{201c}{}\u{201d}, with capitals in names and abbreviations only.",
                    sentence_case(&run.text[range])
                ),
            ))
        })
        .collect()
}

/// `> [!NOTE] Ring us.` is a quotation: the mark of an alert stands on a line of its own.
fn alert_in_line(blocks: &[Block<RawLink>]) -> Option<Diagnostic> {
    const KINDS: [&str; 5] = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"];
    let Some(Block::Paragraph(paragraph)) = blocks.first() else {
        return None;
    };
    let text = plain_text(&paragraph.content);
    let (kind, words) = text.strip_prefix("[!")?.split_once(']')?;
    KINDS.contains(&kind.to_uppercase().as_str()).then(|| {
        let words = words.trim();
        Diagnostic::new(
            &codes::UNKNOWN_BLOCK,
            paragraph.span,
            format!("The mark [!{kind}] stands on a line of its own; this is shown as a quotation"),
            format!("Type > [!{kind}] on one line and > {words} on the next."),
        )
    })
}

fn check_table(table: &Table<RawLink>, messages: &mut Vec<Diagnostic>) {
    if table.caption.is_none() {
        messages.push(Diagnostic::new(
            &codes::TABLE_WITHOUT_CAPTION,
            table.head.first().map_or(table.span, |cell| cell.span),
            "This table has no caption; people who hear the page do not know what it is about",
            "Type a line above it: Table: what the table shows.",
        ));
    }
    if table.has_empty_head() {
        let first = table.head.first();
        messages.push(Diagnostic::new(
            &codes::EMPTY_TABLE_HEADING,
            first.map_or(table.span, |cell| cell.span),
            "No column of this table has a heading",
            "Type what each column holds between the bars of the first line.",
        ));
        return;
    }
    for (index, cell) in table.head.iter().enumerate() {
        if cell.is_empty() {
            messages.push(Diagnostic::new(
                &codes::EMPTY_TABLE_HEADING,
                cell.span,
                format!("Column {} of this table has no heading", index + 1),
                "Type what the column holds between the bars of the first line.",
            ));
        }
    }
}

fn check_picture(link: &RawLink, alt: &str, decorative: bool, span: Span) -> Option<Diagnostic> {
    let file = &link.written;
    if decorative && !alt.trim().is_empty() {
        return Some(Diagnostic::new(
            &codes::HIDDEN_COMMENT,
            span,
            "The words of this picture are left out: it is marked as carrying no meaning",
            format!("Type ![]({file}){{.decorative}} or ![{alt}]({file})."),
        ));
    }
    (alt.trim().is_empty() && !decorative).then(|| {
        Diagnostic::new(
            &codes::MISSING_TEXT_ALTERNATIVE,
            span,
            "This picture has no words for those who cannot see it",
            format!("Type what it shows: ![what it shows]({file}); or ![]({file}){{.decorative}} if it carries no meaning."),
        )
    })
}

fn check_link(link: &RawLink, content: &[Inline<RawLink>], span: Span) -> Option<Diagnostic> {
    if matches!(link.dest, RawDest::Refused(_)) {
        // Has its message already.
        return None;
    }
    let text = plain_text(content);
    let words = text.trim();
    let address = &link.written;
    if words.is_empty() {
        let is_named = content.is_empty() && matches!(link.dest, RawDest::Name { .. });
        let has_message = content
            .iter()
            .any(|inline| matches!(inline, Inline::Image { decorative, .. } if !decorative));
        return (!is_named && !has_message).then(|| {
            Diagnostic::new(
                &codes::EMPTY_LINK,
                span,
                "This link has no words",
                format!("Type where it leads: [words]({address})."),
            )
        });
    }
    if looks_like_address(words) {
        return Some(Diagnostic::new(
            &codes::BARE_ADDRESS,
            span,
            "The words of this link are a web address, which is read out letter by letter",
            format!("Type what stands there: [words]({address})."),
        ));
    }
    is_vague(words).then(|| {
        Diagnostic::new(
            &codes::VAGUE_LINK,
            span,
            format!("\u{201c}{words}\u{201d} does not say where the link leads"),
            format!("Name what stands there: [the annual report]({address})."),
        )
    })
}

/// Words that mean nothing to someone who hears only the links of a page
/// (WCAG 2.2, success criterion 2.4.9).
const VAGUE: [&str; 39] = [
    "click",
    "click here",
    "click here for more information",
    "click here to read",
    "click here to read more",
    "click on this link",
    "click this link",
    "details",
    "document",
    "download",
    "download here",
    "find out more",
    "follow this link",
    "full details",
    "further information",
    "go",
    "here",
    "info",
    "information",
    "learn more",
    "link",
    "more",
    "more details",
    "more info",
    "more information",
    "page",
    "read more",
    "see here",
    "see more",
    "this",
    "the link",
    "this document",
    "this link",
    "this page",
    "this website",
    "view",
    "visit the website",
    "website",
    "yma",
];

fn is_vague(words: &str) -> bool {
    let plain: String = words
        .chars()
        .filter(|c| c.is_alphanumeric() || c.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    VAGUE.contains(&plain.as_str())
}

fn looks_like_address(words: &str) -> bool {
    let begins = ["http://", "https://", "www."].iter().any(|start| {
        words
            .get(..start.len())
            .is_some_and(|begin| begin.eq_ignore_ascii_case(start))
    });
    begins && !words.contains(char::is_whitespace)
}

fn bare_addresses(run: &Run) -> Vec<Diagnostic> {
    let mut messages = Vec::new();
    let mut from = 0;
    for word in run.text.split(char::is_whitespace) {
        let begin = from;
        from += word.len() + 1;
        let address = word
            .trim_start_matches(|c: char| !c.is_alphanumeric())
            .trim_end_matches(|c: char| !c.is_alphanumeric() && c != '/');
        if !looks_like_address(address) || !address.contains('.') {
            continue;
        }
        let start = begin + (address.as_ptr() as usize - word.as_ptr() as usize);
        if let Some(span) = run.place(start..start + address.len()) {
            messages.push(Diagnostic::new(
                &codes::BARE_ADDRESS,
                span,
                "A web address in the text is no link, and is read out letter by letter",
                format!(
                    "Type what stands there, with the address in round brackets: [words]({address})."
                ),
            ));
        }
    }
    messages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vague_words_are_known_with_their_punctuation() {
        for text in ["Click here", "here.", "Read  more…", "(more)"] {
            assert!(is_vague(text), "{text}");
        }
        assert!(!is_vague("More about the Board"));
    }
}
