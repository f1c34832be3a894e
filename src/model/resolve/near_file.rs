//! Which file a path may have meant.

use crate::diagnostic::nearest;
use crate::parse::is_picture;

/// The file of the same kind whose own name is nearest to that of a path. The folders that both stand in say nothing.
pub(super) fn nearest_file<'f>(path: &str, files: &'f [String]) -> Option<&'f str> {
    let same_kind: Vec<&str> = files
        .iter()
        .map(String::as_str)
        .filter(|file| FileKind::of(file) == FileKind::of(path))
        .collect();
    let near = nearest(own_name(path), same_kind.iter().map(|file| own_name(file)))?;
    same_kind.into_iter().find(|file| own_name(file) == near)
}

/// The name of a file without its folders.
fn own_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// What a file is for, by the end of its name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum FileKind {
    Page,
    Picture,
    Document,
}

impl FileKind {
    fn of(path: &str) -> Self {
        let end = own_name(path).rsplit_once('.');
        let end = end.map(|(_, end)| end.to_lowercase());
        match end.as_deref() {
            None | Some("md" | "html" | "htm") => Self::Page,
            Some(_) if is_picture(path) => Self::Picture,
            Some(_) => Self::Document,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_file_is_of_the_same_kind_and_has_the_nearest_name() {
        let files = [
            "pages/governance.md",
            "pages/policies/complaints.md",
            "pages/policies/scheme.pdf",
            "pages/structure.svg",
        ]
        .map(str::to_owned);
        for (path, near) in [
            ("pages/policies/governence.md", Some("pages/governance.md")),
            ("pages/policies/structur.png", Some("pages/structure.svg")),
            ("pages/policies/logo.png", None),
            ("pages/policies/x.md", None),
            ("scheme.pdf", Some("pages/policies/scheme.pdf")),
        ] {
            assert_eq!(nearest_file(path, &files), near, "{path}");
        }
    }
}
