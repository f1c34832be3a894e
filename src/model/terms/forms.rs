//! The forms in which a text may use a term or a short name: plurals, mutations, other words for it.

use std::collections::BTreeSet;

use super::folding::{Case, fold};
use super::{EntryKind, TermEntry, TermIndexId};
use crate::parse::markdown::abbreviations::abbreviations;

/// One form of one entry.
#[derive(Debug)]
pub(super) struct Form {
    /// Whose form it is.
    pub id: TermIndexId,
    /// What is looked for, folded, without regard to case.
    pub folded: String,
    /// What must stand there, where the case matters: folded, its case kept.
    pub exact: Option<String>,
    /// The endings with which it is still the same word, and that a link includes.
    pub endings: &'static [&'static str],
    /// Whether it is an abbreviation.
    pub abbreviated: bool,
    /// Whether a capital at the beginning of a sentence leaves it open that the name is meant:
    /// "Training is free" is not about the group with the short name "Training".
    pub unclear_at_start: bool,
    /// Of two entries with one form the one with the lower rank gets it.
    pub rank: u8,
}

/// What the grammar of a language does to a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inflection {
    /// Plurals in `s`, `es` and `ies`.
    English,
    /// The first letter mutates (soft, nasal, aspirate, or `h` before a vowel). Plurals cannot be
    /// told from the word alone: an author gives them as aliases.
    Welsh,
    /// None that is known: only the forms that the author gives.
    Other,
}

impl Inflection {
    /// The grammar of a language, by its tag (BCP 47).
    #[must_use]
    pub fn of(language: &str) -> Self {
        match language.split('-').next() {
            Some("en") => Self::English,
            Some("cy") => Self::Welsh,
            _ => Self::Other,
        }
    }
}

const PLURAL: &[&str] = &["s", "es"];

/// All forms of an entry. Those of a term come before those of a name: a term may have the name of
/// a group, and then its meaning is what a reader needs first.
pub(super) fn forms(id: TermIndexId, entry: &TermEntry, grammar: Inflection) -> Vec<Form> {
    let abbreviation = entry.abbreviation.as_deref();
    let mut forms = Vec::new();
    match entry.kind {
        EntryKind::Term => {
            forms.extend(abbreviation.map(|text| Form::abbreviation(id, text, 0)));
            forms.extend(bracketed(&entry.term).map(|(_, text)| Form::abbreviation(id, text, 0)));
            forms.extend(words(id, &entry.term, grammar, 0));
            for alias in &entry.aliases {
                forms.extend(words(id, alias, grammar, 1));
            }
        }
        EntryKind::Name => {
            let short = abbreviation.iter().copied();
            let aliases = entry.aliases.iter().map(String::as_str);
            forms.extend(short.map(|text| Form::name(id, text, 2)));
            forms.extend(aliases.map(|text| Form::name(id, text, 3)));
            forms.push(Form::name(id, &entry.term, 3));
        }
    }
    forms.retain(|form| form.folded.chars().any(char::is_alphanumeric));
    forms
}

/// A name without the abbreviation that stands in brackets at its end, and that abbreviation.
#[must_use]
pub fn bracketed(name: &str) -> Option<(&str, &str)> {
    let (words, inside) = name.trim_end().strip_suffix(')')?.rsplit_once('(')?;
    is_abbreviation(inside).then(|| (words.trim_end(), inside))
}

/// Whether all of a text is one abbreviation, as authors write it: `CSE`, `A&E`, `DoLS`.
#[must_use]
pub fn is_abbreviation(text: &str) -> bool {
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let is_mixed = !text.contains([' ', '-']) && capitals >= 2 && capitals * 2 >= letters;
    is_mixed || abbreviations(text).any(|(range, _)| range == (0..text.len()))
}

impl Form {
    fn abbreviation(id: TermIndexId, text: &str, rank: u8) -> Self {
        let text = text.trim();
        Self {
            id,
            folded: fold(text, Case::Ignored).into_owned(),
            exact: Some(fold(text, Case::Kept).into_owned()),
            // In every language people write "the GPs".
            endings: PLURAL,
            abbreviated: true,
            unclear_at_start: false,
            rank,
        }
    }

