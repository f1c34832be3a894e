//! Messages about files and folders as such: names, places, addresses. No text is looked at.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Diagnostics, Place as Where, codes};
use crate::output::OutputPath;
use crate::source::{Entry, FileId, Found, Sources, Span};

use super::kind::{Kind, Location, Place, place, unlisted_language};

/// Addresses that the program uses itself, without `.html`.
pub const RESERVED: [&str; 14] = [
    "404",
    "search",
    "a-z",
    "actions",
    "calendar",
    "outcomes",
    "timeline",
    "accessibility",
    "glossary",
    "strategies",
    "roles",
    "groups/index",
    "members/index",
    "plans/index",
];

/// Folders that the program fills itself.
pub const RESERVED_FOLDERS: [&str; 4] = ["assets", "data", "calendar", "actions"];

/// Pages that the program makes beside those of each plan.
const RESERVED_IN_PLANS: [&str; 2] = ["whole-plan", "measures"];

/// All messages about the files as such, and the places of the files that a folder lacks.
/// `languages` are those of translations, if they are known.
#[must_use]
pub fn check(
    sources: &Sources,
    known_languages: Option<&[String]>,
) -> (Diagnostics, Vec<Location>) {
    let languages = known_languages.unwrap_or_default();
    let mut messages = Diagnostics::new();
    let mut pages: Vec<(FileId, Location)> = Vec::new();
    let mut wrong_cases: BTreeMap<FileId, Diagnostic> = BTreeMap::new();
    let mut wrong_names: BTreeSet<&str> = BTreeSet::new();
    for (file, entry) in sources.entries() {
        match place(&entry.path, languages) {
            Place::Ignored => continue,
            Place::Nowhere(nearest) => messages.push(misplaced(file, entry, nearest)),
            Place::Page(_) if entry.found == Found::EmptyFolder => {
                messages.push(misplaced(file, entry, "content/pages/"));
            }
            Place::WrongCase(right) => {
                let (wrong, message) = wrong_case(sources, file, &entry.path, &right);
                // Of a folder one message is enough, whatever it holds.
                if wrong_names.insert(wrong) {
                    wrong_cases.insert(file, message);
                }
            }
            Place::Page(location) => pages.push((file, location)),
            Place::Asset => {}
        }
        messages.extend(name(file, &entry.path));
        if let Some(languages) = known_languages
            && let Some(language) = unlisted_language(&entry.path, languages)
        {
            messages.push(unlisted(file, language));
        }
    }
    let (missing_messages, missing, named) = missing(sources, &pages);
    messages.extend(missing_messages);
    wrong_cases.retain(|file, _| !named.contains(file));
    messages.extend(wrong_cases.into_values());
    messages.extend(addresses(sources, &pages, languages));
    messages.extend(twins(&pages));
    (messages, missing)
}

fn misplaced(file: FileId, entry: &Entry, nearest: &str) -> Diagnostic {
    let message = match entry.found {
        Found::EmptyFolder => "A folder ends in .md; pages are files",
        _ => "There is no place for a page here; it is not published",
    };
    let help = match entry.found {
        Found::EmptyFolder => "Give the folder a name without .md, or delete it.".to_owned(),
        _ => format!("Move it to {nearest}."),
    };
    Diagnostic::new(&codes::MISPLACED_PAGE, Span::whole(file), message, help)
}

/// A page that is not found because its name or its folder's is in capitals: the path down to that
/// name, and a message.
fn wrong_case<'p>(
    sources: &Sources,
    file: FileId,
    path: &'p str,
    right: &str,
) -> (&'p str, Diagnostic) {
    let end = path
        .match_indices('/')
        .map(|(at, _)| at)
        .find(|at| path.get(..*at) != right.get(..*at))
        .unwrap_or(path.len());
    let (wrong, right) = (&path[..end], right.get(..end).unwrap_or(right));
    let inside = format!("{right}/");
    let help = if end == path.len() {
        format!("Rename it: {}", last_part(right))
    } else if sources
        .entries()
        .any(|(_, other)| other.path.starts_with(&inside))
    {
        format!("Move what the folder holds to content/{inside}.")
    } else {
        format!("Rename the folder: {}", last_part(right))
    };
    let message = Diagnostic::new(
        &codes::MISPLACED_PAGE,
        Span::whole(file),
        format!(
            "The name \u{201c}{}\u{201d} must be in small letters; what it names is not published",
            last_part(wrong)
        ),
        help,
    );
    (wrong, message)
}

