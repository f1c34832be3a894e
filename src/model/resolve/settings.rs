//! `index.md`: the board and the site.

use crate::diagnostic::{Diagnostic, Severity, codes, nearest};
use crate::model::names::{Lookup, Names};
use crate::model::{
    Accessibility, Board, Compliance, Contact, Enforcement, Entity, Home, Id, Localised, MenuEntry,
    PageFacts, Plan, Prose, ReportConcern, Settings, Target,
};
use crate::output::OutputPath;
use crate::parse::Unread;
use crate::parse::kind::is_language_code;
use crate::parse::markdown::Body;
use crate::parse::record::site::{
    RawAccessibility, RawBoard, RawContact, RawMenuEntry, RawReportConcern, RawSite,
};
use crate::source::{FileId, Span, Spanned};

use super::gather::{Entry, Written};
use super::language::code_of_language;
use super::plans::PlanHead;
use super::resolver::{Here, Resolver, value};

/// The theme of a site that names none.
const DEFAULT_THEME: &str = "default";
/// The time zone of a site that names none.
const DEFAULT_TIME_ZONE: &str = "Europe/London";

/// What `index.md` settles, with what is looked up later.
pub(super) struct RawSettings {
    settings: Settings,
    /// The current plan as written.
    pub current_plan: Option<Spanned<String>>,
    /// The time zone.
    pub time_zone: String,
}

impl RawSettings {
    pub fn into_settings(self) -> Settings {
        self.settings
    }
}

impl Resolver {
    /// Settings, the page itself, and the board's names.
    pub(super) fn site(
        &mut self,
        site: Option<Entry<RawSite>>,
        language: String,
        languages: Vec<String>,
    ) -> (RawSettings, Option<Entry<RawSite>>, Board) {
        let raw = site.as_ref().map(|site| site.original.raw.clone());
        let here = root();
        let whole = site
            .as_ref()
            .map_or(Span::whole(FileId::NONE), Entry::whole);
        let board = match raw.as_ref().and_then(|raw| raw.board.clone()) {
            Some(board) => self.board(board, &here),
            None => unnamed_board(),
        };
        let raw = raw.as_ref();
        let time_zone = self.time_zone(raw.and_then(|raw| raw.time_zone.clone()));
        for language in raw
            .into_iter()
            .flat_map(|raw| raw.language.iter().chain(&raw.languages))
        {
            self.check_language(language);
        }
        let settings = Settings {
            language,
            languages,
            site_url: raw
                .and_then(|raw| self.web(raw.site_url.clone()))
                .map(|url| format!("{}/", url.href.trim_end_matches('/'))),
            theme: raw
                .and_then(|raw| raw.theme.clone())
                .unwrap_or_else(|| Spanned::new(DEFAULT_THEME.to_owned(), whole)),
            brand: raw
                .and_then(|raw| raw.brand.clone())
                .and_then(|brand| self.colour(brand)),
            time_zone: time_zone.clone(),
            checks: raw.map(|raw| self.checks(&raw.checks)).unwrap_or_default(),
        };
        let settings = RawSettings {
            settings,
            current_plan: raw.and_then(|raw| raw.current_plan.clone()),
            time_zone,
        };
        if site.is_some() {
            self.note_page("index", Entity::Home);
        }
        (settings, site, board)
    }

    fn board(&mut self, raw: RawBoard, here: &Here) -> Board {
        let RawBoard {
            name,
            short_name,
            aliases,
            area,
            kind,
            website,
            established,
            logo,
        } = raw;
        Board {
            name: value(name).unwrap_or_default(),
            short_name,
            aliases,
            area: value(area),
            kind: value(kind),
            website: self.web(website),
            established: value(established),
            logo: logo.and_then(|(image, alt)| {
                Some((self.asset(&image.value, image.span, here)?, alt.value))
            }),
        }
    }

    /// The board's own names, which may stand in front of any other name.
    pub(super) fn note_board(&mut self, board: &Board) {
        let mut names = vec![board.name.clone()];
        names.extend(board.short_name.iter().map(|name| name.value.clone()));
        names.extend(board.aliases.iter().map(|name| name.value.clone()));
        let short: Vec<&str> = names.iter().map(String::as_str).collect();
        self.owners = Names::new(&short);
        self.groups = Names::new(&short);
        self.roles = Names::new(&short);
        self.strategies = Names::new(&short);
        self.board_names = names;
    }

