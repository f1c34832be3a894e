//! What an action or one of its rows says, on a page.

use std::collections::BTreeMap;

use crate::derive::html::Html;
use crate::derive::ids::Ids;
use crate::derive::measure_chart::measure_chart;
use crate::derive::relations::{ActionId, PlanId};
use crate::derive::routes::Destination;
use crate::derive::scope::Scope;
use crate::derive::view::action_parts::{
    ColumnView, FieldView, LeadView, MeasureValueView, MeasureView, OutcomeLinkView, ProgressView,
    RowView, StrategyLinkView, ValuesView,
};
use crate::model::standing::{self, Standing};
use crate::model::{
    Action, Entity, Facts, FieldValue, Given, Id, Lead, Listing, Measure, Outcome, OwnField, Plan,
    Progress, Prose, Row, StrategyLink,
};

impl Scope<'_> {
    /// What an action says for all its rows.
    #[must_use]
    pub fn values_of_action(&self, id: ActionId) -> ValuesView {
        let action = self.site().actions[id].in_language(self.language());
        self.values(
            action.plan,
            Said::by_action(action, Shown::Everything),
            Standing {
                // Its own dates may be settled before those of its rows are.
                finished: !self.shares_open_dues(id),
                ..self.standing(id)
            },
        )
    }

    /// The rows of an action.
    #[must_use]
    pub fn rows(&self, id: ActionId, shown: Shown<'_>) -> Vec<RowView> {
        let action = self.site().actions[id].in_language(self.language());
        (0..action.rows.len())
            .filter_map(|index| self.row(id, index, shown))
            .collect()
    }

    fn row(&self, id: ActionId, index: usize, shown: Shown<'_>) -> Option<RowView> {
        let action = self.site().actions[id].in_language(self.language());
        let row = action.rows.get(index)?;
        let plan = self.site().plans[action.plan].in_language(self.language());
        let mut shared = Vec::new();
        let mut none = Vec::new();
        for (key, own, of_action) in both_say(&plan.fields, &row.facts, &action.facts) {
            match (own, of_action) {
                (Says::Nothing, Says::Value) => shared.push(key.to_owned()),
                (Says::None, _) => none.push(key.to_owned()),
                _ => {}
            }
        }
        let standing = self.row_standing(id, row);
        // A status may come from a note of the row, or of the action.
        let says_status = !standing::said_status(plan, &row.facts, self.site().as_of).is_nothing();
        let status = "status".to_owned();
        shared.retain(|key| *key != status);
        if !says_status && standing.status.is_some() {
            shared.push(status);
        }
        Some(RowView {
            id: format!("row.{}", index + 1),
            tasks: row.tasks.iter().map(|task| self.value(task)).collect(),
            values: self.values(action.plan, Said::by_row(action, row, shown), standing),
            shared,
            none,
            spans: BTreeMap::new(),
        })
    }

    /// The only row of an action without tasks, in a table: it says what the action says.
    #[must_use]
    pub fn row_without_tasks(&self, id: ActionId, shown: Shown<'_>) -> RowView {
        let action = self.site().actions[id].in_language(self.language());
        let plan = self.site().plans[action.plan].in_language(self.language());
        let nothing = Facts::default();
        RowView {
            id: "row.1".to_owned(),
            tasks: Vec::new(),
            values: self.values(
                action.plan,
                Said::by_action(action, shown),
                self.standing(id),
            ),
            shared: both_say(&plan.fields, &nothing, &action.facts)
                .into_iter()
                .filter(|(_, _, of_action)| *of_action == Says::Value)
                .map(|(key, ..)| key.to_owned())
                .collect(),
            none: Vec::new(),
            spans: BTreeMap::new(),
        }
    }

    /// Who leads, supports, owns or sponsors.
    #[must_use]
    pub fn leads(&self, leads: &[Lead]) -> Vec<LeadView> {
        leads.iter().map(|lead| self.lead(lead)).collect()
    }

    /// Texts of a sentence or more.
    #[must_use]
    pub fn texts(&self, texts: &[Prose]) -> Vec<Html> {
        texts.iter().map(|text| self.value(text)).collect()
    }

    /// Links to strategies, in the author's words.
    #[must_use]
    pub fn strategy_links(&self, links: &[StrategyLink]) -> Vec<StrategyLinkView> {
        links
            .iter()
            .map(|link| StrategyLinkView {
                name: self.name(&link.words, link.strategy.map(Entity::Strategy)),
                item: link.item.clone(),
                note: link.note.as_ref().map(|note| self.value(note)),
            })
            .collect()
    }

    /// Outcomes of a plan, each with its place on the page of outcomes.
    #[must_use]
    pub fn outcome_links(&self, plan: PlanId, outcomes: &[Id<Outcome>]) -> Vec<OutcomeLinkView> {
        let of_plan = self.site().plans[plan].in_language(self.language());
        let page = Destination::from(Listing::Outcomes);
        let has_page = self.site().current_plan == Some(plan) && self.routes().exists(page);
        let ids = outcome_ids(of_plan);
        outcomes
            .iter()
            .filter_map(|id| {
                let outcome = of_plan.outcomes.values().nth(id.index())?;
                let place = ids.get(id.index()).filter(|_| has_page);
                Some(OutcomeLinkView {
                    reference: outcome.reference.as_ref().map(|text| text.value.clone()),
                    title: outcome.title.value.clone(),
                    href: place.map(|id| format!("{}#{id}", self.href(page))),
                })
            })
            .collect()
    }

    fn values(&self, plan: PlanId, said: Said<'_>, standing: Standing) -> ValuesView {
        let of_plan = self.site().plans[plan].in_language(self.language());
        let strategies = |links: &Given<Vec<StrategyLink>>| self.strategy_links(links.items());
        let leads = |leads: &Given<Vec<Lead>>| self.leads(leads.items());
        ValuesView {
            scope: said
                .get(|facts| &facts.scope)
                .value()
                .map(|scope| Html::from_text(scope)),
            identified_by: self.show(
                said,
                "identified_by",
                |facts| &facts.identified_by,
                strategies,
            ),
            outcomes: self.outcome_links(plan, said.get(|facts| &facts.outcomes).items()),
            leads: self.show(said, "lead", |facts| &facts.lead, leads),
            support: self.show(said, "support", |facts| &facts.support, leads),
            due: self.dues(said.get(|facts| &facts.due).items(), standing.finished),
            status: standing.status.and_then(|status| self.status(plan, status)),
            links: self.show(said, "links", |facts| &facts.links, strategies),
            impact: self.show(
                said,
                "impact",
                |facts| &facts.impact,
                |impact| self.texts(impact.items()),
            ),
            measures: self.show(
                said,
                "measures",
                |facts| &facts.measures,
                |measures| {
                    let measures = measures.items().iter();
                    measures
                        .map(|measure| self.measure(of_plan, measure))
                        .collect()
                },
            ),
            progress: self.show(
                said,
                "progress",
                |facts| &facts.progress,
                |notes| {
                    let notes = notes.items().iter();
                    notes.map(|note| self.progress(plan, note)).collect()
                },
            ),
            fields: self.fields(of_plan, said),
        }
    }

    /// A field with texts in it. Where it is not shown, its terms are not linked: the first use on
    /// the page is one that readers see.
    fn show<'b, T: 'b, V>(
        &self,
        said: Said<'b>,
        key: &str,
        field: impl Fn(&'b Facts) -> &'b Given<T>,
        view: impl Fn(&'b Given<T>) -> V,
    ) -> V {
        let value = said.get(&field);
        let is_shown = match said.shown {
            Shown::Everything => true,
            Shown::OwnOfRows => said.row.is_none_or(|row| !field(row).is_nothing()),
            Shown::Columns(columns) => columns.iter().any(|column| column.key == key),
        };
        if is_shown {
            view(value)
        } else {
            self.without_terms(|| view(value))
        }
    }

    fn measure(&self, plan: &Plan, measure: &Measure) -> MeasureView {
        let mut values: Vec<_> = measure.values.iter().collect();
        values.sort_by_key(|(date, _)| date.first_day(plan.years));
        MeasureView {
            measure: self.value(&measure.measure),
            code: measure.code.clone(),
            unit: measure.unit.clone(),
            baseline: measure.baseline.clone(),
            target: measure.target.clone(),
            direction: measure
                .upwards
                .map(|upwards| if upwards { "up" } else { "down" }.to_owned()),
            values: values
                .into_iter()
                .map(|(date, value)| MeasureValueView {
                    date: self.date(*date),
                    value: value.clone(),
                })
                .collect(),
            chart: measure_chart(
                &measure.values,
                measure.baseline.as_deref(),
                measure.target.as_deref(),
                plan.years,
            ),
        }
    }

    fn progress(&self, plan: PlanId, progress: &Progress) -> ProgressView {
        ProgressView {
            date: progress.date.map(|date| self.date(date)),
            note: self.value(&progress.note),
            status: progress.status.and_then(|status| self.status(plan, status)),
        }
    }

    /// The plan's own fields that have a value. A no says nothing, so it is left out.
    fn fields(&self, plan: &Plan, said: Said<'_>) -> Vec<FieldView> {
        let view = |(index, field): (usize, &OwnField)| {
            let value = said.field(index)?;
            let values = match value {
                FieldValue::Text(text) => vec![Html::from_text(text)],
                FieldValue::Date(date) => vec![self.date_html(*date)],
                FieldValue::List(texts) => texts.iter().map(|text| Html::from_text(text)).collect(),
                FieldValue::YesNo(true) => vec![Html::from_text(&field.label)],
                FieldValue::YesNo(false) => return None,
            };
            Some(FieldView {
                id: field.id.clone(),
                label: field.label.clone(),
                is_flag: matches!(value, FieldValue::YesNo(_)),
                values,
            })
        };
        plan.fields.iter().enumerate().filter_map(view).collect()
    }
}

/// The ids of a plan's outcomes on the page of outcomes, in their order.
#[must_use]
pub fn outcome_ids(plan: &Plan) -> Vec<String> {
    let mut ids = Ids::default();
    (1..)
        .zip(plan.outcomes.values())
        .map(|(number, outcome)| match &outcome.reference {
            Some(reference) => ids.unique(&format!("outcome-{}", reference.value)),
            None => ids.unique(&format!("outcome-{number}")),
        })
        .collect()
}

/// Which values of actions and rows a page shows in this place.
#[derive(Clone, Copy)]
pub enum Shown<'a> {
    /// All of them.
    Everything,
    /// What is a row's own: what it shares with its action stands elsewhere on the page, once.
    OwnOfRows,
    /// Those that have a column.
    Columns(&'a [ColumnView]),
}

/// Who speaks: an action for all its rows, or a row that shares with its action what it leaves out.
#[derive(Clone, Copy)]
struct Said<'a> {
    action: &'a Facts,
    row: Option<&'a Facts>,
    shown: Shown<'a>,
}

