//! Pages by kind, in their order, each with its translations; drafts taken out.

use std::collections::{BTreeMap, HashMap, HashSet};

use rayon::prelude::*;

use crate::model::Localised;
use crate::model::names::{folded, natural_order};
use crate::parse::kind::reference_in;
use crate::parse::record::action::RawAction;
use crate::parse::record::glossary::RawGlossary;
use crate::parse::record::group::RawGroup;
use crate::parse::record::meetings::RawCycle;
use crate::parse::record::member::RawMember;
use crate::parse::record::page::RawDocument;
use crate::parse::record::plan::RawPlan;
use crate::parse::record::priority::RawPriority;
use crate::parse::record::roles::RawRoles;
use crate::parse::record::site::RawSite;
use crate::parse::record::strategies::RawStrategies;
use crate::parse::{Asset, Kind, Parsed, RawPage, Record, Unread};
use crate::source::Span;

use super::Drafts;

/// A page and what its fields say.
#[derive(Clone, Debug)]
pub(super) struct Written<R> {
    pub page: RawPage,
    pub raw: R,
}

/// A page with its translations.
#[derive(Clone, Debug)]
pub(super) struct Entry<R> {
    pub original: Written<R>,
    pub twins: BTreeMap<String, Written<R>>,
}

impl<R> Entry<R> {
    /// The path of its original without `.md`.
    pub fn stem(&self) -> &str {
        &self.original.page.location.stem
    }

    /// What authors call it: the name of its file, or of its folder.
    pub fn name(&self) -> &str {
        self.original.page.location.name()
    }

    /// The page as a whole.
    pub fn whole(&self) -> Span {
        self.original.page.whole()
    }

    /// The same entry, each of its versions read.
    pub fn localised<T>(self, mut read: impl FnMut(Written<R>) -> T) -> Localised<T> {
        Localised {
            original: read(self.original),
            twins: self
                .twins
                .into_iter()
                .map(|(language, twin)| (language, read(twin)))
                .collect(),
        }
    }

    /// The original, then the translations.
    pub fn versions(&self) -> impl Iterator<Item = &Written<R>> {
        std::iter::once(&self.original).chain(self.twins.values())
    }
}

/// All pages by kind, each kind in its order.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub site: Option<Entry<RawSite>>,
    pub plans: Vec<Entry<RawPlan>>,
    pub priorities: Vec<Entry<RawPriority>>,
    pub actions: Vec<Entry<RawAction>>,
    pub groups: Vec<Entry<RawGroup>>,
    pub members: Vec<Entry<RawMember>>,
    pub cycles: Vec<Entry<RawCycle>>,
    pub documents: Vec<Entry<RawDocument>>,
    pub roles: Option<Entry<RawRoles>>,
    pub strategies: Option<Entry<RawStrategies>>,
    pub glossary: Option<Entry<RawGlossary>>,
    pub assets: Vec<Asset>,
    pub language: String,
    pub languages: Vec<String>,
    /// The stems of pages that are drafts and not shown.
    pub hidden: HashSet<String>,
    /// What such pages are called, folded.
    pub hidden_names: HashSet<String>,
    /// The paths of all translations.
    pub twins: HashSet<String>,
    /// The anchors of each page's body, by stem; those of all its translations together. A page
    /// is left out where they are not all known.
    pub anchors: HashMap<String, HashSet<String>>,
    /// Whether names may be unknown because the page that gives them could not be read.
    pub names_are_lost: bool,
    /// Whether an action, priority or document may be unknown by its reference or title for that
    /// reason.
    pub pages_are_lost: bool,
}

