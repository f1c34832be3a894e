//! The terms of the glossary, and the short names of groups, members, roles and strategies, found
//! in a text.
//!
//! All forms of all entries of a language are in one automaton, so the work grows with the text and
//! not with the number of terms.

pub mod folding;
mod forms;

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};
use unicode_normalization::char::is_combining_mark;

use self::folding::{Case, Folded, fold};
use self::forms::{Form, forms};
use crate::model::Term;
use crate::parse::markdown::addresses::is_in_address;
use crate::parse::markdown::{Body, Where};
use crate::source::Span;

pub use forms::{Inflection, bracketed, is_abbreviation};

/// What running text links to, as the index needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermEntry {
    /// What it is.
    pub kind: EntryKind,
    /// The term, or the full name, which is also the expansion of the abbreviation.
    pub term: String,
    /// The abbreviation of the term, or the short name.
    pub abbreviation: Option<String>,
    /// Other forms.
    pub aliases: Vec<String>,
}

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// A term of the glossary. Its abbreviation matches its case, the term does not.
    Term,
    /// The name of a group, member, role or strategy. It matches its case.
    Name,
}

impl TermEntry {
    /// What its abbreviation stands for, without an abbreviation in brackets at the end.
    #[must_use]
    pub fn expansion(&self) -> &str {
        bracketed(&self.term).map_or(&self.term, |(words, _)| words)
    }
}

impl From<&Term> for TermEntry {
    fn from(term: &Term) -> Self {
        Self {
            kind: EntryKind::Term,
            term: term.term.clone(),
            abbreviation: term.abbreviation.as_ref().map(|text| text.value.clone()),
            aliases: term
                .aliases
                .iter()
                .map(|alias| alias.value.clone())
                .collect(),
        }
    }
}

/// Which entry: its place in the list that [`TermIndex::new`] was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TermIndexId(pub usize);

/// Where an entry stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermUse {
    /// Which entry.
    pub id: TermIndexId,
    /// The bytes of the text, a plural ending included.
    pub range: Range<usize>,
    /// Whether an abbreviation stands there.
    pub abbreviated: bool,
}

/// All forms of all entries of a language.
#[derive(Debug)]
pub struct TermIndex {
    entries: Vec<TermEntry>,
    forms: Vec<Form>,
    by_name: HashMap<String, Vec<TermIndexId>>,
    automaton: Option<AhoCorasick>,
}

impl TermIndex {
    /// Builds the index. Of two entries with one form, a term gets it before a name, a term's own
    /// word or abbreviation before another term's alias, and else the earlier one.
    #[must_use]
    pub fn new(entries: Vec<TermEntry>, grammar: Inflection) -> Self {
        let mut forms: Vec<Form> = entries
            .iter()
            .enumerate()
            .flat_map(|(index, entry)| forms(TermIndexId(index), entry, grammar))
            .collect();
        forms.sort_by_key(|form| form.rank);
        let mut by_name: HashMap<String, Vec<TermIndexId>> = HashMap::new();
        for form in &forms {
            by_name
                .entry(form.folded.clone())
                .or_default()
                .push(form.id);
        }
        // The forms are plain words of a glossary: they are far from the limits of the automaton.
        let automaton = AhoCorasickBuilder::new()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::Standard)
            .build(forms.iter().map(|form| &form.folded))
            .ok();
        Self {
            entries,
            forms,
            by_name,
            automaton,
        }
    }

    /// The entries in a text, from left to right: the longest where several begin at one place or
    /// overlap from it.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<TermUse> {
        let folded = Folded::new(text);
        let mut found: Vec<(usize, Range<usize>)> = self.candidates(text, &folded).collect();
        found.sort_by_key(|(index, range)| (range.start, Reverse(range.end), *index));
        let mut end = 0;
        found.retain(|(_, range)| {
            let is_next = range.start >= end;
            if is_next {
                end = range.end;
            }
            is_next
        });
        found
            .into_iter()
            .filter_map(|(index, range)| {
                let form = self.forms.get(index)?;
                Some(TermUse {
                    id: form.id,
                    range: folded.origin(range)?,
                    abbreviated: form.abbreviated,
                })
            })
            .collect()
    }

    /// The entries that a text mentions, those inside longer ones included.
    #[must_use]
    pub fn mentions(&self, text: &str) -> HashSet<TermIndexId> {
        self.candidates(text, &Folded::new(text))
            .filter_map(|(index, _)| Some(self.forms.get(index)?.id))
            .collect()
    }

    /// Every form that stands in a text as a whole word, and where it does in the folded text.
    fn candidates<'a>(
        &'a self,
        text: &'a str,
        folded: &'a Folded<'_>,
    ) -> impl Iterator<Item = (usize, Range<usize>)> + 'a {
        let found = self
            .automaton
            .iter()
            .flat_map(|automaton| automaton.find_overlapping_iter(folded.text.as_ref()));
        found.filter_map(move |found| {
            let index = found.pattern().as_usize();
            let form = self.forms.get(index)?;
            let range = whole_word(&folded.text, found.start()..found.end(), form)?;
            let origin = folded.origin(range.clone())?;
            let is_meant = fits_case(form, text.get(origin.clone())?)
                && !is_in_address(text, origin.start)
                && !(form.unclear_at_start && begins_sentence(&folded.text[..range.start]));
            is_meant.then_some((index, range))
        })
    }

    /// Every use of an entry in a text, headings and links included, code left out.
    #[must_use]
    pub fn uses<L>(&self, body: &Body<L>) -> Vec<(TermIndexId, Span)> {
        let mut uses = Vec::new();
        body.visit_text(|run, place| {
            if place == Where::Code {
                return;
            }
            for found in self.find(&run.text) {
                uses.extend(run.place(found.range).map(|span| (found.id, span)));
            }
        });
        uses
    }

    /// An entry that was found.
    #[must_use]
    pub fn entry(&self, id: TermIndexId) -> Option<&TermEntry> {
        self.entries.get(id.0)
    }

    /// The entries that have a form, in any case.
    #[must_use]
    pub fn named(&self, name: &str) -> &[TermIndexId] {
        self.by_name
            .get(fold(name.trim(), Case::Ignored).as_ref())
            .map_or(&[], Vec::as_slice)
    }
}

