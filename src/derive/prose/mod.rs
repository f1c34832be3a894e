//! Authors' texts as accessible HTML.
//!
//! What stands around a text (addresses, words in the page's language, the glossary) comes through
//! [`Surroundings`], so a text can be set on any page. There is no inline style and no script; the
//! theme styles the class names.

mod blocks;
mod footnotes;
mod inline;
mod linker;
mod table;

pub use linker::TermLinker;

use crate::derive::html::Html;
use crate::model::terms::TermIndexId;
use crate::parse::PictureSize;
use crate::parse::markdown::{Body, Inline, Where};

/// What a text needs to know about the page that it stands on.
pub trait Surroundings<L> {
    /// The address of a link and what a reader should be told; `None` shows the words alone.
    fn link(&mut self, link: &L) -> Option<LinkView>;
    /// The words of a link whose author left them out.
    fn name(&self, link: &L) -> String;
    /// A word of the theme in the page's language: see [`WORDS`].
    fn word(&self, key: &str) -> String;
    /// Finds the terms and names that are linked; `None` where none are.
    fn terms(&mut self) -> Option<&mut TermLinker>;
    /// Where a term or name that was found leads.
    fn term(&self, id: TermIndexId) -> Option<LinkView>;
    /// The structure of the board, drawn.
    fn structure(&mut self) -> Html;
}

/// The keys of the theme's words that texts use, each with its English.
pub const WORDS: [(&str, &str); 11] = [
    ("prose.done", "Done:"),
    ("prose.to_do", "To do:"),
    ("prose.note", "Note"),
    ("prose.tip", "Tip"),
    ("prose.important", "Important"),
    ("prose.warning", "Warning"),
    ("prose.caution", "Caution"),
    ("prose.table", "Table"),
    ("prose.footnote", "Footnote"),
    ("prose.footnotes", "Footnotes"),
    ("prose.back_to_text", "Back to the text"),
];

/// A link as a page has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkView {
    /// The address, relative to the page or whole.
    pub href: String,
    /// The language of what it leads to, where that is not the page's: a tag such as `cy`.
    pub language: Option<String>,
    /// What it leads to, where that is a file and not a page.
    pub file: Option<FileFacts>,
}

/// What a reader should know before opening a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileFacts {
    /// `PDF`
    pub kind: String,
    /// `240 KB`
    pub size: String,
    /// How large it is shown, where it is a picture that says so.
    pub picture: Option<PictureSize>,
}

/// Where on a page a text stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Placement<'a> {
    /// Stands before every id of this text, so that several texts of one page do not clash: empty
    /// for the body of the page itself.
    pub id_prefix: &'a str,
    /// By how many levels the headings are lowered: 0 below the title of the page, 1 inside a
    /// section with a heading of its own.
    pub lowered_by: u8,
}

/// A text as blocks: paragraphs, lists, tables.
#[must_use]
pub fn render<L>(
    body: &Body<L>,
    placement: Placement<'_>,
    surroundings: &mut impl Surroundings<L>,
) -> Html {
    let mut writer = Writer::new(placement, surroundings);
    writer.blocks(&body.blocks, Where::Text);
    writer.footnotes(&body.footnotes);
    writer.html
}

/// A line of text, without a paragraph around it: what [`Body::as_inline`] returns.
#[must_use]
pub fn render_inline<L>(
    inlines: &[Inline<L>],
    placement: Placement<'_>,
    surroundings: &mut impl Surroundings<L>,
) -> Html {
    let mut writer = Writer::new(placement, surroundings);
    writer.inlines(inlines, Where::Text);
    writer.html
}

/// A value as its length asks for: a line where it is one plain paragraph, else blocks.
#[must_use]
pub fn render_value<L>(
    body: &Body<L>,
    placement: Placement<'_>,
    surroundings: &mut impl Surroundings<L>,
) -> Html {
    match body.as_inline() {
        Some(inlines) => render_inline(inlines, placement, surroundings),
        None => render(body, placement, surroundings),
    }
}

/// Writes one text.
struct Writer<'a, S> {
    html: Html,
    placement: Placement<'a>,
    surroundings: &'a mut S,
    /// The id of the heading above, which names a table without a caption.
    heading: Option<String>,
    /// The levels of the headings that this place stands below, as their author wrote them.
    levels: Vec<u8>,
    tables: usize,
    diagrams: usize,
}

impl<'a, S> Writer<'a, S> {
    fn new(placement: Placement<'a>, surroundings: &'a mut S) -> Self {
        Self {
            html: Html::new(),
            placement,
            surroundings,
            heading: None,
            levels: Vec::new(),
            tables: 0,
            diagrams: 0,
        }
    }

    /// An id of this text on its page.
    ///
    /// Ids that are not the author's have a dot inside, which no id made from words has.
    fn id(&self, own: &str) -> String {
        format!("{}{own}", self.placement.id_prefix)
    }

    /// The element of a heading. A level that its author skipped is closed up: who jumps from
    /// heading to heading would look for the missing one (WCAG 2.2, 1.3.1). The author is told.
    fn heading_tag(&mut self, level: u8) -> &'static str {
        self.levels.retain(|above| *above < level);
        self.levels.push(level);
        match self.levels.len() + 1 + usize::from(self.placement.lowered_by) {
            0..=2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            _ => "h6",
        }
    }
}

#[cfg(test)]
mod tests;
