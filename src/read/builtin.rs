//! The themes inside the program, so that a lone executable works in an empty folder.
//!
//! Inside this project `themes/default` is read from the disk and wins, so a template that was
//! just added is seen at once even where the compiler has not yet noticed the new file.

use include_dir::{Dir, include_dir};

use super::files::is_hidden;
use crate::source::{ThemeFile, ThemeLayer};

/// The themes by the names of their folders. All stand on the first.
static THEMES: [(&str, Dir<'_>); 2] = [
    (
        "default",
        include_dir!("$CARGO_MANIFEST_DIR/themes/default"),
    ),
    ("report", include_dir!("$CARGO_MANIFEST_DIR/themes/report")),
];

/// The themes as they were when the program was compiled.
pub fn layers() -> impl Iterator<Item = ThemeLayer> {
    THEMES.iter().map(|(name, folder)| {
        let mut files = Vec::new();
        collect(folder, &mut files);
        files.sort_by(|a, b| a.path.cmp(&b.path));
        ThemeLayer {
            name: (*name).to_owned(),
            origin: format!("built-in theme {name}"),
            files,
        }
    })
}

fn collect(folder: &Dir<'_>, files: &mut Vec<ThemeFile>) {
    for file in folder.files() {
        let hidden = file.path().file_name().is_some_and(is_hidden);
        if let (false, Some(path)) = (hidden, file.path().to_str()) {
            files.push(ThemeFile {
                path: path.replace('\\', "/"),
                bytes: file.contents().to_vec(),
            });
        }
    }
    for inner in folder.dirs() {
        collect(inner, files);
    }
}
