//! The looks: every folder below `themes/`, and the themes inside the program.

use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::builtin;
use super::files::{about, is_hidden, read_file, relative, walk_error};
use crate::source::{Found, ThemeFile, ThemeLayer};

/// Every theme that can be named, each once, sorted by name. A folder `themes/default` stands
/// in for the theme of that name inside the program.
///
/// # Errors
///
/// The machine's error with its path. Links are not followed, and one in a theme is an error, so
/// that a file that somebody counts on is never left out in silence.
pub fn read(folder: &Path) -> io::Result<Vec<ThemeLayer>> {
    let mut layers = layers(folder)?;
    for builtin in builtin::layers() {
        if !layers.iter().any(|layer| layer.name == builtin.name) {
            layers.push(builtin);
        }
    }
    layers.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(layers)
}

fn layers(folder: &Path) -> io::Result<Vec<ThemeLayer>> {
    let mut layers = Vec::new();
    for entry in WalkDir::new(folder).min_depth(1).max_depth(1) {
        let entry = match entry {
            Ok(entry) => entry,
            // A project without themes of its own.
            Err(error)
                if error.depth() == 0
                    && error.io_error().map(io::Error::kind) == Some(io::ErrorKind::NotFound) =>
            {
                return Ok(Vec::new());
            }
            Err(error) => return Err(walk_error(error)),
        };
        if is_hidden(entry.file_name()) {
            continue;
        }
        if entry.path_is_symlink() {
            return Err(link(entry.path()));
        }
        if !entry.file_type().is_dir() {
            continue;
        }
        let name = relative(entry.path(), folder).ok_or_else(|| bad_name(entry.path()))?;
        layers.push(ThemeLayer {
            origin: format!("{}/{name}", super::THEMES_FOLDER),
            files: files(entry.path())?,
            name,
        });
    }
    Ok(layers)
}

fn files(folder: &Path) -> io::Result<Vec<ThemeFile>> {
    let mut found: Vec<(String, PathBuf)> = Vec::new();
    let visible = WalkDir::new(folder)
        .min_depth(1)
        .follow_links(false)
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry.file_name()));
    for entry in visible {
        let entry = entry.map_err(walk_error)?;
        if entry.path_is_symlink() {
            return Err(link(entry.path()));
        }
        if entry.file_type().is_file() {
            let path = relative(entry.path(), folder).ok_or_else(|| bad_name(entry.path()))?;
            found.push((path, entry.into_path()));
        }
    }
    found.sort();
    found
        .into_par_iter()
        .map(|(path, on_disk)| match read_file(&on_disk) {
            Ok(Found::File(bytes)) => Ok(ThemeFile { path, bytes }),
            Ok(_) => Err(about(
                &on_disk,
                &io::Error::other("this file is too large for a theme"),
            )),
            Err(error) => Err(about(&on_disk, &error)),
        })
        .collect()
}

fn link(path: &Path) -> io::Error {
    about(
        path,
        &io::Error::other(
            "this is a link, and links are not followed: copy the file or folder here",
        ),
    )
}

fn bad_name(path: &Path) -> io::Error {
    about(
        path,
        &io::Error::other("this name cannot be read: use plain letters"),
    )
}
