//! What is tried with any input at all: the four doors through which an author's text comes in.
//!
//! Used by the fuzz targets beside this file and by `tests/any_input.rs`. An entry returns, whatever
//! it is given; where it can say that something is wrong with the answer, it panics.

use std::path::Path;
use std::sync::LazyLock;

use boardplan::dates::{Years, read_timescale};
use boardplan::derive::purpose::Purpose;
use boardplan::diagnostic::{Diagnostics, Look, to_json, to_text};
use boardplan::model::{self, AsOf, Drafts};
use boardplan::parse::{self, theme};
use boardplan::source::{Entry, Found, Sources};
use boardplan::strings::Strings;
use boardplan::{check, derive, read};

/// The path of the page that the three small entries read.
const PAGE: &str = "plans/2026-2029/1-early-help/1.1-one-front-door.md";

/// Reads any bytes as the facts of an action.
pub fn front_matter(bytes: &[u8]) {
    let mut page = b"---\n".to_vec();
    page.extend(bytes);
    page.extend(b"\n---\nText.\n");
    one_page(page);
}

/// Reads any text as a timescale.
pub fn timescale(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for years in [Years::Financial, Years::Calendar] {
        let timescale = read_timescale(&text, years);
        assert_eq!(
            timescale.text.trim(),
            text.trim(),
            "the author's words are kept"
        );
        for due in &timescale.dues {
            // Panics where the place is not one in the text.
            let _ = timescale.words(due);
        }
        if let Some(problem) = timescale.problem() {
            assert!(!problem.message().is_empty() && !problem.help().is_empty());
        }
    }
}

/// Reads any bytes as the body of a page, and renders it where it can be published.
pub fn markdown(bytes: &[u8]) {
    let mut page = b"---\ntitle: One place\n---\n".to_vec();
    page.extend(bytes);
    one_page(page);
}

/// Checks a set of files: the input holds them, each behind a line `=== path`.
pub fn whole_check(bytes: &[u8]) {
    let mut content: Vec<Entry> = Vec::new();
    for part in split(bytes, b"=== ").skip(1).take(MOST_FILES) {
        let end = part
            .iter()
            .position(|byte| *byte == b'\n')
            .unwrap_or(part.len());
        let path = String::from_utf8_lossy(&part[..end]).trim().to_owned();
        let bytes = part.get(end + 1..).unwrap_or_default().to_vec();
        if !path.is_empty() {
            content.push(Entry {
                path,
                found: Found::File(bytes),
            });
        }
    }
    try_site(content);
}

/// More files than this are left out, so that one input takes well under a second.
const MOST_FILES: usize = 30;

fn one_page(page: Vec<u8>) {
    let file = |path: &str, bytes: &[u8]| Entry {
        path: path.to_owned(),
        found: Found::File(bytes.to_vec()),
    };
    try_site(vec![
        file("index.md", INDEX),
        file(PAGE, &page),
        file(
            "plans/2026-2029/1-early-help/priority.md",
            b"---\ntitle: Early help\n---\n",
        ),
        file("plans/2026-2029/plan.md", PLAN),
    ]);
}

const INDEX: &[u8] = b"---\nboard:\n  name: Fernshire Board\naccessibility:\n  compliance: fully\n  prepared: 2026-06-01\n  reviewed: 2026-06-01\n---\n";
const PLAN: &[u8] = b"---\ntitle: Plan\nperiod: April 2026 to March 2029\noutcomes:\n  - ref: A\n    title: Help\n---\n";

/// Reads, checks and, where there is no error, makes the pages of a site, without templates: these
/// are the theme's. Prints the messages in both forms: a place that is not in its file would panic.
fn try_site(mut content: Vec<Entry>) {
    content.sort_by(|a, b| a.path.cmp(&b.path));
    content.dedup_by(|a, b| a.path == b.path);
    let sources = Sources {
        content,
        themes: Vec::new(),
    };
    let (parsed, mut messages) = parse::parse(&sources);
    let as_of = AsOf::On("2026-11-21".parse().unwrap_or_default());
    let (site, found) = model::resolve(parsed, as_of, Drafts::Shown);
    messages.extend(found);
    messages.extend(check::check(&site, &STRINGS));
    if !messages.has_errors() {
        let _ = derive::derive(&site, &STRINGS, Purpose::Public, None);
    }
    print(&messages.sorted(), &sources);
}

/// The words of the theme in the program.
static STRINGS: LazyLock<Strings> = LazyLock::new(|| {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = ["tests/mistakes/_clean", "../mistakes/_clean"]
        .map(|root| here.join(root))
        .into_iter()
        .find_map(|root| read::read(&root).ok());
    let layers = root.map(|sources| sources.themes).unwrap_or_default();
    let (theme, _) = theme::read(&layers, "default", "en");
    theme
        .map(|theme| theme.strings)
        .expect("the theme in the program can be read")
});

fn print(diagnostics: &Diagnostics, sources: &Sources) {
    let _ = to_text(diagnostics, sources, Look::Plain, Some(80));
    let json = to_json(diagnostics, sources);
    assert!(json.starts_with('['));
}

/// The parts of a text between its marks, the part before the first mark first.
fn split<'a>(bytes: &'a [u8], mark: &'static [u8]) -> impl Iterator<Item = &'a [u8]> {
    let mut rest = Some(bytes);
    std::iter::from_fn(move || {
        let text = rest?;
        match text.windows(mark.len()).position(|window| window == mark) {
            Some(at) => {
                rest = text.get(at + mark.len()..);
                text.get(..at)
            }
            None => rest.take(),
        }
    })
}
