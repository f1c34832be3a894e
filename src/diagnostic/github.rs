//! Messages as workflow commands of GitHub Actions: `::error file=…,line=…::…`.
//!
//! They show up beside the line in a pull request. Form and escaping are those of the public
//! documentation "Workflow commands for GitHub Actions"; GitLab and others read the SARIF form.

use std::fmt::Write as _;

use super::Diagnostics;
use super::place::Position;
use crate::source::{Sources, Texts};

/// All messages, one a line. `root` is the way from the root of the repository to the board, such
/// as `my-board/`, or empty.
#[must_use]
pub fn to_github(diagnostics: &Diagnostics, sources: &Sources, root: &str) -> String {
    let texts = Texts::new(sources);
    let mut commands = String::new();
    for diagnostic in diagnostics.iter() {
        let Position {
            file,
            line,
            column,
            end_line,
            end_column,
        } = Position::of(&diagnostic.primary, &texts);
        let file = property(&format!("{root}{file}"));
        let title = property(diagnostic.code.name);
        let words = data(&format!("{}. {}", diagnostic.message, diagnostic.help));
        // The last column is shown only within one line.
        let end = if end_line == line && end_column > column {
            format!(",endColumn={end_column}")
        } else {
            format!(",endLine={end_line}")
        };
        // Writing to a string cannot fail.
        let _ = writeln!(
            commands,
            "::{} file={file},line={line},col={column}{end},title={title}::{words}",
            diagnostic.severity.word(),
        );
    }
    commands
}

/// The text of a command: a line end would end it.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A property of a command: a colon or comma would end it as well.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Diagnostic, codes};
    use crate::source::{Entry, FileId, Found, Span};

    #[test]
    fn a_message_is_one_command_whatever_stands_in_it() {
        let sources = Sources {
            content: vec![Entry {
                path: "a,b.md".to_owned(),
                found: Found::File(b"x\ny: 50%\n".to_vec()),
            }],
            themes: Vec::new(),
        };
        let message = Diagnostic::new(
            &codes::BAD_VALUE,
            Span::new(FileId::new(0), 5, 8),
            "50% is\nno: date",
            "Type it, please.",
        );
        assert_eq!(
            to_github(&Diagnostics::from_iter([message]), &sources, "my-board/"),
            "::error file=my-board/content/a%2Cb.md,line=2,col=4,endColumn=7,title=bad-value::50%25 is%0Ano: date. Type it, please.\n"
        );
    }
}
