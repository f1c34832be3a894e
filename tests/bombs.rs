//! Files made to break a reader: each gives a message, and the program goes on. How long they take
//! and how much memory is measured by hand: `tests/bench/README.md`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test stops where the clean plan cannot be read"
)]

#[path = "mistakes/plan.rs"]
mod plan;

use boardplan::source::Found;

use plan::Plan;

const PAGE: &str = "pages/bomb.md";

#[test]
fn each_bomb_gives_one_message() {
    let page = |facts: &str| format!("---\ntitle: Bomb\n{facts}\n---\nText.\n");
    let deep_block: String = (0..10_000)
        .map(|level| format!("{}- a:\n", " ".repeat(level % 400)))
        .collect();
    let bombs = [
        ("aliases", "bad-front-matter", page(&aliases())),
        (
            "levels in brackets",
            "",
            page(&format!(
                "summary: {}x{}",
                "[".repeat(10_000),
                "]".repeat(10_000)
            )),
        ),
        (
            "levels of hyphens",
            "",
            page(&format!("summary:\n  {}x", "- ".repeat(10_000))),
        ),
        (
            "levels of lines",
            "",
            page(&format!("summary:\n{deep_block}")),
        ),
        (
            "a value of 10 MB",
            "too-large",
            page(&format!("summary: {}", "x".repeat(10_000_000))),
        ),
        ("a file of 50 MB", "too-large", "x".repeat(50_000_000)),
        (
            "marks of a conflict",
            "long-sentence",
            format!("---\ntitle: Bomb\n---\n{}", "<<<<<<< x\n".repeat(90_000)),
        ),
    ];
    for (name, code, text) in bombs {
        let mut plan = Plan::clean();
        plan.files
            .insert(PAGE.to_owned(), Found::File(text.into_bytes()));
        let messages = plan.messages();
        let about_it = messages
            .iter()
            .filter(|message| message.place_and_code().contains(PAGE))
            .count();
        assert!(
            about_it >= 1 && about_it == messages.len(),
            "{name}: {about_it} of {}",
            messages.len()
        );
        assert!(messages.len() <= 12, "{name}: {}", messages.len());
        assert!(
            messages
                .iter()
                .any(|message| message.place_and_code().contains(code)),
            "{name}"
        );
    }
}

/// Each alias stands for ten of the one before: a billion values, if anybody followed them.
fn aliases() -> String {
    (1..10)
        .map(|level| {
            let ten = vec![format!("*a{}", level - 1); 10].join(", ");
            format!("a{level}: &a{level} [{ten}]\n")
        })
        .collect()
}

#[test]
fn ten_thousand_broken_files_give_ten_thousand_messages() {
    let mut plan = Plan::clean();
    for number in 0..10_000 {
        let text = "---\ntitle: \"Never closed\nsummary: x\n---\n";
        plan.files.insert(
            format!("pages/broken/{number}.md"),
            Found::File(text.as_bytes().to_vec()),
        );
    }
    assert_eq!(plan.messages().len(), 10_000);
}
