//! Colours as numbers, and whether people can tell two of them apart.

use std::fmt;

/// White.
pub const WHITE: Colour = Colour {
    red: 255,
    green: 255,
    blue: 255,
};

/// Black.
pub const BLACK: Colour = Colour {
    red: 0,
    green: 0,
    blue: 0,
};

/// The contrast that text needs (WCAG 2.2, criterion 1.4.3).
pub const TEXT_CONTRAST: f64 = 4.5;

/// The contrast that parts of controls and large text need (WCAG 2.2, criteria 1.4.3 and 1.4.11).
pub const PART_CONTRAST: f64 = 3.0;

/// A colour of the sRGB space, each part 0 to 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    /// Red.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
}

impl Colour {
    /// Reads `#1d4f91` or `#15a`; the `#` may be left out. Any other text is no colour.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let hex = text.strip_prefix('#').unwrap_or(text);
        if !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let part = |digits: &str| u8::from_str_radix(digits, 16).ok();
        let (red, green, blue) = match hex.len() {
            6 => (part(&hex[..2])?, part(&hex[2..4])?, part(&hex[4..])?),
            // A single digit stands for two: `#15a` is `#1155aa`.
            3 => (
                part(&hex[..1])? * 17,
                part(&hex[1..2])? * 17,
                part(&hex[2..])? * 17,
            ),
            _ => return None,
        };
        Some(Self { red, green, blue })
    }

    /// The contrast of two colours, 1 (equal) to 21 (black and white).
    ///
    /// The formulas are those of WCAG 2.2, "contrast ratio" and "relative luminance".
    #[must_use]
    pub fn contrast(self, other: Colour) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The nearest shade that has the contrast with `background`: this colour itself where it
    /// passes, else mixed step by step with black or white, whichever is further from the
    /// background.
    #[must_use]
    pub fn readable_on(self, background: Colour, contrast: f64) -> Self {
        const STEPS: u32 = 100;
        let target = readable_extreme(background);
        (0..=STEPS)
            .map(|step| self.mixed(target, f64::from(step) / f64::from(STEPS)))
            .find(|shade| shade.contrast(background) >= contrast)
            .unwrap_or(target)
    }

    /// Black or white, whichever can be read better on this colour. One of them always has a
    /// contrast above 4.5.
    #[must_use]
    pub fn text_on(self) -> Self {
        readable_extreme(self)
    }

    /// This colour with a share (0 to 1) of another.
    #[must_use]
    pub fn mixed(self, other: Colour, share: f64) -> Self {
        let mix = |from: u8, to: u8| {
            let value = f64::from(from) + (f64::from(to) - f64::from(from)) * share;
            // Between two bytes, so the rounded value is a byte again.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let byte = value.round() as u8;
            byte
        };
        Self {
            red: mix(self.red, other.red),
            green: mix(self.green, other.green),
            blue: mix(self.blue, other.blue),
        }
    }

    fn luminance(self) -> f64 {
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "#{:02x}{:02x}{:02x}",
            self.red, self.green, self.blue
        )
    }
}

fn readable_extreme(background: Colour) -> Colour {
    if background.contrast(WHITE) >= background.contrast(BLACK) {
        WHITE
    } else {
        BLACK
    }
}

fn linear(part: u8) -> f64 {
    let part = f64::from(part) / 255.0;
    if part <= 0.04045 {
        part / 12.92
    } else {
        ((part + 0.055) / 1.055).powf(2.4)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_and_written() {
        let colour = Colour::parse(" #1D4f91 ").unwrap();
        assert_eq!(colour.to_string(), "#1d4f91");
        assert_eq!(Colour::parse("15a").unwrap().to_string(), "#1155aa");
        for text in ["", "#12", "#12345g", "red", "é1234"] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }

    #[test]
    fn contrast_is_that_of_the_standard() {
        assert!((WHITE.contrast(BLACK) - 21.0).abs() < 1e-9);
        assert!((WHITE.contrast(WHITE) - 1.0).abs() < 1e-9);
        // The grey that is known to just pass on white.
        let grey = Colour::parse("#767676").unwrap();
        assert!((grey.contrast(WHITE) - 4.54).abs() < 0.01);
    }

    #[test]
    fn a_shade_that_passes_is_kept_and_another_is_moved_until_it_does() {
        let navy = Colour::parse("#1d4f91").unwrap();
        assert_eq!(navy.readable_on(WHITE, TEXT_CONTRAST), navy);
        let dark = Colour::parse("#14181c").unwrap();
        for text in ["#ff6600", "#1d4f91", "#ffff00", "#808080"] {
            let colour = Colour::parse(text).unwrap();
            for background in [WHITE, dark] {
                let shade = colour.readable_on(background, TEXT_CONTRAST);
                assert!(
                    shade.contrast(background) >= TEXT_CONTRAST,
                    "{text} on {background}"
                );
            }
            assert!(
                colour.contrast(colour.text_on()) >= TEXT_CONTRAST,
                "on {text}"
            );
        }
    }
}
