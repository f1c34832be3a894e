//! The accessibility statement (The Public Sector Bodies (Websites and Mobile Applications)
//! (No. 2) Accessibility Regulations 2018, regulation 8). Its fixed wording is in the theme's
//! strings, below `statement`.

use serde::Serialize;

use crate::derive::html::Html;
use crate::derive::page::PageParts;
use crate::derive::scope::Scope;
use crate::derive::view::page::PageView;
use crate::derive::view::parts::DateView;
use crate::model::{Accessibility, Compliance, Enforcement};

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

impl StatementView {
    /// The statement. Its facts stand in `index.md`, text of the board's own in
    /// `pages/accessibility.md`.
    #[must_use]
    pub fn new(scope: &Scope<'_>, facts: &Accessibility) -> Self {
        let Accessibility {
            compliance,
            prepared,
            reviewed,
            span: _,
            tested_by,
            tested_on,
            known_issues,
            enforcement,
        } = facts;
        let own = scope
            .routes()
            .statement_text()
            .map(|id| scope.site().documents[id].in_language(scope.language()));
        let site = scope.derivation.site_title(scope.language());
        let title = scope.text("statement.title", &[("site", &site)]);
        Self {
            page: scope.page(PageParts {
                facts: own.map(|own| &own.page),
                control: own.map(|own| &own.control),
                ..PageParts::new("statement", title)
            }),
            compliance: match compliance {
                Compliance::Fully => "fully",
                Compliance::Partially => "partially",
                Compliance::Not => "not",
            },
            known_issues: known_issues
                .iter()
                .map(|issue| scope.value(issue))
                .collect(),
            prepared: scope.date(*prepared),
            reviewed: scope.date(*reviewed),
            tested_by: tested_by.clone(),
            tested_on: tested_on.map(|date| scope.date(date)),
            enforcement: match enforcement {
                Enforcement::GreatBritain => "GB",
                Enforcement::NorthernIreland => "NI",
            },
            body: own.and_then(|own| scope.body(&own.page.body)),
        }
    }
}
