//! What an author wrote and the program could not read.
//!
//! What is missing for that reason has its message already: a lead that cannot be read is one mistake, and
//! "this action has no lead" would be a second message about it.

use std::collections::BTreeSet;

/// The fields of a page that stand there and could not be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Unread {
    /// All was read.
    #[default]
    Nothing,
    /// These were not, on the page itself or in an entry of it.
    Fields(BTreeSet<String>),
    /// Nothing was read.
    Everything,
}

impl Unread {
    /// Whether a field may stand there although it was not read.
    #[must_use]
    pub fn holds(&self, field: &str) -> bool {
        match self {
            Unread::Nothing => false,
            Unread::Fields(fields) => fields.contains(field),
            Unread::Everything => true,
        }
    }

    /// Notes a field that could not be read.
    pub fn add(&mut self, field: &str) {
        match self {
            Unread::Nothing => *self = Unread::Fields(BTreeSet::from([field.to_owned()])),
            Unread::Fields(fields) => {
                fields.insert(field.to_owned());
            }
            Unread::Everything => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_noted_one_by_one() {
        let mut unread = Unread::default();
        assert!(!unread.holds("lead"));
        unread.add("lead");
        assert!(unread.holds("lead") && !unread.holds("due"));
        assert!(Unread::Everything.holds("due"));
    }
}
