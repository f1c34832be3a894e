//! Lists that are drawn: a cycle, a flow, a tree, as inline SVG with the list beside it; and
//! counts, as bars above the table that they count.
//!
//! The drawings of lists are tall and narrow, so that they can be read on a phone of 320 px. They carry
//! class names and presentation attributes and no style; the lines and words have the colour of
//! the text around them. The same words follow as a list, which holds the links.

mod bars;
mod cycle;
mod flow;
mod svg;
mod text;
mod tree;

use crate::derive::html::Html;
use crate::parse::markdown::{Diagram, DiagramItem, DiagramKind};

pub use bars::{Bar, Look, bars};

/// What is drawn no deeper; deeper nodes stand at the last level.
pub const MAX_DEPTH: usize = 20;

/// A part of a drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Its words.
    pub label: String,
    /// Where its words lead in the list, relative to the page.
    pub href: Option<String>,
    /// What stands below it.
    pub children: Vec<Node>,
}

/// An author's diagram as a figure. `id` is unique on the page and begins every id inside.
#[must_use]
pub fn figure(diagram: &Diagram, id: &str) -> Html {
    let nodes: Vec<Node> = diagram.items.iter().map(node).collect();
    drawn(diagram.kind, &diagram.title, &nodes, id)
}

/// What reports to what, as a figure: the groups of a board below those that they report to.
/// Nothing where there is no group.
#[must_use]
pub fn structure(title: &str, roots: &[Node], id: &str) -> Html {
    drawn(DiagramKind::Tree, title, roots, id)
}

fn node(item: &DiagramItem) -> Node {
    Node {
        label: item.label.clone(),
        href: None,
        children: item.children.iter().map(node).collect(),
    }
}

fn drawn(kind: DiagramKind, title: &str, nodes: &[Node], id: &str) -> Html {
    if nodes.is_empty() {
        return Html::new();
    }
    let (class, list_tag, picture) = match kind {
        DiagramKind::Cycle => ("diagram diagram-cycle", "ol", cycle::draw(nodes)),
        DiagramKind::Flow => ("diagram diagram-flow", "ol", flow::draw(nodes)),
        DiagramKind::Tree => ("diagram diagram-tree", "ul", tree::draw(nodes)),
    };
    let mut html = Html::new();
    html.open("figure", &[("class", class)]);
    html.end_line();
    html.element("figcaption", &[], title);
    html.end_line();
    html.append(&picture.finish(title, &format!("{id}.title")));
    html.end_line();
    list(nodes, list_tag, 1, &mut html);
    html.close("figure");
    html.end_line();
    html
}

/// The words of a drawing as a nested list, with the links.
fn list(nodes: &[Node], tag: &'static str, depth: usize, html: &mut Html) {
    if nodes.is_empty() || depth > MAX_DEPTH {
        return;
    }
    if depth == 1 {
        html.open(tag, &[("class", "diagram-list")]);
    } else {
        html.open(tag, &[]);
    }
    for node in nodes {
        html.end_line();
        html.open("li", &[]);
        match &node.href {
            Some(href) => html.element("a", &[("href", href)], &node.label),
            None => html.text(&node.label),
        }
        list(&node.children, "ul", depth + 1, html);
        html.close("li");
    }
    html.end_line();
    html.close(tag);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaf(label: &str) -> Node {
        Node {
            label: label.to_owned(),
            href: None,
            children: Vec::new(),
        }
    }

    #[test]
    fn every_word_of_a_drawing_is_in_its_list_too() {
        let mut board = leaf("Board <&>");
        board.href = Some("groups/board.html".to_owned());
        board.children = vec![
            leaf("Executive"),
            leaf("A group with a long name that takes several lines"),
        ];
        for kind in [DiagramKind::Cycle, DiagramKind::Flow, DiagramKind::Tree] {
            let html = drawn(kind, "Title", &[board.clone(), leaf("Panel")], "d.1").to_string();
            let (picture, list) = html.split_once("</svg>").unwrap();
            assert!(
                picture.contains("role=\"img\" aria-labelledby=\"d.1.title\""),
                "{html}"
            );
            assert!(
                picture.contains("<title id=\"d.1.title\">Title</title>"),
                "{html}"
            );
            assert!(
                !picture.contains("href") && !html.contains("style"),
                "{html}"
            );
            for word in ["Board &lt;&amp;&gt;", "Executive", "lines", "Panel"] {
                assert!(
                    picture.contains(word) && list.contains(word),
                    "{word}: {html}"
                );
            }
            assert!(list.contains("<a href=\"groups/board.html\">Board &lt;&amp;&gt;</a>"));
        }
    }

    #[test]
    fn deep_nesting_ends() {
        let mut node = leaf("x");
        for _ in 0..100 {
            node = Node {
                children: vec![node],
                ..leaf("x")
            };
        }
        let html = structure("T", &[node], "s").to_string();
        assert_eq!(html.matches("<li>").count(), MAX_DEPTH);
    }
}
