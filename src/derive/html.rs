//! HTML that is safe by construction: text goes in escaped, tags are words of the program.

use std::fmt;

use serde::Serialize;

/// A piece of HTML, finished and safe to put on a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Html(String);

impl Html {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A text as HTML.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        let mut html = Self::new();
        html.text(text);
        html
    }

    /// Adds a text, escaped.
    pub fn text(&mut self, text: &str) {
        escape(text, &mut self.0);
    }

    /// Begins an element, with attributes whose values are escaped.
    pub fn open(&mut self, name: &'static str, attributes: &[(&'static str, &str)]) {
        self.0.push('<');
        self.0.push_str(name);
        for (attribute, value) in attributes {
            self.0.push(' ');
            self.0.push_str(attribute);
            self.0.push_str("=\"");
            escape(value, &mut self.0);
            self.0.push('"');
        }
        self.0.push('>');
    }

    /// Ends an element.
    pub fn close(&mut self, name: &'static str) {
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
    }

    /// Adds an element that holds one text.
    pub fn element(&mut self, name: &'static str, attributes: &[(&'static str, &str)], text: &str) {
        self.open(name, attributes);
        self.text(text);
        self.close(name);
    }

    /// Adds finished HTML.
    pub fn append(&mut self, html: &Html) {
        self.0.push_str(&html.0);
    }

    /// A line end, so that people who read the source can.
    pub fn end_line(&mut self) {
        self.0.push('\n');
    }

    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The HTML as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Html {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Adds a text with the five characters that mean something in HTML written as references.
/// A null character, which HTML cannot hold, becomes the replacement character.
pub fn escape(text: &str, out: &mut String) {
    out.reserve(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\0' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_gets_out_of_a_text_or_an_attribute() {
        let mut html = Html::new();
        html.element("a", &[("href", "\"><script>")], "<b>'&'\0");
        assert_eq!(
            html.as_str(),
            "<a href=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;&#39;&amp;&#39;\u{fffd}</a>"
        );
    }
}
