//! One new file, with its fields explained.

use jiff::civil::Date;

use super::text::{file_name, financial_year, reference_name, value};
use crate::output::{OutputPath, Outputs};

/// What can be added to a board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A business plan.
    Plan,
    /// A priority of a plan.
    Priority,
    /// An action of a priority.
    Action,
    /// A group of the board.
    Group,
    /// A cycle of meetings, usually one a year.
    MeetingCycle,
    /// Any other document.
    Page,
}

/// What is known of a file that is to be made.
#[derive(Clone, Copy, Debug)]
pub struct NewFile<'a> {
    /// What it is.
    pub kind: Kind,
    /// Its title or name.
    pub title: &'a str,
    /// Its reference, such as `1.10`.
    pub reference: Option<&'a str>,
    /// The folder below `content/` that it belongs in: `groups`.
    pub folder: &'a str,
    /// The day, for the period of a plan or of a cycle of meetings.
    pub today: Date,
}

/// The file, with a path below the root; `None` where no file name can be made from the title.
#[must_use]
pub fn new_file(new: &NewFile<'_>) -> Option<Outputs> {
    let stem = file_name(new.title)?;
    let stem = match new.reference.map(reference_name) {
        Some(reference) if !reference.is_empty() => format!("{reference}-{stem}"),
        _ => stem,
    };
    let name = match new.kind {
        Kind::Plan => format!("{stem}/plan.md"),
        Kind::Priority => format!("{stem}/priority.md"),
        Kind::Action | Kind::Group | Kind::MeetingCycle | Kind::Page => format!("{stem}.md"),
    };
    let folder = new.folder.trim_matches('/');
    let path = match folder {
        "" => format!("content/{name}"),
        folder => format!("content/{folder}/{name}"),
    };
    let mut files = Outputs::default();
    files.insert(OutputPath::new(path), text(new));
    Some(files)
}

fn text(new: &NewFile<'_>) -> String {
    let year = financial_year(new.today);
    let title = value(new.title);
    let reference = new
        .reference
        .map(|reference| format!("ref: {}\n", value(reference)))
        .unwrap_or_default();
    let (required, optional, body) = match new.kind {
        Kind::Plan => (
            format!("title: {title}\nperiod: {year}-{}\n", year + 3),
            PLAN,
            "What this plan is for, and how it was made.",
        ),
        Kind::Priority => (
            format!("title: {title}\n{reference}"),
            PRIORITY,
            "Why this matters, and what will be different.",
        ),
        Kind::Action => (
            format!("title: {title}\n{reference}"),
            ACTION,
            "More about this action, if there is more to say.",
        ),
        Kind::Group => (format!("name: {title}\n"), GROUP, "What this group is for."),
        Kind::MeetingCycle => (
            format!(
                "title: {title}\nperiod: April {year} to March {}\n",
                year + 1
            ),
            MEETING_CYCLE,
            "Who may come, and where the papers are.",
        ),
        Kind::Page => (
            format!("title: {title}\n{reference}"),
            PAGE,
            "The text of the page. Begin headings with ##.",
        ),
    };
    format!("---\n{required}{EXPLANATION}{optional}---\n\n{body}\n")
}

const EXPLANATION: &str = "\
#
# The lines below are fields that you may use: take away the # and the space
# after it, and change the example.
#
";

const PLAN: &str = "\
# vision: Everybody in our area is safe, and is heard.
# outcomes:
#   - ref: \"1\"
#     title: Families get help before things go wrong
# statuses:
#   - name: Not started
#     colour: grey
#   - name: On track
#     colour: green
#   - name: Complete
#     colour: blue
#     finished: yes
# approved_on: 12 July 2026
# next_review: July 2027
";

const PRIORITY: &str = "\
# outcome: Families get the right help early.
# outcomes: \"1\"
# owner: Executive Group
";

const ACTION: &str = "\
# lead: the group, member or role that leads; several as a list
# support: who helps
# due: March 2027, or Q3 2026, or ongoing
# status: On track
# impact: what will be different
# measures: how we will know
# tasks:
#   - The first thing to do
#   - task: The second thing to do
#     lead: Training Group
#     due: June 2026
# progress:
#   - date: 12 July 2026
#     note: What was done
";

const GROUP: &str = "\
# short_name: the short form that people use
# kind: standing
# reports_to: the group above it
# chair: a role or member
# members:
#   - Council
#   - Police
# frequency: every three months
";

const MEETING_CYCLE: &str = "\
# meetings:
#   - group: Training Group
#     time: 14:00 to 16:00
#     place: Town hall
#     dates:
#       - 9 June 2026
#       - date: 8 September 2026
#         state: cancelled
#         note: Moved to the joint meeting
";

const PAGE: &str = "\
# summary: One or two sentences for lists and search.
# contents: yes
# updated: 12 July 2026
# next_review: July 2027
# draft: true
";

#[cfg(test)]
mod tests {
    use super::*;

    fn made(kind: Kind, reference: Option<&str>, folder: &str) -> (String, String) {
        let files = new_file(&NewFile {
            kind,
            title: "Help: early & late",
            reference,
            folder,
            today: jiff::civil::date(2026, 4, 1),
        })
        .unwrap();
        let (path, output) = files.iter().next().unwrap();
        (
            path.to_string(),
            String::from_utf8(output.bytes.clone()).unwrap(),
        )
    }

    #[test]
    fn files_stand_where_their_kind_belongs() {
        let (path, text) = made(Kind::Action, Some("1.10"), "plans/2026-2029/1-help");
        assert_eq!(
            path,
            "content/plans/2026-2029/1-help/1.10-help-early-late.md"
        );
        assert!(
            text.starts_with("---\ntitle: 'Help: early & late'\nref: '1.10'\n#"),
            "{text}"
        );
        assert_eq!(
            made(Kind::Plan, None, "plans").0,
            "content/plans/help-early-late/plan.md"
        );
        assert_eq!(made(Kind::Page, None, "").0, "content/help-early-late.md");
    }

    #[test]
    fn every_line_of_front_matter_is_a_field_or_an_explanation() {
        for kind in [
            Kind::Plan,
            Kind::Priority,
            Kind::Action,
            Kind::Group,
            Kind::MeetingCycle,
            Kind::Page,
        ] {
            let (_, text) = made(kind, None, "x");
            let front = text.split("---\n").nth(1).unwrap();
            for line in front.lines() {
                assert!(line.starts_with('#') || line.contains(": "), "{line}");
            }
        }
    }
}
