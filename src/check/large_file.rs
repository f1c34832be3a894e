//! Files are light enough for an old phone (content format §9): pictures up to 1 MB, documents up to
//! 10 MB.

use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::Site;
use crate::parse::is_picture;
use crate::source::Span;

use super::unused_file::used_files;

/// The largest picture that is no message, in bytes.
const MOST_FOR_A_PICTURE: u64 = 1_000_000;

/// The largest other file that is no message, in bytes.
const MOST_FOR_A_DOCUMENT: u64 = 10_000_000;

/// Each published file that is slow to load.
pub fn check(site: &Site) -> Diagnostics {
    let used = used_files(site);
    site.assets
        .iter()
        .filter(|asset| used.contains(&asset.file))
        .filter_map(|asset| {
            let (most, what, help) = if is_picture(&asset.path) {
                (
                    MOST_FOR_A_PICTURE,
                    "picture",
                    "Make it smaller: 1600 pixels across are enough, saved as JPEG for a photograph and as PNG for a drawing.",
                )
            } else {
                (
                    MOST_FOR_A_DOCUMENT,
                    "file",
                    "Save it again with smaller pictures, or split it, or put its text on a page.",
                )
            };
            (asset.size > most).then(|| {
                Diagnostic::new(
                    &codes::LARGE_FILE,
                    Span::whole(asset.file),
                    format!(
                        "This {what} has {} MB and is slow to load on a phone; {} MB are enough",
                        in_megabytes(asset.size),
                        most / MEGABYTE
                    ),
                    help,
                )
            })
        })
        .collect()
}

const MEGABYTE: u64 = 1_000_000;

/// A size with one decimal, rounded up: what is just too large must not read as the limit.
fn in_megabytes(bytes: u64) -> String {
    let tenths = bytes.div_ceil(MEGABYTE / 10);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_rounded_up() {
        assert_eq!(in_megabytes(1_000_001), "1.1");
        assert_eq!(in_megabytes(12_300_000), "12.3");
    }
}
