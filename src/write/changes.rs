//! What has to change in an output folder: pure, so that every rule can be tested without a disk.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::output::{OutputPath, Outputs};
use crate::read::{Manifest, Previous, Stamp, Standing};

use super::names;

/// One change to an output folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// A file that was not there.
    Create(OutputPath),
    /// A file of ours whose bytes differ.
    Update(OutputPath),
    /// A file of ours that the site no longer has.
    Remove(OutputPath),
}

/// All that has to be done to an output folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files to remove before anything is written, because a file is to stand where they have
    /// their folder, or the reverse, or because their names differ only in capitals.
    pub in_the_way: Vec<Change>,
    /// Files to write, each independent of the others, sorted by path.
    pub writes: Vec<Change>,
    /// Files to remove at the end, sorted by path.
    pub stale: Vec<Change>,
    /// Paths of the last manifest that are no longer part of the site, whether or not a file still
    /// stands there: their folders may have become empty.
    pub abandoned: Vec<OutputPath>,
    /// Leftovers of a killed build, to be removed.
    pub leftovers: Vec<String>,
    /// How many files are already as they must be.
    pub unchanged: usize,
    /// Every file that is or will be ours, to be on record before the first write.
    pub during: Manifest,
    /// The files of the finished site.
    pub after: Manifest,
}

impl Changes {
    /// Whether the files of the site are already as they must be.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.in_the_way.is_empty() && self.writes.is_empty() && self.stale.is_empty()
    }
}

/// Why nothing may be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The folder holds files, and no build of ours made it.
    NotOurs {
        /// The first of its files.
        example: String,
    },
    /// A file of somebody else stands where one of ours must go.
    Occupied {
        /// The file that is in the way.
        by: String,
        /// The file that cannot be written.
        path: OutputPath,
    },
    /// A path that some computers cannot hold.
    BadPath {
        /// The path.
        path: OutputPath,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// Two paths that are one on computers that do not tell capitals from small letters.
    SamePath {
        /// The earlier path.
        first: OutputPath,
        /// The later path.
        second: OutputPath,
    },
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::NotOurs { example } => write!(
                formatter,
                "this folder holds files that boardplan did not make (for example {example}), so \
                 nothing was written. Choose an empty folder with --output, or empty this one"
            ),
            Refusal::Occupied { by, path } => write!(
                formatter,
                "{by} was not made by boardplan and stands where {path} must go. Move it out of \
                 this folder, or choose another folder with --output"
            ),
            Refusal::BadPath { path, reason } => write!(
                formatter,
                "{path} cannot be written on every computer: {reason}"
            ),
            Refusal::SamePath { first, second } => write!(
                formatter,
                "{first} and {second} would be one file on Windows and macOS"
            ),
        }
    }
}

/// Works out what has to change so that a folder holds exactly `outputs` and what is not ours.
///
/// `stamps` holds the stamp of every output, in the order of `outputs`.
///
/// # Errors
///
/// A [`Refusal`] where writing could harm a file that is not ours, or would not work everywhere.
pub fn changes(
    outputs: &Outputs,
    stamps: Vec<Stamp>,
    previous: &Previous,
) -> Result<Changes, Refusal> {
    refuse_bad_paths(outputs)?;
    refuse_foreign_folder(previous)?;
    refuse_occupied(outputs, previous)?;

    let after = Manifest {
        files: outputs
            .iter()
            .map(|(path, _)| path.clone())
            .zip(stamps)
            .collect(),
    };
    let before = previous.manifest.clone().unwrap_or_default();
    let mut changes = Changes {
        leftovers: leftovers(previous),
        abandoned: before
            .files
            .keys()
            .filter(|path| !after.files.contains_key(*path))
            .cloned()
            .collect(),
        ..Changes::default()
    };
    for (path, stamp) in &after.files {
        match previous.standing.get(path.as_str()) {
            Some(Standing::Ours(standing)) if standing == stamp => changes.unchanged += 1,
            Some(_) => changes.writes.push(Change::Update(path.clone())),
            None => changes.writes.push(Change::Create(path.clone())),
        }
    }
    let folders = folders_of(after.files.keys().map(OutputPath::as_str));
    let folded: BTreeSet<String> = after
        .files
        .keys()
        .map(|path| path.as_str().to_lowercase())
        .collect();
    for path in &changes.abandoned {
        // Only what still is the file that we wrote: not a link that took its place.
        if let Some(Standing::Ours(_)) = previous.standing.get(path.as_str()) {
            // Where capitals do not count, `About.html` is the new `about.html`: it must go first.
            let blocks = folders.contains(path.as_str())
                || folded.contains(&path.as_str().to_lowercase())
                || ancestors(path.as_str()).any(|folder| after.files.contains_key(folder));
            let list = if blocks {
                &mut changes.in_the_way
            } else {
                &mut changes.stale
            };
            list.push(Change::Remove(path.clone()));
        }
    }
    let mut during: BTreeMap<_, _> = before.files;
    during.extend(after.files.clone());
    changes.during = Manifest { files: during };
    changes.after = after;
    Ok(changes)
}

