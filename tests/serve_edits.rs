//! The preview after any number of edits: always what a clean build would make.
//!
//! `BOARDPLAN_LONG=1 cargo test --release --test serve_edits` makes 1,000 edits and 200 mistakes.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test may read and write its own folder, and stops where that fails"
)]

mod folders;
mod preview;

use std::collections::BTreeSet;
use std::fs;
use std::io::BufReader;
use std::net::TcpStream;
use std::path::Path;

use boardplan::dates::Date;
use boardplan::diagnostic::Diagnostics;
use boardplan::output::Outputs;
use boardplan::pipeline::{Ahead, AsOf, Build, Options, Outdated, Purpose, build, build_ahead};
use boardplan::read::read;

use preview::{Preview, is_measured, line_with, page};

const DAY: &str = "2026-11-21";

/// What the preview asks of a build.
fn options() -> Options {
    Options {
        as_of: AsOf::On(DAY.parse::<Date>().unwrap()),
        drafts: false,
        strict: false,
        purpose: Purpose::Review,
    }
}

/// What a clean build of a folder makes, as the preview would build it.
fn clean_build(folder: &Path) -> Build {
    build(&read(folder).unwrap(), &options(), &mut |_| {})
}

/// A page as it was before the preview added to it.
fn without_additions(body: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(body);
    match (
        text.find("<div id=\"boardplan-preview\">"),
        text.rfind("</body>"),
    ) {
        (Some(begin), Some(end)) => [&body[..begin], &body[end..]].concat(),
        _ => body.to_vec(),
    }
}

/// The first file that the preview serves otherwise than it stands in `site`.
fn difference(
    preview: &Preview,
    site: &Outputs,
    connection: &mut BufReader<TcpStream>,
) -> Option<String> {
    site.iter().find_map(|(path, output)| {
        let address = format!("/{}", boardplan::address::encode_path(path.as_str()));
        let (status, body) = preview.ask(&address, connection);
        let is_same = status == 200 && without_additions(&body) == output.bytes;
        (!is_same).then(|| format!("{path} ({status})"))
    })
}

/// The same numbers on every machine (a linear congruential generator with Knuth's MMIX constants).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }
}

/// One of the ways in which people and programs change files.
fn change(pages: &Path, number: usize, numbers: &mut Numbers) {
    let file = |number: usize| pages.join(format!("page-{number}.md"));
    let one = file(numbers.below(12));
    let other = file(numbers.below(12));
    let text = page(&format!("Words of edit {number}."));
    match numbers.below(8) {
        // A plain save.
        0 | 1 => fs::write(&one, text).unwrap(),
        // A temporary file that is moved over the old one.
        2 => {
            let temporary = pages.join(".page.md.tmp");
            fs::write(&temporary, text).unwrap();
            fs::rename(&temporary, &one).unwrap();
        }
        // vim: the old file steps aside, the new one is written, the old one goes.
        3 => {
            let aside = pages.join("page.md~");
            let _ = fs::rename(&one, &aside);
            fs::write(&one, text).unwrap();
            let _ = fs::remove_file(&aside);
        }
        // VS Code: emptied, then written.
        4 => {
            fs::write(&one, "").unwrap();
            fs::write(&one, text).unwrap();
        }
        // Word and programs that keep folders in step: a copy under a name of its own takes the place.
        5 => {
            let temporary = pages.join(format!("~WRL{number:04}.tmp"));
            fs::write(&temporary, text).unwrap();
            let _ = fs::remove_file(&one);
            fs::rename(&temporary, &one).unwrap();
        }
        // A renaming.
        6 => {
            let _ = fs::rename(&one, &other);
        }
        // A deletion.
        _ => {
            let _ = fs::remove_file(&one);
        }
    }
}

