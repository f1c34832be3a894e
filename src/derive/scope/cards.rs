//! Actions and priorities in lists.

use crate::derive::relations::{ActionId, Involvement, Manner, PlanId, PriorityId, Through};
use crate::derive::scope::Scope;
use crate::derive::view::action_parts::{ActionCardView, DueView, InvolvementView, LeadView};
use crate::derive::view::parts::{LinkView, WordView};
use crate::derive::view::plan::PriorityCardView;
use crate::derive::words::word;
use crate::model::{Action, Entity, Lead, Owner, Part};

/// By what the actions of someone are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListedBy {
    /// By the manner of taking part, which the heading says.
    Manner,
    /// By the one who takes part.
    Owner,
}

/// What a list of actions says already, so that its entries need not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardIn {
    /// A list of actions of several priorities.
    AnyList,
    /// The list of one priority.
    Priority,
}

impl Scope<'_> {
    /// An action in a list, with all its rows.
    #[must_use]
    pub fn action_card(&self, id: ActionId, list: CardIn) -> ActionCardView {
        let action = self.site().actions[id].in_language(self.language());
        let standing = self.standing(id);
        ActionCardView {
            leads: self.leads_once(action.leads()),
            due: self.dues_once(id, action),
            status: standing
                .status
                .and_then(|status| self.status(action.plan, status)),
            late: standing.late,
            ..self.bare_card(id, list)
        }
    }

    /// An action in the list of what someone leads or supports, with the rows that are meant.
    #[must_use]
    pub fn involvement_card(&self, involvement: &Involvement, by: ListedBy) -> ActionCardView {
        let manner = self.manner(involvement, by);
        let id = involvement.action;
        if involvement.rows.is_empty() {
            return ActionCardView {
                manner,
                ..self.action_card(id, CardIn::AnyList)
            };
        }
        let action = self.site().actions[id].in_language(self.language());
        let rows = || {
            let rows = involvement.rows.iter();
            rows.filter_map(|row| action.rows.get(*row))
        };
        let standings: Vec<_> = rows().map(|row| self.row_standing(id, row)).collect();
        let status = match standings.as_slice() {
            [first, others @ ..] if others.iter().all(|other| other.status == first.status) => {
                first.status
            }
            _ => None,
        };
        let leads = rows().flat_map(|row| action.effective(row, |facts| &facts.lead).items());
        let mut due: Vec<DueView> = Vec::new();
        for (row, standing) in rows().zip(&standings) {
            let dues = action.effective(row, |facts| &facts.due);
            for view in self.dues(dues.items(), standing.finished) {
                if !due.contains(&view) {
                    due.push(view);
                }
            }
        }
        ActionCardView {
            leads: self.leads_once(leads),
            late: due.iter().any(|due| due.late),
            due,
            status: status.and_then(|status| self.status(action.plan, status)),
            tasks: rows().flat_map(|row| self.texts(&row.tasks)).collect(),
            manner,
            ..self.bare_card(id, CardIn::AnyList)
        }
    }

    /// What a group, member or role does in actions: a list for each manner.
    #[must_use]
    pub fn involvement(&self, owner: Owner) -> Vec<InvolvementView> {
        let actions = &self.derivation.relations.owner(owner).actions;
        Manner::ALL
            .into_iter()
            .filter_map(|manner| {
                let cards: Vec<_> = actions
                    .iter()
                    .filter(|involvement| involvement.manner == manner)
                    .map(|involvement| self.involvement_card(involvement, ListedBy::Manner))
                    .collect();
                (!cards.is_empty()).then(|| InvolvementView {
                    key: manner.key().to_owned(),
                    heading: self.text(&format!("involvement.{}", manner.key()), &[]),
                    actions: cards,
                })
            })
            .collect()
    }

    /// A priority in a list.
    #[must_use]
    pub fn priority_card(&self, id: PriorityId) -> PriorityCardView {
        let priority = self.site().priorities[id].in_language(self.language());
        let way = self.way(Entity::Priority(id));
        let actions = self.actions_under(id);
        PriorityCardView {
            label: self.derivation.priority_label(id, self.language()),
            title: priority.title.clone(),
            href: way.href,
            language: way.language,
            summary: priority
                .page
                .summary
                .as_ref()
                .filter(|summary| !summary.is_empty())
                .map(|summary| self.value(summary)),
            strategic: priority.strategic,
            actions: actions.len(),
            progress: self.summary(priority.plan, actions),
        }
    }

    /// The actions that stand for a priority: its own, else those of others that serve it.
    #[must_use]
    pub fn actions_under(&self, id: PriorityId) -> &[ActionId] {
        match self.site().priorities[id].original.actions.as_slice() {
            [] => self.derivation.relations.served_by(id),
            actions => actions,
        }
    }

    /// The priorities of a plan in the order of lists: strategic ones first.
    #[must_use]
    pub fn priorities_of(&self, plan: PlanId) -> Vec<PriorityId> {
        let site = self.site();
        let mut priorities = site.plans[plan].original.priorities.clone();
        priorities.sort_by_key(|id| !site.priorities[*id].original.strategic);
        priorities
    }

    /// The word of a plan for one of its things, for a page in this language.
    #[must_use]
    pub fn word(&self, plan: PlanId, priority: Option<PriorityId>, key: &str) -> WordView {
        let own = self.derivation.own_words(plan, priority, self.language());
        word(self.derivation.strings, self.language(), own.as_ref(), key)
    }

    /// An action in a list with nothing but its name and where it belongs.
    fn bare_card(&self, id: ActionId, list: CardIn) -> ActionCardView {
        let action = self.site().actions[id].in_language(self.language());
        let way = self.way(Entity::Action(id));
        ActionCardView {
            label: self.derivation.action_label(id, self.language()),
            reference: action.reference.clone(),
            title: self.derivation.action_title(id, self.language()),
            href: way.href,
            language: way.language,
            priority: match list {
                CardIn::AnyList => Some(self.priority_of(action)),
                CardIn::Priority => None,
            },
            leads: Vec::new(),
            due: Vec::new(),
            status: None,
            late: false,
            manner: None,
            tasks: Vec::new(),
        }
    }

    /// The priority of an action; of another plan than the current one with that plan's name.
    fn priority_of(&self, action: &Action) -> LinkView {
        let link = self.link(Entity::Priority(action.priority));
        if self.site().current_plan == Some(action.plan) {
            return link;
        }
        let plan = self.site().plans[action.plan].in_language(self.language());
        let note = match self.plan_state_text(plan) {
            Some(state) => format!("{}, {}", plan.title, state),
            None => plan.title.clone(),
        };
        LinkView {
            note: Some(note),
            ..link
        }
    }

    /// How someone takes part, where the heading of the list does not say it: "as chair", "with all
    /// sub-groups".
    fn manner(&self, involvement: &Involvement, by: ListedBy) -> Option<String> {
        let name = |entity| self.derivation.name(entity, self.language());
        let is_said = by == ListedBy::Manner && involvement.manner != Manner::Supports;
        let of_part = match involvement.part {
            _ if is_said => None,
            Part::Itself | Part::All => None,
            Part::Chair => Some("action.as_chair"),
            Part::Members => Some("action.as_members"),
            Part::Representative => Some("action.as_representative"),
        };
        match involvement.through {
            Through::Itself => of_part.map(|key| self.text(key, &[])),
            Through::Role(role) => {
                Some(self.text("action.as_role", &[("role", &name(Entity::Role(role)))]))
            }
            Through::Collective(group) => Some(self.text(
                "action.as_part_of",
                &[("group", &name(Entity::Group(group)))],
            )),
        }
    }

    fn leads_once<'b>(&self, leads: impl Iterator<Item = &'b Lead>) -> Vec<LeadView> {
        let mut once: Vec<LeadView> = Vec::new();
        for lead in leads {
            let view = self.lead(lead);
            if !once.contains(&view) {
                once.push(view);
            }
        }
        once
    }

    /// By when an action and its rows are due, each date once.
    fn dues_once(&self, id: ActionId, action: &Action) -> Vec<DueView> {
        let own = (&action.facts, !self.shares_open_dues(id));
        let of_rows = action.rows.iter().map(|row| {
            let standing = self.row_standing(id, row);
            (&row.facts, standing.finished)
        });
        let mut once: Vec<DueView> = Vec::new();
        for (facts, finished) in std::iter::once(own).chain(of_rows) {
            for view in self.dues(facts.due.items(), finished) {
                if !once.contains(&view) {
                    once.push(view);
                }
            }
        }
        once
    }
}
