//! Actions: one file each, 150 to 400 words.

use crate::File;
use crate::names::Names;
use crate::random::{Purpose, Random};
use crate::size::Size;
use crate::text::{count_words, fill, fill_term, slug};
use crate::words;
use crate::yaml;

/// The words of an action at which no more sentences are added; the last one may go 24 words beyond.
const FEWEST_WORDS: usize = 170;
const MOST_WORDS: usize = 370;

const HEADING: &str = "How we will go about it";

/// Months are counted from the start of the plan, April 2026. At the date of the plan's checks, 21 November 2026,
/// whatever is not finished must lie ahead.
const FIRST_MONTH_AHEAD: usize = 8;
const LAST_MONTH: usize = 35;

const MONTHS: [&str; 12] = [
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "January",
    "February",
    "March",
];

/// The file of the action with that index.
pub fn file(index: usize, size: Size, names: &Names) -> File {
    let (priority, number) = size.place_of(index);
    let folder = crate::plan::priority_folder(priority, names);
    let name = slug(&names.actions[index], 40);
    File {
        path: format!("{folder}/{priority}.{number}-{name}.md"),
        text: write(index, size, names).text,
    }
}

fn write(index: usize, size: Size, names: &Names) -> Writer {
    let random = &mut Random::for_thing(Purpose::Action, index);
    let (priority, number) = size.place_of(index);
    let title = &names.actions[index];
    let state = State::pick(random);
    let mut writer = Writer {
        text: format!(
            "---\ntitle: {}\nref: {priority}.{number}\n",
            yaml::value(title)
        ),
        words: count_words(title),
    };
    write_fields(&mut writer, index, names, state, random);
    write_tasks(&mut writer, index, names, state, random);
    if state != State::NotStarted {
        write_progress(&mut writer, names, random);
    }
    writer.text.push_str("---\n");
    write_body(&mut writer, index, size, names, random);
    writer
}

/// A file as it grows, and how many words a reader will count in it.
struct Writer {
    text: String,
    words: usize,
}

