//! Messages for people: the place, the source line, a mark under the exact words, what to do.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::{Diagnostic, Diagnostics, Place, Severity};
use crate::source::{FileId, Found, LineColumn, LineIndex, Sources, Span, decode, shown};

/// How messages look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Plain text, for files, pipes and `NO_COLOR`.
    Plain,
    /// With the colours of a terminal.
    Coloured,
}

/// All messages as text, each followed by an empty line.
#[must_use]
pub fn to_text(diagnostics: &Diagnostics, sources: &Sources, look: Look) -> String {
    let renderer = match look {
        Look::Plain => Renderer::plain(),
        Look::Coloured => Renderer::styled(),
    };
    diagnostics
        .iter()
        .map(|diagnostic| message(diagnostic, sources, &renderer) + "\n\n")
        .collect()
}

fn message(diagnostic: &Diagnostic, sources: &Sources, renderer: &Renderer) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group = level
        .primary_title(diagnostic.message.as_str())
        .id(diagnostic.code.name)
        .elements(Vec::<Snippet<'_, annotate_snippets::Annotation<'_>>>::new());
    group = match located(&diagnostic.primary, sources) {
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
        group = match located(place, sources) {
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

fn located<'a>(place: &Place, sources: &'a Sources) -> Located<'a> {
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
        Place::Content(span) => lines(*span, sources),
    }
}

/// The longest piece of a file that is shown: a mark under a whole page helps nobody.
const MOST_LINES_SHOWN: usize = 4;

fn lines(span: Span, sources: &Sources) -> Located<'_> {
    let path = path_of(span.file, sources);
    let text = match sources.entry(span.file).map(|entry| &entry.found) {
        Some(Found::File(bytes)) => match decode(bytes) {
            Some(text) => text,
            None => {
                let LineColumn { line, column } =
                    LineIndex::new(&shown(bytes)).position(span.start as usize);
                return Located::Path { path, line, column };
            }
        },
        _ => "",
    };
    let index = LineIndex::new(text);
    let place = index.position(span.start as usize);
    if span.start == span.end || text.is_empty() {
        return Located::Path {
            path,
            line: place.line,
            column: place.column,
        };
    }
    let last = index.position(span.end as usize).line;
    let last = last.min(place.line + MOST_LINES_SHOWN - 1);
    let shown: Vec<&str> = (place.line..=last).map(|line| index.line(line)).collect();
    let start_of_lines = shown.first().map_or(0, |line| offset_in(text, line));
    let end_of_lines = shown
        .last()
        .map_or(start_of_lines, |line| offset_in(text, line) + line.len());
    // A mark cannot begin or end within a character, nor beyond what is shown.
    let start = text
        .floor_char_boundary(span.start as usize)
        .min(end_of_lines);
    let end = text
        .ceil_char_boundary(span.end as usize)
        .clamp(start, end_of_lines);
    Located::Lines {
        path,
        text: text.get(start_of_lines..end_of_lines).unwrap_or_default(),
        first_line: place.line,
        range: start - start_of_lines..end - start_of_lines,
    }
}

fn offset_in(text: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}

/// The path of a content file as messages name it: relative to the root, forward slashes.
pub(super) fn path_of(file: FileId, sources: &Sources) -> String {
    sources.entry(file).map_or_else(
        || "content".to_owned(),
        |entry| format!("content/{}", entry.path),
    )
}
