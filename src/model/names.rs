//! Looking things up by name, as authors write names.
//!
//! The first step that finds anything decides: the full name as it stands, the short name, an
//! alias, then loosely. Loosely, these do not matter: case, `&` or `and`, kinds of dash and quote,
//! spaces, a trailing full stop or comma, whether an accent is typed as a sign of its own (NFC and
//! NFD), the board's own name in front, an abbreviation in brackets, and the tail "sub group", "committee", "group" in all its spellings.

use std::collections::{HashMap, HashSet};

use unicode_normalization::UnicodeNormalization as _;

/// What looking up a name found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup<T> {
    /// Exactly one entry.
    One(T),
    /// Several, with their full names: the name is ambiguous.
    Several(Vec<(T, String)>),
    /// None.
    Nothing,
}

/// An index of names.
#[derive(Clone, Debug)]
pub struct Names<T> {
    steps: [HashMap<String, Vec<T>>; 4],
    full: Vec<(T, String)>,
    /// Short names, aliases, and names in other languages.
    others: Vec<(T, String)>,
    board: Vec<String>,
}

/// The steps of looking up, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Exact = 0,
    Short = 1,
    Alias = 2,
    Loose = 3,
}

/// Whether the full names that a name could mean are all the same. That two entries share a name
/// has its own message, at the entries.
#[must_use]
pub fn are_one_name(names: &[String]) -> bool {
    names
        .windows(2)
        .all(|pair| folded(&pair[0]) == folded(&pair[1]))
}

impl<T: Copy + PartialEq> Names<T> {
    /// An empty index. `board` holds the board's own names, which may stand in front of any other.
    #[must_use]
    pub fn new(board: &[&str]) -> Self {
        let mut board: Vec<String> = board.iter().map(|name| folded(name)).collect();
        board.retain(|name| !name.is_empty());
        board.sort_by_key(|name| std::cmp::Reverse(name.len()));
        Self {
            steps: Default::default(),
            full: Vec::new(),
            others: Vec::new(),
            board,
        }
    }

