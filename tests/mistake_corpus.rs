//! Single mistakes, each made in a small plan about which there is otherwise nothing to say.
//!
//! The mistakes stand in `tests/mistakes/*.md`, one file for each topic; `tests/mistakes/README.md`
//! says how one is written. Nothing is written to the disk: each mistake is made in memory.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may read this project, and stops where that fails"
)]

#[path = "mistakes/case.rs"]
mod case;
#[path = "mistakes/plan.rs"]
mod plan;

use std::any::Any;
use std::fs;
use std::panic::catch_unwind;
use std::path::Path;
use std::sync::LazyLock;

use boardplan::source::Found;
use rayon::prelude::*;

use case::Case;
use plan::{Message, Plan};

/// How many single mistakes are promised at least.
const AT_LEAST: usize = 110;

/// The file of mistakes that are made together; in every other file each gives one message.
const TOGETHER: &str = "together.md";

/// The file of things that are not mistakes.
const FINE: &str = "fine.md";

/// The messages about a plan, or what a panic said.
type Outcome = Result<Vec<Message>, String>;

/// What is said about each mistake.
static OUTCOMES: LazyLock<Vec<(Case, Outcome)>> = LazyLock::new(|| {
    let clean = Plan::clean();
    cases()
        .into_par_iter()
        .map(|case| {
            let found = catch_unwind(|| case.applied_to(&clean).messages())
                .map_err(|panic| words_of(&*panic));
            (case, found)
        })
        .collect()
});

#[test]
fn about_the_clean_plan_there_is_nothing_to_say() {
    let messages = Plan::clean().messages();
    assert!(messages.is_empty(), "{}", listed(&messages));
}

#[test]
fn each_mistake_gives_its_message_and_no_other() {
    let problems: Vec<String> = OUTCOMES
        .iter()
        .filter_map(|(case, found)| {
            let Case {
                topic,
                title,
                expected,
                ..
            } = case;
            let found = match found {
                Ok(found) => found,
                Err(panic) => return Some(format!("{topic}: {title}\n{panic}")),
            };
            let as_expected = found.len() == expected.len()
                && expected.iter().all(|expected| {
                    found
                        .iter()
                        .any(|message| message.place_and_code() == *expected)
                });
            (!as_expected).then(|| {
                let expected = expected.join("\n");
                let found = listed(found);
                format!("{topic}: {title}\nexpected:\n{expected}\nfound:\n{found}")
            })
        })
        .collect();
    assert!(
        problems.is_empty(),
        "{} of the mistakes:\n\n{}",
        problems.len(),
        problems.join("\n\n")
    );
}

#[test]
fn there_are_many_mistakes_and_each_expects_one_message() {
    let cases = cases();
    let single: Vec<&Case> = cases
        .iter()
        .filter(|case| ![TOGETHER, FINE].contains(&case.topic.as_str()))
        .collect();
    assert!(single.len() >= AT_LEAST, "{}", single.len());
    for case in single {
        assert_eq!(case.expected.len(), 1, "{}: {}", case.topic, case.title);
    }
}

/// Twenty long sentences on a page are enough to read about; the last message counts the rest.
#[test]
fn a_page_with_the_same_mistake_many_times_ends_with_a_count() {
    let mut plan = Plan::clean();
    let sentence = "We ask and hear and write and read and think and say and do and ask and hear and write and read and think and say and do what helps.\n\n";
    let page = format!("---\ntitle: Much\n---\n{}", sentence.repeat(30));
    plan.files
        .insert("pages/much.md".to_owned(), Found::File(page.into_bytes()));
    let messages = plan.messages();
    assert_eq!(messages.len(), 20, "{}", listed(&messages));
    let last = &messages[19].text;
    assert!(last.starts_with("11 more messages"), "{last}");
}

/// One voice: a message is a sentence that begins with a capital letter or a quotation mark and has
/// no full stop; what to do is whole sentences. No word of ours, only the author's.
#[test]
fn all_messages_speak_with_one_voice() {
    let wrong: Vec<String> = OUTCOMES
        .iter()
        .flat_map(|(_, found)| found.as_deref().unwrap_or_default())
        .filter_map(|message| {
            let why = voice(message)?;
            Some(format!("{why}: {message}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn voice(message: &Message) -> Option<&'static str> {
    const OURS: [&str; 9] = [
        "scanner", "token", "mapping", "scalar", "serde", "parse", "yaml", "sequence", "node",
    ];
    let Message { text, help, .. } = message;
    let all = format!("{text} {help}").to_lowercase();
    let begins_well = text.chars().next().is_some_and(|first| {
        first.is_uppercase() || first.is_ascii_digit() || "\u{201c}#".contains(first)
    });
    if !begins_well {
        Some("the message begins in lower case")
    } else if text.ends_with('.') {
        Some("the message ends with a full stop")
    } else if help.is_empty() {
        Some("there is no help")
    } else if !help.ends_with(['.', '?']) && !ends_with_what_to_type(help) {
        Some("the help is not whole sentences")
    } else if OURS.iter().any(|word| {
        all.split(|c: char| !c.is_alphanumeric())
            .any(|found| found == *word)
    }) {
        Some("a word that authors do not use")
    } else {
        None
    }
}

/// After a colon, what is to be typed stands last and as it is typed, without a full stop of ours.
fn ends_with_what_to_type(help: &str) -> bool {
    help.contains(": ")
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mistakes");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .filter(|path| !path.ends_with("README.md"))
        .collect();
    files.sort();
    files
        .iter()
        .flat_map(|path| {
            let topic = path.file_name().unwrap().to_string_lossy().into_owned();
            case::read(&topic, &fs::read_to_string(path).unwrap())
        })
        .collect()
}

fn listed(messages: &[Message]) -> String {
    messages
        .iter()
        .map(|message| format!("{message}\n"))
        .collect()
}

/// What a panic said, of the program or of a case that cannot be applied.
fn words_of(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
    format!("stopped: {}", text.unwrap_or("without a word"))
}
