//! A new entry in the list `meetings` of a file, with every byte that was there kept.

/// The text with `entry` at the end of the list `meetings` of its front matter; where there is no list, one is begun.
///
/// `None` where the list is written in one line (`meetings: [ … ]`), or there is no front matter. The lines of the entry
/// come without line ends; they are given those of the text.
pub(super) fn with_entry(text: &str, entry: &[String]) -> Option<String> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let (opening, rest) = lines.split_first()?;
    if opening.trim_end() != "---" {
        return None;
    }
    let closing = 1 + rest.iter().position(|line| line.trim_end() == "---")?;
    let line_end = if opening.ends_with("\r\n") {
        "\r\n"
    } else {
        "\n"
    };
    let front = &lines[..closing];
    let key = front.iter().position(|line| line.starts_with("meetings:"));
    let (at, indent, needs_key) = match key {
        None => (closing, "  ", true),
        Some(key) => {
            let value = front[key].trim_end().trim_start_matches("meetings:");
            if !is_blank(value) {
                return None;
            }
            let list = list_below(&front[key + 1..]);
            (key + 1 + list.length, list.indent, false)
        }
    };
    let mut made: String = lines[..at].concat();
    if needs_key {
        made.push_str("meetings:");
        made.push_str(line_end);
    }
    for line in entry {
        made.push_str(indent);
        made.push_str(line);
        made.push_str(line_end);
    }
    made.push_str(&lines[at..].concat());
    Some(made)
}

/// A list in the lines below its key.
struct List<'a> {
    /// How many lines it has, up to the last that holds something.
    length: usize,
    /// The spaces in front of its items.
    indent: &'a str,
}

fn list_below<'a>(lines: &[&'a str]) -> List<'a> {
    let mut list = List {
        length: 0,
        indent: "  ",
    };
    for (index, line) in lines.iter().enumerate() {
        if is_blank(line) {
            continue;
        }
        let inner = line.trim_start_matches(' ');
        if inner.len() == line.len() && !line.starts_with('-') {
            // The next field.
            break;
        }
        if list.length == 0 {
            list.indent = &line[..line.len() - inner.len()];
        }
        list.length = index + 1;
    }
    list
}

/// Whether a line, or what stands behind a key, holds nothing or only a remark.
fn is_blank(line: &str) -> bool {
    let line = line.trim();
    line.is_empty() || line.starts_with('#')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(text: &str) -> Option<String> {
        with_entry(text, &["- group: B".to_owned(), "  dates:".to_owned()])
    }

    #[test]
    fn the_entry_stands_at_the_end_of_the_list_with_its_indentation() {
        let table = [
            (
                "---\nmeetings:\n    - group: A\n---\nText\n",
                "---\nmeetings:\n    - group: A\n    - group: B\n      dates:\n---\nText\n",
            ),
            (
                "---\nmeetings: # ours\n- group: A\n\n# more\ntitle: T\n---",
                "---\nmeetings: # ours\n- group: A\n- group: B\n  dates:\n\n# more\ntitle: T\n---",
            ),
            (
                "---\ntitle: T\n---\n",
                "---\ntitle: T\nmeetings:\n  - group: B\n    dates:\n---\n",
            ),
            (
                "---\r\nmeetings:\r\ntitle: T\r\n---\r\n",
                "---\r\nmeetings:\r\n  - group: B\r\n    dates:\r\ntitle: T\r\n---\r\n",
            ),
        ];
        for (text, expected) in table {
            assert_eq!(made(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_in_one_line_or_no_page_is_left_alone() {
        for text in ["", "Text\n", "---\ntitle: T\n", "---\nmeetings: [a]\n---\n"] {
            assert_eq!(made(text), None, "{text}");
        }
    }
}
