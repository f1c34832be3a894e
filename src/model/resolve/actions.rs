//! Actions and their rows.

use crate::dates::{self, PartialDate};
use crate::diagnostic::{Diagnostic, codes, nearest};
use crate::model::names::{Lookup, Names};
use crate::model::{
    Action, Arena, Due, Facts, Given, Id, Localised, Measure, Plan, Priority, Progress, Row, Status,
};
use crate::parse::record::action::{
    Level, RawAction, RawFacts, RawMeasure, RawProgress, RawRow, field_names,
};
use crate::parse::{RawPage, meant_field};
use crate::source::{Span, Spanned};

use super::gather::{Entry, Written};
use super::plans::effective_reference;
use super::resolver::{Here, Resolver, value};
use super::row_words::{Above, RowWord, above_nothing};

impl Resolver {
    /// An action in all its languages.
    pub(super) fn action(
        &mut self,
        entry: Entry<RawAction>,
        plans: &Arena<Localised<Plan>>,
    ) -> Localised<Action> {
        entry.localised(|written| self.action_page(written, plans))
    }

    fn action_page(
        &mut self,
        written: Written<RawAction>,
        plans: &Arena<Localised<Plan>>,
    ) -> Action {
        let Written { mut page, raw } = written;
        let here = self.here(&page);
        let RawAction {
            common,
            title,
            reference,
            priorities,
            facts,
            tasks,
        } = raw;
        let plan = here.plan.map(|plan| &plans[plan].original);
        note_mistyped(
            &mut page,
            plan,
            tasks.iter().map(|row| &row.facts).chain([&facts]),
        );
        let statuses_given = statuses(&facts, &tasks);
        let reference_at = reference
            .as_ref()
            .map_or_else(|| page.whole(), |reference| reference.span);
        let reference = effective_reference(reference.as_ref(), page.location.name());
        let facts = self.facts(facts, plan, &here, Above::NotARow);
        let mut rows: Vec<Row> = Vec::new();
        for RawRow { span, tasks, facts } in tasks {
            let above = rows
                .last()
                .map_or(Above::Nothing, |row| Above::Row(&row.facts));
            let facts = self.facts(facts, plan, &here, above);
            rows.push(Row {
                span,
                tasks: self.proses(tasks, &here),
                facts,
            });
        }
        let statuses_known = std::iter::once(&facts)
            .chain(rows.iter().map(|row| &row.facts))
            .filter(|facts| !facts.status.is_nothing());
        if statuses_known.count() < statuses_given {
            page.unread.add("status");
        }
        Action {
            reference,
            reference_at,
            title: self.optional_prose(title, &here),
            page: self.page(&mut page, common, &here),
            plan: here.plan.unwrap_or(Id::new(0)),
            priority: here.priority.unwrap_or(Id::new(0)),
            priorities: self.served_priorities(priorities, &here),
            facts,
            rows,
        }
    }

    /// Strategic priorities, by reference among them, folder or title.
    fn served_priorities(
        &mut self,
        raw: Vec<Spanned<String>>,
        here: &Here,
    ) -> Vec<Id<Localised<Priority>>> {
        raw.into_iter()
            .filter_map(|name| {
                let strategic = self
                    .priorities
                    .iter()
                    .filter(|priority| priority.strategic && Some(priority.plan) == here.plan);
                if let Some(found) = strategic
                    .clone()
                    .find(|priority| priority.is_called(&name.value))
                {
                    return Some(found.id);
                }
                let names: Vec<&str> = strategic.map(|priority| priority.folder.as_str()).collect();
                let help = match nearest(&name.value, names.iter().copied()) {
                    Some(near) => format!("Did you mean \u{201c}{near}\u{201d}?"),
                    None if names.is_empty() => {
                        "Mark the priority that is meant with \u{201c}strategic: yes\u{201d}."
                            .to_owned()
                    }
                    None => format!("The strategic priorities are: {}.", names.join(", ")),
                };
                self.report_unknown_page(Diagnostic::new(
                    &codes::UNKNOWN_NAME,
                    name.span,
                    format!(
                        "The plan has no strategic priority \u{201c}{}\u{201d}",
                        name.value
                    ),
                    help,
                ));
                None
            })
            .collect()
    }

