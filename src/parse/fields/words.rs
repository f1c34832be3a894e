//! How messages name the parts of a page.

use crate::parse::yaml::{Node, NodeValue};

/// What stands there, in words.
pub(super) fn shape_of(node: &Node) -> &'static str {
    match node.value {
        NodeValue::Text { .. } => "text",
        NodeValue::List(_) => "a list",
        NodeValue::Map(_) | NodeValue::Lost => "fields",
    }
}

/// How messages name one entry of a field.
pub(super) fn entry_words(field: &'static str) -> &'static str {
    match field {
        "board" => "the board",
        "contact" => "a contact",
        "accessibility" => "the accessibility statement",
        "report_concern" => "\u{201c}report_concern\u{201d}",
        "logo" => "a logo",
        "colours" => "\u{201c}colours\u{201d}",
        "navigation" | "items" => "a menu entry",
        "outcomes" => "an outcome",
        "statuses" => "a status",
        "budget" => "a budget line",
        "columns" => "a column",
        "fields" => "a field of the plan",
        "words" => "a word",
        "period" => "a period",
        "tasks" => "a row of tasks",
        "lead" | "support" => "a lead",
        "progress" => "a progress note",
        "measures" => "a measure",
        "values" => "a measured value",
        "links" => "a link",
        "members" => "a member of the group",
        "roles" => "a role",
        "strategies" => "a strategy",
        "terms" => "a term",
        "meetings" => "a group\u{2019}s meetings",
        "dates" => "a meeting",
        "agenda" | "papers" | "minutes" => "a paper",
        "sign_off" => "a sign-off",
        _ => "this entry",
    }
}
