//! The plans, strategies, laws, reviews and recommendations that actions link to.

use serde::Serialize;

use crate::derive::html::Html;
use crate::derive::view::page::PageView;
use crate::derive::view::parts::{LinkView, NameView};

/// All strategies.
#[derive(Clone, Debug, Serialize)]
pub struct StrategiesView {
    /// What every page has.
    pub page: PageView,
    /// The author's introduction.
    pub body: Option<Html>,
    /// The strategies by kind, in the author's order; one section where no kind is given.
    pub sections: Vec<StrategySectionView>,
}

/// The strategies of one kind.
#[derive(Clone, Debug, Serialize)]
pub struct StrategySectionView {
    /// The id of the heading.
    pub id: String,
    /// The kind, in words; `None` where the page has one section only.
    pub heading: Option<String>,
    /// The strategies.
    pub strategies: Vec<StrategyView>,
}

/// A strategy.
#[derive(Clone, Debug, Serialize)]
pub struct StrategyView {
    /// The id of the entry: links lead to it.
    pub id: String,
    /// The name.
    pub name: String,
    /// The short name.
    pub short_name: Option<String>,
    /// Other names it is known by.
    pub aliases: Vec<String>,
    /// The kind, in words.
    pub kind: Option<String>,
    /// Who owns it.
    pub owner: Option<NameView>,
    /// The period, in words.
    pub period: Option<String>,
    /// Where to read it.
    pub url: Option<LinkView>,
    /// A remark.
    pub note: Option<Html>,
    /// Actions and priorities that link to it.
    pub linked_from: Vec<StrategyUseView>,
    /// Actions that it identified the issue for.
    pub identified: Vec<StrategyUseView>,
}

/// A place that links to a strategy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StrategyUseView {
    /// The action or priority: "Action 1.3: …".
    pub link: LinkView,
    /// The part that is meant: "Recommendation 39".
    pub item: Option<String>,
    /// A remark.
    pub note: Option<Html>,
}