/// Sorts the pages by kind.
pub(super) fn gather(parsed: Parsed, drafts: Drafts) -> Gathered {
    let Parsed {
        pages,
        assets,
        language,
        languages,
    } = parsed;
    let mut hidden = match drafts {
        Drafts::Shown => HashSet::new(),
        Drafts::Hidden => hidden_stems(&pages),
    };
    // A language that is listed twice is one language.
    let mut listed = HashSet::new();
    let languages = languages
        .into_iter()
        .filter(|language| listed.insert(language.clone()))
        .collect();
    let mut gathered = Gathered {
        assets,
        language,
        languages,
        names_are_lost: pages.iter().any(loses_names) || !has_settings(&pages),
        pages_are_lost: pages.iter().any(loses_pages),
        ..Gathered::default()
    };
    let mut unread: HashSet<String> = HashSet::new();
    let mut originals: Vec<RawPage> = Vec::new();
    let mut twins: HashMap<String, Vec<RawPage>> = HashMap::new();
    for page in pages {
        let stem = &page.location.stem;
        let hides_itself = drafts == Drafts::Hidden && page.is_draft();
        let twin = page.location.language.as_ref();
        let twin = twin.map(|language| format!("{stem}.{language}.md"));
        if hidden.contains(stem) || hides_itself {
            gathered.hidden_names.extend(names_of(&page));
            hidden.extend(twin);
            continue;
        }
        gathered.twins.extend(twin);
        if page.unread == Unread::Everything {
            unread.insert(stem.clone());
        }
        gathered
            .anchors
            .entry(stem.clone())
            .or_default()
            .extend(page.body.anchors().into_iter().map(str::to_owned));
        if page.location.language.is_some() {
            twins.entry(stem.clone()).or_default().push(page);
        } else {
            originals.push(page);
        }
    }
    // Where a page or a translation of it could not be read, not all its anchors are known.
    gathered.anchors.retain(|stem, _| !unread.contains(stem));
    let (actions, others): (Vec<_>, Vec<_>) = originals
        .into_iter()
        .map(|original| {
            let translations = twins.remove(&original.location.stem).unwrap_or_default();
            (original, translations)
        })
        .partition(|(original, _)| original.location.kind == Kind::Action);
    for (original, translations) in others {
        gathered.add(original, translations);
    }
    // Most pages of a plan are actions, and they hold most of its facts.
    gathered.actions = actions
        .into_par_iter()
        .map(|(original, translations)| entry(original, translations, RawAction::take))
        .collect();
    gathered.hidden = hidden;
    gathered.sort();
    gathered
}

/// Drafts, and everything inside a plan or priority that is one.
fn hidden_stems(pages: &[RawPage]) -> HashSet<String> {
    let mut hidden: HashSet<String> = HashSet::new();
    let mut folders: Vec<String> = Vec::new();
    for page in pages.iter().filter(|page| page.location.language.is_none()) {
        let draft_plan = page.location.kind == Kind::Plan
            && page
                .record
                .clone()
                .text("state")
                .is_some_and(|state| state.value == "draft");
        if !page.is_draft() && !draft_plan {
            continue;
        }
        hidden.insert(page.location.stem.clone());
        if matches!(page.location.kind, Kind::Plan | Kind::Priority)
            && let Some((folder, _)) = page.location.stem.rsplit_once('/')
        {
            folders.push(format!("{folder}/"));
        }
    }
    hidden.extend(
        pages
            .iter()
            .map(|page| &page.location.stem)
            .filter(|stem| folders.iter().any(|folder| stem.starts_with(folder)))
            .cloned(),
    );
    hidden
}

/// What links may call a page besides its file, folded.
fn names_of(page: &RawPage) -> Vec<String> {
    let mut record = page.record.clone();
    ["name", "short_name", "title"]
        .into_iter()
        .filter_map(|field| record.text(field))
        .map(|name| folded(&name.value))
        .collect()
}

/// Whether there is a page that names the board.
fn has_settings(pages: &[RawPage]) -> bool {
    pages.iter().any(|page| page.location.kind == Kind::Site)
}

/// Whether the unread facts of a page may hold a name of a group, status or other entry.
fn loses_names(page: &RawPage) -> bool {
    let fields: &[&str] = match page.location.kind {
        Kind::Glossary | Kind::Strategies | Kind::Roles => return page.unread != Unread::Nothing,
        Kind::Site => &["board", "name", "short_name", "aliases"],
        Kind::Plan => &["statuses", "outcomes", "fields", "name", "ref", "id"],
        Kind::Group | Kind::Member => &["name", "short_name", "aliases"],
        Kind::Priority | Kind::Action | Kind::Cycle | Kind::Page | Kind::PlanPage => return false,
    };
    fields.iter().any(|field| page.unread.holds(field))
}

