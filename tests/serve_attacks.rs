//! The preview among visitors who mean it harm, or who only behave badly.
#![allow(
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test may read and write its own folder, say what it measured, and stops where that fails"
)]

mod folders;
mod preview;

use std::fs;
use std::io::{BufReader, Read, Write};
use std::net::TcpStream;
use std::thread;
use std::time::{Duration, Instant};

use preview::{Preview, is_measured, line_with, page};

#[test]
fn questions_that_no_reader_asks_are_refused() {
    let preview = Preview::start("serve-refusals", &["--port", "0"]);
    let secret = preview.folder.join("secret.txt");
    fs::write(&secret, "secret").unwrap();
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/groups/..%5c..%5csecret.txt",
        "/%2e%2e%2f%2e%2e%2fsecret.txt",
        "//secret.txt",
        "/%c0%ae%c0%ae/secret.txt",
        "/secret.txt%00.html",
        &format!("http://evil.example{}", secret.display()),
        "*",
    ] {
        assert_eq!(preview.get(path).0, 400, "{path}");
    }
    let host = preview.host();
    let status = |lines: &[&str]| preview.send(lines).0;
    assert_eq!(status(&["GET / HTTP/1.1", "Host: evil.example"]), 421);
    assert_eq!(status(&["GET / HTTP/1.1"]), 421);
    assert_eq!(
        status(&["GET / HTTP/1.1", &host, "Host: evil.example"]),
        421
    );
    assert_eq!(
        status(&["GET / HTTP/1.1", &host, "Origin: http://evil.example"]),
        403
    );
    assert_eq!(
        status(&["GET / HTTP/1.1", &host, "Transfer-Encoding: odd"]),
        400
    );
    for method in ["PUT", "DELETE", "OPTIONS", "TRACE", "BREW"] {
        let (status, answer) = preview.send(&[&format!("{method} / HTTP/1.1"), &host]);
        assert_eq!(status, 405, "{method}");
        assert!(answer.contains("Allow: GET, HEAD\r\n"), "{answer}");
    }
    let (status, answer) = preview.send(&["HEAD / HTTP/1.1", &host]);
    assert_eq!(status, 200);
    assert!(answer.ends_with("\r\n\r\n"), "{answer}");
    assert!(!answer.contains("Content-Length: 0\r\n"), "{answer}");
    // A folder's address is completed from our own list, not from the request.
    let (status, answer) = preview.get("/groups?%0d%0aSet-Cookie:x=1");
    assert!(status == 302 || status == 404, "{answer}");
    assert!(!answer.contains("Set-Cookie"), "{answer}");
}

#[test]
fn a_body_that_never_comes_holds_up_nobody() {
    let preview = Preview::start("serve-bodies", &["--port", "0"]);
    let mut held = Vec::new();
    for length in ["2000", "999999999999999999"] {
        let mut stream = preview.connect();
        let host = preview.host();
        write!(
            stream,
            "POST / HTTP/1.1\r\n{host}\r\nContent-Length: {length}\r\n\r\n"
        )
        .unwrap();
        held.push(stream);
    }
    let mut first = BufReader::new(held[0].try_clone().unwrap());
    assert!(line_with(&mut first, "HTTP/1.1").contains("405"));
    assert_eq!(preview.get("/").0, 200);
}

#[test]
fn visitors_who_never_read_and_tabs_left_open_hold_up_nobody() {
    let preview = Preview::start("serve-greedy", &["--port", "0"]);
    let host = preview.host();
    let request = format!("GET / HTTP/1.1\r\n{host}\r\n\r\n");
    let mut held = Vec::new();
    for _ in 0..8 {
        let mut stream = preview.connect();
        stream.write_all(request.repeat(200).as_bytes()).unwrap();
        held.push(stream);
    }
    let tabs: Vec<_> = (0..64).map(|_| preview.listen()).collect();
    let half_open: Vec<_> = (0..50).map(|_| preview.connect()).collect();
    assert_eq!(preview.get("/").0, 200);
    // There is a limit, and it is said and not suffered.
    assert_eq!(preview.get("/_boardplan/events").0, 503);
    preview.write("pages/new.md", &page("For all tabs"));
    for (mut stream, first) in tabs {
        assert_ne!(line_with(&mut stream, "data: "), first);
    }
    drop((held, half_open));
}

