//! The report for programs: one JSON object.
//!
//! Keys are never renamed or removed; new ones may come. `format` is 1 as long as that holds.
//!
//! ```text
//! format     1
//! board      the name of the board
//! as_of      "2026-11-21"
//! errors     how many errors the files have: where there are any, the report lacks what could not be read
//! warnings   how many warnings
//! plan       null, or { title, actions, finished, late }: numbers of actions
//! questions  [ { key, title, entries } ], always all of them, in a fixed order
//! entries    [ { ref, title, leads, when, day, file, line, sentence } ]
//!            ref, when and day may be null; leads is a list of texts; day is "2027-03-31"
//! ```

use serde::Serialize;

use crate::derive::health::{Answer, Entry, Health, PlanHealth};
use crate::diagnostic::Severity;
use crate::pipeline::Report;

#[derive(Serialize)]
struct ReportForm<'a> {
    format: u32,
    board: &'a str,
    as_of: String,
    errors: usize,
    warnings: usize,
    plan: Option<PlanForm<'a>>,
    questions: Vec<QuestionForm<'a>>,
}

#[derive(Serialize)]
struct PlanForm<'a> {
    title: &'a str,
    actions: usize,
    finished: usize,
    late: usize,
}

#[derive(Serialize)]
struct QuestionForm<'a> {
    key: &'a str,
    title: &'a str,
    entries: Vec<EntryForm<'a>>,
}

#[derive(Serialize)]
struct EntryForm<'a> {
    #[serde(rename = "ref")]
    reference: Option<&'a str>,
    title: &'a str,
    leads: &'a [String],
    when: Option<&'a str>,
    day: Option<String>,
    file: &'a str,
    line: usize,
    sentence: &'a str,
}

/// The whole report, with a final line end.
pub fn report(report: &Report) -> String {
    let Health {
        board,
        as_of,
        plan,
        answers,
    } = &report.health;
    let form = ReportForm {
        format: 1,
        board,
        as_of: as_of.to_string(),
        errors: report.diagnostics.count(Severity::Error),
        warnings: report.diagnostics.count(Severity::Warning),
        plan: plan.as_ref().map(plan_form),
        questions: answers.iter().map(question).collect(),
    };
    // Text and numbers always serialise; an empty object is the honest fallback.
    serde_json::to_string_pretty(&form).unwrap_or_else(|_| "{}".to_owned()) + "\n"
}

fn plan_form(plan: &PlanHealth) -> PlanForm<'_> {
    let PlanHealth {
        title,
        actions,
        finished,
        late,
    } = plan;
    PlanForm {
        title,
        actions: *actions,
        finished: *finished,
        late: *late,
    }
}

fn question(answer: &Answer) -> QuestionForm<'_> {
    let Answer {
        key,
        title,
        nothing: _,
        entries,
    } = answer;
    QuestionForm {
        key,
        title,
        entries: entries.iter().map(entry).collect(),
    }
}

fn entry(entry: &Entry) -> EntryForm<'_> {
    let Entry {
        about: _,
        reference,
        title,
        leads,
        when,
        day,
        file,
        line,
        sentence,
    } = entry;
    EntryForm {
        reference: reference.as_deref(),
        title,
        leads,
        when: when.as_deref(),
        day: day.map(|day| day.to_string()),
        file,
        line: *line,
        sentence,
    }
}
