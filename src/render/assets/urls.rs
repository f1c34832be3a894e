//! The files that a style sheet names.

use crate::css::{PieceKind, pieces};

/// A style sheet with the address of each file of the theme replaced.
///
/// `replace` is given the address without quotes and the byte at which it begins; `None` leaves
/// it as it is. Addresses with a scheme (`data:`, `https:`), from the root (`/`) and within the
/// document (`#`) are passed over.
pub(super) fn rewrite(
    text: &str,
    mut replace: impl FnMut(&str, usize) -> Option<String>,
) -> String {
    let mut rewritten = String::with_capacity(text.len());
    let mut copied = 0;
    for piece in pieces(text) {
        let PieceKind::Address(range) = piece.kind else {
            continue;
        };
        let address = &text[range.clone()];
        if is_elsewhere(address) {
            continue;
        }
        if let Some(new) = replace(address, range.start) {
            rewritten.push_str(&text[copied..range.start]);
            rewritten.push_str(&new);
            copied = range.end;
        }
    }
    rewritten.push_str(&text[copied..]);
    rewritten
}

fn is_elsewhere(address: &str) -> bool {
    address.is_empty() || address.starts_with(['#', '/']) || address.contains(':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_of_the_theme_are_replaced() {
        let text = "/* url(a) */ x{b:url( 'a' );c:url(data:x);d:url(#m);e:url(/r)} y{f:URL(b)";
        let mut seen = Vec::new();
        let new = rewrite(text, |url, offset| {
            seen.push((url.to_owned(), &text[offset..offset + 1] == url));
            (url == "a").then(|| "A.1".to_owned())
        });
        assert_eq!(
            new,
            "/* url(a) */ x{b:url( 'A.1' );c:url(data:x);d:url(#m);e:url(/r)} y{f:URL(b)"
        );
        assert_eq!(seen, [("a".to_owned(), true), ("b".to_owned(), true)]);
    }
}
