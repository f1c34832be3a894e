//! What authors write, and what is understood.

use crate::parse::markdown::*;
use crate::source::FileId;

/// A text as a compact outline, and the messages as `code@words`.
fn outline(text: &str, options: ReadOptions) -> (String, Vec<String>) {
    let file = FileId::new(0);
    let (body, messages) = read(text, Locate::Exact { file, start: 0 }, options);
    let mut out = blocks(&body.blocks);
    for footnote in &body.footnotes {
        out += &format!(" fn{}[{}]", footnote.marks, blocks(&footnote.blocks));
    }
    let messages = messages
        .into_iter()
        .map(|message| {
            let place = match message.primary {
                crate::diagnostic::Place::Content(span) => &text[span.range()],
                _ => "",
            };
            format!("{}@{place}", message.code.name)
        })
        .collect();
    (out, messages)
}

fn blocks(list: &[Block<RawLink>]) -> String {
    list.iter().map(block).collect::<Vec<_>>().join(" ")
}

fn number(number: Option<&NumberedRef>) -> String {
    number.map_or(String::new(), |number| {
        format!("<{}#{}>", number.written, number.id)
    })
}

fn block(block: &Block<RawLink>) -> String {
    match block {
        Block::Paragraph(p) => format!("p{}({})", number(p.number.as_ref()), inlines(&p.content)),
        Block::Heading(h) => format!(
            "h{}{}#{}({})",
            h.level,
            number(h.number.as_ref()),
            h.id,
            inlines(&h.content)
        ),
        Block::List(l) => {
            let marks = match l.marks {
                ListMarks::Bullet => "ul".to_owned(),
                ListMarks::Ordered {
                    numbering,
                    style,
                    start,
                } => format!("{numbering:?}-{style:?}-{start}"),
            };
            let items: Vec<_> = l.items.iter().map(|item| blocks(item)).collect();
            format!(
                "{marks}{}[{}]",
                if l.tight { "" } else { "~" },
                items.join(" | ")
            )
        }
        Block::Quote {
            alert,
            blocks: list,
        } => format!(
            "quote{}[{}]",
            alert.map_or(String::new(), |a| format!("-{a:?}")),
            blocks(list)
        ),
        Block::Code { language, text, .. } => {
            format!("code:{}({text:?})", language.as_deref().unwrap_or(""))
        }
        Block::Table(t) => {
            let cells = |row: &Vec<TableCell<RawLink>>| {
                row.iter()
                    .map(|c| inlines(&c.content))
                    .collect::<Vec<_>>()
                    .join(",")
            };
            let rows: Vec<_> = std::iter::once(&t.head).chain(&t.rows).map(cells).collect();
            let caption = t.caption.as_ref().map_or("-".to_owned(), |c| inlines(c));
            format!(
                "table{}<{caption}>({})",
                if t.row_header { "" } else { "!" },
                rows.join(";")
            )
        }
        Block::Definitions(list) => {
            let all: Vec<_> = list
                .iter()
                .map(|d| {
                    let terms: Vec<_> = d.terms.iter().map(|t| inlines(t)).collect();
                    let meanings: Vec<_> = d.meanings.iter().map(|m| blocks(m)).collect();
                    format!("{}={}", terms.join("/"), meanings.join("/"))
                })
                .collect();
            format!("dl[{}]", all.join(" | "))
        }
        Block::Diagram(d) => format!("{:?}<{}>{}", d.kind, d.title, d.items.len()),
        Block::Structure(_) => "structure".to_owned(),
        Block::Rule => "hr".to_owned(),
    }
}

fn inlines(list: &[Inline<RawLink>]) -> String {
    list.iter()
        .map(|inline| match inline {
            Inline::Text { text, .. } => text.clone(),
            Inline::Code { text, .. } => format!("`{text}`"),
            Inline::Emphasis(c) => format!("*{}*", inlines(c)),
            Inline::Strong(c) => format!("**{}**", inlines(c)),
            Inline::Strikethrough(c) => format!("~{}~", inlines(c)),
            Inline::Link { link, content, .. } => {
                format!("[{}]({:?})", inlines(content), link.dest)
            }
            Inline::Image {
                link,
                alt,
                decorative,
                ..
            } => format!(
                "![{alt}]({}){}",
                link.written,
                if *decorative { "!" } else { "" }
            ),
            Inline::FootnoteMark { footnote, mark, .. } => format!("^{footnote}.{mark}"),
            Inline::TaskMark { done } => format!("[{}]", if *done { "x" } else { " " }),
            Inline::SoftBreak => "/".to_owned(),
            Inline::HardBreak => "//".to_owned(),
        })
        .collect()
}

