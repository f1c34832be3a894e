//! Links as their author wrote them: by name, by file, to elsewhere; and those that are refused.

use crate::address;
use crate::diagnostic::{Diagnostic, codes, nearest};
use crate::source::Span;

/// A link or picture as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawLink {
    /// What stands between the brackets, escapes read: `group:PME`, `../about.md#who`.
    pub written: String,
    /// What that means.
    pub dest: RawDest,
    /// The whole link.
    pub span: Span,
    /// Whether it is a picture.
    pub is_image: bool,
}

/// Where a link leads, by its form alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RawDest {
    /// To an entry by its name: `group:PME`.
    Name {
        /// What the name is of.
        kind: NameKind,
        /// The name.
        name: String,
        /// The part after `#`.
        anchor: Option<String>,
    },
    /// To a file: `../groups/training.md#remit`.
    Path {
        /// The path with forward slashes, percent signs read.
        path: String,
        /// The part after `#`.
        anchor: Option<String>,
    },
    /// To a place on the same page: the part after `#`.
    Anchor(String),
    /// To another site: a whole address with `http:` or `https:`.
    External(String),
    /// To an e-mail address, without `mailto:`; a subject and the like are kept.
    Mail(String),
    /// To a telephone number as typed, spaces included, without `tel:`.
    Telephone(String),
    /// Nowhere that a page may lead; already reported. The text is what was written.
    Refused(String),
}

/// What a link by name leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameKind {
    /// `action:1.3`
    Action,
    /// `group:PME`
    Group,
    /// `member:police`
    Member,
    /// `term:CSE`
    Term,
    /// `page:governance`
    Page,
    /// `plan:2026-2029`
    Plan,
    /// `priority:2`
    Priority,
    /// `strategy:Serious Violence Strategy`
    Strategy,
    /// `role:Business Manager`
    Role,
}

impl NameKind {
    /// All kinds, in the order in which messages name them.
    pub const ALL: [NameKind; 9] = [
        NameKind::Action,
        NameKind::Group,
        NameKind::Member,
        NameKind::Term,
        NameKind::Page,
        NameKind::Plan,
        NameKind::Priority,
        NameKind::Strategy,
        NameKind::Role,
    ];

    /// The word before the colon.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            NameKind::Action => "action",
            NameKind::Group => "group",
            NameKind::Member => "member",
            NameKind::Term => "term",
            NameKind::Page => "page",
            NameKind::Plan => "plan",
            NameKind::Priority => "priority",
            NameKind::Strategy => "strategy",
            NameKind::Role => "role",
        }
    }
}

/// The character that stands for a space in a destination while the text is parsed (DELETE, which
/// no editor types).
const SPACE: char = '\u{7f}';

/// The byte that stands for a sign which the parser must not see; the original is shown.
pub(super) const HIDDEN: u8 = SPACE as u8;

/// Undoes [`join_spaces`] in a piece of parsed text.
pub(super) fn restore_spaces(text: &str) -> String {
    text.replace(SPACE, " ")
}

/// Makes destinations with spaces into ones that the parser takes, at equal length.
pub(super) fn join_spaces(text: &str, bytes: &mut [u8]) {
    /// A longer destination is none.
    const LONGEST: usize = 1_000;
    let mut from = 0;
    while let Some(found) = text[from..].find("](") {
        let start = from + found + 2;
        from = start;
        let window = &text.as_bytes()[start..text.len().min(start + LONGEST)];
        let Some(length) = closing_bracket(window) else {
            continue;
        };
        if follows_footnote_mark(&text[..start]) {
            continue;
        }
        let inside = &text[start..start + length];
        let destination = without_title(inside);
        let lead = destination.len() - destination.trim_start().len();
        let destination = destination.trim();
        if destination.starts_with('<') {
            continue;
        }
        let begin = start + lead;
        for byte in &mut bytes[begin..begin + destination.len()] {
            if matches!(byte, b' ' | b'\t') {
                *byte = SPACE as u8;
            }
        }
    }
}

/// Whether the brackets that have just ended are those of a footnote mark: `[^1](see below)`.
fn follows_footnote_mark(before: &str) -> bool {
    /// Longer labels are not looked for.
    const LONGEST: usize = 80;
    let label = before.bytes().rev().skip(2).take(LONGEST);
    let mut last = 0;
    for byte in label {
        if byte == b'[' {
            return last == b'^';
        }
        last = byte;
    }
    false
}