    /// Adds an entry with all its names.
    pub fn add<'a>(
        &mut self,
        entry: T,
        name: &str,
        short: Option<&str>,
        aliases: impl IntoIterator<Item = &'a str>,
    ) {
        let is_known = self.full.last().is_some_and(|(known, _)| *known == entry);
        if is_known {
            self.others.push((entry, name.trim().to_owned()));
        } else {
            self.full.push((entry, name.to_owned()));
        }
        self.note(Step::Exact, name.trim().to_owned(), entry);
        self.note_loosely(name, entry);
        if let Some(short) = short {
            self.others.push((entry, short.trim().to_owned()));
            self.note(Step::Short, short.trim().to_owned(), entry);
            self.note_loosely(short, entry);
        }
        self.add_aliases(entry, aliases);
    }

    /// Adds further names of an entry.
    pub fn add_aliases<'a>(&mut self, entry: T, aliases: impl IntoIterator<Item = &'a str>) {
        for alias in aliases {
            self.others.push((entry, alias.trim().to_owned()));
            self.note(Step::Alias, alias.trim().to_owned(), entry);
            self.note_loosely(alias, entry);
        }
    }

    /// Looks a name up.
    #[must_use]
    pub fn find(&self, name: &str) -> Lookup<T> {
        let name = name.trim();
        for step in [Step::Exact, Step::Short, Step::Alias] {
            if let Some(found) = self.steps[step as usize].get(name) {
                return self.lookup(found);
            }
        }
        for key in self.loose_forms(name) {
            if let Some(found) = self.steps[Step::Loose as usize].get(&key) {
                return self.lookup(found);
            }
        }
        Lookup::Nothing
    }

    /// The one entry that a name means, if it means one.
    #[must_use]
    pub fn one(&self, name: &str) -> Option<T> {
        match self.find(name) {
            Lookup::One(entry) => Some(entry),
            Lookup::Several(_) | Lookup::Nothing => None,
        }
    }

    /// The known name nearest to a name, for "did you mean": a full name with these initials, else
    /// the nearest full name, short name or alias, else the nearest without the words that do not
    /// matter.
    #[must_use]
    pub fn nearest(&self, name: &str) -> Option<&str> {
        self.nearest_where(name, |_| true)
    }

    /// As [`Names::nearest`], among some entries only. It is never the name itself in another spelling that means the same.
    #[must_use]
    pub fn nearest_where<'s>(
        &'s self,
        name: &str,
        is_meant: impl Fn(T) -> bool,
    ) -> Option<&'s str> {
        let typed = folded(name);
        let is_candidate =
            |(entry, known): &&(T, String)| is_meant(*entry) && folded(known) != typed;
        let candidates = |names: &'s [(T, String)]| -> Vec<&'s str> {
            let candidates = names.iter().filter(is_candidate);
            candidates.map(|(_, known)| known.as_str()).collect()
        };
        let (full, others) = (candidates(&self.full), candidates(&self.others));
        with_initials(name, &full)
            .or_else(|| crate::diagnostic::nearest(name, full.iter().copied()))
            .or_else(|| crate::diagnostic::nearest(name, others.iter().copied()))
            .or_else(|| {
                let wanted = self.core(name);
                let cores: Vec<(String, &str)> =
                    full.iter().map(|full| (self.core(full), *full)).collect();
                let near = crate::diagnostic::nearest(
                    &wanted,
                    cores.iter().map(|(core, _)| core.as_str()),
                )?;
                cores
                    .iter()
                    .find(|(core, _)| core == near)
                    .map(|(_, full)| *full)
            })
    }

    fn note(&mut self, step: Step, key: String, entry: T) {
        if key.is_empty() {
            return;
        }
        let entries = self.steps[step as usize].entry(key).or_default();
        if !entries.contains(&entry) {
            entries.push(entry);
        }
    }

    fn note_loosely(&mut self, name: &str, entry: T) {
        for key in self.loose_forms(name) {
            self.note(Step::Loose, key, entry);
        }
    }

    fn lookup(&self, found: &[T]) -> Lookup<T> {
        match found {
            [one] => Lookup::One(*one),
            several => Lookup::Several(
                several
                    .iter()
                    .map(|entry| {
                        let name = self
                            .full
                            .iter()
                            .find(|(known, _)| known == entry)
                            .map_or_else(String::new, |(_, name)| name.clone());
                        (*entry, name)
                    })
                    .collect(),
            ),
        }
    }

    /// A name in the forms under which it is known loosely: folded; then also without its tail.
    fn loose_forms(&self, name: &str) -> Vec<String> {
        let whole = self.without_board(&folded(name));
        let core = without_tail(&whole).to_owned();
        let mut forms = vec![whole];
        if !core.is_empty() && core != forms[0] {
            forms.push(core);
        }
        forms
    }

    fn core(&self, name: &str) -> String {
        without_tail(&self.without_board(&folded(name))).to_owned()
    }

    fn without_board(&self, folded: &str) -> String {
        let folded = folded.strip_prefix("the ").unwrap_or(folded);
        self.board
            .iter()
            .find_map(|board| {
                let rest = folded.strip_prefix(board.as_str())?.strip_prefix(' ')?;
                Some(rest.to_owned())
            })
            .unwrap_or_else(|| folded.to_owned())
    }
}

/// A name without what does not matter in it: see the head of this file.
#[must_use]
pub fn folded(name: &str) -> String {
    let mut words = String::with_capacity(name.len());
    for character in without_bracketed_abbreviations(name).nfc() {
        match character {
            '&' => words.push_str(" and "),
            '\'' | '\u{2018}' | '\u{2019}' | '"' | '\u{201c}' | '\u{201d}' | '`' => {}
            c if c.is_whitespace() || c == '-' || ('\u{2010}'..='\u{2015}').contains(&c) => {
                words.push(' ');
            }
            c => words.extend(c.to_lowercase()),
        }
    }
    let joined = words.split_whitespace().collect::<Vec<_>>().join(" ");
    joined.trim_end_matches(['.', ',']).trim_end().to_owned()
}

