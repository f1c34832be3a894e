//! A place as people and editors name it: `content/groups/training.md:12`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::derive::html;
use crate::derive::places::Places;
use crate::diagnostic::Place;
use crate::read::CONTENT_FOLDER;
use crate::source::{Found, Sources, Span, Texts};

/// A place that a person can open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// The path below the root, with forward slashes: `content/groups/training.md`.
    pub path: String,
    /// The line, from 1; none for a path that is no file.
    pub line: Option<usize>,
    /// The line itself, where something stands on it that is meant.
    pub text: Option<String>,
}

impl Located {
    /// Where a message stands.
    pub fn of(place: &Place, texts: &Texts<'_>) -> Self {
        match place {
            Place::Path(path) => Self {
                path: path.clone(),
                line: None,
                text: None,
            },
            Place::Theme { path, line, .. } => Self {
                path: path.clone(),
                line: Some(*line),
                text: None,
            },
            Place::Content(span) => {
                let lines = texts.lines(span.file);
                let number = texts.line_of(*span);
                let line = lines.line(number);
                Self {
                    path: texts.path(span.file),
                    line: Some(number),
                    text: (!line.is_empty() && span.start < span.end).then(|| line.to_owned()),
                }
            }
        }
    }

    /// In words: `content/groups/training.md, line 12`.
    pub fn words(&self) -> String {
        match self.line {
            Some(line) => format!("{}, line {line}", self.path),
            None => self.path.clone(),
        }
    }

    /// As editors take it: `content/groups/training.md:12`.
    pub fn place(&self) -> String {
        format!("{}:{}", self.path, self.line.unwrap_or(1))
    }

    /// As HTML: the words, on a button that the script of the preview gives a purpose.
    pub fn html(&self) -> String {
        if self.line.is_none() {
            return escape(&self.words());
        }
        format!(
            "<button type=\"button\" data-place=\"{}\">{}</button>",
            escape(&self.place()),
            escape(&self.words())
        )
    }
}

/// A place in a file of this site, as an absolute path and a line. Only the place is compared with
/// what was asked; the path comes from our own list.
pub fn find(asked: &str, sources: &Sources, root: &Path) -> Option<(PathBuf, usize)> {
    let (path, line) = asked.rsplit_once(':')?;
    let line: usize = line.parse().ok().filter(|line| *line > 0)?;
    let content = sources
        .content
        .iter()
        .filter(|entry| matches!(entry.found, Found::File(_)))
        .map(|entry| format!("{CONTENT_FOLDER}/{}", entry.path));
    let themes = sources.themes.iter().flat_map(|layer| {
        let files = layer.files.iter();
        files.map(|file| format!("{}/{}", layer.origin, file.path))
    });
    let known = content.chain(themes).find(|known| known == path)?;
    let place = std::path::absolute(root.join(known)).ok()?;
    Some((place, line))
}

/// All places of a site for the script of the preview:
/// `{"pages": {address: place}, "parts": {address#id: place}, "meetings": {id: place}}`.
pub fn to_json(places: &Places, sources: &Sources) -> Vec<u8> {
    let Places {
        pages,
        parts,
        meetings,
    } = places;
    let texts = Texts::new(sources);
    let place = |span: &Span| format!("{}:{}", texts.path(span.file), texts.line_of(*span));
    let all = |spans: &BTreeMap<String, Span>| -> serde_json::Map<String, serde_json::Value> {
        let named = spans.iter();
        named
            .map(|(name, span)| (name.clone(), place(span).into()))
            .collect()
    };
    let json = serde_json::json!({
        "pages": all(pages),
        "parts": all(parts),
        "meetings": all(meetings),
    });
    json.to_string().into_bytes()
}

/// Text as HTML.
pub fn escape(text: &str) -> String {
    let mut escaped = String::new();
    html::escape(text, &mut escaped);
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Entry, FileId};

    fn sources() -> Sources {
        let entry = |path: &str, found| Entry {
            path: path.to_owned(),
            found,
        };
        Sources {
            content: vec![
                entry("away", Found::EmptyFolder),
                entry("glossary.md", Found::File(b"---\na: b\nc: d\n---\n".into())),
            ],
            ..Sources::default()
        }
    }

    #[test]
    fn only_files_of_the_site_are_found() {
        let root = Path::new("/board");
        let found = |asked| find(asked, &sources(), root);
        assert_eq!(
            found("content/glossary.md:3"),
            Some((root.join("content/glossary.md"), 3))
        );
        for asked in [
            "/etc/passwd:1",
            "content/../secret:1",
            "content/away:1",
            "content/glossary.md",
            "content/glossary.md:0",
            "content/glossary.md:-1",
            "content/glossary.md:1;x",
            "glossary.md:1",
            "",
        ] {
            assert_eq!(found(asked), None, "{asked}");
        }
    }

    #[test]
    fn every_place_has_its_line() {
        let part = Span::new(FileId::new(1), 9, 13);
        let places = Places {
            pages: [("glossary.html".to_owned(), Span::whole(FileId::new(1)))].into(),
            parts: [("glossary.html#c".to_owned(), part)].into(),
            meetings: BTreeMap::new(),
        };
        let json = String::from_utf8(to_json(&places, &sources())).unwrap();
        assert_eq!(
            json,
            "{\"meetings\":{},\"pages\":{\"glossary.html\":\"content/glossary.md:1\"},\
             \"parts\":{\"glossary.html#c\":\"content/glossary.md:3\"}}"
        );
    }
}
