//! What every page has, from the little that each kind of page must say of itself.

use crate::dates::{PartialDate, Years};
use crate::derive::html::Html;
use crate::derive::purpose::Purpose;
use crate::derive::routes::{self, Destination};
use crate::derive::scope::{Scope, push_link};
use crate::derive::view::page::{AlternateView, NoticeView, PageView, SharedProseView};
use crate::derive::view::parts::{FactView, LinkView};
use crate::model::{DocumentControl, Entity, Id, Localised, PageFacts, Plan, Priority};

/// Languages that are written from right to left (ISO 639-1, and 639-3 where there is no shorter code).
const RIGHT_TO_LEFT: [&str; 9] = ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ur", "yi"];

/// What a kind of page says of itself.
pub struct PageParts<'a> {
    /// The kind: the name of its template.
    pub kind: &'static str,
    /// Its title.
    pub title: String,
    /// What stands above the title in small.
    pub caption: Option<String>,
    /// What its author wrote for every page; none for a page of the program's own.
    pub facts: Option<&'a PageFacts>,
    /// Versions and reviews.
    pub control: Option<&'a DocumentControl>,
    /// By when it must be reviewed, where that does not stand in its document control.
    pub review_by: Option<PartialDate>,
    /// The plan it belongs to.
    pub plan: Option<Id<Localised<Plan>>>,
    /// The priority it belongs to.
    pub priority: Option<Id<Localised<Priority>>>,
    /// The pages between the first page and this one, outermost first.
    pub parents: Vec<Entity>,
    /// The page before this one in its row.
    pub previous: Option<Entity>,
    /// The page after this one in its row.
    pub next: Option<Entity>,
}

impl PageParts<'_> {
    /// A page with a title and nothing else.
    #[must_use]
    pub fn new(kind: &'static str, title: String) -> Self {
        Self {
            kind,
            title,
            caption: None,
            facts: None,
            control: None,
            review_by: None,
            plan: None,
            priority: None,
            parents: Vec::new(),
            previous: None,
            next: None,
        }
    }
}

