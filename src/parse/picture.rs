//! How large a picture is, so that a page keeps its place free while the picture is still coming.

use std::io::Cursor;

use html5gum::{Token, Tokenizer};

use crate::source;

/// The size of a picture in CSS pixels, as a browser shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PictureSize {
    /// From side to side.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

impl PictureSize {
    /// The size that the bytes of a GIF, JPEG, PNG, WebP or SVG file say; `None` for any other
    /// file, and for a drawing that takes the size of its place.
    #[must_use]
    pub fn of(path: &str, bytes: &[u8]) -> Option<Self> {
        let size = if ends_with(path, "svg") {
            drawing(bytes)
        } else {
            photograph(bytes)
        };
        size.filter(|size| size.width > 0 && size.height > 0)
    }
}

/// Whether a file is a picture that browsers show, by its ending.
#[must_use]
pub fn is_picture(path: &str) -> bool {
    const ENDINGS: [&str; 8] = ["png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "bmp"];
    ENDINGS.iter().any(|ending| ends_with(path, ending))
}

fn ends_with(path: &str, ending: &str) -> bool {
    path.rsplit_once('.')
        .is_some_and(|(_, own)| own.eq_ignore_ascii_case(ending))
}

fn photograph(bytes: &[u8]) -> Option<PictureSize> {
    let size = imagesize::blob_size(bytes).ok()?;
    let width = u32::try_from(size.width).ok()?;
    let height = u32::try_from(size.height).ok()?;
    Some(if is_turned(bytes) {
        PictureSize {
            width: height,
            height: width,
        }
    } else {
        PictureSize { width, height }
    })
}

/// Whether a camera says that the picture is to be shown turned by a quarter: the Exif tag
/// `Orientation`, values 5 to 8 (CIPA DC-008).
fn is_turned(bytes: &[u8]) -> bool {
    exif::Reader::new()
        .read_from_container(&mut Cursor::new(bytes))
        .ok()
        .and_then(|facts| {
            facts
                .get_field(exif::Tag::Orientation, exif::In::PRIMARY)?
                .value
                .get_uint(0)
        })
        .is_some_and(|orientation| (5..=8).contains(&orientation))
}

/// The size that the outermost element of an SVG file gives in pixels. One in other units, or none,
/// is left to the browser.
fn drawing(bytes: &[u8]) -> Option<PictureSize> {
    let text = source::decode(bytes)?;
    // The file is XML; up to its first element, HTML is read in the same way.
    let root = Tokenizer::new(text)
        .flatten()
        .find_map(|token| match token {
            Token::StartTag(tag) => Some(tag),
            _ => None,
        })?;
    let pixels = |name: &[u8]| -> Option<u32> {
        let length = std::str::from_utf8(root.attributes.get(name)?).ok()?.trim();
        let number: f64 = length.strip_suffix("px").unwrap_or(length).parse().ok()?;
        // A float that is too large or none at all becomes a size that nobody uses, or 0.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        Some(number.round() as u32)
    };
    Some(PictureSize {
        width: pixels(b"width")?,
        height: pixels(b"height")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(path: &str, bytes: &[u8]) -> Option<(u32, u32)> {
        PictureSize::of(path, bytes).map(|size| (size.width, size.height))
    }

    /// The beginning of a JPEG file 640 wide and 480 high, with a camera's facts where there is an
    /// orientation.
    fn jpeg(orientation: Option<u8>) -> Vec<u8> {
        let mut bytes = vec![0xFF, 0xD8];
        if let Some(orientation) = orientation {
            bytes.extend([0xFF, 0xE1, 0, 34]);
            bytes.extend(b"Exif\0\0MM\0\x2A\0\0\0\x08\0\x01");
            bytes.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
            bytes.extend([0, 0, 0, 0]);
        }
        bytes.extend([0xFF, 0xC0, 0, 17, 8, 0x01, 0xE0, 0x02, 0x80, 3]);
        bytes.extend([1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]);
        bytes.extend([0xFF, 0xDA, 0, 2, 0xFF, 0xD9]);
        bytes
    }

    #[test]
    fn photographs_say_their_size_and_cameras_how_they_are_turned() {
        assert_eq!(size("a.jpg", &jpeg(None)), Some((640, 480)));
        assert_eq!(size("a.jpg", &jpeg(Some(1))), Some((640, 480)));
        assert_eq!(size("a.jpg", &jpeg(Some(3))), Some((640, 480)));
        assert_eq!(size("a.jpg", &jpeg(Some(6))), Some((480, 640)));
        let gif = b"GIF89a\x40\x01\xF0\x00\0\0\0";
        assert_eq!(size("a.gif", gif), Some((320, 240)));
        let png = b"\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\0\x10\0\0\0\x20\x08\x06\0\0\0";
        assert_eq!(size("a.png", png), Some((16, 32)));
    }

    #[test]
    fn drawings_say_their_size_in_pixels_or_leave_it_to_the_browser() {
        for (attributes, expected) in [
            ("width=\"480\" height=\"150\"", Some((480, 150))),
            ("width='480px' height=' 149.6 '", Some((480, 150))),
            ("width=\"100%\" height=\"150\"", None),
            ("width=\"48mm\" height=\"15mm\"", None),
            ("width=\"0\" height=\"15\"", None),
            ("width=\"-4\" height=\"15\"", None),
            ("width=\"NaN\" height=\"15\"", None),
            ("width=\"480\"", None),
            ("viewBox=\"0 0 480 150\"", None),
        ] {
            let text = format!(
                "<?xml version=\"1.0\"?>\n<!-- <b width=\"9\"> -->\n<!DOCTYPE svg>\n\
                 <svg xmlns=\"http://www.w3.org/2000/svg\" {attributes}>\
                 <rect width=\"7\" height=\"7\"/></svg>"
            );
            assert_eq!(size("A.SVG", text.as_bytes()), expected, "{attributes}");
        }
    }

    #[test]
    fn what_is_no_picture_has_no_size() {
        for bytes in [&b""[..], b"%PDF-1.7", b"\xFF\xD8\xFF", b"GIF8", b"RIFF"] {
            assert_eq!(size("a.jpg", bytes), None);
            assert_eq!(size("a.svg", bytes), None);
            assert_eq!(size("a", bytes), None);
        }
        let whole = jpeg(Some(6));
        for end in 0..whole.len() {
            // Cut anywhere: a size or none, never a panic.
            let _ = size("a.jpg", &whole[..end]);
        }
    }
}
