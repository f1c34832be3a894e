//! A content file that is there, with something added (`boardplan new meetings`).

use std::io;
use std::path::Path;

use super::replace;
use crate::output::OutputPath;

/// Gives a file that is there new bytes in one step: at any moment it is whole, old or new.
///
/// # Errors
///
/// `NotFound` where there is no such file, or the machine's error.
#[allow(
    clippy::disallowed_methods,
    reason = "`write/` is the room that changes the disk"
)]
pub fn rewrite(path: &OutputPath, bytes: &[u8], root: &Path) -> io::Result<()> {
    let place = root.join(path.as_str());
    if !place.is_file() {
        return Err(io::Error::new(
            io::ErrorKind::NotFound,
            format!("{} is no longer there", place.display()),
        ));
    }
    replace(root, path.as_str(), bytes)
}
