//! A folder says what a file is: from a path to its kind, language and address.

use crate::output::OutputPath;

/// What a file below `content/` is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `index.md`
    Site,
    /// `plans/<plan>/plan.md`
    Plan,
    /// `plans/<plan>/<priority>/priority.md`
    Priority,
    /// `plans/<plan>/<priority>/<file>.md`
    Action,
    /// Any other page beside `plan.md`.
    PlanPage,
    /// `groups/<file>.md`
    Group,
    /// `members/<file>.md`
    Member,
    /// `meetings/<file>.md`
    Cycle,
    /// `pages/…/<file>.md`
    Page,
    /// `glossary.md`
    Glossary,
    /// `strategies.md`
    Strategies,
    /// `roles.md`
    Roles,
}

/// Where a page belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// What it is.
    pub kind: Kind,
    /// The path of its original below `content/`, without language and `.md`: `groups/training`.
    pub stem: String,
    /// The language of a translation.
    pub language: Option<String>,
    /// Where it is published.
    pub address: OutputPath,
}

impl Location {
    /// The folder of its plan, for a plan and all in it.
    #[must_use]
    pub fn plan(&self) -> Option<&str> {
        self.stem.strip_prefix("plans/")?.split('/').next()
    }

    /// The folder of its priority, for a priority and its actions.
    #[must_use]
    pub fn priority(&self) -> Option<&str> {
        matches!(self.kind, Kind::Priority | Kind::Action)
            .then(|| self.stem.split('/').nth(2))
            .flatten()
    }

    /// The last part of its name, for a plan or priority that of its folder: what authors call it.
    #[must_use]
    pub fn name(&self) -> &str {
        let path = match self.kind {
            Kind::Plan | Kind::Priority => {
                self.stem.rsplit_once('/').map_or("", |(folder, _)| folder)
            }
            _ => self.stem.as_str(),
        };
        path.rsplit('/').next().unwrap_or_default()
    }
}

/// What a path below `content/` stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A page.
    Page(Location),
    /// A Markdown file where the tree has no place for one; holds the place nearest to it.
    Nowhere(&'static str),
    /// A page whose folder or file has a name in capitals that must be in small letters; holds the
    /// path as it should be.
    WrongCase(String),
    /// A picture or document that a page may use.
    Asset,
    /// A file that is passed over in silence.
    Ignored,
}

/// Finds out what a file is. `languages` are those of translations, without the site's own.
#[must_use]
pub fn place(path: &str, languages: &[String]) -> Place {
    if is_ignored(path) {
        return Place::Ignored;
    }
    let Some(stem) = markdown_stem(path) else {
        return Place::Asset;
    };
    let (stem, language) = split_language(stem, languages);
    if let Some(right) = right_case(stem) {
        return Place::WrongCase(right + &path[stem.len()..]);
    }
    match kind(stem) {
        Ok(kind) => Place::Page(Location {
            address: address(stem, &kind, language),
            kind,
            stem: stem.to_owned(),
            language: language.map(str::to_owned),
        }),
        Err(nearest) => Place::Nowhere(nearest),
    }
}

/// The language that a file name seems to name and that the site does not list.
#[must_use]
pub fn unlisted_language<'a>(path: &'a str, languages: &[String]) -> Option<&'a str> {
    let name = markdown_stem(path)?.rsplit('/').next()?;
    let (_, language) = name.rsplit_once('.')?;
    let looks = language.len() == 2 && language.chars().all(|c| c.is_ascii_lowercase());
    (looks && !languages.iter().any(|known| known == language)).then_some(language)
}

/// The path without `.md` in any case.
#[must_use]
pub fn markdown_stem(path: &str) -> Option<&str> {
    let cut = path.len().checked_sub(3)?;
    let ending = path.get(cut..)?;
    ending.eq_ignore_ascii_case(".md").then(|| &path[..cut])
}

