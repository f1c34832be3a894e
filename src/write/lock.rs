//! Two builds of one folder must not write at the same time.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::names;

/// The right to write to one output folder. It ends when the value is dropped, and by the hand of
/// the operating system when the process dies, so a killed build locks nobody out.
#[derive(Debug)]
pub struct Locked {
    folder: PathBuf,
    file: File,
}

impl Locked {
    /// The folder that may be written to.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

/// Makes the folder if it is not there, and takes the right to write to it.
///
/// # Errors
///
/// `WouldBlock` where another build holds it; otherwise the machine's error.
#[allow(
    clippy::disallowed_methods,
    reason = "`write/` is the room that changes the disk"
)]
pub fn lock(folder: &Path) -> io::Result<Locked> {
    std::fs::create_dir_all(folder)?;
    let path = folder.join(names::LOCK);
    // A build that ends removes the file, so a lock may be won on a file that is no longer there.
    // Then the file is opened again. It ends: each round means that another build has finished.
    loop {
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(io::Error::new(
                    io::ErrorKind::WouldBlock,
                    "another boardplan is writing to this folder. Wait until it has finished, \
                     then try again",
                ));
            }
            Err(TryLockError::Error(error)) => return Err(error),
        }
        if is_at(&file, &path) {
            return Ok(Locked {
                folder: folder.to_path_buf(),
                file,
            });
        }
    }
}

impl Drop for Locked {
    #[allow(
        clippy::disallowed_methods,
        reason = "`write/` is the room that changes the disk"
    )]
    fn drop(&mut self) {
        // Removed while still locked, so that nobody's lock but our own can be removed. Where the
        // machine refuses, an empty file stays behind that the next build takes over.
        let _ = std::fs::remove_file(self.folder.join(names::LOCK));
        let _ = self.file.unlock();
    }
}

/// Whether an open file is still the one that stands at a path.
#[cfg(unix)]
#[allow(
    clippy::disallowed_methods,
    reason = "asks for the identity of our own lock file, not for its contents"
)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), std::fs::metadata(path)) {
        (Ok(open), Ok(standing)) => (open.dev(), open.ino()) == (standing.dev(), standing.ino()),
        _ => false,
    }
}

/// Whether an open file is still the one that stands at a path.
#[cfg(not(unix))]
#[allow(
    clippy::disallowed_methods,
    reason = "asks for the identity of our own lock file, not for its contents"
)]
fn is_at(_file: &File, path: &Path) -> bool {
    path.exists()
}