/// "Practice Group (PG) North" without "(PG)": an abbreviation in brackets, wherever it stands.
fn without_bracketed_abbreviations(name: &str) -> String {
    let mut kept = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(open) = rest.find('(') {
        let Some(length) = rest[open..].find(')') else {
            break;
        };
        let inside = &rest[open + 1..open + length];
        kept.push_str(&rest[..open]);
        if !is_abbreviation(inside) {
            kept.push_str(&rest[open..=open + length]);
        }
        rest = &rest[open + length + 1..];
    }
    kept.push_str(rest);
    kept
}

fn is_abbreviation(text: &str) -> bool {
    let text = text.trim();
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    capitals >= 2
        && text.chars().count() <= 12
        && text
            .chars()
            .all(|c| c.is_uppercase() || c.is_ascii_digit() || "&s-".contains(c))
}

/// The one full name that an abbreviation stands for, letter by letter.
fn with_initials<'n>(abbreviation: &str, full: &[&'n str]) -> Option<&'n str> {
    let abbreviation = abbreviation.trim();
    if !is_abbreviation(abbreviation) {
        return None;
    }
    let wanted = abbreviation.to_lowercase();
    let mut fitting = full.iter().copied().filter(|full| {
        let whole = folded(full);
        let forms = [whole.as_str(), without_tail(&whole)];
        forms.iter().any(|form| initials(form) == wanted)
    });
    let first = fitting.next();
    first.filter(|_| fitting.next().is_none())
}

/// The first letters of the words that count in an abbreviation.
fn initials(folded: &str) -> String {
    const SMALL: [&str; 7] = ["a", "and", "for", "in", "of", "on", "the"];
    folded
        .split(' ')
        .filter(|word| !SMALL.contains(word))
        .filter_map(|word| word.chars().next())
        .collect()
}

/// The tails that do not matter, longest first, after dashes became spaces.
const TAILS: [&str; 10] = [
    " sub committees",
    " sub committee",
    " subcommittees",
    " subcommittee",
    " sub groups",
    " sub group",
    " subgroups",
    " subgroup",
    " committee",
    " group",
];

fn without_tail(folded: &str) -> &str {
    TAILS
        .iter()
        .find_map(|tail| folded.strip_suffix(tail))
        .unwrap_or(folded)
}

/// Compares two texts as people sort them: numbers in them by their value (`1.2` before `1.10`).
#[must_use]
pub fn natural_order(a: &str, b: &str) -> std::cmp::Ordering {
    let (mut a, mut b) = (a.chars().peekable(), b.chars().peekable());
    loop {
        match (a.peek().copied(), b.peek().copied()) {
            (None, None) => return std::cmp::Ordering::Equal,
            (None, Some(_)) => return std::cmp::Ordering::Less,
            (Some(_), None) => return std::cmp::Ordering::Greater,
            (Some(x), Some(y)) if x.is_ascii_digit() && y.is_ascii_digit() => {
                let (x, y) = (digits(&mut a), digits(&mut b));
                let order = x.len().cmp(&y.len()).then_with(|| x.cmp(&y));
                if order.is_ne() {
                    return order;
                }
            }
            (Some(x), Some(y)) => {
                let order = x.to_lowercase().cmp(y.to_lowercase());
                if order.is_ne() {
                    return order;
                }
                a.next();
                b.next();
            }
        }
    }
}

/// The digits that come next, without zeros in front, so that the longer number is the larger.
fn digits(characters: &mut std::iter::Peekable<std::str::Chars<'_>>) -> String {
    let mut number = String::new();
    while let Some(digit) = characters.next_if(char::is_ascii_digit) {
        number.push(digit);
    }
    number.trim_start_matches('0').to_owned()
}

