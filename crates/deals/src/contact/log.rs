//! What follows from the entries of a contact log, whatever their order of entry.
//!
//! Entries are ordered by day; of two on one day, the one further down in the log is the later one.

use super::{Contact, MeetingOutcome};
use crate::stage::Stage;
use abacus_core::date::Date;

/// The entries in display order: those without a day first, since they are incomplete, then the latest first.
pub fn newest_first(log: &[Contact]) -> Vec<&Contact> {
    let mut listed: Vec<&Contact> = log.iter().rev().collect();
    listed.sort_by_key(|contact| (contact.date.is_some(), std::cmp::Reverse(contact.date)));
    listed
}

/// The latest entry that was begun but not finished.
pub fn begun(log: &[Contact]) -> Option<&Contact> {
    newest_first(log).into_iter().find(|contact| contact.is_begun)
}

/// The day of the last contact up to today; `None` if there was none. A future day is a typing error, and an entry with
/// only a day has just been started; neither may hide that a customer is being neglected.
pub fn last(log: &[Contact], today: Date) -> Option<Date> {
    let held = log.iter().filter(|contact| !contact.is_empty());
    held.filter_map(|contact| contact.date).filter(|date| *date <= today).max()
}

/// The day on which this person was last met, up to today; `None` if never.
pub fn last_with(log: &[Contact], person: &str, today: Date) -> Option<Date> {
    let met = log.iter().filter(|contact| contact.people.iter().any(|id| id == person));
    met.filter_map(|contact| contact.date).filter(|date| *date <= today).max()
}

/// How many of the latest meetings in a row ended in a continuation; from two on, the deal is not moving. Entries
/// without a day or an outcome are ignored.
pub fn continuations_in_a_row(log: &[Contact]) -> usize {
    let continues = |contact: &&Contact| contact.counts_as() == Some(MeetingOutcome::Continuation);
    concluded(log).take_while(continues).count()
}

/// The latest meeting whose day and outcome are known.
pub fn last_concluded(log: &[Contact]) -> Option<&Contact> {
    concluded(log).next()
}

/// The latest order, unless a later meeting ended with no sale.
pub fn standing_order(log: &[Contact]) -> Option<&Contact> {
    let refused = |contact: &&Contact| contact.outcome == Some(MeetingOutcome::NoSale);
    concluded(log)
        .take_while(|contact| !refused(contact))
        .find(|contact| contact.outcome == Some(MeetingOutcome::Order))
}

/// The stage suggested by the log, if it is later than `current`: after an order, only the payment is left (S2). All
/// other stages are for a person to judge.
pub fn suggested_stage(log: &[Contact], current: Stage) -> Option<Stage> {
    standing_order(log).map(|_| Stage::Collect).filter(|stage| *stage > current)
}

/// The meetings with a known day and outcome, the latest first.
fn concluded(log: &[Contact]) -> impl Iterator<Item = &Contact> {
    newest_first(log).into_iter().filter(|contact| contact.date.is_some() && contact.outcome.is_some())
}
