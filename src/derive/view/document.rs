//! Any other document: governance, a framework, a foreword.

use serde::Serialize;

use crate::derive::html::Html;
use crate::derive::page::PageParts;
use crate::derive::prose::Placement;
use crate::derive::scope::Scope;
use crate::derive::view::page::PageView;
use crate::derive::view::parts::{DateView, HeadingView, ImageView, LinkView};
use crate::model::{Document, Entity, Id, Localised, Prose, SignOff, Site};

/// Which document.
type DocumentId = Id<Localised<Document>>;

/// The page of a document.
#[derive(Clone, Debug, Serialize)]
pub struct DocumentView {
    /// What every page has.
    pub page: PageView,
    /// The plan it belongs to, where it stands in the folder of one.
    pub plan: Option<LinkView>,
    /// Its headings, where the author asked for a list of contents; else empty.
    pub contents: Vec<HeadingView>,
    /// What stands in it.
    pub document: DocumentContentView,
}

/// What stands in a document.
#[derive(Clone, Debug, Serialize)]
pub struct DocumentContentView {
    /// Its section number.
    pub reference: Option<String>,
    /// The text, with numbered paragraphs and footnotes.
    pub body: Option<Html>,
    /// Who signed it.
    pub sign_off: Option<SignOffView>,
    /// When it must be reviewed.
    pub review_by: Option<DateView>,
}

/// Who signed a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SignOffView {
    /// The name.
    pub name: String,
    /// The post.
    pub role: Option<String>,
    /// The picture of the signature.
    pub image: Option<ImageView>,
}

impl DocumentView {
    /// The page of a document.
    #[must_use]
    pub fn new(scope: &Scope<'_>, id: DocumentId) -> Self {
        let document = scope.site().documents[id].in_language(scope.language());
        let (previous, next) = neighbours(scope.site(), id);
        let parents = match document.plan {
            Some(plan) => vec![Entity::Plan(plan)],
            None => folder_page(scope.site(), id).into_iter().collect(),
        };
        Self {
            page: scope.page(PageParts {
                caption: document.reference.clone(),
                facts: Some(&document.page),
                control: Some(&document.control),
                review_by: document.review_by.as_ref().map(|date| date.value),
                plan: document.plan,
                parents,
                previous: previous.map(Entity::Document),
                next: next.map(Entity::Document),
                ..PageParts::new("document", document.title.clone())
            }),
            plan: document.plan.map(|plan| scope.link(Entity::Plan(plan))),
            contents: if document.contents {
                contents(&document.page.body)
            } else {
                Vec::new()
            },
            document: DocumentContentView::new(scope, document, Placement::default()),
        }
    }
}

impl DocumentContentView {
    /// What stands in a document, at a place of a page.
    #[must_use]
    pub fn new(scope: &Scope<'_>, document: &Document, placement: Placement<'_>) -> Self {
        let body = &document.page.body;
        Self {
            reference: document.reference.clone(),
            body: (!body.is_empty()).then(|| scope.prose_at(body, placement)),
            sign_off: document.sign_off.as_ref().map(|sign_off| {
                let SignOff { name, role, image } = sign_off;
                SignOffView {
                    name: name.clone(),
                    role: role.clone(),
                    image: image
                        .as_ref()
                        .and_then(|(file, alt)| scope.image(*file, alt)),
                }
            }),
            review_by: document
                .review_by
                .as_ref()
                .map(|date| scope.date(date.value)),
        }
    }
}

/// The headings of a text as a list of contents, each below the one that it belongs to.
fn contents(body: &Prose) -> Vec<HeadingView> {
    let mut top: Vec<HeadingView> = Vec::new();
    // The levels of the headings that are still open, outermost first.
    let mut open: Vec<u8> = Vec::new();
    for heading in body.body.headings() {
        while open.last().is_some_and(|level| *level >= heading.level) {
            open.pop();
        }
        let mut list = &mut top;
        for _ in &open {
            let Some(last) = list.len().checked_sub(1) else {
                break;
            };
            list = &mut list[last].items;
        }
        list.push(HeadingView {
            text: match heading.number {
                Some(number) => format!("{number} {}", heading.text),
                None => heading.text,
            },
            id: heading.id.to_owned(),
            items: Vec::new(),
        });
        open.push(heading.level);
    }
    top
}

/// The documents before and after a document of a plan or folder. Those of `pages/` itself have
/// nothing in common but the site, so they are no row.
fn neighbours(site: &Site, id: DocumentId) -> (Option<DocumentId>, Option<DocumentId>) {
    let document = &site.documents[id].original;
    let row: Vec<DocumentId> = match document.plan {
        Some(plan) => site.plans[plan].original.documents.clone(),
        None => match folder(document) {
            "" => Vec::new(),
            own => site
                .documents
                .iter()
                .filter(|(_, other)| {
                    other.original.plan.is_none() && folder(&other.original) == own
                })
                .map(|(id, _)| id)
                .collect(),
        },
    };
    let Some(at) = row.iter().position(|other| *other == id) else {
        return (None, None);
    };
    let before = at.checked_sub(1).and_then(|before| row.get(before));
    (before.copied(), row.get(at + 1).copied())
}

/// The page of the folder that a document stands in, where there is one (`policies/index.md`).
fn folder_page(site: &Site, id: DocumentId) -> Option<Entity> {
    let index = format!("{}index.html", folder(&site.documents[id].original));
    let mut documents = site.documents.iter();
    documents
        .find(|(other, document)| *other != id && document.original.page.address.as_str() == index)
        .map(|(other, _)| Entity::Document(other))
}

/// The folder of a document, ending in `/`; empty for `pages/` itself.
fn folder(document: &Document) -> &str {
    let address = document.page.address.as_str();
    address.rfind('/').map_or("", |slash| &address[..=slash])
}
