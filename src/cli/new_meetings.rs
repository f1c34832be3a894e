//! `boardplan new meetings`: write the dates of a group for a year.

use clap::ValueEnum;
use jiff::civil::Date;

use super::args::{Root, below};
use super::as_of::{parse, today};
use super::build::read_sources;
use super::failure::Failure;
use super::{Outcome, summary, terminal};
use crate::dates::{
    Nation, PartialDate, Recurrence, RecurrenceProblem, Years, read_date, read_recurrence,
    read_time,
};
use crate::output::Outputs;
use crate::scaffold::{self, End, LeftOut, MeetingsFile, NewMeetings, Refusal};
use crate::write;

/// What `new meetings` can be asked.
#[derive(clap::Args)]
pub struct Args {
    /// The group that meets
    #[arg(long, value_name = "NAME")]
    group: String,
    /// On which days, such as "second Tuesday", "last Thursday", "15th of the month",
    /// "every second Wednesday" or "weekly on Monday"
    #[arg(long, value_name = "RULE", value_parser = rule)]
    every: Recurrence,
    /// Only every so many months: 3 for four meetings a year [default: every month]
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u8).range(1..=24))]
    months: Option<u8>,
    /// The first day or month, such as 2027-04 or "1 April 2027" [default: today]
    #[arg(long, value_name = "DATE", value_parser = first_day)]
    from: Option<Date>,
    /// The time, such as "14:00 to 16:00"
    #[arg(long, value_parser = time)]
    time: Option<String>,
    /// The place
    #[arg(long)]
    place: Option<String>,
    /// The last day that a meeting can be on [default: the end of the file's period]
    #[arg(long, value_name = "DATE", value_parser = parse, conflicts_with = "count")]
    until: Option<Date>,
    /// How many dates
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u8).range(1..))]
    count: Option<u8>,
    /// Whose bank holidays to leave out [default: where the board is]
    #[arg(long)]
    nation: Option<NationArg>,
    #[command(flatten)]
    root: Root,
}

#[derive(Clone, Copy, ValueEnum)]
enum NationArg {
    EnglandAndWales,
    Scotland,
    NorthernIreland,
}

impl From<NationArg> for Nation {
    fn from(nation: NationArg) -> Self {
        match nation {
            NationArg::EnglandAndWales => Nation::EnglandAndWales,
            NationArg::Scotland => Nation::Scotland,
            NationArg::NorthernIreland => Nation::NorthernIreland,
        }
    }
}

/// Writes the dates and says which were left out.
pub fn run(args: &Args) -> Result<Outcome, Failure> {
    if args.months.is_some() && !args.every.is_by_month() {
        return Err(Failure::new(
            "--months goes with a rule by the month, and this one is by the week",
            "Leave --months out, or say which one of the month: --every \"second Tuesday\".",
        ));
    }
    let root = &args.root.folder;
    let sources = read_sources(root)?;
    let wanted = NewMeetings {
        group: args.group.trim(),
        rule: args.every,
        months: args.months.unwrap_or(1),
        from: args.from.unwrap_or_else(today),
        end: match (args.until, args.count) {
            (Some(day), _) => End::On(day),
            (None, Some(count)) => End::After(usize::from(count)),
            (None, None) => End::Cycle,
        },
        time: args.time.as_deref(),
        place: args.place.as_deref().map(str::trim),
        nation: args.nation.map(Nation::from),
    };
    let made = scaffold::new_meetings(&sources, &wanted).map_err(refused)?;
    let written = if made.is_there {
        write::rewrite(&made.path, &made.bytes, root)
    } else {
        let mut files = Outputs::default();
        files.insert(made.path.clone(), made.bytes.clone());
        write::create(&files, root)
    };
    written.map_err(|error| Failure::because("The dates could not be written", &error))?;
    terminal::say(&report(
        &made,
        &below(root, made.path.as_str()).display().to_string(),
    ))?;
    Ok(Outcome::Fine)
}

