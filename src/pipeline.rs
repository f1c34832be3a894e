//! The whole program on one screen: sources in, files and messages out.
//!
//! Pure: no disk, no clock, no network, no terminal.

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::fmt;

use crate::audit;
use crate::check;
use crate::dates::Date;
use crate::derive;
use crate::derive::health::{self, Health};
use crate::derive::places::Places;
use crate::derive::view::views::Views;
use crate::diagnostic::{Code, Diagnostics, Severity, codes};
use crate::model::{self, Drafts, Settings, Site};
use crate::output::Outputs;
use crate::parse;
use crate::parse::theme::{self, Theme};
use crate::render;
use crate::source::Sources;
use crate::strings::Strings;
use crate::workshop::gallery::gallery;

pub use crate::derive::purpose::Purpose;
pub use crate::model::AsOf;

/// What a build is asked for.
#[derive(Clone, Debug)]
pub struct Options {
    /// The day at which overdue, stale and upcoming are worked out.
    pub as_of: AsOf,
    /// Whether drafts are shown.
    pub drafts: bool,
    /// Whether warnings count as errors.
    pub strict: bool,
    /// For whom the site is made.
    pub purpose: Purpose,
}

/// A stage, for those who measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Text → what was written.
    Parse,
    /// What was written → what it means.
    Model,
    /// The theme → templates and words.
    Theme,
    /// What it means → messages.
    Check,
    /// What it means → what a visitor needs.
    Derive,
    /// What a visitor needs → files.
    Render,
    /// Files → messages.
    Audit,
}

impl fmt::Display for Stage {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Stage::Parse => "parse",
            Stage::Model => "model",
            Stage::Check => "check",
            Stage::Theme => "theme",
            Stage::Derive => "derive",
            Stage::Render => "render",
            Stage::Audit => "audit",
        })
    }
}

/// Pages that somebody is looking at while a site is built: they are made before all others.
pub struct Ahead<'a> {
    /// Their paths; one that no page has is left out.
    pub pages: &'a BTreeSet<String>,
    /// Receives them with the files that they use, once nothing can be wrong with them but what
    /// only the whole site can show.
    pub deliver: &'a mut dyn FnMut(Outputs),
    /// Whether there is something newer to build. It is asked once they are delivered, before each
    /// stage of the rest.
    pub is_outdated: &'a dyn Fn() -> bool,
}

/// Why a build ended before its end: there is something newer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outdated;

/// What a build made.
#[derive(Clone, Debug)]
pub struct Build {
    /// The files; `None` where there is an error.
    pub outputs: Option<Outputs>,
    /// All messages, by file and place.
    pub diagnostics: Diagnostics,
    /// What the site holds.
    pub summary: Summary,
    /// Where everything was written; empty in all but a preview without errors.
    pub places: Places,
}

/// What a site holds, in numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Pages that were made; 0 where there is an error.
    pub pages: usize,
    /// Plans.
    pub plans: usize,
    /// Priorities of all plans.
    pub priorities: usize,
    /// Actions of all plans.
    pub actions: usize,
    /// Tasks of all actions.
    pub tasks: usize,
    /// Groups.
    pub groups: usize,
    /// Meetings of all cycles.
    pub meetings: usize,
    /// Terms of all languages.
    pub terms: usize,
    /// The day at which overdue, stale and upcoming were worked out.
    pub as_of: Date,
}

/// Builds a site. `on_stage` is called as each stage begins.
pub fn build(sources: &Sources, options: &Options, on_stage: &mut dyn FnMut(Stage)) -> Build {
    let mut begin = |stage| -> Result<(), Infallible> {
        on_stage(stage);
        Ok(())
    };
    let Ok(build) = build_with(sources, options, None, &mut begin);
    build
}

/// As [`build`], but the pages that somebody is looking at are delivered before the rest is made,
/// and the rest gives way to something newer.
///
/// # Errors
///
/// [`Outdated`] where it gave way: nothing but these pages has then been made.
pub fn build_ahead(
    sources: &Sources,
    options: &Options,
    ahead: Ahead<'_>,
) -> Result<Build, Outdated> {
    let is_outdated = ahead.is_outdated;
    let mut begin = |stage| match stage {
        Stage::Derive | Stage::Render | Stage::Audit if is_outdated() => Err(Outdated),
        _ => Ok(()),
    };
    build_with(sources, options, Some(ahead), &mut begin)
}

