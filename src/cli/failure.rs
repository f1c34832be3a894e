//! When the machine fails, in words for people who never use a terminal.

use std::fmt;
use std::io;

/// Why a command could not do its work.
#[derive(Debug)]
pub struct Failure {
    message: String,
    advice: Option<String>,
}

impl Failure {
    /// A failure in words, with what to do about it.
    pub fn new(message: impl Into<String>, advice: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            advice: Some(advice.into()),
        }
    }

    /// What could not be done, and the machine's reason.
    pub fn because(what: impl fmt::Display, error: &io::Error) -> Self {
        Self {
            message: format!("{what}: {error}"),
            advice: advice(error.kind()).map(str::to_owned),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.message.trim_end_matches('.'))?;
        write!(formatter, ".")?;
        match &self.advice {
            Some(advice) => write!(formatter, "\n{advice}"),
            None => Ok(()),
        }
    }
}

fn advice(kind: io::ErrorKind) -> Option<&'static str> {
    match kind {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Some(
            "This computer does not let you use that folder or file. Check that it is yours, that \
             it is not open in another program, and that it is not read-only.",
        ),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            Some("The disk is full. Make room, then try again.")
        }
        _ => None,
    }
}
