//! The pages of the gallery as HTML. They are the program's own, in English, so that a theme that
//! does not work yet can still be looked at.

use crate::derive::html::Html;
use crate::parse::theme::Theme;
use crate::parse::theme::examples::ComponentGuide;
use crate::render::assets::AssetNames;
use crate::workshop::gallery::{ROOT, Shown};

/// What all pages of the gallery of a theme share.
pub(super) struct Frame<'a> {
    theme: &'a str,
    /// The addresses of the theme's style sheets.
    styles: Vec<String>,
    /// The address of its icon, if it has one.
    icon: Option<String>,
}

impl<'a> Frame<'a> {
    pub fn of(theme: &'a Theme, assets: &AssetNames) -> Self {
        Self {
            theme: &theme.manifest.name,
            styles: ["brand.css", "site.css"]
                .into_iter()
                .filter_map(|name| assets.published(name))
                .map(|path| format!("{ROOT}{path}"))
                .collect(),
            icon: assets
                .published("icon.svg")
                .map(|path| format!("{ROOT}{path}")),
        }
    }

    /// The list of all components, each with what it is for.
    pub fn index<'b>(&self, components: impl Iterator<Item = (&'b str, &'b str)>) -> String {
        let mut main = Html::new();
        main.element(
            "h1",
            &[],
            &format!("Components of the theme {}", self.theme),
        );
        main.element(
            "p",
            &[],
            "Each component with what it takes and every example, as a visitor would see it. These pages are never part of a public site.",
        );
        main.open("dl", &[("class", "gallery-links")]);
        for (name, about) in components {
            main.open("dt", &[]);
            main.element("a", &[("href", &format!("{name}.html"))], name);
            main.close("dt");
            main.element("dd", &[], about);
        }
        main.close("dl");
        self.document("gallery", "Components", &main)
    }

    /// What a component is for, what it takes, and its examples in frames.
    pub fn component(&self, name: &str, guide: &ComponentGuide, shown: &[Shown<'_>]) -> String {
        let mut main = Html::new();
        main.open("p", &[("class", "gallery-links")]);
        main.element("a", &[("href", "index.html")], "All components");
        main.close("p");
        main.element("h1", &[], name);
        main.element("p", &[("class", "lead")], &guide.about);
        main.element("h2", &[], "What it takes");
        if guide.arguments.is_empty() {
            main.element("p", &[], "Nothing.");
        } else {
            arguments(guide, &mut main);
        }
        main.element("p", &[], "In a template:");
        main.open("pre", &[("class", "gallery-call")]);
        main.element("code", &[], &call_of(name, guide));
        main.close("pre");
        for each in shown {
            example(each, &mut main);
        }
        self.document("gallery-component", name, &main)
    }

    /// One example and nothing else.
    pub fn example(&self, component: &str, shown: &Shown<'_>) -> String {
        let html = &shown.html;
        let title = format!("{component}: {}", shown.example.name);
        let mut heading = Html::new();
        if !html.contains("<h1") {
            heading.element("h1", &[("class", "visually-hidden")], &title);
        }
        for level in missing_levels(html) {
            heading.element(level, &[("class", "visually-hidden")], &title);
        }
        // What is a landmark itself stands beside the main part of a page, not inside it.
        let is_landmark = ["<aside", "<header", "<footer", "<nav"]
            .iter()
            .any(|tag| html.trim_start().starts_with(tag));
        let body = if is_landmark {
            format!("<main>{heading}</main>\n{html}")
        } else {
            format!("<main class=\"flow\">{heading}\n{html}\n</main>")
        };
        self.page("gallery-example", &title, &body)
    }

    fn document(&self, kind: &str, title: &str, main: &Html) -> String {
        let title = format!("{title} – gallery of the theme {}", self.theme);
        self.page(
            kind,
            &title,
            &format!("<main class=\"flow\">\n{main}\n</main>"),
        )
    }

    fn page(&self, kind: &str, title: &str, body: &str) -> String {
        let title = Html::from_text(title);
        let icon = self.icon.as_ref().map_or_else(String::new, |href| {
            format!("<link rel=\"icon\" href=\"{href}\" type=\"image/svg+xml\">\n")
        });
        let styles: String = self
            .styles
            .iter()
            .map(String::as_str)
            .chain(["gallery.css"])
            .map(|href| format!("<link rel=\"stylesheet\" href=\"{href}\">\n"))
            .collect();
        format!(
            "<!doctype html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{title}</title>\n<meta name=\"robots\" content=\"noindex\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n{icon}{styles}</head>\n\
             <body data-page=\"{kind}\">\n{body}\n</body>\n</html>\n"
        )
    }
}

