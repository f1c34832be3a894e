//! Texts as they come out on a page.

use std::sync::Arc;

use crate::derive::prose::*;
use crate::model::terms::{EntryKind, Inflection, TermEntry, TermIndex};
use crate::parse::PictureSize;
use crate::parse::markdown::{Locate, RawDest, RawLink, ReadOptions, read};
use crate::source::FileId;

/// A page that shows links as they were written.
struct Page {
    terms: Option<TermLinker>,
}

impl Surroundings<RawLink> for Page {
    fn link(&mut self, link: &RawLink) -> Option<LinkView> {
        let href = match &link.dest {
            RawDest::Refused(_) => return None,
            RawDest::External(address) => address.clone(),
            RawDest::Anchor(anchor) => format!("#{anchor}"),
            _ => link.written.clone(),
        };
        let language = href.starts_with("cy/").then(|| "cy".to_owned());
        let is_picture = href.ends_with(".jpg");
        let file = (is_picture || href.ends_with(".pdf")).then(|| FileFacts {
            kind: "PDF".to_owned(),
            size: "240 KB".to_owned(),
            picture: is_picture.then_some(PictureSize {
                width: 640,
                height: 480,
            }),
        });
        Some(LinkView {
            href,
            language,
            file,
        })
    }

    fn name(&self, _: &RawLink) -> String {
        "The <Name>".to_owned()
    }

    fn word(&self, key: &str) -> String {
        let found = WORDS.iter().find(|(known, _)| *known == key);
        found.unwrap_or_else(|| panic!("{key}")).1.to_owned()
    }

    fn terms(&mut self) -> Option<&mut TermLinker> {
        self.terms.as_mut()
    }

    fn term(&self, id: TermIndexId) -> Option<LinkView> {
        let (href, language) = match id.0 {
            0 => ("glossary.html#cse", None),
            _ => ("en/g.html", Some("en".to_owned())),
        };
        Some(LinkView {
            href: href.to_owned(),
            language,
            file: None,
        })
    }

    fn structure(&mut self) -> Html {
        Html::from_text("STRUCTURE")
    }
}

fn page() -> Page {
    let entry = |kind, term: &str, abbreviation: &str| TermEntry {
        kind,
        term: term.to_owned(),
        abbreviation: Some(abbreviation.to_owned()),
        aliases: Vec::new(),
    };
    let entries = vec![
        entry(EntryKind::Term, "child sexual exploitation", "CSE"),
        entry(EntryKind::Name, "Case Review Group", "CRG"),
    ];
    let index = TermIndex::new(entries, Inflection::English);
    Page {
        terms: Some(TermLinker::new(Arc::new(index), [], [])),
    }
}

fn html(text: &str) -> String {
    let options = ReadOptions {
        numbered: true,
        is_body: true,
    };
    let file = FileId::new(0);
    let (body, _) = read(text, Locate::Exact { file, start: 0 }, options);
    let placement = Placement {
        id_prefix: "x-",
        lowered_by: 1,
    };
    render(&body, placement, &mut page()).to_string()
}

#[track_caller]
fn case(text: &str, expected: &str) {
    assert_eq!(html(text).trim_end(), expected, "{text}");
}

#[test]
fn lines_of_text() {
    case(
        "*a* **b** ~~c~~ `<d>`\\\ne\nf",
        "<p><em>a</em> <strong>b</strong> <s>c</s> <code>&lt;d&gt;</code><br>\ne f</p>",
    );
    case(
        "[x](a.pdf) [](group:X) [y](cy/a)",
        "<p><a href=\"a.pdf\">x <span class=\"file-facts\">(PDF, 240 KB)</span></a> <a href=\"group:X\">The &lt;Name&gt;</a> <a href=\"cy/a\" hreflang=\"cy\">y</a></p>",
    );
    case(
        "![A \"map\"](m.png) ![](d.png){.decorative}",
        "<p><img src=\"m.png\" alt=\"A &quot;map&quot;\"> <img src=\"d.png\" alt=\"\"></p>",
    );
    case(
        "![A map](m.jpg)",
        "<p><img src=\"m.jpg\" alt=\"A map\" width=\"640\" height=\"480\"></p>",
    );
}

