//! How a plan does, for those who look after it: what lacks a lead, is overdue, was not explained.
//!
//! One question a file, or several where they are alike. What a check finds already is taken from
//! its messages, so that the report and the messages never differ; see `tests/checks/`. What is
//! archived is kept as it was, and not asked after.

mod due_soon;
mod found_by_checks;
mod idle_groups;
mod meeting_papers;
mod no_outcome;
mod spellings;
mod subject;
mod two_senses;

use crate::dates::Date;
use crate::derive::deadlines::last_day_soon;
use crate::derive::relations::{Relations, actions_of_plan};
use crate::diagnostic::Diagnostics;
use crate::model::standing::standing;
use crate::model::{Entity, Site};
use crate::source::{Sources, Span, Texts};

use subject::Subjects;

/// What is asked of a plan.
pub struct Question {
    /// Its name for programs: `no-lead`.
    pub key: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// What is said where nothing is found, in one sentence.
    pub nothing: &'static str,
    ask: fn(&Asked<'_>) -> Vec<Finding>,
}

/// Everything that is asked, in the order of a board manager's day.
pub const QUESTIONS: &[Question] = &[
    Question {
        key: "overdue",
        title: "Overdue",
        nothing: "Nothing is overdue.",
        ask: found_by_checks::overdue,
    },
    Question {
        key: "due-soon",
        title: "Due in the next 90 days",
        nothing: "Nothing is due in the next 90 days.",
        ask: due_soon::ask,
    },
    Question {
        key: "no-progress",
        title: "No progress for six months",
        nothing: "Every action that is under way has a recent progress note.",
        ask: found_by_checks::no_progress,
    },
    Question {
        key: "no-lead",
        title: "Without a lead",
        nothing: "No action lacks a lead where the plan names leads.",
        ask: found_by_checks::no_lead,
    },
    Question {
        key: "no-measure",
        title: "Without a measure",
        nothing: "No action lacks a measure where the plan has measures.",
        ask: found_by_checks::no_measure,
    },
    Question {
        key: "no-outcome",
        title: "Not linked to an outcome",
        nothing: "No action lacks an outcome where the plan has outcomes.",
        ask: no_outcome::ask,
    },
    Question {
        key: "leads-nothing",
        title: "Groups that lead nothing",
        nothing: "Every group of the board leads something in the plan.",
        ask: idle_groups::lead_nothing,
    },
    Question {
        key: "meets-without-work",
        title: "Groups that meet without work in the plan",
        nothing: "Every group that meets has work in the plan.",
        ask: idle_groups::meet_without_work,
    },
    Question {
        key: "several-spellings",
        title: "Names that are written in several ways",
        nothing: "Every group, member and role is always called by one of its names.",
        ask: spellings::ask,
    },
    Question {
        key: "no-papers",
        title: "Meetings without papers",
        nothing: "No meeting lacks papers, of groups that publish them.",
        ask: meeting_papers::ask,
    },
    Question {
        key: "past-review",
        title: "Pages past their review",
        nothing: "No page is past its review.",
        ask: found_by_checks::past_review,
    },
    Question {
        key: "unexplained-abbreviation",
        title: "Abbreviations that nothing explains",
        nothing: "Every abbreviation is explained.",
        ask: found_by_checks::unexplained_abbreviation,
    },
    Question {
        key: "two-senses",
        title: "Terms that are explained twice, or used in two senses",
        nothing: "Every term has one meaning.",
        ask: two_senses::ask,
    },
    Question {
        key: "unused-term",
        title: "Terms that no text uses",
        nothing: "Every term is used.",
        ask: found_by_checks::unused_term,
    },
];

/// How a plan does.
#[derive(Clone, Debug)]
pub struct Health {
    /// The board.
    pub board: String,
    /// The day at which it was looked at.
    pub as_of: Date,
    /// The plan that is worked on; none where there is none, or it is archived.
    pub plan: Option<PlanHealth>,
    /// What was asked and what was found, one entry for each of [`QUESTIONS`].
    pub answers: Vec<Answer>,
}

/// How the actions of the plan that is worked on stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanHealth {
    /// Its title.
    pub title: String,
    /// All its actions.
    pub actions: usize,
    /// How many are finished.
    pub finished: usize,
    /// How many are late as a whole: their last date is past. (One row of an action can be overdue
    /// while others are still in time.)
    pub late: usize,
}

