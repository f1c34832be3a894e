//! What the checks find: their messages, by code.

use crate::derive::health::{Asked, Finding};
use crate::diagnostic::{Code, Diagnostic, Place, codes};
use crate::model::Entity;
use crate::source::Span;

/// What is past its date and not finished.
pub(super) fn overdue(asked: &Asked<'_>) -> Vec<Finding> {
    let mut found = found(asked, &[&codes::OVERDUE]);
    found.sort_by_key(|finding| {
        let when = super::subject::when(asked.site, finding.about, finding.place);
        when.and_then(|(_, day)| day)
    });
    found
}

/// What is under way without a note for six months.
pub(super) fn no_progress(asked: &Asked<'_>) -> Vec<Finding> {
    found(asked, &[&codes::NO_PROGRESS])
}

/// What nobody leads.
pub(super) fn no_lead(asked: &Asked<'_>) -> Vec<Finding> {
    found(asked, &[&codes::NO_LEAD])
}

/// What has no measure.
pub(super) fn no_measure(asked: &Asked<'_>) -> Vec<Finding> {
    found(asked, &[&codes::NO_MEASURE])
}

/// Pages and statements past their review.
pub(super) fn past_review(asked: &Asked<'_>) -> Vec<Finding> {
    let mut found = found(asked, &[&codes::PAST_REVIEW, &codes::STATEMENT_PAST_REVIEW]);
    for finding in &mut found {
        // The statement is made from the settings.
        if finding.about == Entity::Home {
            finding.about = Entity::Statement;
        }
    }
    found
}

/// Abbreviations that nothing explains, each at its first use.
pub(super) fn unexplained_abbreviation(asked: &Asked<'_>) -> Vec<Finding> {
    found(asked, &[&codes::UNEXPLAINED_ABBREVIATION])
}

/// Terms that no text uses.
pub(super) fn unused_term(asked: &Asked<'_>) -> Vec<Finding> {
    found(asked, &[&codes::UNUSED_TERM])
}

/// Terms that are explained twice, or share an abbreviation.
pub(super) fn same_term(asked: &Asked<'_>) -> Vec<Finding> {
    let codes = [
        &codes::SAME_NAME,
        &codes::SAME_SHORT_NAME,
        &codes::SAME_ABBREVIATION,
    ];
    let mut found = found(asked, &codes);
    found.retain(|finding| matches!(finding.about, Entity::Term(_) | Entity::Glossary));
    found
}

fn found(asked: &Asked<'_>, codes: &[&'static Code]) -> Vec<Finding> {
    asked
        .messages
        .iter()
        .filter(|message| codes.iter().any(|code| code.name == message.code.name))
        .filter_map(|message| {
            let place = place(message)?;
            Some(Finding {
                about: asked.subjects.at(asked.site, place)?,
                place,
                when: None,
                sentence: format!("{}.", message.message),
            })
        })
        .collect()
}

fn place(message: &Diagnostic) -> Option<Span> {
    match &message.primary {
        Place::Content(span) => Some(*span),
        Place::Path(_) | Place::Theme { .. } => None,
    }
}