/// Spellings of a way out of the site: every way to write "up" and a slash.
fn ways_out() -> Vec<String> {
    const UPS: [&str; 12] = [
        "..",
        "%2e%2e",
        "%2E%2e",
        ".%2e",
        "%2e.",
        "%252e%252e",
        "..%00",
        "%c0%ae%c0%ae",
        "..;",
        "....",
        "%uff0e%uff0e",
        "%e0%80%ae%e0%80%ae",
    ];
    const SLASHES: [&str; 7] = ["/", "%2f", "%2F", "\\", "%5c", "%252f", "//"];
    let mut ways = Vec::new();
    for up in UPS {
        for slash in SLASHES {
            for end in ["secret.txt", "content/index.md", "etc/passwd"] {
                for start in ["/", "/groups/"] {
                    let way = format!("{up}{slash}").repeat(3);
                    ways.push(format!("{start}{way}{end}"));
                }
            }
        }
    }
    ways
}

#[test]
fn no_spelling_leads_out_of_the_site() {
    let preview = Preview::start("serve-ways-out", &["--port", "0"]);
    fs::write(preview.folder.join("secret.txt"), "a secret").unwrap();
    let ways = ways_out();
    assert!(ways.len() >= 500, "{}", ways.len());
    let mut connection = BufReader::new(preview.connect());
    for way in ways {
        let (status, body) = preview.ask(&way, &mut connection);
        let body = String::from_utf8_lossy(&body);
        assert!(matches!(status, 400 | 404), "{way}: {status}");
        for wrong in ["a secret", "root:", "---\ntitle"] {
            assert!(!body.contains(wrong), "{way}: {body}");
        }
    }
}

#[test]
fn nothing_of_a_request_becomes_a_header() {
    let preview = Preview::start("serve-headers", &["--port", "0"]);
    for path in [
        "/groups%0d%0aSet-Cookie:%20x=1",
        "/groups%0aSet-Cookie:x",
        "/groups/%0d%0a%0d%0a<script>",
        "/?a=%0d%0aSet-Cookie:%20x=1",
        "/_boardplan/events%0d%0aSet-Cookie:x",
        "/_boardplan/open/%0d%0aSet-Cookie:x/content/index.md:1",
    ] {
        let (_, answer) = preview.get(path);
        let head = answer.split("\r\n\r\n").next().unwrap();
        assert!(!head.contains("Set-Cookie"), "{path}: {head}");
        assert!(!head.contains("script"), "{path}: {head}");
    }
}

#[test]
fn others_are_served_while_everybody_misbehaves_at_once() {
    let preview = Preview::start("serve-crowd", &["--port", "0"]).unheard();
    let host = preview.host();
    let half_open: Vec<TcpStream> = (0..200)
        .map(|_| {
            let mut stream = preview.connect();
            stream.write_all(b"GET / HTTP/1.1\r\nHo").unwrap();
            stream
        })
        .collect();
    let greedy: Vec<TcpStream> = (0..8)
        .map(|_| {
            let mut stream = preview.connect();
            let request = format!("GET / HTTP/1.1\r\n{host}\r\n\r\n").repeat(100);
            stream.write_all(request.as_bytes()).unwrap();
            stream
        })
        .collect();
    let tabs: Vec<_> = (0..64).map(|_| preview.listen()).collect();
    let long = {
        let mut stream = preview.connect();
        thread::spawn(move || {
            let line = vec![b'a'; 1024 * 1024];
            let _ = stream.write_all(b"GET /");
            for _ in 0..20 {
                // The server may close the connection at any of them, as it likes.
                if stream.write_all(&line).is_err() {
                    return;
                }
            }
            let _ = stream.write_all(b" HTTP/1.1\r\n\r\n");
            let mut answer = [0; 64];
            let read = stream.read(&mut answer).unwrap_or(0);
            assert!(!answer[..read].starts_with(b"HTTP/1.1 200"));
        })
    };
    let slowest = (0..20)
        .map(|_| {
            let begin = Instant::now();
            assert_eq!(preview.get("/").0, 200);
            begin.elapsed()
        })
        .max()
        .unwrap();
    long.join().unwrap();
    assert_eq!(preview.get("/").0, 200);
    println!("The slowest of 20 visitors was served in {slowest:?}.");
    // How fast a machine is, is no matter for a test, unless somebody measures.
    if is_measured() {
        assert!(slowest < Duration::from_secs(1), "{slowest:?}");
    }
    // And an edit still reaches every tab.
    preview.write("pages/new.md", &page("For all tabs"));
    for (mut stream, first) in tabs {
        assert_ne!(line_with(&mut stream, "data: "), first);
    }
    drop((half_open, greedy));
}