#[test]
fn blocks_of_text() {
    case(
        "## 3 Duties\n\n3.2 Text\n\n### Own {#own}",
        "<h3 id=\"x-p3\"><span class=\"number\">3</span> Duties</h3>\n<p class=\"numbered\" id=\"x-p3-2\"><span class=\"number\">3.2</span> Text</p>\n<h4 id=\"x-own\">Own</h4>",
    );
    case(
        "(b) x\n(c) y",
        "<ol type=\"a\" class=\"marks-brackets\" start=\"2\">\n<li>x</li>\n<li>y</li>\n</ol>",
    );
    case(
        "- [x] a\n- [ ] b",
        "<ul>\n<li><strong class=\"task-state\">Done:</strong> a</li>\n<li><strong class=\"task-state\">To do:</strong> b</li>\n</ul>",
    );
    case(
        "> [!TIP]\n> a",
        "<div class=\"alert alert-tip\"><p class=\"alert-word\"><strong>Tip</strong></p>\n<p>a</p>\n</div>",
    );
    case("A\n: b", "<dl>\n<dt>A</dt>\n<dd>b</dd>\n</dl>");
    case("```structure\n```", "STRUCTURE");
}

#[test]
fn tables_have_names_and_headings() {
    case(
        "Table: Who\n| Group | Cases | |\n|---|---|:-:|\n| A | 1,200 | x |\n| | <5 | y |",
        "<div class=\"table-scroll\" role=\"region\" aria-labelledby=\"x-table.1\" tabindex=\"0\"><table><caption id=\"x-table.1\">Who</caption>\n<thead><tr><th scope=\"col\">Group</th><th scope=\"col\" class=\"number\">Cases</th><td class=\"centre\"></td></tr></thead>\n<tbody>\n<tr><th scope=\"row\">A</th><td class=\"number\">1,200</td><td class=\"centre\">x</td></tr>\n<tr><td></td><td class=\"number\">&lt;5</td><td class=\"centre\">y</td></tr>\n</tbody></table></div>",
    );
    assert!(html("## H\n\n| a |\n|---|\n| b |").contains("<table aria-labelledby=\"x-h\">"));
    assert!(html("| a | b |\n|---|---|\n| c | d |\n\n{.no-row-header}").contains("<tr><td>c</td>"));
}

#[test]
fn footnotes_lead_there_and_back() {
    case(
        "a[^n] b[^n]\n\n[^n]: Note",
        "<p>a<sup class=\"footnote-mark\"><a id=\"x-footnote.1.mark.1\" href=\"#x-footnote.1\"><span class=\"visually-hidden\">Footnote </span>1</a></sup> b<sup class=\"footnote-mark\"><a id=\"x-footnote.1.mark.2\" href=\"#x-footnote.1\"><span class=\"visually-hidden\">Footnote </span>1</a></sup></p>\n<section class=\"footnotes\" aria-labelledby=\"x-footnotes.heading\"><h3 id=\"x-footnotes.heading\">Footnotes</h3>\n<ol>\n<li id=\"x-footnote.1\"><p>Note <a class=\"footnote-back\" href=\"#x-footnote.1.mark.1\">Back to the text (1.1)</a> <a class=\"footnote-back\" href=\"#x-footnote.1.mark.2\">Back to the text (1.2)</a></p></li>\n</ol></section>",
    );
}

