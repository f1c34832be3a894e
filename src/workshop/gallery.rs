//! The gallery: a page for each component, with what it is for, what it takes, and every example
//! as a visitor would see it.
//!
//! It is for those who make themes, never for the public: search engines are told to stay away,
//! and a public build does not have it. Each example is a page of its own, shown in a frame, so
//! that the width of a screen means to it what it means on a page, and ids stay apart.

mod pages;

use rayon::prelude::*;

use crate::colour::Colour;
use crate::diagnostic::Diagnostics;
use crate::output::{OutputPath, Outputs};
use crate::parse::theme::Theme;
use crate::parse::theme::examples::{ComponentExample, ComponentGuide};
use crate::workshop::examples::{Showroom, rendered};
use crate::workshop::gallery::pages::Frame;

/// The folder of the gallery in a site. Nothing that an author writes can take it.
pub const FOLDER: &str = "_boardplan/gallery";

/// The way from a page of the gallery to the root of the site.
const ROOT: &str = "../../";

/// The looks of the gallery itself.
const STYLES: &str = include_str!("gallery/gallery.css");

/// A gallery, and the assets that its pages need.
#[derive(Clone, Debug, Default)]
pub struct Gallery {
    /// The pages, below [`FOLDER`].
    pub pages: Outputs,
    /// The style sheets, scripts and pictures of the theme, as in any site made with it.
    pub assets: Outputs,
}

/// Makes the gallery of a theme. An example that cannot be rendered is reported and left out.
#[must_use]
pub fn gallery(theme: &Theme, brand: Option<Colour>) -> (Gallery, Diagnostics) {
    let (showroom, mut problems) = Showroom::open(theme, brand);
    let Some(showroom) = showroom else {
        return (Gallery::default(), problems);
    };
    let frame = Frame::of(theme, &showroom.assets.names);
    let templates = showroom.templates(ROOT);
    let made: Vec<(Vec<(String, String)>, Diagnostics)> = showroom
        .guides
        .par_iter()
        .map(|(file, guide)| {
            let mut broken = Diagnostics::new();
            let mut shown = Vec::new();
            for (example, number) in guide.examples.iter().zip(1..) {
                match rendered(&templates, &file.component, example) {
                    Ok(html) => shown.push(Shown {
                        example,
                        file: format!("{}.{number}.html", file.component),
                        html,
                    }),
                    Err(found) => broken.extend(found),
                }
            }
            (
                component_pages(&frame, &file.component, guide, &shown),
                broken,
            )
        })
        .collect();

    let mut pages = Outputs::default();
    let mut add = |name: &str, text: String| {
        pages.insert(OutputPath::new(format!("{FOLDER}/{name}")), text);
    };
    let listed = showroom
        .guides
        .iter()
        .map(|(file, guide)| (file.component.as_str(), guide.about.as_str()));
    add("index.html", frame.index(listed));
    add("gallery.css", STYLES.to_owned());
    for (files, broken) in made {
        problems.extend(broken);
        for (name, text) in files {
            add(&name, text);
        }
    }
    let assets = showroom.assets.outputs;
    (Gallery { pages, assets }, problems)
}

/// An example that was rendered.
struct Shown<'a> {
    example: &'a ComponentExample,
    /// The file of its own page, in the folder of the gallery.
    file: String,
    html: String,
}

fn component_pages(
    frame: &Frame<'_>,
    component: &str,
    guide: &ComponentGuide,
    shown: &[Shown<'_>],
) -> Vec<(String, String)> {
    let mut files = vec![(
        format!("{component}.html"),
        frame.component(component, guide, shown),
    )];
    files.extend(
        shown
            .iter()
            .map(|each| (each.file.clone(), frame.example(component, each))),
    );
    files
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::theme::{self, tests::layer};

    fn made(guide: &str) -> (Gallery, Diagnostics) {
        let files = [
            ("assets/base.css", "body{}"),
            (
                "components/tag/tag.html",
                "{% component tag(word: string) %}<b>{{ word }}</b>{% endcomponent tag %}",
            ),
            ("components/tag/tag.yaml", guide),
            ("theme.yaml", "name: Sea\n"),
        ];
        let (theme, problems) = theme::read(&[layer("sea", &files)], "sea", "en");
        assert_eq!(problems, Diagnostics::new());
        gallery(&theme.unwrap(), None)
    }

    fn text(gallery: &Gallery, name: &str) -> String {
        let file = gallery.pages.get(&format!("{FOLDER}/{name}")).unwrap();
        String::from_utf8(file.bytes.clone()).unwrap()
    }

    const GUIDE: &str = "about: A word.\narguments:\n  word: { type: string, required: true }\nexamples:\n  - name: Signs & such\n    hidden: true\n    arguments: { word: \"a < b\" }\n";

    #[test]
    fn a_component_has_a_page_and_so_has_each_example() {
        let (gallery, problems) = made(GUIDE);
        assert_eq!(problems, Diagnostics::new());
        assert!(text(&gallery, "index.html").contains("href=\"tag.html\""));
        let page = text(&gallery, "tag.html");
        assert!(page.contains("A word."), "{page}");
        assert!(page.contains("Signs &amp; such"), "{page}");
        assert!(page.contains("for tests"), "{page}");
        assert!(page.contains("src=\"tag.1.html\""), "{page}");
        assert!(text(&gallery, "tag.1.html").contains("<b>a &lt; b</b>"));
    }

    #[test]
    fn every_page_tells_search_engines_to_stay_away() {
        let (gallery, _) = made(GUIDE);
        for (path, file) in gallery.pages.iter() {
            let text = String::from_utf8_lossy(&file.bytes);
            let is_page = path.as_str().ends_with(".html");
            assert_eq!(is_page, text.contains("content=\"noindex\""), "{path}");
        }
    }

    #[test]
    fn an_example_that_does_not_work_is_reported_and_left_out() {
        let (gallery, problems) = made("about: A word.\nexamples:\n  - name: Empty\n");
        assert_eq!(problems.len(), 1);
        assert!(gallery.pages.get("_boardplan/gallery/tag.1.html").is_none());
    }
}
