//! Content lines of iCalendar: escaped, folded, ended with CRLF.

/// The longest line, in bytes, without its end (RFC 5545 §3.1).
const MAX_BYTES: usize = 75;

/// Content lines in the order they were added.
#[derive(Default)]
pub(super) struct Lines(String);

impl Lines {
    /// Adds `name:value`. A longer line goes on in the next one, after a space; a character is
    /// never split.
    pub(super) fn push(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for character in name.chars().chain([':']).chain(value.chars()) {
            if length + character.len_utf8() > MAX_BYTES {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(character);
            length += character.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    pub(super) fn into_text(self) -> String {
        self.0
    }
}

/// A text as a value: `\`, `;`, `,` and line ends are escaped (§3.3.11); other control
/// characters, which a value cannot hold, are left out.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.replace("\r\n", "\n").chars() {
        match character {
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(character);
            }
            '\n' | '\r' => escaped.push_str("\\n"),
            control if control.is_control() && control != '\t' => {}
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_characters() {
        let mut lines = Lines::default();
        let value = "ŵ€😀x".repeat(40);
        lines.push("SUMMARY", &value);
        let text = lines.into_text();
        for line in text.split_terminator("\r\n") {
            assert!(line.len() <= MAX_BYTES, "{}", line.len());
        }
        assert_eq!(text.replace("\r\n ", ""), format!("SUMMARY:{value}\r\n"));
    }

    /// What stands before and after the fold of `X:` and a value.
    fn folded(value: &str) -> Vec<String> {
        let mut lines = Lines::default();
        lines.push("X", value);
        lines
            .into_text()
            .split_terminator("\r\n")
            .map(str::to_owned)
            .collect()
    }

    #[test]
    fn the_75th_byte_is_the_last_of_its_line_and_no_character_is_split() {
        let a = |count: usize| "a".repeat(count);
        let table = [
            // ASCII: 75 bytes, then the rest.
            (a(74), vec![format!("X:{}", a(73)), " a".to_owned()]),
            // An accent of two bytes that ends at byte 75, and one that would end at byte 76.
            (
                a(71) + "\u{e9}b",
                vec![format!("X:{}\u{e9}", a(71)), " b".to_owned()],
            ),
            (
                a(72) + "\u{e9}b",
                vec![format!("X:{}", a(72)), " \u{e9}b".to_owned()],
            ),
            // An emoji of four bytes: ends at 75; would end at 76, 77 or 78; begins at 76.
            (
                a(69) + "\u{1f600}b",
                vec![format!("X:{}\u{1f600}", a(69)), " b".to_owned()],
            ),
            (
                a(70) + "\u{1f600}b",
                vec![format!("X:{}", a(70)), " \u{1f600}b".to_owned()],
            ),
            (
                a(71) + "\u{1f600}b",
                vec![format!("X:{}", a(71)), " \u{1f600}b".to_owned()],
            ),
            (
                a(72) + "\u{1f600}b",
                vec![format!("X:{}", a(72)), " \u{1f600}b".to_owned()],
            ),
            (
                a(73) + "\u{1f600}b",
                vec![format!("X:{}", a(73)), " \u{1f600}b".to_owned()],
            ),
            // The space at the start of a line counts among its 75 bytes.
            (
                a(73 + 75),
                vec![
                    format!("X:{}", a(73)),
                    format!(" {}", a(74)),
                    " a".to_owned(),
                ],
            ),
        ];
        for (value, expected) in table {
            assert_eq!(folded(&value), expected, "{value}");
        }
    }

    #[test]
    fn a_line_of_just_the_length_is_not_folded() {
        let mut lines = Lines::default();
        lines.push("X", &"a".repeat(MAX_BYTES - 2));
        assert_eq!(lines.into_text().len(), MAX_BYTES + 2);
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(escape("a,b;c\\d\r\ne\nf\u{7}"), "a\\,b\\;c\\\\d\\ne\\nf");
    }
}