/// What is called as each stage begins; an error ends the build.
type Begin<'a, E> = &'a mut dyn FnMut(Stage) -> Result<(), E>;

fn build_with<E>(
    sources: &Sources,
    options: &Options,
    ahead: Option<Ahead<'_>>,
    begin: Begin<'_, E>,
) -> Result<Build, E> {
    let Understood {
        site,
        theme,
        diagnostics: mut all,
    } = understand(sources, options, begin)?;
    let level = |found: Diagnostics| levelled(found, &site.settings, options);

    begin(Stage::Check)?;
    // What can keep the site from being shown comes first: somebody may be waiting for a page.
    let can_stop = |code: &Code| {
        severity(code, code.severity, &site.settings, options) == Some(Severity::Error)
    };
    all.extend(checked(&site, theme.as_ref(), can_stop));
    let ahead = ahead.filter(|ahead| !ahead.pages.is_empty());
    if let (Some(theme), Some(ahead)) = (&theme, ahead)
        && !level(all.clone()).has_errors()
    {
        deliver(sources, &site, theme, options.purpose, ahead);
    }
    all.extend(checked(&site, theme.as_ref(), |code| !can_stop(code)));
    let mut diagnostics = level(all.clone());

    Ok(match theme {
        Some(theme) if !diagnostics.has_errors() => {
            let health = match options.purpose {
                Purpose::Public | Purpose::Draft => None,
                Purpose::Review => Some(health::health(&site, &all, sources)),
            };
            let views = || derive::derive(&site, &theme.strings, options.purpose, health.as_ref());
            let mut published = publish(sources, &site, &theme, &views, begin)?;
            if let (Purpose::Review, Some(outputs)) = (options.purpose, &mut published.outputs) {
                // Its examples link to pages of no site, so it is not audited. What is wrong with
                // an example is for those who make the theme: `boardplan theme check`.
                let (gallery, _) = gallery(&theme, site.settings.brand_colour());
                outputs.extend(gallery.pages);
            }
            diagnostics.extend(level(published.diagnostics));
            Build {
                outputs: published.outputs.filter(|_| !diagnostics.has_errors()),
                diagnostics: tidied(diagnostics),
                summary: published.summary,
                places: published.places,
            }
        }
        _ => Build {
            outputs: None,
            diagnostics: tidied(diagnostics),
            summary: summary(&site),
            places: Places::default(),
        },
    })
}

/// How a plan does, as far as its files can be read, and the messages about them.
#[derive(Clone, Debug)]
pub struct Report {
    /// How the plan does.
    pub health: Health,
    /// The messages, by file and place.
    pub diagnostics: Diagnostics,
}

/// Works out how a plan does. An error in its files hides only what could not be read.
#[must_use]
pub fn report(sources: &Sources, options: &Options) -> Report {
    let Ok(Understood {
        site,
        theme,
        mut diagnostics,
    }) = understand(sources, options, &mut |_| Ok::<(), Infallible>(()));
    diagnostics.extend(checked(&site, theme.as_ref(), |_| true));
    Report {
        health: health::health(&site, &diagnostics, sources),
        diagnostics: tidied(levelled(diagnostics, &site.settings, options)),
    }
}

/// What the content means.
struct Understood {
    site: Site,
    /// The theme, where it can be used.
    theme: Option<Theme>,
    /// What is wrong with single files and names, at its usual severity.
    diagnostics: Diagnostics,
}

/// The first half: what the content means, and what kept it from being understood.
fn understand<E>(
    sources: &Sources,
    options: &Options,
    begin: Begin<'_, E>,
) -> Result<Understood, E> {
    begin(Stage::Parse)?;
    let (parsed, mut diagnostics) = parse::parse(sources);

    begin(Stage::Model)?;
    let drafts = if options.drafts {
        Drafts::Shown
    } else {
        Drafts::Hidden
    };
    let (mut site, messages) = model::resolve(parsed, options.as_of, drafts);
    diagnostics.extend(messages);
    if options.purpose == Purpose::Draft {
        // A copy for comment must not pass for the published site, nor lead there.
        site.settings.site_url = None;
    }

    begin(Stage::Theme)?;
    let (theme, messages) = read_theme(sources, &site.settings);
    diagnostics.extend(messages);

    Ok(Understood {
        site,
        theme,
        diagnostics,
    })
}

