//! What comes round with the meetings of a group: `At each Board meeting`.

use std::ops::Range;

use crate::dates::timescale::Named;
use crate::dates::token::{Cursor, Kind};

/// The most words that a group's name is looked for in; it keeps the search short in any text.
const MOST_WORDS: usize = 20;

/// Moves behind the first event, and gives the bytes before it and the name of its group.
pub(super) fn find_event(cursor: &mut Cursor) -> Option<(Range<usize>, Named)> {
    let saved = *cursor;
    while !cursor.is_at_end() {
        let lead = 0..cursor.next_start();
        let can_begin = cursor.is_at_start() || cursor.is_at_word(&["at", "in", "ym"]);
        if can_begin && let Some(group) = take_event(cursor) {
            return Some((lead, group));
        }
        cursor.skip();
    }
    *cursor = saved;
    None
}

/// Takes `at each … meeting`, `every meeting of the …`, `ym mhob cyfarfod …`, and gives the name of the group.
fn take_event(cursor: &mut Cursor) -> Option<Named> {
    let saved = *cursor;
    cursor.take_word(&["at", "in", "ym"]);
    let name = if cursor.take_word(&["each", "every", "all"]) {
        cursor.take_word(&["of"]);
        name_around_meeting(cursor)
    } else if cursor.take_word(&["mhob", "pob", "bob"]) && cursor.take_word(&["cyfarfod"]) {
        name_after_meeting(cursor)
    } else {
        None
    };
    if name.is_none() {
        *cursor = saved;
    }
    name
}

/// `the Board meeting`, `meeting of the Board`.
fn name_around_meeting(cursor: &mut Cursor) -> Option<Named> {
    const MEETING: &[&str] = &["meeting", "meetings"];
    cursor.take_word(&["the"]);
    if cursor.take_word(MEETING) {
        return if cursor.is_at_word(&["of"]) {
            name_after_meeting(cursor)
        } else {
            None
        };
    }
    let start = cursor.next_start();
    for _ in 0..MOST_WORDS {
        if !can_be_in_a_name(cursor) {
            break;
        }
        let end = cursor.taken_end();
        if cursor.take_word(MEETING) {
            return named(cursor, start, end);
        }
        cursor.skip();
    }
    None
}

fn name_after_meeting(cursor: &mut Cursor) -> Option<Named> {
    // The ' of "o'r Bwrdd" stands between its two words.
    if cursor.take_word(&["of", "o"]) && cursor.take(Kind::Other) {
        cursor.take_word(&["r"]);
    }
    cursor.take_word(&["the", "y", "yr"]);
    let start = cursor.next_start();
    for _ in 0..MOST_WORDS {
        if !can_be_in_a_name(cursor)
            || cursor.is_at_word(&["until", "from", "throughout", "during", "tan"])
        {
            break;
        }
        cursor.skip();
    }
    named(cursor, start, cursor.taken_end())
}

fn can_be_in_a_name(cursor: &Cursor) -> bool {
    !matches!(
        cursor.peek(),
        None | Some(Kind::Open | Kind::Stop | Kind::Semicolon | Kind::Colon)
    )
}

fn named(cursor: &Cursor, start: usize, end: usize) -> Option<Named> {
    let name = cursor.text(start..end);
    (!name.is_empty()).then(|| Named {
        name: name.to_owned(),
        at: start..end,
    })
}
