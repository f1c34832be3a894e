//! Nothing that an author wrote is lost: every text of every front matter and body stands in the
//! visible text of the page of its file.
//!
//! The files are read here with other means than the program's own: a general YAML reader, and
//! plain rules for what of Markdown is not text.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where something is not as it must be"
)]

mod folders;

use std::collections::BTreeSet;
use std::path::Path;

use boardplan::dates::{self, PartialDate, Period, TimeRange, Years};
use boardplan::output::Outputs;
use boardplan::parse::Kind;
use boardplan::parse::kind::{Place, place};
use boardplan::pipeline::{AsOf, Options, Purpose, build};
use boardplan::read;
use boardplan::source::{Found, decode};
use html5gum::{Token, Tokenizer};
use serde_yaml::Value;

/// Fields that are not for readers, by name, wherever they stand.
const NOT_FOR_READERS: &[(&str, &str)] = &[
    ("draft", "decides whether the page is published"),
    ("order", "decides where the page stands"),
    ("redirect_from", "old addresses"),
    ("no_glossary", "decides what is linked"),
    ("short_title", "stands in menus of other pages"),
    ("aliases", "other spellings, for looking names up"),
    ("language", "a code; pages carry it in their lang attribute"),
    ("languages", "codes; the language switch shows names"),
    ("theme", "decides the look"),
    ("colours", "decides the look"),
    ("colour", "the colour of a status, shown beside its word"),
    ("time_zone", "decides what a time means"),
    ("current_plan", "decides which plan is meant"),
    ("checks", "decides which messages are given"),
    ("years", "decides what a bare year means"),
    ("state", "shown in the theme's words"),
    (
        "columns",
        "decides which columns a table has; their labels head them on the pages of priorities",
    ),
    ("words", "the plan's words, used all over its pages"),
    (
        "fields",
        "the plan's own fields; their labels stand where they are filled in",
    ),
    ("site_url", "where the site is published"),
    ("compliance", "shown as a sentence of the model statement"),
    ("enforcement", "shown as a paragraph of the model statement"),
    ("image", "a file"),
    ("who", "who is meant by the printed words, which are shown"),
    ("as", "in which part they are meant"),
    ("direction", "shown in the theme's words"),
    ("part_of_board", "shown in the theme's words"),
    ("strategic", "shown in the theme's words"),
    ("finished", "decides what counts as done"),
    ("contents", "decides whether there is a list of headings"),
    ("numbered", "decides whether numbers are set apart"),
    ("type", "of a plan's own field"),
    ("reports_to", "shown by the full name of the group"),
    ("priorities", "shown by the title of the priority"),
    ("navigation", "names of pages; the menu shows their titles"),
];

/// Fields that hold a web address or a file: it is where a link of the page leads.
const ADDRESSES: &[&str] = &[
    "website",
    "url",
    "quick_exit",
    "agenda",
    "papers",
    "minutes",
    "to",
    "online",
];

#[test]
fn every_text_of_the_sample_and_of_all_plans_is_on_its_page() {
    let mut lost = Vec::new();
    let mut found = 0;
    for root in folders::roots_of_all_plans() {
        found += compare(&root, &mut lost);
    }
    assert!(found > 1_500, "only {found} texts were found at all");
    assert!(
        lost.is_empty(),
        "{} of {} texts are lost:\n{}",
        lost.len(),
        found + lost.len(),
        lost.join("\n")
    );
}

/// Looks for every text of a site; returns how many were found.
fn compare(root: &Path, lost: &mut Vec<String>) -> usize {
    let sources = read::read(root).unwrap();
    let options = Options {
        as_of: AsOf::On(jiff::civil::date(2026, 11, 21)),
        drafts: false,
        strict: false,
        purpose: Purpose::Public,
    };
    let outputs = build(&sources, &options, &mut |_| ())
        .outputs
        .unwrap_or_else(|| panic!("{} has errors", root.display()));
    let languages = ["cy".to_owned()];
    let mut count = 0;
    for entry in &sources.content {
        let (Place::Page(location), Found::File(bytes)) =
            (place(&entry.path, &languages), &entry.found)
        else {
            continue;
        };
        let text = decode(bytes).unwrap().replace("\r\n", "\n");
        let (front, body) = split(&text);
        let facts: Value = serde_yaml::from_str(front).unwrap();
        if facts.get("draft").is_some() {
            continue;
        }
        let page = Page::of(&outputs, location.address.as_str());
        let statement = Page::of(&outputs, "accessibility.html");
        let mut texts = Texts {
            period: facts
                .get("period")
                .and_then(Value::as_str)
                .and_then(|period| dates::read_period(period, Years::default()).ok()),
            expected: Vec::new(),
        };
        texts.walk("", &facts);
        for line in lines(body) {
            texts.expected.push(Expected::Words(line));
        }
        for expected in texts.expected {
            // The facts of the accessibility statement stand in index.md.
            let is_index = location.kind == Kind::Site;
            if page.has(&expected) || is_index && statement.has(&expected) {
                count += 1;
            } else {
                lost.push(format!(
                    "{}/content/{}: {expected:?} is not in {}",
                    root.display(),
                    entry.path,
                    location.address
                ));
            }
        }
    }
    count
}

