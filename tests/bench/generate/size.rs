//! How much of everything a plan of a given number of actions has.

/// The counts of a plan. All follow from the number of actions, so that everything that grows in life grows here.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    pub actions: usize,
    pub priorities: usize,
    pub groups: usize,
    pub members: usize,
    pub roles: usize,
    pub strategies: usize,
    pub terms: usize,
    pub pages: usize,
}

/// Priorities hold about this many actions each (25 to 40).
const ACTIONS_IN_A_PRIORITY: usize = 32;

impl Size {
    /// The counts for that many actions, or what is wrong with the number.
    ///
    /// Below 50 not every term would be used; above 10,000 there would be more groups than hours to meet in.
    pub fn of(actions: usize) -> Result<Size, String> {
        if !(50..=10_000).contains(&actions) {
            return Err(format!("{actions} actions are not between 50 and 10000."));
        }
        let terms = match actions {
            ..=100 => 100,
            101..=1000 => 100 + (actions - 100) * 100 / 900,
            _ => 200 + (actions - 1000) * 100 / 9000,
        };
        Ok(Size {
            actions,
            priorities: actions.div_ceil(ACTIONS_IN_A_PRIORITY),
            groups: 12 + actions / 50,
            members: 7 + actions / 500,
            roles: 10 + actions / 100,
            strategies: 12 + actions / 50,
            terms,
            pages: 5 + actions / 50,
        })
    }

    /// The same with another number of terms, or what is wrong with the number.
    ///
    /// An action uses four terms; the words that terms are made of give little more than 3,000.
    pub fn with_terms(self, terms: usize) -> Result<Size, String> {
        if !(4..=3000).contains(&terms) {
            return Err(format!("{terms} terms are not between 4 and 3000."));
        }
        Ok(Size { terms, ..self })
    }

    /// The priority that an action belongs to and its number there, both from 1. Priorities are filled evenly.
    pub fn place_of(&self, action: usize) -> (usize, usize) {
        let (each, longer) = (
            self.actions / self.priorities,
            self.actions % self.priorities,
        );
        let in_longer = longer * (each + 1);
        if action < in_longer {
            (action / (each + 1) + 1, action % (each + 1) + 1)
        } else {
            (
                (action - in_longer) / each + longer + 1,
                (action - in_longer) % each + 1,
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_grow_as_announced() {
        let terms = [100, 1000, 10_000].map(|actions| Size::of(actions).expect("allowed").terms);
        assert_eq!(terms, [100, 200, 300]);
        assert!(Size::of(49).is_err() && Size::of(10_001).is_err());
        let size = Size::of(100).expect("allowed");
        assert_eq!(size.with_terms(3000).expect("allowed").terms, 3000);
        assert!(size.with_terms(3).is_err() && size.with_terms(3001).is_err());
    }

    #[test]
    fn numbers_in_a_priority_have_no_gap() {
        for actions in [50, 100, 1000, 1234] {
            let size = Size::of(actions).expect("allowed");
            let mut before = (1, 0);
            for place in (0..actions).map(|action| size.place_of(action)) {
                assert!(
                    place == (before.0, before.1 + 1) || place == (before.0 + 1, 1),
                    "{place:?} after {before:?}"
                );
                before = place;
            }
            assert_eq!(before.0, size.priorities);
        }
    }
}
