//! The files of a new theme: it changes the default one a little, and says how to change more.

use crate::output::{OutputPath, Outputs};
use crate::scaffold::text::value;

/// The files of a theme with a title, in the folder `name`, as paths below the root.
#[must_use]
pub fn theme(title: &str, name: &str) -> Outputs {
    let mut files = Outputs::default();
    let mut add = |path: &str, text: String| {
        files.insert(OutputPath::new(format!("themes/{name}/{path}")), text);
    };
    add("theme.yaml", manifest(title));
    let styles = format!("components/zz_{0}/zz_{0}.css", name.replace('-', "_"));
    add(&styles, STYLES.to_owned());
    add("pages/home.html", HOME.to_owned());
    add("strings/en.yaml", WORDS.to_owned());
    files
}

fn manifest(title: &str) -> String {
    format!(
        "\
# A theme that changes another holds only what it changes; all else comes from the theme below.
name: {}
extends: default

# The settings that the default theme has, with values of your own. The board's colour is no
# setting of a theme: it is `colours:` in content/index.md.
# settings:
#   ground: \"#eef4f7\"
",
        value(title)
    )
}

const STYLES: &str = "\
/* Your colours, type and spaces. This file is read last, so that what you write here wins.
   `boardplan theme check` measures the colours. A dark mode has colours of its own. */

:root {
  --title-font: var(--text-font);
}

/*
@media (prefers-color-scheme: dark) {
  :root {
    --sunk: #1c2a33;
  }
}
*/
";

const HOME: &str = "\
{# One part of one page, changed: `block` names the part, `super()` is what stood there. #}
{% extends \"default/pages/home.html\" %}
{% block after_content %}
{{ super() }}
{% endblock after_content %}
";

const WORDS: &str = "\
# Words of your own. Take a key from strings/en.yaml of the default theme, and write your sentence.
# skip: Go to the content
";

#[cfg(test)]
mod tests {
    use crate::parse::theme;
    use crate::source::{ThemeFile, ThemeLayer};

    #[test]
    fn a_new_theme_can_be_read() {
        let files = super::theme("Sea: side", "sea");
        let layer = ThemeLayer {
            name: "sea".to_owned(),
            origin: "themes/sea".to_owned(),
            files: files
                .iter()
                .filter_map(|(path, file)| {
                    Some(ThemeFile {
                        path: path.as_str().strip_prefix("themes/sea/")?.to_owned(),
                        bytes: file.bytes.clone(),
                    })
                })
                .collect(),
        };
        let default = theme::tests::layer("default", &[("theme.yaml", "name: Default\n")]);
        let (read, problems) = theme::read(&[default, layer], "sea", "en");
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(read.unwrap().manifest.name, "Sea: side");
    }
}
