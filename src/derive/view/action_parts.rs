//! Parts of actions: who leads, by when, how it is measured, a row, the table of a work plan.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::derive::html::Html;
use crate::derive::view::parts::{DateView, LinkView, NameView, StatusView};

/// Who leads or supports: as printed, with every part that is known linked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LeadView {
    /// The words as printed, in pieces: "Chair of " without a link, "Training Group" with one.
    /// Put together without anything between them they are the author's text.
    pub parts: Vec<NameView>,
    /// The groups, members and roles that are meant, where the words name none of them
    /// (the long form's `who`); empty where the parts link already.
    pub who: Vec<LinkView>,
    /// A remark.
    pub note: Option<Html>,
}

/// By when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DueView {
    /// The author's words; the dates in them stand in `time` elements, a meeting is linked.
    pub words: Html,
    /// The days, months or years that were certain, in order.
    pub dates: Vec<DateView>,
    /// Whether it goes on after its last date, or has none.
    pub ongoing: bool,
    /// Whether the last date is past and the thing is not finished.
    pub late: bool,
    /// The next meeting, where it is due "at each meeting" of a group.
    pub next_meeting: Option<LinkView>,
}

/// A note about progress.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProgressView {
    /// When it was written.
    pub date: Option<DateView>,
    /// What was done.
    pub note: Html,
    /// How it stood.
    pub status: Option<StatusView>,
}

/// How success is measured.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MeasureView {
    /// What is measured.
    pub measure: Html,
    /// The code of the indicator.
    pub code: Option<String>,
    /// The unit of the values.
    pub unit: Option<String>,
    /// Where it began.
    pub baseline: Option<String>,
    /// Where it should be.
    pub target: Option<String>,
    /// `up` or `down`: which way is better.
    pub direction: Option<String>,
    /// What was measured, oldest first.
    pub values: Vec<MeasureValueView>,
    /// The same as a drawing, where there are numbers to compare.
    pub chart: Option<MeasureChartView>,
}

/// A measure drawn as a line, in the units of an SVG: from the left and from the top.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MeasureChartView {
    /// The width of the drawing.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// How far its lines go; the words for the levels stand to the right of that.
    pub plot: u32,
    /// How far down 0 stands.
    pub ground: u32,
    /// The path through the values; it is broken where one is no number.
    pub line: String,
    /// The values.
    pub points: Vec<MeasurePointView>,
    /// Where it began.
    pub baseline: Option<MeasureLevelView>,
    /// What is to be reached.
    pub target: Option<MeasureLevelView>,
}

/// A level in the drawing of a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct MeasureLevelView {
    /// How far down its line stands.
    pub y: u32,
    /// How far down the middle of its words stands.
    pub words_y: u32,
}

/// A value in the drawing of a measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MeasurePointView {
    /// How far from the left.
    pub x: u32,
    /// How far down.
    pub y: u32,
    /// The value as its author wrote it, where there is room for it.
    pub words: Option<String>,
}

/// One value of a measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MeasureValueView {
    /// When.
    pub date: DateView,
    /// How much; text, for a value may be suppressed (`<5`).
    pub value: String,
}

/// A strategy, law, review or recommendation that something is linked with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StrategyLinkView {
    /// The name, as the author wrote it, linked where it is known.
    pub name: NameView,
    /// The part that is meant: "Recommendation 39".
    pub item: Option<String>,
    /// A remark.
    pub note: Option<Html>,
}

/// An outcome of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OutcomeLinkView {
    /// Its reference.
    pub reference: Option<String>,
    /// Its title.
    pub title: String,
    /// Its place on the page of outcomes.
    pub href: Option<String>,
}

/// The value of a field of the plan's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldView {
    /// The id, as in the plan's `fields`.
    pub id: String,
    /// The label.
    pub label: String,
    /// Whether it is a yes-no field: then yes is shown as the label alone, in words.
    pub is_flag: bool,
    /// The values; a yes has the label as its value, a no has none.
    pub values: Vec<Html>,
}

