//! What the audits need to know of a page, from one reading.

use std::borrow::Cow;
use std::convert::Infallible;

use html5gum::Tokenizer;
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};

use crate::output::OutputPath;

/// A page as a browser reads it. Every `usize` is a byte of its text.
#[derive(Debug)]
pub(super) struct PageFacts<'a> {
    pub path: &'a OutputPath,
    pub text: Cow<'a, str>,
    /// `lang` of the `html` element.
    pub language: Option<String>,
    /// The words of the `title` element.
    pub title: String,
    /// The absolute address that the page says it has (`rel="canonical"`).
    pub canonical: Option<String>,
    /// Where the `h1` elements stand.
    pub first_headings: Vec<usize>,
    /// All ids, sorted.
    pub ids: Vec<(String, usize)>,
    /// Ids that labels, descriptions and header cells name.
    pub label_references: Vec<(String, usize)>,
    /// Addresses of every kind.
    pub addresses: Vec<Address>,
    pub tables: Vec<Table>,
    /// Pictures without `alt`, by their address.
    pub pictures_without_alternative: Vec<(String, usize)>,
    /// Code in the page itself.
    pub inline_code: Vec<(InlineCode, usize)>,
}

/// An address in a page.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Address {
    pub text: String,
    pub role: Role,
    pub offset: usize,
}

/// What a browser does with an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// It goes there when the visitor asks, or says that the page is also there.
    Followed,
    /// It fetches what is there to show the page, or sends it what was typed.
    Fetched,
}

/// A table that shows data.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Table {
    pub is_named: bool,
    pub has_headers: bool,
    pub offset: usize,
}

/// Code that a content security policy of `default-src 'self'` keeps from running.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum InlineCode {
    StyleElement,
    StyleAttribute,
    Script,
    /// An attribute such as `onclick`.
    Handler(String),
}

impl<'a> PageFacts<'a> {
    pub(super) fn of(path: &'a OutputPath, bytes: &'a [u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let mut reading = Reading::default();
        let mut emitter = CallbackEmitter::<_, Infallible, usize>::new(
            |event: CallbackEvent<'_>, span: html5gum::Span<usize>| {
                reading.event(&event, span.start);
                None
            },
        );
        emitter.naively_switch_states(true);
        // Reading from memory does not fail, and the callback yields nothing to collect.
        for _ in Tokenizer::new_with_emitter(text.as_ref(), emitter) {}
        let Reading {
            language,
            title,
            canonical,
            first_headings,
            mut ids,
            label_references,
            addresses,
            tables,
            pictures_without_alternative,
            inline_code,
            ..
        } = reading;
        ids.sort();
        Self {
            path,
            text,
            language,
            title,
            canonical,
            first_headings,
            ids,
            label_references,
            addresses,
            tables,
            pictures_without_alternative,
            inline_code,
        }
    }

    /// Whether an element of the page has an id.
    pub(super) fn has_id(&self, id: &str) -> bool {
        self.ids
            .binary_search_by(|(known, _)| known.as_str().cmp(id))
            .is_ok()
    }
}

/// The attributes that matter to an audit, besides handlers (`on…`).
const ATTRIBUTES: &[&str] = &[
    "id",
    "href",
    "src",
    "srcset",
    "alt",
    "style",
    "lang",
    "rel",
    "type",
    "role",
    "for",
    "headers",
    "poster",
    "action",
    "formaction",
    "data",
    "content",
    "http-equiv",
    "aria-label",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
];

/// Attributes that name other elements by id, separated by spaces.
const ID_LISTS: &[&str] = &[
    "for",
    "headers",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
];

/// Values of `rel` that only say something about the page; a browser fetches nothing for them.
const SAYING_RELATIONS: &[&str] = &[
    "canonical",
    "alternate",
    "license",
    "author",
    "help",
    "next",
    "prev",
    "me",
];

/// Kinds of `script` that hold data, not code.
const DATA_SCRIPTS: &[&str] = &["application/json", "application/ld+json"];

