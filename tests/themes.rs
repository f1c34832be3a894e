//! Every example of every component of the default theme renders, and passes the audits.

#![allow(
    clippy::disallowed_methods,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test reads the theme from the disk, and stops where it cannot"
)]

use std::path::Path;

use boardplan::audit::{AUDITS, audit_for};
use boardplan::diagnostic::Diagnostics;
use boardplan::output::{OutputPath, Outputs};
use boardplan::parse::theme::examples::{self, ComponentExample, ComponentGuide};
use boardplan::parse::theme::{self, Theme};
use boardplan::render::assets::Assets;
use boardplan::render::theme::{PageTemplates, Templates};
use boardplan::source::{ThemeFile, ThemeLayer};
use boardplan::workshop::check::check;

/// The place of the component in the HTML that an example puts around it.
const HERE: &str = "\u{2026}";

#[test]
fn the_default_theme_loads_without_a_problem() {
    let (theme, problems) = theme::read(&[default_layer()], "default", "en");
    assert_eq!(in_words(&problems), Vec::<String>::new());
    assert!(theme.is_some());
}

#[test]
fn the_bundled_themes_have_no_mistake() {
    let languages = ["en".to_owned(), "cy".to_owned()];
    for name in ["default", "report"] {
        let problems = check(&[layer("default"), layer("report")], name, &languages);
        assert_eq!(in_words(&problems), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn every_key_that_a_template_names_has_words() {
    let theme = theme_of(&default_layer());
    let mut wrong = Vec::new();
    for template in &theme.templates {
        for (key, is_whole) in keys(&template.text) {
            let is_known = if is_whole {
                theme.strings.find("en", key, None).is_some()
            } else {
                theme.strings.keys().any(|known| known.starts_with(key))
            };
            if !is_known {
                wrong.push(format!("{}: {key}", template.origin));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// For a language that is written from right to left a theme changes nothing: its style sheets speak
/// of start and end (CSS Logical Properties and Values Level 1).
#[test]
fn style_sheets_name_no_side() {
    let wrong: Vec<String> = ["default", "report"]
        .into_iter()
        .flat_map(|name| layer(name).files)
        .filter(|file| file.path.ends_with(".css"))
        .flat_map(|file| {
            let text = String::from_utf8(file.bytes).unwrap();
            let sided = declarations(&text).into_iter();
            sided
                .filter(|declaration| names_a_side(declaration))
                .map(|declaration| format!("{}: {declaration}", file.path))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_side_in_a_style_sheet_is_noticed() {
    let text = "a { margin-left: 0; /* right: 0 */ padding: 1px 2px 3px 4px }\n\
                @media print { b { text-align: right; left: 0; float: left; border-top-right-radius: 0 } }";
    let found: Vec<String> = declarations(text)
        .into_iter()
        .filter(|declaration| names_a_side(declaration))
        .collect();
    let expected = [
        "margin-left: 0",
        "padding: 1px 2px 3px 4px",
        "text-align: right",
        "left: 0",
        "float: left",
        "border-top-right-radius: 0",
    ];
    assert_eq!(found, expected);
    for fine in [
        "margin-inline-start: 0",
        "padding: 1px 2px 3px 2px",
        "text-align: start",
        "transform: rotate(45deg)",
        "transform-origin: center",
        "box-shadow: 0 0 0 1px red",
    ] {
        assert!(!names_a_side(fine), "{fine}");
    }
}

/// The declarations of a style sheet, as `property: value`, without comments.
fn declarations(text: &str) -> Vec<String> {
    let mut plain = String::new();
    for (index, part) in text.split("/*").enumerate() {
        plain.push_str(match part.split_once("*/") {
            Some((_, after)) if index > 0 => after,
            _ => part,
        });
    }
    let parts = plain.split(['{', '}', ';']).map(str::trim);
    parts
        .filter(|part| part.contains(": ") && !part.starts_with('@'))
        .map(str::to_owned)
        .collect()
}

fn names_a_side(declaration: &str) -> bool {
    let Some((property, value)) = declaration.split_once(':') else {
        return false;
    };
    let is_side = |word: &str| matches!(word, "left" | "right");
    let values: Vec<&str> = value.split_whitespace().collect();
    let is_box = matches!(
        property,
        "margin" | "padding" | "inset" | "border-width" | "border-style" | "border-color"
    );
    // Four values go round from the top: the second is the right, the fourth the left.
    let is_uneven = matches!(values[..], [_, right, _, left] if right != left);
    property.split('-').any(is_side)
        || values.iter().any(|value| is_side(value))
        || is_box && is_uneven
}

/// The keys of `t(key="…")` in a template, and whether each is whole or a beginning (`"a." ~ b`).
fn keys(text: &str) -> Vec<(&str, bool)> {
    text.split("t(key=\"")
        .skip(1)
        .filter_map(|rest| rest.split_once('"'))
        .map(|(key, after)| (key, !after.trim_start().starts_with('~')))
        .collect()
}

/// An author's heading may be "Progress" or "Our vision"; ids made from headings have no dot.
#[test]
fn ids_of_templates_are_none_that_a_heading_of_an_author_has() {
    let theme = theme_of(&default_layer());
    let mut clashes = Vec::new();
    for template in &theme.templates {
        for after in template.text.split(" id=\"").skip(1) {
            let id = after.split('"').next().unwrap();
            if !id.contains(['.', '{']) && id != "main" {
                clashes.push(format!("{}: {id}", template.origin));
            }
        }
    }
    assert!(clashes.is_empty(), "{}", clashes.join("\n"));
}

#[test]
fn every_component_has_a_guide_that_names_its_arguments_and_an_example() {
    let layer = default_layer();
    let templates = templates(&layer);
    let mut wrong = Vec::new();
    for (name, guide) in guides(&layer) {
        match templates.arguments(&name) {
            None => wrong.push(format!("{name}: there is no component of that name")),
            Some(taken) => {
                let told: Vec<&String> = guide
                    .arguments
                    .keys()
                    .filter(|argument| *argument != "body")
                    .collect();
                if told != taken.iter().collect::<Vec<_>>() {
                    wrong.push(format!(
                        "{name}: takes {taken:?}, and its guide names {told:?}"
                    ));
                }
            }
        }
        if guide.examples.iter().all(|example| example.hidden) {
            wrong.push(format!("{name}: has no example to look at"));
        }
    }
    for file in &layer.files {
        let is_template = file.path.starts_with("components/") && file.path.ends_with(".html");
        let guide = file.path.replace(".html", ".yaml");
        if is_template && !layer.files.iter().any(|file| file.path == guide) {
            wrong.push(format!("{}: has no guide {guide}", file.path));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_example_renders_and_passes_the_audits() {
    let layer = default_layer();
    let templates = templates(&layer);
    let mut wrong = Vec::new();
    for (name, guide) in guides(&layer) {
        for example in &guide.examples {
            let component = example.component.as_deref().unwrap_or(&name);
            match rendered(&templates, component, example) {
                Ok(html) => {
                    let problems = audited(&html);
                    wrong.extend(problems.into_iter().map(|problem| {
                        format!(
                            "{name}, \u{201c}{}\u{201d}: {problem}\n{html}\n",
                            example.name
                        )
                    }));
                }
                Err(problems) => {
                    wrong.extend(in_words(&problems).into_iter().map(|problem| {
                        format!("{name}, \u{201c}{}\u{201d}: {problem}", example.name)
                    }))
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn rendered(
    templates: &PageTemplates,
    component: &str,
    example: &ComponentExample,
) -> Result<String, Diagnostics> {
    let mut arguments = example.arguments.clone();
    let body = arguments.remove("body");
    let body = body.as_ref().and_then(|body| body.as_str());
    let surroundings = match &example.page {
        Some(page) => serde_json::json!({ "page": page }),
        None => serde_json::json!({}),
    };
    let html = templates.component(component, &arguments, &surroundings, body)?;
    Ok(match &example.wrap {
        Some(around) => around.replacen(HERE, &html, 1),
        None => html,
    })
}

/// What the audits find in a page that holds nothing else. Its links lead to pages of a site that
/// is not there, so they are not followed.
fn audited(html: &str) -> Vec<String> {
    let heading = if html.contains("<h1") {
        ""
    } else {
        "<h1>Example</h1>"
    };
    let page = format!(
        "<!doctype html>\n<html lang=\"en\"><head><title>Example</title></head><body>{heading}\n{html}\n</body></html>\n"
    );
    let mut outputs = Outputs::default();
    outputs.insert(OutputPath::new("index.html"), page.into_bytes());
    let alone = AUDITS.iter().filter(|audit| audit.name != "dead link");
    in_words(&audit_for(alone, &outputs))
}

fn templates(layer: &ThemeLayer) -> PageTemplates {
    let theme = theme_of(layer);
    let (assets, problems) = Assets::of(&theme, None);
    assert_eq!(in_words(&problems), Vec::<String>::new());
    match Templates::load(&theme, assets.names) {
        Ok(templates) => templates.for_pages("en", "", &()),
        Err(problems) => panic!("{}", in_words(&problems).join("\n")),
    }
}

fn theme_of(layer: &ThemeLayer) -> Theme {
    let (theme, problems) = theme::read(std::slice::from_ref(layer), "default", "en");
    theme.unwrap_or_else(|| panic!("{}", in_words(&problems).join("\n")))
}

/// The guides of all components, by the name of their folder.
fn guides(layer: &ThemeLayer) -> Vec<(String, ComponentGuide)> {
    layer
        .files
        .iter()
        .filter(|file| file.path.starts_with("components/") && file.path.ends_with(".yaml"))
        .map(|file| {
            let text = std::str::from_utf8(&file.bytes).unwrap();
            let (guide, problems) = examples::read(text, &file.path);
            let guide = guide.unwrap_or_else(|| panic!("{}", in_words(&problems).join("\n")));
            let name = Path::new(&file.path).file_stem().unwrap();
            (name.to_string_lossy().into_owned(), guide)
        })
        .collect()
}

fn default_layer() -> ThemeLayer {
    layer("default")
}

fn layer(name: &str) -> ThemeLayer {
    let origin = format!("themes/{name}");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(&origin);
    let files = walkdir::WalkDir::new(&root)
        .sort_by_file_name()
        .into_iter()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| ThemeFile {
            path: entry
                .path()
                .strip_prefix(&root)
                .unwrap()
                .to_string_lossy()
                .replace('\\', "/"),
            bytes: std::fs::read(entry.path()).unwrap(),
        })
        .collect();
    ThemeLayer {
        name: name.to_owned(),
        origin,
        files,
    }
}

fn in_words(problems: &Diagnostics) -> Vec<String> {
    problems
        .iter()
        .map(|problem| {
            format!(
                "{:?}: {}. {}",
                problem.primary, problem.message, problem.help
            )
        })
        .collect()
}
