//! The names of everything, invented first, so that any file can refer to any other.

use std::collections::HashSet;

use crate::random::{Purpose, Random};
use crate::size::Size;
use crate::text::{fill_words, slug};
use crate::words;

pub const BOARD: &str = "Brackenford Safeguarding Partnership";

/// Everything that has a name, in a fixed order.
pub struct Names {
    /// The first is the executive, the second the management group.
    pub groups: Vec<Group>,
    pub members: Vec<String>,
    pub roles: Vec<String>,
    pub strategies: Vec<Strategy>,
    pub terms: Vec<Term>,
    /// Titles of priorities, from the first.
    pub priorities: Vec<String>,
    /// Titles of actions, from the first of the first priority to the last of the last.
    pub actions: Vec<String>,
    pub pages: Vec<Page>,
}

pub struct Group {
    pub name: String,
    pub kind: &'static str,
    /// The group that it reports to; none for outside bodies. The executive reports to the board.
    pub reports_to: Option<String>,
}

pub struct Strategy {
    pub name: String,
    pub kind: &'static str,
}

pub struct Term {
    pub term: String,
    pub abbreviation: Option<String>,
}

pub struct Page {
    pub title: String,
    /// As other pages name it: the path below `pages/` without `.md`.
    pub path: String,
}

impl Names {
    /// Names for a plan of that size. No two things of one kind share a name, loosely compared.
    pub fn invent(size: Size) -> Names {
        let random = &mut Random::for_thing(Purpose::Names, 0);
        Names {
            groups: groups(size.groups, random),
            members: combinations(&words::PLACES, &words::SERVICES, size.members, random),
            roles: roles(size.roles, random),
            strategies: strategies(size.strategies, random),
            terms: terms(size.terms, random),
            priorities: different(size.priorities, random, |random| {
                fill_words(
                    random.word(&[
                        "Less {topic} in {place}",
                        "Help with {topic} in {place}",
                        "Safe from {topic} in {place}",
                    ]),
                    random,
                )
            }),
            actions: different(size.actions, random, |random| {
                fill_words(random.word(&words::TITLES), random)
            }),
            pages: pages(size.pages, random),
        }
    }
}

fn groups(number: usize, random: &mut Random) -> Vec<Group> {
    let group = |name: &str, kind, reports_to: &str| Group {
        name: name.to_owned(),
        kind,
        reports_to: (!reports_to.is_empty()).then(|| reports_to.to_owned()),
    };
    let mut groups = vec![
        group("Executive Group", "executive", BOARD),
        group("Management Group", "management", "Executive Group"),
    ];
    for (index, stem) in combinations(&words::PLACES, &words::THEMES, number - 2, random)
        .into_iter()
        .enumerate()
    {
        let tail = words::GROUP_TAILS[index % words::GROUP_TAILS.len()];
        let parent = groups[1 + random.below(groups.len() - 1)].name.clone();
        groups.push(match (index, tail) {
            (0..4, _) => group(&format!("{stem} {tail}"), "standing", "Management Group"),
            (_, "Forum") => group(&format!("{stem} {tail}"), "outside", ""),
            (_, "Panel") => group(&format!("{stem} {tail}"), "panel", "Management Group"),
            (_, "Task Group") => group(&format!("{stem} {tail}"), "task", &inside(&groups, parent)),
            _ => group(&format!("{stem} {tail}"), "standing", "Management Group"),
        });
    }
    groups
}

/// The group itself, or the management group in the place of a body from outside the board.
fn inside(groups: &[Group], name: String) -> String {
    let outside = groups
        .iter()
        .any(|group| group.name == name && group.kind == "outside");
    if outside {
        "Management Group".to_owned()
    } else {
        name
    }
}

fn roles(number: usize, random: &mut Random) -> Vec<String> {
    let mut roles = vec![
        "Business Manager".to_owned(),
        "Independent Scrutineer".to_owned(),
    ];
    roles.extend(combinations(
        &words::THEMES,
        &words::POSTS,
        number - roles.len(),
        random,
    ));
    roles
}

fn strategies(number: usize, random: &mut Random) -> Vec<Strategy> {
    let stems = combinations(&words::PLACES, &words::THEMES, number, random);
    stems
        .into_iter()
        .map(|stem| {
            let (tail, kind) = random.pick(&words::DOCUMENTS);
            Strategy {
                name: format!("{stem} {tail}"),
                kind,
            }
        })
        .collect()
}

fn terms(number: usize, random: &mut Random) -> Vec<Term> {
    let mut taken = HashSet::new();
    different(number, random, |random| {
        let last = random.word(&words::TERM_LAST);
        format!(
            "{} {} {last}",
            random.word(&words::TERM_FIRST),
            random.word(&words::TERM_SECOND)
        )
    })
    .into_iter()
    .map(|term| {
        let initials: String = term
            .split_whitespace()
            .filter_map(|word| word.chars().next())
            .collect();
        let initials = initials.to_uppercase();
        let abbreviation = taken.insert(initials.clone()).then_some(initials);
        Term { term, abbreviation }
    })
    .collect()
}

fn pages(number: usize, random: &mut Random) -> Vec<Page> {
    different(number, random, |random| {
        fill_words(random.word(&words::PAGE_TITLES), random)
    })
    .into_iter()
    .enumerate()
    .map(|(index, title)| {
        let folder = if index % 2 == 0 { "" } else { "guides/" };
        Page {
            path: format!("{folder}{}-{}", slug(&title, 60), index + 1),
            title,
        }
    })
    .collect()
}

/// That many different texts, in the order in which they were made.
fn different(
    number: usize,
    random: &mut Random,
    make: impl Fn(&mut Random) -> String,
) -> Vec<String> {
    let mut seen = HashSet::new();
    let mut texts = Vec::with_capacity(number);
    while texts.len() < number {
        let text = make(random);
        if seen.insert(text.to_lowercase()) {
            texts.push(text);
        }
    }
    texts
}

/// That many different pairs of a first and a second word.
fn combinations(
    first: &[&str],
    second: &[&str],
    number: usize,
    random: &mut Random,
) -> Vec<String> {
    let mut all: Vec<String> = first
        .iter()
        .flat_map(|one| second.iter().map(move |two| format!("{one} {two}")))
        .collect();
    assert!(
        number <= all.len(),
        "{number} names from {} pairs",
        all.len()
    );
    random.shuffle(&mut all);
    all.truncate(number);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_plan_has_names_enough() {
        let size = Size::of(10_000).expect("allowed");
        let names = Names::invent(size);
        assert_eq!(names.groups.len(), size.groups);
        assert_eq!(names.roles.len(), size.roles);
        assert_eq!(names.strategies.len(), size.strategies);
        assert_eq!(names.actions.len(), size.actions);
    }

    #[test]
    fn half_of_the_terms_and_more_have_an_abbreviation_and_none_has_that_of_another() {
        let terms = Names::invent(Size::of(10_000).expect("allowed")).terms;
        let short: Vec<_> = terms
            .iter()
            .filter_map(|term| term.abbreviation.as_ref())
            .collect();
        assert!(short.len() * 2 > terms.len());
        assert_eq!(short.iter().collect::<HashSet<_>>().len(), short.len());
    }
}
