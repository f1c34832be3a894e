//! "Did you mean": what messages suggest, and that they say what a name is.

use boardplan::dates::Date;
use boardplan::model::{AsOf, Drafts, resolve};
use boardplan::parse::parse;
use boardplan::source::{Entry, Found, Sources};

const BOARD: &[(&str, &str)] = &[
    (
        "index.md",
        "---\nboard: {name: Example Board}\nlanguages: [cy]\n---\n",
    ),
    (
        "groups/training.md",
        "---\nname: Training Group\n---\n## What we do\n\n## What we did\n",
    ),
    ("groups/training.cy.md", "---\nname: Grŵp Hyfforddi\n---\n"),
    ("members/police.md", "---\nname: Fernshire Police\n---\n"),
    ("roles.md", "---\nroles:\n  - name: Business Manager\n---\n"),
    ("pages/governance.md", "---\ntitle: Governance\n---\n"),
    ("pages/structure.svg", "<svg/>"),
];

/// The messages about names and links, each as `what is wrong / what to do`, with one page more.
fn messages(path: &str, text: &str) -> Vec<String> {
    let mut content: Vec<Entry> = BOARD
        .iter()
        .copied()
        .filter(|(other, _)| *other != path)
        .chain([(path, text)])
        .map(|(path, text)| Entry {
            path: path.to_owned(),
            found: Found::File(text.as_bytes().to_vec()),
        })
        .collect();
    content.sort_by(|one, other| one.path.cmp(&other.path));
    let sources = Sources {
        content,
        themes: Vec::new(),
    };
    let day = AsOf::On(Date::constant(2026, 11, 21));
    let (_, messages) = resolve(parse(&sources).0, day, Drafts::Hidden);
    messages
        .iter()
        .map(|message| format!("{} / {}", message.message, message.help))
        .collect()
}

#[test]
fn what_is_near_is_suggested_with_the_words_around_it() {
    let chair = |words: &str| {
        let text = format!("---\nname: Panel\nchair: {words}\n---\n");
        messages("groups/panel.md", &text)
    };
    for (words, near) in [
        ("Chair of the Trainig Group", "Chair of the Training Group"),
        (
            "members of the Trainig Group",
            "members of the Training Group",
        ),
        ("Trainig Group chair", "Training Group chair"),
        ("Trainig Group", "Training Group"),
        ("Grŵp Hyforddi", "Grŵp Hyfforddi"),
    ] {
        let found = chair(words);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(
            found[0].contains(&format!("Did you mean “{near}”?")),
            "{found:?}"
        );
    }
    assert_eq!(chair("Grw\u{302}p Hyfforddi"), [""; 0]);
}

#[test]
fn a_name_of_another_kind_is_called_what_it_is_and_not_suggested() {
    for (path, text, message) in [
        (
            "groups/panel.md",
            "---\nname: Panel\nreports_to: Fernshire Police\n---\n",
            "“Fernshire Police” is a member, not a group / Write the name of a group",
        ),
        (
            "groups/panel.md",
            "---\nname: Panel\nreports_to: Business Manager\n---\n",
            "“Business Manager” is a role, not a group / Write the name of a group",
        ),
        (
            "roles.md",
            "---\nroles:\n  - name: Trainer\n    member: Training Group\n---\n",
            "“Training Group” is a group, not a member / Type the name of a member",
        ),
        (
            "meetings/2026.md",
            "---\ntitle: Meetings\nperiod: 2026/27\nmeetings:\n  - group: Fernshire Police\n    dates: [9 June]\n---\n",
            "“Fernshire Police” is a member, not a group; it is shown as written, without a link / Type the name of a group",
        ),
        (
            "glossary.md",
            "---\nterms:\n  - term: Widget\n    see: Widget\n---\n",
            "“Widget” is this term itself, which cannot explain it / Type the name",
        ),
    ] {
        let found = messages(path, text);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with(message), "{found:?}");
    }
}

#[test]
fn the_same_file_and_heading_are_suggested_in_each_run() {
    for (link, near) in [
        ("governence.md", "governance.md"),
        ("../groups/governence.md", "governance.md"),
        ("structre.svg", "structure.svg"),
        ("../groups/training.md#what-we-dd", "#what-we-did"),
    ] {
        let found = messages(
            "pages/about.md",
            &format!("---\ntitle: About\n---\nRead [this]({link}).\n"),
        );
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(
            found[0].contains(&format!("Did you mean {near}?")),
            "{found:?}"
        );
    }
}
