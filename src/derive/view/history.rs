//! How actions stood over time.

use serde::Serialize;

use crate::dates::PartialDate;
use crate::derive::history::{Moment, history};
use crate::derive::relations::{PlanId, actions_of_plan};
use crate::derive::scope::Scope;
use crate::derive::view::parts::{DateView, StatusCountView, StatusView};

/// How the actions of a plan stood at the end of each quarter, and how they stand now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HistoryView {
    /// The statuses that any action had, in the plan's order.
    pub statuses: Vec<StatusView>,
    /// Whether there was a day by which an action had not been reported on.
    pub has_not_reported: bool,
    /// The days, oldest first; two at least.
    pub moments: Vec<MomentView>,
}

/// How the actions of a plan stood at the end of a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MomentView {
    /// The day.
    pub day: DateView,
    /// Whether it is the day from which the site looks.
    pub is_now: bool,
    /// One entry for each of the statuses that are shown, zero included.
    pub counts: Vec<StatusCountView>,
    /// How many no dated note had spoken of by then; on the last day, how many have no status.
    pub not_reported: usize,
}

impl HistoryView {
    /// How the actions of a plan stood; `None` where their dated notes say too little.
    #[must_use]
    pub fn new(scope: &Scope<'_>, id: PlanId) -> Option<Self> {
        let site = scope.site();
        let actions: Vec<_> = actions_of_plan(site, id)
            .into_iter()
            .map(|action| &site.actions[action].original)
            .collect();
        let moments = history(&site.plans[id].original, &actions, site.as_of);
        if moments.is_empty() {
            return None;
        }
        let plan = site.plans[id].original.statuses.ids();
        let statuses: Vec<(usize, StatusView)> = plan
            .filter(|status| {
                let mut moments = moments.iter();
                moments.any(|moment| moment.tally.counts.get(status.index()) > Some(&0))
            })
            .filter_map(|status| Some((status.index(), scope.status(id, status)?)))
            .collect();
        Some(Self {
            has_not_reported: moments.iter().any(|moment| moment.tally.without_status > 0),
            moments: moments
                .iter()
                .map(|moment| MomentView {
                    day: scope.date(PartialDate::Day(moment.day)),
                    is_now: moment.day == site.as_of,
                    counts: counts(&statuses, moment),
                    not_reported: moment.tally.without_status,
                })
                .collect(),
            statuses: statuses.into_iter().map(|(_, status)| status).collect(),
        })
    }
}

/// Each status that is shown, with its place in the list of the plan.
fn counts(statuses: &[(usize, StatusView)], moment: &Moment) -> Vec<StatusCountView> {
    let bars = moment.tally.bars();
    statuses
        .iter()
        .filter_map(|(index, status)| {
            let (start, width) = *bars.get(*index)?;
            Some(StatusCountView {
                status: status.clone(),
                count: *moment.tally.counts.get(*index)?,
                start,
                width,
                href: None,
            })
        })
        .collect()
}
