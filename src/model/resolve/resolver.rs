//! What is known while names are looked up, and small conversions that every kind needs.

use std::collections::{HashMap, HashSet};

use crate::dates::{self, Date, Period, Years};
use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::names::Names;
use crate::model::{
    Action, Document, DocumentControl, Entity, Id, Localised, Owner, PageFacts, Plan, Priority,
    Prose, Role, Status, Strategy, Term, WebAddress,
};
use crate::output::OutputPath;
use crate::parse::markdown::{Body, RawLink};
use crate::parse::record::common::{RawCommon, RawDocumentControl, RawPeriod};
use crate::parse::{RawPage, RawProse};
use crate::source::{FileId, Spanned};

use super::board::Seen;
use super::gather::Gathered;

/// Where something is being read: from which page, in which plan and priority.
#[derive(Clone, Debug)]
pub(super) struct Here {
    /// The folder of the page below `content/`, without a slash at the end.
    pub folder: String,
    /// The stem of the page.
    pub stem: String,
    /// Its plan.
    pub plan: Option<Id<Localised<Plan>>>,
    /// Its priority.
    pub priority: Option<Id<Localised<Priority>>>,
}

/// One action, as links to it may name it.
#[derive(Clone, Debug)]
pub(super) struct ActionName {
    pub id: Id<Localised<Action>>,
    pub priority: Id<Localised<Priority>>,
    pub plan: Id<Localised<Plan>>,
    pub reference: Option<String>,
    pub file: String,
}

/// One priority, as links and fields may name it.
#[derive(Clone, Debug)]
pub(super) struct PriorityName {
    pub id: Id<Localised<Priority>>,
    pub plan: Id<Localised<Plan>>,
    pub reference: Option<String>,
    pub folder: String,
    pub title: String,
    pub strategic: bool,
}

/// Everything that has a name.
#[derive(Debug)]
pub(super) struct Resolver {
    messages: Diagnostics,
    pub owners: Names<Owner>,
    pub groups: Names<Owner>,
    pub roles: Names<Id<Role>>,
    pub strategies: Names<Id<Strategy>>,
    pub terms: HashMap<String, Names<Id<Term>>>,
    pub documents: Names<Id<Localised<Document>>>,
    pub plans: Names<Id<Localised<Plan>>>,
    pub plan_folders: HashMap<String, Id<Localised<Plan>>>,
    pub priority_folders: HashMap<String, Id<Localised<Priority>>>,
    pub priorities: Vec<PriorityName>,
    pub actions: Vec<ActionName>,
    /// Which of the actions are called by a reference or a file name, with or without its number.
    pub action_keys: HashMap<String, Vec<usize>>,
    /// The actions of each priority, in their order.
    pub actions_of: HashMap<Id<Localised<Priority>>, Vec<Id<Localised<Action>>>>,
    pub current_plan: Option<Id<Localised<Plan>>>,
    /// The statuses of each plan by name, in the order of the plans.
    pub statuses: Vec<Names<Id<Status>>>,
    /// Pages by stem.
    pub pages: HashMap<String, Entity>,
    /// The stems of pages, the other way round.
    pub stems: HashMap<Entity, String>,
    /// Pictures and documents by path.
    pub assets: HashMap<String, FileId>,
    pub hidden: HashSet<String>,
    pub hidden_names: HashSet<String>,
    /// The paths of translations.
    pub twins: HashSet<String>,
    pub anchors: HashMap<String, HashSet<String>>,
    /// `index.md`, for what is made from it.
    pub index_file: FileId,
    /// The languages of translations.
    pub languages: Vec<String>,
    pub language: String,
    pub board_names: Vec<String>,
    /// All groups but collectives, and all members: for "all groups" and "all members".
    pub all_groups: Vec<Owner>,
    pub all_members: Vec<Owner>,
    /// The names of groups and members, which count as one kind.
    pub seen_owners: Seen,
    /// Short names and aliases that two entries of one kind share, in small letters; each has a message.
    pub shared_names: HashSet<String>,
    /// The ids of fields that a plan tried to add; each has a message.
    pub refused_fields: HashSet<String>,
    /// Whether some page that gives names could not be read: then an unknown name may be its.
    names_are_lost: bool,
    /// Whether a page that links call by its reference or title could not be read.
    pages_are_lost: bool,
}

