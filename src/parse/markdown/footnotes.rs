//! Footnotes: numbered by their first marks, each mark with its own number.

use std::collections::{BTreeMap, HashMap};

use super::ast::{Block, Body, Footnote, Inline};
use super::walk::{visit_contents_mut, visit_each_mut, visit_sequences_mut};
use crate::diagnostic::{Diagnostic, codes, nearest};
use crate::source::Span;

/// The labels that marks use while a text is read: a mark holds the index of its label.
#[derive(Default)]
pub(super) struct Labels {
    indexes: HashMap<String, usize>,
}

impl Labels {
    /// The index of a label. Case does not matter.
    pub fn index(&mut self, label: &str) -> usize {
        let next = self.indexes.len();
        *self.indexes.entry(label.to_lowercase()).or_insert(next)
    }
}

/// A footnote as it stands in the text.
pub(super) struct Written<L> {
    pub label: String,
    pub blocks: Vec<Block<L>>,
    pub span: Span,
}

/// Joins marks and footnotes: puts the footnotes in the order of their first marks and counts the
/// marks. Those without a mark come last, and are reported; so is a mark without its footnote.
pub(super) fn number<L>(
    mut blocks: Vec<Block<L>>,
    written: Vec<Written<L>>,
    labels: &mut Labels,
    is_body: bool,
) -> (Body<L>, Vec<Diagnostic>) {
    let mut messages = Vec::new();
    let mut by_label: HashMap<usize, usize> = HashMap::new();
    let mut known: Vec<String> = Vec::new();
    let mut waiting: Vec<Option<Written<L>>> = Vec::new();
    for footnote in written {
        by_label
            .entry(labels.index(&footnote.label))
            .or_insert(waiting.len());
        known.push(footnote.label.clone());
        waiting.push(Some(footnote));
    }
    let mut order = Order {
        by_label: &by_label,
        numbers: HashMap::new(),
        marks: Vec::new(),
        sources: Vec::new(),
    };
    let mut stray = Stray {
        by_label: &by_label,
        missing: Vec::new(),
    };
    stray.join(&mut blocks, labels);
    order.count(&mut blocks);
    let mut footnotes = Vec::new();
    while let Some(source) = order.sources.get(footnotes.len()).copied() {
        let Some(mut footnote) = waiting.get_mut(source).and_then(Option::take) else {
            break;
        };
        stray.join(&mut footnote.blocks, labels);
        order.count(&mut footnote.blocks);
        footnotes.push(footnote);
    }
    for mut footnote in waiting.into_iter().flatten() {
        stray.join(&mut footnote.blocks, labels);
        order.count(&mut footnote.blocks);
        messages.push(Diagnostic::new(
            &codes::MISSING_FOOTNOTE,
            footnote.span,
            format!(
                "No mark leads to the footnote \u{201c}{}\u{201d}; it stands last on the page",
                footnote.label
            ),
            format!("Type [^{}] where the footnote belongs.", footnote.label),
        ));
        footnotes.push(footnote);
    }
    let compared = Compared {
        known: &known,
        is_body,
    };
    messages.extend(compared.missing(&stray.missing));
    let marks = order.marks;
    let footnotes = footnotes
        .into_iter()
        .enumerate()
        .map(|(index, footnote)| Footnote {
            label: footnote.label,
            marks: marks.get(index).copied().unwrap_or(0),
            blocks: footnote.blocks,
            span: footnote.span,
        })
        .collect();
    (Body { blocks, footnotes }, messages)
}

/// Counts marks in the order of the text.
struct Order<'a> {
    by_label: &'a HashMap<usize, usize>,
    /// From the index of a label to the number of its footnote.
    numbers: HashMap<usize, usize>,
    /// How many marks each footnote has, by its number.
    marks: Vec<usize>,
    /// Which of the footnotes as written each number is.
    sources: Vec<usize>,
}

impl Order<'_> {
    fn count<L>(&mut self, blocks: &mut [Block<L>]) {
        visit_contents_mut(blocks, &mut |content| {
            visit_each_mut(content, &mut |inline| self.count_mark(inline));
        });
    }

    fn count_mark<L>(&mut self, inline: &mut Inline<L>) {
        let Inline::FootnoteMark { footnote, mark, .. } = inline else {
            return;
        };
        let Some(source) = self.by_label.get(footnote) else {
            return;
        };
        let next = self.sources.len();
        let number = *self.numbers.entry(*footnote).or_insert(next);
        if number == next {
            self.sources.push(*source);
            self.marks.push(0);
        }
        if let Some(marks) = self.marks.get_mut(number) {
            *marks += 1;
            *mark = *marks;
        }
        *footnote = number;
    }
}

