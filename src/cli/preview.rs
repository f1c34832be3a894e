//! `boardplan build --preview`: a copy of the site to pass round before it is published.

use std::path::{Path, PathBuf};

use super::args::{BuildArgs, below};
use super::build::{options, print_messages, read_and_build, refuse_folder_of_sources, write};
use super::failure::Failure;
use super::timing::Timings;
use super::{Outcome, summary, terminal};
use crate::pipeline::{Options, Purpose};
use crate::write;

/// Builds the copy and writes it, unless the content has an error.
pub fn run(args: &BuildArgs) -> Result<Outcome, Failure> {
    let output = match &args.output {
        Some(output) => output.clone(),
        None => below(&args.root.folder, "preview.zip"),
    };
    refuse_folder_of_sources(&args.root.folder, &output)?;
    let options = Options {
        drafts: true,
        purpose: Purpose::Draft,
        ..options(args)?
    };
    let mut timings = Timings::default();
    let (sources, build) = read_and_build(args, &options, &mut timings)?;
    print_messages(&build.diagnostics, &sources, args.format, &args.root)?;
    let problems = summary::problems(&build.diagnostics);
    let Some(outputs) = &build.outputs else {
        terminal::note(&format!("Messages: {problems}.\nNothing was written."));
        return Ok(Outcome::ContentHasErrors);
    };
    timings.begin("write");
    let first = if is_archive(&output) {
        write::archive(outputs, &output).map_err(|error| {
            Failure::because(
                format!("The preview could not be written to {}", output.display()),
                &error,
            )
        })?;
        PathBuf::from("index.html")
    } else {
        write(outputs, &output)?;
        output.join("index.html")
    };
    if let Some(format) = args.timings {
        terminal::note(&timings.finish(format));
    }
    terminal::note(&format!(
        "Your preview is ready: {}, {}.\nEvery page says that it is not published. Whoever gets \
         it {}opens {} in a browser.\nMessages: {problems}.",
        output.display(),
        summary::count(build.summary.pages, "page", "pages"),
        if is_archive(&output) {
            "unpacks it and "
        } else {
            ""
        },
        first.display(),
    ));
    Ok(Outcome::Fine)
}

fn is_archive(output: &Path) -> bool {
    output
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("zip"))
}
