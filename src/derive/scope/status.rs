//! How actions stand, on a page.

use crate::derive::ids::Ids;
use crate::derive::progress::Tally;
use crate::derive::relations::{ActionId, PlanId, actions_of_plan};
use crate::derive::routes::{Destination, Grouping};
use crate::derive::scope::Scope;
use crate::derive::view::parts::{StatusCountView, StatusSummaryView, StatusView};
use crate::model::standing::{self, Standing};
use crate::model::{Id, Row, Status};

/// The statuses of a plan that lists none of its own (content format, section 6), whose words are
/// the theme's.
const USUAL: [(&str, &str); 6] = [
    ("Not started", "status.not_started"),
    ("On track", "status.on_track"),
    ("Some delay", "status.some_delay"),
    ("Off track", "status.off_track"),
    ("Complete", "status.complete"),
    ("Cancelled", "status.cancelled"),
];

/// The id of actions without a status, among those of the statuses.
pub const WITHOUT_STATUS: &str = "no-status";

impl Scope<'_> {
    /// How an action stands.
    #[must_use]
    pub fn standing(&self, action: ActionId) -> Standing {
        let site = self.site();
        let action = &site.actions[action].original;
        standing::standing(&site.plans[action.plan].original, action, site.as_of)
    }

    /// How a row of an action stands.
    #[must_use]
    pub fn row_standing(&self, action: ActionId, row: &Row) -> Standing {
        let site = self.site();
        let action = &site.actions[action].original;
        standing::row_standing(&site.plans[action.plan].original, action, row, site.as_of)
    }

    /// Whether an action's own timescale still counts for it, or for a row that shares it.
    #[must_use]
    pub fn shares_open_dues(&self, action: ActionId) -> bool {
        let site = self.site();
        let action = &site.actions[action].original;
        standing::shares_open_dues(&site.plans[action.plan].original, action, site.as_of)
    }

    /// A status of a plan, as a tag: without what it means.
    #[must_use]
    pub fn status(&self, plan: PlanId, status: Id<Status>) -> Option<StatusView> {
        let plan = self.site().plans[plan].in_language(self.language());
        let status = plan.statuses.values().nth(status.index())?;
        Some(self.status_tag(status))
    }

    /// All statuses of a plan with what they mean: the legend.
    #[must_use]
    pub fn statuses(&self, plan: PlanId) -> Vec<StatusView> {
        let plan = self.site().plans[plan].in_language(self.language());
        plan.statuses
            .values()
            .map(|status| StatusView {
                meaning: status
                    .meaning
                    .as_ref()
                    .filter(|meaning| !meaning.is_empty())
                    .map(|meaning| self.value(meaning)),
                ..self.status_tag(status)
            })
            .collect()
    }

    /// Counts some actions of a plan by how they stand.
    #[must_use]
    pub fn tally(&self, plan: PlanId, actions: &[ActionId]) -> Tally {
        let statuses = self.site().plans[plan].original.statuses.len();
        Tally::of(
            statuses,
            actions.iter().map(|action| self.standing(*action)),
        )
    }

    /// How some actions of a plan stand; `None` where none of them has a status.
    #[must_use]
    pub fn summary(&self, plan: PlanId, actions: &[ActionId]) -> Option<StatusSummaryView> {
        let tally = self.tally(plan, actions);
        tally
            .says_something()
            .then(|| self.summary_of(plan, &tally, None))
    }

    /// How all actions of a plan stand, each count with its place in the list of actions by status.
    #[must_use]
    pub fn summary_of_plan(&self, plan: PlanId) -> Option<StatusSummaryView> {
        let actions = actions_of_plan(self.site(), plan);
        let tally = self.tally(plan, &actions);
        let by_status = Destination::ActionsBy(Grouping::Status);
        let has_list = self.site().current_plan == Some(plan) && self.routes().exists(by_status);
        let list = has_list.then(|| self.href(by_status));
        tally
            .says_something()
            .then(|| self.summary_of(plan, &tally, list.as_deref()))
    }

    fn summary_of(&self, plan: PlanId, tally: &Tally, list: Option<&str>) -> StatusSummaryView {
        let plan = self.site().plans[plan].in_language(self.language());
        let counts = plan
            .statuses
            .values()
            .zip(tally.counts.iter().zip(tally.bars()))
            .map(|(status, (count, (start, width)))| {
                let status = self.status_tag(status);
                StatusCountView {
                    href: list
                        .filter(|_| *count > 0)
                        .map(|list| format!("{list}#{}", status.slug)),
                    status,
                    count: *count,
                    start,
                    width,
                }
            })
            .collect();
        StatusSummaryView {
            total: tally.total,
            finished: tally.finished,
            late: tally.late,
            without_status: tally.without_status,
            sentence: tally.sentence(self.derivation.strings, self.language()),
            counts,
        }
    }

    fn status_tag(&self, status: &Status) -> StatusView {
        let usual = USUAL.iter().find(|(name, _)| *name == status.name);
        StatusView {
            name: usual.map_or_else(|| status.name.clone(), |(_, key)| self.text(key, &[])),
            colour: status.colour.clone(),
            finished: status.finished,
            slug: id_of(status),
            meaning: None,
        }
    }
}

/// The id of a status where something is grouped by it.
fn id_of(status: &Status) -> String {
    let mut ids = Ids::default();
    ids.leave([WITHOUT_STATUS]);
    ids.unique(&status.name)
}
