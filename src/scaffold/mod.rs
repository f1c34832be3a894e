//! New content: the starter board of `boardplan init`, the files of `boardplan new`, and the field
//! reference that goes with them.
//!
//! Files are made in memory, with paths below the root; `write` puts them on the disk, and never
//! over a file that is there.

mod field_reference;
mod meetings;
mod new_file;
mod starter;
mod text;
mod theme;

pub use field_reference::field_reference;
pub use meetings::{End, LeftOut, MeetingsFile, NewMeetings, Refusal, new_meetings};
pub use new_file::{Kind, NewFile, new_file};
pub use starter::starter;
pub use text::file_name;
pub use theme::theme;