impl Writer {
    /// A line of front matter that is not prose.
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// A line of front matter that ends in prose.
    fn prose(&mut self, before: &str, prose: &str, after: &str) {
        self.words += count_words(prose);
        self.text.push_str(&format!(
            "{before}{}{after}\n",
            if after.is_empty() {
                yaml::value(prose)
            } else {
                yaml::inner_value(prose)
            }
        ));
    }
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    NotStarted,
    UnderWay(&'static str),
    Finished(&'static str),
}

impl State {
    fn pick(random: &mut Random) -> State {
        match random.below(10) {
            0..2 => State::NotStarted,
            2..5 => State::UnderWay("On track"),
            5..7 => State::UnderWay("Some delay"),
            7 => State::UnderWay("Off track"),
            8 => State::Finished("Complete"),
            _ => State::Finished("Cancelled"),
        }
    }

    fn name(self) -> &'static str {
        match self {
            State::NotStarted => "Not started",
            State::UnderWay(name) | State::Finished(name) => name,
        }
    }
}

fn write_fields(
    writer: &mut Writer,
    index: usize,
    names: &Names,
    state: State,
    random: &mut Random,
) {
    if random.once_in(8) {
        writer.line(&format!("scope: {} only", random.word(&words::PLACES)));
    }
    writer.line(&format!("lead: {}", lead(index, names, random)));
    if random.once_in(2) {
        writer.line(&format!(
            "support: {}",
            yaml::value(&random.pick(&names.groups).name)
        ));
    }
    writer.line(&format!("due: {}", due(state, random)));
    writer.line(&format!("status: {}", state.name()));
    if random.once_in(3) {
        writer.line(&format!(
            "identified_by: {}",
            yaml::value(&random.pick(&names.strategies).name)
        ));
    }
    let outcome = random.between(1, 6);
    writer.line(&format!("outcomes: [{outcome}, {}]", outcome % 6 + 1));
    if random.once_in(6) {
        writer.line("priorities: S1");
    }
    writer.line("links:");
    writer.line(&format!(
        "  - {}",
        yaml::value(&names.strategies[index % names.strategies.len()].name)
    ));
    if random.once_in(2) {
        let other = &names.strategies[(index + 1) % names.strategies.len()].name;
        writer.line(&format!(
            "  - {{to: {}, item: Recommendation {}}}",
            yaml::inner_value(other),
            random.between(1, 40)
        ));
    }
    let impact = fill(random.word(&words::IMPACTS), names, random);
    writer.prose("impact: ", &impact, "");
    writer.line("measures:");
    for (order, letter) in ["a", "b"].into_iter().enumerate() {
        if order == 0 || random.once_in(2) {
            write_measure(writer, &format!("M{}{letter}", index + 1), names, random);
        }
    }
}

fn write_measure(writer: &mut Writer, code: &str, names: &Names, random: &mut Random) {
    let (count, unit, direction) = *random.pick(&words::COUNTS);
    if random.once_in(4) {
        let impact = fill(random.word(&words::IMPACTS), names, random);
        writer.prose("  - ", &impact, "");
        return;
    }
    let start = random.between(20, 60);
    let (target, first, second) = match direction {
        "up" => (start + 25, start + 3, start + 9),
        _ => (start - 15, start - 2, start - 6),
    };
    writer.prose("  - measure: ", count, "");
    writer.line(&format!("    code: {code}"));
    writer.line(&format!("    unit: {unit}"));
    writer.line(&format!("    baseline: {start}"));
    writer.line(&format!("    target: {target}"));
    writer.line(&format!("    direction: {direction}"));
    writer.line(&format!("    values: [{{date: June 2026, value: {first}}}, {{date: September 2026, value: {second}}}]"));
}

fn write_tasks(
    writer: &mut Writer,
    index: usize,
    names: &Names,
    state: State,
    random: &mut Random,
) {
    writer.line("tasks:");
    let rows = random.between(1, 5);
    let double = random.below(rows * 2);
    for row in 0..rows {
        let task = fill(random.word(&words::TASKS), names, random);
        if row == double {
            writer.line("  - task:");
            writer.prose("      - ", &task, "");
            let second = fill(random.word(&words::TASKS), names, random);
            writer.prose("      - ", &second, "");
        } else if random.once_in(3) {
            writer.prose("  - ", &task, "");
            continue;
        } else {
            writer.prose("  - task: ", &task, "");
        }
        writer.line(&format!(
            "    lead: {}",
            lead(index + row + 1, names, random)
        ));
        if random.once_in(2) {
            writer.line(&format!("    due: {}", due(state, random)));
        }
    }
}

fn write_progress(writer: &mut Writer, names: &Names, random: &mut Random) {
    writer.line("progress:");
    // The newest note is always of October 2026: in November it is not six months old.
    for month in ["October", "July", "May"]
        .into_iter()
        .take(random.between(1, 3))
    {
        let note = fill(random.word(&words::NOTES), names, random);
        writer.prose(
            "  - {note: ",
            &note,
            &format!(", date: {} {month} 2026}}", random.between(1, 28)),
        );
    }
}

fn write_body(writer: &mut Writer, index: usize, size: Size, names: &Names, random: &mut Random) {
    let target = random.between(FEWEST_WORDS, MOST_WORDS);
    let mut paragraph: Vec<String> = required_sentences(index, size, names, random);
    writer.words += paragraph
        .iter()
        .map(|sentence| count_words(sentence))
        .sum::<usize>();
    let mut used: Vec<&str> = Vec::new();
    while writer.words < target && used.len() < words::SENTENCES.len() {
        let template = random.word(&words::SENTENCES);
        if used.contains(&template) {
            continue;
        }
        used.push(template);
        let sentence = fill(template, names, random);
        writer.words += count_words(&sentence);
        paragraph.push(sentence);
    }
    random.shuffle(&mut paragraph);
    let mut paragraphs = paragraph.chunks(4).map(|sentences| sentences.join(" "));
    if let Some(first) = paragraphs.next() {
        writer.line(&first);
    }
    for (order, text) in paragraphs.enumerate() {
        if order == 1 && index.is_multiple_of(3) {
            writer.line(&format!("\n## {HEADING}"));
            writer.words += count_words(HEADING);
        }
        writer.line(&format!("\n{text}"));
    }
}

/// Terms in turn, so that each one is used somewhere, and links to another action and to a page.
fn required_sentences(index: usize, size: Size, names: &Names, random: &mut Random) -> Vec<String> {
    let term = |step: usize| &names.terms[(index * 2 + step) % names.terms.len()];
    let mut sentences = Vec::new();
    for step in 0..2 {
        sentences.push(fill_term(
            random.word(&words::TERM_SENTENCES),
            &term(step).term,
            random,
        ));
    }
    for step in 2..4 {
        let short = term(step).abbreviation.as_ref().unwrap_or(&term(step).term);
        sentences.push(fill_term(
            random.word(&words::SHORT_TERM_SENTENCES),
            short,
            random,
        ));
    }
    let other = (index + 1 + random.below(size.actions - 1)) % size.actions;
    let (priority, number) = size.place_of(other);
    sentences.push(format!(
        "It goes together with [action {priority}.{number}](action:{priority}.{number})."
    ));
    if random.once_in(2) {
        sentences.push(format!(
            "The background is on the page [](page:{}).",
            random.pick(&names.pages).path
        ));
    }
    sentences
}

/// Leads in turn, so that every group, post and member has work; in the forms that plans use.
fn lead(turn: usize, names: &Names, random: &mut Random) -> String {
    let group = &names.groups[turn % names.groups.len()].name;
    let role = &names.roles[turn % names.roles.len()];
    match random.below(8) {
        0..3 => yaml::value(group),
        3 => yaml::value(&format!("Chair of {group}")),
        4 | 5 => yaml::value(role),
        6 => yaml::value(&names.members[turn % names.members.len()]),
        _ => yaml::list(&[group, role]),
    }
}

fn due(state: State, random: &mut Random) -> String {
    if let State::Finished(_) = state {
        let month = random.between(1, FIRST_MONTH_AHEAD - 2);
        return if random.once_in(2) {
            month_and_year(month)
        } else {
            format!("End of {}", month_and_year(month))
        };
    }
    let month = random.between(FIRST_MONTH_AHEAD, LAST_MONTH - 3);
    match random.below(8) {
        0..2 => month_and_year(month),
        2 => format!("End of {}", month_and_year(month)),
        3 => format!("By {}", month_and_year(month)),
        4 => format!("{} {}", random.between(1, 28), month_and_year(month)),
        5 => format!("{} to {}", month_and_year(month), month_and_year(month + 3)),
        6 => format!("{} and ongoing", month_and_year(month)),
        _ => yaml::list(&[month_and_year(month), month_and_year(month + 3)]),
    }
}

fn month_and_year(month: usize) -> String {
    // The year begins in April, so January is the tenth month of the list.
    format!("{} {}", MONTHS[month % 12], 2026 + (month + 3) / 12)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_follow_the_plan() {
        assert_eq!(month_and_year(0), "April 2026");
        assert_eq!(month_and_year(8), "December 2026");
        assert_eq!(month_and_year(9), "January 2027");
        assert_eq!(month_and_year(35), "March 2029");
    }

    #[test]
    fn an_action_has_150_to_400_words() {
        let size = Size::of(300).expect("allowed");
        let names = Names::invent(size);
        for index in 0..size.actions {
            let words = write(index, size, &names).words;
            assert!(
                (150..=400).contains(&words),
                "{words} words in action {index}"
            );
        }
    }
}