/// What is wrong with the plan as a whole, as far as the codes are wanted, at its usual severity.
fn checked(
    site: &Site,
    theme: Option<&Theme>,
    is_wanted: impl Fn(&Code) -> bool + Sync,
) -> Diagnostics {
    // A theme that cannot be used has its own message, and no words to avoid.
    let silent = Strings::new(&site.settings.language);
    let strings = theme.map_or(&silent, |theme| &theme.strings);
    check::check_for(site, strings, is_wanted)
}

/// Makes the pages that somebody is waiting for. What is wrong with them is found again, and said,
/// when the whole site is made.
fn deliver(sources: &Sources, site: &Site, theme: &Theme, purpose: Purpose, ahead: Ahead<'_>) {
    let views = derive::derive_pages(site, &theme.strings, purpose, ahead.pages);
    let (outputs, problems) = render::render(&views, theme, sources);
    if !problems.has_errors() && !audit::audit_pages(&outputs).has_errors() {
        (ahead.deliver)(outputs);
    }
}

/// The settings of a site alone, for those who look at its theme. What is wrong with the content
/// is not said.
#[must_use]
pub fn settings(sources: &Sources, as_of: AsOf) -> Settings {
    let (parsed, _) = parse::parse(sources);
    let (site, _) = model::resolve(parsed, as_of, Drafts::Hidden);
    site.settings
}

/// The second half, for content without an error: its own messages only.
fn publish<E>(
    sources: &Sources,
    site: &Site,
    theme: &Theme,
    views: &dyn Fn() -> Views,
    begin: Begin<'_, E>,
) -> Result<Build, E> {
    begin(Stage::Derive)?;
    let views = views();
    let summary = Summary {
        pages: views.pages.len(),
        ..summary(site)
    };

    begin(Stage::Render)?;
    let (outputs, mut diagnostics) = render::render(&views, theme, sources);

    begin(Stage::Audit)?;
    // What could not be rendered is missing from the site; links to it are no second message.
    if !diagnostics.has_errors() {
        diagnostics.extend(audit::audit(&outputs));
    }
    Ok(Build {
        outputs: (!diagnostics.has_errors()).then_some(outputs),
        diagnostics,
        summary,
        places: views.places,
    })
}

fn read_theme(sources: &Sources, settings: &Settings) -> (Option<Theme>, Diagnostics) {
    let wanted = &settings.theme;
    if sources
        .themes
        .iter()
        .any(|layer| layer.name == wanted.value)
    {
        return theme::read(&sources.themes, &wanted.value, &settings.language);
    }
    let message = theme::unknown(
        &sources.themes,
        &wanted.value,
        &codes::UNKNOWN_NAME,
        wanted.span,
    );
    (None, Diagnostics::from_iter([message]))
}

/// The messages with the severities that the author chose under `checks`, and with `--strict`.
fn levelled(diagnostics: Diagnostics, settings: &Settings, options: &Options) -> Diagnostics {
    diagnostics.filter_map(|mut diagnostic| {
        let usual = diagnostic.severity;
        diagnostic.severity = severity(diagnostic.code, usual, settings, options)?;
        Some(diagnostic)
    })
}

/// How serious a kind of problem is here; `None` where the author turned it off.
fn severity(
    code: &Code,
    usual: Severity,
    settings: &Settings,
    options: &Options,
) -> Option<Severity> {
    let mut chosen = settings.checks.iter();
    let chosen = chosen.find(|(known, _)| known.name == code.name);
    let severity = chosen.map_or(Some(usual), |(_, severity)| *severity)?;
    Some(if options.strict {
        Severity::Error
    } else {
        severity
    })
}

/// The messages by file and place, each once, and not too many about the wording of one page.
fn tidied(diagnostics: Diagnostics) -> Diagnostics {
    diagnostics.sorted().limited(codes::WORDING)
}

fn summary(site: &Site) -> Summary {
    Summary {
        pages: 0,
        plans: site.plans.len(),
        priorities: site.priorities.len(),
        actions: site.actions.len(),
        tasks: site
            .actions
            .values()
            .map(|action| action.original.task_count())
            .sum(),
        groups: site.groups.len(),
        meetings: site
            .cycles
            .values()
            .flat_map(|cycle| &cycle.original.series)
            .map(|series| series.meetings.len())
            .sum(),
        terms: site.terms.len(),
        as_of: site.as_of,
    }
}