fn last_part(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn name(file: FileId, path: &str) -> Option<Diagnostic> {
    let whole = Span::whole(file);
    if let Some(part) = path.split('/').find(|part| !windows_can_hold(part)) {
        return Some(Diagnostic::new(
            &codes::BAD_FILE_NAME,
            whole,
            format!("Windows computers cannot hold the name \u{201c}{part}\u{201d}"),
            rename(part),
        ));
    }
    let awkward = path.split('/').find(|part| {
        part.chars()
            .any(|c| !c.is_ascii() || c.is_whitespace() || "#?%&".contains(c))
    })?;
    Some(Diagnostic::new(
        &codes::AWKWARD_FILE_NAME,
        whole,
        format!(
            "The name \u{201c}{awkward}\u{201d} makes a web address that is hard to read and to copy"
        ),
        rename(awkward),
    ))
}

/// What to call a file instead, where any of its letters can stand in an address.
fn rename(name: &str) -> String {
    let plain = plain_name(name);
    let stem = plain
        .rsplit_once('.')
        .map_or(plain.as_str(), |(stem, _)| stem);
    if stem.contains(|c: char| c.is_ascii_alphanumeric()) {
        format!("Rename it: {plain}")
    } else {
        "Give it a name of the letters a to z, digits and hyphens.".to_owned()
    }
}

/// Names that Windows refuses (Microsoft, "Naming Files, Paths, and Namespaces").
#[must_use]
pub fn windows_can_hold(name: &str) -> bool {
    const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
    let base = name.split('.').next().unwrap_or_default().to_lowercase();
    let numbered = (base.starts_with("com") || base.starts_with("lpt"))
        && base.len() == 4
        && base.ends_with(|c: char| c.is_ascii_digit());
    !(name.contains(['\\', ':', '*', '?', '"', '<', '>', '|'])
        || name.chars().any(char::is_control)
        || name.ends_with(['.', ' '])
        || DEVICES.contains(&base.as_str())
        || numbered)
}

/// The same name with plain letters, digits, dots and hyphens.
fn plain_name(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let mut plain = String::new();
    for character in name.nfd() {
        if character.is_ascii_alphanumeric() || character == '.' || character == '_' {
            plain.push(character);
        } else if character == '&' {
            plain.push_str("and");
        } else if !unicode_normalization::char::is_combining_mark(character)
            && !plain.ends_with('-')
        {
            plain.push('-');
        }
    }
    let plain = plain.trim_matches('-').replace("-.", ".");
    let plain = plain.trim_end_matches('.').to_owned();
    if windows_can_hold(&plain) {
        plain
    } else {
        format!("page-{plain}")
    }
}

fn unlisted(file: FileId, language: &str) -> Diagnostic {
    Diagnostic::new(
        &codes::UNLISTED_LANGUAGE,
        Span::whole(file),
        format!(
            "This looks like a translation into the language \u{201c}{language}\u{201d}, which the site does not have"
        ),
        format!(
            "Add \u{201c}{language}\u{201d} to \u{201c}languages\u{201d} in index.md, or take .{language} out of the file name."
        ),
    )
}

/// Folders that lack the file that says what they are: the messages, the places, and the files that
/// were meant but have another name.
fn missing(
    sources: &Sources,
    pages: &[(FileId, Location)],
) -> (Diagnostics, Vec<Location>, BTreeSet<FileId>) {
    let mut plans = BTreeSet::new();
    let mut priorities = BTreeSet::new();
    let mut have = BTreeSet::new();
    for (_, location) in pages {
        if location.language.is_some() {
            continue;
        }
        have.insert(location.stem.clone());
        if let Some(plan) = location.plan() {
            plans.insert(format!("plans/{plan}"));
            if let Some(priority) = location.priority() {
                priorities.insert(format!("plans/{plan}/{priority}"));
            }
        }
    }
    let mut messages = Diagnostics::new();
    let mut named = BTreeSet::new();
    let mut lacks = |path: String, message: &str, help: &str| {
        let meant = misnamed(sources, &path);
        let help = match meant {
            Some((_, there)) => {
                format!(
                    "The file content/{there} is there; rename it: {}",
                    last_part(&path)
                )
            }
            None => help.to_owned(),
        };
        named.extend(meant.map(|(file, _)| file));
        messages.push(Diagnostic::new(
            &codes::MISSING_FILE,
            Where::Path(format!("content/{path}")),
            message,
            help,
        ));
    };
    if !have.contains("index") {
        let empty = sources.content.is_empty();
        lacks(
            "index.md".to_owned(),
            if empty {
                "There is nothing in the folder content yet"
            } else {
                "The page index.md is missing: it names the board"
            },
            "Write content/index.md with \u{201c}board\u{201d} and \u{201c}accessibility\u{201d}, or start in an empty folder with: boardplan init",
        );
    }
    let mut stand_ins = Vec::new();
    for folder in plans {
        if !have.contains(&format!("{folder}/plan")) {
            stand_ins.extend(location_of(&format!("{folder}/plan.md")));
            lacks(
                format!("{folder}/plan.md"),
                "A folder of a plan needs a file plan.md",
                "Make a text file with this name. It begins with a line ---, then \u{201c}title: …\u{201d}, \u{201c}period: April 2026 to March 2029\u{201d}, then another line ---.",
            );
        }
    }
    for folder in priorities {
        if !have.contains(&format!("{folder}/priority")) {
            stand_ins.extend(location_of(&format!("{folder}/priority.md")));
            lacks(
                format!("{folder}/priority.md"),
                "A folder of actions needs a file priority.md",
                "Make a text file with this name. It begins with a line ---, then \u{201c}title: …\u{201d}, then another line ---.",
            );
        }
    }
    (messages, stand_ins, named)
}

/// A file that was meant to have a name: it is in capitals, or Windows has put `.txt` behind it.
fn misnamed<'s>(sources: &'s Sources, path: &str) -> Option<(FileId, &'s str)> {
    let is_meant = |there: &str| {
        let cut = there.len().saturating_sub(".txt".len());
        let stem = match there.get(cut..) {
            Some(ending) if ending.eq_ignore_ascii_case(".txt") => &there[..cut],
            _ => there,
        };
        stem.eq_ignore_ascii_case(path)
    };
    sources
        .entries()
        .find(|(_, entry)| is_meant(&entry.path))
        .map(|(file, entry)| (file, entry.path.as_str()))
}

