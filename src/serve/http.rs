//! The door to `tiny_http`: its sockets, its threads, and its traps.
//!
//! `tiny_http` reads requests as fast as they come and has no time-outs. So that a visitor who
//! never reads an answer holds up nobody else, each connection has at most one thread at work;
//! further requests on it wait their turn in its own queue.

use std::collections::{HashMap, VecDeque};
use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use tiny_http::{Header, Request, Response, Server};

use super::answer::{Answer, Ask, Desk, answer, refusal};
use super::audience::Audience;
use super::edition::Published;
use super::events::stream;
use super::{editor, mime, network};

/// How many ports are tried, beginning with the asked one.
const PORTS_TRIED: u16 = 20;
/// Connections that get an answer at the same time; more are told to come back.
const MOST_ANSWERED: usize = 64;
/// Connections that are even told so; more than these get no thread at all.
const MOST_CONNECTIONS: usize = 256;
/// Browser tabs that can listen for changes at the same time.
const MOST_STREAMS: usize = 64;
/// The longest body, in bytes, that is let past; `tiny_http` sets that much memory aside.
const LONGEST_BODY: usize = 1024 * 1024;

/// Listens at a port, or at the next one that is free.
///
/// # Errors
///
/// The machine's error: no port is free, the port needs an administrator, there is no such address.
pub fn bind(host: IpAddr, port: u16) -> io::Result<(TcpListener, SocketAddr)> {
    let mut last = io::Error::from(io::ErrorKind::AddrInUse);
    for port in (port..=u16::MAX).take(usize::from(PORTS_TRIED)) {
        match TcpListener::bind((host, port)) {
            Ok(listener) => {
                let address = listener.local_addr()?;
                return Ok((listener, address));
            }
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => last = error,
            Err(error) => return Err(error),
        }
    }
    Err(last)
}

/// Answers visitors on threads of its own, until the process ends.
///
/// # Errors
///
/// The machine's error where the first thread cannot be made.
pub fn start(
    listener: TcpListener,
    address: SocketAddr,
    desk: Desk,
    published: Arc<Published>,
    audience: Arc<Audience>,
) -> io::Result<()> {
    let reception = Arc::new(Reception {
        desk,
        published,
        audience,
        waiting: Mutex::default(),
        streams: AtomicUsize::new(0),
    });
    let server = Server::from_listener(listener, None).map_err(io::Error::other)?;
    thread::Builder::new()
        .name("preview".to_owned())
        .spawn(move || receive(server, address, &reception))?;
    Ok(())
}

/// Takes requests in as they come.
///
/// `tiny_http` stops listening for good when the system once refuses it a connection (too many
/// open files, say), so then it is started again.
#[allow(
    clippy::disallowed_methods,
    reason = "paces the nudges; nothing that is published depends on it"
)]
fn receive(mut server: Server, address: SocketAddr, reception: &Arc<Reception>) {
    let mut nudges_left = 0;
    let mut last_nudge = Instant::now();
    loop {
        let received = if nudges_left > 0 {
            server.recv_timeout(NUDGE_EVERY)
        } else {
            server.recv().map(Some)
        };
        match received {
            Ok(Some(request)) => {
                nudges_left = NUDGES;
                reception.take(request);
            }
            Ok(None) => {}
            Err(_) => {
                drop(server);
                server = restart(address);
            }
        }
        if nudges_left > 0 && last_nudge.elapsed() >= NUDGE_EVERY {
            nudges_left -= 1;
            last_nudge = Instant::now();
            nudge(address);
        }
    }
}

fn restart(address: SocketAddr) -> Server {
    loop {
        thread::sleep(Duration::from_millis(500));
        if let Ok(server) = Server::http(address) {
            return server;
        }
    }
}

/// How often a nudge is given after a request.
const NUDGES: u32 = 4;
/// How long between two nudges.
const NUDGE_EVERY: Duration = Duration::from_millis(50);

/// Opens a connection to ourselves, and closes it.
///
/// When two connections come at once, as for a page and its style sheet, `tiny_http` 0.12 may
/// count on one idle thread for both; the second then waits until some thread is free, which may
/// be for ever while browsers keep their connections open. One more connection gets a thread, and
/// after it that thread sees to the one that was left waiting.
fn nudge(address: SocketAddr) {
    // Best effort: a system that refuses this also refuses visitors, who will try again.
    let _ = TcpStream::connect_timeout(&network::local(address), NUDGE_EVERY);
}

/// Who is being answered.
struct Reception {
    desk: Desk,
    published: Arc<Published>,
    audience: Arc<Audience>,
    /// The requests that wait behind the one that a connection's thread is answering.
    waiting: Mutex<HashMap<SocketAddr, VecDeque<Request>>>,
    streams: AtomicUsize,
}