    fn time_zone(&mut self, raw: Option<Spanned<String>>) -> String {
        let Some(zone) = raw else {
            return DEFAULT_TIME_ZONE.to_owned();
        };
        if jiff::tz::TimeZone::get(&zone.value).is_ok() {
            return zone.value;
        }
        let known: Vec<String> = jiff::tz::db()
            .available()
            .map(|name| name.to_string())
            .collect();
        let help = match nearest(&zone.value, known.iter().map(String::as_str)) {
            Some(near) => format!("Did you mean \u{201c}{near}\u{201d}?"),
            None => "Type it as continent and city: Europe/London.".to_owned(),
        };
        self.report(Diagnostic::new(
            &codes::UNKNOWN_NAME,
            zone.span,
            format!("There is no time zone \u{201c}{}\u{201d}", zone.value),
            help,
        ));
        DEFAULT_TIME_ZONE.to_owned()
    }

    /// A language code has the form of BCP 47: two or three letters, perhaps with more behind a
    /// hyphen.
    fn check_language(&mut self, language: &Spanned<String>) {
        if is_language_code(&language.value) {
            return;
        }
        let help = match code_of_language(&language.value) {
            Some(code) => format!("Did you mean \u{201c}{code}\u{201d}?"),
            None => "Type its code in small letters: en for English, cy for Welsh, ga for Irish, gd for Gaelic.".to_owned(),
        };
        self.report(Diagnostic::new(
            &codes::UNKNOWN_NAME,
            language.span,
            format!(
                "\u{201c}{}\u{201d} is not the code of a language",
                language.value
            ),
            help,
        ));
    }

    fn colour(&mut self, raw: Spanned<String>) -> Option<Spanned<String>> {
        let digits = raw.value.trim().trim_start_matches('#').to_lowercase();
        let all_hex = digits.chars().all(|c| c.is_ascii_hexdigit());
        let six = match digits.len() {
            6 if all_hex => digits,
            3 if all_hex => digits.chars().flat_map(|digit| [digit, digit]).collect(),
            _ => {
                self.report(Diagnostic::new(
                    &codes::BAD_VALUE,
                    raw.span,
                    format!("\u{201c}{}\u{201d} is not a colour", raw.value),
                    "Type a # and six digits from 0 to f, in quotation marks: \"#1d5c63\".",
                ));
                return None;
            }
        };
        Some(Spanned::new(format!("#{six}"), raw.span))
    }

    fn checks(
        &mut self,
        raw: &[(Spanned<String>, Spanned<String>)],
    ) -> Vec<(&'static crate::diagnostic::Code, Option<Severity>)> {
        let mut checks = Vec::new();
        for (name, level) in raw {
            let Some(code) = codes::find(&name.value) else {
                let help = match nearest(&name.value, codes::ALL.iter().map(|code| code.name)) {
                    Some(near) => format!("Did you mean \u{201c}{near}\u{201d}?"),
                    None => "Copy the code from the message: it stands in square brackets behind warning.".to_owned(),
                };
                self.report(Diagnostic::new(
                    &codes::UNKNOWN_NAME,
                    name.span,
                    format!(
                        "There is no message with the code \u{201c}{}\u{201d}",
                        name.value
                    ),
                    help,
                ));
                continue;
            };
            let severity = match level.value.as_str() {
                "off" => None,
                "error" => Some(Severity::Error),
                _ => Some(Severity::Warning),
            };
            if code.severity == Severity::Error && severity != Some(Severity::Error) {
                self.report(Diagnostic::new(
                    &codes::BAD_VALUE,
                    level.span,
                    format!(
                        "\u{201c}{}\u{201d} is always an error; it cannot be turned down",
                        code.name
                    ),
                    "Delete this line.",
                ));
                continue;
            }
            checks.push((code, severity));
        }
        checks
    }

