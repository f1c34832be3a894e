//! The bar of the preview: where the page comes from, and what is wrong with it.

use super::edition::Notes;
use super::located::{Located, escape};
use super::overlay;
use crate::diagnostic::{Diagnostic, Place};
use crate::source::Texts;

/// The bar of one page of the site, as HTML. All text in it is escaped.
pub fn bar(page: &str, notes: &Notes) -> String {
    let warnings = warnings(page, notes);
    let (summary, open) = match warnings.len() {
        0 => ("Preview".to_owned(), ""),
        1 => ("Preview: 1 warning on this page".to_owned(), " open"),
        number => (format!("Preview: {number} warnings on this page"), " open"),
    };
    let texts = Texts::new(&notes.sources);
    let origin = match notes.places.pages.get(page) {
        Some(span) => {
            let located = Located::of(&Place::Content(*span), &texts);
            format!("This page is made from {}.", located.html())
        }
        None => "boardplan makes this page itself, from other pages.".to_owned(),
    };
    let warnings = if warnings.is_empty() {
        String::new()
    } else {
        overlay::list(warnings, &texts)
    };
    format!(
        "<aside id=\"boardplan-bar\" aria-label=\"Preview\" lang=\"en\" dir=\"ltr\">\
         <details{open}><summary>{summary}</summary>\
         <p>{origin} <span role=\"status\"></span></p>{warnings}\
         <details id=\"boardplan-parts\" hidden><summary>Where its parts are written</summary>\
         <ul></ul></details>\
         <p>{} <a href=\"{}\">About this preview</a></p></details></aside>",
        escape(&notes.setting),
        super::answer::INDEX,
    )
}

/// What is wrong in the file of a page, or was found on the page itself.
fn warnings<'a>(page: &str, notes: &'a Notes) -> Vec<&'a Diagnostic> {
    let file = notes.places.pages.get(page).map(|span| span.file);
    let on_page = Place::Path(format!("public/{page}"));
    notes
        .diagnostics
        .iter()
        .filter(|diagnostic| {
            let is_in_file = file.is_some() && diagnostic.file() == file;
            is_in_file || diagnostic.primary == on_page
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::derive::places::Places;
    use crate::diagnostic::{Diagnostics, codes};
    use crate::source::{Entry, FileId, Found, Sources, Span};

    #[test]
    fn a_page_has_the_warnings_of_its_own_file() {
        let entry = |path: &str| Entry {
            path: path.to_owned(),
            found: Found::File(b"a\nb\n".to_vec()),
        };
        let message = |file, words| {
            let span = Span::new(FileId::new(file), 2, 3);
            Diagnostic::new(&codes::OVERDUE, span, words, "mend it")
        };
        let page = |file| Span::whole(FileId::new(file));
        let notes = Notes {
            sources: Sources {
                content: vec![entry("a.md"), entry("b.md")],
                ..Sources::default()
            },
            diagnostics: Diagnostics::from_iter([message(0, "Old <a>"), message(1, "Old <b>")]),
            places: Places {
                pages: [
                    ("a.html".to_owned(), page(0)),
                    ("b.html".to_owned(), page(1)),
                ]
                .into(),
                ..Places::default()
            },
            setting: "As on 1 May 2026.".to_owned(),
        };
        let html = bar("a.html", &notes);
        assert!(html.contains("data-place=\"content/a.md:1\""), "{html}");
        assert!(html.contains("1 warning on this page"), "{html}");
        assert!(html.contains("Old &lt;a&gt;"), "{html}");
        assert!(html.contains("data-place=\"content/a.md:2\""), "{html}");
        assert!(!html.contains("Old &lt;b&gt;"), "{html}");
        let html = bar("calendar.html", &notes);
        assert!(html.contains("makes this page itself"), "{html}");
        assert!(!html.contains("warning"), "{html}");
    }
}
