//! Only what a page uses is published (content format §2). Anything else beside the pages stays
//! private, and its author ought to know.

use std::collections::HashSet;

use crate::diagnostic::{Diagnostic, Diagnostics, codes, nearest};
use crate::model::{MenuEntry, Site, Target};
use crate::source::{FileId, Span};

use crate::model::texts::{are_whole, pages};

/// Each picture, document or other file that no page uses.
pub fn check(site: &Site) -> Diagnostics {
    if !are_whole(&pages(site)) {
        return Diagnostics::new();
    }
    let used = used_files(site);
    let missed = missed_files(site);
    site.assets
        .iter()
        .filter(|asset| !used.contains(&asset.file))
        .filter(|asset| {
            let name = name_of(&asset.path);
            !missed
                .iter()
                .any(|missed| nearest(missed, [name]).is_some())
        })
        .map(|asset| {
            let (message, help) = words(&asset.path);
            Diagnostic::new(&codes::UNUSED_FILE, Span::whole(asset.file), message, help)
        })
        .collect()
}

/// The pictures and documents that some page shows or links to.
pub fn used_files(site: &Site) -> HashSet<FileId> {
    let mut used = HashSet::new();
    let mut note = |target: &Target| {
        if let Target::Asset(file, _) = target {
            used.insert(*file);
        }
    };
    for page in pages(site) {
        page.visit_links(&mut |link| note(&link.target));
    }
    for cycle in site.cycles.values().flat_map(|cycle| cycle.versions()) {
        for meeting in cycle.series.iter().flat_map(|series| &series.meetings) {
            let papers = meeting
                .agenda
                .iter()
                .chain(&meeting.papers)
                .chain(&meeting.minutes);
            papers.for_each(|paper| note(&paper.target));
        }
    }
    for home in site.home.versions() {
        menu(&home.navigation, &mut note);
    }
    let logos = site
        .home
        .versions()
        .filter_map(|home| home.board.logo.as_ref());
    let signatures = site
        .documents
        .values()
        .flat_map(|document| document.versions())
        .filter_map(|document| document.sign_off.as_ref()?.image.as_ref());
    used.extend(logos.chain(signatures).map(|(file, _)| *file));
    used
}

/// The file names in links that lead nowhere: a file of nearly that name was meant, and is not unused.
fn missed_files(site: &Site) -> Vec<&str> {
    let mut missed = Vec::new();
    for page in pages(site) {
        page.visit_links(&mut |link| {
            if link.target == Target::Nowhere {
                missed.push(name_of(&link.written));
            }
        });
    }
    let cycles = site.cycles.values().flat_map(|cycle| cycle.versions());
    let series = cycles.flat_map(|cycle| &cycle.series);
    for meeting in series.flat_map(|series| &series.meetings) {
        let papers = meeting
            .agenda
            .iter()
            .chain(&meeting.papers)
            .chain(&meeting.minutes);
        let dead = papers.filter(|paper| paper.target == Target::Nowhere);
        missed.extend(dead.map(|paper| name_of(&paper.written)));
    }
    missed
}

fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn menu(entries: &[MenuEntry], note: &mut impl FnMut(&Target)) {
    for entry in entries {
        entry.target.iter().for_each(&mut *note);
        menu(&entry.items, note);
    }
}

/// What is wrong with a file that no page uses, by its name, and what to do.
fn words(path: &str) -> (String, String) {
    let name = name_of(path);
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let ending = ending.to_lowercase();
    match ending.as_str() {
        "docx" | "doc" | "odt" | "rtf" => (
            "This is a word processor\u{2019}s document, not a page; it is not published".to_owned(),
            format!("To publish its text, copy it into a page, {stem}.md. To offer it as a download, link to it: [its title]({name})."),
        ),
        "txt" | "text" | "markdown" => {
            // Whoever types `x.md` in Windows, which hides the ending, gets `x.md.txt`.
            let help = if stem.to_lowercase().ends_with(".md") {
                format!("If it is a page, rename it: {stem}. Windows may hide the .{ending}: switch \u{201c}File name extensions\u{201d} on in the Explorer.")
            } else {
                format!("If it is a page, rename it: {stem}.md.")
            };
            (
                format!("The name of a page ends in .md, not in .{ending}; this file is not published"),
                help,
            )
        }
        "yaml" | "yml" | "toml" | "json" => (
            "The settings and facts of a site stand at the top of its pages; this file is not read".to_owned(),
            "Move what it says between the two --- lines of the page that it belongs to, such as index.md.".to_owned(),
        ),
        "html" | "htm" => (
            "Pages are written in Markdown; this web page is not published".to_owned(),
            format!("Copy its text into a page, {stem}.md."),
        ),
        _ => (
            "No page uses this file; it is not published".to_owned(),
            format!("Link to it from a page, [its title]({name}), or show it, ![what can be seen]({name}), or delete it."),
        ),
    }
}
