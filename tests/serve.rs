//! The preview on a real port, with real edits and with visitors of every kind.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test may read and write its own folder, and stops where that fails"
)]

mod folders;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use folders::{empty_folder, files_below};

/// No condition that a test waits for takes this long on any machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// A preview of the starter board in a folder of its own; it ends with the test.
struct Preview {
    folder: PathBuf,
    child: Child,
    said: BufReader<ChildStdout>,
    address: SocketAddr,
}

impl Preview {
    fn start(name: &str, arguments: &[&str]) -> Self {
        let folder = empty_folder(name);
        let init = program(&folder, &["init"]).output().unwrap();
        assert!(init.status.success());
        let mut child = program(&folder, &["serve"])
            .args(arguments)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap());
        let line = line_with(&mut said, "http://");
        let address = line.split("http://").nth(1).unwrap();
        let address = address.trim().trim_end_matches('/').parse().unwrap();
        Self {
            folder,
            child,
            said,
            address,
        }
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.folder.join("content").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Waits until the program says something with these words.
    fn says(&mut self, words: &str) {
        line_with(&mut self.said, words);
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// Sends the lines of a request, and returns the status and the whole answer.
    fn send(&self, lines: &[&str]) -> (u16, String) {
        let mut stream = self.connect();
        let request = lines.join("\r\n") + "\r\nConnection: close\r\n\r\n";
        stream.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let answer = String::from_utf8_lossy(&bytes).into_owned();
        let status = answer.split(' ').nth(1).and_then(|word| word.parse().ok());
        (status.unwrap_or(0), answer)
    }

    fn host(&self) -> String {
        format!("Host: {}", self.address)
    }

    fn get(&self, path: &str) -> (u16, String) {
        self.send(&[&format!("GET {path} HTTP/1.1"), &self.host()])
    }

    /// Opens the stream of changes, and returns it after its first edition.
    fn listen(&self) -> (BufReader<TcpStream>, String) {
        let mut stream = self.connect();
        let host = self.host();
        write!(stream, "GET /_boardplan/events HTTP/1.1\r\n{host}\r\n\r\n").unwrap();
        let mut stream = BufReader::new(stream);
        let head = line_with(&mut stream, "HTTP/1.1");
        assert!(head.contains("200"), "{head}");
        let edition = line_with(&mut stream, "data: ");
        (stream, edition)
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn program(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_boardplan"));
    command
        .current_dir(folder)
        .args(arguments)
        .stdin(Stdio::null());
    command
}

fn line_with(lines: &mut impl BufRead, words: &str) -> String {
    let mut heard = String::new();
    loop {
        let mut line = String::new();
        assert_ne!(
            lines.read_line(&mut line).unwrap(),
            0,
            "no {words:?} in:\n{heard}"
        );
        if line.contains(words) {
            return line;
        }
        heard.push_str(&line);
    }
}

fn page(text: &str) -> String {
    format!("---\ntitle: A page of the test\n---\n\n{text}\n")
}

#[test]
fn pages_are_served_from_memory_and_follow_every_edit() {
    let mut preview = Preview::start("serve-edits", &["--port", "0"]);
    preview.says("The preview is up to date");
    let (status, home) = preview.get("/");
    assert_eq!(status, 200);
    for header in [
        "Content-Type: text/html; charset=utf-8\r\n",
        "Cache-Control: no-store\r\n",
        "X-Content-Type-Options: nosniff\r\n",
        "Content-Length: ",
    ] {
        assert!(home.contains(header), "{home}");
    }
    assert!(home.contains("/_boardplan/preview.js"), "{home}");
    assert_eq!(preview.get("/_boardplan/preview.js").0, 200);

    let (mut stream, mut edition) = preview.listen();
    let mut changes = |preview: &Preview, path: &str, text: &str| {
        preview.write(path, text);
        let next = line_with(&mut stream, "data: ");
        assert_ne!(next, edition);
        edition = next;
    };
    changes(&preview, "pages/new.md", &page("First words"));
    assert!(preview.get("/new.html").1.contains("First words"));
    changes(&preview, "pages/new.md", &page("Other words"));
    assert!(preview.get("/new.html").1.contains("Other words"));
    // A file in a folder that is made at the same moment.
    changes(&preview, "pages/deep/er/inside.md", &page("Far inside"));
    assert!(preview.get("/deep/er/inside.html").1.contains("Far inside"));

    // An editor that writes a new file and moves it over the old one.
    let content = preview.folder.join("content/pages");
    fs::write(content.join(".new.md.swp"), page("Swapped words")).unwrap();
    fs::rename(content.join(".new.md.swp"), content.join("new.md")).unwrap();
    line_with(&mut stream, "data: ");
    assert!(preview.get("/new.html").1.contains("Swapped words"));
    fs::remove_file(content.join("new.md")).unwrap();
    line_with(&mut stream, "data: ");
    assert_eq!(preview.get("/new.html").0, 404);
    assert!(!preview.folder.join("public").exists());
}

#[test]
fn a_mistake_is_shown_over_the_last_good_site_until_it_is_mended() {
    let mut preview = Preview::start("serve-mistake", &["--port", "0"]);
    preview.says("The preview is up to date");
    preview.write("pages/new.md", &page("Good words"));
    preview.says("The preview is up to date");
    preview.write("pages/new.md", "No facts, <b>only</b> words");
    preview.says("The preview shows the errors");
    let (status, html) = preview.get("/new.html");
    assert_eq!(status, 200);
    assert!(html.contains("Good words"), "{html}");
    assert!(html.contains("1 error must be mended"), "{html}");
    assert!(html.contains("content/pages/new.md, line 1"), "{html}");
    preview.write("pages/new.md", &page("Good words"));
    preview.says("The preview is up to date");
    let (_, html) = preview.get("/new.html");
    assert!(!html.contains("boardplan-problems"), "{html}");
}

#[test]
fn the_folder_may_go_away_and_come_back() {
    let mut preview = Preview::start("serve-away", &["--port", "0"]);
    preview.says("The preview is up to date");
    let content = preview.folder.join("content");
    let away = preview.folder.join("away");
    fs::rename(&content, &away).unwrap();
    preview.says("The plan cannot be read at the moment");
    assert!(
        preview
            .get("/")
            .1
            .contains("The plan cannot be read at the moment")
    );
    fs::rename(&away, &content).unwrap();
    preview.says("The preview is up to date");
    preview.write("pages/new.md", &page("Back again"));
    preview.says("The preview is up to date");
    assert!(preview.get("/new.html").1.contains("Back again"));
}

#[test]
fn without_events_changes_are_found_by_looking() {
    let mut preview = Preview::start("serve-poll", &["--port", "0", "--poll"]);
    preview.says("The preview is up to date");
    preview.write("pages/new.md", &page("Seen"));
    preview.says("The preview is up to date");
    assert!(preview.get("/new.html").1.contains("Seen"));
}

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

#[test]
fn a_port_that_is_taken_is_passed_over_and_said() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let preview = Preview::start("serve-port", &["--port", &port.to_string()]);
    assert_ne!(preview.address.port(), port);
    assert_eq!(preview.get("/").0, 200);
}

#[test]
fn what_cannot_be_served_is_said_in_words() {
    let folder = empty_folder("serve-nothing");
    let output = program(&folder, &["serve", "--port", "0"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let complaint = String::from_utf8(output.stderr).unwrap();
    assert!(complaint.contains("There is no folder"), "{complaint}");
    assert!(files_below(&folder).is_empty());
    assert!(
        program(&folder, &["init"])
            .output()
            .unwrap()
            .status
            .success()
    );
    // 203.0.113.0/24 is for documentation, so no computer has this address (RFC 5737).
    let output = program(&folder, &["serve", "--host", "203.0.113.7", "--port", "0"]);
    let output = { output }.output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let complaint = String::from_utf8(output.stderr).unwrap();
    assert!(
        complaint.contains("is not an address of this computer"),
        "{complaint}"
    );
}
