//! Every text of a site, page by page, in the order in which a visitor meets them.

use crate::model::{
    Action, Cycle, Document, DocumentControl, Facts, FieldValue, Group, Home, Id, Lead, Link,
    ListPage, Localised, Measure, Member, PageFacts, Plan, Priority, Progress, Prose, Site,
    StrategyLink,
};
use crate::parse::Unread;
use crate::parse::markdown::{Inline, Where, Whole};

/// The texts of one page in one language.
pub struct PageTexts<'s> {
    /// The page.
    pub page: &'s PageFacts,
    /// Whether it belongs to a plan in the archive, which stays as it was agreed.
    pub archived: bool,
    /// Its texts in Markdown, the body last.
    pub prose: Vec<&'s Prose>,
    /// Its plain texts: titles, names, leads, timescales.
    pub plain: Vec<&'s str>,
}

impl<'s> PageTexts<'s> {
    fn new(page: &'s PageFacts) -> Self {
        Self {
            page,
            archived: false,
            prose: Vec::new(),
            plain: Vec::new(),
        }
    }

    /// Every link and picture in its texts.
    pub fn visit_links(&self, visit: &mut impl FnMut(&'s Link)) {
        for prose in &self.prose {
            prose.body.visit_inlines(&mut |inlines, _| {
                for inline in inlines {
                    if let Inline::Link { link, .. } | Inline::Image { link, .. } = inline {
                        visit(link);
                    }
                }
            });
        }
    }

    fn with_body(mut self) -> Self {
        let page = self.page;
        self.prose.splice(0..0, &page.summary);
        self.prose.push(&page.body);
        self
    }

    fn leads(&mut self, leads: &'s [Lead]) {
        for lead in leads {
            self.plain.push(&lead.words);
            self.prose.extend(&lead.note);
        }
    }

    fn strategies(&mut self, links: &'s [StrategyLink]) {
        for link in links {
            self.plain.push(&link.words);
            self.plain.extend(link.item.as_deref());
            self.prose.extend(&link.note);
        }
    }

    fn control(&mut self, control: &'s DocumentControl) {
        let words = [
            &control.approved_by,
            &control.ratified_by,
            &control.review_cycle,
        ];
        self.plain
            .extend(words.into_iter().filter_map(Option::as_deref));
        self.leads(control.owner.as_slice());
    }

    fn facts(&mut self, facts: &'s Facts) {
        let Facts {
            scope,
            lead,
            support,
            due,
            status: _,
            identified_by,
            outcomes: _,
            links,
            impact,
            measures,
            progress,
            fields,
        } = facts;
        self.plain.extend(scope.value().map(String::as_str));
        self.leads(lead.items());
        self.leads(support.items());
        self.plain
            .extend(due.items().iter().map(|due| due.timescale.text.as_str()));
        self.strategies(identified_by.items());
        self.strategies(links.items());
        self.prose.extend(impact.items());
        for Measure { measure, unit, .. } in measures.items() {
            self.prose.push(measure);
            self.plain.extend(unit.as_deref());
        }
        self.prose
            .extend(progress.items().iter().map(|Progress { note, .. }| note));
        for field in fields {
            match field.value() {
                Some(FieldValue::Text(text)) => self.plain.push(text),
                Some(FieldValue::List(texts)) => {
                    self.plain.extend(texts.iter().map(String::as_str))
                }
                Some(FieldValue::Date(_) | FieldValue::YesNo(_)) | None => {}
            }
        }
    }
}

/// All pages with their texts: the first page, each plan with all in it, the board, the lists.
pub fn pages(site: &Site) -> Vec<PageTexts<'_>> {
    let mut pages: Vec<PageTexts<'_>> = site.home.versions().map(home).collect();
    for localised in site.plans.values() {
        let first = pages.len();
        pages.extend(localised.versions().map(plan));
        let own = &localised.original;
        pages.extend(documents(site, own.documents.iter().copied()));
        for id in &own.priorities {
            let localised = &site.priorities[*id];
            pages.extend(localised.versions().map(priority));
            for id in &localised.original.actions {
                pages.extend(site.actions[*id].versions().map(action));
            }
        }
        for page in pages.iter_mut().skip(first) {
            page.archived = own.archived;
        }
    }
    pages.extend(
        site.groups
            .values()
            .flat_map(Localised::versions)
            .filter_map(group),
    );
    pages.extend(
        site.members
            .values()
            .flat_map(Localised::versions)
            .map(member),
    );
    pages.extend(
        site.cycles
            .values()
            .flat_map(Localised::versions)
            .map(cycle),
    );
    let alone = site
        .documents
        .iter()
        .filter(|(_, document)| document.original.plan.is_none());
    pages.extend(documents(site, alone.map(|(id, _)| id)));
    pages.extend(lists(site));
    pages
}

/// Visits every paragraph, heading, item and cell that an author can still change, with the page it
/// stands on. A translation does not repeat what it shares with its original, and plans in the
/// archive are left as they were agreed.
pub fn visit_own_prose(site: &Site, mut visit: impl FnMut(&PageFacts, &Whole, Where)) {
    for page in pages(site).iter().filter(|page| !page.archived) {
        let own = page
            .prose
            .iter()
            .filter(|prose| prose.span.file == page.page.file);
        for prose in own {
            prose.body.visit_contents(&mut |inlines, place| {
                visit(page.page, &Whole::of(inlines), place);
            });
        }
    }
}

