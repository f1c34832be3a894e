//! Authors' texts on a page.

use crate::derive::html::Html;
use crate::derive::plain;
use crate::derive::scope::Scope;
use crate::model::{Link, Prose, Target};

/// How long a description for search engines may be, in characters.
const LONGEST_DESCRIPTION: usize = 160;

impl Scope<'_> {
    /// A text as blocks; `None` where there is nothing to show.
    #[must_use]
    pub fn body(&self, prose: &Prose) -> Option<Html> {
        (!prose.is_empty()).then(|| self.prose(prose))
    }

    /// A text as blocks.
    #[must_use]
    pub fn prose(&self, prose: &Prose) -> Html {
        let mut html = Html::new();
        html.element("p", &[], &self.plain(prose));
        html
    }

    /// A text as blocks in which terms of the glossary are not linked.
    #[must_use]
    pub fn prose_without_terms(&self, prose: &Prose) -> Html {
        self.prose(prose)
    }

    /// A value: a line where it is one plain paragraph, else blocks.
    #[must_use]
    pub fn value(&self, prose: &Prose) -> Html {
        Html::from_text(&self.plain(prose))
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

    /// What a link says whose author left its words out.
    fn words_of(&self, link: &Link) -> String {
        match &link.target {
            Target::Entity(entity, _) => self.derivation.name(*entity, self.language()),
            Target::Asset(_) | Target::Anchor(_) | Target::External(_) | Target::Nowhere => {
                link.written.clone()
            }
        }
    }
}
