//! Front matter as an author would type it: plain where YAML allows it, quoted where it does not.

/// A text as the value of a field.
pub fn value(text: &str) -> String {
    let starts_plainly = text.starts_with(|first: char| first.is_ascii_alphanumeric());
    let plain = starts_plainly
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.contains(['"', '\n', '{', '}', '[', ']'])
        && !text.ends_with([':', ' ']);
    if plain {
        text.to_owned()
    } else {
        format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
    }
}

/// The same inside `[…]` or `{…}`, where a comma ends a plain value.
pub fn inner_value(text: &str) -> String {
    if text.contains(',') && !value(text).starts_with('"') {
        format!("\"{text}\"")
    } else {
        value(text)
    }
}

/// A list on one line.
pub fn list<T: AsRef<str>>(items: &[T]) -> String {
    let items: Vec<String> = items
        .iter()
        .map(|item| inner_value(item.as_ref()))
        .collect();
    format!("[{}]", items.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_needs_quotes_has_them() {
        assert_eq!(value("Ring the team."), "Ring the team.");
        assert_eq!(value("Note: ring"), "\"Note: ring\"");
        assert_eq!(value("[](group:Board)"), "\"[](group:Board)\"");
        assert_eq!(list(&["one", "two, three"]), "[one, \"two, three\"]");
    }
}