fn is_ignored(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let lower = name.to_lowercase();
    path.split('/').any(|part| part.starts_with(['_', '.']))
        || matches!(lower.as_str(), "readme.md" | "thumbs.db" | "desktop.ini")
        || name.starts_with("~$")
        || name.ends_with('~')
        || lower.ends_with(".bak")
}

/// Whether a text has the form of a language's code in small letters, with subtags or not (BCP 47):
/// `cy`, `gsw`, `en-GB`.
#[must_use]
pub fn is_language_code(text: &str) -> bool {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.chars().all(|c| c.is_ascii_lowercase())
        && parts.all(|part| {
            (2..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric())
        })
}

fn split_language<'a>(stem: &'a str, languages: &[String]) -> (&'a str, Option<&'a str>) {
    match stem.rsplit_once('.') {
        Some((before, language))
            if !before.is_empty() && languages.iter().any(|known| known == language) =>
        {
            (before, Some(language))
        }
        _ => (stem, None),
    }
}

/// The path in which the names that say what a page is are in small letters, where they are not.
fn right_case(stem: &str) -> Option<String> {
    const FOLDERS: [&str; 5] = ["plans", "groups", "members", "meetings", "pages"];
    const FILES: [&str; 4] = ["index", "glossary", "strategies", "roles"];
    let mut parts: Vec<&str> = stem.split('/').collect();
    let in_plans = parts[0].eq_ignore_ascii_case("plans");
    let known: &[&str] = match parts.len() {
        1 => &FILES,
        3 if in_plans => &["plan"],
        4 if in_plans => &["priority"],
        _ => &[],
    };
    let in_small = |part: &str, known: &[&'static str]| {
        known
            .iter()
            .copied()
            .find(|name| name.eq_ignore_ascii_case(part))
    };
    let (first, last) = (parts[0], parts[parts.len() - 1]);
    if parts.len() > 1
        && let Some(folder) = in_small(first, &FOLDERS)
    {
        parts[0] = folder;
    }
    if let (Some(name), Some(part)) = (in_small(last, known), parts.last_mut()) {
        *part = name;
    }
    let right = parts.join("/");
    (right != stem).then_some(right)
}

/// The kind of a page, or the nearest place where the tree would have room for it.
fn kind(stem: &str) -> Result<Kind, &'static str> {
    let parts: Vec<&str> = stem.split('/').collect();
    match parts.as_slice() {
        ["index"] => Ok(Kind::Site),
        ["glossary"] => Ok(Kind::Glossary),
        ["strategies"] => Ok(Kind::Strategies),
        ["roles"] => Ok(Kind::Roles),
        ["plans", _, "plan"] => Ok(Kind::Plan),
        ["plans", _, _] => Ok(Kind::PlanPage),
        ["plans", _, _, "priority"] => Ok(Kind::Priority),
        ["plans", _, _, _] => Ok(Kind::Action),
        ["groups", _] => Ok(Kind::Group),
        ["members", _] => Ok(Kind::Member),
        ["meetings", _] => Ok(Kind::Cycle),
        ["pages", ..] if parts.len() > 1 => Ok(Kind::Page),
        ["plans", ..] => Err("content/plans/<plan>/<priority>/"),
        ["groups", ..] => Err("content/groups/"),
        ["members", ..] => Err("content/members/"),
        ["meetings", ..] => Err("content/meetings/"),
        _ => Err("content/pages/"),
    }
}

fn address(stem: &str, kind: &Kind, language: Option<&str>) -> OutputPath {
    let path = match kind {
        Kind::Plan | Kind::Priority => {
            let folder = stem.rsplit_once('/').map_or("", |(folder, _)| folder);
            format!("{folder}/index.html")
        }
        Kind::Page => format!("{}.html", stem.strip_prefix("pages/").unwrap_or(stem)),
        _ => format!("{stem}.html"),
    };
    OutputPath::new(match language {
        Some(language) => format!("{language}/{path}"),
        None => path,
    })
}

