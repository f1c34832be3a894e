//! What the readers of this room share: one file, one name, one error.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Component, Path};

use crate::source::{Found, MAX_FILE_BYTES};

/// Whether a name starts with a full stop. Such files belong to tools (`.git`, `.DS_Store`), are
/// never published, and may be very many, so they are not even read.
pub fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().first() == Some(&b'.')
}

/// A path below `folder` with forward slashes, or `None` where a name in it is not UTF-8.
pub fn relative(path: &Path, folder: &Path) -> Option<String> {
    let path = path.strip_prefix(folder).unwrap_or(path);
    let names: Option<Vec<&str>> = path
        .components()
        .filter_map(|component| match component {
            Component::Normal(name) => Some(name.to_str()),
            _ => None,
        })
        .collect();
    Some(names?.join("/"))
}

/// Reads one file, but never more than [`MAX_FILE_BYTES`] of it.
#[allow(
    clippy::disallowed_methods,
    reason = "`read/` is the room that reads the disk"
)]
pub fn read_file(path: &Path) -> io::Result<Found> {
    let file = File::open(path)?;
    let length = file.metadata()?.len();
    if length > MAX_FILE_BYTES {
        return Ok(Found::TooLarge(length));
    }
    // One byte more than the length, so that an unchanged file is read with a single call.
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0) + 1);
    file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes)?;
    let read = bytes.len() as u64;
    // The file may have grown since its length was asked for.
    if read > MAX_FILE_BYTES {
        return Ok(Found::TooLarge(read));
    }
    Ok(Found::File(bytes))
}

/// The same error with the path that it is about in front.
pub fn about(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

/// A walker's error as an ordinary one, with its path.
pub fn walk_error(error: walkdir::Error) -> io::Error {
    let path = error.path().map(Path::to_path_buf).unwrap_or_default();
    about(&path, &error.into())
}
