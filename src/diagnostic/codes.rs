//! Every kind of problem that a build can report, in one visible list.
//!
//! The names are what authors write under `checks` in `index.md`.

/// How serious a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// A fact would be lost, wrong, or published against the author's wish; a link would be
    /// dead; or the law is broken. A build with an error writes nothing.
    Error,
    /// All else that deserves a look.
    Warning,
}

impl Severity {
    /// The word that is printed: `error` or `warning`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// One kind of problem.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// Its name: `unknown-field`.
    pub name: &'static str,
    /// Its usual severity. A code that is an error here cannot be turned off.
    pub severity: Severity,
    /// What it is about, in one line.
    pub title: &'static str,
}

/// The codes that are about the wording of a page, of which there can be very many.
pub static WORDING: &[&Code] = &[
    &CAPITALS,
    &VAGUE_LINK,
    &BARE_ADDRESS,
    &LONG_SENTENCE,
    &WORD_TO_AVOID,
];

/// The code with a name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Code> {
    ALL.iter().copied().find(|code| code.name == name)
}

macro_rules! codes {
    ($($severity:ident { $($constant:ident = $name:literal, $title:literal;)* })*) => {
        $($(
            #[doc = $title]
            pub static $constant: Code = Code {
                name: $name,
                severity: Severity::$severity,
                title: $title,
            };
        )*)*

        /// All codes, errors first.
        pub static ALL: &[&Code] = &[$($(&$constant,)*)*];
    };
}