fn refuse_bad_paths(outputs: &Outputs) -> Result<(), Refusal> {
    let mut by_folded: BTreeMap<String, &OutputPath> = BTreeMap::new();
    for (path, _) in outputs.iter() {
        if let Some(reason) = names::why_not(path.as_str()) {
            return Err(Refusal::BadPath {
                path: path.clone(),
                reason,
            });
        }
        if let Some(first) = by_folded.insert(path.as_str().to_lowercase(), path) {
            return Err(Refusal::SamePath {
                first: first.clone(),
                second: path.clone(),
            });
        }
    }
    for (folded, path) in &by_folded {
        if let Some(first) = ancestors(folded).find_map(|folder| by_folded.get(folder)) {
            return Err(Refusal::SamePath {
                first: (*first).clone(),
                second: (*path).clone(),
            });
        }
    }
    Ok(())
}

fn refuse_foreign_folder(previous: &Previous) -> Result<(), Refusal> {
    if previous.manifest.is_some() {
        return Ok(());
    }
    match previous
        .standing
        .keys()
        .find(|path| !names::is_welcome(path) && !names::is_leftover(path))
    {
        Some(example) => Err(Refusal::NotOurs {
            example: example.clone(),
        }),
        None => Ok(()),
    }
}

fn refuse_occupied(outputs: &Outputs, previous: &Previous) -> Result<(), Refusal> {
    let wanted: BTreeSet<&str> = outputs.iter().map(|(path, _)| path.as_str()).collect();
    let folders = folders_of(wanted.iter().copied());
    let ours = |path: &str| {
        previous
            .manifest
            .as_ref()
            .is_some_and(|manifest| manifest.files.contains_key(path))
    };
    for path in previous.standing.keys() {
        if ours(path) || names::is_leftover(path) {
            continue;
        }
        let occupied = if wanted.contains(path.as_str()) {
            Some(path.as_str())
        } else if folders.contains(path.as_str()) {
            // A file of theirs stands where a folder of ours must go.
            wanted
                .iter()
                .copied()
                .find(|wanted| ancestors(wanted).any(|folder| folder == path))
        } else {
            // A folder of theirs stands where a file of ours must go.
            ancestors(path).find(|folder| wanted.contains(folder))
        };
        if let Some(occupied) = occupied {
            return Err(Refusal::Occupied {
                by: path.clone(),
                path: OutputPath::new(occupied),
            });
        }
    }
    Ok(())
}

fn leftovers(previous: &Previous) -> Vec<String> {
    previous
        .standing
        .keys()
        .filter(|path| names::is_temporary(path))
        .cloned()
        .collect()
}

fn folders_of<'a>(paths: impl Iterator<Item = &'a str>) -> BTreeSet<&'a str> {
    paths.flat_map(ancestors).collect()
}