impl<'a> Said<'a> {
    fn by_action(action: &'a Action, shown: Shown<'a>) -> Self {
        Self {
            action: &action.facts,
            row: None,
            shown,
        }
    }

    fn by_row(action: &'a Action, row: &'a Row, shown: Shown<'a>) -> Self {
        Self {
            action: &action.facts,
            row: Some(&row.facts),
            shown,
        }
    }

    fn get<T>(self, field: impl Fn(&'a Facts) -> &'a Given<T>) -> &'a Given<T> {
        match self.row {
            Some(row) => field(row).or(field(self.action)),
            None => field(self.action),
        }
    }

    fn field(self, index: usize) -> Option<&'a FieldValue> {
        let of = |facts: &'a Facts| facts.fields.get(index);
        match self.row.and_then(of) {
            Some(own) if !own.is_nothing() => own.value(),
            _ => of(self.action)?.value(),
        }
    }
}

/// Whether a field was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Says {
    Nothing,
    None,
    Value,
}

impl<T> From<&Given<T>> for Says {
    fn from(given: &Given<T>) -> Self {
        match given {
            Given::Nothing => Self::Nothing,
            Given::None => Self::None,
            Given::Value(_) => Self::Value,
        }
    }
}

/// For each field by its key: whether a row gives it, and whether its action does.
fn both_say<'a>(fields: &'a [OwnField], row: &Facts, action: &Facts) -> Vec<(&'a str, Says, Says)> {
    let mut said = Vec::new();
    for ((key, of_row), (_, of_action)) in usual(row).into_iter().zip(usual(action)) {
        said.push((key, of_row, of_action));
    }
    let own =
        |facts: &Facts, index: usize| facts.fields.get(index).map_or(Says::Nothing, Says::from);
    for (index, field) in fields.iter().enumerate() {
        said.push((field.id.as_str(), own(row, index), own(action, index)));
    }
    said
}

