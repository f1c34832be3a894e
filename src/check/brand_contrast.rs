//! The board's colour can be told from white: text needs a contrast of 4.5 : 1 (WCAG 2.2, criterion
//! 1.4.3), large text and parts of controls 3 : 1 (criterion 1.4.11). Below 3 : 1 nothing is left
//! that the colour could be used for.

use crate::colour::{Colour, PART_CONTRAST, TEXT_CONTRAST, WHITE};
use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::Site;

/// The brand colour, where its contrast with white is too low.
pub fn check(site: &Site) -> Diagnostics {
    let message = site.settings.brand.as_ref().and_then(|brand| {
        let colour = Colour::parse(&brand.value)?;
        let contrast = colour.contrast(WHITE);
        let (code, words) = if contrast < PART_CONTRAST {
            (
                &codes::BRAND_CONTRAST_TOO_LOW,
                "cannot be told from white by many people",
            )
        } else if contrast < TEXT_CONTRAST {
            (&codes::BRAND_CONTRAST_LOW, "is hard to read on white")
        } else {
            return None;
        };
        let shade = colour.readable_on(WHITE, TEXT_CONTRAST);
        Some(Diagnostic::new(
            code,
            brand.span,
            format!(
                "This colour {words}: its contrast is {:.1} to 1, and text needs 4.5 to 1",
                // Rounded down: 4.46 must not read as 4.5.
                (contrast * 10.0).floor() / 10.0
            ),
            format!("Type the nearest shade that passes: brand: \"{shade}\"."),
        ))
    });
    message.into_iter().collect()
}
