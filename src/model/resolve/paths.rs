//! Where a link to a file leads.

use crate::diagnostic::{Diagnostic, codes};
use crate::model::Target;
use crate::parse::kind::markdown_stem;
use crate::source::{FileId, Span};

use super::near_file::nearest_file;
use super::resolver::{Here, Resolver};

impl Resolver {
    /// A file beside the page, below `content/`.
    pub(super) fn by_path(
        &mut self,
        path: &str,
        anchor: Option<String>,
        span: Span,
        here: &Here,
    ) -> Target {
        let Some(full) = joined(&here.folder, path) else {
            self.report(Diagnostic::new(
                &codes::DEAD_LINK,
                span,
                format!("\u{201c}{path}\u{201d} leads out of the folder content"),
                "Link only to files below content, or give the whole web address.",
            ));
            return Target::Nowhere;
        };
        if let Some(file) = self.assets.get(&full) {
            return Target::Asset(*file, anchor);
        }
        let (stem, language) = self.page_at(&full);
        if let Some(entity) = self.pages.get(stem).copied()
            && (language.is_none() || self.twins.contains(&full))
        {
            let language = language.map(str::to_owned);
            let stem = stem.to_owned();
            if let Some(anchor) = &anchor {
                self.check_anchor(&stem, anchor, span);
            }
            return match language {
                Some(language) => Target::Version {
                    entity,
                    language,
                    anchor,
                },
                None => Target::Entity(entity, anchor),
            };
        }
        if self.hidden.contains(stem) || self.hidden.contains(&full) {
            self.report(link_to_draft(&format!("\u{201c}{path}\u{201d}"), span));
            return Target::Nowhere;
        }
        self.dead_path(path, &full, span, here);
        Target::Nowhere
    }

    /// A picture or document by its path, for fields that hold one.
    pub(super) fn asset(&mut self, path: &str, span: Span, here: &Here) -> Option<FileId> {
        match self.by_path(path, None, span, here) {
            Target::Asset(file, _) => Some(file),
            Target::Entity(..) | Target::Version { .. } => {
                self.report(Diagnostic::new(
                    &codes::BAD_VALUE,
                    span,
                    format!("\u{201c}{path}\u{201d} is a page; a picture belongs here"),
                    "Give the file name of a picture: logo.svg.",
                ));
                None
            }
            _ => None,
        }
    }

    /// A file, a page or a web address, for papers and the like.
    pub(super) fn target(&mut self, written: &str, span: Span, here: &Here) -> Target {
        let lower = written.to_lowercase();
        if lower.starts_with("http://") || lower.starts_with("https://") {
            return Target::External(written.to_owned());
        }
        let full = joined(&here.folder, written);
        let is_file = full.is_some_and(|full| {
            self.assets.contains_key(&full) || self.pages.contains_key(self.page_at(&full).0)
        });
        let looks_like_host = written.split('/').next().is_some_and(|host| {
            host.starts_with("www.")
                || written.contains('/') && host.contains('.') && !host.starts_with('.')
        });
        if !is_file && looks_like_host {
            return Target::External(format!("https://{written}"));
        }
        self.by_path(written, None, span, here)
    }

    /// Which page a path may be: the path of the original without `.md`, and the language of a
    /// translation. Of any other file it is all of the path.
    fn page_at<'p>(&'p self, path: &'p str) -> (&'p str, Option<&'p str>) {
        let Some(stem) = markdown_stem(path) else {
            return (path, None);
        };
        let twin = self.languages.iter().find_map(|language| {
            let original = stem.strip_suffix(language.as_str())?.strip_suffix('.')?;
            Some((original, Some(language.as_str())))
        });
        twin.unwrap_or((stem, None))
    }

    fn dead_path(&mut self, path: &str, full: &str, span: Span, here: &Here) {
        let file = full.rsplit('/').next().unwrap_or(full);
        if file.starts_with('_') {
            self.report(Diagnostic::new(
                &codes::LINK_TO_DRAFT,
                span,
                format!("\u{201c}{path}\u{201d} begins with _ and is not published"),
                "Publish it by taking the _ out of the name of the file, or take the link out.",
            ));
            return;
        }
        let help = self.help_with_path(path, full, here);
        self.report(Diagnostic::new(
            &codes::DEAD_LINK,
            span,
            format!("There is no file \u{201c}{path}\u{201d}, seen from this page"),
            help,
        ));
    }

    /// What to type instead of a path that leads nowhere, as seen from the page.
    fn help_with_path(&self, path: &str, full: &str, here: &Here) -> String {
        let originals = self.pages.keys().map(|stem| format!("{stem}.md"));
        let files = self.twins.iter().chain(self.assets.keys()).cloned();
        let mut all: Vec<String> = originals.chain(files).collect();
        all.sort();
        let typed = |known: &str| seen_from(&here.folder, known);
        let as_source = full.strip_suffix(".html").map(|stem| format!("{stem}.md"));
        let from_content = path.strip_prefix("content/").unwrap_or(path);
        if let Some(known) = all.iter().find(|known| known.eq_ignore_ascii_case(full)) {
            let known = typed(known);
            return format!("Capitals and small letters count: type {known}.");
        }
        if let Some(known) = as_source.filter(|source| all.contains(source)) {
            let known = typed(&known);
            return format!("Link to the file you write, not to the page it becomes: {known}.");
        }
        let known = all.iter().find(|known| *known == from_content);
        let near = || nearest_file(full, &all);
        match known.map(String::as_str).or_else(near) {
            Some(known) => format!("Did you mean {}?", typed(known)),
            None => "Check the spelling, and count the ../ at the start: each goes up one folder."
                .to_owned(),
        }
    }
}

/// The message about a link to something that its author does not publish yet.
pub(super) fn link_to_draft(what: &str, span: Span) -> Diagnostic {
    Diagnostic::new(
        &codes::LINK_TO_DRAFT,
        span,
        format!("{what} is a draft and is not published"),
        "Publish it by deleting its line \u{201c}draft: yes\u{201d}, or take the link out.",
    )
}

/// A path as it is typed on a page in a folder.
fn seen_from(folder: &str, path: &str) -> String {
    let folder: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let parts: Vec<&str> = path.split('/').collect();
    let shared = folder
        .iter()
        .zip(&parts)
        .take_while(|(one, other)| one == other)
        .count();
    let up = std::iter::repeat_n("..", folder.len() - shared);
    let down = parts.into_iter().skip(shared);
    up.chain(down).collect::<Vec<_>>().join("/")
}

/// A path seen from a folder, with `.` and `..` worked out; `None` where it leaves `content/`.
fn joined(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = if path.starts_with('/') {
        Vec::new()
    } else {
        folder.split('/').filter(|part| !part.is_empty()).collect()
    };
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_seen_from_the_page() {
        assert_eq!(
            joined("plans/a/1", "../../../groups/x.md").as_deref(),
            Some("groups/x.md")
        );
        assert_eq!(joined("pages", "./b.md").as_deref(), Some("pages/b.md"));
        assert_eq!(joined("", "../x"), None);
        assert_eq!(joined("pages", "/index.md").as_deref(), Some("index.md"));
    }

    #[test]
    fn paths_are_typed_as_the_page_sees_them() {
        assert_eq!(seen_from("pages", "pages/b.md"), "b.md");
        assert_eq!(seen_from("pages/a", "groups/x.md"), "../../groups/x.md");
        assert_eq!(seen_from("", "pages/b.md"), "pages/b.md");
    }
}
