//! Steps that follow each other: boxes from top to bottom, with arrows.

use super::svg::{LineEnd, Picture, WIDTH};
use super::{MAX_DEPTH, Node};

const MARGIN: u32 = 2;
const GAP: u32 = 30;

pub(super) fn draw(nodes: &[Node]) -> Picture {
    let mut picture = Picture::new();
    let mut top = MARGIN;
    for (index, node) in nodes.iter().enumerate() {
        if index > 0 {
            picture.line(
                &[(WIDTH / 2, top - GAP), (WIDTH / 2, top - 2)],
                LineEnd::Down,
            );
        }
        let place = picture.words_in_box(MARGIN, top, WIDTH - 2 * MARGIN, &words(node));
        top = place.bottom() + GAP;
    }
    picture
}

/// The words of a step and, each from a new line, of what stands below it.
pub(super) fn words(node: &Node) -> Vec<String> {
    let mut words = vec![node.label.clone()];
    add_details(&node.children, 1, &mut words);
    words
}

fn add_details(nodes: &[Node], depth: usize, words: &mut Vec<String>) {
    if depth > MAX_DEPTH {
        return;
    }
    for node in nodes {
        words.push(format!("{} {}", "–".repeat(depth.min(3)), node.label));
        add_details(&node.children, depth + 1, words);
    }
}
