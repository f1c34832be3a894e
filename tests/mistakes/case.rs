//! One mistake: what is changed in the clean plan, and what must be said about it.
//! `tests/mistakes/README.md` is the description of the form that is read here.

use boardplan::source::Found;

use super::plan::Plan;

/// A mistake.
pub struct Case {
    /// The file it stands in.
    pub topic: String,
    /// Its heading.
    pub title: String,
    /// The words behind each `Expect:`.
    pub expected: Vec<String>,
    changes: Vec<Change>,
}

enum Change {
    /// Lines of a file in place of others; the file, what goes and what comes.
    Lines(String, String, String),
    Add(String, String),
    Put(String, Found),
    Remove(String),
    Rename(String, String),
    Save(String, Encoding),
    /// Appends so many megabytes of text.
    Fill(String, usize),
    On(String),
}

enum Encoding {
    Utf16LittleEndian,
    Utf16BigEndian,
    Utf16WithoutMark,
    Windows1252,
    Utf8WithMark,
    WindowsLines,
    OldMacLines,
}

/// Signs that cannot be seen, as they are written in a case.
const SIGNS: &[(&str, &str)] = &[
    ("⟨tab⟩", "\t"),
    ("⟨no-break space⟩", "\u{a0}"),
    ("⟨zero-width space⟩", "\u{200b}"),
    ("⟨bell⟩", "\u{7}"),
];

/// All cases of one file.
pub fn read(topic: &str, text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(title) = line.strip_prefix("## ") {
            cases.push(Case {
                topic: topic.to_owned(),
                title: title.to_owned(),
                expected: Vec::new(),
                changes: Vec::new(),
            });
            continue;
        }
        let Some(case) = cases.last_mut() else {
            continue;
        };
        if let Some(expected) = line.strip_prefix("Expect: ") {
            if expected != "no message." {
                case.expected.push(expected.to_owned());
            }
        } else if !line.is_empty() {
            let change = change(line, &mut lines);
            case.changes.push(
                change.unwrap_or_else(|| {
                    panic!("{topic}: {}: what is meant by {line:?}?", case.title)
                }),
            );
        }
    }
    cases
}

/// A sentence that says what is changed, with the block below it where there must be one.
fn change<'a>(line: &str, lines: &mut impl Iterator<Item = &'a str>) -> Option<Change> {
    let words: Vec<&str> = line.split('`').collect();
    let file = (*words.get(1)?).to_owned();
    let change = match words.as_slice() {
        ["In ", _, ":"] => {
            let lines = block(lines);
            let kept = |sign: char| -> String {
                lines
                    .iter()
                    .filter(|line| line.is_empty() || line.starts_with([sign, ' ']))
                    .map(|line| format!("{}\n", line.get(1..).unwrap_or_default()))
                    .collect()
            };
            Change::Lines(file, kept('-'), kept('+'))
        }
        ["New file ", _, ":"] => {
            let text = block(lines)
                .iter()
                .map(|line| format!("{line}\n"))
                .collect();
            Change::Add(file, text)
        }
        ["New file ", _, ", a Word document."] => {
            Change::Put(file, Found::File(b"PK\x03\x04\x14\0\x06\0".to_vec()))
        }
        ["Remove ", _, "."] => Change::Remove(file),
        ["Rename ", _, " to ", to, "."] => Change::Rename(file, (*to).to_owned()),
        ["Empty ", _, "."] => Change::Put(file, Found::File(Vec::new())),
        ["Add ", _, ", which cannot be opened."] => {
            Change::Put(file, Found::Unreadable("access is denied".to_owned()))
        }
        ["Add ", _, ", which is a link to a file elsewhere."] => {
            Change::Put(file, Found::Link { dangling: false })
        }
        ["Add ", _, ", which is a link to nothing."] => {
            Change::Put(file, Found::Link { dangling: true })
        }
        ["Add ", _, ", which is an empty folder."] => Change::Put(file, Found::EmptyFolder),
        ["Add ", _, ", a file of 50 MB."] => Change::Put(file, Found::File(vec![b'x'; 50_000_000])),
        ["Fill ", _, " with 2 MB of text."] => Change::Fill(file, 2),
        ["Look at it on ", _, "."] => Change::On(file),
        ["Save ", _, encoding] => Change::Save(file, self::encoding(encoding)?),
        _ => return None,
    };
    Some(change)
}

