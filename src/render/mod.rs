//! From views and a theme to files.
//!
//! Every kind of file is one entry of [`FORMATS`]. A format receives facts from the views and
//! decides nothing about the plan.

pub mod theme;

pub mod assets;

mod html;

mod files;

mod ics;

pub mod csv;

mod json;

mod jsonld;

mod search;

mod sitemap;

mod robots;

use crate::derive::view::views::Views;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, codes};
use crate::output::{OutputPath, Outputs};
use crate::parse::theme::Theme;
use crate::render::assets::Assets;
use crate::render::theme::Templates;
use crate::source::Sources;

/// Every kind of file that a site consists of.
pub const FORMATS: &[Format] = &[
    Format {
        name: "pages",
        make: html::make,
    },
    Format {
        name: "style sheets and scripts",
        make: assets::make,
    },
    Format {
        name: "pictures and documents",
        make: files::make,
    },
    Format {
        name: "calendars",
        make: ics::make,
    },
    Format {
        name: "tables",
        make: csv::make,
    },
    Format {
        name: "data",
        make: json::make,
    },
    Format {
        name: "meetings for search engines",
        make: jsonld::make,
    },
    Format {
        name: "terms for search engines",
        make: jsonld::terms::make,
    },
    Format {
        name: "what the search knows",
        make: search::make,
    },
    Format {
        name: "the list for search engines",
        make: sitemap::make,
    },
    Format {
        name: "the rules for search engines",
        make: robots::make,
    },
];

/// One kind of file.
pub struct Format {
    /// What it makes, for messages.
    pub name: &'static str,
    /// Makes all its files.
    pub make: fn(&Input<'_>) -> Made,
}

/// What a format works with.
pub struct Input<'a> {
    /// What the site shows.
    pub views: &'a Views,
    /// The templates of the theme, loaded.
    pub templates: &'a Templates,
    /// The style sheets, scripts and pictures of the theme.
    pub assets: &'a Assets,
    /// The files as they were read, for pictures and documents that are published unchanged.
    pub sources: &'a Sources,
}

/// What a format made: its files, in a fixed order, and what went wrong.
#[derive(Clone, Debug, Default)]
pub struct Made {
    /// The files.
    pub files: Vec<(OutputPath, Vec<u8>)>,
    /// What went wrong.
    pub problems: Diagnostics,
}

/// Makes all files of a site.
///
/// Equal input gives equal bytes, whatever the number of threads.
#[must_use]
pub fn render(views: &Views, theme: &Theme, sources: &Sources) -> (Outputs, Diagnostics) {
    let (assets, mut problems) = Assets::of(theme, views.brand);
    let templates = match Templates::load(theme, assets.names.clone()) {
        Ok(templates) => templates,
        Err(broken) => {
            problems.extend(broken);
            return (Outputs::default(), problems);
        }
    };
    let input = Input {
        views,
        templates: &templates,
        assets: &assets,
        sources,
    };
    let mut outputs = Outputs::default();
    for format in FORMATS {
        let made = (format.make)(&input);
        problems.extend(made.problems);
        for (path, bytes) in made.files {
            if outputs.get(path.as_str()).is_some() {
                problems.push(made_twice(format, &path));
            }
            outputs.insert(path, bytes);
        }
    }
    (outputs, problems)
}

impl Made {
    /// Files without a problem.
    fn files(files: impl IntoIterator<Item = (OutputPath, Vec<u8>)>) -> Self {
        Self {
            files: files.into_iter().collect(),
            problems: Diagnostics::new(),
        }
    }
}

fn made_twice(format: &Format, path: &OutputPath) -> Diagnostic {
    Diagnostic::new(
        &codes::BROKEN_PAGE,
        Place::Path(format!("public/{path}")),
        format!(
            "Two files would be published here, one of them by {}",
            format.name
        ),
        "Give one of them another name.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::derive::view::feed::CalendarFeed;
    use crate::parse::theme::{self, tests::layer};
    use crate::source::{Entry, FileId, Found};

    fn theme() -> Theme {
        let files = [("theme.yaml", "name: Test\n"), ("assets/base.css", "a{}")];
        theme::read(&[layer("test", &files)], "test", "en")
            .0
            .unwrap()
    }

    fn no_views() -> Views {
        Views {
            sites: Vec::new(),
            pages: Vec::new(),
            files: Vec::new(),
            feeds: Vec::new(),
            meetings_data: None,
            glossary_data: Vec::new(),
            export: None,
            search: Vec::new(),
            sitemap: None,
            brand: None,
            places: crate::derive::places::Places::default(),
            purpose: crate::derive::purpose::Purpose::Public,
        }
    }

    #[test]
    fn what_a_site_does_not_have_makes_no_file() {
        let (outputs, problems) = render(&no_views(), &theme(), &Sources::default());
        assert!(problems.is_empty());
        let paths: Vec<_> = outputs.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(paths.len(), 1);
        assert!(paths[0].starts_with("assets/site."), "{paths:?}");
    }

    #[test]
    fn a_used_file_is_published_as_it_is_and_a_second_at_its_place_is_reported() {
        let sources = Sources {
            content: vec![Entry {
                path: "map.png".to_owned(),
                found: Found::File(vec![1, 2]),
            }],
            themes: Vec::new(),
        };
        let mut views = no_views();
        views.files = vec![(OutputPath::new("a/map.png"), FileId::new(0))];
        let (outputs, problems) = render(&views, &theme(), &sources);
        assert_eq!(
            outputs.get("a/map.png").map(|file| file.bytes.as_slice()),
            Some([1, 2].as_slice())
        );
        assert!(problems.is_empty());

        views.feeds = vec![CalendarFeed {
            path: OutputPath::new("a/map.png"),
            source: None,
            name: "Meetings".to_owned(),
            zone: jiff::tz::TimeZone::UTC,
            events: Vec::new(),
        }];
        let (_, problems) = render(&views, &theme(), &sources);
        assert_eq!(problems.len(), 1);
    }
}