codes! {
    Error {
        // Files and folders
        BAD_ENCODING = "bad-encoding", "A file is not UTF-8 text";
        UNREADABLE_FILE = "unreadable-file", "A file cannot be opened";
        LINK_LEAVES_CONTENT = "link-leaves-content", "A symbolic link stands in the content";
        BAD_FILE_NAME = "bad-file-name", "A name that some computers cannot hold";
        MISSING_FILE = "missing-file", "A file that a folder needs is not there";
        TOO_LARGE = "too-large", "A page is larger than 1 MB, or nested deeper than 20 levels";
        SAME_ADDRESS = "same-address", "Two files would be published at one address";
        RESERVED_ADDRESS = "reserved-address", "A file would take an address that boardplan uses itself";
        TWIN_WITHOUT_ORIGINAL = "twin-without-original", "A translation has no original beside it";
        MISPLACED_FILE = "misplaced-file", "An action stands in the wrong folder";
        TWO_VERSIONS = "two-versions", "Two versions of a page stand in one file";
        // Front matter
        MISSING_FRONT_MATTER = "missing-front-matter", "A page does not begin with its facts between two --- lines";
        BAD_FRONT_MATTER = "bad-front-matter", "The facts at the top of a page cannot be read";
        UNKNOWN_FIELD = "unknown-field", "A field that this kind of page does not have";
        REPEATED_FIELD = "repeated-field", "A field stands twice";
        MISSING_FIELD = "missing-field", "A required field is not there";
        EMPTY_FIELD = "empty-field", "A required field has no value";
        WRONG_SHAPE = "wrong-shape", "A list where text belongs, or the reverse";
        BAD_VALUE = "bad-value", "A value that its field cannot take";
        BAD_DATE = "bad-date", "A date or time that does not exist, is none, or has two readings";
        END_BEFORE_START = "end-before-start", "An end that lies before its start";
        CUT_VALUE = "cut-value", "A value is cut short by a # sign";
        // Names and references
        UNKNOWN_NAME = "unknown-name", "A name that must be known is not";
        SAME_NAME = "same-name", "Two entries of one kind have the same name";
        SAME_REF = "same-ref", "One reference is used twice";
        SAME_ABBREVIATION = "same-abbreviation", "One abbreviation stands for two terms";
        REPORTING_LOOP = "reporting-loop", "Groups report to each other in a circle";
        // Links and bodies
        DEAD_LINK = "dead-link", "A link leads nowhere";
        LINK_TO_DRAFT = "link-to-draft", "A link leads to a page that is not published";
        UNSAFE_LINK = "unsafe-link", "A link that could run a program in the reader's browser";
        SAME_HEADING_ID = "same-heading-id", "Two headings of a page have the same id";
        MISSING_TEXT_ALTERNATIVE = "missing-text-alternative", "A picture without words for those who cannot see it";
        TABLE_ROW_TOO_LONG = "table-row-too-long", "A table row has more cells than the table has columns";
        UNCLOSED_COMMENT = "unclosed-comment", "A comment in a text that is never closed";
        BAD_DIAGRAM = "bad-diagram", "A diagram that cannot be drawn";
        // The law, and the look
        BRAND_CONTRAST_TOO_LOW = "brand-contrast-too-low", "The brand colour cannot be told from white";
        BROKEN_THEME = "broken-theme", "The theme cannot be used";
        BROKEN_PAGE = "broken-page", "The theme made a page that does not work";
    }
    Warning {
        // Files
        UNUSED_FILE = "unused-file", "A file that no page uses; it is not published";
        MISPLACED_PAGE = "misplaced-page", "A file that this folder has no place for; it is not published";
        AWKWARD_FILE_NAME = "awkward-file-name", "A file name that makes an ugly address";
        LARGE_FILE = "large-file", "A file that is slow to load";
        UNLISTED_LANGUAGE = "unlisted-language", "A file name that looks like a translation into a language that is not listed";
        CURLY_QUOTES = "curly-quotes", "Curly quotes around a value";
        NO_PRIORITIES = "no-priorities", "A plan without priorities";
        // Names
        UNRESOLVED_NAME = "unresolved-name", "A name that is not known; it is published as written";
        AMBIGUOUS_NAME = "ambiguous-name", "A name that could mean two entries; it is published as written";
        SAME_SHORT_NAME = "same-short-name", "A short name or alias is used twice";
        GAP_IN_REFS = "gap-in-refs", "A number is missing in a row of references";
        SAME_PRIORITY_REF = "same-priority-ref", "Two priorities of one plan have one reference";
        REF_DIFFERS = "ref-differs", "A reference differs from the number in the file name";
        ABOVE_NOTHING = "above-nothing", "\u{201c}as above\u{201d} with no row above";
        // Time
        UNCLEAR_TIMESCALE = "unclear-timescale", "A timescale that is not understood; it is published as written";
        TIMESCALE_ORDER = "timescale-order", "Dates of a timescale that run backwards";
        OUTSIDE_PLAN = "outside-plan", "A date outside the plan's period";
        WEEKEND_MEETING = "weekend-meeting", "A meeting on a Saturday or Sunday";
        BANK_HOLIDAY_MEETING = "bank-holiday-meeting", "A meeting on a bank holiday";
        MEETING_OUTSIDE_PERIOD = "meeting-outside-period", "A meeting outside the period of its file";
        SAME_MEETING = "same-meeting", "A meeting that stands twice";
        CLASHING_MEETINGS = "clashing-meetings", "Two meetings at one time that share members";
        UNCLEAR_MEETING_DATE = "unclear-meeting-date", "A meeting date without a year that fits no day, or two days";
        NONEXISTENT_HOUR = "nonexistent-hour", "A meeting in the hour that the clocks skip, or that happens twice";
        FEWER_MEETINGS = "fewer-meetings", "Fewer meetings than the group's frequency promises";
        PAST_REVIEW = "past-review", "A page that is past its review";
        STATEMENT_PAST_REVIEW = "statement-past-review", "An accessibility statement that is past its review";
        // The plan's health
        MISSING_TITLE = "missing-title", "An action without a title";
        NO_LEAD = "no-lead", "An action without a lead";
        NO_DATE = "no-date", "An action without a timescale";
        NO_MEASURE = "no-measure", "An action without a measure";
        OVERDUE = "overdue", "An action that is past its date and not finished";
        NO_PROGRESS = "no-progress", "No progress for six months";
        STRATEGIC_WITH_ACTIONS = "strategic-with-actions", "A strategic priority that has actions of its own";
        PRIORITY_WITHOUT_ACTIONS = "priority-without-actions", "A priority without actions";
        UNEXPLAINED_ABBREVIATION = "unexplained-abbreviation", "An abbreviation that is used but not explained";
        UNUSED_TERM = "unused-term", "A term that is explained and never used";
        // The wording
        CAPITALS = "capitals", "Words all in capitals";
        VAGUE_LINK = "vague-link", "A link whose words do not say where it leads";
        BARE_ADDRESS = "bare-address", "A web address as the words of a link";
        LONG_SENTENCE = "long-sentence", "A sentence of more than 25 words";
        WORD_TO_AVOID = "word-to-avoid", "A word for which there is a plainer one";
        // Bodies
        RAW_HTML = "raw-html", "HTML in a text; it is shown as text";
        HIDDEN_COMMENT = "hidden-comment", "A comment that is left out of the page";
        HEADING_LEVEL = "heading-level", "A heading level that is skipped, or a # heading in a body";
        EMPTY_LINK = "empty-link", "A link without words";
        EMPTY_HEADING = "empty-heading", "A heading without words";
        TABLE_WITHOUT_CAPTION = "table-without-caption", "A table without a caption";
        EMPTY_TABLE_HEADING = "empty-table-heading", "A table column without a heading";
        UNCLOSED_FENCE = "unclosed-fence", "A block between ``` lines that is never closed";
        MISSING_FOOTNOTE = "missing-footnote", "A footnote mark without its footnote";
        UNKNOWN_BLOCK = "unknown-block", "A fenced block of a kind that is not known";
        BRAND_CONTRAST_LOW = "brand-contrast-low", "The brand colour is hard to read on white";
        ENDED_PLAN = "ended-plan", "The current plan has ended";
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn names_are_unique_and_typed_with_ease() {
        let names: BTreeSet<_> = ALL.iter().map(|code| code.name).collect();
        assert_eq!(names.len(), ALL.len());
        for name in names {
            assert!(
                name.chars().all(|c| c.is_ascii_lowercase() || c == '-'),
                "{name}"
            );
        }
    }
}
