//! The panel that lists the problems, over the last good site. All text in it is escaped.

use crate::derive::html;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Severity};
use crate::source::{Found, LineIndex, Sources, decode};

/// The problems of a build as a panel.
pub fn problems(diagnostics: &Diagnostics, sources: &Sources) -> String {
    let errors = diagnostics.count(Severity::Error);
    let heading = match errors {
        1 => "1 error must be mended before the site can be built".to_owned(),
        number => format!("{number} errors must be mended before the site can be built"),
    };
    let items: String = diagnostics
        .iter()
        .map(|diagnostic| item(diagnostic, sources))
        .collect();
    panel(&heading, &format!("<ol>{items}</ol>"))
}

/// A failure of the machine as a panel.
pub fn failure(reason: &str) -> String {
    panel(
        "The plan cannot be read at the moment",
        &format!("<p>{}</p>", escape(reason)),
    )
}

/// A page for when there is no good site yet.
pub fn page() -> &'static str {
    "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
     <meta name=\"viewport\" content=\"width=device-width\">\
     <title>Preview: not yet built</title></head>\
     <body><main><h1>Preview</h1><p>There is no site to show yet.</p></main></body></html>\n"
}

fn panel(heading: &str, body: &str) -> String {
    format!(
        "<div id=\"boardplan-problems\" role=\"alert\" lang=\"en\" dir=\"ltr\">\
         <details open><summary><strong>{}</strong></summary>\
         <p>Until then you see the last version that worked, if there was one. This panel \
         goes away by itself.</p>\
         {body}</details></div>",
        escape(heading)
    )
}

fn item(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let Located { place, line } = locate(&diagnostic.primary, sources);
    let others: String = diagnostic
        .secondary
        .iter()
        .map(|(other, words)| {
            let other = locate(other, sources).place;
            format!("<p>{}: {}</p>", escape(words), escape(&other))
        })
        .collect();
    let line = match line {
        Some(line) => format!("<pre>{}</pre>", escape(line)),
        None => String::new(),
    };
    format!(
        "<li><p><strong>{}:</strong> {} <code>{}</code></p>\
         <p class=\"boardplan-place\">{}</p>{line}{others}<p>{}</p></li>",
        match diagnostic.severity {
            Severity::Error => "Error",
            Severity::Warning => "Warning",
        },
        escape(&diagnostic.message),
        diagnostic.code.name,
        escape(&place),
        escape(&diagnostic.help),
    )
}

/// A place in words, and its line where there is one to show.
struct Located<'a> {
    place: String,
    line: Option<&'a str>,
}

fn locate<'a>(place: &Place, sources: &'a Sources) -> Located<'a> {
    match place {
        Place::Path(path) => Located {
            place: path.clone(),
            line: None,
        },
        Place::Theme { path, line, .. } => Located {
            place: format!("{path}, line {line}"),
            line: None,
        },
        Place::Content(span) => {
            let entry = sources.entry(span.file);
            let path = entry.map_or("", |entry| entry.path.as_str());
            let text = match entry.map(|entry| &entry.found) {
                Some(Found::File(bytes)) => decode(bytes).unwrap_or_default(),
                _ => "",
            };
            let index = LineIndex::new(text);
            let number = index.position(span.start as usize).line;
            Located {
                place: format!("content/{path}, line {number}"),
                line: Some(index.line(number))
                    .filter(|line| !line.is_empty() && span.start < span.end),
            }
        }
    }
}

fn escape(text: &str) -> String {
    let mut escaped = String::new();
    html::escape(text, &mut escaped);
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::codes;
    use crate::source::{Entry, FileId, Span};

    #[test]
    fn a_problem_has_its_place_its_line_and_its_remedy_and_no_markup_of_its_own() {
        let sources = Sources {
            content: vec![Entry {
                path: "groups/<b>.md".to_owned(),
                found: Found::File(b"---\nlead: <script>\n---\n".to_vec()),
            }],
            ..Sources::default()
        };
        let span = Span::new(FileId::new(0), 10, 18);
        let diagnostics = Diagnostics::from_iter([Diagnostic::new(
            &codes::UNKNOWN_NAME,
            span,
            "\"<script>\" is not known",
            "type <another>",
        )]);
        let html = problems(&diagnostics, &sources);
        assert!(
            html.contains("content/groups/&lt;b&gt;.md, line 2"),
            "{html}"
        );
        assert!(html.contains("<pre>lead: &lt;script&gt;</pre>"), "{html}");
        assert!(html.contains("type &lt;another&gt;"), "{html}");
        assert!(!html.contains("<script>"), "{html}");
    }
}