fn split(text: &str) -> (&str, &str) {
    let rest = text.strip_prefix("---\n").unwrap();
    rest.split_once("\n---\n")
        .unwrap_or_else(|| (rest.strip_suffix("\n---").unwrap(), ""))
}

/// What must be on the page.
#[derive(Debug)]
enum Expected {
    /// These words, in this order.
    Words(String),
    /// One of these.
    OneOf(Vec<String>),
    /// A link that leads there.
    Link(String),
}

struct Texts {
    period: Option<Period>,
    expected: Vec<Expected>,
}

/// Kinds that the theme has its own words for.
const KNOWN_KINDS: &[&str] = &[
    "board",
    "executive",
    "management",
    "standing",
    "task",
    "panel",
    "joint",
    "young people",
    "wider area",
    "team",
    "collective",
    "outside",
    "plan",
    "strategy",
    "law",
    "guidance",
    "review",
    "inspection",
    "agreement",
];

impl Texts {
    fn walk(&mut self, field: &str, value: &Value) {
        if NOT_FOR_READERS.iter().any(|(name, _)| *name == field) {
            return;
        }
        match value {
            Value::Mapping(fields) => {
                for (name, value) in fields {
                    let name = name.as_str().unwrap_or_default();
                    // The words of a link take the place of the name it leads to.
                    if matches!(name, "to" | "from") && fields.contains_key("text") {
                        continue;
                    }
                    self.walk(name, value);
                }
            }
            Value::Sequence(items) => {
                for item in items {
                    self.walk(field, item);
                }
            }
            Value::Bool(_) | Value::Null => {}
            Value::Number(number) => self.expected.push(Expected::Words(number.to_string())),
            Value::String(text) => self.text(field, text),
            Value::Tagged(_) => panic!("a tag in {field}"),
        }
    }

    fn text(&mut self, field: &str, text: &str) {
        let lower = text.trim().to_lowercase();
        let is_row_word = matches!(
            lower.as_str(),
            "none" | "as above" | "yes" | "no" | "true" | "false" | "on" | "off"
        );
        if is_row_word {
            return;
        }
        if field == "kind" && KNOWN_KINDS.contains(&lower.as_str()) {
            return;
        }
        if ADDRESSES.contains(&field) && (text.contains('/') || text.contains('.')) {
            let address = text.rsplit('/').next().unwrap_or(text);
            let address = if text.contains("://") { text } else { address };
            self.expected.push(Expected::Link(address.to_owned()));
            return;
        }
        if field == "time"
            && let Ok(time) = dates::read_time(text)
        {
            self.expected.push(Expected::Words(time_in_words(time)));
            return;
        }
        let date = match &self.period {
            Some(period) => dates::read_date_within(text, period),
            None => dates::read_date(text),
        };
        if field != "due"
            && field != "period"
            && let Ok(date) = date
        {
            self.expected
                .push(Expected::OneOf(vec![date_in_words(date), text.to_owned()]));
            return;
        }
        // The theme says identifiers of licences in words.
        if field == "licence" {
            return;
        }
        for line in lines(text) {
            self.expected.push(Expected::Words(line));
        }
    }
}

fn date_in_words(date: PartialDate) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = |month: i8| MONTHS[usize::try_from(month).unwrap() - 1];
    match date {
        PartialDate::Year(year) => year.to_string(),
        PartialDate::Month { year, month: m } => format!("{} {year}", month(m)),
        PartialDate::Day(day) => format!("{} {} {}", day.day(), month(day.month()), day.year()),
    }
}

fn time_in_words(range: TimeRange) -> String {
    let time = |time: dates::Time| {
        let hour = match time.hour() % 12 {
            0 => 12,
            hour => hour,
        };
        let half = if time.hour() < 12 { "am" } else { "pm" };
        match time.minute() {
            0 => format!("{hour}{half}"),
            minute => format!("{hour}.{minute:02}{half}"),
        }
    };
    match range.end {
        Some(end) => format!("{} to {}", time(range.start), time(end)),
        None => time(range.start),
    }
    .replace("12pm", "midday")
}

/// The lines of a Markdown text without what is not text in them.
fn lines(text: &str) -> Vec<String> {
    let mut without_comments = String::new();
    let mut rest = text;
    while let Some(start) = rest.find("<!--") {
        without_comments.push_str(&rest[..start]);
        rest = rest[start..].split_once("-->").map_or("", |(_, rest)| rest);
    }
    without_comments.push_str(rest);
    without_comments
        .lines()
        .map(line)
        .filter(|line| !words(line).is_empty())
        .collect()
}

