//! Languages, as authors write them where a code is wanted.

use crate::diagnostic::nearest;
use crate::parse::kind::is_language_code;

/// Names of languages with their codes (ISO 639-1): those spoken most in Britain and Ireland (main
/// languages, census of 2021), some in their own words.
const NAMES: [(&str, &str); 24] = [
    ("arabic", "ar"),
    ("bengali", "bn"),
    ("chinese", "zh"),
    ("cymraeg", "cy"),
    ("english", "en"),
    ("french", "fr"),
    ("gaeilge", "ga"),
    ("gaelic", "gd"),
    ("gujarati", "gu"),
    ("irish", "ga"),
    ("italian", "it"),
    ("lithuanian", "lt"),
    ("panjabi", "pa"),
    ("persian", "fa"),
    ("polish", "pl"),
    ("portuguese", "pt"),
    ("punjabi", "pa"),
    ("romanian", "ro"),
    ("scottish gaelic", "gd"),
    ("somali", "so"),
    ("spanish", "es"),
    ("ukrainian", "uk"),
    ("urdu", "ur"),
    ("welsh", "cy"),
];

/// The code that is meant by a language's name, or by its code in other letters.
pub(super) fn code_of_language(written: &str) -> Option<String> {
    let code = written.trim().to_lowercase().replace('_', "-");
    if is_language_code(&code) {
        return Some(code);
    }
    let name = nearest(written, NAMES.iter().map(|(name, _)| *name))?;
    let (_, code) = NAMES.iter().find(|(known, _)| *known == name)?;
    Some((*code).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_known_by_its_name_and_by_its_code_in_capitals() {
        for (written, code) in [
            ("Welsh", "cy"),
            ("Engish", "en"),
            ("CY", "cy"),
            ("en_gb", "en-gb"),
        ] {
            assert_eq!(
                code_of_language(written).as_deref(),
                Some(code),
                "{written}"
            );
        }
        assert_eq!(code_of_language("x"), None);
    }
}
