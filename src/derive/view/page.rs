//! What every page has.

use serde::Serialize;

use crate::derive::html::Html;
use crate::derive::view::parts::{DateView, FactView, LinkView, WordsView};

/// What every page has.
#[derive(Clone, Debug, Serialize)]
pub struct PageView {
    /// The kind of page, for `<body data-page>`: the name of its template, `action`.
    pub kind: &'static str,
    /// The path of the page from the root of the site: `groups/training.html`.
    pub path: String,
    /// The way from the page to the root of the site: empty, `../`, `../../`.
    pub root: String,
    /// The language of the page (BCP 47): `en`.
    pub language: String,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// The title of the page: its `h1`.
    pub title: String,
    /// What stands above the title in small: "Action 1.3". Part of the `h1`.
    pub caption: Option<String>,
    /// The title of the document (WCAG 2.4.2): "Action 1.3: … – Priority 1 – Board".
    pub head_title: String,
    /// What the page is about, in plain text, for search engines: the author's `summary`,
    /// else its first words, else a sentence of the theme's.
    pub description: String,
    /// The author's summary, shown below the title.
    pub summary: Option<Html>,
    /// The absolute address, where `site_url` is set.
    pub canonical: Option<String>,
    /// Whether search engines may list the page.
    pub indexed: bool,
    /// The same page in every language that has it, this one included; empty where it is alone.
    pub alternates: Vec<AlternateView>,
    /// From home to the parent; empty on the home page and on errors.
    pub breadcrumbs: Vec<LinkView>,
    /// The key of the menu entry that the page belongs to.
    pub navigation: Option<String>,
    /// The words of the page's plan, else of the current plan, else of the theme.
    pub words: WordsView,
    /// What a reader must know first: a draft, an archived plan, a plan that has ended.
    pub notices: Vec<NoticeView>,
    /// The page before this one in its row.
    pub previous: Option<LinkView>,
    /// The page after this one in its row.
    pub next: Option<LinkView>,
    /// When the page was last changed, by its author.
    pub updated: Option<DateView>,
    /// Document control: only what the author gave.
    pub document_control: Vec<FactView>,
    /// Texts of `index.md` that stand on every page, with links relative to this one.
    pub prose: SharedProseView,
    /// The file that the page is made from, below `content/`; `None` for a page of the program's own.
    pub source: Option<String>,
}

/// The page in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AlternateView {
    /// The language (BCP 47): `cy`.
    pub language: String,
    /// The name of the language in itself: `Cymraeg`.
    pub name: String,
    /// The address, relative to the page.
    pub href: String,
    /// The absolute address, where `site_url` is set.
    pub canonical: Option<String>,
    /// Whether it is this page.
    pub current: bool,
}

/// What a reader must know first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NoticeView {
    /// `preview`, `private`, `draft`, `archived`, `ended` or `past-review`.
    pub kind: &'static str,
    /// The whole sentence.
    pub text: Html,
}

/// Texts of `index.md` that stand on every page. They may hold links, and links are relative,
/// so there is one set for each depth of folders.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SharedProseView {
    /// The text of `report_concern`.
    pub report_concern: Option<Html>,
    /// How to ask for another format.
    pub alternative_formats: Option<Html>,
    /// The text of the footer.
    pub footer: Option<Html>,
}
