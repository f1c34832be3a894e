//! `boardplan new`: add a file, with its fields explained, or the dates of meetings.

use clap::Subcommand;

use super::args::{Root, below};
use super::as_of::today;
use super::build::read_sources;
use super::failure::Failure;
use super::{Outcome, new_meetings, terminal};
use crate::read::CONTENT_FOLDER;
use crate::scaffold::{self, Kind, NewFile};
use crate::source::Sources;
use crate::write;

/// What `new` can be asked.
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// A business plan
    Plan(FileArgs),
    /// A priority of a plan
    Priority(FileArgs),
    /// An action of a priority
    Action(FileArgs),
    /// A group of the board
    Group(FileArgs),
    /// A file for the meetings of a year, without dates
    MeetingCycle(FileArgs),
    /// Any other page
    Page(FileArgs),
    /// The dates of a group's meetings, by a rule such as "second Tuesday"
    Meetings(new_meetings::Args),
}

/// What is said of a new file.
#[derive(clap::Args)]
struct FileArgs {
    /// Its title or name
    title: String,
    #[command(flatten)]
    root: Root,
    /// Its reference, such as 1 or 1.10; it also begins the file name
    #[arg(long = "ref", value_name = "REF")]
    reference: Option<String>,
    /// The folder of content/ that it belongs in, such as plans/2026-2029
    #[arg(long = "in", value_name = "FOLDER")]
    folder: Option<String>,
}

/// Adds what was asked for.
pub fn run(args: &Args) -> Result<Outcome, Failure> {
    let (kind, args) = match &args.what {
        What::Plan(args) => (Kind::Plan, args),
        What::Priority(args) => (Kind::Priority, args),
        What::Action(args) => (Kind::Action, args),
        What::Group(args) => (Kind::Group, args),
        What::MeetingCycle(args) => (Kind::MeetingCycle, args),
        What::Page(args) => (Kind::Page, args),
        What::Meetings(args) => return new_meetings::run(args),
    };
    add_file(kind, args)
}

/// Writes one file with its fields explained, never over one that is there.
fn add_file(kind: Kind, args: &FileArgs) -> Result<Outcome, Failure> {
    let root = &args.root.folder;
    let folder = match &args.folder {
        Some(folder) => tidy(folder)?,
        None => usual_folder(kind, &read_sources(root)?)?,
    };
    let files = scaffold::new_file(&NewFile {
        kind,
        title: args.title.trim(),
        reference: args.reference.as_deref().map(str::trim),
        folder: &folder,
        today: today(),
    })
    .ok_or_else(|| {
        Failure::new(
            "No file name can be made from this title",
            "Give a title with at least one letter or number.",
        )
    })?;
    write::create(&files, root)
        .map_err(|error| Failure::because("The file could not be added", &error))?;
    for (path, _) in files.iter() {
        terminal::say(&format!(
            "Added {}.\nOpen it and fill in the fields; a line that begins with # is only an \
             explanation, or a field that you may use.",
            below(root, path.as_str()).display()
        ))?;
    }
    Ok(Outcome::Fine)
}

/// A folder below `content/` as it was typed: with or without `content/` in front.
fn tidy(typed: &str) -> Result<String, Failure> {
    let typed = typed.replace('\\', "/");
    let names: Vec<&str> = typed
        .split('/')
        .filter(|name| !matches!(*name, "" | "."))
        .collect();
    let names = names.strip_prefix(&[CONTENT_FOLDER]).unwrap_or(&names);
    if names.contains(&"..") || typed.starts_with('/') || typed.contains(':') {
        return Err(Failure::new(
            format!("{typed} is not a folder of content/"),
            "Write it as it stands below content/, such as plans/2026-2029.",
        ));
    }
    Ok(names.join("/"))
}

/// Where a file goes if nothing is said: the only place there is.
fn usual_folder(kind: Kind, sources: &Sources) -> Result<String, Failure> {
    let (marker, what) = match kind {
        Kind::Plan => return Ok("plans".to_owned()),
        Kind::Group => return Ok("groups".to_owned()),
        Kind::MeetingCycle => return Ok("meetings".to_owned()),
        Kind::Page => return Ok("pages".to_owned()),
        Kind::Priority => ("plan.md", "plan"),
        Kind::Action => ("priority.md", "priority"),
    };
    let places: Vec<&str> = sources
        .content
        .iter()
        .filter_map(|entry| entry.path.rsplit_once('/'))
        .filter(|(_, name)| *name == marker)
        .map(|(folder, _)| folder)
        .collect();
    match places.as_slice() {
        [only] => Ok((*only).to_owned()),
        [] => Err(Failure::new(
            format!("There is no {what} yet that this could belong to"),
            format!("Add one first: boardplan new {what} \"Its title\""),
        )),
        several => Err(Failure::new(
            format!("There is more than one {what} that this could belong to"),
            format!("Say which with --in: {}", several.join(", ")),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_may_be_typed_with_content_in_front_but_must_not_lead_out() {
        for typed in [
            "plans/2026",
            "content/plans/2026/",
            "./content/plans//2026",
            "plans\\2026",
        ] {
            assert_eq!(tidy(typed).unwrap(), "plans/2026");
        }
        for typed in ["../elsewhere", "plans/../../x", "/etc", "c:/x"] {
            assert!(tidy(typed).is_err(), "{typed}");
        }
    }
}
