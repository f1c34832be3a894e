//! `boardplan check`: look for mistakes, write nothing.

use super::args::{BuildArgs, MessageFormat};
use super::build::{options, print_messages, read_and_build};
use super::failure::Failure;
use super::timing::Timings;
use super::{Outcome, summary, terminal};

/// Builds the site in memory and prints what was found.
pub fn run(args: &BuildArgs) -> Result<Outcome, Failure> {
    let mut timings = Timings::default();
    let (sources, build) = read_and_build(args, &options(args)?, &mut timings)?;
    if let Some(format) = args.timings {
        terminal::note(&timings.finish(format));
    }
    print_messages(&build.diagnostics, &sources, args.format, &args.root)?;
    let outcome = Outcome::of(&build.diagnostics);
    if args.format == MessageFormat::Text {
        let problems = summary::problems(&build.diagnostics);
        let advice = match outcome {
            Outcome::ContentHasErrors => "Until the errors are mended, the site cannot be built.",
            Outcome::Fine => "The site can be built.",
        };
        terminal::say(&format!("Messages: {problems}. {advice}"))?;
    }
    Ok(outcome)
}
