//! The dates of a group for a year or so, written into the file of their cycle.

mod insert;
#[cfg(test)]
mod tests;

use std::fmt;

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use self::insert::with_entry;
use super::text::value;
use crate::dates::{BankHoliday, Nation, Occurrence, Period, Recurrence, bank_holiday_on};
use crate::diagnostic::{Diagnostics, Severity};
use crate::model::names::{Lookup, Names};
use crate::model::{self, AsOf, Cycle, Drafts, Group, Id, Localised, Site};
use crate::output::OutputPath;
use crate::parse;
use crate::source::{Found, Sources, decode};

/// The dates that are wanted.
#[derive(Clone, Copy, Debug)]
pub struct NewMeetings<'a> {
    /// The group, by any of its names.
    pub group: &'a str,
    /// The rule.
    pub rule: Recurrence,
    /// Every how many months, for a rule by the month.
    pub months: u8,
    /// The first day that a meeting can be on.
    pub from: Date,
    /// Where the dates end.
    pub end: End,
    /// The time, as its author types it.
    pub time: Option<&'a str>,
    /// The place.
    pub place: Option<&'a str>,
    /// Whose bank holidays are left out; `None` where the site says.
    pub nation: Option<Nation>,
}

/// Where the dates end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// With the period of the file; in a new file, after twelve months.
    Cycle,
    /// With this day.
    On(Date),
    /// When there are so many.
    After(usize),
}

/// A file of meetings with new dates in it; nothing is written yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingsFile {
    /// Its path below the root.
    pub path: OutputPath,
    /// All its bytes.
    pub bytes: Vec<u8>,
    /// Whether it is there already, without the new dates.
    pub is_there: bool,
    /// The group, by its own name.
    pub group: String,
    /// The new dates.
    pub dates: Vec<Date>,
    /// The dates that were left out, and why.
    pub left_out: Vec<(Date, LeftOut)>,
    /// Whose bank holidays were left out, where it is known.
    pub nation: Option<Nation>,
}

/// Why a date is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// It is a bank holiday.
    BankHoliday(Nation, BankHoliday),
    /// It is a Saturday or Sunday, and the rule names no weekday.
    Weekend,
    /// The month that begins with the date has no such day.
    NoSuchDay,
    /// The group has a meeting on this day already.
    IsThere,
    /// It is outside the period of the file, which is in these words.
    OutsideFile(String),
}

impl fmt::Display for LeftOut {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LeftOut::BankHoliday(nation, holiday) => {
                write!(
                    formatter,
                    "a bank holiday in {} ({})",
                    nation.name(),
                    holiday.name
                )
            }
            LeftOut::Weekend => formatter.write_str("at a weekend"),
            LeftOut::NoSuchDay => formatter.write_str("there is no such day in this month"),
            LeftOut::IsThere => formatter.write_str("this group has a meeting on this day already"),
            LeftOut::OutsideFile(period) => {
                write!(formatter, "outside the period of this file ({period})")
            }
        }
    }
}

/// Why no dates can be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No group has this name; perhaps the nearest one is meant.
    UnknownGroup(Option<String>),
    /// The name can mean each of these.
    AmbiguousGroup(Vec<String>),
    /// The rule has no day from the first to the last.
    NoDates,
    /// All days were left out.
    AllLeftOut(Vec<(Date, LeftOut)>),
    /// The file of meetings at this path has a mistake.
    BrokenFile(String),
    /// The new file would have this path, which is there and has another period.
    PathIsTaken(String),
    /// The list in this file is written in a form that nothing can be added to; the text is what to add by hand.
    NoPlace {
        /// The path of the file.
        path: String,
        /// The entry.
        entry: String,
    },
}

/// No more than this many years after its beginning are looked at.
const MOST_YEARS: i16 = 5;

