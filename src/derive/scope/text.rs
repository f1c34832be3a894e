//! Authors' texts on a page.

use crate::derive::html::Html;
use crate::derive::plain;
use crate::derive::prose::{self, LinkView, Placement, Surroundings, TermLinker};
use crate::derive::scope::{Scope, Way};
use crate::derive::structure::structure;
use crate::model::terms::TermIndexId;
use crate::model::{Entity, Link, Prose, Target};

/// How long a description for search engines may be, in characters.
const LONGEST_DESCRIPTION: usize = 160;

impl Scope<'_> {
    /// The body of a page; `None` where there is nothing to show.
    #[must_use]
    pub fn body(&self, prose: &Prose) -> Option<Html> {
        (!prose.is_empty()).then(|| self.prose(prose))
    }

    /// A text as blocks.
    #[must_use]
    pub fn prose(&self, prose: &Prose) -> Html {
        self.prose_at(prose, Placement::default())
    }

    /// A text as blocks at a place of the page where its ids or headings would clash with others.
    #[must_use]
    pub fn prose_at(&self, prose: &Prose, placement: Placement<'_>) -> Html {
        self.with_terms(|surroundings| prose::render(&prose.body, placement, surroundings))
    }

    /// A value: a line where it is one plain paragraph, else blocks.
    #[must_use]
    pub fn value(&self, prose: &Prose) -> Html {
        let id_prefix = id_prefix('v', prose);
        let placement = Placement {
            id_prefix: &id_prefix,
            lowered_by: 0,
        };
        self.with_terms(|surroundings| prose::render_value(&prose.body, placement, surroundings))
    }

    /// A text as blocks in which terms of the glossary are not linked.
    #[must_use]
    pub fn prose_without_terms(&self, prose: &Prose) -> Html {
        let id_prefix = id_prefix('s', prose);
        let placement = Placement {
            id_prefix: &id_prefix,
            lowered_by: 0,
        };
        let mut surroundings = OnPage {
            scope: self,
            terms: None,
        };
        prose::render(&prose.body, placement, &mut surroundings)
    }

    /// Makes something of the page in which terms of the glossary are not linked.
    pub(in crate::derive) fn without_terms<T>(&self, make: impl FnOnce() -> T) -> T {
        let terms = self.terms.take();
        let made = make();
        self.terms.replace(terms);
        made
    }

    /// A text without marks.
    #[must_use]
    pub fn plain(&self, prose: &Prose) -> String {
        plain::text(prose, &|link| self.words_of(link))
    }

    /// The first words of a text, for search engines.
    #[must_use]
    pub fn description(&self, prose: &Prose) -> Option<String> {
        let words = plain::first_paragraph(prose, &|link| self.words_of(link))?;
        (!words.is_empty()).then(|| plain::first_words(&words, LONGEST_DESCRIPTION))
    }

    /// What something is about, for a list: the author's summary, else the first sentence of the
    /// text; of an entry its remark or meaning.
    #[must_use]
    pub fn about(&self, entity: Entity) -> Option<Html> {
        let site = self.site();
        let own = match entity {
            Entity::Strategy(id) => site.strategies[id].note_in(self.language()),
            Entity::Term(id) => site.terms[id].meaning.as_ref(),
            Entity::Role(_) => None,
            _ => {
                let page = self.routes().facts(entity, self.language())?;
                if page.summary.is_none() {
                    let name = |link: &Link| self.words_of(link);
                    let text = plain::first_paragraph(&page.body, &name)?;
                    let sentence = plain::first_sentence(&text);
                    return (!sentence.is_empty()).then(|| Html::from_text(sentence));
                }
                page.summary.as_ref()
            }
        };
        own.filter(|text| !text.is_empty())
            .map(|text| self.value(text))
    }

    /// What a link says whose author left its words out.
    fn words_of(&self, link: &Link) -> String {
        match &link.target {
            Target::Entity(entity, _) => self.derivation.name(*entity, self.language()),
            Target::Version {
                entity, language, ..
            } => self.derivation.name(*entity, language),
            Target::Overview(overview) => {
                self.derivation.title((*overview).into(), self.language())
            }
            Target::Asset(..) | Target::Anchor(_) | Target::External(_) | Target::Nowhere => {
                link.written.clone()
            }
        }
    }

    /// Terms are linked at their first use on the page, so they go from text to text.
    fn with_terms(&self, write: impl FnOnce(&mut OnPage<'_, '_>) -> Html) -> Html {
        let mut surroundings = OnPage {
            scope: self,
            terms: self.terms.take(),
        };
        let html = write(&mut surroundings);
        self.terms.replace(surroundings.terms);
        html
    }
}

/// What ids of a value begin with: its place in the content, so that no two are equal. A text of
/// the site as a whole may stand on its own page as well, so it has another first letter.
fn id_prefix(first: char, prose: &Prose) -> String {
    format!("{first}{}.{}.", prose.span.file.index(), prose.span.start)
}

fn link_view(way: Way) -> LinkView {
    let Way {
        href,
        language,
        file,
    } = way;
    LinkView {
        href,
        language,
        file,
    }
}

/// A page as a text sees it.
struct OnPage<'s, 'a> {
    scope: &'s Scope<'a>,
    terms: Option<TermLinker>,
}

impl Surroundings<Link> for OnPage<'_, '_> {
    fn link(&mut self, link: &Link) -> Option<LinkView> {
        let way = match &link.target {
            // A text may stand on another page than the one it was written for.
            Target::Anchor(anchor) => self.scope.way_within(link.span.file, anchor),
            target => self.scope.way_to(target)?,
        };
        Some(link_view(way))
    }

    fn name(&self, link: &Link) -> String {
        self.scope.words_of(link)
    }

    fn word(&self, key: &str) -> String {
        self.scope.text(key, &[])
    }

    fn terms(&mut self) -> Option<&mut TermLinker> {
        self.terms.as_mut()
    }

    fn term(&self, id: TermIndexId) -> Option<LinkView> {
        let terms = self.scope.derivation.terms.of(self.scope.language())?;
        Some(link_view(self.scope.way(terms.entity(id)?)))
    }

    fn structure(&mut self) -> Html {
        let id = self.scope.next_id("structure");
        structure(self.scope, &id).unwrap_or_default()
    }
}
