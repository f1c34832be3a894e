//! What an output folder holds before a build writes to it.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use walkdir::{DirEntry, WalkDir};

use super::files::{about, read_file, relative, walk_error};
use crate::output::OutputPath;
use crate::source::Found;

/// The length and hash of a file's bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// The length in bytes.
    pub length: u64,
    /// The BLAKE3 hash of the bytes in 64 lower-case hexadecimal digits.
    pub hash: String,
}

impl Stamp {
    /// The stamp of some bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self {
            length: bytes.len() as u64,
            hash: blake3::hash(bytes).to_hex().to_string(),
        }
    }
}

/// The list of files that a build wrote; kept in the output folder, so that the next build knows
/// which files are its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// Every file by its path, sorted.
    pub files: BTreeMap<OutputPath, Stamp>,
}

/// The manifest as it is written down.
#[derive(Serialize, Deserialize)]
struct Written {
    made_by: String,
    files: BTreeMap<String, Stamp>,
}

impl Manifest {
    /// The name of its file, at the top of the output folder.
    pub const FILE: &str = ".boardplan-manifest.json";

    /// The manifest as the bytes of its file.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let written = Written {
            made_by: "boardplan".to_owned(),
            files: self
                .files
                .iter()
                .map(|(path, stamp)| (path.as_str().to_owned(), stamp.clone()))
                .collect(),
        };
        // Text and numbers always serialise.
        let mut bytes = serde_json::to_vec_pretty(&written).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    /// The manifest that the bytes of a file hold, if they hold one. A manifest with a path that
    /// leads out of its folder is none of ours.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let written: Written = serde_json::from_slice(bytes).ok()?;
        let stays_inside = |path: &String| {
            path.split('/')
                .all(|name| !matches!(name, "" | "." | "..") && !name.contains(['\\', ':']))
        };
        if !written.files.keys().all(stays_inside) {
            return None;
        }
        Some(Self {
            files: written
                .files
                .into_iter()
                .map(|(path, stamp)| (OutputPath::new(path), stamp))
                .collect(),
        })
    }
}

/// What stands at a path of the output folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// A file of the last manifest, as it is now.
    Ours(Stamp),
    /// Anything else that is not a folder: a file of somebody else, or a link.
    Other,
}

/// An output folder before a build.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Previous {
    /// What the last build wrote; `None` where no build of ours has been here.
    pub manifest: Option<Manifest>,
    /// Everything that stands in the folder now, by its path, apart from folders and the manifest.
    /// A name that is not UTF-8 is here with replacement characters.
    pub standing: BTreeMap<String, Standing>,
}

/// Looks at an output folder. A folder that does not exist is like an empty one.
///
/// # Errors
///
/// The machine's error with its path; `InvalidData` where the manifest of the last build is
/// damaged, because then nobody knows which files are ours.
pub fn previous(folder: &Path) -> io::Result<Previous> {
    let manifest = manifest(&folder.join(Manifest::FILE))?;
    let found = walk(folder)?;
    let standing = found
        .into_par_iter()
        .filter(|(path, _)| path != Manifest::FILE)
        .map(|(path, entry)| {
            let is_ours = manifest
                .as_ref()
                .is_some_and(|manifest| manifest.files.contains_key(path.as_str()));
            let standing = if is_ours && entry.file_type().is_file() {
                stamp(entry.path())?
            } else {
                Standing::Other
            };
            Ok((path, standing))
        })
        .collect::<io::Result<_>>()?;
    Ok(Previous { manifest, standing })
}

fn manifest(path: &Path) -> io::Result<Option<Manifest>> {
    let bytes = match read_file(path) {
        Ok(Found::File(bytes)) => bytes,
        Ok(_) => Vec::new(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(about(path, &error)),
    };
    let damaged = || {
        io::Error::new(
            io::ErrorKind::InvalidData,
            format!(
                "{} is damaged, so it is not known which files in this folder boardplan may \
                 replace. Empty the folder, or choose another one with --output, and build again.",
                path.display()
            ),
        )
    };
    Manifest::from_bytes(&bytes).map(Some).ok_or_else(damaged)
}

fn walk(folder: &Path) -> io::Result<Vec<(String, DirEntry)>> {
    let mut found = Vec::new();
    for entry in WalkDir::new(folder).min_depth(1).follow_links(false) {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error)
                if error.io_error().map(io::Error::kind) == Some(io::ErrorKind::NotFound) =>
            {
                // The folder itself, or something that was removed while we looked.
                continue;
            }
            Err(error) => return Err(walk_error(error)),
        };
        if entry.file_type().is_dir() {
            continue;
        }
        let path = relative(entry.path(), folder)
            .unwrap_or_else(|| entry.path().to_string_lossy().into_owned());
        found.push((path, entry));
    }
    Ok(found)
}

fn stamp(path: &Path) -> io::Result<Standing> {
    match read_file(path) {
        Ok(Found::File(bytes)) => Ok(Standing::Ours(Stamp::of(&bytes))),
        // Larger than anything that we write, so it differs from what will be written.
        Ok(_) => Ok(Standing::Ours(Stamp {
            length: u64::MAX,
            hash: String::new(),
        })),
        Err(error) => Err(about(path, &error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_is_read_back_as_it_was_written() {
        let path = OutputPath::new("groups/training.html");
        let manifest = Manifest {
            files: BTreeMap::from([(path, Stamp::of(b"hello"))]),
        };
        assert_eq!(Manifest::from_bytes(&manifest.to_bytes()), Some(manifest));
    }

    #[test]
    fn a_manifest_that_points_out_of_its_folder_is_refused() {
        for path in ["../x", "a/../../x", "/etc/passwd", "a\\\\b", "c:x"] {
            let text = format!(
                r#"{{"made_by":"boardplan","files":{{"{path}":{{"length":1,"hash":""}}}}}}"#
            );
            assert_eq!(Manifest::from_bytes(text.as_bytes()), None, "{path}");
        }
        assert_eq!(Manifest::from_bytes(b"{"), None);
    }
}
