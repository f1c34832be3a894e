//! The doors of `tests/fuzz` on every machine: the seeds, and changes of them that a fixed sequence
//! of pseudo-random numbers makes. Each entry returns, whatever it is given.
//!
//! With `BOARDPLAN_FUZZ_SECONDS=15` each door is tried for so long, with other changes each time; what
//! makes it fail is kept below `tests/fuzz/artifacts/`. `tests/run` does that.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may read this project, and stops where that fails"
)]

#[path = "fuzz/entries.rs"]
mod entries;

use std::any::Any;
use std::env;
use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

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
    let folder = fuzz_folder("seeds").join(name);
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
    if let Some(time) = asked_time() {
        try_for(time, name, entry, seeds);
    }
}

/// How long each door is to be tried, if anybody asked for that.
fn asked_time() -> Option<Duration> {
    let seconds = env::var("BOARDPLAN_FUZZ_SECONDS").ok()?;
    Some(Duration::from_secs(
        seconds.parse().expect("a number of seconds"),
    ))
}

/// Tries changes of changes, from a start that is another each time.
fn try_for(time: Duration, name: &str, entry: fn(&[u8]), mut seeds: Vec<Vec<u8>>) {
    /// So many changed inputs are kept, to be changed further.
    const KEPT: usize = 500;
    /// A longer input tells nothing new, and takes its time.
    const LONGEST: usize = 20_000;
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    let mut random = Random(now.map_or(1, |now| now.as_nanos() as u64 | 1));
    let own = seeds.len();
    let begin = Instant::now();
    let mut tried = 0_u32;
    while begin.elapsed() < time {
        let mut input = seeds[random.below(seeds.len())].clone();
        for _ in 0..=random.below(6) {
            change(&mut input, &seeds, &mut random);
        }
        if let Err(panic) = panic::catch_unwind(AssertUnwindSafe(|| entry(&input))) {
            let kept = keep(name, &input);
            panic!(
                "{}\nThe input is kept as {}",
                words_of(&*panic),
                kept.display()
            );
        }
        tried += 1;
        if input.len() < LONGEST {
            if seeds.len() < own + KEPT {
                seeds.push(input);
            } else {
                let place = own + random.below(KEPT);
                seeds[place] = input;
            }
        }
    }
    assert!(tried > 0, "no input was tried");
}

fn keep(name: &str, input: &[u8]) -> PathBuf {
    let folder = fuzz_folder("artifacts").join(name);
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join("found");
    fs::write(&path, input).unwrap();
    path
}

fn words_of(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
    text.unwrap_or("It stopped without a word.").to_owned()
}

fn fuzz_folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fuzz")
        .join(name)
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