/// The headings that a page would have above the first heading of an example, below the `h1`.
fn missing_levels(html: &str) -> &'static [&'static str] {
    let first = ["<h1", "<h2", "<h3", "<h4"]
        .iter()
        .zip(1..)
        .filter_map(|(tag, level)| Some((html.find(tag)?, level)))
        .min();
    match first {
        Some((_, 3)) => &["h2"],
        Some((_, 4)) => &["h2", "h3"],
        _ => &[],
    }
}

fn arguments(guide: &ComponentGuide, main: &mut Html) {
    let region = [
        ("class", "scroll-region"),
        ("role", "region"),
        ("aria-label", "Arguments"),
        ("tabindex", "0"),
    ];
    main.open("div", &region);
    main.open("table", &[("class", "gallery-arguments")]);
    main.element("caption", &[], "Arguments");
    main.open("thead", &[]);
    main.open("tr", &[]);
    for heading in ["Name", "Type", "Needed", "Without it", "What it does"] {
        main.element("th", &[("scope", "col")], heading);
    }
    main.close("tr");
    main.close("thead");
    main.open("tbody", &[]);
    for (name, argument) in &guide.arguments {
        main.open("tr", &[]);
        main.element("th", &[("scope", "row")], name);
        main.element("td", &[], &argument.kind);
        main.element("td", &[], if argument.required { "yes" } else { "no" });
        let default = argument.default.as_ref().map(ToString::to_string);
        main.element("td", &[], default.as_deref().unwrap_or("–"));
        main.element("td", &[], argument.about.as_deref().unwrap_or("–"));
        main.close("tr");
    }
    main.close("tbody");
    main.close("table");
    main.close("div");
}

/// How a template calls a component: `{{ <notice notice={…} /> }}`.
fn call_of(name: &str, guide: &ComponentGuide) -> String {
    let takes_body = guide.arguments.contains_key("body");
    let arguments: String = guide
        .arguments
        .iter()
        .filter(|(argument, guide)| *argument != "body" && guide.required)
        .map(|(argument, _)| format!(" {argument}={{\u{2026}}}"))
        .collect();
    if takes_body {
        format!("{{% <{name}{arguments}> %}}\u{2026}{{% </{name}> %}}")
    } else {
        format!("{{{{ <{name}{arguments} /> }}}}")
    }
}

fn example(shown: &Shown<'_>, main: &mut Html) {
    let name = &shown.example.name;
    main.open("section", &[("class", "gallery-example")]);
    main.element("h2", &[], name);
    if shown.example.hidden {
        main.element("p", &[("class", "hint")], "An odd one, for tests.");
    }
    main.open(
        "iframe",
        &[("src", &shown.file), ("title", &format!("Example: {name}"))],
    );
    main.close("iframe");
    main.open("p", &[("class", "gallery-links")]);
    main.element(
        "a",
        &[("href", &shown.file)],
        &format!("Open \u{201c}{name}\u{201d} by itself"),
    );
    main.close("p");
    main.open("details", &[]);
    main.element("summary", &[], &format!("HTML of \u{201c}{name}\u{201d}"));
    main.open("pre", &[]);
    main.element("code", &[], shown.html.trim());
    main.close("pre");
    main.close("details");
    main.close("section");
}
