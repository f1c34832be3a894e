//! Fenced blocks: text as typed, diagrams, the board's structure.

use super::MAX_DEPTH;
use super::ast::{Block, Diagram, DiagramItem, DiagramKind};
use super::lines::{closes, opens};
use crate::diagnostic::{Diagnostic, codes, nearest};
use crate::source::Span;

const KINDS: [&str; 4] = ["cycle", "flow", "tree", "structure"];

/// What stands between two fences.
pub(super) struct Fenced<'a> {
    /// The words after the opening fence.
    pub info: &'a str,
    /// The text between the fences.
    pub text: String,
    /// The block as it stands in the file, fences included.
    pub source: &'a str,
    /// The whole block.
    pub span: Span,
    /// The line of the opening fence.
    pub opening: Span,
}

/// A fenced block as what it is, with what is wrong with it.
pub(super) fn fenced_block<L>(fenced: Fenced<'_>) -> (Block<L>, Vec<Diagnostic>) {
    let (word, title) = match fenced.info.trim().split_once(char::is_whitespace) {
        Some((word, title)) => (word, title.trim()),
        None => (fenced.info.trim(), ""),
    };
    if word.eq_ignore_ascii_case("structure") {
        let messages = filled_structure(&fenced, title).or_else(|| unclosed(&fenced));
        return (
            Block::Structure(fenced.span),
            messages.into_iter().collect(),
        );
    }
    let mut messages = Vec::new();
    messages.extend(unclosed(&fenced));
    let kind = match word.to_lowercase().as_str() {
        "cycle" => Some(DiagramKind::Cycle),
        "flow" => Some(DiagramKind::Flow),
        "tree" => Some(DiagramKind::Tree),
        _ => None,
    };
    let block = if let Some(kind) = kind {
        let items = items(&fenced.text);
        messages.extend(bad_diagram(kind, title, &items, fenced.opening));
        Block::Diagram(Diagram {
            kind,
            title: title.to_owned(),
            items,
            span: fenced.span,
        })
    } else {
        if !word.is_empty() && (!title.is_empty() || nearest(word, KINDS).is_some()) {
            messages.push(unknown(word, title, fenced.opening));
        }
        Block::Code {
            language: Some(word.to_owned()).filter(|word| !word.is_empty()),
            text: fenced.text,
            span: fenced.span,
        }
    };
    (block, messages)
}

/// The message about a block for the structure that holds something: it is drawn from the groups,
/// and what stands in the block would be lost.
fn filled_structure(fenced: &Fenced<'_>, title: &str) -> Option<Diagnostic> {
    let marks = fence_marks(fenced);
    let help = if !fenced.text.trim().is_empty() {
        match missing_end(fenced) {
            Some(_) => format!("Type {marks} on a line of its own right below it."),
            None => format!(
                "Leave only {marks}structure and {marks} there, each on a line of its own, and put the text below."
            ),
        }
    } else if !title.is_empty() {
        format!("Type {marks}structure alone, and put the words on a line above it.")
    } else {
        return None;
    };
    Some(Diagnostic::new(
        &codes::BAD_DIAGRAM,
        fenced.opening,
        "The structure is drawn from the groups; the words in this block would be lost",
        help,
    ))
}

/// The signs of the opening fence.
fn fence_marks(fenced: &Fenced<'_>) -> String {
    let fence = fenced
        .source
        .lines()
        .next()
        .and_then(|line| opens(line.trim_start()));
    fence.map_or_else(String::new, |(mark, length)| {
        std::iter::repeat_n(mark, length).collect()
    })
}

/// The signs that should close a block, where none do.
fn missing_end(fenced: &Fenced<'_>) -> Option<String> {
    let mut lines = fenced.source.lines();
    let fence = opens(lines.next()?.trim_start())?;
    let is_closed = lines
        .last()
        .is_some_and(|line| closes(line.trim_start_matches([' ', '\t', '>']), fence));
    (!is_closed).then(|| fence_marks(fenced))
}

fn unclosed(fenced: &Fenced<'_>) -> Option<Diagnostic> {
    missing_end(fenced).map(|marks| {
        Diagnostic::new(
            &codes::UNCLOSED_FENCE,
            fenced.opening,
            "This block is never closed; all that follows is part of it",
            format!("Type {marks} on a line of its own where the block ends."),
        )
    })
}