/// Whether the unread facts of a page may hold what links call it by.
fn loses_pages(page: &RawPage) -> bool {
    let fields: &[&str] = match page.location.kind {
        Kind::Priority => &["title", "ref", "strategic"],
        Kind::Action => &["ref"],
        Kind::Plan | Kind::Page | Kind::PlanPage => &["title"],
        _ => return false,
    };
    fields.iter().any(|field| page.unread.holds(field))
}

impl Gathered {
    fn add(&mut self, page: RawPage, twins: Vec<RawPage>) {
        match page.location.kind {
            Kind::Site => self.site = Some(entry(page, twins, |record, _| RawSite::take(record))),
            Kind::Plan => self
                .plans
                .push(entry(page, twins, |record, _| RawPlan::take(record))),
            Kind::Priority => self
                .priorities
                .push(entry(page, twins, |record, _| RawPriority::take(record))),
            Kind::Action => self.actions.push(entry(page, twins, RawAction::take)),
            Kind::Group => self
                .groups
                .push(entry(page, twins, |record, _| RawGroup::take(record))),
            Kind::Member => self
                .members
                .push(entry(page, twins, |record, _| RawMember::take(record))),
            Kind::Cycle => self
                .cycles
                .push(entry(page, twins, |record, _| RawCycle::take(record))),
            Kind::Page | Kind::PlanPage => self
                .documents
                .push(entry(page, twins, |record, _| RawDocument::take(record))),
            Kind::Roles => {
                self.roles = Some(entry(page, twins, |record, _| RawRoles::take(record)))
            }
            Kind::Strategies => {
                self.strategies = Some(entry(page, twins, |record, _| RawStrategies::take(record)));
            }
            Kind::Glossary => {
                self.glossary = Some(glossary(page, twins));
            }
        }
    }

    /// Puts every kind into the order in which readers meet it.
    fn sort(&mut self) {
        self.plans.sort_by(|a, b| {
            let archived = |plan: &Entry<RawPlan>| {
                plan.original
                    .raw
                    .state
                    .as_ref()
                    .is_some_and(|state| state.value == "archived")
            };
            archived(a)
                .cmp(&archived(b))
                .then_with(|| natural_order(b.name(), a.name()))
        });
        let plan_rank: HashMap<String, usize> = self
            .plans
            .iter()
            .enumerate()
            .map(|(rank, plan)| (plan.name().to_owned(), rank))
            .collect();
        let rank_of_plan = |page: &RawPage| {
            page.location
                .plan()
                .and_then(|plan| plan_rank.get(plan))
                .copied()
                .unwrap_or(usize::MAX)
        };
        sort_by_rank(&mut self.priorities, |entry| {
            let raw = &entry.original.raw;
            let reference = raw.reference.as_ref().map(|text| text.value.as_str());
            (
                (
                    rank_of_plan(&entry.original.page),
                    usize::from(!raw.strategic),
                ),
                place(
                    &entry.original,
                    raw.common.order.as_ref().map(|o| o.value.as_str()),
                    reference,
                ),
            )
        });
        let priority_rank: HashMap<String, usize> = self
            .priorities
            .iter()
            .enumerate()
            .filter_map(|(rank, priority)| {
                let (folder, _) = priority.stem().rsplit_once('/')?;
                Some((folder.to_owned(), rank))
            })
            .collect();
        sort_by_rank(&mut self.actions, |entry| {
            let raw = &entry.original.raw;
            let folder = entry
                .stem()
                .rsplit_once('/')
                .map_or("", |(folder, _)| folder);
            let rank = priority_rank.get(folder).copied().unwrap_or(usize::MAX);
            let reference = raw.reference.as_ref().map(|text| text.value.as_str());
            (
                (rank, 0),
                place(
                    &entry.original,
                    raw.common.order.as_ref().map(|o| o.value.as_str()),
                    reference,
                ),
            )
        });
        sort_by_rank(&mut self.documents, |entry| {
            let raw = &entry.original.raw;
            let folder = entry
                .stem()
                .rsplit_once('/')
                .map_or("", |(folder, _)| folder);
            let depth = folder.matches('/').count();
            let reference = raw.reference.as_ref().map(|text| text.value.as_str());
            (
                (rank_of_plan(&entry.original.page), depth),
                place(
                    &entry.original,
                    raw.common.order.as_ref().map(|o| o.value.as_str()),
                    reference,
                ),
            )
        });
        sort_by_rank(&mut self.groups, |entry| {
            let raw = &entry.original.raw;
            let is_board = raw
                .kind
                .as_ref()
                .is_some_and(|kind| kind.value.eq_ignore_ascii_case("board"));
            (
                (usize::from(!is_board), 0),
                place(
                    &entry.original,
                    raw.common.order.as_ref().map(|o| o.value.as_str()),
                    None,
                ),
            )
        });
        sort_by_rank(&mut self.members, |entry| {
            let order = entry
                .original
                .raw
                .common
                .order
                .as_ref()
                .map(|o| o.value.as_str());
            ((0, 0), place(&entry.original, order, None))
        });
        // Newest first; file names of cycles begin with their years.
        self.cycles
            .sort_by(|a, b| natural_order(b.name(), a.name()));
    }
}

