//! The report to read: a summary, then each question with what was found.

use crate::cli::summary::{count, date, problems};
use crate::derive::health::{Answer, Entry, Health, PlanHealth};
use crate::pipeline::Report;

/// No line is longer, except where a single word is.
const WIDEST: usize = 100;

/// Nor shorter, on the narrowest terminal.
const NARROWEST: usize = 40;

/// Between the edge and an entry.
const INDENT: &str = "  ";

/// That something may be missing from a report, and how to see why. `root` names the board in a
/// command.
pub fn incomplete(report: &Report, root: &str) -> String {
    format!(
        "Take care: the files have {}. What could not be read because of the errors is not in this report. To see them: boardplan check{root}",
        problems(&report.diagnostics)
    )
}

/// The whole report. Headings are bold where the terminal can do that. `root` names the board in a
/// command; `width` is that of the terminal, where there is one.
pub fn report(report: &Report, root: &str, width: Option<usize>) -> String {
    let mut text = Text {
        finished: String::new(),
        width: width.map_or(WIDEST, |width| width.clamp(NARROWEST, WIDEST)),
    };
    let Health {
        board,
        as_of,
        plan,
        answers,
    } = &report.health;
    let whose = match board.as_str() {
        "" => "How the plan is doing".to_owned(),
        board => format!("{board}: how the plan is doing"),
    };
    text.heading(&format!("{whose} on {}", date(*as_of)));
    if report.diagnostics.has_errors() {
        text.blank();
        text.wrapped("", &incomplete(report, root));
    }
    text.blank();
    text.wrapped("", &plan_sentence(plan.as_ref()));
    text.blank();
    summary(&mut text, answers);
    let (in_order, found): (Vec<&Answer>, Vec<&Answer>) =
        answers.iter().partition(|answer| answer.entries.is_empty());
    for answer in found {
        text.blank();
        text.heading(&format!("{} ({})", answer.title, answer.entries.len()));
        for one in &answer.entries {
            text.blank();
            entry(&mut text, one);
        }
    }
    if !in_order.is_empty() {
        text.blank();
        text.heading("In order");
        text.blank();
    }
    for answer in in_order {
        text.wrapped(INDENT, answer.nothing);
    }
    text.finished
}

fn plan_sentence(plan: Option<&PlanHealth>) -> String {
    match plan {
        None => "No plan is being worked on at the moment.".to_owned(),
        Some(PlanHealth {
            title,
            actions,
            finished,
            late,
        }) => format!(
            "\u{201c}{title}\u{201d} has {}: {finished} finished, {late} overdue as a whole.",
            count(*actions, "action", "actions")
        ),
    }
}

/// A line for each question: how many, and what of.
fn summary(text: &mut Text, answers: &[Answer]) {
    let number = |answer: &Answer| answer.entries.len().to_string();
    let width = answers
        .iter()
        .map(|answer| number(answer).len())
        .max()
        .unwrap_or(0);
    for answer in answers {
        text.line(&format!(
            "{INDENT}{:>width$}  {}",
            number(answer),
            answer.title
        ));
    }
}

fn entry(text: &mut Text, entry: &Entry) {
    let Entry {
        about: _,
        reference,
        title,
        leads,
        when,
        day: _,
        file,
        line,
        sentence,
    } = entry;
    let name = match reference {
        Some(reference) => format!("{reference}  {title}"),
        None => title.clone(),
    };
    text.wrapped(INDENT, &name);
    let deeper = INDENT.repeat(2);
    text.wrapped(&deeper, sentence);
    if !leads.is_empty() {
        text.labelled("Led by:", &leads.join("; "));
    }
    if let Some(when) = when {
        text.labelled("When:", when);
    }
    text.labelled("Look in:", &format!("{file}, line {line}"));
}

/// Lines as they are made.
struct Text {
    finished: String,
    /// The longest line, in columns.
    width: usize,
}

impl Text {
    fn line(&mut self, line: &str) {
        self.finished.push_str(line.trim_end());
        self.finished.push('\n');
    }

    fn blank(&mut self) {
        self.line("");
    }

    /// Bold; the terminal takes the marks away where they are not wanted (`NO_COLOR`).
    fn heading(&mut self, words: &str) {
        for line in wrap(words, self.width) {
            self.line(&format!("\u{1b}[1m{line}\u{1b}[0m"));
        }
    }

    fn wrapped(&mut self, indent: &str, words: &str) {
        for line in wrap(words, self.width - indent.len()) {
            self.line(&format!("{indent}{line}"));
        }
    }

    /// A label and its value, all values below each other.
    fn labelled(&mut self, label: &str, value: &str) {
        const LABEL: usize = 9;
        let indent = INDENT.len() * 2;
        let mut label = label;
        for line in wrap(value, self.width - indent - LABEL) {
            self.line(&format!("{:indent$}{label:<LABEL$}{line}", ""));
            label = "";
        }
    }
}

/// Words in lines of at most so many characters. What an author wrote may hold control characters,
/// which a terminal must not see.
fn wrap(words: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        let word: String = word.chars().filter(|c| !c.is_control()).collect();
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_fill_lines_and_a_long_one_stays_whole() {
        assert_eq!(wrap("a bb ccc", 4), ["a bb", "ccc"]);
        assert_eq!(wrap("a\u{1b}[1m \n long", 2), ["a[1m", "long"]);
        assert!(wrap("  ", 4).is_empty());
    }
}
