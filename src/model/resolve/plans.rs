//! Plans and priorities.

use std::collections::HashMap;

use crate::dates::{Date, Period, Years};
use crate::diagnostic::{Diagnostic, codes};
use crate::model::names::{Lookup, Names, folded};
use crate::model::{
    Arena, BudgetLine, Document, Entity, Id, Localised, Outcome, Plan, Priority, Status,
};
use crate::parse::kind::reference_in;
use crate::parse::record::action::RawAction;
use crate::parse::record::page::RawDocument;
use crate::parse::record::plan::{RawOutcome, RawPlan, RawStatus};
use crate::parse::record::priority::RawPriority;
use crate::source::Spanned;

use super::gather::{Entry, Written};
use super::resolver::{ActionName, Here, PriorityName, Resolver, title_or, value};

/// A plan and what must be known of it before all else.
pub(super) struct PlanHead {
    pub id: Id<Localised<Plan>>,
    pub archived: bool,
    /// Whether its author says that it is the current one.
    pub marked_current: bool,
    period: Option<Period>,
    entry: Entry<RawPlan>,
    priorities: Vec<Id<Localised<Priority>>>,
    documents: Vec<Id<Localised<Document>>>,
}

impl PlanHead {
    /// Whether its period holds a day.
    pub fn holds(&self, day: Date) -> bool {
        self.period
            .as_ref()
            .is_some_and(|period| period.contains(day))
    }

    /// When it ends.
    pub fn ends(&self) -> Option<Date> {
        self.period.as_ref().map(|period| period.to)
    }
}

/// The usual statuses: word, colour, finished.
const USUAL_STATUSES: [(&str, &str, bool); 6] = [
    ("Not started", "grey", false),
    ("On track", "green", false),
    ("Some delay", "amber", false),
    ("Off track", "red", false),
    ("Complete", "blue", true),
    ("Cancelled", "grey", true),
];

impl Resolver {
    /// Gives plans, priorities, actions and documents their ids and names.
    pub(super) fn note_plans(
        &mut self,
        plans: &[Entry<RawPlan>],
        priorities: &[Entry<RawPriority>],
        actions: &[Entry<RawAction>],
        documents: &[Entry<RawDocument>],
    ) {
        for (index, plan) in plans.iter().enumerate() {
            let id = Id::new(index);
            let folder = plan.name();
            self.note_page(plan.stem(), Entity::Plan(id));
            self.plan_folders.insert(folder.to_owned(), id);
            let title = plan
                .original
                .raw
                .title
                .as_ref()
                .map(|title| title.value.as_str());
            self.plans.add(id, title.unwrap_or(folder), None, [folder]);
        }
        for (index, priority) in priorities.iter().enumerate() {
            let id = Id::new(index);
            let location = &priority.original.page.location;
            self.note_page(priority.stem(), Entity::Priority(id));
            let Some(plan) = location.plan() else {
                continue;
            };
            self.priority_folders
                .insert(format!("plans/{plan}/{}", location.name()), id);
            let Some(plan) = self.plan_folders.get(plan).copied() else {
                continue;
            };
            let raw = &priority.original.raw;
            self.priorities.push(PriorityName {
                id,
                plan,
                reference: effective_reference(raw.reference.as_ref(), location.name()),
                folder: location.name().to_owned(),
                title: title_or(raw.title.clone(), &priority.original.page),
                strategic: raw.strategic,
            });
        }
        for (index, action) in actions.iter().enumerate() {
            let id = Id::new(index);
            self.note_page(action.stem(), Entity::Action(id));
            let here = self.here(&action.original.page);
            let (Some(plan), Some(priority)) = (here.plan, here.priority) else {
                continue;
            };
            let file = action.name();
            let action = ActionName {
                id,
                priority,
                plan,
                reference: effective_reference(action.original.raw.reference.as_ref(), file),
                file: file.to_owned(),
            };
            for key in action.keys() {
                let known = self.action_keys.entry(key.to_owned()).or_default();
                known.push(self.actions.len());
            }
            self.actions_of.entry(priority).or_default().push(id);
            self.actions.push(action);
        }
        for (index, document) in documents.iter().enumerate() {
            let id = Id::new(index);
            let is_statement = document.stem() == "pages/accessibility";
            let entity = if is_statement {
                Entity::Statement
            } else {
                Entity::Document(id)
            };
            self.note_page(document.stem(), entity);
            if is_statement {
                continue;
            }
            let file = document.name();
            for version in document.versions() {
                let title = version.raw.title.as_ref().map(|title| title.value.as_str());
                self.documents.add(id, title.unwrap_or(file), None, [file]);
            }
        }
    }

