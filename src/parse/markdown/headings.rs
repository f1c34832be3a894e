//! Ids of headings and numbered paragraphs.

use std::collections::{HashMap, HashSet};

use super::ast::{Block, Body};
use super::lines::{Line, after_list_mark};
use super::plain::plain_text;
use super::walk::visit_blocks_mut;
use crate::diagnostic::{Diagnostic, codes};
use crate::source::Span;

/// The ids of the layout of every page. No heading and nothing that the program makes has them.
pub const LAYOUT_IDS: [&str; 1] = ["main"];

/// The curly brackets at the ends of headings that hold words, as in `Referrals {2026 to 2027}`:
/// to the parser they would be attributes, and the words be lost.
pub(super) fn brackets_of_text(lines: &[Line<'_>]) -> Vec<usize> {
    let is_underline = |line: &Line<'_>| {
        let content = line.content().trim_end();
        !content.is_empty() && content.chars().all(|c| matches!(c, '=' | '-'))
    };
    let is_attribute = |word: &str| word.starts_with(['#', '.']) || word.contains('=');
    let mut found = Vec::new();
    for (index, line) in lines.iter().enumerate().filter(|(_, line)| !line.fenced) {
        let is_heading = after_list_mark(line.content()).starts_with('#')
            || lines.get(index + 1).is_some_and(is_underline);
        let inside = line.text.trim_end().trim_end_matches(['#', ' ']);
        if let Some((before, inside)) = inside
            .strip_suffix('}')
            .and_then(|words| words.rsplit_once('{'))
            && is_heading
            && !inside.split_whitespace().all(is_attribute)
        {
            found.push(line.start + before.len());
        }
    }
    found
}

/// Gives every heading and numbered paragraph its id.
///
/// An id that the author typed (`## Remit {#remit}`) stays; two equal ones are an error, and so is
/// one that the program may give. The other ids are made from the words, as code-hosting sites make
/// them, and get `-2` and so on where they are taken. A numbered heading without an id of its own
/// has the id of its number.
pub(super) fn give_ids<L>(body: &mut Body<L>) -> Vec<Diagnostic> {
    let mut messages = Vec::new();
    let mut authors: HashMap<String, Span> = HashMap::new();
    for_each_block(body, &mut |block| {
        let Block::Heading(heading) = block else {
            return;
        };
        if heading.id.is_empty() {
            return;
        }
        if let Some(message) = of_the_program(&heading.id, heading.span) {
            messages.push(message);
        } else if let Some(first) = authors.get(&heading.id) {
            let id = &heading.id;
            messages.push(
                Diagnostic::new(
                    &codes::SAME_HEADING_ID,
                    heading.span,
                    format!("Two headings have the id \u{201c}{id}\u{201d}"),
                    format!("Give one of them another id, for example {{#{id}-2}}, or none."),
                )
                .with_secondary(*first, "the first one"),
            );
        } else {
            authors.insert(heading.id.clone(), heading.span);
        }
    });
    let mut ids = Ids {
        taken: authors
            .into_keys()
            .chain(LAYOUT_IDS.map(str::to_owned))
            .collect(),
        next: HashMap::new(),
    };
    // Numbers first: a citation must lead to its paragraph, whatever a heading above it says.
    for_each_block(body, &mut |block| match block {
        Block::Heading(heading) => {
            if let Some(number) = &mut heading.number {
                number.id = ids.of_number(&number.written, &heading.id);
                if heading.id.is_empty() {
                    heading.id.clone_from(&number.id);
                }
            }
        }
        Block::Paragraph(paragraph) => {
            if let Some(number) = &mut paragraph.number {
                number.id = ids.of_number(&number.written, "");
            }
        }
        _ => {}
    });
    for_each_block(body, &mut |block| {
        if let Block::Heading(heading) = block
            && heading.id.is_empty()
        {
            heading.id = ids.free(&slug(&plain_text(&heading.content)), '-');
        }
    });
    messages
}

/// The message about a typed id that another part of the page has, or may have: those that the
/// program makes for tables, footnotes and the like have a dot inside.
fn of_the_program(id: &str, span: Span) -> Option<Diagnostic> {
    if !LAYOUT_IDS.contains(&id) && !id.contains('.') {
        return None;
    }
    let other = match id.replace('.', "-") {
        other if other == id => format!("{id}-2"),
        other => other,
    };
    Some(Diagnostic::new(
        &codes::SAME_HEADING_ID,
        span,
        format!("The id \u{201c}{id}\u{201d} is kept for other parts of the page"),
        format!("Give the heading another id, for example {{#{other}}}, or none."),
    ))
}

fn for_each_block<L>(body: &mut Body<L>, visit: &mut impl FnMut(&mut Block<L>)) {
    visit_blocks_mut(&mut body.blocks, visit);
    for footnote in &mut body.footnotes {
        visit_blocks_mut(&mut footnote.blocks, visit);
    }
}

struct Ids {
    taken: HashSet<String>,
    next: HashMap<String, usize>,
}

impl Ids {
    /// An id that nothing has yet: the wanted one, or one with a number after it.
    fn free(&mut self, wanted: &str, before_number: char) -> String {
        let mut id = wanted.to_owned();
        let mut next = self.next.get(wanted).copied().unwrap_or(2);
        while !self.taken.insert(id.clone()) {
            id = format!("{wanted}{before_number}{next}");
            next += 1;
        }
        self.next.insert(wanted.to_owned(), next);
        id
    }

    /// The id of an author's number, which may be what its heading has already. One that stands
    /// twice has `p3_2` the second time: `p3-2` is for 3.2.
    fn of_number(&mut self, written: &str, heading_id: &str) -> String {
        let wanted = number_id(written);
        if wanted == heading_id {
            return wanted;
        }
        self.free(&wanted, '_')
    }
}

/// The id of an author's number: `p3-2` for `3.2` and `3.2.`.
fn number_id(written: &str) -> String {
    format!("p{}", written.trim_end_matches('.').replace('.', "-"))
}

/// Words as an id: letters and digits of any language in lower case, spaces as hyphens.
fn slug(text: &str) -> String {
    let slug: String = text
        .trim()
        .chars()
        .filter_map(|c| match c {
            c if c.is_alphanumeric() || matches!(c, '-' | '_') => Some(c),
            c if c.is_whitespace() => Some('-'),
            _ => None,
        })
        .flat_map(char::to_lowercase)
        .collect();
    if slug.is_empty() {
        "section".to_owned()
    } else {
        slug
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::markdown::{Locate, ReadOptions, read};
    use crate::source::FileId;

    #[test]
    fn ids_are_made_from_words_and_numbers() {
        let cases = [
            ("Remit & members", "remit--members"),
            ("Grŵp Gweithredol", "grŵp-gweithredol"),
            ("What’s new?", "whats-new"),
            ("…", "section"),
        ];
        for (text, id) in cases {
            assert_eq!(slug(text), id);
        }
        assert_eq!(number_id("3.2."), "p3-2");
    }

    #[test]
    fn a_number_leads_to_its_paragraph() {
        let text =
            "## 3 Duties {#p3}\n\n3.2 One.\n\n## 3 Again\n\n## P3 3\n\n3.3 Two.\n\n3.2 Three.";
        let locate = Locate::Exact {
            file: FileId::new(0),
            start: 0,
        };
        let options = ReadOptions {
            numbered: true,
            is_body: true,
        };
        let (body, _) = read(text, locate, options);
        assert_eq!(
            body.anchors(),
            ["p3", "p3-2", "p3_2", "p3-3-2", "p3-3", "p3-2_2"]
        );
    }
}