const BODY: ReadOptions = ReadOptions {
    numbered: false,
    is_body: true,
};

#[track_caller]
fn case(text: &str, expected: &str, messages: &[&str]) {
    let (found, found_messages) = outline(text, BODY);
    assert_eq!(found, expected, "{text}");
    assert_eq!(found_messages, messages, "{text}");
}

#[test]
fn blocks_are_read_in_the_author_s_order() {
    case(
        "a *b* **c** ~~d~~ `e`\\\nf\ng",
        "p(a *b* **c** ~d~ `e`//f/g)",
        &[],
    );
    case(
        "- a\n- [x] b\n  - [ ] c",
        "ul[p(a) | p([x]b) ul[p([ ]c)]]",
        &[],
    );
    case("3. a\n\n4. b", "Decimal-Dot-3~[p(a) | p(b)]", &[]);
    case("1) a", "Decimal-Bracket-1[p(a)]", &[]);
    case(
        "> a\n\n> [!WARNING]\n> b",
        "quote[p(a)] quote-Warning[p(b)]",
        &[],
    );
    case("Term\n: one\n: two", "dl[Term=p(one)/p(two)]", &[]);
    case(
        "R&amp;D \\*x\\* \"quotes\" -- ...",
        "p(R&D *x* \"quotes\" -- ...)",
        &[],
    );
    case("a\n\n---\n\nb", "p(a) hr p(b)", &[]);
}

#[test]
fn the_author_s_own_list_marks_are_kept() {
    case("  a) x\n  b) y", "LowerLetters-Bracket-1[p(x) | p(y)]", &[]);
    case(
        "1. x\n   a. y\n   b. z\n2. w",
        "Decimal-Dot-1[p(x) LowerLetters-Dot-1[p(y) | p(z)] | p(w)]",
        &[],
    );
    case(
        "Intro\na) x\nb) y\n   i. z\n   ii. w",
        "p(Intro) LowerLetters-Bracket-1[p(x) | p(y) LowerRoman-Dot-1[p(z) | p(w)]]",
        &[],
    );
    case("(c) x\n(d) y", "LowerLetters-Brackets-3[p(x) | p(y)]", &[]);
    case(
        "a) x\nb) y\n\n1) z",
        "LowerLetters-Bracket-1~[p(x) | p(y)] Decimal-Bracket-1~[p(z)]",
        &[],
    );
    case(
        "1. x\n3. y\n4. z",
        "Decimal-Dot-1[p(x)] Decimal-Dot-3[p(y) | p(z)]",
        &[],
    );
    case("2. x\n2. y", "Decimal-Dot-2[p(x) | p(y)]", &[]);
    case("as in\n(a) the Act", "p(as in/(a) the Act)", &[]);
    case("    a) x\n    b) y", "code:(\"a) x\\nb) y\")", &[]);
}

#[test]
fn tables_take_their_captions() {
    let table = "| a | b |\n|---|--:|\n| 1 | 2 |\n";
    case(
        &format!("Text\nTable: Who *does*\n{table}"),
        "p(Text) table<Who *does*>(a,b;1,2)",
        &[],
    );
    case(
        &format!("{table}Table: Who {{.no-row-header}}\n\nText"),
        "table!<Who>(a,b;1,2) p(Text)",
        &[],
    );
    case(
        &format!("> Table: Who\n> | a |\n> |---|\n> | b |\n\n{table}"),
        "quote[table<Who>(a;b)] table<->(a,b;1,2)",
        &["table-without-caption@ a "],
    );
    case(
        "Table: x\n| a | |\n|---|---|\n| 1 | 2 | 3 |",
        "table<x>(a,;1,2)",
        &["empty-table-heading@ ", "table-row-too-long@| 1 | 2 | 3 |"],
    );
    case(
        "| a | b | c |\n|---|---|\n| 1 | 2 |",
        "p(| a | b | c |/|---|---|/| 1 | 2 |)",
        &["table-row-too-long@| a | b | c |"],
    );
    case(
        &format!("Table: x[^1]\n{table}\n[^1]: note"),
        "table<x^0.1>(a,b;1,2) fn1[p(note)]",
        &[],
    );
    case(
        "    Table: x\n    | a |\n    |---|",
        "code:(\"Table: x\\n| a |\\n|---|\")",
        &[],
    );
}

