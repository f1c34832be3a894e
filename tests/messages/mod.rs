//! A small clean plan in memory, to be changed and checked without a disk.

mod front_matter;
pub mod page;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use boardplan::diagnostic::{Diagnostics, Place, Severity};
use boardplan::pipeline::{AsOf, Options, Purpose, build};
use boardplan::source::{
    Entry, FileId, Found, LineIndex, Sources, Span, ThemeFile, ThemeLayer, decode,
};
use jiff::civil::{Date, date};

/// The clean plan, below the project.
const BASE: &str = "tests/checks/_base/content";

/// The theme that it is shown with.
const DEFAULT_THEME: &str = "themes/default";

/// The date at which plans are checked where nothing else is said.
const TODAY: Date = date(2026, 7, 1);

/// The files of a plan, and the date at which it is looked at.
#[derive(Clone)]
pub struct Plan {
    files: BTreeMap<String, Found>,
    themes: BTreeMap<String, Vec<(String, Vec<u8>)>>,
    today: Date,
}

/// A message as an author sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Its code.
    pub code: &'static str,
    /// Whether it stops the build.
    pub severity: Severity,
    /// The file and the line: `content/index.md:3`.
    pub place: String,
    /// What is wrong.
    pub text: String,
    /// What to do.
    pub help: String,
}

impl std::fmt::Display for Message {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            code,
            severity,
            place,
            text,
            help,
        } = self;
        let severity = severity.word();
        write!(formatter, "{severity}[{code}] {place}\n{text}\n{help}")
    }
}

/// The plan in `tests/checks/_base`, about which there is nothing to say.
pub fn base() -> Plan {
    static BASE_PLAN: LazyLock<Plan> = LazyLock::new(read_base);
    BASE_PLAN.clone()
}

fn read_base() -> Plan {
    let mut files = BTreeMap::new();
    for (path, bytes) in read_folder(BASE) {
        files.insert(path, Found::File(bytes));
    }
    Plan {
        files,
        themes: BTreeMap::from([("default".to_owned(), read_folder(DEFAULT_THEME))]),
        today: TODAY,
    }
}

impl Plan {
    /// The same plan with a file, in place of one that stood there.
    pub fn with(mut self, path: &str, text: &str) -> Self {
        self.put(path, Found::File(text.as_bytes().to_vec()));
        self
    }

    /// Puts something at a path below `content/`.
    pub fn put(&mut self, path: &str, found: Found) {
        self.files.insert(path.to_owned(), found);
    }

    /// Puts a file into a theme: `sea/theme.yaml`.
    pub fn put_theme(&mut self, path: &str, bytes: Vec<u8>) {
        let (theme, path) = path.split_once('/').expect("a theme and a path in it");
        let files = self.themes.entry(theme.to_owned()).or_default();
        files.retain(|(known, _)| known != path);
        files.push((path.to_owned(), bytes));
        files.sort();
    }

    /// Takes a file away.
    pub fn remove(&mut self, path: &str) {
        assert!(self.files.remove(path).is_some(), "the plan has no {path}");
    }

    /// Looks at the plan at another date.
    pub fn on(&mut self, today: Date) {
        self.today = today;
    }

    /// All that is said about the plan, in the order in which authors see it.
    pub fn check(&self) -> Vec<Message> {
        let sources = self.sources();
        let options = Options {
            as_of: AsOf::On(self.today),
            drafts: false,
            strict: false,
            purpose: Purpose::Public,
        };
        let build = build(&sources, &options, &mut |_| ());
        let has_errors = build.diagnostics.has_errors();
        assert_eq!(
            build.outputs.is_none(),
            has_errors,
            "a build with an error writes nothing"
        );
        messages(&build.diagnostics, &sources)
    }

    fn sources(&self) -> Sources {
        Sources {
            content: self
                .files
                .iter()
                .map(|(path, found)| Entry {
                    path: path.clone(),
                    found: found.clone(),
                })
                .collect(),
            themes: self
                .themes
                .iter()
                .map(|(name, files)| ThemeLayer {
                    name: name.clone(),
                    origin: format!("themes/{name}"),
                    files: files
                        .iter()
                        .map(|(path, bytes)| ThemeFile {
                            path: path.clone(),
                            bytes: bytes.clone(),
                        })
                        .collect(),
                })
                .collect(),
        }
    }
}

/// The files in a folder of the project, with their paths below it, sorted.
pub fn read_folder(folder: &str) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    collect(&root, &root, &mut files);
    files.sort();
    files
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, Vec<u8>)>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let below = path.strip_prefix(root).expect("a path below the root");
            // Windows writes paths the other way round.
            let name = below.to_string_lossy().replace('\\', "/");
            files.push((name, fs::read(&path).expect("a file")));
        }
    }
}

fn messages(diagnostics: &Diagnostics, sources: &Sources) -> Vec<Message> {
    diagnostics
        .iter()
        .map(|diagnostic| Message {
            code: diagnostic.code.name,
            severity: diagnostic.severity,
            place: place(&diagnostic.primary, sources),
            text: diagnostic.message.clone(),
            help: diagnostic.help.clone(),
        })
        .collect()
}

fn place(place: &Place, sources: &Sources) -> String {
    match place {
        Place::Path(path) => format!("{path}:1"),
        Place::Theme { path, line, .. } => format!("{path}:{line}"),
        Place::Content(Span { file, start, .. }) => {
            let text = text_of(*file, sources);
            let line = LineIndex::new(&text).position(*start as usize).line;
            let path = sources.entry(*file).map_or("", |entry| &entry.path);
            format!("content/{path}:{line}")
        }
    }
}

fn text_of(file: FileId, sources: &Sources) -> String {
    match sources.entry(file).map(|entry| &entry.found) {
        Some(Found::File(bytes)) => decode(bytes).unwrap_or_default().to_owned(),
        _ => String::new(),
    }
}
