//! What belongs below what: boxes from top to bottom, each set in below its parent, with a line
//! from the parent.

use super::svg::{LineEnd, Picture, WIDTH};
use super::{MAX_DEPTH, Node};

const MARGIN: u32 = 2;
const GAP: u32 = 12;
const STEP: u32 = 22;
/// Levels below this one are not set in further: their words would have no room.
const DEEPEST_STEP: u32 = 7;

pub(super) fn draw(roots: &[Node]) -> Picture {
    let mut picture = Picture::new();
    let mut top = MARGIN;
    for root in roots {
        top = branch(root, 0, top, &mut picture);
    }
    picture
}

/// Draws a node and what is below it; returns where the next one may begin.
fn branch(node: &Node, depth: u32, top: u32, picture: &mut Picture) -> u32 {
    let left = MARGIN + depth.min(DEEPEST_STEP) * STEP;
    let width = WIDTH - MARGIN - left;
    let place = picture.words_in_box(left, top, width, std::slice::from_ref(&node.label));
    let mut next = place.bottom() + GAP;
    if depth as usize + 1 >= MAX_DEPTH {
        return next;
    }
    let trunk = left + STEP / 2;
    let mut last_child = None;
    for child in &node.children {
        // The words of a child begin on this line whatever their number.
        let joint = next + 22;
        last_child = Some(joint);
        if depth < DEEPEST_STEP {
            picture.line(&[(trunk, joint), (left + STEP, joint)], LineEnd::Plain);
        }
        next = branch(child, depth + 1, next, picture);
    }
    if let Some(joint) = last_child.filter(|_| depth < DEEPEST_STEP) {
        picture.line(&[(trunk, place.bottom()), (trunk, joint)], LineEnd::Plain);
    }
    next
}
