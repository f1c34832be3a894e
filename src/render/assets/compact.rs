//! Style sheets without what only their authors need: comments, indents, empty lines.
//!
//! A third of a well-explained style sheet is explanation, and every reader would wait for it. Nothing is rewritten: what is
//! left are the tokens of the style sheet in their order (CSS Syntax Module Level 3), one rule on a line.

use crate::css::{PieceKind, pieces};

/// Tokens around which white space says nothing.
const BEFORE: [&str; 5] = ["{", "}", ";", ",", ")"];
const AFTER: [&str; 4] = ["{", "}", ";", ","];

/// A style sheet that means the same, without comments and without white space that says nothing.
pub(super) fn compact(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut last = "";
    let mut gap = Gap::None;
    for piece in pieces(text) {
        match piece.kind {
            PieceKind::Comment => gap = gap.max(Gap::Comment),
            PieceKind::Space => gap = Gap::Space,
            PieceKind::Address(_) | PieceKind::Token => {
                let token = piece.text;
                if token == "}" && last == ";" {
                    out.pop();
                } else if token != "}" && last == "}" {
                    out.push('\n');
                } else if parts(last, token) {
                    out.push_str(gap.as_str());
                }
                out.push_str(token);
                last = token;
                gap = Gap::None;
            }
        }
    }
    out
}

/// What stood between two tokens, the stronger the later.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    None,
    /// A comment parts two tokens, but is no white space.
    Comment,
    Space,
}

impl Gap {
    fn as_str(self) -> &'static str {
        match self {
            Gap::None => "",
            Gap::Comment => "/**/",
            Gap::Space => " ",
        }
    }
}

/// Whether what stands between two tokens says something.
fn parts(last: &str, token: &str) -> bool {
    // An empty value of a custom property is a space (CSS Custom Properties Level 1, 2).
    let is_empty_value = last == ":" && matches!(token, ";" | "}");
    let is_after_bracket = last.is_empty() || last.ends_with('(') || AFTER.contains(&last);
    is_empty_value || !(is_after_bracket || BEFORE.contains(&token))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indents_go_and_rules_stay() {
        let text = "/* Why. */\n:root {\n  --a: 1px;\n}\n\n@media screen and (min-width: 3em) {\n  a > b,\n  c :hover {\n    margin: 0 auto;\n    color: red;\n  }\n}\n";
        assert_eq!(
            compact(text),
            ":root{--a: 1px}\n@media screen and (min-width: 3em){a > b,c :hover{margin: 0 auto;color: red}}"
        );
    }

    #[test]
    fn what_looks_like_a_comment_in_a_text_stays() {
        for text in [
            "a{content: \"/* no */  \\\"; } \"}",
            "a{content: '  {  '}",
            "a{b: url(data:x,/*  */ )}",
            "a{b: url( \"x  y\" )}",
        ] {
            let kept = text.replace("url( ", "url(").replace("\" )", "\")");
            assert_eq!(compact(text), kept);
        }
        assert_eq!(compact("a\\  b{}"), "a\\  b{}");
    }

    #[test]
    fn a_comment_keeps_parting_what_it_parts() {
        assert_eq!(compact("a/* x */.b{}"), "a/**/.b{}");
        assert_eq!(compact("a /* x */ .b{}"), "a .b{}");
        assert_eq!(compact("a{/* x */b:c/* y */}"), "a{b:c}");
        assert_eq!(compact("a{--b: ;--c:/* */}"), "a{--b: ;--c:/**/}");
    }

    #[test]
    fn what_is_not_closed_loses_nothing() {
        assert_eq!(compact("a{b:\"c"), "a{b:\"c");
        assert_eq!(compact("a{b:url(c"), "a{b:url(c");
        assert_eq!(compact("a{} /* b"), "a{}");
        assert_eq!(compact("é{}\\"), "é{}\n\\");
        assert_eq!(compact(""), "");
    }
}
