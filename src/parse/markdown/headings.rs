//! Ids of headings and numbered paragraphs.

use std::collections::{HashMap, HashSet};

use super::ast::{Block, Body};
use super::plain::plain_text;
use super::walk::visit_blocks_mut;
use crate::diagnostic::{Diagnostic, codes};
use crate::source::Span;

/// Gives every heading and numbered paragraph its id.
///
/// An id that the author typed (`## Remit {#remit}`) stays; two equal ones are an error. The other
/// ids are made from the words, as code-hosting sites make them, and get `-2` and so on where they are taken.
/// A numbered heading without an id of its own has the id of its number.
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
        if let Some(first) = authors.get(&heading.id) {
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
        taken: authors.into_keys().collect(),
        next: HashMap::new(),
    };
    for_each_block(body, &mut |block| match block {
        Block::Heading(heading) => {
            if let Some(number) = &mut heading.number {
                number.id = ids.free(number_id(&number.written));
                if heading.id.is_empty() {
                    heading.id.clone_from(&number.id);
                }
            }
            if heading.id.is_empty() {
                heading.id = ids.free(slug(&plain_text(&heading.content)));
            }
        }
        Block::Paragraph(paragraph) => {
            if let Some(number) = &mut paragraph.number {
                number.id = ids.free(number_id(&number.written));
            }
        }
        _ => {}
    });
    messages
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
    fn free(&mut self, wanted: String) -> String {
        let mut id = wanted.clone();
        let mut next = self.next.get(&wanted).copied().unwrap_or(2);
        while !self.taken.insert(id.clone()) {
            id = format!("{wanted}-{next}");
            next += 1;
        }
        self.next.insert(wanted, next);
        id
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
}
