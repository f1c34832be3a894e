//! Style sheets, scripts, icons and fonts: named by what they hold, so that a browser may keep
//! them for ever and never shows an old one.

mod brand;
mod compact;
mod urls;

use std::collections::BTreeMap;

use crate::colour::Colour;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, codes, nearest};
use crate::output::{OutputPath, Outputs};
use crate::parse::theme::{Theme, ThemeAsset};
use crate::render::assets::compact::compact;
use crate::render::{Input, Made};

/// The folder of all assets in the site.
const FOLDER: &str = "assets";

/// The style sheet of the theme with those of its components.
const SITE_STYLES: &str = "site.css";

/// The part of [`SITE_STYLES`] that the theme keeps in `assets/`; it comes first.
const BASE_STYLES: &str = "base.css";

/// The board's own colour; it exists only where the board chose one.
const BRAND_STYLES: &str = "brand.css";

/// How the name of a published file follows from the name that templates use.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AssetNames(BTreeMap<String, String>);

impl AssetNames {
    /// The path from the root of the site: `assets/site.3f2a9c1b0e.css` for `site.css`.
    #[must_use]
    pub fn published(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(String::as_str)
    }

    /// The names that templates may use, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

/// All assets of a site, ready to be published.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    /// How templates find them.
    pub names: AssetNames,
    /// The files.
    pub outputs: Outputs,
}

impl Assets {
    /// Puts together the assets of a theme: its style sheets as one, the board's colour, and
    /// every other file as it is.
    #[must_use]
    pub fn of(theme: &Theme, brand: Option<Colour>) -> (Self, Diagnostics) {
        let mut assets = Self::default();
        let mut problems = Diagnostics::new();
        let (style_sheets, others): (Vec<_>, Vec<_>) = theme
            .assets
            .iter()
            .filter(|asset| asset.path != BASE_STYLES)
            .partition(|asset| asset.path.ends_with(".css"));
        for asset in others {
            assets.add(&asset.path, asset.bytes.clone());
        }
        // Style sheets name other files, so they come when those have their names.
        for asset in style_sheets {
            let text = assets.style_sheet(asset, &mut problems);
            assets.add(&asset.path, text.into_bytes());
        }
        let base = theme
            .assets
            .iter()
            .filter(|asset| asset.path == BASE_STYLES);
        let site: String = base
            .chain(&theme.component_styles)
            .map(|asset| assets.style_sheet(asset, &mut problems))
            .collect();
        assets.add(SITE_STYLES, site.into_bytes());
        if let Some(colour) = brand {
            let text = brand::style_sheet(colour, &theme.settings);
            assets.add(BRAND_STYLES, text.into_bytes());
        }
        (assets, problems)
    }

    fn add(&mut self, path: &str, bytes: Vec<u8>) {
        let published = format!("{FOLDER}/{}", hashed_name(path, &bytes));
        self.outputs
            .insert(OutputPath::new(published.as_str()), bytes);
        self.names.0.insert(path.to_owned(), published);
    }

    /// A style sheet as it is published: with the published names of the files it uses, without
    /// its comments, with a line end at its end.
    fn style_sheet(&self, asset: &ThemeAsset, problems: &mut Diagnostics) -> String {
        let text = String::from_utf8_lossy(&asset.bytes);
        let mut rewritten = urls::rewrite(&text, |url, offset| {
            let (path, fragment) = match url.find('#') {
                Some(at) => url.split_at(at),
                None => (url, ""),
            };
            match self.names.published(path) {
                Some(published) => {
                    // All style sheets are published in the folder itself or in one below it.
                    let depth = asset_depth(asset);
                    let below = published.trim_start_matches(FOLDER).trim_start_matches('/');
                    Some(format!("{}{below}{fragment}", "../".repeat(depth)))
                }
                None => {
                    problems.push(unknown_file(asset, &text, offset, path, &self.names));
                    None
                }
            }
        });
        rewritten = compact(&rewritten);
        rewritten.push('\n');
        rewritten
    }
}