    fn facts(
        &mut self,
        raw: RawFacts,
        plan: Option<&Plan>,
        here: &Here,
        above: Above<'_>,
    ) -> Facts {
        let RawFacts {
            scope,
            lead,
            support,
            due,
            status,
            identified_by,
            outcomes,
            links,
            impact,
            measures,
            progress,
            extra,
        } = raw;
        Facts {
            scope: self.single(
                scope,
                above,
                |facts| &facts.scope,
                |_, text| Some(text.value),
            ),
            lead: self.several(
                lead,
                above,
                |facts| &facts.lead,
                |this, leads| this.leads(leads, here),
            ),
            support: self.several(
                support,
                above,
                |facts| &facts.support,
                |this, leads| this.leads(leads, here),
            ),
            due: self.dues(due, plan, above),
            status: self.single(
                status,
                above,
                |facts| &facts.status,
                |this, name| this.status(&name, plan, here),
            ),
            identified_by: self.several(
                identified_by,
                above,
                |facts| &facts.identified_by,
                |this, names| this.sources(names),
            ),
            outcomes: self.several(
                outcomes,
                above,
                |facts| &facts.outcomes,
                |this, refs| this.outcome_refs(refs, plan),
            ),
            links: self.several(
                links,
                above,
                |facts| &facts.links,
                |this, links| this.strategy_links(links, here),
            ),
            impact: self.several(
                impact,
                above,
                |facts| &facts.impact,
                |this, texts| this.proses(texts, here),
            ),
            measures: self.several(
                measures,
                above,
                |facts| &facts.measures,
                |this, measures| {
                    measures
                        .into_iter()
                        .map(|measure| this.measure(measure, here))
                        .collect()
                },
            ),
            progress: self.several(
                progress,
                above,
                |facts| &facts.progress,
                |this, notes| this.progress(notes, plan, here),
            ),
            fields: self.own_values(extra, plan, above),
        }
    }

    /// By when. What a row takes from the row above stands in its own line, where its author must act.
    fn dues(
        &mut self,
        raw: Vec<Spanned<String>>,
        plan: Option<&Plan>,
        above: Above<'_>,
    ) -> Given<Vec<Due>> {
        let Some(at) = raw.first().map(|first| first.span) else {
            return Given::Nothing;
        };
        let is_explained = match self.row_word(&raw, above) {
            Some(RowWord::None) => return Given::None,
            Some(RowWord::AsAbove(row)) => {
                return match &row.due {
                    Given::Value(dues) => Given::Value(repeated(dues, at)),
                    given => given.clone(),
                };
            }
            Some(RowWord::AboveNothing(span)) => {
                self.report(above_nothing(span, true));
                true
            }
            Some(RowWord::Crowded) => true,
            None => false,
        };
        let years = plan.map_or(dates::Years::default(), |plan| plan.years);
        Given::Value(
            raw.into_iter()
                .map(|due| Due {
                    is_explained,
                    ..self.due(due, years)
                })
                .collect(),
        )
    }

    fn due(&mut self, text: Spanned<String>, years: dates::Years) -> Due {
        let timescale = dates::read_timescale(&text.value, years);
        let meetings_of = timescale.group().and_then(|named| {
            let name = Spanned::new(named.name.clone(), text.span);
            match self.groups.find(&name.value) {
                Lookup::One(crate::model::Owner::Group(id)) => Some(id),
                _ => None,
            }
        });
        Due {
            timescale,
            span: text.span,
            is_explained: false,
            meetings_of,
        }
    }

