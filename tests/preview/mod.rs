//! A preview of the starter board on a real port, with real edits.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test may read and write its own folder, and stops where that fails"
)]
#![allow(dead_code, reason = "each runner uses a part of this")]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::folders::empty_folder;

/// No condition that a test waits for takes this long on any machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// A preview of the starter board in a folder of its own; it ends with the test.
pub struct Preview {
    pub folder: PathBuf,
    child: Child,
    /// What it says; none where nobody wants to hear it.
    said: Option<BufReader<ChildStdout>>,
    pub address: SocketAddr,
}

impl Preview {
    pub fn start(name: &str, arguments: &[&str]) -> Self {
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
            said: Some(said),
            address,
        }
    }

    /// Lets the program talk to nobody, so that it is never held up by a full pipe.
    pub fn unheard(mut self) -> Self {
        if let Some(mut said) = self.said.take() {
            thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
        }
        self
    }

    /// The number of the process.
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.folder.join("content").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Waits until the program says something with these words.
    pub fn says(&mut self, words: &str) {
        line_with(self.said.as_mut().unwrap(), words);
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// Sends the lines of a request, and returns the status and the whole answer.
    pub fn send(&self, lines: &[&str]) -> (u16, String) {
        let mut stream = self.connect();
        let request = lines.join("\r\n") + "\r\nConnection: close\r\n\r\n";
        stream.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let answer = String::from_utf8_lossy(&bytes).into_owned();
        let status = answer.split(' ').nth(1).and_then(|word| word.parse().ok());
        (status.unwrap_or(0), answer)
    }

    pub fn host(&self) -> String {
        format!("Host: {}", self.address)
    }

    pub fn get(&self, path: &str) -> (u16, String) {
        self.send(&[&format!("GET {path} HTTP/1.1"), &self.host()])
    }

    /// Asks for a path on a connection that stays open, and returns the status and the body.
    pub fn ask(&self, path: &str, connection: &mut BufReader<TcpStream>) -> (u16, Vec<u8>) {
        let request = format!("GET {path} HTTP/1.1\r\n{}\r\n\r\n", self.host());
        connection.get_mut().write_all(request.as_bytes()).unwrap();
        let status = line_with(connection, "HTTP/1.1");
        let status = status.split(' ').nth(1).unwrap().parse().unwrap();
        let mut length = 0;
        loop {
            let mut line = String::new();
            connection.read_line(&mut line).unwrap();
            if let Some(value) = line.strip_prefix("Content-Length: ") {
                length = value.trim().parse().unwrap();
            }
            if line.trim().is_empty() {
                break;
            }
        }
        let mut body = vec![0; length];
        connection.read_exact(&mut body).unwrap();
        (status, body)
    }

    /// Opens the stream of changes, and returns it after its first edition.
    pub fn listen(&self) -> (BufReader<TcpStream>, String) {
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

pub fn program(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_boardplan"));
    command
        .current_dir(folder)
        .args(arguments)
        .stdin(Stdio::null());
    command
}

pub fn line_with(lines: &mut impl BufRead, words: &str) -> String {
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

pub fn page(text: &str) -> String {
    format!("---\ntitle: A page of the test\n---\n\n{text}\n")
}

/// Whether this run is the long one, whose figures count (`BOARDPLAN_LONG=1`, `tests/bench/README.md`).
pub fn is_measured() -> bool {
    std::env::var_os("BOARDPLAN_LONG").is_some()
}