fn line(line: &str) -> String {
    let mut text = line.trim();
    for fence in [
        "```cycle",
        "```flow",
        "```tree",
        "```structure",
        "```text",
        "```",
    ] {
        if let Some(title) = text.strip_prefix(fence) {
            return title.trim().to_owned();
        }
    }
    if let Some(caption) = text.strip_prefix("Table: ") {
        text = caption;
    }
    text = text.trim_start_matches(['>', '#', ' ']);
    if text.starts_with("[!") {
        return String::new();
    }
    text = without_list_mark(text);
    text = text
        .strip_prefix("[x] ")
        .or(text.strip_prefix("[ ] "))
        .unwrap_or(text);
    // The label of a footnote and the definition mark are not shown.
    let text = text.strip_prefix(": ").unwrap_or(text);
    cut(&cut(&cut(text, "](", ')'), "[^", ']'), "{", '}')
}

/// `- `, `1. `, `a) `, `(ii) ` at the start of a line.
fn without_list_mark(text: &str) -> &str {
    let Some((mark, rest)) = text.split_once(' ') else {
        return text;
    };
    let inner = mark.trim_start_matches('(').trim_end_matches([')', '.']);
    let is_ordered = mark.len() > inner.len()
        && !inner.is_empty()
        && inner.len() <= 4
        && (inner.chars().all(|c| c.is_ascii_digit())
            || inner.len() == 1 && inner.chars().all(char::is_alphabetic)
            || inner.chars().all(|c| "ivxIVX".contains(c)));
    if matches!(mark, "-" | "*" | "+") || is_ordered {
        without_list_mark(rest.trim_start())
    } else {
        text
    }
}

/// The text without what stands between two marks.
fn cut(text: &str, open: &str, close: char) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(open) {
        kept.push_str(&rest[..start]);
        kept.push(' ');
        let inside = &rest[start + open.len()..];
        rest = inside
            .find(close)
            .map_or("", |end| &inside[end + close.len_utf8()..]);
    }
    kept.push_str(rest);
    kept
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// What a reader gets of a page: its words in their order, and where its links lead.
struct Page {
    words: Vec<String>,
    links: BTreeSet<String>,
}

impl Page {
    fn of(outputs: &Outputs, address: &str) -> Self {
        let html = &outputs
            .get(address)
            .unwrap_or_else(|| panic!("no page {address}"))
            .bytes;
        let mut text = String::new();
        let mut links = BTreeSet::new();
        let mut hidden = false;
        for token in Tokenizer::new(html.as_slice()).flatten() {
            match token {
                Token::StartTag(tag) => {
                    let name = String::from_utf8_lossy(&tag.name).into_owned();
                    if matches!(name.as_str(), "style" | "script") {
                        hidden = true;
                    }
                    if !is_inline(&name) {
                        text.push(' ');
                    }
                    for (attribute, value) in &tag.attributes {
                        let value = String::from_utf8_lossy(value).into_owned();
                        match attribute.as_slice() {
                            b"alt" => {
                                text.push(' ');
                                text.push_str(&value);
                                text.push(' ');
                            }
                            b"href" | b"src" => {
                                links.insert(value);
                            }
                            _ => {}
                        }
                    }
                }
                Token::EndTag(tag) => {
                    let name = String::from_utf8_lossy(&tag.name).into_owned();
                    if matches!(name.as_str(), "style" | "script") {
                        hidden = false;
                    }
                    if !is_inline(&name) {
                        text.push(' ');
                    }
                }
                Token::String(string) if !hidden => {
                    text.push_str(&String::from_utf8_lossy(&string));
                }
                _ => {}
            }
        }
        Self {
            words: words(&text),
            links,
        }
    }

    fn has(&self, expected: &Expected) -> bool {
        match expected {
            Expected::Words(text) => self.has_words(text),
            Expected::OneOf(texts) => texts.iter().any(|text| self.has_words(text)),
            Expected::Link(address) => self
                .links
                .iter()
                .any(|link| link.contains(address.as_str()) || link.ends_with(address.as_str())),
        }
    }

    /// Whether the words stand there in their order. The page may say more in between: what an
    /// abbreviation stands for, the kind and size of a file.
    fn has_words(&self, text: &str) -> bool {
        const MOST_BETWEEN: usize = 14;
        let wanted = words(text);
        let Some((first, others)) = wanted.split_first() else {
            return true;
        };
        self.words.iter().enumerate().any(|(start, word)| {
            word == first && {
                let mut at = start;
                others.iter().all(|wanted| {
                    let end = (at + 1 + MOST_BETWEEN).min(self.words.len());
                    let next = self.words[at + 1..end]
                        .iter()
                        .position(|word| word == wanted);
                    next.inspect(|next| at += 1 + next).is_some()
                })
            }
        })
    }
}

fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr"
            | "b"
            | "code"
            | "del"
            | "dfn"
            | "em"
            | "i"
            | "s"
            | "span"
            | "strong"
            | "time"
            | "wbr"
    )
}
