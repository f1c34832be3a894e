//! Text → what its author wrote, with places. Parsing never fails: it returns values and messages.

pub mod capitals;
pub mod kind;
pub mod markdown;
pub mod record;
pub mod theme;

mod conflict;
mod fields;
mod files;
mod picture;
mod scalar_traps;
mod split;
mod text;
mod unread;
mod yaml;

pub use fields::{Field, RawProse, Record, Schema, Shape, meant_field, not_yes_or_no, read_yes_no};
pub use files::is_own_address;
pub use kind::{Kind, Location};
pub use picture::{PictureSize, is_picture};
pub use unread::Unread;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::output::OutputPath;
use crate::source::{Entry, FileId, Found, Sources, Span, Spanned};

use kind::Place;
use markdown::{Body, Locate, RawLink, ReadOptions};

/// One page as its author wrote it.
#[derive(Clone, Debug)]
pub struct RawPage {
    /// The file.
    pub file: FileId,
    /// The path below `content/`.
    pub path: String,
    /// What it is, and where it belongs.
    pub location: Location,
    /// Its front matter.
    pub record: Record,
    /// Its text.
    pub body: Body<RawLink>,
    /// What of its facts could not be read.
    pub unread: Unread,
}

impl RawPage {
    /// The page as a whole, for messages about what it lacks.
    #[must_use]
    pub fn whole(&self) -> Span {
        Span::whole(self.file)
    }

    /// Whether it is kept out of the published site.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        self.record.flag("draft")
    }
}

/// A picture or document beside the pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// The file.
    pub file: FileId,
    /// The path below `content/`.
    pub path: String,
    /// Its size in bytes.
    pub size: u64,
    /// How large it is shown, where it is a picture that says so.
    pub picture: Option<PictureSize>,
}

/// All that was written.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    /// The pages, sorted by path.
    pub pages: Vec<RawPage>,
    /// The pictures and documents, sorted by path.
    pub assets: Vec<Asset>,
    /// The default language of the site.
    pub language: String,
    /// The languages of translations.
    pub languages: Vec<String>,
}

/// Reads every file of the content.
#[must_use]
pub fn parse(sources: &Sources) -> (Parsed, Diagnostics) {
    let (language, languages) = site_languages(sources);
    let (mut messages, missing) = files::check(sources, languages.as_deref());
    let languages = languages.unwrap_or_default();
    let found: Vec<(Option<Item>, Vec<Diagnostic>)> = sources
        .content
        .par_iter()
        .enumerate()
        .map(|(index, entry)| read_entry(FileId::new(index), entry, &languages))
        .collect();
    let mut parsed = Parsed {
        pages: missing.into_iter().map(stand_in).collect(),
        language,
        languages,
        ..Parsed::default()
    };
    for (item, found) in found {
        messages.extend(found);
        match item {
            Some(Item::Page(page)) => parsed.pages.push(*page),
            Some(Item::Asset(asset)) => parsed.assets.push(asset),
            None => {}
        }
    }
    parsed.pages.sort_by(|a, b| a.path.cmp(&b.path));
    (parsed, messages)
}

/// A page that a folder needs and that is not there, as if it could not be read: what stands in the
/// folder is then still understood. The message about it has been given.
fn stand_in(location: Location) -> RawPage {
    RawPage {
        file: FileId::NONE,
        path: format!("{}.md", location.stem),
        location,
        record: Record::default(),
        body: Body::default(),
        unread: Unread::Everything,
    }
}

enum Item {
    Page(Box<RawPage>),
    Asset(Asset),
}

/// Which part before `.md` is a language is said in `index.md`, so that one is read first. `None`
/// where it could not be read which languages there are besides the first.
fn site_languages(sources: &Sources) -> (String, Option<Vec<String>>) {
    let index = sources
        .entries()
        .find(|(_, entry)| entry.path.eq_ignore_ascii_case("index.md"));
    let Some((file, entry)) = index else {
        return (DEFAULT_LANGUAGE.to_owned(), None);
    };
    let location = Location {
        kind: Kind::Site,
        stem: "index".to_owned(),
        language: None,
        address: OutputPath::new("index.html"),
    };
    let (page, _) = read_page(file, entry, location);
    let is_known = !page.unread.holds("languages");
    let site = record::site::RawSite::take(page.record);
    let language = site
        .language
        .map_or_else(|| DEFAULT_LANGUAGE.to_owned(), |language| language.value);
    let mut languages: Vec<String> = site
        .languages
        .into_iter()
        .map(|language| language.value)
        .collect();
    // A code that is none has its message; which files it is meant for is not known.
    let is_known = is_known && languages.iter().all(|code| kind::is_language_code(code));
    languages.retain(|other| *other != language);
    (language, is_known.then_some(languages))
}

const DEFAULT_LANGUAGE: &str = "en";

