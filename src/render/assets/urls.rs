//! The files that a style sheet names with `url(…)`.

/// A style sheet with each `url(…)` of a file of the theme replaced.
///
/// `replace` is given the address without quotes and the byte at which it begins; `None` leaves
/// it as it is. Addresses with a scheme (`data:`, `https:`), from the root (`/`) and within the
/// document (`#`) are passed over, and so are comments.
pub(super) fn rewrite(
    text: &str,
    mut replace: impl FnMut(&str, usize) -> Option<String>,
) -> String {
    let mut rewritten = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(next) = next_mark(&text[at..]) {
        match next {
            Mark::Comment(start) => {
                let start = at + start;
                let end = text[start..]
                    .find("*/")
                    .map_or(text.len(), |length| start + length + 2);
                rewritten.push_str(&text[at..end]);
                at = end;
            }
            Mark::Url(open) => {
                let open = at + open;
                let Some(length) = text[open..].find(')') else {
                    break;
                };
                let inside = &text[open..open + length];
                let url = inside.trim().trim_matches(['"', '\'']).trim();
                let offset = open + inside.find(url).unwrap_or(0);
                rewritten.push_str(&text[at..open]);
                match (!is_elsewhere(url)).then(|| replace(url, offset)).flatten() {
                    Some(new) => rewritten.push_str(&inside.replacen(url, &new, 1)),
                    None => rewritten.push_str(inside),
                }
                at = open + length;
            }
        }
    }
    rewritten.push_str(&text[at..]);
    rewritten
}

/// What comes next in a style sheet, by its offset.
enum Mark {
    /// Where a comment begins.
    Comment(usize),
    /// The byte after `url(`.
    Url(usize),
}

fn next_mark(text: &str) -> Option<Mark> {
    let comment = text.find("/*");
    let url = text.find("url(");
    match (comment, url) {
        (Some(comment), Some(url)) if comment < url => Some(Mark::Comment(comment)),
        (_, Some(url)) => Some(Mark::Url(url + "url(".len())),
        (Some(comment), None) => Some(Mark::Comment(comment)),
        (None, None) => None,
    }
}

fn is_elsewhere(url: &str) -> bool {
    url.is_empty() || url.starts_with(['#', '/']) || url.contains(':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_of_the_theme_are_replaced() {
        let text = "/* url(a) */ x{b:url( 'a' );c:url(data:x);d:url(#m);e:url(/r)} y{f:url(b)";
        let mut seen = Vec::new();
        let new = rewrite(text, |url, offset| {
            seen.push((url.to_owned(), &text[offset..offset + 1] == url));
            (url == "a").then(|| "A.1".to_owned())
        });
        assert_eq!(
            new,
            "/* url(a) */ x{b:url( 'A.1' );c:url(data:x);d:url(#m);e:url(/r)} y{f:url(b)"
        );
        assert_eq!(seen, [("a".to_owned(), true), ("b".to_owned(), true)]);
    }
}
