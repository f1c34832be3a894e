//! Groups, members and roles.

use std::collections::BTreeMap;

use crate::dates::PartialDate;
use crate::source::{Span, Spanned};

use super::{Contact, Id, Lead, Localised, Owner, PageFacts};

/// A group: the board, an executive, a sub-group, a panel, an outside body.
#[derive(Clone, Debug)]
pub struct Group {
    /// What every page has.
    pub page: PageFacts,
    /// Whether it was made from `index.md` and has no file of its own.
    pub from_index: bool,
    /// Its full name.
    pub name: String,
    /// Its short name.
    pub short_name: Option<Spanned<String>>,
    /// Other names.
    pub aliases: Vec<Spanned<String>>,
    /// What kind of group it is; `None` where it was not said.
    pub kind: Option<String>,
    /// The groups it reports to.
    pub reports_to: Vec<Id<Localised<Group>>>,
    /// Where the first of them stands.
    pub reports_to_at: Option<Span>,
    /// Who chairs it.
    pub chair: Vec<Lead>,
    /// Who sits on it.
    pub members: Vec<Seat>,
    /// Boards or groups it is shared with: the words, and the group where it is known.
    pub shared_with: Vec<(Spanned<String>, Option<Owner>)>,
    /// When it was set up.
    pub established: Option<PartialDate>,
    /// When it ended.
    pub ended: Option<PartialDate>,
    /// How often it meets, in words.
    pub frequency: Option<String>,
    /// Whether it stands outside the board.
    pub outside: bool,
}

impl Group {
    /// Whether it is of a kind, in any case.
    #[must_use]
    pub fn is(&self, kind: &str) -> bool {
        self.kind
            .as_deref()
            .is_some_and(|own| own.eq_ignore_ascii_case(kind))
    }
}

/// Who sits on a group, or belongs to a collective.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Where it stands.
    pub span: Span,
    /// The post, in words.
    pub role: Option<String>,
    /// The partner, group or role, in words.
    pub member: Option<String>,
    /// Who is meant, where known; for `all groups` and `all members` each of them.
    pub owners: Vec<Owner>,
}

/// A member: a partner agency.
#[derive(Clone, Debug)]
pub struct Member {
    /// What every page has.
    pub page: PageFacts,
    /// Its full name.
    pub name: String,
    /// Its short name.
    pub short_name: Option<Spanned<String>>,
    /// Other names.
    pub aliases: Vec<Spanned<String>>,
    /// What kind of body it is.
    pub kind: Option<String>,
    /// Its website.
    pub website: Option<String>,
    /// How to reach it.
    pub contact: Option<Contact>,
}

/// A role: a post that leads work.
#[derive(Clone, Debug)]
pub struct Role {
    /// Where it stands.
    pub span: Span,
    /// Its id on the roles page.
    pub anchor: String,
    /// The post.
    pub name: String,
    /// Other names.
    pub aliases: Vec<Spanned<String>>,
    /// The member it belongs to.
    pub member: Option<Id<Localised<Member>>>,
    /// Who holds it.
    pub holder: Option<String>,
    /// The same in other languages, by code.
    pub translations: BTreeMap<String, RoleWords>,
}

/// What a translation says of a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleWords {
    /// The post.
    pub name: String,
    /// Who holds it.
    pub holder: Option<String>,
}

impl Role {
    /// The post in a language if it was translated, else as it was first written.
    #[must_use]
    pub fn name_in(&self, language: &str) -> &str {
        self.translations
            .get(language)
            .map_or(&self.name, |words| &words.name)
    }

    /// Who holds it, in a language if that was translated.
    #[must_use]
    pub fn holder_in(&self, language: &str) -> Option<&str> {
        self.translations
            .get(language)
            .and_then(|words| words.holder.as_deref())
            .or(self.holder.as_deref())
    }
}
