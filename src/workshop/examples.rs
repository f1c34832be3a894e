//! A theme that is ready to show its components: guides read, templates loaded.

use std::collections::BTreeMap;

use crate::colour::Colour;
use crate::diagnostic::Diagnostics;
use crate::parse::theme::examples::{self, ComponentExample, ComponentGuide};
use crate::parse::theme::{GuideFile, Theme};
use crate::render::assets::Assets;
use crate::render::theme::{PageTemplates, Templates};

/// Where the component stands in the HTML that an example puts around it.
const HERE: char = '\u{2026}';

/// The language of the examples.
const LANGUAGE: &str = "en";

/// A theme whose components can be shown.
pub(super) struct Showroom<'a> {
    pub assets: Assets,
    pub guides: Vec<(&'a GuideFile, ComponentGuide)>,
    templates: Templates,
}

impl<'a> Showroom<'a> {
    /// Reads the guides and loads the templates of a theme. Every problem is reported; where the
    /// templates do not load, there is nothing to show.
    pub fn open(theme: &'a Theme, brand: Option<Colour>) -> (Option<Self>, Diagnostics) {
        let (assets, mut problems) = Assets::of(theme, brand);
        let mut guides = Vec::new();
        for file in &theme.guides {
            let (guide, broken) = examples::read(&file.text, &file.origin);
            problems.extend(broken);
            guides.extend(guide.map(|guide| (file, guide)));
        }
        match Templates::load(theme, assets.names.clone()) {
            Ok(templates) => {
                let showroom = Self {
                    assets,
                    guides,
                    templates,
                };
                (Some(showroom), problems)
            }
            Err(broken) => {
                problems.extend(broken);
                (None, problems)
            }
        }
    }

    /// The templates for examples that stand `root` (`../../`) away from the root of the site.
    pub fn templates(&self, root: &str) -> PageTemplates {
        self.templates.for_pages(LANGUAGE, root, &())
    }
}

/// An example as HTML, with what it needs around it.
pub(super) fn rendered(
    templates: &PageTemplates,
    folder: &str,
    example: &ComponentExample,
) -> Result<String, Diagnostics> {
    let component = example.component.as_deref().unwrap_or(folder);
    let mut arguments = example.arguments.clone();
    let body = arguments.remove("body");
    let body = body.as_ref().and_then(|body| body.as_str());
    let surroundings: BTreeMap<&str, &serde_json::Value> =
        example.page.iter().map(|page| ("page", page)).collect();
    let html = templates.component(component, &arguments, &surroundings, body)?;
    Ok(match &example.wrap {
        Some(around) => around.replacen(HERE, &html, 1),
        None => html,
    })
}
