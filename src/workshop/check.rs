//! What is wrong with a theme that can be seen without a plan: what does not load, components that
//! are called wrongly, colours that cannot be told apart, words that a language lacks.
//!
//! Names that a view does not have show only when a page is made; `boardplan theme check` makes
//! the pages of a plan for that.

mod calls;
mod contrast;
mod guides;
mod properties;
mod templates;
mod words;

use crate::diagnostic::{Diagnostic, Diagnostics, Place, codes};
use crate::parse::theme::{self, Template};
use crate::source::ThemeLayer;
use crate::workshop::examples::Showroom;

/// Looks at the theme `wanted` of all themes that were found, for a site in `languages`, the first
/// of them the site's own.
#[must_use]
pub fn check(themes: &[ThemeLayer], wanted: &str, languages: &[String]) -> Diagnostics {
    let site_language = languages.first().map_or("en", String::as_str);
    let (theme, mut problems) = theme::read(themes, wanted, site_language);
    let Some(theme) = theme else {
        return problems;
    };
    problems.extend(templates::missing(&theme, themes));
    problems.extend(contrast::too_low(&theme));
    problems.extend(words::missing(&theme, languages));
    let (showroom, broken) = Showroom::open(&theme, None);
    problems.extend(broken);
    if let Some(showroom) = showroom {
        problems.extend(calls::wrong(&theme, &showroom));
        problems.extend(guides::wrong(&theme, &showroom));
    }
    problems
}

/// A message about a template, at a byte of its text.
fn problem_at(template: &Template, offset: usize, message: String, help: String) -> Diagnostic {
    let before = template.text.get(..offset).unwrap_or_default();
    let place = Place::Theme {
        path: template.origin.clone(),
        line: before.matches('\n').count() + 1,
        column: before
            .rsplit('\n')
            .next()
            .map_or(0, |line| line.chars().count())
            + 1,
    };
    Diagnostic::new(&codes::BROKEN_THEME, place, message, help)
}

/// Names in a row, for a message: `a, b, c`.
fn listed<T: AsRef<str>>(names: impl IntoIterator<Item = T>) -> String {
    let names: Vec<String> = names
        .into_iter()
        .map(|name| name.as_ref().to_owned())
        .collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::theme::tests::layer;

    const DEFAULT: &[(&str, &str)] = &[
        (
            "assets/base.css",
            ":root { --ink: #111; --paper: var(--brand, #fff) }\n@media (prefers-color-scheme: dark) { :root { --ink: #eee; --paper: #111 } }\n",
        ),
        (
            "components/tag/tag.html",
            "{% component tag(word: string, mark: string = \"\") %}{{ word }}{{ mark }}{% endcomponent tag %}",
        ),
        (
            "components/tag/tag.yaml",
            "about: A word.\narguments:\n  word: { type: string, required: true }\n  mark: { type: string }\nexamples:\n  - name: One\n    arguments: { word: one }\n",
        ),
        (
            "layouts/base.html",
            "{% block content %}{% endblock content %}{% block footer %}{% endblock footer %}",
        ),
        (
            "pages/home.html",
            "{% extends \"layouts/base.html\" %}\n{% block content %}{{ <tag word=\"x\" /> }}{% endblock content %}",
        ),
        ("strings/en.yaml", "skip: Skip\nback: Back\n"),
        (
            "theme.yaml",
            "name: Default\ncontrast:\n  - { text: [ink], on: [paper] }\n",
        ),
    ];

    fn messages(child: &[(&str, &str)]) -> Vec<String> {
        let mut themes = vec![layer("default", DEFAULT)];
        themes.push(layer("sea", child));
        check(&themes, "sea", &["en".to_owned(), "cy".to_owned()])
            .iter()
            .map(|problem| match &problem.primary {
                Place::Theme { path, line, .. } => {
                    format!("{path}:{line}: {}. {}", problem.message, problem.help)
                }
                other => format!("{other:?}: {}. {}", problem.message, problem.help),
            })
            .collect()
    }

    const CHILD: (&str, &str) = ("theme.yaml", "name: Sea\nextends: default\n");
    const WELSH: (&str, &str) = ("strings/cy.yaml", "skip: Neidio\nback: Nôl\n");

    #[test]
    fn a_theme_in_order_has_no_message() {
        assert_eq!(messages(&[CHILD, WELSH]), Vec::<String>::new());
    }

    /// Each mistake gives one message, which holds these words, at this place.
    #[test]
    fn each_mistake_is_said_once_at_its_place() {
        for (path, text, place, words) in [
            (
                "pages/home.html",
                "{% extends \"default/pages/home.html\" %}\n{% block contnet %}x{% endblock contnet %}",
                "themes/sea/pages/home.html:2",
                "`contnet` is not defined in any parent",
            ),
            (
                "pages/home.html",
                "{% extends \"default/pages/hoem.html\" %}",
                "themes/sea/pages/home.html:1",
                "no such template",
            ),
            (
                "pages/home.html",
                "{% extends \"layouts/base.html\" %}\n\n{% block content %}{{ <tag wrod=\"x\" word=\"x\" /> }}{% endblock content %}",
                "themes/sea/pages/home.html:3",
                "Did you mean \u{201c}word\u{201d}?",
            ),
            (
                "pages/home.html",
                "{% extends \"layouts/base.html\" %}\n{% block content %}{{ <tag mark={ \"a\" ~ \"b\" } /> }}{% endblock content %}",
                "themes/sea/pages/home.html:2",
                "needs \u{201c}word\u{201d}",
            ),
            (
                "components/tag/tag.yaml",
                "about: A word.\narguments:\n  word: { type: integer, required: true }\n  mark: { type: string }\nexamples:\n  - name: One\n    arguments: { word: one }\n",
                "themes/sea/components/tag/tag.yaml:7",
                "a whole number",
            ),
            (
                "components/tag/tag.yaml",
                "about: A word.\narguments:\n  word: { type: string, required: true }\n  mrak: { type: string }\nexamples: []\n",
                "themes/sea/components/tag/tag.yaml:4",
                "mark",
            ),
            (
                "components/zz_sea/zz_sea.css",
                "/* x */\n:root { --ink: #999 }\n",
                "themes/sea/components/zz_sea/zz_sea.css:2",
                "2.8 : 1 in light mode",
            ),
            (
                "assets/base.css",
                ":root { --paper: #fff }\n",
                "themes/sea/theme.yaml:1",
                "--ink",
            ),
            (
                "strings/cy.yaml",
                "skip: Neidio\n",
                "themes/sea/strings/cy.yaml:1",
                "back",
            ),
        ] {
            let mut files = vec![CHILD];
            if path != WELSH.0 {
                files.push(WELSH);
            }
            files.push((path, text));
            let found = messages(&files);
            assert_eq!(found.len(), 1, "{path}: {found:#?}");
            assert!(found[0].starts_with(place), "{found:#?}");
            assert!(found[0].contains(words), "{found:#?}");
        }
    }

    #[test]
    fn a_theme_that_stands_alone_needs_every_page() {
        let words = ("strings/en.yaml", "skip: Skip\nback: Back\n");
        let found = messages(&[("theme.yaml", "name: Sea\n"), words, WELSH]);
        assert_eq!(found.len(), 1, "{found:#?}");
        assert!(found[0].contains("pages/home.html"), "{found:#?}");
    }
}