/// Adds the dates of a group to the file of its cycle, or makes the file.
///
/// In a file that is there, all that its author wrote stays byte for byte; the new entry stands at the end of the list.
/// The result is read again before it is given back, so that it says what was meant.
///
/// # Errors
///
/// What stands in the way; nothing is half done.
pub fn new_meetings(sources: &Sources, new: &NewMeetings<'_>) -> Result<MeetingsFile, Refusal> {
    let (site, messages) = resolved(sources, new.from);
    let group = find_group(&site, new.group)?;
    let nation = new.nation.or_else(|| site.nation());
    let first = occurrences(new, latest(new.from))
        .into_iter()
        .find_map(day_of)
        .ok_or(Refusal::NoDates)?;
    let cycle = cycle_of(&site, first, group);
    if let Some(cycle) = cycle {
        refuse_broken(sources, cycle, &messages)?;
    }
    let period = cycle.and_then(|cycle| cycle.period.as_ref().map(|period| &period.value));
    let choice = choose(&site, group, new, nation, period);
    if choice.dates.is_empty() {
        return Err(Refusal::AllLeftOut(choice.left_out));
    }
    let entry = Entry {
        new,
        dates: &choice.dates,
    };
    let (path, bytes) = match cycle {
        Some(cycle) => {
            let path = cycle.page.path.clone();
            let bytes = inserted(sources, &site, cycle, &entry)?;
            (path, bytes)
        }
        None => new_file(sources, &entry)?,
    };
    Ok(MeetingsFile {
        path: OutputPath::new(format!("content/{path}")),
        bytes,
        is_there: cycle.is_some(),
        group: site.groups[group].original.name.clone(),
        dates: choice.dates,
        left_out: choice.left_out,
        nation,
    })
}

fn resolved(sources: &Sources, day: Date) -> (Site, Diagnostics) {
    let (parsed, mut messages) = parse::parse(sources);
    let (site, more) = model::resolve(parsed, AsOf::On(day), Drafts::Shown);
    messages.extend(more);
    (site, messages)
}

fn find_group(site: &Site, name: &str) -> Result<Id<Localised<Group>>, Refusal> {
    let board = &site.home.original.board;
    let own = [
        Some(board.name.as_str()),
        board.short_name.as_ref().map(|name| name.as_str()),
    ];
    let mut names = Names::new(&own.into_iter().flatten().collect::<Vec<_>>());
    for (id, group) in site.groups.iter() {
        for group in group.versions() {
            let short = group.short_name.as_ref().map(|name| name.as_str());
            let aliases = group.aliases.iter().map(|alias| alias.as_str());
            names.add(id, &group.name, short, aliases);
        }
    }
    match names.find(name) {
        Lookup::One(id) => Ok(id),
        Lookup::Several(found) => Err(Refusal::AmbiguousGroup(
            found.into_iter().map(|(_, name)| name).collect(),
        )),
        Lookup::Nothing => {
            // "Board" is what everybody calls a board, whatever its file says.
            let boards: Vec<_> = site
                .groups
                .iter()
                .filter(|(_, group)| group.original.is("board"))
                .map(|(id, _)| id)
                .collect();
            match boards[..] {
                [board] if name.trim().eq_ignore_ascii_case("board") => Ok(board),
                _ => Err(Refusal::UnknownGroup(
                    names.nearest(name).map(str::to_owned),
                )),
            }
        }
    }
}

fn latest(from: Date) -> Date {
    from.checked_add(MOST_YEARS.years()).unwrap_or(Date::MAX)
}

fn occurrences(new: &NewMeetings<'_>, until: Date) -> Vec<Occurrence> {
    new.rule.between(new.from, until, new.months)
}

fn day_of(occurrence: Occurrence) -> Option<Date> {
    match occurrence {
        Occurrence::On(day) => Some(day),
        Occurrence::Missing(_) => None,
    }
}

