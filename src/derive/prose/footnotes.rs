//! Footnotes: one section at the end of a text, with a way back to each mark.

use super::{Surroundings, Writer};
use crate::parse::markdown::{Block, Footnote, Where};

impl<S> Writer<'_, S> {
    pub(super) fn footnotes<L>(&mut self, footnotes: &[Footnote<L>])
    where
        S: Surroundings<L>,
    {
        if footnotes.is_empty() {
            return;
        }
        let heading = self.id("footnotes.heading");
        let tag = self.heading_tag(2);
        self.html.open(
            "section",
            &[("class", "footnotes"), ("aria-labelledby", &heading)],
        );
        let word = self.surroundings.word("prose.footnotes");
        self.html.element(tag, &[("id", &heading)], &word);
        self.html.end_line();
        self.html.open("ol", &[]);
        for (index, footnote) in footnotes.iter().enumerate() {
            self.html.end_line();
            let id = self.footnote_id(index);
            self.html.open("li", &[("id", &id)]);
            self.footnote(index, footnote);
            self.html.close("li");
        }
        self.html.end_line();
        self.html.close("ol");
        self.html.close("section");
        self.html.end_line();
    }

    /// A mark: "Footnote 1" to those who hear it, "1" to those who see it.
    pub(super) fn footnote_mark<L>(&mut self, footnote: usize, mark: usize)
    where
        S: Surroundings<L>,
    {
        let id = self.mark_id(footnote, mark);
        let href = format!("#{}", self.footnote_id(footnote));
        let word = self.surroundings.word("prose.footnote");
        self.html.open("sup", &[("class", "footnote-mark")]);
        self.html.open("a", &[("id", &id), ("href", &href)]);
        self.html
            .element("span", &[("class", "visually-hidden")], &format!("{word} "));
        self.html.text(&(footnote + 1).to_string());
        self.html.close("a");
        self.html.close("sup");
    }

    fn footnote<L>(&mut self, index: usize, footnote: &Footnote<L>)
    where
        S: Surroundings<L>,
    {
        match footnote.blocks.split_last() {
            Some((Block::Paragraph(last), before)) if last.number.is_none() => {
                self.blocks(before, Where::Text);
                self.html.open("p", &[]);
                self.inlines(&last.content, Where::Text);
                self.ways_back::<L>(index, footnote.marks);
                self.html.close("p");
            }
            _ => {
                self.blocks(&footnote.blocks, Where::Text);
                self.html.open("p", &[]);
                self.ways_back::<L>(index, footnote.marks);
                self.html.close("p");
            }
        }
    }

    fn ways_back<L>(&mut self, footnote: usize, marks: usize)
    where
        S: Surroundings<L>,
    {
        let words = self.surroundings.word("prose.back_to_text");
        for mark in 1..=marks {
            let href = format!("#{}", self.mark_id(footnote, mark));
            // Each link says which mark it leads to, so that no two say the same.
            let number = footnote + 1;
            let place = if marks == 1 {
                number.to_string()
            } else {
                format!("{number}.{mark}")
            };
            self.html.text(" ");
            self.html.element(
                "a",
                &[("class", "footnote-back"), ("href", &href)],
                &format!("{words} ({place})"),
            );
        }
    }

    fn footnote_id(&self, footnote: usize) -> String {
        self.id(&format!("footnote.{}", footnote + 1))
    }

    fn mark_id(&self, footnote: usize, mark: usize) -> String {
        self.id(&format!("footnote.{}.mark.{mark}", footnote + 1))
    }
}
