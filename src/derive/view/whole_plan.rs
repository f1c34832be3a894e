//! A plan from the first word to the last on one page, made to print.

use serde::Serialize;

use crate::derive::ids::Ids;
use crate::derive::page::PageParts;
use crate::derive::prose::Placement;
use crate::derive::relations::{PlanId, PriorityId};
use crate::derive::scope::{Scope, TableOn};
use crate::derive::view::action_parts::TableView;
use crate::derive::view::document::DocumentContentView;
use crate::derive::view::page::PageView;
use crate::derive::view::parts::{FactView, HeadingView, StatusSummaryView};
use crate::derive::view::plan::{OutcomeTableView, PlanContentView};
use crate::derive::view::priority::PriorityContentView;
use crate::model::{Document, Entity, Id, Localised};

/// A whole plan.
#[derive(Clone, Debug, Serialize)]
pub struct WholePlanView {
    /// What every page has.
    pub page: PageView,
    /// What stands on the page: documents and priorities, with their ids.
    pub contents: Vec<HeadingView>,
    /// What the author wrote about the plan.
    pub plan: PlanContentView,
    /// Other pages of the plan, in order. Headings in them begin at `h3`, ids are unique on the page.
    pub documents: Vec<WholeDocumentView>,
    /// Which priority serves which outcome.
    pub outcome_table: Option<OutcomeTableView>,
    /// How its actions stand.
    pub progress: Option<StatusSummaryView>,
    /// The priorities, strategic ones first.
    pub priorities: Vec<WholePriorityView>,
}

/// A document of the plan, as a part of the whole.
#[derive(Clone, Debug, Serialize)]
pub struct WholeDocumentView {
    /// The id of its heading.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// What stands in it.
    pub document: DocumentContentView,
    /// Its own document control: only what the author gave.
    pub document_control: Vec<FactView>,
}

/// A priority, as a part of the whole.
#[derive(Clone, Debug, Serialize)]
pub struct WholePriorityView {
    /// The id of its heading.
    pub id: String,
    /// Its heading: "Priority 1: Early help".
    pub heading: String,
    /// What the author wrote about it.
    pub priority: PriorityContentView,
    /// Its work plan, with the whole text of each action.
    pub table: Option<TableView>,
}

impl WholePlanView {
    /// The page of a plan from the first word to the last.
    #[must_use]
    pub fn new(scope: &Scope<'_>, id: PlanId) -> Self {
        let plan = scope.site().plans[id].in_language(scope.language());
        let mut ids = Ids::default();
        let body = scope.body(&plan.page.body);
        let content = scope.plan_content(id, body);
        let documents: Vec<_> = plan
            .documents
            .iter()
            .map(|document| WholeDocumentView::new(scope, *document, &mut ids))
            .collect();
        let priorities: Vec<_> = scope
            .priorities_of(id)
            .into_iter()
            .map(|priority| WholePriorityView::new(scope, priority, &mut ids))
            .collect();
        let entry = |id: &str, text: &str| HeadingView {
            text: text.to_owned(),
            id: id.to_owned(),
            items: Vec::new(),
        };
        let of_documents = documents.iter().map(|part| entry(&part.id, &part.title));
        let of_priorities = priorities.iter().map(|part| entry(&part.id, &part.heading));
        Self {
            contents: of_documents.chain(of_priorities).collect(),
            plan: content,
            outcome_table: scope.outcome_table(id),
            progress: scope.summary_of_plan(id),
            page: scope.page(PageParts {
                caption: Some(scope.text("plan.whole_caption", &[])),
                control: Some(&plan.control),
                plan: Some(id),
                parents: vec![Entity::Plan(id)],
                ..PageParts::new("whole-plan", plan.title.clone())
            }),
            documents,
            priorities,
        }
    }
}

impl WholeDocumentView {
    fn new(scope: &Scope<'_>, id: Id<Localised<Document>>, ids: &mut Ids) -> Self {
        let document = scope.site().documents[id].in_language(scope.language());
        let id = section_id(ids, "document", &document.title);
        let id_prefix = format!("{id}.");
        Self {
            title: match &document.reference {
                Some(reference) => format!("{reference} {}", document.title),
                None => document.title.clone(),
            },
            document: DocumentContentView::new(scope, document, below_heading(&id_prefix)),
            document_control: scope.document_control(&document.control),
            id,
        }
    }
}

impl WholePriorityView {
    fn new(scope: &Scope<'_>, priority: PriorityId, ids: &mut Ids) -> Self {
        let of_plan = scope.site().priorities[priority].in_language(scope.language());
        let id = section_id(ids, "priority", &of_plan.folder);
        let id_prefix = format!("{id}.");
        let body = (!of_plan.page.body.is_empty())
            .then(|| scope.prose_at(&of_plan.page.body, below_heading(&id_prefix)));
        Self {
            heading: scope.priority_heading(priority),
            priority: PriorityContentView::new(scope, priority, body),
            table: scope.table(priority, TableOn::WholePlanPage),
            id,
        }
    }
}

/// The id of a section that the program makes: with a dot, which ids of authors have not.
fn section_id(ids: &mut Ids, kind: &str, words: &str) -> String {
    format!("{kind}.{}", ids.unique(words))
}

/// A text below a heading of its own.
fn below_heading(id_prefix: &str) -> Placement<'_> {
    Placement {
        id_prefix,
        lowered_by: 1,
    }
}
