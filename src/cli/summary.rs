//! What is said at the end of a command, in words that a communications officer understands.

use std::path::Path;

use jiff::civil::Date;

use crate::diagnostic::{Diagnostics, Severity};
use crate::pipeline::Summary;
use crate::write::Written;

/// `1 page`, `2 pages`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    let thing = if number == 1 { one } else { many };
    format!("{number} {thing}")
}

/// How many problems there are: `2 errors and 1 warning`.
pub fn problems(diagnostics: &Diagnostics) -> String {
    let some = |severity, one, many| match diagnostics.count(severity) {
        0 => format!("no {many}"),
        number => count(number, one, many),
    };
    format!(
        "{} and {}",
        some(Severity::Error, "error", "errors"),
        some(Severity::Warning, "warning", "warnings")
    )
}

/// What the plan holds: `1 plan, 4 priorities, …`, without what there is none of.
pub fn contents(summary: &Summary) -> String {
    let Summary {
        pages: _,
        plans,
        priorities,
        actions,
        tasks,
        groups,
        meetings,
        terms,
        as_of: _,
    } = summary;
    let all = [
        (*plans, "plan", "plans"),
        (*priorities, "priority", "priorities"),
        (*actions, "action", "actions"),
        (*tasks, "task", "tasks"),
        (*groups, "group", "groups"),
        (*meetings, "meeting", "meetings"),
        (*terms, "glossary term", "glossary terms"),
    ];
    let parts: Vec<String> = all
        .iter()
        .filter(|(number, _, _)| *number > 0)
        .map(|(number, one, many)| count(*number, one, many))
        .collect();
    enumerate(&parts)
}

/// What was done to the output folder.
pub fn files(written: &Written, folder: &Path) -> String {
    let Written {
        created,
        updated,
        removed,
        unchanged,
    } = *written;
    let place = folder.display();
    if created + updated + removed == 0 {
        let files = count(unchanged, "file", "files");
        return format!("Nothing had changed: {files} in {place} stay as they were.");
    }
    let all = [
        (created, "new"),
        (updated, "changed"),
        (removed, "removed"),
        (unchanged, "as before"),
    ];
    let parts: Vec<String> = all
        .iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, what)| format!("{number} {what}"))
        .collect();
    format!("Files in {place}: {}.", enumerate(&parts))
}

/// A date in words: `12 July 2026`.
pub fn date(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

fn enumerate(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_said_in_words_that_agree() {
        let written = |created, updated, removed, unchanged| Written {
            created,
            updated,
            removed,
            unchanged,
        };
        let files = |written| files(&written, Path::new("public"));
        assert_eq!(
            files(written(3, 0, 1, 20)),
            "Files in public: 3 new, 1 removed and 20 as before."
        );
        assert_eq!(
            files(written(0, 0, 0, 2)),
            "Nothing had changed: 2 files in public stay as they were."
        );
        assert_eq!(problems(&Diagnostics::new()), "no errors and no warnings");
        assert_eq!(date(jiff::civil::date(2026, 7, 2)), "2 July 2026");
    }
}
