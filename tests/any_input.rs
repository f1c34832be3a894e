//! The doors of `tests/fuzz` on every machine: the seeds, and changes of them that a fixed sequence
//! of pseudo-random numbers makes. Each entry returns, whatever it is given.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test may read this project, and stops where that fails"
)]

#[path = "fuzz/entries.rs"]
mod entries;

use std::fs;
use std::path::Path;

/// How many changed inputs are made of each seed.
const CHANGES: usize = 20;

#[test]
fn front_matter_of_any_kind() {
    try_all("front_matter", entries::front_matter);
}

#[test]
fn timescales_of_any_kind() {
    try_all("timescale", entries::timescale);
}

#[test]
fn bodies_of_any_kind() {
    try_all("markdown", entries::markdown);
}

#[test]
fn content_of_any_kind() {
    try_all("whole_check", entries::whole_check);
}

fn try_all(name: &str, entry: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fuzz/seeds")
        .join(name);
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    paths.sort();
    let seeds: Vec<Vec<u8>> = paths.iter().map(|path| fs::read(path).unwrap()).collect();
    assert!(!seeds.is_empty());
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    for seed in &seeds {
        entry(seed);
        for _ in 0..CHANGES {
            let mut input = seed.clone();
            for _ in 0..=random.below(4) {
                change(&mut input, &seeds, &mut random);
            }
            entry(&input);
        }
    }
}

/// What an author's text has that means something to one of the readers.
const SIGNS: &[&str] = &[
    ":",
    ": ",
    "#",
    " #",
    "\n",
    "\n\n",
    "\r",
    "\t",
    "- ",
    "  ",
    "\"",
    "'",
    "|",
    ">",
    "[",
    "]",
    "{",
    "}",
    "&",
    "*",
    "!",
    "%",
    "`",
    "```",
    "@",
    "---\n",
    "<",
    "<!--",
    "~~",
    "(",
    ")",
    "^",
    "\\",
    "/",
    ".",
    ",",
    "\u{a0}",
    "\u{201c}",
    "é",
    "\u{feff}",
    "\0",
    "=== a.md\n",
    "2026",
    "June",
    "and",
    "to",
    "by",
];

fn change(input: &mut Vec<u8>, seeds: &[Vec<u8>], random: &mut Random) {
    let at = random.below(input.len() + 1);
    match random.below(5) {
        0 => {
            let sign = SIGNS[random.below(SIGNS.len())];
            input.splice(at..at, sign.bytes());
        }
        1 => {
            let end = (at + 1 + random.below(12)).min(input.len());
            input.drain(at..end.max(at));
        }
        2 if at < input.len() => input[at] = u8::try_from(random.below(256)).unwrap_or(0),
        3 => {
            let end = (at + random.below(40)).min(input.len());
            let again = input[at..end].to_vec();
            input.splice(at..at, again);
        }
        _ => {
            let other = &seeds[random.below(seeds.len())];
            let from = random.below(other.len() + 1);
            let to = (from + random.below(60)).min(other.len());
            input.splice(at..at, other[from..to].iter().copied());
        }
    }
}

/// The generator "xorshift64" (Marsaglia, "Xorshift RNGs", 2003): the same numbers on every machine.
struct Random(u64);

impl Random {
    /// A number from 0 to one less than the limit; 0 where the limit is 0.
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap_or(0) % limit.max(1)
    }
}
