//! Small parts that several views share.

use serde::Serialize;

use crate::derive::html::Html;
use crate::parse::PictureSize;

/// A link. Its words make sense out of context (WCAG 2.4.4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LinkView {
    /// The words of the link.
    pub text: String,
    /// The address, relative to the page it stands on (or absolute).
    pub href: String,
    /// The language of the target, where it is not the language of the page.
    pub language: Option<String>,
    /// What a reader should know before following, such as `PDF, 240 KB`; shown in the link.
    pub note: Option<String>,
}

/// A name as an author wrote it, linked where it is known. Also a piece of a longer text:
/// "Chair of " is a name without address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NameView {
    /// The words, as written; spaces at both ends count.
    pub text: String,
    /// The address, relative to the page, where the name is known.
    pub href: Option<String>,
    /// The language of the target, where it is not the language of the page.
    pub language: Option<String>,
}

/// A date, or a month or a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DateView {
    /// For machines: `2026-08-06`, `2026-08`, `2026`, or with a time `2026-08-06T14:00`.
    pub iso: String,
    /// For people, in the language of the page: `6 August 2026`.
    pub text: String,
}

/// Something the plan says in its own word ("Priority area"), finished in one and in many.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WordView {
    /// The word for one. Never empty: an author's empty word hides a heading, not the thing.
    pub one: String,
    /// The word for many.
    pub many: String,
}

/// The words of a plan; where the author gave none, the theme's, in the language of the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WordsView {
    /// The plan.
    pub plan: WordView,
    /// A priority.
    pub priority: WordView,
    /// An action.
    pub action: WordView,
    /// A task.
    pub task: WordView,
    /// The reference of an action.
    #[serde(rename = "ref")]
    pub reference: WordView,
    /// An outcome.
    pub outcome: WordView,
    /// What an action applies to.
    pub scope: WordView,
    /// How the issue was identified.
    pub identified_by: WordView,
    /// Who leads.
    pub lead: WordView,
    /// Who supports.
    pub support: WordView,
    /// By when.
    pub due: WordView,
    /// How it stands.
    pub status: WordView,
    /// Linked strategies.
    pub links: WordView,
    /// What will be different.
    pub impact: WordView,
    /// How it will be measured.
    pub measures: WordView,
    /// What was done so far.
    pub progress: WordView,
    /// A meeting.
    pub meeting: WordView,
    /// A group.
    pub group: WordView,
    /// A partner agency.
    pub member: WordView,
}

/// A label and its value: one entry of a list of facts (`dl`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FactView {
    /// The label, in the language of the page.
    pub label: String,
    /// The value.
    pub value: Html,
}

/// A heading of the page, for its list of contents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HeadingView {
    /// The words of the heading (with its number, where the author numbered it).
    pub text: String,
    /// The id of the heading: the link is `#id`.
    pub id: String,
    /// The headings one level below.
    pub items: Vec<HeadingView>,
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ImageView {
    /// The address, relative to the page (in a `SiteView`: to the root of the site).
    pub src: String,
    /// The text alternative; empty for a decorative picture.
    pub alt: String,
    /// The width in CSS pixels, where it is known.
    pub width: Option<u32>,
    /// The height in CSS pixels, where it is known.
    pub height: Option<u32>,
}

impl ImageView {
    /// A picture with the size that its file says.
    #[must_use]
    pub fn new(src: String, alt: &str, size: Option<PictureSize>) -> Self {
        Self {
            src,
            alt: alt.to_owned(),
            width: size.map(|size| size.width),
            height: size.map(|size| size.height),
        }
    }
}

/// How something stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StatusView {
    /// The word, as in the plan's `statuses`.
    pub name: String,
    /// `green`, `amber`, `red`, `blue` or `grey`.
    pub colour: String,
    /// Whether nothing is left to do.
    pub finished: bool,
    /// The name as an id: `on-track`.
    pub slug: String,
    /// What the status means, for the legend.
    pub meaning: Option<Html>,
}

/// How many actions of a whole have one status.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StatusCountView {
    /// The status.
    pub status: StatusView,
    /// How many have it.
    pub count: usize,
    /// Where its bar starts, in thousandths of the whole.
    pub start: usize,
    /// How wide its bar is, in thousandths of the whole; all bars together are 1000.
    pub width: usize,
    /// The place in the list of actions by status, where there is one.
    pub href: Option<String>,
}

/// How many actions stand how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StatusSummaryView {
    /// All that are counted.
    pub total: usize,
    /// How many are finished.
    pub finished: usize,
    /// How many are past their last date and not finished.
    pub late: usize,
    /// How many have no status.
    pub without_status: usize,
    /// The counts in words: "12 of 30 actions are complete and 3 are off track."
    pub sentence: String,
    /// One entry for each status of the plan in its order, zero included.
    pub counts: Vec<StatusCountView>,
}

/// A heading with links below it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LinkGroupView {
    /// The heading; `None` where the links need none.
    pub heading: Option<String>,
    /// The links.
    pub links: Vec<LinkView>,
}
