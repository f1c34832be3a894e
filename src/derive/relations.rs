//! Relations in the other direction, worked out once for the whole site: what a group leads, what
//! serves an outcome, which actions link to a strategy.
//!
//! Everything is an id in the order of the plans (the current plan first, archived plans last),
//! each thing once, so that pages in every language can say it in their own words.

use std::collections::{BTreeMap, BTreeSet};

use crate::dates::Date;
use crate::model::{
    Action, Cycle, Given, Group, Id, Lead, Localised, Meeting, Member, Outcome, Owner, Part, Plan,
    Priority, Role, Site, State, Strategy, StrategyLink, When,
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
    /// Works out all relations.
    #[must_use]
    pub fn new(site: &Site) -> Self {
        let plans = plan_order(site);
        let actions = actions_of(site, &plans);
        let mut relations = Self {
            places: actions.iter().copied().zip(0..).collect(),
            actions,
            plans,
            ..Self::default()
        };
        relations.add_groups(site);
        relations.add_meetings(site);
        relations.add_priorities(site);
        for action in relations.actions.clone() {
            relations.add_action(site, action);
        }
        relations.add_roles(site);
        for owner in relations.owners.values_mut() {
            owner.actions.sort_by_key(|involvement| {
                let place = relations.places.get(&involvement.action).copied();
                (involvement.manner, place)
            });
        }
        relations
    }

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

    fn add_groups(&mut self, site: &Site) {
        for (id, group) in site.groups.iter() {
            let group = &group.original;
            for above in &group.reports_to {
                add(self.reported_by.entry(*above).or_default(), id);
            }
            for (owner, _) in crate::model::owners(group.chair.iter()) {
                add(&mut self.relations_of(owner).chairs, id);
            }
            for (seat, member) in group.members.iter().enumerate() {
                for owner in &member.owners {
                    let relations = self.relations_of(*owner);
                    if group.is("collective") {
                        add(&mut relations.part_of, id);
                    } else if relations.sits_on.iter().all(|other| other.group != id) {
                        relations.sits_on.push(Seating { group: id, seat });
                    }
                }
            }
        }
    }

    fn add_meetings(&mut self, site: &Site) {
        for (cycle, of_cycle) in site.cycles.iter() {
            for (series, of_group) in of_cycle.original.series.iter().enumerate() {
                let Some(group) = of_group.group else {
                    continue;
                };
                let meetings = self.meetings.entry(group).or_default();
                meetings.extend((0..of_group.meetings.len()).map(|meeting| MeetingRef {
                    cycle,
                    series,
                    meeting,
                }));
            }
        }
        for meetings in self.meetings.values_mut() {
            meetings.sort_by_key(|meeting| {
                let meeting = meeting.of(site);
                (by_date(meeting.when), meeting.time.map(|time| time.start))
            });
        }
    }

    fn add_priorities(&mut self, site: &Site) {
        for plan in self.plans.clone() {
            for priority in &site.plans[plan].original.priorities {
                let of_plan = &site.priorities[*priority].original;
                for (owner, _) in crate::model::owners(of_plan.owner.iter()) {
                    add(&mut self.relations_of(owner).owns, *priority);
                }
                for (owner, _) in crate::model::owners(of_plan.sponsor.iter()) {
                    add(&mut self.relations_of(owner).sponsors, *priority);
                }
                for outcome in &of_plan.outcomes {
                    let outcome = self.outcomes.entry((plan, *outcome)).or_default();
                    add(&mut outcome.priorities, *priority);
                }
                for strategy in of_plan.links.iter().filter_map(|link| link.strategy) {
                    let strategy = self.strategies.entry(strategy).or_default();
                    add(&mut strategy.linked_from, StrategyUser::Priority(*priority));
                }
            }
        }
    }

    fn add_action(&mut self, site: &Site, id: ActionId) {
        let action = &site.actions[id].original;
        for priority in &action.priorities {
            add(self.served_by.entry(*priority).or_default(), id);
        }
        for facts in action.all_facts() {
            for outcome in facts.outcomes.items() {
                let outcome = self.outcomes.entry((action.plan, *outcome)).or_default();
                add(&mut outcome.actions, id);
            }
            for group in facts.due.items().iter().filter_map(|due| due.meetings_of) {
                add(self.due_at_meetings.entry(group).or_default(), id);
            }
        }
        for strategy in strategy_links(action).filter_map(|link| link.strategy) {
            let strategy = self.strategies.entry(strategy).or_default();
            add(&mut strategy.linked_from, StrategyUser::Action(id));
        }
        for strategy in identifying_links(action).filter_map(|link| link.strategy) {
            add(
                &mut self.strategies.entry(strategy).or_default().identified,
                id,
            );
        }
        // The action's own facts come first, so a row never hides that all of it is meant.
        self.add_leads(site, id, None, &action.facts.lead, Does::Leads);
        self.add_leads(site, id, None, &action.facts.support, Does::Supports);
        for (index, row) in action.rows.iter().enumerate() {
            self.add_leads(site, id, Some(index), &row.facts.lead, Does::Leads);
            self.add_leads(site, id, Some(index), &row.facts.support, Does::Supports);
        }
    }

    fn add_leads(
        &mut self,
        site: &Site,
        action: ActionId,
        row: Option<usize>,
        leads: &Given<Vec<Lead>>,
        does: Does,
    ) {
        for (owner, part) in crate::model::owners(leads.items().iter()) {
            let involvement = Involvement {
                action,
                manner: manner(does, part),
                part,
                through: Through::Itself,
                rows: row.into_iter().collect(),
            };
            self.involve(owner, involvement.clone());
            let Some(collective) = collective(site, owner) else {
                continue;
            };
            for member in everyone_in(site, collective) {
                let manner = match does {
                    Does::Leads => Manner::All,
                    Does::Supports => Manner::Supports,
                };
                self.involve(
                    member,
                    Involvement {
                        manner,
                        through: Through::Collective(collective),
                        ..involvement.clone()
                    },
                );
            }
        }
    }

    /// A member takes part in what its posts take part in.
    fn add_roles(&mut self, site: &Site) {
        for (role, post) in site.roles.iter() {
            let Some(member) = post.member else {
                continue;
            };
            add(self.roles_of.entry(member).or_default(), role);
            for involvement in self.owner(Owner::Role(role)).actions.clone() {
                self.involve(
                    Owner::Member(member),
                    Involvement {
                        through: Through::Role(role),
                        ..involvement
                    },
                );
            }
        }
    }

    fn involve(&mut self, owner: Owner, involvement: Involvement) {
        let involvements = &mut self.relations_of(owner).actions;
        match involvements
            .iter_mut()
            .find(|known| known.action == involvement.action && known.manner == involvement.manner)
        {
            Some(known) => merge(known, involvement),
            None => involvements.push(involvement),
        }
    }

    fn relations_of(&mut self, owner: Owner) -> &mut OwnerRelations {
        self.owners.entry(owner).or_default()
    }
}

