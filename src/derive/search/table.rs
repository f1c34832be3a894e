//! Which words lead to which pages, as short as it can be said in text that can be read.

use std::collections::{BTreeMap, BTreeSet};

use crate::derive::view::search_index::WordTable;

/// The digits that end a number.
const LAST: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// The digits that say that another follows.
const BEFORE: &[u8; 26] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// A table from the words of each page, the pages in their order.
pub(super) fn table<'a>(pages: impl Iterator<Item = &'a BTreeSet<String>>) -> WordTable {
    let mut by_word: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (page, words) in pages.enumerate() {
        for word in words {
            by_word.entry(word).or_default().push(page);
        }
    }
    let mut table = WordTable::default();
    let mut last = "";
    for (word, pages) in by_word {
        if !table.words.is_empty() {
            table.words.push(' ');
            table.pages.push(' ');
        }
        table.words.push_str(&after(last, word));
        last = word;
        let mut next = 0;
        for page in pages {
            push_number(&mut table.pages, page - next);
            next = page + 1;
        }
    }
    table
}

/// A word as what differs from the word before it: one digit says how many characters they share,
/// at most 35, the rest follows. After `abuse`, `abused` is `5d`. Characters are counted as
/// JavaScript does, in units of UTF-16.
fn after(last: &str, word: &str) -> String {
    let mut shared = 0;
    let mut rest = word;
    for (one, other) in last.chars().zip(word.chars()) {
        if one != other || shared + one.len_utf16() >= LAST.len() {
            break;
        }
        shared += one.len_utf16();
        rest = &rest[one.len_utf8()..];
    }
    format!("{}{rest}", char::from(LAST[shared]))
}

/// A number in as few characters as it needs: the last digit to the base of 36 in small letters,
/// what is before it to the base of 26 in capitals. 35 is `z`, 36 is `B0`, so that
/// numbers need nothing between them.
fn push_number(text: &mut String, number: usize) {
    let last = LAST[number % LAST.len()];
    let mut rest = number / LAST.len();
    let mut before = Vec::new();
    while rest > 0 {
        before.push(BEFORE[rest % BEFORE.len()]);
        rest /= BEFORE.len();
    }
    text.extend(before.iter().rev().map(|digit| char::from(*digit)));
    text.push(char::from(last));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_says_only_what_is_new_and_a_page_how_many_were_passed_over() {
        let page = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let pages: Vec<BTreeSet<String>> = vec![
            page(&["abuse"]),
            page(&["abuse", "abused"]),
            page(&["zoo"]),
            page(&["abuse"]),
        ];
        let table = table(pages.iter());
        assert_eq!(table.words, "0abuse 5d 0zoo");
        assert_eq!(table.pages, "001 1 2");
    }

    #[test]
    fn numbers_need_nothing_between_them() {
        let mut text = String::new();
        for number in [0, 35, 36, 36 * 26 - 1, 36 * 26] {
            push_number(&mut text, number);
        }
        assert_eq!(text, "0zB0ZzBA0");
    }
}