    /// The plan that is meant where none is named.
    pub(super) fn current_plan(
        &mut self,
        plans: &[PlanHead],
        as_of: crate::dates::Date,
        named: Option<Spanned<String>>,
    ) -> Option<Id<Localised<Plan>>> {
        if let Some(named) = named {
            match self.plans.find(&named.value) {
                Lookup::One(id) => {
                    self.current_plan = Some(id);
                    return self.current_plan;
                }
                Lookup::Several(_) | Lookup::Nothing => {
                    let help = match self.plans.nearest(&named.value) {
                        Some(near) => format!("Did you mean \u{201c}{near}\u{201d}?"),
                        None => "Type the name of a folder below content/plans.".to_owned(),
                    };
                    self.report_unknown(Diagnostic::new(
                        &codes::UNKNOWN_NAME,
                        named.span,
                        format!("There is no plan \u{201c}{}\u{201d}", named.value),
                        help,
                    ));
                }
            }
        }
        let live = |head: &&PlanHead| !head.archived;
        let chosen = plans
            .iter()
            .filter(live)
            .find(|head| head.marked_current)
            .or_else(|| plans.iter().filter(live).find(|head| head.holds(as_of)))
            .or_else(|| plans.iter().filter(live).max_by_key(|head| head.ends()))
            .or_else(|| plans.iter().max_by_key(|head| head.ends()));
        self.current_plan = chosen.map(|head| head.id);
        self.current_plan
    }

    /// The first page in all its languages.
    pub(super) fn home(&mut self, site: Option<Entry<RawSite>>) -> Localised<Home> {
        match site {
            Some(site) => Localised {
                original: self.home_page(site.original),
                twins: site
                    .twins
                    .into_iter()
                    .map(|(language, twin)| (language, self.home_page(twin)))
                    .collect(),
            },
            None => Localised::alone(Home {
                page: PageFacts {
                    file: FileId::NONE,
                    path: "index.md".to_owned(),
                    address: OutputPath::new("index.html"),
                    language: self.language.clone(),
                    summary: None,
                    updated: None,
                    draft: false,
                    redirect_from: Vec::new(),
                    short_title: None,
                    no_glossary: Vec::new(),
                    body: Prose {
                        text: String::new(),
                        body: Body::default(),
                        span: Span::whole(FileId::NONE),
                    },
                    unread: Unread::Everything,
                },
                title: None,
                board: unnamed_board(),
                contact: None,
                alternative_formats: None,
                report_concern: None,
                quick_exit: None,
                licence: None,
                footer: None,
                navigation: Vec::new(),
                accessibility: None,
            }),
        }
    }

    fn home_page(&mut self, written: Written<RawSite>) -> Home {
        let Written { mut page, raw } = written;
        let here = self.here(&page);
        let RawSite {
            common,
            title,
            board,
            contact,
            alternative_formats,
            report_concern,
            quick_exit,
            licence,
            footer,
            navigation,
            accessibility,
            // Settled once for the whole site.
            site_url: _,
            language: _,
            languages: _,
            theme: _,
            brand: _,
            time_zone: _,
            current_plan: _,
            checks: _,
        } = raw;
        Home {
            page: self.page(&mut page, common, &here),
            title: value(title),
            board: match board {
                Some(board) => self.board(board, &here),
                None => unnamed_board(),
            },
            contact: contact.map(|contact| self.contact(contact)),
            alternative_formats: self.optional_prose(alternative_formats, &here),
            report_concern: report_concern.and_then(|raw| self.report_concern(raw, &here)),
            quick_exit: self.web(quick_exit),
            licence: value(licence),
            footer: self.optional_prose(footer, &here),
            navigation: navigation
                .into_iter()
                .map(|entry| self.menu_entry(entry, &here))
                .collect(),
            accessibility: accessibility.and_then(|raw| self.accessibility(raw, &here)),
        }
    }

    pub(super) fn contact(&mut self, raw: RawContact) -> Contact {
        let RawContact {
            team,
            email,
            phone,
            address,
            response_days,
        } = raw;
        let email = email.map(without_mailto);
        if let Some(email) = &email
            && !is_email(&email.value)
        {
            self.report(Diagnostic::new(
                &codes::BAD_VALUE,
                email.span,
                format!("\u{201c}{}\u{201d} is not an e-mail address", email.value),
                "Type it as name@example.org.",
            ));
        }
        if let Some(days) = response_days.as_ref().filter(|days| days.value < 1) {
            self.report(Diagnostic::new(
                &codes::BAD_VALUE,
                days.span,
                "The working days until an answer are at least 1",
                "Type a number such as 10.",
            ));
        }
        Contact {
            team: value(team),
            email: value(email),
            phone: value(phone),
            address: value(address),
            response_days: value(response_days),
        }
    }