impl Resolver {
    pub fn new(gathered: &Gathered) -> Self {
        Self {
            messages: Diagnostics::new(),
            owners: Names::new(&[]),
            groups: Names::new(&[]),
            roles: Names::new(&[]),
            strategies: Names::new(&[]),
            terms: HashMap::new(),
            documents: Names::new(&[]),
            plans: Names::new(&[]),
            plan_folders: HashMap::new(),
            priority_folders: HashMap::new(),
            priorities: Vec::new(),
            actions: Vec::new(),
            action_keys: HashMap::new(),
            actions_of: HashMap::new(),
            current_plan: None,
            statuses: Vec::new(),
            pages: HashMap::new(),
            stems: HashMap::new(),
            assets: gathered
                .assets
                .iter()
                .map(|asset| (asset.path.clone(), asset.file))
                .collect(),
            hidden: gathered.hidden.clone(),
            hidden_names: gathered.hidden_names.clone(),
            twins: gathered.twins.clone(),
            anchors: gathered.anchors.clone(),
            index_file: gathered
                .site
                .as_ref()
                .map_or(FileId::NONE, |site| site.original.page.file),
            languages: gathered.languages.clone(),
            language: gathered.language.clone(),
            board_names: Vec::new(),
            all_groups: Vec::new(),
            all_members: Vec::new(),
            seen_owners: Seen::default(),
            shared_names: HashSet::new(),
            refused_fields: HashSet::new(),
            names_are_lost: gathered.names_are_lost,
            pages_are_lost: gathered.pages_are_lost,
        }
    }

    pub fn into_messages(self) -> Diagnostics {
        self.messages
    }

    pub fn report(&mut self, message: Diagnostic) {
        self.messages.push(message);
    }

    /// A message that a name is not known. A page that could not be read in full may hold it, so
    /// then there is none: that page has its own message.
    pub fn report_unknown(&mut self, message: Diagnostic) {
        if !self.names_are_lost {
            self.messages.push(message);
        }
    }

    /// A message that no page is called so; none where the page that is meant could not be read.
    pub fn report_unknown_page(&mut self, message: Diagnostic) {
        if !self.pages_are_lost {
            self.messages.push(message);
        }
    }

    /// Notes which page a stem stands for.
    pub fn note_page(&mut self, stem: &str, entity: Entity) {
        self.pages.insert(stem.to_owned(), entity);
        self.stems.insert(entity, stem.to_owned());
    }

