//! What is published: one whole value, replaced and never changed.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::derive::places::Places;
use crate::diagnostic::Diagnostics;
use crate::output::{Output, Outputs};
use crate::source::Sources;

/// One state of the preview; it never changes, it is replaced.
#[derive(Clone, Debug, Default)]
pub struct Edition {
    /// Which one this is; each change that a browser can see counts one more.
    pub number: u64,
    /// The last good site, if there ever was one.
    pub site: Option<Arc<Outputs>>,
    /// Pages of the next site that were ready before the rest of it.
    pub ahead: Arc<Outputs>,
    /// The problems to show over it, as HTML.
    pub panel: Option<String>,
    /// What its authors may want to know.
    pub notes: Arc<Notes>,
}

/// What authors may want to know of an edition.
#[derive(Clone, Debug, Default)]
pub struct Notes {
    /// What the site was made from.
    pub sources: Sources,
    /// What was found wrong.
    pub diagnostics: Diagnostics,
    /// Where everything was written; that of the last good site.
    pub places: Places,
    /// The day of the site, in words, and whether drafts are shown.
    pub setting: String,
}

impl Edition {
    /// A name that no edition of another process has, so that a browser that outlives a restart
    /// notices.
    pub fn name(&self) -> String {
        format!("{}-{}", std::process::id(), self.number)
    }

    /// A file of the site, the newest that there is.
    pub fn file(&self, path: &str) -> Option<&Output> {
        self.ahead
            .get(path)
            .or_else(|| self.site.as_ref()?.get(path))
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

    /// Replaces the edition. Without a site the last good one stays. If nothing is different that
    /// a browser can see, nobody is disturbed.
    pub fn publish(&self, site: Option<Outputs>, panel: Option<String>, notes: Notes) {
        let last = self.current();
        let site = match site {
            Some(site) => Some(Arc::new(site)),
            None => last.site.clone(),
        };
        // Compared before the lock is taken: visitors do not wait for it. Only one thread publishes.
        let is_same = last.number > 0
            && last.ahead.is_empty()
            && site == last.site
            && panel == last.panel
            && notes.diagnostics == last.notes.diagnostics;
        self.replace(Edition {
            number: last.number + u64::from(!is_same),
            site,
            ahead: Arc::default(),
            panel,
            notes: Arc::new(notes),
        });
    }

    /// Shows pages that are ready before the rest of their site. While there is a panel of
    /// problems, nothing is known to be mended before the whole site is.
    pub fn publish_ahead(&self, pages: Outputs) {
        let last = self.current();
        let is_news = pages
            .iter()
            .any(|(path, page)| last.file(path.as_str()) != Some(page));
        if last.site.is_none() || last.panel.is_some() || !is_news {
            return;
        }
        self.replace(Edition {
            number: last.number + 1,
            ahead: Arc::new(pages),
            ..Edition::clone(&last)
        });
    }

    /// Shows a panel over what is there, because not even the sources can be read. Returns whether
    /// it is a new one.
    pub fn publish_failure(&self, panel: String) -> bool {
        let last = self.current();
        if last.panel.as_ref() == Some(&panel) {
            return false;
        }
        self.replace(Edition {
            number: last.number + 1,
            panel: Some(panel),
            ..Edition::clone(&last)
        });
        true
    }

    /// Waits for another edition than the one with a number, but not for ever.
    pub fn wait(&self, seen: u64, patience: Duration) -> Arc<Edition> {
        let guard = self
            .changed
            .wait_timeout_while(self.lock(), patience, |edition| edition.number == seen)
            .map_or_else(|broken| broken.into_inner().0, |(guard, _)| guard);
        Arc::clone(&guard)
    }

    fn replace(&self, edition: Edition) {
        *self.lock() = Arc::new(edition);
        self.changed.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, Arc<Edition>> {
        // The value is replaced in one step, so it is whole even where a thread died with the lock.
        self.edition.lock().unwrap_or_else(PoisonError::into_inner)
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

    fn shown(published: &Published) -> Option<Vec<u8>> {
        let edition = published.current();
        edition.file("index.html").map(|file| file.bytes.clone())
    }

    #[test]
    fn a_failed_build_keeps_the_last_good_site() {
        let published = Published::default();
        published.publish(Some(site("good")), None, Notes::default());
        published.publish(None, Some("problem".to_owned()), Notes::default());
        let edition = published.current();
        assert_eq!(edition.site.as_deref(), Some(&site("good")));
        assert_eq!(edition.panel.as_deref(), Some("problem"));
        published.publish(Some(site("good")), None, Notes::default());
        assert_eq!(published.current().panel, None);
    }

    #[test]
    fn the_same_site_again_disturbs_nobody() {
        let published = Published::default();
        published.publish(Some(site("a")), None, Notes::default());
        let number = published.current().number;
        published.publish(Some(site("a")), None, Notes::default());
        published.publish_ahead(site("a"));
        assert_eq!(published.current().number, number);
    }

    #[test]
    fn a_page_that_is_ready_is_shown_before_its_site_and_gives_way_to_it() {
        let published = Published::default();
        // There is no site yet that it could stand in.
        published.publish_ahead(site("early"));
        assert_eq!(shown(&published), None);
        published.publish(Some(site("old")), None, Notes::default());
        published.publish_ahead(site("new"));
        assert_eq!(shown(&published), Some(b"new".to_vec()));
        assert_eq!(published.current().site.as_deref(), Some(&site("old")));
        // What only the whole site could show was wrong: the last good site is back.
        published.publish(None, Some("problem".to_owned()), Notes::default());
        assert_eq!(shown(&published), Some(b"old".to_vec()));
        // Now nothing is shown early, because the problem may still be there.
        published.publish_ahead(site("newer"));
        assert_eq!(shown(&published), Some(b"old".to_vec()));
    }
}
