//! Relations in the other direction, worked out once for the whole site: what a group leads, what
//! serves an outcome, which actions link to a strategy.
//!
//! Everything is an id in the order of the plans (the current plan first, archived plans last),
//! each thing once, so that pages in every language can say it in their own words.

mod build;

use std::collections::BTreeMap;

use crate::model::{
    Action, Cycle, Group, Id, Localised, Meeting, Member, Outcome, Owner, Part, Plan, Priority,
    Role, Site, State, Strategy, StrategyLink,
};

/// Which plan.
pub type PlanId = Id<Localised<Plan>>;
/// Which priority.
pub type PriorityId = Id<Localised<Priority>>;
/// Which action.
pub type ActionId = Id<Localised<Action>>;
/// Which group.
pub type GroupId = Id<Localised<Group>>;
/// Which member.
pub type MemberId = Id<Localised<Member>>;

/// All relations of a site in the other direction.
#[derive(Clone, Debug, Default)]
pub struct Relations {
    plans: Vec<PlanId>,
    actions: Vec<ActionId>,
    places: BTreeMap<ActionId, usize>,
    owners: BTreeMap<Owner, OwnerRelations>,
    roles_of: BTreeMap<MemberId, Vec<Id<Role>>>,
    strategies: BTreeMap<Id<Strategy>, StrategyRelations>,
    outcomes: BTreeMap<(PlanId, Id<Outcome>), OutcomeRelations>,
    served_by: BTreeMap<PriorityId, Vec<ActionId>>,
    reported_by: BTreeMap<GroupId, Vec<GroupId>>,
    meetings: BTreeMap<GroupId, Vec<MeetingRef>>,
    due_at_meetings: BTreeMap<GroupId, Vec<ActionId>>,
}

/// What a group, member or role does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnerRelations {
    /// How it takes part in actions: in each manner, each action once.
    pub actions: Vec<Involvement>,
    /// Priorities that it owns.
    pub owns: Vec<PriorityId>,
    /// Priorities that it sponsors.
    pub sponsors: Vec<PriorityId>,
    /// Groups that it chairs.
    pub chairs: Vec<GroupId>,
    /// Groups that it sits on, collectives apart.
    pub sits_on: Vec<Seating>,
    /// Collectives that it belongs to.
    pub part_of: Vec<GroupId>,
}

/// How an owner takes part in one action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Involvement {
    /// The action.
    pub action: ActionId,
    /// The manner, under which pages list it.
    pub manner: Manner,
    /// In which part it is meant.
    pub part: Part,
    /// By which other name it is meant.
    pub through: Through,
    /// The rows that are meant, in order; empty where it is the whole action.
    pub rows: Vec<usize>,
}

/// In which manner an owner takes part in an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Manner {
    /// It leads, itself.
    Leads,
    /// Its chair leads.
    Chair,
    /// Its members lead.
    Members,
    /// One who speaks for it leads.
    Representative,
    /// All of it lead, or it leads with all others of a collective.
    All,
    /// It supports, in any part.
    Supports,
}

impl Manner {
    /// All manners, in the order in which pages list them.
    pub const ALL: [Self; 6] = [
        Self::Leads,
        Self::Chair,
        Self::Members,
        Self::Representative,
        Self::All,
        Self::Supports,
    ];

    /// The key that templates and the theme's words know it by.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Leads => "leads",
            Self::Chair => "chair",
            Self::Members => "members",
            Self::Representative => "representative",
            Self::All => "all",
            Self::Supports => "supports",
        }
    }
}

/// By which name an owner is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Through {
    /// By its own.
    Itself,
    /// By one of its posts.
    Role(Id<Role>),
    /// As one of a collective ("all sub-groups").
    Collective(GroupId),
}

/// A seat on a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seating {
    /// The group.
    pub group: GroupId,
    /// Which of its seats: an index into [`Group::members`] of the original.
    pub seat: usize,
}

/// What links to a strategy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StrategyRelations {
    /// Priorities and actions that link to it.
    pub linked_from: Vec<StrategyUser>,
    /// Actions whose need it identified.
    pub identified: Vec<ActionId>,
}

/// What links to a strategy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StrategyUser {
    /// A priority.
    Priority(PriorityId),
    /// An action, or one of its rows.
    Action(ActionId),
}

/// What serves an outcome.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutcomeRelations {
    /// Priorities that say so.
    pub priorities: Vec<PriorityId>,
    /// Actions that say so themselves, or in one of their rows.
    pub actions: Vec<ActionId>,
}

/// Which meeting: of all cycles, as in the originals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeetingRef {
    /// The cycle.
    pub cycle: Id<Localised<Cycle>>,
    /// Which of its series: an index into [`Cycle::series`].
    pub series: usize,
    /// Which of its meetings: an index into [`crate::model::Series::meetings`].
    pub meeting: usize,
}

impl MeetingRef {
    /// The meeting itself, as its author wrote it first.
    #[must_use]
    pub fn of(self, site: &Site) -> &Meeting {
        &site.cycles[self.cycle].original.series[self.series].meetings[self.meeting]
    }