/// An id for a page that is made from a name: `child-sexual-exploitation`, unique among `taken`.
pub fn slug(name: &str, taken: &mut HashSet<String>) -> String {
    let mut slug = String::new();
    for character in name.chars().flat_map(char::to_lowercase) {
        if character.is_alphanumeric() {
            slug.push(character);
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    let slug = if slug.is_empty() { "entry" } else { slug };
    let mut unique = slug.to_owned();
    let mut number = 2;
    while !taken.insert(unique.clone()) {
        unique = format!("{slug}-{number}");
        number += 1;
    }
    unique
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_owner_is_found_in_all_its_spellings() {
        let mut names = Names::new(&["Anyshire Safeguarding Board", "ASB"]);
        names.add(
            1,
            "Practice & Learning Sub-Group",
            Some("PLG"),
            ["Learning Hub"],
        );
        names.add(2, "Practice", None, []);
        for spelling in [
            "Practice & Learning Sub-Group",
            "PLG",
            "plg",
            "Learning Hub",
            "practice and learning subgroup",
            "Practice and Learning sub - group",
            "ASB Practice & Learning",
            "The Practice & Learning Committee.",
        ] {
            assert_eq!(names.find(spelling), Lookup::One(1), "{spelling}");
        }
        assert_eq!(
            names.find("Practice & Learning (PLG) Group"),
            Lookup::One(1)
        );
        assert_eq!(names.find("Practice"), Lookup::One(2));
        assert_eq!(names.find("Police"), Lookup::Nothing);
        assert_eq!(
            names.nearest("Practise and Learning"),
            Some("Practice & Learning Sub-Group")
        );
    }

    #[test]
    fn an_abbreviation_suggests_the_name_with_its_initials_or_a_known_one() {
        let mut names = Names::new(&["Anyshire Safeguarding Board", "ASB"]);
        names.add(
            1,
            "Practice & Learning Sub-Group",
            Some("PRLG"),
            ["Hub for Learning"],
        );
        names.add(2, "Quality and Audit Group", None, []);
        names.add(3, "Children in Care Panel", None, []);
        for (typed, expected) in [
            ("QAG", "Quality and Audit Group"),
            ("QA", "Quality and Audit Group"),
            ("CCP", "Children in Care Panel"),
            ("PLRG", "PRLG"),
            ("Hub of Learning", "Hub for Learning"),
        ] {
            assert_eq!(names.nearest(typed), Some(expected), "{typed}");
        }
        assert_eq!(names.nearest("XYZ"), None);
    }

    #[test]
    fn an_accent_may_be_a_sign_of_its_own_and_a_tail_stand_in_the_plural() {
        let mut names = Names::new(&[]);
        names.add(1, "Cyngor M\u{f4}n", None, []);
        names.add(2, "All sub-groups", None, []);
        assert_eq!(names.find("Cyngor Mo\u{302}n"), Lookup::One(1));
        assert_eq!(names.find("All subgroups"), Lookup::One(2));
    }

    #[test]
    fn a_name_is_never_suggested_for_itself_and_one_in_another_language_can_be() {
        let mut names = Names::new(&[]);
        names.add(1, "Training Group", None, []);
        names.add(1, "Gr\u{175}p Hyfforddi", None, []);
        names.add(2, "Fernshire Police", None, []);
        assert_eq!(
            names.nearest("Gr\u{175}p Hyforddi"),
            Some("Gr\u{175}p Hyfforddi")
        );
        assert_eq!(
            names.nearest_where("Fernshire Police", |entry| entry == 1),
            None
        );
        assert_eq!(names.nearest("fernshire police"), None);
    }

    #[test]
    fn two_finds_in_one_step_are_ambiguous() {
        let mut names = Names::new(&[]);
        names.add(1, "Improvement Group", None, []);
        names.add(2, "Improvement Committee", None, []);
        assert_eq!(names.find("Improvement Group"), Lookup::One(1));
        assert!(matches!(names.find("improvement"), Lookup::Several(both) if both.len() == 2));
    }

    #[test]
    fn numbers_sort_by_value() {
        let mut refs = ["1.10", "1.2", "10", "2", "1.2a", "A1"];
        refs.sort_by(|a, b| natural_order(a, b));
        assert_eq!(refs, ["1.2", "1.2a", "1.10", "2", "10", "A1"]);
        assert_eq!(natural_order("01", "1"), std::cmp::Ordering::Equal);
    }
}
