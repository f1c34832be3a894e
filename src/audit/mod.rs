//! From finished pages to problems: what a visitor would stumble over, whoever caused it.
//!
//! An audit knows nothing of templates, Markdown or the plan. Each page is read once
//! ([`facts`]); every audit of [`AUDITS`] then looks at the facts. What the author can mend is
//! found earlier, at its place in the content; what is found here is mostly the theme's doing.

mod facts;

mod site;

mod dead_link;

mod dead_label;

mod same_id;

mod page_frame;

mod table;

mod picture;

mod inline_code;

mod other_origin;

use std::collections::HashMap;

use rayon::prelude::*;

use crate::audit::facts::PageFacts;
use crate::audit::site::Site;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Severity, codes};
use crate::output::Outputs;
use crate::source::LineIndex;

/// Everything that is looked at, page by page.
pub const AUDITS: &[Audit] = &[
    Audit {
        name: "dead link",
        severity: Severity::Error,
        find: dead_link::find,
    },
    Audit {
        name: "dead label",
        severity: Severity::Error,
        find: dead_label::find,
    },
    Audit {
        name: "same id",
        severity: Severity::Error,
        find: same_id::find,
    },
    Audit {
        name: "page frame",
        severity: Severity::Error,
        find: page_frame::find,
    },
    Audit {
        name: "table",
        severity: Severity::Warning,
        find: table::find,
    },
    Audit {
        name: "picture",
        severity: Severity::Error,
        find: picture::find,
    },
    Audit {
        name: "inline code",
        severity: Severity::Error,
        find: inline_code::find,
    },
    Audit {
        name: "other origin",
        severity: Severity::Error,
        find: other_origin::find,
    },
];

/// One thing that is looked at.
pub struct Audit {
    /// Its name.
    pub name: &'static str,
    /// How serious its findings are. What an author may leave with a warning is no error here.
    pub severity: Severity,
    find: fn(&PageFacts<'_>, &Site<'_>) -> Vec<Finding>,
}

/// Something wrong on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Finding {
    /// What is wrong. Equal words on several pages count as one problem.
    message: String,
    /// What to do.
    help: String,
    /// The byte of the page at which it stands.
    offset: usize,
}

/// Looks at every page of a site.
///
/// A problem that many pages share is reported once, at the first of them in the order of paths.
#[must_use]
pub fn audit(outputs: &Outputs) -> Diagnostics {
    audit_for(AUDITS, outputs)
}

/// Looks at some pages before the rest of their site is there: at everything but their links.
#[must_use]
pub fn audit_pages(outputs: &Outputs) -> Diagnostics {
    audit_for(
        AUDITS.iter().filter(|audit| audit.name != "dead link"),
        outputs,
    )
}

/// As [`audit`], for some of [`AUDITS`] only: a part of a page may pass all but those that need
/// the rest of the site.
#[must_use]
pub fn audit_for<'a>(
    audits: impl IntoIterator<Item = &'a Audit>,
    outputs: &Outputs,
) -> Diagnostics {
    let audits: Vec<&Audit> = audits.into_iter().collect();
    let files: Vec<_> = outputs
        .iter()
        .filter(|(path, _)| path.as_str().ends_with(".html"))
        .collect();
    let pages: Vec<PageFacts<'_>> = files
        .par_iter()
        .map(|(path, file)| PageFacts::of(path, &file.bytes))
        .collect();
    let site = Site::new(outputs, &pages);
    let found: Vec<Vec<(Severity, Finding)>> = pages
        .par_iter()
        .map(|page| {
            audits
                .iter()
                .flat_map(|audit| {
                    let findings = (audit.find)(page, &site).into_iter();
                    findings.map(|finding| (audit.severity, finding))
                })
                .collect()
        })
        .collect();
    once_each(&pages, found)
}

