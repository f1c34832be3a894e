//! The plans, strategies, laws, reviews and recommendations that actions link to.

use serde::Serialize;

use crate::derive::html::Html;
use crate::derive::ids::Ids;
use crate::derive::kinds::by_kind;
use crate::derive::page::PageParts;
use crate::derive::relations::{StrategyUser, identifying_links, strategy_links};
use crate::derive::scope::Scope;
use crate::derive::view::page::PageView;
use crate::derive::view::parts::{LinkView, NameView};
use crate::model::{Entity, Id, ListPage, Strategy, StrategyLink};

/// All strategies.
#[derive(Clone, Debug, Serialize)]
pub struct StrategiesView {
    /// What every page has.
    pub page: PageView,
    /// The author's introduction.
    pub body: Option<Html>,
    /// The strategies by kind, in the author's order; one section where no kind is given.
    pub sections: Vec<StrategySectionView>,
}

/// The strategies of one kind.
#[derive(Clone, Debug, Serialize)]
pub struct StrategySectionView {
    /// The id of the heading.
    pub id: String,
    /// The kind, in words; `None` where the page has one section only.
    pub heading: Option<String>,
    /// The strategies.
    pub strategies: Vec<StrategyView>,
}

/// A strategy.
#[derive(Clone, Debug, Serialize)]
pub struct StrategyView {
    /// The id of the entry: links lead to it.
    pub id: String,
    /// The name.
    pub name: String,
    /// The short name.
    pub short_name: Option<String>,
    /// Other names it is known by.
    pub aliases: Vec<String>,
    /// The kind, in words.
    pub kind: Option<String>,
    /// Who owns it.
    pub owner: Option<NameView>,
    /// The period, in words.
    pub period: Option<String>,
    /// Where to read it.
    pub url: Option<LinkView>,
    /// A remark.
    pub note: Option<Html>,
    /// Actions and priorities that link to it.
    pub linked_from: Vec<StrategyUseView>,
    /// Actions that it identified the issue for.
    pub identified: Vec<StrategyUseView>,
}

/// A place that links to a strategy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StrategyUseView {
    /// The action or priority: "Action 1.3: …".
    pub link: LinkView,
    /// The part that is meant: "Recommendation 39".
    pub item: Option<String>,
    /// A remark.
    pub note: Option<Html>,
}

impl StrategiesView {
    /// All strategies by kind, on the author's page.
    #[must_use]
    pub fn new(scope: &Scope<'_>, page: &ListPage) -> Self {
        let title = scope.derivation.name(Entity::Strategies, scope.language());
        let strategies = scope.site().strategies.iter();
        // The author's order is kept, of the kinds too.
        let sections = by_kind(&[], strategies, |(_, strategy)| strategy.kind.clone());
        let is_alone = sections.len() == 1;
        let mut ids = Ids::default();
        ids.leave(page.page.body.body.anchors());
        for strategy in scope.site().strategies.values() {
            ids.unique(&strategy.anchor);
        }
        Self {
            page: scope.page(PageParts {
                facts: Some(&page.page),
                ..PageParts::new("strategies", title)
            }),
            body: scope.body(&page.page.body),
            sections: sections
                .into_iter()
                .map(|(kind, strategies)| {
                    let heading = match kind {
                        // A closed list: the theme has words for every kind.
                        Some(kind) => scope.text(&format!("strategies.kinds.{kind}"), &[]),
                        None => scope.text("strategies.others", &[]),
                    };
                    StrategySectionView {
                        id: ids.unique(&heading),
                        heading: (!is_alone).then_some(heading),
                        strategies: strategies
                            .into_iter()
                            .map(|(id, strategy)| StrategyView::new(scope, id, strategy))
                            .collect(),
                    }
                })
                .collect(),
        }
    }
}

impl StrategyView {
    fn new(scope: &Scope<'_>, id: Id<Strategy>, strategy: &Strategy) -> Self {
        let note = strategy
            .note_in(scope.language())
            .map(|note| scope.value(note));
        let relations = scope.derivation.relations.strategy(id);
        let site = scope.site();
        let linked_from = relations.linked_from.iter().flat_map(|user| match user {
            StrategyUser::Priority(priority) => {
                let of_priority = site.priorities[*priority].in_language(scope.language());
                let links = of_priority.links.iter();
                uses(scope, id, Entity::Priority(*priority), links)
            }
            StrategyUser::Action(action) => {
                let of_action = site.actions[*action].in_language(scope.language());
                let links = strategy_links(of_action);
                uses(scope, id, Entity::Action(*action), links)
            }
        });
        let identified = relations.identified.iter().flat_map(|action| {
            let of_action = site.actions[*action].in_language(scope.language());
            let links = identifying_links(of_action);
            uses(scope, id, Entity::Action(*action), links)
        });
        Self {
            linked_from: linked_from.collect(),
            identified: identified.collect(),
            id: strategy.anchor.clone(),
            name: strategy.name_in(scope.language()).to_owned(),
            short_name: strategy.short_name.as_ref().map(|name| name.value.clone()),
            aliases: strategy
                .aliases
                .iter()
                .map(|name| name.value.clone())
                .collect(),
            kind: strategy
                .kind
                .as_deref()
                .map(|kind| scope.text(&format!("strategies.kind.{kind}"), &[])),
            owner: strategy
                .owner
                .as_deref()
                .map(|owner| scope.name(owner, None)),
            period: strategy.period.as_ref().map(|period| period.text.clone()),
            url: strategy.url.as_ref().map(|url| LinkView {
                text: strategy.name_in(scope.language()).to_owned(),
                href: url.href.clone(),
                language: None,
                note: None,
            }),
            note,
        }
    }
}

/// How a page uses a strategy: once for each part of it that is meant.
fn uses<'a>(
    scope: &Scope<'_>,
    strategy: Id<Strategy>,
    user: Entity,
    links: impl Iterator<Item = &'a StrategyLink>,
) -> Vec<StrategyUseView> {
    let mut uses: Vec<StrategyUseView> = Vec::new();
    for link in links.filter(|link| link.strategy == Some(strategy)) {
        let view = StrategyUseView {
            link: scope.link(user),
            item: link.item.clone(),
            note: link.note.as_ref().map(|note| scope.value(note)),
        };
        if !uses.contains(&view) {
            uses.push(view);
        }
    }
    if uses.is_empty() {
        // A translation may have left its links out.
        uses.push(StrategyUseView {
            link: scope.link(user),
            item: None,
            note: None,
        });
    }
    uses
}