/// A page half read.
#[derive(Default)]
struct Reading {
    language: Option<String>,
    title: String,
    canonical: Option<String>,
    first_headings: Vec<usize>,
    ids: Vec<(String, usize)>,
    label_references: Vec<(String, usize)>,
    addresses: Vec<Address>,
    tables: Vec<Table>,
    pictures_without_alternative: Vec<(String, usize)>,
    inline_code: Vec<(InlineCode, usize)>,
    /// The element whose start tag is being read.
    element: String,
    element_at: usize,
    attributes: Vec<(String, String)>,
    /// Whether the value that comes next belongs to the last of `attributes`.
    wants_value: bool,
    is_in_title: bool,
    svg_depth: usize,
    /// Indexes into `tables`, `None` for one that is no data; the innermost last.
    open_tables: Vec<Option<usize>>,
}

impl Reading {
    fn event(&mut self, event: &CallbackEvent<'_>, offset: usize) {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.element.clear();
                self.element.push_str(&String::from_utf8_lossy(name));
                self.element_at = offset;
                self.attributes.clear();
                self.wants_value = false;
            }
            CallbackEvent::AttributeName { name } => {
                let name = String::from_utf8_lossy(name);
                self.wants_value = ATTRIBUTES.contains(&name.as_ref()) || name.starts_with("on");
                if self.wants_value {
                    self.attributes.push((name.into_owned(), String::new()));
                }
            }
            CallbackEvent::AttributeValue { value } => {
                if self.wants_value
                    && let Some((_, text)) = self.attributes.last_mut()
                {
                    text.push_str(&String::from_utf8_lossy(value));
                }
            }
            CallbackEvent::CloseStartTag { self_closing } => self.start_tag(*self_closing),
            CallbackEvent::EndTag { name } => self.end_tag(name),
            CallbackEvent::String { value } if self.is_in_title => {
                self.title.push_str(&String::from_utf8_lossy(value));
            }
            CallbackEvent::String { .. }
            | CallbackEvent::Comment { .. }
            | CallbackEvent::Doctype { .. }
            | CallbackEvent::Error(_) => {}
        }
    }

    fn start_tag(&mut self, is_self_closing: bool) {
        self.common_attributes();
        match self.element.as_str() {
            "html" => self.language = self.attribute("lang").map(str::to_owned),
            "title" => self.is_in_title = self.svg_depth == 0,
            "svg" if !is_self_closing => self.svg_depth += 1,
            "h1" => self.first_headings.push(self.element_at),
            "table" => self.open_table(),
            "caption" => self.in_table(|table| table.is_named = true),
            "th" => self.in_table(|table| table.has_headers = true),
            "img" if self.attribute("alt").is_none() => {
                let source = self.attribute("src").unwrap_or_default().to_owned();
                self.pictures_without_alternative
                    .push((source, self.element_at));
            }
            "style" => self.code(InlineCode::StyleElement),
            "script" if self.attribute("src").is_none() => {
                let kind = self.attribute("type").unwrap_or_default();
                if !DATA_SCRIPTS.contains(&kind.to_ascii_lowercase().as_str()) {
                    self.code(InlineCode::Script);
                }
            }
            "meta" => self.refresh(),
            "link" if self.attribute("rel") == Some("canonical") => {
                self.canonical = self.attribute("href").map(str::to_owned);
            }
            _ => {}
        }
    }

    fn end_tag(&mut self, name: &[u8]) {
        match name {
            b"title" => self.is_in_title = false,
            b"svg" => self.svg_depth = self.svg_depth.saturating_sub(1),
            b"table" => {
                self.open_tables.pop();
            }
            _ => {}
        }
    }

    /// What any element may have: an id, references to ids, addresses, code.
    fn common_attributes(&mut self) {
        let at = self.element_at;
        for (name, value) in &self.attributes {
            match name.as_str() {
                "id" => self.ids.push((value.clone(), at)),
                "style" => self.inline_code.push((InlineCode::StyleAttribute, at)),
                list if ID_LISTS.contains(&list) => {
                    self.label_references
                        .extend(value.split_ascii_whitespace().map(|id| (id.to_owned(), at)));
                }
                handler if handler.starts_with("on") => self
                    .inline_code
                    .push((InlineCode::Handler(name.clone()), at)),
                "srcset" => self.addresses.extend(candidates(value).map(|text| Address {
                    text: text.to_owned(),
                    role: Role::Fetched,
                    offset: at,
                })),
                "href" | "src" | "poster" | "action" | "formaction" | "data" => {
                    let role = role_of(&self.element, name, self.attribute("rel"));
                    self.addresses.push(Address {
                        text: value.clone(),
                        role,
                        offset: at,
                    });
                }
                _ => {}
            }
        }
    }

    /// `<meta http-equiv="refresh" content="0; url=new.html">`.
    fn refresh(&mut self) {
        let is_refresh = self
            .attribute("http-equiv")
            .is_some_and(|value| value.eq_ignore_ascii_case("refresh"));
        let content = self.attribute("content").unwrap_or_default();
        let url = content.split_once(['=']).map(|(_, url)| url);
        if let (true, Some(url)) = (is_refresh, url) {
            let text = url.trim().trim_matches(['"', '\'']).to_owned();
            self.addresses.push(Address {
                text,
                role: Role::Followed,
                offset: self.element_at,
            });
        }
    }

    fn open_table(&mut self) {
        let is_data = !matches!(self.attribute("role"), Some("presentation" | "none"));
        let index = is_data.then_some(self.tables.len());
        if is_data {
            let is_named = ["aria-label", "aria-labelledby"]
                .iter()
                .any(|name| self.attribute(name).is_some_and(|value| !value.is_empty()));
            self.tables.push(Table {
                is_named,
                has_headers: false,
                offset: self.element_at,
            });
        }
        self.open_tables.push(index);
    }

    fn in_table(&mut self, change: impl FnOnce(&mut Table)) {
        if let Some(Some(index)) = self.open_tables.last()
            && let Some(table) = self.tables.get_mut(*index)
        {
            change(table);
        }
    }

    fn code(&mut self, code: InlineCode) {
        self.inline_code.push((code, self.element_at));
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }
}

