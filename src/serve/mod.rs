//! The preview: look again after every edit, and answer browsers from memory. It never writes.
//!
//! One whole [`reload::Edition`] is published at a time. A build that fails keeps the last good
//! site and puts a panel with the problems over it.

mod answer;
mod http;
mod mime;
mod overlay;
mod reload;
mod watch;

use std::convert::Infallible;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::pipeline::{self, Build, Options};
use crate::read;
use crate::source::Sources;

use answer::Visitors;
use reload::Published;
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
        /// Where.
        address: SocketAddr,
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
    let published = Arc::new(Published::default());
    let build = publish(&last, &options(), &published);
    let (listener, address) = http::bind(preview.host, preview.port)?;
    let visitors = Visitors::of(address);
    http::start(listener, address, visitors, Arc::clone(&published))?;
    tell(News::Ready {
        address,
        is_other_port: preview.port != 0 && address.port() != preview.port,
    });
    if let Some(reason) = trouble {
        tell(News::LooksEverySecond { reason });
    }
    tell(News::Built {
        sources: &last,
        build: &build,
    });
    loop {
        watcher.wait();
        look_again(&preview.root, options, &published, &mut last, tell);
    }
}

/// Builds and publishes again if a single byte of the sources changed.
fn look_again(
    root: &Path,
    options: &dyn Fn() -> Options,
    published: &Published,
    last: &mut Sources,
    tell: &mut dyn FnMut(News<'_>),
) {
    match read::read(root) {
        Ok(sources) if sources.content == last.content && sources.themes == last.themes => {}
        Ok(sources) => {
            let build = publish(&sources, &options(), published);
            tell(News::Built {
                sources: &sources,
                build: &build,
            });
            *last = sources;
        }
        Err(error) => {
            // So that the return of the same files counts as a change.
            *last = Sources::default();
            if published.publish(None, Some(overlay::failure(&error.to_string()))) {
                tell(News::Unreadable(&error));
            }
        }
    }
}

fn publish(sources: &Sources, options: &Options, published: &Published) -> Build {
    let mut build = pipeline::build(sources, options, &mut |_| {});
    let panel = build
        .outputs
        .is_none()
        .then(|| overlay::problems(&build.diagnostics, sources));
    published.publish(build.outputs.take(), panel);
    build
}