/// Everything that an action or a row can say besides its title and tasks. Templates find each
/// value by the key that `columns` and `words` use: `values["lead"]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ValuesView {
    /// What it applies to.
    pub scope: Option<Html>,
    /// How the issue was identified.
    pub identified_by: Vec<StrategyLinkView>,
    /// The outcomes it serves.
    #[serde(rename = "outcome")]
    pub outcomes: Vec<OutcomeLinkView>,
    /// Who leads.
    #[serde(rename = "lead")]
    pub leads: Vec<LeadView>,
    /// Who supports.
    pub support: Vec<LeadView>,
    /// By when.
    pub due: Vec<DueView>,
    /// How it stands.
    pub status: Option<StatusView>,
    /// Linked strategies.
    pub links: Vec<StrategyLinkView>,
    /// What will be different.
    pub impact: Vec<Html>,
    /// How it will be measured.
    pub measures: Vec<MeasureView>,
    /// Notes about progress: dated ones newest first, then the others.
    pub progress: Vec<ProgressView>,
    /// The plan's own fields that have a value here, in the plan's order.
    pub fields: Vec<FieldView>,
}

/// One row of an action: tasks and the values that they share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RowView {
    /// The id of the row on the page of its action: `row.2`.
    pub id: String,
    /// The tasks. Never paired with values by position.
    pub tasks: Vec<Html>,
    /// What holds for the row: its own values, and the action's where it leaves something out.
    pub values: ValuesView,
    /// The keys of the values that come from the action (`lead`, `due`, … and ids of fields).
    pub shared: Vec<String>,
    /// The keys of the values that the author set to `none`.
    pub none: Vec<String>,
    /// In a table: over how many rows the cell of a column reaches from here, by its key; 0 where
    /// the cell of a row above reaches this one. Empty where the row stands in no table.
    pub spans: BTreeMap<String, usize>,
}

/// A column of a work plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ColumnView {
    /// What it holds: `ref`, `action`, `task`, `lead`, … or the id of a field.
    pub key: String,
    /// The heading, in the plan's words; never empty.
    pub heading: String,
    /// Whether the heading is there for assistive technology only.
    pub hidden: bool,
}

/// The work plan of a priority.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TableView {
    /// The id of the table, unique on the page.
    pub id: String,
    /// The heading: "Priority 1: Early help".
    pub caption: String,
    /// The columns in the plan's order. Empty ones of the whole plan are left out.
    pub columns: Vec<ColumnView>,
    /// One entry for each action, in order.
    pub actions: Vec<TableActionView>,
}

/// An action in a work plan, with the rows of the table that belong to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TableActionView {
    /// The id of the action, unique on the page.
    pub id: String,
    /// Its reference.
    pub reference: Option<String>,
    /// Its title (the aim); "(no title)" in the language of the page where there is none.
    pub title: String,
    /// The page of the action.
    pub href: String,
    /// The language of that page, where it is not the language of this one.
    pub language: Option<String>,
    /// The rest of the aim; `None` where the table leaves it to the action's page.
    pub body: Option<Html>,
    /// Strategic priorities that it serves too.
    pub priorities: Vec<LinkView>,
    /// Whether it is past its last date and not finished.
    pub late: bool,
    /// Its rows, at least one: an action without tasks has a row with its own values.
    pub rows: Vec<RowView>,
}

/// An action in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ActionCardView {
    /// The word and the reference: "Action 1.3"; the word alone where there is no reference.
    pub label: String,
    /// Its reference.
    pub reference: Option<String>,
    /// Its title (the aim).
    pub title: String,
    /// The page of the action.
    pub href: String,
    /// The language of that page, where it is not the language of this one.
    pub language: Option<String>,
    /// The priority it belongs to, where the list does not say it already.
    pub priority: Option<LinkView>,
    /// Who leads, tasks included; each once.
    pub leads: Vec<LeadView>,
    /// By when.
    pub due: Vec<DueView>,
    /// How it stands.
    pub status: Option<StatusView>,
    /// Whether it is past its last date and not finished.
    pub late: bool,
    /// How the one whose page this is takes part: "as chair", "with all sub-groups".
    pub manner: Option<String>,
    /// The tasks that are meant, where the list is about some of the tasks only.
    pub tasks: Vec<Html>,
}

/// What a group, member or role does in actions: one heading and its actions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InvolvementView {
    /// `leads`, `supports`, `chair`, `members`, `representative` or `all`.
    pub key: String,
    /// The heading: "Actions it leads".
    pub heading: String,
    /// The actions, by plan and reference.
    pub actions: Vec<ActionCardView>,
}
