//! Counts as bars, one below the other.
//!
//! Lengths are shares of the width and words keep their size, so that the picture can be read on a
//! phone and fills a wide page.

use crate::derive::diagram::text::FONT_SIZE;
use crate::derive::html::Html;

/// From one bar to the next, in px.
const STEP: usize = 52;

/// How far below the top of its step a bar begins, and how high it is, in px.
const BAR_TOP: usize = 22;
const BAR_HEIGHT: usize = 16;

/// The longest bar, in thousandths of the width; the number stands behind it.
const LONGEST: usize = 880;

/// A bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What is counted.
    pub label: String,
    /// How many.
    pub count: usize,
    /// How it is drawn.
    pub look: Look,
}

/// How a bar is drawn: its label says in words what its look means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// With the mark of what is overdue.
    Marked,
    /// Filled.
    Filled,
    /// An outline.
    Hollow,
}

/// Bars as a picture with a name and a description, which says the same in a sentence. `id` is
/// unique on the page and begins every id inside.
#[must_use]
pub fn bars(title: &str, description: &str, bars: &[Bar], id: &str) -> Html {
    let title_id = format!("{id}.title");
    let description_id = format!("{id}.description");
    let height = (bars.len() * STEP).to_string();
    let mut html = Html::new();
    html.open(
        "svg",
        &[
            ("class", "bars"),
            ("width", "100%"),
            ("height", &height),
            ("role", "img"),
            ("aria-labelledby", &title_id),
            ("aria-describedby", &description_id),
            ("font-size", &FONT_SIZE.to_string()),
        ],
    );
    html.element("title", &[("id", &title_id)], title);
    html.element("desc", &[("id", &description_id)], description);
    html.end_line();
    let most = bars.iter().map(|bar| bar.count).max().unwrap_or(1).max(1);
    for (index, bar) in bars.iter().enumerate() {
        draw(&mut html, bar, index * STEP, bar.count * LONGEST / most);
        html.end_line();
    }
    html.close("svg");
    html
}

fn draw(html: &mut Html, bar: &Bar, top: usize, thousandths: usize) {
    let length = format!("{}.{}%", thousandths / 10, thousandths % 10);
    let baseline = (top + 15).to_string();
    let mut label_left = "0";
    if bar.look == Look::Marked {
        let diamond = format!("M6 {}l6 6-6 6-6-6z", top + 3);
        html.open("path", &[("class", "bar-mark"), ("d", &diamond)]);
        html.close("path");
        label_left = "18";
    }
    html.element(
        "text",
        &[
            ("class", "bar-label"),
            ("x", label_left),
            ("y", &baseline),
            ("fill", "currentColor"),
        ],
        &bar.label,
    );
    let class = match bar.look {
        Look::Marked => "bar bar-marked",
        Look::Filled => "bar",
        Look::Hollow => "bar bar-hollow",
    };
    html.open(
        "rect",
        &[
            ("class", class),
            ("x", "1"),
            ("y", &(top + BAR_TOP).to_string()),
            ("width", &length),
            ("height", &BAR_HEIGHT.to_string()),
            ("rx", "2"),
        ],
    );
    html.close("rect");
    html.element(
        "text",
        &[
            ("class", "bar-count"),
            ("x", &length),
            ("dx", "9"),
            ("y", &(top + BAR_TOP + BAR_HEIGHT - 2).to_string()),
            ("fill", "currentColor"),
        ],
        &bar.count.to_string(),
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_bar_leaves_room_for_its_number() {
        let bar = |label: &str, count, look| Bar {
            label: label.to_owned(),
            count,
            look,
        };
        let picture = bars(
            "Due <when>",
            "Overdue: 2.",
            &[
                bar("Overdue", 2, Look::Marked),
                bar("Ongoing", 1, Look::Hollow),
                bar("Nothing", 0, Look::Filled),
            ],
            "t",
        );
        let html = picture.as_str();
        for expected in [
            "aria-labelledby=\"t.title\" aria-describedby=\"t.description\"",
            "<title id=\"t.title\">Due &lt;when&gt;</title>",
            "width=\"88.0%\"",
            "width=\"44.0%\"",
            "width=\"0.0%\"",
            "height=\"156\"",
        ] {
            assert!(html.contains(expected), "{expected}: {html}");
        }
        assert!(!html.contains("style"), "{html}");
    }
}
