//! `strings/<language>.yaml`: nested keys and sentences, flattened to dotted keys; and below `avoid`
//! the words that authors should not use.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::parse::theme::yaml;
use crate::strings::{Category, Message, Text};

/// The key under which words to avoid stand, each with what to write instead.
const AVOID: &str = "avoid";

/// What a theme says in one language.
#[derive(Default)]
pub(super) struct Words {
    /// Dotted keys with their texts, sorted by key.
    pub texts: BTreeMap<String, Text>,
    /// Words and phrases to avoid, each with what to write instead; nothing where they are to be
    /// left out.
    pub avoid: Vec<(String, Vec<String>)>,
}

/// Reads the words of one language.
///
/// A group of keys that are all plural forms (`one`, `other`, …), `other` among them, is one
/// text in several forms; any other group is a level of the dotted key.
pub(super) fn read(text: &str, origin: &str, problems: &mut Diagnostics) -> Words {
    let mut words = Words::default();
    if let Some(Node::Group(mut group)) = yaml::read(text, origin, problems) {
        match group.remove(AVOID) {
            Some(Node::Group(advice)) => {
                for (forms, instead) in advice {
                    match instead {
                        Node::Leaf(instead) => words.avoid.extend(advised(&forms, &instead)),
                        Node::Forms { .. } | Node::Group(_) => {
                            problems.push(not_advice(text, origin, &forms));
                        }
                    }
                }
            }
            Some(Node::Leaf(_) | Node::Forms { .. }) => {
                problems.push(not_advice(text, origin, AVOID));
            }
            None => {}
        }
        flatten(String::new(), group, &mut words.texts);
    }
    words
}

