//! A page of `tests/checks/`: a message, the plan that gives it, and the plan that does not.
//! How it is written is told in `tests/checks/README.md`.

use boardplan::diagnostic::codes;
use boardplan::source::Found;

use super::{Message, Plan, base, read_folder};

/// A page, in its parts.
pub struct Page {
    /// The code that it is about: the name of the file.
    pub code: String,
    wrong: Vec<Part>,
    right: Vec<Part>,
}

/// A piece of a page that means something to its test.
enum Part {
    /// The words behind the fence, and the text in it.
    Block(String, String),
    Without(String),
    On(String),
    Message(String),
    Quote(String),
}

/// All pages, by code.
pub fn pages() -> Vec<Page> {
    read_folder("tests/checks")
        .into_iter()
        .filter_map(|(path, bytes)| {
            let code = path
                .strip_suffix(".md")
                .filter(|code| !code.contains('/') && *code != "README")?;
            let text = String::from_utf8(bytes).expect("UTF-8");
            Some(Page::read(code, &text))
        })
        .collect()
}

impl Page {
    fn read(code: &str, text: &str) -> Self {
        let mut page = Self {
            code: code.to_owned(),
            wrong: Vec::new(),
            right: Vec::new(),
        };
        let mut section: Option<&mut Vec<Part>> = None;
        let mut lines = text.lines().peekable();
        while let Some(line) = lines.next() {
            let fence = line.len() - line.trim_start_matches('`').len();
            let part = if line == "## Wrong" {
                section = Some(&mut page.wrong);
                continue;
            } else if line == "## Right" {
                section = Some(&mut page.right);
                continue;
            } else if fence >= 3 {
                let closing = "`".repeat(fence);
                let inside: Vec<&str> =
                    lines.by_ref().take_while(|line| *line != closing).collect();
                let text: String = inside.iter().map(|line| format!("{line}\n")).collect();
                Part::Block(line[fence..].to_owned(), text)
            } else if let Some(path) = line.strip_prefix("Without content/") {
                Part::Without(path.to_owned())
            } else if let Some(day) = line.strip_prefix("On ") {
                Part::On(day.to_owned())
            } else if let Some(place) = line.strip_prefix("Message: ") {
                Part::Message(place.to_owned())
            } else if line.starts_with('>') {
                let mut quote = vec![unquoted(line)];
                while let Some(line) = lines.next_if(|line| line.starts_with('>')) {
                    quote.push(unquoted(line));
                }
                Part::Quote(quote.join("\n"))
            } else {
                continue;
            };
            if let Some(section) = &mut section {
                section.push(part);
            }
        }
        page
    }

    /// What the page says and the program does not, or the reverse.
    pub fn problems(&self) -> Vec<String> {
        let mut problems = Vec::new();
        let report = |what: &str, messages: &[Message]| {
            let messages: Vec<String> = messages.iter().map(ToString::to_string).collect();
            format!(
                "tests/checks/{}.md: {what}\n{}",
                self.code,
                messages.join("\n")
            )
        };
        let found = plan(&self.wrong).check();
        match (found.as_slice(), self.expected()) {
            (_, None) => problems.push(report(
                "write \u{201c}Message: file:line\u{201d} and a quotation",
                &found,
            )),
            ([one], Some((place, words))) => {
                if one.code != self.code {
                    problems.push(report("another code", &found));
                } else if codes::find(one.code).map(|code| code.severity) != Some(one.severity) {
                    problems.push(report("another severity", &found));
                } else if one.place != place || format!("{}\n\n{}", one.text, one.help) != words {
                    problems.push(report("another place or other words", &found));
                }
            }
            ([], Some(_)) => problems.push(report("no message where it is wrong", &found)),
            (_, Some(_)) => problems.push(report("more than one message", &found)),
        }
        let left = plan(&self.right).check();
        if self.right.is_empty() || !left.is_empty() {
            problems.push(report("messages where it is right", &left));
        }
        problems
    }

    fn expected(&self) -> Option<(&str, &str)> {
        let place = self.wrong.iter().find_map(|part| match part {
            Part::Message(place) => Some(place.as_str()),
            _ => None,
        })?;
        let words = self.wrong.iter().find_map(|part| match part {
            Part::Quote(words) => Some(words.as_str()),
            _ => None,
        })?;
        Some((place, words))
    }
}

fn unquoted(line: &str) -> &str {
    let line = line.strip_prefix('>').unwrap_or(line);
    line.strip_prefix(' ').unwrap_or(line)
}

/// The base plan with the parts of a section laid over it.
fn plan(parts: &[Part]) -> Plan {
    let mut plan = base();
    for part in parts {
        match part {
            Part::Block(words, text) => lay(&mut plan, words, text),
            Part::Without(path) => plan.remove(path),
            Part::On(day) => plan.on(day.trim_end_matches(':').parse().expect("a date")),
            Part::Message(_) | Part::Quote(_) => {}
        }
    }
    plan
}

fn lay(plan: &mut Plan, words: &str, text: &str) {
    let words: Vec<&str> = words.splitn(2, ' ').collect();
    let (kind, path) = match words.as_slice() {
        [kind, path] => (*kind, *path),
        // A block without a path shows something else.
        _ => return,
    };
    match kind {
        "content" => plan.put(path, Found::File(text.as_bytes().to_vec())),
        "theme" => plan.put_theme(path, text.as_bytes().to_vec()),
        "bytes" => plan.put(path, Found::File(with_bytes(text))),
        "unreadable" => plan.put(path, Found::Unreadable("access is denied".to_owned())),
        "link" => plan.put(path, Found::Link { dangling: false }),
        "size" => {
            let (path, size) = path.rsplit_once(' ').expect("a path and a size");
            let size = size.parse().expect("a size in bytes");
            plan.put(path, Found::File(vec![b'x'; size]));
        }
        other => panic!(
            "a block begins with content, theme, bytes, size, unreadable or link, not {other}"
        ),
    }
}

/// A text in which `\xNN` stands for one byte.
fn with_bytes(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\\x") {
        bytes.extend(before.as_bytes());
        let (digits, after) = after.split_at(2);
        bytes.push(u8::from_str_radix(digits, 16).expect("two digits"));
        rest = after;
    }
    bytes.extend(rest.as_bytes());
    bytes
}