fn encoding(words: &str) -> Option<Encoding> {
    Some(match words {
        " as UTF-16 from Windows." => Encoding::Utf16LittleEndian,
        " as UTF-16 with the other byte order." => Encoding::Utf16BigEndian,
        " as UTF-16 without a byte order mark." => Encoding::Utf16WithoutMark,
        " as Windows-1252." => Encoding::Windows1252,
        " with a byte order mark." => Encoding::Utf8WithMark,
        " with the line ends of Windows." => Encoding::WindowsLines,
        " with the line ends of old Macs." => Encoding::OldMacLines,
        _ => return None,
    })
}

/// The lines between `~~~` and `~~~`.
fn block<'a>(lines: &mut impl Iterator<Item = &'a str>) -> Vec<String> {
    lines
        .skip_while(|line| !line.starts_with("~~~"))
        .skip(1)
        .take_while(|line| !line.starts_with("~~~"))
        .map(|line| {
            SIGNS.iter().fold(line.to_owned(), |line, (name, sign)| {
                line.replace(name, sign)
            })
        })
        .collect()
}

impl Case {
    /// The clean plan with this mistake in it.
    pub fn applied_to(&self, clean: &Plan) -> Plan {
        let mut plan = clean.clone();
        for change in &self.changes {
            self.apply(change, &mut plan);
        }
        plan
    }

    fn apply(&self, change: &Change, plan: &mut Plan) {
        match change {
            Change::Lines(path, old, new) => {
                let text = self.text(plan, path);
                let from = if text.starts_with(old.as_str()) {
                    0
                } else {
                    let before = format!("\n{old}");
                    assert_eq!(
                        text.matches(&before).count(),
                        1,
                        "{}: {}: not once: {old}",
                        self.topic,
                        self.title
                    );
                    text.find(&before).map_or(0, |at| at + 1)
                };
                let changed = format!("{}{new}{}", &text[..from], &text[from + old.len()..]);
                put(plan, path, changed.into_bytes());
            }
            Change::Add(path, text) => {
                assert!(
                    !plan.files.contains_key(path),
                    "{}: {path} is there",
                    self.title
                );
                put(plan, path, text.clone().into_bytes());
            }
            Change::Put(path, found) => {
                plan.files.insert(path.clone(), found.clone());
            }
            Change::Remove(path) => {
                assert!(
                    plan.files.remove(path).is_some(),
                    "{}: no {path}",
                    self.title
                );
            }
            Change::Rename(from, to) => {
                let found = plan.files.remove(from).expect("a file to rename");
                plan.files.insert(to.clone(), found);
            }
            Change::Save(path, encoding) => {
                let text = self.text(plan, path);
                put(plan, path, encoded(&text, encoding));
            }
            Change::Fill(path, megabytes) => {
                let text = self.text(plan, path) + &"Words and words.\n".repeat(megabytes * 60_000);
                put(plan, path, text.into_bytes());
            }
            Change::On(date) => plan.today = date.parse().expect("a date"),
        }
    }

    fn text(&self, plan: &Plan, path: &str) -> String {
        match plan.files.get(path) {
            Some(Found::File(bytes)) => String::from_utf8(bytes.clone()).expect("UTF-8"),
            other => panic!("{}: {}: {path} is {other:?}", self.topic, self.title),
        }
    }
}

fn put(plan: &mut Plan, path: &str, bytes: Vec<u8>) {
    plan.files.insert(path.to_owned(), Found::File(bytes));
}

fn encoded(text: &str, encoding: &Encoding) -> Vec<u8> {
    let utf16 =
        |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    match encoding {
        Encoding::Utf16LittleEndian => [b"\xFF\xFE".as_slice(), &utf16(u16::to_le_bytes)].concat(),
        Encoding::Utf16BigEndian => [b"\xFE\xFF".as_slice(), &utf16(u16::to_be_bytes)].concat(),
        Encoding::Utf16WithoutMark => utf16(u16::to_le_bytes),
        // The characters of the cases have one number in both (U+00A0 to U+00FF).
        Encoding::Windows1252 => text
            .chars()
            .map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?'))
            .collect(),
        Encoding::Utf8WithMark => [b"\xEF\xBB\xBF".as_slice(), text.as_bytes()].concat(),
        Encoding::WindowsLines => text.replace('\n', "\r\n").into_bytes(),
        Encoding::OldMacLines => text.replace('\n', "\r").into_bytes(),
    }
}
