//! What goes on without an end: `ongoing`, `and beyond`, `until further notice`, `yn barhaus`.

use crate::dates::token::{Cursor, Kind};

/// Takes `ongoing` and its spellings.
pub(super) fn take_ongoing(cursor: &mut Cursor) -> bool {
    let saved = *cursor;
    cursor.take(Kind::Dash);
    if cursor.take_word(&["until", "till"]) && cursor.take_words(&["further", "notice"]) {
        return true;
    }
    *cursor = saved;
    cursor.take(Kind::Dash);
    cursor.take_word(&["to"]);
    if cursor.take_word(&[
        "ongoing",
        "continuing",
        "continuous",
        "onwards",
        "onward",
        "ymlaen",
    ]) {
        return true;
    }
    cursor.take_word(&["yn"]);
    if cursor.take_word(&["parhaus", "barhaus", "pharhaus"]) {
        return true;
    }
    *cursor = saved;
    cursor.take(Kind::Dash);
    if cursor.take_word(&["on"]) {
        cursor.take(Kind::Dash);
        if cursor.take_word(&["going"]) {
            return true;
        }
    }
    *cursor = saved;
    false
}

/// Takes `and beyond`. Without the joint, "beyond" begins a remark: `beyond what the law asks`.
pub(super) fn take_beyond(cursor: &mut Cursor) -> bool {
    let saved = *cursor;
    let is_joined = cursor.take(Kind::Ampersand) || cursor.take_word(&["and"]);
    if is_joined && cursor.take_word(&["beyond"]) {
        return true;
    }
    *cursor = saved;
    false
}

/// Whether a bracket comes next that begins with `ongoing`: `June 2026 (ongoing)`.
pub(super) fn begins_ongoing(cursor: &Cursor) -> bool {
    let mut ahead = *cursor;
    if !ahead.take(Kind::Open) {
        return false;
    }
    if take_beyond(&mut ahead) {
        return true;
    }
    if !ahead.take(Kind::Ampersand) {
        ahead.take_word(&["and", "a", "ac"]);
    }
    take_ongoing(&mut ahead)
}
