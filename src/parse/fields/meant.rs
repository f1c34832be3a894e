//! The field that an author probably meant.

use crate::diagnostic::nearest;
use crate::parse::yaml::Node;
use crate::source::Spanned;

use super::{Field, Shape};

/// What boards call the fields in their own tables, in small letters with spaces, and the names that
/// they may have here; which of them is meant depends on the kind of page.
const OTHER_WORDS: &[(&[&str], &[&str])] = &[
    (&["title"], &["name"]),
    (&["name", "heading"], &["title"]),
    (
        &[
            "owner",
            "lead officer",
            "lead agency",
            "led by",
            "responsible",
            "accountable",
            "who",
            "assigned to",
        ],
        &["lead"],
    ),
    (
        &["supporting", "supported by", "partners", "contributors"],
        &["support"],
    ),
    (
        &[
            "deadline",
            "timescale",
            "timescales",
            "timeframe",
            "by when",
            "when",
            "by",
            "target date",
            "completion date",
            "end date",
        ],
        &["due"],
    ),
    (&["rag", "rag rating", "state", "rating"], &["status"]),
    (
        &[
            "update",
            "updates",
            "comments",
            "commentary",
            "progress notes",
        ],
        &["progress"],
    ),
    (
        &[
            "kpi",
            "kpis",
            "indicator",
            "indicators",
            "success measures",
            "measure of success",
            "evidence",
        ],
        &["measures"],
    ),
    (
        &[
            "intended impact",
            "difference",
            "what difference will it make",
            "so what",
        ],
        &["impact"],
    ),
    (
        &["steps", "activities", "activity", "milestones"],
        &["tasks"],
    ),
    (&["source", "origin", "raised by"], &["identified_by"]),
    (&["abbreviation", "acronym", "initials"], &["short_name"]),
    (&["definition", "description", "explanation"], &["meaning"]),
    (&["venue", "location", "where"], &["place"]),
    (&["day"], &["date"]),
    (&["days", "date"], &["dates"]),
    (&["colour", "color", "colors"], &["colours"]),
    (&["chairperson", "chairman", "chaired by"], &["chair"]),
    (&["parent", "reports to", "accountable to"], &["reports_to"]),
    (&["timeline", "years"], &["period"]),
];

/// The field of a kind of page that is meant by a word that is none: another word for it, or a slip.
#[must_use]
pub fn meant_field<'f>(
    typed: &str,
    fields: impl Iterator<Item = &'f str> + Clone,
) -> Option<&'f str> {
    other_word(typed, fields.clone()).or_else(|| nearest(typed, fields))
}

/// The field that an entry needs and lacks, where it has a word instead that entries of other kinds
/// begin with: `- name: Ombudsman` in a list of terms.
pub(super) fn needed_field<'f>(
    typed: &str,
    fields: impl Iterator<Item = &'f Field>,
    given: &[(Spanned<String>, Node)],
) -> Option<&'f str> {
    let field = fields.into_iter().find(|field| field.required)?;
    let is_first_word = matches!(typed, "name" | "title" | "text");
    let is_text = !matches!(field.shape, Shape::Map(_));
    let is_given = given.iter().any(|(key, _)| key.value == field.name);
    (is_first_word && is_text && !is_given).then_some(field.name)
}

fn other_word<'f>(typed: &str, fields: impl Iterator<Item = &'f str> + Clone) -> Option<&'f str> {
    let typed = typed.to_lowercase().replace(['_', '-'], " ");
    OTHER_WORDS
        .iter()
        .filter(|(words, _)| words.contains(&typed.as_str()))
        .flat_map(|(_, names)| *names)
        .find_map(|name| fields.clone().find(|field| field == name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_stands_for_a_field_that_the_kind_has() {
        let action = ["title", "lead", "due"];
        assert_eq!(other_word("Owner", action.into_iter()), Some("lead"));
        assert_eq!(other_word("target_date", action.into_iter()), Some("due"));
        assert_eq!(other_word("name", action.into_iter()), Some("title"));
        assert_eq!(other_word("venue", action.into_iter()), None);
        assert_eq!(meant_field("titel", action.into_iter()), Some("title"));
    }
}
