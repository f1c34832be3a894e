//! What the search knows, as a script: pages that are opened from a disk may load a script from
//! beside them, and nothing else.

use crate::render::{Input, Made};

/// One file for each language, where the theme has a page that uses it.
pub(super) fn make(input: &Input<'_>) -> Made {
    if !input.templates.has("pages/search.html") {
        return Made::default();
    }
    let indexes = input.views.search.iter();
    Made::files(indexes.map(|index| (index.path.clone(), script(&index.json()))))
}

fn script(json: &str) -> Vec<u8> {
    // Line ends to older JavaScript, though not to JSON (ECMA-262, before its edition of 2019).
    let json = json
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029");
    format!("window.boardplanSearchIndex = {json};\n").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::script;

    #[test]
    fn a_script_holds_no_line_end_of_an_author() {
        assert_eq!(
            String::from_utf8_lossy(&script("{\"a\":\"b\u{2028}c\"}")),
            "window.boardplanSearchIndex = {\"a\":\"b\\u2028c\"};\n"
        );
    }
}