/// Whether a form stands there in its own case, with its ending in small letters: a capital after
/// an abbreviation would be another one.
fn fits_case(form: &Form, found: &str) -> bool {
    form.exact.as_ref().is_none_or(|exact| {
        fold(found, Case::Kept)
            .strip_prefix(exact.as_str())
            .is_some_and(|ending| !ending.contains(char::is_uppercase))
    })
}

/// The range of a match with its plural ending, where it is a whole word.
fn whole_word(text: &str, range: Range<usize>, form: &Form) -> Option<Range<usize>> {
    if goes_on(text.get(..range.start)?.chars().rev(), form) {
        return None;
    }
    let after = text.get(range.end..)?;
    std::iter::once(&"")
        .chain(form.endings)
        .find(|ending| {
            let rest = after.split_at_checked(ending.len());
            rest.is_some_and(|(found, rest)| {
                found.eq_ignore_ascii_case(ending) && !goes_on(rest.chars(), form)
            })
        })
        .map(|ending| range.start..range.end + ending.len())
}

/// Whether a word goes on beside a form, with the characters nearest to the form first.
///
/// A hyphen makes another word of a term ("contact" in "non-contact"), not of an abbreviation
/// ("LADO-led"). Dots, `&`, `@` and `_` between letters are parts of addresses and abbreviations.
fn goes_on(mut beside: impl Iterator<Item = char>, form: &Form) -> bool {
    let is_letter = |c: char| c.is_alphanumeric() || is_combining_mark(c);
    match beside.next() {
        None => false,
        Some('_' | '@') => true,
        Some('-') if form.abbreviated => false,
        Some('-' | '&' | '.') => beside.next().is_some_and(is_letter),
        Some(next) => is_letter(next),
    }
}

