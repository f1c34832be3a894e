//! Actions and their rows.

use crate::dates::{self, PartialDate};
use crate::diagnostic::{Diagnostic, codes, nearest};
use crate::model::names::{Lookup, Names};
use crate::model::{
    Action, Arena, Due, Facts, FieldKind, FieldValue, Given, Id, Localised, Measure, OwnField,
    Plan, Priority, Progress, Row, Status,
};
use crate::parse::record::action::{
    Level, RawAction, RawFacts, RawMeasure, RawProgress, RawRow, field_names,
};
use crate::parse::{RawPage, meant_field};
use crate::source::{Span, Spanned};

use super::gather::{Entry, Written};
use super::plans::effective_reference;
use super::resolver::{Here, Resolver, value};

/// What a row can see: whether it is a row at all, and the row above it.
#[derive(Clone, Copy)]
enum Above<'a> {
    /// This is the action itself, where `none` and `as above` are ordinary words.
    NotARow,
    /// The first row.
    Nothing,
    /// Another row.
    Row(&'a Facts),
}

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
                |lead| &lead.lead,
                |facts| &facts.lead,
                |this, leads| this.leads(leads, here),
            ),
            support: self.several(
                support,
                above,
                |lead| &lead.lead,
                |facts| &facts.support,
                |this, leads| this.leads(leads, here),
            ),
            due: self.several(
                due,
                above,
                |text| text,
                |facts| &facts.due,
                |this, dues| {
                    let years = plan.map_or(dates::Years::default(), |plan| plan.years);
                    dues.into_iter().map(|due| this.due(due, years)).collect()
                },
            ),
            status: self.single(
                status,
                above,
                |facts| &facts.status,
                |this, name| this.status(&name, plan, here),
            ),
            identified_by: self.several(
                identified_by,
                above,
                |text| text,
                |facts| &facts.identified_by,
                |this, names| this.sources(names),
            ),
            outcomes: self.several(
                outcomes,
                above,
                |text| text,
                |facts| &facts.outcomes,
                |this, refs| this.outcome_refs(refs, plan),
            ),
            links: self.several(
                links,
                above,
                |link| &link.to,
                |facts| &facts.links,
                |this, links| this.strategy_links(links, here),
            ),
            impact: self.several(
                impact,
                above,
                |prose| &prose.text,
                |facts| &facts.impact,
                |this, texts| this.proses(texts, here),
            ),
            measures: self.several(
                measures,
                above,
                |measure| &measure.measure.text,
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
                |progress| &progress.note.text,
                |facts| &facts.progress,
                |this, notes| this.progress(notes, plan, here),
            ),
            fields: self.own_values(extra, plan, above),
        }
    }

    /// A field of a row or action that takes several values.
    fn several<R, T: Clone>(
        &mut self,
        raw: Vec<R>,
        above: Above<'_>,
        text: impl Fn(&R) -> &Spanned<String>,
        field: impl Fn(&Facts) -> &Given<Vec<T>>,
        read: impl FnOnce(&mut Self, Vec<R>) -> Vec<T>,
    ) -> Given<Vec<T>> {
        let only = match raw.as_slice() {
            [] => return Given::Nothing,
            [only] => Some(text(only)),
            _ => None,
        };
        match (only.and_then(row_word), above) {
            (Some(RowWord::None), Above::Nothing | Above::Row(_)) => Given::None,
            (Some(RowWord::AsAbove), Above::Row(row)) => field(row).clone(),
            (Some(RowWord::AsAbove), Above::Nothing) => {
                if let Some(only) = only {
                    self.report(above_nothing(only.span));
                }
                // Shown as written; what it could mean is no second message.
                Given::Value(self.quietly(|this| read(this, raw)))
            }
            _ => Given::Value(read(self, raw)),
        }
    }

    /// A field of a row or action that takes one value.
    fn single<T: Clone>(
        &mut self,
        raw: Option<Spanned<String>>,
        above: Above<'_>,
        field: impl Fn(&Facts) -> &Given<T>,
        read: impl FnOnce(&mut Self, Spanned<String>) -> Option<T>,
    ) -> Given<T> {
        let Some(raw) = raw else {
            return Given::Nothing;
        };
        let word = row_word(&raw);
        match (word, above) {
            (Some(RowWord::None), Above::Nothing | Above::Row(_)) => Given::None,
            (Some(RowWord::AsAbove), Above::Row(row)) => field(row).clone(),
            (Some(RowWord::AsAbove), Above::Nothing) => {
                self.report(above_nothing(raw.span));
                self.quietly(|this| read(this, raw))
                    .map_or(Given::Nothing, Given::Value)
            }
            _ => read(self, raw).map_or(Given::Nothing, Given::Value),
        }
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

    /// The plan's own fields, in its order; what is no field of the plan is reported.
    fn own_values(
        &mut self,
        extra: Vec<(Spanned<String>, Vec<Spanned<String>>)>,
        plan: Option<&Plan>,
        above: Above<'_>,
    ) -> Vec<Given<FieldValue>> {
        let fields = plan.map_or(&[][..], |plan| plan.fields.as_slice());
        let mut values = vec![Given::Nothing; fields.len()];
        for (name, texts) in extra {
            let Some(index) = fields.iter().position(|field| field.id == name.value) else {
                self.unknown_own_field(&name, fields, above);
                continue;
            };
            values[index] = self.own_value(&fields[index], index, texts, above);
        }
        values
    }

    fn unknown_own_field(&mut self, name: &Spanned<String>, fields: &[OwnField], above: Above<'_>) {
        let (level, words) = match above {
            Above::NotARow => (Level::Action, "an action"),
            Above::Nothing | Above::Row(_) => (Level::Row, "a row of tasks"),
        };
        let known: Vec<&str> = field_names(level)
            .into_iter()
            .chain(fields.iter().map(|field| field.id.as_str()))
            .collect();
        let help = match meant_field(&name.value, known.iter().copied()) {
            Some(near) => format!("Did you mean \u{201c}{near}\u{201d}?"),
            None => format!(
                "It can have: {}. A plan can add its own under \u{201c}fields\u{201d} in plan.md.",
                known.join(", ")
            ),
        };
        self.report_unknown(Diagnostic::new(
            &codes::UNKNOWN_FIELD,
            name.span,
            format!("\u{201c}{}\u{201d} is not a field of {words}", name.value),
            help,
        ));
    }

    fn own_value(
        &mut self,
        field: &OwnField,
        index: usize,
        texts: Vec<Spanned<String>>,
        above: Above<'_>,
    ) -> Given<FieldValue> {
        let Some(first) = texts.first().cloned() else {
            return Given::Nothing;
        };
        match (row_word(&first), above) {
            (Some(RowWord::None), Above::Nothing | Above::Row(_)) => return Given::None,
            (Some(RowWord::AsAbove), Above::Row(row)) => {
                return row.fields.get(index).cloned().unwrap_or_default();
            }
            (Some(RowWord::AsAbove), Above::Nothing) => self.report(above_nothing(first.span)),
            _ => {}
        }
        if texts.len() > 1 && field.kind != FieldKind::List {
            self.report(Diagnostic::new(
                &codes::WRONG_SHAPE,
                first.span,
                format!("\u{201c}{}\u{201d} takes one value", field.id),
                "Keep one of them, or make it a list: \u{201c}type: list\u{201d} under \u{201c}fields\u{201d} in plan.md.",
            ));
            return Given::Nothing;
        }
        let value = match field.kind {
            FieldKind::Text => Some(FieldValue::Text(first.value)),
            FieldKind::List => Some(FieldValue::List(
                texts.into_iter().map(|text| text.value).collect(),
            )),
            FieldKind::Date => match dates::read_date(&first.value) {
                Ok(date) => Some(FieldValue::Date(date)),
                Err(problem) => {
                    self.report(Diagnostic::new(
                        &codes::BAD_DATE,
                        first.span,
                        problem.message(),
                        problem.help(),
                    ));
                    None
                }
            },
            FieldKind::YesNo => match first.value.to_lowercase().as_str() {
                "true" | "yes" | "on" => Some(FieldValue::YesNo(true)),
                "false" | "no" | "off" => Some(FieldValue::YesNo(false)),
                _ => {
                    self.report(Diagnostic::new(
                        &codes::BAD_VALUE,
                        first.span,
                        format!(
                            "\u{201c}{}\u{201d} takes yes or no, not \u{201c}{}\u{201d}",
                            field.id, first.value
                        ),
                        format!(
                            "Type \u{201c}{0}: yes\u{201d} or \u{201c}{0}: no\u{201d}.",
                            field.id
                        ),
                    ));
                    None
                }
            },
        };
        value.map_or(Given::Nothing, Given::Value)
    }
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

/// Words that have a meaning of their own in a row.
#[derive(Clone, Copy)]
enum RowWord {
    None,
    AsAbove,
}

fn row_word(text: &Spanned<String>) -> Option<RowWord> {
    match text.value.trim().to_lowercase().as_str() {
        "none" => Some(RowWord::None),
        "as above" => Some(RowWord::AsAbove),
        _ => None,
    }
}

fn above_nothing(span: Span) -> Diagnostic {
    Diagnostic::new(
        &codes::ABOVE_NOTHING,
        span,
        "There is no row above this one; \u{201c}as above\u{201d} is shown as written",
        "Type the value itself, or delete the line: a row shares what the action says.",
    )
}
