//! The plans as data: one row for each row of each action, in plain text.

use crate::derive::Derivation;
use crate::derive::relations::{ActionId, PlanId, actions_of_plan};
use crate::derive::scope::{Scope, period_text};
use crate::derive::view::export::{ExportCell, ExportColumn, ExportRow, PlanExport, SiteExport};
use crate::derive::workplan::{is_filled, usual_columns};
use crate::model::vocabulary::{ColumnKey, KEYS};
use crate::model::{
    Action, Due, Entity, Facts, FieldValue, Given, Lead, Measure, Progress, Prose, Row,
    StrategyLink,
};
use crate::output::OutputPath;

/// Columns that tables on pages have no need of, in front and at the end.
const PRIORITY: &str = "priority";
const DUE_BY: &str = "due_by";
const PAGE: &str = "page";

impl Derivation<'_> {
    /// All plans as data, in the language of the site; `None` where there is no plan.
    #[must_use]
    pub fn export(&self) -> Option<SiteExport> {
        let language = self.site.settings.language.as_str();
        let scope = Scope::new(self, Entity::Home.into(), language);
        let plans = self.relations.plans();
        (!plans.is_empty()).then(|| SiteExport {
            json: OutputPath::new("data/plan.json"),
            board: self.site.home.original.board.name.clone(),
            language: language.to_owned(),
            plans: plans
                .iter()
                .map(|plan| export_plan(&scope, *plan))
                .collect(),
        })
    }
}

fn export_plan(scope: &Scope<'_>, id: PlanId) -> PlanExport {
    let site = scope.site();
    let plan = &site.plans[id].original;
    let actions = actions_of_plan(site, id);
    let keys: Vec<ColumnKey> = usual_columns(plan)
        .into_iter()
        .map(|column| column.key)
        .filter(|key| {
            let fills = |id: &ActionId| is_filled(&site.actions[*id].original, key);
            actions.iter().any(fills)
        })
        .collect();
    PlanExport {
        csv: scope.routes().table_of(id),
        script: (site.current_plan == Some(id)).then(|| scope.routes().table_for_script()),
        title: plan.title.clone(),
        period: period_text(plan),
        page: plan.page.address.clone(),
        columns: columns(scope, id, &keys),
        rows: actions
            .iter()
            .flat_map(|action| rows(scope, *action, &keys))
            .collect(),
    }
}

fn columns(scope: &Scope<'_>, id: PlanId, keys: &[ColumnKey]) -> Vec<ExportColumn> {
    let plan = &scope.site().plans[id].original;
    let column = |key: &str, heading: String| ExportColumn {
        key: key.to_owned(),
        heading,
    };
    let mut columns = vec![column(PRIORITY, scope.word(id, None, PRIORITY).one)];
    for key in keys {
        let heading = heading(scope, id, key);
        match key {
            ColumnKey::Usual(name) => columns.push(column(name, heading)),
            ColumnKey::Own(index) => {
                if let Some(field) = plan.fields.get(*index) {
                    columns.push(column(&own_key(&field.id), heading));
                }
            }
        }
        if *key == ColumnKey::Usual("due") {
            columns.push(column(DUE_BY, scope.text("export.due_by", &[])));
        }
    }
    columns.push(column(PAGE, scope.text("export.page", &[])));
    columns
}

/// The key of a field of the plan's own.
fn own_key(id: &str) -> String {
    if [PRIORITY, DUE_BY, PAGE].contains(&id) || KEYS.contains(&id) {
        format!("field_{id}")
    } else {
        id.to_owned()
    }
}

/// The author's label of a column, else the word for what it holds.
fn heading(scope: &Scope<'_>, id: PlanId, key: &ColumnKey) -> String {
    let plan = &scope.site().plans[id].original;
    let label = plan
        .columns
        .iter()
        .flatten()
        .filter(|column| column.key == *key)
        .filter_map(|column| column.label.as_deref())
        .find(|label| !label.trim().is_empty());
    match (label, key) {
        (Some(label), _) => label.to_owned(),
        (None, ColumnKey::Usual(key)) => scope.word(id, None, key).one,
        (None, ColumnKey::Own(index)) => plan
            .fields
            .get(*index)
            .map(|field| field.label.clone())
            .unwrap_or_default(),
    }
}

