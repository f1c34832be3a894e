//! `content/README.md` says what the program reads, no more and no less.

#![allow(
    clippy::disallowed_methods,
    reason = "a test reads the file that it keeps in step"
)]

#[test]
fn the_field_reference_is_in_step_with_the_tables() {
    let written = std::fs::read_to_string("content/README.md").unwrap_or_default();
    let made = boardplan::scaffold::field_reference();
    assert!(
        written == made,
        "content/README.md is out of date. Make it again with: cargo run -- fields > content/README.md"
    );
}
