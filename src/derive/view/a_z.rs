//! Everything on the site, from A to Z.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::derive::alphabet::Alphabet;
use crate::derive::findable::Findable;
use crate::derive::ids::Ids;
use crate::derive::page::PageParts;
use crate::derive::plain;
use crate::derive::routes;
use crate::derive::scope::Scope;
use crate::derive::view::glossary::LetterView;
use crate::derive::view::page::PageView;
use crate::derive::view::parts::LinkView;

/// A name that is longer, in characters, is cut.
const LONGEST_NAME: usize = 80;

/// Everything on the site, from A to Z.
#[derive(Clone, Debug, Serialize)]
pub struct AToZView {
    /// What every page has.
    pub page: PageView,
    /// The alphabet of the language, each letter with its part of the list.
    pub letters: Vec<LetterView>,
    /// The parts of the list: what begins with a digit or sign, the letters of the language, then
    /// those of other alphabets.
    pub parts: Vec<AToZPartView>,
}

/// What begins with one letter.
#[derive(Clone, Debug, Serialize)]
pub struct AToZPartView {
    /// The id of the heading.
    pub id: String,
    /// The letter.
    pub letter: String,
    /// What begins with it, in alphabetical order. The note says what kind of thing it is, or of an
    /// abbreviation or other name what it stands for.
    pub entries: Vec<LinkView>,
}

/// A line of the list: its place in the order, its letter, the link.
struct Line {
    key: Vec<(usize, char)>,
    letter: Option<String>,
    link: LinkView,
}

impl AToZView {
    /// Everything on the site, by the alphabet of the page's language.
    #[must_use]
    pub fn new(scope: &Scope<'_>) -> Self {
        let alphabet = Alphabet::of(scope.derivation.strings, scope.language());
        let found = scope.derivation.findable(scope.language());
        let mut lines: Vec<Line> = found
            .iter()
            .flat_map(|found| lines(scope, &alphabet, found))
            .collect();
        lines.sort_by(|one, other| {
            let link = |line: &Line| (line.link.text.clone(), line.link.href.clone());
            let keys = one.key.cmp(&other.key);
            keys.then_with(|| link(one).cmp(&link(other)))
        });
        let parts = parts(lines, &scope.text("a_z.other", &[]));
        let ids: BTreeMap<&str, &str> = parts
            .iter()
            .map(|part| (part.letter.as_str(), part.id.as_str()))
            .collect();
        Self {
            letters: alphabet
                .letters()
                .map(|letter| LetterView {
                    letter: letter.to_owned(),
                    id: ids.get(letter).map(|id| (*id).to_owned()),
                })
                .collect(),
            page: scope.page(PageParts::new("a-z", scope.title())),
            parts,
        }
    }
}

/// A thing by its name, and by each of its other names that stands elsewhere in the list.
fn lines(scope: &Scope<'_>, alphabet: &Alphabet, found: &Findable) -> Vec<Line> {
    let Findable {
        of: _,
        place,
        name,
        title,
        reference: _,
        other_names,
        foreign_names: _,
        kind,
        parent: _,
        is_archived: _,
    } = found;
    let language = (place.language != scope.language()).then(|| place.language.clone());
    let line = |text: &str, note: String| Line {
        key: alphabet.sort_key(text),
        letter: alphabet.letter_of(text).map(str::to_owned),
        link: LinkView {
            text: plain::first_words(text, LONGEST_NAME),
            href: routes::relative(scope.place.address.as_str(), place),
            language: language.clone(),
            note: Some(note),
        },
    };
    // "Action 1.3" tells two actions of one title apart.
    let label = name.strip_suffix(title.as_str()).unwrap_or_default();
    let label = label.trim_end_matches([':', ' ']);
    let note = if label.is_empty() { kind } else { label };
    let mut lines = vec![line(title, note.to_owned())];
    let own = alphabet.sort_key(title);
    for other in other_names {
        let key = alphabet.sort_key(other);
        // "Partner" beside "Partners" helps nobody.
        if !key.starts_with(&own) && !own.starts_with(&key) {
            lines.push(line(other, plain::first_words(title, LONGEST_NAME)));
        }
    }
    lines
}

/// Sorted lines by their letter.
fn parts(lines: Vec<Line>, other: &str) -> Vec<AToZPartView> {
    let mut ids = Ids::default();
    let mut parts: Vec<AToZPartView> = Vec::new();
    for Line { letter, link, .. } in lines {
        let letter = letter.unwrap_or_else(|| {
            let mut characters = link.text.chars().filter(|first| first.is_alphanumeric());
            match characters.next().filter(|first| first.is_alphabetic()) {
                Some(first) => first.to_uppercase().collect(),
                None => other.to_owned(),
            }
        });
        match parts.last_mut().filter(|part| part.letter == letter) {
            Some(part) => part.entries.push(link),
            None => parts.push(AToZPartView {
                id: ids.unique(&letter),
                letter,
                entries: vec![link],
            }),
        }
    }
    parts
}
