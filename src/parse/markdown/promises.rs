//! What holds for every text, tried on random ones: the same ones in every run.

use crate::parse::markdown::*;
use crate::source::FileId;

/// A linear congruential generator (Knuth, MMIX): the same numbers in every run.
struct Random(u64);

impl Random {
    /// A number below a limit.
    fn next(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}

/// Random texts out of what Markdown is made of.
#[test]
fn no_text_breaks_the_reader_or_its_promises() {
    const PARTS: [&str; 64] = [
        "a",
        "The Board",
        "CSE",
        " ",
        "  ",
        "    ",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        "> ",
        "- ",
        "1. ",
        "a) ",
        "(b) ",
        "ii. ",
        "# ",
        "## ",
        "### ",
        "---",
        "===",
        "|",
        "| a | b |\n|---|---|\n",
        "|---|",
        "Table: ",
        "{.no-row-header}",
        "{.decorative}",
        "{#id}",
        "{#id onclick=x}",
        "[",
        "](",
        "]",
        "![",
        ")",
        "(",
        "group:Young Advisers",
        "javascript:alert(1)",
        "https://example.org",
        "<",
        ">",
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "<div>\n",
        "```",
        "```cycle T\n",
        "~~~",
        "`",
        "*",
        "**",
        "_",
        "~~",
        "[^1]",
        "[^1]: ",
        "[x]: y\n",
        "&amp;",
        "\\",
        ": ",
        "- [x] ",
        "é",
        "ŵ\u{301}",
        "3.2 ",
        "> [!NOTE]\n",
    ];
    let mut random = Random(1);
    let mut next = |limit: usize| random.next(limit);
    for _ in 0..3_000 {
        let length = 1 + next(30);
        let text: String = (0..length).map(|_| PARTS[next(PARTS.len())]).collect();
        let options = ReadOptions {
            numbered: next(2) == 0,
            is_body: next(4) > 0,
        };
        let file = FileId::new(0);
        let (body, messages) = read(&text, Locate::Exact { file, start: 0 }, options);
        for message in messages {
            let crate::diagnostic::Place::Content(span) = message.primary else {
                panic!("{text:?}")
            };
            assert!(
                text.get(span.range()).is_some(),
                "{}: {span:?} in {text:?}",
                message.code.name
            );
        }
        let anchors = body.anchors();
        let unique: std::collections::BTreeSet<_> = anchors.iter().collect();
        let same_ids = text.matches("{#id").count() > 1;
        assert!(
            unique.len() == anchors.len() || same_ids,
            "{anchors:?} in {text:?}"
        );
        body.visit_text(|run, _| {
            let place = run
                .place(0..run.text.len())
                .map(|span| text.get(span.range()).is_some());
            assert_ne!(place, Some(false), "{run:?} in {text:?}");
        });
        body.visit_inlines(&mut |inlines, _| {
            for inline in inlines {
                if let Inline::FootnoteMark { footnote, mark, .. } = inline {
                    let marks = body.footnotes.get(*footnote).map(|footnote| footnote.marks);
                    assert!(*mark > 0 && marks >= Some(*mark), "{text:?}");
                }
            }
        });
    }
}

/// Links, comments and the words after an opening fence apart, every word that an author types is
/// in the text, or an error says that it would be lost.
#[test]
fn no_word_is_lost_without_an_error() {
    const PARTS: [&str; 42] = [
        " ",
        "  ",
        "    ",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        "> ",
        "- ",
        "1. ",
        "a) ",
        "b) ",
        "(a) ",
        "(b) ",
        "ii. ",
        "i. ",
        "# ",
        "## ",
        "---",
        "\n===\n",
        "|",
        "\n| a | b |\n|---|---|\n|",
        "|---|",
        "\nTable: ",
        "{.no-row-header}",
        "{.decorative}",
        "[^1]",
        "]",
        "!",
        ")",
        "(",
        "<b>",
        "</b>",
        "<div>\n",
        "`",
        "*",
        "**",
        "_",
        "&amp;",
        ": ",
        "- [x] ",
        "\n",
    ];
    let mut random = Random(5);
    for _ in 0..5_000 {
        let mut words = Vec::new();
        let mut text = String::new();
        for _ in 0..=random.next(25) {
            if random.next(3) == 0 {
                words.push(format!("word{}x", words.len()));
                text.push_str(&words[words.len() - 1]);
            } else {
                text.push_str(PARTS[random.next(PARTS.len())]);
            }
        }
        if text.contains("```") || text.contains("](") {
            continue;
        }
        let options = ReadOptions {
            numbered: random.next(2) == 0,
            is_body: random.next(4) > 0,
        };
        let (body, messages) = read(
            &text,
            Locate::Exact {
                file: FileId::new(0),
                start: 0,
            },
            options,
        );
        let has_error = messages
            .iter()
            .any(|message| message.severity == crate::diagnostic::Severity::Error);
        let plain = body.plain_text();
        for word in words {
            assert!(
                has_error || plain.contains(&word),
                "{word} in {text:?}: {plain:?}"
            );
        }
    }
}
