//! Words in a picture: SVG does not wrap lines, so they are wrapped here.

/// The size of the type, in units of the picture.
pub(super) const FONT_SIZE: u32 = 16;

/// From one line to the next, in units of the picture.
pub(super) const LINE_HEIGHT: u32 = 20;

/// The lines of a text that is at most `width` units wide. A word that is wider alone is cut.
pub(super) fn wrap(text: &str, width: u32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace().flat_map(|word| cut(word, width)) {
        let longer = if line.is_empty() {
            word.clone()
        } else {
            format!("{line} {word}")
        };
        if self::width(&longer) <= width {
            line = longer;
        } else {
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            line = word;
        }
    }
    lines.push(line);
    lines
}

fn cut(word: &str, width: u32) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut used = 0;
    for c in word.chars() {
        let own = character_width(c);
        if let Some(last) = parts.last_mut().filter(|_| used + own <= width * 100) {
            last.push(c);
            used += own;
        } else {
            parts.push(c.to_string());
            used = own;
        }
    }
    parts
}

/// About how wide a text is in a usual sans serif type; rather too wide than too narrow.
fn width(text: &str) -> u32 {
    text.chars().map(character_width).sum::<u32>().div_ceil(100)
}

/// In hundredths of a unit.
fn character_width(c: char) -> u32 {
    let hundredths_of_em = match c {
        'i' | 'j' | 'l' | '.' | ',' | '\'' | '’' | ':' | ';' | '|' | '!' | ' ' => 32,
        'f' | 'r' | 't' | '(' | ')' | '-' | '/' | 'I' => 42,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '&' | '—' | '…' => 95,
        c if c.is_uppercase() => 74,
        c if (c as u32) < 0x2E80 => 58,
        // East Asian and pictures.
        _ => 110,
    };
    hundredths_of_em * FONT_SIZE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_and_lose_nothing() {
        let cases: [(&str, u32, &[&str]); 4] = [
            ("Plan", 200, &["Plan"]),
            ("Plan and review", 80, &["Plan and", "review"]),
            ("", 80, &[""]),
            ("wwwwww", 40, &["ww", "ww", "ww"]),
        ];
        for (text, width, expected) in cases {
            assert_eq!(wrap(text, width), expected);
        }
    }
}
