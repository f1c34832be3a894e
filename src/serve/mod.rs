//! The preview: look again after every edit, and answer browsers from memory. It never writes.
//!
//! One whole [`edition::Edition`] is published at a time. A build that fails keeps the last good
//! site and puts a panel with the problems over it.

mod watch;

mod edition;

mod audience;

mod located;

mod overlay;

mod bar;

mod page;

mod editor;

mod visitors;

mod target;

mod mime;

mod answer;

mod events;

mod network;

mod http;

use std::convert::Infallible;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use crate::pipeline::{self, Ahead, Build, Options, Outdated};
use crate::read;
use crate::source::Sources;

pub use editor::Editor;

use answer::Desk;
use audience::Audience;
use edition::{Notes, Published};
use editor::Opener;
use visitors::Visitors;
use watch::Watcher;

/// What is served, and where.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The folder that holds `content/`.
    pub root: PathBuf,
    /// The address to listen at; only a loopback address keeps the preview on this computer.
    pub host: IpAddr,
    /// The port to try first; 0 lets the system choose.
    pub port: u16,
    /// How changes are noticed.
    pub noticing: Noticing,
    /// What opens a file; never used while other computers may look at the preview.
    pub editor: Option<Editor>,
}

/// How changes are noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noticing {
    /// The system tells, and we look ourselves now and then in case it does not.
    Events,
    /// We look ourselves, once a second: for drives that never tell.
    Looking,
}

/// What the person at the keyboard should hear.
pub enum News<'a> {
    /// Browsers can come.
    Ready {
        /// Where, on this computer.
        address: SocketAddr,
        /// Where, on others; `None` where they are kept out, or there is no network.
        network: Option<SocketAddr>,
        /// Whether others are let in at all.
        is_open: bool,
        /// Whether the asked port was taken.
        is_other_port: bool,
    },
    /// The system cannot tell about changes, so we look once a second.
    LooksEverySecond {
        /// The system's reason.
        reason: String,
    },
    /// The site was built again, or could not be because of its content.
    Built {
        /// What was read.
        sources: &'a Sources,
        /// What came of it.
        build: &'a Build,
    },
    /// The sources cannot be read at the moment.
    Unreadable(&'a io::Error),
}

/// Serves a preview until the process is ended.
///
/// `options` is asked before each build, because "now" moves on.
///
/// # Errors
///
/// What cannot be done at the start: the sources cannot be read, or no port can be had.
pub fn serve(
    preview: &Preview,
    options: &dyn Fn() -> Options,
    tell: &mut dyn FnMut(News<'_>),
) -> io::Result<Infallible> {
    let (mut watcher, trouble) = Watcher::new(&preview.root, preview.noticing);
    let mut last = read::read(&preview.root)?;
    let showing = Showing::default();
    let first = showing.build(&last, &options(), &|| false);
    let (listener, address) = http::bind(preview.host, preview.port)?;
    let desk = desk(preview, address)?;
    let Showing {
        published,
        audience,
    } = &showing;
    http::start(
        listener,
        address,
        desk,
        Arc::clone(published),
        Arc::clone(audience),
    )?;
    tell(News::Ready {
        address: network::local(address),
        network: network::public(address),
        is_open: !address.ip().is_loopback(),
        is_other_port: preview.port != 0 && address.port() != preview.port,
    });
    if let Some(reason) = trouble {
        tell(News::LooksEverySecond { reason });
    }
    if let Ok(build) = &first {
        tell(News::Built {
            sources: &last,
            build,
        });
    }
    let mut gave_way = 0;
    loop {
        watcher.wait();
        let is_outdated = || gave_way < MOST_GIVING_WAY && watcher.has_heard();
        match look_again(
            &preview.root,
            options,
            &showing,
            &mut last,
            &is_outdated,
            tell,
        ) {
            Ok(()) => gave_way = 0,
            Err(Outdated) => gave_way += 1,
        }
    }
}

/// So many builds in a row give way to newer edits. The next one is finished whatever comes, so
/// that somebody who never pauses sees the whole site too.
const MOST_GIVING_WAY: u32 = 4;

/// How long the rest of a build leaves the processors to the browser that paints the page looked at.
/// Measured in `tests/bench/README.md`: without it, two processors are too few for both.
const UNTIL_PAINTED: Duration = Duration::from_millis(50);

/// What visitors see, and which of it they look at.
#[derive(Default)]
struct Showing {
    published: Arc<Published>,
    audience: Arc<Audience>,
}

impl Showing {
    /// Builds and publishes: first the pages that somebody is looking at, then all, unless there is
    /// something newer.
    fn build(
        &self,
        sources: &Sources,
        options: &Options,
        is_outdated: &dyn Fn() -> bool,
    ) -> Result<Build, Outdated> {
        let ahead = Ahead {
            pages: &self.audience.pages(),
            deliver: &mut |pages| {
                self.published.publish_ahead(pages);
                thread::sleep(UNTIL_PAINTED);
            },
            is_outdated,
        };
        let mut build = pipeline::build_ahead(sources, options, ahead)?;
        let panel = build
            .outputs
            .is_none()
            .then(|| overlay::problems(&build.diagnostics, sources));
        let notes = Notes {
            sources: sources.clone(),
            diagnostics: build.diagnostics.clone(),
            places: std::mem::take(&mut build.places),
            setting: setting(&build, options),
        };
        self.published.publish(build.outputs.take(), panel, notes);
        Ok(build)
    }
}

/// The editor is opened for this computer only: on a network, everybody sees the pages, and with
/// them the word that opens it.
fn desk(preview: &Preview, address: SocketAddr) -> io::Result<Desk> {
    let visitors = Visitors::of(address);
    let editor = preview.editor.clone();
    let opener = editor
        .filter(|_| !visitors.includes_network())
        .map(|editor| Opener::new(editor, &preview.root))
        .transpose()?;
    Ok(Desk { visitors, opener })
}

/// Which day the site is shown for, and whether drafts are in it.
fn setting(build: &Build, options: &Options) -> String {
    let day = build.summary.as_of.strftime("%-d %B %Y");
    let drafts = if options.drafts {
        "Drafts are shown."
    } else {
        "Drafts are left out."
    };
    format!("As on {day}. {drafts}")
}

/// Builds and publishes again if a single byte of the sources changed.
fn look_again(
    root: &Path,
    options: &dyn Fn() -> Options,
    showing: &Showing,
    last: &mut Sources,
    is_outdated: &dyn Fn() -> bool,
    tell: &mut dyn FnMut(News<'_>),
) -> Result<(), Outdated> {
    match read::read(root) {
        Ok(sources) if sources.content == last.content && sources.themes == last.themes => {}
        Ok(sources) => {
            // Until the site of these sources is made, none are the last: also those before count
            // as a change when they come back.
            *last = Sources::default();
            let build = showing.build(&sources, &options(), is_outdated)?;
            tell(News::Built {
                sources: &sources,
                build: &build,
            });
            *last = sources;
        }
        Err(error) => {
            // So that the return of the same files counts as a change.
            *last = Sources::default();
            let panel = overlay::failure(&error.to_string());
            if showing.published.publish_failure(panel) {
                tell(News::Unreadable(&error));
            }
        }
    }
    Ok(())
}
