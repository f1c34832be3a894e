//! Every message, shown wrong and right: runs the pages of `tests/checks/`, which are also what
//! `boardplan explain` prints. `tests/checks/README.md` says how a page is written.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may read this project, and stops where that fails"
)]

mod messages;

use std::collections::BTreeSet;

use boardplan::check::explain::explain;
use boardplan::diagnostic::codes;
use rayon::prelude::*;

use messages::base;
use messages::page::pages;

#[test]
fn the_plan_under_all_pages_is_clean() {
    let messages = base().check();
    let messages: Vec<String> = messages.iter().map(ToString::to_string).collect();
    assert!(messages.is_empty(), "{}", messages.join("\n"));
}

#[test]
fn every_code_has_a_page_and_every_page_a_code() {
    let written: BTreeSet<String> = pages().into_iter().map(|page| page.code).collect();
    let known: BTreeSet<String> = codes::ALL.iter().map(|code| code.name.to_owned()).collect();
    let missing: Vec<_> = known.difference(&written).collect();
    let stray: Vec<_> = written.difference(&known).collect();
    assert!(
        missing.is_empty(),
        "write tests/checks/<code>.md for {missing:?}"
    );
    assert!(stray.is_empty(), "no such codes: {stray:?}");
    assert!(codes::ALL.iter().all(|code| explain(code.name).is_some()));
}

#[test]
fn each_page_shows_its_message_and_how_to_mend_it() {
    let problems: Vec<String> = pages()
        .par_iter()
        .flat_map(|page| page.problems())
        .collect();
    assert!(
        problems.is_empty(),
        "{} problems:\n\n{}",
        problems.len(),
        problems.join("\n\n")
    );
}
