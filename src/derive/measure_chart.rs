//! A measure as a line through its values, with the lines where it began and where it should be.
//!
//! The chart repeats what the list of values says in words, so that list is its text equivalent.
//! What cannot be read as a number (a suppressed `<5`) leaves a gap and is never guessed.

use crate::dates::{Date, PartialDate, Years};
use crate::derive::view::action_parts::{MeasureChartView, MeasureLevelView, MeasurePointView};

/// The width of the chart in its own units: what a phone of 320 px shows without shrinking it.
const WIDTH: u32 = 288;
/// Its height.
const HEIGHT: u32 = 128;
/// How far the lines go; to the right of them stand the words for where it began and should be.
const PLOT: u32 = 176;
/// Room at each side of the plot, for the words at the first and the last value.
const SIDE: u32 = 20;
/// The least distance of two lines of words.
const LINE: u32 = 15;
/// Room above the highest value, for its words.
const ABOVE: u32 = 24;
/// Room below the lowest.
const BELOW: u32 = 8;
/// With more values than these, only the first and the last have their words in the chart.
const MOST_WORDS: usize = 5;

/// The chart of a measure, where there are numbers enough to compare: two values, or one and
/// where it began or should be. Numbers of different units are not compared.
#[must_use]
pub fn measure_chart(
    values: &[(PartialDate, String)],
    baseline: Option<&str>,
    target: Option<&str>,
    years: Years,
) -> Option<MeasureChartView> {
    let mut values: Vec<_> = values
        .iter()
        .map(|(date, text)| (date.first_day(years), text.as_str(), read_number(text)))
        .collect();
    values.sort_by_key(|(date, ..)| *date);
    let baseline = baseline.and_then(read_number);
    let target = target.and_then(read_number);

    let numbers: Vec<Number<'_>> = values
        .iter()
        .filter_map(|(.., number)| *number)
        .chain(baseline)
        .chain(target)
        .collect();
    let measured = values
        .iter()
        .filter(|(.., number)| number.is_some())
        .count();
    if measured == 0 || numbers.len() < 2 || !have_one_unit(&numbers) {
        return None;
    }

    let heights = Scale::of_values(&numbers);
    let first = values.first()?.0;
    let last = values.last()?.0;
    let all_days = days_between(first, last);
    let across = |date| match days_between(first, date) {
        _ if all_days == 0 => PLOT - SIDE,
        days => SIDE + (PLOT - 2 * SIDE) * days / all_days,
    };

    let mut line = String::new();
    let mut points = Vec::new();
    let mut is_joined = false;
    for (date, text, number) in &values {
        let Some(number) = number else {
            is_joined = false;
            continue;
        };
        let (x, y) = (across(*date), heights.place(number.value));
        line.push_str(&format!("{}{x} {y}", if is_joined { "L" } else { "M" }));
        is_joined = true;
        points.push(MeasurePointView {
            x,
            y,
            words: Some((*text).to_owned()),
        });
    }
    if points.len() > MOST_WORDS {
        let end = points.len() - 1;
        for point in &mut points[1..end] {
            point.words = None;
        }
    }
    let mut baseline = baseline.map(|number| level(heights.place(number.value)));
    let mut target = target.map(|number| level(heights.place(number.value)));
    if let (Some(baseline), Some(target)) = (&mut baseline, &mut target) {
        keep_apart(baseline, target);
    }
    Some(MeasureChartView {
        width: WIDTH,
        height: HEIGHT,
        plot: PLOT,
        ground: heights.place(0.0),
        line,
        points,
        baseline,
        target,
    })
}

fn level(y: u32) -> MeasureLevelView {
    MeasureLevelView { y, words_y: y }
}

/// Moves the words of two levels apart where they would stand on each other.
fn keep_apart(one: &mut MeasureLevelView, other: &mut MeasureLevelView) {
    let (upper, lower) = if one.y <= other.y {
        (one, other)
    } else {
        (other, one)
    };
    let missing = LINE.saturating_sub(lower.y - upper.y);
    upper.words_y -= missing / 2;
    lower.words_y += missing - missing / 2;
}

fn days_between(from: Date, to: Date) -> u32 {
    u32::try_from((to - from).get_days()).unwrap_or(0)
}

/// A number, and what stands around it.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Number<'t> {
    value: f64,
    unit: &'t str,
}

