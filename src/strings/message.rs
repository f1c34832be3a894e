//! A sentence with places for values: `Showing {count} of {total}`.

/// A sentence that was read once and is filled in many times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    parts: Vec<Part>,
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Words(String),
    /// The name between braces.
    Slot(String),
}

impl Message {
    /// Reads a sentence. `{name}` is a place for a value; `{{` and `}}` stand for one brace.
    ///
    /// # Errors
    ///
    /// Where a brace has no partner, or the name between two braces is not made of letters,
    /// digits and `_`: what is wrong, in words for the author of a theme.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut parts = Vec::new();
        let mut words = String::new();
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}']) {
            words.push_str(&rest[..at]);
            let brace = &rest[at..=at];
            rest = &rest[at + 1..];
            if let Some(after) = rest.strip_prefix(brace) {
                words.push_str(brace);
                rest = after;
            } else if brace == "}" {
                return Err("a } has no { before it (for the sign itself, type }})".to_owned());
            } else {
                let Some((name, after)) = rest.split_once('}') else {
                    return Err("a { has no } after it (for the sign itself, type {{)".to_owned());
                };
                let name = name.trim();
                if name.is_empty() || !name.chars().all(|c| c.is_alphanumeric() || c == '_') {
                    return Err(format!(
                        "\u{201c}{{{name}}}\u{201d} is not a name: between {{ and }} stand letters, digits and _"
                    ));
                }
                if !words.is_empty() {
                    parts.push(Part::Words(std::mem::take(&mut words)));
                }
                parts.push(Part::Slot(name.to_owned()));
                rest = after;
            }
        }
        words.push_str(rest);
        if !words.is_empty() {
            parts.push(Part::Words(words));
        }
        Ok(Self { parts })
    }

    /// The sentence with its values. A place for which no value is given stays visible: `{name}`.
    #[must_use]
    pub fn fill(&self, arguments: &[(&str, &str)]) -> String {
        self.fill_with(str::to_owned, arguments)
    }

    /// As [`Message::fill`], with the sentence's own words changed on the way (escaped for HTML,
    /// say). The values are taken as they are.
    #[must_use]
    pub fn fill_with(
        &self,
        change_words: impl Fn(&str) -> String,
        arguments: &[(&str, &str)],
    ) -> String {
        let mut filled = String::new();
        for part in &self.parts {
            match part {
                Part::Words(words) => filled.push_str(&change_words(words)),
                Part::Slot(name) => match arguments.iter().find(|(known, _)| known == name) {
                    Some((_, value)) => filled.push_str(value),
                    None => {
                        filled.push('{');
                        filled.push_str(name);
                        filled.push('}');
                    }
                },
            }
        }
        filled
    }

    /// The names of its places, in the order of the sentence.
    pub fn slots(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().filter_map(|part| match part {
            Part::Words(_) => None,
            Part::Slot(name) => Some(name.as_str()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_go_into_their_places_and_a_missing_one_is_seen() {
        let message = Message::parse("{a} of {b}: {{not a place}}").unwrap();
        assert_eq!(
            message.fill(&[("b", "9"), ("a", "3")]),
            "3 of 9: {not a place}"
        );
        assert_eq!(message.fill(&[("a", "3")]), "3 of {b}: {not a place}");
        assert_eq!(message.slots().collect::<Vec<_>>(), ["a", "b"]);
    }

    #[test]
    fn only_the_words_of_the_sentence_are_changed() {
        let message = Message::parse("x {a} y").unwrap();
        assert_eq!(message.fill_with(str::to_uppercase, &[("a", "b")]), "X b Y");
    }

    #[test]
    fn a_lonely_brace_is_refused() {
        for text in ["{a", "a}", "{}", "{a b}", "{a{b}}"] {
            assert!(Message::parse(text).is_err(), "{text}");
        }
    }
}
