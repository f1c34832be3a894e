//! Texts without marks: for titles, descriptions, tables of data and calendars.

use crate::model::{Link, Prose};
use crate::parse::markdown::{Block, DiagramItem, Inline};

/// A whole text: its blocks with a space between them. Tables, code and pictures that carry no
/// meaning are left out; a link without words of its own says what `name` says of it.
#[must_use]
pub fn text(prose: &Prose, name: &dyn Fn(&Link) -> String) -> String {
    let mut writer = Writer {
        text: String::new(),
        name,
    };
    writer.blocks(&prose.body.blocks);
    writer.text.trim().to_owned()
}

/// The words of a line of text.
#[must_use]
pub fn line(content: &[Inline<Link>], name: &dyn Fn(&Link) -> String) -> String {
    let mut writer = Writer {
        text: String::new(),
        name,
    };
    writer.inlines(content);
    writer.text.trim().to_owned()
}

/// The first paragraph of a text, if it has one.
#[must_use]
pub fn first_paragraph(prose: &Prose, name: &dyn Fn(&Link) -> String) -> Option<String> {
    prose.body.blocks.iter().find_map(|block| match block {
        Block::Paragraph(paragraph) => Some(line(&paragraph.content, name)),
        _ => None,
    })
}

/// The first sentence of a text: up to a full stop, question or exclamation mark that a space and
/// a capital follow, so that "e.g. schools" and "No. 3" stay whole.
#[must_use]
pub fn first_sentence(text: &str) -> &str {
    let mut ends = text.match_indices(['.', '!', '?']);
    let end = ends.find(|(at, mark)| {
        let rest = &text[at + mark.len()..];
        let next = rest.trim_start();
        rest.len() > next.len() && next.starts_with(char::is_uppercase)
    });
    match end {
        Some((at, mark)) => &text[..at + mark.len()],
        None => text,
    }
}

/// A text cut to at most `most` characters, after a whole word, with `…`; unchanged if it is short.
#[must_use]
pub fn first_words(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let end = text
        .char_indices()
        .nth(most.saturating_sub(1))
        .map_or(text.len(), |(index, _)| index);
    let head = &text[..end];
    let ends_here = text[end..].starts_with(char::is_whitespace);
    // A single word longer than the limit is cut inside.
    let head = match head.rfind(char::is_whitespace) {
        Some(space) if space > 0 && !ends_here => &head[..space],
        _ => head,
    };
    let ends_a_clause = |c: char| c.is_whitespace() || ",;:–-".contains(c);
    format!("{}…", head.trim_end_matches(ends_a_clause))
}

struct Writer<'a> {
    text: String,
    name: &'a dyn Fn(&Link) -> String,
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block<Link>]) {
        for block in blocks {
            self.space();
            match block {
                Block::Paragraph(paragraph) => self.inlines(&paragraph.content),
                Block::Heading(heading) => self.inlines(&heading.content),
                Block::List(list) => {
                    for item in &list.items {
                        self.blocks(item);
                    }
                }
                Block::Quote { blocks, .. } => self.blocks(blocks),
                Block::Definitions(definitions) => {
                    for definition in definitions {
                        for term in &definition.terms {
                            self.space();
                            self.inlines(term);
                        }
                        for meaning in &definition.meanings {
                            self.blocks(meaning);
                        }
                    }
                }
                Block::Diagram(diagram) => self.items(&diagram.items),
                Block::Code { .. } | Block::Table(_) | Block::Structure(_) | Block::Rule => {}
            }
        }
    }

    fn items(&mut self, items: &[DiagramItem]) {
        for item in items {
            self.space();
            self.text.push_str(&item.label);
            self.items(&item.children);
        }
    }

    fn inlines(&mut self, content: &[Inline<Link>]) {
        for inline in content {
            match inline {
                Inline::Text { text, .. } | Inline::Code { text, .. } => self.text.push_str(text),
                Inline::Emphasis(content)
                | Inline::Strong(content)
                | Inline::Strikethrough(content) => self.inlines(content),
                Inline::Link { link, content, .. } if content.is_empty() => {
                    let words = (self.name)(link);
                    self.text.push_str(&words);
                }
                Inline::Link { content, .. } => self.inlines(content),
                Inline::Image { alt, .. } => self.text.push_str(alt),
                Inline::SoftBreak | Inline::HardBreak => self.space(),
                Inline::FootnoteMark { .. } | Inline::TaskMark { .. } => {}
            }
        }
    }

    fn space(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(char::is_whitespace) {
            self.text.push(' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_before_the_next_one_begins() {
        assert_eq!(first_sentence("We meet. Then we act."), "We meet.");
        assert_eq!(
            first_sentence("See e.g. schools. All of them."),
            "See e.g. schools."
        );
        assert_eq!(first_sentence("No end"), "No end");
        assert_eq!(first_sentence("At 2.30pm we meet."), "At 2.30pm we meet.");
    }

    #[test]
    fn a_long_text_ends_after_a_whole_word() {
        assert_eq!(
            first_words("Help early, and stay", 40),
            "Help early, and stay"
        );
        assert_eq!(first_words("Help early, and stay", 14), "Help early…");
        assert_eq!(first_words("Llanfairpwllgwyngyll", 5), "Llan…");
        assert_eq!(first_words("Été à la mer", 6), "Été à…");
    }
}