/// What was found for a question.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Its key, as in [`QUESTIONS`].
    pub key: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// What is said where nothing was found.
    pub nothing: &'static str,
    /// What was found.
    pub entries: Vec<Entry>,
}

/// Something that needs a look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The page that it is about.
    pub about: Entity,
    /// The reference of an action or priority.
    pub reference: Option<String>,
    /// What it is about: the title of an action, the name of a group.
    pub title: String,
    /// Who leads, in the author's words; of a group who chairs it, of a page who keeps it.
    pub leads: Vec<String>,
    /// By when, in the author's words.
    pub when: Option<String>,
    /// The day of it, where one is certain.
    pub day: Option<Date>,
    /// The file below the root: `content/glossary.md`.
    pub file: String,
    /// The line in it, from 1.
    pub line: usize,
    /// What is to be known, in one sentence.
    pub sentence: String,
}

/// Works out how a plan does. `messages` are all messages about its content, those that are turned
/// off included.
#[must_use]
pub fn health(site: &Site, messages: &Diagnostics, sources: &Sources) -> Health {
    let messages = messages.clone().sorted();
    let asked = Asked {
        site,
        messages: &messages,
        relations: Relations::new(site),
        subjects: Subjects::new(site),
    };
    let texts = Texts::new(sources);
    Health {
        board: site.home.original.board.name.clone(),
        as_of: site.as_of,
        plan: plan_health(site),
        answers: QUESTIONS
            .iter()
            .map(|question| Answer {
                key: question.key,
                title: question.title,
                nothing: question.nothing,
                entries: (question.ask)(&asked)
                    .into_iter()
                    .filter(|finding| !subject::is_archived(site, finding.about))
                    .map(|finding| entry(site, finding, &texts))
                    .collect(),
            })
            .collect(),
    }
}

impl Health {
    /// How many entries there are for all questions.
    #[must_use]
    pub fn count(&self) -> usize {
        self.answers.iter().map(|answer| answer.entries.len()).sum()
    }
}

/// What questions are asked of.
struct Asked<'s> {
    site: &'s Site,
    messages: &'s Diagnostics,
    relations: Relations,
    subjects: Subjects,
}

impl Asked<'_> {
    /// The last day that is soon.
    fn soon(&self) -> Date {
        last_day_soon(self.site.as_of)
    }
}

/// What a question finds.
struct Finding {
    /// The page that it is about.
    about: Entity,
    /// Where the author must act.
    place: Span,
    /// By when, where that is not what the page says for itself.
    when: Option<(String, Option<Date>)>,
    /// One sentence.
    sentence: String,
}

fn entry(site: &Site, finding: Finding, texts: &Texts<'_>) -> Entry {
    let Finding {
        about,
        place,
        when,
        sentence,
    } = finding;
    let (reference, title) = subject::name(site, about, place);
    let (when, day) = match when.or_else(|| subject::when(site, about, place)) {
        Some((words, day)) => (Some(words), day),
        None => (None, None),
    };
    Entry {
        about,
        reference,
        title,
        leads: subject::leads(site, about, place),
        when,
        day,
        file: texts.path(place.file),
        line: texts.line_of(place),
        sentence,
    }
}

fn plan_health(site: &Site) -> Option<PlanHealth> {
    let plan = site.living_plan()?;
    let standings: Vec<_> = actions_of_plan(site, site.current_plan?)
        .into_iter()
        .map(|id| standing(plan, &site.actions[id].original, site.as_of))
        .collect();
    let count = |is: fn(&crate::model::standing::Standing) -> bool| {
        standings.iter().filter(|standing| is(standing)).count()
    };
    Some(PlanHealth {
        title: plan.title.clone(),
        actions: standings.len(),
        finished: count(|standing| standing.finished),
        late: count(|standing| standing.late),
    })
}

/// A day as sentences say it: `12 July 2026`.
fn in_words(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}
