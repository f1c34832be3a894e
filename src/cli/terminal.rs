//! Speaking to the terminal: colours only where they are wanted, and no crash on a closed pipe.
#![allow(
    clippy::disallowed_methods,
    reason = "`cli/` is the room that speaks to the terminal"
)]

use std::io::{self, Write};
use std::path::Path;

use anstream::{AutoStream, ColorChoice};

use crate::diagnostic::Look;

use super::failure::Failure;

/// How messages on standard output look: coloured only on a terminal that wants it (`NO_COLOR`).
pub fn look() -> Look {
    match AutoStream::choice(&io::stdout()) {
        ColorChoice::Never => Look::Plain,
        _ => Look::Coloured,
    }
}

/// How many columns the terminal has; `None` where standard output goes elsewhere.
pub fn width() -> Option<usize> {
    terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| usize::from(width.0))
}

/// A path as it is typed in a command: in quotes where a space would cut it in two.
pub fn typed(path: &Path) -> String {
    let path = path.display().to_string();
    let is_plain = |sign: char| sign.is_alphanumeric() || "/\\.-_:~".contains(sign);
    if !path.is_empty() && path.chars().all(is_plain) {
        path
    } else {
        format!("\"{path}\"")
    }
}

/// Prints a text and a line end to standard output.
pub fn say(text: &str) -> Result<(), Failure> {
    print(&format!("{text}\n"))
}

/// Prints a text as it is to standard output.
pub fn print(text: &str) -> Result<(), Failure> {
    // The stream turns colours into what an old Windows terminal understands.
    let mut stream = AutoStream::auto(io::stdout().lock());
    match write!(stream, "{text}").and_then(|()| stream.flush()) {
        // Whoever was reading has heard enough (`boardplan check | head`).
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => Err(Failure::because("The output could not be written", &error)),
        Ok(()) => Ok(()),
    }
}

/// Prints a text and a line end to standard error, where it does not disturb what a program reads.
pub fn note(text: &str) {
    // There is nobody left to tell when this fails.
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// Prints why a command failed.
pub fn complain(text: &str) {
    note(&format!("boardplan: {text}"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_with_a_space_is_typed_in_quotes() {
        assert_eq!(typed(Path::new("plans/my-board")), "plans/my-board");
        assert_eq!(typed(Path::new("my board")), "\"my board\"");
        assert_eq!(typed(Path::new("Bwrdd Môn")), "\"Bwrdd Môn\"");
    }
}
