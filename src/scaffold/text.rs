//! Text in front matter, names of files, and the years of a plan.

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization as _;

/// A text as a value of front matter, in quotes where it needs them.
pub fn value(text: &str) -> String {
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // A text always has a YAML form; the fallback is one too.
    serde_yaml::to_string(&one_line).map_or_else(
        |_| format!("'{}'", one_line.replace('\'', "''")),
        |written| written.trim_end().to_owned(),
    )
}

/// The longest file name that is made from a title: long enough to know it again.
const LONGEST_NAME: usize = 60;

/// A file name from a title: small letters without accents, numbers and hyphens.
/// `None` where the title holds no letter or number that could be kept.
pub fn file_name(title: &str) -> Option<String> {
    let plain: String = title
        .nfd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        // An apostrophe stands inside a word: "children's" is "childrens", not "children-s".
        .filter(|c| !matches!(c, '\'' | '\u{2019}'))
        .map(|c| c.to_ascii_lowercase())
        .collect();
    let words = plain
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    let mut name = String::new();
    for word in words {
        if !name.is_empty() && name.len() + 1 + word.len() > LONGEST_NAME {
            break;
        }
        if !name.is_empty() {
            name.push('-');
        }
        name.push_str(word);
    }
    name.truncate(LONGEST_NAME);
    (!name.is_empty()).then_some(name)
}

/// A reference as the beginning of a file name: `1.10`, with anything unusual left out.
pub fn reference_name(reference: &str) -> String {
    let kept: String = reference
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '.')
        .collect();
    kept.trim_matches('.').to_ascii_lowercase()
}

/// The year in which the financial year (April to March) of a day begins.
pub fn financial_year(day: Date) -> i16 {
    if day.month() >= 4 {
        day.year()
    } else {
        day.year() - 1
    }
}

/// A day as the sample writes days: `9 June 2026`.
pub fn date(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_are_plain_and_short() {
        let name = file_name;
        assert_eq!(
            name("Children's Early Help – Year 1").as_deref(),
            Some("childrens-early-help-year-1")
        );
        assert_eq!(name("Y Dŵr a'r Tŷ").as_deref(), Some("y-dwr-ar-ty"));
        assert_eq!(name(" ?! "), None);
        assert!(name(&"long words ".repeat(30)).unwrap().len() <= LONGEST_NAME);
        assert!(name(&"x".repeat(300)).unwrap().len() <= LONGEST_NAME);
        assert_eq!(reference_name(" 1.10. "), "1.10");
        assert_eq!(reference_name("../A1"), "a1");
    }

    #[test]
    fn values_are_quoted_where_they_need_it() {
        assert_eq!(value("Early help"), "Early help");
        assert_eq!(
            value("Help: early\n and late #1"),
            "'Help: early and late #1'"
        );
        assert_eq!(value("1.10"), "'1.10'");
    }
}
