//! A page with the same mistake many times: after the first few, a count.

use std::collections::HashMap;

use super::{Code, Diagnostic, Diagnostics};
use crate::source::FileId;

/// The most messages of one kind on a page, the one with the count included.
const MOST: usize = 20;

impl Diagnostics {
    /// The same messages with at most 20 of each of these kinds on a page: where there are more, the
    /// last one counts those that are left out, at the place of the first of them.
    ///
    /// The messages must be [sorted](Diagnostics::sorted).
    #[must_use]
    pub fn limited(self, kinds: &[&'static Code]) -> Self {
        let key = |message: &Diagnostic| -> Option<(FileId, &'static str)> {
            let is_one = kinds.iter().any(|code| code.name == message.code.name);
            is_one.then(|| Some((message.file()?, message.code.name)))?
        };
        let mut totals: HashMap<_, usize> = HashMap::new();
        for key in self.iter().filter_map(key) {
            *totals.entry(key).or_default() += 1;
        }
        let mut seen: HashMap<_, usize> = HashMap::new();
        self.filter_map(|message| {
            let Some(key) = key(&message) else {
                return Some(message);
            };
            let total = totals.get(&key).copied().unwrap_or_default();
            let number = seen.entry(key).or_default();
            *number += 1;
            if total <= MOST || *number < MOST {
                Some(message)
            } else {
                (*number == MOST).then(|| rest(message, total - MOST + 1))
            }
        })
    }
}

/// The message that stands for itself and all after it.
fn rest(first: Diagnostic, count: usize) -> Diagnostic {
    let code = first.code;
    Diagnostic {
        message: format!(
            "{count} more messages like those above are left out, from here to the end of the page"
        ),
        label: String::new(),
        secondary: Vec::new(),
        help: format!(
            "Mend what is listed, then check again. Or turn this check off in index.md, under \u{201c}checks\u{201d}: {}: off",
            code.name
        ),
        ..first
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::codes;
    use crate::source::Span;

    #[test]
    fn the_twentieth_message_of_many_is_a_count() {
        let file = FileId::new(0);
        let many = |count: usize| -> Diagnostics {
            (0..count)
                .flat_map(|at| {
                    [&codes::CAPITALS, &codes::RAW_HTML]
                        .map(|code| Diagnostic::new(code, Span::new(file, at, at + 1), "x", "y"))
                })
                .collect()
        };
        let of = |messages: &Diagnostics, code: &Code| {
            messages
                .iter()
                .filter(|message| message.code.name == code.name)
                .count()
        };
        let limited = |count| many(count).sorted().limited(&[&codes::CAPITALS]);
        for (count, left) in [(19, 19), (20, 20), (21, 20), (300, 20)] {
            assert_eq!(of(&limited(count), &codes::CAPITALS), left);
            assert_eq!(of(&limited(count), &codes::RAW_HTML), count);
        }
        let all = limited(22);
        let last = all
            .iter()
            .filter(|message| message.code.name == "capitals")
            .last()
            .unwrap();
        assert!(last.message.starts_with("3 more"), "{}", last.message);
    }
}
