//! The door to `notify`: when to look again.
//!
//! An event is a hint and not a fact: some systems send too many, network drives send none, and a
//! file that is made right after its folder can be missed. So any event only means "look again",
//! the bytes decide whether anything changed, and now and then we look without being told.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::Noticing;
use crate::read::{CONTENT_FOLDER, Snapshot, THEMES_FOLDER, snapshot};

/// A pause this long after a file was closed or renamed means that an editor has finished saving.
/// One that has not is looked at again with its next event; until then its half shows.
const QUIET_AFTER_SAVING: Duration = Duration::from_millis(10);
/// A pause this long means so where a file may still be open.
const QUIET: Duration = Duration::from_millis(50);
/// Somebody who never pauses is not waited for longer than this.
const PATIENCE: Duration = Duration::from_millis(500);
/// How often we look when nobody tells us of changes.
const LOOKING: Duration = Duration::from_secs(1);
/// How often we look in case the system has not told us. A walk through 1,000 files costs about
/// 5 ms, so this is under 0.2 % of a processor.
const LOOKING_ANYWAY: Duration = Duration::from_secs(3);

/// Notices changes below `content/` and `themes/`.
pub struct Watcher {
    root: PathBuf,
    hints: Receiver<Hint>,
    /// Whether there may be a hint that nobody has waited for yet.
    has_heard: Arc<AtomicBool>,
    /// What tells us; nothing where we look ourselves.
    teller: Option<RecommendedWatcher>,
    rhythm: Duration,
    last: Snapshot,
    /// A file may be saved twice within one tick of the file system's clock, and while it is read,
    /// so after a change the next look of our own counts as a change too.
    is_restless: bool,
}

/// What an event can mean to us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hint {
    /// Something may have changed, and may go on changing.
    Look,
    /// A file has been closed, renamed or removed.
    Saved,
    /// A whole folder that we watch may have come or gone, and has to be watched anew.
    WatchAgain,
}

impl Watcher {
    /// Begins to watch. Where the system cannot tell of changes, its reason comes back too, and
    /// we look ourselves.
    pub fn new(root: &Path, noticing: Noticing) -> (Self, Option<String>) {
        let (sender, hints) = channel();
        let has_heard = Arc::new(AtomicBool::new(false));
        let mut watcher = Self {
            root: root.to_path_buf(),
            hints,
            has_heard: Arc::clone(&has_heard),
            teller: None,
            rhythm: LOOKING,
            last: snapshot(root),
            is_restless: false,
        };
        if noticing == Noticing::Looking {
            return (watcher, None);
        }
        match teller(root, sender, has_heard) {
            Ok(teller) => {
                watcher.teller = Some(teller);
                watcher.rhythm = LOOKING_ANYWAY;
                (watcher, None)
            }
            Err(error) => (watcher, Some(reason(&error))),
        }
    }

    /// Whether something may have changed since the last [`Watcher::wait`]; never known where we
    /// look ourselves.
    pub fn has_heard(&self) -> bool {
        self.has_heard.load(Ordering::Acquire)
    }

    /// Waits until something may have changed, and until whoever changed it pauses.
    pub fn wait(&mut self) {
        self.wait_for_change();
        self.has_heard.store(false, Ordering::Release);
    }

    fn wait_for_change(&mut self) {
        loop {
            match self.hints.recv_timeout(self.rhythm) {
                Ok(hint) => {
                    if self.settle(hint) == Hint::WatchAgain {
                        self.watch_again();
                    }
                    self.is_restless = true;
                    return;
                }
                Err(error) => {
                    if error == RecvTimeoutError::Disconnected {
                        // Nobody tells us, so the channel does not make us wait either.
                        thread::sleep(self.rhythm);
                    }
                    let now = snapshot(&self.root);
                    let is_changed = now != self.last;
                    let was_restless = std::mem::replace(&mut self.is_restless, is_changed);
                    self.last = now;
                    if is_changed || was_restless {
                        return;
                    }
                }
            }
        }
    }

