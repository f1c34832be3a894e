//! Pages, each through its template.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

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
            if page.view.is_optional() && !input.templates.has(page.view.template()) {
                return None;
            }
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
    let keys: BTreeSet<Key<'_>> = input.views.pages.iter().map(key_of).collect();
    keys.into_iter()
        .map(|(language, root)| {
            let sites = &input.views.sites;
            let site = sites.iter().find(|site| site.language == language);
            let templates = input.templates.for_pages(language, root, &site);
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

#[cfg(test)]
mod tests {
    use crate::derive::view::not_found::NotFoundView;
    use crate::derive::view::page::{PageView, SharedProseView};
    use crate::derive::view::parts::{WordView, WordsView};
    use crate::derive::view::site::{BoardView, SiteView};
    use crate::derive::view::views::Views;
    use crate::derive::view::{Page, View};
    use crate::diagnostic::{Diagnostics, Place};
    use crate::output::{OutputPath, Outputs};
    use crate::parse::theme::{self, tests::layer};
    use crate::source::Sources;

    fn words() -> WordsView {
        let word = || WordView {
            one: "one".to_owned(),
            many: "many".to_owned(),
        };
        WordsView {
            plan: word(),
            priority: word(),
            action: word(),
            task: word(),
            reference: word(),
            outcome: word(),
            scope: word(),
            identified_by: word(),
            lead: word(),
            support: word(),
            due: word(),
            status: word(),
            links: word(),
            impact: word(),
            measures: word(),
            progress: word(),
            meeting: word(),
            group: word(),
            member: word(),
        }
    }

    fn page(path: &str, language: &str) -> Page {
        let path = OutputPath::new(path);
        let page = PageView {
            kind: "not-found",
            path: path.to_string(),
            root: "../".repeat(path.depth()),
            language: language.to_owned(),
            direction: "ltr",
            title: format!("Title of {path}"),
            caption: None,
            head_title: String::new(),
            description: String::new(),
            summary: None,
            canonical: None,
            indexed: false,
            alternates: Vec::new(),
            breadcrumbs: Vec::new(),
            navigation: None,
            words: words(),
            notices: Vec::new(),
            previous: None,
            next: None,
            updated: None,
            document_control: Vec::new(),
            prose: SharedProseView::default(),
            source: None,
        };
        Page {
            path,
            language: language.to_owned(),
            view: View::NotFound(Box::new(NotFoundView {
                page,
                ways: Vec::new(),
            })),
        }
    }

    fn site(language: &str, title: &str) -> SiteView {
        SiteView {
            language: language.to_owned(),
            title: title.to_owned(),
            board: BoardView {
                name: "Board".to_owned(),
                short_name: None,
                area: None,
                kind: None,
                website: None,
                established: None,
                logo: None,
            },
            home: "index.html".to_owned(),
            url: None,
            navigation: Vec::new(),
            contact: None,
            report_concern: None,
            quick_exit: None,
            licence: None,
            footer_links: Vec::new(),
            search: "search.html".to_owned(),
            a_z: "a-z.html".to_owned(),
            health: None,
            has_brand_colour: false,
        }
    }

    fn rendered(template: &str) -> (Outputs, Diagnostics) {
        let files = [
            ("theme.yaml", "name: Test\n"),
            ("assets/icon.svg", "<svg/>"),
            ("strings/en.yaml", "hello: Hello\n"),
            ("strings/cy.yaml", "hello: Helo\n"),
            ("pages/not-found.html", template),
        ];
        let theme = theme::read(&[layer("test", &files)], "test", "en")
            .0
            .unwrap();
        let views = Views {
            sites: vec![site("cy", "Bwrdd"), site("en", "Board")],
            pages: vec![
                page("a/b/x.html", "en"),
                page("cy/404.html", "cy"),
                page("404.html", "en"),
            ],
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
        };
        crate::render::render(&views, &theme, &Sources::default())
    }

    #[test]
    fn each_page_has_the_words_of_its_language_and_the_way_to_its_root() {
        let (outputs, problems) = rendered(
            "{{ t(key='hello') }}, {{ site.title }}: {{ page.title }} {{ asset(path='icon.svg') }}",
        );
        assert_eq!(problems, Diagnostics::new());
        let icon = outputs
            .iter()
            .map(|(path, _)| path.as_str())
            .find(|path| path.ends_with(".svg"));
        let icon = icon.unwrap();
        for (path, expected) in [
            (
                "404.html",
                format!("Hello, Board: Title of 404.html {icon}"),
            ),
            (
                "cy/404.html",
                format!("Helo, Bwrdd: Title of cy/404.html ../{icon}"),
            ),
            (
                "a/b/x.html",
                format!("Hello, Board: Title of a/b/x.html ../../{icon}"),
            ),
        ] {
            let html = outputs
                .get(path)
                .map(|file| String::from_utf8_lossy(&file.bytes));
            assert_eq!(html.as_deref(), Some(expected.as_str()));
        }
    }

    #[test]
    fn a_mistake_in_a_template_is_reported_once_with_the_first_page() {
        let (_, problems) = rendered("{{ page.titel }}");
        assert_eq!(problems.len(), 1);
        let problem = problems.iter().next().unwrap();
        assert!(matches!(&problem.primary, Place::Theme { line: 1, .. }));
        assert_eq!(
            problem.secondary[0].0,
            Place::Path("public/a/b/x.html".to_owned())
        );
    }
}
