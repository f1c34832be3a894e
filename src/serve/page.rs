//! Pages as the preview shows them: those of the site with what the preview adds, and its own.

use super::answer::{INDEX, SCRIPT, STYLE};
use super::bar;
use super::edition::Edition;
use super::located::escape;

/// Pages of the site that only a preview has: address, title, what it is for.
const PRIVATE: &[(&str, &str, &str)] = &[
    (
        "_boardplan/health.html",
        "The health of the plan",
        "What is overdue, has no lead, or was not looked at for long. It is never published.",
    ),
    (
        "_boardplan/gallery/index.html",
        "The parts of the theme",
        "Every component with its examples, for those who change how the site looks.",
    ),
];

/// A page of the site with the script of the preview, its bar and the panel of problems at the
/// end of its body.
pub fn with_additions(html: &[u8], path: &str, edition: &Edition, open: Option<&str>) -> Vec<u8> {
    let open = match open {
        Some(address) => format!(" data-open=\"{}\"", escape(address)),
        None => String::new(),
    };
    let panel = edition.panel.as_deref().unwrap_or_default();
    let bar = bar::bar(path, &edition.notes);
    // The script is not deferred: it takes the page down as it was sent, before any other changes it.
    let added = format!(
        "<div id=\"boardplan-preview\"><link rel=\"stylesheet\" href=\"{STYLE}\">{bar}{panel}</div>\
         <script id=\"boardplan-script\" src=\"{SCRIPT}\" data-edition=\"{}\"{open}></script>",
        edition.name()
    );
    let end = end_of_body(html);
    [&html[..end], added.as_bytes(), &html[end..]].concat()
}

/// A page for when there is no good site yet.
pub fn not_yet() -> Vec<u8> {
    own_page("Preview", "<p>There is no site to show yet.</p>")
}

/// The page about the preview: what else there is to see.
pub fn index(edition: &Edition) -> Vec<u8> {
    let private: String = PRIVATE
        .iter()
        .filter(|(path, _, _)| edition.file(path).is_some())
        .map(|(path, title, words)| format!("<li><a href=\"/{path}\">{title}</a>: {words}</li>"))
        .collect();
    let private = if private.is_empty() {
        "<p>There is nothing else to see yet: the site has errors.</p>".to_owned()
    } else {
        format!("<h2>For you only</h2><ul>{private}</ul>")
    };
    own_page(
        "About this preview",
        &format!(
            "<p>You see the site as it would be published. {} It changes with every file that you \
             save, and nothing is written to your folder of the finished site.</p>\
             <p><a href=\"/\">To the first page of the site</a></p>{private}",
            escape(&edition.notes.setting)
        ),
    )
}

fn own_page(title: &str, body: &str) -> Vec<u8> {
    format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"robots\" content=\"noindex\">\
         <link rel=\"icon\" href=\"data:,\">\
         <link rel=\"stylesheet\" href=\"{STYLE}\"><title>{title} – boardplan</title></head>\
         <body class=\"boardplan-page\" data-page=\"{}\"><main><h1>{title}</h1>{body}</main></body></html>\n",
        INDEX.trim_matches('/')
    )
    .into_bytes()
}

/// Where the last `</body>` begins, or the end.
fn end_of_body(html: &[u8]) -> usize {
    const TAG: &[u8] = b"</body>";
    html.windows(TAG.len())
        .rposition(|window| window.eq_ignore_ascii_case(TAG))
        .unwrap_or(html.len())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::output::{OutputPath, Outputs};

    fn shown(edition: &Edition) -> String {
        let html = b"<html><body>hello</body></html>";
        String::from_utf8(with_additions(html, "a.html", edition, None)).unwrap()
    }

    #[test]
    fn what_the_preview_adds_stands_at_the_end_of_the_body() {
        let good = shown(&Edition::default());
        assert!(
            good.starts_with("<html><body>hello<div id=\"boardplan-preview\">"),
            "{good}"
        );
        assert!(good.ends_with("</script></body></html>"), "{good}");
        let bad = Edition {
            panel: Some("<p>problem</p>".to_owned()),
            ..Edition::default()
        };
        assert!(shown(&bad).contains("<p>problem</p></div>"));
    }

    #[test]
    fn the_index_names_only_what_there_is() {
        let words = |edition: &Edition| String::from_utf8(index(edition)).unwrap();
        assert!(!words(&Edition::default()).contains("health"));
        let mut site = Outputs::default();
        site.insert(OutputPath::new("_boardplan/health.html"), "x");
        let edition = Edition {
            site: Some(Arc::new(site)),
            ..Edition::default()
        };
        assert!(words(&edition).contains("href=\"/_boardplan/health.html\""));
        assert!(!words(&edition).contains("gallery"));
    }
}
