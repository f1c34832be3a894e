//! Style sheets without what only their authors need: comments, indents, empty lines.
//!
//! A third of a well-explained style sheet is explanation, and every reader would wait for it. Nothing is rewritten: what is
//! left are the tokens of the style sheet in their order (CSS Syntax Module Level 3), one rule on a line.

/// Signs around which white space says nothing.
const BEFORE: &str = "{};,)";
const AFTER: &str = "{};,(";

/// A style sheet that means the same, without comments and without white space that says nothing.
pub(super) fn compact(text: &str) -> String {
    let mut out = Compact {
        text: String::with_capacity(text.len()),
        gap: Gap::None,
    };
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("/*") {
            let length = rest.find("*/").map_or(rest.len(), |end| end + 2);
            out.gap = out.gap.max(Gap::Comment);
            length
        } else if first.is_ascii_whitespace() {
            out.gap = Gap::Space;
            1
        } else {
            let length = token(rest, first);
            out.push(&rest[..length], first);
            length
        };
        rest = &rest[length..];
    }
    out.text
}

/// What stood between two tokens, the stronger the later.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    None,
    /// A comment parts two tokens, but is no white space.
    Comment,
    Space,
}

struct Compact {
    text: String,
    gap: Gap,
}

impl Compact {
    fn push(&mut self, token: &str, first: char) {
        let last = self.text.chars().next_back();
        // An empty value of a custom property is a space (CSS Custom Properties Level 1, 2).
        let is_empty_value = last == Some(':') && matches!(first, ';' | '}');
        let says_nothing = last.is_none_or(|last| AFTER.contains(last))
            || BEFORE.contains(first) && !is_empty_value;
        match self.gap {
            Gap::Space if !says_nothing => self.text.push(' '),
            Gap::Comment if !says_nothing => self.text.push_str("/**/"),
            _ => {}
        }
        self.gap = Gap::None;
        if first == '}' && last == Some(';') {
            self.text.pop();
        } else if first != '}' && last == Some('}') {
            self.text.push('\n');
        }
        self.text.push_str(token);
    }
}

/// How long the token is that a text begins with, as far as white space or a comment inside it
/// must be kept: a string, an address without quotes, a sign that is escaped, or one sign.
fn token(text: &str, first: char) -> usize {
    match first {
        '"' | '\'' => string(text, first),
        '\\' => 1 + text[1..].chars().next().map_or(0, char::len_utf8),
        _ if starts_with_url(text) => {
            let inside = text["url(".len()..].trim_start();
            if inside.starts_with(['"', '\'']) {
                "url(".len()
            } else {
                text.find(')').map_or(text.len(), |end| end + 1)
            }
        }
        other => other.len_utf8(),
    }
}

fn starts_with_url(text: &str) -> bool {
    text.get(.."url(".len())
        .is_some_and(|start| start.eq_ignore_ascii_case("url("))
}

/// The length of a string with both its quotes; one that is not closed ends with the text.
fn string(text: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, sign) in text.char_indices().skip(1) {
        match sign {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            sign if sign == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
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
