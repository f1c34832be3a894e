//! Which pages somebody is looking at: they are made first.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The pages that open tabs show.
#[derive(Debug, Default)]
pub struct Audience {
    /// How many tabs show each page, by its file.
    tabs: Mutex<BTreeMap<String, usize>>,
}

/// A tab that shows a page, until this is dropped.
#[derive(Debug)]
pub struct Tab {
    audience: Arc<Audience>,
    page: String,
}

impl Audience {
    /// The pages that somebody is looking at.
    pub fn pages(&self) -> BTreeSet<String> {
        self.tabs().keys().cloned().collect()
    }

    /// Counts a tab in.
    pub fn open(self: &Arc<Self>, page: String) -> Tab {
        *self.tabs().entry(page.clone()).or_default() += 1;
        Tab {
            audience: Arc::clone(self),
            page,
        }
    }

    fn tabs(&self) -> MutexGuard<'_, BTreeMap<String, usize>> {
        self.tabs.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Tab {
    fn drop(&mut self) {
        let mut tabs = self.audience.tabs();
        if let Some(count) = tabs.get_mut(&self.page) {
            *count -= 1;
            if *count == 0 {
                tabs.remove(&self.page);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_looked_at_until_its_last_tab_is_closed() {
        let audience = Arc::new(Audience::default());
        let one = audience.open("a.html".to_owned());
        let other = audience.open("a.html".to_owned());
        drop(one);
        assert_eq!(audience.pages(), BTreeSet::from(["a.html".to_owned()]));
        drop(other);
        assert!(audience.pages().is_empty());
    }
}
