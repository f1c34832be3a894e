//! What stands in a request line, and which file of the site it means.

/// What a request line asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The path, percent-decoded once: `/groups/`.
    pub path: String,
    /// The page that a tab shows, where it says so: `/_boardplan/events?page=%2Fgroups%2F`.
    pub page: Option<String>,
}

impl Target {
    /// Reads a request line; `None` where it is none that a page of ours can have.
    pub fn parse(target: &str) -> Option<Self> {
        let target = target.split('#').next()?;
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let page = query
            .split('&')
            .find_map(|pair| pair.strip_prefix("page="))
            .and_then(decode)
            .filter(|page| is_plain(page));
        if !is_plain(path) {
            return None;
        }
        let path = decode(path).filter(|path| is_plain(path))?;
        Some(Self { path, page })
    }
}

/// The file of the site that a path means: `groups/index.html` for `/groups/`.
pub fn file_name(path: &str) -> String {
    let path = path.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    }
}

fn is_plain(path: &str) -> bool {
    let is_odd = path.contains(['\\', '\0'])
        || path.contains("//")
        || path.split('/').any(|name| matches!(name, "." | ".."));
    path.starts_with('/') && !is_odd
}

fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let high = char::from(rest.next()?).to_digit(16)?;
                let low = char::from(rest.next()?).to_digit(16)?;
                u8::try_from(high * 16 + low).ok()?
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_decoded_once_and_what_follows_it_is_left_out() {
        let path = |target| Target::parse(target).unwrap().path;
        assert_eq!(path("/t%C5%B7/?q=1#x"), "/t\u{177}/");
        assert_eq!(path("/%252e%252e/x"), "/%2e%2e/x");
        assert_eq!(file_name(&path("/")), "index.html");
        assert_eq!(file_name(&path("/groups/a.html")), "groups/a.html");
    }

    #[test]
    fn a_tab_says_which_page_it_shows() {
        let page = |target| Target::parse(target).unwrap().page;
        assert_eq!(page("/events?page=%2Fgroups%2F"), Some("/groups/".into()));
        assert_eq!(page("/events?page=%2F..%2Fx"), None);
        assert_eq!(page("/events?x=1"), None);
    }

    #[test]
    fn odd_spellings_are_no_target() {
        for target in [
            "/../etc/passwd",
            "/groups/../../x",
            "/%2e%2e/x",
            "/groups/%2E%2E%2Fx",
            "//evil/",
            "*",
            "http://evil.example/",
            "/a\\b",
            "/a%5cb",
            "/%00",
            "/%",
            "/%4",
            "/%zz",
            "/%ff",
            "",
            "x",
            "/./x",
            "/a//b",
            "/%252e%252e/../x",
        ] {
            assert_eq!(Target::parse(target), None, "{target}");
        }
    }
}
