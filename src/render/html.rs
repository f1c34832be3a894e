//! Pages, each through its template.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use tera::Value;

use crate::derive::view::Page;
use crate::diagnostic::{Diagnostics, Place};
use crate::output::OutputPath;
use crate::render::theme::PageTemplates;
use crate::render::{Input, Made};

/// All pages, in their order.
pub(super) fn make(input: &Input<'_>) -> Made {
    let templates = templates_for(input);
    let rendered: Vec<Option<Result<String, Diagnostics>>> = input
        .views
        .pages
        .par_iter()
        .map(|page| {
            let templates = templates.get(&key_of(page))?;
            Some(templates.page(page.view.template(), &page.view))
        })
        .collect();
    let mut made = Made::default();
    let mut seen = BTreeSet::new();
    for (page, result) in input.views.pages.iter().zip(rendered) {
        match result {
            Some(Ok(html)) => made.files.push((page.path.clone(), html.into_bytes())),
            Some(Err(problems)) => add_new(&mut made.problems, &mut seen, problems, &page.path),
            None => {}
        }
    }
    made
}

/// Pages share templates where they share a language and a depth of folders.
type Key<'a> = (&'a str, &'a str);

fn key_of(page: &Page) -> Key<'_> {
    (&page.language, &page.view.page().root)
}

fn templates_for<'a>(input: &Input<'a>) -> BTreeMap<Key<'a>, PageTemplates> {
    let sites: BTreeMap<&str, Value> = input
        .views
        .sites
        .iter()
        .map(|site| (site.language.as_str(), Value::from_serializable(site)))
        .collect();
    let keys: BTreeSet<Key<'_>> = input.views.pages.iter().map(key_of).collect();
    keys.into_iter()
        .map(|(language, root)| {
            let site = sites.get(language).cloned().unwrap_or_else(Value::none);
            let templates = input.templates.for_pages(language, root, site);
            ((language, root), templates)
        })
        .collect()
}

/// A mistake in a template breaks every page of its kind: it is reported once, with the first.
fn add_new(
    all: &mut Diagnostics,
    seen: &mut BTreeSet<(Place, String)>,
    problems: Diagnostics,
    page: &OutputPath,
) {
    for problem in problems {
        if seen.insert((problem.primary.clone(), problem.message.clone())) {
            let place = Place::Path(format!("public/{page}"));
            all.extend([problem.with_secondary(place, "seen first on this page")]);
        }
    }
}
