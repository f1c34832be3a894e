//! New content: the starter board of `boardplan init` and the files of `boardplan new`.
//!
//! Files are made in memory, with paths below the root; `write` puts them on the disk, and never
//! over a file that is there.

mod new_file;
mod starter;
mod text;

pub use new_file::{Kind, NewFile, new_file};
pub use starter::starter;
