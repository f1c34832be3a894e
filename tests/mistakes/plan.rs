//! A plan in memory, and what is said about it.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use boardplan::diagnostic::to_json;
use boardplan::pipeline::{AsOf, Options, Purpose, build};
use boardplan::read;
use boardplan::source::{Entry, Found, Sources, ThemeLayer};
use jiff::civil::{Date, date};

/// The date at which the clean plan is clean.
const TODAY: Date = date(2026, 11, 21);

/// The files of a plan, and the date at which it is looked at.
#[derive(Clone)]
pub struct Plan {
    pub files: BTreeMap<String, Found>,
    pub today: Date,
    themes: Vec<ThemeLayer>,
}

/// A message as the machine form of a check has it.
pub struct Message {
    code: String,
    severity: String,
    file: String,
    line: u64,
    pub text: String,
    pub help: String,
}

impl Plan {
    /// The plan in `tests/mistakes/_clean`.
    pub fn clean() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mistakes/_clean");
        let sources = read::read(&root).expect("tests/mistakes/_clean holds content/");
        Self {
            files: sources
                .content
                .into_iter()
                .map(|Entry { path, found }| (path, found))
                .collect(),
            today: TODAY,
            themes: sources.themes,
        }
    }

    /// All that `boardplan check` says about it.
    pub fn messages(&self) -> Vec<Message> {
        let sources = Sources {
            content: self
                .files
                .iter()
                .map(|(path, found)| Entry {
                    path: path.clone(),
                    found: found.clone(),
                })
                .collect(),
            themes: self.themes.clone(),
        };
        let options = Options {
            as_of: AsOf::On(self.today),
            drafts: false,
            strict: false,
            purpose: Purpose::Public,
        };
        let build = build(&sources, &options, &mut |_| ());
        let json = to_json(&build.diagnostics, &sources);
        let entries: Vec<serde_json::Value> = serde_json::from_str(&json).expect("an array");
        entries.iter().map(Message::read).collect()
    }
}

impl Message {
    fn read(entry: &serde_json::Value) -> Self {
        let text = |key: &str| entry[key].as_str().unwrap_or_default().to_owned();
        Self {
            code: text("code"),
            severity: text("severity"),
            file: text("file"),
            line: entry["line"].as_u64().unwrap_or_default(),
            text: text("message"),
            help: text("help"),
        }
    }

    /// The same words as behind `Expect:`.
    pub fn place_and_code(&self) -> String {
        let Self {
            code,
            severity,
            file,
            line,
            ..
        } = self;
        let file = file.strip_prefix("content/").unwrap_or(file);
        format!("{severity} `{code}` in `{file}`, line {line}.")
    }
}

impl fmt::Display for Message {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = self.place_and_code();
        write!(formatter, "{place}\n    {}\n    {}", self.text, self.help)
    }
}