#[test]
fn a_page_comes_before_its_site_and_the_rest_gives_way_to_something_newer() {
    let sources = read(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let pages = BTreeSet::from(["groups/index.html".to_owned()]);
    let mut delivered = Outputs::default();
    let built = build_ahead(
        &sources,
        &options(),
        Ahead {
            pages: &pages,
            deliver: &mut |outputs| delivered = outputs,
            is_outdated: &|| true,
        },
    );
    assert_eq!(built.err(), Some(Outdated));
    assert!(delivered.get("groups/index.html").is_some());
    let site = build(&sources, &options(), &mut |_| {}).outputs.unwrap();
    for (path, output) in delivered.iter() {
        assert!(site.get(path.as_str()) == Some(output), "{path}");
    }
}

#[test]
fn no_edit_is_lost() {
    let preview = Preview::start("serve-random", &["--port", "0", "--as-of", DAY]).unheard();
    let pages = preview.folder.join("content/pages");
    fs::create_dir_all(&pages).unwrap();
    let (mut stream, _) = preview.listen();
    let mut connection = BufReader::new(preview.connect());
    let mut numbers = Numbers(6);
    let edits = if is_measured() { 1_000 } else { 60 };
    for number in 1..=edits {
        change(&pages, number, &mut numbers);
        if number % 20 == 0 {
            let site = clean_build(&preview.folder).outputs.unwrap();
            while difference(&preview, &site, &mut connection).is_some() {
                // Something is still to come; if it does not, this ends the test.
                line_with(&mut stream, "data: ");
            }
            let gone = (0..12).filter(|number| !pages.join(format!("page-{number}.md")).exists());
            for number in gone {
                let address = format!("/page-{number}.html");
                assert_eq!(preview.ask(&address, &mut connection).0, 404, "{address}");
            }
        }
    }
}

/// The messages of the panel, in their order.
fn listed(html: &str) -> Vec<String> {
    let Some(begin) = html.find("<div id=\"boardplan-problems\"") else {
        return Vec::new();
    };
    html[begin..]
        .split("<li><p><strong>")
        .skip(1)
        .map(|item| item.split(" <code>").next().unwrap().to_owned())
        .collect()
}

/// The messages of a build as the panel words them, errors first.
fn expected(diagnostics: &Diagnostics) -> Vec<String> {
    let mut messages: Vec<_> = diagnostics.iter().collect();
    messages.sort_by_key(|message| message.severity);
    messages
        .into_iter()
        .map(|diagnostic| {
            let mut words = String::new();
            boardplan::derive::html::escape(&diagnostic.message, &mut words);
            let severity = format!("{:?}", diagnostic.severity);
            format!("{severity}:</strong> {words}")
        })
        .collect()
}

#[test]
fn a_mistake_shows_what_check_says_over_the_last_good_page() {
    const MISTAKES: [&str; 6] = [
        "---\ntitle: A page\n---\n\n[Nowhere](nowhere.md)\n",
        "---\ntitle: [A page\n---\n\nWords\n",
        "No facts at all\n",
        "---\ntitel: A page\nupdated: 31 June 2026\n---\n\n![](no.png)\n",
        "---\ntitle: A page\ntitle: Again\n---\n\nSee <b>this</b> and [that](../x.md).\n",
        "---\ntitle: A page\n",
    ];
    let preview = Preview::start("serve-broken", &["--port", "0", "--as-of", DAY]).unheard();
    let (mut stream, _) = preview.listen();
    let mut connection = BufReader::new(preview.connect());
    let mut shown = |preview: &Preview| {
        let (status, body) = preview.ask("/new.html", &mut connection);
        (status, String::from_utf8(body).unwrap())
    };
    let mut wait_for = |preview: &Preview, is_there: &dyn Fn(&str) -> bool| {
        loop {
            let (status, html) = shown(preview);
            if status == 200 && is_there(&html) {
                return html;
            }
            line_with(&mut stream, "data: ");
        }
    };
    let times = if is_measured() { 200 } else { 18 };
    for (number, mistake) in (1..=times).zip(MISTAKES.iter().cycle()) {
        let words = format!("Good words {number}.");
        preview.write("pages/new.md", &page(&words));
        wait_for(&preview, &|html| {
            html.contains(&words) && listed(html).is_empty()
        });
        preview.write("pages/new.md", mistake);
        let check = clean_build(&preview.folder);
        assert!(check.outputs.is_none(), "{mistake}");
        let messages = expected(&check.diagnostics);
        let html = wait_for(&preview, &|html| listed(html) == messages);
        assert!(html.contains(&words), "the last good page stays: {html}");
    }
}
