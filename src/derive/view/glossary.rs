//! Terms and abbreviations.

use serde::Serialize;

use crate::derive::html::Html;
use crate::derive::view::page::PageView;
use crate::derive::view::parts::LinkView;

/// The glossary.
#[derive(Clone, Debug, Serialize)]
pub struct GlossaryView {
    /// What every page has.
    pub page: PageView,
    /// The author's introduction.
    pub body: Option<Html>,
    /// The alphabet of the language, each letter with the first entry it leads to.
    pub letters: Vec<LetterView>,
    /// The parts, in the author's order; one without heading where there are no parts.
    pub parts: Vec<GlossaryPartView>,
}

/// A letter of the alphabet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LetterView {
    /// The letter.
    pub letter: String,
    /// The id of the first entry that begins with it; `None` where there is none.
    pub id: Option<String>,
}

/// A part of the glossary.
#[derive(Clone, Debug, Serialize)]
pub struct GlossaryPartView {
    /// The id of the heading.
    pub id: String,
    /// The heading.
    pub heading: Option<String>,
    /// The entries, in alphabetical order.
    pub terms: Vec<TermView>,
}

/// An entry.
#[derive(Clone, Debug, Serialize)]
pub struct TermView {
    /// The id of the entry: links lead to it.
    pub id: String,
    /// The term.
    pub term: String,
    /// The abbreviation.
    pub abbreviation: Option<String>,
    /// Other words for it.
    pub aliases: Vec<String>,
    /// What it means.
    pub meaning: Option<Html>,
    /// The group, member, role, strategy or term to see.
    pub see: Option<LinkView>,
    /// The text of what to see.
    pub see_text: Option<Html>,
    /// The pages that use it.
    pub used_on: Vec<LinkView>,
}
