//! Sentences are short enough to be read once.
//!
//! More than 25 words are too many (GOV.UK content guidance, "Writing for GOV.UK"; the Plain English
//! Campaign says 15 to 20 on average). Headings, captions and quotations are somebody's fixed words
//! and are left alone; so are plans in the archive, which stay as they were agreed.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::Site;
use crate::parse::markdown::{Run, Where};

use super::sentences::{best_cut, sentences, words};
use super::texts::visit_own_prose;

/// The most words that a sentence may have without a message.
const MOST_WORDS: usize = 25;

/// Every sentence that is too long.
pub fn check(site: &Site) -> Diagnostics {
    let mut messages = Diagnostics::new();
    visit_own_prose(site, |_, whole, place| {
        if place == Where::Text {
            messages.extend(long_sentences(&whole.run));
        }
    });
    messages
}

fn long_sentences(run: &Run) -> Vec<Diagnostic> {
    let long = sentences(&run.text).into_iter().filter_map(|range| {
        let sentence = &run.text[range.clone()];
        let count = words(sentence).len();
        (count > MOST_WORDS).then_some((range, count))
    });
    long.filter_map(|(range, count)| {
        Some(Diagnostic::new(
            &codes::LONG_SENTENCE,
            run.place(range.clone())?,
            format!("This sentence has {count} words; more than {MOST_WORDS} are hard to follow"),
            help(&run.text[range]),
        ))
    })
    .collect()
}

fn help(sentence: &str) -> String {
    /// So many commas look like a list.
    const LIST: usize = 4;
    let words = words(sentence);
    let cut = match best_cut(sentence, &words) {
        Some(before) => format!(
            "Begin a new sentence after \u{201c}\u{2026} {}\u{201d}.",
            last_words(sentence, &words[..before])
        ),
        None => "Say it in two sentences.".to_owned(),
    };
    if sentence.matches([',', ';']).count() >= LIST {
        format!("{cut} Or make a list of its parts.")
    } else {
        cut
    }
}

/// The last few words, without the sign after them.
fn last_words<'s>(sentence: &'s str, words: &[Range<usize>]) -> &'s str {
    const SHOWN: usize = 4;
    let first = words.len().saturating_sub(SHOWN);
    let range = words
        .get(first)
        .zip(words.last())
        .map_or(0..0, |(first, last)| first.start..last.end);
    sentence[range].trim_end_matches([',', ';', ':', '\u{2014}'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_help_names_the_words_before_the_cut() {
        let text = "The partners meet each month to look at every request for help that came in, and they agree with the family what should happen next and who does it.";
        assert_eq!(
            help(text),
            "Begin a new sentence after \u{201c}\u{2026} help that came in\u{201d}."
        );
        let list = "one, two, three, four, five";
        assert!(help(list).ends_with("Or make a list of its parts."));
    }
}
