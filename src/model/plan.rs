//! Plans, priorities and actions.

use crate::dates::{Date, PartialDate, Period, Timescale, Years};
use crate::source::{Span, Spanned};

use super::vocabulary::{Column, Words};
use super::{Arena, Group, Id, Lead, Localised, Owner, PageFacts, Prose, StrategyLink};

/// A plan.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What every page has.
    pub page: PageFacts,
    /// The name of its folder: `2026-2029`.
    pub folder: String,
    /// Its title.
    pub title: String,
    /// Its years; `None` only where they could not be read.
    pub period: Option<Spanned<Period>>,
    /// A few words under the title.
    pub strapline: Option<String>,
    /// The vision.
    pub vision: Option<Prose>,
    /// The mission.
    pub mission: Option<Prose>,
    /// The values.
    pub values: Vec<Prose>,
    /// The outcomes.
    pub outcomes: Arena<Outcome>,
    /// The statuses, in their order.
    pub statuses: Arena<Status>,
    /// The plan's own words.
    pub words: Words,
    /// The columns of its tables, where the author named them.
    pub columns: Option<Vec<Column>>,
    /// Fields of its own.
    pub fields: Vec<OwnField>,
    /// What a bare year means.
    pub years: Years,
    /// Whether it is kept for the record only.
    pub archived: bool,
    /// What it costs.
    pub budget: Vec<BudgetLine>,
    /// Versions and reviews.
    pub control: DocumentControl,
    /// Its priorities, in their order.
    pub priorities: Vec<Id<Localised<Priority>>>,
    /// Its other pages, in their order.
    pub documents: Vec<Id<Localised<super::Document>>>,
}

/// An outcome of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Its reference.
    pub reference: Option<Spanned<String>>,
    /// Its title.
    pub title: Spanned<String>,
}

/// How an action can be going.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// The word; `None` for one of the usual statuses, whose word is the theme's.
    pub name: String,
    /// `green`, `amber`, `red`, `blue` or `grey`.
    pub colour: String,
    /// What it says.
    pub meaning: Option<Prose>,
    /// Whether nothing more is to be done.
    pub finished: bool,
}

/// A field of a plan's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnField {
    /// What authors type.
    pub id: String,
    /// What readers see.
    pub label: String,
    /// Whether it belongs to rows of tasks; else to actions.
    pub of_task: bool,
    /// What it holds.
    pub kind: FieldKind,
}

/// What a field of a plan's own holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// Text.
    Text,
    /// A date.
    Date,
    /// Several texts.
    List,
    /// Yes or no, shown as its label.
    YesNo,
}

/// The value of a field of a plan's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldValue {
    /// Text.
    Text(String),
    /// A date.
    Date(PartialDate),
    /// Several texts.
    List(Vec<String>),
    /// Yes or no.
    YesNo(bool),
}

/// A budget line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetLine {
    /// What for.
    pub item: String,
    /// How much, as written.
    pub amount: String,
    /// A remark.
    pub note: Option<Prose>,
}

/// Versions and reviews; only what was given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentControl {
    /// The version.
    pub version: Option<String>,
    /// Its date.
    pub version_date: Option<PartialDate>,
    /// Who approved it.
    pub approved_by: Option<String>,
    /// When.
    pub approved_on: Option<PartialDate>,
    /// Who ratified it.
    pub ratified_by: Option<String>,
    /// When.
    pub ratified_on: Option<PartialDate>,
    /// When it was reviewed.
    pub reviewed: Option<Spanned<PartialDate>>,
    /// When it will be reviewed next.
    pub next_review: Option<Spanned<PartialDate>>,
    /// How often.
    pub review_cycle: Option<String>,
    /// Who keeps it: the words, and who is meant.
    pub owner: Option<Lead>,
}

/// A priority: the heading of a work plan.
#[derive(Clone, Debug)]
pub struct Priority {
    /// What every page has.
    pub page: PageFacts,
    /// Its plan.
    pub plan: Id<Localised<Plan>>,
    /// The name of its folder.
    pub folder: String,
    /// Its reference.
    pub reference: Option<String>,
    /// Where that stands; the file as a whole where the name of its folder gives it.
    pub reference_at: Span,
    /// Its title.
    pub title: String,
    /// Its own years.
    pub period: Option<Spanned<Period>>,
    /// What it is to achieve, in words.
    pub outcome: Vec<Prose>,
    /// The plan's outcomes that it serves.
    pub outcomes: Vec<Id<Outcome>>,
    /// What it goes with.
    pub links: Vec<StrategyLink>,
    /// Who answers for it.
    pub owner: Vec<Lead>,
    /// Who sponsors it.
    pub sponsor: Vec<Lead>,
    /// Whether it cuts across the others.
    pub strategic: bool,
    /// Its own words; what it leaves out is the plan's.
    pub words: Words,
    /// The columns of its table, where the author named them.
    pub columns: Option<Vec<Column>>,
    /// Its actions, in their order.
    pub actions: Vec<Id<Localised<Action>>>,
    /// The references of its actions that are drafts and not shown.
    pub drafts: Vec<String>,
}