    /// Takes in hints until there is a pause; returns the last, or that folders have to be watched
    /// anew.
    #[allow(
        clippy::disallowed_methods,
        reason = "patience is measured on the clock; nothing that is published depends on it"
    )]
    fn settle(&self, first: Hint) -> Hint {
        let end = Instant::now() + PATIENCE;
        let mut last = first;
        let mut watch_again = first == Hint::WatchAgain;
        while Instant::now() < end {
            let quiet = match last {
                Hint::Saved => QUIET_AFTER_SAVING,
                Hint::Look | Hint::WatchAgain => QUIET,
            };
            let Ok(hint) = self.hints.recv_timeout(quiet) else {
                break;
            };
            last = hint;
            watch_again |= hint == Hint::WatchAgain;
        }
        if watch_again { Hint::WatchAgain } else { last }
    }

    fn watch_again(&mut self) {
        if let Some(teller) = &mut self.teller
            && watch_folders(teller, &self.root).is_err()
        {
            self.rhythm = LOOKING;
        }
    }
}

fn teller(
    root: &Path,
    sender: Sender<Hint>,
    has_heard: Arc<AtomicBool>,
) -> notify::Result<RecommendedWatcher> {
    let mut teller = notify::recommended_watcher(move |event: notify::Result<Event>| {
        if let Some(hint) = hint(&event) {
            // Before the hint is sent: whoever then takes it and lowers the flag has lost nothing.
            has_heard.store(true, Ordering::Release);
            // Without a listener the process is ending.
            let _ = sender.send(hint);
        }
    })?;
    // Tells of a `themes/` that comes later.
    teller.watch(root, RecursiveMode::NonRecursive)?;
    watch_folders(&mut teller, root)?;
    Ok(teller)
}

/// Watches folders and never single files: most editors replace a file when they save it.
fn watch_folders(teller: &mut RecommendedWatcher, root: &Path) -> notify::Result<()> {
    for folder in [CONTENT_FOLDER, THEMES_FOLDER] {
        match teller.watch(&root.join(folder), RecursiveMode::Recursive) {
            Err(error) if !is_missing(&error) => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

fn is_missing(error: &notify::Error) -> bool {
    match &error.kind {
        notify::ErrorKind::PathNotFound => true,
        notify::ErrorKind::Io(error) => error.kind() == std::io::ErrorKind::NotFound,
        _ => false,
    }
}

fn hint(event: &notify::Result<Event>) -> Option<Hint> {
    let Ok(event) = event else {
        return Some(Hint::WatchAgain);
    };
    // What is never read: the notes that editors keep while somebody types.
    let is_hidden = |path: &PathBuf| {
        path.file_name()
            .is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
    };
    if !event.paths.is_empty() && event.paths.iter().all(is_hidden) {
        return None;
    }
    let hint = match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write))
        | EventKind::Modify(ModifyKind::Name(_))
        | EventKind::Remove(_) => Hint::Saved,
        // Our own reading.
        EventKind::Access(_) => return None,
        _ => Hint::Look,
    };
    let is_folder_of_ours = |path: &PathBuf| {
        path.file_name()
            .is_some_and(|name| name == CONTENT_FOLDER || name == THEMES_FOLDER)
    };
    if event.need_rescan() || event.paths.iter().any(is_folder_of_ours) {
        Some(Hint::WatchAgain)
    } else {
        Some(hint)
    }
}

fn reason(error: &notify::Error) -> String {
    match &error.kind {
        notify::ErrorKind::MaxFilesWatch => FULL.to_owned(),
        notify::ErrorKind::Io(error) if error.raw_os_error() == Some(EMFILE) => FULL.to_owned(),
        notify::ErrorKind::Io(error) => error.to_string(),
        _ => error.to_string(),
    }
}

const FULL: &str = "this computer already watches as many files as it can";

/// What Linux says where a person may not watch any more folders at all (inotify_init(2)).
const EMFILE: i32 = 24;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_reading_and_hidden_files_are_no_change() {
        let event = |kind| Ok(Event::new(kind).add_path(PathBuf::from("content/index.md")));
        let read = EventKind::Access(AccessKind::Open(AccessMode::Any));
        assert_eq!(hint(&event(read)), None);
        let saved = EventKind::Access(AccessKind::Close(AccessMode::Write));
        assert_eq!(hint(&event(saved)), Some(Hint::Saved));
        assert_eq!(hint(&event(EventKind::Any)), Some(Hint::Look));
        let swapped = Event::new(EventKind::Any).add_path(PathBuf::from("content/.index.md.swp"));
        assert_eq!(hint(&Ok(swapped.clone())), None);
        let renamed = Ok(swapped.add_path(PathBuf::from("content/index.md")));
        assert_eq!(hint(&renamed), Some(Hint::Look));
        let folder = Ok(Event::new(EventKind::Any).add_path(PathBuf::from("x/content")));
        assert_eq!(hint(&folder), Some(Hint::WatchAgain));
    }
}
