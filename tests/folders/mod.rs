//! Folders of their own for tests, below the build folder of this project.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test may read and write its own folder, and stops where that fails"
)]
#![allow(dead_code, reason = "each runner uses a part of this")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// An empty folder that belongs to one test alone.
pub fn empty_folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The root of the sample and of each of the small plans.
pub fn roots_of_all_plans() -> Vec<PathBuf> {
    let mut roots = vec![PathBuf::from(".")];
    roots.extend(
        fs::read_dir("tests/plans")
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.join("content").is_dir()),
    );
    roots.sort();
    roots
}

/// Every file below a folder with its bytes, by its path with forward slashes.
pub fn files_below(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(inner).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap();
                files.insert(name.replace('\\', "/"), fs::read(&path).unwrap());
            }
        }
    }
    files
}
