//! The accessibility statement (The Public Sector Bodies (Websites and Mobile Applications)
//! (No. 2) Accessibility Regulations 2018, regulation 8). Its fixed wording is in the theme's
//! strings, below `statement`.

use serde::Serialize;

use crate::derive::html::Html;
use crate::derive::view::page::PageView;
use crate::derive::view::parts::DateView;

/// The accessibility statement.
#[derive(Clone, Debug, Serialize)]
pub struct StatementView {
    /// What every page has.
    pub page: PageView,
    /// `fully`, `partially` or `not`: compliant with WCAG 2.2 AA, by the author's word.
    pub compliance: &'static str,
    /// What is not accessible, an issue each.
    pub known_issues: Vec<Html>,
    /// When the statement was prepared.
    pub prepared: DateView,
    /// When it was last reviewed.
    pub reviewed: DateView,
    /// Who tested the site.
    pub tested_by: Option<String>,
    /// When the site was tested.
    pub tested_on: Option<DateView>,
    /// `GB` or `NI`: which body enforces the regulations.
    pub enforcement: &'static str,
    /// Text of the board's own, from `pages/accessibility.md`.
    pub body: Option<Html>,
}
