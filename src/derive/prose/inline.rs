//! Lines of text.

use super::linker::Segment;
use super::{LinkView, Surroundings, Writer};
use crate::derive::html::Html;
use crate::model::terms::EntryKind;
use crate::parse::markdown::{Inline, Where, run_at};

impl<S> Writer<'_, S> {
    pub(super) fn inlines<L>(&mut self, inlines: &[Inline<L>], place: Where)
    where
        S: Surroundings<L>,
    {
        let mut rest = inlines;
        while let Some(first) = rest.first() {
            if let Some((run, length)) = run_at(rest) {
                self.run::<L>(&run.text, place);
                rest = &rest[length..];
            } else {
                self.inline(first, place);
                rest = &rest[1..];
            }
        }
    }

    fn inline<L>(&mut self, inline: &Inline<L>, place: Where)
    where
        S: Surroundings<L>,
    {
        match inline {
            // Texts are written as runs; a line end before any text is a space.
            Inline::Text { text, .. } => self.html.text(text),
            Inline::SoftBreak => self.html.end_line(),
            Inline::HardBreak => {
                self.html.open("br", &[]);
                self.html.end_line();
            }
            Inline::Code { text, .. } => self.html.element("code", &[], text),
            Inline::Emphasis(content) => self.wrapped("em", content, place),
            Inline::Strong(content) => self.wrapped("strong", content, place),
            Inline::Strikethrough(content) => self.wrapped("s", content, place),
            Inline::Link { link, content, .. } => self.link(link, content),
            Inline::Image {
                link,
                alt,
                decorative,
                ..
            } => {
                let alt = if *decorative { "" } else { alt.as_str() };
                match self.surroundings.link(link) {
                    Some(view) => self.picture(&view, alt),
                    None => self.html.text(alt),
                }
            }
            Inline::FootnoteMark { footnote, mark, .. } => {
                self.footnote_mark::<L>(*footnote, *mark)
            }
            Inline::TaskMark { done } => {
                let key = if *done { "prose.done" } else { "prose.to_do" };
                let word = self.surroundings.word(key);
                self.html
                    .element("strong", &[("class", "task-state")], &word);
                self.html.text(" ");
            }
        }
    }

    fn wrapped<L>(&mut self, tag: &'static str, content: &[Inline<L>], place: Where)
    where
        S: Surroundings<L>,
    {
        self.html.open(tag, &[]);
        self.inlines(content, place);
        self.html.close(tag);
    }

    fn picture(&mut self, view: &LinkView, alt: &str) {
        let size = view.file.as_ref().and_then(|facts| facts.picture);
        let size = size.map(|size| (size.width.to_string(), size.height.to_string()));
        let mut attributes = vec![("src", view.href.as_str()), ("alt", alt)];
        if let Some((width, height)) = &size {
            attributes.push(("width", width));
            attributes.push(("height", height));
        }
        self.html.open("img", &attributes);
    }

    fn link<L>(&mut self, link: &L, content: &[Inline<L>])
    where
        S: Surroundings<L>,
    {
        let view = self.surroundings.link(link);
        let Some(LinkView {
            href,
            language,
            file,
        }) = view
        else {
            self.link_words(link, content);
            return;
        };
        let mut attributes = vec![("href", href.as_str())];
        if let Some(language) = &language {
            attributes.push(("hreflang", language));
            // The author's words are in the page's language, the name of an entry in its own.
            if content.is_empty() {
                attributes.push(("lang", language));
            }
        }
        self.html.open("a", &attributes);
        self.link_words(link, content);
        if let Some(file) = file {
            self.html.text(" ");
            let facts = format!("({}, {})", file.kind, file.size);
            self.html
                .element("span", &[("class", "file-facts")], &facts);
        }
        self.html.close("a");
    }

    fn link_words<L>(&mut self, link: &L, content: &[Inline<L>])
    where
        S: Surroundings<L>,
    {
        if content.is_empty() {
            let name = self.surroundings.name(link);
            self.html.text(&name);
        } else {
            self.inlines(content, Where::Link);
        }
    }

    fn run<L>(&mut self, text: &str, place: Where)
    where
        S: Surroundings<L>,
    {
        let terms = match place {
            Where::Text => self.surroundings.terms(),
            Where::Heading | Where::Link | Where::Code | Where::Quote => None,
        };
        let Some(terms) = terms else {
            self.html.text(text);
            return;
        };
        for segment in terms.segments(text) {
            match segment {
                Segment::Text(text) => self.html.text(text),
                Segment::Term { id, kind, shown } => {
                    let way = self.surroundings.term(id);
                    self.term_link(way.as_ref(), kind, |html| html.text(shown));
                }
                Segment::Abbreviation {
                    id,
                    kind,
                    shown,
                    expansion,
                } => {
                    let way = self.surroundings.term(id);
                    self.term_link(way.as_ref(), kind, |html| html.element("abbr", &[], shown));
                    if let Some(expansion) = expansion {
                        let language = way.and_then(|way| way.language);
                        self.expansion(&expansion, language.as_deref());
                    }
                }
            }
        }
    }

    /// The words of a term or name, linked where it has a place.
    fn term_link(
        &mut self,
        way: Option<&LinkView>,
        kind: EntryKind,
        words: impl FnOnce(&mut Html),
    ) {
        let Some(way) = way else {
            words(&mut self.html);
            return;
        };
        let mut attributes = vec![("href", way.href.as_str())];
        if kind == EntryKind::Term {
            attributes.insert(0, ("class", "term"));
        }
        if let Some(language) = &way.language {
            attributes.push(("hreflang", language));
        }
        self.html.open("a", &attributes);
        words(&mut self.html);
        self.html.close("a");
    }

    /// What an abbreviation stands for, in the language of what it leads to.
    fn expansion(&mut self, words: &str, language: Option<&str>) {
        match language {
            Some(language) => {
                self.html.text(" (");
                self.html.element("span", &[("lang", language)], words);
                self.html.text(")");
            }
            None => self.html.text(&format!(" ({words})")),
        }
    }
}