fn unknown(word: &str, title: &str, opening: Span) -> Diagnostic {
    let help = match nearest(word, KINDS) {
        Some(near) => format!("Did you mean ```{near} {title}").trim_end().to_owned() + "?",
        None => "The kinds are cycle, flow, tree and structure; for text shown as typed leave the words out.".to_owned(),
    };
    Diagnostic::new(
        &codes::UNKNOWN_BLOCK,
        opening,
        format!("\u{201c}{word}\u{201d} is not a kind of diagram; the block is shown as typed"),
        help,
    )
}

fn bad_diagram(
    kind: DiagramKind,
    title: &str,
    items: &[DiagramItem],
    opening: Span,
) -> Option<Diagnostic> {
    let word = match kind {
        DiagramKind::Cycle => "cycle",
        DiagramKind::Flow => "flow",
        DiagramKind::Tree => "tree",
    };
    let (message, help) = if items.is_empty() {
        (
            "This diagram has nothing to draw",
            "Type its parts below, each on a line of its own after a hyphen: - Plan.".to_owned(),
        )
    } else if title.is_empty() {
        (
            "This diagram has no title; people who cannot see it need one",
            format!("Type the title after the word, for example ```{word} How we learn."),
        )
    } else if kind == DiagramKind::Cycle && items.len() < 2 {
        (
            "A cycle needs two steps or more",
            "Add a line for each step: - Plan.".to_owned(),
        )
    } else {
        return None;
    };
    Some(Diagnostic::new(&codes::BAD_DIAGRAM, opening, message, help))
}

/// The list in a diagram: nested by its indentation, deeper than [`MAX_DEPTH`] no further.
fn items(text: &str) -> Vec<DiagramItem> {
    let mut flat: Vec<(usize, String)> = Vec::new();
    let mut indents: Vec<usize> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let indent: usize = line
            .chars()
            .take_while(|c| c.is_whitespace())
            .map(|c| if c == '\t' { 4 } else { 1 })
            .sum();
        let words = line.trim();
        if matches!(words, "-" | "*" | "+") {
            continue;
        }
        let label = without_mark(words);
        match flat.last_mut() {
            // A line without a mark goes on with the item above.
            Some((_, above)) if label.len() == words.len() && indent > 0 => {
                above.push(' ');
                above.push_str(words);
                continue;
            }
            _ => {}
        }
        while indents.last().is_some_and(|above| *above >= indent) {
            indents.pop();
        }
        flat.push((indents.len().min(MAX_DEPTH - 1), label.to_owned()));
        indents.push(indent);
    }
    nest(&mut flat.into_iter().peekable(), 0)
}

fn nest(
    flat: &mut std::iter::Peekable<impl Iterator<Item = (usize, String)>>,
    depth: usize,
) -> Vec<DiagramItem> {
    let mut items = Vec::new();
    while let Some((_, label)) = flat.next_if(|(own, _)| *own >= depth) {
        items.push(DiagramItem {
            label,
            children: if depth < MAX_DEPTH {
                nest(flat, depth + 1)
            } else {
                Vec::new()
            },
        });
    }
    items
}

fn without_mark(words: &str) -> &str {
    let rest = words.strip_prefix(['-', '*', '+']).or_else(|| {
        let after = words.trim_start_matches(|c: char| c.is_ascii_digit());
        (after.len() < words.len())
            .then(|| after.strip_prefix(['.', ')']))
            .flatten()
    });
    rest.filter(|rest| rest.starts_with([' ', '\t']))
        .map_or(words, str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outline(items: &[DiagramItem]) -> String {
        items
            .iter()
            .map(|item| format!("{}({})", item.label, outline(&item.children)))
            .collect()
    }

    #[test]
    fn lists_are_nested_by_their_indentation() {
        let cases = [
            ("- a\n- b", "a()b()"),
            ("- a\n  - b\n    - c\n  - d\n- e", "a(b(c())d())e()"),
            ("1. a\n   goes on\n2. b", "a goes on()b()"),
            ("a\nb", "a()b()"),
            ("    - a\n  - b\n- c", "a()b()c()"),
            ("- a\n-\n- b", "a()b()"),
            ("", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(outline(&items(text)), expected, "{text}");
        }
        let deep: String = (0..5_000)
            .map(|depth| format!("{}- x\n", " ".repeat(depth.min(300))))
            .collect();
        assert!(!items(&deep).is_empty());
    }
}
