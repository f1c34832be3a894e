//! `boardplan gallery`: every component of a theme, with all its examples.

use std::path::PathBuf;

use super::args::{MessageFormat, Root, below};
use super::as_of::as_of;
use super::build::{print_messages, read_sources, refuse_folder_of_sources, write};
use super::failure::Failure;
use super::{Outcome, summary, terminal};
use crate::parse::theme;
use crate::pipeline;
use crate::workshop::gallery::{FOLDER, gallery};

/// The folder that a gallery is written to, if nothing is said.
const OUTPUT: &str = "gallery";

/// What `gallery` can be asked.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    root: Root,
    /// The theme, by the name of its folder [default: the one that the site uses]
    #[arg(long, value_name = "NAME")]
    theme: Option<String>,
    /// The folder to write the gallery to [default: gallery/ below the root]
    #[arg(long, short, value_name = "DIR")]
    output: Option<PathBuf>,
}

/// Writes the gallery of a theme.
pub fn run(args: &Args) -> Result<Outcome, Failure> {
    let root = &args.root.folder;
    let folder = match &args.output {
        Some(folder) => folder.clone(),
        None => below(root, OUTPUT),
    };
    refuse_folder_of_sources(root, &folder)?;
    let sources = read_sources(root)?;
    let settings = pipeline::settings(&sources, as_of(None)?);
    let wanted = args.theme.as_deref().unwrap_or(&settings.theme.value);
    let (theme, mut problems) = theme::read(&sources.themes, wanted, &settings.language);
    let Some(theme) = theme else {
        print_messages(&problems, &sources, MessageFormat::Text, &args.root)?;
        return Ok(Outcome::ContentHasErrors);
    };
    let (made, broken) = gallery(&theme, settings.brand_colour());
    problems.extend(broken);
    print_messages(&problems, &sources, MessageFormat::Text, &args.root)?;
    let mut outputs = made.assets;
    outputs.extend(made.pages);
    let written = write(&outputs, &folder)?;
    terminal::say(&format!(
        "The components of the theme {} are ready.\n{}\nTo look at them, open {} in your browser.",
        theme.manifest.name,
        summary::files(&written, &folder),
        folder.join(FOLDER).join("index.html").display(),
    ))?;
    Ok(Outcome::of(&problems))
}
