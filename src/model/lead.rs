//! Who leads, supports, owns, sponsors or chairs.

use std::ops::Range;

use crate::source::Span;

use super::{Group, Id, Localised, Member, Prose, Role};

/// A group, member or role that can answer for something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    /// A group.
    Group(Id<Localised<Group>>),
    /// A member.
    Member(Id<Localised<Member>>),
    /// A role.
    Role(Id<Role>),
}

/// In which part an owner is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// As itself.
    Itself,
    /// Its chair.
    Chair,
    /// Its members.
    Members,
    /// One who speaks for it.
    Representative,
    /// All of it.
    All,
}

/// A lead: the author's words, and who is meant by them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lead {
    /// The words as printed.
    pub words: String,
    /// Where they stand.
    pub span: Span,
    /// Who is meant. Empty where nobody is known by these words (a message says so).
    pub parts: Vec<LeadPart>,
    /// A remark.
    pub note: Option<Prose>,
}

/// One of those who are meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeadPart {
    /// Who.
    pub owner: Owner,
    /// As what.
    pub part: Part,
    /// The bytes of the words that name it; `None` where the author said it in `who`.
    pub words: Option<Range<usize>>,
}
