//! What a request is answered with: a pure function of the request and the edition, so that every
//! refusal can be tested without a socket.

use std::net::{IpAddr, SocketAddr};

use super::reload::Edition;
use super::{mime, overlay};
use crate::address::encode_path;
use crate::output::Outputs;

/// The script that is added to each page.
const SCRIPT: &str = "/_boardplan/preview.js";
/// The looks of the panel.
const STYLE: &str = "/_boardplan/preview.css";
/// Where browsers listen for changes.
const EVENTS: &str = "/_boardplan/events";

/// A request, as far as it may influence an answer.
#[derive(Clone, Copy, Debug)]
pub struct Ask<'a> {
    /// `GET`, `HEAD` or anything else.
    pub method: &'a str,
    /// What stands in the request line: `/groups/?x=1`.
    pub target: &'a str,
    /// The `Host` header, if there is exactly one.
    pub host: Option<&'a str>,
    /// The `Origin` header: which site sent the browser here, if a script of one did.
    pub origin: Option<&'a str>,
    /// Whether the request has a body, or claims to have one.
    pub has_body: bool,
}

/// What a request is answered with. Nothing of the request is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Bytes with a media type.
    Bytes {
        /// The HTTP status.
        status: u16,
        /// The media type.
        mime: &'static str,
        /// The bytes.
        bytes: Vec<u8>,
    },
    /// The address of a folder of the site, percent-encoded.
    Redirect(String),
    /// The stream of changes.
    Events,
}

/// Who may ask: browsers that came here by this computer's own name.
///
/// Another site can make its own name point to this computer (DNS rebinding) and would then be
/// allowed to read the answers; but the browser still says that other name.
#[derive(Clone, Copy, Debug)]
pub struct Visitors {
    port: u16,
    /// Whether other computers may come. They use this computer's number, which cannot be
    /// rebound, because no name is looked up.
    includes_network: bool,
}

impl Visitors {
    /// The visitors of a server that listens at an address.
    pub fn of(address: SocketAddr) -> Self {
        Self {
            port: address.port(),
            includes_network: !address.ip().is_loopback(),
        }
    }

    fn includes_host(self, host: &str) -> bool {
        let (name, port) = match host.rsplit_once(':') {
            // An IPv6 address without a port: `[::1]`.
            Some(_) if host.ends_with(']') => (host, 80),
            Some((name, port)) => match port.parse() {
                Ok(port) => (name, port),
                Err(_) => return false,
            },
            None => (host, 80),
        };
        let is_local =
            matches!(name, "127.0.0.1" | "[::1]") || name.eq_ignore_ascii_case("localhost");
        let number = name.trim_start_matches('[').trim_end_matches(']');
        let is_number = number.parse::<IpAddr>().is_ok();
        port == self.port && (is_local || (self.includes_network && is_number))
    }

    fn includes_origin(self, origin: &str) -> bool {
        origin
            .strip_prefix("http://")
            .is_some_and(|host| self.includes_host(host))
    }
}

/// Answers a request.
pub fn answer(ask: &Ask<'_>, visitors: Visitors, edition: &Edition) -> Answer {
    if !matches!(ask.method, "GET" | "HEAD") {
        return refusal(405, "This preview can only be looked at.");
    }
    if ask.has_body {
        return refusal(400, "A question must not bring data along.");
    }
    if !ask.host.is_some_and(|host| visitors.includes_host(host)) {
        return refusal(
            421,
            "This preview answers only to the address that boardplan printed.",
        );
    }
    if !ask
        .origin
        .is_none_or(|origin| visitors.includes_origin(origin))
    {
        return refusal(403, "Other sites may not look into this preview.");
    }
    let Some(path) = decode(ask.target) else {
        return refusal(400, "This is not an address of a page.");
    };
    match path.as_str() {
        SCRIPT => file(SCRIPT, include_str!("preview.js").as_bytes()),
        STYLE => file(STYLE, include_str!("preview.css").as_bytes()),
        EVENTS if ask.method == "GET" => Answer::Events,
        path => match &edition.site {
            Some(site) => from_site(path.trim_start_matches('/'), site, edition),
            None => page(503, overlay::page().as_bytes(), edition),
        },
    }
}

/// An answer in a few words.
pub fn refusal(status: u16, words: &str) -> Answer {
    Answer::Bytes {
        status,
        mime: mime::TEXT,
        bytes: format!("{words}\n").into_bytes(),
    }
}

fn from_site(path: &str, site: &Outputs, edition: &Edition) -> Answer {
    let name = if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    };
    if let Some(output) = site.get(&name) {
        return if mime::of(&name) == mime::HTML {
            page(200, &output.bytes, edition)
        } else {
            file(&name, &output.bytes)
        };
    }
    let folder = format!("{path}/index.html");
    if let Some((known, _)) = site.iter().find(|(known, _)| known.as_str() == folder) {
        // Made from our own list, not from what was asked.
        let folder = known.as_str().trim_end_matches("index.html");
        return Answer::Redirect(format!("/{}", encode_path(folder)));
    }
    match site.get("404.html") {
        Some(output) => page(404, &output.bytes, edition),
        None => refusal(404, "There is no such page."),
    }
}

fn file(path: &str, bytes: &[u8]) -> Answer {
    Answer::Bytes {
        status: 200,
        mime: mime::of(path),
        bytes: bytes.to_vec(),
    }
}

/// A page with the script, and with the panel where there are problems, at the end of its body.
fn page(status: u16, html: &[u8], edition: &Edition) -> Answer {
    let mut added = format!(
        "<script src=\"{SCRIPT}\" data-edition=\"{}\" defer></script>",
        edition.name()
    );
    if let Some(panel) = &edition.panel {
        added.push_str(&format!(
            "<link rel=\"stylesheet\" href=\"{STYLE}\">{panel}"
        ));
    }
    let end = end_of_body(html);
    Answer::Bytes {
        status,
        mime: mime::HTML,
        bytes: [&html[..end], added.as_bytes(), &html[end..]].concat(),
    }
}