    /// A name is one thing, so it has no plural.
    fn name(id: TermIndexId, text: &str, rank: u8) -> Self {
        let text = text.trim();
        if is_abbreviation(text) {
            return Self::abbreviation(id, text, rank);
        }
        let mut others = text.chars().skip(1);
        let is_certain = others.any(|c| c.is_uppercase() || c.is_ascii_digit());
        Self {
            endings: &[],
            abbreviated: false,
            unclear_at_start: !is_certain,
            ..Self::abbreviation(id, text, rank)
        }
    }
}

/// The forms of a term, or of another word for it.
fn words(id: TermIndexId, text: &str, grammar: Inflection, rank: u8) -> Vec<Form> {
    let text = text.trim();
    let text = bracketed(text).map_or(text, |(words, _)| words);
    // `SEND` as a term is an abbreviation, though the author did not call it so.
    if abbreviations(text).any(|(range, _)| range == (0..text.len())) {
        return vec![Form::abbreviation(id, text, rank)];
    }
    let folded = fold(text, Case::Ignored).into_owned();
    let mut spellings: BTreeSet<String> = match grammar {
        Inflection::English => other_numbers(&folded),
        Inflection::Welsh => mutations(&folded),
        Inflection::Other => BTreeSet::new(),
    };
    spellings.insert(folded);
    let endings = match grammar {
        Inflection::English => PLURAL,
        Inflection::Welsh | Inflection::Other => &[],
    };
    spellings
        .into_iter()
        .map(|folded| Form {
            exact: None,
            endings,
            abbreviated: false,
            folded,
            ..Form::abbreviation(id, "", rank)
        })
        .collect()
}

/// The other number of a term, and of its head word where more follows: "children in need",
/// "codes of practice".
fn other_numbers(text: &str) -> BTreeSet<String> {
    /// Words after which the rest of a term only says more about what stands before.
    const AFTER_HEAD: [&str; 8] = [
        " in ", " of ", " at ", " with ", " for ", " on ", " from ", " under ",
    ];
    let mut found: BTreeSet<String> = irregular(text)
        .or_else(|| other_number(text))
        .into_iter()
        .collect();
    let head = AFTER_HEAD.iter().filter_map(|word| text.find(word)).min();
    if let Some((head, rest)) = head.and_then(|end| text.split_at_checked(end)) {
        let regular = ["s", "es"].map(|ending| format!("{head}{ending}"));
        let other = irregular(head)
            .or_else(|| other_number(head))
            .or_else(|| singular(head));
        let heads = regular.into_iter().chain(other);
        found.extend(heads.map(|head| format!("{head}{rest}")));
    }
    found
}

/// "looked after children" for "looked after child", and the other way round.
fn irregular(text: &str) -> Option<String> {
    const PAIRS: [(&str, &str); 6] = [
        ("child", "children"),
        ("person", "people"),
        ("woman", "women"),
        ("man", "men"),
        ("wife", "wives"),
        ("life", "lives"),
    ];
    let last = text.rsplit([' ', '-']).next()?;
    let before = text.strip_suffix(last)?;
    let other = PAIRS.iter().find_map(|(one, many)| match last {
        last if last == *one => Some(*many),
        last if last == *many => Some(*one),
        _ => None,
    })?;
    Some(format!("{before}{other}"))
}

/// `policies` for `policy`; `relevant agency` for `relevant agencies`, `partner agency` for
/// `partner agencies`. A single word in `s` is left as it is: `news` is no plural of `new`.
fn other_number(text: &str) -> Option<String> {
    if let Some(stem) = text.strip_suffix('y') {
        let after_vowel = stem.ends_with(['a', 'e', 'i', 'o', 'u']);
        return (!after_vowel && !stem.is_empty()).then(|| format!("{stem}ies"));
    }
    text.contains(' ').then(|| singular(text)).flatten()
}