    /// The meeting in a language, where its file was translated; else as its author wrote it first.
    #[must_use]
    pub fn in_language<'a>(self, site: &'a Site, language: &str) -> &'a Meeting {
        self.entry_in(site, language)
            .unwrap_or_else(|| self.of(site))
    }

    /// The meeting as it stands on the page of its cycle in a language. A translation may hold other
    /// words but no other facts: `None` where at the same place of its list stands another meeting.
    #[must_use]
    pub fn entry_in<'a>(self, site: &'a Site, language: &str) -> Option<&'a Meeting> {
        let original = self.of(site);
        let page = site.cycles[self.cycle].in_language(language);
        let entry = page.series.get(self.series)?.meetings.get(self.meeting)?;
        let is_same = entry.when == original.when
            && entry.time == original.time
            && entry.state == original.state;
        is_same.then_some(entry)
    }
}

static NOTHING: OwnerRelations = OwnerRelations {
    actions: Vec::new(),
    owns: Vec::new(),
    sponsors: Vec::new(),
    chairs: Vec::new(),
    sits_on: Vec::new(),
    part_of: Vec::new(),
};

static NO_STRATEGY_USE: StrategyRelations = StrategyRelations {
    linked_from: Vec::new(),
    identified: Vec::new(),
};

static NO_OUTCOME_USE: OutcomeRelations = OutcomeRelations {
    priorities: Vec::new(),
    actions: Vec::new(),
};

impl Relations {
    /// The plans: the current one first, archived ones last.
    #[must_use]
    pub fn plans(&self) -> &[PlanId] {
        &self.plans
    }

    /// All actions, in the order of the plans.
    #[must_use]
    pub fn actions(&self) -> &[ActionId] {
        &self.actions
    }

    /// The place of an action among all actions.
    #[must_use]
    pub fn place(&self, action: ActionId) -> Option<usize> {
        self.places.get(&action).copied()
    }

    /// The actions before and after an action in its plan.
    #[must_use]
    pub fn neighbours(&self, site: &Site, action: ActionId) -> [Option<ActionId>; 2] {
        let Some(place) = self.places.get(&action) else {
            return [None, None];
        };
        let plan_of = |action: &ActionId| site.actions[*action].original.plan;
        [place.checked_sub(1), place.checked_add(1)].map(|place| {
            let neighbour = self.actions.get(place?)?;
            (plan_of(neighbour) == plan_of(&action)).then_some(*neighbour)
        })
    }

    /// What a group, member or role does.
    #[must_use]
    pub fn owner(&self, owner: Owner) -> &OwnerRelations {
        self.owners.get(&owner).unwrap_or(&NOTHING)
    }

    /// The posts of a member.
    #[must_use]
    pub fn roles_of(&self, member: MemberId) -> &[Id<Role>] {
        list(&self.roles_of, &member)
    }

    /// What links to a strategy.
    #[must_use]
    pub fn strategy(&self, strategy: Id<Strategy>) -> &StrategyRelations {
        self.strategies.get(&strategy).unwrap_or(&NO_STRATEGY_USE)
    }

    /// What serves an outcome of a plan.
    #[must_use]
    pub fn outcome(&self, plan: PlanId, outcome: Id<Outcome>) -> &OutcomeRelations {
        self.outcomes
            .get(&(plan, outcome))
            .unwrap_or(&NO_OUTCOME_USE)
    }

    /// The actions of other priorities that serve a strategic priority.
    #[must_use]
    pub fn served_by(&self, priority: PriorityId) -> &[ActionId] {
        list(&self.served_by, &priority)
    }

    /// The groups that report to a group.
    #[must_use]
    pub fn reported_by(&self, group: GroupId) -> &[GroupId] {
        list(&self.reported_by, &group)
    }

    /// The meetings of a group in all cycles: by date, months before their days, those without a
    /// date last.
    #[must_use]
    pub fn meetings(&self, group: GroupId) -> &[MeetingRef] {
        list(&self.meetings, &group)
    }

    /// The next meeting of a group that has a day and is not cancelled; today counts.
    #[must_use]
    pub fn next_meeting(&self, site: &Site, group: GroupId) -> Option<MeetingRef> {
        self.meetings(group).iter().copied().find(|meeting| {
            let meeting = meeting.of(site);
            meeting.state != State::Cancelled
                && meeting.when.day().is_some_and(|day| day >= site.as_of)
        })
    }

    /// The actions that are due at the meetings of a group.
    #[must_use]
    pub fn due_at_meetings(&self, group: GroupId) -> &[ActionId] {
        list(&self.due_at_meetings, &group)
    }
}

/// The actions of a plan, in its order.
#[must_use]
pub fn actions_of_plan(site: &Site, plan: PlanId) -> Vec<ActionId> {
    site.plans[plan]
        .original
        .priorities
        .iter()
        .flat_map(|priority| &site.priorities[*priority].original.actions)
        .copied()
        .collect()
}

/// All links of an action and its rows to strategies.
pub fn strategy_links(action: &Action) -> impl Iterator<Item = &StrategyLink> {
    action.all_facts().flat_map(|facts| facts.links.items())
}

/// All links of an action and its rows to what identified its need.
pub fn identifying_links(action: &Action) -> impl Iterator<Item = &StrategyLink> {
    action
        .all_facts()
        .flat_map(|facts| facts.identified_by.items())
}

fn list<'a, K: Ord, V>(map: &'a BTreeMap<K, Vec<V>>, key: &K) -> &'a [V] {
    map.get(key).map_or(&[], Vec::as_slice)
}
