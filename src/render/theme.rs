//! The template engine: a theme's templates, loaded once, and the functions they may call.
//!
//! Templates receive finished views and can call two functions of ours:
//!
//! - `t(key="skip", count=3, name=value)`: the theme's own words in the language of the page. The
//!   result is finished HTML; words and values are escaped, except values that are HTML already.
//! - `asset(path="site.css")`: the address of a file of the theme, relative to the page.
//!
//! Both work inside components too. A component does not see the page that calls it, so there is
//! one set of functions for each language and depth of folders ([`PageTemplates`]).

mod problems;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use tera::{Context, Error, Kwargs, State, Tera, TeraResult, Value};

use crate::derive::html::Html;
use crate::diagnostic::{Diagnostics, nearest};
use crate::parse::theme::Theme;
use crate::render::assets::AssetNames;
use crate::render::theme::problems::Origins;
use crate::strings::Strings;

/// A theme whose templates are loaded and known to fit together.
pub struct Templates {
    tera: Tera,
    strings: Arc<Strings>,
    assets: Arc<AssetNames>,
    origins: Arc<Origins>,
}

/// The templates for all pages of one language at one depth of folders.
pub struct PageTemplates {
    tera: Tera,
    origins: Arc<Origins>,
}

impl Templates {
    /// Loads all templates of a theme.
    ///
    /// # Errors
    ///
    /// Every problem that can be seen without a page, each at its place in the theme.
    pub fn load(theme: &Theme, assets: AssetNames) -> Result<Self, Diagnostics> {
        let strings = Arc::new(theme.strings.clone());
        let assets = Arc::new(assets);
        let origins = Arc::new(Origins::of(theme));
        let mut tera = Tera::new();
        // A bare name is looked for in each layer, the child first.
        let prefixes: Vec<String> = theme
            .layers
            .iter()
            .map(|layer| format!("{}/", layer.name))
            .collect();
        tera.set_fallback_prefixes(prefixes)
            .map_err(|error| origins.diagnostics(&error))?;
        // Functions come before templates, so that an unknown one is found at once. These stand
        // in until a page's own take their place.
        register(&mut tera, "", "", &strings, &assets);
        tera.add_raw_templates(
            theme
                .templates
                .iter()
                .map(|template| (template.name.as_str(), template.text.as_str())),
        )
        .map_err(|error| origins.diagnostics(&error))?;
        tera.global_context().insert("theme", &theme.settings);
        Ok(Self {
            tera,
            strings,
            assets,
            origins,
        })
    }

    /// Whether the theme has a template, in any layer.
    #[must_use]
    pub fn has(&self, template: &str) -> bool {
        self.tera.get_template_names().any(|name| {
            name.split_once('/')
                .is_some_and(|(_, path)| path == template)
        })
    }

    /// The templates for pages in a language, `root` (`../`) away from the root of the site.
    /// `site` is what all of them see under that name.
    #[must_use]
    pub fn for_pages(&self, language: &str, root: &str, site: &impl Serialize) -> PageTemplates {
        let mut tera = self.tera.clone();
        register(&mut tera, language, root, &self.strings, &self.assets);
        tera.global_context().insert("site", site);
        PageTemplates {
            tera,
            origins: Arc::clone(&self.origins),
        }
    }
}

impl PageTemplates {
    /// Renders a template (`pages/action.html`, from the nearest layer) with the fields of a view.
    ///
    /// # Errors
    ///
    /// What went wrong, at its place in the theme.
    pub fn page(&self, template: &str, view: &impl Serialize) -> Result<String, Diagnostics> {
        Context::from_serialize(view)
            .and_then(|context| self.tera.render(template, &context))
            .map_err(|error| self.origins.diagnostics(&error))
    }

    /// Renders one component alone, with its arguments by name, `body` where it takes one, and
    /// `surroundings`: what it may ask for from the page with `@name`.
    ///
    /// # Errors
    ///
    /// What went wrong, at its place in the theme.
    pub fn component(
        &self,
        name: &str,
        arguments: &impl Serialize,
        surroundings: &impl Serialize,
        body: Option<&str>,
    ) -> Result<String, Diagnostics> {
        let render = || {
            let arguments = Context::from_serialize(arguments)?;
            let surroundings = Context::from_serialize(surroundings)?;
            self.tera
                .render_component_with_implicits(name, &arguments, &surroundings, body, true)
        };
        render().map_err(|error| self.origins.diagnostics(&error))
    }

