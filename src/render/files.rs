//! Pictures and documents that pages use, published as they are.

use crate::render::{Input, Made};
use crate::source::Found;

/// The files that the views list. One that was not read as a file is left out; the stage that
/// found it has reported it.
pub(super) fn make(input: &Input<'_>) -> Made {
    Made::files(input.views.files.iter().filter_map(|(path, file)| {
        match &input.sources.entry(*file)?.found {
            Found::File(bytes) => Some((path.clone(), bytes.clone())),
            Found::TooLarge(_)
            | Found::EmptyFolder
            | Found::Link { .. }
            | Found::Unreadable(_)
            | Found::BadName => None,
        }
    }))
}
