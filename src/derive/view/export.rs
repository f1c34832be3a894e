//! The plan as data, for spreadsheets and programs: facts only, no format.

use crate::output::OutputPath;

/// All published plans as data.
#[derive(Clone, Debug)]
pub struct SiteExport {
    /// Where all plans together are published: `data/plan.json`.
    pub json: OutputPath,
    /// The name of the board.
    pub board: String,
    /// The language of the texts (BCP 47).
    pub language: String,
    /// The plans, the current one first.
    pub plans: Vec<PlanExport>,
}

/// The actions of one plan as a table.
#[derive(Clone, Debug)]
pub struct PlanExport {
    /// Where the table is published: `data/actions.csv`.
    pub csv: OutputPath,
    /// Where the table is published again for the script that takes rows from it; for the current
    /// plan only.
    pub script: Option<OutputPath>,
    /// The title of the plan.
    pub title: String,
    /// Its period, in words.
    pub period: String,
    /// The page of the plan, from the root of the site.
    pub page: OutputPath,
    /// What the columns are.
    pub columns: Vec<ExportColumn>,
    /// One entry for each row of each action.
    pub rows: Vec<ExportRow>,
}

/// One row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportRow {
    /// The page of its action, from the root of the site.
    pub page: OutputPath,
    /// A cell for each column.
    pub cells: Vec<ExportCell>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportColumn {
    /// Its name for programs: `due`. Unique in the plan.
    pub key: String,
    /// Its heading in the plan's own words: `By when`.
    pub heading: String,
}

/// What stands in a cell, in plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportCell {
    /// Nothing was given.
    Nothing,
    /// One text.
    One(String),
    /// Several texts, in the author's order.
    Many(Vec<String>),
}
