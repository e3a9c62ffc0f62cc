//! The people that an advice and its button are about: found in one place, so that both mean the same person.

use std::cmp::Reverse;

use crate::advice::days::days_since;
use crate::deal::Deal;
use crate::people::Person;
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