/// Whether all that authors wrote could be read. Otherwise what seems unused may be used in the rest.
pub fn are_whole(pages: &[PageTexts<'_>]) -> bool {
    pages.iter().all(|page| page.page.unread == Unread::Nothing)
}

/// Whether everything that explains abbreviations could be read.
pub fn are_names_whole(pages: &[PageTexts<'_>]) -> bool {
    const NAMES: [&str; 9] = [
        "abbreviation",
        "aliases",
        "board",
        "name",
        "roles",
        "short_name",
        "strategies",
        "term",
        "terms",
    ];
    !pages
        .iter()
        .any(|page| NAMES.iter().any(|field| page.page.unread.holds(field)))
}

fn home(home: &Home) -> PageTexts<'_> {
    let mut texts = PageTexts::new(&home.page);
    texts.plain.extend(home.title.as_deref());
    texts.plain.push(&home.board.name);
    texts.prose.extend(&home.alternative_formats);
    if let Some(concern) = &home.report_concern {
        texts.plain.push(&concern.title);
        texts.prose.extend(&concern.text);
    }
    texts.prose.extend(&home.footer);
    if let Some(statement) = &home.accessibility {
        texts.plain.extend(statement.tested_by.as_deref());
        texts.prose.extend(&statement.known_issues);
    }
    texts.with_body()
}

fn plan(plan: &Plan) -> PageTexts<'_> {
    let mut texts = PageTexts::new(&plan.page);
    texts.plain.push(&plan.title);
    texts.plain.extend(plan.strapline.as_deref());
    texts.prose.extend(&plan.vision);
    texts.prose.extend(&plan.mission);
    texts.prose.extend(&plan.values);
    texts
        .plain
        .extend(plan.outcomes.values().map(|outcome| outcome.title.as_str()));
    for status in plan.statuses.values() {
        texts.plain.push(&status.name);
        texts.prose.extend(&status.meaning);
    }
    for line in &plan.budget {
        texts.plain.push(&line.item);
        texts.prose.extend(&line.note);
    }
    texts.control(&plan.control);
    texts.with_body()
}

fn priority(priority: &Priority) -> PageTexts<'_> {
    let mut texts = PageTexts::new(&priority.page);
    texts.plain.push(&priority.title);
    texts.prose.extend(&priority.outcome);
    texts.strategies(&priority.links);
    texts.leads(&priority.owner);
    texts.leads(&priority.sponsor);
    texts.with_body()
}

fn action(action: &Action) -> PageTexts<'_> {
    let mut texts = PageTexts::new(&action.page);
    texts.prose.extend(&action.title);
    texts.facts(&action.facts);
    for row in &action.rows {
        texts.prose.extend(&row.tasks);
        texts.facts(&row.facts);
    }
    texts.with_body()
}

/// A board without a file of its own has no texts but those of the first page.
fn group(group: &Group) -> Option<PageTexts<'_>> {
    if group.from_index {
        return None;
    }
    let mut texts = PageTexts::new(&group.page);
    texts.plain.push(&group.name);
    texts.plain.extend(group.frequency.as_deref());
    texts.leads(&group.chair);
    for seat in &group.members {
        texts.plain.extend(seat.role.as_deref());
        texts.plain.extend(seat.member.as_deref());
    }
    texts
        .plain
        .extend(group.shared_with.iter().map(|(words, _)| words.as_str()));
    Some(texts.with_body())
}

fn member(member: &Member) -> PageTexts<'_> {
    let mut texts = PageTexts::new(&member.page);
    texts.plain.push(&member.name);
    texts.with_body()
}

fn cycle(cycle: &Cycle) -> PageTexts<'_> {
    let mut texts = PageTexts::new(&cycle.page);
    texts.plain.push(&cycle.title);
    texts.prose.extend(&cycle.note);
    for series in &cycle.series {
        texts.plain.push(series.words.as_str());
        texts.prose.extend(&series.note);
        for meeting in &series.meetings {
            texts.plain.extend(meeting.place.as_deref());
            texts.prose.extend(&meeting.note);
        }
    }
    texts.with_body()
}

fn documents<'s>(
    site: &'s Site,
    ids: impl Iterator<Item = Id<Localised<Document>>>,
) -> Vec<PageTexts<'s>> {
    ids.flat_map(|id| site.documents[id].versions())
        .map(document)
        .collect()
}

fn document(document: &Document) -> PageTexts<'_> {
    let mut texts = PageTexts::new(&document.page);
    texts.plain.push(&document.title);
    texts.control(&document.control);
    if let Some(sign_off) = &document.sign_off {
        texts.plain.push(&sign_off.name);
        texts.plain.extend(sign_off.role.as_deref());
    }
    texts.with_body()
}

/// The pages of roles, strategies and terms, with their entries.
fn lists(site: &Site) -> Vec<PageTexts<'_>> {
    let mut pages = Vec::new();
    for page in site.roles_page.iter().flat_map(Localised::versions) {
        let mut texts = list(page);
        for role in site.roles.values() {
            texts.plain.push(&role.name);
            texts.plain.extend(role.holder.as_deref());
        }
        pages.push(texts.with_body());
    }
    for page in site.strategies_page.iter().flat_map(Localised::versions) {
        let mut texts = list(page);
        for strategy in site.strategies.values() {
            texts.plain.push(&strategy.name);
            texts.plain.extend(strategy.owner.as_deref());
            texts.prose.extend(strategy.note_in(&page.page.language));
        }
        pages.push(texts.with_body());
    }
    for page in site.glossary_page.iter().flat_map(Localised::versions) {
        let mut texts = list(page);
        let own = site
            .terms
            .values()
            .filter(|term| term.language == page.page.language);
        texts
            .prose
            .extend(own.filter_map(|term| term.meaning.as_ref()));
        pages.push(texts.with_body());
    }
    pages
}

fn list(list: &ListPage) -> PageTexts<'_> {
    let mut texts = PageTexts::new(&list.page);
    texts.plain.extend(list.title.as_deref());
    texts
}