/// The reference that a file or folder name begins with: `1.1-one-front-door` → `1.1`.
#[must_use]
pub fn reference_in(name: &str) -> Option<&str> {
    let digits = name
        .find(|character: char| !(character.is_ascii_digit() || character == '.'))
        .unwrap_or(name.len());
    let number = name[..digits].trim_end_matches('.');
    let rest = &name[digits..];
    let letter = rest
        .chars()
        .next()
        .filter(char::is_ascii_lowercase)
        .map_or(0, char::len_utf8);
    let ends = |rest: &str| rest.is_empty() || rest.starts_with(['-', '_', ' ']);
    if number.is_empty() || !number.starts_with(|c: char| c.is_ascii_digit()) {
        None
    } else if ends(rest) {
        Some(number)
    } else if ends(&rest[letter..]) {
        Some(&name[..digits + letter])
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str) -> (Kind, String, Option<String>) {
        match place(path, &["cy".to_owned()]) {
            Place::Page(location) => (
                location.kind,
                location.address.to_string(),
                location.language,
            ),
            other => panic!("{path}: {other:?}"),
        }
    }

    #[test]
    fn an_address_mirrors_the_path() {
        let table = [
            ("index.md", Kind::Site, "index.html"),
            ("index.cy.md", Kind::Site, "cy/index.html"),
            (
                "plans/2026-2029/plan.md",
                Kind::Plan,
                "plans/2026-2029/index.html",
            ),
            (
                "plans/2026-2029/foreword.md",
                Kind::PlanPage,
                "plans/2026-2029/foreword.html",
            ),
            (
                "plans/a/1-b/priority.cy.md",
                Kind::Priority,
                "cy/plans/a/1-b/index.html",
            ),
            (
                "plans/a/1-b/1.1-c.md",
                Kind::Action,
                "plans/a/1-b/1.1-c.html",
            ),
            (
                "groups/training.cy.md",
                Kind::Group,
                "cy/groups/training.html",
            ),
            ("groups/Training.MD", Kind::Group, "groups/Training.html"),
            (
                "pages/policies/complaints.md",
                Kind::Page,
                "policies/complaints.html",
            ),
            ("meetings/2026-27.md", Kind::Cycle, "meetings/2026-27.html"),
        ];
        for (path, kind, address) in table {
            let (found_kind, found_address, _) = found(path);
            assert_eq!(
                (found_kind, found_address.as_str()),
                (kind, address),
                "{path}"
            );
        }
        assert_eq!(
            place("groups/a/b.md", &[]),
            Place::Nowhere("content/groups/")
        );
        assert_eq!(place("notes.md", &[]), Place::Nowhere("content/pages/"));
        for (path, right) in [
            ("Groups/a.md", "groups/a.md"),
            ("Index.md", "index.md"),
            ("Plans/X/1-A/Priority.cy.md", "plans/X/1-A/priority.cy.md"),
        ] {
            let found = place(path, &["cy".to_owned()]);
            assert_eq!(found, Place::WrongCase(right.to_owned()));
        }
        assert!(matches!(place("plans/x/1-a/Plan.md", &[]), Place::Page(_)));
        assert_eq!(place("groups/map.png", &[]), Place::Asset);
        assert_eq!(place("_old/x.md", &[]), Place::Ignored);
        assert_eq!(place("groups/README.md", &[]), Place::Ignored);
        assert_eq!(unlisted_language("groups/a.fr.md", &[]), Some("fr"));
        assert_eq!(unlisted_language("plans/x/1-a/1.1.md", &[]), None);
    }

    #[test]
    fn a_reference_is_the_number_that_a_name_begins_with() {
        assert_eq!(reference_in("1.10-one"), Some("1.10"));
        assert_eq!(reference_in("1-early-help"), Some("1"));
        assert_eq!(reference_in("2a-x"), Some("2a"));
        assert_eq!(reference_in("3"), Some("3"));
        assert_eq!(reference_in("early-help"), None);
        assert_eq!(reference_in("2nd-chance"), None);
    }
}
