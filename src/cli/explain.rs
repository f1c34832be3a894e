//! `boardplan explain`: what a message is about.

use super::failure::Failure;
use super::{Outcome, terminal};
use crate::check::explain::explain;
use crate::diagnostic::{Severity, codes, nearest};

/// What `explain` can be asked.
#[derive(clap::Args)]
pub struct Args {
    /// The code that stands in brackets beside a message, such as unknown-field; without one, all
    /// codes are listed
    code: Option<String>,
}

/// Prints what a code is about, or all codes.
pub fn run(args: &Args) -> Result<Outcome, Failure> {
    let text = match &args.code {
        None => all(),
        Some(typed) => one(typed)?,
    };
    terminal::say(&text)?;
    Ok(Outcome::Fine)
}

fn one(typed: &str) -> Result<String, Failure> {
    // A message prints its code as `error[no-lead]`, which may be copied whole.
    let code = typed.trim().trim_end_matches(']').rsplit('[').next();
    let name = code.unwrap_or_default().to_lowercase();
    let Some(code) = codes::find(&name) else {
        let names = codes::ALL.iter().map(|code| code.name);
        let advice = match nearest(&name, names) {
            Some(near) => format!("Did you mean {near}?"),
            None => "To see all codes: boardplan explain".to_owned(),
        };
        return Err(Failure::new(format!("There is no code {typed}"), advice));
    };
    let consequence = match code.severity {
        Severity::Error => {
            "This is an error: nothing is written until it is mended, and it cannot be turned off."
        }
        Severity::Warning => {
            "This is a warning: the site is written all the same. Under `checks` in index.md it \
             can be set to off, warning or error."
        }
    };
    let page =
        explain(code.name).map_or_else(|| format!("{}: {}.", code.name, code.title), for_terminal);
    Ok(format!("{page}\n\n{consequence}"))
}

/// A page of `tests/checks/` as plain text: files set in below their names, without marks for a test.
fn for_terminal(page: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut fence: Option<&str> = None;
    for line in page.lines() {
        let marks = &line[..line.len() - line.trim_start_matches('`').len()];
        match fence {
            Some(open) if line == open => fence = None,
            Some(_) => lines.push(format!("    {line}").trim_end().to_owned()),
            None if marks.len() >= 3 => {
                fence = Some(marks);
                lines.push(file_words(&line[marks.len()..]));
            }
            None => lines.push(line.trim_start_matches(['#', '>', ' ']).to_owned()),
        }
    }
    lines.join("\n").trim_end().to_owned()
}

/// What stands in a block, from the words behind its backticks.
fn file_words(words: &str) -> String {
    match words.split_once(' ') {
        Some(("theme", path)) => format!("In themes/{path}:"),
        Some(("size", file)) => match file.rsplit_once(' ') {
            Some((path, size)) => format!("With content/{path} of {size} bytes."),
            None => format!("With content/{file}."),
        },
        Some(("unreadable", path)) => format!("With content/{path}, which cannot be opened."),
        Some(("link", path)) => format!("With content/{path}, which is a link to another file."),
        Some((_, path)) => format!("In content/{path}:"),
        None => String::new(),
    }
}

fn all() -> String {
    let width = codes::ALL
        .iter()
        .map(|code| code.name.len())
        .max()
        .unwrap_or(0);
    let lines: Vec<String> = codes::ALL
        .iter()
        .map(|code| {
            format!(
                "{:<width$}  {:<7}  {}",
                code.name,
                code.severity.word(),
                code.title
            )
        })
        .collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_plain_text_with_its_files_set_in() {
        let page = "# a: B\n\nWhy.\n\n## Wrong\n\n```content pages/a.md\n---\n\n# x\n```\n\nMessage: content/pages/a.md:1\n\n> No\n";
        assert_eq!(
            for_terminal(page),
            "a: B\n\nWhy.\n\nWrong\n\nIn content/pages/a.md:\n    ---\n\n    # x\n\nMessage: content/pages/a.md:1\n\nNo"
        );
        assert_eq!(
            file_words("size pages/map.png 20"),
            "With content/pages/map.png of 20 bytes."
        );
    }
}