/// The findings of all pages as messages, each once.
fn once_each(pages: &[PageFacts<'_>], found: Vec<Vec<(Severity, Finding)>>) -> Diagnostics {
    /// A problem, the first page that has it, and how many pages have it.
    struct Problem<'a> {
        severity: Severity,
        finding: Finding,
        page: &'a PageFacts<'a>,
        pages: usize,
    }
    let mut problems: Vec<Problem<'_>> = Vec::new();
    let mut known: HashMap<(String, String), usize> = HashMap::new();
    for (page, findings) in pages.iter().zip(found) {
        for (severity, finding) in findings {
            let key = (finding.message.clone(), finding.help.clone());
            match known.get(&key).and_then(|index| problems.get_mut(*index)) {
                Some(problem) => problem.pages += 1,
                None => {
                    known.insert(key, problems.len());
                    problems.push(Problem {
                        severity,
                        finding,
                        page,
                        pages: 1,
                    });
                }
            }
        }
    }
    problems
        .into_iter()
        .map(|problem| {
            let Problem {
                severity,
                finding,
                page,
                pages,
            } = problem;
            let line = LineIndex::new(page.text.as_ref())
                .position(finding.offset)
                .line;
            let elsewhere = match pages {
                1 => String::new(),
                2 => ", and once more elsewhere".to_owned(),
                _ => format!(", and {} times more elsewhere", pages - 1),
            };
            let mut diagnostic = Diagnostic::new(
                &codes::BROKEN_PAGE,
                Place::Path(format!("public/{}", page.path)),
                format!("{} (line {line} of the page{elsewhere})", finding.message),
                finding.help,
            );
            diagnostic.severity = severity;
            diagnostic
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::OutputPath;

    /// A page that every audit passes.
    fn page(body: &str) -> String {
        format!(
            "<!doctype html>\n<html lang=\"en\">\n<head><title>T</title></head>\n<body><h1 id=\"top-heading\">T</h1>\n{body}\n</body>\n</html>\n"
        )
    }

    fn messages(files: &[(&str, &str)]) -> Vec<String> {
        let mut outputs = Outputs::default();
        for (path, text) in files {
            outputs.insert(OutputPath::new(*path), text.as_bytes());
        }
        audit(&outputs)
            .into_iter()
            .map(|problem| problem.message)
            .collect()
    }

    /// The problems of a body on a page in a folder, beside a few other files.
    fn problems(body: &str) -> Vec<String> {
        messages(&[
            ("groups/training.html", &page(body)),
            ("index.html", &page("<p id=\"here\">x</p>")),
            ("a b.pdf", ""),
            ("assets/x.svg", ""),
        ])
    }

    #[test]
    fn a_good_page_has_no_problem() {
        let good = "<a href=\"../index.html#here\">x</a> <a href=\"#top\">x</a> <a href=\"?a=1#top-heading\">x</a>
            <a href=\"../a%20b.pdf#page=2\">x</a> <a href=\"https://a.example/\">x</a> <a href=\"mailto:a@b.example\">x</a>
            <img src=\"../assets/x.svg\" alt=\"\" srcset=\"../assets/x.svg 1x, ../assets/x.svg 2x\">
            <table><caption>C</caption><tr><th scope=\"col\">A</th></tr></table>
            <div role=\"region\" aria-labelledby=\"top-heading\"></div>
            <svg><title>not the page's</title><use href=\"../assets/x.svg#y\"/></svg>
            <script src=\"../assets/x.svg\"></script> <p lang=\"cy\">&lt;img&gt; style=\"x\"</p>";
        assert_eq!(problems(good), Vec::<String>::new());
    }

    #[test]
    fn every_audit_finds_what_it_is_for() {
        for (body, expected) in [
            ("<a href=\"gone.html\">x</a>", "“groups/gone.html”"),
            ("<a href=\"../../index.html\">x</a>", "out of the site"),
            ("<a href=\"../groups/\">x</a>", "“groups/”"),
            (
                "<a href=\"../index.html#gone\">x</a>",
                "“#gone” of index.html",
            ),
            ("<a href=\"#gone\">x</a>", "“#gone” of groups/training.html"),
            ("<a href=\"/index.html\">x</a>", "begins with /"),
            ("<a href=\"\">x</a>", "no address"),
            (
                "<img alt=\"\" srcset=\"../assets/x.svg 1x, y.svg 2x\">",
                "“groups/y.svg”",
            ),
            ("<label for=\"gone\">x</label>", "“gone”"),
            ("<p id=\"a\">x</p><p id=\"a\">x</p>", "“a”"),
            ("<h1>Two</h1>", "2 headings of the first level"),
            ("<table><tr><th>A</th></tr></table>", "no caption"),
            (
                "<table><caption>C</caption><tr><td>A</td></tr></table>",
                "no header",
            ),
            ("<img src=\"../assets/x.svg\">", "no text alternative"),
            ("<p style=\"color:red\">x</p>", "style"),
            ("<style>p{}</style>", "style"),
            ("<script>x</script>", "script"),
            ("<p onclick=\"x()\">x</p>", "onclick"),
            ("<a href=\"javascript:x()\">x</a>", "script"),
            (
                "<script src=\"https://a.example/x.js\"></script>",
                "https://a.example/x.js",
            ),
            (
                "<img alt=\"\" src=\"//a.example/x.png\">",
                "//a.example/x.png",
            ),
            ("<img alt=\"\" src=\"data:image/png;base64,x\">", "data:"),
        ] {
            let found = problems(body);
            assert_eq!(found.len(), 1, "{body}: {found:?}");
            assert!(found[0].contains(expected), "{body}: {found:?}");
            assert!(found[0].contains("line 5 "), "{body}: {found:?}");
        }
    }

    #[test]
    fn a_page_without_frame_is_reported() {
        let found = messages(&[("a.html", "<p>x</p>")]);
        assert_eq!(found.len(), 3, "{found:?}");
    }

    #[test]
    fn the_site_knows_its_own_absolute_address() {
        let home = page("").replace(
            "<title>",
            "<link rel=\"canonical\" href=\"https://board.example/plan/index.html\"><title>",
        );
        let lost = page(
            "<img alt=\"\" src=\"https://board.example/plan/a.png\"><a href=\"https://board.example/plan/gone.html\">x</a>",
        );
        let found = messages(&[("index.html", &home), ("404.html", &lost), ("a.png", "")]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains("“gone.html”"), "{found:?}");
    }

    #[test]
    fn what_many_pages_share_is_one_problem() {
        let bad = page("<p style=\"x\">x</p>");
        let found = messages(&[("a.html", &bad), ("b.html", &bad), ("c.html", &bad)]);
        assert_eq!(found.len(), 1);
        assert!(found[0].contains("2 times more elsewhere"), "{found:?}");
    }
}
