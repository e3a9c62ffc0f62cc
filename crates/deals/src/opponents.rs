//! The people who oppose us.

use crate::deal::Deal;
use crate::normalize::name_key;
use crate::people::{Person, Role, Stance};

/// Someone who opposes us, possibly on several cards.
pub(crate) struct Opponent<'a> {
    /// The first card.
    pub(crate) person: &'a Person,
    /// The roles of all cards.
    pub(crate) roles: Vec<Role>,
    /// Identifies a person regardless of spelling; empty without a name.
    key: String,
    /// Whether something is planned about this person.
    is_answered: bool,
}

/// The people who oppose us and about whose objections nothing is planned, in the order of the form. The same name is
/// the same person, so a step planned on one of their cards counts for all of them.
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