/// Reads `71`, `71%`, `£1,200`, `-3.5 points`: one number, with at most a currency in front.
fn read_number(text: &str) -> Option<Number<'_>> {
    let text = text.trim();
    let start = text.find(|sign: char| sign.is_ascii_digit())?;
    let (before, rest) = text.split_at(start);
    let end = rest
        .find(|sign: char| !(sign.is_ascii_digit() || matches!(sign, '.' | ',')))
        .unwrap_or(rest.len());
    let (digits, after) = rest.split_at(end);
    let (sign, before) = match before.strip_prefix(['-', '\u{2212}']) {
        Some(before) => (-1.0, before),
        None => (1.0, before),
    };
    let is_currency = matches!(before, "" | "£" | "€" | "$");
    if !is_currency || after.contains(|sign: char| sign.is_ascii_digit()) {
        return None;
    }
    let value: f64 = digits
        .trim_end_matches(['.', ','])
        .replace(',', "")
        .parse()
        .ok()?;
    let unit = if before.is_empty() {
        after.trim()
    } else {
        before
    };
    Some(Number {
        value: sign * value,
        unit,
    })
}

/// Whether all numbers have the same unit; one that is written without a unit goes with any.
fn have_one_unit(numbers: &[Number<'_>]) -> bool {
    let mut units = numbers
        .iter()
        .map(|number| number.unit)
        .filter(|unit| !unit.is_empty());
    let first = units.next();
    units.all(|unit| Some(unit) == first)
}

/// How far down a value stands.
struct Scale {
    lowest: f64,
    highest: f64,
}

impl Scale {
    /// Begins at nothing, so that a small change does not look like a large one.
    fn of_values(numbers: &[Number<'_>]) -> Self {
        let values = || numbers.iter().map(|number| number.value);
        Self {
            lowest: values().fold(0.0, f64::min),
            highest: values().fold(0.0, f64::max),
        }
    }

    fn place(&self, value: f64) -> u32 {
        let all = self.highest - self.lowest;
        let part = if all > 0.0 {
            (self.highest - value) / all
        } else {
            1.0
        };
        ABOVE + (part * f64::from(HEIGHT - ABOVE - BELOW)).round() as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dates::read_date;

    fn chart(
        baseline: &'static str,
        values: &[(&str, &str)],
        target: &'static str,
    ) -> Option<MeasureChartView> {
        let values: Vec<_> = values
            .iter()
            .map(|(date, value)| (read_date(date).unwrap(), (*value).to_owned()))
            .collect();
        let given = |text: &'static str| (!text.is_empty()).then_some(text);
        measure_chart(&values, given(baseline), given(target), Years::Financial)
    }

    #[test]
    fn numbers_are_read_and_nothing_else() {
        let read = |text| read_number(text).map(|number| (number.value, number.unit));
        assert_eq!(read("71"), Some((71.0, "")));
        assert_eq!(read(" 71 % "), Some((71.0, "%")));
        assert_eq!(read("£1,200.50"), Some((1200.5, "£")));
        assert_eq!(read("-3 points"), Some((-3.0, "points")));
        assert_eq!(read("12."), Some((12.0, "")));
        for words in ["<5", "about 5", "8 of 10", "3-4", "none", "", "1.2.3"] {
            assert_eq!(read(words), None, "{words}");
        }
    }

    #[test]
    fn a_line_goes_from_the_first_value_to_the_last() {
        let chart = chart("50", &[("2026-09-01", "100"), ("2026-07-01", "75")], "100").unwrap();
        let places: Vec<_> = chart
            .points
            .iter()
            .map(|point| (point.x, point.y))
            .collect();
        assert_eq!(places, [(20, 48), (156, 24)]);
        assert_eq!(chart.line, "M20 48L156 24");
        assert_eq!(
            (chart.baseline, chart.target),
            (Some(level(72)), Some(level(24)))
        );
        assert_eq!(chart.ground, 120);
    }

    #[test]
    fn a_value_that_is_no_number_leaves_a_gap() {
        let values = [
            ("2026-01-01", "4"),
            ("2026-02-01", "<5"),
            ("2026-03-01", "8"),
        ];
        let chart = chart("", &values, "").unwrap();
        assert_eq!(chart.line, "M20 72M156 24");
        assert_eq!(chart.points.len(), 2);
    }

    #[test]
    fn words_of_two_levels_do_not_stand_on_each_other() {
        let chart = chart("90", &[("2026-01-01", "100")], "85").unwrap();
        let words = |level: Option<MeasureLevelView>| level.map(|level| (level.y, level.words_y));
        assert_eq!(words(chart.baseline), Some((34, 29)));
        assert_eq!(words(chart.target), Some((38, 44)));
    }

    #[test]
    fn too_few_numbers_or_two_units_are_no_chart() {
        assert_eq!(chart("5", &[], "10"), None);
        assert_eq!(chart("", &[("2026-01-01", "5")], ""), None);
        assert_eq!(chart("", &[("2026-01-01", "<5")], "10"), None);
        assert_eq!(chart("5 days", &[("2026-01-01", "5%")], ""), None);
        assert!(chart("5", &[("2026-01-01", "5%")], "").is_some());
        assert!(chart("0", &[("2026-01-01", "0")], "").is_some());
    }
}