    fn report_concern(&mut self, raw: RawReportConcern, here: &Here) -> Option<ReportConcern> {
        let RawReportConcern {
            title,
            text,
            phone,
            url,
        } = raw;
        Some(ReportConcern {
            title: value(title)?,
            text: self.optional_prose(text, here),
            phone: value(phone),
            url: self.web(url),
        })
    }

    fn menu_entry(&mut self, raw: RawMenuEntry, here: &Here) -> MenuEntry {
        let RawMenuEntry { title, to, items } = raw;
        if let (Some(title), None, []) = (&title, &to, items.as_slice()) {
            self.report(Diagnostic::new(
                &codes::MISSING_FIELD,
                title.span,
                format!("\u{201c}{}\u{201d} in the menu leads nowhere", title.value),
                "Add \u{201c}to\u{201d} with the name of a page, or \u{201c}items\u{201d} with several.",
            ));
        }
        let target = to.map(|to| self.menu_target(&to, here));
        if title.is_none()
            && let Some(Target::External(address)) = &target
        {
            return MenuEntry {
                title: Some(address.clone()),
                target,
                items: Vec::new(),
            };
        }
        MenuEntry {
            title: value(title),
            target,
            items: items
                .into_iter()
                .map(|item| self.menu_entry(item, here))
                .collect(),
        }
    }

    fn menu_target(&mut self, to: &Spanned<String>, here: &Here) -> Target {
        let name = to.value.strip_prefix("page:").unwrap_or(&to.value);
        if let Lookup::One(entity) = self.find_page(name, here) {
            return Target::Entity(entity, None);
        }
        if let Some(overview) = self.overview(name) {
            return Target::Overview(overview);
        }
        if let Lookup::One((owner, _)) = self.owner(name).map_or(Lookup::Nothing, Lookup::One) {
            return Target::Entity(owner.into(), None);
        }
        let is_path = name.contains('/') || name.contains('.');
        if is_path {
            return self.target(name, to.span, here);
        }
        let help = match self.documents.nearest(name) {
            Some(near) => format!("Did you mean \u{201c}{near}\u{201d}?"),
            None => "Type the file name or the title of a page below content/pages.".to_owned(),
        };
        self.report_unknown(Diagnostic::new(
            &codes::DEAD_LINK,
            to.span,
            format!("There is no page called \u{201c}{name}\u{201d}"),
            help,
        ));
        Target::Nowhere
    }

    fn accessibility(&mut self, raw: RawAccessibility, here: &Here) -> Option<Accessibility> {
        let RawAccessibility {
            compliance,
            prepared,
            reviewed,
            tested_by,
            tested_on,
            known_issues,
            enforcement,
        } = raw;
        let reviewed = reviewed?;
        Some(Accessibility {
            compliance: match compliance?.value.as_str() {
                "fully" => Compliance::Fully,
                "partially" => Compliance::Partially,
                _ => Compliance::Not,
            },
            prepared: prepared?.value,
            span: reviewed.span,
            reviewed: reviewed.value,
            tested_by: value(tested_by),
            tested_on: value(tested_on),
            known_issues: self.proses(known_issues, here),
            enforcement: match enforcement.as_ref().map(|text| text.value.as_str()) {
                Some("NI") => Enforcement::NorthernIreland,
                _ => Enforcement::GreatBritain,
            },
        })
    }
}

fn root() -> Here {
    Here {
        folder: String::new(),
        stem: "index".to_owned(),
        plan: None,
        priority: None,
    }
}

/// The board of a site whose `index.md` could not be read; a message says so.
fn unnamed_board() -> Board {
    Board {
        name: String::new(),
        short_name: None,
        aliases: Vec::new(),
        area: None,
        kind: None,
        website: None,
        established: None,
        logo: None,
    }
}

/// An address that was copied from a link.
fn without_mailto(email: Spanned<String>) -> Spanned<String> {
    const SCHEME: &str = "mailto:";
    match email.value.get(..SCHEME.len()) {
        Some(start) if start.eq_ignore_ascii_case(SCHEME) => {
            Spanned::new(email.value[SCHEME.len()..].trim().to_owned(), email.span)
        }
        _ => email,
    }
}

fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && host.contains('.')
            && !host.starts_with('.')
            && !host.ends_with('.')
            && !text.contains(char::is_whitespace)
            && !host.contains('@')
    })
}
