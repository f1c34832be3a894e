//! Any other document: governance, a framework, a foreword.

use serde::Serialize;

use crate::derive::html::Html;
use crate::derive::view::page::PageView;
use crate::derive::view::parts::{DateView, HeadingView, ImageView, LinkView};

/// The page of a document.
#[derive(Clone, Debug, Serialize)]
pub struct DocumentView {
    /// What every page has.
    pub page: PageView,
    /// The plan it belongs to, where it stands in the folder of one.
    pub plan: Option<LinkView>,
    /// Its headings, where the author asked for a list of contents; else empty.
    pub contents: Vec<HeadingView>,
    /// What stands in it.
    pub document: DocumentContentView,
}

/// What stands in a document.
#[derive(Clone, Debug, Serialize)]
pub struct DocumentContentView {
    /// Its section number.
    pub reference: Option<String>,
    /// The text, with numbered paragraphs and footnotes.
    pub body: Option<Html>,
    /// Who signed it.
    pub sign_off: Option<SignOffView>,
    /// When it must be reviewed.
    pub review_by: Option<DateView>,
}

/// Who signed a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SignOffView {
    /// The name.
    pub name: String,
    /// The post.
    pub role: Option<String>,
    /// The picture of the signature.
    pub image: Option<ImageView>,
}
