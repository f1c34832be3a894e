//! Sentences, filled with words.

use crate::names::Names;
use crate::random::Random;
use crate::words;

/// Fills each `{word}` of a sentence. Two words of one kind in a sentence are always different.
pub fn fill(sentence: &str, names: &Names, random: &mut Random) -> String {
    fill_with(sentence, random, |word, random| {
        Some(match word {
            "group" => random.pick(&names.groups).name.clone(),
            "member" => random.pick(&names.members).clone(),
            "strategy" => random.pick(&names.strategies).name.clone(),
            _ => return None,
        })
    })
}

/// The same without names: for what names are made of.
pub fn fill_words(sentence: &str, random: &mut Random) -> String {
    fill_with(sentence, random, |_, _| None)
}

/// The same with a term (or its abbreviation) for `{term}`.
pub fn fill_term(sentence: &str, term: &str, random: &mut Random) -> String {
    fill_with(sentence, random, |word, _| {
        (word == "term").then(|| term.to_owned())
    })
}

/// The words that a reader would count: what stands between spaces, marks of links apart.
pub fn count_words(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| word.contains(char::is_alphanumeric))
        .count()
}

/// A file name made from a title: small letters, digits and hyphens, cut between words.
pub fn slug(title: &str, longest: usize) -> String {
    let mut slug = String::new();
    for word in title
        .to_lowercase()
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        if !slug.is_empty() && slug.len() + 1 + word.len() > longest {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    slug
}

fn fill_with(
    sentence: &str,
    random: &mut Random,
    name: impl Fn(&str, &mut Random) -> Option<String>,
) -> String {
    let mut text = String::new();
    let mut used: Vec<String> = Vec::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let (word, after) = after.split_once('}').unwrap_or((after, ""));
        let mut filling = name(word, random).unwrap_or_else(|| common(word, random).to_owned());
        while used.contains(&filling) {
            filling = name(word, random).unwrap_or_else(|| common(word, random).to_owned());
        }
        text.push_str(&filling);
        used.push(filling);
        rest = after;
    }
    text.push_str(rest);
    text
}

fn common(word: &str, random: &mut Random) -> &'static str {
    match word {
        "audience" => random.word(&words::AUDIENCES),
        "goal" | "goal_too" => random.word(&words::GOALS),
        "Method" => random.word(&words::METHODS),
        "often" => random.word(&words::OFTEN),
        "place" => random.word(&words::PLACES),
        "problem" | "problem_too" => random.word(&words::PROBLEMS),
        "topic" => random.word(&words::TOPICS),
        _ => unreachable!("no list of words for {word}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Purpose;
    use crate::size::Size;

    #[test]
    fn no_sentence_has_25_words() {
        let names = Names::invent(Size::of(100).expect("allowed"));
        let mut random = Random::for_thing(Purpose::Action, 0);
        let plain = [
            &words::TITLES[..],
            &words::SENTENCES,
            &words::TASKS,
            &words::IMPACTS,
            &words::NOTES,
            &words::REMITS,
            &words::MEANINGS,
            &words::PAGE_TITLES,
        ];
        for template in plain.concat() {
            for _ in 0..200 {
                let text = fill(template, &names, &mut random);
                assert!(
                    text.split(". ").all(|sentence| count_words(sentence) < 25),
                    "{text}"
                );
            }
        }
    }

    #[test]
    fn slugs_are_cut_between_words() {
        assert_eq!(slug("Help care homes, early", 13), "help-care");
        assert_eq!(slug("Help care homes, early", 15), "help-care-homes");
    }
}
