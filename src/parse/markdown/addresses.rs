//! Web addresses, e-mail addresses and names of files that are printed in a text.

/// Whether the word around a byte of a text is an address or the name of a file: nothing in it is
/// a word of the text.
#[must_use]
pub fn is_in_address(text: &str, at: usize) -> bool {
    /// So much is looked at on either side: more is no address that anybody prints.
    const LONGEST: usize = 200;
    let Some((before, after)) = text.split_at_checked(at) else {
        return false;
    };
    let is_part = |c: &char| !c.is_whitespace();
    let length = |c: char| c.len_utf8();
    let behind = before.chars().rev().take(LONGEST).take_while(is_part);
    let ahead = after.chars().take(LONGEST).take_while(is_part);
    let start = at - behind.map(length).sum::<usize>();
    let end = at + ahead.map(length).sum::<usize>();
    text.get(start..end).is_some_and(is_address)
}

fn is_address(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '/');
    let has_host = |host: &str| {
        let mut labels = host.rsplit('.');
        let last = labels.next().unwrap_or_default();
        // "end.The next" is a space that was forgotten.
        let is_domain = last.len() > 1
            && last
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
        let is_named = |label: &str| label.chars().any(char::is_alphabetic);
        is_domain && is_named(last) && labels.next().is_some_and(|label| !label.is_empty())
    };
    let host = word.split(['/', '?', '#', ':']).next().unwrap_or_default();
    word.contains("://")
        || word
            .split_once('@')
            .is_some_and(|(name, host)| !name.is_empty() && !host.is_empty())
        || has_host(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_words() {
        for text in [
            "council.example/CSE/guide",
            "(https://a.example/CSE)",
            "CSE@council.example",
            "CSE.pdf",
            "www.CSE.example.",
            "ftp://CSE",
        ] {
            assert!(is_in_address(text, text.find("CSE").unwrap()), "{text}");
        }
        for text in [
            "CSE",
            "CSE/MASH",
            "e.g./CSE",
            "the end.CSE",
            "CSE,",
            "a.example CSE",
            "\u{201c}CSE\u{201d}",
            "3.2.CSE",
        ] {
            assert!(!is_in_address(text, text.find("CSE").unwrap()), "{text}");
        }
        assert!(!is_in_address("", 0));
    }
}