    /// What must be known of plans before all else.
    pub(super) fn plan_heads(&mut self, plans: Vec<Entry<RawPlan>>) -> Vec<PlanHead> {
        let mut documents: HashMap<String, Vec<Id<Localised<Document>>>> = HashMap::new();
        let mut pages: Vec<(Id<Localised<Document>>, String)> = self
            .pages
            .iter()
            .filter_map(|(stem, entity)| match entity {
                Entity::Document(id) => Some((*id, stem.clone())),
                _ => None,
            })
            .collect();
        pages.sort_by_key(|(id, _)| *id);
        for (id, stem) in pages {
            if let Some(plan) = stem
                .strip_prefix("plans/")
                .and_then(|rest| rest.split('/').next())
            {
                documents.entry(plan.to_owned()).or_default().push(id);
            }
        }
        plans
            .into_iter()
            .enumerate()
            .map(|(index, entry)| {
                let id = Id::new(index);
                let raw = &entry.original.raw;
                let state = raw.state.as_ref().map(|state| state.value.as_str());
                PlanHead {
                    id,
                    archived: state == Some("archived"),
                    marked_current: state == Some("current"),
                    period: self
                        .period(raw.period.clone(), years(raw))
                        .map(|period| period.value),
                    priorities: self
                        .priorities
                        .iter()
                        .filter(|priority| priority.plan == id)
                        .map(|priority| priority.id)
                        .collect(),
                    documents: documents.remove(entry.name()).unwrap_or_default(),
                    entry,
                }
            })
            .collect()
    }

    /// A plan in all its languages.
    pub(super) fn plan(&mut self, head: PlanHead) -> Localised<Plan> {
        let PlanHead {
            id: _,
            archived,
            marked_current: _,
            period: _,
            entry,
            priorities,
            documents,
        } = head;
        entry.localised(|written| self.plan_page(written, archived, &priorities, &documents))
    }

    fn plan_page(
        &mut self,
        written: Written<RawPlan>,
        archived: bool,
        priorities: &[Id<Localised<Priority>>],
        documents: &[Id<Localised<Document>>],
    ) -> Plan {
        let Written { mut page, raw } = written;
        let here = self.here(&page);
        let years = years(&raw);
        let RawPlan {
            common,
            control,
            title,
            period,
            strapline,
            vision,
            mission,
            values,
            outcomes,
            statuses,
            words,
            columns,
            fields,
            years: _,
            state: _,
            budget,
        } = raw;
        let fields = self.own_fields(fields);
        let words = self.words(words, &fields);
        let columns = columns.map(|columns| self.columns(columns, &fields));
        Plan {
            folder: page.location.name().to_owned(),
            title: title_or(title, &page),
            page: self.page(&mut page, common, &here),
            period: self.period(period, years),
            strapline: value(strapline),
            vision: self.optional_prose(vision, &here),
            mission: self.optional_prose(mission, &here),
            values: self.proses(values, &here),
            outcomes: self.outcomes(outcomes),
            statuses: self.statuses(statuses, &here),
            words,
            columns,
            fields,
            years,
            archived,
            budget: budget
                .into_iter()
                .map(|line| BudgetLine {
                    item: line.item.value,
                    amount: line.amount.value,
                    note: self.optional_prose(line.note, &here),
                })
                .collect(),
            control: self.control(control, &here),
            priorities: priorities.to_vec(),
            documents: documents.to_vec(),
        }
    }

    fn outcomes(&mut self, raw: Vec<RawOutcome>) -> Arena<Outcome> {
        let mut known: HashMap<String, crate::source::Span> = HashMap::new();
        for reference in raw.iter().filter_map(|outcome| outcome.reference.as_ref()) {
            match known.get(&reference.value) {
                Some(first) => self.report(
                    Diagnostic::new(
                        &codes::SAME_REF,
                        reference.span,
                        format!(
                            "The reference \u{201c}{}\u{201d} is used for two outcomes",
                            reference.value
                        ),
                        "Give one of them another reference.",
                    )
                    .with_secondary(*first, "first used here"),
                ),
                None => {
                    known.insert(reference.value.clone(), reference.span);
                }
            }
        }
        raw.into_iter()
            .map(|outcome| Outcome {
                reference: outcome.reference,
                title: outcome.title,
            })
            .collect()
    }

    fn statuses(&mut self, raw: Vec<RawStatus>, here: &Here) -> Arena<Status> {
        if raw.is_empty() {
            return USUAL_STATUSES
                .iter()
                .map(|(name, colour, finished)| Status {
                    name: (*name).to_owned(),
                    colour: (*colour).to_owned(),
                    meaning: None,
                    finished: *finished,
                })
                .collect();
        }
        let mut seen: Names<usize> = Names::new(&[]);
        raw.into_iter()
            .enumerate()
            .map(|(index, status)| {
                if seen.find(&status.name.value) != Lookup::Nothing {
                    self.report(Diagnostic::new(
                        &codes::SAME_NAME,
                        status.name.span,
                        format!(
                            "Two statuses are called \u{201c}{}\u{201d}",
                            status.name.value
                        ),
                        "Delete one of them, or change its name.",
                    ));
                }
                seen.add(index, &status.name.value, None, []);
                let usual = USUAL_STATUSES
                    .iter()
                    .find(|(name, ..)| name.eq_ignore_ascii_case(&status.name.value));
                Status {
                    colour: value(status.colour)
                        .or_else(|| usual.map(|(_, colour, _)| (*colour).to_owned()))
                        .unwrap_or_else(|| "grey".to_owned()),
                    finished: value(status.finished)
                        .unwrap_or_else(|| usual.is_some_and(|(.., finished)| *finished)),
                    meaning: self.optional_prose(status.meaning, here),
                    name: status.name.value,
                }
            })
            .collect()
    }

