//! Text as it was read, and places in it.
//!
//! A place is a [`Span`]: a file and two byte offsets. Lines and columns are worked out
//! only when a message is printed ([`LineIndex`]), so no stage ever has to keep them in step.

use std::borrow::Cow;

mod lines;
mod span;
mod texts;

pub use lines::{LineColumn, LineIndex};
pub use span::{FileId, Span, Spanned};
pub use texts::Texts;

/// One thing found below `content/`, as the disk had it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The path below `content/`, with forward slashes: `groups/training.md`.
    pub path: String,
    /// What stood there.
    pub found: Found,
}

/// What stood at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A file and its bytes.
    File(Vec<u8>),
    /// A file that is larger than [`MAX_FILE_BYTES`]; its bytes were not read.
    TooLarge(u64),
    /// A folder without anything in it.
    EmptyFolder,
    /// A symbolic link; links are not followed.
    Link {
        /// Whether it points to something that exists.
        dangling: bool,
    },
    /// A file or folder that the machine refused to open, with the machine's reason.
    Unreadable(String),
    /// A name that is not UTF-8; `path` holds it with replacement characters.
    BadName,
}

/// The largest file that is read, in bytes (64 MiB). A larger one is reported, not published.
pub const MAX_FILE_BYTES: u64 = 64 * 1024 * 1024;

/// One file of a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeFile {
    /// The path below the theme's folder, with forward slashes: `pages/action.html`.
    pub path: String,
    /// The bytes of the file.
    pub bytes: Vec<u8>,
}

/// One layer of a theme: a folder below `themes/`, or the one inside the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeLayer {
    /// The name of its folder: `default`.
    pub name: String,
    /// How its files are named in messages: `themes/default`, or `built-in theme default`.
    pub origin: String,
    /// Its files, sorted by path.
    pub files: Vec<ThemeFile>,
}

/// Everything that a build reads, in memory: the only input of [`crate::pipeline::build`].
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// What stands below `content/`, sorted by path. A [`FileId`] is an index into this list.
    pub content: Vec<Entry>,
    /// Every theme that was found, each once, sorted by name.
    pub themes: Vec<ThemeLayer>,
}

impl Sources {
    /// The entry that a file id stands for.
    #[must_use]
    pub fn entry(&self, file: FileId) -> Option<&Entry> {
        self.content.get(file.index())
    }

    /// All entries with their ids, sorted by path.
    pub fn entries(&self) -> impl Iterator<Item = (FileId, &Entry)> {
        self.content
            .iter()
            .enumerate()
            .map(|(index, entry)| (FileId::new(index), entry))
    }
}

/// The text of a file to point at, even where it is not UTF-8: each byte that cannot be shown is
/// then a question mark, so that places stay right.
#[must_use]
pub fn shown(bytes: &[u8]) -> Cow<'_, str> {
    match decode(bytes) {
        Some(text) => Cow::Borrowed(text),
        None => bytes
            .iter()
            .map(|byte| {
                if byte.is_ascii() {
                    char::from(*byte)
                } else {
                    '?'
                }
            })
            .collect(),
    }
}

/// Decodes a file as an author's editor would: UTF-8, a byte order mark dropped.
///
/// Returns `None` where the bytes are not UTF-8; `parse` says which encoding they look like.
#[must_use]
pub fn decode(bytes: &[u8]) -> Option<&str> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    std::str::from_utf8(bytes).ok()
}