#[test]
fn links_and_pictures() {
    case(
        "[](group:Young Advisers)",
        "p([](Name { kind: Group, name: \"Young Advisers\", anchor: None }))",
        &[],
    );
    case(
        "[x](<group:Young Advisers>)",
        "p([x](Name { kind: Group, name: \"Young Advisers\", anchor: None }))",
        &[],
    );
    case(
        "[x](our plan.md#a \"title\")",
        "p([x](Path { path: \"our plan.md\", anchor: Some(\"a\") }))",
        &["hidden-comment@[x](our plan.md#a \"title\")"],
    );
    case(
        "![](our map.png) {.decorative} a",
        "p(![](our map.png)! a)",
        &[],
    );
    case(
        "![](a.png)",
        "p(![](a.png))",
        &["missing-text-alternative@![](a.png)"],
    );
    case(
        "![A *map*](a.png){.decorative}",
        "p(![A map](a.png)!)",
        &["hidden-comment@![A *map*](a.png)"],
    );
    case(
        "<a@example.org>",
        "p([a@example.org](Mail(\"a@example.org\")))",
        &[],
    );
    case(
        "<https://example.org>",
        "p([https://example.org](External(\"https://example.org\")))",
        &["bare-address@<https://example.org>"],
    );
    case(
        "See www.example.org, now",
        "p(See www.example.org, now)",
        &["bare-address@www.example.org"],
    );
    case(
        "[Here](a.md) [](a.md)",
        "p([Here](Path { path: \"a.md\", anchor: None }) [](Path { path: \"a.md\", anchor: None }))",
        &["vague-link@[Here](a.md)", "empty-link@[](a.md)"],
    );
    case(
        "[the plan][p]\n\n[p]: plan:2026",
        "p([the plan](Name { kind: Plan, name: \"2026\", anchor: None }))",
        &[],
    );
    case(
        "[the plan][p] [sic]",
        "p([the plan][p] [sic])",
        &["dead-link@[the plan][p]"],
    );
    case(
        "[x](java&#115;cript:a)",
        "p([x](Refused(\"javascript:a\")))",
        &["unsafe-link@[x](java&#115;cript:a)"],
    );
    case(
        "<javascript:alert(1)>",
        "p([javascript:alert(1)](Refused(\"javascript:alert(1)\")))",
        &["unsafe-link@<javascript:alert(1)>"],
    );
}

#[test]
fn headings_have_ids_and_levels() {
    case(
        "## {#a}\n\n#",
        "",
        &["empty-heading@## {#a}", "empty-heading@#"],
    );
    case(
        "## A b\n\n### A b\n\n## C {#c}\n\n## D {#c}",
        "h2#a-b(A b) h3#a-b-2(A b) h2#c(C) h2#c(D)",
        &["same-heading-id@## D {#c}"],
    );
    case(
        "# A\n\n#### B",
        "h2#a(A) h4#b(B)",
        &["heading-level@# A", "heading-level@#### B"],
    );
    case(
        "##\n\n## OUR REMIT",
        "h2#our-remit(OUR REMIT)",
        &["empty-heading@##", "capitals@## OUR REMIT"],
    );
    case(
        "## A {b c}\n\n- ## D {e}\n\nF {g}\n---",
        "h2#a-b-c(A {b c}) ul[h2#d-e(D {e})] h2#f-g(F {g})",
        &[],
    );
    case(
        "## A {onclick=alert(1)}",
        "h2#a(A)",
        &["raw-html@## A {onclick=alert(1)}"],
    );
    let value = ReadOptions::default();
    assert_eq!(outline("# of children", value).0, "p(# of children)");
}

#[test]
fn numbers_are_the_author_s() {
    let options = ReadOptions {
        numbered: true,
        is_body: true,
    };
    let (found, messages) = outline(
        "## 3 Duties\n\n3.2. Text\n\n3.2 More\n\n## Other {#o}\n\n2026 was",
        options,
    );
    assert_eq!(
        found,
        "h2<3#p3>#p3(Duties) p<3.2.#p3-2>(Text) p<3.2#p3-2_2>(More) h2#o(Other) p(2026 was)"
    );
    assert!(messages.is_empty());
}

#[test]
fn footnotes_are_numbered_by_their_marks() {
    case(
        "a[^1](see below)\n\n[^1]: X",
        "p(a^0.1(see below)) fn1[p(X)]",
        &[],
    );
    case(
        "a[^b] *c[^x]*[^b]\n\n[^x]: X\n\n[^b]: B[^y]\n\n[^y]: Y",
        "p(a^0.1 *c^1.1*^0.2) fn2[p(B^2.1)] fn1[p(X)] fn1[p(Y)]",
        &[],
    );
    case(
        "a[^q] \\[^z]\n\n[^u]: U",
        "p(a[^q] [^z]) fn0[p(U)]",
        &["missing-footnote@[^q]", "missing-footnote@[^u]: U"],
    );
}

