//! What a request is answered with: a pure function of the request and the edition, so that every
//! refusal can be tested without a socket.

use super::edition::Edition;
use super::editor::{Opener, Opening};
use super::target::{Target, file_name};
use super::visitors::Visitors;
use super::{located, mime, page};
use crate::address::encode_path;

/// Below this stand the preview's own addresses; the site has none of its own there but pages that
/// are private to its authors.
pub const INDEX: &str = "/_boardplan/";
/// The script that is added to each page.
pub const SCRIPT: &str = "/_boardplan/preview.js";
/// The looks of what is added to each page.
pub const STYLE: &str = "/_boardplan/preview.css";
/// Where everything was written.
const PLACES: &str = "/_boardplan/places.json";
/// Where browsers listen for changes.
const EVENTS: &str = "/_boardplan/events";
/// Below this, after the secret word, stand the places that the author's editor can open.
const OPEN: &str = "/_boardplan/open/";

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
    /// The stream of changes, for a tab that shows a file of the site, as far as we know it.
    Events(Option<String>),
    /// The author's editor is to be run with these words.
    Run(Vec<String>),
}

/// Who answers: what stays the same from request to request.
#[derive(Debug)]
pub struct Desk {
    /// Who may ask.
    pub visitors: Visitors,
    /// The author's editor, where one was named and only this computer may ask.
    pub opener: Option<Opener>,
}

impl Desk {
    /// Below which address a place is opened in the editor.
    fn open_address(&self) -> Option<String> {
        let opener = self.opener.as_ref()?;
        Some(format!("{OPEN}{}/", opener.secret()))
    }
}