fn read_entry(
    file: FileId,
    entry: &Entry,
    languages: &[String],
) -> (Option<Item>, Vec<Diagnostic>) {
    match kind::place(&entry.path, languages) {
        Place::Page(location) if entry.found != Found::EmptyFolder => {
            let (page, messages) = read_page(file, entry, location);
            (Some(Item::Page(Box::new(page))), messages)
        }
        Place::Asset => match &entry.found {
            Found::File(bytes) => {
                let asset = Asset {
                    file,
                    path: entry.path.clone(),
                    size: bytes.len() as u64,
                    picture: PictureSize::of(&entry.path, bytes),
                };
                (Some(Item::Asset(asset)), Vec::new())
            }
            Found::EmptyFolder => (None, Vec::new()),
            found => (
                None,
                text::text(found, file)
                    .err()
                    .map(|m| *m)
                    .into_iter()
                    .collect(),
            ),
        },
        Place::Page(_) | Place::Nowhere(_) | Place::WrongCase(_) | Place::Ignored => {
            (None, Vec::new())
        }
    }
}

fn read_page(file: FileId, entry: &Entry, location: Location) -> (RawPage, Vec<Diagnostic>) {
    let mut page = RawPage {
        file,
        path: entry.path.clone(),
        location,
        record: Record::default(),
        body: Body::default(),
        unread: Unread::Everything,
    };
    let text = match text::text(&entry.found, file) {
        Ok(text) => text::with_known_line_ends(text),
        Err(message) => return (page, vec![*message]),
    };
    let (text, mut messages) = conflict::first_versions(text, file);
    let schema = schema(&page.location.kind);
    let is_field = |name: &str| schema.has(name);
    let parts = match split::split(&text, file, is_field) {
        Ok(parts) => parts,
        Err(message) => {
            messages.push(*message);
            return (page, messages);
        }
    };
    let front = &text[parts.front.clone()];
    let (node, found) = yaml::read(front, file, parts.front.start, &is_field);
    let is_readable = found.is_empty();
    messages.extend(found);
    if let Some(message) = misplaced_action(&page, node.as_ref()) {
        messages.push(message);
        return (page, messages);
    }
    // Facts that cannot be read at all are one message; fields that are then missing are none.
    let is_original = page.location.language.is_none();
    match node {
        Some(node) => {
            let (record, found, unread) = fields::decode(&node, schema, file, is_original);
            messages.extend(found);
            page.record = record;
            page.unread = unread;
        }
        None if is_readable && is_original => {
            let (found, unread) = fields::decode_nothing(note_in(front), schema, file);
            messages.extend(found);
            page.unread = unread;
        }
        None if is_readable => page.unread = Unread::Nothing,
        None => {}
    }
    let options = ReadOptions {
        numbered: page.record.flag("numbered"),
        is_body: true,
    };
    let locate = Locate::Exact {
        file,
        start: parts.body.start,
    };
    let (body, found) = markdown::read(&text[parts.body], locate, options);
    messages.extend(found);
    page.body = body;
    (page, messages)
}

/// What stands behind a `#` in front matter that holds no facts, where it may be meant as a title.
fn note_in(front: &str) -> Option<&str> {
    let note = front.trim().lines().next()?.strip_prefix('#')?;
    let words = note.trim_start_matches('#').trim();
    (!words.is_empty() && !words.contains([':', '#'])).then_some(words)
}

/// The table of a kind of page.
#[must_use]
pub fn schema(kind: &Kind) -> &'static Schema {
    match kind {
        Kind::Site => &record::site::SCHEMA,
        Kind::Plan => &record::plan::SCHEMA,
        Kind::Priority => &record::priority::SCHEMA,
        Kind::Action => &record::action::SCHEMA,
        Kind::Group => &record::group::SCHEMA,
        Kind::Member => &record::member::SCHEMA,
        Kind::Cycle => &record::meetings::SCHEMA,
        Kind::PlanPage | Kind::Page => &record::page::SCHEMA,
        Kind::Glossary => &record::glossary::SCHEMA,
        Kind::Strategies => &record::strategies::SCHEMA,
        Kind::Roles => &record::roles::SCHEMA,
    }
}

/// An action that was saved beside `plan.md` instead of in the folder of its priority.
fn misplaced_action(page: &RawPage, node: Option<&yaml::Node>) -> Option<Diagnostic> {
    const ONLY_ACTIONS: [&str; 8] = [
        "lead", "due", "status", "tasks", "measures", "impact", "progress", "support",
    ];
    let yaml::NodeValue::Map(fields) = &node?.value else {
        return None;
    };
    if page.location.kind != Kind::PlanPage {
        return None;
    }
    let (first, _): &(Spanned<String>, _) = fields
        .iter()
        .find(|(key, _)| ONLY_ACTIONS.contains(&key.value.as_str()))?;
    let plan = page.location.plan().unwrap_or_default();
    Some(Diagnostic::new(
        &codes::MISPLACED_FILE,
        first.span,
        "This is an action, but it is not in the folder of a priority",
        format!("Move the file into the folder of its priority, below content/plans/{plan}/."),
    ))
}
