//! How the relations are worked out.

use std::collections::{BTreeMap, BTreeSet};

use crate::dates::Date;
use crate::derive::ids::Ids;
use crate::derive::relations::{
    ActionId, CodedMeasure, GroupId, Involvement, Manner, MeetingRef, OwnerRelations, PlanId,
    Relations, Seating, StrategyUser, Through, actions_of_plan, by_code, identifying_links,
    strategy_links,
};
use crate::model::{Given, Lead, Owner, Part, Site, When, owners};

impl Relations {
    /// Works out all relations.
    #[must_use]
    pub fn new(site: &Site) -> Self {
        let plans = plan_order(site);
        let actions: Vec<ActionId> = plans
            .iter()
            .flat_map(|plan| actions_of_plan(site, *plan))
            .collect();
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
        relations.add_measures(site);
        relations.add_roles(site);
        for owner in relations.owners.values_mut() {
            owner.actions.sort_by_key(|involvement| {
                let place = relations.places.get(&involvement.action).copied();
                (involvement.manner, place)
            });
        }
        relations
    }

    fn add_groups(&mut self, site: &Site) {
        for (id, group) in site.groups.iter() {
            let group = &group.original;
            for above in &group.reports_to {
                add(self.reported_by.entry(*above).or_default(), id);
            }
            for (owner, _) in owners(group.chair.iter()) {
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
                for (owner, _) in owners(of_plan.owner.iter()) {
                    add(&mut self.relations_of(owner).owns, *priority);
                }
                for (owner, _) in owners(of_plan.sponsor.iter()) {
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

    fn add_measures(&mut self, site: &Site) {
        let mut coded: BTreeMap<PlanId, BTreeMap<&str, Vec<ActionId>>> = BTreeMap::new();
        for id in &self.actions {
            let action = &site.actions[*id].original;
            let measures = action.all_facts().flat_map(|facts| facts.measures.items());
            for code in measures.filter_map(|measure| measure.code.as_deref()) {
                let of_plan = coded.entry(action.plan).or_default();
                add(of_plan.entry(code).or_default(), *id);
            }
        }
        for (plan, by_code_of_plan) in coded {
            let mut measures: Vec<_> = by_code_of_plan.into_iter().collect();
            measures.sort_by(|(one, _), (other, _)| by_code(one, other));
            let mut ids = Ids::default();
            let measures = measures.into_iter().map(|(code, actions)| CodedMeasure {
                code: code.to_owned(),
                id: ids.unique(code),
                actions,
            });
            self.measures.insert(plan, measures.collect());
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
        for (owner, part) in owners(leads.items().iter()) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Id;

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
