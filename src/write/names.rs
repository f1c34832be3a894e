//! Names: which can be written everywhere, and which of them are our own tools.

/// The file that two builds of one folder compete for; it is there only while a build writes.
pub const LOCK: &str = ".boardplan-lock";

const TEMPORARY_START: &str = ".boardplan-";
const TEMPORARY_END: &str = ".tmp";

/// The temporary name of a file while it is written, in the folder of the file itself.
///
/// It holds a hash and not the name, so that a long name does not become too long.
pub fn temporary(path: &str) -> String {
    let hash = blake3::hash(path.as_bytes()).to_hex();
    let name = format!("{TEMPORARY_START}{}{TEMPORARY_END}", &hash[..16]);
    match path.rsplit_once('/') {
        Some((folder, _)) => format!("{folder}/{name}"),
        None => name,
    }
}

/// Whether a path is a temporary file of ours.
pub fn is_temporary(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.starts_with(TEMPORARY_START) && name.ends_with(TEMPORARY_END)
}

/// Whether a path is something that a killed build of ours can have left.
pub fn is_leftover(path: &str) -> bool {
    is_temporary(path) || path == LOCK
}

/// Whether a path may stand in a folder that is about to become ours: what version control and
/// file managers put into folders that people think of as empty.
pub fn is_welcome(path: &str) -> bool {
    matches!(
        path,
        ".gitignore" | ".gitkeep" | ".DS_Store" | "Thumbs.db" | "desktop.ini"
    )
}

/// The longest name that common file systems hold, in bytes.
const LONGEST_NAME: usize = 255;

/// Why a path cannot be written on every computer, or `None` where it can.
///
/// The rules are Windows' own (Microsoft, "Naming Files, Paths, and Namespaces"); they hold
/// everywhere, so that a site that builds here also builds, copies and unpacks there.
pub fn why_not(path: &str) -> Option<&'static str> {
    path.split('/').find_map(why_not_name)
}

fn why_not_name(name: &str) -> Option<&'static str> {
    if matches!(name, "" | "." | "..") {
        return Some("a folder or file without a name");
    }
    if name.len() > LONGEST_NAME {
        return Some("a name of more than 255 bytes");
    }
    if name
        .chars()
        .any(|c| c.is_control() || matches!(c, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|'))
    {
        return Some("a name with one of \\ : * ? \" < > | in it");
    }
    if name.ends_with(['.', ' ']) {
        return Some("a name that ends with a full stop or a space");
    }
    if name.starts_with(TEMPORARY_START) {
        return Some("a name that boardplan keeps for itself");
    }
    let stem = name.split('.').next().unwrap_or(name).trim_end();
    is_device(&stem.to_ascii_lowercase()).then_some("a name that Windows keeps for itself")
}

fn is_device(stem: &str) -> bool {
    let numbered = stem
        .strip_prefix("com")
        .or_else(|| stem.strip_prefix("lpt"))
        .is_some_and(|rest| {
            matches!(
                rest,
                "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³"
            )
        });
    numbered || matches!(stem, "con" | "prn" | "aux" | "nul")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_windows_cannot_hold_are_told_from_those_it_can() {
        for bad in [
            "",
            "a//b",
            "../a",
            "a/.",
            "con",
            "groups/AUX.html",
            "lpt1.txt",
            "a.",
            "b /c",
            "a:b",
            "what?",
            "a\\b",
            "tab\there",
            ".boardplan-x",
        ] {
            assert!(why_not(bad).is_some(), "{bad}");
        }
        for good in [
            "index.html",
            "contact.html",
            "com.html",
            ".well-known/x",
            "cymorth cynnar.html",
        ] {
            assert_eq!(why_not(good), None, "{good}");
        }
        assert!(why_not(&"x".repeat(256)).is_some());
    }

    #[test]
    fn a_temporary_file_stands_beside_its_file_and_is_recognised() {
        let name = temporary("groups/training.html");
        assert!(name.starts_with("groups/.boardplan-"));
        assert!(is_temporary(&name));
        assert_ne!(name, temporary("groups/training.htm"));
        assert!(!is_temporary("groups/notes.tmp"));
    }
}