/// The cycle whose period holds a day: before others one in which the group stands already.
fn cycle_of(site: &Site, day: Date, group: Id<Localised<Group>>) -> Option<&Cycle> {
    let holding: Vec<&Cycle> = site
        .cycles
        .values()
        .map(|cycle| &cycle.original)
        .filter(|cycle| {
            let period = cycle.period.as_ref();
            period.is_some_and(|period| period.value.contains(day))
        })
        .collect();
    let has_group = |cycle: &&&Cycle| {
        cycle
            .series
            .iter()
            .any(|series| series.group == Some(group))
    };
    holding
        .iter()
        .find(has_group)
        .or_else(|| holding.first())
        .copied()
}

fn refuse_broken(sources: &Sources, cycle: &Cycle, messages: &Diagnostics) -> Result<(), Refusal> {
    let has_error = messages.iter().any(|message| {
        message.severity == Severity::Error && message.file() == Some(cycle.page.file)
    });
    match sources.entry(cycle.page.file) {
        Some(entry) if has_error => Err(Refusal::BrokenFile(entry.path.clone())),
        _ => Ok(()),
    }
}

/// The dates that were chosen, and those that were not.
struct Choice {
    dates: Vec<Date>,
    left_out: Vec<(Date, LeftOut)>,
}

fn choose(
    site: &Site,
    group: Id<Localised<Group>>,
    new: &NewMeetings<'_>,
    nation: Option<Nation>,
    period: Option<&Period>,
) -> Choice {
    let until = match (new.end, period) {
        (End::On(day), _) => day.min(latest(new.from)),
        (End::After(_), _) => latest(new.from),
        (End::Cycle, Some(period)) => period.to,
        (End::Cycle, None) => end_of_year(new.from),
    };
    let most = match new.end {
        End::After(count) => count,
        End::Cycle | End::On(_) => usize::MAX,
    };
    let there = days_of(site, group);
    let mut choice = Choice {
        dates: Vec::new(),
        left_out: Vec::new(),
    };
    for occurrence in occurrences(new, until) {
        if choice.dates.len() == most {
            break;
        }
        let day = match occurrence {
            Occurrence::On(day) => day,
            Occurrence::Missing(first) => {
                choice.left_out.push((first, LeftOut::NoSuchDay));
                continue;
            }
        };
        let holiday = nation.and_then(|nation| Some((nation, bank_holiday_on(nation, day)?)));
        let outside = period.filter(|period| !period.contains(day));
        let why = if let Some(period) = outside {
            Some(LeftOut::OutsideFile(period.text.clone()))
        } else if there.contains(&day) {
            Some(LeftOut::IsThere)
        } else if let Some((nation, holiday)) = holiday {
            Some(LeftOut::BankHoliday(nation, holiday))
        } else if !new.rule.names_weekday() && is_weekend(day) {
            Some(LeftOut::Weekend)
        } else {
            None
        };
        let is_outside = outside.is_some();
        match why {
            Some(why) => choice.left_out.push((day, why)),
            None => choice.dates.push(day),
        }
        if is_outside && matches!(new.end, End::After(_)) {
            // All later ones are outside too; one is enough to say so.
            break;
        }
    }
    choice
}

/// The last day of the twelve months that begin with the month of a day.
fn end_of_year(from: Date) -> Date {
    from.first_of_month()
        .checked_add(1.year())
        .and_then(Date::yesterday)
        .unwrap_or(Date::MAX)
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// All days on which a group meets.
fn days_of(site: &Site, group: Id<Localised<Group>>) -> Vec<Date> {
    site.cycles
        .values()
        .flat_map(|cycle| &cycle.original.series)
        .filter(|series| series.group == Some(group))
        .flat_map(|series| &series.meetings)
        .filter_map(|meeting| meeting.when.day())
        .collect()
}

/// What is added to the list of meetings.
struct Entry<'a> {
    new: &'a NewMeetings<'a>,
    dates: &'a [Date],
}

