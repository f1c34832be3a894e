//! `boardplan theme`: make a theme, or look for mistakes in one.

use clap::Subcommand;

use super::args::{MessageFormat, Root, below};
use super::as_of::{as_of, today};
use super::build::{print_messages, read_sources};
use super::failure::Failure;
use super::{Outcome, summary, terminal};
use crate::diagnostic::{Diagnostics, Place, codes};
use crate::pipeline::{self, AsOf, Options, Purpose};
use crate::read::{CONTENT_FOLDER, THEMES_FOLDER};
use crate::source::{Entry, Found, Sources};
use crate::workshop::check::check;
use crate::{scaffold, write};

/// What `theme` can be asked.
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Make a theme that changes the default one, with comments that explain it
    New(NewArgs),
    /// Look for mistakes in a theme without writing anything
    Check(CheckArgs),
}

#[derive(clap::Args)]
struct NewArgs {
    /// What it is called: Seaside
    name: String,
    #[command(flatten)]
    root: Root,
}

#[derive(clap::Args)]
struct CheckArgs {
    /// The theme, by the name of its folder [default: the one that the site uses]
    name: Option<String>,
    #[command(flatten)]
    root: Root,
    /// Print messages for people, as JSON for programs, or for a code host
    #[arg(long, value_name = "FORM", default_value = "text")]
    format: MessageFormat,
}

/// Does what was asked for.
pub fn run(args: &Args) -> Result<Outcome, Failure> {
    match &args.what {
        What::New(args) => new(args),
        What::Check(args) => check_theme(args),
    }
}

/// Writes the files of a child theme, never over one that is there.
fn new(args: &NewArgs) -> Result<Outcome, Failure> {
    let root = &args.root.folder;
    let title = args.name.trim();
    let Some(name) = scaffold::file_name(title) else {
        return Err(Failure::new(
            "No folder name can be made from this name",
            "Give a name with at least one letter or number.",
        ));
    };
    if read_sources(root)?
        .themes
        .iter()
        .any(|theme| theme.name == name)
    {
        return Err(Failure::new(
            format!("There is a theme {name} already"),
            "Give yours another name.",
        ));
    }
    let files = scaffold::theme(title, &name);
    write::create(&files, root)
        .map_err(|error| Failure::because("The theme could not be made", &error))?;
    terminal::say(&format!(
        "A theme of your own is in {}: {}.\nTo use it, add this line to {}:\n\n  theme: {name}\n\n\
         Then change its files, and look for mistakes with: boardplan theme check {name}",
        below(root, &format!("{THEMES_FOLDER}/{name}")).display(),
        summary::count(files.len(), "file", "files"),
        below(root, &format!("{CONTENT_FOLDER}/index.md")).display(),
    ))?;
    Ok(Outcome::Fine)
}

/// Looks at a theme by itself, then makes pages with it: those of the site, or, for a theme that
/// the site does not use, those of a small board.
fn check_theme(args: &CheckArgs) -> Result<Outcome, Failure> {
    let sources = read_sources(&args.root.folder)?;
    let as_of = as_of(None)?;
    let settings = pipeline::settings(&sources, as_of);
    let used = &settings.theme.value;
    let wanted = args.name.as_ref().unwrap_or(used);
    let mut languages = vec![settings.language.clone()];
    languages.extend(settings.languages.iter().cloned());

    let mut problems = check(&sources.themes, wanted, &languages);
    if !problems.has_errors() {
        let pages = if wanted == used {
            pages_of(&sources, as_of)
        } else {
            pages_of(&small_board(wanted, &sources), as_of)
        };
        problems.extend(pages);
    }
    let problems = problems.sorted();
    print_messages(&problems, &sources, args.format, &args.root)?;
    if args.format == MessageFormat::Text {
        terminal::say(&format!(
            "Messages about the theme {wanted}: {}.",
            summary::problems(&problems)
        ))?;
    }
    Ok(Outcome::of(&problems))
}

/// What goes wrong when the pages are made; what is wrong with the content is left out.
fn pages_of(sources: &Sources, as_of: AsOf) -> Diagnostics {
    let options = Options {
        as_of,
        drafts: false,
        strict: false,
        purpose: Purpose::Public,
    };
    pipeline::build(sources, &options, &mut |_| {})
        .diagnostics
        .into_iter()
        .filter(|problem| {
            matches!(problem.primary, Place::Theme { .. })
                || problem.code.name == codes::BROKEN_THEME.name
                || problem.code.name == codes::BROKEN_PAGE.name
        })
        .collect()
}

/// A small board that uses a theme.
fn small_board(theme: &str, sources: &Sources) -> Sources {
    let in_content = |path: &str| {
        Some(
            path.strip_prefix(CONTENT_FOLDER)?
                .strip_prefix('/')?
                .to_owned(),
        )
    };
    let content = scaffold::starter("Our Board", today())
        .iter()
        .filter_map(|(path, file)| {
            let path = in_content(path.as_str())?;
            let bytes = if path == "index.md" {
                let text = String::from_utf8_lossy(&file.bytes);
                text.replacen("\nlanguage:", &format!("\ntheme: {theme}\nlanguage:"), 1)
                    .into_bytes()
            } else {
                file.bytes.clone()
            };
            Some(Entry {
                path,
                found: Found::File(bytes),
            })
        })
        .collect();
    Sources {
        content,
        themes: sources.themes.clone(),
    }
}
