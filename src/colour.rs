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

    /// The named colour of CSS that is nearest, for formats that take no other (RFC 7986 §5.9).
    #[must_use]
    pub fn nearest_name(self) -> &'static str {
        // Opponent colours: a difference of hue counts for more than one of lightness.
        let opponents = |[red, green, blue]: [u8; 3]| {
            let [red, green, blue] = [red, green, blue].map(i32::from);
            let lightness = (red + green + blue) / 3;
            [red - green, green - blue, blue - red, lightness]
        };
        let own = opponents([self.red, self.green, self.blue]);
        let distance = |parts: [u8; 3]| -> i32 {
            let pairs = own.into_iter().zip(opponents(parts));
            pairs.map(|(one, other)| (one - other).pow(2)).sum()
        };
        CSS_NAMES
            .iter()
            .min_by_key(|(_, parts)| distance(*parts))
            .map_or("black", |(name, _)| name)
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

/// Named colours that a board could choose: dark and strong ones (CSS Color Module Level 3, 4.3).
const CSS_NAMES: &[(&str, [u8; 3])] = &[
    ("black", [0, 0, 0]),
    ("brown", [165, 42, 42]),
    ("chocolate", [210, 105, 30]),
    ("crimson", [220, 20, 60]),
    ("darkblue", [0, 0, 139]),
    ("darkcyan", [0, 139, 139]),
    ("darkgoldenrod", [184, 134, 11]),
    ("darkgreen", [0, 100, 0]),
    ("darkmagenta", [139, 0, 139]),
    ("darkolivegreen", [85, 107, 47]),
    ("darkorange", [255, 140, 0]),
    ("darkorchid", [153, 50, 204]),
    ("darkred", [139, 0, 0]),
    ("darkslateblue", [72, 61, 139]),
    ("darkslategray", [47, 79, 79]),
    ("darkviolet", [148, 0, 211]),
    ("deeppink", [255, 20, 147]),
    ("dimgray", [105, 105, 105]),
    ("dodgerblue", [30, 144, 255]),
    ("firebrick", [178, 34, 34]),
    ("forestgreen", [34, 139, 34]),
    ("gold", [255, 215, 0]),
    ("gray", [128, 128, 128]),
    ("green", [0, 128, 0]),
    ("indigo", [75, 0, 130]),
    ("maroon", [128, 0, 0]),
    ("mediumblue", [0, 0, 205]),
    ("mediumvioletred", [199, 21, 133]),
    ("midnightblue", [25, 25, 112]),
    ("navy", [0, 0, 128]),
    ("olive", [128, 128, 0]),
    ("orangered", [255, 69, 0]),
    ("purple", [128, 0, 128]),
    ("red", [255, 0, 0]),
    ("royalblue", [65, 105, 225]),
    ("saddlebrown", [139, 69, 19]),
    ("seagreen", [46, 139, 87]),
    ("sienna", [160, 82, 45]),
    ("slateblue", [106, 90, 205]),
    ("slategray", [112, 128, 144]),
    ("steelblue", [70, 130, 180]),
    ("teal", [0, 128, 128]),
];

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
    fn a_colour_has_the_name_of_the_nearest() {
        for (hex, name) in [
            ("#005ea5", "steelblue"),
            ("#4c2c92", "darkslateblue"),
            ("#00703c", "seagreen"),
        ] {
            assert_eq!(
                Colour::parse(hex).map(Colour::nearest_name),
                Some(name),
                "{hex}"
            );
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
