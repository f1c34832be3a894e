//! Arguments in, exit code out: the only room with a terminal, a clock and an environment.
//!
//! Exit codes: 0 all is well, or there are only warnings; 1 the content has an error; 2 the
//! machine failed, or the command was not understood.

mod args;
mod as_of;
mod build;
mod check;
mod explain;
mod failure;
mod fields;
mod gallery;
mod init;
mod new;
mod preview;
mod new_meetings;
mod report;

mod serve;
mod summary;
mod terminal;
mod theme;
mod timing;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::diagnostic::Diagnostics;

/// Turns a board's plan, written as Markdown files, into an accessible public website.
#[derive(Parser)]
#[command(
    name = "boardplan",
    version,
    max_term_width = 80,
    after_help = "Start with `boardplan init my-board`, then `boardplan build --root my-board`."
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make the website: read content/, and write it to public/
    Build(build::Args),
    /// Look for mistakes in content/ without writing anything
    Check(args::BuildArgs),

    /// See how the plan does: what is overdue, has no lead, is due soon
    Report(report::Args),
    /// Look at the site in a browser while you write
    Serve(serve::Args),
    /// Start a new board: a small, complete example in an empty folder
    Init(init::Args),
    /// Add a file to content/, with its fields explained, or the dates of meetings
    New(new::Args),
    /// Make a theme of your own, or look for mistakes in one
    Theme(theme::Args),
    /// Show every component of a theme, with all its examples
    Gallery(gallery::Args),
    /// List every field of every kind of file
    Fields(fields::Args),
    /// Say more about a message, by the code that stands beside it
    Explain(explain::Args),
}

/// How a command that did its work ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// All is well, or there are only warnings.
    Fine,
    /// The content has an error.
    ContentHasErrors,
}

impl Outcome {
    fn of(diagnostics: &Diagnostics) -> Self {
        if diagnostics.has_errors() {
            Outcome::ContentHasErrors
        } else {
            Outcome::Fine
        }
    }
}

/// Runs the program with the arguments of this process.
#[must_use]
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(answer) => {
            // Help and version also come this way. A closed pipe is no reason to fail.
            let _ = answer.print();
            return ExitCode::from(u8::try_from(answer.exit_code()).unwrap_or(2));
        }
    };
    let outcome = match cli.command {
        Command::Build(args) if args.preview => preview::run(&args.common),
        Command::Build(args) => build::run(&args.common),
        Command::Check(args) => check::run(&args),
        Command::Report(args) => report::run(&args),
        Command::Serve(args) => serve::run(&args),
        Command::Init(args) => init::run(&args),
        Command::New(args) => new::run(&args),
        Command::Theme(args) => theme::run(&args),
        Command::Gallery(args) => gallery::run(&args),
        Command::Fields(args) => fields::run(&args),
        Command::Explain(args) => explain::run(&args),
    };
    match outcome {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::ContentHasErrors) => ExitCode::from(1),
        Err(failure) => {
            terminal::complain(&failure.to_string());
            ExitCode::from(2)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_of_all_commands_fit_together() {
        use clap::CommandFactory as _;
        Cli::command().debug_assert();
    }
}
