//! The people that an advice and its button are about: found once, so that both speak of the same.

use std::cmp::Reverse;

use crate::advice::days::days_since;
use crate::deal::Deal;
use crate::names::name_key;
use crate::people::{Person, Role, Stance};
use abacus_core::date::Date;

/// A step with someone that is due or late.
pub(super) struct DueStep<'a> {
    pub(super) person: &'a Person,
    pub(super) action: &'a str,
    /// Days overdue; 0 if due today.
    pub(super) days: u32,
}

/// The steps with people that are due, the longest overdue first.
pub(super) fn due_steps(deal: &Deal, today: Date) -> Vec<DueStep<'_>> {
    fn due(person: &Person, today: Date) -> Option<DueStep<'_>> {
        let (action, date) = person.next_step.planned()?;
        Some(DueStep { person, action, days: days_since(date, today)? })
    }
    let mut steps: Vec<_> = deal.people.iter().filter_map(|person| due(person, today)).collect();
    steps.sort_by_key(|step| Reverse(step.days));
    steps
}

/// Someone who opposes us, on however many cards.
pub(crate) struct Opponent<'a> {
    /// The first card.
    pub(super) person: &'a Person,
    /// The roles of all cards.
    pub(super) roles: Vec<Role>,
    /// Identifies a person regardless of spelling; empty without a name.
    key: String,
    /// Whether something is planned about this person.
    is_answered: bool,
}

/// Those who oppose us and about whose objections nothing is planned, in the order of the form. The same name is the same
/// person, so a step planned on one of their cards counts for all of them.
pub(crate) fn opponents(deal: &Deal) -> Vec<Opponent<'_>> {
    let mut found: Vec<Opponent<'_>> = Vec::new();
    for person in deal.people.iter().filter(|person| person.stance == Stance::Opposes) {
        let (key, is_answered) = (name_key(&person.name), !person.next_step.is_open());
        match found.iter_mut().find(|known| !key.is_empty() && known.key == key) {
            Some(known) => {
                known.roles.extend(&person.roles);
                known.is_answered |= is_answered;
            }
            None => found.push(Opponent { person, roles: person.roles.clone(), key, is_answered }),
        }
    }
    found.retain(|opponent| !opponent.is_answered);
    found
}