/// The rows of an action; one that says what the action says where it has none.
fn rows(scope: &Scope<'_>, id: ActionId, keys: &[ColumnKey]) -> Vec<ExportRow> {
    let action = &scope.site().actions[id].original;
    if action.rows.is_empty() {
        return vec![row(scope, id, None, keys)];
    }
    action
        .rows
        .iter()
        .map(|one| row(scope, id, Some(one), keys))
        .collect()
}

fn row(scope: &Scope<'_>, id: ActionId, row: Option<&Row>, keys: &[ColumnKey]) -> ExportRow {
    let action = &scope.site().actions[id].original;
    let priority = Entity::Priority(action.priority);
    let mut cells = vec![ExportCell::One(
        scope.derivation.name(priority, scope.language()),
    )];
    let teller = Teller {
        scope,
        id,
        action,
        row,
    };
    for key in keys {
        cells.push(teller.cell(key));
        if *key == ColumnKey::Usual("due") {
            cells.push(teller.due_by());
        }
    }
    cells.push(ExportCell::One(action.page.address.to_string()));
    ExportRow {
        page: action.page.address.clone(),
        cells,
    }
}

/// Tells what an action, or one of its rows, says in plain text.
struct Teller<'s, 'a> {
    scope: &'s Scope<'a>,
    id: ActionId,
    action: &'s Action,
    row: Option<&'s Row>,
}

