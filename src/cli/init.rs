//! `boardplan init`: start a new board.

use std::path::PathBuf;

use super::args::{below, root_argument};
use super::as_of::today;
use super::failure::Failure;
use super::{Outcome, summary, terminal};
use crate::read::{self, CONTENT_FOLDER};
use crate::{scaffold, write};

/// What `init` can be asked.
#[derive(clap::Args)]
pub struct Args {
    /// The folder to start in; it is made if it is not there
    #[arg(value_name = "DIR", default_value = ".")]
    folder: PathBuf,
    /// The name of your board
    #[arg(long, value_name = "NAME", default_value = "Our Board")]
    board: String,
}

/// Writes a small, complete board into a folder that has no content yet.
pub fn run(args: &Args) -> Result<Outcome, Failure> {
    let folder = &args.folder;
    let content = below(folder, CONTENT_FOLDER);
    let failure = |error| {
        Failure::because(
            format!("The board could not be started in {}", folder.display()),
            &error,
        )
    };
    if !read::is_empty_folder(&content).map_err(failure)? {
        return Err(Failure::new(
            format!(
                "{} already holds files, so nothing was written",
                content.display()
            ),
            "Name a folder that is not there yet: boardplan init my-new-board",
        ));
    }
    let files = scaffold::starter(args.board.trim(), today());
    write::create(&files, folder).map_err(failure)?;
    terminal::say(&format!(
        "A small, complete board of {} is in {}.\nMake the site with: boardplan build{}\n\
         Then change the files in content/ to your own, beginning with index.md.",
        summary::count(files.len(), "file", "files"),
        content.display(),
        root_argument(folder),
    ))?;
    Ok(Outcome::Fine)
}