    /// Does something without a message.
    pub fn quietly<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let messages = std::mem::take(&mut self.messages);
        let value = read(self);
        self.messages = messages;
        value
    }

    /// Where a page stands.
    pub fn here(&self, page: &RawPage) -> Here {
        let stem = page.location.stem.clone();
        let plan = page.location.plan();
        let priority = page.location.priority().zip(plan);
        Here {
            folder: stem
                .rsplit_once('/')
                .map_or_else(String::new, |(folder, _)| folder.to_owned()),
            plan: plan.and_then(|plan| self.plan_folders.get(plan)).copied(),
            priority: priority
                .and_then(|(priority, plan)| {
                    self.priority_folders
                        .get(&format!("plans/{plan}/{priority}"))
                })
                .copied(),
            stem,
        }
    }

    /// What every page has.
    pub fn page(&mut self, page: &mut RawPage, common: RawCommon, here: &Here) -> PageFacts {
        let RawCommon {
            summary,
            updated,
            draft,
            order: _,
            redirect_from,
            short_title,
            no_glossary,
        } = common;
        let body = std::mem::take(&mut page.body);
        let redirect_from = redirect_from
            .into_iter()
            .filter_map(|address| self.redirect(address))
            .collect();
        PageFacts {
            file: page.file,
            path: page.path.clone(),
            address: page.location.address.clone(),
            language: page
                .location
                .language
                .clone()
                .unwrap_or_else(|| self.language.clone()),
            summary: summary.map(|summary| self.prose(summary, here)),
            updated: updated.map(|date| date.value),
            draft,
            redirect_from,
            short_title: short_title.map(|title| title.value),
            no_glossary: no_glossary.into_iter().map(|term| term.value).collect(),
            body: Prose {
                text: String::new(),
                body: self.body(body, here),
                span: page.whole(),
            },
            unread: std::mem::take(&mut page.unread),
        }
    }

    /// An old address: below the site, a page.
    fn redirect(&mut self, address: Spanned<String>) -> Option<Spanned<OutputPath>> {
        let path = address.value.trim().trim_start_matches('/');
        let is_page = !path.is_empty()
            && !path.contains("//")
            && !path.contains(':')
            && !path.split('/').any(|part| part == ".." || part == ".");
        if !is_page {
            self.report(Diagnostic::new(
                &codes::BAD_VALUE,
                address.span,
                format!("\u{201c}{}\u{201d} is not an old address of this site", address.value),
                "Type the part of the address behind the site\u{2019}s own, for example old/plan.html.",
            ));
            return None;
        }
        let path = if path.ends_with('/') {
            format!("{path}index.html")
        } else if path.ends_with(".html") {
            path.to_owned()
        } else {
            format!("{path}/index.html")
        };
        Some(Spanned::new(OutputPath::new(path), address.span))
    }

    /// A text of a field with its links resolved.
    pub fn prose(&mut self, prose: RawProse, here: &Here) -> Prose {
        let RawProse { text, body } = prose;
        Prose {
            body: self.body(body, here),
            text: text.value,
            span: text.span,
        }
    }

    pub fn proses(&mut self, texts: Vec<RawProse>, here: &Here) -> Vec<Prose> {
        texts
            .into_iter()
            .map(|text| self.prose(text, here))
            .collect()
    }

    pub fn optional_prose(&mut self, text: Option<RawProse>, here: &Here) -> Option<Prose> {
        text.map(|text| self.prose(text, here))
    }

    fn body(&mut self, body: Body<RawLink>, here: &Here) -> Body<crate::model::Link> {
        body.map_links(&mut |link| self.link(link, here))
    }

    /// The years of something.
    pub fn period(&mut self, raw: Option<RawPeriod>, years: Years) -> Option<Spanned<Period>> {
        let RawPeriod {
            from,
            to,
            text,
            span,
        } = raw?;
        let read = match (&from, &to) {
            (Some(from), Some(to)) => dates::period_between(
                &from.value,
                &to.value,
                text.as_ref().map(|text| text.value.as_str()),
                years,
            ),
            (None, None) => {
                dates::read_period(text.as_ref().map_or("", |text| text.value.as_str()), years)
            }
            _ => {
                self.report(Diagnostic::new(
                    &codes::MISSING_FIELD,
                    span,
                    "A period needs both \u{201c}from\u{201d} and \u{201c}to\u{201d}",
                    "Add the other one, or write the period in one line: April 2026 to March 2029.",
                ));
                return None;
            }
        };
        match read {
            Ok(period) => Some(Spanned::new(period, span)),
            Err(problem) => {
                let code = match problem {
                    dates::DateProblem::EndBeforeStart { .. } => &codes::END_BEFORE_START,
                    _ => &codes::BAD_DATE,
                };
                self.report(Diagnostic::new(
                    code,
                    span,
                    problem.message(),
                    problem.help(),
                ));
                None
            }
        }
    }

    /// Versions and reviews.
    pub fn control(&mut self, raw: RawDocumentControl, here: &Here) -> DocumentControl {
        let RawDocumentControl {
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
        } = raw;
        DocumentControl {
            version: value(version),
            version_date: value(version_date),
            approved_by: value(approved_by),
            approved_on: value(approved_on),
            ratified_by: value(ratified_by),
            ratified_on: value(ratified_on),
            reviewed,
            next_review,
            review_cycle: value(review_cycle),
            owner: owner.map(|owner| self.plain_lead(owner, here)),
        }
    }

    /// A web address; `https://` is added where it is missing.
    pub fn web(&mut self, raw: Option<Spanned<String>>) -> Option<WebAddress> {
        let raw = raw?;
        let words = raw.value.trim();
        let href = if words.starts_with("https://") || words.starts_with("http://") {
            words.to_owned()
        } else {
            format!("https://{words}")
        };
        let host = href
            .split_once("://")
            .map_or("", |(_, rest)| rest)
            .split(['/', '?', '#'])
            .next()
            .unwrap_or_default();
        let has_scheme = words.split_once(':').is_some_and(|(scheme, rest)| {
            !rest.starts_with("//")
                && !rest.starts_with(|c: char| c.is_ascii_digit())
                && scheme.chars().all(|c| c.is_ascii_alphabetic())
        });
        let fits = host.contains('.')
            && !host.starts_with('.')
            && !href.contains(char::is_whitespace)
            && !href.contains(['"', '<', '>', '\\'])
            && !has_scheme;
        if !fits {
            self.report(Diagnostic::new(
                &codes::BAD_VALUE,
                raw.span,
                format!("\u{201c}{words}\u{201d} is not a web address"),
                "Copy the address from your browser: https://www.example.org/page.",
            ));
            return None;
        }
        Some(WebAddress {
            href,
            words: words.to_owned(),
        })
    }
}

/// The value without its place.
pub(super) fn value<T>(spanned: Option<Spanned<T>>) -> Option<T> {
    spanned.map(|spanned| spanned.value)
}

/// The day that a moment falls on in a time zone; in UTC where the zone is not known (a message
/// says so).
pub(super) fn today(moment: jiff::Timestamp, zone: &str) -> Date {
    let zone = jiff::tz::TimeZone::get(zone).unwrap_or(jiff::tz::TimeZone::UTC);
    moment.to_zoned(zone).date()
}

/// A page that has no title of its own is called by its file.
pub(super) fn title_or(title: Option<Spanned<String>>, page: &RawPage) -> String {
    value(title).unwrap_or_else(|| page.location.name().to_owned())
}
