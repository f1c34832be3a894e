//! `boardplan build`: make the website.

use std::io;
use std::path::{Component, Path, PathBuf};

use super::args::{BuildArgs, MessageFormat, Root};
use super::as_of::as_of;
use super::failure::Failure;
use super::timing::Timings;
use super::{Outcome, summary, terminal};
use crate::diagnostic::{self, Diagnostics};
use crate::output::Outputs;
use crate::pipeline::{self, Build, Options, Summary};
use crate::read::{self, CONTENT_FOLDER, THEMES_FOLDER};
use crate::source::Sources;
use crate::write::{self, Written};

/// What `build` can be asked.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    pub common: BuildArgs,
    /// Make a copy to ask people for comments: with drafts, every page marked, hidden from search
    /// engines; as a zip file, or as a folder if --output does not end in .zip
    /// [default output: preview.zip below the root]
    #[arg(long)]
    pub preview: bool,
}

/// Builds the site and writes it, unless the content has an error.
pub fn run(args: &BuildArgs) -> Result<Outcome, Failure> {
    let folder = args.output_folder();
    refuse_folder_of_sources(&args.root.folder, &folder)?;
    let mut timings = Timings::default();
    let (sources, build) = read_and_build(args, &options(args)?, &mut timings)?;
    let written = match &build.outputs {
        Some(outputs) => {
            timings.begin("write");
            Some(write(outputs, &folder)?)
        }
        None => None,
    };
    if let Some(format) = args.timings {
        terminal::note(&timings.finish(format));
    }
    print_messages(&build.diagnostics, &sources, args.format, &args.root)?;
    if args.format == MessageFormat::Text {
        let problems = summary::problems(&build.diagnostics);
        match &written {
            Some(written) => {
                terminal::say(&success(&build.summary, written, &folder, args))?;
                terminal::say(&format!("Messages: {problems}."))?;
            }
            None => terminal::say(&format!(
                "Messages: {problems}.\nNothing was written; your site is as it was."
            ))?,
        }
    }
    Ok(match written {
        Some(_) => Outcome::Fine,
        None => Outcome::ContentHasErrors,
    })
}

/// What a build is asked for by its arguments.
pub fn options(args: &BuildArgs) -> Result<Options, Failure> {
    Ok(Options {
        as_of: as_of(args.as_of)?,
        drafts: args.drafts,
        strict: args.strict,
        purpose: args.purpose(),
    })
}

/// Reads the sources and builds the site in memory.
pub fn read_and_build(
    args: &BuildArgs,
    options: &Options,
    timings: &mut Timings,
) -> Result<(Sources, Build), Failure> {
    timings.begin("read");
    let sources = read_sources(&args.root.folder)?;
    let build = pipeline::build(&sources, options, &mut |stage| {
        timings.begin(stage.to_string());
    });
    Ok((sources, build))
}

/// Reads the sources below a root.
pub fn read_sources(root: &Path) -> Result<Sources, Failure> {
    read::read(root).map_err(|error| read_failure(&error, root))
}

/// Why the sources below a root could not be read, and what to do where there are none.
pub fn read_failure(error: &io::Error, root: &Path) -> Failure {
    match error.kind() {
        io::ErrorKind::NotFound => Failure::new(
            error.to_string(),
            "Run boardplan in the folder that holds content/, or name that folder with --root. To \
             start a new board: boardplan init my-board",
        ),
        _ => Failure::because(
            format!("The plan in {} could not be read", root.display()),
            error,
        ),
    }
}

/// Prints all messages for people or for programs.
pub fn print_messages(
    diagnostics: &Diagnostics,
    sources: &Sources,
    format: MessageFormat,
    root: &Root,
) -> Result<(), Failure> {
    let text = match format {
        MessageFormat::Json => diagnostic::to_json(diagnostics, sources),
        MessageFormat::Github => diagnostic::to_github(diagnostics, sources, &root.prefix()),
        MessageFormat::Sarif => diagnostic::to_sarif(diagnostics, sources, &root.prefix()),
        MessageFormat::Text => {
            diagnostic::to_text(diagnostics, sources, terminal::look(), terminal::width())
        }
    };
    match text.trim_end() {
        "" => Ok(()),
        text if format == MessageFormat::Text => terminal::say(&format!("{text}\n")),
        text => terminal::say(text),
    }
}

/// Writes finished files to a folder, as safely as a site.
pub fn write(outputs: &Outputs, folder: &Path) -> Result<Written, Failure> {
    let failure = |error| {
        Failure::because(
            format!("The site could not be written to {}", folder.display()),
            &error,
        )
    };
    // What stands in the folder is looked at only once nobody else can change it.
    let locked = write::lock(folder).map_err(failure)?;
    let previous = read::previous(folder).map_err(failure)?;
    write::write(outputs, &previous, &locked).map_err(failure)
}

/// A site inside the folder that it is made from would be read as content by the next build.
pub fn refuse_folder_of_sources(root: &Path, output: &Path) -> Result<(), Failure> {
    let output_path = real_path(output);
    for folder in [CONTENT_FOLDER, THEMES_FOLDER] {
        if output_path.starts_with(real_path(&root.join(folder))) {
            return Err(Failure::new(
                format!("{} lies inside {folder}/", output.display()),
                "A site cannot be written into the folder that it is made from. Choose another \
                 folder with --output.",
            ));
        }
    }
    Ok(())
}

/// Where a path leads, links followed; its end need not be there yet.
fn real_path(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let mut real = PathBuf::new();
    for part in absolute.components() {
        if part == Component::ParentDir {
            real.pop();
        } else {
            real.push(part);
            real = real.canonicalize().unwrap_or(real);
        }
    }
    real
}

fn success(summary: &Summary, written: &Written, folder: &Path, args: &BuildArgs) -> String {
    let contents = match summary::contents(summary).as_str() {
        "" => String::new(),
        contents => format!(", made from {contents}"),
    };
    let warning = if args.drafts {
        "Do not publish it: it holds drafts, and a private page about how the plan is doing. For \
         a site to publish, build without --drafts.\n"
    } else {
        ""
    };
    format!(
        "Your site is ready: {}{contents}.\n{warning}{}\nWhat is overdue or upcoming is as on \
         {}.\nTo look at it, open {} in your browser, or run: boardplan serve{}",
        summary::count(summary.pages, "page", "pages"),
        summary::files(written, folder),
        summary::date(summary.as_of),
        folder.join("index.html").display(),
        args.root.argument(),
    )
}
