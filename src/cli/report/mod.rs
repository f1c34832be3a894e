//! `boardplan report`: how the plan does, for the person who looks after it.
//!
//! Exit code 1 where a file has an error, as for `check`: the report is then of what can be read.

mod csv;
mod json;
mod text;

use clap::ValueEnum;
use jiff::civil::Date;

use super::args::Root;
use super::as_of::{self, as_of};
use super::build::read_sources;
use super::failure::Failure;
use super::{Outcome, terminal};
use crate::pipeline::{self, Options, Purpose};

/// What `report` can be asked.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    root: Root,
    /// Work out what is overdue or upcoming at this date, such as 2026-07-12 [default: today]
    #[arg(long, value_name = "DATE", value_parser = as_of::parse)]
    as_of: Option<Date>,
    /// Include pages that say `draft: true`
    #[arg(long)]
    drafts: bool,
    /// Print the report to read, as JSON for programs, or as CSV for a spreadsheet
    #[arg(long, value_name = "FORM", default_value = "text")]
    format: Form,
}

/// In which form the report is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// To read
    Text,
    /// For programs
    Json,
    /// For a spreadsheet
    Csv,
}

/// Reads the plan and prints how it does.
pub fn run(args: &Args) -> Result<Outcome, Failure> {
    let options = Options {
        as_of: as_of(args.as_of)?,
        drafts: args.drafts,
        strict: false,
        purpose: Purpose::Review,
    };
    let report = pipeline::report(&read_sources(&args.root.folder)?, &options);
    terminal::print(&match args.format {
        Form::Text => text::report(&report, &args.root.argument(), terminal::width()),
        Form::Json => json::report(&report),
        Form::Csv => csv::report(&report.health),
    })?;
    if args.format == Form::Csv && report.diagnostics.has_errors() {
        terminal::note(&text::incomplete(&report, &args.root.argument()));
    }
    Ok(Outcome::of(&report.diagnostics))
}