    /// The names of the arguments that a component takes, sorted, `body` not among them; `None`
    /// where there is no such component.
    #[must_use]
    pub fn arguments(&self, component: &str) -> Option<Vec<String>> {
        let definition = self.tera.get_component_definition(component)?;
        let mut names: Vec<String> = definition
            .args()
            .iter()
            .map(|argument| argument.name().to_owned())
            .collect();
        names.sort_unstable();
        Some(names)
    }

    /// The names of the arguments that a component must be given, sorted; none where there is no
    /// such component.
    #[must_use]
    pub fn required_arguments(&self, component: &str) -> Vec<String> {
        let Some(definition) = self.tera.get_component_definition(component) else {
            return Vec::new();
        };
        let mut names: Vec<String> = definition
            .args()
            .iter()
            .filter(|argument| argument.is_required() && !argument.is_implicit())
            .map(|argument| argument.name().to_owned())
            .collect();
        names.sort_unstable();
        names
    }

    /// The names of all components, sorted.
    #[must_use]
    pub fn components(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.tera.get_component_names().collect();
        names.sort_unstable();
        names
    }
}

fn register(
    tera: &mut Tera,
    language: &str,
    root: &str,
    strings: &Arc<Strings>,
    assets: &Arc<AssetNames>,
) {
    let words = Arc::clone(strings);
    let language = language.to_owned();
    tera.register_function("t", move |arguments: Kwargs, state: &State| {
        words_for(&words, &language, &arguments, state)
    });
    let names = Arc::clone(assets);
    let root = root.to_owned();
    tera.register_function("asset", move |arguments: Kwargs, _: &State| {
        address_of(&names, &root, &arguments)
    });
}

/// `t(key=…, count=…, …)`.
fn words_for(
    strings: &Strings,
    language: &str,
    arguments: &Kwargs,
    state: &State,
) -> TeraResult<Value> {
    let key: &str = arguments.must_get("key")?;
    let count: Option<usize> = arguments.get("count")?;
    let Some(message) = strings.find(language, key, count) else {
        let known = match nearest(key, strings.keys()) {
            Some(near) => format!("; did you mean \"{near}\"?"),
            None => String::new(),
        };
        return Err(Error::message(format!(
            "there are no words for the key \"{key}\" in strings/{known}"
        )));
    };
    let mut values: BTreeMap<Cow<'_, str>, String> = BTreeMap::new();
    for (name, value) in arguments.iter() {
        if let Some(name) = name.as_str() {
            values.insert(Cow::Borrowed(name), state.escape_if_needed(value)?);
        }
    }
    if let Some(slot) = message.slots().find(|slot| !values.contains_key(*slot)) {
        return Err(Error::message(format!(
            "the words \"{key}\" have a place {{{slot}}}, and no value `{slot}=…` is given for it"
        )));
    }
    let pairs: Vec<(&str, &str)> = values
        .iter()
        .map(|(name, value)| (name.as_ref(), value.as_str()))
        .collect();
    let escape = |words: &str| Html::from_text(words).to_string();
    Ok(Value::safe_string(&message.fill_with(escape, &pairs)))
}