#[test]
fn terms_are_linked_in_running_text_only() {
    let link = "<a class=\"term\" href=\"glossary.html#cse\"><abbr>CSE</abbr></a> (child sexual exploitation)";
    case(
        "## CSE\n\n> CSE\n\n[CSE](a.md) `CSE` **CSE** CSE",
        &format!(
            "<h3 id=\"x-cse\">CSE</h3>\n<blockquote><p>CSE</p>\n</blockquote>\n<p><a href=\"a.md\">CSE</a> <code>CSE</code> <strong>{link}</strong> CSE</p>"
        ),
    );
    case(
        "child sexual\nexploitation",
        "<p><a class=\"term\" href=\"glossary.html#cse\">child sexual exploitation</a></p>",
    );
}

#[test]
fn a_short_name_links_to_its_page_and_says_in_which_language_that_is() {
    case(
        "the CRG\n\n## CRG",
        "<p>the <a href=\"en/g.html\" hreflang=\"en\"><abbr>CRG</abbr></a> (<span lang=\"en\">Case Review Group</span>)</p>\n<h3 id=\"x-crg\">CRG</h3>",
    );
    case(
        "> CRG `CRG`",
        "<blockquote><p>CRG <code>CRG</code></p>\n</blockquote>",
    );
}

#[test]
fn attacks_come_out_as_text() {
    let attacks = [
        "<script>alert(1)</script>",
        "a <script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a <svg/onload=alert(1)>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<!-- --><script>alert(1)</script>",
        "## T {onclick=alert(1)}",
        "## T {#a\"onclick=alert(1)}",
        "## T {.x onmouseover=alert(1)}",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](java&Tab;script:alert(1))",
        "[x](java&#10;script:alert(1))",
        "[x](&#1;javascript:alert(1))",
        "[x](<javascript:alert(1)>)",
        "[x](< javascript:alert(1)>)",
        "[x][r]\n\n[r]: javascript:alert(1)",
        "<javascript:alert(1)>",
        "![x](javascript:alert(1))",
        "[x](vbscript:msgbox)",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "![x](data:image/svg+xml,<svg onload=alert(1)>)",
        "[x](//evil.example)",
        "[x](\\\\\\\\evil.example)",
        "[x](/\\\\evil.example)",
        "[x](http://a.example/\"onclick=\"alert(1))",
        "![\"onerror=\"alert(1)](a.png)",
        "```\"><script>alert(1)</script>\nx\n```",
        "```cycle \"><script>alert(1)</script>\n- <script>\n- b\n```",
        "Table: <script>x</script>\n| <script> |\n|---|\n| <b onclick=x> |",
        "a[^\"><script>]\n\n[^\"><script>]: <script>",
        "`<script>`",
        "    <script>",
    ];
    for attack in attacks {
        let html = html(attack);
        // Every tag that comes out is one that this program writes; none has a handler.
        for tag in html.split('<').skip(1) {
            let (tag, _) = tag
                .split_once('>')
                .unwrap_or_else(|| panic!("{attack}: {html}"));
            let name: String = tag
                .trim_start_matches('/')
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric())
                .collect();
            assert!(
                !["script", "svgonload", "b"].contains(&name.as_str()),
                "{attack}: {html}"
            );
            let outside_quotes: String = tag.split('"').step_by(2).collect();
            assert!(!outside_quotes.contains(" on"), "{attack}: {html}");
        }
        assert_balanced(&html);
        for start in ["javascript:", "vbscript:", "data:", "//", "\\", "/\\"] {
            for attribute in ["href", "src"] {
                let bad = format!("{attribute}=\"{start}");
                assert!(!html.to_lowercase().contains(&bad), "{attack}: {html}");
            }
        }
    }
}

/// Every element ends, in the right order; no id stands twice.
#[track_caller]
fn assert_balanced(html: &str) {
    let mut open: Vec<&str> = Vec::new();
    for tag in html.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        let name = tag.split([' ', '>']).next().unwrap_or_default();
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{html}"),
            None if ["br", "hr", "img"].contains(&name) => {}
            None => open.push(name),
        }
    }
    assert!(open.is_empty(), "{open:?}: {html}");
    let mut ids: Vec<&str> = html
        .split(" id=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap_or_default())
        .collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "{html}");
}