    /// Notes the statuses of every plan by name, once for all its actions.
    pub(super) fn note_statuses(&mut self, plans: &Arena<Localised<Plan>>) {
        for plan in plans.values() {
            let mut names = Names::new(&[]);
            for (id, status) in plan.original.statuses.iter() {
                names.add(id, &status.name, None, []);
            }
            self.statuses.push(names);
        }
    }

    fn status(
        &mut self,
        name: &Spanned<String>,
        plan: Option<&Plan>,
        here: &Here,
    ) -> Option<Id<Status>> {
        let plan = plan?;
        let names = self.statuses.get(here.plan?.index())?;
        if let Some(id) = names.one(&name.value) {
            return Some(id);
        }
        let known: Vec<&str> = plan
            .statuses
            .values()
            .map(|status| status.name.as_str())
            .collect();
        let choices = format!("The plan has: {}.", known.join(", "));
        let help = match names.nearest(&name.value) {
            Some(near) => format!("Did you mean \u{201c}{near}\u{201d}? {choices}"),
            None => choices,
        };
        let message = Diagnostic::new(
            &codes::UNKNOWN_NAME,
            name.span,
            format!(
                "\u{201c}{}\u{201d} is not a status of this plan",
                name.value
            ),
            help,
        );
        // Where two statuses have one name, the missing one was most likely meant there.
        let folded: Vec<String> = known.iter().map(|name| name.to_lowercase()).collect();
        let is_twice = folded
            .iter()
            .enumerate()
            .any(|(at, own)| folded[..at].contains(own));
        if !is_twice {
            self.report_unknown(message);
        }
        None
    }

    fn measure(&mut self, raw: RawMeasure, here: &Here) -> Measure {
        let RawMeasure {
            measure,
            code,
            unit,
            baseline,
            target,
            direction,
            values,
        } = raw;
        Measure {
            measure: self.prose(measure, here),
            code: value(code),
            unit: value(unit),
            baseline: value(baseline),
            target: value(target),
            upwards: direction.map(|direction| direction.value == "up"),
            values: values
                .into_iter()
                .map(|(date, value)| (date.value, value.value))
                .collect(),
        }
    }

    /// Dated notes newest first, then the others in the author's order.
    fn progress(
        &mut self,
        raw: Vec<RawProgress>,
        plan: Option<&Plan>,
        here: &Here,
    ) -> Vec<Progress> {
        let mut notes: Vec<Progress> = raw
            .into_iter()
            .map(|RawProgress { note, date, status }| Progress {
                note: self.prose(note, here),
                date: value(date),
                status: status.and_then(|name| self.status(&name, plan, here)),
            })
            .collect();
        notes.sort_by_key(|note| {
            std::cmp::Reverse(
                note.date
                    .map(|date: PartialDate| date.last_day(dates::Years::Calendar)),
            )
        });
        notes
    }
}

/// The timescales of the row above, in a row that takes them.
fn repeated(dues: &[Due], at: Span) -> Vec<Due> {
    dues.iter()
        .map(|due| Due {
            span: at,
            is_explained: true,
            ..due.clone()
        })
        .collect()
}

/// A mistyped field is not missing: the field that was meant stands there. What stands in any other
/// unknown field was not read either.
fn note_mistyped<'a>(
    page: &mut RawPage,
    plan: Option<&Plan>,
    facts: impl Iterator<Item = &'a RawFacts>,
) {
    let own = plan.map_or(&[][..], |plan| plan.fields.as_slice());
    let known = || {
        let levels = [Level::Action, Level::Row];
        levels.into_iter().flat_map(field_names)
    };
    for (name, _) in facts.flat_map(|facts| &facts.extra) {
        let is_own = own.iter().any(|field| field.id == name.value);
        if !is_own {
            let meant = meant_field(&name.value, known());
            page.unread.add(meant.unwrap_or(&name.value));
        }
    }
}

/// How many statuses an action and its rows give.
fn statuses(facts: &RawFacts, rows: &[RawRow]) -> usize {
    let of_rows = rows.iter().filter(|row| row.facts.status.is_some());
    usize::from(facts.status.is_some()) + of_rows.count()
}
