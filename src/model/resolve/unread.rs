//! Which names may be unknown only because a page that has them could not be read. That page has its
//! own message, so there is none where the name is used (content format §4).

use std::collections::HashMap;

use crate::parse::{Kind, Lost, RawPage};
use crate::source::FileId;

/// What a name stands for, where it is looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// A group, a member or a role.
    Owner,
    /// A strategy.
    Strategy,
    /// A term of the glossary.
    Term,
    /// A plan.
    Plan,
    /// A priority.
    Priority,
    /// An action.
    Action,
    /// Any other page.
    Page,
    /// A status of a plan.
    Status,
    /// An outcome of a plan.
    Outcome,
    /// A field that a plan adds.
    Field,
}

impl Named {
    /// The pages that hold such names, and the fields that they stand in.
    fn homes(self) -> (&'static [Kind], &'static [&'static str]) {
        match self {
            Named::Owner => (
                &[Kind::Group, Kind::Member, Kind::Roles, Kind::Site],
                &["name", "short_name", "aliases", "board", "roles"],
            ),
            Named::Strategy => (
                &[Kind::Strategies],
                &["name", "short_name", "aliases", "strategies"],
            ),
            Named::Term => (
                &[Kind::Glossary],
                &["term", "abbreviation", "aliases", "meaning", "see", "terms"],
            ),
            Named::Plan => (&[Kind::Plan], &["title"]),
            Named::Priority => (
                &[Kind::Plan, Kind::Priority],
                &["title", "ref", "strategic"],
            ),
            Named::Action => (&[Kind::Plan, Kind::Priority, Kind::Action], &["ref"]),
            Named::Page => (&[Kind::Page, Kind::PlanPage, Kind::Cycle], &["title"]),
            Named::Status => (&[Kind::Plan], &["statuses", "name"]),
            Named::Field => (&[Kind::Plan], &["fields", "id"]),
            Named::Outcome => (&[Kind::Plan], &["outcomes", "ref", "title"]),
        }
    }
}

/// What could not be read, page by page.
#[derive(Clone, Debug, Default)]
pub(super) struct Unread {
    pages: Vec<(Kind, String, Lost)>,
    files: HashMap<FileId, Lost>,
}

impl Unread {
    pub fn new(pages: &[RawPage]) -> Self {
        let unread = || pages.iter().filter(|page| !page.lost.is_nothing());
        Self {
            pages: unread()
                .map(|page| {
                    let location = &page.location;
                    (
                        location.kind.clone(),
                        location.stem.clone(),
                        page.lost.clone(),
                    )
                })
                .collect(),
            files: unread()
                .map(|page| (page.file, page.lost.clone()))
                .collect(),
        }
    }

    /// Whether such a name may stand where nothing could be read.
    pub fn may_hold(&self, what: Named) -> bool {
        let (kinds, fields) = what.homes();
        self.pages
            .iter()
            .any(|(kind, _, lost)| kinds.contains(kind) && lost.holds_any(fields))
    }

    /// Whether the body of a page was not read, and so not its headings.
    pub fn has_no_body(&self, stem: &str) -> bool {
        self.pages
            .iter()
            .any(|(_, known, lost)| known == stem && lost.is_everything())
    }

    /// A value that was read and means nothing.
    pub fn note(&mut self, file: FileId, field: &'static str) {
        self.files.entry(file).or_default().note(field);
    }

    pub fn into_files(self) -> HashMap<FileId, Lost> {
        self.files
    }
}
