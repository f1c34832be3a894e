//! The measures of a plan that have codes, each with its actions.

use serde::Serialize;

use crate::derive::html::Html;
use crate::derive::page::PageParts;
use crate::derive::relations::{CodedMeasure, PlanId};
use crate::derive::scope::Scope;
use crate::derive::view::page::PageView;
use crate::derive::view::parts::LinkView;
use crate::model::Entity;

/// All measures with codes of a plan.
#[derive(Clone, Debug, Serialize)]
pub struct MeasuresView {
    /// What every page has.
    pub page: PageView,
    /// The plan.
    pub plan: LinkView,
    /// The measures, by code.
    pub measures: Vec<CodedMeasureView>,
}

/// A measure with its actions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CodedMeasureView {
    /// The id of the entry: links lead to it.
    pub id: String,
    /// The code.
    pub code: String,
    /// What is measured, in the words of the first action.
    pub measure: Html,
    /// The actions that are measured by it.
    pub actions: Vec<LinkView>,
}

impl MeasuresView {
    /// The page of the measures of a plan.
    #[must_use]
    pub fn new(scope: &Scope<'_>, id: PlanId) -> Self {
        let measures = scope.derivation.relations.measures(id).iter();
        Self {
            plan: scope.link(Entity::Plan(id)),
            measures: measures
                .map(|measure| CodedMeasureView::new(scope, measure))
                .collect(),
            page: scope.page(PageParts {
                plan: Some(id),
                parents: vec![Entity::Plan(id)],
                ..PageParts::new("measures", scope.title())
            }),
        }
    }
}

impl CodedMeasureView {
    fn new(scope: &Scope<'_>, measure: &CodedMeasure) -> Self {
        let CodedMeasure { code, id, actions } = measure;
        let words = actions.iter().find_map(|action| {
            let action = scope.site().actions[*action].in_language(scope.language());
            let mut measures = action.all_facts().flat_map(|facts| facts.measures.items());
            measures.find(|measure| measure.code.as_ref() == Some(code))
        });
        Self {
            id: id.clone(),
            code: code.clone(),
            // A translation may have left the code out.
            measure: words
                .map(|measure| scope.value(&measure.measure))
                .unwrap_or_default(),
            actions: actions
                .iter()
                .map(|action| scope.link(Entity::Action(*action)))
                .collect(),
        }
    }
}
