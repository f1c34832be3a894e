//! What is published, and how browsers learn that it changed.

use std::io::{self, Write};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::output::Outputs;

/// One state of the preview; it never changes, it is replaced.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edition {
    /// Which one this is; each change counts one more.
    pub number: u64,
    /// The last good site, if there ever was one.
    pub site: Option<Arc<Outputs>>,
    /// The problems to show over it, as HTML.
    pub panel: Option<String>,
}

impl Edition {
    /// A name that no edition of another process has, so that a browser that outlives a restart
    /// notices.
    pub fn name(&self) -> String {
        format!("{}-{}", std::process::id(), self.number)
    }
}

/// The edition that all visitors see.
#[derive(Debug, Default)]
pub struct Published {
    edition: Mutex<Arc<Edition>>,
    changed: Condvar,
}

impl Published {
    /// The edition of this moment.
    pub fn current(&self) -> Arc<Edition> {
        Arc::clone(&self.lock())
    }

    /// Replaces the edition. Without a site the last good one stays. Returns whether anything is
    /// different; if not, nobody is disturbed.
    pub fn publish(&self, site: Option<Outputs>, panel: Option<String>) -> bool {
        let mut edition = self.lock();
        let site = match site {
            Some(site) => Some(Arc::new(site)),
            None => edition.site.clone(),
        };
        if edition.number > 0 && site == edition.site && panel == edition.panel {
            return false;
        }
        *edition = Arc::new(Edition {
            number: edition.number + 1,
            site,
            panel,
        });
        self.changed.notify_all();
        true
    }

    /// Waits for another edition than the one with a number, but not for ever.
    fn wait(&self, seen: u64, patience: Duration) -> Arc<Edition> {
        let guard = self
            .changed
            .wait_timeout_while(self.lock(), patience, |edition| edition.number == seen)
            .map_or_else(|broken| broken.into_inner().0, |(guard, _)| guard);
        Arc::clone(&guard)
    }

    fn lock(&self) -> MutexGuard<'_, Arc<Edition>> {
        // The value is replaced in one step, so it is whole even where a thread died with the lock.
        self.edition.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

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
        edition = published.wait(seen, PING);
        while edition.number == seen {
            browser.write_all(b": ping\n\n")?;
            browser.flush()?;
            edition = published.wait(seen, PING);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::OutputPath;

    fn site(text: &str) -> Outputs {
        let mut site = Outputs::default();
        site.insert(OutputPath::new("index.html"), text);
        site
    }

    #[test]
    fn a_failed_build_keeps_the_last_good_site() {
        let published = Published::default();
        assert!(published.publish(Some(site("good")), None));
        assert!(published.publish(None, Some("problem".to_owned())));
        let edition = published.current();
        assert_eq!(edition.site.as_deref(), Some(&site("good")));
        assert_eq!(edition.panel.as_deref(), Some("problem"));
        assert!(published.publish(Some(site("good")), None));
        assert_eq!(published.current().panel, None);
    }

    #[test]
    fn the_same_site_again_disturbs_nobody() {
        let published = Published::default();
        assert!(published.publish(Some(site("a")), None));
        let number = published.current().number;
        assert!(!published.publish(Some(site("a")), None));
        assert_eq!(published.current().number, number);
    }
}
