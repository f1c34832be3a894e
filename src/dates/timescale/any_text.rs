//! Whatever a file may hold, reading it ends soon and without a panic.

use crate::dates::{Years, read_date, read_date_within, read_period, read_time, read_timescale};

/// The pieces that forms are made of, and things that nobody would type.
const PIECES: &[&str] = &[
    "12",
    "3",
    "99",
    "2026",
    "2029",
    "9999",
    "00",
    "123456789012345678901234567890",
    "July",
    "Mawrth",
    "may",
    "Sept.",
    "Tuesday",
    "dydd",
    "th",
    "by",
    "end of",
    "from",
    "between",
    "and",
    "to",
    "or",
    "ongoing",
    "until",
    "Q3",
    "quarter",
    "at each",
    "meeting",
    "of the",
    "as per",
    "for",
    "throughout",
    "TBC",
    "summer",
    "pm",
    "a.m.",
    "noon",
    ",",
    ".",
    "/",
    "-",
    "–",
    "&",
    ":",
    ";",
    "(",
    ")",
    "'",
    "é",
    "日本",
    "\u{301}",
    "\u{200b}",
    "\u{a0}",
    "\n",
    "٣",
    "🦀",
    " ",
    "  ",
];

/// A pseudo-random text, the same each time (a linear congruential generator, Knuth's MMIX constants).
fn next_text(seed: &mut u64, longest: u64) -> String {
    let mut draw = |below: u64| {
        *seed = seed
            .wrapping_mul(6364136223846793005)
            .wrapping_add(1442695040888963407);
        (*seed >> 33) % below
    };
    let mut text = String::new();
    for _ in 0..draw(longest) {
        let piece = usize::try_from(draw(PIECES.len() as u64)).unwrap_or_default();
        text.push_str(PIECES[piece]);
        if draw(3) > 0 {
            text.push(' ');
        }
    }
    text
}

#[test]
fn no_text_makes_a_reader_panic_or_give_a_range_that_is_turned_round() {
    let mut seed = 2026;
    for _ in 0..20_000 {
        let text = next_text(&mut seed, 14);
        for years in [Years::Financial, Years::Calendar] {
            let timescale = read_timescale(&text, years);
            for due in &timescale.dues {
                assert!(
                    due.from.is_none_or(|from| from <= due.to) && due.earliest <= due.to,
                    "{text:?}"
                );
                assert!(
                    !timescale.words(due).is_empty() && text.get(due.words.clone()).is_some(),
                    "{text:?}"
                );
            }
            if let Some(problem) = timescale.problem() {
                assert!(!problem.message().is_empty() && !problem.help().is_empty());
            }
            if let Ok(period) = read_period(&text, years) {
                assert!(period.from <= period.to, "{text:?}");
                let _ = read_date_within(&text, &period);
            }
        }
        let _ = read_date(&text);
        if let Ok(time) = read_time(&text) {
            assert!(time.end.is_none_or(|end| time.start < end), "{text:?}");
        }
    }
}

#[test]
fn a_very_long_text_takes_time_in_proportion() {
    // Each takes a tenth of a second where nobody optimises, and minutes if a reader goes over the rest of the text from
    // each of its places.
    const REPEATS: usize = 30_000;
    let pieces = [
        "9",
        "x",
        "x, ",
        "a and ",
        "by the ",
        "1, ",
        "1-",
        "June, ",
        "June 2026, ",
        "2026-",
        "(x",
        "(x) ",
        "a.m.",
        "at each x ",
        "ongoing ",
        "as per ",
    ];
    for piece in pieces {
        for text in [
            piece.repeat(REPEATS),
            format!("June 2026 {}", piece.repeat(REPEATS)),
        ] {
            let timescale = read_timescale(&text, Years::Financial);
            assert!(
                timescale
                    .problem()
                    .is_none_or(|problem| problem.message().len() < 2_000),
                "{piece}"
            );
        }
    }
}