/// Answers a request.
pub fn answer(ask: &Ask<'_>, desk: &Desk, edition: &Edition) -> Answer {
    if !matches!(ask.method, "GET" | "HEAD") {
        return refusal(405, "This preview can only be looked at.");
    }
    if ask.has_body {
        return refusal(400, "A question must not bring data along.");
    }
    let visitors = desk.visitors;
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
    let Some(target) = Target::parse(ask.target) else {
        return refusal(400, "This is not an address of a page.");
    };
    match target.path.as_str() {
        SCRIPT => file(SCRIPT, include_bytes!("preview.js")),
        STYLE => file(STYLE, include_bytes!("preview.css")),
        EVENTS if ask.method == "GET" => Answer::Events(
            target
                .page
                .map(|page| file_name(&page))
                .filter(|page| edition.file(page).is_some()),
        ),
        PLACES => {
            let notes = &edition.notes;
            file(PLACES, &located::to_json(&notes.places, &notes.sources))
        }
        INDEX => html(200, &page::index(edition), "", desk, edition),
        path => match path.strip_prefix(OPEN) {
            Some(place) if ask.method == "GET" => open(place, desk, edition),
            _ if edition.site.is_none() => html(503, &page::not_yet(), "", desk, edition),
            _ => from_site(path, desk, edition),
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

fn from_site(path: &str, desk: &Desk, edition: &Edition) -> Answer {
    let name = file_name(path);
    if let Some(output) = edition.file(&name) {
        return if mime::of(&name) == mime::HTML {
            html(200, &output.bytes, &name, desk, edition)
        } else {
            file(&name, &output.bytes)
        };
    }
    let folder = format!("{name}/index.html");
    let known = edition.site.iter().flat_map(|site| site.iter());
    if let Some((known, _)) = known
        .into_iter()
        .find(|(known, _)| known.as_str() == folder)
    {
        // Made from our own list, not from what was asked.
        let folder = known.as_str().trim_end_matches("index.html");
        return Answer::Redirect(format!("/{}", encode_path(folder)));
    }
    match edition.file("404.html") {
        Some(output) => html(404, &output.bytes, "404.html", desk, edition),
        None => refusal(404, "There is no such page."),
    }
}

/// Opens a place of this site for whoever knows the secret word.
fn open(asked: &str, desk: &Desk, edition: &Edition) -> Answer {
    let refused = || refusal(403, "This place cannot be opened.");
    let Some(opener) = &desk.opener else {
        return refused();
    };
    let Some((secret, place)) = asked.split_once('/') else {
        return refused();
    };
    if secret != opener.secret() {
        return refused();
    }
    match located::find(place, &edition.notes.sources, opener.root()) {
        None => refusal(404, "This file is no longer there."),
        Some((path, line)) => match opener.open(&path, line) {
            Opening::Address(address) => Answer::Bytes {
                status: 200,
                mime: mime::TEXT,
                bytes: address.into_bytes(),
            },
            Opening::Command(words) => Answer::Run(words),
        },
    }
}

fn file(path: &str, bytes: &[u8]) -> Answer {
    Answer::Bytes {
        status: 200,
        mime: mime::of(path),
        bytes: bytes.to_vec(),
    }
}

fn html(status: u16, bytes: &[u8], path: &str, desk: &Desk, edition: &Edition) -> Answer {
    let open = desk.open_address();
    Answer::Bytes {
        status,
        mime: mime::HTML,
        bytes: page::with_additions(bytes, path, edition, open.as_deref()),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::Arc;

    use super::*;
    use crate::output::{OutputPath, Outputs};
    use crate::serve::edition::Notes;
    use crate::source::{Entry, Found, Sources};

    fn edition() -> Edition {
        let mut site = Outputs::default();
        for path in [
            "index.html",
            "404.html",
            "groups/index.html",
            "t\u{177}/index.html",
        ] {
            site.insert(OutputPath::new(path), "<html><body>hello</body></html>");
        }
        site.insert(OutputPath::new("assets/site.css"), "body{}");
        let entry = Entry {
            path: "index.md".to_owned(),
            found: Found::File(Vec::new()),
        };
        Edition {
            number: 7,
            site: Some(Arc::new(site)),
            notes: Arc::new(Notes {
                sources: Sources {
                    content: vec![entry],
                    ..Sources::default()
                },
                ..Notes::default()
            }),
            ..Edition::default()
        }
    }

    fn desk(editor: Option<&str>) -> Desk {
        let opener = editor.map(|editor| {
            let editor = editor.parse().unwrap();
            Opener::new(editor, Path::new("/board")).unwrap()
        });
        Desk {
            visitors: Visitors::of("127.0.0.1:4000".parse().unwrap()),
            opener,
        }
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

    fn get(target: &str) -> Answer {
        answer(&ask("GET", target), &desk(None), &edition())
    }

    fn status(ask: &Ask<'_>) -> u16 {
        match answer(ask, &desk(None), &edition()) {
            Answer::Bytes { status, .. } => status,
            Answer::Redirect(_) => 302,
            Answer::Events(_) | Answer::Run(_) => 200,
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
            "/_boardplan/",
            "/_boardplan/places.json",
        ] {
            assert_eq!(status(&ask("GET", target)), 200, "{target}");
        }
        assert_eq!(status(&ask("HEAD", "/")), 200);
        assert_eq!(status(&ask("GET", "/nowhere")), 404);
        assert_eq!(status(&ask("GET", "/%2e%2e/x")), 400);
        assert_eq!(get("/groups?x"), Answer::Redirect("/groups/".to_owned()));
        assert_eq!(get("/t%c5%b7"), Answer::Redirect("/t%C5%B7/".to_owned()));
    }

    #[test]
    fn a_tab_listens_for_a_page_that_exists() {
        let listens = |page: &str| get(&format!("{EVENTS}?page={page}"));
        let of = |page: &str| Answer::Events(Some(page.to_owned()));
        assert_eq!(listens("%2Fgroups%2F"), of("groups/index.html"));
        assert_eq!(listens("%2Fnowhere"), Answer::Events(None));
        assert_eq!(get(EVENTS), Answer::Events(None));
    }

    #[test]
    fn other_hosts_methods_bodies_and_origins_are_refused() {
        let from = |host| {
            status(&Ask {
                host,
                ..ask("GET", "/")
            })
        };
        assert_eq!(from(Some("evil.example:4000")), 421);
        assert_eq!(from(None), 421);
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
    fn an_editor_is_opened_for_who_knows_the_word_and_for_files_of_the_site_only() {
        let desk = desk(Some("code {file}:{line}"));
        let secret = desk.opener.as_ref().unwrap().secret().to_owned();
        let open = |target: &str| answer(&ask("GET", target), &desk, &edition());
        let words = ["code", "/board/content/index.md:1"].map(str::to_owned);
        let place = "content/index.md:1";
        assert_eq!(
            open(&format!("{OPEN}{secret}/{place}")),
            Answer::Run(words.to_vec())
        );
        for (target, expected) in [
            (format!("{OPEN}{}/{place}", "0".repeat(32)), 403),
            (format!("{OPEN}{place}"), 403),
            (format!("{OPEN}{secret}/content/other.md:1"), 404),
            (format!("{OPEN}{secret}/%2Fetc%2Fpasswd:1"), 400),
            (format!("{OPEN}{secret}/etc/passwd:1"), 404),
        ] {
            let answer = open(&target);
            assert!(
                matches!(answer, Answer::Bytes { status, .. } if status == expected),
                "{target}: {answer:?}"
            );
        }
        // Without an editor there is nothing to guess.
        assert_eq!(status(&ask("GET", &format!("{OPEN}{secret}/{place}"))), 403);
    }

    #[test]
    fn the_word_is_told_to_pages_of_a_preview_with_an_editor_only() {
        let html = |desk: &Desk| match answer(&ask("GET", "/"), desk, &edition()) {
            Answer::Bytes { bytes, .. } => String::from_utf8(bytes).unwrap(),
            other => panic!("{other:?}"),
        };
        assert!(html(&desk(Some("code {file}"))).contains("data-open=\"/_boardplan/open/"));
        assert!(!html(&desk(None)).contains("data-open"));
    }
}
