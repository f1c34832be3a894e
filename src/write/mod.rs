//! From memory to the disk: the only room that changes files.
//!
//! A build writes in this order, so that a kill at any moment leaves every file whole and every
//! file of ours on record:
//!
//! 1. the manifest of all files that are or will be ours;
//! 2. each file that differs, to a temporary name, which then takes the file's place;
//! 3. the removal of files that the site no longer has;
//! 4. the manifest of the finished site.

mod archive;
mod changes;
mod create;
mod lock;
mod names;
mod rewrite;

pub use archive::archive;
pub use changes::{Change, Changes, Refusal, changes};
pub use create::create;
pub use lock::{Locked, lock};
pub use rewrite::rewrite;

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use rayon::prelude::*;

use crate::output::{OutputPath, Outputs};
use crate::read::{Manifest, Previous, Stamp};

/// What a build did to its output folder, in numbers of files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that were not there before.
    pub created: usize,
    /// Files that were there with other contents.
    pub updated: usize,
    /// Files that the site no longer has.
    pub removed: usize,
    /// Files that were already right and were left alone.
    pub unchanged: usize,
}

/// Makes a locked folder hold exactly `outputs`, and whatever is not ours.
///
/// `previous` must have been read after the folder was locked.
///
/// # Errors
///
/// `InvalidInput` with the words of a [`Refusal`], before anything is touched; otherwise the
/// machine's error with the path it is about. After an error every file is whole, old or new, and
/// the next build puts the rest right.
pub fn write(outputs: &Outputs, previous: &Previous, folder: &Locked) -> io::Result<Written> {
    let folder = folder.folder();
    let all: Vec<_> = outputs.iter().collect();
    let stamps = all
        .par_iter()
        .map(|(_, output)| Stamp::of(&output.bytes))
        .collect();
    let changes = changes(outputs, stamps, previous)
        .map_err(|refusal| io::Error::new(io::ErrorKind::InvalidInput, refusal.to_string()))?;

    for leftover in &changes.leftovers {
        remove(folder, leftover)?;
    }
    if !changes.is_empty() && previous.manifest.as_ref() != Some(&changes.during) {
        replace(folder, Manifest::FILE, &changes.during.to_bytes())?;
    }
    carry_out(&changes, outputs, folder)?;
    let on_record = if changes.is_empty() {
        previous.manifest.as_ref()
    } else {
        Some(&changes.during)
    };
    if on_record != Some(&changes.after) {
        replace(folder, Manifest::FILE, &changes.after.to_bytes())?;
    }
    Ok(Written {
        created: count(&changes.writes, |change| {
            matches!(change, Change::Create(_))
        }),
        updated: count(&changes.writes, |change| {
            matches!(change, Change::Update(_))
        }),
        removed: changes.in_the_way.len() + changes.stale.len(),
        unchanged: changes.unchanged,
    })
}

fn count(changes: &[Change], is_counted: impl Fn(&Change) -> bool) -> usize {
    changes.iter().filter(|change| is_counted(change)).count()
}

fn carry_out(changes: &Changes, outputs: &Outputs, folder: &Path) -> io::Result<()> {
    for change in &changes.in_the_way {
        carry_out_one(change, outputs, folder)?;
    }
    remove_empty_folders(&changes.abandoned, folder);
    make_folders(&changes.writes, folder)?;
    changes
        .writes
        .par_iter()
        .try_for_each(|change| carry_out_one(change, outputs, folder))?;
    for change in &changes.stale {
        carry_out_one(change, outputs, folder)?;
    }
    remove_empty_folders(&changes.abandoned, folder);
    Ok(())
}

fn carry_out_one(change: &Change, outputs: &Outputs, folder: &Path) -> io::Result<()> {
    match change {
        Change::Create(path) | Change::Update(path) => match outputs.get(path.as_str()) {
            Some(output) => replace(folder, path.as_str(), &output.bytes),
            None => Ok(()),
        },
        Change::Remove(path) => remove(folder, path.as_str()),
    }
}

#[allow(
    clippy::disallowed_methods,
    reason = "`write/` is the room that changes the disk"
)]
fn make_folders(writes: &[Change], folder: &Path) -> io::Result<()> {
    let folders: BTreeSet<&str> = writes
        .iter()
        .filter_map(|change| match change {
            Change::Create(path) | Change::Update(path) => path.as_str().rsplit_once('/'),
            Change::Remove(_) => None,
        })
        .map(|(folder, _)| folder)
        .collect();
    for inner in folders {
        let path = folder.join(inner);
        std::fs::create_dir_all(&path).map_err(|error| about(&path, &error))?;
    }
    Ok(())
}

/// Writes a file under a temporary name, which then takes its place in one step.
#[allow(
    clippy::disallowed_methods,
    reason = "`write/` is the room that changes the disk"
)]
fn replace(folder: &Path, path: &str, bytes: &[u8]) -> io::Result<()> {
    let temporary = folder.join(names::temporary(path));
    let place = folder.join(path);
    let outcome =
        std::fs::write(&temporary, bytes).and_then(|()| std::fs::rename(&temporary, &place));
    outcome.map_err(|error| {
        // Best effort: what stays behind is known by its name and removed by the next build.
        let _ = std::fs::remove_file(&temporary);
        about(&place, &error)
    })
}

#[allow(
    clippy::disallowed_methods,
    reason = "`write/` is the room that changes the disk"
)]
fn remove(folder: &Path, path: &str) -> io::Result<()> {
    let place = folder.join(path);
    match std::fs::remove_file(&place) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(about(&place, &error)),
        _ => Ok(()),
    }
}

/// Removes the folders of paths that are gone, from the inside out, as far as they are empty.
#[allow(
    clippy::disallowed_methods,
    reason = "`write/` is the room that changes the disk"
)]
fn remove_empty_folders(gone: &[OutputPath], folder: &Path) {
    let folders: BTreeSet<&str> = gone
        .iter()
        .flat_map(|path| changes::ancestors(path.as_str()))
        .collect();
    // Sorted backwards, an inner folder comes before the one around it. A folder that is not empty
    // refuses to go, which is what we want.
    for inner in folders.iter().rev() {
        let _ = std::fs::remove_dir(folder.join(inner));
    }
}

fn about(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