/// A text whose last word is a plural, with that word in the singular.
fn singular(text: &str) -> Option<String> {
    if let Some(stem) = text.strip_suffix("ies") {
        return Some(format!("{stem}y"));
    }
    if let Some(stem) = text.strip_suffix("es")
        && ["s", "x", "z", "ch", "sh"]
            .iter()
            .any(|end| stem.ends_with(end))
    {
        return Some(stem.to_owned());
    }
    let stem = text.strip_suffix('s')?;
    (!stem.ends_with(['s', 'i', 'u'])).then(|| stem.to_owned())
}

/// A Welsh term with its first letter mutated: soft, nasal, aspirate, and `h` before a vowel.
///
/// Digraphs that do not mutate (`ch`, `dd`, `ff`, `ng`, `ph`, `th`) are left alone.
fn mutations(text: &str) -> BTreeSet<String> {
    const KEPT: [&str; 6] = ["ch", "dd", "ff", "ng", "ph", "th"];
    const CHANGES: [(&str, &[&str]); 14] = [
        ("ll", &["l"]),
        ("rh", &["r"]),
        ("p", &["b", "mh", "ph"]),
        ("t", &["d", "nh", "th"]),
        ("c", &["g", "ngh", "ch"]),
        ("b", &["f", "m"]),
        ("d", &["dd", "n"]),
        ("g", &["", "ng"]),
        ("m", &["f"]),
        ("a", &["ha"]),
        ("e", &["he"]),
        ("i", &["hi"]),
        ("o", &["ho"]),
        ("u", &["hu"]),
    ];
    if KEPT.iter().any(|letter| text.starts_with(letter)) {
        return BTreeSet::new();
    }
    let change = CHANGES
        .iter()
        .find_map(|(letter, changed)| Some((text.strip_prefix(letter)?, changed)));
    let (rest, changed) = change.unwrap_or(("", &(&[] as &[&str])));
    changed
        .iter()
        .map(|letter| format!("{letter}{rest}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_words_have_another_number() {
        let cases = [
            ("policy", Some("policies")),
            ("key", None),
            ("relevant agencies", Some("relevant agency")),
            ("case reviews", Some("case review")),
            ("joint processes", Some("joint process")),
            ("signs of distress", None),
            ("news", None),
        ];
        for (text, expected) in cases {
            assert_eq!(other_number(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn irregular_words_and_heads_have_another_number() {
        for (text, expected) in [
            ("looked after child", "looked after children"),
            ("young people", "young person"),
            ("child in need", "children in need"),
            ("children in need", "child in need"),
            ("code of practice", "codes of practice"),
            ("duty of care", "duties of care"),
            ("codes of practice", "code of practice"),
            ("woman", "women"),
        ] {
            assert!(other_numbers(text).contains(expected), "{text}");
        }
        assert!(other_numbers("german").is_empty());
    }

    #[test]
    fn welsh_words_mutate() {
        let cases: [(&str, &[&str]); 7] = [
            ("plentyn", &["blentyn", "mhlentyn", "phlentyn"]),
            ("cynllun", &["chynllun", "gynllun", "nghynllun"]),
            ("gwasanaeth", &["ngwasanaeth", "wasanaeth"]),
            ("llys", &["lys"]),
            ("asesiad", &["hasesiad"]),
            ("chwarae", &[]),
            ("ysgol", &[]),
        ];
        for (text, expected) in cases {
            let found = mutations(text);
            assert!(found.iter().eq(expected.iter()), "{text}: {found:?}");
        }
    }

    #[test]
    fn abbreviations_are_told_from_names() {
        for text in ["CSE", "A&E", "DoLS", "PiPoT"] {
            assert!(is_abbreviation(text), "{text}");
        }
        for text in [
            "Board",
            "Case Review",
            "McDonald",
            "Pre-Birth",
            "EMS Panel",
            "",
        ] {
            assert!(!is_abbreviation(text), "{text}");
        }
        assert_eq!(
            bracketed("Safeguarding Hub (MASH)"),
            Some(("Safeguarding Hub", "MASH"))
        );
        assert_eq!(bracketed("Safeguarding Hub (north)"), None);
    }
}
