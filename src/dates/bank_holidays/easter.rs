//! The date of Easter.

use jiff::civil::Date;

/// Easter Sunday of the western churches, by the anonymous Gregorian algorithm (Jean Meeus, "Astronomical Algorithms",
/// chapter 8, after a correspondent of Nature, volume 13, 1876). The Easter Act 1928, which would fix the date, was never
/// brought into force.
pub(super) fn easter_sunday(year: i16) -> Option<Date> {
    let number = i32::from(year);
    // The names of the steps are those of the method: golden number, epact, Sunday letter.
    let golden = number % 19;
    let (century, of_century) = (number / 100, number % 100);
    let (leap_centuries, rest_centuries) = (century / 4, century % 4);
    let moon_correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - leap_centuries - moon_correction + 15) % 30;
    let (leap_years, rest_years) = (of_century / 4, of_century % 4);
    let to_sunday = (32 + 2 * rest_centuries + 2 * leap_years - epact - rest_years) % 7;
    let late = (golden + 11 * epact + 22 * to_sunday) / 451;
    let from_march = epact + to_sunday - 7 * late + 114;
    let (month, day) = (from_march / 31, from_march % 31 + 1);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_is_known_from_the_earliest_to_the_latest_day() {
        let table = [
            // The earliest and the latest day that it can be.
            (1818, 3, 22),
            (2038, 4, 25),
            // Years in which the correction for a late moon changes the day.
            (1954, 4, 18),
            (1981, 4, 19),
            (2000, 4, 23),
            (2008, 3, 23),
            (2011, 4, 24),
            (2016, 3, 27),
            (2024, 3, 31),
            (2026, 4, 5),
            (2027, 3, 28),
            (2049, 4, 18),
            (2076, 4, 19),
            (2285, 3, 22),
        ];
        for (year, month, day) in table {
            assert_eq!(
                easter_sunday(year),
                Date::new(year, month, day).ok(),
                "{year}"
            );
        }
    }
}
