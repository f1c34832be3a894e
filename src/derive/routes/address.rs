//! Addresses as they stand in links: relative to a page, or absolute, and percent-encoded.

use crate::address::encode_path;
use crate::derive::routes::Place;

/// The way from one page to a place: `../groups/training.html#remit`. Percent-encoded (RFC 3986),
/// with the file name written out, so that it works from a disk too. On the page itself it is
/// `#remit`, or the name of its file.
#[must_use]
pub fn relative(from: &str, to: &Place) -> String {
    let target = to.address.as_str();
    let anchor = fragment(to.anchor.as_deref());
    if from == target && !anchor.is_empty() {
        return anchor;
    }
    format!("{}{anchor}", relative_path(from, target))
}

/// The address of a place below the address of the site, which ends in `/`.
#[must_use]
pub fn absolute(site_url: &str, to: &Place) -> String {
    format!(
        "{site_url}{}{}",
        encode_path(to.address.as_str()),
        fragment(to.anchor.as_deref())
    )
}

/// The way from one file of the site to another.
fn relative_path(from: &str, to: &str) -> String {
    let folders = |path: &str| {
        path.rsplit_once('/')
            .map_or(0, |(folder, _)| folder.len() + 1)
    };
    let shared = from[..folders(from)]
        .split_inclusive('/')
        .zip(to[..folders(to)].split_inclusive('/'))
        .take_while(|(from, to)| from == to)
        .map(|(folder, _)| folder.len())
        .sum::<usize>();
    let up = from[shared..].matches('/').count();
    format!("{}{}", "../".repeat(up), encode_path(&to[shared..]))
}

/// `#remit`. Letters of any language may stand in a fragment (URL Standard, "URL-fragment string").
fn fragment(anchor: Option<&str>) -> String {
    let Some(anchor) = anchor else {
        return String::new();
    };
    let mut text = "#".to_owned();
    for character in anchor.chars() {
        if character.is_alphanumeric() || "-._~!$&'()*+,;=:@/?".contains(character) {
            text.push(character);
        } else {
            let mut buffer = [0; 4];
            for byte in character.encode_utf8(&mut buffer).bytes() {
                push_code(&mut text, byte);
            }
        }
    }
    text
}

fn push_code(text: &mut String, byte: u8) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    text.push('%');
    text.push(char::from(DIGITS[usize::from(byte >> 4)]));
    text.push(char::from(DIGITS[usize::from(byte & 15)]));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::OutputPath;

    fn to(address: &str, anchor: Option<&str>) -> Place {
        Place {
            address: OutputPath::new(address),
            anchor: anchor.map(str::to_owned),
            language: "en".to_owned(),
        }
    }

    #[test]
    fn a_way_goes_up_only_as_far_as_it_must() {
        for (from, target, expected) in [
            ("index.html", "groups/training.html", "groups/training.html"),
            ("groups/a.html", "index.html", "../index.html"),
            ("groups/a.html", "groups/b.html", "b.html"),
            (
                "plans/2026/1/1.1.html",
                "plans/2026/2/index.html",
                "../2/index.html",
            ),
            (
                "plans/2026/1/1.1.html",
                "groups/a.html",
                "../../../groups/a.html",
            ),
            ("cy/groups/a.html", "groups/a.html", "../../groups/a.html"),
            ("group/a.html", "groups/a.html", "../groups/a.html"),
            ("groups/a.html", "groups/a.html", "a.html"),
        ] {
            assert_eq!(
                relative(from, &to(target, None)),
                expected,
                "{from} → {target}"
            );
        }
    }

    #[test]
    fn a_place_on_the_same_page_is_its_id() {
        assert_eq!(relative("a.html", &to("a.html", Some("remit"))), "#remit");
        assert_eq!(
            relative("b.html", &to("a.html", Some("remit"))),
            "a.html#remit"
        );
    }

    #[test]
    fn names_that_are_no_addresses_are_encoded() {
        assert_eq!(
            relative("index.html", &to("our plan: é.html", Some("caffè au lait"))),
            "our%20plan%3A%20%C3%A9.html#caffè%20au%20lait"
        );
        assert_eq!(
            absolute("https://a.example/x/", &to("é.html", None)),
            "https://a.example/x/%C3%A9.html"
        );
    }
}