impl<'s> Teller<'s, '_> {
    fn cell(&self, key: &ColumnKey) -> ExportCell {
        let prose = |texts: &[Prose]| many(texts.iter().map(|text| self.scope.plain(text)));
        let key = match key {
            ColumnKey::Usual(key) => *key,
            ColumnKey::Own(index) => return self.own_field(*index),
        };
        match key {
            "ref" => one(self.action.reference.clone()),
            "action" => one(Some(self.title())),
            "task" => prose(self.row.map_or(&[], |row| &row.tasks)),
            "scope" => one(self.said(|facts| &facts.scope).value().cloned()),
            "identified_by" => self.links(self.said(|facts| &facts.identified_by).items()),
            "lead" => self.leads(self.said(|facts| &facts.lead).items()),
            "support" => self.leads(self.said(|facts| &facts.support).items()),
            "due" => many(self.dues().iter().map(|due| due.timescale.text.clone())),
            "status" => one(self.status()),
            "links" => self.links(self.said(|facts| &facts.links).items()),
            "outcome" => self.outcomes(),
            "impact" => prose(self.said(|facts| &facts.impact).items()),
            "measures" => {
                let measures = self.said(|facts| &facts.measures).items();
                many(measures.iter().map(|measure| self.measure(measure)))
            }
            "progress" => {
                let notes = self.said(|facts| &facts.progress).items();
                many(notes.iter().map(|note| self.progress(note)))
            }
            _ => ExportCell::Nothing,
        }
    }

    /// The title, and the rest of the aim.
    fn title(&self) -> String {
        let scope = self.scope;
        let title = scope.derivation.action_title(self.id, scope.language());
        match scope.plain(&self.action.page.body).as_str() {
            "" => title,
            rest => format!("{title} {rest}"),
        }
    }

    /// The last day of each deadline that is certain, as `2026-08-31`.
    fn due_by(&self) -> ExportCell {
        let dues = self.dues().iter().flat_map(|due| due.timescale.deadlines());
        many(dues.map(|due| due.to.to_string()))
    }

    fn dues(&self) -> &'s [Due] {
        self.said(|facts| &facts.due).items()
    }

    fn status(&self) -> Option<String> {
        let standing = match self.row {
            Some(row) => self.scope.row_standing(self.id, row),
            None => self.scope.standing(self.id),
        };
        Some(self.scope.status(self.action.plan, standing.status?)?.name)
    }

    fn outcomes(&self) -> ExportCell {
        let outcomes = self.said(|facts| &facts.outcomes).items();
        let views = self.scope.outcome_links(self.action.plan, outcomes);
        many(views.into_iter().map(|outcome| match outcome.reference {
            Some(reference) => format!("{reference}: {}", outcome.title),
            None => outcome.title,
        }))
    }

    fn measure(&self, measure: &Measure) -> String {
        let Measure {
            measure,
            code,
            unit,
            baseline,
            target,
            upwards: _,
            values,
        } = measure;
        let labelled = |key: &str, value: &Option<String>| {
            let value = value.as_ref()?;
            Some(format!("{}: {value}", self.scope.text(key, &[])))
        };
        let code = code
            .as_ref()
            .map(|code| self.scope.text("measure.code", &[("code", code)]));
        let values = values
            .iter()
            .map(|(date, value)| format!("{}: {value}", date.iso()));
        let more: Vec<String> = [
            code,
            labelled("measure.unit", unit),
            labelled("measure.baseline", baseline),
            labelled("measure.target", target),
        ]
        .into_iter()
        .flatten()
        .chain(values)
        .collect();
        let text = self.scope.plain(measure);
        if more.is_empty() {
            text
        } else {
            format!("{text} ({})", more.join(", "))
        }
    }

    fn progress(&self, progress: &Progress) -> String {
        let note = self.scope.plain(&progress.note);
        let status = progress
            .status
            .and_then(|status| self.scope.status(self.action.plan, status));
        let note = match status {
            Some(status) => format!("{note} ({})", status.name),
            None => note,
        };
        match progress.date {
            Some(date) => format!("{}: {note}", date.iso()),
            None => note,
        }
    }

    fn leads(&self, leads: &[Lead]) -> ExportCell {
        many(
            leads
                .iter()
                .map(|lead| self.noted(lead.words.clone(), lead.note.as_ref())),
        )
    }

    fn links(&self, links: &[StrategyLink]) -> ExportCell {
        many(links.iter().map(|link| {
            let words = match &link.item {
                Some(item) => format!("{}, {item}", link.words),
                None => link.words.clone(),
            };
            self.noted(words, link.note.as_ref())
        }))
    }

    /// Words with their remark behind them, in brackets.
    fn noted(&self, words: String, note: Option<&Prose>) -> String {
        match note.map(|note| self.scope.plain(note)) {
            Some(note) if !note.is_empty() => format!("{words} ({note})"),
            _ => words,
        }
    }

    fn own_field(&self, index: usize) -> ExportCell {
        let field = |facts: &'s Facts| facts.fields.get(index);
        let own = self.row.and_then(|row| field(&row.facts));
        let said = match own {
            Some(own) if !own.is_nothing() => Some(own),
            _ => field(&self.action.facts),
        };
        match said.and_then(Given::value) {
            None => ExportCell::Nothing,
            Some(FieldValue::Text(text)) => one(Some(text.clone())),
            Some(FieldValue::Date(date)) => one(Some(date.iso())),
            Some(FieldValue::List(texts)) => many(texts.iter().cloned()),
            Some(FieldValue::YesNo(yes)) => {
                let key = if *yes { "yes" } else { "no" };
                one(Some(self.scope.text(key, &[])))
            }
        }
    }

    fn said<T>(&self, field: impl Fn(&'s Facts) -> &'s Given<T>) -> &'s Given<T> {
        match self.row {
            Some(row) => self.action.effective(row, field),
            None => field(&self.action.facts),
        }
    }
}

fn one(text: Option<String>) -> ExportCell {
    match text.filter(|text| !text.is_empty()) {
        Some(text) => ExportCell::One(text),
        None => ExportCell::Nothing,
    }
}

/// What can hold several texts is a list even with one, so that programs need not look.
fn many(texts: impl Iterator<Item = String>) -> ExportCell {
    let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
    if texts.is_empty() {
        ExportCell::Nothing
    } else {
        ExportCell::Many(texts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_a_list_even_with_one_text() {
        let texts = |texts: &[&str]| many(texts.iter().map(|text| (*text).to_owned()));
        assert_eq!(texts(&["", ""]), ExportCell::Nothing);
        assert_eq!(texts(&["", "a"]), ExportCell::Many(vec!["a".to_owned()]));
    }

    #[test]
    fn a_field_of_the_plans_own_never_takes_the_place_of_a_column() {
        assert_eq!(own_key("statutory"), "statutory");
        assert_eq!(own_key("page"), "field_page");
    }
}