fn report(made: &MeetingsFile, place: &str) -> String {
    let meetings = summary::count(made.dates.len(), "meeting", "meetings");
    let mut lines = vec![format!("Added {meetings} of {} to {place}:", made.group)];
    lines.extend(made.dates.iter().map(|day| format!("  {}", in_words(*day))));
    if !made.left_out.is_empty() {
        lines.push("Left out:".to_owned());
        lines.extend(made.left_out.iter().map(left_out));
    }
    lines.push(match made.nation {
        Some(nation) => format!(
            "Bank holidays are those of {}. Open the file to change a date, or to add one in place of one that was left out.",
            nation.name()
        ),
        None => "Bank holidays were not looked at, because the time zone of this site is not in the United Kingdom; --nation says whose to leave out.".to_owned(),
    });
    lines.join("\n")
}

fn left_out((day, why): &(Date, LeftOut)) -> String {
    match why {
        LeftOut::NoSuchDay => format!("  {}: {why}", day.strftime("%B %Y")),
        _ => format!("  {}: {why}", in_words(*day)),
    }
}

fn in_words(day: Date) -> String {
    day.strftime("%A %-d %B %Y").to_string()
}

fn refused(refusal: Refusal) -> Failure {
    match refusal {
        Refusal::UnknownGroup(nearest) => Failure::new(
            "There is no group of this name",
            match nearest {
                Some(near) => format!("Did you mean --group \"{near}\"?"),
                None => "Add the group first: boardplan new group \"Its name\"".to_owned(),
            },
        ),
        Refusal::AmbiguousGroup(names) => Failure::new(
            "More than one group has this name",
            format!("Say which, by its full name: {}", names.join(", ")),
        ),
        Refusal::NoDates => Failure::new(
            "There is no such day in the next years",
            "Check --every and --from.",
        ),
        Refusal::AllLeftOut(left) if left.is_empty() => Failure::new(
            "There is no such day in this time",
            "Check --from and --until.",
        ),
        Refusal::AllLeftOut(left) => Failure::new(
            format!(
                "No date is left, so nothing was written:\n{}",
                left.iter().map(left_out).collect::<Vec<_>>().join("\n")
            ),
            "Choose another rule, or write the dates by hand.",
        ),
        Refusal::BrokenFile(path) => Failure::new(
            format!("content/{path} has a mistake, so nothing was added to it"),
            "See what it is with: boardplan check",
        ),
        Refusal::PathIsTaken(path) => Failure::new(
            format!("content/{path} is there already, and its period does not hold these dates"),
            "Correct its period or its name, or choose other dates with --from.",
        ),
        Refusal::NoPlace { path, entry } => Failure::new(
            format!(
                "Nothing can be added to the list \u{201c}meetings\u{201d} of content/{path} by itself, so nothing was written"
            ),
            format!("Add this to the list by hand:\n{entry}"),
        ),
    }
}

fn rule(text: &str) -> Result<Recurrence, String> {
    read_recurrence(text).map_err(|problem| match problem {
        RecurrenceProblem::NotUnderstood => "write it like one of these: \"second Tuesday\", \
            \"last Thursday of the month\", \"15th of the month\", \"every second Wednesday\", \
            \"every three weeks on Friday\", \"weekly on Monday\""
            .to_owned(),
        RecurrenceProblem::TwoReadings(one, other) => {
            format!("it can mean two things; write \"{one}\" or \"{other}\"")
        }
    })
}

fn first_day(text: &str) -> Result<Date, String> {
    match read_date(text) {
        // A year by itself could begin in January or in April.
        Ok(PartialDate::Year(_)) => Err("write the month too, like this: 2027-04".to_owned()),
        Ok(date) => Ok(date.first_day(Years::Calendar)),
        Err(problem) => Err(problem.message()),
    }
}

fn time(text: &str) -> Result<String, String> {
    match read_time(text) {
        Ok(_) => Ok(text.trim().to_owned()),
        Err(problem) => Err(format!("{}. {}", problem.message(), problem.help())),
    }
}