fn location_of(path: &str) -> Option<Location> {
    match place(path, &[]) {
        Place::Page(location) => Some(location),
        Place::Nowhere(_) | Place::WrongCase(_) | Place::Asset | Place::Ignored => None,
    }
}

/// Two files at one address, and files at addresses that the program uses itself.
fn addresses(sources: &Sources, pages: &[(FileId, Location)], languages: &[String]) -> Diagnostics {
    let mut taken: BTreeMap<String, FileId> = BTreeMap::new();
    let mut messages = Diagnostics::new();
    for (file, location) in pages {
        let address = location.address.as_str().to_lowercase();
        if is_reserved(location, languages) {
            messages.push(Diagnostic::new(
                &codes::RESERVED_ADDRESS,
                Span::whole(*file),
                format!(
                    "The address {} belongs to a page that boardplan makes itself",
                    location.address
                ),
                "Give the file another name.",
            ));
        } else if let Some(first) = taken.get(&address) {
            let other = sources
                .entry(*first)
                .map_or_else(String::new, |entry| format!("content/{}", entry.path));
            messages.push(
                Diagnostic::new(
                    &codes::SAME_ADDRESS,
                    Span::whole(*file),
                    format!("This file and {other} would both be published at {}", location.address),
                    "Give one of them another name. Names that differ only in capitals are one address.",
                )
                .with_secondary(Span::whole(*first), "the other file"),
            );
        } else {
            taken.insert(address, *file);
        }
    }
    messages
}

