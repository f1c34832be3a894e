//! What things are called: in full, and in short for menus, breadcrumbs and titles.

use crate::derive::Derivation;
use crate::derive::deadlines;
use crate::derive::plain;
use crate::derive::routes::{Destination, Grouping};
use crate::derive::view::parts::WordsView;
use crate::derive::words::{word, words};
use crate::model::vocabulary::Words;
use crate::model::{Action, Entity, Id, Link, Listing, Localised, Plan, Priority, Term};

/// A title that is longer, in characters, is cut in menus and breadcrumbs.
const LONGEST_SHORT_TITLE: usize = 80;

impl Derivation<'_> {
    /// The name of a page or entry in full: "Priority 1: Early help", "Training Group". In the
    /// language of the place it leads to.
    #[must_use]
    pub fn name(&self, entity: Entity, language: &str) -> String {
        let site = self.site;
        match entity {
            Entity::Home => self.site_title(language),
            Entity::Plan(id) => site.plans[id].in_language(language).title.clone(),
            Entity::Priority(id) => self.priority_name(id, language),
            Entity::Action(id) => self.action_name(id, language),
            Entity::Group(id) => site.groups[id].in_language(language).name.clone(),
            Entity::Member(id) => site.members[id].in_language(language).name.clone(),
            Entity::Role(id) => site.roles[id].name_in(language).to_owned(),
            Entity::Strategy(id) => site.strategies[id].name_in(language).to_owned(),
            Entity::Term(id) => self.term_name(id),
            Entity::Cycle(id) => site.cycles[id].in_language(language).title.clone(),
            Entity::Document(id) => site.documents[id].in_language(language).title.clone(),
            Entity::Roles => self.list_title(site.roles_page.as_ref(), language, "roles.title"),
            Entity::Strategies => {
                self.list_title(site.strategies_page.as_ref(), language, "strategies.title")
            }
            Entity::Glossary => {
                self.list_title(site.glossary_page.as_ref(), language, "glossary.title")
            }
            Entity::Statement => self.strings.text(language, "footer.accessibility", &[]),
            Entity::Listing(listing) => self.listing_name(listing, language),
        }
    }

    /// The name of a page that shows what stands elsewhere in another way: "Timeline", "Overdue
    /// actions"; of what content can link to, its name in full.
    #[must_use]
    pub fn title(&self, destination: Destination, language: &str) -> String {
        let days = deadlines::SOON.to_string();
        let text = |key| self.strings.text(language, key, &[("days", &days)]);
        match destination {
            Destination::Entity(entity) => self.name(entity, language),
            Destination::WholePlan(_) => text("plan.whole_caption"),
            Destination::Measures(_) => text("measures.title"),
            Destination::ActionsBy(grouping) => text(match grouping {
                Grouping::Lead => "actions.title_by_lead",
                Grouping::DueDate => "actions.title_by_due",
                Grouping::Status => "actions.title_by_status",
                Grouping::Member => "actions.title_by_member",
                Grouping::Overdue => "actions.title_overdue",
                Grouping::Soon => "actions.title_soon",
            }),
            Destination::Timeline => text("timeline.title"),
            Destination::CalendarOf(group) => {
                let group = self.name(Entity::Group(group), language);
                let values = [("group", group.as_str())];
                self.strings.text(language, "meetings.title_of", &values)
            }
            Destination::Search => text("search.title"),
            Destination::AToZ => text("a_z.title"),
            Destination::Health => text("health.title"),
            Destination::NotFound => text("not_found.title"),
        }
    }

    /// The name for menus and breadcrumbs: the author's `short_title`, else the short name, else
    /// the name, cut to its first words where it is long.
    #[must_use]
    pub fn short_name(&self, entity: Entity, language: &str) -> String {
        // An entry of a list has no page of its own, so the page's short title is not its own.
        let is_entry = matches!(
            entity,
            Entity::Role(_) | Entity::Strategy(_) | Entity::Term(_)
        );
        let short_title = self
            .routes
            .facts(entity, language)
            .filter(|_| !is_entry)
            .and_then(|page| page.short_title.clone());
        if let Some(title) = short_title {
            return title;
        }
        let site = self.site;
        let short_name = match entity {
            Entity::Home => return self.strings.text(language, "breadcrumbs.home", &[]),
            Entity::Group(id) => site.groups[id].in_language(language).short_name.as_ref(),
            Entity::Member(id) => site.members[id].in_language(language).short_name.as_ref(),
            Entity::Strategy(id) => site.strategies[id].short_name.as_ref(),
            _ => None,
        };
        match short_name {
            Some(name) => name.value.clone(),
            None => plain::first_words(&self.name(entity, language), LONGEST_SHORT_TITLE),
        }
    }

    /// The title of the site: its own, else the board's name.
    #[must_use]
    pub fn site_title(&self, language: &str) -> String {
        let home = self.site.home.in_language(language);
        home.title
            .clone()
            .unwrap_or_else(|| home.board.name.clone())
    }

    /// The title of an action, its aim, in plain text; "(no title)" where it has none.
    #[must_use]
    pub fn action_title(&self, id: Id<Localised<Action>>, language: &str) -> String {
        let action = self.site.actions[id].in_language(language);
        let title = action
            .title
            .as_ref()
            .map(|title| plain::text(title, &written));
        match title.filter(|title| !title.is_empty()) {
            Some(title) => title,
            None => self.strings.text(language, "no_title", &[]),
        }
    }

    /// "Action 1.3"; the word alone where there is no reference.
    #[must_use]
    pub fn action_label(&self, id: Id<Localised<Action>>, language: &str) -> String {
        let action = self.site.actions[id].in_language(language);
        let words = self.own_words(action.plan, Some(action.priority), language);
        let word = word(self.strings, language, words.as_ref(), "action").one;
        self.label("action.label", &word, action.reference.as_deref(), language)
    }

    /// "Priority 1"; the word alone where there is no reference.
    #[must_use]
    pub fn priority_label(&self, id: Id<Localised<Priority>>, language: &str) -> String {
        let priority = self.site.priorities[id].in_language(language);
        let words = self.own_words(priority.plan, Some(id), language);
        let word = word(self.strings, language, words.as_ref(), "priority").one;
        self.label(
            "priority.label",
            &word,
            priority.reference.as_deref(),
            language,
        )
    }

    /// The words of a plan, and of one of its priorities, for a page in a language. A plan's own
    /// words are of its own language: where it is not translated the theme's are used.
    #[must_use]
    pub fn own_words(
        &self,
        plan: Id<Localised<Plan>>,
        priority: Option<Id<Localised<Priority>>>,
        language: &str,
    ) -> Option<Words> {
        let plan = self.site.plans[plan].in_language(language);
        let plan_words = (plan.page.language == language).then_some(&plan.words);
        let priority_words = priority
            .map(|id| self.site.priorities[id].in_language(language))
            .filter(|priority| priority.page.language == language)
            .map(|priority| &priority.words);
        match (priority_words, plan_words) {
            (Some(of_priority), Some(of_plan)) => Some(of_priority.or(of_plan)),
            (one, other) => one.or(other).cloned(),
        }
    }

    /// The words for a page of a plan; without a plan, those of the current one.
    #[must_use]
    pub fn words(
        &self,
        plan: Option<Id<Localised<Plan>>>,
        priority: Option<Id<Localised<Priority>>>,
        language: &str,
    ) -> WordsView {
        let plan = plan.or(self.site.current_plan);
        let own = plan.and_then(|plan| self.own_words(plan, priority, language));
        words(self.strings, language, own.as_ref())
    }

    fn priority_name(&self, id: Id<Localised<Priority>>, language: &str) -> String {
        let priority = self.site.priorities[id].in_language(language);
        match &priority.reference {
            Some(_) => self.headed(&self.priority_label(id, language), &priority.title),
            None => priority.title.clone(),
        }
    }

    fn action_name(&self, id: Id<Localised<Action>>, language: &str) -> String {
        let label = self.action_label(id, language);
        self.headed(&label, &self.action_title(id, language))
    }

    fn headed(&self, label: &str, title: &str) -> String {
        format!("{label}: {title}")
    }

    fn label(&self, key: &str, word: &str, reference: Option<&str>, language: &str) -> String {
        match reference {
            Some(reference) => {
                self.strings
                    .text(language, key, &[("word", word), ("ref", reference)])
            }
            None => word.to_owned(),
        }
    }

    fn term_name(&self, id: Id<Term>) -> String {
        let term = &self.site.terms[id];
        term.term.clone()
    }

    fn list_title(
        &self,
        page: Option<&Localised<crate::model::ListPage>>,
        language: &str,
        key: &str,
    ) -> String {
        page.and_then(|page| page.in_language(language).title.clone())
            .unwrap_or_else(|| self.strings.text(language, key, &[]))
    }

    fn listing_name(&self, listing: Listing, language: &str) -> String {
        let own = self
            .site
            .current_plan
            .and_then(|plan| self.own_words(plan, None, language));
        let many = |key| word(self.strings, language, own.as_ref(), key).many;
        match listing {
            Listing::Plans => many("plan"),
            Listing::Actions => many("action"),
            Listing::Groups => many("group"),
            Listing::Members => many("member"),
            Listing::Outcomes => many("outcome"),
            Listing::Calendar => many("meeting"),
        }
    }
}

/// What a link without words says in the title of something: the author's own words, since the
/// name of its target could lead back here.
fn written(link: &Link) -> String {
    link.written.clone()
}