/// The folders that a path stands in, the nearest first: `a/b/c` gives `a/b`, `a`.
pub(super) fn ancestors(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(path), |path| {
        path.rsplit_once('/').map(|(folder, _)| folder)
    })
    .skip(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outputs(files: &[(&str, &str)]) -> Outputs {
        let mut outputs = Outputs::default();
        for (path, text) in files {
            outputs.insert(OutputPath::new(*path), *text);
        }
        outputs
    }

    fn previous(ours: &[(&str, &str)], others: &[&str]) -> Previous {
        let stamps = || {
            ours.iter()
                .map(|(path, text)| (*path, Stamp::of(text.as_bytes())))
        };
        let mut standing: BTreeMap<String, Standing> = stamps()
            .map(|(path, stamp)| (path.to_owned(), Standing::Ours(stamp)))
            .collect();
        standing.extend(
            others
                .iter()
                .map(|path| ((*path).to_owned(), Standing::Other)),
        );
        let files = stamps()
            .map(|(path, stamp)| (OutputPath::new(path), stamp))
            .collect();
        Previous {
            manifest: (!ours.is_empty()).then_some(Manifest { files }),
            standing,
        }
    }

    fn plan(files: &[(&str, &str)], previous: &Previous) -> Result<Changes, Refusal> {
        let outputs = outputs(files);
        let stamps = outputs
            .iter()
            .map(|(_, output)| Stamp::of(&output.bytes))
            .collect();
        changes(&outputs, stamps, previous)
    }

    fn path(path: &str) -> OutputPath {
        OutputPath::new(path)
    }

    #[test]
    fn only_what_differs_is_written_and_only_ours_is_removed() {
        let before = previous(
            &[
                ("index.html", "old"),
                ("same.html", "same"),
                ("groups/gone.html", "x"),
            ],
            &["notes.txt"],
        );
        let plan = plan(
            &[
                ("index.html", "new"),
                ("same.html", "same"),
                ("new.html", "n"),
            ],
            &before,
        )
        .unwrap();
        assert_eq!(
            plan.writes,
            [
                Change::Update(path("index.html")),
                Change::Create(path("new.html"))
            ]
        );
        assert_eq!(plan.stale, [Change::Remove(path("groups/gone.html"))]);
        assert_eq!(plan.unchanged, 1);
        assert!(plan.during.files.contains_key("groups/gone.html"));
        assert!(!plan.after.files.contains_key("groups/gone.html"));
    }

    #[test]
    fn a_folder_of_somebody_else_is_refused_and_an_ignore_file_is_welcome() {
        let page = [("index.html", "x")];
        assert!(matches!(
            plan(&page, &previous(&[], &["thesis.docx"])),
            Err(Refusal::NotOurs { example }) if example == "thesis.docx"
        ));
        let welcome = previous(
            &[],
            &[
                ".gitignore",
                "groups/.boardplan-0123.tmp",
                ".boardplan-lock",
            ],
        );
        let plan = plan(&page, &welcome).unwrap();
        assert_eq!(plan.leftovers, ["groups/.boardplan-0123.tmp"]);
    }

    #[test]
    fn a_file_of_somebody_else_is_never_replaced() {
        let occupied = |files: &[(&str, &str)], other: &str| {
            matches!(
                plan(files, &previous(&[("x", "x")], &[other])),
                Err(Refusal::Occupied { .. })
            )
        };
        assert!(occupied(&[("about.html", "")], "about.html"));
        assert!(occupied(&[("groups/a.html", "")], "groups"));
        assert!(occupied(&[("groups", "")], "groups/theirs.txt"));
        assert!(!occupied(&[("about.html", "")], "about.txt"));
    }

    #[test]
    fn what_stands_in_the_way_of_a_new_file_is_removed_first() {
        let before = previous(&[("a", "x"), ("b/c", "x"), ("d", "x"), ("E", "x")], &[]);
        let plan = plan(&[("a/b", ""), ("b", ""), ("e", "")], &before).unwrap();
        assert_eq!(
            plan.in_the_way,
            [
                Change::Remove(path("E")),
                Change::Remove(path("a")),
                Change::Remove(path("b/c"))
            ]
        );
        assert_eq!(plan.stale, [Change::Remove(path("d"))]);
    }

    #[test]
    fn paths_that_some_computers_cannot_hold_are_refused() {
        let nothing = Previous::default();
        assert!(matches!(
            plan(&[("groups/con.html", "")], &nothing),
            Err(Refusal::BadPath { .. })
        ));
        for pair in [["a.html", "A.html"], ["a", "A/b"]] {
            assert!(matches!(
                plan(&[(pair[0], ""), (pair[1], "")], &nothing),
                Err(Refusal::SamePath { .. })
            ));
        }
    }
}
