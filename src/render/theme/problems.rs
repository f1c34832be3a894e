//! Problems of templates, at their places in the theme.

use std::collections::HashMap;

use tera::{Error, ErrorKind};

use crate::diagnostic::{Diagnostic, Diagnostics, Place, codes};
use crate::parse::theme::Theme;

/// How the file of each template is named in messages.
pub(super) struct Origins {
    by_template: HashMap<String, String>,
    theme: String,
}

impl Origins {
    pub(super) fn of(theme: &Theme) -> Self {
        Self {
            by_template: theme
                .templates
                .iter()
                .map(|template| (template.name.clone(), template.origin.clone()))
                .collect(),
            theme: theme
                .layers
                .first()
                .map_or_else(|| theme.name.clone(), |layer| layer.origin.clone()),
        }
    }

    /// An error of the engine as messages. One error may hold several problems.
    pub(super) fn diagnostics(&self, error: &Error) -> Diagnostics {
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                // The engine counts columns from 0.
                let span = report.span();
                let place = self.place(report.filename(), span.start_line, span.start_col + 1);
                Diagnostics::from_iter([problem(place, report.message())])
            }
            ErrorKind::MissingParent { current, parent } => Diagnostics::from_iter([problem(
                self.place(current, 1, 1),
                &format!("it extends \"{parent}\", and there is no such template"),
            )]),
            ErrorKind::CircularExtend { tpl, .. } => Diagnostics::from_iter([problem(
                self.place(tpl, 1, 1),
                "it extends itself, directly or by way of another; to change the template of the same path one theme below, name that theme: {% extends \"default/pages/home.html\" %}",
            )]),
            ErrorKind::CircularInclude { tpl, .. } => Diagnostics::from_iter([problem(
                self.place(tpl, 1, 1),
                "it includes itself, directly or by way of another",
            )]),
            ErrorKind::TemplateNotFound(name) => Diagnostics::from_iter([problem(
                Place::Path(format!("{}/{name}", self.theme)),
                "there is no such template in the theme or in one that it extends",
            )]),
            // Unknown names arrive as finished text, several in one.
            _ => {
                let text = error.to_string();
                let found: Diagnostics = reports(&text)
                    .map(|report| {
                        problem(
                            self.place(report.template, report.line, report.column),
                            report.message,
                        )
                    })
                    .collect();
                if found.is_empty() {
                    Diagnostics::from_iter([problem(Place::Path(self.theme.clone()), &text)])
                } else {
                    found
                }
            }
        }
    }

    fn place(&self, template: &str, line: usize, column: usize) -> Place {
        let path = self
            .by_template
            .get(template)
            .map_or(template, String::as_str);
        Place::Theme {
            path: path.to_owned(),
            line,
            column,
        }
    }
}

fn problem(place: Place, message: &str) -> Diagnostic {
    Diagnostic::new(
        &codes::BROKEN_THEME,
        place,
        format!("The theme does not work here: {message}"),
        "Change the template here; themes/README.md says what it may use",
    )
}

/// One problem inside a finished text.
#[derive(Debug, PartialEq, Eq)]
struct Report<'a> {
    message: &'a str,
    template: &'a str,
    line: usize,
    column: usize,
}

/// Reads the problems out of a finished text: `error: …`, then `--> template:line:column`.
fn reports(text: &str) -> impl Iterator<Item = Report<'_>> {
    let mut message = "";
    text.lines().filter_map(move |line| {
        if let Some(words) = line.strip_prefix("error: ") {
            message = words;
            return None;
        }
        let place = line.trim_start().strip_prefix("--> ")?;
        let (rest, column) = place.rsplit_once(':')?;
        let (template, line) = rest.rsplit_once(':')?;
        Some(Report {
            message: std::mem::take(&mut message),
            template,
            line: line.parse().ok()?,
            column: column.parse().ok()?,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_problems_in_one_text_are_taken_apart() {
        let mut tera = tera::Tera::new();
        let error = tera
            .add_raw_templates([
                ("default/a.html", "x\n{{ y | nofilter }}"),
                ("default/b.html", "{{<nocomponent />}}"),
            ])
            .unwrap_err();
        let text = error.to_string();
        let found: Vec<_> = reports(&text).collect();
        assert_eq!(
            found,
            [
                Report {
                    message: "Unknown filter `nofilter`",
                    template: "default/a.html",
                    line: 2,
                    column: 8
                },
                Report {
                    message: "Unknown component `nocomponent`",
                    template: "default/b.html",
                    line: 1,
                    column: 3
                },
            ]
        );
    }
}
