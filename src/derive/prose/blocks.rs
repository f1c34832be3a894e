//! Paragraphs, headings, lists and the like.

use super::{Surroundings, Writer};
use crate::derive::diagram;
use crate::parse::markdown::{
    Alert, Block, Definition, Heading, List, ListMarks, MarkStyle, Numbering, Paragraph, Where,
};

impl<S> Writer<'_, S> {
    pub(super) fn blocks<L>(&mut self, blocks: &[Block<L>], place: Where)
    where
        S: Surroundings<L>,
    {
        for block in blocks {
            self.block(block, place);
        }
    }

    fn block<L>(&mut self, block: &Block<L>, place: Where)
    where
        S: Surroundings<L>,
    {
        match block {
            Block::Paragraph(paragraph) => self.paragraph(paragraph, place),
            Block::Heading(heading) => self.heading(heading),
            Block::List(list) => self.list(list, place),
            Block::Quote { alert, blocks } => match alert {
                Some(alert) => self.alert(*alert, blocks, place),
                None => {
                    self.html.open("blockquote", &[]);
                    self.blocks(blocks, Where::Quote);
                    self.html.close("blockquote");
                }
            },
            Block::Code { language, text, .. } => {
                self.html.open("pre", &[]);
                match language {
                    Some(language) => {
                        let class = format!("language-{language}");
                        self.html.element("code", &[("class", &class)], text);
                    }
                    None => self.html.element("code", &[], text),
                }
                self.html.close("pre");
            }
            Block::Table(table) => self.table(table, place),
            Block::Definitions(definitions) => self.definitions(definitions, place),
            Block::Diagram(drawn) => {
                self.diagrams += 1;
                let id = self.id(&format!("diagram.{}", self.diagrams));
                let figure = diagram::figure(drawn, &id);
                self.html.append(&figure);
            }
            Block::Structure(_) => {
                let structure = self.surroundings.structure();
                self.html.append(&structure);
            }
            Block::Rule => self.html.open("hr", &[]),
        }
        self.html.end_line();
    }

    fn paragraph<L>(&mut self, paragraph: &Paragraph<L>, place: Where)
    where
        S: Surroundings<L>,
    {
        match &paragraph.number {
            Some(number) => {
                let id = self.id(&number.id);
                self.html.open("p", &[("class", "numbered"), ("id", &id)]);
                self.html
                    .element("span", &[("class", "number")], &number.written);
                self.html.text(" ");
            }
            None => self.html.open("p", &[]),
        }
        self.inlines(&paragraph.content, place);
        self.html.close("p");
    }

    fn heading<L>(&mut self, heading: &Heading<L>)
    where
        S: Surroundings<L>,
    {
        let tag = self.heading_tag(heading.level);
        let id = self.id(&heading.id);
        self.html.open(tag, &[("id", &id)]);
        if let Some(number) = &heading.number {
            let number_id = self.id(&number.id);
            let mut attributes = vec![("class", "number")];
            if number_id != id {
                attributes.push(("id", &number_id));
            }
            self.html.element("span", &attributes, &number.written);
            self.html.text(" ");
        }
        self.inlines(&heading.content, Where::Heading);
        self.html.close(tag);
        self.heading = Some(id);
    }

    fn list<L>(&mut self, list: &List<L>, place: Where)
    where
        S: Surroundings<L>,
    {
        let tag = self.open_list(list.marks);
        for item in &list.items {
            self.html.end_line();
            self.html.open("li", &[]);
            for (index, block) in item.iter().enumerate() {
                match block {
                    Block::Paragraph(paragraph) if list.tight && paragraph.number.is_none() => {
                        if index > 0 {
                            self.html.end_line();
                        }
                        self.inlines(&paragraph.content, place);
                    }
                    block => {
                        self.html.end_line();
                        self.block(block, place);
                    }
                }
            }
            self.html.close("li");
        }
        self.html.end_line();
        self.html.close(tag);
    }

    fn open_list(&mut self, marks: ListMarks) -> &'static str {
        let ListMarks::Ordered {
            numbering,
            style,
            start,
        } = marks
        else {
            self.html.open("ul", &[]);
            return "ul";
        };
        let kind = match numbering {
            Numbering::Decimal => None,
            Numbering::LowerLetters => Some("a"),
            Numbering::UpperLetters => Some("A"),
            Numbering::LowerRoman => Some("i"),
            Numbering::UpperRoman => Some("I"),
        };
        // A style sheet cannot tell `type="a"` from `type="A"`, so capitals have a class.
        let capitals = matches!(numbering, Numbering::UpperLetters | Numbering::UpperRoman);
        let class = match (style, capitals) {
            (MarkStyle::Dot, _) => None,
            (MarkStyle::Bracket, false) => Some("marks-bracket"),
            (MarkStyle::Bracket, true) => Some("marks-bracket marks-capital"),
            (MarkStyle::Brackets, false) => Some("marks-brackets"),
            (MarkStyle::Brackets, true) => Some("marks-brackets marks-capital"),
        };
        let start = (start != 1).then(|| start.to_string());
        let attributes: Vec<(&'static str, &str)> = [
            kind.map(|kind| ("type", kind)),
            class.map(|class| ("class", class)),
            start.as_deref().map(|start| ("start", start)),
        ]
        .into_iter()
        .flatten()
        .collect();
        self.html.open("ol", &attributes);
        "ol"
    }

    fn alert<L>(&mut self, alert: Alert, blocks: &[Block<L>], place: Where)
    where
        S: Surroundings<L>,
    {
        let (class, key) = match alert {
            Alert::Note => ("alert alert-note", "prose.note"),
            Alert::Tip => ("alert alert-tip", "prose.tip"),
            Alert::Important => ("alert alert-important", "prose.important"),
            Alert::Warning => ("alert alert-warning", "prose.warning"),
            Alert::Caution => ("alert alert-caution", "prose.caution"),
        };
        self.html.open("div", &[("class", class)]);
        let word = self.surroundings.word(key);
        self.html.open("p", &[("class", "alert-word")]);
        self.html.element("strong", &[], &word);
        self.html.close("p");
        self.html.end_line();
        self.blocks(blocks, place);
        self.html.close("div");
    }

    fn definitions<L>(&mut self, definitions: &[Definition<L>], place: Where)
    where
        S: Surroundings<L>,
    {
        self.html.open("dl", &[]);
        for definition in definitions {
            for term in &definition.terms {
                self.html.end_line();
                self.html.open("dt", &[]);
                self.inlines(term, place);
                self.html.close("dt");
            }
            for meaning in &definition.meanings {
                self.html.end_line();
                self.html.open("dd", &[]);
                match meaning.as_slice() {
                    [Block::Paragraph(only)] if only.number.is_none() => {
                        self.inlines(&only.content, place);
                    }
                    blocks => self.blocks(blocks, place),
                }
                self.html.close("dd");
            }
        }
        self.html.end_line();
        self.html.close("dl");
    }
}
