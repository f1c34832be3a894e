//! The lines of a text, and which of them stand between fences.

/// A line of a Markdown text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// The byte at which it begins.
    pub start: usize,
    /// The line without its end.
    pub text: &'a str,
    /// Whether it is a fence or stands between two: shown as typed.
    pub fenced: bool,
}

impl<'a> Line<'a> {
    /// How many bytes of spaces and quotation marks (`>`) stand before the words.
    pub fn indent(&self) -> usize {
        self.text.len() - self.content().len()
    }

    /// The words, without spaces and quotation marks before them and spaces after them.
    pub fn content(&self) -> &'a str {
        self.text.trim_start_matches([' ', '\t', '>'])
    }

    /// Whether there are no words.
    pub fn is_blank(&self) -> bool {
        self.content().trim().is_empty()
    }
}

/// The lines of a text, in order.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut fence: Option<(char, usize)> = None;
    let mut start = 0;
    for whole in text.split_inclusive('\n') {
        let mut line = Line {
            start,
            text: whole.trim_end_matches(['\n', '\r']),
            fenced: fence.is_some(),
        };
        start += whole.len();
        match fence {
            Some(open) if closes(line.content(), open) => fence = None,
            Some(_) => {}
            None => {
                fence = opens(after_list_mark(line.content()));
                line.fenced = fence.is_some();
            }
        }
        lines.push(line);
    }
    lines
}

/// Whether a line, without what stands before its words, closes a fence of a character and length.
pub(super) fn closes(content: &str, (mark, length): (char, usize)) -> bool {
    let content = content.trim_end();
    content.len() >= length && content.chars().all(|c| c == mark)
}

/// The character and length of the fence that a line opens.
pub(super) fn opens(content: &str) -> Option<(char, usize)> {
    let mark = content.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let rest = content.trim_start_matches(mark);
    let length = content.len() - rest.len();
    let is_code_span = mark == '`' && rest.contains('`');
    (length >= 3 && !is_code_span).then_some((mark, length))
}

/// What follows the bullet or number of a list item; the same text where there is none.
pub(super) fn after_list_mark(content: &str) -> &str {
    let after = match content.chars().next() {
        Some('-' | '*' | '+') => Some(&content[1..]),
        Some('0'..='9') => content
            .trim_start_matches(|c: char| c.is_ascii_digit())
            .strip_prefix(['.', ')']),
        _ => None,
    };
    after
        .filter(|rest| rest.starts_with(' '))
        .map_or(content, str::trim_start)
}

/// Whether a line begins an item of a list as `CommonMark` knows it.
pub(super) fn is_list_item(content: &str) -> bool {
    after_list_mark(content).len() < content.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fences_are_known_in_lists_and_quotations() {
        let text = "a\n```\nb\n```\nc\n- ~~~~ x\n  d\n  ~~~\n  ~~~~\ne `a` ```b```\n";
        let fenced: Vec<bool> = lines(text).iter().map(|line| line.fenced).collect();
        assert_eq!(
            fenced,
            [
                false, true, true, true, false, true, true, true, true, false
            ]
        );
    }
}
