//! The few shapes that drawings are made of.

use super::text::{FONT_SIZE, LINE_HEIGHT, wrap};
use crate::derive::html::Html;

/// The width of every drawing, in its own units: the narrowest phone that it must fit, in px.
pub(super) const WIDTH: u32 = 320;

/// Between the edge of a box and its words.
const PADDING: u32 = 12;

/// A drawing that grows downwards.
pub(super) struct Picture {
    shapes: Html,
    /// How far down it reaches.
    pub bottom: u32,
}

/// A box in a drawing.
#[derive(Clone, Copy)]
pub(super) struct BoxPlace {
    pub left: u32,
    pub top: u32,
    pub height: u32,
}

impl BoxPlace {
    pub fn middle(self) -> u32 {
        self.top + self.height / 2
    }

    pub fn bottom(self) -> u32 {
        self.top + self.height
    }
}

impl Picture {
    pub fn new() -> Self {
        Self {
            shapes: Html::new(),
            bottom: 0,
        }
    }

    /// A box with words, each text from a new line; the box is as high as they need.
    pub fn words_in_box(&mut self, left: u32, top: u32, width: u32, texts: &[String]) -> BoxPlace {
        let lines: Vec<String> = texts
            .iter()
            .flat_map(|text| wrap(text, width - 2 * PADDING))
            .collect();
        let count = u32::try_from(lines.len()).unwrap_or(1);
        let place = BoxPlace {
            left,
            top,
            height: count * LINE_HEIGHT + 2 * PADDING,
        };
        let [x, y, w, h] = [left, top, width, place.height].map(|number| number.to_string());
        self.shapes.open(
            "rect",
            &[
                ("class", "diagram-box"),
                ("x", &x),
                ("y", &y),
                ("width", &w),
                ("height", &h),
                ("rx", "4"),
                ("fill", "none"),
                ("stroke", "currentColor"),
            ],
        );
        self.shapes.close("rect");
        let text_left = (left + PADDING).to_string();
        let mut baseline = top + PADDING + FONT_SIZE - 2;
        for line in lines {
            self.shapes.element(
                "text",
                &[
                    ("class", "diagram-words"),
                    ("x", &text_left),
                    ("y", &baseline.to_string()),
                    ("fill", "currentColor"),
                ],
                &line,
            );
            baseline += LINE_HEIGHT;
        }
        self.shapes.end_line();
        self.bottom = self.bottom.max(place.bottom());
        place
    }

    /// A line through points, with an arrow head at its end or without.
    pub fn line(&mut self, points: &[(u32, u32)], end: LineEnd) {
        let path: String = points
            .iter()
            .enumerate()
            .map(|(index, (x, y))| format!("{}{x} {y}", if index == 0 { "M" } else { "L" }))
            .collect();
        self.path("diagram-line", &path, "none");
        let Some((x, y)) = points.last().copied() else {
            return;
        };
        match end {
            LineEnd::Plain => {}
            LineEnd::Down => {
                let head = format!("M{} {}L{x} {y}L{} {}Z", x - 5, y - 8, x + 5, y - 8);
                self.path("diagram-arrow", &head, "currentColor");
            }
            LineEnd::Right => {
                let head = format!("M{} {}L{x} {y}L{} {}Z", x - 8, y - 5, x - 8, y + 5);
                self.path("diagram-arrow", &head, "currentColor");
            }
        }
        self.shapes.end_line();
    }

    fn path(&mut self, class: &str, path: &str, fill: &str) {
        self.shapes.open(
            "path",
            &[
                ("class", class),
                ("d", path),
                ("fill", fill),
                ("stroke", "currentColor"),
            ],
        );
        self.shapes.close("path");
    }

    /// The whole drawing, named by its title.
    pub fn finish(self, title: &str, title_id: &str) -> Html {
        let height = self.bottom + 2;
        let mut html = Html::new();
        html.open(
            "svg",
            &[
                ("class", "diagram-picture"),
                ("viewBox", &format!("0 0 {WIDTH} {height}")),
                ("width", &WIDTH.to_string()),
                ("height", &height.to_string()),
                ("role", "img"),
                ("aria-labelledby", title_id),
                ("font-size", &FONT_SIZE.to_string()),
            ],
        );
        html.element("title", &[("id", title_id)], title);
        html.end_line();
        html.append(&self.shapes);
        html.close("svg");
        html
    }
}

/// What a line ends with.
#[derive(Clone, Copy)]
pub(super) enum LineEnd {
    Plain,
    Down,
    Right,
}
