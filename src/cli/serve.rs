//! `boardplan serve`: look at the site while writing it.

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::Path;
use std::process::{Command, Stdio};

use jiff::civil::Date;

use super::args::{MessageFormat, Root};
use super::as_of::{self, as_of};
use super::build::{print_messages, read_failure};
use super::failure::Failure;
use super::{Outcome, summary, terminal};
use crate::pipeline::{AsOf, Build, Options, Purpose};
use crate::serve::{self, Editor, News, Noticing, Preview};
use crate::source::Sources;

/// What `serve` can be asked.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    root: Root,
    /// The port of the preview; if it is taken, the next free one is used
    #[arg(long, value_name = "PORT", default_value_t = 4000, value_parser = port)]
    port: u16,
    /// The address to listen at. Any other than 127.0.0.1 lets other computers in
    #[arg(long, value_name = "ADDRESS", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST),
        value_parser = host)]
    host: IpAddr,
    /// Open the preview in your browser
    #[arg(long)]
    open: bool,
    /// Include pages that say `draft: true`
    #[arg(long)]
    drafts: bool,
    /// Work out what is overdue or upcoming at this date, such as 2026-07-12 [default: today]
    #[arg(long, value_name = "DATE", value_parser = as_of::parse)]
    as_of: Option<Date>,
    /// What opens a file from the preview, such as 'code --goto {file}:{line}' or
    /// vscode://file/{file}:{line}
    #[arg(long, value_name = "COMMAND")]
    editor: Option<Editor>,
    /// Look for changes every second; for network drives, which do not tell of them
    #[arg(long)]
    poll: bool,
}

/// Serves the preview until Ctrl-C ends the process; nothing is on the disk, so nothing is lost.
pub fn run(args: &Args) -> Result<Outcome, Failure> {
    // Asked once for a wrong SOURCE_DATE_EPOCH; later the clock goes on.
    let first: AsOf = as_of(args.as_of)?;
    let options = || Options {
        as_of: as_of(args.as_of).unwrap_or(first),
        drafts: args.drafts,
        strict: false,
        purpose: Purpose::Review,
    };
    let preview = Preview {
        root: args.root.folder.clone(),
        host: args.host,
        port: args.port,
        noticing: if args.poll {
            Noticing::Looking
        } else {
            Noticing::Events
        },
        editor: args.editor.clone(),
    };
    let outcome = serve::serve(&preview, &options, &mut |news| {
        // A preview whose terminal has gone still serves the browser.
        let _ = tell(&news, args);
    });
    match outcome {
        Err(error) => Err(failure(&error, &preview.root, args)),
    }
}

/// Reads the value of `--port`; 0 lets the system choose.
fn port(text: &str) -> Result<u16, String> {
    text.parse()
        .map_err(|_| "write a number from 1024 to 65535, such as 4000".to_owned())
}

/// Reads the value of `--host`.
fn host(text: &str) -> Result<IpAddr, String> {
    if text.eq_ignore_ascii_case("localhost") {
        return Ok(Ipv4Addr::LOCALHOST.into());
    }
    text.parse().map_err(|_| {
        "write an address in numbers. Leave --host out to keep the preview on this computer, or \
         use 0.0.0.0 to let others in"
            .to_owned()
    })
}

fn tell(news: &News<'_>, args: &Args) -> Result<(), Failure> {
    match news {
        News::Ready {
            address,
            network,
            is_open,
            is_other_port,
        } => {
            if *is_other_port {
                terminal::say(&format!(
                    "Port {} is taken by another program, so the preview uses port {}.",
                    args.port,
                    address.port()
                ))?;
            }
            ready(*address, args)?;
            if *is_open {
                warn_of_others(*network, args)?;
            }
            Ok(())
        }
        News::LooksEverySecond { reason } => terminal::say(&format!(
            "Changes are looked for every second, because {reason}."
        )),
        News::Built { sources, build } => built(sources, build, args),
        News::Unreadable(error) => terminal::say(&format!(
            "The plan cannot be read at the moment: {error}\nThe preview stays as it was."
        )),
    }
}

fn ready(address: SocketAddr, args: &Args) -> Result<(), Failure> {
    let url = format!("http://{address}/");
    terminal::say(&format!("Your preview is at {url}"))?;
    terminal::say("It follows every change that you save. Stop it with Ctrl-C.")?;
    if args.open && open(&url).is_err() {
        terminal::say("Your browser could not be opened; please open the address yourself.")?;
    }
    Ok(())
}

fn warn_of_others(network: Option<SocketAddr>, args: &Args) -> Result<(), Failure> {
    terminal::say(&match network {
        Some(address) => format!("Other computers on your network find it at http://{address}/"),
        None => {
            "This computer is on no network at the moment, so no other one finds it.".to_owned()
        }
    })?;
    terminal::say(
        "Take care: everybody on your network can see this preview, unfinished pages included.",
    )?;
    if args.editor.is_some() {
        terminal::say(
            "Your editor is not opened from the preview while others can see it; places can be \
             copied.",
        )?;
    }
    Ok(())
}

fn built(sources: &Sources, build: &Build, args: &Args) -> Result<(), Failure> {
    print_messages(&build.diagnostics, sources, MessageFormat::Text, &args.root)?;
    let problems = summary::problems(&build.diagnostics);
    let state = if build.diagnostics.has_errors() {
        "The preview shows the errors over the last version that worked.".to_owned()
    } else {
        let pages = summary::count(build.summary.pages, "page", "pages");
        format!("The preview is up to date: {pages}.")
    };
    terminal::say(&format!("{state} Messages: {problems}."))
}

fn open(url: &str) -> io::Result<()> {
    let (program, arguments): (&str, &[&str]) = if cfg!(target_os = "windows") {
        // The empty text is the title of the window that `start` would otherwise take the address for.
        ("cmd", &["/c", "start", ""])
    } else if cfg!(target_os = "macos") {
        ("open", &[])
    } else {
        ("xdg-open", &[])
    };
    Command::new(program)
        .args(arguments)
        .arg(url)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map(drop)
}

fn failure(error: &io::Error, root: &Path, args: &Args) -> Failure {
    let port = args.port;
    match error.kind() {
        io::ErrorKind::AddrInUse => Failure::new(
            format!("Port {port} and the ports after it are taken by other programs"),
            "Choose another one, such as --port 8000.",
        ),
        io::ErrorKind::PermissionDenied if port != 0 && port < 1024 => Failure::new(
            format!("Port {port} may only be used by an administrator"),
            "Choose one above 1023, such as --port 4000.",
        ),
        io::ErrorKind::AddrNotAvailable => Failure::new(
            format!("{} is not an address of this computer", args.host),
            "Leave --host out, or use 0.0.0.0 for all its addresses.",
        ),
        _ => read_failure(error, root),
    }
}
