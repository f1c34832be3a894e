//! `boardplan new`: add a file, with its fields explained, or the dates of meetings.

use clap::Subcommand;

use super::args::{Root, below};
use super::as_of::today;
use super::build::read_sources;
use super::failure::Failure;
use super::{Outcome, new_meetings, terminal};
use crate::diagnostic::{Diagnostic, Severity};
use crate::output::Outputs;
use crate::parse::kind::{Place, place};
use crate::parse::parse;
use crate::read::CONTENT_FOLDER;
use crate::scaffold::{self, Kind, NewFile};
use crate::source::{Entry, Found, Sources};
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
    let sources = read_sources(root)?;
    let folder = match &args.folder {
        Some(folder) => chosen_folder(kind, tidy(folder)?, &sources)?,
        None => usual_folder(kind, &sources)?,
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
    refuse_unfit(&files, sources)?;
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
    let what = match home(kind) {
        Home::Folder(folder) => return Ok(folder.to_owned()),
        Home::Each(what) => what,
    };
    match places(what, sources).as_slice() {
        [only] => Ok((*only).to_owned()),
        [] => Err(no_place(what)),
        several => Err(Failure::new(
            format!("There is more than one {what} that this could belong to"),
            format!("Say which with --in: {}", several.join(", ")),
        )),
    }
}

/// Where a file goes if a folder was typed: there, if what is meant can stand there. The end of a
/// path is enough where it is the end of one place only.
fn chosen_folder(kind: Kind, typed: String, sources: &Sources) -> Result<String, Failure> {
    let what = match home(kind) {
        Home::Folder(_) if kind == Kind::Page => return Ok(typed),
        Home::Folder(folder) if typed == folder => return Ok(typed),
        Home::Folder(folder) => {
            return Err(Failure::new(
                format!("This belongs in content/{folder}, not in content/{typed}"),
                "Leave out --in.",
            ));
        }
        Home::Each(what) => what,
    };
    let places = places(what, sources);
    if places.is_empty() {
        return Err(no_place(what));
    }
    let end = format!("/{typed}");
    let meant: Vec<&&str> = places
        .iter()
        .filter(|place| **place == typed || place.ends_with(&end))
        .collect();
    match meant.as_slice() {
        [only] => Ok((**only).to_owned()),
        _ => Err(Failure::new(
            format!("content/{typed} is not the folder of a {what}"),
            format!("Say which with --in: {}", places.join(", ")),
        )),
    }
}

/// Where files of a kind stand.
enum Home {
    /// In this folder of `content/`.
    Folder(&'static str),
    /// In the folder of each of these: a plan or a priority.
    Each(&'static str),
}

fn home(kind: Kind) -> Home {
    match kind {
        Kind::Plan => Home::Folder("plans"),
        Kind::Group => Home::Folder("groups"),
        Kind::MeetingCycle => Home::Folder("meetings"),
        Kind::Page => Home::Folder("pages"),
        Kind::Priority => Home::Each("plan"),
        Kind::Action => Home::Each("priority"),
    }
}

/// The folders of all plans or priorities.
fn places<'s>(what: &str, sources: &'s Sources) -> Vec<&'s str> {
    let marker = format!("{what}.md");
    sources
        .content
        .iter()
        .filter_map(|entry| entry.path.rsplit_once('/'))
        .filter(|(_, name)| *name == marker)
        .map(|(folder, _)| folder)
        .collect()
}

fn no_place(what: &str) -> Failure {
    Failure::new(
        format!("There is no {what} yet that this could belong to"),
        format!("Add one first: boardplan new {what} \"Its title\""),
    )
}

/// A file that `check` would refuse where it stands, or that would never be published, is not
/// added.
fn refuse_unfit(files: &Outputs, mut sources: Sources) -> Result<(), Failure> {
    let Some((path, file)) = files.iter().next() else {
        return Ok(());
    };
    let Some(path) = path.as_str().strip_prefix("content/") else {
        return Ok(());
    };
    match place(path, &[]) {
        Place::Page(_) | Place::Asset => {}
        Place::Ignored => {
            return Err(Failure::new(
                format!("boardplan passes over files such as content/{path}"),
                "Give it another title.",
            ));
        }
        Place::Nowhere(nearest) => {
            return Err(Failure::new(
                format!("There is no place for content/{path} in content/"),
                format!("It could stand in {nearest}"),
            ));
        }
        Place::WrongCase(meant) => {
            return Err(Failure::new(
                format!("There is no place for content/{path} in content/"),
                format!("It could be content/{meant}"),
            ));
        }
    }
    sources.content.retain(|entry| entry.path != path);
    sources.content.push(Entry {
        path: path.to_owned(),
        found: Found::File(file.bytes.clone()),
    });
    sources.content.sort_by(|a, b| a.path.cmp(&b.path));
    let is_about_it = |message: &Diagnostic| {
        let entry = message.file().and_then(|file| sources.entry(file));
        message.severity == Severity::Error && entry.is_some_and(|entry| entry.path == path)
    };
    match parse(&sources).1.into_iter().find(is_about_it) {
        Some(message) => Err(Failure::new(
            format!("content/{path} cannot be added: {}", message.message),
            "Give it another title, or another folder with --in.",
        )),
        None => Ok(()),
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