/// The place of the bracket that closes a destination, on the same line.
fn closing_bracket(window: &[u8]) -> Option<usize> {
    let mut depth = 0_usize;
    let mut escaped = false;
    for (index, byte) in window.iter().enumerate() {
        match byte {
            b'\n' | b'\r' => return None,
            // Another link begins: this one was none.
            b']' if window.get(index + 1) == Some(&b'(') => return None,
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'(' => depth += 1,
            b')' if depth == 0 => return Some(index),
            b')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// A destination without the title in quotes after it.
fn without_title(inside: &str) -> &str {
    for quote in ['"', '\''] {
        let Some(before) = inside.trim_end().strip_suffix(quote) else {
            continue;
        };
        if let Some(open) = before.find(quote)
            && before[..open].ends_with([' ', '\t'])
        {
            return &before[..open];
        }
    }
    inside
}

/// What a destination means, with a message where a page may not lead there.
pub(super) fn destination(written: &str, span: Span) -> (RawDest, Option<Diagnostic>) {
    let refused = |message: Diagnostic| (RawDest::Refused(written.to_owned()), Some(message));
    // Browsers drop these before they look for a scheme (URL Standard, "basic URL parser").
    let clean: String = written
        .chars()
        .filter(|c| !matches!(c, '\t' | '\n' | '\r'))
        .collect();
    let clean = clean.trim_matches(|c: char| c.is_control() || c.is_whitespace());
    if clean.is_empty() {
        return refused(Diagnostic::new(
            &codes::DEAD_LINK,
            span,
            "This link has no address",
            "Write the address between the round brackets, for example [our remit](../groups/training.md).",
        ));
    }
    if let Some(anchor) = clean.strip_prefix('#') {
        return (RawDest::Anchor(address::decode(anchor)), None);
    }
    let slashes = |c: char| c == '/' || c == '\\';
    if clean.chars().take(2).filter(|c| slashes(*c)).count() == 2 {
        let rest = clean.trim_start_matches(slashes);
        return refused(Diagnostic::new(
            &codes::UNSAFE_LINK,
            span,
            format!("\u{201c}{clean}\u{201d} leads to another site without saying so"),
            format!("Type the whole address: https://{rest}."),
        ));
    }
    match scheme(clean) {
        Some((scheme, rest)) => with_scheme(clean, &scheme, rest, span),
        None => (without_scheme(clean), None),
    }
}

fn without_scheme(clean: &str) -> RawDest {
    if clean
        .get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case("www."))
    {
        return RawDest::External(format!("https://{clean}"));
    }
    let is_mail = !clean.contains(['/', '\\', '#', ' ']) && looks_like_mail(clean);
    if is_mail {
        return RawDest::Mail(clean.to_owned());
    }
    let (path, anchor) = split_anchor(clean);
    RawDest::Path {
        path: address::decode(path).replace('\\', "/"),
        anchor: anchor.map(address::decode),
    }
}

fn looks_like_mail(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| {
        let host_is_whole = host.contains('.') && !host.starts_with('.') && !host.ends_with('.');
        !name.is_empty() && host_is_whole && !host.to_ascii_lowercase().ends_with(".md")
    })
}

fn with_scheme(clean: &str, scheme: &str, rest: &str, span: Span) -> (RawDest, Option<Diagnostic>) {
    let refused = |message: Diagnostic| (RawDest::Refused(clean.to_owned()), Some(message));
    if let Some(kind) = NameKind::ALL.into_iter().find(|kind| kind.word() == scheme) {
        let (name, anchor) = split_anchor(rest.trim());
        let dest = RawDest::Name {
            kind,
            name: address::decode(name).trim().to_owned(),
            anchor: anchor.map(address::decode),
        };
        let message = name.trim().is_empty().then(|| {
            Diagnostic::new(
                &codes::DEAD_LINK,
                span,
                format!("This link names no {scheme}"),
                format!("Write the name after the colon: {scheme}:\u{2026}."),
            )
        });
        return match message {
            Some(message) => refused(message),
            None => (dest, None),
        };
    }
    match scheme {
        "http" | "https" => {
            let host = rest.trim_start_matches(['/', '\\']);
            let is_named = host.starts_with(|c: char| c.is_alphanumeric() || c == '[');
            if rest.starts_with("//") && is_named && !host.contains(' ') {
                (RawDest::External(clean.to_owned()), None)
            } else {
                refused(Diagnostic::new(
                    &codes::DEAD_LINK,
                    span,
                    format!("\u{201c}{clean}\u{201d} is not a whole web address"),
                    if host.contains(char::is_alphanumeric) {
                        let host = host.trim_start_matches(|c: char| !c.is_alphanumeric());
                        format!("Type {scheme}://{}.", host.replace(' ', "%20"))
                    } else {
                        "Type all of it, for example https://council.example/report.".to_owned()
                    },
                ))
            }
        }
        "mailto" | "tel" if !rest.contains(char::is_alphanumeric) => refused(Diagnostic::new(
            &codes::DEAD_LINK,
            span,
            format!("Nothing stands after \u{201c}{scheme}:\u{201d}"),
            match scheme {
                "tel" => "Type the number after it: tel:01234 567890.",
                _ => "Type the address after it: mailto:board@council.example.",
            },
        )),
        "mailto" => (RawDest::Mail(rest.trim().to_owned()), None),
        "tel" => (RawDest::Telephone(rest.trim().to_owned()), None),
        "file" => refused(on_own_computer(clean, span)),
        letter if letter.len() == 1 => refused(on_own_computer(clean, span)),
        "javascript" | "vbscript" | "data" | "blob" | "about" | "view-source" | "livescript"
        | "mocha" | "jar" => refused(Diagnostic::new(
            &codes::UNSAFE_LINK,
            span,
            format!(
                "A link that begins with \u{201c}{scheme}:\u{201d} could run a program in the reader\u{2019}s browser; it is not published"
            ),
            "Link to a page, a file or a web address that begins with https://.",
        )),
        other => {
            let words = NameKind::ALL.iter().map(|kind| kind.word());
            let help = match nearest(other, words.chain(["http", "https", "mailto", "tel"])) {
                Some(near) => format!("Did you mean {near}:{rest}?"),
                None => {
                    let words = NameKind::ALL.map(|kind| format!("{}:", kind.word()));
                    format!(
                        "Links may begin with https:, mailto:, tel:, or with one of {}.",
                        words.join(", ")
                    )
                }
            };
            refused(Diagnostic::new(
                &codes::DEAD_LINK,
                span,
                format!("\u{201c}{other}:\u{201d} is not a kind of link"),
                help,
            ))
        }
    }
}

fn on_own_computer(clean: &str, span: Span) -> Diagnostic {
    let name = clean.rsplit(['/', '\\']).next().unwrap_or(clean);
    Diagnostic::new(
        &codes::DEAD_LINK,
        span,
        format!("\u{201c}{clean}\u{201d} is a file on one computer; nobody else can open it"),
        format!("Put the file beside this page and link to it by its name: {name}."),
    )
}

/// The part before the first colon in lower case, where it has the form of a scheme
/// (RFC 3986, section 3.1), and what follows.
fn scheme(text: &str) -> Option<(String, &str)> {
    let (before, rest) = text.split_once(':')?;
    // A control character within the word is dropped, as lenient readers do.
    let word: String = before.chars().filter(|c| !c.is_control()).collect();
    let is_scheme = word.starts_with(|c: char| c.is_ascii_alphabetic())
        && word
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    is_scheme.then(|| (word.to_ascii_lowercase(), rest))
}

fn split_anchor(text: &str) -> (&str, Option<&str>) {
    match text.rsplit_once('#') {
        Some((before, anchor)) if !anchor.is_empty() && !anchor.contains(' ') => {
            (before, Some(anchor))
        }
        Some((before, "")) => (before, None),
        _ => (text, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    fn read(written: &str) -> (RawDest, Option<&'static str>) {
        let (dest, message) = destination(written, Span::whole(FileId::new(0)));
        (dest, message.map(|message| message.code.name))
    }

    #[test]
    fn destinations_are_told_apart_by_their_form() {
        let path = |path: &str, anchor: Option<&str>| RawDest::Path {
            path: path.to_owned(),
            anchor: anchor.map(str::to_owned),
        };
        let name = |kind, name: &str| RawDest::Name {
            kind,
            name: name.to_owned(),
            anchor: None,
        };
        let cases = [
            (
                "group:Young Advisers",
                name(NameKind::Group, "Young Advisers"),
            ),
            ("Action:1.3", name(NameKind::Action, "1.3")),
            ("our%20map.png", path("our map.png", None)),
            (
                "..\\groups\\a.md#remit",
                path("../groups/a.md", Some("remit")),
            ),
            ("a.md#", path("a.md", None)),
            ("#remit", RawDest::Anchor("remit".to_owned())),
            (
                "https://example.org/a#b",
                RawDest::External("https://example.org/a#b".to_owned()),
            ),
            (
                "www.example.org",
                RawDest::External("https://www.example.org".to_owned()),
            ),
            (
                "mailto:a@example.org",
                RawDest::Mail("a@example.org".to_owned()),
            ),
            ("a@example.org", RawDest::Mail("a@example.org".to_owned())),
            (
                "tel:01234 567890",
                RawDest::Telephone("01234 567890".to_owned()),
            ),
        ];
        for (written, expected) in cases {
            assert_eq!(read(written), (expected, None), "{written}");
        }
    }

    #[test]
    fn attacks_are_refused() {
        for written in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:alert(1)",
            "\u{1}javascript:alert(1)",
            "java\nscript:alert(1)",
            "java\tscript:alert(1)",
            "java\u{0}script:alert(1)",
            "vbscript:x",
            "data:text/html,<script>alert(1)</script>",
            "//evil.example",
            "\\\\evil.example",
            "/\\evil.example",
            "\\/evil.example",
            "view-source:x",
        ] {
            let (dest, code) = read(written);
            assert!(matches!(dest, RawDest::Refused(_)), "{written:?}");
            assert_eq!(code, Some("unsafe-link"), "{written:?}");
        }
        for written in [
            "file:///c:/x",
            "C:\\x.docx",
            "grop:PME",
            "http:x",
            "https://",
            "",
            "group:",
        ] {
            assert_eq!(read(written).1, Some("dead-link"), "{written:?}");
        }
    }
}