/// An action.
#[derive(Clone, Debug)]
pub struct Action {
    /// What every page has.
    pub page: PageFacts,
    /// Its plan.
    pub plan: Id<Localised<Plan>>,
    /// Its priority.
    pub priority: Id<Localised<Priority>>,
    /// Its reference.
    pub reference: Option<String>,
    /// Where that stands; the file as a whole where its name gives it.
    pub reference_at: Span,
    /// The aim.
    pub title: Option<Prose>,
    /// Strategic priorities that it serves too.
    pub priorities: Vec<Id<Localised<Priority>>>,
    /// What it says of itself and shares with its rows.
    pub facts: Facts,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row of tasks.
#[derive(Clone, Debug)]
pub struct Row {
    /// Where it stands.
    pub span: Span,
    /// Its tasks.
    pub tasks: Vec<Prose>,
    /// What it says of itself.
    pub facts: Facts,
}

/// What an action or a row says in one field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Given<T> {
    /// Nothing: a row shares the action's value.
    #[default]
    Nothing,
    /// That there is none.
    None,
    /// A value of its own.
    Value(T),
}

impl<T> Given<T> {
    /// The value, where there is one.
    #[must_use]
    pub fn value(&self) -> Option<&T> {
        match self {
            Given::Value(value) => Some(value),
            Given::Nothing | Given::None => None,
        }
    }

    /// A row's own word, or else what the action says.
    #[must_use]
    pub fn or<'a>(&'a self, shared: &'a Given<T>) -> &'a Given<T> {
        match self {
            Given::Nothing => shared,
            Given::None | Given::Value(_) => self,
        }
    }

    /// Whether nothing was said.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        matches!(self, Given::Nothing)
    }
}

impl<T> Given<Vec<T>> {
    /// The values; none where nothing or `none` was said.
    #[must_use]
    pub fn items(&self) -> &[T] {
        self.value().map_or(&[], Vec::as_slice)
    }
}

/// What both an action and a row can say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Where it holds.
    pub scope: Given<String>,
    /// Who leads.
    pub lead: Given<Vec<Lead>>,
    /// Who supports.
    pub support: Given<Vec<Lead>>,
    /// By when.
    pub due: Given<Vec<Due>>,
    /// How it is going.
    pub status: Given<Id<Status>>,
    /// How the need was found.
    pub identified_by: Given<Vec<StrategyLink>>,
    /// The plan's outcomes that it serves.
    pub outcomes: Given<Vec<Id<Outcome>>>,
    /// What it goes with.
    pub links: Given<Vec<StrategyLink>>,
    /// What will be different.
    pub impact: Given<Vec<Prose>>,
    /// How it will be measured.
    pub measures: Given<Vec<Measure>>,
    /// What has been done: dated notes newest first, then the others in the author's order.
    pub progress: Given<Vec<Progress>>,
    /// The plan's own fields, one for each of [`Plan::fields`], in that order.
    pub fields: Vec<Given<FieldValue>>,
}

/// By when: the author's words, and what is certain in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The words and their dates.
    pub timescale: Timescale,
    /// Where they stand; where a row takes them from the row above, the words that say so.
    pub span: Span,
    /// Whether what may be wrong with them is said elsewhere: at the row above, or of the words `as above` themselves.
    pub is_explained: bool,
    /// The group whose meetings are meant ("At each Board meeting").
    pub meetings_of: Option<Id<Localised<Group>>>,
}

/// How something will be measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// What is measured.
    pub measure: Prose,
    /// The code of the indicator.
    pub code: Option<String>,
    /// The unit.
    pub unit: Option<String>,
    /// The value at the start.
    pub baseline: Option<String>,
    /// The value to reach.
    pub target: Option<String>,
    /// Whether more is better, where it was said.
    pub upwards: Option<bool>,
    /// Measured values, in the author's order.
    pub values: Vec<(PartialDate, String)>,
}

/// A progress note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What has been done.
    pub note: Prose,
    /// When.
    pub date: Option<PartialDate>,
    /// The status from then on.
    pub status: Option<Id<Status>>,
}

impl Action {
    /// What a row says in the end: its own words, else the action's.
    pub fn effective<'a, T>(
        &'a self,
        row: &'a Row,
        field: impl Fn(&'a Facts) -> &'a Given<T>,
    ) -> &'a Given<T> {
        field(&row.facts).or(field(&self.facts))
    }

    /// The action's own facts, then those of its rows: every place where an owner can stand.
    pub fn all_facts(&self) -> impl Iterator<Item = &Facts> {
        std::iter::once(&self.facts).chain(self.rows.iter().map(|row| &row.facts))
    }

    /// All who lead the action or one of its rows.
    pub fn leads(&self) -> impl Iterator<Item = &Lead> {
        self.all_facts().flat_map(|facts| facts.lead.items())
    }

    /// All who support the action or one of its rows.
    pub fn supporters(&self) -> impl Iterator<Item = &Lead> {
        self.all_facts().flat_map(|facts| facts.support.items())
    }

    /// All timescales of the action and its rows.
    pub fn dues(&self) -> impl Iterator<Item = &Due> {
        self.all_facts().flat_map(|facts| facts.due.items())
    }

    /// How many tasks its rows hold.
    #[must_use]
    pub fn task_count(&self) -> usize {
        self.rows.iter().map(|row| row.tasks.len()).sum()
    }
}

impl Plan {
    /// Whether its period has ended by a day.
    #[must_use]
    pub fn has_ended(&self, on: Date) -> bool {
        self.period
            .as_ref()
            .is_some_and(|period| period.value.to < on)
    }
}

/// Everybody who is meant by some leads.
pub fn owners<'a>(
    leads: impl Iterator<Item = &'a Lead>,
) -> impl Iterator<Item = (Owner, super::Part)> {
    leads.flat_map(|lead| lead.parts.iter().map(|part| (part.owner, part.part)))
}