fn role_of(element: &str, attribute: &str, relation: Option<&str>) -> Role {
    match (element, attribute) {
        ("a" | "area", "href") => Role::Followed,
        ("link", _) => {
            let relation = relation.unwrap_or_default().to_ascii_lowercase();
            let only_says = relation
                .split_ascii_whitespace()
                .all(|word| SAYING_RELATIONS.contains(&word));
            if only_says {
                Role::Followed
            } else {
                Role::Fetched
            }
        }
        _ => Role::Fetched,
    }
}

/// The addresses of `srcset="a.png 1x, b.png 2x"`.
fn candidates(srcset: &str) -> impl Iterator<Item = &str> {
    srcset
        .split(',')
        .filter_map(|candidate| candidate.split_ascii_whitespace().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(html: &str) -> PageFacts<'_> {
        // A path that lives as long as the test run.
        let path = Box::leak(Box::new(OutputPath::new("a.html")));
        PageFacts::of(path, html.as_bytes())
    }

    #[test]
    fn a_page_is_read_as_a_browser_reads_it() {
        let page = facts(
            "<html lang=cy><title>A &amp; B</title><svg><title>C</title></svg>
            <p id='x' ID=y>text</p><script>var a = '<h1 id=no>';</script><!-- <h1> -->
            <a href=\"a?b&amp;c\">x</a><link rel='alternate' href=\"d\"><link rel=icon href=e>",
        );
        assert_eq!(page.language.as_deref(), Some("cy"));
        assert_eq!(page.title, "A & B");
        assert!(page.first_headings.is_empty());
        assert!(page.has_id("x") && !page.has_id("no"));
        let addresses: Vec<_> = page
            .addresses
            .iter()
            .map(|address| (address.text.as_str(), address.role))
            .collect();
        assert_eq!(
            addresses,
            [
                ("a?b&c", Role::Followed),
                ("d", Role::Followed),
                ("e", Role::Fetched)
            ]
        );
    }

    #[test]
    fn a_table_in_a_table_keeps_its_own_caption() {
        let page = facts(
            "<table><tr><td><table><caption>Inner</caption></table><th>Outer</th></tr></table><table role=presentation></table>",
        );
        let found: Vec<_> = page
            .tables
            .iter()
            .map(|table| (table.is_named, table.has_headers))
            .collect();
        assert_eq!(found, [(false, true), (true, false)]);
    }

    #[test]
    fn the_place_of_an_old_page_is_an_address() {
        let page = facts("<meta http-equiv=Refresh content=\"0; url='new.html'\">");
        assert_eq!(page.addresses[0].text, "new.html");
    }
}