/// Whether a sentence may begin after a text.
fn begins_sentence(before: &str) -> bool {
    let before =
        before.trim_end_matches(|c: char| c.is_whitespace() || "\"'(\u{201c}[".contains(c));
    before.is_empty()
        || before.ends_with(['.', '!', '?', ':', ';', '\u{2022}', '\u{2013}', '\u{2014}'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(kind: EntryKind, term: &str, abbreviation: &str, aliases: &[&str]) -> TermEntry {
        TermEntry {
            kind,
            term: term.to_owned(),
            abbreviation: (!abbreviation.is_empty()).then(|| abbreviation.to_owned()),
            aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
        }
    }

    fn term(term: &str, abbreviation: &str, aliases: &[&str]) -> TermEntry {
        entry(EntryKind::Term, term, abbreviation, aliases)
    }

    fn name(name: &str, short: &str, aliases: &[&str]) -> TermEntry {
        entry(EntryKind::Name, name, short, aliases)
    }

    fn english() -> TermIndex {
        let entries = vec![
            term("Child sexual exploitation", "CSE", &[]),
            term("child", "", &["young person"]),
            term("policy", "", &[]),
            term("tŷ diogel", "", &[]),
            term("Information technology", "IT", &[]),
            term("Children's services", "", &[]),
            term("contact", "", &[]),
            term("Accident & emergency", "A&E", &[]),
            term("exploitation panel", "", &[]),
            term("Relevant agencies", "", &[]),
            term("Care plan", "", &["SAR"]),
            term("Safeguarding adults review", "SAR", &[]),
            term("Executive", "", &[]),
            term("Rapid review (RR)", "", &[]),
            name("Exploitation and Missing Sub-group", "EMS", &[]),
            name("Training Group", "Training", &[]),
            name("Executive Group", "Executive", &["EG"]),
            name("Mental Capacity Act", "MCA", &[]),
        ];
        TermIndex::new(entries, Inflection::English)
    }

    #[track_caller]
    fn case(index: &TermIndex, text: &str, expected: &[&str]) {
        let found: Vec<&str> = index
            .find(text)
            .into_iter()
            .map(|found| &text[found.range])
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn the_longest_is_found_where_entries_overlap() {
        let index = english();
        case(
            &index,
            "child sexual exploitation of a child",
            &["child sexual exploitation", "child"],
        );
        case(&index, "child sexual health", &["child"]);
        // The one that begins first wins where neither holds the other.
        case(
            &index,
            "child sexual exploitation panel",
            &["child sexual exploitation"],
        );
        case(&index, "the Executive Group", &["Executive Group"]);
        case(&index, "the Training Group", &["Training Group"]);
        case(&index, "", &[]);
    }

    #[test]
    fn a_term_matches_whole_words_only() {
        let index = english();
        case(&index, "Children, childless, stepchild", &["Children"]);
        case(&index, "it is IT, with bits", &["IT"]);
        case(&index, "non-contact contact-free contact", &["contact"]);
        case(&index, "CSE-led, non-CSE", &["CSE", "CSE"]);
        case(&index, "contact@bscp.example, bscp.contact, a_contact", &[]);
        case(&index, "In contact. A child.", &["contact", "child"]);
        case(&index, "council.example/CSE/guide, CSE-guide.pdf", &[]);
        case(&index, "CSE/IT and R&IT", &["CSE", "IT"]);
        case(&index, "childe\u{301} child\u{301}", &[]);
    }

    #[test]
    fn plurals_and_possessives_count() {
        let index = english();
        case(&index, "CSEs and CSE’s, cse, CSEX, CSES", &["CSEs", "CSE"]);
        case(
            &index,
            "Policies and a policy, the policy's",
            &["Policies", "policy", "policy"],
        );
        case(
            &index,
            "childs, Child's, child’s",
            &["childs", "Child", "child"],
        );
        case(&index, "Young persons", &["Young persons"]);
        case(&index, "each relevant agency", &["relevant agency"]);
    }

    #[test]
    fn what_looks_the_same_is_found() {
        let index = english();
        case(
            &index,
            "Children’s services, children's services",
            &["Children’s services", "children's services"],
        );
        case(
            &index,
            "Tŷ Diogel, TŶ DIOGEL, ty\u{302} diogel",
            &["Tŷ Diogel", "TŶ DIOGEL", "ty\u{302} diogel"],
        );
        case(
            &index,
            "A&E, accident and emergency, Accident\u{a0}& Emergency",
            &["A&E", "accident and emergency", "Accident\u{a0}& Emergency"],
        );
        case(&index, "a\u{200b}b «CSE»", &["CSE"]);
    }

    #[test]
    fn a_name_matches_its_case_and_not_where_the_capital_may_be_the_sentences() {
        let index = english();
        case(&index, "the EMS, ems, the EG", &["EMS", "EG"]);
        case(&index, "ask Training, not training", &["Training"]);
        case(&index, "Training is free. Training: “Training”", &[]);
        case(&index, "TRAINING, trainings, the Trainings", &[]);
        case(&index, "the MCA. MCA", &["MCA", "MCA"]);
    }

    #[test]
    fn the_closest_entry_gets_a_form_that_several_have() {
        let index = english();
        let first = |text: &str| index.find(text).first().map(|found| found.id.0);
        // An abbreviation before another term's alias, a term before a name.
        assert_eq!(first("a SAR"), Some(11));
        assert_eq!(first("the Executive"), Some(12));
        // An abbreviation in brackets is one as well.
        assert_eq!(first("an RR"), Some(13));
        assert_eq!(first("a rapid review"), Some(13));
    }

    #[test]
    fn welsh_terms_mutate_and_take_no_english_plural() {
        let index = TermIndex::new(
            vec![
                term("plentyn", "", &["plant"]),
                term("gwasanaeth", "GIG", &[]),
                term("cam", "", &[]),
            ],
            Inflection::of("cy"),
        );
        case(
            &index,
            "ei blentyn, fy mhlentyn, i’r plant, o blant, a phlant",
            &["blentyn", "mhlentyn", "plant", "blant", "phlant"],
        );
        case(
            &index,
            "y gwasanaeth, wasanaeth, GIG",
            &["gwasanaeth", "wasanaeth", "GIG"],
        );
        case(&index, "cams camau, i gam", &["gam"]);
    }

    #[test]
    fn many_terms_are_found_as_well_as_few() {
        let entries = (0..3000)
            .map(|number| {
                term(
                    &format!("term number {number}"),
                    &format!("TN{number}X"),
                    &[],
                )
            })
            .collect();
        let index = TermIndex::new(entries, Inflection::English);
        case(
            &index,
            "term number 29 and Term Number 2999s, TN7X, TN3000X",
            &["term number 29", "Term Number 2999s", "TN7X"],
        );
    }
}
