//! A cheap picture of what a build would read, to tell whether anything changed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use walkdir::WalkDir;

use super::files::is_hidden;
use super::{CONTENT_FOLDER, THEMES_FOLDER};

/// The length and time of change of everything below `content/` and `themes/`.
///
/// Two equal pictures mean that nothing changed. Two pictures may differ where only a time did,
/// so the bytes decide in the end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snapshot(BTreeMap<PathBuf, Option<(u64, Option<SystemTime>)>>);

/// Takes the picture. What cannot be looked at is in it as such, so that its return is a change.
#[must_use]
pub fn snapshot(root: &Path) -> Snapshot {
    let mut picture = BTreeMap::new();
    for folder in [CONTENT_FOLDER, THEMES_FOLDER] {
        let visible = WalkDir::new(root.join(folder))
            .follow_links(false)
            .into_iter()
            .filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry.file_name()));
        for entry in visible {
            match entry {
                // The time of a folder says nothing that its entries do not say.
                Ok(entry) if entry.file_type().is_dir() => {
                    picture.insert(entry.into_path(), None);
                }
                Ok(entry) => {
                    let facts = entry
                        .metadata()
                        .ok()
                        .map(|facts| (facts.len(), facts.modified().ok()));
                    picture.insert(entry.into_path(), facts);
                }
                Err(error) => {
                    let path = error.path().map(Path::to_path_buf).unwrap_or_default();
                    picture.insert(path, None);
                }
            }
        }
    }
    Snapshot(picture)
}