/// Where the last `</body>` begins, or the end.
fn end_of_body(html: &[u8]) -> usize {
    const TAG: &[u8] = b"</body>";
    html.windows(TAG.len())
        .rposition(|window| window.eq_ignore_ascii_case(TAG))
        .unwrap_or(html.len())
}

/// The path of a request, decoded once; `None` where it is none that a page of ours can have.
fn decode(target: &str) -> Option<String> {
    let path = target.split(['?', '#']).next()?;
    if !path.starts_with('/') || path.starts_with("//") {
        return None;
    }
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
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
    let path = String::from_utf8(bytes).ok()?;
    let is_odd = path.contains(['\\', '\0'])
        || path.contains("//")
        || path.split('/').any(|name| matches!(name, "." | ".."));
    (!is_odd).then_some(path)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::output::OutputPath;

    const PAGE: &str = "<html><body>hello</body></html>";

    fn edition(panel: Option<&str>) -> Edition {
        let mut site = Outputs::default();
        for path in [
            "index.html",
            "404.html",
            "groups/index.html",
            "t\u{177}/index.html",
        ] {
            site.insert(OutputPath::new(path), PAGE);
        }
        site.insert(OutputPath::new("assets/site.css"), "body{}");
        Edition {
            number: 7,
            site: Some(Arc::new(site)),
            panel: panel.map(str::to_owned),
        }
    }

    fn visitors() -> Visitors {
        Visitors::of("127.0.0.1:4000".parse().unwrap())
    }

    fn ask<'a>(method: &'a str, target: &'a str) -> Ask<'a> {
        Ask {
            method,
            target,
            host: Some("localhost:4000"),
            origin: None,
            has_body: false,
        }
    }

    fn status(ask: &Ask<'_>) -> u16 {
        match answer(ask, visitors(), &edition(None)) {
            Answer::Bytes { status, .. } => status,
            Answer::Redirect(_) => 302,
            Answer::Events => 200,
        }
    }

    #[test]
    fn pages_are_found_by_the_addresses_of_the_site() {
        for target in [
            "/",
            "/index.html",
            "/groups/",
            "/t%C5%B7/",
            "/?q=x",
            "/assets/site.css",
        ] {
            assert_eq!(status(&ask("GET", target)), 200, "{target}");
        }
        assert_eq!(status(&ask("HEAD", "/")), 200);
        assert_eq!(status(&ask("GET", "/nowhere")), 404);
        let redirect = |target| answer(&ask("GET", target), visitors(), &edition(None));
        assert_eq!(
            redirect("/groups?x"),
            Answer::Redirect("/groups/".to_owned())
        );
        assert_eq!(
            redirect("/t%c5%b7"),
            Answer::Redirect("/t%C5%B7/".to_owned())
        );
    }

    #[test]
    fn odd_spellings_of_addresses_are_refused() {
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
            assert_eq!(status(&ask("GET", target)), 400, "{target}");
        }
        // Decoded once, and then only a name that does not exist.
        assert_eq!(status(&ask("GET", "/%252e%252e/x")), 404);
    }

    #[test]
    fn only_browsers_that_came_by_our_own_name_are_answered() {
        let from = |host| {
            let ask = Ask {
                host,
                ..ask("GET", "/")
            };
            status(&ask)
        };
        for host in [
            "localhost:4000",
            "LOCALHOST:4000",
            "127.0.0.1:4000",
            "[::1]:4000",
        ] {
            assert_eq!(from(Some(host)), 200, "{host}");
        }
        for host in [
            "evil.example:4000",
            "localhost",
            "localhost:4001",
            "127.0.0.1.evil.example:4000",
            "",
            "192.168.1.5:4000",
            "[::1]",
            "localhost:4000:4000",
        ] {
            assert_eq!(from(Some(host)), 421, "{host}");
        }
        assert_eq!(from(None), 421);
        let network = Visitors::of("0.0.0.0:4000".parse().unwrap());
        assert!(network.includes_host("192.168.1.5:4000"));
        assert!(!network.includes_host("evil.example:4000"));
    }

    #[test]
    fn other_methods_bodies_and_origins_are_refused() {
        assert_eq!(status(&ask("POST", "/")), 405);
        assert_eq!(
            status(&Ask {
                has_body: true,
                ..ask("GET", "/")
            }),
            400
        );
        let from = |origin| {
            status(&Ask {
                origin: Some(origin),
                ..ask("GET", EVENTS)
            })
        };
        assert_eq!(from("http://localhost:4000"), 200);
        assert_eq!(from("http://evil.example"), 403);
        assert_eq!(from("null"), 403);
    }

    #[test]
    fn the_script_and_the_panel_stand_at_the_end_of_the_body() {
        let html = |edition: &Edition| match answer(&ask("GET", "/"), visitors(), edition) {
            Answer::Bytes { bytes, .. } => String::from_utf8(bytes).unwrap(),
            other => panic!("{other:?}"),
        };
        let good = html(&edition(None));
        assert!(
            good.starts_with("<html><body>hello<script src=\"/_boardplan/preview.js\""),
            "{good}"
        );
        assert!(good.ends_with("defer></script></body></html>"), "{good}");
        assert!(html(&edition(Some("<p>problem</p>"))).contains("<p>problem</p></body>"));
        let nothing = Edition {
            panel: Some("why".to_owned()),
            ..Edition::default()
        };
        assert!(html(&nothing).contains("why</body>"));
    }
}
