//! The folder that authors write in, as a sorted list of what stands there.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::files::{is_hidden, read_file, relative};
use crate::source::{Entry, Found};

/// Everything below `folder`, sorted by path. Links are not followed; hidden files are left out.
///
/// # Errors
///
/// `NotFound` or `NotADirectory` where `folder` is not a folder. What goes wrong below it is kept
/// at its path.
pub fn read(folder: &Path) -> io::Result<Vec<Entry>> {
    let mut seen = walk(folder)?;
    seen.sort_by(|a, b| (&a.path, &a.on_disk).cmp(&(&b.path, &b.on_disk)));
    Ok(seen
        .into_par_iter()
        .map(
            |Seen {
                 path,
                 on_disk,
                 kind,
             }| Entry {
                path,
                found: match kind {
                    Kind::File => read_file(&on_disk)
                        .unwrap_or_else(|error| Found::Unreadable(error.to_string())),
                    Kind::Known(found) => found,
                },
            },
        )
        .collect())
}

/// One thing that the walk met.
struct Seen {
    path: String,
    on_disk: PathBuf,
    kind: Kind,
}

enum Kind {
    /// A file that has still to be read.
    File,
    /// Something that the walk already knows all about.
    Known(Found),
}

fn walk(folder: &Path) -> io::Result<Vec<Seen>> {
    let mut seen = Vec::new();
    let mut folders = Vec::new();
    let mut inhabited = HashSet::new();
    let mut walker = WalkDir::new(folder).follow_links(false).into_iter();
    while let Some(step) = walker.next() {
        let entry = match step {
            Ok(entry) => entry,
            Err(error) => {
                let on_disk = error.path().unwrap_or(folder).to_path_buf();
                if on_disk == folder {
                    return Err(missing(folder, &error.into()));
                }
                let reason = error
                    .io_error()
                    .map_or_else(|| error.to_string(), ToString::to_string);
                inhabited.insert(on_disk.clone());
                seen.push(unless_bad_name(folder, on_disk, Found::Unreadable(reason)));
                continue;
            }
        };
        let kind = entry.file_type();
        if entry.depth() == 0 {
            if !kind.is_dir() && !kind.is_symlink() {
                return Err(missing(folder, &io::ErrorKind::NotADirectory.into()));
            }
            continue;
        }
        if is_hidden(entry.file_name()) {
            if kind.is_dir() {
                walker.skip_current_dir();
            }
            continue;
        }
        let on_disk = entry.into_path();
        if let Some(parent) = on_disk.parent() {
            inhabited.insert(parent.to_path_buf());
        }
        let Some(path) = relative(&on_disk, folder) else {
            if kind.is_dir() {
                walker.skip_current_dir();
            }
            seen.push(unless_bad_name(folder, on_disk, Found::BadName));
            continue;
        };
        if kind.is_dir() {
            folders.push((path, on_disk));
            continue;
        }
        let kind = if kind.is_file() {
            Kind::File
        } else if kind.is_symlink() {
            Kind::Known(Found::Link {
                dangling: is_dangling(&on_disk),
            })
        } else {
            // A pipe or device: opening it could wait for ever.
            Kind::Known(Found::Unreadable("it is not an ordinary file".to_owned()))
        };
        seen.push(Seen {
            path,
            on_disk,
            kind,
        });
    }
    seen.extend(
        folders
            .into_iter()
            .filter(|(_, on_disk)| !inhabited.contains(on_disk))
            .map(|(path, on_disk)| Seen {
                path,
                on_disk,
                kind: Kind::Known(Found::EmptyFolder),
            }),
    );
    Ok(seen)
}

/// What was found at a path, unless its name cannot even be written down.
fn unless_bad_name(folder: &Path, on_disk: PathBuf, found: Found) -> Seen {
    let (path, found) = match relative(&on_disk, folder) {
        Some(path) => (path, found),
        None => {
            let below = on_disk.strip_prefix(folder).unwrap_or(&on_disk);
            (below.to_string_lossy().replace('\\', "/"), Found::BadName)
        }
    };
    Seen {
        path,
        on_disk,
        kind: Kind::Known(found),
    }
}

#[allow(
    clippy::disallowed_methods,
    reason = "`read/` is the room that reads the disk"
)]
fn is_dangling(link: &Path) -> bool {
    !link.exists()
}

fn missing(folder: &Path, error: &io::Error) -> io::Error {
    let words = match error.kind() {
        io::ErrorKind::NotFound => format!(
            "There is no folder {}. It holds the plan that boardplan publishes.",
            folder.display()
        ),
        io::ErrorKind::NotADirectory => {
            let is_file = |path: &&Path| path.is_file();
            let file = folder.ancestors().find(is_file).unwrap_or(folder);
            format!(
                "{} is a file, where there must be a folder.",
                file.display()
            )
        }
        _ => format!("The folder {} cannot be opened: {error}", folder.display()),
    };
    io::Error::new(error.kind(), words)
}
