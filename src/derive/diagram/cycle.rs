//! Steps that come round again: boxes from top to bottom, and a line back from the last to the
//! first. A ring would not fit a phone.

use super::Node;
use super::flow::words;
use super::svg::{BoxPlace, LineEnd, Picture, WIDTH};

const MARGIN: u32 = 2;
/// Room for the line back.
const LEFT: u32 = 34;
const GAP: u32 = 30;

pub(super) fn draw(nodes: &[Node]) -> Picture {
    let mut picture = Picture::new();
    let mut top = MARGIN;
    let mut places: Vec<BoxPlace> = Vec::new();
    let centre = (LEFT + WIDTH) / 2;
    for node in nodes {
        if !places.is_empty() {
            picture.line(&[(centre, top - GAP), (centre, top - 2)], LineEnd::Down);
        }
        let place = picture.words_in_box(LEFT, top, WIDTH - LEFT - MARGIN, &words(node));
        top = place.bottom() + GAP;
        places.push(place);
    }
    if let [first, .., last] = places.as_slice() {
        let back = [
            (last.left, last.middle()),
            (LEFT / 3, last.middle()),
            (LEFT / 3, first.middle()),
            (first.left - 2, first.middle()),
        ];
        picture.line(&back, LineEnd::Right);
    }
    picture
}