/// The files of the theme.
pub(super) fn make(input: &Input<'_>) -> Made {
    Made::files(
        input
            .assets
            .outputs
            .iter()
            .map(|(path, file)| (path.clone(), file.bytes.clone())),
    )
}

/// How deep below the assets folder a style sheet is published; those that become part of
/// [`SITE_STYLES`] stand in the folder itself.
fn asset_depth(asset: &ThemeAsset) -> usize {
    if asset.path.starts_with("components/") {
        0
    } else {
        asset.path.matches('/').count()
    }
}

fn unknown_file(
    asset: &ThemeAsset,
    text: &str,
    offset: usize,
    path: &str,
    names: &AssetNames,
) -> Diagnostic {
    let place = crate::source::LineIndex::new(text).position(offset);
    let help = match nearest(path, names.paths()) {
        Some(near) => format!("Did you mean \u{201c}{near}\u{201d}?"),
        None => "Name a file of the theme's folder assets/, without that folder".to_owned(),
    };
    Diagnostic::new(
        &codes::BROKEN_THEME,
        Place::Theme {
            path: asset.origin.clone(),
            line: place.line,
            column: place.column,
        },
        format!(
            "The style sheet uses \u{201c}{path}\u{201d}, and there is no such file in assets/"
        ),
        help,
    )
}

/// `icons/logo.svg` becomes `icons/logo.<first 10 hexadecimal digits of BLAKE3>.svg`.
fn hashed_name(path: &str, bytes: &[u8]) -> String {
    let hash = blake3::hash(bytes).to_hex();
    let hash = &hash.as_str()[..10];
    let name_at = path.rfind('/').map_or(0, |slash| slash + 1);
    match path[name_at..].rfind('.') {
        Some(dot) => {
            let (stem, ending) = path.split_at(name_at + dot);
            format!("{stem}.{hash}{ending}")
        }
        None => format!("{path}.{hash}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::theme;
    use crate::parse::theme::tests::layer;

    fn theme_of(files: &[(&str, &str)]) -> Theme {
        let mut all = vec![("theme.yaml", "name: Test\n")];
        all.extend(files);
        theme::read(&[layer("test", &all)], "test", "en").0.unwrap()
    }

    #[test]
    fn names_follow_from_what_a_file_holds() {
        let name = hashed_name("icons/a.b.svg", b"x");
        assert!(name.starts_with("icons/a.b."), "{name}");
        assert!(name.ends_with(".svg"), "{name}");
        assert_eq!(name.len(), "icons/a.b.0123456789.svg".len());
        assert_ne!(name, hashed_name("icons/a.b.svg", b"y"));
        assert_eq!(hashed_name("a.b/licence", b"x").matches('.').count(), 2);
    }

    #[test]
    fn style_sheets_become_one_and_point_to_the_published_names() {
        let theme = theme_of(&[
            ("assets/base.css", "a{background:url(icons/x.svg#y)}"),
            ("assets/icons/x.svg", "<svg/>"),
            ("components/b/b.css", "b{}"),
            ("components/a/a.css", "a{}"),
        ]);
        let (assets, problems) = Assets::of(&theme, None);
        assert!(problems.is_empty());
        let icon = assets.names.published("icons/x.svg").unwrap();
        let site = assets
            .outputs
            .get(assets.names.published("site.css").unwrap())
            .unwrap();
        let expected = format!(
            "a{{background:url({}#y)}}\na{{}}\nb{{}}\n",
            icon.strip_prefix("assets/").unwrap()
        );
        assert_eq!(String::from_utf8_lossy(&site.bytes), expected);
        assert_eq!(assets.names.published("brand.css"), None);
        assert_eq!(assets.names.published("base.css"), None);
    }

    #[test]
    fn a_style_sheet_that_uses_a_file_which_is_not_there_is_reported() {
        let theme = theme_of(&[("assets/base.css", "a{}\nb{background:url('x.svg')}")]);
        let (_, problems) = Assets::of(&theme, None);
        let problem = problems.iter().next().unwrap();
        let place = Place::Theme {
            path: "themes/test/assets/base.css".to_owned(),
            line: 2,
            column: 19,
        };
        assert_eq!(problem.primary, place);
    }
}
