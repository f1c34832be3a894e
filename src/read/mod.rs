//! From the disk to memory: the only room that reads files.
//!
//! It understands nothing of what it reads. What a file means is `parse`'s affair, and whether
//! it may be there; this room only says what stood where. An `Err` means that the machine failed
//! (a folder that is not there, a disk that cannot be read), never that an author made a mistake.

mod builtin;
mod content;
mod files;
mod previous;
mod snapshot;
mod theme;

pub use previous::{Manifest, Previous, Stamp, Standing, previous};
pub use snapshot::{Snapshot, snapshot};

use std::io;
use std::path::Path;

use crate::source::{Found, Sources};

/// The folder below the root that holds what authors write.
pub const CONTENT_FOLDER: &str = "content";

/// The folder below the root that holds the looks.
pub const THEMES_FOLDER: &str = "themes";

/// Reads everything that a build needs: `content/` and `themes/` below `root`, and the theme
/// inside the program.
///
/// # Errors
///
/// `NotFound` where `root` holds no `content/`; otherwise the machine's own error, with the path
/// that it is about. A single page that cannot be opened is not an error here: it is kept as
/// [`crate::source::Found::Unreadable`].
pub fn read(root: &Path) -> io::Result<Sources> {
    let (content, themes) = rayon::join(
        || content::read(&root.join(CONTENT_FOLDER)),
        || theme::read(&root.join(THEMES_FOLDER)),
    );
    Ok(Sources {
        content: content?,
        themes: themes?,
    })
}

/// Whether a folder holds no file that a person would see; a folder that is not there holds none.
///
/// # Errors
///
/// The machine's error where a folder cannot be listed.
pub fn is_empty_folder(folder: &Path) -> io::Result<bool> {
    let entries = match content::read(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(true),
        Err(error) => return Err(error),
    };
    Ok(entries
        .iter()
        .all(|entry| entry.found == Found::EmptyFolder))
}
