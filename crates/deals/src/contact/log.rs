//! What follows from the entries of a contact log, in whatever order they were written down.
//!
//! Entries are ordered by their day; of two on one day, the one further down in the log is the later.

use super::{Contact, MeetingOutcome};
use crate::stage::Stage;
use abacus_core::date::Date;

/// The entries as they are listed: those without a day on top, since something is to be filled in
/// there, then the latest first.
#[must_use]
pub fn newest_first(log: &[Contact]) -> Vec<&Contact> {
    let mut listed: Vec<&Contact> = log.iter().rev().collect();
    listed.sort_by_key(|contact| (contact.date.is_some(), std::cmp::Reverse(contact.date)));
    listed
}

/// The day of the last contact, up to today; `None` if there was none. A day still to come is a slip
/// of the pen, and an entry that says nothing but its day was only just begun: neither must make a neglected
/// customer look cared for.
#[must_use]
pub fn last(log: &[Contact], today: Date) -> Option<Date> {
    let held = log.iter().filter(|contact| !contact.is_empty());
    held.filter_map(|contact| contact.date).filter(|date| *date <= today).max()
}

/// The day on which this person was last met, up to today.
#[must_use]
pub fn last_with(log: &[Contact], person: &str, today: Date) -> Option<Date> {
    let met = log.iter().filter(|contact| contact.people.iter().any(|id| id == person));
    met.filter_map(|contact| contact.date).filter(|date| *date <= today).max()
}

/// How many of the latest meetings in a row ended in a continuation: two mean that the deal stands
/// still. Entries without a day or without an outcome say nothing about the order of things.
#[must_use]
pub fn continuations_in_a_row(log: &[Contact]) -> usize {
    let continues = |contact: &&Contact| contact.counts_as() == Some(MeetingOutcome::Continuation);
    concluded(log).take_while(continues).count()
}

/// The latest order, unless a later meeting ended with the customer saying no.
#[must_use]
pub fn standing_order(log: &[Contact]) -> Option<&Contact> {
    let refused = |contact: &&Contact| contact.outcome == Some(MeetingOutcome::NoSale);
    concluded(log)
        .take_while(|contact| !refused(contact))
        .find(|contact| contact.outcome == Some(MeetingOutcome::Order))
}

/// The step that the log says the deal has come to, if that is further than the `current` one: an order
/// means that commitment is won, so that the money is what is left (S2). What else a deal needs to get on is for
/// a person to judge.
#[must_use]
pub fn suggested_stage(log: &[Contact], current: Stage) -> Option<Stage> {
    standing_order(log).map(|_| Stage::Collect).filter(|stage| *stage > current)
}

/// The meetings of which day and outcome are known, the latest first.
fn concluded(log: &[Contact]) -> impl Iterator<Item = &Contact> {
    newest_first(log).into_iter().filter(|contact| contact.date.is_some() && contact.outcome.is_some())
}
