//! Messages for people: the place, the source line, a mark under the exact words, what to do.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::{Diagnostic, Diagnostics, Place, Severity};
use crate::source::{LineColumn, Sources, Span, Texts};

/// How messages look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Plain text, for files, pipes and `NO_COLOR`.
    Plain,
    /// With the colours of a terminal.
    Coloured,
}

/// Columns where nobody says how wide the page is.
const DEFAULT_WIDTH: usize = 140;

/// All messages as text, each followed by an empty line. Of a line that is longer than `width`
/// columns only the part around the mark is shown.
#[must_use]
pub fn to_text(
    diagnostics: &Diagnostics,
    sources: &Sources,
    look: Look,
    width: Option<usize>,
) -> String {
    let renderer = match look {
        Look::Plain => Renderer::plain(),
        Look::Coloured => Renderer::styled(),
    };
    let renderer = renderer.term_width(width.unwrap_or(DEFAULT_WIDTH));
    let texts = Texts::new(sources);
    diagnostics
        .iter()
        .map(|diagnostic| message(diagnostic, &texts, &renderer) + "\n\n")
        .collect()
}

fn message(diagnostic: &Diagnostic, texts: &Texts<'_>, renderer: &Renderer) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group = level
        .primary_title(diagnostic.message.as_str())
        .id(diagnostic.code.name)
        .elements(Vec::<Snippet<'_, annotate_snippets::Annotation<'_>>>::new());
    group = match located(&diagnostic.primary, texts) {
        Located::Lines {
            path,
            text,
            first_line,
            range,
        } => {
            let annotation = AnnotationKind::Primary.span(range);
            let annotation = if diagnostic.label.is_empty() {
                annotation
            } else {
                annotation.label(diagnostic.label.as_str())
            };
            group.element(
                Snippet::source(text)
                    .path(path)
                    .line_start(first_line)
                    .annotation(annotation),
            )
        }
        Located::Path { path, line, column } => group.element(
            annotate_snippets::Origin::path(path)
                .line(line)
                .char_column(column),
        ),
    };
    for (place, words) in &diagnostic.secondary {
        group = match located(place, texts) {
            Located::Lines {
                path,
                text,
                first_line,
                range,
            } => group.element(
                Snippet::source(text)
                    .path(path)
                    .line_start(first_line)
                    .annotation(AnnotationKind::Context.span(range).label(words.as_str())),
            ),
            Located::Path { path, line, .. } => {
                group.element(Level::NOTE.message(format!("{words}: {path}:{line}")))
            }
        };
    }
    if !diagnostic.help.is_empty() {
        group = group.element(Level::HELP.message(diagnostic.help.as_str()));
    }
    renderer.render(&[group]).to_string()
}

enum Located<'a> {
    /// The lines that a place touches, and the place within them.
    Lines {
        path: String,
        text: &'a str,
        first_line: usize,
        range: std::ops::Range<usize>,
    },
    /// A place without lines to show.
    Path {
        path: String,
        line: usize,
        column: usize,
    },
}

fn located<'a>(place: &Place, texts: &'a Texts<'_>) -> Located<'a> {
    match place {
        Place::Path(path) => Located::Path {
            path: path.clone(),
            line: 1,
            column: 1,
        },
        Place::Theme { path, line, column } => Located::Path {
            path: path.clone(),
            line: *line,
            column: *column,
        },
        Place::Content(span) => lines(*span, texts),
    }
}

/// The longest piece of a file that is shown: a mark under a whole page helps nobody.
const MOST_LINES_SHOWN: usize = 4;

fn lines<'a>(span: Span, texts: &'a Texts<'_>) -> Located<'a> {
    let path = texts.path(span.file);
    let index = match texts.readable_lines(span.file) {
        Some(index) if span.start < span.end && !index.text().is_empty() => index,
        _ => {
            let LineColumn { line, column } = texts.lines(span.file).position(span.start as usize);
            return Located::Path { path, line, column };
        }
    };
    let text = index.text();
    let first = index.line_at(span.start as usize);
    let last = index.line_at(text.ceil_char_boundary(span.end as usize));
    let shown = index.range(first, last.min(first + MOST_LINES_SHOWN - 1));
    // A mark cannot begin or end within a character, nor beyond what is shown.
    let start = text.floor_char_boundary(span.start as usize).min(shown.end);
    let end = text
        .ceil_char_boundary(span.end as usize)
        .clamp(start, shown.end);
    Located::Lines {
        path,
        text: text.get(shown.clone()).unwrap_or_default(),
        first_line: first,
        range: start - shown.start..end - shown.start,
    }
}
