//! How the plan does, for the board's own people: never part of a public site.

use serde::Serialize;

use crate::dates::PartialDate;
use crate::derive::health::{Answer, Entry, Health, PlanHealth};
use crate::derive::page::PageParts;
use crate::derive::scope::Scope;
use crate::derive::view::page::PageView;
use crate::derive::view::parts::DateView;

/// How the plan does. Its headings and sentences are in English, like all messages of the program.
#[derive(Clone, Debug, Serialize)]
pub struct HealthView {
    /// What every page has.
    pub page: PageView,
    /// The day at which the plan was looked at.
    pub as_of: DateView,
    /// The plan that is worked on.
    pub plan: Option<PlanHealthView>,
    /// How many entries there are in all.
    pub count: usize,
    /// What was asked, and what was found.
    pub questions: Vec<HealthQuestionView>,
    /// What is said of questions for which nothing was found.
    pub in_order: Vec<&'static str>,
}

/// How the actions of the plan that is worked on stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlanHealthView {
    /// Its title.
    pub title: String,
    /// All its actions.
    pub actions: usize,
    /// How many are finished.
    pub finished: usize,
    /// How many are late as a whole.
    pub late: usize,
}

/// A question and what was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HealthQuestionView {
    /// Its id on the page.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// What was found.
    pub entries: Vec<HealthEntryView>,
}

/// Something that needs a look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HealthEntryView {
    /// The reference of an action or priority.
    pub reference: Option<String>,
    /// What it is about.
    pub title: String,
    /// The page of it, relative to this one.
    pub href: String,
    /// What is to be known, in one sentence.
    pub sentence: String,
    /// Who leads, in the author's words.
    pub leads: Vec<String>,
    /// By when, in the author's words.
    pub when: Option<String>,
    /// The file below the root.
    pub file: String,
    /// The line in it.
    pub line: usize,
}

impl HealthView {
    /// The page of a plan's health.
    #[must_use]
    pub fn new(scope: &Scope<'_>, health: &Health) -> Self {
        let Health {
            board: _,
            as_of,
            plan,
            answers,
        } = health;
        Self {
            page: scope.page(PageParts::new("health", scope.title())),
            as_of: scope.date(PartialDate::Day(*as_of)),
            plan: plan.as_ref().map(|plan| {
                let PlanHealth {
                    title,
                    actions,
                    finished,
                    late,
                } = plan.clone();
                PlanHealthView {
                    title,
                    actions,
                    finished,
                    late,
                }
            }),
            count: health.count(),
            questions: answers
                .iter()
                .map(|answer| question(scope, answer))
                .collect(),
            in_order: answers
                .iter()
                .filter(|answer| answer.entries.is_empty())
                .map(|answer| answer.nothing)
                .collect(),
        }
    }
}

fn question(scope: &Scope<'_>, answer: &Answer) -> HealthQuestionView {
    let Answer {
        key,
        title,
        nothing: _,
        entries,
    } = answer;
    HealthQuestionView {
        id: format!("part.{key}"),
        title: (*title).to_owned(),
        entries: entries.iter().map(|one| entry(scope, one)).collect(),
    }
}

fn entry(scope: &Scope<'_>, entry: &Entry) -> HealthEntryView {
    let Entry {
        about,
        reference,
        title,
        leads,
        when,
        day: _,
        file,
        line,
        sentence,
    } = entry;
    HealthEntryView {
        reference: reference.clone(),
        title: title.clone(),
        href: scope.href(*about),
        sentence: sentence.clone(),
        leads: leads.clone(),
        when: when.clone(),
        file: file.clone(),
        line: *line,
    }
}
