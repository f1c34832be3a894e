//! Links on one page from terms and short names to what explains them, each at its first use.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use crate::model::terms::folding::{Case, fold};
use crate::model::terms::{EntryKind, TermIndex, TermIndexId};

/// Goes through the texts of one page and remembers what it has linked there.
#[derive(Clone, Debug)]
pub struct TermLinker {
    index: Arc<TermIndex>,
    terms_done: HashSet<TermIndexId>,
    abbreviations_done: HashSet<TermIndexId>,
}

/// A piece of text with what is known about it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Segment<'t> {
    Text(&'t str),
    Term {
        id: TermIndexId,
        kind: EntryKind,
        shown: &'t str,
    },
    Abbreviation {
        id: TermIndexId,
        kind: EntryKind,
        shown: &'t str,
        /// What it means, where the author does not say it right there.
        expansion: Option<String>,
    },
}

impl TermLinker {
    /// A linker for one page that leaves some entries alone: those that the page is about, and
    /// those that its author names under `no_glossary`.
    #[must_use]
    pub fn new<'n>(
        index: Arc<TermIndex>,
        own: impl IntoIterator<Item = TermIndexId>,
        no_glossary: impl IntoIterator<Item = &'n str>,
    ) -> Self {
        let named = no_glossary.into_iter().flat_map(|name| index.named(name));
        let skipped: HashSet<TermIndexId> = named.copied().chain(own).collect();
        Self {
            index,
            terms_done: skipped.clone(),
            abbreviations_done: skipped,
        }
    }

    /// Cuts a text where terms and names stand that this page has not linked yet.
    pub(super) fn segments<'t>(&mut self, text: &'t str) -> Vec<Segment<'t>> {
        let index = Arc::clone(&self.index);
        let mut segments = Vec::new();
        let mut from = 0;
        for found in index.find(text) {
            let Some(entry) = index.entry(found.id) else {
                continue;
            };
            let done = if found.abbreviated {
                &self.abbreviations_done
            } else {
                &self.terms_done
            };
            if done.contains(&found.id) {
                continue;
            }
            if from < found.range.start {
                segments.push(Segment::Text(&text[from..found.range.start]));
            }
            from = found.range.end;
            let (id, kind) = (found.id, entry.kind);
            let shown = &text[found.range.clone()];
            let term = entry.expansion();
            self.terms_done.insert(id);
            if found.abbreviated {
                self.abbreviations_done.insert(id);
                let is_explained = term == shown || explained_at(text, &found.range, term);
                segments.push(Segment::Abbreviation {
                    id,
                    kind,
                    shown,
                    expansion: (!is_explained).then(|| term.to_owned()),
                });
            } else {
                // "Child sexual exploitation (CSE)": the abbreviation is explained.
                if let Some(abbreviation) = &entry.abbreviation
                    && in_brackets_after(&text[found.range.end..]) == Some(abbreviation)
                {
                    self.abbreviations_done.insert(id);
                }
                segments.push(Segment::Term { id, kind, shown });
            }
        }
        if from < text.len() {
            segments.push(Segment::Text(&text[from..]));
        }
        segments
    }
}

/// Whether a term stands beside its abbreviation, one of the two in brackets.
fn explained_at(text: &str, abbreviation: &Range<usize>, term: &str) -> bool {
    let term = fold(term, Case::Ignored);
    let same = |words: &str| fold(words.trim(), Case::Ignored) == term;
    if in_brackets_after(&text[abbreviation.end..]).is_some_and(same) {
        return true;
    }
    let before = text[..abbreviation.start].strip_suffix('(');
    before.is_some_and(|before| fold(before.trim_end(), Case::Ignored).ends_with(term.as_ref()))
}

fn in_brackets_after(text: &str) -> Option<&str> {
    let inside = text.trim_start_matches([' ', '\u{a0}']).strip_prefix('(')?;
    inside.split_once(')').map(|(words, _)| words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::terms::{Inflection, TermEntry};

    fn index() -> TermIndex {
        let entry = |kind, term: &str, abbreviation: Option<&str>| TermEntry {
            kind,
            term: term.to_owned(),
            abbreviation: abbreviation.map(str::to_owned),
            aliases: Vec::new(),
        };
        let entries = vec![
            entry(EntryKind::Term, "Child sexual exploitation", Some("CSE")),
            entry(EntryKind::Term, "child", None),
            entry(EntryKind::Term, "policy", None),
            entry(EntryKind::Name, "Case Review Group", Some("CRG")),
            entry(EntryKind::Name, "Training Group", Some("Training")),
        ];
        TermIndex::new(entries, Inflection::English)
    }

    fn linked(linker: &mut TermLinker, text: &str) -> String {
        linker
            .segments(text)
            .into_iter()
            .map(|segment| match segment {
                Segment::Text(text) => text.to_owned(),
                Segment::Term { shown, id, .. } => format!("[{shown}]({})", id.0),
                Segment::Abbreviation {
                    shown, expansion, ..
                } => {
                    format!(
                        "[{shown}]{}",
                        expansion.map_or(String::new(), |words| format!("<{words}>"))
                    )
                }
            })
            .collect()
    }

    #[test]
    fn only_the_first_use_on_a_page_is_linked() {
        let index = Arc::new(index());
        let linker = || TermLinker::new(Arc::clone(&index), [], ["POLICY"]);
        let cases = [
            ("CSE and CSE", "[CSE]<Child sexual exploitation> and CSE"),
            (
                "CSE (child sexual exploitation)",
                "[CSE] (child sexual exploitation)",
            ),
            (
                "child sexual exploitation (CSE), CSE",
                "[child sexual exploitation](0) (CSE), CSE",
            ),
            (
                "Child sexual exploitation. CSE",
                "[Child sexual exploitation](0). [CSE]<Child sexual exploitation>",
            ),
            (
                "a policy for a child, each child",
                "a policy for a [child](1), each child",
            ),
            ("CRG, the CRG", "[CRG]<Case Review Group>, the CRG"),
            (
                "Case Review Group (CRG), CRG",
                "[Case Review Group](3) (CRG), CRG",
            ),
            (
                "the Training Group, Training",
                "the [Training Group](4), Training",
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(linked(&mut linker(), text), expected);
        }
        let mut page = linker();
        assert_eq!(linked(&mut page, "child"), "[child](1)");
        assert_eq!(linked(&mut page, "child"), "child");
    }

    #[test]
    fn a_page_does_not_link_to_itself_and_leaves_alone_what_its_author_says() {
        let index = Arc::new(index());
        let mut page = TermLinker::new(index, [TermIndexId(3)], ["training"]);
        let text = "the CRG, the Case Review Group and the Training Group";
        assert_eq!(linked(&mut page, text), text);
    }
}
