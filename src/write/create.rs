//! New content files (`boardplan init` and `new`): written only where nothing stands.

use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::about;
use crate::output::Outputs;

/// Writes files below `root`, all or none, and never over one that is there.
///
/// # Errors
///
/// `AlreadyExists` with the path, or the machine's error; what this call had written is removed.
pub fn create(files: &Outputs, root: &Path) -> io::Result<()> {
    let mut made = Vec::new();
    for (path, output) in files.iter() {
        let place = root.join(path.as_str());
        if let Err(error) = create_one(&place, &output.bytes, &mut made) {
            undo(&made);
            return Err(match error.kind() {
                io::ErrorKind::AlreadyExists => io::Error::new(
                    error.kind(),
                    format!(
                        "{} is already there, so nothing was written",
                        place.display()
                    ),
                ),
                _ => about(&place, &error),
            });
        }
    }
    Ok(())
}

#[allow(
    clippy::disallowed_methods,
    reason = "`write/` is the room that changes the disk"
)]
fn create_one(place: &Path, bytes: &[u8], made: &mut Vec<PathBuf>) -> io::Result<()> {
    if let Some(folder) = place.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(place)?;
    made.push(place.to_path_buf());
    file.write_all(bytes)
}

#[allow(
    clippy::disallowed_methods,
    reason = "`write/` is the room that changes the disk"
)]
fn undo(made: &[PathBuf]) {
    for path in made {
        let _ = std::fs::remove_file(path);
    }
}