impl Entry<'_> {
    /// Its lines, without the spaces in front of them all.
    fn lines(&self) -> Vec<String> {
        let mut lines = vec![format!("- group: {}", value(self.new.group))];
        lines.extend(self.new.time.map(|time| format!("  time: {}", value(time))));
        lines.extend(
            self.new
                .place
                .map(|place| format!("  place: {}", value(place))),
        );
        lines.push("  dates:".to_owned());
        // With its weekday, a date can be checked at a glance, and a slip of the finger is reported.
        lines.extend(
            self.dates
                .iter()
                .map(|day| format!("    - {}", day.strftime("%A %-d %B %Y"))),
        );
        lines
    }
}

fn inserted(
    sources: &Sources,
    site: &Site,
    cycle: &Cycle,
    entry: &Entry<'_>,
) -> Result<Vec<u8>, Refusal> {
    let path = &cycle.page.path;
    let no_place = || Refusal::NoPlace {
        path: path.clone(),
        entry: entry.lines().join("\n"),
    };
    let bytes = match sources.entry(cycle.page.file).map(|entry| &entry.found) {
        Some(Found::File(bytes)) => bytes,
        _ => return Err(no_place()),
    };
    let text = decode(bytes).ok_or_else(no_place)?;
    let mark = &bytes[..bytes.len() - text.len()];
    let new_text = with_entry(text, &entry.lines()).ok_or_else(no_place)?;
    let new_bytes = [mark, new_text.as_bytes()].concat();
    if says_what_was_meant(sources, site, cycle, &new_bytes, entry) {
        Ok(new_bytes)
    } else {
        Err(no_place())
    }
}

/// Reads the new file as a build would: all that stood in it must mean what it meant, and one group more must meet.
fn says_what_was_meant(
    sources: &Sources,
    site: &Site,
    cycle: &Cycle,
    bytes: &[u8],
    entry: &Entry<'_>,
) -> bool {
    let mut changed = sources.clone();
    let Some(file) = changed.content.get_mut(cycle.page.file.index()) else {
        return false;
    };
    file.found = Found::File(bytes.to_vec());
    let (after, messages) = resolved(&changed, entry.new.from);
    let has_error = messages.iter().any(|message| {
        message.severity == Severity::Error && message.file() == Some(cycle.page.file)
    });
    let days = |cycle: &Cycle| -> Vec<Vec<_>> {
        cycle
            .series
            .iter()
            .map(|series| series.meetings.iter().map(|meeting| meeting.when).collect())
            .collect()
    };
    let Some(now) = after
        .cycles
        .values()
        .map(|other| &other.original)
        .find(|other| other.page.file == cycle.page.file)
    else {
        return false;
    };
    let mut expected = days(cycle);
    expected.push(
        entry
            .dates
            .iter()
            .map(|day| model::When::Day(*day))
            .collect(),
    );
    !has_error && days(now) == expected && after.cycles.len() == site.cycles.len()
}

fn new_file(sources: &Sources, entry: &Entry<'_>) -> Result<(String, Vec<u8>), Refusal> {
    let from = entry.new.from.first_of_month();
    let last = entry.dates.last().copied().unwrap_or(from);
    let to = match entry.new.end {
        End::On(day) => day.max(last),
        End::Cycle | End::After(_) => last.max(end_of_year(from)),
    }
    .last_of_month();
    let years = if from.year() == to.year() {
        from.year().to_string()
    } else {
        format!("{}-{:02}", from.year(), to.year() % 100)
    };
    let path = format!("meetings/{years}.md");
    if sources
        .content
        .iter()
        .any(|entry| entry.path.eq_ignore_ascii_case(&path))
    {
        return Err(Refusal::PathIsTaken(path));
    }
    let month = |day: Date| day.strftime("%B %Y").to_string();
    let period = format!("{} to {}", month(from), month(to));
    let list: String = entry
        .lines()
        .iter()
        .map(|line| format!("  {line}\n"))
        .collect();
    let text =
        format!("---\ntitle: Meetings from {period}\nperiod: {period}\nmeetings:\n{list}---\n");
    Ok((path, text.into_bytes()))
}