/// Finds marks that the parser left as text: `[^4]` without its footnote, and marks in captions,
/// which are parsed apart from the footnotes.
struct Stray<'a> {
    by_label: &'a HashMap<usize, usize>,
    missing: Vec<MissingMark>,
}

/// A mark without its footnote.
struct MissingMark {
    label: String,
    span: Span,
    /// Whether it begins a text, as a footnote does: `[^1] The note.`
    begins: bool,
}

impl Stray<'_> {
    fn join<L>(&mut self, blocks: &mut [Block<L>], labels: &mut Labels) {
        visit_contents_mut(blocks, &mut |content| {
            visit_sequences_mut(content, &mut |inlines| self.join_sequence(inlines, labels));
        });
    }

    fn join_sequence<L>(&mut self, inlines: &mut Vec<Inline<L>>, labels: &mut Labels) {
        let mut joined = Vec::with_capacity(inlines.len());
        let mut rest = std::mem::take(inlines).into_iter();
        while let Some((length, label, span)) = next_mark(&mut rest, &mut joined) {
            let footnote = labels.index(&label);
            if self.by_label.contains_key(&footnote) {
                joined.push(Inline::FootnoteMark {
                    footnote,
                    mark: 0,
                    span,
                });
                rest.by_ref().take(length).for_each(drop);
            } else {
                self.missing.push(MissingMark {
                    label,
                    span,
                    begins: joined.is_empty() && rest.len() > length,
                });
                joined.extend(rest.by_ref().take(length));
            }
        }
        *inlines = joined;
    }
}

/// Moves what stands before the next literal mark, and returns the mark, which stays.
fn next_mark<L>(
    rest: &mut std::vec::IntoIter<Inline<L>>,
    before: &mut Vec<Inline<L>>,
) -> Option<(usize, String, Span)> {
    loop {
        let mark = literal_mark(rest.as_slice());
        if mark.is_some() {
            return mark;
        }
        before.push(rest.next()?);
    }
}

/// The most pieces that the label of a mark is cut into.
const MOST_PIECES: usize = 12;

fn literal_mark<L>(inlines: &[Inline<L>]) -> Option<(usize, String, Span)> {
    let (open, first) = piece(inlines.first()?)?;
    let (label_start, _) = piece(inlines.get(1)?)?;
    if open != "[" || !label_start.starts_with('^') {
        return None;
    }
    let mut label = String::new();
    for (index, inline) in inlines.iter().enumerate().take(MOST_PIECES).skip(1) {
        let (text, last) = piece(inline)?;
        if text == "]" {
            let label = label.trim_start_matches('^').to_owned();
            let span = Span::new(first.file, first.start as usize, last.end as usize);
            return (!label.is_empty()).then_some((index + 1, label, span));
        }
        label.push_str(text);
    }
    None
}

fn piece<L>(inline: &Inline<L>) -> Option<(&str, Span)> {
    match inline {
        Inline::Text { text, span } => Some((text, *span)),
        _ => None,
    }
}

/// What a label without a footnote is compared with.
struct Compared<'a> {
    known: &'a [String],
    is_body: bool,
}

impl Compared<'_> {
    /// One message for each label: at its first mark, or where its footnote seems to stand.
    fn missing(&self, marks: &[MissingMark]) -> Vec<Diagnostic> {
        let mut first: BTreeMap<&str, &MissingMark> = BTreeMap::new();
        for mark in marks {
            let kept = first.entry(&mark.label).or_insert(mark);
            if mark.begins && !kept.begins {
                *kept = mark;
            }
        }
        first.into_values().map(|mark| self.message(mark)).collect()
    }

    fn message(&self, mark: &MissingMark) -> Diagnostic {
        /// With more footnotes than this, looking for the nearest takes longer than it helps.
        const MOST_COMPARED: usize = 100;
        let MissingMark {
            label,
            span,
            begins,
        } = mark;
        let compared = self.known.iter().map(String::as_str).take(MOST_COMPARED);
        let help = if let Some(near) = nearest(label, compared) {
            format!("Did you mean [^{near}]?")
        } else if !self.is_body {
            format!(
                "Footnotes stand in the text of a page: type the remark here in round brackets, in place of [^{label}]."
            )
        } else if *begins {
            format!("If this is the footnote, type a colon after it: [^{label}]: and its text.")
        } else {
            format!(
                "Add its text on a line of its own at the end of the page: [^{label}]: the text."
            )
        };
        Diagnostic::new(
            &codes::MISSING_FOOTNOTE,
            *span,
            format!("There is no footnote \u{201c}{label}\u{201d}"),
            help,
        )
    }
}
