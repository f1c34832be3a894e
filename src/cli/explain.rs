//! `boardplan explain`: what a message is about.

use super::failure::Failure;
use super::{Outcome, terminal};
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
    let name = typed.trim().trim_matches(['[', ']']).to_lowercase();
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
    Ok(format!("{}: {}.\n{consequence}", code.name, code.title))
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
