//! The panel that lists the problems, over the last good site. All text in it is escaped.

use super::located::{Located, escape};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::source::{Sources, Texts};

/// The problems of a build as a panel.
pub fn problems(diagnostics: &Diagnostics, sources: &Sources) -> String {
    let errors = diagnostics.count(Severity::Error);
    let heading = match errors {
        1 => "1 error must be mended before the site can be built".to_owned(),
        number => format!("{number} errors must be mended before the site can be built"),
    };
    // What keeps the site from being built first: with it, the panel goes away.
    let of = |severity| {
        let all = diagnostics.iter();
        all.filter(move |diagnostic| diagnostic.severity == severity)
    };
    let all = of(Severity::Error).chain(of(Severity::Warning));
    panel(&heading, &list(all, &Texts::new(sources)))
}

/// A failure of the machine as a panel.
pub fn failure(reason: &str) -> String {
    panel(
        "The plan cannot be read at the moment",
        &format!("<p>{}</p>", escape(reason)),
    )
}

/// Messages as a list: what is wrong, where, the line itself, what to do.
pub fn list<'a>(
    diagnostics: impl IntoIterator<Item = &'a Diagnostic>,
    texts: &Texts<'_>,
) -> String {
    let items: String = diagnostics
        .into_iter()
        .map(|diagnostic| item(diagnostic, texts))
        .collect();
    format!("<ol>{items}</ol>")
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

fn item(diagnostic: &Diagnostic, texts: &Texts<'_>) -> String {
    let located = Located::of(&diagnostic.primary, texts);
    let others: String = diagnostic
        .secondary
        .iter()
        .map(|(other, words)| {
            let other = Located::of(other, texts).html();
            format!("<p>{}: {other}</p>", escape(words))
        })
        .collect();
    let line = match &located.text {
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
        located.html(),
        escape(&diagnostic.help),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Place, codes};
    use crate::source::{Entry, FileId, Found, Span};

    #[test]
    fn errors_come_before_warnings() {
        let message =
            |code, words: &str| Diagnostic::new(code, Place::Path("x".to_owned()), words, "");
        let diagnostics = Diagnostics::from_iter([
            message(&codes::NO_LEAD, "can wait"),
            message(&codes::UNKNOWN_NAME, "cannot wait"),
        ]);
        let html = problems(&diagnostics, &Sources::default());
        assert!(html.find("cannot wait") < html.find("can wait"), "{html}");
    }

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
        assert!(
            html.contains("data-place=\"content/groups/&lt;b&gt;.md:2\""),
            "{html}"
        );
        assert!(html.contains("<pre>lead: &lt;script&gt;</pre>"), "{html}");
        assert!(html.contains("type &lt;another&gt;"), "{html}");
        assert!(!html.contains("<script>"), "{html}");
    }
}
