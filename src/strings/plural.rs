//! Which form of a word goes with a number.
//!
//! The rules are the cardinal plural rules of Unicode CLDR for whole numbers
//! (Unicode Technical Standard #35, part 3, "Language Plural Rules").

/// A plural category of Unicode CLDR. Every language has `Other`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// `zero`: in Welsh 0.
    Zero,
    /// `one`: in English and Welsh 1.
    One,
    /// `two`: in Welsh 2.
    Two,
    /// `few`: in Welsh 3.
    Few,
    /// `many`: in Welsh 6.
    Many,
    /// `other`: every number that has no form of its own.
    Other,
}

impl Category {
    /// All categories, in the order of CLDR.
    pub const ALL: [Category; 6] = [
        Category::Zero,
        Category::One,
        Category::Two,
        Category::Few,
        Category::Many,
        Category::Other,
    ];

    /// The name under which a theme's words give the form: `one`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Category::Zero => "zero",
            Category::One => "one",
            Category::Two => "two",
            Category::Few => "few",
            Category::Many => "many",
            Category::Other => "other",
        }
    }

    /// The category with a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|category| category.name() == name)
    }

    /// The category of a whole number in a language (`en`, `cy-GB`).
    ///
    /// English: `one` is 1. Welsh: `zero` is 0, `one` is 1, `two` is 2, `few` is 3, `many` is 6.
    /// A language without a rule here is counted as English is.
    #[must_use]
    pub fn of(language: &str, count: usize) -> Self {
        match (primary(language), count) {
            ("cy", 0) => Category::Zero,
            (_, 1) => Category::One,
            ("cy", 2) => Category::Two,
            ("cy", 3) => Category::Few,
            ("cy", 6) => Category::Many,
            _ => Category::Other,
        }
    }
}

/// The language without region or script: `cy` of `cy-GB` (the primary subtag of BCP 47).
pub(super) fn primary(language: &str) -> &str {
    language.split(['-', '_']).next().unwrap_or(language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn welsh_has_six_forms_and_english_two() {
        let forms = |language| [0, 1, 2, 3, 4, 6, 11].map(|n| Category::of(language, n).name());
        assert_eq!(
            forms("cy"),
            ["zero", "one", "two", "few", "other", "many", "other"]
        );
        assert_eq!(
            forms("en-GB"),
            ["other", "one", "other", "other", "other", "other", "other"]
        );
    }
}