/// `begin, begins: start`: each form on its own, with the same words instead.
fn advised(forms: &str, instead: &Message) -> Vec<(String, Vec<String>)> {
    let instead = instead.fill(&[]);
    let instead: Vec<String> = parts(&instead).map(str::to_owned).collect();
    parts(forms)
        .map(|form| (form.to_owned(), instead.clone()))
        .collect()
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

fn not_advice(text: &str, origin: &str, key: &str) -> Diagnostic {
    Diagnostic::new(
        &codes::BROKEN_THEME,
        yaml::place_of_key(text, origin, key),
        format!(
            "Below \u{201c}{AVOID}\u{201d} stand words to avoid, each with what to write instead"
        ),
        "Type a line for each, such as: utilise, utilises: use",
    )
}

/// What stands at a key of the file.
enum Node {
    Leaf(Message),
    Forms {
        other: Message,
        forms: BTreeMap<Category, Message>,
    },
    Group(BTreeMap<String, Node>),
}

fn flatten(prefix: String, group: BTreeMap<String, Node>, flat: &mut BTreeMap<String, Text>) {
    for (name, node) in group {
        let key = if prefix.is_empty() {
            name
        } else {
            format!("{prefix}.{name}")
        };
        match node {
            Node::Leaf(message) => {
                flat.insert(key, Text::Plain(message));
            }
            Node::Forms { other, forms } => {
                flat.insert(key, Text::Plural { other, forms });
            }
            Node::Group(group) => flatten(key, group, flat),
        }
    }
}

impl Node {
    /// One text in several forms, or a level of keys.
    fn of(mut entries: BTreeMap<String, Node>) -> Self {
        let are_forms = entries
            .iter()
            .all(|(name, node)| Category::named(name).is_some() && matches!(node, Node::Leaf(_)));
        if !are_forms {
            return Node::Group(entries);
        }
        match entries.remove(Category::Other.name()) {
            Some(Node::Leaf(other)) => Node::Forms {
                other,
                forms: entries
                    .into_iter()
                    .filter_map(|(name, node)| match node {
                        Node::Leaf(message) => Some((Category::named(&name)?, message)),
                        Node::Forms { .. } | Node::Group(_) => None,
                    })
                    .collect(),
            },
            _ => Node::Group(entries),
        }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("words, or further keys")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Node, E> {
        Message::parse(text).map(Node::Leaf).map_err(yaml::problem)
    }

    fn visit_i64<E: serde::de::Error>(self, _: i64) -> Result<Node, E> {
        Err(needs_quotes())
    }

    fn visit_u64<E: serde::de::Error>(self, _: u64) -> Result<Node, E> {
        Err(needs_quotes())
    }

    fn visit_f64<E: serde::de::Error>(self, _: f64) -> Result<Node, E> {
        Err(needs_quotes())
    }

    fn visit_bool<E: serde::de::Error>(self, _: bool) -> Result<Node, E> {
        Err(needs_quotes())
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<Node, E> {
        Err(yaml::problem("this key has no words"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut entries = BTreeMap::new();
        while let Some(Key(name)) = map.next_key()? {
            if entries.contains_key(&name) {
                return Err(yaml::problem(format!(
                    "the key \u{201c}{name}\u{201d} stands twice"
                )));
            }
            entries.insert(name, map.next_value()?);
        }
        Ok(Node::of(entries))
    }
}

fn needs_quotes<E: serde::de::Error>() -> E {
    yaml::problem("words are needed here; put quotes around a number, or around true and false")
}

/// A key; `1:` is a key as good as `one:`.
struct Key(String);

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(KeyVisitor)
    }
}

struct KeyVisitor;

impl Visitor<'_> for KeyVisitor {
    type Value = Key;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a key")
    }

    fn visit_str<E>(self, text: &str) -> Result<Key, E> {
        Ok(Key(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nested_keys_become_dotted_and_plural_forms_one_text() {
        let mut problems = Diagnostics::new();
        let text = "dates:\n  months:\n    1: January\nactions:\n  one: '{count} action'\n  other: '{count} actions'\nno: 'No'\n";
        let words = read(text, "strings/en.yaml", &mut problems).texts;
        assert_eq!(problems, Diagnostics::new());
        let keys: Vec<&str> = words.keys().map(String::as_str).collect();
        assert_eq!(keys, ["actions", "dates.months.1", "no"]);
        let one = words["actions"].form("en", Some(1));
        assert_eq!(one.fill(&[("count", "1")]), "1 action");
    }

    #[test]
    fn words_to_avoid_stand_apart_with_each_of_their_forms() {
        let mut problems = Diagnostics::new();
        let text = "skip: Skip\navoid:\n  utilise, utilises: use\n  commence: begin, start\n  basically: ''\n";
        let words = read(text, "strings/en.yaml", &mut problems);
        assert_eq!(problems, Diagnostics::new());
        assert_eq!(words.texts.keys().collect::<Vec<_>>(), ["skip"]);
        let avoid: Vec<(&str, String)> = words
            .avoid
            .iter()
            .map(|(word, instead)| (word.as_str(), instead.join("|")))
            .collect();
        let of = |word, instead: &str| (word, instead.to_owned());
        assert_eq!(
            avoid,
            [
                of("basically", ""),
                of("commence", "begin|start"),
                of("utilise", "use"),
                of("utilises", "use"),
            ]
        );
        for text in ["avoid: utilise\n", "avoid:\n  utilise:\n    use: it\n"] {
            read(text, "strings/en.yaml", &mut problems);
        }
        assert_eq!(problems.len(), 2);
    }

    #[test]
    fn a_number_an_empty_key_and_a_key_given_twice_are_reported() {
        for (text, expected) in [
            ("a: 12\n", "put quotes around a number"),
            ("a:\n", "this key has no words"),
            ("a: x\na: y\n", "stands twice"),
            ("a: '{'\n", "has no }"),
        ] {
            let mut problems = Diagnostics::new();
            assert!(
                read(text, "strings/en.yaml", &mut problems)
                    .texts
                    .is_empty()
            );
            let message = &problems.iter().next().unwrap().message;
            assert!(message.contains(expected), "{message}");
        }
    }
}
