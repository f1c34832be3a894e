//! Documents: any other page.

use crate::dates::PartialDate;
use crate::source::{FileId, Span, Spanned};

use super::{DocumentControl, Id, Localised, PageFacts, Plan};

/// A document.
#[derive(Clone, Debug)]
pub struct Document {
    /// What every page has.
    pub page: PageFacts,
    /// The plan it stays with.
    pub plan: Option<Id<Localised<Plan>>>,
    /// Its title.
    pub title: String,
    /// Its section number.
    pub reference: Option<String>,
    /// Where that stands; the file as a whole where its name gives it.
    pub reference_at: Span,
    /// Whether a list of its headings stands at the top.
    pub contents: bool,
    /// Who signs it.
    pub sign_off: Option<SignOff>,
    /// By when it must be reviewed.
    pub review_by: Option<Spanned<PartialDate>>,
    /// Versions and reviews.
    pub control: DocumentControl,
}

/// A signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignOff {
    /// Who signs.
    pub name: String,
    /// In which role.
    pub role: Option<String>,
    /// A picture of the signature, and its words.
    pub image: Option<(FileId, String)>,
}