    /// A priority in all its languages.
    pub(super) fn priority(
        &mut self,
        entry: Entry<RawPriority>,
        plans: &Arena<Localised<Plan>>,
    ) -> Localised<Priority> {
        entry.localised(|written| self.priority_page(written, plans))
    }

    fn priority_page(
        &mut self,
        written: Written<RawPriority>,
        plans: &Arena<Localised<Plan>>,
    ) -> Priority {
        let Written { mut page, raw } = written;
        let here = self.here(&page);
        let RawPriority {
            common,
            title,
            reference,
            period,
            outcome,
            outcomes,
            links,
            owner,
            sponsor,
            strategic,
            words,
            columns,
        } = raw;
        let folder = page.location.name().to_owned();
        // A folder whose plan has no plan.md belongs to the first plan; a message says so.
        let plan_id = here.plan.unwrap_or(Id::new(0));
        let plan = here.plan.map(|plan| &plans[plan].original);
        let fields = plan.map_or(&[][..], |plan| plan.fields.as_slice());
        let actions = here
            .priority
            .and_then(|priority| self.actions_of.get(&priority))
            .cloned()
            .unwrap_or_default();
        let drafts = self.hidden_references(&here.folder);
        Priority {
            reference_at: reference
                .as_ref()
                .map_or_else(|| page.whole(), |reference| reference.span),
            reference: effective_reference(reference.as_ref(), &folder),
            title: title_or(title, &page),
            page: self.page(&mut page, common, &here),
            plan: plan_id,
            folder,
            period: self.period(period, plan.map_or(Years::default(), |plan| plan.years)),
            outcome: self.proses(outcome, &here),
            outcomes: self.outcome_refs(outcomes, plan),
            links: self.strategy_links(links, &here),
            owner: self.leads(owner, &here),
            sponsor: self.leads(sponsor, &here),
            strategic,
            words: self.words(words, fields),
            columns: columns.map(|columns| self.columns(columns, fields)),
            actions,
            drafts,
        }
    }

    /// The numbers with which the names of hidden files in a folder begin.
    fn hidden_references(&self, folder: &str) -> Vec<String> {
        let in_folder = self.hidden.iter().filter_map(|stem| {
            let (other, name) = stem.rsplit_once('/')?;
            (other == folder).then_some(name)
        });
        let mut references: Vec<String> = in_folder
            .filter_map(reference_in)
            .map(str::to_owned)
            .collect();
        references.sort();
        references
    }

    /// References of a plan's outcomes.
    pub(super) fn outcome_refs(
        &mut self,
        raw: Vec<Spanned<String>>,
        plan: Option<&Plan>,
    ) -> Vec<Id<Outcome>> {
        let Some(plan) = plan else { return Vec::new() };
        raw.into_iter()
            .filter_map(|reference| {
                if let Some(id) = outcome_called(plan, &reference.value) {
                    return Some(id);
                }
                let known: Vec<&str> = plan
                    .outcomes
                    .values()
                    .filter_map(|outcome| outcome.reference.as_ref())
                    .map(|reference| reference.value.as_str())
                    .collect();
                let help = if known.is_empty() {
                    "Add the outcomes to plan.md, each with \u{201c}ref\u{201d} and \u{201c}title\u{201d}.".to_owned()
                } else {
                    format!("The plan has the outcomes {}.", known.join(", "))
                };
                let message = Diagnostic::new(
                    &codes::UNKNOWN_NAME,
                    reference.span,
                    format!("The plan has no outcome \u{201c}{}\u{201d}", reference.value),
                    help,
                );
                // Where one reference stands twice, the missing one was most likely meant there.
                let is_twice = known.iter().enumerate().any(|(at, own)| known[..at].contains(own));
                if !is_twice {
                    self.report_unknown(message);
                }
                None
            })
            .collect()
    }
}

/// The outcome of a plan with a reference, or title: as it stands, else loosely.
fn outcome_called(plan: &Plan, name: &str) -> Option<Id<Outcome>> {
    let find = |is: &dyn Fn(&str) -> bool| {
        let found = plan.outcomes.iter().find(|(_, outcome)| {
            let reference = outcome.reference.as_ref();
            reference.is_some_and(|own| is(&own.value)) || is(&outcome.title.value)
        });
        found.map(|(id, _)| id)
    };
    let loosely = folded(name);
    find(&|own| own == name).or_else(|| find(&|own| folded(own) == loosely))
}

fn years(raw: &RawPlan) -> Years {
    match raw.years.as_ref().map(|years| years.value.as_str()) {
        Some("calendar") => Years::Calendar,
        _ => Years::Financial,
    }
}

/// The reference that was written, else the number that the name begins with.
pub(super) fn effective_reference(written: Option<&Spanned<String>>, name: &str) -> Option<String> {
    match written {
        Some(reference) => Some(reference.value.clone()),
        None => reference_in(name).map(str::to_owned),
    }
}