#[test]
fn html_is_text_and_comments_are_left_out() {
    case(
        "<!-- a --> The *Board*",
        "p(The *Board*)",
        &["hidden-comment@<!-- a -->"],
    );
    case(
        "a <b>c</b> <!-- d -->e",
        "p(a <b>c</b> e)",
        &["raw-html@<b>", "hidden-comment@<!-- d -->"],
    );
    case(
        "<div onclick=\"x\">\nhi\n</div>",
        "p(<div onclick=\"x\">/hi/</div>)",
        &["raw-html@<div onclick=\"x\">"],
    );
    case(
        "<!-- a\nb -->\n\nc",
        "p(c)",
        &["hidden-comment@<!-- a\nb -->"],
    );
    case(
        "> <!-- open\n\nc",
        "quote[p(<!-- open)] p(c)",
        &["unclosed-comment@<!-- open"],
    );
    case(
        "<script>alert(1)</script>",
        "p(<script>alert(1)</script>)",
        &["raw-html@<script>alert(1)</script>"],
    );
}

#[test]
fn fenced_blocks() {
    case(
        "```cycle How we learn\n- Plan\n- Do\n```",
        "Cycle<How we learn>2",
        &[],
    );
    case("```structure\n```", "structure", &[]);
    case("```tree\n- a\n```", "Tree<>1", &["bad-diagram@```tree"]);
    case(
        "```cicle Plan\n- a\n```",
        "code:cicle(\"- a\\n\")",
        &["unknown-block@```cicle Plan"],
    );
    case("```\na) b\n", "code:(\"a) b\\n\")", &["unclosed-fence@```"]);
    case(
        "```text\nTable: a [](b c)\n```",
        "code:text(\"Table: a [](b c)\\n\")",
        &[],
    );
}

#[test]
fn hostile_texts_are_read_in_one_pass() {
    let texts = [
        ">".repeat(10_000) + " x",
        "- ".repeat(5_000) + "x",
        "*a ".repeat(5_000) + &"b*".repeat(5_000),
        "[".repeat(20_000),
        "![](".repeat(5_000),
        "](".repeat(20_000),
        "![".repeat(5_000) + &"x".repeat(5_000) + &"](y)".repeat(5_000),
        "Table: ".to_owned() + &"[^1]".repeat(5_000) + "\n| a |\n|---|\n\n[^1]: x",
        "a) ".repeat(10_000),
        "a) x\n".repeat(5_000),
        "[^a]".repeat(5_000),
        "[^a]: x\n\n".repeat(2_000),
        "Table: x\n".repeat(5_000) + "| a |\n|---|\n",
        "Table: x\n| a |\n|---|\n\n".repeat(2_000),
        "| a |\n|---|\n    ".repeat(2_000),
        "    |---|\n".repeat(5_000) + "Table: x",
        "    |---|\nTable: x\n\n".repeat(2_000),
        "## a\n".repeat(5_000),
        "<!--".repeat(5_000),
        "<a ".repeat(5_000),
        "`".repeat(20_000),
        "\u{0}\u{7f}\u{feff}é\r\r\n[](\u{7f})".to_owned(),
    ];
    for text in texts {
        let file = FileId::new(0);
        for options in [
            BODY,
            ReadOptions {
                numbered: true,
                is_body: false,
            },
        ] {
            let (body, _) = read(&text, Locate::Exact { file, start: 0 }, options);
            let _ = body.plain_text();
            let body = body.map_links(&mut |link| link.written);
            body.visit_text(|run, _| {
                let _ = run.place(0..run.text.len());
            });
        }
    }
    let deep = outline(&(">".repeat(10_000) + " x"), BODY);
    assert_eq!(deep.1, ["too-large@>"]);
    assert!(deep.0.contains("p(x)"));
}

#[test]
fn the_place_of_a_folded_value_is_the_whole_value() {
    let whole = crate::source::Span::new(FileId::new(3), 10, 90);
    let (body, messages) = read(
        "A [CSE](javascript:x) plan",
        Locate::Whole(whole),
        ReadOptions::default(),
    );
    assert_eq!(
        messages[0].primary,
        crate::diagnostic::Place::Content(whole)
    );
    body.visit_text(|run, _| assert_eq!(run.place(0..1), Some(whole)));
}
