//! Arguments that several commands share.

use std::path::{Component, Path, PathBuf};

use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::as_of;
use super::terminal::typed;
use crate::pipeline::Purpose;

/// Where a board's files are.
#[derive(Args)]
pub struct Root {
    /// The folder that holds content/
    #[arg(id = "root", long, value_name = "DIR", default_value = ".")]
    pub folder: PathBuf,
}

impl Root {
    /// The way to this folder from where the command was typed, with forward slashes: code hosts
    /// name files from the root of the repository, where their checks run. Empty for that folder
    /// itself, and for one that lies elsewhere.
    pub fn prefix(&self) -> String {
        let is_below = |part: &Component<'_>| matches!(part, Component::Normal(_));
        let parts: Vec<_> = self
            .folder
            .components()
            .filter(|part| *part != Component::CurDir)
            .collect();
        if !parts.iter().all(is_below) {
            return String::new();
        }
        let names = parts.iter().map(|part| part.as_os_str().to_string_lossy());
        names.map(|name| format!("{name}/")).collect()
    }

    /// What names this folder in a command that is printed to be typed: ` --root my-board`.
    pub fn argument(&self) -> String {
        root_argument(&self.folder)
    }
}

/// What names a root in a command that is printed to be typed; nothing for the folder one is in.
pub fn root_argument(root: &Path) -> String {
    if root == Path::new(".") {
        String::new()
    } else {
        format!(" --root {}", typed(root))
    }
}

/// What `build` and `check` can be asked.
#[derive(Args)]
pub struct BuildArgs {
    #[command(flatten)]
    pub root: Root,
    /// The folder to write the site to [default: public/ below the root]
    #[arg(long, short, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Work out what is overdue or upcoming at this date, such as 2026-07-12 [default: today]
    #[arg(long, value_name = "DATE", value_parser = as_of::parse)]
    pub as_of: Option<Date>,
    /// Include pages that say `draft: true`
    #[arg(long)]
    pub drafts: bool,
    /// Treat every warning as an error
    #[arg(long)]
    pub strict: bool,
    /// Show how long each stage took
    #[arg(
        long,
        value_name = "FORM",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "text"
    )]
    pub timings: Option<Format>,
    /// Print messages for people, as JSON for programs, or for a code host
    #[arg(long, value_name = "FORM", default_value = "text")]
    pub format: MessageFormat,
}

impl BuildArgs {
    /// For whom the site is made: one with drafts is never for the public.
    pub fn purpose(&self) -> Purpose {
        if self.drafts {
            Purpose::Review
        } else {
            Purpose::Public
        }
    }

    /// The folder that the site is written to.
    pub fn output_folder(&self) -> PathBuf {
        match &self.output {
            Some(folder) => folder.clone(),
            None => below(&self.root.folder, "public"),
        }
    }
}

/// A folder below a root, without a `./` in front that says nothing.
pub fn below(root: &Path, folder: &str) -> PathBuf {
    if root == Path::new(".") {
        PathBuf::from(folder)
    } else {
        root.join(folder)
    }
}

/// For whom messages are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum MessageFormat {
    /// For people
    Text,
    /// For programs
    Json,
    /// For GitHub Actions: messages appear beside the line
    Github,
    /// For code hosts and editors: SARIF 2.1.0
    Sarif,
}

/// For whom something is printed: people, or programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Text,
    Json,
}
