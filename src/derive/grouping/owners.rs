//! By who leads, and by which agency takes part.

use std::collections::BTreeMap;

use crate::derive::grouping::cards;
use crate::derive::ids::Ids;
use crate::derive::relations::{
    ActionId, Involvement, Manner, MemberId, PlanId, Through, actions_of_plan,
};
use crate::derive::scope::{CardIn, ListedBy, Scope};
use crate::derive::view::action_parts::ActionCardView;
use crate::derive::view::actions::ActionGroupView;
use crate::model::{Entity, Lead, Owner};

/// One who leads, and what.
pub struct Led {
    /// The id in lists: made from the name.
    pub id: String,
    /// The name, or other words as their authors wrote them.
    pub name: String,
    /// Who that is, where it is known.
    pub owner: Option<Owner>,
    /// The actions that it leads, or of which it leads a row, in the plan's order.
    pub actions: Vec<ActionId>,
}

/// An agency, and what it takes part in.
pub struct TakesPart {
    /// The id in lists: made from the name.
    pub id: String,
    /// The name.
    pub name: String,
    /// The agency.
    pub member: MemberId,
    /// The actions that it leads or supports, itself, by one of its posts or with others, in the
    /// plan's order.
    pub actions: Vec<ActionId>,
}

/// All who lead an action of a plan or one of its rows: groups, members and roles that are known,
/// then other words, and last "no lead named" with what nobody leads.
#[must_use]
pub fn led(scope: &Scope<'_>, plan: PlanId) -> Vec<Led> {
    let site = scope.site();
    let mut ids = Ids::default();
    let groups = site.groups.ids().map(Owner::Group);
    let members = site.members.ids().map(Owner::Member);
    let roles = site.roles.ids().map(Owner::Role);
    let known = groups.chain(members).chain(roles).map(|owner| {
        let name = scope.derivation.name(owner.into(), scope.language());
        let of_plan = involvements(scope, plan, owner, leads_itself);
        let actions = of_plan.into_iter().map(|(id, _)| id).collect();
        (name, Some(owner), actions)
    });
    let of_plan = actions_of_plan(site, plan);
    let unknown = led_by_unknown(scope, &of_plan)
        .into_iter()
        .map(|(words, actions)| (words, None, actions));
    let leaderless = of_plan
        .iter()
        .copied()
        .filter(|id| site.actions[*id].original.leads().next().is_none())
        .collect();
    let nobody = (scope.text("actions.no_lead", &[]), None, leaderless);
    known
        .chain(unknown)
        .chain([nobody])
        .filter(|(_, _, actions): &(_, _, Vec<ActionId>)| !actions.is_empty())
        .map(|(name, owner, actions)| Led {
            id: ids.unique(&name),
            name,
            owner,
            actions,
        })
        .collect()
}

/// All agencies that take part in an action of a plan.
#[must_use]
pub fn takes_part(scope: &Scope<'_>, plan: PlanId) -> Vec<TakesPart> {
    let mut ids = Ids::default();
    scope
        .site()
        .members
        .ids()
        .filter_map(|member| {
            let of_plan = involvements(scope, plan, Owner::Member(member), |_| true);
            let name = scope
                .derivation
                .name(Entity::Member(member), scope.language());
            (!of_plan.is_empty()).then(|| TakesPart {
                id: ids.unique(&name),
                name,
                member,
                actions: of_plan.into_iter().map(|(id, _)| id).collect(),
            })
        })
        .collect()
}

/// By who leads the action or one of its rows.
#[must_use]
pub fn by_lead(scope: &Scope<'_>, plan: PlanId) -> Vec<ActionGroupView> {
    led(scope, plan)
        .into_iter()
        .map(|led| ActionGroupView {
            id: led.id,
            href: led.owner.map(|owner| scope.href(Entity::from(owner))),
            heading: led.name,
            note: None,
            actions: match led.owner {
                Some(owner) => involvements(scope, plan, owner, leads_itself)
                    .into_iter()
                    .map(|(id, of_action)| card(scope, id, &of_action))
                    .collect(),
                None => cards(scope, &led.actions),
            },
        })
        .collect()
}

/// By the agency that leads or supports the action or one of its rows.
#[must_use]
pub fn by_member(scope: &Scope<'_>, plan: PlanId) -> Vec<ActionGroupView> {
    takes_part(scope, plan)
        .into_iter()
        .map(|part| ActionGroupView {
            id: part.id,
            href: Some(scope.href(Entity::Member(part.member))),
            heading: part.name,
            note: None,
            actions: involvements(scope, plan, Owner::Member(part.member), |_| true)
                .into_iter()
                .map(|(id, of_action)| {
                    let supports = of_action
                        .iter()
                        .all(|involvement| involvement.manner == Manner::Supports);
                    let card = card(scope, id, &of_action);
                    ActionCardView {
                        manner: card
                            .manner
                            .or_else(|| supports.then(|| scope.text("actions.supports", &[]))),
                        ..card
                    }
                })
                .collect(),
        })
        .collect()
}

fn leads_itself(involvement: &Involvement) -> bool {
    involvement.manner != Manner::Supports && involvement.through == Through::Itself
}

/// How one owner takes part in the actions of a plan: each action once, in the plan's order.
fn involvements<'s>(
    scope: &'s Scope<'_>,
    plan: PlanId,
    owner: Owner,
    counts: impl Fn(&Involvement) -> bool,
) -> Vec<(ActionId, Vec<&'s Involvement>)> {
    let relations = &scope.derivation.relations;
    let mut by_action: BTreeMap<Option<usize>, (ActionId, Vec<&Involvement>)> = BTreeMap::new();
    for involvement in &relations.owner(owner).actions {
        let id = involvement.action;
        if scope.site().actions[id].original.plan == plan && counts(involvement) {
            let place = by_action.entry(relations.place(id));
            let (_, of_action) = place.or_insert_with(|| (id, Vec::new()));
            of_action.push(involvement);
        }
    }
    by_action.into_values().collect()
}

/// An action in the list of one owner. Where that is meant in several parts the whole action is
/// listed, once.
fn card(scope: &Scope<'_>, id: ActionId, of_action: &[&Involvement]) -> ActionCardView {
    match of_action {
        [only] => scope.involvement_card(only, ListedBy::Owner),
        _ => scope.action_card(id, CardIn::AnyList),
    }
}

/// Leads that nobody is known by, as written, with their actions; in the order of the words.
fn led_by_unknown(scope: &Scope<'_>, actions: &[ActionId]) -> Vec<(String, Vec<ActionId>)> {
    let mut by_words: BTreeMap<String, (String, Vec<ActionId>)> = BTreeMap::new();
    let is_unknown = |lead: &&Lead| lead.parts.is_empty();
    for id in actions {
        let action = scope.site().actions[*id].in_language(scope.language());
        for lead in action.leads().filter(is_unknown) {
            let (_, actions) = by_words
                .entry(lead.words.to_lowercase())
                .or_insert_with(|| (lead.words.clone(), Vec::new()));
            if actions.last() != Some(id) {
                actions.push(*id);
            }
        }
    }
    by_words.into_values().collect()
}