/// Where a page stands among its neighbours: by `order`, else by reference, else by file name.
type Place = (Option<String>, String);

fn place<R>(written: &Written<R>, order: Option<&str>, reference: Option<&str>) -> Place {
    let name = written.page.location.name();
    let key = order
        .or(reference)
        .or(reference_in(name))
        .map(str::to_owned);
    (key, name.to_owned())
}

fn sort_by_rank<R>(
    entries: &mut Vec<Entry<R>>,
    key: impl Fn(&Entry<R>) -> ((usize, usize), Place),
) {
    let mut keyed: Vec<_> = std::mem::take(entries)
        .into_iter()
        .map(|entry| (key(&entry), entry))
        .collect();
    keyed.sort_by(
        |((rank_a, (key_a, name_a)), _), ((rank_b, (key_b, name_b)), _)| {
            rank_a
                .cmp(rank_b)
                // What has no reference comes after what has one.
                .then_with(|| key_a.is_none().cmp(&key_b.is_none()))
                .then_with(|| {
                    natural_order(
                        key_a.as_deref().unwrap_or_default(),
                        key_b.as_deref().unwrap_or_default(),
                    )
                })
                .then_with(|| natural_order(name_a, name_b))
        },
    );
    *entries = keyed.into_iter().map(|(_, entry)| entry).collect();
}

fn entry<R>(page: RawPage, twins: Vec<RawPage>, take: impl Fn(Record, Span) -> R) -> Entry<R> {
    let twins = twins
        .into_iter()
        .filter_map(|twin| {
            let language = twin.location.language.clone()?;
            Some((
                language,
                written(twin, |record, span| {
                    take(record.filled_from(&page.record), span)
                }),
            ))
        })
        .collect();
    Entry {
        twins,
        original: written(page, take),
    }
}

/// A glossary in another language is a glossary of its own: it shares no entry with the original.
fn glossary(page: RawPage, twins: Vec<RawPage>) -> Entry<RawGlossary> {
    let read = |page| written(page, |record, _| RawGlossary::take(record));
    Entry {
        twins: twins
            .into_iter()
            .filter_map(|twin| Some((twin.location.language.clone()?, read(twin))))
            .collect(),
        original: read(page),
    }
}

/// A page whose record is read: what it said is in `raw`, and is not kept twice.
fn written<R>(mut page: RawPage, take: impl FnOnce(Record, Span) -> R) -> Written<R> {
    let record = std::mem::take(&mut page.record);
    Written {
        raw: take(record, page.whole()),
        page,
    }
}
