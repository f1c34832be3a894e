//! How browsers learn that there is a new edition: server-sent events (HTML Standard, section 9.2).

use std::io::{self, Write};
use std::time::Duration;

use super::edition::Published;

/// How often a quiet stream is tried, so that a tab that was closed is noticed.
const PING: Duration = Duration::from_secs(15);

/// The beginning of an answer that never ends. It is written by hand, because a stream in chunks
/// upsets some browsers.
const HEAD: &str = "HTTP/1.1 200 OK\r\n\
    Content-Type: text/event-stream\r\n\
    Cache-Control: no-store\r\n\
    X-Content-Type-Options: nosniff\r\n\
    Connection: close\r\n\
    \r\n\
    retry: 500\n\n";

/// Tells one browser the name of the edition, now and after each change, until it goes away.
pub fn stream(mut browser: impl Write, published: &Published) -> io::Result<()> {
    browser.write_all(HEAD.as_bytes())?;
    let mut edition = published.current();
    loop {
        write!(browser, "event: edition\ndata: {}\n\n", edition.name())?;
        browser.flush()?;
        let seen = edition.number;
        // Not kept while we wait: it holds a whole site.
        drop(edition);
        edition = published.wait(seen, PING);
        while edition.number == seen {
            browser.write_all(b": ping\n\n")?;
            browser.flush()?;
            drop(edition);
            edition = published.wait(seen, PING);
        }
    }
}