fn is_reserved(location: &Location, languages: &[String]) -> bool {
    let path = location.address.as_str().to_lowercase();
    let path = match &location.language {
        Some(language) => without_language(&path, std::slice::from_ref(language)),
        None => &path,
    };
    let makes_it = matches!(
        location.kind,
        Kind::Site | Kind::Glossary | Kind::Strategies | Kind::Roles
    ) || location.stem == "pages/accessibility";
    let is_of_language = without_language(path, languages) != path;
    !makes_it
        && (is_made(path)
            || is_of_language
            || (location.kind == Kind::Page && path == "index.html"))
}

/// Whether the program publishes a page of its own at an address; `languages` are those of
/// translations.
#[must_use]
pub fn is_own_address(address: &OutputPath, languages: &[String]) -> bool {
    let path = address.as_str().to_lowercase();
    is_made(without_language(&path, languages))
}

/// Whether the program makes what stands at a path, in lower case and without its language.
fn is_made(path: &str) -> bool {
    let stem = path.strip_suffix(".html").unwrap_or(path);
    let segments: Vec<&str> = stem.split('/').collect();
    RESERVED.contains(&stem)
        || matches!(segments[..], [folder, _, ..] if RESERVED_FOLDERS.contains(&folder))
        || matches!(segments[..], ["plans", _, name] if RESERVED_IN_PLANS.contains(&name))
}

/// A path without the folder of a language in front.
fn without_language<'p>(path: &'p str, languages: &[String]) -> &'p str {
    match path.split_once('/') {
        Some((folder, rest)) if languages.iter().any(|language| language == folder) => rest,
        _ => path,
    }
}

fn twins(pages: &[(FileId, Location)]) -> Diagnostics {
    let originals: BTreeSet<&str> = pages
        .iter()
        .filter(|(_, location)| location.language.is_none())
        .map(|(_, location)| location.stem.as_str())
        .collect();
    pages
        .iter()
        .filter(|(_, location)| {
            location.language.is_some() && !originals.contains(location.stem.as_str())
        })
        .map(|(file, location)| {
            Diagnostic::new(
                &codes::TWIN_WITHOUT_ORIGINAL,
                Span::whole(*file),
                format!(
                    "This is a translation, but its original {}.md is not there",
                    location.stem
                ),
                format!(
                    "Write content/{}.md first, or correct the name of this file.",
                    location.stem
                ),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_the_program_uses_itself() {
        let languages = ["cy".to_owned()];
        let is_own = |path| is_own_address(&OutputPath::new(path), &languages);
        for path in [
            "search.html",
            "cy/search.html",
            "Actions.html",
            "actions/overdue.html",
            "calendar/board/2026-06-16.ics",
            "plans/2026-2029/whole-plan.html",
            "cy/plans/2026-2029/measures.html",
        ] {
            assert!(is_own(path), "{path}");
        }
        for path in [
            "research.html",
            "fr/search.html",
            "plans/whole-plan.html",
            "plans/2026-2029/1-early-help/measures.html",
            "search/old.html",
        ] {
            assert!(!is_own(path), "{path}");
        }
    }

    #[test]
    fn a_file_that_is_called_otherwise_is_named() {
        let entry = |path: &str| Entry {
            path: path.to_owned(),
            found: Found::File(Vec::new()),
        };
        for there in ["Index.md", "index.md.txt", "INDEX.MD.TXT"] {
            let sources = Sources {
                content: vec![entry(there)],
                ..Sources::default()
            };
            let found = misnamed(&sources, "index.md").map(|(_, path)| path);
            assert_eq!(found, Some(there));
            assert_eq!(misnamed(&sources, "plan.md"), None);
        }
    }

    #[test]
    fn names_that_windows_refuses_and_what_to_use_instead() {
        for name in ["con", "AUX.md", "a:b.md", "x.", "com1.txt", "what?.md"] {
            assert!(!windows_can_hold(name), "{name}");
            assert!(
                windows_can_hold(&plain_name(name)),
                "{name} {}",
                plain_name(name)
            );
        }
        assert!(windows_can_hold("contact.md"));
        assert!(!rename("\u{627}\u{631}.md").contains(": .md"));
        assert_eq!(rename("A&B.md"), "Rename it: AandB.md");
        assert_eq!(
            plain_name("Tîm Diogelu & Plant.md"),
            "Tim-Diogelu-and-Plant.md"
        );
    }
}