/// The actions of a plan, in its order.
#[must_use]
pub fn actions_of_plan(site: &Site, plan: PlanId) -> Vec<ActionId> {
    actions_of(site, &[plan])
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

/// What a lead does.
#[derive(Clone, Copy)]
enum Does {
    Leads,
    Supports,
}

fn manner(does: Does, part: Part) -> Manner {
    match (does, part) {
        (Does::Supports, _) => Manner::Supports,
        (Does::Leads, Part::Itself) => Manner::Leads,
        (Does::Leads, Part::Chair) => Manner::Chair,
        (Does::Leads, Part::Members) => Manner::Members,
        (Does::Leads, Part::Representative) => Manner::Representative,
        (Does::Leads, Part::All) => Manner::All,
    }
}

/// Two ways in which the same owner is meant: more of the action, and the closer name, wins.
fn merge(known: &mut Involvement, other: Involvement) {
    if known.rows.is_empty() || other.rows.is_empty() {
        known.rows.clear();
    } else {
        let rows: BTreeSet<usize> = known.rows.iter().copied().chain(other.rows).collect();
        known.rows = rows.into_iter().collect();
    }
    if other.through < known.through {
        known.through = other.through;
        known.part = other.part;
    }
}

fn plan_order(site: &Site) -> Vec<PlanId> {
    let mut plans: Vec<PlanId> = site.plans.ids().collect();
    plans.sort_by_key(|plan| {
        (
            Some(*plan) != site.current_plan,
            site.plans[*plan].original.archived,
        )
    });
    plans
}

fn actions_of(site: &Site, plans: &[PlanId]) -> Vec<ActionId> {
    plans
        .iter()
        .flat_map(|plan| &site.plans[*plan].original.priorities)
        .flat_map(|priority| &site.priorities[*priority].original.actions)
        .copied()
        .collect()
}

/// The group, where an owner is a collective.
fn collective(site: &Site, owner: Owner) -> Option<GroupId> {
    match owner {
        Owner::Group(group) if site.groups[group].original.is("collective") => Some(group),
        Owner::Group(_) | Owner::Member(_) | Owner::Role(_) => None,
    }
}

/// Everyone who belongs to a collective, also through a collective inside it.
fn everyone_in(site: &Site, collective_group: GroupId) -> BTreeSet<Owner> {
    let mut everyone = BTreeSet::new();
    let mut waiting = vec![collective_group];
    while let Some(group) = waiting.pop() {
        let seats = &site.groups[group].original.members;
        for owner in seats.iter().flat_map(|seat| &seat.owners) {
            if everyone.insert(*owner) {
                waiting.extend(collective(site, *owner));
            }
        }
    }
    everyone.remove(&Owner::Group(collective_group));
    everyone
}

/// Days in their order, a month before its first day, what is unclear last.
fn by_date(when: When) -> (bool, Option<Date>, bool) {
    match when {
        When::Day(day) => (false, Some(day), true),
        When::Month { year, month } => (false, Date::new(year, month, 1).ok(), false),
        When::Unclear => (true, None, false),
    }
}

fn add<T: PartialEq>(list: &mut Vec<T>, value: T) {
    if !list.contains(&value) {
        list.push(value);
    }
}

fn list<'a, K: Ord, V>(map: &'a BTreeMap<K, Vec<V>>, key: &K) -> &'a [V] {
    map.get(key).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn involvement(rows: &[usize], through: Through) -> Involvement {
        Involvement {
            action: Id::new(0),
            manner: Manner::Leads,
            part: Part::Itself,
            through,
            rows: rows.to_vec(),
        }
    }

    #[test]
    fn the_rows_of_two_mentions_are_put_together_and_the_whole_action_wins() {
        let mut known = involvement(&[2], Through::Itself);
        merge(&mut known, involvement(&[0, 2], Through::Itself));
        assert_eq!(known.rows, [0, 2]);
        merge(&mut known, involvement(&[], Through::Itself));
        assert!(known.rows.is_empty());
        merge(&mut known, involvement(&[1], Through::Itself));
        assert!(known.rows.is_empty());
    }

    #[test]
    fn an_owners_own_name_wins_over_its_post() {
        let mut known = involvement(&[0], Through::Role(Id::new(3)));
        merge(&mut known, involvement(&[1], Through::Itself));
        assert_eq!(known.through, Through::Itself);
    }

    #[test]
    fn meetings_stand_by_date_and_unclear_ones_last() {
        let mut whens = [
            When::Unclear,
            When::Day(jiff::civil::date(2026, 8, 1)),
            When::Month {
                year: 2026,
                month: 8,
            },
            When::Day(jiff::civil::date(2026, 7, 31)),
        ];
        whens.sort_by_key(|when| by_date(*when));
        assert_eq!(whens[0], When::Day(jiff::civil::date(2026, 7, 31)));
        assert_eq!(
            whens[1],
            When::Month {
                year: 2026,
                month: 8
            }
        );
        assert_eq!(whens[3], When::Unclear);
    }
}