/// `asset(path=…)`.
fn address_of(assets: &AssetNames, root: &str, arguments: &Kwargs) -> TeraResult<Value> {
    let path: &str = arguments.must_get("path")?;
    match assets.published(path) {
        Some(published) => Ok(Value::from(format!("{root}{published}"))),
        None => {
            let help = match nearest(path, assets.paths()) {
                Some(near) => format!("did you mean \"{near}\"?"),
                None => "the files are named as below assets/".to_owned(),
            };
            Err(Error::message(format!(
                "there is no file \"{path}\" in assets/; {help}"
            )))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;
    use crate::parse::theme;
    use crate::parse::theme::tests::layer;
    use crate::render::assets::Assets;
    use crate::source::ThemeLayer;

    const WORDS: (&str, &str) = (
        "strings/en.yaml",
        "skip: Skip & go\nfound:\n  one: '{count} of {what}'\n  other: '{count} ofs {what}'\n",
    );

    fn load(layers: &[ThemeLayer], wanted: &str) -> Result<Templates, Diagnostics> {
        let theme = theme::read(layers, wanted, "en").0.unwrap();
        Templates::load(&theme, Assets::of(&theme, None).0.names)
    }

    fn page(files: &[(&str, &str)]) -> Result<String, Diagnostics> {
        let mut all = vec![("theme.yaml", "name: Default\n"), WORDS];
        all.extend(files);
        load(&[layer("default", &all)], "default")?
            .for_pages("cy", "../", &"site")
            .page(
                "pages/home.html",
                &serde_json::json!({"title": "A & B", "html": "<b>x</b>"}),
            )
    }

    fn problem(files: &[(&str, &str)]) -> (Place, String) {
        let problem = page(files).unwrap_err().into_iter().next().unwrap();
        (problem.primary, problem.message)
    }

    fn at(line: usize, column: usize) -> Place {
        Place::Theme {
            path: "themes/default/pages/home.html".to_owned(),
            line,
            column,
        }
    }

    #[test]
    fn words_and_addresses_are_right_inside_components_too() {
        let html = page(&[
            ("assets/base.css", ""),
            ("pages/home.html", "{{ site }} {{<skip />}}"),
            (
                "components/skip/skip.html",
                "{% component skip() %}<a href=\"{{ asset(path='site.css') }}\">{{ t(key='skip') }}</a>{% endcomponent skip %}",
            ),
        ]);
        let html = html.unwrap();
        assert!(html.starts_with("site <a href=\"../assets/site."), "{html}");
        assert!(html.ends_with(".css\">Skip &amp; go</a>"), "{html}");
    }

    #[test]
    fn values_are_escaped_unless_they_are_html() {
        let template = "{{ t(key='found', count=1, what=title) }}; {{ t(key='found', count=2, what=html|safe) }}";
        assert_eq!(
            page(&[("pages/home.html", template)]).unwrap(),
            "1 of A &amp; B; 2 ofs <b>x</b>"
        );
    }

    #[test]
    fn a_problem_stands_at_its_line_and_names_what_is_near() {
        let (place, message) = problem(&[("pages/home.html", "x\n{{ t(key='skipp') }}")]);
        assert_eq!(place, at(2, 4));
        assert!(message.contains("did you mean \"skip\"?"), "{message}");

        let (_, message) = problem(&[("pages/home.html", "{{ t(key='found', count=1) }}")]);
        assert!(message.contains("`what=…`"), "{message}");

        let (_, message) = problem(&[("pages/home.html", "{{ asset(path='sit.css') }}")]);
        assert!(message.contains("did you mean \"site.css\"?"), "{message}");

        let (place, message) = problem(&[("pages/home.html", "x {{ titel }}")]);
        assert_eq!(place, at(1, 6));
        assert!(message.contains("titel"), "{message}");

        let (place, _) = problem(&[("pages/home.html", "{{ nothing() }}")]);
        assert_eq!(place, at(1, 4));

        let (place, _) = problem(&[("pages/home.html", "{% if %}")]);
        assert_eq!(place, at(1, 7));

        let (place, _) = problem(&[("pages/other.html", "")]);
        assert_eq!(
            place,
            Place::Path("themes/default/pages/home.html".to_owned())
        );
    }

    #[test]
    fn a_child_changes_one_block_and_one_component() {
        let default = layer(
            "default",
            &[
                ("theme.yaml", "name: Default\n"),
                (
                    "components/tag/tag.html",
                    "{% component tag() %}old{% endcomponent tag %}",
                ),
                (
                    "pages/home.html",
                    "{% block a %}a{% endblock %}{% block b %}{{<tag />}}{% endblock %}",
                ),
            ],
        );
        let child = layer(
            "sea",
            &[
                ("theme.yaml", "name: Sea\nextends: default\n"),
                (
                    "components/tag/tag.html",
                    "{% component tag() %}new{% endcomponent tag %}",
                ),
                (
                    "pages/home.html",
                    "{% extends \"default/pages/home.html\" %}{% block a %}[{{ super() }}]{% endblock %}",
                ),
            ],
        );
        let templates = load(&[default, child], "sea").unwrap();
        let pages = templates.for_pages("en", "", &());
        let nothing = BTreeMap::<String, String>::new();
        assert_eq!(pages.page("pages/home.html", &nothing).unwrap(), "[a]new");
        assert_eq!(
            pages.component("tag", &nothing, &nothing, None).unwrap(),
            "new"
        );
        assert_eq!(pages.components(), ["tag"]);
    }
}