impl Reception {
    /// Takes a request in without ever waiting for its sender.
    fn take(self: &Arc<Self>, request: Request) {
        if request.body_length().unwrap_or(0) > LONGEST_BODY {
            return leave_unanswered(request);
        }
        let Some(visitor) = request.remote_addr().copied() else {
            return;
        };
        let mut waiting = self.waiting();
        let connections = waiting.len();
        if let Some(queue) = waiting.get_mut(&visitor) {
            queue.push_back(request);
            return;
        }
        if connections >= MOST_CONNECTIONS {
            return leave_unanswered(request);
        }
        waiting.insert(visitor, VecDeque::new());
        drop(waiting);
        let this = Arc::clone(self);
        let is_crowded = connections >= MOST_ANSWERED;
        let thread = thread::Builder::new().spawn(move || {
            let mut next = Some(request);
            while let Some(request) = next {
                this.answer(request, is_crowded);
                next = this.next_of(visitor);
            }
        });
        if thread.is_err() {
            self.waiting().remove(&visitor);
        }
    }

    /// The next request of a connection; where there is none, its thread is done.
    fn next_of(&self, visitor: SocketAddr) -> Option<Request> {
        let mut waiting = self.waiting();
        let next = waiting.get_mut(&visitor).and_then(VecDeque::pop_front);
        if next.is_none() {
            waiting.remove(&visitor);
        }
        next
    }

    fn answer(self: &Arc<Self>, request: Request, is_crowded: bool) {
        let answer = if is_crowded {
            refusal(503, "Too many visitors at once. Please try again.")
        } else {
            answer(&ask(&request), &self.desk, &self.published.current())
        };
        match answer {
            Answer::Events(page) => self.stream(request, page),
            Answer::Run(words) => {
                let answer = match editor::run(&words) {
                    Ok(()) => refusal(200, "Opened."),
                    Err(error) => refusal(500, &format!("The editor did not start: {error}")),
                };
                drop(request.respond(response(answer)));
            }
            // An error means that the visitor has gone.
            answer => drop(request.respond(response(answer))),
        }
    }

    /// Hands a listener to a thread of its own, so that it does not count as being answered.
    fn stream(self: &Arc<Self>, request: Request, page: Option<String>) {
        if self.streams.fetch_add(1, Ordering::Relaxed) >= MOST_STREAMS {
            self.streams.fetch_sub(1, Ordering::Relaxed);
            let answer = refusal(503, "Too many tabs show this preview.");
            drop(request.respond(response(answer)));
            return;
        }
        let this = Arc::clone(self);
        let thread = thread::Builder::new().spawn(move || {
            let _tab = page.map(|page| this.audience.open(page));
            // An error means that the tab was closed.
            let _ = stream(request.into_writer(), &this.published);
            this.streams.fetch_sub(1, Ordering::Relaxed);
        });
        if thread.is_err() {
            self.streams.fetch_sub(1, Ordering::Relaxed);
        }
    }

    fn waiting(&self) -> MutexGuard<'_, HashMap<SocketAddr, VecDeque<Request>>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Forgets a request. To drop it would be to answer it and to read its body to the end, here and
/// now. The price is one socket, and only somebody who attacks the preview makes us pay it.
fn leave_unanswered(request: Request) {
    std::mem::forget(request);
}

fn ask(request: &Request) -> Ask<'_> {
    let all = |name: &'static str| {
        request
            .headers()
            .iter()
            .filter(move |header| header.field.equiv(name))
            .map(|header| header.value.as_str())
    };
    let mut hosts = all("Host");
    let host = hosts.next().filter(|_| hosts.next().is_none());
    let has_length = all("Content-Length").any(|length| length.trim() != "0");
    Ask {
        method: request.method().as_str(),
        target: request.url(),
        host,
        origin: all("Origin").next(),
        has_body: has_length || all("Transfer-Encoding").next().is_some(),
    }
}

fn response(answer: Answer) -> Response<io::Cursor<Vec<u8>>> {
    let (status, mime, bytes, location) = match answer {
        Answer::Bytes {
            status,
            mime,
            bytes,
        } => (status, mime, bytes, None),
        Answer::Redirect(address) => (302, mime::TEXT, Vec::new(), Some(address)),
        // These are no bytes to send, and are seen to before.
        Answer::Events(_) | Answer::Run(_) => (200, mime::TEXT, Vec::new(), None),
    };
    let headers = [
        Some(("Content-Type", mime)),
        Some(("Cache-Control", "no-store")),
        Some(("X-Content-Type-Options", "nosniff")),
        (status == 405).then_some(("Allow", "GET, HEAD")),
        location.as_deref().map(|address| ("Location", address)),
    ];
    let mut response = Response::from_data(bytes)
        .with_status_code(status)
        .with_chunked_threshold(usize::MAX);
    for (name, value) in headers.into_iter().flatten() {
        if let Some(header) = header(name, value) {
            response.add_header(header);
        }
    }
    response
}

/// A header; none where its value could begin another one (`tiny_http` does not look).
fn header(name: &'static str, value: &str) -> Option<Header> {
    let is_safe = value.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    is_safe
        .then(|| Header::from_bytes(name, value).ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_cannot_begin_another_one() {
        assert!(header("Location", "/groups/").is_some());
        for value in ["/a\r\nSet-Cookie: x", "/a\nb", "/\u{e9}", "/\0"] {
            assert!(header("Location", value).is_none(), "{value:?}");
        }
    }

    #[test]
    fn the_next_free_port_is_taken() {
        let host = IpAddr::from([127, 0, 0, 1]);
        let (_held, first) = bind(host, 0).unwrap();
        let (_other, second) = bind(host, first.port()).unwrap();
        assert!(second.port() > first.port());
    }
}
