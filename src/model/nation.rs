//! Whose bank holidays a board keeps.

use crate::dates::Nation;

use super::{Enforcement, Site};

impl Site {
    /// The nation whose bank holidays the board keeps; `None` outside the United Kingdom.
    ///
    /// There is no field for it, so the first of these decides: a time zone other than London's
    /// (or Belfast's) is none; enforcement `NI` in the accessibility statement, or an area or a
    /// name that holds "Northern Ireland"; an area or a name that holds "Scotland" or "Scottish",
    /// or a committee that only Scotland has. All else is England and Wales.
    #[must_use]
    pub fn nation(&self) -> Option<Nation> {
        let home = &self.home.original;
        let board = &home.board;
        let enforcement = home.accessibility.as_ref().map(|one| one.enforcement);
        nation(
            &self.settings.time_zone,
            enforcement,
            &[Some(board.name.as_str()), board.area.as_deref()],
            board.kind.as_deref(),
        )
    }
}

fn nation(
    time_zone: &str,
    enforcement: Option<Enforcement>,
    names: &[Option<&str>],
    kind: Option<&str>,
) -> Option<Nation> {
    // "Europe/Belfast" and "GB" are other names of one zone (tz database, file "backward").
    let is_belfast = time_zone.eq_ignore_ascii_case("Europe/Belfast");
    let is_london = ["Europe/London", "GB", "GB-Eire"]
        .iter()
        .any(|name| time_zone.eq_ignore_ascii_case(name));
    if !is_belfast && !is_london {
        return None;
    }
    let is_named = |word: &str| {
        names
            .iter()
            .flatten()
            .any(|name| name.to_lowercase().contains(word))
    };
    let is_of_kind = |kinds: &[&str]| {
        kind.is_some_and(|kind| kinds.iter().any(|one| kind.eq_ignore_ascii_case(one)))
    };
    let is_northern_irish = is_belfast
        || enforcement == Some(Enforcement::NorthernIreland)
        || is_named("northern ireland");
    let is_scottish = is_named("scotland")
        || is_named("scottish")
        || is_of_kind(&["child protection committee", "adult protection committee"]);
    Some(if is_northern_irish {
        Nation::NorthernIreland
    } else if is_scottish {
        Nation::Scotland
    } else {
        Nation::EnglandAndWales
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_zone_the_law_the_area_and_the_kind_of_board_say_which_nation() {
        use Enforcement::{GreatBritain, NorthernIreland};
        let table = [
            (
                "Europe/London",
                GreatBritain,
                "Anytown",
                "",
                Some(Nation::EnglandAndWales),
            ),
            ("Europe/Dublin", GreatBritain, "Anytown", "", None),
            (
                "Europe/London",
                NorthernIreland,
                "Anytown",
                "",
                Some(Nation::NorthernIreland),
            ),
            (
                "Europe/Belfast",
                GreatBritain,
                "Anytown",
                "",
                Some(Nation::NorthernIreland),
            ),
            (
                "Europe/London",
                GreatBritain,
                "The whole of Northern Ireland",
                "",
                Some(Nation::NorthernIreland),
            ),
            (
                "Europe/London",
                GreatBritain,
                "West of Scotland",
                "",
                Some(Nation::Scotland),
            ),
            (
                "Europe/London",
                GreatBritain,
                "Anyshire",
                "Child Protection Committee",
                Some(Nation::Scotland),
            ),
        ];
        for (zone, enforcement, area, kind, expected) in table {
            assert_eq!(
                nation(zone, Some(enforcement), &[Some(area), None], Some(kind)),
                expected,
                "{zone} {area} {kind}"
            );
        }
    }
}