impl Scope<'_> {
    /// What every page has.
    #[must_use]
    pub fn page(&self, parts: PageParts<'_>) -> PageView {
        let is_error = self.destination == Destination::NotFound;
        let is_home = self.destination == Destination::Entity(Entity::Home);
        let is_public = self.derivation.purpose == Purpose::Public;
        let draft = parts.facts.is_some_and(|facts| facts.draft);
        let facts = parts.facts;
        PageView {
            kind: parts.kind,
            path: self.place.address.to_string(),
            root: self.root(),
            language: self.language().to_owned(),
            direction: direction(self.language()),
            head_title: self.head_title(&parts),
            description: self.page_description(&parts),
            summary: facts
                .and_then(|facts| facts.summary.as_ref())
                .filter(|summary| !summary.is_empty())
                .map(|summary| self.value(summary)),
            canonical: self.canonical(),
            indexed: is_public && !draft && !is_error,
            alternates: self.alternates(),
            breadcrumbs: if is_home || is_error {
                Vec::new()
            } else {
                self.breadcrumbs(&parts.parents)
            },
            navigation: self.navigation(&parts.parents),
            words: self
                .derivation
                .words(parts.plan, parts.priority, self.language()),
            notices: self.notices(&parts),
            previous: parts.previous.map(|entity| self.link(entity)),
            next: parts.next.map(|entity| self.link(entity)),
            updated: facts
                .and_then(|facts| facts.updated)
                .map(|date| self.date(date)),
            document_control: parts
                .control
                .map(|control| self.document_control(control))
                .unwrap_or_default(),
            prose: self.shared_prose(),
            source: facts.map(|facts| facts.path.clone()),
            title: parts.title,
            caption: parts.caption,
        }
    }

    /// What search engines show below the title: the author's summary, else how the text begins, else
    /// what kind of site it is.
    fn page_description(&self, parts: &PageParts<'_>) -> String {
        parts
            .facts
            .and_then(|facts| self.description(facts.summary.as_ref().unwrap_or(&facts.body)))
            .unwrap_or_else(|| {
                let site = self.derivation.site_title(self.language());
                self.text(
                    "page.description",
                    &[("page", &parts.title), ("site", &site)],
                )
            })
    }

    /// Versions and reviews as a list of facts: only what the author gave.
    #[must_use]
    pub fn document_control(&self, control: &DocumentControl) -> Vec<FactView> {
        let DocumentControl {
            version,
            version_date,
            approved_by,
            approved_on,
            ratified_by,
            ratified_on,
            reviewed,
            next_review,
            review_cycle,
            owner,
        } = control;
        let text = |value: &Option<String>| value.as_deref().map(Html::from_text);
        let date = |value: Option<PartialDate>| value.map(|date| self.date_html(date));
        [
            ("version", text(version)),
            ("version_date", date(*version_date)),
            ("approved_by", text(approved_by)),
            ("approved_on", date(*approved_on)),
            ("ratified_by", text(ratified_by)),
            ("ratified_on", date(*ratified_on)),
            ("reviewed", date(reviewed.as_ref().map(|date| date.value))),
            (
                "next_review",
                date(next_review.as_ref().map(|date| date.value)),
            ),
            ("review_cycle", text(review_cycle)),
            ("owner", owner.as_ref().map(|owner| self.lead_html(owner))),
        ]
        .into_iter()
        .filter_map(|(key, value)| {
            Some(FactView {
                label: self.text(&format!("document_control.{key}"), &[]),
                value: value?,
            })
        })
        .collect()
    }

    /// The way from the page to the root of the site.
    fn root(&self) -> String {
        match &self.site().settings.site_url {
            Some(site_url) if self.destination == Destination::NotFound => site_url.clone(),
            _ => "../".repeat(self.place.address.depth()),
        }
    }

    /// The page, the page above it, the site: the most telling words first (WCAG 2.4.2).
    fn head_title(&self, parts: &PageParts<'_>) -> String {
        let site = self.derivation.site_title(self.language());
        let own = match self.destination {
            Destination::Entity(Entity::Home) => return site,
            // A name with its word and reference, cut where it is long.
            Destination::Entity(entity @ (Entity::Action(_) | Entity::Priority(_))) => {
                self.derivation.short_name(entity, self.language())
            }
            // Its title names the site already.
            Destination::Entity(Entity::Statement) => {
                self.derivation.name(Entity::Statement, self.language())
            }
            _ => match &parts.caption {
                Some(caption) => format!("{caption}: {}", parts.title),
                None => parts.title.clone(),
            },
        };
        let join =
            |page: &str, rest: &str| self.text("page.title", &[("page", page), ("site", rest)]);
        let mut parents = parts.parents.iter().rev();
        match parents.find(|parent| self.routes().exists(**parent)) {
            Some(parent) => {
                let parent = self.derivation.short_name(*parent, self.language());
                join(&own, &join(&parent, &site))
            }
            None => join(&own, &site),
        }
    }

    fn canonical(&self) -> Option<String> {
        let site_url = self.site().settings.site_url.as_deref()?;
        Some(routes::absolute(site_url, &self.place))
    }

    /// The same page in every language that has it; empty where it is alone.
    fn alternates(&self) -> Vec<AlternateView> {
        let languages = self.routes().languages(self.destination);
        if languages.len() < 2 {
            return Vec::new();
        }
        let site_url = self.site().settings.site_url.as_deref();
        languages
            .into_iter()
            .map(|language| {
                let place = self.routes().place(self.destination, language);
                AlternateView {
                    language: language.to_owned(),
                    name: self.derivation.language_name(language),
                    href: routes::relative(self.place.address.as_str(), &place),
                    canonical: site_url.map(|site_url| routes::absolute(site_url, &place)),
                    current: language == self.language(),
                }
            })
            .collect()
    }

    fn breadcrumbs(&self, parents: &[Entity]) -> Vec<LinkView> {
        std::iter::once(&Entity::Home)
            .chain(parents)
            .filter(|entity| self.routes().exists(**entity))
            .map(|entity| self.short_link(*entity))
            .collect()
    }

    /// The entry of the menu for the page itself, else for the nearest page above it.
    fn navigation(&self, parents: &[Entity]) -> Option<String> {
        let menu = self.derivation.menu(self.language());
        let above = parents
            .iter()
            .rev()
            .map(|entity| Destination::from(*entity));
        std::iter::once(self.destination)
            .chain(above)
            .find_map(|page| menu.key_of(self.routes(), page, self.site()))
            .map(str::to_owned)
    }

    fn notices(&self, parts: &PageParts<'_>) -> Vec<NoticeView> {
        let mut notices = Vec::new();
        let mut add = |kind, text| notices.push(NoticeView { kind, text });
        if self.derivation.purpose == Purpose::Draft {
            let date = self.date(PartialDate::Day(self.site().as_of)).text;
            let text = self.text("notice.preview_text", &[("date", &date)]);
            add("preview", Html::from_text(&text));
        }
        if self.destination == Destination::Health {
            let text = self.text("notice.private_text", &[]);
            add("private", Html::from_text(&text));
        }
        if parts.facts.is_some_and(|facts| facts.draft) {
            add(
                "draft",
                Html::from_text(&self.text("notice.draft_text", &[])),
            );
        }
        if let Some(id) = parts.plan {
            let plan = self.site().plans[id].in_language(self.language());
            if plan.archived {
                let text = self.text("notice.archived_text", &[]);
                add("archived", self.with_current_plan(&text, id));
            } else if plan.has_ended(self.site().as_of)
                && let Some(period) = &plan.period
            {
                let end = self.date(PartialDate::Day(period.value.to)).text;
                let text = self.text("notice.ended_text", &[("date", &end)]);
                add("ended", self.with_current_plan(&text, id));
            }
        }
        if let Some(date) = self.review_missed(parts) {
            let date = self.date(date).text;
            let text = self.text("notice.past_review_text", &[("date", &date)]);
            add("past-review", Html::from_text(&text));
        }
        notices
    }

    /// A sentence about a plan, followed by the way to the current one.
    fn with_current_plan(&self, text: &str, plan: Id<Localised<Plan>>) -> Html {
        let mut html = Html::from_text(text);
        if let Some(current) = self.site().current_plan.filter(|current| *current != plan) {
            let words = self.text("notice.current_plan", &[]);
            html.text(" ");
            push_link(&mut html, &self.link_as(Entity::Plan(current), words));
        }
        html
    }

    /// The review that should have been, where it is past.
    fn review_missed(&self, parts: &PageParts<'_>) -> Option<PartialDate> {
        let next = parts
            .control
            .and_then(|control| control.next_review.as_ref());
        let date = parts.review_by.or(next.map(|date| date.value))?;
        let years = parts
            .plan
            .map_or(Years::default(), |id| self.site().plans[id].original.years);
        (date.last_day(years) < self.site().as_of).then_some(date)
    }

    /// Texts of `index.md` that stand on every page. Terms are not linked in them: the first use
    /// of a term on a page is in what the page is about.
    fn shared_prose(&self) -> SharedProseView {
        let home = self.site().home.in_language(self.language());
        let concern = home.report_concern.as_ref();
        SharedProseView {
            report_concern: concern
                .and_then(|concern| concern.text.as_ref())
                .map(|text| self.prose_without_terms(text)),
            alternative_formats: home
                .alternative_formats
                .as_ref()
                .map(|text| self.prose_without_terms(text)),
            footer: home
                .footer
                .as_ref()
                .map(|text| self.prose_without_terms(text)),
        }
    }
}

/// `ltr` or `rtl`.
fn direction(language: &str) -> &'static str {
    let primary = language.split('-').next().unwrap_or(language);
    if RIGHT_TO_LEFT.contains(&primary.to_ascii_lowercase().as_str()) {
        "rtl"
    } else {
        "ltr"
    }
}

#[cfg(test)]
mod tests {
    use super::direction;

    #[test]
    fn the_direction_is_that_of_the_language() {
        assert_eq!(direction("cy"), "ltr");
        assert_eq!(direction("ur"), "rtl");
        assert_eq!(direction("ar-EG"), "rtl");
    }
}
