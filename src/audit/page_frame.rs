//! What every page must have: a title, a language and one heading of the first level
//! (WCAG 2.2, criteria 2.4.2, 3.1.1 and 2.4.6).

use crate::audit::Finding;
use crate::audit::facts::PageFacts;
use crate::audit::site::Site;

pub(super) fn find(page: &PageFacts<'_>, _: &Site<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut missing = |message: &str, help: &str, offset: usize| {
        findings.push(Finding {
            message: message.to_owned(),
            help: help.to_owned(),
            offset,
        });
    };
    if page.title.trim().is_empty() {
        missing(
            "The page has no title",
            "Put <title>{{ page.head_title }}</title> into the head of the layout.",
            0,
        );
    }
    if page
        .language
        .as_deref()
        .is_none_or(|language| language.trim().is_empty())
    {
        missing(
            "The page does not say which language it is in",
            "Begin the layout with <html lang=\"{{ page.language }}\">.",
            0,
        );
    }
    match page.first_headings.as_slice() {
        [_] => {}
        [] => missing(
            "The page has no heading of the first level",
            "Show page.title as <h1>.",
            0,
        ),
        [_, second, ..] => missing(
            &format!(
                "The page has {} headings of the first level",
                page.first_headings.len()
            ),
            "Make all but the title of the page <h2> or lower.",
            *second,
        ),
    }
    findings
}