fn usual(facts: &Facts) -> [(&'static str, Says); 11] {
    let Facts {
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
        fields: _,
    } = facts;
    [
        ("scope", scope.into()),
        ("lead", lead.into()),
        ("support", support.into()),
        ("due", due.into()),
        ("status", status.into()),
        ("identified_by", identified_by.into()),
        ("outcome", outcomes.into()),
        ("links", links.into()),
        ("impact", impact.into()),
        ("measures", measures.into()),
        ("progress", progress.into()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_shares_what_it_leaves_out_and_none_is_its_own_word() {
        let action = Facts {
            scope: Given::Value("North".to_owned()),
            impact: Given::Value(Vec::new()),
            ..Facts::default()
        };
        let row = Facts {
            scope: Given::None,
            ..Facts::default()
        };
        let said = Said {
            action: &action,
            row: Some(&row),
            shown: Shown::Everything,
        };
        assert_eq!(said.get(|facts| &facts.scope), &Given::None);
        assert!(said.get(|facts| &facts.impact).value().is_some());
        let both = both_say(&[], &row, &action);
        assert!(both.contains(&("scope", Says::None, Says::Value)));
        assert!(both.contains(&("impact", Says::Nothing, Says::Value)));
        assert!(both.contains(&("lead", Says::Nothing, Says::Nothing)));
    }
}
