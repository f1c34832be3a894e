//! Paths as they stand in addresses (RFC 3986).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// All but the unreserved characters (RFC 3986, 2.3) and the slash. A colon is encoded too: at the
/// start of a relative address it would end a scheme.
const NOT_IN_A_PATH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

/// A path as it stands in an address.
#[must_use]
pub fn encode_path(path: &str) -> String {
    utf8_percent_encode(path, NOT_IN_A_PATH).to_string()
}

/// A text with its percent-encoding undone (RFC 3986, 2.1). What is not UTF-8 then stays as it is.
#[must_use]
pub fn decode(text: &str) -> String {
    percent_decode_str(text)
        .decode_utf8()
        .map_or_else(|_| text.to_owned(), std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_comes_back_as_it_went() {
        let path = "tîm/a b#c:d?e%f~g_h-i.html";
        assert_eq!(
            encode_path(path),
            "t%C3%AEm/a%20b%23c%3Ad%3Fe%25f~g_h-i.html"
        );
        assert_eq!(decode(&encode_path(path)), path);
    }

    #[test]
    fn what_is_no_code_stays() {
        assert_eq!(decode("50%"), "50%");
        assert_eq!(decode("%zz%2"), "%zz%2");
        assert_eq!(decode("%ff"), "%ff");
    }
}
